//! Claims about change: rose, fell, unchanged, improved, worsened, revised.

use super::by::by_agrees;
use super::motion::{Motion, is_earlier, margin_round, motion};
use super::{Family, Kind, Wanted, optional, wanted};
use crate::claims::reading::{Cannot, Given, Judged, Row, known};
use crate::claims::tolerance::UNCHANGED;
use crate::data::programme::Better;
use crate::finding::Code;
use crate::lexicon::Sense;
use crate::quantity::Exact;

/// `from=` is left out where the figure is itself a change: its sign says which way.
const FROM_BY: &[Wanted] = &[optional("from"), optional("by")];

pub(super) const KINDS: &[Kind] = &[
    Kind {
        name: "rose",
        holds: "more than before; with `by`, by that much as printed; of a change, without `from`: above zero",
        arguments: FROM_BY,
        example: "clear_up.value is rose(from=clear_up.previous, by=8)",
        words: &[Sense::Rose, Sense::Above, Sense::Quickened, Sense::Slowed],
        if_better: (
            &[Sense::Improved, Sense::Better],
            &[Sense::Worsened, Sense::Worse],
        ),
        contrary: &[Sense::Fell, Sense::Below],
        family: Family::Time,
        judge: |row| Ok(is_positive(&change(row)?) && by_agrees(row)?),
    },
    Kind {
        name: "fell",
        holds: "less than before; with `by`, by that much as printed; of a change, without `from`: below zero",
        arguments: FROM_BY,
        example: "crime.value is fell(from=crime.previous)",
        words: &[Sense::Fell, Sense::Below, Sense::Quickened, Sense::Slowed],
        if_better: (
            &[Sense::Worsened, Sense::Worse],
            &[Sense::Improved, Sense::Better],
        ),
        contrary: &[Sense::Rose, Sense::Above],
        family: Family::Time,
        judge: |row| Ok(change(row)?.is_negative() && by_agrees(row)?),
    },
    Kind {
        name: "unchanged",
        holds: "as before, or nearly",
        arguments: &[optional("from"), optional("within")],
        example: "clear_up.value is unchanged(from=clear_up.previous)",
        words: &[
            Sense::Unchanged,
            Sense::InLine,
            Sense::NoClearChange,
            Sense::Equal,
        ],
        if_better: (&[], &[]),
        contrary: &[Sense::Rose, Sense::Fell, Sense::Improved, Sense::Worsened],
        family: Family::Time,
        judge: |row| {
            let (change, from) = moved(row)?;
            Ok(change.abs() <= row.tolerance(&UNCHANGED, &from)?)
        },
    },
    Kind {
        name: "improved",
        holds: "better than before, which way ever that is for the measure",
        arguments: FROM_BY,
        example: "control.value is improved(from=control.previous)",
        words: &[Sense::Improved, Sense::Better],
        if_better: (&[Sense::Rose], &[Sense::Fell]),
        contrary: &[Sense::Worsened, Sense::Worse],
        family: Family::Time,
        judge: |row| Ok(for_better(row)? && by_agrees(row)?),
    },
    Kind {
        name: "worsened",
        holds: "worse than before, which way ever that is for the measure",
        arguments: FROM_BY,
        example: "control.value is worsened(from=control.previous)",
        words: &[Sense::Worsened, Sense::Worse],
        if_better: (&[Sense::Fell], &[Sense::Rose]),
        contrary: &[Sense::Improved, Sense::Better],
        family: Family::Time,
        judge: |row| Ok(!change(row)?.is_zero() && !for_better(row)? && by_agrees(row)?),
    },
    Kind {
        name: "revised",
        holds: "another figure now than was published first",
        arguments: &[wanted("from"), optional("by")],
        example: "sales.previous is revised(from=sales.first_published)",
        words: &[Sense::Revised, Sense::RevisedUp, Sense::RevisedDown],
        if_better: (&[], &[]),
        contrary: &[],
        family: Family::Revision,
        judge: |row| {
            let difference = row.amount()?.minus(&row.value("from")?.amount);
            Ok(!difference.is_zero() && by_agrees(row)?)
        },
    },
];

/// The change since `from`; zero where its interval holds zero, because then it is no change that one may speak of.
fn change(row: &Row<'_>) -> Result<Exact, Cannot> {
    let (change, _) = moved(row)?;
    match margin_round(row) {
        Some(margin) if change.abs() <= row.read(known(margin)?) => Ok(Exact::whole(0)),
        _ => Ok(change),
    }
}

/// The change, and the value it is a change from: zero of a figure that is itself a change.
fn moved(row: &Row<'_>) -> Result<(Exact, Exact), Cannot> {
    comparable(row)?;
    let Some(from) = row.arguments.get("from") else {
        return match motion(row.figure) {
            Motion::Value => Err(Cannot::new(
                Code::BadCondition,
                format!("`{}` wants `from=`", row.kind.name),
                format!("write, say, `{}`", row.kind.example),
            )),
            Motion::Change | Motion::Pace => Ok((row.amount()?, Exact::whole(0))),
        };
    };
    earlier(row, from)?;
    let from = row.value("from")?.amount;
    Ok((row.amount()?.minus(&from), from))
}

/// Nothing rises from an average or a target: `from=` is an earlier value of the same measure.
fn earlier(row: &Row<'_>, from: &Given) -> Result<(), Cannot> {
    let name = |figure: &crate::figures::Figure| {
        figure
            .subject
            .measure
            .as_ref()
            .map(|measure| measure.name.clone())
    };
    let (what, told) = match from {
        Given::Figure(from) => {
            // The value of another inspection may be that of an earlier one.
            let elsewhere =
                from.subject.column == "value" && from.subject.inspection != row.figure.subject.inspection;
            if name(from) == name(row.figure) && (elsewhere || is_earlier(from)) {
                return Ok(());
            }
            (from.name.clone(), true)
        }
        _ => ("a bare number or name".to_owned(), false),
    };
    let what = if told { format!("`{what}`") } else { what };
    Err(Cannot::new(
        Code::BadCondition,
        format!(
            "`from=` of `{}` is {what}, and no earlier value of `{}`",
            row.kind.name, row.figure.name
        ),
        "write the earlier value, such as `from=control.previous` or `from=control.history.2011`; to compare with anything else, `is above(than=…)` or `is below(than=…)`",
    ))
}

pub(super) fn comparable(row: &Row<'_>) -> Result<(), Cannot> {
    match &row.beside.not_comparable {
        None => Ok(()),
        Some(_) => Err(Cannot::new(
            Code::NotComparable,
            format!("`{}` may not be compared with earlier values", row.figure.name),
            "take the claim out: `not-comparable:` or `comparable-over-time: false` in the data forbids it",
        )),
    }
}

fn for_better(row: &Row<'_>) -> Judged {
    let change = change(row)?;
    match row.better() {
        Better::Higher => Ok(is_positive(&change)),
        Better::Lower => Ok(change.is_negative()),
        Better::Neither => Err(Cannot::new(
            Code::ClaimNotSupported,
            format!(
                "the programme does not say which way of `{}` is better",
                row.figure.name
            ),
            "write `better: higher` or `better: lower` with the measure, or say that it rose or fell",
        )),
    }
}

fn is_positive(amount: &Exact) -> bool {
    !amount.is_negative() && !amount.is_zero()
}
