//! Claims about places in history: a record, the highest since a year, a rise in each of so many years.

use std::sync::Arc;

use indexmap::IndexMap;

use super::time::comparable;
use super::{Family, Kind, Wanted, optional, wanted};
use crate::claims::reading::{Cannot, Given, Judged, Row, known};
use crate::figures::{Beside, Figure};
use crate::finding::Code;
use crate::lexicon::Sense;

/// A year with its value.
type Year<'h> = (i64, &'h Arc<Figure>);

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
        denied: &[],
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
        denied: &[],
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
        denied: &[],
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
        denied: &[],
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
        denied: &[],
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
        denied: &[],
        family: Family::History,
        judge: |row| each_year(row, false),
    },
];

/// The years under `history:` with their values, the earliest first, without the figure's own.
///
/// The last year of a history may be this very result: of the year that it is of, with the same value.
pub fn earlier_years<'r>(figure: &Figure, beside: &'r Beside) -> Vec<Year<'r>> {
    let mut years: Vec<Year<'r>> = beside
        .history
        .iter()
        .filter_map(|(name, figure)| Some((name.get(..4)?.parse().ok()?, figure)))
        .collect();
    years.sort_by_key(|(year, _)| *year);
    if let Some((year, last)) = years.last()
        && own_year(figure, beside) == Some(*year)
        && is_level(last, figure)
    {
        years.pop();
    }
    years
}

fn is_level(one: &Figure, other: &Figure) -> bool {
    let amount = |figure: &Figure| figure.quantity().map(|quantity| quantity.amount.clone());
    amount(one) == amount(other)
}

/// The year that a figure is of: the last that its period names, otherwise the year of its publication.
fn own_year(figure: &Figure, beside: &Beside) -> Option<i64> {
    let of_period = figure.subject.period.as_deref().and_then(last_year);
    of_period.or(beside.published)
}

/// The last year that a period names: 2013 of "2012-13", "the year to March 2013", "2013".
fn last_year(period: &str) -> Option<i64> {
    let numbers: Vec<&str> = period
        .split(|c: char| !c.is_ascii_digit())
        .filter(|number| matches!(number.len(), 2 | 4))
        .collect();
    let at = numbers.iter().rposition(|number| number.len() == 4)?;
    let year: i64 = numbers[at].parse().ok()?;
    // "2012-13" and "2012/13", not a day of a month.
    let end = numbers.get(at + 1).and_then(|end| end.parse::<i64>().ok());
    let next = year + 1;
    Some(if end == Some(next % 100) { next } else { year })
}

/// How many years apart the values of a history stand: 1, or the one distance that all of them have, and that brings
/// the next to the year of the result. A count every fifth year holds all there is.
fn step(years: &[Year<'_>], own: Option<i64>) -> i64 {
    let mut gaps = years.windows(2).map(|pair| pair[1].0 - pair[0].0);
    let (Some(gap), Some((last, _)), Some(own)) = (gaps.next(), years.last(), own) else {
        return 1;
    };
    let comes_round = (own - 2..=own).contains(&(last + gap));
    if (2..=10).contains(&gap) && gaps.all(|other| other == gap) && comes_round {
        gap
    } else {
        1
    }
}

/// Whether a history stops years before the result, and so leaves out the years between.
fn stops(row: &Row<'_>, years: &[Year<'_>]) -> bool {
    let own = own_year(row.figure, row.beside);
    let step = step(years, own);
    years
        .last()
        .is_some_and(|(last, _)| own.is_some_and(|own| last + step + 2 < own))
}

/// The year from which a run of years counts, and how many there are since: for `years=3` or `since=2019`.
pub fn run_of(figure: &Figure, arguments: &IndexMap<String, Given>, beside: &Beside) -> Option<(i64, i64)> {
    run_after(&earlier_years(figure, beside), arguments)
}

fn run_after(years: &[Year<'_>], arguments: &IndexMap<String, Given>) -> Option<(i64, i64)> {
    let (last, _) = *years.last()?;
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
    over_history(row, |years| {
        let short = || lacks_years(row);
        let (first, count) = run_after(years, row.arguments).ok_or_else(short)?;
        let stops = stops(row, years);
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
    })
}

fn lacks_years(row: &Row<'_>) -> Cannot {
    Cannot::new(
        Code::ClaimNotSupported,
        format!(
            "the data do not hold every year of `{}` that `{}` goes back over",
            row.figure.name, row.kind.name
        ),
        "give each of the years under `history:` in the inspection's file, or cite a source: `{source: …}`",
    )
}

/// Judges over the years before the result. Where all hangs on whether the last of them is the result itself, the data
/// must say so first.
fn over_history(row: &Row<'_>, judge: impl Fn(&[Year<'_>]) -> Judged) -> Judged {
    let years = earlier_years(row.figure, row.beside);
    let holds = judge(&years)?;
    let known = row.figure.subject.period.as_deref().and_then(last_year).is_some();
    match years.split_last() {
        Some(((_, last), before)) if !holds && !known && is_level(last, row.figure) => {
            if judge(before) != Ok(true) {
                return Ok(false);
            }
            Err(Cannot::new(
                Code::ClaimNotSupported,
                format!(
                    "the last year under `history:` is level with `{}`, and may be the same result or an earlier one",
                    row.figure.name
                ),
                "where it is the same, say of which year the result is, such as `period: 2025`; where it is an earlier one, take the claim out",
            ))
        }
        _ => Ok(holds),
    }
}

/// Whether the figure is beyond every value of its history, or of the years after a year.
fn extreme(row: &Row<'_>, high: bool, argument: Option<&str>) -> Judged {
    comparable(row)?;
    let own = row.amount()?;
    let since = match argument {
        None => None,
        Some(name) => Some(year(row, name)?),
    };
    over_history(row, |years| {
        let reaches_back =
            since.is_none_or(|since| years.first().is_some_and(|(first, _)| *first <= since + 1));
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
        if stops(row, years) || since.is_some_and(|since| is_a_leap(row, years, since)) {
            return Err(lacks_years(row));
        }
        for figure in after {
            let other = row.read(known(figure)?);
            if (high && other >= own) || (!high && other <= own) {
                return Ok(false);
            }
        }
        Ok(true)
    })
}

/// Whether a history goes from a year to the last in one leap, with nothing of the years between.
fn is_a_leap(row: &Row<'_>, years: &[Year<'_>], since: i64) -> bool {
    let after: Vec<i64> = years
        .iter()
        .map(|(year, _)| *year)
        .filter(|year| *year > since)
        .collect();
    let step = step(years, own_year(row.figure, row.beside));
    matches!(after[..], [only] if only > since + step)
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
