//! A figure of another year than the words say: "in 2021" before the figure of 2020, or before this year's.

use std::ops::Range;

use super::clause::{after_the_last, tokens_between};
use super::placed::Placed;
use super::since;
use super::vocabulary::is_in;
use super::{measure_of, prints_otherwise};
use crate::audit::reading::Reading;
use crate::audit::token::{Kind, Token};
use crate::claims::Desk;
use crate::figures::{Figure, Seen};

/// What is wrong with a figure, by the year that the words say.
pub fn judge(placed: Placed<'_>) -> Option<String> {
    let Placed {
        reading,
        range,
        figure,
        desk,
        ..
    } = placed;
    let measure = measure_of(figure)?;
    if let Some(says) = since::judge(placed) {
        return Some(says);
    }
    let said = said(reading, range)?;
    let column = figure.subject.column.replace('_', "-");
    let own = column.strip_prefix("history.");
    if !matches!(column.as_str(), "value" | "previous" | "year-ago") && own.is_none() {
        return None;
    }
    // "In 2019-20": either.
    let is_said = |year: &str| said.iter().any(|said| said == year);
    if own.is_some_and(is_said) || (column == "value" && is_of_the_period(figure, &said, desk)) {
        return None;
    }
    let figures = desk.scope.figures();
    let right = figures.iter().find_map(|(_, other)| {
        let year = other.subject.column.strip_prefix("history.")?;
        let fits =
            measure_of(other) == Some(measure) && other.subject.inspection == figure.subject.inspection;
        (fits && is_said(year)).then_some(other)
    });
    let wrong = match right {
        Some(right) => prints_otherwise(figure, right, desk),
        None => own.is_some(),
    };
    wrong.then(|| match right {
        Some(right) => format!(
            "`{}` stands where the words speak of `{}`",
            figure.name, right.name
        ),
        None => format!("`{}` stands where the words speak of another year", figure.name),
    })
}

/// Whether one of these years is that of a result: in its period, or the year of its publication.
fn is_of_the_period(figure: &Figure, said: &[String], desk: &Desk<'_>) -> bool {
    let of_inspection = desk
        .inspections
        .iter()
        .find(|(_, figures)| Some(&figures.name) == figure.subject.inspection.as_ref());
    let published = of_inspection.map(|(inspection, _)| {
        inspection
            .published
            .value
            .to_string()
            .chars()
            .take(4)
            .collect::<String>()
    });
    let period = match desk.scope.names.get("period") {
        Some(Seen::Text(period)) => Some(period.clone()),
        _ => None,
    };
    let own = figure.subject.period.iter().chain(&period).chain(&published);
    own.into_iter()
        .any(|text| said.iter().any(|year| holds(text, year)))
}

/// Whether a period holds a year: "2011/12" holds 2011 and 2012.
fn holds(period: &str, year: &str) -> bool {
    let short = year.get(2..).unwrap_or(year);
    let ends = |dash: &str| {
        period
            .split_once(dash)
            .is_some_and(|(_, rest)| rest.split(|c: char| !c.is_ascii_digit()).next() == Some(short))
    };
    period.contains(year) || ["/", "-", "–"].iter().any(|dash| ends(dash))
}

/// So many words may stand between a figure and its year: "78% of trains in 2021".
const REACH: usize = 4;

/// The year that the words say a figure is of; two, of a year like 2019-20.
fn said(reading: &Reading<'_>, range: &Range<usize>) -> Option<Vec<String>> {
    let sentence = reading.sentence_range(range);
    let next = reading
        .passage
        .figures()
        .map(|(other, _)| other.start)
        .filter(|start| *start >= range.end)
        .min()
        .unwrap_or(sentence.end)
        .min(sentence.end);
    let after: Vec<&Token<'_>> = tokens_between(reading, &(range.end..next)).collect();
    let near = after
        .iter()
        .take(REACH + 2)
        .take_while(|token| token.kind != Kind::Mark || token.text == "%" || is_dash(token));
    let near: Vec<&Token<'_>> = near.copied().collect();
    if let Some(found) = year_in(&near) {
        return Some(found);
    }
    let last = after_the_last(reading, range);
    if let Some(year) = when_it_was(reading, sentence.start, last, range) {
        return Some(vec![year]);
    }
    let before: Vec<&Token<'_>> = tokens_between(reading, &(last..range.start)).collect();
    // "19,800 in 2010 to 12,900": the year is that of the figure before.
    let taken = last > sentence.start
        && before
            .first()
            .is_some_and(|first| first.kind != Kind::Mark || first.text == "%");
    let taken = taken && before.iter().take(REACH).any(|token| is_in("when", token));
    if taken {
        return None;
    }
    let stop = before.iter().rposition(|token| is_in("stops-a-year", token));
    year_in(&before[stop.map_or(0, |at| at + 1)..])
}

/// The year that a "when" before a figure points back to: "below that of 2019, when it was 41%".
fn when_it_was(reading: &Reading<'_>, start: usize, last: usize, range: &Range<usize>) -> Option<String> {
    let before: Vec<&Token<'_>> = tokens_between(reading, &(start..range.start)).collect();
    let when = before.iter().rposition(|token| token.is("when"))?;
    let mut back = before[..when].iter().rev().filter(|token| token.text != ",");
    let said = back.next().filter(|_| last <= before[when].range.start)?;
    year(said)
}

/// The year that a token is.
fn year(token: &Token<'_>) -> Option<String> {
    let is_year = token.text.len() == 4
        && token
            .text
            .parse()
            .is_ok_and(|year: u32| (1800..2100).contains(&year));
    is_year.then(|| token.text.to_owned())
}

/// The only year after "in", "for" or "during" among some words.
fn year_in(words: &[&Token<'_>]) -> Option<Vec<String>> {
    let mut years = words
        .iter()
        .enumerate()
        .filter_map(|(at, token)| Some((at, year(token)?)));
    let (at, first) = years.next()?;
    let led_in = at
        .checked_sub(1)
        .is_some_and(|before| is_in("when", words[before]));
    if !led_in || years.next().is_some() {
        return None;
    }
    let second = words
        .get(at + 1)
        .filter(|token| is_dash(token))
        .and(words.get(at + 2));
    let ends = second.filter(|token| token.kind == Kind::Digits).map(|token| {
        let kept = first.len().saturating_sub(token.text.len());
        format!("{}{}", &first[..kept], token.text)
    });
    Some(std::iter::once(first).chain(ends).collect())
}

fn is_dash(token: &Token<'_>) -> bool {
    matches!(token.text, "-" | "–" | "/")
}
