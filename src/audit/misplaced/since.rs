//! A change from another value than the words say: "a change of 3% since 2017" from the value of 2016, "up 9 points over
//! the year" from the quarter before.

use std::ops::Range;

use super::clause::{begins_at, ends_at, tokens_between};
use super::columns::of_column;
use super::placed::Placed;
use super::prints_otherwise;
use super::vocabulary::is_in;
use crate::audit::reading::Reading;
use crate::audit::token::Token;
use crate::figures::{Figure, Provenance};

/// Phrases for the same time a year before.
const YEAR_BEFORE: [&str; 9] = [
    "a year earlier",
    "a year ago",
    "a year before",
    "the year before",
    "on the year",
    "over the year",
    "in a year",
    "year on year",
    "twelve months earlier",
];

/// What is wrong with a change, or with an earlier value, by when the words say that it is from.
pub fn judge(placed: Placed<'_>) -> Option<String> {
    let Placed {
        reading,
        range,
        figure,
        desk,
        ..
    } = placed;
    let earlier = earlier(figure)?;
    let column = earlier.subject.column.replace('_', "-");
    let clause = begins_at(reading, range)..ends_at(reading, range);
    let other = if let Some(own) = column.strip_prefix("history.") {
        if !is_change(figure) {
            return None;
        }
        let year = year_since(reading, &clause)?;
        let wanted = format!("history.{year}");
        (year != own)
            .then(|| of_column(&earlier, &wanted, desk))
            .flatten()?
    } else if column == "previous" {
        // A year before is no quarter before, where the data tell the two apart.
        let text = reading.passage.text[clause].to_lowercase();
        let year = YEAR_BEFORE.iter().any(|words| text.contains(words));
        year.then(|| of_column(&earlier, "year-ago", desk)).flatten()?
    } else {
        return None;
    };
    prints_otherwise(&earlier, other, desk).then(|| {
        format!(
            "`{}` is from `{}`, where the words speak of `{}`",
            figure.name, earlier.name, other.name
        )
    })
}

/// The earlier value that a figure is, or is a change from.
fn earlier(figure: &Figure) -> Option<Figure> {
    if !is_change(figure) {
        return Some(figure.clone());
    }
    match &figure.provenance {
        Provenance::Computed { steps, .. } => steps.last().cloned(),
        Provenance::Given { .. } => None,
    }
}

/// Whether a figure was computed from two values.
fn is_change(figure: &Figure) -> bool {
    matches!(&figure.provenance, Provenance::Computed { steps, .. } if steps.len() == 2)
}

/// The year after "since", "from", "on" or "in" in the clause of a change, where it has but one year.
fn year_since(reading: &Reading<'_>, clause: &Range<usize>) -> Option<String> {
    let tokens: Vec<&Token<'_>> = tokens_between(reading, clause).collect();
    let is_year = |token: &Token<'_>| {
        token.text.len() == 4
            && token
                .text
                .parse()
                .is_ok_and(|year: u32| (1800..2100).contains(&year))
    };
    let mut years = tokens.iter().enumerate().filter(|(_, token)| is_year(token));
    let (at, year) = years.next()?;
    let led_in = at
        .checked_sub(1)
        .is_some_and(|before| is_in("since-a-year", tokens[before]));
    (led_in && years.next().is_none()).then(|| year.text.to_owned())
}
