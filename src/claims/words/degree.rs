//! How great a majority or a change the words say: "the vast majority", "plummeted", "edged up". The words are data, in
//! `degree-en.txt`; how far each reaches stands in the table of tolerances.

use std::sync::OnceLock;

use super::licence::Licence;
use super::{Objection, Statement};
use crate::claims::kinds::{Family, Motion, compares_changes, is_multiple, motion, share_held};
use crate::claims::reading::{Given, Reading};
use crate::claims::resolve::CaseRow;
use crate::claims::tolerance::{
    CLEAR_MAJORITY, LARGE_MAJORITY, NARROW_MAJORITY, SHARP, SLIGHT, Tolerance, VAST_MAJORITY,
};
use crate::language::{List, Lists};
use crate::lexicon::Sense;
use crate::lexicon::tokens::tokens;
use crate::quantity::{Exact, Unit};

static ENGLISH: Lists = Lists::of(include_str!("degree-en.txt"));

/// The words under a heading.
struct Degree {
    words: &'static List,
    tolerance: Tolerance,
    /// Whether the tolerance is the least; otherwise the most.
    least: bool,
}

fn degrees() -> &'static [Degree; 6] {
    static READ: OnceLock<[Degree; 6]> = OnceLock::new();
    READ.get_or_init(|| {
        let under = |heading: &str, tolerance, least| Degree {
            words: ENGLISH.list(heading),
            tolerance,
            least,
        };
        [
            under("vast majority", VAST_MAJORITY, true),
            under("large majority", LARGE_MAJORITY, true),
            under("clear majority", CLEAR_MAJORITY, true),
            under("narrow majority", NARROW_MAJORITY, false),
            under("sharp change", SHARP, true),
            under("slight change", SLIGHT, false),
        ]
    })
}

impl Degree {
    fn says(&self, word: &str) -> bool {
        self.words.has(word)
    }

    /// Whether a distance is as great, or as small, as the word says.
    fn fits(&self, apart: &Exact, unit: &Unit, with: &Exact) -> bool {
        let bound = self.tolerance.around(unit, with);
        if self.least {
            *apart >= bound
        } else {
            *apart <= bound
        }
    }
}

