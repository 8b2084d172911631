//! `publish`: the public edition of each notice, once its instant has passed and nothing stands in the way.

use std::fs;
use std::path::Path;
use std::thread;
use std::time::{Duration, SystemTime};

use chrono::{DateTime, Utc};
use pressroom::issued::Issued;
use pressroom::report;

use super::bench::Bench;
use super::clearance::{self, Clearance, Cleared};
use super::{Exit, Failure, voice::Voice};
use crate::cli::{self, Cli, SetClock};
use crate::desk::{self, OutFolder, PublicFolder, Standing};

/// The longest sleep before the clock is looked at again: it may have been set meanwhile.
const NAP: Duration = Duration::from_secs(20);

/// Where a notice goes.
pub(super) enum Target {
    /// Before everybody, and on record.
    Public(PublicFolder),
    /// Nowhere that anybody looks, and not on record.
    Rehearsal(OutFolder),
    /// Nowhere: the clock is set, and no place for a rehearsal is named.
    Nowhere,
}

/// Runs it.
///
/// # Errors
/// The folder cannot be read, what is asked cannot be, or a notice cannot be written.
pub fn run(cli: &Cli, asked: &cli::Publish, voice: &Voice) -> Result<Exit, Failure> {
    let clock_set = matches!(cli.now, Some(SetClock::To(..)));
    let target = target(cli, &asked.public, asked.rehearse.as_deref(), clock_set)?;
    let mut exit = Exit::Done;
    let mut settled: Vec<String> = Vec::new();
    loop {
        let bench = Bench::open(cli, voice)?;
        exit = exit.max(bench.exit);
        let mut chosen = bench.choose(&asked.notices)?;
        if chosen.is_empty() {
            exit = exit.max(Exit::Found);
        }
        chosen.retain(|notice| !settled.contains(notice));
        let mut findings = bench.findings_for(&asked.notices, &chosen);
        let last_issue = clearance::last_issue(&bench);
        let cleared: Vec<(String, Cleared)> = chosen
            .into_iter()
            .map(|notice| {
                let cleared = clearance::of(&bench, &notice, last_issue, matches!(target, Target::Public(_)));
                (notice, cleared)
            })
            .collect();
        findings.extend(cleared.iter().flat_map(|(_, one)| one.findings.iter().cloned()));
        let findings = report::settle(findings, bench.sources());
        voice.report(&report::human(&findings, bench.sources(), voice.look));
        let mut wake: Option<DateTime<Utc>> = None;
        for (notice, one) in cleared {
            match one.clearance {
                Clearance::Held { until, left, ready } if asked.wait && ready && !clock_set => {
                    voice.say(&format!("{notice} is held by its embargo: waiting {left}"));
                    wake = Some(wake.map_or(until, |earlier| earlier.min(until)));
                    continue;
                }
                Clearance::Held { left, ready, .. } => {
                    let also = if ready {
                        ""
                    } else {
                        ", and errors stand against it"
                    };
                    voice.say(&format!(
                        "{notice} is held by its embargo for another {left}{also}: not published"
                    ));
                    exit = exit.max(if asked.wait && !ready {
                        Exit::Found
                    } else {
                        Exit::Held
                    });
                }
                Clearance::Refused => {
                    voice.say(&format!("{notice} is not published: errors stand against it"));
                    exit = exit.max(Exit::Found);
                }
                Clearance::ClockBehind { last } => {
                    voice.say(&format!(
                        "{notice} is not published: the clock is behind the last issue, which was at {last}"
                    ));
                    voice.say("  correct the machine's clock, or the record in data/issued/ that is wrong");
                    exit = exit.max(Exit::Found);
                }
                Clearance::Ready(issue) => match put(&target, &bench, &notice, &issue, cli) {
                    Ok(line) => voice.say(&line),
                    Err(failure) => {
                        voice.failure(&failure);
                        exit = exit.max(failure.exit);
                    }
                },
            }
            settled.push(notice);
        }
        match wake {
            Some(instant) => sleep_until(instant),
            None => return Ok(exit),
        }
    }
}

/// Where the notices go. Both folders are looked at before anything is made.
pub(super) fn target(
    cli: &Cli,
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
    let mut folder = None;
    for public in [Path::new("public"), public] {
        folder = Some(OutFolder::of_option(
            "--rehearse",
            &cli.folder,
            rehearsal,
            public,
        )?);
    }
    folder
        .map(Target::Rehearsal)
        .ok_or_else(|| Failure::usage("no folder to rehearse in", ""))
}

/// Puts one notice where it goes, and on record; returns what to say of it.
fn put(
    target: &Target,
    bench: &Bench,
    notice: &str,
    issue: &clearance::Issue,
    cli: &Cli,
) -> Result<String, Failure> {
    let files: Vec<(&str, &[u8])> = issue
        .texts
        .iter()
        .map(|(format, text)| (*format, text.as_bytes()))
        .collect();
    match target {
        Target::Nowhere => Err(Failure::usage(
            format!("{notice} is not published: under a set clock it can only be rehearsed"),
            "name a folder for it: --rehearse DIR",
        )),
        Target::Rehearsal(folder) => {
            folder.make()?;
            folder.make_for(notice)?;
            let files: Vec<_> = files
                .iter()
                .map(|(format, bytes)| (folder.path().join(OutFolder::name(notice, format)), *bytes))
                .collect();
            desk::write_together(&files)?;
            Ok(format!(
                "{notice} was rehearsed: nothing is public, and nothing on record"
            ))
        }
        Target::Public(folder) => {
            let written = folder.put(notice, &files, Standing::Kept)?;
            if issue.on_record {
                let what = if written {
                    "put back what was missing"
                } else {
                    "nothing to do"
                };
                return Ok(format!(
                    "{notice} is published already, version {}: {what}",
                    issue.version.version
                ));
            }
            record(cli, &Issued::first(notice, issue.version.clone()))?;
            let at = bench.office.stamp(bench.now());
            Ok(format!(
                "{notice} is published, version {}, at {at}",
                issue.version.version
            ))
        }
    }
}

/// Puts a notice on record as issued.
pub(super) fn record(cli: &Cli, issued: &Issued) -> Result<(), Failure> {
    let place = cli.folder.join(format!("data/issued/{}.yaml", issued.notice));
    let folder = place.parent().unwrap_or(&cli.folder);
    fs::create_dir_all(folder).map_err(|error| Failure::at("make", folder, &error))?;
    desk::write_open(&place, issued.yaml().as_bytes()).map_err(|error| Failure::at("write", &place, &error))
}

/// Sleeps until the clock shows `instant`. Nothing is written yet, so that an interruption leaves nothing behind.
fn sleep_until(instant: DateTime<Utc>) {
    while let Ok(left) = (instant - DateTime::<Utc>::from(SystemTime::now())).to_std() {
        if left.is_zero() {
            break;
        }
        thread::sleep(left.min(NAP));
    }
}
