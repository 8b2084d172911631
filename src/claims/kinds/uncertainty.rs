//! Claims about a change that has an interval: an increase, a decrease, or no clear change.

use super::motion::{Motion, motion};
use super::{Family, Kind, Wanted, optional};
use crate::claims::reading::{Cannot, Given, Row, known};
use crate::finding::Code;
use crate::lexicon::Sense;
use crate::quantity::Exact;

const MARGIN: &[Wanted] = &[optional("margin")];

pub(super) const KINDS: &[Kind] = &[
    Kind {
        name: "increase",
        holds: "above zero, with the whole of its interval where there is a margin",
        arguments: MARGIN,
        example: "sales.change is increase",
        words: &[Sense::Rose, Sense::Quickened, Sense::Slowed],
        if_better: (&[Sense::Improved], &[Sense::Worsened]),
        contrary: &[Sense::Fell],
        family: Family::Uncertainty,
        judge: |row| {
            let (change, margin) = change(row)?;
            Ok(change > margin.unwrap_or_else(|| Exact::whole(0)))
        },
    },
    Kind {
        name: "decrease",
        holds: "below zero, with the whole of its interval where there is a margin",
        arguments: MARGIN,
        example: "sales.change is decrease",
        words: &[Sense::Fell, Sense::Quickened, Sense::Slowed],
        if_better: (&[Sense::Worsened], &[Sense::Improved]),
        contrary: &[Sense::Rose],
        family: Family::Uncertainty,
        judge: |row| {
            let (change, margin) = change(row)?;
            Ok(change.negated() > margin.unwrap_or_else(|| Exact::whole(0)))
        },
    },
    Kind {
        name: "no_clear_change",
        holds: "the interval of the change contains zero",
        arguments: MARGIN,
        example: "sales.change is no_clear_change",
        words: &[Sense::NoClearChange, Sense::Unchanged],
        if_better: (&[], &[]),
        contrary: &[Sense::Rose, Sense::Fell, Sense::Improved, Sense::Worsened],
        family: Family::Uncertainty,
        judge: |row| {
            let (change, margin) = change(row)?;
            let margin = margin.ok_or_else(|| {
                Cannot::new(
                    Code::ClaimNotSupported,
                    format!(
                        "`{}` has no margin, and without one no change is unclear",
                        row.figure.name
                    ),
                    "give `margin:` with the result, or write `is unchanged`",
                )
            })?;
            Ok(change.abs() <= margin)
        },
    },
];

/// The change and half the width of its interval, where it has one. A value with a change beside it stands for that
/// change, unless it is a change already.
fn change(row: &Row<'_>) -> Result<(Exact, Option<Exact>), Cannot> {
    let is_value = row.figure.subject.column == "value" && motion(row.figure) == Motion::Value;
    let figure = row
        .beside
        .change
        .as_ref()
        .filter(|_| is_value)
        .unwrap_or(row.figure);
    if motion(figure) == Motion::Value {
        return Err(Cannot::new(
            Code::BadCondition,
            format!("`{}` is no change", figure.name),
            "test a change, such as `sales.change`, or write `is rose(from=…)`",
        ));
    }
    // A margin is round the change itself: not round a difference of two changes, nor round an earlier one.
    let own = match motion(figure) {
        Motion::Pace => false,
        _ => matches!(figure.subject.column.as_str(), "value" | "change" | "difference"),
    };
    let margin = match row.arguments.get("margin") {
        Some(Given::Figure(margin)) => Some(row.read(known(margin)?)),
        Some(Given::Number(margin)) => Some(margin.clone()),
        _ => match row.beside.margin.as_ref().filter(|_| own) {
            Some(margin) => Some(row.read(known(margin)?)),
            None => None,
        },
    };
    Ok((row.read(known(figure)?), margin))
}
