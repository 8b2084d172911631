//! Claims about change: rose, fell, unchanged, improved, worsened, revised.

use super::by::by_agrees;
use super::motion::{Motion, is_before, is_same_measure, margin_round, motion};
use super::{Family, Kind, Wanted, optional, wanted};
use crate::claims::reading::{Cannot, Given, Judged, Row, known};
use crate::claims::tolerance::UNCHANGED;
use crate::data::programme::Better;
use crate::figures::Figure;
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
        denied: &[Sense::AtMost],
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
        denied: &[Sense::AtLeast],
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
        denied: &[],
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
        denied: &[],
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
        denied: &[],
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
        denied: &[],
        family: Family::Revision,
        judge: |row| {
            published_before(row)?;
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
pub(super) fn earlier(row: &Row<'_>, from: &Given) -> Result<(), Cannot> {
    let what = match from {
        Given::Figure(from) if is_before(from, row.figure) => return Ok(()),
        Given::Figure(from) => format!("`{}`", from.name),
        _ => "a bare number or name".to_owned(),
    };
    Err(Cannot::new(
        Code::BadCondition,
        format!(
            "`from=` of `{}` is {what}, and no earlier value of `{}`",
            row.kind.name, row.figure.name
        ),
        "write the earlier value, such as `from=control.previous` or `from=control.history.2011`; to compare with anything else, `is above(than=…)`, `is below(than=…)` or `is times(n=2, from=…)`; \"more than three times as many\" as another is `is above(than=…)`, and the words are held against both figures",
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

/// Columns that hold other things than what was published before of the same value: other times, other places, what
/// follows from the value. A column of the programme's own may hold a publication.
const NO_PUBLICATION: [&str; 13] = [
    "value",
    "lowest",
    "highest",
    "average",
    "previous",
    "year-ago",
    "target",
    "margin",
    "change",
    "percent-change",
    "difference",
    "count",
    "base",
];

/// Only what was published before is revised: `from=` is an earlier publication of the very value, and no earlier value.
fn published_before(row: &Row<'_>) -> Result<(), Cannot> {
    let own = row.figure;
    let published = |from: &Figure| {
        let column = from.subject.column.replace(['_', ' '], "-");
        // What an earlier year was said to be, of that year's value.
        let of_year = column.starts_with("history") && own.subject.column != "value";
        let elsewhere = column == "value"
            && from.subject.inspection != own.subject.inspection
            && from.subject.area == own.subject.area;
        let beside = !column.starts_with("history") && !NO_PUBLICATION.contains(&column.as_str());
        is_same_measure(from, own) && (of_year || elsewhere || beside)
    };
    match row.arguments.get("from") {
        Some(Given::Figure(from)) if published(from) => Ok(()),
        _ => Err(Cannot::new(
            Code::BadCondition,
            format!("`from=` of `revised` is no earlier publication of `{}`", own.name),
            "give the figure as it was first published, `first-published:` in the inspection's file, and write `from=sales.first_published`; of an earlier period's value, `is rose(from=…)` or `is fell(from=…)`",
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
