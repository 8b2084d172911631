//! What a test of the condition licenses: which senses, negated or not, by its kind, its arguments and its figures.

use crate::claims::condition::Test;
use crate::claims::kinds::{Family, Motion, compares_changes, is_unclear, motion, share_of};
use crate::claims::reading::{Given, Reading, better};
use crate::claims::resolve::{Case, CaseRow};
use crate::claims::units::is_time;
use crate::data::programme::Better;
use crate::figures::Measure;
use crate::figures::changes::speaks_of_change;
use crate::lexicon::Sense;
use crate::quantity::{Exact, Rounding};

/// What one test of the condition licenses.
pub struct Licence<'s> {
    pub test: &'s Test,
    /// Whether the test stands under an odd number of `not`s.
    pub negated: bool,
    pub case: &'s Case,
    /// Whether the sentence speaks of the change itself, which may rise and fall: "growth in pay fell to 6%", "inflation".
    pub moves_itself: bool,
}

impl<'s> Licence<'s> {
    /// Of a test under so many `not`s, in a sentence with those words before what the claim says of movement.
    pub fn new(test: &'s Test, negated: bool, case: &'s Case, before: &str) -> Self {
        let moves_itself = case.rows.iter().all(|row| {
            row.figure
                .subject
                .measure
                .as_ref()
                .is_some_and(|measure| says_change(measure, before))
        });
        Licence {
            test,
            negated,
            case,
            moves_itself,
        }
    }

    /// Whether it licenses a sense, turned round by a negation or not.
    pub(super) fn allows(&self, sense: Sense, turned: bool, rounding: Rounding) -> bool {
        let kind = self.test.kind;
        // A quicker reply takes less time; quicker growth is more of it.
        let times = self.case.rows.iter().all(|row| is_time(&row.figure));
        let paced = match sense {
            Sense::Quicker if times => Some([Sense::Below, Sense::Fell]),
            Sense::Slower if times => Some([Sense::Above, Sense::Rose]),
            Sense::Quicker => Some([Sense::Quickened; 2]),
            Sense::Slower => Some([Sense::Slowed; 2]),
            _ => None,
        };
        if let Some(senses) = paced {
            return senses
                .into_iter()
                .any(|sense| self.allows(sense, turned, rounding));
        }
        if let Some(borne_out) = self.is_nearly_whole(sense, rounding) {
            return borne_out && !turned;
        }
        if let Some(borne_out) = self.bears_out(sense, rounding) {
            return borne_out && turned == self.negated;
        }
        if let Some(bounded) = self.bounds(sense) {
            return bounded && !turned;
        }
        if sense == Sense::Met && self.negated && !turned {
            return self.is_not_short();
        }
        if let Sense::NearEnd(top) = sense {
            return !turned && !self.negated && self.is_next(top);
        }
        let own = (kind.words.contains(&sense) && self.goes_that_way(sense))
            || (self.by_better().contains(&sense) && self.goes_that_way(sense))
            || self.by_its_arguments(sense);
        if turned == self.negated {
            own
        } else {
            // "not below" of what is above: true, and weaker.
            turned && kind.contrary.contains(&sense)
        }
    }

    /// Whether it is a place next to the end of a set: "one of the highest" of the second highest.
    fn is_next(&self, top: bool) -> bool {
        let places = if top {
            [Sense::FromTop(2), Sense::FromTop(3)]
        } else {
            [Sense::FromBottom(2), Sense::FromBottom(3)]
        };
        places.iter().any(|place| self.test.kind.words.contains(place))
    }

    /// Whether it says that a figure is not on the worse side: "met the target" of what is not below it.
    fn is_not_short(&self) -> bool {
        let short = |better: Better| match better {
            Better::Higher => self.test.kind.denied.contains(&Sense::AtLeast),
            Better::Lower => self.test.kind.denied.contains(&Sense::AtMost),
            Better::Neither => false,
        };
        let compares = self.test.kind.family == Family::Benchmark && !self.case.listed;
        compares && self.case.rows.iter().all(|row| short(better(&row.figure)))
    }

    /// Whether it licenses "no lower than" or "no higher than"; `None` of any other sense.
    fn bounds(&self, sense: Sense) -> Option<bool> {
        let kind = self.test.kind;
        let says = |senses: &[Sense]| senses.iter().any(|sense| kind.words.contains(sense));
        let (more, less) = (
            [
                Sense::Above,
                Sense::Equal,
                Sense::ShareOver,
                Sense::ShareExactly,
                Sense::AtLeast,
            ],
            [
                Sense::Below,
                Sense::Equal,
                Sense::ShareUnder,
                Sense::ShareExactly,
                Sense::AtMost,
            ],
        );
        let denied = || self.negated && kind.denied.contains(&sense);
        match sense {
            Sense::AtLeast => Some((!self.negated && says(&more)) || denied()),
            Sense::AtMost => Some((!self.negated && says(&less)) || denied()),
            _ => None,
        }
    }

