//! `sign-off`: shows the exact words and figures, and records that somebody agreed to them.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use pressroom::finding::list_names;
use pressroom::press::{Composed, Wanted};
use pressroom::release::{Part, PrintedFigure, Release, plain};
use pressroom::report;
use pressroom::signoff::{self, CopyWords, Covers, Need, SignOff, Spoken};

use super::bench::Bench;
use super::{Exit, Failure, voice::Voice};
use crate::cli::{self, Cli, SetClock};
use crate::desk;

/// Runs it.
///
/// # Errors
/// The folder cannot be read, a name or number is unknown, or the record cannot be written.
pub fn run(cli: &Cli, asked: &cli::SignOff, voice: &Voice) -> Result<Exit, Failure> {
    let bench = Bench::open(cli, voice)?;
    let notice = bench.choose_one(&asked.notice)?;
    for person in std::iter::once(&asked.by).chain(&asked.on_behalf_of) {
        known(&bench, person)?;
    }
    let composed = bench.compose(&notice, Wanted::Embargoed);
    let Some(release) = signable(&bench, &notice, &composed, voice) else {
        return Ok(Exit::Found.max(bench.exit));
    };
    let needs = bench.office.needs(&notice, release);
    let quotations = chosen(&needs, asked)?;
    let copy = match asked.quote {
        Some(_) => Vec::new(),
        None => signoff::copy(release),
    };
    voice.give(&shown(&notice, release, &quotations, &copy))?;
    let record = SignOff {
        pressroom: 1,
        notice: notice.clone(),
        covers: if asked.quote.is_some() {
            Covers::Quotation
        } else {
            Covers::WholeNotice
        },
        by: asked.by.clone(),
        on_behalf_of: asked.on_behalf_of.clone().filter(|whom| *whom != asked.by),
        signed: bench.office.stamp(bench.now()),
        clock: match &cli.now {
            Some(SetClock::To(..)) => Some("set by hand".to_owned()),
            _ => None,
        },
        quotations,
        copy,
        digest: String::new(),
    }
    .sealed();
    if let Some(path) = on_record(&bench, &record) {
        voice.say(&format!("{path} records that already: nothing written"));
        return Ok(bench.exit);
    }
    let path = file(cli, &record)?;
    voice.say(&format!("recorded in {path}: review it and commit it"));
    Ok(bench.exit)
}

fn known(bench: &Bench, person: &str) -> Result<(), Failure> {
    let people = bench.office.people();
    if people.contains(&person) {
        return Ok(());
    }
    Err(Failure::usage(
        format!("there is nobody called `{person}`"),
        format!(
            "{}; people stand in data/organisation.yaml",
            list_names(person, people)
        ),
    ))
}

/// The release, unless errors stand against the notice: they are told, and nothing is signed.
fn signable<'c>(bench: &Bench, notice: &str, composed: &'c Composed, voice: &Voice) -> Option<&'c Release> {
    let mut findings = bench.findings_for(&[notice.to_owned()], &[notice.to_owned()]);
    findings.extend(composed.findings.iter().cloned());
    let mut refused = bench.refuses(notice, composed);
    if let Some(release) = &composed.release {
        let laid_out = bench.lay_out_all(release);
        refused |= !laid_out.whole;
        findings.extend(laid_out.findings);
    }
    if !refused {
        return composed.release.as_ref();
    }
    let settled = report::settle(findings, bench.sources());
    voice.report(&report::human(&settled, bench.sources(), voice.look));
    voice.say(&format!(
        "{notice} has errors, and nobody can agree to what is not ready: nothing recorded"
    ));
    None
}

/// The quotations to be agreed to.
fn chosen(needs: &[Need], asked: &cli::SignOff) -> Result<Vec<Spoken>, Failure> {
    let all: Vec<Spoken> = needs.iter().map(|need| need.spoken.clone()).collect();
    let Some(number) = asked.quote else { return Ok(all) };
    let found = all
        .into_iter()
        .find(|spoken| spoken.number == usize::from(number));
    let Some(spoken) = found else {
        return Err(Failure::usage(
            format!("there is no quotation {number}"),
            match needs.len() {
                0 => "the notice has no quotation".to_owned(),
                1 => "the notice has one quotation".to_owned(),
                many => format!("the notice has {many} quotations, counted from 1"),
            },
        ));
    };
    let whom = asked.on_behalf_of.as_ref().unwrap_or(&asked.by);
    if spoken.speaker != *whom {
        return Err(Failure::usage(
            format!("quotation {number} is by `{}`, not by `{whom}`", spoken.speaker),
            format!(
                "write `--by {0}`, or `--by {1} --on-behalf-of {0}` where `{1}` agrees for the speaker",
                spoken.speaker, asked.by
            ),
        ));
    }
    Ok(vec![spoken])
}

