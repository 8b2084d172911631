//! How great a difference the words say: doubled, by a third, a tenth lower, held against the figures compared.

use super::direction::bound;
use super::english::english;
use super::licence::Licence;
use super::mentions::{mentions, words_of};
use super::{Objection, Statement};
use crate::claims::kinds::{
    Family, Motion, compares_changes, is_before, is_multiple, motion, share_held, share_of,
};
use crate::claims::reading::{Given, Reading, Row};
use crate::claims::resolve::CaseRow;
use crate::claims::tolerance::{ABOUT, JUST_OVER, NEARLY, Tolerance};
use crate::figures::Figure;
use crate::lexicon::tokens::tokens;
use crate::lexicon::{Hit, Sense};
use crate::quantity::{Exact, Rounding, Unit};

/// The arguments that hold what a figure is compared with.
const COMPARED: [&str; 5] = ["from", "than", "with", "to", "of"];

/// Whether a phrase says that something became a multiple of what it was.
pub(super) fn is_moved_multiple(sense: Sense, text: &str) -> bool {
    is_multiple(sense, &Exact::whole(1)).is_some()
        && tokens(text)
            .iter()
            .any(|token| english().movements.has(&token.text))
}

impl Licence<'_> {
    /// Whether every row is compared with an earlier value.
    pub(super) fn is_over_time(&self) -> bool {
        self.case.rows.iter().all(|row| {
            let mut given = row.arguments.values();
            given.any(|given| matches!(given, Given::Figure(from) if is_before(from, &row.figure)))
        })
    }

    /// Whether the figures compared bear out a multiple, by exact and printed values; `None` where the sense says none.
    /// Where the condition is false, its own words are told apart from others by its kind.
    pub(super) fn bears_out(&self, sense: Sense, rounding: Rounding) -> Option<bool> {
        is_multiple(sense, &Exact::whole(1))?;
        if !self.case.holds {
            return Some(self.test.kind.words.contains(&sense));
        }
        let mut rows = self.held_rows().peekable();
        let all = rows.peek().is_some();
        Some(
            all && rows.all(|row| {
                let fits = |reading| {
                    times(&self.read(row, reading, rounding))
                        .and_then(|times| is_multiple(sense, &times))
                        .unwrap_or(false)
                };
                (self.moves_itself || !compares_changes(&row.arguments, &row.figure))
                    && fits(Reading::Exact)
                    && fits(Reading::Printed)
            }),
        )
    }

    /// Whether shares are the whole but for so many, or but for a tenth at most: "all but one" of 213 of 214, "nearly
    /// all". `None` of any other sense.
    pub(super) fn is_nearly_whole(&self, sense: Sense, rounding: Rounding) -> Option<bool> {
        let fits = |row: &CaseRow| match sense {
            Sense::AllBut(left) => {
                let of = match row.arguments.get("of") {
                    Some(Given::Figure(whole)) => {
                        let amount = |figure: &Figure| figure.quantity().map(|own| own.amount.clone());
                        amount(&row.figure).zip(amount(whole))
                    }
                    _ => row
                        .figure
                        .of()
                        .map(|(of, whole)| (Exact::from(of), Exact::from(whole))),
                };
                of.is_some_and(|(of, whole)| whole.minus(&of) == Exact::from(left))
            }
            _ => {
                let share = |reading| share_held(&self.read(row, reading, rounding)).ok();
                let near = |share: Exact| share >= Exact::whole(90) && share < Exact::whole(100);
                share(Reading::Exact).is_some_and(near) && share(Reading::Printed).is_some_and(near)
            }
        };
        let share = self.test.kind.family == Family::Share && !self.case.listed;
        let judged = share && matches!(sense, Sense::AllBut(_) | Sense::NearlyAll);
        judged.then(|| !self.negated && self.case.holds && self.case.rows.iter().all(fits))
    }

    /// The rows for which the test holds.
    pub(super) fn held_rows(&self) -> impl Iterator<Item = &CaseRow> {
        let held = self.case.rows.iter().zip(&self.case.held);
        held.filter(|(_, held)| **held).map(|(row, _)| row)
    }

    pub(super) fn read<'r>(&'r self, row: &'r CaseRow, reading: Reading, rounding: Rounding) -> Row<'r> {
        row.read(self.test.kind, reading, rounding)
    }
}

