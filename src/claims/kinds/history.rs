//! Claims about places in history: a record, the highest since a year, a rise in each of so many years.

use std::sync::Arc;

use indexmap::IndexMap;

use super::time::comparable;
use super::{Family, Kind, Wanted, optional, wanted};
use crate::claims::reading::{Beside, Cannot, Given, Judged, Row, known};
use crate::figures::Figure;
use crate::finding::Code;
use crate::lexicon::Sense;

const RUN: &[Wanted] = &[optional("years"), optional("since")];

pub(super) const KINDS: &[Kind] = &[
    Kind {
        name: "record_high",
        holds: "more than every earlier value under `history:`",
        arguments: &[],
        example: "crime.value is record_high",
        words: &[
            Sense::RecordHigh,
            Sense::Record,
            Sense::FromTop(1),
            Sense::HighOfYears,
        ],
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
        words: &[
            Sense::RecordLow,
            Sense::Record,
            Sense::FromBottom(1),
            Sense::LowOfYears,
        ],
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
        words: &[Sense::FromTop(1), Sense::HighOfYears],
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
        words: &[Sense::FromBottom(1), Sense::LowOfYears],
        if_better: (&[Sense::Worst], &[Sense::Best]),
        contrary: &[],
        family: Family::History,
        judge: |row| extreme(row, false, Some("year")),
    },
    Kind {
        name: "rose_each_year",
        holds: "more than the year before, and so in each of so many years, or since a year",
        arguments: RUN,
        example: "crime.value is rose_each_year(years=3)",
        words: &[Sense::Rose, Sense::YearsRunning(0), Sense::EachYearSince(0)],
        if_better: (&[Sense::Improved], &[Sense::Worsened]),
        contrary: &[Sense::Fell],
        family: Family::History,
        judge: |row| each_year(row, true),
    },
    Kind {
        name: "fell_each_year",
        holds: "less than the year before, and so in each of so many years, or since a year",
        arguments: RUN,
        example: "crime.value is fell_each_year(since=2019)",
        words: &[Sense::Fell, Sense::YearsRunning(0), Sense::EachYearSince(0)],
        if_better: (&[Sense::Worsened], &[Sense::Improved]),
        contrary: &[Sense::Rose],
        family: Family::History,
        judge: |row| each_year(row, false),
    },
];

/// The years under `history:` with their values, the earliest first, without the figure's own.
///
/// The last year of a history may be this very result.
pub fn earlier_years<'r>(figure: &Figure, beside: &'r Beside) -> Vec<(i64, &'r Arc<Figure>)> {
    let mut years: Vec<(i64, &Arc<Figure>)> = beside
        .history
        .iter()
        .filter_map(|(name, figure)| Some((name.get(..4)?.parse().ok()?, figure)))
        .collect();
    years.sort_by_key(|(year, _)| *year);
    if let Some((_, last)) = years.last()
        && last.quantity().map(|quantity| &quantity.amount)
            == figure.quantity().map(|quantity| &quantity.amount)
    {
        years.pop();
    }
    years
}

/// The year from which a run of years counts, and how many there are since: for `years=3` or `since=2019`.
pub fn run_of(figure: &Figure, arguments: &IndexMap<String, Given>, beside: &Beside) -> Option<(i64, i64)> {
    let (last, _) = *earlier_years(figure, beside).last()?;
    let number = |name: &str| match arguments.get(name) {
        Some(Given::Number(number)) => number.to_whole(),
        Some(Given::Text(text)) => text.trim().parse().ok(),
        _ => None,
    };
    match (number("years"), number("since")) {
        (Some(years), None) if years > 0 => Some((last + 1 - years, years)),
        (None, Some(since)) if since <= last => Some((since, last + 1 - since)),
        _ => None,
    }
}

/// Whether the figure rose, or fell, in each of so many years, each of them under `history:`.
fn each_year(row: &Row<'_>, up: bool) -> Judged {
    comparable(row)?;
    if row.arguments.contains_key("years") == row.arguments.contains_key("since") {
        return Err(Cannot::new(
            Code::BadCondition,
            format!("`{}` wants `years=` or `since=`", row.kind.name),
            format!("write, say, `{}`", row.kind.example),
        ));
    }
    let short = || {
        Cannot::new(
            Code::ClaimNotSupported,
            format!(
                "the data do not hold every year of `{}` that `{}` goes back over",
                row.figure.name, row.kind.name
            ),
            "give each of the years under `history:` in the inspection's file, or cite a source: `{source: …}`",
        )
    };
    let (first, count) = run_of(row.figure, row.arguments, row.beside).ok_or_else(short)?;
    let years = earlier_years(row.figure, row.beside);
    // A history that stops years before the result leaves out the years between.
    let stops = years
        .last()
        .is_some_and(|(last, _)| row.beside.published.is_some_and(|published| last + 3 < published));
    let mut values = Vec::new();
    for year in first..first + count {
        let (_, figure) = years
            .iter()
            .find(|(other, _)| *other == year)
            .filter(|_| !stops)
            .ok_or_else(short)?;
        values.push(row.read(known(figure)?));
    }
    values.push(row.amount()?);
    Ok(values
        .windows(2)
        .all(|pair| if up { pair[1] > pair[0] } else { pair[1] < pair[0] }))
}

/// Whether the figure is beyond every value of its history, or of the years after a year.
fn extreme(row: &Row<'_>, high: bool, argument: Option<&str>) -> Judged {
    comparable(row)?;
    let own = row.amount()?;
    let since = match argument {
        None => None,
        Some(name) => Some(year(row, name)?),
    };
    let years = earlier_years(row.figure, row.beside);
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
        let other = row.read(quantity);
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
