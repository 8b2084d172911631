//! The audit: reads the finished words as a sceptical sub-editor would.
//!
//! Every number must come from somewhere, every comparison must be somebody's claim, marks must close, days must be
//! the days of their dates. Each file looks for one kind of fault; what it raises may be accepted as a false alarm.

mod accepted;
#[cfg(test)]
mod accepted_tests;
mod addresses;
mod altered;
mod bare;
#[cfg(test)]
mod bare_tests;
mod bases;
#[cfg(test)]
pub(crate) mod bench;
mod benchmark;
mod blanks;
#[cfg(test)]
mod blanks_tests;
mod comparative;
mod dates;
mod days;
#[cfg(test)]
mod fields_tests;
mod headings;
mod hint;
mod impossible;
mod joints;
mod letters;
mod marks;
mod misplaced;
mod names;
mod nearest;
mod nothing;
mod number;
mod pattern;
mod phrases;
mod points;
mod present;
mod publication;
mod raised;
mod ratings;
mod reading;
mod reason;
mod recognised;
mod repeated;
mod rounded;
mod rows;
mod shown;
mod slot;
mod spoken;
mod standing;
mod table;
#[cfg(test)]
mod tests;
mod token;
mod unbound;

use crate::claims::{Desk, Held};
use crate::finding::Finding;
use crate::release::{Edition, Release};
use crate::report::Share;
pub use number::spelt_numbers;
use phrases::Phrases;
use reading::Reading;
pub use recognised::{How, Recognised, recognised};
pub use repeated::repeated;
use unbound::Numbers;

/// What the audit counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Audited {
    /// Numbers in the words that come from a figure, and all numbers in the words; tables are figures alone.
    pub numbers: Share,
    /// False alarms that somebody answers for.
    pub accepted: usize,
}

/// Reads the notice; what is wrong goes to `findings`. Numbers and comparisons inside a claim are the claims' business
/// and are not raised again.
pub fn check(desk: &Desk<'_>, release: &Release, held: &[Held], findings: &mut Vec<Finding>) -> Audited {
    let order = desk.organisation.house_style.dates.as_ref();
    let order = order.map_or_else(Default::default, |order| order.value);
    let mut readings: Vec<Reading<'_>> = desk
        .passages
        .iter()
        .enumerate()
        .map(|(index, passage)| Reading::new(index, passage, desk.language, order))
        .collect();
    let standing = standing::passages(release, desk);
    let passages = readings.len();
    let outside = standing.iter().enumerate().map(|(index, (passage, slot))| {
        Reading::new(passages + index, passage, desk.language, order).of(*slot)
    });
    readings.extend(outside);
    let tables = table::count(release);
    let shown = shown::Shown::new(release);
    let mut raised = Vec::new();
    let cleared = !matches!(release.edition, Edition::Draft { .. });
    let mut unbound = Numbers::new(desk, held);
    let subjects = misplaced::Subjects::new(desk);
    let results = spoken::Results::new(desk);
    for reading in &readings {
        let text = &reading.passage.text;
        let numbers = number::numbers(text, &reading.tokens, desk.language, Phrases::english());
        unbound.read(reading, &numbers, &mut raised);
        nothing::read(reading, desk, &mut raised);
        comparative::read(reading, &results, desk, &mut raised);
        points::read(reading, &numbers, desk, &mut raised);
        impossible::read(reading, &numbers, desk, &mut raised);
        rounded::read(reading, desk, &mut raised);
        joints::read(reading, desk, &mut raised);
        ratings::read(reading, desk, &mut raised);
        altered::read(reading, desk, &mut raised);
        letters::read(reading, &mut raised);
        blanks::read(reading, desk, cleared, &mut raised);
        benchmark::read(reading, desk, &mut raised);
        days::read(reading, desk, &mut raised);
        publication::read(reading, desk, &mut raised);
        subjects.read(reading, held, desk, &mut raised);
        table::read(reading, tables, desk, &mut raised);
        shown.read(reading, &subjects, desk, &mut raised);
    }
    headings::read(release, &readings[..passages], desk, &mut raised);
    marks::read(&readings[..passages], &mut raised);
    let accepted = accepted::silence(desk, &readings, &mut raised, findings);
    findings.extend(raised.into_iter().map(|one| one.finding));
    Audited {
        numbers: unbound.share,
        accepted,
    }
}
