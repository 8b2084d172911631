//! Claims about change: rose, fell, unchanged, improved, worsened, revised, record, highest since.

use std::sync::Arc;

use super::{Family, Kind, Wanted, optional, wanted};
use crate::claims::reading::{Cannot, Given, Judged, Reading, Row, known};
use crate::claims::tolerance::UNCHANGED;
use crate::data::programme::Better;
use crate::figures::Figure;
use crate::finding::Code;
use crate::lexicon::Sense;
use crate::quantity::{Exact, Unit};

const FROM_BY: &[Wanted] = &[wanted("from"), optional("by")];

pub(super) const KINDS: &[Kind] = &[
    Kind {
        name: "rose",
        holds: "more than before; with `by`, by that much as printed",
        arguments: FROM_BY,
        example: "clear_up.value is rose(from=clear_up.previous, by=8)",
        words: &[Sense::Rose, Sense::Above],
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
        holds: "less than before; with `by`, by that much as printed",
        arguments: FROM_BY,
        example: "crime.value is fell(from=crime.previous)",
        words: &[Sense::Fell, Sense::Below],
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
        arguments: &[wanted("from"), optional("within")],
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
            comparable(row)?;
            let from = row.value("from")?.amount;
            Ok(row.amount()?.minus(&from).abs() <= row.tolerance(&UNCHANGED, &from)?)
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
        arguments: FROM_BY,
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
    Kind {
        name: "record_high",
        holds: "more than every earlier value under `history:`",
        arguments: &[],
        example: "crime.value is record_high",
        words: &[Sense::RecordHigh, Sense::Record, Sense::FromTop(1)],
        if_better: (&[Sense::Best], &[Sense::Worst]),
        contrary: &[],
        family: Family::History,
        judge: |row| extreme(row, true, None),
    },
    Kind {
        name: "record_low",
        holds: "less than every earlier value under `history:`",
        arguments: &[],
        example: "crime.value is record_low",
        words: &[Sense::RecordLow, Sense::Record, Sense::FromBottom(1)],
        if_better: (&[Sense::Worst], &[Sense::Best]),
        contrary: &[],
        family: Family::History,
        judge: |row| extreme(row, false, None),
    },
    Kind {
        name: "highest_since",
        holds: "more than every value under `history:` after that year",
        arguments: &[wanted("year")],
        example: "crime.value is highest_since(year=1974)",
        words: &[Sense::FromTop(1)],
        if_better: (&[Sense::Best], &[Sense::Worst]),
        contrary: &[],
        family: Family::History,
        judge: |row| extreme(row, true, Some("year")),
    },
    Kind {
        name: "lowest_since",
        holds: "less than every value under `history:` after that year",
        arguments: &[wanted("year")],
        example: "crime.value is lowest_since(year=1974)",
        words: &[Sense::FromBottom(1)],
        if_better: (&[Sense::Worst], &[Sense::Best]),
        contrary: &[],
        family: Family::History,
        judge: |row| extreme(row, false, Some("year")),
    },
];

/// The change since `from`; zero where its interval holds zero, because then it is no change that one may speak of.
fn change(row: &Row<'_>) -> Result<Exact, Cannot> {
    comparable(row)?;
    let change = row.amount()?.minus(&row.value("from")?.amount);
    let margin_is_of_it = |figure: &Arc<Figure>| {
        let from = row.arguments.get("from");
        row.beside.change.is_some()
            && figure.subject.column == "margin"
            && matches!(from, Some(Given::Figure(from)) if from.subject.column == "previous")
    };
    match row
        .beside
        .margin
        .as_ref()
        .filter(|margin| margin_is_of_it(margin))
    {
        Some(margin) if change.abs() <= row.read(known(margin)?) => Ok(Exact::whole(0)),
        _ => Ok(change),
    }
}

fn comparable(row: &Row<'_>) -> Result<(), Cannot> {
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
            let relative = ["%", "per cent", "percent"]
                .iter()
                .find_map(|end| text.trim().strip_suffix(end));
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
fn by_agrees(row: &Row<'_>) -> Judged {
    let Some(by) = by_of(row)? else { return Ok(true) };
    let own = row.quantity()?;
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
    let places = decimals(&claimed);
    Ok(change.is_some_and(|change| change.round(places, row.rounding) == claimed))
}

/// How many decimals a typed amount has.
pub fn decimals(amount: &Exact) -> u8 {
    let text = amount.exact_text();
    text.split_once('.')
        .map_or(0, |(_, decimals)| u8::try_from(decimals.len()).unwrap_or(0))
}

/// Whether the figure is beyond every value of its history, or of the years after a year.
fn extreme(row: &Row<'_>, high: bool, argument: Option<&str>) -> Judged {
    comparable(row)?;
    let own = row.amount()?;
    let since = match argument {
        None => None,
        Some(name) => Some(year(row, name)?),
    };
    let mut years: Vec<(i64, &Arc<Figure>)> = Vec::new();
    for (name, figure) in &row.beside.history {
        if let Some(year) = name.get(..4).and_then(|year| year.parse().ok()) {
            years.push((year, figure));
        }
    }
    years.sort_by_key(|(year, _)| *year);
    // The last year of a history may be this very result.
    if let Some((_, last)) = years.last()
        && last.quantity().map(|quantity| &quantity.amount)
            == row.figure.quantity().map(|quantity| &quantity.amount)
    {
        years.pop();
    }
    let reaches_back = since.is_none_or(|since| years.first().is_some_and(|(first, _)| *first <= since + 1));
    let after: Vec<&Arc<Figure>> = years
        .iter()
        .filter(|(year, _)| since.is_none_or(|since| *year > since))
        .map(|(_, figure)| *figure)
        .collect();
    if !reaches_back || (after.is_empty() && since.is_none()) {
        return Err(Cannot::new(
            Code::ClaimNotSupported,
            format!(
                "the data hold no history of `{}` that reaches back so far",
                row.figure.name
            ),
            "give the earlier values under `history:` in the inspection's file, or cite a source: `{source: …}`",
        ));
    }
    for figure in after {
        let quantity = known(figure)?;
        let other = match row.reading {
            Reading::Exact => quantity.amount.clone(),
            Reading::Printed => row.read(quantity),
        };
        if (high && other >= own) || (!high && other <= own) {
            return Ok(false);
        }
    }
    Ok(true)
}

fn year(row: &Row<'_>, name: &str) -> Result<i64, Cannot> {
    match row.arguments.get(name) {
        Some(Given::Number(number)) => number.to_whole(),
        Some(Given::Text(text)) => text.trim().parse().ok(),
        _ => None,
    }
    .ok_or_else(|| {
        Cannot::new(
            Code::BadCondition,
            format!("`{name}=` is no year"),
            format!("write `{}`", row.kind.example),
        )
    })
}

fn is_positive(amount: &Exact) -> bool {
    !amount.is_negative() && !amount.is_zero()
}
