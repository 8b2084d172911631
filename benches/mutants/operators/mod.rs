//! The operators: each changes one thing in an office, and knows what must then be said where the oracle alone cannot.

mod accepted;
mod around;
mod claims;
mod copies;
mod data;
mod figures;
mod marks;
mod misplaced;
mod names;
mod place;
mod rewrites;
mod turned;

use crate::office::Office;
use crate::oracle::{self, Fault, Verdict};

/// The operator that changes nothing.
pub const ITSELF: &str = "the notice itself";

/// What kind of truth an operator harms.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Numbers, dates, marks: caught at 100 %.
    Figures,
    /// Comparative words and their conditions: caught at 98 % or more.
    Claims,
    /// Nothing: a clean notice in other words.
    Clean,
}

/// An office with one thing changed.
pub struct Mutant {
    /// The operator's name.
    pub operator: &'static str,
    /// What it harms.
    pub kind: Kind,
    /// The changed office.
    pub office: Office,
    /// The office it was made from.
    pub original: Office,
    /// What was changed, for the report.
    pub what: String,
    /// What must be said beside what the oracle finds.
    pub fault: Option<Fault>,
}

impl Mutant {
    /// Whether it is still true, and if not what must be said.
    pub fn judge(&self) -> Verdict {
        let verdict = oracle::judge(&self.original, &self.office);
        match (&self.fault, verdict) {
            (None, verdict) => verdict,
            (Some(fault), Verdict::Wrong(mut faults)) => {
                faults.push(fault.clone());
                Verdict::Wrong(faults)
            }
            (Some(fault), _) => Verdict::Wrong(vec![fault.clone()]),
        }
    }
}

/// Every mutant of an office.
pub fn all(office: &Office) -> Vec<Mutant> {
    let mut all = vec![Mutant {
        operator: ITSELF,
        kind: Kind::Clean,
        office: office.clone(),
        original: office.clone(),
        what: office.name.clone(),
        fault: None,
    }];
    all.extend(data::mutants(office));
    all.extend(figures::mutants(office));
    all.extend(misplaced::mutants(office));
    all.extend(names::mutants(office));
    all.extend(claims::mutants(office));
    all.extend(around::mutants(office));
    all.extend(copies::mutants(office));
    all.extend(marks::mutants(office));
    all.extend(accepted::mutants(office));
    all.extend(rewrites::mutants(office));
    all
}

/// A change to one file: which bytes become what.
struct Change<'a> {
    operator: &'static str,
    kind: Kind,
    path: &'a str,
    range: std::ops::Range<usize>,
    new: String,
    /// Codes that must be said at the changed line, where the oracle cannot know.
    codes: Vec<&'static str>,
}

impl Change<'_> {
    /// A change to the notice's words.
    fn in_notice(
        office: &Office,
        operator: &'static str,
        kind: Kind,
        range: std::ops::Range<usize>,
        new: String,
        codes: &[&'static str],
    ) -> Mutant {
        let change = Change {
            operator,
            kind,
            path: office.notice(),
            range,
            new,
            codes: codes.to_vec(),
        };
        change.make(office)
    }

    fn make(self, office: &Office) -> Mutant {
        let old = &office.text(self.path)[self.range.clone()];
        let what = format!("{}: `{}` → `{}`", office.name, shorten(old), shorten(&self.new));
        let changed = office.with(self.path, self.range.clone(), &self.new);
        let first = changed.line(self.path, self.range.start);
        let last = changed.line(self.path, self.range.start + self.new.len());
        let fault = (!self.codes.is_empty()).then(|| Fault {
            codes: self.codes,
            lines: vec![(self.path.to_owned(), first..=last)],
        });
        Mutant {
            operator: self.operator,
            kind: self.kind,
            what: format!("{what} at {}:{first}", self.path),
            office: changed,
            original: office.clone(),
            fault,
        }
    }
}

fn shorten(text: &str) -> String {
    let text = text.replace('\n', "⏎");
    if text.chars().count() > 90 {
        format!("{}…", text.chars().take(90).collect::<String>())
    } else {
        text
    }
}
