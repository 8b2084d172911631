//! What `build` keeps of a run, the manifest and the lock, and what it compares with the lock.

use std::path::Path;

use pressroom::finding::Finding;
use pressroom::press;

use super::bench::Bench;
use super::{Exit, Failure, shown, voice::Voice};
use crate::desk::{self, Digest, Lock, Manifest, OutFolder, Output, Written};

/// What became of a notice.
pub struct Outcome {
    /// The notice.
    pub notice: String,
    /// Its findings, those of its layouts too.
    pub findings: Vec<Finding>,
    /// How it ended.
    pub ending: Ending,
}

/// How a notice ended.
pub enum Ending {
    /// Errors stand against it.
    Refused,
    /// It could not be written.
    Failed(Failure),
    /// Every format with its digest, and how much of it was new.
    Made(Vec<(&'static str, Digest)>, Written),
}

/// The records of a run.
pub struct Records<'r> {
    bench: &'r Bench,
    outcomes: &'r [Outcome],
    notices: Vec<String>,
    whole: bool,
}

impl<'r> Records<'r> {
    /// The records of `outcomes`; `whole` for a run over every notice and format.
    pub fn new(bench: &'r Bench, outcomes: &'r [Outcome], whole: bool) -> Self {
        let mut notices = bench.office.notices();
        notices.sort();
        Records {
            bench,
            outcomes,
            notices,
            whole,
        }
    }

    /// Compares what was made with the lock, notice by notice and format by format, and tells each difference.
    ///
    /// # Errors
    /// The lock is there and cannot be read.
    pub fn compare(&self, home: &Path, voice: &Voice) -> Result<Exit, Failure> {
        let Some((lock, spoilt)) = Lock::read(home)? else {
            voice.say("there is no data/notices.lock to compare with: run `pressroom build` and commit it");
            return Ok(Exit::Found);
        };
        let mut differ: Vec<String> = spoilt
            .iter()
            .map(|line| format!("data/notices.lock:{line} is no line of a lock"))
            .collect();
        for (notice, format, digest) in self.made() {
            match lock.get(notice, format) {
                None => differ.push(format!("{notice}.{format} is not in the lock")),
                Some(locked) if locked != digest.to_string() => {
                    differ.push(format!("{notice}.{format} would come out otherwise"));
                }
                Some(_) => {}
            }
        }
        for (notice, format) in lock.iter() {
            if self.gone(notice, format) {
                differ.push(format!(
                    "{notice}.{format} is in the lock, but no longer in the office"
                ));
            }
        }
        for line in &differ {
            voice.say(line);
        }
        if differ.is_empty() {
            return Ok(Exit::Done);
        }
        voice.say(
            "data/notices.lock is out of date: run `pressroom build`, review what changed and commit it",
        );
        Ok(Exit::Found)
    }

    /// Writes the manifest: what this run made, and what it left of earlier ones. Outputs of notices that are gone are
    /// cleared away first, unless somebody changed them.
    ///
    /// # Errors
    /// The manifest cannot be read or written.
    pub fn keep_manifest(&self, out: &OutFolder, draft: bool, voice: &Voice) -> Result<(), Failure> {
        let mut manifest = Manifest::of(&self.bench.inputs);
        let edition = if draft { "draft" } else { "embargoed" };
        for (notice, format, digest) in self.made() {
            let output = Output {
                notice: notice.to_owned(),
                format: format.to_owned(),
                edition: edition.to_owned(),
                bytes: digest.length,
                sha256: digest.to_string(),
            };
            manifest.add(OutFolder::name(notice, format), output);
        }
        if let Some(earlier) = Manifest::read(out.path())? {
            for (path, output) in earlier.outputs() {
                if manifest.has(path) {
                    continue;
                }
                if self.gone(&output.notice, &output.format) {
                    if desk::clear(out, path, output)? == desk::Stale::Changed {
                        let place = out.path().join(path);
                        voice.say(&format!(
                            "{} belongs to no notice any more, but was changed since it was written: left as it is",
                            shown(&place)
                        ));
                    }
                } else {
                    manifest.add(path.to_owned(), output.clone());
                }
            }
        }
        let place = out.path().join("manifest.json");
        desk::write_together(&[(place, manifest.text()?.as_bytes())])?;
        Ok(())
    }

    /// Writes the lock: what this run made; a refused notice keeps its entries, one that is gone loses them.
    ///
    /// # Errors
    /// The lock cannot be read or written.
    pub fn keep_lock(&self, home: &Path, voice: &Voice) -> Result<(), Failure> {
        let before = Lock::read(home)?;
        if before.is_none() && self.made().next().is_none() {
            // An empty lock would look as if there were no notices.
            return Ok(());
        }
        let (mut lock, spoilt) = before.unwrap_or_default();
        for line in spoilt {
            voice.say(&format!("data/notices.lock:{line} is no line of a lock: dropped"));
        }
        for (notice, format, digest) in self.made() {
            lock.set(notice, format, digest.to_string());
        }
        lock.retain(|notice, format| !self.gone(notice, format));
        let place = Lock::place(home);
        desk::write_open(&place, lock.text().as_bytes()).map_err(|error| Failure::at("write", &place, &error))
    }

    fn made(&self) -> impl Iterator<Item = (&str, &'static str, &Digest)> {
        self.outcomes.iter().flat_map(|outcome| {
            let digests = match &outcome.ending {
                Ending::Made(digests, _) => digests.as_slice(),
                _ => &[],
            };
            digests
                .iter()
                .map(|(format, digest)| (outcome.notice.as_str(), *format, digest))
        })
    }

    /// Whether the office no longer has that notice or the program that format. Only a whole run over sound data can
    /// tell: a notice that cannot be read today is not gone.
    fn gone(&self, notice: &str, format: &str) -> bool {
        let known = self
            .notices
            .binary_search_by(|one| one.as_str().cmp(notice))
            .is_ok();
        let sound = self.bench.exit == Exit::Done && !pressroom::finding::any_error(&self.bench.findings);
        self.whole && sound && !(known && press::formats().contains(&format))
    }
}
