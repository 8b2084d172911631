//! By how much: the amount under `by=`, and whether a change is as much.

use super::motion::{Motion, motion};
use crate::claims::reading::{Cannot, Given, Judged, Row, known};
use crate::finding::Code;
use crate::quantity::{Exact, Unit, strip_percent};

/// How much a change is claimed to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum By {
    /// In the figure's unit; points between percentages.
    Difference(Exact),
    /// In per cent of the earlier value.
    Relative(Exact),
}

/// The amount under `by=`: a number or figure in the measure's unit, or `"1.2%"` for a relative change.
pub fn by_of(row: &Row<'_>) -> Result<Option<By>, Cannot> {
    let unit = &row.quantity()?.unit;
    Ok(match row.arguments.get("by") {
        None => None,
        Some(Given::Number(number)) => Some(By::Difference(number.abs())),
        Some(Given::Text(text)) => {
            let number = |text: &str| Exact::parse(text.trim()).map(|number| number.abs());
            let relative = strip_percent(text);
            let points = ["percentage points", "percentage point", "points"]
                .iter()
                .find_map(|end| text.trim().strip_suffix(end));
            let read = match (points, relative) {
                (Some(points), _) => number(points).map(By::Difference),
                (None, Some(relative)) => number(relative).map(By::Relative),
                _ => number(text).map(By::Difference),
            };
            Some(read.ok_or_else(|| bad_by(row))?)
        }
        Some(Given::Figure(figure)) => {
            let quantity = known(figure)?;
            // What is printed of it stands in the sentence, in either reading.
            let amount = quantity.rounded(row.rounding).abs();
            let relative = quantity.unit == Unit::Percent
                && (*unit != Unit::Percent || figure.subject.column.contains("percent"));
            Some(if relative {
                By::Relative(amount)
            } else {
                By::Difference(amount)
            })
        }
        Some(_) => return Err(bad_by(row)),
    })
}

fn bad_by(row: &Row<'_>) -> Cannot {
    Cannot::new(
        Code::BadCondition,
        format!("`by=` of `{}` is no amount", row.kind.name),
        "write `by=8` (points between percentages, otherwise the measure's unit) or `by=\"1.2%\"` (of the earlier value)",
    )
}

/// Whether the change is as much as `by=` says, to the places that `by=` has.
pub(super) fn by_agrees(row: &Row<'_>) -> Judged {
    by_fits(row, 0)
}

/// The same, to so many places or those of `by=`, whichever are more: "8.0 per cent" is finer than `by="8%"`.
pub fn by_fits(row: &Row<'_>, places: u8) -> Judged {
    let Some(by) = by_of(row)? else { return Ok(true) };
    let places = places.max(places_of_by(row)?);
    let own = row.quantity()?;
    if !row.arguments.contains_key("from") && motion(row.figure) != Motion::Value {
        // The figure is the change, in per cent or in its unit.
        let (By::Difference(claimed) | By::Relative(claimed)) = by;
        return Ok(own.amount.abs().round(places, row.rounding) == claimed);
    }
    // A reader takes the difference of what is printed; but the rounded true difference is the better number, and
    // where the two part a warning says so.
    let from = match row.arguments.get("from") {
        Some(Given::Figure(from)) => known(from)?.amount.clone(),
        _ => row.value("from")?.amount,
    };
    let difference = own.amount.minus(&from).abs();
    let (change, claimed) = match by {
        By::Difference(claimed) => (Some(difference), claimed),
        By::Relative(claimed) => {
            let share = difference.over(&from.abs());
            (share.map(|share| share.times(&Exact::whole(100))), claimed)
        }
    };
    Ok(change.is_some_and(|change| change.round(places, row.rounding) == claimed))
}

/// How many places `by=` has as it is written or printed: a nought at its end counts.
fn places_of_by(row: &Row<'_>) -> Result<u8, Cannot> {
    Ok(match row.arguments.get("by") {
        Some(Given::Text(text)) => {
            let fraction = text.split_once('.').map_or("", |(_, rest)| rest);
            let digits = fraction.bytes().take_while(u8::is_ascii_digit).count();
            u8::try_from(digits).unwrap_or(u8::MAX)
        }
        Some(Given::Figure(figure)) => known(figure)?.places,
        Some(Given::Number(number)) => decimals(number),
        _ => 0,
    })
}

/// How many decimals a typed amount has.
pub fn decimals(amount: &Exact) -> u8 {
    let text = amount.exact_text();
    text.split_once('.')
        .map_or(0, |(_, decimals)| u8::try_from(decimals.len()).unwrap_or(0))
}
