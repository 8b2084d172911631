//! Claims about a change that has an interval: an increase, a decrease, or no clear change.

use super::motion::{Motion, motion};
use super::{Family, Kind, Wanted, optional};
use crate::claims::reading::{Cannot, Given, Row, known};
use crate::finding::Code;
use crate::lexicon::Sense;
use crate::quantity::{Exact, Quantity};

const MARGIN: &[Wanted] = &[optional("margin")];

pub(super) const KINDS: &[Kind] = &[
    Kind {
        name: "increase",
        holds: "above zero, with the whole of its interval where there is a margin",
        arguments: MARGIN,
        example: "sales.change is increase",
        words: &[Sense::Rose, Sense::Above, Sense::Quickened, Sense::Slowed],
        if_better: (
            &[Sense::Improved, Sense::Better],
            &[Sense::Worsened, Sense::Worse],
        ),
        contrary: &[Sense::Fell, Sense::Below],
        denied: &[],
        family: Family::Uncertainty,
        judge: |row| {
            let (change, margin) = change(row, Stretch::Narrower)?;
            Ok(change > margin.unwrap_or_else(|| Exact::whole(0)))
        },
    },
    Kind {
        name: "decrease",
        holds: "below zero, with the whole of its interval where there is a margin",
        arguments: MARGIN,
        example: "sales.change is decrease",
        words: &[Sense::Fell, Sense::Below, Sense::Quickened, Sense::Slowed],
        if_better: (
            &[Sense::Worsened, Sense::Worse],
            &[Sense::Improved, Sense::Better],
        ),
        contrary: &[Sense::Rose, Sense::Above],
        denied: &[],
        family: Family::Uncertainty,
        judge: |row| {
            let (change, margin) = change(row, Stretch::Narrower)?;
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
        denied: &[],
        family: Family::Uncertainty,
        judge: |row| {
            let (change, margin) = change(row, Stretch::Wider)?;
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
fn change(row: &Row<'_>, stretch: Stretch) -> Result<(Exact, Option<Exact>), Cannot> {
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
            "if it is one, write `change: true` in its measure; if not, test a change, such as `sales.change`, or write `is rose(from=…)`",
        ));
    }
    // A margin is round the change itself: not round a difference of two changes, nor round an earlier one.
    let own = match motion(figure) {
        Motion::Pace => false,
        _ => matches!(figure.subject.column.as_str(), "value" | "change" | "difference"),
    };
    let given = match row.beside.margin.as_ref().filter(|_| own) {
        Some(margin) => Some(known(margin)?),
        None => None,
    };
    let margin = match row.arguments.get("margin") {
        None => given.map(|margin| row.read(margin)),
        Some(Given::Figure(margin)) => {
            let margin = known(margin)?;
            admitted(row, &margin.amount, given, stretch)?;
            Some(row.read(margin))
        }
        Some(Given::Number(margin)) => {
            admitted(row, margin, given, stretch)?;
            Some(margin.clone())
        }
        Some(_) => return Err(bad_margin(row, "is no amount")),
    };
    Ok((row.read(known(figure)?), margin))
}

/// How a `margin=` would make a claim easier than the data's own margin does.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stretch {
    /// A narrower interval holds zero less often.
    Narrower,
    /// A wider one more often.
    Wider,
}

/// A claim may be stricter than the margin in the data, not laxer.
fn admitted(row: &Row<'_>, margin: &Exact, given: Option<&Quantity>, stretch: Stretch) -> Result<(), Cannot> {
    if margin.is_negative() {
        return Err(bad_margin(row, "is below zero"));
    }
    match given {
        Some(given) if stretch == Stretch::Narrower && *margin < given.amount => {
            Err(bad_margin(row, "is smaller than the margin in the data"))
        }
        Some(given) if stretch == Stretch::Wider && *margin > given.amount => {
            Err(bad_margin(row, "is greater than the margin in the data"))
        }
        _ => Ok(()),
    }
}

fn bad_margin(row: &Row<'_>, what: &str) -> Cannot {
    Cannot::new(
        Code::BadCondition,
        format!("`margin=` of `{}` {what}", row.kind.name),
        "leave `margin=` out where the result has its own `margin:`, or write half the width of the interval, such as `margin=0.5`",
    )
}
