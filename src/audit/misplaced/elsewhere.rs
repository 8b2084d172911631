//! A figure of the notice's own area where the words speak of an area that it is not about: "Northshire scored" before
//! the score of Westshire.

use std::ops::Range;

use super::clause::{parts_a_sentence, tokens_between};
use super::columns::OF_BENCHMARK;
use super::placed::Placed;
use super::vocabulary::is_in;
use super::{measure_of, prints_otherwise};
use crate::audit::reading::Reading;
use crate::audit::token::{Token, fold};
use crate::claims::Desk;
use crate::figures::{Figure, part_of};

/// A figure and the area after it have so many words for what is counted between them: "% of all cases".
const COUNTED: usize = 4;

/// What is wrong with a figure, by the area that it is said of.
pub fn judge(placed: Placed<'_>) -> Option<String> {
    let Placed {
        reading,
        range,
        figure,
        desk,
        ..
    } = placed;
    let inspected = figure.subject.inspection.is_some() || figure.subject.area.is_some();
    if desk.neighbours.is_empty() || !inspected || OF_BENCHMARK.contains(&figure.subject.column.as_str()) {
        return None;
    }
    let sentence = reading.sentence_range(range);
    let text = &reading.passage.text;
    let own = desk
        .inspections
        .iter()
        .map(|(inspection, _)| inspection.area.value.as_str());
    let others = desk.neighbours.iter().map(|one| one.area.as_str());
    let mut named: Vec<(Range<usize>, &str, bool)> = Vec::new();
    for (area, elsewhere) in own
        .map(|area| (area, false))
        .chain(others.map(|area| (area, true)))
    {
        let places = whole(&text[sentence.clone()], area);
        named.extend(places.map(|at| {
            (
                sentence.start + at.start..sentence.start + at.end,
                area,
                elsewhere,
            )
        }));
    }
    named.sort_by_key(|(at, ..)| (at.start, std::cmp::Reverse(at.end)));
    let mut reached = 0;
    named.retain(|(at, ..)| {
        let outside = at.start >= reached;
        reached = reached.max(at.end);
        outside
    });
    let after = named
        .iter()
        .find(|(at, ..)| at.start >= range.end && right_after(reading, range, at));
    let before = || {
        let (at, ..) = named.iter().rfind(|(at, ..)| at.end <= range.start)?;
        said_of(reading, &sentence, at, range).then(|| named.iter().find(|(other, ..)| other == at))?
    };
    let (_, area, elsewhere) = after.or_else(before)?;
    let another = *elsewhere && differs(figure, area, desk);
    another.then(|| {
        format!(
            "`{}` stands where the words speak of another area, which the notice is not about",
            figure.name
        )
    })
}

/// "78% in Northshire", "78% of cases in Northshire".
fn right_after(reading: &Reading<'_>, figure: &Range<usize>, name: &Range<usize>) -> bool {
    let mut between: Vec<&Token<'_>> = tokens_between(reading, &(figure.end..name.start)).collect();
    between.pop_if(|token| token.is("the"));
    let counted = between
        .split_last()
        .map(|(link, counted)| (is_in("set-in", link), counted));
    counted.is_some_and(|(set_in, counted)| {
        let says_more = |token: &&Token<'_>| parts_a_sentence(token) || is_in("links", token);
        set_in && counted.len() <= COUNTED && !counted.iter().any(says_more)
    })
}

/// "Northshire scored 78%", "control in Northshire was 78%", "In Northshire, control stood at 78%".
fn said_of(
    reading: &Reading<'_>,
    sentence: &Range<usize>,
    name: &Range<usize>,
    figure: &Range<usize>,
) -> bool {
    let lead: Vec<&Token<'_>> = tokens_between(reading, &(sentence.start..name.start))
        .filter(|token| !token.is("the") && !matches!(token.text, "“" | "‘" | "\""))
        .collect();
    let introduces =
        |word: &Token<'_>| is_in("set-in", word) || is_in("of-area", word) || is_in("begins-a-clause", word);
    let introduced = lead.last().is_none_or(|word| introduces(word));
    let frames = lead.len() == 1 && is_in("set-in", lead[0]);
    let mut between = tokens_between(reading, &(name.end..figure.start)).peekable();
    if frames {
        between.next_if(|token| token.text == ",");
    }
    let another_figure = reading
        .passage
        .figures()
        .any(|(other, _)| name.end <= other.start && other.end <= figure.start);
    introduced && !another_figure && !between.any(|token| parts_a_sentence(token) || is_in("own-area", token))
}

/// Whether the area's own figure of the same measure and column is there, and prints differently in every inspection.
fn differs(figure: &Figure, area: &str, desk: &Desk<'_>) -> bool {
    let column = figure.subject.column.as_str();
    let is_part = matches!(column, "count" | "base");
    let theirs: Vec<Figure> = desk
        .neighbours
        .iter()
        .filter(|one| one.area == area)
        .filter_map(|one| {
            let row = one.rows.get(measure_of(figure)?)?;
            match is_part {
                true => part_of(row.columns.get("value")?, column == "base"),
                false => row.columns.get(column).map(|figure| figure.as_ref().clone()),
            }
        })
        .collect();
    !theirs.is_empty() && theirs.iter().all(|other| prints_otherwise(figure, other, desk))
}

/// Where `name` stands in `text` as whole words, capitals and all, with any apostrophe.
fn whole<'t>(text: &'t str, name: &'t str) -> impl Iterator<Item = Range<usize>> + use<'t> {
    let free = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    text.char_indices().filter_map(move |(start, _)| {
        let mut rest = text[start..].char_indices();
        let mut end = start;
        for wanted in name.chars() {
            let (at, found) = rest.next()?;
            if fold(found) != fold(wanted) {
                return None;
            }
            end = start + at + found.len_utf8();
        }
        let alone = free(text[..start].chars().next_back()) && free(text[end..].chars().next());
        (alone && !name.is_empty()).then_some(start..end)
    })
}
