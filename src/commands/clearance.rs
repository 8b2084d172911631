//! What stands between a notice and the public: its embargo, errors, the clock – or nothing.

use chrono::{DateTime, Utc};
use pressroom::finding::{Code, Finding};
use pressroom::issued::{IssuedEdition, Version};
use pressroom::press::{self, Wanted};
use pressroom::report::Coverage;

use super::bench::Bench;
use crate::desk::Digest;

/// A notice, judged for publication.
pub struct Cleared {
    /// What was found in it, at the severity of publishing.
    pub findings: Vec<Finding>,
    /// How much of it was checked.
    pub coverage: Coverage,
    /// Whether it may be published.
    pub clearance: Clearance,
}

/// Whether a notice may be published.
pub enum Clearance {
    /// The embargo is not over.
    Held {
        /// When it is over.
        until: DateTime<Utc>,
        /// How long that is: `3 hours 4 minutes`.
        left: String,
        /// Whether nothing else stands in the way.
        ready: bool,
    },
    /// Errors stand against it.
    Refused,
    /// A notice was issued at a later time than the clock shows.
    ClockBehind {
        /// When that was.
        last: String,
    },
    /// It may.
    Ready(Issue),
}

/// A notice as it goes out.
pub struct Issue {
    /// Its formats with their documents.
    pub texts: Vec<(&'static str, String)>,
    /// What goes on record, or is there already.
    pub version: Version,
    /// Whether exactly this was published before.
    pub on_record: bool,
}

/// Judges `notice` by the clock of the run. With `on_record`, a notice that was published exactly like this needs no
/// more clearance. `last_issue` is when any notice was issued last.
pub fn of(bench: &Bench, notice: &str, last_issue: Option<DateTime<Utc>>, on_record: bool) -> Cleared {
    let composed = bench.compose(notice, Wanted::Public);
    let mut refused = bench.refuses(notice, &composed);
    let mut findings = composed.findings;
    let due = bench.office.due(notice);
    let mut issue = None;
    if let (Some(release), Some(due)) = (&composed.release, due) {
        let laid_out = bench.lay_out_all(release);
        refused |= !laid_out.whole;
        findings.extend(laid_out.findings);
        let texts = laid_out.texts;
        let published = bench.office.stamp(bench.now());
        let version = Version::of(release, published, due.instant.machine(), editions(&texts));
        issue = Some(Issue {
            texts,
            version,
            on_record: false,
        });
    }
    let issued = bench.office.issued(notice).and_then(|issued| issued.latest());
    if let (Some(issue), Some(issued)) = (&mut issue, issued) {
        if issued.looks_the_same(&issue.version) {
            issue.on_record = true;
            issue.version = issued.clone();
        } else if !findings.iter().any(|one| one.code == Code::IssuedDiffers) {
            refused = true;
            findings.push(other_look(notice, issued));
        }
    }
    let clearance = match issue {
        Some(issue) if issue.on_record && on_record => {
            // It was cleared when it was published; what was found since changes nothing of it.
            findings.clear();
            Clearance::Ready(issue)
        }
        issue => judged(bench, due, last_issue, refused, issue),
    };
    Cleared {
        findings,
        coverage: composed.coverage,
        clearance,
    }
}

fn judged(
    bench: &Bench,
    due: Option<press::Due>,
    last_issue: Option<DateTime<Utc>>,
    refused: bool,
    issue: Option<Issue>,
) -> Clearance {
    let now = bench.now();
    match (due, issue) {
        (Some(due), _) if !due.instant.has_passed(now) => Clearance::Held {
            until: due.instant.utc,
            left: due.instant.until(now),
            ready: !refused,
        },
        (_, Some(issue)) if !refused => match last_issue {
            Some(last) if now < last => Clearance::ClockBehind {
                last: bench.office.stamp(last),
            },
            _ => Clearance::Ready(issue),
        },
        _ => Clearance::Refused,
    }
}

/// The newest moment at which any notice was issued.
pub fn last_issue(bench: &Bench) -> Option<DateTime<Utc>> {
    let versions = bench.office.all_issued().flat_map(|issued| &issued.versions);
    versions.filter_map(Version::instant).max()
}

pub(super) fn editions(texts: &[(&'static str, String)]) -> Vec<IssuedEdition> {
    let edition = |(format, text): &(&'static str, String)| {
        let digest = Digest::of(text.as_bytes());
        IssuedEdition {
            format: (*format).to_owned(),
            bytes: digest.length,
            sha256: digest.to_string(),
        }
    };
    texts.iter().map(edition).collect()
}

/// The same words and figures under another letterhead, layout or program.
fn other_look(notice: &str, issued: &Version) -> Finding {
    let says = format!(
        "`{notice}` was published as version {}, and would come out otherwise now, though its words and figures are the same",
        issued.version
    );
    let mut finding = Finding::new(Code::IssuedDiffers, None, says)
        .at(pressroom::finding::Severity::Error)
        .advice("restore the letterhead or layout; where the public edition has to change, run `pressroom correct`");
    finding.notice = Some(notice.to_owned());
    finding
}