/// Everything that is agreed to, to be read before it is.
fn shown(notice: &str, release: &Release, quotations: &[Spoken], copy: &[CopyWords]) -> String {
    let mut lines = vec![notice.to_owned(), String::new()];
    let mut figures: Vec<&PrintedFigure> = Vec::new();
    for passages in copy.chunk_by(|one, next| row(one).is_some() && row(one) == row(next)) {
        let words: Vec<&str> = passages.iter().map(|passage| passage.words.as_str()).collect();
        let part = passages
            .first()
            .map(|first| row(first).unwrap_or_else(|| first.part.clone()));
        lines.push(format!("[{}]", part.unwrap_or_default()));
        lines.extend(words.join(" | ").lines().map(str::to_owned));
        lines.push(String::new());
        figures.extend(passages.iter().flat_map(|passage| &passage.figures));
    }
    for spoken in quotations {
        let attribution = spoken
            .number
            .checked_sub(1)
            .and_then(|at| release.quotations().get(at).copied())
            .map(|quotation| plain(&quotation.attribution));
        lines.push(format!(
            "[quotation {}] {}",
            spoken.number,
            attribution.unwrap_or_default()
        ));
        for words in &spoken.words {
            lines.extend(words.lines().map(str::to_owned));
            lines.push(String::new());
        }
        figures.extend(&spoken.figures);
    }
    let mut told = BTreeSet::new();
    figures.retain(|figure| told.insert(*figure));
    if !figures.is_empty() {
        lines.push("[figures]".to_owned());
    }
    for figure in figures {
        let of = figure
            .of
            .as_ref()
            .map(|of| format!(" of {of}"))
            .unwrap_or_default();
        let exact = if figure.printed.trim_end_matches('%') == figure.exact {
            String::new()
        } else {
            format!(" (exactly {})", figure.exact)
        };
        lines.push(format!("{}{of}: {}{exact}", figure.name, figure.printed));
    }
    let mut text = String::new();
    for line in lines {
        text.push_str(&report::printable(&line));
        text.push('\n');
    }
    text
}

/// `table scores, row 2` for a cell of that row, which is shown on one line; `table scores, heading` for headings.
fn row(passage: &CopyWords) -> Option<String> {
    passage.part.parse::<Part>().ok()?.line()
}

/// The file in which the same agreement by the same people stands already.
fn on_record(bench: &Bench, record: &SignOff) -> Option<String> {
    let same = |filed: &&signoff::Filed| {
        let other = &filed.record;
        let people = (&other.by, &other.on_behalf_of) == (&record.by, &record.on_behalf_of);
        people
            && other.covers == record.covers
            && (&other.quotations, &other.copy) == (&record.quotations, &record.copy)
    };
    let filed = bench.office.sign_offs(&record.notice).iter().find(same)?;
    Some(bench.sources().get(filed.file).path().to_owned())
}

/// Writes the record under a name of its own, and returns its path in the office.
fn file(cli: &Cli, record: &SignOff) -> Result<String, Failure> {
    let folder = format!("data/sign-offs/{}", record.notice);
    let place = cli.folder.join(&folder);
    fs::create_dir_all(&place).map_err(|error| Failure::at("make", &place, &error))?;
    let moment: String = record
        .signed
        .chars()
        .take(19)
        .filter(|letter| *letter != ':')
        .collect();
    let of = match record.quotations.as_slice() {
        [only] if record.covers == Covers::Quotation => format!("quotation-{}", only.number),
        _ => "whole-notice".to_owned(),
    };
    let name = |again: usize| match again {
        1 => format!("{folder}/{moment}-{of}.yaml"),
        again => format!("{folder}/{moment}-{of}-{again}.yaml"),
    };
    let mut again = 1;
    while fs::symlink_metadata(cli.folder.join(name(again))).is_ok() {
        again += 1;
    }
    let path: PathBuf = cli.folder.join(name(again));
    desk::write_open(&path, record.yaml().as_bytes()).map_err(|error| Failure::at("write", &path, &error))?;
    Ok(name(again))
}
