//! `check --copy FILE`: whether an edited copy still says what the notice says. Nothing is written.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use pressroom::copy::{NotText, text_of};
use pressroom::finding::Severity;
use pressroom::press::Wanted;
use pressroom::report;
use serde_json::json;

use super::bench::Bench;
use super::{Exit, Failure, check, shown, voice::Voice};
use crate::cli::{self, Cli, MessageFormat};

/// Runs it.
///
/// # Errors
/// The folder or the copy cannot be read, or it is not clear of which notice it is a copy.
pub fn run(cli: &Cli, asked: &cli::Check, copy: &Path, voice: &Voice) -> Result<Exit, Failure> {
    let mut bench = Bench::open(cli, voice)?;
    let notice = notice_of(&bench, &asked.notices, copy)?;
    let text = read(copy)?;
    let file = bench
        .office
        .take_copy(&copy.to_string_lossy().replace('\\', "/"), &text);
    let request = bench.request(Wanted::Embargoed);
    let (found, beside) = match bench.office.compare_copy(&notice, file, &request) {
        Some(compared) => {
            let beside = (compared.lines_before, compared.lines_after);
            (compared.findings, Some(beside))
        }
        // The notice itself cannot be composed: say why.
        None => {
            let own = bench.compose(&notice, Wanted::Embargoed).findings;
            let about = bench.findings_for(&asked.notices, std::slice::from_ref(&notice));
            (about.into_iter().chain(own).collect(), None)
        }
    };
    let found = found.into_iter().map(|one| bench.weigh(one)).collect();
    let findings = report::settle(found, bench.sources());
    let wrong = findings.iter().any(|one| one.finding.severity == Severity::Error);
    let asked_for = voice.values_asked_for;
    let mut in_lines = String::new();
    if let Some((before, after)) = beside {
        if findings.is_empty() {
            in_lines.push_str(&format!("the copy says what the notice {notice} says\n"));
        }
        in_lines.push_str(&not_read(before, after));
    }
    let of_lines = beside.map(|(before, after)| json!({"lines-before": before, "lines-after": after}));
    match asked.message_format {
        MessageFormat::Human => {
            voice.report(&report::human(&findings, bench.sources(), voice.look));
            voice.give(&in_lines)?;
        }
        MessageFormat::Json => {
            let mut document = report::json(&findings, bench.sources(), voice.look.values);
            if let Some(of_lines) = of_lines {
                document["not-read"] = of_lines;
            }
            voice.give(&format!("{document:#}\n"))?;
        }
        MessageFormat::Github => {
            voice.give(&report::github(
                &findings,
                bench.sources(),
                &check::prefix(cli),
                asked_for,
            ))?;
            voice.report(&in_lines);
        }
        MessageFormat::Sarif => {
            let mut log = report::sarif(&findings, bench.sources(), &check::prefix(cli), asked_for);
            if let Some(of_lines) = of_lines {
                log["runs"][0]["properties"] = json!({"not-read": of_lines});
            }
            voice.give(&format!("{log:#}\n"))?;
            voice.report(&in_lines);
        }
    }
    let exit = if wrong || beside.is_none() {
        Exit::Found
    } else {
        Exit::Done
    };
    Ok(exit.max(bench.exit))
}

/// What of the copy was held against nothing: `3 lines before the notice and 1 after it were not compared`.
fn not_read(before: usize, after: usize) -> String {
    let lines = |count: usize| format!("{count} line{}", if count == 1 { "" } else { "s" });
    let what = match (before, after) {
        (0, 0) => return String::new(),
        (before, 0) => format!("{} before the notice", lines(before)),
        (0, after) => format!("{} after the notice", lines(after)),
        (before, after) => format!("{} before the notice and {after} after it", lines(before)),
    };
    let verb = if before + after == 1 { "was" } else { "were" };
    format!("{what} {verb} not compared: read that part yourself\n")
}

/// The one notice asked for; the only one of the office; or the one whose name the file bears.
fn notice_of(bench: &Bench, asked: &[String], copy: &Path) -> Result<String, Failure> {
    let chosen = bench.choose(asked)?;
    let stem = copy
        .file_stem()
        .map(|stem| stem.to_string_lossy().into_owned())
        .unwrap_or_default();
    let named = |notice: &&String| notice.rsplit('/').next() == Some(stem.as_str());
    let mut of_that_name = chosen.iter().filter(named);
    match (chosen.as_slice(), of_that_name.next(), of_that_name.next()) {
        ([only], _, _) => Ok(only.clone()),
        (_, Some(named), None) => Ok(named.clone()),
        _ => Err(Failure::usage(
            "it is not clear of which notice the file is a copy",
            "name the notice: pressroom check NOTICE --copy FILE",
        )),
    }
}

/// The copy's text, however an office program saved it.
fn read(copy: &Path) -> Result<String, Failure> {
    let bytes = fs::read(copy).map_err(|error| match error.kind() {
        ErrorKind::NotFound => Failure::usage(
            format!("there is no file {}", copy.display()),
            "check the name after --copy; it is found from where the program was started",
        ),
        ErrorKind::IsADirectory => Failure::usage(
            format!("{} is a folder", shown(copy)),
            "name the file of the copy after --copy",
        ),
        _ => Failure::at("read", copy, &error),
    })?;
    text_of(&bytes)
        .map_err(|NotText { is, instead }| Failure::usage(format!("{} is {is}", shown(copy)), instead))
}
