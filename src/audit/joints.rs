//! The joints between a figure and the words beside it: a unit said twice, a sign said twice.

use super::raised::Raised;
use super::reading::Reading;
use crate::claims::Desk;
use crate::finding::Code;
use crate::lexicon::{self, Sense};
use crate::quantity::{Unit, begins_with_percent, strip_percent};

/// Reads one passage.
pub fn read(reading: &Reading<'_>, desk: &Desk<'_>, raised: &mut Vec<Raised>) {
    let text = &reading.passage.text;
    for (range, figure) in reading.passage.figures() {
        let Some(quantity) = figure.quantity() else {
            continue;
        };
        let after = text[range.end..].trim_start_matches([' ', '\u{A0}']);
        let is_percent = quantity.unit == Unit::Percent;
        let says_unit = strip_percent(&text[range.clone()]).is_some();
        // "78% percentage points" and the like are the affair of points and per cent.
        let again = begins_with_percent(after);
        if let Some(unit) = again.filter(|_| is_percent && says_unit) {
            let start = text.len() - after.len();
            let at = start..start + unit.len();
            let finding = reading
                .finding(Code::UnitDoubled, &at, "the unit of a figure is said twice")
                .advice("take the typed unit out: a figure prints with its unit");
            raised.push(Raised::new(finding, reading, at));
        }
        let negative = quantity.rounded(desk.numbers.rounding).is_negative();
        if !negative || !text[range.clone()].contains(['−', '-']) {
            continue;
        }
        let (says, advice) = match moved_by(&text[..range.start]) {
            Some(Sense::Fell) => (
                "a fall is said in words and by the figure's sign",
                "print its size: `| size` leaves the sign to the words",
            ),
            // Its size alone would be an untruth.
            Some(_) => (
                "the words say a rise and the figure's sign a fall",
                "write that it fell, and print its size with `| size`; or correct the results",
            ),
            None => continue,
        };
        let finding = reading.finding(Code::SignDoubled, &range, says).advice(advice);
        raised.push(Raised::new(finding, reading, range.clone()));
    }
}

/// What the words just before say that something did by what follows: fell, or rose.
fn moved_by(before: &str) -> Option<Sense> {
    let clause = before.rsplit(['.', ';', ':', ',']).next().unwrap_or_default();
    let clause = clause.trim_end();
    let clause = clause
        .strip_suffix(" by")
        .or_else(|| clause.strip_suffix(" of"))?;
    lexicon::find(clause)
        .into_iter()
        .find(|hit| {
            matches!(hit.sense, Sense::Fell | Sense::Rose) && clause[hit.range.end..].trim().is_empty()
        })
        .map(|hit| hit.sense)
}
