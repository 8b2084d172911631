//! A figure of another column than the words say: "hygiene stood at 66%" where 66% is the average.
//!
//! A measure's `value` needs no word for it; its average, target and earlier values do ([`WORDS`]). The other way
//! round, "an average of" what is no average.

use std::ops::Range;
use std::sync::Arc;

use super::clause::{IN_A_ROW, begins_with_words, ends_at, is_list, tokens_between};
use super::placed::Placed;
use super::{beside, outright};
use super::{measure_of, prints_otherwise};
use crate::audit::reading::Reading;
use crate::audit::token::Token;
use crate::claims::Desk;
use crate::data::programme::Benchmark;
use crate::figures::{Figure, Seen};
use crate::quantity::Exact;

/// The words that say a column, one column a line.
const WORDS: &str = include_str!("columns-en.txt");

/// Columns over a benchmark: its own names say them too.
pub const OF_BENCHMARK: [&str; 3] = ["average", "lowest", "highest"];

/// What is wrong with a figure, by the words for its column.
pub fn judge(placed: Placed<'_>) -> Option<String> {
    let Placed {
        reading,
        figure,
        desk,
        ..
    } = placed;
    measure_of(figure)?;
    if beside::belongs(placed) {
        return None;
    }
    let part = matches!(figure.subject.column.as_str(), "count" | "base");
    let column = if part {
        // `safety.previous.count` is of the column `previous`.
        figure.name.rsplit('.').nth(1)?.replace('_', "-")
    } else {
        figure.subject.column.replace('_', "-")
    };
    if !part && let Some(says) = outright::says_other(placed, &column) {
        return Some(says);
    }
    if column == "value" {
        return outright::said_earlier(placed);
    }
    if let Some(year) = column.strip_prefix("history.")
        && (reading.passage.text.contains(year) || in_short(&reading.passage.text, year))
    {
        return None;
    }
    let own = words_of_own(&column, desk);
    let words = words_for(&column).or_else(|| {
        own.as_ref()
            .map(|words| words.iter().map(String::as_str).collect())
    })?;
    // An item of a list is headed by what stands before the list; a list that opens the body has no head.
    let own = &reading.passage.part;
    if own.is_item() {
        let head = desk.passages[..reading.index]
            .iter()
            .rev()
            .find(|other| !other.part.is_item())
            .filter(|other| other.part.runs_on_to(own));
        let head = head.map(|head| head.text.to_lowercase()).unwrap_or_default();
        let mut said = head.split(|c: char| !c.is_alphanumeric());
        // A heading may well say all of it: "Figures revised".
        let any = |said: &str| words.iter().any(|word| word.trim_start_matches('>') == said);
        if said.any(any) {
            return None;
        }
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
    let said = is_said(placed, &column, &words);
    (!said).then(|| {
        format!(
            "`{}` stands where nothing says that it is no `value`: a reader takes it for `{}`",
            figure.name, value.name
        )
    })
}

/// Whether a year stands in the text as the end of another: 2020 in "2019/20".
fn in_short(text: &str, year: &str) -> bool {
    let short = year.get(2..).unwrap_or(year);
    ["/", "-", "–"]
        .iter()
        .any(|dash| text.contains(&format!("{dash}{short}")))
}

/// The words of one of the programme's own columns: those of its name and its description.
fn words_of_own(column: &str, desk: &Desk<'_>) -> Option<Vec<String>> {
    let described = desk.programme.columns.get(column)?;
    let text = format!("{column} {}", described.value).to_lowercase();
    let words = text.split(|c: char| !c.is_alphanumeric());
    Some(words.filter(|word| word.len() > 3).map(str::to_owned).collect())
}

/// The words of a column; `None` where it is one of the programme's own.
fn words_for(column: &str) -> Option<Vec<&'static str>> {
    let column = if column.starts_with("history.") {
        "previous"
    } else {
        column
    };
    let line = WORDS
        .lines()
        .find_map(|line| line.strip_prefix(column)?.strip_prefix(':'))?;
    Some(line.split_whitespace().collect())
}

/// The figure of the same row in another column.
pub fn of_column<'d>(figure: &Figure, column: &str, desk: &'d Desk<'_>) -> Option<&'d Figure> {
    let figures = desk.scope.figures();
    let found = figures.iter().find(|(_, other)| {
        other.subject.column.replace('_', "-") == column
            && other.subject.inspection == figure.subject.inspection
            && measure_of(other) == measure_of(figure)
    });
    found.map(|(_, other)| other.as_ref())
}

