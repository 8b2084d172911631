//! Claims against another figure: above, below, by little, by much, in line, equal.

use super::motion::{is_own_past, is_within_margin};
use super::time::comparable;
use super::{Family, Kind, Wanted, optional, wanted};
use crate::claims::reading::{Cannot, Given, Row, Value};
use crate::claims::tolerance::{IN_LINE, JUST, Tolerance, WELL};
use crate::lexicon::Sense;
use crate::quantity::Exact;

const THAN: &[Wanted] = &[wanted("than"), optional("within")];
const PLAIN: &[Wanted] = &[wanted("than")];

pub(super) const KINDS: &[Kind] = &[
    Kind {
        name: "just_above",
        holds: "more than the other, by little",
        arguments: THAN,
        example: "control.value is just_above(than=control.average)",
        words: &[Sense::JustAbove, Sense::Above],
        if_better: (&[Sense::Better, Sense::Met], &[Sense::Worse, Sense::Missed]),
        contrary: &[Sense::Below, Sense::JustBelow, Sense::WellBelow],
        denied: &[],
        family: Family::Benchmark,
        judge: |row| {
            let (difference, just) = apart(row, &JUST)?;
            Ok(is_positive(&difference) && difference <= just)
        },
    },
    Kind {
        name: "just_below",
        holds: "less than the other, by little",
        arguments: THAN,
        example: "punish.value is just_below(than=punish.average)",
        words: &[Sense::JustBelow, Sense::Below],
        if_better: (&[Sense::Worse, Sense::Missed], &[Sense::Better, Sense::Met]),
        contrary: &[Sense::Above, Sense::JustAbove, Sense::WellAbove],
        denied: &[],
        family: Family::Benchmark,
        judge: |row| {
            let (difference, just) = apart(row, &JUST)?;
            Ok(difference.is_negative() && difference.abs() <= just)
        },
    },
    Kind {
        name: "well_above",
        holds: "more than the other, by much",
        arguments: PLAIN,
        example: "control.value is well_above(than=control.lowest)",
        words: &[Sense::WellAbove, Sense::Above],
        if_better: (&[Sense::Better, Sense::Met], &[Sense::Worse, Sense::Missed]),
        contrary: &[Sense::Below, Sense::JustBelow, Sense::WellBelow],
        denied: &[],
        family: Family::Benchmark,
        judge: |row| {
            let (difference, well) = apart(row, &WELL)?;
            Ok(is_positive(&difference) && difference >= well)
        },
    },
    Kind {
        name: "well_below",
        holds: "less than the other, by much",
        arguments: PLAIN,
        example: "control.value is well_below(than=control.highest)",
        words: &[Sense::WellBelow, Sense::Below],
        if_better: (&[Sense::Worse, Sense::Missed], &[Sense::Better, Sense::Met]),
        contrary: &[Sense::Above, Sense::JustAbove, Sense::WellAbove],
        denied: &[],
        family: Family::Benchmark,
        judge: |row| {
            let (difference, well) = apart(row, &WELL)?;
            Ok(difference.is_negative() && difference.abs() >= well)
        },
    },
    Kind {
        name: "above",
        holds: "more than the other; equal is not above, nor is last time's value within the margin",
        arguments: PLAIN,
        example: "control.value is above(than=control.average)",
        words: &[Sense::Above],
        if_better: (&[Sense::Better, Sense::Met], &[Sense::Worse, Sense::Missed]),
        contrary: &[Sense::Below, Sense::JustBelow, Sense::WellBelow],
        denied: &[Sense::AtMost],
        family: Family::Benchmark,
        judge: |row| Ok(is_positive(&difference(row, "than")?)),
    },
    Kind {
        name: "below",
        holds: "less than the other; equal is not below, nor is last time's value within the margin",
        arguments: PLAIN,
        example: "punish.value is below(than=punish.average)",
        words: &[Sense::Below],
        if_better: (&[Sense::Worse, Sense::Missed], &[Sense::Better, Sense::Met]),
        contrary: &[Sense::Above, Sense::JustAbove, Sense::WellAbove],
        denied: &[Sense::AtLeast],
        family: Family::Benchmark,
        judge: |row| Ok(difference(row, "than")?.is_negative()),
    },
    Kind {
        name: "equal",
        holds: "the very same as the other",
        arguments: &[wanted("to")],
        example: "overall.value is equal(to=\"Good\")",
        // That it is unchanged is licensed where the other is an earlier value.
        words: &[Sense::Equal, Sense::InLine, Sense::Met],
        if_better: (&[], &[]),
        contrary: &[
            Sense::Above,
            Sense::Below,
            Sense::Better,
            Sense::Worse,
            Sense::Missed,
            Sense::WellAbove,
            Sense::WellBelow,
        ],
        denied: &[],
        family: Family::Benchmark,
        judge: |row| Ok(difference(row, "to")?.is_zero()),
    },
    Kind {
        name: "in_line",
        holds: "near enough to the other to be called alike",
        arguments: &[wanted("with"), optional("within")],
        example: "help.value is in_line(with=help.average)",
        words: &[Sense::InLine],
        if_better: (&[], &[]),
        contrary: &[Sense::WellAbove, Sense::WellBelow],
        denied: &[],
        family: Family::Benchmark,
        judge: |row| {
            let with = other(row, "with")?;
            let near = row.tolerance(&IN_LINE, &with.amount)?;
            Ok(row.amount()?.minus(&with.amount).abs() <= near)
        },
    },
];

fn difference(row: &Row<'_>, name: &str) -> Result<Exact, Cannot> {
    let difference = row.amount()?.minus(&other(row, name)?.amount);
    Ok(clear(row, difference))
}

/// A difference from last time's value, or from no change, that the result's margin holds is none.
fn clear(row: &Row<'_>, difference: Exact) -> Exact {
    if is_within_margin(row) {
        Exact::whole(0)
    } else {
        difference
    }
}

/// The value compared with; "higher than last year" is a comparison over time, which the data may forbid.
fn other(row: &Row<'_>, name: &str) -> Result<Value, Cannot> {
    if matches!(row.arguments.get(name), Some(Given::Figure(from)) if is_own_past(from, row.figure)) {
        comparable(row)?;
    }
    row.compared(name)
}

/// How far the figure is above the other, and the tolerance for values of this size.
fn apart(row: &Row<'_>, tolerance: &Tolerance) -> Result<(Exact, Exact), Cannot> {
    let than = other(row, "than")?;
    let tolerance = row.tolerance(tolerance, &than.amount)?;
    let apart = row.amount()?.minus(&than.amount);
    Ok((clear(row, apart), tolerance))
}

fn is_positive(amount: &Exact) -> bool {
    !amount.is_negative() && !amount.is_zero()
}
