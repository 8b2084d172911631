//! Claims about a change that has an interval: an increase, a decrease, or no clear change.

use super::{Family, Kind, Wanted, optional};
use crate::claims::reading::{Cannot, Given, Row, known};
use crate::finding::Code;
use crate::lexicon::Sense;
use crate::quantity::Exact;

const MARGIN: &[Wanted] = &[optional("margin")];

pub(super) const KINDS: &[Kind] = &[
    Kind {
        name: "increase",
        holds: "the whole interval of the change is above zero",
        arguments: MARGIN,
        example: "sales.change is increase",
        words: &[Sense::Rose],
        if_better: (&[Sense::Improved], &[Sense::Worsened]),
        contrary: &[Sense::Fell],
        family: Family::Uncertainty,
        judge: |row| {
            let (change, margin) = change(row)?;
            Ok(change > margin)
        },
    },
    Kind {
        name: "decrease",
        holds: "the whole interval of the change is below zero",
        arguments: MARGIN,
        example: "sales.change is decrease",
        words: &[Sense::Fell],
        if_better: (&[Sense::Worsened], &[Sense::Improved]),
        contrary: &[Sense::Rose],
        family: Family::Uncertainty,
        judge: |row| {
            let (change, margin) = change(row)?;
            Ok(change.negated() > margin)
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
            Ok(change.abs() <= margin)
        },
    },
];

/// The change and half the width of its interval. A value with a change beside it stands for that change.
fn change(row: &Row<'_>) -> Result<(Exact, Exact), Cannot> {
    let of_change = row
        .beside
        .change
        .as_ref()
        .filter(|_| row.figure.subject.column == "value");
    let figure = of_change.unwrap_or(row.figure);
    let is_change = matches!(
        figure.subject.column.as_str(),
        "change" | "difference" | "percent change"
    ) || figure
        .subject
        .measure
        .as_ref()
        .is_some_and(|measure| measure.change);
    if !is_change {
        return Err(Cannot::new(
            Code::BadCondition,
            format!("`{}` is no change", figure.name),
            "test a change, such as `sales.change`, or write `is rose(from=…)`",
        ));
    }
    let margin = match row.arguments.get("margin") {
        Some(Given::Figure(margin)) => row.read(known(margin)?),
        Some(Given::Number(margin)) => margin.clone(),
        _ => match &row.beside.margin {
            Some(margin) => row.read(known(margin)?),
            None => {
                return Err(Cannot::new(
                    Code::ClaimNotSupported,
                    format!("`{}` has no margin", figure.name),
                    "give `margin:` with the result, or write `is rose(from=…)` for a change without an interval",
                ));
            }
        },
    };
    Ok((row.read(known(figure)?), margin))
}