impl Statement<'_> {
    /// Objects to a fraction that is not the size of the difference: "fell by a tenth" of a fall by half.
    pub(super) fn judge_sizes(&self, objections: &mut Vec<Objection>) {
        let sized = |licence: &&Licence<'_>| {
            !licence.case.listed
                && licence.case.holds
                && !licence.negated
                && !self.is_share()
                && licence.case.rows.iter().any(is_compared)
        };
        let mut licences = self.licences.iter().filter(sized).peekable();
        if licences.peek().is_none() {
            return;
        }
        let licences: Vec<_> = licences.collect();
        for (at, hit) in self.hits.iter().enumerate() {
            let Sense::Fraction { of, out_of } = hit.sense else {
                continue;
            };
            let Some(share) = share_of(&Given::Ratio(Exact::from(of), Exact::from(out_of))) else {
                continue;
            };
            let said = Said {
                share,
                side: self.side_of(at),
                place: self.place_of(at, hit),
            };
            let rounding = self.desk.numbers.rounding;
            let fits = |licence: &&Licence<'_>, reading| {
                licence
                    .case
                    .rows
                    .iter()
                    .any(|row| said.fits(&licence.read(row, reading, rounding)))
            };
            if !licences
                .iter()
                .any(|licence| fits(licence, Reading::Exact) && fits(licence, Reading::Printed))
            {
                objections.push(
                    Objection::differ(
                        "the words of `{claim}` say another size than the figures compared bear out",
                        "print the change, such as `{{ control.change | size }}` or `{{ control.percent_change | size }}`, or say a fraction that fits",
                    )
                    .shown(format!("the phrase: {}", &self.words[hit.range.clone()])),
                );
            }
        }
    }

    /// Whether "half the average" is the comparison: that it is less is told by its size, which is judged by itself.
    pub(super) fn says_part(&self) -> bool {
        let part = |at: usize, hit: &Hit| {
            matches!(hit.sense, Sense::Fraction { .. })
                && match self.place_of(at, hit) {
                    Stands::Value => true,
                    Stands::Either => self.is_of_partner(hit),
                    _ => false,
                }
        };
        let compares = |licence: &Licence<'_>| {
            let families = [Family::Benchmark, Family::Time, Family::Multiple];
            !licence.case.listed && !licence.negated && families.contains(&licence.test.kind.family)
        };
        self.hits.iter().enumerate().any(|(at, hit)| part(at, hit))
            && self.licences.iter().all(compares)
            && !self.denied
            && self.hits.iter().all(|hit| hit.sense != Sense::Negation)
    }

    /// "A quarter of the previous year's total", but not "a quarter of the cases".
    fn is_of_partner(&self, hit: &Hit) -> bool {
        let rest = format!("{}{}", &self.words[hit.range.end..], self.after);
        let named = mentions(&rest, &self.comparators());
        named.first().is_some_and(|partner| {
            let lead = words_of(&rest[..partner.start]);
            let small = |word: &String| word == "of" || english().begins_a_whole.has(word);
            lead.iter().all(small)
        })
    }

    /// The side word just before a fraction.
    fn side_of(&self, at: usize) -> Option<Sense> {
        let before = &self.hits[at.checked_sub(1)?];
        let joined = self.words[before.range.end..self.hits[at].range.start]
            .trim()
            .is_empty();
        joined.then(|| bound(before, self.words))
    }

    /// Whether a fraction is the size of a change or the share that a value came to.
    fn place_of(&self, at: usize, hit: &Hit) -> Stands {
        let start = match at.checked_sub(1).filter(|_| self.side_of(at).is_some()) {
            Some(before) => self.hits[before].range.start,
            None => hit.range.start,
        };
        let text = format!("{}{}", self.before, &self.words[..start]);
        let before = tokens(&text).last().map(|token| token.text.clone());
        let rest = format!("{}{}", &self.words[hit.range.end..], self.after);
        let next = tokens(&rest).into_iter().next();
        let of = next.as_ref().is_some_and(|token| token.text == "of");
        // "Half the average" is a value; "rose half as far again" is a change.
        let whole = next.is_some_and(|token| english().begins_a_whole.has(&token.text));
        match before.as_deref() {
            Some("by") => Stands::Change,
            Some("to" | "at" | "for" | "in") => Stands::Value,
            Some("from") => Stands::Earlier,
            _ if of => Stands::Either,
            _ if whole => Stands::Value,
            _ => Stands::Change,
        }
    }
}

