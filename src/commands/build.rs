//! `build`: checks, then writes each notice in every format, and the lock; or, with `--check`, compares with the lock.

use pressroom::finding::{Finding, did_you_mean};
use pressroom::press::{self, Wanted};
use pressroom::report;
use rayon::prelude::*;

use super::bench::Bench;
use super::{Exit, Failure, voice::Voice};
use crate::cli::{self, Cli};
use crate::desk::{Digest, Lock, Manifest, OutFolder, Output, Written, write_open, write_together};

/// What became of a notice.
struct Outcome {
    notice: String,
    findings: Vec<Finding>,
    ending: Ending,
}

enum Ending {
    /// Errors stand against it.
    Refused,
    /// It could not be written.
    Failed(Failure),
    /// Every format, with its digest; with what was written, unless nothing was to be.
    Made(Vec<(String, Digest)>, Written),
}

/// Runs it.
///
/// # Errors
/// The folder cannot be read, what is asked cannot be, or the lock or manifest cannot be written.
pub fn run(cli: &Cli, asked: &cli::Build, voice: &Voice) -> Result<Exit, Failure> {
    let formats = formats(&asked.format)?;
    let bench = Bench::open(cli, voice)?;
    let chosen = bench.choose(&asked.notices)?;
    let out = OutFolder::at(&cli.folder, &asked.out, "public".as_ref())?;
    if !asked.check {
        out.make()?;
    }
    let outcomes: Vec<Outcome> = chosen
        .par_iter()
        .map(|notice| make(&bench, notice, &formats, asked, &out))
        .collect();
    let found = outcomes.iter().flat_map(|one| one.findings.iter().cloned());
    let findings = report::settle(
        bench.findings.iter().cloned().chain(found).collect(),
        bench.sources(),
    );
    voice.report(&report::human(&findings, bench.sources(), voice.look));
    let whole = asked.notices.is_empty() && asked.format.is_empty();
    let mut exit = bench.exit;
    if report::Tally::of(&findings).errors > 0 && !asked.draft {
        exit = exit.max(Exit::Found);
    }
    for outcome in &outcomes {
        match &outcome.ending {
            Ending::Failed(failure) => {
                voice.failure(failure);
                exit = exit.max(Exit::Failed);
            }
            Ending::Refused => exit = exit.max(Exit::Found),
            Ending::Made(..) => {}
        }
    }
    if asked.check {
        return Ok(exit.max(compare(cli, &bench, &outcomes, whole, voice)?));
    }
    keep_manifest(&bench, &outcomes, asked, &out, whole, voice)?;
    if !asked.draft {
        keep_lock(cli, &bench, &outcomes, &formats, whole)?;
    }
    summary(&outcomes, &formats, asked, voice);
    Ok(exit)
}

/// The formats asked for, in the order of the program.
fn formats(asked: &[String]) -> Result<Vec<&'static str>, Failure> {
    let all = press::formats();
    for name in asked {
        if !all.contains(&name.as_str()) {
            let advice = match did_you_mean(name, all.iter().copied()) {
                Some(near) => format!("did you mean `{near}`? there are {}", all.join(", ")),
                None => format!("there are {}", all.join(", ")),
            };
            return Err(Failure::usage(format!("there is no format `{name}`"), advice));
        }
    }
    Ok(all
        .into_iter()
        .filter(|format| asked.is_empty() || asked.iter().any(|name| name == format))
        .collect())
}

/// Composes, lays out and writes one notice.
fn make(bench: &Bench, notice: &str, formats: &[&str], asked: &cli::Build, out: &OutFolder) -> Outcome {
    let edition = if asked.draft {
        Wanted::Draft
    } else {
        Wanted::Embargoed
    };
    let composed = bench.compose(notice, edition);
    let refused = bench.refuses(notice, &composed);
    let mut findings = composed.findings;
    let mut ending = Ending::Refused;
    if let Some(release) = composed.release.filter(|_| asked.draft || !refused) {
        let mut texts = Vec::new();
        for format in formats {
            match bench.office.lay_out(&release, format) {
                Ok(document) => texts.push((*format, document.text)),
                Err(found) => findings.extend(found.into_iter().map(|one| bench.weigh(one))),
            }
        }
        if texts.len() == formats.len() {
            let digests = texts
                .iter()
                .map(|(format, text)| ((*format).to_owned(), Digest::of(text.as_bytes())))
                .collect();
            let written = if asked.check {
                Ok(Written::default())
            } else {
                write(notice, &texts, out)
            };
            ending = match written {
                Ok(written) => Ending::Made(digests, written),
                Err(failure) => Ending::Failed(failure),
            };
        }
    }
    Outcome {
        notice: notice.to_owned(),
        findings,
        ending,
    }
}

