//! Figures that stand where the words speak of something else: another measure, another area, another column; two
//! figures swapped, another's row.
//!
//! Readings, from the surest to the least: what a claim right beside the figure is about ([`beside`]), the base of
//! a count ([`parts`]), the noun of a count ([`nouns`]), an area that the notice is not about ([`elsewhere`]), a name
//! with a verb between ([`direct`]), figures in a row after names in a row ([`row`]), the whole of a share ([`wholes`]),
//! what its clause and sentence name ([`spoken`]), whose label they say ([`labels`]), what is the opposite of its own
//! ([`opposites`]), the year it is of ([`years`]), and the words for its column ([`columns`]). Only where it makes a
//! difference: a figure that prints like the one the words speak of is still true.

mod beside;
mod clause;
mod columns;
mod direct;
mod elsewhere;
#[cfg(test)]
mod label_tests;
mod labels;
mod nouns;
mod opposites;
mod outright;
mod parts;
mod row;
mod since;
mod spoken;
mod subjects;
#[cfg(test)]
mod tests;
mod vocabulary;
mod wholes;
mod years;

use std::ops::Range;

use super::raised::Raised;
use super::reading::Reading;
use crate::claims::{Desk, Held};
use crate::figures::Figure;
use crate::figures::changes::says_moved;
use crate::finding::Code;
use crate::lexicon::{self, Sense};
use crate::quantity::Unit;
pub use subjects::Subjects;

impl Subjects {
    /// Reads one passage.
    pub fn read(&self, reading: &Reading<'_>, held: &[Held], desk: &Desk<'_>, raised: &mut Vec<Raised>) {
        if !reading.is_sentences() {
            return;
        }
        let several = self.measures.len() > 1 || self.areas.len() > 1;
        for (range, figure) in reading.passage.figures() {
            if reading.in_claim(&range) {
                continue;
            }
            let mut says = beside::judge(reading, held, &range, figure, desk)
                .or_else(|| parts::judge(reading, &range, figure, desk))
                .or_else(|| nouns::judge(reading, &range, figure, desk))
                .or_else(|| elsewhere::judge(reading, &range, figure, desk));
            if several {
                says = says
                    .or_else(|| direct::judge(self, reading, &range, figure, desk))
                    .or_else(|| row::judge(self, reading, &range, figure, desk))
                    .or_else(|| wholes::judge(self, reading, &range, figure, desk))
                    .or_else(|| self.judge_clause(reading, &range, figure, desk))
                    .or_else(|| labels::judge(reading, &range, figure, desk));
            }
            let says = says.or_else(|| opposites::judge(reading, &range, figure, desk));
            let says = says.or_else(|| years::judge(reading, &range, figure, desk));
            let says = match beside::belongs(reading, held, &range, figure) {
                true => says,
                false => says.or_else(|| columns::judge(self, reading, &range, figure, desk)),
            };
            if let Some(says) = says {
                raised.push(raise(reading, &range, says));
            }
        }
    }

    /// What is wrong with a figure whose clause names something else, and nothing of its own.
    fn judge_clause(
        &self,
        reading: &Reading<'_>,
        range: &Range<usize>,
        figure: &Figure,
        desk: &Desk<'_>,
    ) -> Option<String> {
        let text = clause::clause(self, reading, range);
        let measure = measure_of(figure);
        // "2,300 were told of the cap": of whatever unit the two counts are.
        if let Some(spoken) = spoken::counted_after(self, reading, range)
            && Some(spoken.name.as_str()) != measure
            && is_count(figure)
            && !spoken::says_more(self, measure, reading, range)
            && differs(figure, desk, |other| {
                measure_of(other) == Some(&spoken.name)
                    && other.subject.area == figure.subject.area
                    && is_count(other)
            })
        {
            return Some(format!(
                "`{}` stands where the words speak of `{}`",
                figure.name, spoken.name
            ));
        }
        let area = figure.subject.area.as_deref();
        if let Some(spoken) = spoken::another(self, &self.measures, measure, reading, range)
            && !is_its_change(figure, &spoken.name, &text, desk)
            && (differs(figure, desk, |other| {
                measure_of(other) == Some(&spoken.name)
                    && other.subject.area == figure.subject.area
                    && of_one_unit(figure, other)
            }) || has_no_such_year(figure, &spoken.name, desk))
        {
            return Some(format!(
                "`{}` stands where the words speak of `{}`",
                figure.name, spoken.name
            ));
        }
        if let Some(spoken) = spoken::another(self, &self.areas, area, reading, range)
            && differs(figure, desk, |other| {
                other.subject.area.as_deref() == Some(&spoken.name)
                    && other.subject.measure == figure.subject.measure
            })
        {
            return Some(format!(
                "`{}` of one area stands where the words speak of another",
                figure.name
            ));
        }
        None
    }
}

