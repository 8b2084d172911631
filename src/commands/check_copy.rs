//! `check --copy FILE`: whether an edited copy still says what the notice says. Nothing is written.

use std::fs;
use std::path::Path;

use pressroom::copy::text_of;
use pressroom::finding::Severity;
use pressroom::press::Wanted;
use pressroom::report;

use super::bench::Bench;
use super::{Exit, Failure, check, voice::Voice};
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
    let (found, compared) = match bench.office.compare_copy(&notice, file, &request) {
        Some(found) => (found, true),
        // The notice itself cannot be composed: say why.
        None => {
            let own = bench.compose(&notice, Wanted::Embargoed).findings;
            let about = bench.findings_for(&asked.notices, std::slice::from_ref(&notice));
            (about.into_iter().chain(own).collect(), false)
        }
    };
    let found = found.into_iter().map(|one| bench.weigh(one)).collect();
    let findings = report::settle(found, bench.sources());
    let wrong = findings.iter().any(|one| one.finding.severity == Severity::Error);
    let asked_for = voice.values_asked_for;
    match asked.message_format {
        MessageFormat::Human => {
            voice.report(&report::human(&findings, bench.sources(), voice.look));
            if compared && findings.is_empty() {
                voice.give(&format!("the copy says what the notice {notice} says\n"))?;
            }
        }
        MessageFormat::Json => {
            let document = report::json(&findings, bench.sources(), voice.look.values);
            voice.give(&format!("{document:#}\n"))?;
        }
        MessageFormat::Github => {
            voice.give(&report::github(
                &findings,
                bench.sources(),
                &check::prefix(cli),
                asked_for,
            ))?;
        }
        MessageFormat::Sarif => {
            let log = report::sarif(&findings, bench.sources(), &check::prefix(cli), asked_for);
            voice.give(&format!("{log:#}\n"))?;
        }
    }
    let exit = if wrong || !compared {
        Exit::Found
    } else {
        Exit::Done
    };
    Ok(exit.max(bench.exit))
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
    let bytes = fs::read(copy).map_err(|error| Failure::at("read", copy, &error))?;
    text_of(&bytes).ok_or_else(|| {
        Failure::usage(
            format!("{} is not a text file", super::exit::shown(copy)),
            "save the copy as plain text (UTF-8), ending in .txt or .md",
        )
    })
}