fn write(notice: &str, texts: &[(&str, String)], out: &OutFolder) -> Result<Written, Failure> {
    out.make_for(notice)?;
    let files: Vec<_> = texts
        .iter()
        .map(|(format, text)| (out.path().join(OutFolder::name(notice, format)), text.as_bytes()))
        .collect();
    write_together(&files)
}

/// Compares what was made with the lock, notice by notice and format by format.
fn compare(
    cli: &Cli,
    bench: &Bench,
    outcomes: &[Outcome],
    whole: bool,
    voice: &Voice,
) -> Result<Exit, Failure> {
    let Some(lock) = Lock::read(&cli.folder)? else {
        voice.say("there is no data/notices.lock to compare with");
        voice.say("  run `pressroom build` and commit it");
        return Ok(Exit::Found);
    };
    let mut differ = Vec::new();
    for outcome in outcomes {
        if let Ending::Made(digests, _) = &outcome.ending {
            for (format, digest) in digests {
                match lock.get(&outcome.notice, format) {
                    None => differ.push(format!("{}.{format} is not in the lock", outcome.notice)),
                    Some(locked) if locked != digest.to_string() => {
                        differ.push(format!("{}.{format} would come out otherwise", outcome.notice));
                    }
                    Some(_) => {}
                }
            }
        }
    }
    if whole {
        let notices = bench.office.notices();
        let formats = press::formats();
        for (notice, format) in lock.iter() {
            if notices.binary_search_by(|one| one.as_str().cmp(notice)).is_err() || !formats.contains(&format)
            {
                differ.push(format!(
                    "{notice}.{format} is in the lock, but no longer in the office"
                ));
            }
        }
    }
    for line in &differ {
        voice.say(line);
    }
    if differ.is_empty() {
        return Ok(Exit::Done);
    }
    voice.say("data/notices.lock is out of date: run `pressroom build`, review the change and commit it");
    Ok(Exit::Found)
}

/// Writes the manifest: what this run made, and what it left of earlier runs.
fn keep_manifest(
    bench: &Bench,
    outcomes: &[Outcome],
    asked: &cli::Build,
    out: &OutFolder,
    whole: bool,
    voice: &Voice,
) -> Result<(), Failure> {
    let mut manifest = Manifest::of(&bench.inputs);
    let edition = if asked.draft { "draft" } else { "embargoed" };
    for outcome in outcomes {
        if let Ending::Made(digests, _) = &outcome.ending {
            for (format, digest) in digests {
                let output = Output {
                    notice: outcome.notice.clone(),
                    format: format.clone(),
                    edition: edition.to_owned(),
                    bytes: digest.length,
                    sha256: digest.to_string(),
                };
                manifest.add(OutFolder::name(&outcome.notice, format), output);
            }
        }
    }
    let notices = bench.office.notices();
    if let Some(earlier) = Manifest::read(out.path())? {
        for (path, output) in earlier.outputs() {
            let current = notices.contains(&output.notice);
            if manifest.has(path) {
                continue;
            }
            let _ = voice;
            if !whole || current {
                manifest.add(path.to_owned(), output.clone());
            }
        }
    }
    let place = out.path().join("manifest.json");
    write_together(&[(place, manifest.text()?.as_bytes())])?;
    Ok(())
}

/// Writes the lock: what this run made; a refused notice keeps its entries, one that is gone loses them.
fn keep_lock(
    cli: &Cli,
    bench: &Bench,
    outcomes: &[Outcome],
    formats: &[&str],
    whole: bool,
) -> Result<(), Failure> {
    let mut lock = Lock::read(&cli.folder)?.unwrap_or_default();
    for outcome in outcomes {
        if let Ending::Made(digests, _) = &outcome.ending {
            for (format, digest) in digests {
                lock.set(&outcome.notice, format, digest.to_string());
            }
        }
    }
    if whole {
        let notices = bench.office.notices();
        lock.retain(|notice, format| {
            notices.binary_search_by(|one| one.as_str().cmp(notice)).is_ok() && formats.contains(&format)
        });
    }
    let place = Lock::place(&cli.folder);
    write_open(&place, lock.text().as_bytes()).map_err(|error| Failure::at("write", &place, &error))
}

/// `built 3 of 4 notices in 3 formats; 1 refused`
fn summary(outcomes: &[Outcome], formats: &[&str], asked: &cli::Build, voice: &Voice) {
    let made = outcomes
        .iter()
        .filter(|one| matches!(one.ending, Ending::Made(..)))
        .count();
    let noun = |count: usize, one: &str| format!("{count} {one}{}", if count == 1 { "" } else { "s" });
    let verb = if asked.draft { "drafted" } else { "built" };
    let built = if made == outcomes.len() {
        noun(made, "notice")
    } else {
        format!("{made} of {}", noun(outcomes.len(), "notice"))
    };
    voice.say(&format!("{verb} {built} in {}", noun(formats.len(), "format")));
}
