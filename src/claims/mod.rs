//! Claims: phrases whose truth depends on figures, held against their conditions, and the conditions against the data.
//!
//! A condition is parsed ([`condition`]), its names become figures ([`resolve`]), each kind of claim judges them by their
//! exact and by their printed values ([`verdict`]), and the words are held against what the condition licenses ([`words`]).

mod beside;
pub mod chosen;
mod chosen_words;
pub mod condition;
pub mod distance;
pub mod kinds;
pub mod reading;
mod report;
mod resolve;
pub mod tolerance;
mod units;
mod verdict;
mod words;

use std::ops::Range;
use std::sync::Arc;

use indexmap::IndexMap;

use crate::data::notice::{Accepted, ClaimEntry};
use crate::data::{Inspection, Named, Organisation, Programme, Text};
use crate::figures::{InspectionFigures, Scope};
use crate::finding::{Finding, Place, Sources};
use crate::language::Language;
use crate::moment::NaiveDate;
use crate::quantity::NumberStyle;
use crate::release::Passage;
use condition::Condition;
pub use reading::Given;
pub use resolve::{Case, CaseRow, Count};
pub use verdict::{Verdict, both};

/// What a finished notice is judged against.
pub struct Desk<'d> {
    /// The files, for exact places inside a condition.
    pub sources: &'d Sources,
    /// The notice in reading order.
    pub passages: &'d [Passage],
    /// The figures and texts its words could see.
    pub scope: &'d Scope,
    /// What stands under `claims:`.
    pub claims: &'d Named<ClaimEntry>,
    /// Whether the notice is one of a series, whose claims serve all of it.
    pub series: bool,
    /// Words of the notice's file that this edition leaves out, and that may use a claim.
    pub left_out: Option<&'d Text>,
    /// What stands under `accepted:`.
    pub accepted: &'d [Accepted],
    /// The programme, for measures' other names, benchmarks' names and which way is better.
    pub programme: &'d Programme,
    /// The inspections it is about, for what may not be compared.
    pub inspections: &'d [(&'d Inspection, InspectionFigures)],
    /// Inspections of other areas that its words name all the same.
    pub neighbours: &'d [InspectionFigures],
    /// The issuer.
    pub organisation: &'d Organisation,
    /// The language of the words.
    pub language: &'static dyn Language,
    /// How numbers print, and with which rounding.
    pub numbers: &'d NumberStyle,
    /// The day of publication.
    pub day: Option<NaiveDate>,
}

/// A claim as it stands in the words, judged.
#[derive(Debug, Clone, PartialEq)]
pub struct Held {
    /// Its name.
    pub name: String,
    /// The index of its passage.
    pub passage: usize,
    /// Where its words stand in the passage's text.
    pub range: Range<usize>,
    /// Whether condition, words and printed figures agree (for a cited or as-written claim: whether it is complete).
    pub holds: bool,
    /// What it rests on.
    pub rests_on: RestsOn,
    /// Its condition against the data; `None` where there is none, or it cannot be judged.
    pub verdict: Option<Arc<Verdict>>,
}

/// What a claim rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RestsOn {
    /// A condition over figures.
    Condition,
    /// A source outside the data.
    Source,
    /// A reason for a literal.
    Reason,
    /// Nothing: it is not defined.
    Nothing,
}

/// Every claim of a notice, judged.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Judged {
    /// The claims in the order of the words.
    pub held: Vec<Held>,
    /// How many rest on a source outside the data.
    pub cited: usize,
    /// How many are literals with a reason.
    pub as_written: usize,
}

impl Judged {
    /// How many claims with a condition (or none at all) there are, and how many of them hold.
    pub fn conditions(&self) -> (usize, usize) {
        let of = |rests: RestsOn| matches!(rests, RestsOn::Condition | RestsOn::Nothing);
        let all = self.held.iter().filter(|held| of(held.rests_on));
        (all.clone().filter(|held| held.holds).count(), all.count())
    }
}

/// A claim's entry, judged once for all the words that use it.
enum Behind {
    /// A condition that could be judged.
    Judged(Box<Condition>, Arc<Verdict>),
    /// A condition with a fault, reported already.
    Faulty,
    /// A source or a reason, and whether there is one.
    Given(RestsOn, bool),
}