/// What a fraction stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stands {
    /// "by a third"
    Change,
    /// "to a third", "to a third of last year's"
    Value,
    /// "from a third"
    Earlier,
    /// "a third of last year's"
    Either,
}

/// A fraction as the words say it.
struct Said {
    /// In per cent.
    share: Exact,
    side: Option<Sense>,
    place: Stands,
}

impl Said {
    fn fits(&self, row: &Row<'_>) -> bool {
        let hundred = Exact::whole(100);
        let per_cent = |unit: &Unit| *unit == Unit::Percent;
        let own = || {
            row.quantity()
                .ok()
                .filter(|own| per_cent(&own.unit))
                .map(|own| row.read(own).abs())
        };
        let earlier = || match COMPARED.iter().find_map(|name| row.arguments.get(*name))? {
            Given::Figure(other) => other
                .quantity()
                .filter(|other| per_cent(&other.unit))
                .map(|other| row.read(other).abs()),
            _ => None,
        };
        let ratio = || Some(times(row)?.times(&hundred));
        let change = || match is_sign(row) {
            true => own(),
            false => Some(times(row)?.minus(&Exact::whole(1)).abs().times(&hundred)),
        };
        let amounts = match self.place {
            Stands::Change => vec![change()],
            Stands::Value => vec![own(), ratio()],
            Stands::Earlier => vec![earlier()],
            Stands::Either => vec![own(), ratio(), change()],
        };
        amounts
            .into_iter()
            .flatten()
            .any(|amount| self.is(&amount, row.rounding))
    }

    /// Whether so many per cent may be called by the fraction and its side word. A bare fraction is never more than
    /// the change as a whole number of per cent, and less by at most one.
    fn is(&self, amount: &Exact, rounding: Rounding) -> bool {
        let near = |tolerance: &Tolerance| tolerance.around(&Unit::Percent, &self.share);
        let apart = amount.minus(&self.share);
        match self.side {
            Some(Sense::ShareOver) => *amount > self.share,
            Some(Sense::ShareUnder) => *amount < self.share,
            Some(Sense::AtLeast) => *amount >= self.share,
            Some(Sense::AtMost) => *amount <= self.share,
            Some(Sense::ShareNearly) => apart.is_negative() && apart.abs() <= near(&NEARLY),
            Some(Sense::ShareJustOver) => *amount > self.share && apart <= near(&JUST_OVER),
            Some(Sense::ShareAbout) => apart.abs() <= near(&ABOUT),
            _ => {
                let whole = |number: &Exact| number.round(0, rounding);
                let over = whole(amount).minus(&whole(&self.share));
                !over.is_negative() && over <= Exact::whole(1)
            }
        }
    }
}

/// Whether a row's figure is compared with another, or is itself a change.
fn is_compared(row: &CaseRow) -> bool {
    COMPARED.iter().any(|name| row.arguments.contains_key(*name)) || motion(&row.figure) != Motion::Value
}

fn is_sign(row: &Row<'_>) -> bool {
    motion(row.figure) != Motion::Value
        && !matches!(
            COMPARED.iter().find_map(|name| row.arguments.get(*name)),
            Some(Given::Figure(_))
        )
}

/// How many times what it is compared with a row's figure is.
fn times(row: &Row<'_>) -> Option<Exact> {
    let name = COMPARED.iter().find(|name| row.arguments.contains_key(**name))?;
    if matches!(row.quantity().ok()?.unit, Unit::Rating(_)) {
        return None;
    }
    let times = row.amount().ok()?.over(&row.compared(name).ok()?.amount)?;
    (!times.is_negative()).then_some(times)
}