/// The short name of a figure's measure.
fn measure_of(figure: &Figure) -> Option<&str> {
    let measure = figure.subject.measure.as_ref()?;
    Some(measure.name.as_str())
}

/// Whether a figure is a change, the words speak of what is no change, and of its moving: "sales rose by 3%" names
/// the sales and prints their growth.
fn is_its_change(figure: &Figure, spoken: &str, clause: &str, desk: &Desk<'_>) -> bool {
    let measures = desk.scope.figures();
    let other = measures
        .iter()
        .filter_map(|(_, other)| other.subject.measure.as_ref())
        .find(|measure| measure.name == spoken);
    let change = figure.subject.measure.as_ref().is_some_and(|own| own.is_change());
    let moves = |sense: Sense| {
        matches!(
            sense,
            Sense::Rose | Sense::Fell | Sense::Unchanged | Sense::Improved | Sense::Worsened
        )
    };
    change
        && other.is_none_or(|other| !other.is_change())
        && (lexicon::find(clause).iter().any(|hit| moves(hit.sense)) || says_moved(clause))
}

/// Whether the figure in the same column of the subject spoken of is there, in the same unit, and prints differently.
fn differs(figure: &Figure, desk: &Desk<'_>, spoken: impl Fn(&Figure) -> bool) -> bool {
    let figures = desk.scope.figures();
    let is_part = |column: &str| matches!(column, "count" | "base");
    // `upheld.value.count` goes with `rejected.value.count`, and not with `rejected.previous.count`.
    let column = |figure: &Figure| -> Option<String> {
        let part = is_part(&figure.subject.column);
        Some(if part {
            figure.name.rsplit('.').nth(1)?.to_owned()
        } else {
            figure.subject.column.clone()
        })
    };
    let same_column = figures.iter().find(|(path, other)| {
        let part = path.ends_with(".count") || path.ends_with(".base");
        part == is_part(&figure.subject.column)
            && other.subject.column == figure.subject.column
            && column(other) == column(figure)
            && spoken(other)
    });
    same_column.is_some_and(|(_, other)| prints_otherwise(figure, other, desk))
}

/// Whether two figures are both there and print differently.
fn prints_otherwise(figure: &Figure, other: &Figure, desk: &Desk<'_>) -> bool {
    match (figure.quantity(), other.quantity()) {
        (Some(own), Some(other)) => {
            own.unit != other.unit || own.print(desk.numbers) != other.print(desk.numbers)
        }
        _ => false,
    }
}

/// Whether two figures are of one unit: a comparison of them says something.
fn of_one_unit(figure: &Figure, other: &Figure) -> bool {
    let unit = |figure: &Figure| figure.quantity().map(|quantity| quantity.unit.clone());
    unit(figure) == unit(other)
}

/// Whether a figure is of an earlier year, and a measure of the same unit has none of that year.
fn has_no_such_year(figure: &Figure, measure: &str, desk: &Desk<'_>) -> bool {
    let of = |other: &Figure| {
        measure_of(other) == Some(measure) && other.subject.inspection == figure.subject.inspection
    };
    let mut theirs = desk
        .scope
        .figures()
        .iter()
        .filter(|(_, other)| of(other))
        .peekable();
    figure.subject.column.starts_with("history")
        && theirs.peek().is_some_and(|(_, other)| of_one_unit(figure, other))
        && theirs.all(|(_, other)| other.subject.column != figure.subject.column)
}

/// Whether a figure counts something.
fn is_count(figure: &Figure) -> bool {
    figure
        .quantity()
        .is_some_and(|quantity| matches!(quantity.unit, Unit::Number(_)))
}

fn raise(reading: &Reading<'_>, range: &Range<usize>, says: String) -> Raised {
    let finding = reading.finding(Code::FigureMisplaced, range, says).advice(
        "print the figure that the words speak of, or name what this one is of; a name that people use for a measure \
         goes under its `also-called:`",
    );
    Raised::new(finding, reading, range.clone())
}