/// Judges every claim in the words; what is wrong goes to `findings`.
pub fn check(desk: &Desk<'_>, findings: &mut Vec<Finding>) -> Judged {
    let uses = uses(desk);
    let first = |name: &str| uses.iter().find(|used| used.name == name);
    let mut behind: IndexMap<&str, Behind> = IndexMap::new();
    for (name, place, entry) in desk.claims.iter() {
        let used = uses.iter().any(|used| used.name == name);
        if used || !desk.series {
            behind.insert(name, self::behind(entry, place, first(name), desk, findings));
        } else if let ClaimEntry::Condition(text) = entry {
            // Another inspection's words may use it, and have the figures for it: its spelling is judged alone.
            let mut faults = Vec::new();
            condition::parse(&text.value, &mut faults);
            report::faults(&faults, text, None, desk, findings);
        }
        let mark = format!("][{name}]");
        let elsewhere = desk.left_out.is_some_and(|text| text.value.contains(&mark));
        if !used && !desk.series && !elsewhere {
            findings.push(report::unused(name, place));
        }
    }
    chosen_words::check(desk, findings);
    let mut judged = Judged::default();
    let mut told: Vec<&str> = Vec::new();
    for used in &uses {
        let (holds, rests_on, verdict) = match behind.get(used.name) {
            None => {
                findings.push(report::unknown(used, desk));
                (false, RestsOn::Nothing, None)
            }
            Some(Behind::Given(rests_on, complete)) => (*complete, *rests_on, None),
            Some(Behind::Faulty) => (false, RestsOn::Condition, None),
            Some(Behind::Judged(condition, verdict)) => {
                let at = place_of(desk.claims.get(used.name));
                let first = !told.contains(&used.name);
                told.push(used.name);
                let true_of_data = report::against_data(used, verdict, at, first, desk, findings);
                let words = words::judge(used, condition, verdict, desk);
                (
                    report::against_words(used, words, at, desk, findings) && true_of_data,
                    RestsOn::Condition,
                    Some(Arc::clone(verdict)),
                )
            }
        };
        judged.cited += usize::from(rests_on == RestsOn::Source);
        judged.as_written += usize::from(rests_on == RestsOn::Reason);
        judged.held.push(Held {
            name: used.name.to_owned(),
            passage: used.passage,
            range: used.range.clone(),
            holds,
            rests_on,
            verdict,
        });
    }
    judged
}

/// A place in the words that uses a claim.
struct Use<'d> {
    name: &'d str,
    passage: usize,
    range: Range<usize>,
    place: Place,
}

fn uses<'d>(desk: &Desk<'d>) -> Vec<Use<'d>> {
    let mut uses = Vec::new();
    for (passage, found) in desk.passages.iter().enumerate() {
        for (range, name, place) in &found.claims {
            uses.push(Use {
                name,
                passage,
                range: range.clone(),
                place: *place,
            });
        }
    }
    uses
}

fn behind(
    entry: &ClaimEntry,
    place: Place,
    used: Option<&Use<'_>>,
    desk: &Desk<'_>,
    findings: &mut Vec<Finding>,
) -> Behind {
    match entry {
        ClaimEntry::Condition(text) => judge_condition(text, used, desk, findings),
        ClaimEntry::Source(text) => given(text, RestsOn::Source, place, findings),
        ClaimEntry::AsWritten(text) => given(text, RestsOn::Reason, place, findings),
    }
}

fn given(text: &Text, rests_on: RestsOn, place: Place, findings: &mut Vec<Finding>) -> Behind {
    let complete = !text.value.trim().is_empty();
    if !complete {
        findings.push(report::no_reason(rests_on, place));
    }
    Behind::Given(rests_on, complete)
}

fn judge_condition(
    text: &Text,
    used: Option<&Use<'_>>,
    desk: &Desk<'_>,
    findings: &mut Vec<Finding>,
) -> Behind {
    let mut faults = Vec::new();
    let judged = match condition::parse(&text.value, &mut faults) {
        Some(condition) => match verdict::judge(&condition, desk) {
            Ok(verdict) => Some((condition, verdict)),
            Err(mut found) => {
                faults.append(&mut found);
                None
            }
        },
        None => None,
    };
    report::faults(&faults, text, used, desk, findings);
    match judged {
        Some((condition, verdict)) if faults.is_empty() => {
            Behind::Judged(Box::new(condition), Arc::new(verdict))
        }
        _ => Behind::Faulty,
    }
}

fn place_of(entry: Option<&ClaimEntry>) -> Option<Place> {
    match entry? {
        ClaimEntry::Condition(text) | ClaimEntry::Source(text) | ClaimEntry::AsWritten(text) => {
            Some(text.place)
        }
    }
}

#[cfg(test)]
mod cases;
#[cfg(test)]
pub(crate) mod office;

#[cfg(test)]
mod docs;
