//! The words round a figure that belong to it.

use std::ops::Range;

use super::placed::Placed;
use super::subjects::{Named, Subjects};
use super::vocabulary::is_in;
use crate::audit::reading::Reading;
use crate::audit::token::{Kind, Token};

/// Figures no more than so many tokens apart stand in a row, and share what stands before them.
pub const IN_A_ROW: usize = 3;

/// What the sentence says between the figure before and this one: "safety and planning were 46% and 62%". Figures
/// with a name between them stand in no row.
pub fn since_the_last(placed: Placed<'_>) -> String {
    let Placed {
        subjects,
        reading,
        range,
        ..
    } = placed;
    let sentence = reading.sentence_range(range);
    let before = reading
        .passage
        .figures()
        .map(|(other, _)| other.end)
        .filter(|end| *end <= range.start);
    let apart = |end: &usize| {
        let text = reading.passage.text[*end..range.start].to_lowercase();
        tokens_between(reading, &(*end..range.start)).count() > IN_A_ROW
            || !subjects.names_in(&text).is_empty()
    };
    let start = before.filter(apart).last().unwrap_or(0).max(sentence.start);
    reading.passage.text[start..range.start].to_lowercase()
}

/// Where the figure before this one ends in its sentence; the beginning of the sentence, if it is the first.
pub fn after_the_last(reading: &Reading<'_>, range: &Range<usize>) -> usize {
    let before = reading
        .passage
        .figures()
        .map(|(other, _)| other.end)
        .filter(|end| *end <= range.start);
    before.max().unwrap_or(0).max(reading.sentence_range(range).start)
}

/// The tokens inside a range of the text.
pub fn tokens_between<'r, 'p>(
    reading: &'r Reading<'p>,
    range: &Range<usize>,
) -> impl Iterator<Item = &'r Token<'p>> + use<'r, 'p> {
    let Range { start, end } = *range;
    reading
        .tokens
        .iter()
        .filter(move |token| token.range.start >= start && token.range.end <= end)
}

/// The words round a figure that belong to it, in lower case: its clause, and the one before where it names nothing.
pub fn clause(placed: Placed<'_>) -> String {
    let Placed {
        subjects,
        reading,
        range,
        ..
    } = placed;
    let sentence = reading.sentence_range(range);
    let text = &reading.passage.text;
    // Names may hold an "and" or a comma of their own.
    let lower: String = text
        .chars()
        .map(|c| c.to_lowercase().next().unwrap_or(c))
        .collect();
    // … and several names may share what is said: "theft, violence and damage came to 7,700".
    let protected: Vec<Range<usize>> = if lower.len() == text.len() {
        in_rows(&lower, subjects.names_in(&lower))
    } else {
        Vec::new()
    };
    let parts = |token: &Token<'_>| {
        let inside = sentence.start <= token.range.start && token.range.end <= sentence.end;
        let name = protected
            .iter()
            .any(|name| name.start <= token.range.start && token.range.end <= name.end);
        inside && !name && parts_a_sentence(token)
    };
    let before: Vec<usize> = reading
        .tokens
        .iter()
        .filter(|token| token.range.end <= range.start && parts(token))
        .map(|token| token.range.end)
        .collect();
    let end = reading
        .tokens
        .iter()
        .find(|token| token.range.start >= range.end && parts(token))
        .map_or(sentence.end, |token| token.range.start);
    let mut starts = before.iter().rev().copied().chain([sentence.start]);
    let start = starts.next().unwrap_or(sentence.start);
    let own = text[start..end].to_lowercase();
    let all = || subjects.measures.iter().chain(&subjects.areas);
    if all().any(|subject| subjects.speaks_of(subject, &own)) {
        return own;
    }
    let earlier = starts.next().unwrap_or(sentence.start);
    let another_figure = reading
        .passage
        .figures()
        .any(|(other, _)| earlier <= other.start && other.end <= start);
    if another_figure {
        own
    } else {
        text[earlier..end].to_lowercase()
    }
}

/// The ranges of names, those in a row as one range.
fn in_rows(text: &str, names: Vec<Named<'_>>) -> Vec<Range<usize>> {
    let mut rows: Vec<Range<usize>> = Vec::new();
    for name in names {
        match rows.last_mut() {
            Some(row) if joins_names(text, row.end, name.range.start) => row.end = name.range.end,
            _ => rows.push(name.range),
        }
    }
    rows
}

/// Whether nothing but a comma or "and" stands between two names. Names may overlap: "the change in employment" and
/// "employment rate".
pub fn joins_names(text: &str, end: usize, start: usize) -> bool {
    let gap = text.get(end..start);
    gap.is_none_or(|gap| matches!(gap.trim(), "and" | "," | ", and" | "or" | "and the"))
}

/// Whether a token parts what is said of one thing from what is said of another.
pub fn parts_a_sentence(token: &Token<'_>) -> bool {
    let mark = token.kind == Kind::Mark && matches!(token.text, "," | ";" | ":" | "–" | "—" | "(" | ")");
    mark || is_in("parts", token)
}

/// Where the clause of a figure ends: at the next mark or word that parts a sentence.
pub fn ends_at(reading: &Reading<'_>, range: &Range<usize>) -> usize {
    let sentence = reading.sentence_range(range);
    let after = reading
        .tokens
        .iter()
        .filter(|token| token.range.start >= range.end && token.range.end <= sentence.end);
    let end = after.into_iter().find(|token| parts_a_sentence(token));
    end.map_or(sentence.end, |token| token.range.start)
}

/// Where the clause of a figure begins, its parting word included.
pub fn begins_at(reading: &Reading<'_>, range: &Range<usize>) -> usize {
    begins(reading, range, 0)
}

/// The same, or where the clause before begins if this one says next to nothing: "the average, at 74%".
pub fn begins_with_words(reading: &Reading<'_>, range: &Range<usize>) -> usize {
    begins(reading, range, 2)
}

fn begins(reading: &Reading<'_>, range: &Range<usize>, tokens: usize) -> usize {
    let sentence = reading.sentence_range(range);
    let before: Vec<&Token<'_>> = tokens_between(reading, &(sentence.start..range.start)).collect();
    let starts = (0..before.len()).rev().filter(|at| parts_a_sentence(before[*at]));
    let long_enough = starts.into_iter().find(|at| before.len() - at > tokens);
    long_enough.map_or(sentence.start, |at| before[at].range.start)
}

/// Whether nothing but names and the joints of a list stand between two figures: "46% for safety, 62% for planning".
pub fn is_list(subjects: &Subjects, reading: &Reading<'_>, between: &Range<usize>) -> bool {
    let text = reading.passage.text[between.clone()].to_lowercase();
    let named = subjects.names_in(&text);
    let joint = |token: &Token<'_>| {
        let at = token.range.start - between.start;
        named.iter().any(|name| name.range.contains(&at)) || is_in("joints", token)
    };
    !between.is_empty() && tokens_between(reading, between).all(joint)
}
