//! `status`: one table for the desk, every notice by its embargo, and what stands in the way of publishing it.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use pressroom::finding::{Finding, Severity};
use pressroom::issued::{Issued, Version};
use pressroom::press::{self, Wanted};
use pressroom::report::Share;
use rayon::prelude::*;
use serde_json::{Value, json};

use super::bench::Bench;
use super::clearance::{self, Clearance};
use super::left_behind::{self, LeftBehind};
use super::{Exit, Failure, table, voice::Voice};
use crate::cli::{self, Cli};
use crate::desk::{Digest, Kept, Lock, Manifest, OutFolder, Output};

/// A notice in the table.
struct Row {
    notice: String,
    due: Option<press::Due>,
    left: Option<String>,
    sign_offs: Share,
    outputs: Kept,
    /// `None` where the notice cannot be built: nothing to compare.
    lock_current: Option<bool>,
    issued: Option<(u32, String)>,
    published: bool,
    /// Whether the version that stands takes the notice back.
    withdrawn: bool,
    /// What stands in the way of publishing: codes, each with its count.
    errors: BTreeMap<&'static str, usize>,
    warnings: BTreeMap<&'static str, usize>,
}

/// What every row looks at.
struct Desk<'d> {
    bench: &'d Bench,
    out: OutFolder,
    /// What the manifest says of each notice.
    outputs: BTreeMap<&'d str, Vec<(&'d str, &'d Output)>>,
    lock: Option<&'d Lock>,
    last_issue: Option<DateTime<Utc>>,
}

/// Runs it.
///
/// # Errors
/// The folder, the manifest or the lock cannot be read.
pub fn run(cli: &Cli, asked: &cli::Status, voice: &Voice) -> Result<Exit, Failure> {
    let bench = Bench::open(cli, voice)?;
    let out = OutFolder::at(&cli.folder, &asked.out, "public".as_ref())?;
    let manifest = Manifest::read(out.path())?;
    let lock = Lock::read(&cli.folder)?.map(|(lock, _)| lock);
    let mut outputs: BTreeMap<&str, Vec<(&str, &Output)>> = BTreeMap::new();
    for (path, output) in manifest.iter().flat_map(|manifest| manifest.outputs()) {
        outputs.entry(&output.notice).or_default().push((path, output));
    }
    let desk = Desk {
        last_issue: clearance::last_issue(&bench),
        bench: &bench,
        out,
        outputs,
        lock: lock.as_ref(),
    };
    let mut rows: Vec<Row> = bench
        .office
        .notices()
        .into_par_iter()
        .map(|notice| row(&desk, notice))
        .collect();
    let never = DateTime::<Utc>::MAX_UTC;
    rows.sort_by_key(|row| (row.due.map_or(never, |due| due.instant.utc), row.notice.clone()));
    let left = left_behind::find(&bench, manifest.as_ref(), lock.as_ref());
    if asked.json {
        voice.give(&format!("{:#}\n", as_json(&rows, &left, bench.now())))?;
    } else {
        voice.give(&as_table(&rows, &left))?;
    }
    Ok(bench.exit)
}

fn row(desk: &Desk<'_>, notice: String) -> Row {
    let bench = desk.bench;
    let cleared = clearance::of(bench, &notice, desk.last_issue, true);
    let about = bench.findings_for(std::slice::from_ref(&notice), std::slice::from_ref(&notice));
    let count = |severity: Severity| {
        let mut codes = BTreeMap::new();
        let all = about.iter().chain(&cleared.findings);
        for finding in all.filter(|finding: &&Finding| finding.severity == severity) {
            *codes.entry(finding.code.name()).or_insert(0) += 1;
        }
        codes
    };
    let due = bench.office.due(&notice);
    let digests = digests(bench, &notice);
    let lock_current = digests.as_ref().map(|digests| {
        digests.iter().all(|(format, digest)| {
            desk.lock.and_then(|lock| lock.get(&notice, format)) == Some(digest.to_string().as_str())
        })
    });
    let issued = bench.office.issued(&notice).and_then(Issued::latest);
    Row {
        due,
        left: due.map(|due| due.instant.until(bench.now())),
        sign_offs: cleared.coverage.sign_offs,
        outputs: desk.out.kept(
            digests.as_deref(),
            desk.outputs.get(notice.as_str()).map_or(&[], Vec::as_slice),
        ),
        lock_current,
        issued: issued.map(|version| (version.version, version.published.clone())),
        withdrawn: issued.is_some_and(Version::is_withdrawal),
        published: matches!(&cleared.clearance, Clearance::Ready(issue) if issue.on_record),
        errors: count(Severity::Error),
        warnings: count(Severity::Warning),
        notice,
    }
}