impl Statement<'_> {
    /// Objects to a majority or a change called greater, or smaller, than the figures bear out.
    pub(super) fn judge_degrees(&self, objections: &mut Vec<Objection>) {
        let denied = self.denied || self.hits.iter().any(|hit| hit.sense == Sense::Negation);
        if denied || self.licences.iter().any(|licence| licence.negated) {
            return;
        }
        let [vast, large, clear, narrow, sharp, slight] = degrees();
        let wrong = self
            .size_of_majority(&[vast, large, clear, narrow])
            .filter(|(degree, _)| {
                let mut licences = self.licences.iter();
                licences.any(|licence| self.is_other_majority(degree, licence))
            })
            .or_else(|| {
                self.size_of_change(&[sharp, slight]).filter(|(degree, _)| {
                    let mut moved = self.licences.iter().flat_map(|licence| self.moved(licence));
                    moved.any(|change| {
                        !change
                            .iter()
                            .any(|(apart, unit, with)| degree.fits(apart, unit, with))
                    })
                })
            });
        if let Some((degree, word)) = wrong {
            objections.push(
                Objection::differ(
                    "the words of `{claim}` say a greater or smaller change or majority than the figures bear out",
                    format!(
                        "take the word out, or choose one that fits; the table of tolerances in docs/claims.md bounds it under \"{}\"",
                        degree.tolerance.word
                    ),
                )
                .shown(format!("the word: {word}")),
            );
        }
    }

    /// The word that says how great a majority is: "the vast majority", "the bulk of".
    fn size_of_majority<'d>(&self, degrees: &[&'d Degree; 4]) -> Option<(&'d Degree, String)> {
        let words = tokens(self.words);
        if words
            .windows(2)
            .any(|pair| pair[0].text == "bulk" && pair[1].text == "of")
        {
            return Some((degrees[1], "bulk".to_owned()));
        }
        words
            .windows(2)
            .filter(|pair| pair[1].text == "majority")
            .find_map(|pair| {
                let degree = degrees.iter().find(|degree| degree.says(&pair[0].text))?;
                Some((*degree, pair[0].text.clone()))
            })
    }

    /// The word that says how great a change is, in the claim's words or right beside them.
    fn size_of_change<'d>(&self, degrees: &[&'d Degree; 2]) -> Option<(&'d Degree, String)> {
        let before = tokens(self.before).pop();
        let after = tokens(self.after)
            .into_iter()
            .next()
            .filter(|first| self.after[..first.range.start].trim().is_empty());
        before
            .into_iter()
            .chain(tokens(self.words))
            .chain(after)
            .find_map(|token| {
                let degree = degrees.iter().find(|degree| degree.says(&token.text))?;
                Some((*degree, token.text))
            })
    }

    /// Whether the share that a test is about is no such majority, by exact or printed values.
    fn is_other_majority(&self, degree: &Degree, licence: &Licence<'_>) -> bool {
        let half = Exact::whole(50);
        let fits = |share: &Exact| degree.fits(&share.minus(&half), &Unit::Percent, &half);
        if !licence.case.holds {
            return false;
        }
        if licence.case.listed {
            let held = licence.case.held.iter().filter(|held| **held).count() as u64;
            let rows = licence.case.rows.len() as u64;
            let share = Exact::from(held * 100).over(&Exact::from(rows));
            return share.is_some_and(|share| !fits(&share));
        }
        licence.test.kind.family == Family::Share
            && licence.case.rows.iter().any(|row| {
                [Reading::Exact, Reading::Printed].into_iter().any(|reading| {
                    let row = licence.read(row, reading, self.desk.numbers.rounding);
                    share_held(&row).is_ok_and(|share| !fits(&share))
                })
            })
    }

    /// How far the rows of a test moved, or stand apart, each as every pair of distance and unit that it may be called by.
    fn moved(&self, licence: &Licence<'_>) -> Vec<Vec<(Exact, Unit, Exact)>> {
        let sized = match licence.test.kind.family {
            Family::Time | Family::Uncertainty => true,
            Family::Multiple => !self.says_multiple(),
            // "Just above" and "well above" have bounds of their own.
            Family::Benchmark => !licence.test.kind.is_sized() && self.sizes_a_comparison(),
            _ => false,
        };
        if !licence.case.holds || licence.case.listed || !sized {
            return Vec::new();
        }
        licence.case.rows.iter().filter_map(distances).collect()
    }

    /// Whether the words say a multiple, which a word of size before it is said of: "slightly more than doubled".
    fn says_multiple(&self) -> bool {
        let one = Exact::whole(1);
        self.hits.iter().any(|hit| is_multiple(hit.sense, &one).is_some())
    }

    /// Whether a word of size stands right before "more" or "higher", or in one phrase with it: "[slightly more][claim]",
    /// but not "[above the average after a slight fall][claim]".
    fn sizes_a_comparison(&self) -> bool {
        let sides = self
            .hits
            .iter()
            .filter(|hit| matches!(hit.sense, Sense::Above | Sense::Below));
        let is_size = |text: &str| degrees()[4..].iter().any(|degree| degree.says(text));
        sides.into_iter().any(|hit| {
            let lead = format!("{}{}", self.before, &self.words[..hit.range.start]);
            let joined = tokens(&lead).pop().is_some_and(|last| is_size(&last.text));
            let inside = tokens(&self.words[hit.range.clone()]);
            joined || inside.iter().any(|token| is_size(&token.text))
        })
    }
}

/// The distance between a value and the one that it is compared with: in its own unit, and between percentages as a part of the earlier
/// one as well. Of a change that is tested by its sign, the change itself; of one change beside another, nothing.
fn distances(row: &CaseRow) -> Option<Vec<(Exact, Unit, Exact)>> {
    if compares_changes(&row.arguments, &row.figure) {
        return None;
    }
    let own = row.figure.quantity()?;
    let other = ["from", "than"].iter().find_map(|name| row.arguments.get(*name));
    let Some(Given::Figure(from)) = other else {
        let change = motion(&row.figure) == Motion::Change && own.unit == Unit::Percent;
        return change.then(|| vec![(own.amount.abs(), Unit::Percent, own.amount.abs())]);
    };
    let from = &from.quantity()?.amount;
    let apart = own.amount.minus(from).abs();
    let mut all = vec![(apart.clone(), own.unit.clone(), from.clone())];
    if own.unit == Unit::Percent {
        all.push((apart, Unit::Number(None), from.clone()));
    }
    Some(all)
}
