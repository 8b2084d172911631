//! `check`: every finding and the coverage, nothing written.

use std::env;
use std::fs;
use std::path::Path;

use pressroom::claims::RestsOn;
use pressroom::finding::Finding;
use pressroom::press::{Composed, Wanted};
use pressroom::report::{self, Coverage};
use rayon::prelude::*;
use serde_json::json;

use super::bench::Bench;
use super::check_copy;
use super::{Exit, Failure, voice::Voice};
use crate::cli::{self, Cli, MessageFormat};

/// What became of a notice.
struct Checked {
    findings: Vec<Finding>,
    coverage: Coverage,
    /// What was found right, a line each, where that was asked for.
    passed: String,
}

/// What was found right in a notice: names of figures and claims and where they stand, no values and no words.
fn passes(notice: &str, composed: &Composed) -> String {
    let passages = composed
        .release
        .as_ref()
        .map(pressroom::release::Release::passages)
        .unwrap_or_default();
    let mut lines = String::new();
    for passage in passages.iter().filter(|passage| !passage.part.is_tabular()) {
        for (_, figure) in passage.figures() {
            lines.push_str(&format!(
                "{notice}: traced `{}` in {}\n",
                figure.name, passage.part
            ));
        }
    }
    for held in composed.held.iter().filter(|held| held.holds) {
        let part = passages
            .get(held.passage)
            .map_or_else(String::new, |passage| passage.part.to_string());
        let how = match held.rests_on {
            RestsOn::Condition => "holds",
            RestsOn::Source => "cited",
            RestsOn::Reason | RestsOn::Nothing => "as written",
        };
        lines.push_str(&format!("{notice}: {how} `{}` in {part}\n", held.name));
    }
    lines
}

/// Runs it.
///
/// # Errors
/// The folder cannot be read, or a name is no notice.
pub fn run(cli: &Cli, asked: &cli::Check, voice: &Voice) -> Result<Exit, Failure> {
    if let Some(copy) = &asked.copy {
        return check_copy::run(cli, asked, copy, voice);
    }
    let bench = Bench::open(cli, voice)?;
    let chosen = bench.choose(&asked.notices)?;
    bench.tell_if_empty(voice);
    let checked: Vec<Checked> = chosen
        .par_iter()
        .map(|notice| {
            let mut composed = bench.compose(notice, Wanted::Embargoed);
            if let Some(release) = &composed.release {
                composed.findings.extend(bench.lay_out_all(release).findings);
            }
            let passed = if asked.verbose {
                passes(notice, &composed)
            } else {
                String::new()
            };
            Checked {
                findings: composed.findings,
                coverage: composed.coverage,
                passed,
            }
        })
        .collect();
    let coverages: Vec<Coverage> = checked.iter().map(|one| one.coverage).collect();
    let mut total = Coverage::default();
    for coverage in &coverages {
        total += *coverage;
    }
    let passed: String = checked.iter().map(|one| one.passed.as_str()).collect();
    let found = checked.into_iter().flat_map(|one| one.findings);
    let about = bench.findings_for(&asked.notices, &chosen);
    let findings = report::settle(about.into_iter().chain(found).collect(), bench.sources());
    let tally = report::Tally::of(&findings);
    let asked_for = voice.values_asked_for;
    let each = || chosen.iter().zip(&coverages);
    let mut in_lines = passed;
    if chosen.len() > 1 {
        for (notice, coverage) in each() {
            in_lines.push_str(&format!("{notice}: {}\n", coverage.line()));
        }
    }
    in_lines.push_str(&format!("{}\n", total.line()));
    let of_each: serde_json::Map<_, _> = each()
        .map(|(notice, coverage)| (notice.clone(), report::coverage_json(coverage)))
        .collect();
    match asked.message_format {
        MessageFormat::Human => {
            voice.report(&report::human(&findings, bench.sources(), voice.look));
            voice.give(&in_lines)?;
        }
        MessageFormat::Json => {
            let mut document = report::json(&findings, bench.sources(), voice.look.values);
            document["coverage"] = report::coverage_json(&total);
            document["notices"] = of_each.into();
            voice.give(&format!("{document:#}\n"))?;
        }
        // Standard output holds the annotations alone; the log of a job shows both streams.
        MessageFormat::Github => {
            voice.give(&report::github(
                &findings,
                bench.sources(),
                &prefix(cli),
                asked_for,
            ))?;
            voice.report(&in_lines);
        }
        MessageFormat::Sarif => {
            let mut log = report::sarif(&findings, bench.sources(), &prefix(cli), asked_for);
            log["runs"][0]["properties"] = json!({
                "coverage": report::coverage_json(&total),
                "notices": of_each,
            });
            voice.give(&format!("{log:#}\n"))?;
            voice.report(&in_lines);
        }
    }
    let exit = if tally.errors > 0 { Exit::Found } else { Exit::Done };
    Ok(exit.max(bench.exit))
}

/// The office folder's path from the root of its git repository, which is where GitHub looks for files; where there is
/// no repository, from where the program was started. Empty for that place itself, or where the office is not below.
pub fn prefix(cli: &Cli) -> String {
    let Ok(office) = fs::canonicalize(&cli.folder) else {
        return String::new();
    };
    let repository = office.ancestors().find(|folder| folder.join(".git").exists());
    let root = match repository {
        Some(root) => Some(root.to_path_buf()),
        None => env::current_dir().and_then(fs::canonicalize).ok(),
    };
    let below = root.and_then(|root| office.strip_prefix(root).ok().map(Path::to_path_buf));
    let parts = below.iter().flat_map(|path| path.components());
    let parts: Vec<String> = parts
        .map(|part| part.as_os_str().to_string_lossy().into_owned())
        .collect();
    parts.join("/")
}
