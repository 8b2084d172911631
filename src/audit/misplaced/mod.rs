//! Figures that stand where the words speak of something else: another measure, another area, another column; two
//! figures swapped, another's row.
//!
//! Readings, from the surest to the least: what a claim right beside the figure is about ([`beside`]), two figures set
//! against each other after a claim that compares them ([`pair`]), the base of a count ([`parts`]), the noun of a count ([`nouns`]), an area that the notice is not about ([`elsewhere`]), a name
//! with a verb between ([`direct`]), figures in a row after names in a row ([`row`]), the whole of a share ([`wholes`]),
//! what its clause and sentence name ([`spoken`]), whose label they say ([`labels`]), what is the opposite of its own
//! ([`opposites`]), the year it is of ([`years`]), and the words for its column ([`columns`]). Only where it makes a
//! difference: a figure that prints like the one the words speak of is still true.

mod beside;
mod clause;
mod columns;
mod differs;
mod direct;
mod elsewhere;
#[cfg(test)]
mod label_tests;
mod labels;
mod nouns;
mod opposites;
mod outright;
mod pair;
mod parts;
mod placed;
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
use crate::finding::Code;
use differs::{differs, is_count, is_its_change, measure_of, of_one_unit, prints_otherwise};
use placed::Placed;
pub use subjects::Subjects;

/// Whether one reading applies, and what it says is wrong.
type Judge = fn(Placed<'_>) -> Option<String>;

/// The readings that need no second measure or area: what stands beside a figure is enough.
const ALWAYS: [Judge; 5] = [
    beside::judge,
    pair::judge,
    parts::judge,
    nouns::judge,
    elsewhere::judge,
];

/// The readings of notices with more than one measure or area: a figure can be another's.
const OF_SEVERAL: [Judge; 5] = [
    direct::judge,
    row::judge,
    wholes::judge,
    spoken::judge,
    labels::judge,
];

/// The last readings: what the words say of the figure's own measure.
const OF_ITS_OWN: [Judge; 3] = [opposites::judge, years::judge, columns::judge];

impl Subjects {
    /// Reads one passage. The first reading that finds fault with a figure tells it.
    pub fn read(&self, reading: &Reading<'_>, held: &[Held], desk: &Desk<'_>, raised: &mut Vec<Raised>) {
        if !reading.is_sentences() {
            return;
        }
        let several = self.measures.len() > 1 || self.areas.len() > 1;
        let of_several: &[Judge] = if several { &OF_SEVERAL } else { &[] };
        let readings = || ALWAYS.iter().chain(of_several).chain(&OF_ITS_OWN);
        for (range, figure) in reading.passage.figures() {
            if reading.in_claim(&range) {
                continue;
            }
            let placed = Placed {
                subjects: self,
                reading,
                held,
                range: &range,
                figure,
                desk,
            };
            if let Some(says) = readings().find_map(|judge| judge(placed)) {
                raised.push(raise(reading, &range, says));
            }
        }
    }
}

fn raise(reading: &Reading<'_>, range: &Range<usize>, says: String) -> Raised {
    let finding = reading.finding(Code::FigureMisplaced, range, says).advice(
        "print the figure that the words speak of, or name what this one is of; a name that people use for a measure \
         goes under its `also-called:`",
    );
    Raised::new(finding, reading, range.clone())
}
