//! `correct`: issues a published notice again, saying what was wrong or is better known, or takes it back.

use pressroom::finding::{Code, Finding};
use pressroom::issued::{Change, ChangeKind, Issued, Version};
use pressroom::press::Wanted;
use pressroom::report;

use super::bench::Bench;
use super::clearance::{editions, last_issue};
use super::publish::record;
use super::target::{self, Target};
use super::{Exit, Failure, voice::Voice};
use crate::cli::{self, Cli, SetClock};
use crate::desk::Standing;

/// What is done to a notice here.
const DONE: &str = "issued again";

/// The longest reason, in characters.
const LONGEST: usize = 600;

/// Runs it.
///
/// # Errors
/// The folder cannot be read, the notice was never issued, or the new version cannot be written.
pub fn run(cli: &Cli, asked: &cli::Correct, voice: &Voice) -> Result<Exit, Failure> {
    let change = change(asked)?;
    let clock_set = matches!(cli.now, Some(SetClock::To(..)));
    let mut bench = Bench::open(cli, voice)?;
    let target = Target::of(cli, &bench, &asked.public, asked.rehearse.as_deref(), clock_set)?;
    let reason = bench.office.take_reason(&change.reason);
    let notice = bench.choose_one(&asked.notice)?;
    let Some(issued) = bench.office.issued(&notice) else {
        return Err(Failure::usage(
            format!("{notice} was never issued, so there is nothing to correct"),
            "change the data or the words, and `pressroom build` makes the notice anew",
        ));
    };
    if let Some(last) = last_issue(&bench).filter(|last| bench.now() < *last) {
        for line in target::clock_behind(&notice, DONE, &bench.office.stamp(last)) {
            voice.say(&line);
        }
        return Ok(Exit::Found);
    }
    if let Some(due) = bench
        .office
        .due(&notice)
        .filter(|due| !due.instant.has_passed(bench.now()))
    {
        voice.say(&target::held(&notice, DONE, &due.instant.until(bench.now())));
        voice.say("  leave the embargo of a published notice as it was");
        return Ok(Exit::Held);
    }
    let request = bench.request(Wanted::Public);
    let mut composed = bench.office.compose_changed(&notice, &request, &change, reason);
    composed.findings = composed
        .findings
        .into_iter()
        .map(|one| bench.weigh(one))
        .collect();
    let withdrawn = change.kind == ChangeKind::Withdrawal;
    // What is taken back may be wrong; what is said of it may not.
    let of_reason = composed
        .findings
        .iter()
        .any(|one| one.is_error() && bench.office.in_reason(one));
    let taken_back = withdrawn && composed.release.is_some() && !of_reason;
    let mut refused = bench.refuses(&notice, &composed) && !taken_back;
    let mut findings = bench.findings_for(std::slice::from_ref(&asked.notice), std::slice::from_ref(&notice));
    findings.append(&mut composed.findings);
    let mut texts = Vec::new();
    if let Some(release) = &composed.release {
        let laid_out = bench.lay_out_all(release);
        refused |= !laid_out.whole;
        findings.extend(laid_out.findings);
        texts = laid_out.texts;
    }
    let findings = report::settle(findings, bench.sources());
    voice.report(&report::human(&findings, bench.sources(), voice.look));
    let Some(release) = composed.release.as_ref().filter(|_| !refused) else {
        voice.say(&format!("{notice} is not issued again: errors stand against it"));
        return Ok(Exit::Found);
    };
    let mut version = bench.office.next_version(&notice, release, &request, &change);
    version.editions = editions(&texts);
    if let Some(says) = nothing_to_say(&bench, &notice, issued, &version) {
        voice.say(&says);
        voice.say("  change the data or the words first, or leave the notice as it is");
        return Ok(Exit::Found);
    }
    let mut all = issued.clone();
    let number = version.version;
    all.versions.push(version);
    voice.say(&put(&target, &notice, &texts, &all, cli)?);
    if matches!(target, Target::Public(_)) {
        let at = bench.office.stamp(bench.now());
        voice.say(&format!("{notice} is published, version {number}, at {at}"));
    }
    Ok(bench.exit)
}

/// What kind of change, and why.
fn change(asked: &cli::Correct) -> Result<Change, Failure> {
    let kind = match (asked.correction, asked.revision) {
        (true, _) => ChangeKind::Correction,
        (_, true) => ChangeKind::Revision,
        _ => ChangeKind::Withdrawal,
    };
    let reason = asked.reason.trim();
    let refuse = |says: &str| {
        Err(Failure::usage(
            says,
            "say in a sentence for the reader what was wrong, or what is better known now: --reason TEXT",
        ))
    };
    if reason.is_empty() {
        return refuse("the reason is empty");
    }
    if reason.chars().count() > LONGEST {
        return refuse("the reason is longer than 600 characters");
    }
    if report::printable(reason) != reason {
        return refuse("the reason has a character that a reader cannot see, or a line break");
    }
    Ok(Change {
        kind,
        reason: reason.to_owned(),
    })
}

/// Why there is nothing to issue: neither words, figures nor looks changed, or the notice is withdrawn already.
fn nothing_to_say(bench: &Bench, notice: &str, issued: &Issued, version: &Version) -> Option<String> {
    let latest = issued.latest()?;
    if version.is_withdrawal() {
        return latest
            .is_withdrawal()
            .then(|| format!("{notice} is withdrawn already, as version {}", latest.version));
    }
    // What was withdrawn may stand again as it was.
    if latest.is_withdrawal() || !latest.says_the_same(version) {
        return None;
    }
    // The words stand; a letterhead or layout may have changed.
    let as_it_is = bench.compose(notice, Wanted::Public);
    let differs = |one: &Finding| one.code == Code::IssuedDiffers;
    let release = as_it_is.release.as_ref();
    let texts = release.map_or_else(Vec::new, |release| bench.lay_out_all(release).texts);
    let unchanged = Version {
        editions: editions(&texts),
        ..latest.clone()
    };
    let same = latest.looks_the_same(&unchanged) && !as_it_is.findings.iter().any(differs);
    same.then(|| {
        format!(
            "{notice} says what its version {} said: nothing changed",
            latest.version
        )
    })
}

/// Puts the new version where it goes, and on record; returns what to say of it.
fn put(
    target: &Target,
    notice: &str,
    texts: &[(&'static str, String)],
    all: &Issued,
    cli: &Cli,
) -> Result<String, Failure> {
    match target {
        Target::Nowhere => Err(target::nowhere(notice, DONE)),
        Target::Rehearsal(folder) => target::rehearse(folder, notice, texts),
        Target::Public(folder) => {
            let files: Vec<(&str, &[u8])> = texts
                .iter()
                .map(|(format, text)| (*format, text.as_bytes()))
                .collect();
            // If the record then fails, the same command puts both right.
            folder.put(notice, &files, Standing::Replaced)?;
            record(cli, all)?;
            Ok(format!("the public edition of {notice} says what changed"))
        }
    }
}