/// Whether the words near a figure say its column, or it follows one of the same column of which they say it.
fn is_said(placed: Placed<'_>, column: &str, words: &[&str]) -> bool {
    let Placed {
        subjects,
        reading,
        range,
        desk,
        ..
    } = placed;
    let sentence = reading.sentence_range(range);
    let figures: Vec<(Range<usize>, &Arc<Figure>)> = reading.passage.figures().collect();
    let last = figures
        .iter()
        .rev()
        .find(|(other, _)| sentence.start <= other.start && other.end <= range.start);
    let next = figures.iter().map(|(other, _)| other.start);
    let next = next.filter(|start| *start >= range.end).min();
    let end = ends_at(reading, range).min(next.unwrap_or(usize::MAX));
    let start = begins_with_words(reading, range);
    let near: Vec<&Token<'_>> = tokens_between(reading, &(start..range.start))
        .chain(tokens_between(reading, &(range.end..end)))
        .collect();
    let right_before: Vec<&Token<'_>> = tokens_between(reading, &(sentence.start..range.start)).collect();
    let right_before = &right_before[right_before.len().saturating_sub(RIGHT_BEFORE)..];
    // "The waiting-time standard" is a measure, and says nothing of a target.
    let sentence_text = reading.passage.text[sentence.clone()].to_lowercase();
    let names: Vec<Range<usize>> = subjects
        .names_in(&sentence_text)
        .into_iter()
        .map(|named| sentence.start + named.range.start..sentence.start + named.range.end)
        .collect();
    let is_name = |token: &Token<'_>| {
        names
            .iter()
            .any(|name| name.start <= token.range.start && token.range.end <= name.end)
    };
    let near: Vec<&Token<'_>> = near.into_iter().filter(|token| !is_name(token)).collect();
    // "lower than a year ago, when there were 620": the claim before says which value it is.
    let told = words.iter().any(|word| !word.starts_with(['<', '>']))
        && right_before_is_when(reading, &sentence, range);
    let said = told
        || words
            .iter()
            .any(|word| match (word.strip_prefix('<'), word.strip_prefix('>')) {
                (Some(word), _) => right_before.iter().any(|token| token.is(word)),
                (_, Some(word)) => near
                    .iter()
                    .any(|token| token.range.start >= range.end && token.is(word)),
                _ => near.iter().any(|token| token.is(word)),
            });
    let text = &reading.passage.text;
    // "a figure of 4,700, first published in January, was revised"
    let apposed: Vec<&Token<'_>> = tokens_between(reading, &(range.end..sentence.end))
        .take(2)
        .collect();
    let said = said
        || matches!(apposed.as_slice(), [comma, word] if comma.text == "," && words.iter().any(|own| word.is(own)));
    let of_benchmark = OF_BENCHMARK.contains(&column);
    // "Since 2011, when it was 3 million": the year stands in the clause before.
    let dated = if near.iter().any(|token| token.is("when")) {
        sentence.start
    } else {
        start
    };
    said || (of_benchmark && names_benchmark(&text[start..end].to_lowercase(), desk))
        || (!of_benchmark && column != "target" && has_date(reading, dated..range.start, range.end, desk))
        || last.is_some_and(|(other, figure)| {
            figure.subject.column.replace('_', "-") == column
                && is_list(subjects, reading, &(other.end..range.start))
                && is_said(
                    Placed {
                        range: other,
                        ..placed
                    },
                    column,
                    words,
                )
        })
}

/// Whether the clause of a figure begins with "when" right after a claim.
fn right_before_is_when(reading: &Reading<'_>, sentence: &Range<usize>, range: &Range<usize>) -> bool {
    let claims = reading.passage.claims.iter().map(|(claim, _, _)| claim);
    let last = claims
        .filter(|claim| sentence.start <= claim.start && claim.end <= range.start)
        .max_by_key(|claim| claim.end);
    last.is_some_and(|claim| {
        let gap = claim.end..range.start;
        tokens_between(reading, &gap)
            .take(2)
            .any(|token| token.is("when"))
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
pub fn names_benchmark(near: &str, desk: &Desk<'_>) -> bool {
    let mut names = desk.programme.benchmarks().flat_map(Benchmark::names);
    names.any(|name| near.contains(&name.value.to_lowercase()))
}
