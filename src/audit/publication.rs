//! When the words say that the notice's own report comes out: on another day than the embargo ends.

use std::ops::Range;
use std::sync::OnceLock;

use chrono::{Datelike, NaiveDate};

use super::days::relative;
use super::phrases::Phrases;
use super::raised::Raised;
use super::reading::Reading;
use crate::claims::Desk;
use crate::finding::Code;

/// A report that came out so many days before or after is this one, and not an earlier one of the series.
const NEAR: i64 = 21;

/// The table of words that say when the notice's report comes out, read once.
fn comes_out() -> &'static Phrases {
    static TABLE: OnceLock<Phrases> = OnceLock::new();
    TABLE.get_or_init(|| Phrases::parse(include_str!("publication-en.txt")).unwrap_or_default())
}

/// Reads one passage: "the report is published tomorrow", "will be published on 13 June".
pub fn read(reading: &Reading<'_>, desk: &Desk<'_>, raised: &mut Vec<Raised>) {
    let Some(day) = desk.day else { return };
    let tokens = &reading.tokens;
    for at in 0..tokens.len() {
        let comes = ["published", "released", "out"]
            .iter()
            .any(|word| tokens[at].is(word));
        if !comes || !comes_out().excuse(tokens, &(at..at + 1), desk.language) {
            continue;
        }
        let Some(range) = another_day(reading, at, day, desk)
            .filter(|range| reading.typed(range).is_some() && !reading.as_written(desk, range))
        else {
            continue;
        };
        let finding = reading
            .finding(
                Code::DayMismatch,
                &range,
                "the words give another day of publication than the embargo",
            )
            .shown(format!("the day of publication is {day}"))
            .advice("correct the day or the embargo; `{{ embargo.date }}` prints the day on which it ends");
        raised.push(Raised::new(finding, reading, range));
    }
}

/// The words after token `at` that say a day, where it is not `day`.
fn another_day(reading: &Reading<'_>, at: usize, day: NaiveDate, desk: &Desk<'_>) -> Option<Range<usize>> {
    let tokens = &reading.tokens;
    let present = ["is", "are", "be", "being", "comes", "come"];
    let before = at.checked_sub(1).map(|before| &tokens[before]);
    // What has come out on a date may be an earlier report.
    let past = before.is_none_or(|before| !present.iter().any(|word| before.is(word)));
    let passed = |at: usize| ["on", "the", ",", "this"].iter().any(|word| tokens[at].is(word));
    let next = (at + 1..tokens.len().min(at + 4)).find(|at| !passed(*at))?;
    if let Some(meant) = relative(reading, desk, next) {
        return (meant != day).then(|| tokens[next].range.clone());
    }
    let week = tokens.get(next + 1).filter(|token| token.is("week"));
    if let Some(week) = week.filter(|_| tokens[next].is("next") || tokens[next].is("last")) {
        return Some(tokens[next].range.start..week.range.end);
    }
    let weekday = desk
        .language
        .parse_weekday(tokens[next].text)
        .filter(|_| tokens[next].is_capital());
    let within = next..=next + 1 + usize::from(weekday.is_some());
    let dated = reading
        .dates
        .iter()
        .find(|date| within.contains(&date.tokens.start));
    match (dated, weekday) {
        (Some(date), _) => {
            let said = date.date(Some(day)).filter(|said| *said != day)?;
            let earlier = past && ((said - day).num_days().abs() > NEAR || is_published(said, desk));
            (!earlier).then(|| reading.bytes(&date.tokens))
        }
        (None, Some(said)) => (!past && said != day.weekday()).then(|| tokens[next].range.clone()),
        (None, None) => None,
    }
}

/// Whether the data say that one of the inspections was published on that day.
fn is_published(day: NaiveDate, desk: &Desk<'_>) -> bool {
    desk.inspections
        .iter()
        .any(|(inspection, _)| inspection.published.value == day.to_string())
}
