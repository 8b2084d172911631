//! `publish`: the public edition of each notice, once its instant has passed and nothing stands in the way.

use std::collections::BTreeSet;
use std::fs;
use std::thread;
use std::time::{Duration, SystemTime};

use chrono::{DateTime, Utc};
use pressroom::finding::Finding;
use pressroom::issued::Issued;
use pressroom::moment::Instant;
use pressroom::report;
use rayon::prelude::*;

use super::bench::{Bench, belongs};
use super::clearance::{self, Clearance};
use super::target::{self, Target};
use super::{Exit, Failure, voice::Voice};
use crate::cli::{self, Cli, SetClock};
use crate::desk::{self, Standing};

/// The longest sleep before the clock is looked at again: it may have been set meanwhile.
const NAP: Duration = Duration::from_secs(20);

/// Runs it.
///
/// # Errors
/// The folder cannot be read, what is asked cannot be, or a notice cannot be written.
pub fn run(cli: &Cli, asked: &cli::Publish, voice: &Voice) -> Result<Exit, Failure> {
    let mut exit = Exit::Done;
    let mut settled = BTreeSet::new();
    loop {
        let round = Round::new(cli, asked, voice)?;
        let (ended, wake) = round.run(voice, &mut settled);
        exit = exit.max(ended);
        match wake {
            Some(instant) => sleep_until(instant),
            None => return Ok(exit),
        }
    }
}

/// One reading of the folder, and what can be published by the clock of that moment.
struct Round<'r> {
    cli: &'r Cli,
    asked: &'r cli::Publish,
    clock_set: bool,
    target: Target,
    bench: Bench,
    chosen: Vec<String>,
    last_issue: Option<DateTime<Utc>>,
}

/// What to say of a notice when all are done: a line, or a failure.
enum Told {
    Line(String),
    Failure(Failure),
}

impl<'r> Round<'r> {
    fn new(cli: &'r Cli, asked: &'r cli::Publish, voice: &Voice) -> Result<Self, Failure> {
        let clock_set = matches!(cli.now, Some(SetClock::To(..)));
        let bench = Bench::open(cli, voice)?;
        Ok(Round {
            target: Target::of(cli, &bench, &asked.public, asked.rehearse.as_deref(), clock_set)?,
            chosen: bench.choose(&asked.notices)?,
            last_issue: clearance::last_issue(&bench),
            cli,
            asked,
            clock_set,
            bench,
        })
    }

    /// Publishes what may be, and says for which instant to wait, if any. Notices in `settled` are done already.
    fn run(&self, voice: &Voice, settled: &mut BTreeSet<String>) -> (Exit, Option<DateTime<Utc>>) {
        let mut exit = self.bench.exit;
        let unread = |name: &&String| !self.chosen.iter().any(|notice| belongs(notice, name));
        if self.asked.notices.iter().any(|name| unread(&name)) {
            // Its file cannot be read, as the findings say.
            exit = exit.max(Exit::Found);
        }
        let mut findings = self.bench.findings_for(&self.asked.notices, &self.chosen);
        let mut told = Vec::new();
        let mut wake: Option<DateTime<Utc>> = None;
        let on_record = matches!(self.target, Target::Public(_));
        let open: Vec<&String> = self
            .chosen
            .iter()
            .filter(|notice| !settled.contains(*notice))
            .collect();
        let done: Vec<(&String, Vec<Finding>, Vec<Told>, Settled)> = open
            .into_par_iter()
            .map(|notice| {
                let cleared = clearance::of(&self.bench, notice, self.last_issue, on_record);
                let mut told = Vec::new();
                let settled = self.settle(notice, cleared.clearance, &mut told);
                (notice, cleared.findings, told, settled)
            })
            .collect();
        for (notice, found, mut lines, one) in done {
            findings.extend(found);
            told.append(&mut lines);
            match one {
                Settled::Wait(until) => wake = Some(wake.map_or(until, |earlier| earlier.min(until))),
                Settled::Done(ended) => {
                    exit = exit.max(ended);
                    settled.insert(notice.clone());
                }
            }
        }
        let findings = report::settle(findings, self.bench.sources());
        voice.report(&report::human(&findings, self.bench.sources(), voice.look));
        for one in told {
            match one {
                Told::Line(line) => voice.say(&line),
                Told::Failure(failure) => voice.failure(&failure),
            }
        }
        (exit, wake)
    }

    /// Publishes a notice that may be, and says why another may not.
    fn settle(&self, notice: &str, clearance: Clearance, told: &mut Vec<Told>) -> Settled {
        let mut say = |line: String| told.push(Told::Line(line));
        match clearance {
            Clearance::Held {
                until,
                left,
                ready: true,
            } if self.asked.wait && !self.clock_set => {
                say(format!("{notice} is held by its embargo: waiting {left}"));
                Settled::Wait(until)
            }
            Clearance::Held {
                left, ready: true, ..
            } => {
                say(target::held(notice, "published", &left));
                Settled::Done(Exit::Held)
            }
            Clearance::Held {
                left, ready: false, ..
            } => {
                say(format!(
                    "{notice} is held by its embargo, which has {left} to run, and errors stand against it: not published"
                ));
                // Nothing is waited for in vain.
                Settled::Done(if self.asked.wait { Exit::Found } else { Exit::Held })
            }
            Clearance::Refused => {
                say(format!("{notice} is not published: errors stand against it"));
                Settled::Done(Exit::Found)
            }
            Clearance::ClockBehind { last } => {
                let lines = target::clock_behind(notice, "published", &last);
                lines.into_iter().for_each(&mut say);
                Settled::Done(Exit::Found)
            }
            Clearance::Ready(issue) => match put(&self.target, &self.bench, notice, &issue, self.cli) {
                Ok(line) => {
                    say(line);
                    Settled::Done(Exit::Done)
                }
                Err(failure) => {
                    let exit = failure.exit;
                    told.push(Told::Failure(failure));
                    Settled::Done(exit)
                }
            },
        }
    }
}

/// What became of a notice in a round.
enum Settled {
    /// It is to be published at that instant.
    Wait(DateTime<Utc>),
    /// Nothing more is to be done.
    Done(Exit),
}

/// Puts one notice where it goes, and on record; returns what to say of it.
fn put(
    target: &Target,
    bench: &Bench,
    notice: &str,
    issue: &clearance::Issue,
    cli: &Cli,
) -> Result<String, Failure> {
    match target {
        Target::Nowhere => Err(target::nowhere(notice, "published")),
        Target::Rehearsal(folder) => target::rehearse(folder, notice, &issue.texts),
        Target::Public(folder) => {
            let files: Vec<(&str, &[u8])> = issue
                .texts
                .iter()
                .map(|(format, text)| (*format, text.as_bytes()))
                .collect();
            let written = folder.put(notice, &files, Standing::Kept)?;
            if issue.on_record {
                let what = if written {
                    "put back what was missing"
                } else {
                    "nothing to do"
                };
                let stands = if issue.version.is_withdrawal() {
                    "withdrawn, as"
                } else {
                    "published already,"
                };
                return Ok(format!(
                    "{notice} is {stands} version {}: {what}",
                    issue.version.version
                ));
            }
            record(cli, &Issued::first(notice, issue.version.clone()))?;
            let at = bench.office.stamp(bench.now());
            let late = match bench.office.due(notice) {
                Some(due) if Instant::at(bench.now(), &due.instant.zone).date() != due.instant.date() => {
                    "; the day of publication on its page is the day that it was due"
                }
                _ => "",
            };
            Ok(format!(
                "{notice} is published, version {}, at {at}{late}",
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
