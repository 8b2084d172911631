//! Where `publish` and `correct` put a notice: before everybody, or where only a rehearsal is seen. What both say of it.

use std::path::Path;

use super::bench::Bench;
use super::{Failure, shown};
use crate::cli::Cli;
use crate::desk::{self, OutFolder, PublicFolder};

/// Where a notice goes.
pub enum Target {
    /// Before everybody, and on record.
    Public(PublicFolder),
    /// Nowhere that anybody looks, and not on record.
    Rehearsal(OutFolder),
    /// Nowhere: the clock is set, and no place for a rehearsal is named.
    Nowhere,
}

impl Target {
    /// The target that the options name. Both folders are looked at before anything is made.
    ///
    /// # Errors
    /// A folder cannot be what it is named for.
    pub fn of(
        cli: &Cli,
        bench: &Bench,
        public: &Path,
        rehearsal: Option<&Path>,
        clock_set: bool,
    ) -> Result<Target, Failure> {
        let folder = PublicFolder::at(&cli.folder, public)?;
        let Some(rehearsal) = rehearsal else {
            return Ok(if clock_set {
                Target::Nowhere
            } else {
                Target::Public(folder)
            });
        };
        let at = |public: &Path| OutFolder::of_option("--rehearse", &cli.folder, rehearsal, public);
        at(Path::new("public"))?;
        let folder = at(public)?;
        // The manifest there would no longer say what stands beside it.
        if folder.holds_editions() {
            return Err(Failure::usage(
                format!("--rehearse {} holds embargoed editions", shown(rehearsal)),
                "rehearse in a folder of its own, such as rehearsal/",
            ));
        }
        folder.no_public_edition("--rehearse", bench.office.all_issued())?;
        Ok(Target::Rehearsal(folder))
    }
}

/// Writes the formats of a notice where only a rehearsal is seen; returns what to say of it.
///
/// # Errors
/// They cannot be written.
pub fn rehearse(
    folder: &OutFolder,
    notice: &str,
    texts: &[(&'static str, String)],
) -> Result<String, Failure> {
    folder.make()?;
    folder.make_for(notice)?;
    let files: Vec<_> = texts
        .iter()
        .map(|(format, text)| {
            (
                folder.path().join(OutFolder::name(notice, format)),
                text.as_bytes(),
            )
        })
        .collect();
    desk::write_together(&files)?;
    Ok(format!(
        "{notice} was rehearsed: nothing is public, and nothing on record"
    ))
}

/// Why nothing is `done` under a set clock: `published`, `issued again`.
pub fn nowhere(notice: &str, done: &str) -> Failure {
    Failure::usage(
        format!("{notice} is not {done}: under a set clock it can only be rehearsed"),
        "name a folder for it: --rehearse DIR",
    )
}

/// What to say where the clock is behind the last issue, which was at `last`.
pub fn clock_behind(notice: &str, done: &str, last: &str) -> [String; 2] {
    [
        format!("{notice} is not {done}: the clock is behind the last issue, which was at {last}"),
        "  correct the machine's clock, or the record in data/issued/ that is wrong".to_owned(),
    ]
}

/// What to say where the embargo has `left` to run.
pub fn held(notice: &str, done: &str, left: &str) -> String {
    format!("{notice} is held by its embargo, which has {left} to run: not {done}")
}
