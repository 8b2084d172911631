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
        if quantity.rounded(desk.numbers.rounding).is_negative()
            && text[range.clone()].contains(['−', '-'])
            && falls_by(&text[..range.start])
        {
            let finding = reading
                .finding(
                    Code::SignDoubled,
                    &range,
                    "a fall is said in words and by the figure's sign",
                )
                .advice("print its size: `| size` leaves the sign to the words");
            raised.push(Raised::new(finding, reading, range.clone()));
        }
    }
}

/// Whether the words just before say that something fell or rose by what follows.
fn falls_by(before: &str) -> bool {
    let clause = before.rsplit(['.', ';', ':', ',']).next().unwrap_or_default();
    let Some(clause) = clause
        .trim_end()
        .strip_suffix(" by")
        .or_else(|| clause.trim_end().strip_suffix(" of"))
    else {
        return false;
    };
    lexicon::find(clause).iter().any(|hit| {
        matches!(hit.sense, Sense::Fell | Sense::Rose)
            && clause[hit.range.end..].split_whitespace().count() == 0
    })
}
