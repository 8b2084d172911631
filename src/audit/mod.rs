//! The audit: reads the finished words as a sceptical sub-editor would.

mod addresses;
#[cfg(test)]
mod bench;
mod dates;
mod names;
mod nearest;
mod number;
mod pattern;
mod phrases;
mod reading;
#[cfg(test)]
mod tests;
mod token;
mod unbound;

use crate::claims::{Desk, Held};
use crate::finding::Finding;
use crate::release::Release;
use crate::report::Share;
use reading::Reading;
use unbound::Numbers;

/// Reads the notice; what is wrong goes to `findings`. Returns how many of its numbers are traced.
pub fn check(desk: &Desk<'_>, release: &Release, held: &[Held], findings: &mut Vec<Finding>) -> Share {
    let _ = (release, held);
    let order = desk.organisation.house_style.dates.as_ref();
    let order = order.map_or_else(Default::default, |order| order.value);
    let readings: Vec<Reading<'_>> = desk
        .passages
        .iter()
        .enumerate()
        .map(|(index, passage)| Reading::new(index, passage, desk.language, order))
        .collect();
    let mut numbers = Numbers::new(desk);
    for reading in &readings {
        numbers.read(reading, findings);
    }
    numbers.share
}