    /// A revision says its own way: "revised up" is more than what was published. One change against another says that
    /// it slowed or quickened, and nothing of which way the thing itself went.
    fn goes_that_way(&self, sense: Sense) -> bool {
        let paces = self
            .case
            .rows
            .iter()
            .any(|row| compares_changes(&row.arguments, &row.figure));
        let signed = self.test.kind.family == Family::Uncertainty;
        match sense {
            // "Growth was lower" compares one change with another; that it is below zero is no such thing.
            Sense::Above | Sense::Below | Sense::Better | Sense::Worse if signed => {
                return !self.moves_itself;
            }
            Sense::Rose | Sense::Fell | Sense::Improved | Sense::Worsened if paces => {
                return self.moves_itself;
            }
            Sense::Slowed | Sense::Quickened => return paces && self.paces(sense),
            _ => {}
        }
        let rows = self.case.rows.iter();
        let mut ways = rows.filter_map(|row| match row.arguments.get("from") {
            Some(Given::Figure(from)) => Some(row.figure.quantity()?.amount.cmp(&from.quantity()?.amount)),
            _ => None,
        });
        match sense {
            Sense::RevisedUp => ways.all(std::cmp::Ordering::is_gt),
            Sense::RevisedDown => ways.all(std::cmp::Ordering::is_lt),
            _ => true,
        }
    }

    /// Whether a change is smaller, or greater, than the one it is compared with, and goes the same way.
    fn paces(&self, sense: Sense) -> bool {
        self.case.rows.iter().all(|row| {
            let other = ["from", "than"].iter().find_map(|name| row.arguments.get(*name));
            let Some(Given::Figure(other)) = other else {
                return false;
            };
            let (Some(own), Some(other)) = (row.figure.quantity(), other.quantity()) else {
                return false;
            };
            let same_way = own.amount.is_negative() == other.amount.is_negative();
            same_way && (own.amount.abs() < other.amount.abs()) == (sense == Sense::Slowed)
        })
    }

    /// Whether a change is compared with a bare number on the side where its sign is sure: above 0, below -2.
    fn is_signed(&self, above: bool) -> bool {
        let number = |row: &CaseRow| match row.arguments.get("than") {
            Some(Given::Number(number)) => Some(number.clone()),
            _ => None,
        };
        self.case.rows.iter().all(|row| {
            motion(&row.figure) == Motion::Change
                && number(row).is_some_and(|number| {
                    if above {
                        !number.is_negative()
                    } else {
                        !number.negated().is_negative()
                    }
                })
        })
    }

    fn by_better(&self) -> &'static [Sense] {
        let (if_higher, if_lower) = self.test.kind.if_better;
        let ways: Vec<Better> = self.case.rows.iter().map(|row| better(&row.figure)).collect();
        match ways.first() {
            Some(Better::Higher) if ways.iter().all(|way| *way == Better::Higher) => if_higher,
            Some(Better::Lower) if ways.iter().all(|way| *way == Better::Lower) => if_lower,
            _ => &[],
        }
    }

    /// "none" of what is exactly 0.
    pub(super) fn is_zero(&self) -> bool {
        self.case.rows.iter().all(|row| {
            let given = ["number", "to", "share"]
                .iter()
                .find_map(|name| row.arguments.get(*name));
            match given {
                Some(Given::Number(number)) => number.is_zero(),
                Some(given) => share_of(given).is_some_and(|share| share.is_zero()),
                None => false,
            }
        })
    }

    /// What the arguments license. "Higher than in 2011": what it is compared with is earlier.
    fn by_its_arguments(&self, sense: Sense) -> bool {
        let compared = |columns: &[&str]| {
            let arguments = self.case.rows.iter().flat_map(|row| row.arguments.values());
            arguments.into_iter().any(|given| match given {
                Given::Figure(figure) => columns
                    .iter()
                    .any(|column| figure.subject.column.starts_with(column)),
                _ => false,
            })
        };
        let earlier = || {
            compared(&[
                "previous",
                "year-ago",
                "year_ago",
                "first-published",
                "first_published",
                "history",
            ])
        };
        let clear = || {
            let kind = self.test.kind;
            let mut rows = self.case.rows.iter();
            !rows.any(|row| is_unclear(&row.read(kind, Reading::Exact, Rounding::default())))
        };
        let half = |above: bool| {
            let shares = self.case.rows.iter().filter_map(|row| row.arguments.get("share"));
            shares.filter_map(share_of).any(|share| {
                let half = Exact::whole(50);
                if above { share >= half } else { share <= half }
            })
        };
        match sense {
            Sense::Majority => self.test.kind.words.contains(&Sense::ShareOver) && half(true),
            Sense::Minority => self.test.kind.words.contains(&Sense::ShareUnder) && half(false),
            Sense::Rose => {
                self.test.kind.words.contains(&Sense::Above)
                    && (self.is_signed(true) || earlier() && self.goes_that_way(sense))
                    && clear()
            }
            Sense::Fell => {
                self.test.kind.words.contains(&Sense::Below)
                    && (self.is_signed(false) || earlier() && self.goes_that_way(sense))
                    && clear()
            }
            Sense::Unchanged => self.test.kind.is_same() && earlier(),
            Sense::Slowed | Sense::Quickened => {
                self.goes_that_way(sense) && self.test.kind.family == Family::Benchmark
            }
            Sense::NoneOf => self.test.kind.is_the_very_value() && self.is_zero(),
            Sense::YearsRunning(_) | Sense::EachYearSince(_) => self.runs(sense),
            _ => false,
        }
    }
}

/// Whether the words before a claim speak of the change that a measure is, and not of the thing that changed.
fn says_change(measure: &Measure, before: &str) -> bool {
    let names = format!("{} {}", measure.label.value, measure.also_called.join(" "));
    speaks_of_change(before) && speaks_of_change(&names)
}