/// The digests of the embargoed edition as it would be built now; `None` where it would be refused.
fn digests(bench: &Bench, notice: &str) -> Option<Vec<(&'static str, Digest)>> {
    let composed = bench.compose(notice, Wanted::Embargoed);
    if bench.refuses(notice, &composed) {
        return None;
    }
    let release = composed.release?;
    let laid_out = bench.lay_out_all(&release);
    let digest = |(format, text): &(&'static str, String)| (*format, Digest::of(text.as_bytes()));
    laid_out
        .whole
        .then(|| laid_out.texts.iter().map(digest).collect())
}

impl Row {
    fn embargo(&self) -> String {
        match &self.due {
            Some(due) => {
                let moment = due.instant;
                format!(
                    "{} {} {}",
                    moment.date(),
                    moment.time().format("%H:%M"),
                    moment.abbreviation()
                )
            }
            None => "–".to_owned(),
        }
    }

    fn to_run(&self) -> String {
        match self.left.as_deref() {
            Some("no time") => "over".to_owned(),
            Some(left) => left.to_owned(),
            None => "–".to_owned(),
        }
    }

    fn outputs(&self) -> String {
        match (self.outputs, self.lock_current) {
            (outputs, Some(false)) => format!("{}, lock out of date", outputs.name()),
            (outputs, _) => outputs.name().to_owned(),
        }
    }

    fn in_the_way(&self) -> String {
        if self.published {
            let stands = if self.withdrawn { "withdrawn" } else { "published" };
            return stands.to_owned();
        }
        let told = |codes: &BTreeMap<&str, usize>| {
            let codes = codes.iter().map(|(code, count)| match count {
                1 => (*code).to_owned(),
                count => format!("{code} ×{count}"),
            });
            codes.collect::<Vec<_>>().join(", ")
        };
        if !self.errors.is_empty() {
            return told(&self.errors);
        }
        let held = self.to_run() != "over";
        match (held, self.warnings.is_empty()) {
            (true, true) => "the embargo".to_owned(),
            (false, true) => "nothing".to_owned(),
            (true, false) => format!("the embargo (warnings: {})", told(&self.warnings)),
            (false, false) => format!("nothing (warnings: {})", told(&self.warnings)),
        }
    }
}

fn as_table(rows: &[Row], left: &[LeftBehind]) -> String {
    let head = [
        "notice",
        "embargo",
        "to run",
        "sign-offs",
        "outputs",
        "issued",
        "in the way",
    ];
    let mut lines: Vec<Vec<String>> = vec![head.iter().map(|head| (*head).to_owned()).collect()];
    for row in rows {
        lines.push(vec![
            row.notice.clone(),
            row.embargo(),
            row.to_run(),
            format!("{} of {}", row.sign_offs.of, row.sign_offs.all),
            row.outputs(),
            row.issued
                .as_ref()
                .map_or_else(|| "–".to_owned(), |(version, _)| format!("version {version}")),
            row.in_the_way(),
        ]);
    }
    let mut text = table::drawn(&lines);
    if rows.is_empty() {
        text = "there are no notices\n".to_owned();
    }
    for one in left {
        text.push_str(&format!("left behind: {}\n", one.line()));
    }
    text
}

fn as_json(rows: &[Row], left: &[LeftBehind], now: DateTime<Utc>) -> Value {
    let notices: Vec<Value> = rows
        .iter()
        .map(|row| {
            json!({
                "notice": row.notice,
                "embargo": row.due.filter(|due| due.embargo).map(|due| due.instant.machine()),
                "publication": row.due.map(|due| due.instant.machine()),
                "over": row.to_run() == "over",
                "seconds-to-run": row.due.map(|due| (due.instant.utc - now).num_seconds().max(0)),
                "sign-offs": {"valid": row.sign_offs.of, "needed": row.sign_offs.all},
                "outputs": row.outputs.name(),
                "lock": row.lock_current.map(|current| if current { "current" } else { "out of date" }),
                "issued": row.issued.as_ref().map(|(version, published)| json!({"version": version, "published": published})),
                "published": row.published,
                "withdrawn": row.withdrawn,
                "errors": row.errors,
                "warnings": row.warnings,
            })
        })
        .collect();
    let left: Vec<Value> = left
        .iter()
        .map(|one| json!({"notice": one.notice, "what": one.what, "path": one.path}))
        .collect();
    json!({"format": 1, "notices": notices, "left-behind": left})
}
