//! A figure of another column than the words say: "hygiene stood at 66%" where 66% is the average.
//!
//! A measure's `value` needs no word for it; its average, target and earlier values do ([`WORDS`]). The other way
//! round, "an average of" what is no average.

use std::ops::Range;
use std::sync::Arc;

use super::clause::{IN_A_ROW, begins_at, ends_at, tokens_between};
use super::{measure_of, prints_otherwise};
use crate::audit::reading::Reading;
use crate::audit::token::Token;
use crate::claims::Desk;
use crate::figures::{Figure, Seen};
use crate::quantity::Exact;

/// The words that say a column, one column a line.
const WORDS: &str = include_str!("columns-en.txt");

/// Columns over a benchmark: its own names say them too.
const OF_BENCHMARK: [&str; 3] = ["average", "lowest", "highest"];

/// What is wrong with a figure, by the words for its column.
pub fn judge(
    reading: &Reading<'_>,
    range: &Range<usize>,
    figure: &Figure,
    desk: &Desk<'_>,
) -> Option<String> {
    measure_of(figure)?;
    let part = matches!(figure.subject.column.as_str(), "count" | "base");
    let column = if part {
        // `safety.previous.count` is of the column `previous`.
        figure.name.rsplit('.').nth(1)?.replace('_', "-")
    } else {
        figure.subject.column.replace('_', "-")
    };
    if column == "value" {
        return says_average(reading, range, figure, desk);
    }
    let words = words_for(&column)?;
    // An item of a list is headed by what stands before the list.
    if reading.passage.part.contains("item") {
        return None;
    }
    let value = of_column(figure, "value", desk)?;
    let differs = if part {
        let (count, base) = value.of()?;
        let own = if figure.subject.column == "base" {
            base
        } else {
            count
        };
        figure.quantity()?.amount != Exact::from(own)
    } else {
        prints_otherwise(figure, value, desk)
    };
    if !differs {
        return None;
    }
    let said = is_said(reading, range, &column, &words, desk);
    (!said).then(|| {
        format!(
            "`{}` stands where nothing says that it is no `value`: a reader takes it for `{}`",
            figure.name, value.name
        )
    })
}

/// The words of a column; `None` where it is one of the programme's own.
fn words_for(column: &str) -> Option<Vec<&'static str>> {
    let line = WORDS
        .lines()
        .find_map(|line| line.strip_prefix(column)?.strip_prefix(':'))?;
    Some(line.split_whitespace().collect())
}

/// The figure of the same row in another column.
fn of_column<'d>(figure: &Figure, column: &str, desk: &'d Desk<'_>) -> Option<&'d Figure> {
    let figures = desk.scope.figures();
    let found = figures.into_iter().find(|(_, other)| {
        other.subject.column == column
            && other.subject.inspection == figure.subject.inspection
            && measure_of(other) == measure_of(figure)
    });
    found.map(|(_, other)| other.as_ref())
}

/// Whether the words near a figure say its column, or it follows one of the same column of which they say it.
fn is_said(
    reading: &Reading<'_>,
    range: &Range<usize>,
    column: &str,
    words: &[&str],
    desk: &Desk<'_>,
) -> bool {
    let sentence = reading.sentence_range(range);
    let figures: Vec<(Range<usize>, &Arc<Figure>)> = reading.passage.figures().collect();
    let last = figures
        .iter()
        .rev()
        .find(|(other, _)| sentence.start <= other.start && other.end <= range.start);
    let next = figures.iter().map(|(other, _)| other.start);
    let next = next.filter(|start| *start >= range.end).min();
    let end = ends_at(reading, range).min(next.unwrap_or(usize::MAX));
    let start = begins_at(reading, range);
    let near: Vec<&Token<'_>> = tokens_between(reading, &(start..range.start))
        .chain(tokens_between(reading, &(range.end..end)))
        .collect();
    let right_before: Vec<&Token<'_>> = tokens_between(reading, &(sentence.start..range.start)).collect();
    let right_before = &right_before[right_before.len().saturating_sub(RIGHT_BEFORE)..];
    let said = words.iter().any(|word| match word.strip_prefix('<') {
        Some(word) => right_before.iter().any(|token| token.is(word)),
        None => near.iter().any(|token| token.is(word)),
    });
    let text = &reading.passage.text;
    let of_benchmark = OF_BENCHMARK.contains(&column);
    said || (of_benchmark && names_benchmark(&text[start..end].to_lowercase(), desk))
        || (!of_benchmark && column != "target" && has_date(reading, start..range.start, range.end, desk))
        || last.is_some_and(|(other, figure)| {
            figure.subject.column.replace('_', "-") == column && is_said(reading, other, column, words, desk)
        })
}

