//! Settles the findings of a run: sorted by file, position and code, equal ones told once, and counted.

use std::fmt;

use crate::finding::{Finding, Position, Severity, Sources};

/// A finding of the report, with every notice that has it.
#[derive(Debug, Clone)]
pub struct Reported {
    /// The finding, as first met.
    pub finding: Finding,
    /// The notices that have it, sorted; empty where it belongs to none.
    pub notices: Vec<String>,
    /// The path of its file as printed, and the line and column.
    pub at: Option<(String, Position)>,
}

impl Reported {
    /// The file it is about: that of its place, else the one it names, else its notice's, else the organisation's.
    pub fn file(&self) -> String {
        if let Some((path, _)) = &self.at {
            return path.clone();
        }
        let notice = self
            .finding
            .notice
            .as_deref()
            .and_then(|name| name.split('/').next());
        let of_notice = || notice.map(|name| format!("data/notices/{name}.yaml"));
        self.finding
            .about
            .clone()
            .or_else(of_notice)
            .unwrap_or_else(|| "data/organisation.yaml".to_owned())
    }
}

/// Sorts by file, position and code; findings without a place come first. Findings alike but for their notice (a
/// series has one wording for all its notices) become one, at the gravest severity among them.
pub fn settle(findings: Vec<Finding>, sources: &Sources) -> Vec<Reported> {
    let mut all: Vec<Reported> = findings
        .into_iter()
        .map(|finding| Reported {
            notices: finding.notice.iter().cloned().collect(),
            at: finding
                .place
                .map(|place| (sources.get(place.file).path().to_owned(), sources.position(place))),
            finding,
        })
        .collect();
    all.sort_by(|one, other| {
        let key = |reported: &Reported| {
            let finding = &reported.finding;
            (finding.place.map(|place| place.end), finding.code.name())
        };
        one.at
            .cmp(&other.at)
            .then_with(|| key(one).cmp(&key(other)))
            .then_with(|| one.finding.says.cmp(&other.finding.says))
            .then_with(|| other.finding.severity.cmp(&one.finding.severity))
            .then_with(|| one.notices.cmp(&other.notices))
    });
    all.dedup_by(|later, earlier| {
        let (one, other) = (&earlier.finding, &later.finding);
        let alike = one.code == other.code && one.place == other.place && one.says == other.says;
        if alike {
            earlier.notices.append(&mut later.notices);
        }
        alike
    });
    for reported in &mut all {
        reported.notices.sort();
        reported.notices.dedup();
    }
    all
}

/// How many errors, warnings and notes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// Findings that refuse a notice.
    pub errors: usize,
    /// Findings that are doubtful.
    pub warnings: usize,
    /// Findings that are worth knowing.
    pub notes: usize,
}

impl Tally {
    /// The count of `findings`.
    pub fn of(findings: &[Reported]) -> Tally {
        let count = |severity| {
            findings
                .iter()
                .filter(|one| one.finding.severity == severity)
                .count()
        };
        Tally {
            errors: count(Severity::Error),
            warnings: count(Severity::Warning),
            notes: count(Severity::Note),
        }
    }
}

impl fmt::Display for Tally {
    /// `2 errors, 1 warning`, leaving out what there is none of; `nothing found` for none at all.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parts: Vec<String> = [
            (self.errors, "error"),
            (self.warnings, "warning"),
            (self.notes, "note"),
        ]
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, noun)| format!("{count} {noun}{}", if count == 1 { "" } else { "s" }))
        .collect();
        if parts.is_empty() {
            out.write_str("nothing found")
        } else {
            out.write_str(&parts.join(", "))
        }
    }
}
