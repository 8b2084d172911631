//! `diff`: what new figures or words do to each notice, against a revision, a folder or what was last issued.

use std::path::Path;

use pressroom::diff::{self, Fate, Overview};
use pressroom::press::{Office, Wanted};
use rayon::prelude::*;

use super::bench::Bench;
use super::{Exit, Failure, voice::Voice};
use crate::cli::{self, Cli, DiffFormat};
use crate::folder;

/// Runs it. It shows values: calling it is choosing to.
///
/// # Errors
/// The folder cannot be read, or there is nothing of the kind to compare with.
pub fn run(cli: &Cli, asked: &cli::Diff, voice: &Voice) -> Result<Exit, Failure> {
    let bench = Bench::open(cli, voice)?;
    let overview = match &asked.base {
        Some(base) => since_base(&bench, &cli.folder, base, voice)?,
        None if bench.office.all_issued().next().is_some() => since_issue(&bench, &cli.folder, voice),
        None => since_revision(&bench, &cli.folder, "HEAD", voice)?,
    };
    voice.give(&match asked.format {
        _ if asked.names => diff::names(&overview),
        DiffFormat::Text => diff::text(&overview),
        DiffFormat::Markdown => diff::markdown(&overview),
        DiffFormat::Json => format!("{:#}\n", diff::json(&overview)),
    })?;
    let exit = if overview.nothing() {
        Exit::Done
    } else {
        Exit::Found
    };
    Ok(exit.max(bench.exit))
}

/// Against a folder where `base` is one, else against the git revision of that name.
fn since_base(bench: &Bench, home: &Path, base: &str, voice: &Voice) -> Result<Overview, Failure> {
    let place = home.join(base);
    if !place.join("data/organisation.yaml").exists() {
        // `./x` can only be a folder; anything else may be a revision, and git says so where it is none.
        if base.starts_with("./") || base.starts_with("../") || base.starts_with('/') || base.ends_with('/') {
            return Err(no_office(base));
        }
        return since_revision(bench, home, base, voice);
    }
    let read = folder::read(&place)?;
    for failure in &read.failures {
        voice.failure(failure);
    }
    let (old, _) = Office::load(read.files);
    Ok(against(bench, &old, format!("the folder {base}")))
}

fn no_office(base: &str) -> Failure {
    Failure::usage(
        format!("there is no data/organisation.yaml in {base}: it is no office folder"),
        "name an office folder, or a git revision such as HEAD~1",
    )
}

fn since_revision(bench: &Bench, home: &Path, revision: &str, voice: &Voice) -> Result<Overview, Failure> {
    let read = folder::at_revision(home, revision)?;
    if !read
        .files
        .iter()
        .any(|file| file.path == "data/organisation.yaml")
    {
        voice.say(&format!(
            "there was no office folder here in {revision}: every notice counts as added"
        ));
    }
    let (old, _) = Office::load(read.files);
    let short = read.commit.get(..7).unwrap_or(&read.commit);
    let base = if read.commit.starts_with(revision) {
        short.to_owned()
    } else {
        format!("{revision} ({short})")
    };
    Ok(against(bench, &old, base))
}

fn against(bench: &Bench, old: &Office, base: String) -> Overview {
    bench.office.since(old, base, &bench.request(Wanted::Draft))
}

/// Each issued notice against its latest version; those never issued against HEAD, where there is one.
fn since_issue(bench: &Bench, home: &Path, voice: &Voice) -> Overview {
    let request = bench.request(Wanted::Draft);
    let names: Vec<String> = bench
        .office
        .all_issued()
        .map(|issued| issued.notice.clone())
        .collect();
    let fates: Vec<Option<Fate>> = names
        .par_iter()
        .map(|name| bench.office.since_issue(name, &request))
        .collect();
    let mut notices: Vec<(String, Fate)> = names
        .into_iter()
        .zip(fates)
        .filter_map(|(name, fate)| Some((name, fate?)))
        .collect();
    let mut base = "what was last issued".to_owned();
    let never_issued = bench
        .office
        .notices()
        .iter()
        .any(|name| !notices.iter().any(|(known, _)| known == name));
    let mut layouts = Vec::new();
    if never_issued {
        match since_revision(bench, home, "HEAD", voice) {
            Ok(rest) => {
                base = format!("what was last issued, or {} where nothing was", rest.base);
                let known: Vec<String> = notices.iter().map(|(name, _)| name.clone()).collect();
                notices.extend(rest.notices.into_iter().filter(|(name, _)| !known.contains(name)));
                layouts = rest.layouts;
            }
            Err(failure) => {
                voice.say("notices that were never issued are left out:");
                voice.failure(&failure);
            }
        }
    }
    notices.sort_by(|one, other| one.0.cmp(&other.0));
    Overview {
        base,
        notices,
        layouts,
    }
}