/// So many tokens before a figure stand right before it: "from about 63%".
const RIGHT_BEFORE: usize = 2;

/// Whether a date other than the notice's own period stands before a figure or right after it.
fn has_date(reading: &Reading<'_>, before: Range<usize>, after: usize, desk: &Desk<'_>) -> bool {
    let text = &reading.passage.text;
    let period: Vec<Range<usize>> = match desk.scope.names.get("period") {
        Some(Seen::Text(period)) => text
            .match_indices(period.as_str())
            .map(|(at, found)| at..at + found.len())
            .collect(),
        _ => Vec::new(),
    };
    let own = |range: &Range<usize>| {
        period
            .iter()
            .any(|own| own.start <= range.start && range.end <= own.end)
    };
    let near = |range: &Range<usize>| {
        let apart = tokens_between(reading, &(after..range.start.max(after))).count();
        let inside = before.start <= range.start && range.end <= before.end;
        !own(range) && (inside || (range.start >= after && apart <= IN_A_ROW))
    };
    let years = reading.tokens.iter().filter(|token| {
        token.text.len() == 4
            && token
                .text
                .parse()
                .is_ok_and(|year: u32| (1800..2100).contains(&year))
    });
    let dates = reading.dates.iter().map(|date| reading.bytes(&date.tokens));
    years
        .map(|year| year.range.clone())
        .chain(dates)
        .any(|date| near(&date))
}

/// Whether a benchmark of the programme is named near.
fn names_benchmark(near: &str, desk: &Desk<'_>) -> bool {
    let programme = desk.programme;
    let own = programme
        .measures
        .iter()
        .filter_map(|(_, _, measure)| measure.benchmark.as_ref());
    programme.benchmark.iter().chain(own).any(|benchmark| {
        let mut names = benchmark.also_called.iter().chain([&benchmark.name]);
        names.any(|name| near.contains(&name.value.to_lowercase()))
    })
}

/// "an average of 78%" of what is the area's own value.
fn says_average(
    reading: &Reading<'_>,
    range: &Range<usize>,
    figure: &Figure,
    desk: &Desk<'_>,
) -> Option<String> {
    let sentence = reading.sentence_range(range);
    let before: Vec<&Token<'_>> = tokens_between(reading, &(sentence.start..range.start)).collect();
    let [.., said, link] = before.as_slice() else {
        return None;
    };
    let columns = [("average", "average"), ("mean", "average"), ("target", "target")];
    let (word, column) = columns.into_iter().find(|(word, _)| said.is(word))?;
    if !(link.is("of") || (column == "average" && (link.is("was") || link.is("is")))) {
        return None;
    }
    // "which on average was 78%", and a measure that is an average itself.
    let on = before.len() >= 3 && before[before.len() - 3].is("on");
    let measure = figure.subject.measure.as_ref()?;
    let mut called = measure.also_called.iter().chain([&measure.label.value]);
    if on || called.any(|name| name.to_lowercase().contains(word)) {
        return None;
    }
    let right = of_column(figure, column, desk)?;
    prints_otherwise(figure, right, desk).then(|| {
        format!(
            "`{}` stands where the words speak of `{}`",
            figure.name, right.name
        )
    })
}
