//! Days of the week beside dates, and today, yesterday and tomorrow beside either.

use std::ops::Range;

use chrono::{Datelike, NaiveDate, Weekday};

use super::dates::{Dated, beside};
use super::pattern::is_year;
use super::raised::Raised;
use super::reading::Reading;
use super::token::{Token, tokens};
use crate::claims::Desk;
use crate::finding::Code;

/// Reads one passage for days that do not agree with the dates beside them.
pub fn read(reading: &Reading<'_>, desk: &Desk<'_>, raised: &mut Vec<Raised>) {
    for date in &reading.dates {
        let Some(day) = date.date(desk.day) else { continue };
        let before = before(reading, date.tokens.start);
        let after = after(reading, date.tokens.end);
        for at in [before, after].into_iter().flatten() {
            let days = other_years(reading, date, desk);
            if !days.iter().any(|day| is_weekday(reading, desk, at, *day)) {
                weekday(reading, desk, at, day, &date.tokens, raised);
            }
            let next = self::before(reading, at);
            let relative = [Some(at), next.filter(|_| Some(at) == before)];
            for at in relative.into_iter().flatten() {
                relative_day(reading, desk, at, day, raised);
            }
        }
    }
    // "today (Tuesday)": a day of the week that is the day of publication.
    for at in 0..reading.tokens.len() {
        let Some(meant) = relative(reading, desk, at) else {
            continue;
        };
        let Some(next) = after(reading, at + 1) else {
            continue;
        };
        let dated = reading
            .dates
            .iter()
            .any(|date| self::before(reading, date.tokens.start) == Some(next));
        if !dated {
            weekday(reading, desk, next, meant, &(at..at + 1), raised);
        }
    }
}

/// The days that a date without a year may be: in the years that the passage names and those of the periods reported on.
fn other_years(reading: &Reading<'_>, date: &Dated, desk: &Desk<'_>) -> Vec<NaiveDate> {
    if date.year.is_some() {
        return Vec::new();
    }
    let periods = desk.inspections.iter();
    let periods = periods.filter_map(|(inspection, _)| inspection.period.as_ref());
    let typed: Vec<Token<'_>> = periods.flat_map(|period| tokens(&period.value)).collect();
    let named = reading.tokens.iter().chain(&typed);
    let years = named
        .filter(|token| is_year(token))
        .filter_map(|token| token.text.parse().ok());
    years
        .filter_map(|year| {
            Dated {
                year: Some(year),
                ..date.clone()
            }
            .date(None)
        })
        .collect()
}

fn is_weekday(reading: &Reading<'_>, desk: &Desk<'_>, at: usize, day: NaiveDate) -> bool {
    desk.language.parse_weekday(reading.tokens[at].text) == Some(day.weekday())
}

/// A finding where token `at` is a day of the week other than that of `day`.
fn weekday(
    reading: &Reading<'_>,
    desk: &Desk<'_>,
    at: usize,
    day: NaiveDate,
    beside: &Range<usize>,
    raised: &mut Vec<Raised>,
) {
    let token = &reading.tokens[at];
    let said: Option<Weekday> = desk
        .language
        .parse_weekday(token.text)
        .filter(|_| token.is_capital());
    if said.is_none_or(|said| said == day.weekday()) {
        return;
    }
    let range = token.range.clone();
    let by_hand = reading.typed(&range).is_some() || reading.typed(&reading.bytes(beside)).is_some();
    if !by_hand || reading.as_written(desk, &range) {
        return;
    }
    let finding = reading
        .finding(
            Code::WeekdayMismatch,
            &range,
            "a weekday is not the day of the date beside it",
        )
        .shown(format!("{} is a {}", day, desk.language.weekday(day.weekday())))
        .advice(
            "correct the weekday or the date; for the day of publication write `{{ embargo.weekday }}`, for \
                 another date of the data `{{ … | weekday }}`",
        );
    raised.push(Raised::new(finding, reading, range));
}

/// A finding where token `at` is today, yesterday or tomorrow, and that is not `day`.
fn relative_day(reading: &Reading<'_>, desk: &Desk<'_>, at: usize, day: NaiveDate, raised: &mut Vec<Raised>) {
    let Some(meant) = relative(reading, desk, at).filter(|meant| *meant != day) else {
        return;
    };
    let range = reading.tokens[at].range.clone();
    let finding = reading
        .finding(
            Code::DayMismatch,
            &range,
            "a word for a day is not the date beside it, counted from the day of publication",
        )
        .shown(format!("{} is {meant}", &reading.passage.text[range.clone()]))
        .advice("correct the date or the embargo; for the day of publication write `{{ embargo.date }}`");
    raised.push(Raised::new(finding, reading, range));
}

/// The day that today, yesterday or tomorrow means at token `at`, where a person typed it.
pub fn relative(reading: &Reading<'_>, desk: &Desk<'_>, at: usize) -> Option<NaiveDate> {
    let token = reading.tokens.get(at)?;
    let step = [("today", 0), ("yesterday", -1), ("tomorrow", 1)];
    let (_, step) = step.into_iter().find(|(word, _)| token.is(word))?;
    reading.typed(&token.range)?;
    beside(desk.day?, step)
}

/// The word before token `at`, commas, brackets and small words passed over.
fn before(reading: &Reading<'_>, at: usize) -> Option<usize> {
    let passed = |at: usize| {
        [",", "(", "–", "the", "on"]
            .iter()
            .any(|word| reading.tokens[at].is(word))
    };
    (at.saturating_sub(3)..at).rev().find(|at| !passed(*at))
}

/// The word after, commas and brackets passed over.
fn after(reading: &Reading<'_>, at: usize) -> Option<usize> {
    let passed = |at: usize| {
        [",", "(", "–", "on"]
            .iter()
            .any(|word| reading.tokens[at].is(word))
    };
    (at..(at + 3).min(reading.tokens.len()))
        .find(|at| !passed(*at))
        .filter(|found| {
            // "12 June 2012, Monday's paper": only a bracket or comma joins a day that follows.
            *found > at || relative_word(reading, *found)
        })
}

fn relative_word(reading: &Reading<'_>, at: usize) -> bool {
    reading.tokens[at].is_capital()
}
