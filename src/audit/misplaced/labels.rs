//! A figure whose clause says the whole label of another measure and not its own: "62% of schools were rated Good or
//! Outstanding" where 62% are those rated Outstanding.

use std::collections::HashSet;

use super::clause::{after_the_last, ends_at};
use super::parts::is_whole;
use super::placed::Placed;
use super::{differs, measure_of, of_one_unit};
use crate::data::programme::Measure;

/// Words that tell no measure from another.
const EMPTY: [&str; 24] = [
    "the", "a", "an", "of", "in", "on", "at", "to", "by", "for", "with", "from", "who", "whom", "whose",
    "that", "which", "is", "are", "was", "were", "and", "or", "as",
];

/// What is wrong with a figure, by the labels of all measures.
pub fn judge(placed: Placed<'_>) -> Option<String> {
    let Placed {
        reading,
        range,
        figure,
        desk,
        ..
    } = placed;
    let own = desk.programme.measures.get(measure_of(figure)?)?;
    // "Safety grew, a rise of 3%" names the safety and prints its growth.
    let change = figure
        .subject
        .measure
        .as_ref()
        .is_some_and(|measure| measure.is_change());
    if change || is_whole(reading, range) {
        return None;
    }
    let sentence = reading.sentence_range(range);
    // What stands after another figure may well be said of that one.
    let first = after_the_last(reading, range) == sentence.start;
    let before = if first { sentence.start..range.start } else { 0..0 };
    let after = range.end..ends_at(reading, range);
    let text = &reading.passage.text;
    let text = format!("{} {}", &text[before], &text[after]);
    let said = words(&text);
    let whole = covered(own, &said);
    let own_words: HashSet<String> = names(own).flat_map(words).collect();
    let (name, other) = desk
        .programme
        .measures
        .iter()
        .map(|(name, _, measure)| (name, measure))
        .filter(|(name, _)| Some(*name) != measure_of(figure))
        .filter(|(_, measure)| covered(measure, &said) > whole.max(1))
        .max_by_key(|(_, measure)| covered(measure, &said))?;
    let other_words: HashSet<String> = names(other).flat_map(words).collect();
    // A word of its own that the other has not: it speaks of both.
    if said
        .iter()
        .any(|word| own_words.contains(word) && !other_words.contains(word))
    {
        return None;
    }
    differs(figure, desk, |found| {
        measure_of(found) == Some(name)
            && found.subject.area == figure.subject.area
            && of_one_unit(figure, found)
    })
    .then(|| {
        format!(
            "`{}` stands where the words say the label of `{name}`",
            figure.name
        )
    })
}

fn names(measure: &Measure) -> impl Iterator<Item = &str> {
    measure
        .also_called
        .iter()
        .chain([&measure.label])
        .map(|name| name.value.as_str())
}

/// The words of a text that tell something.
fn words(text: &str) -> HashSet<String> {
    text.to_lowercase()
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty() && !EMPTY.contains(word))
        .map(str::to_owned)
        .collect()
}

/// How many telling words the longest of a measure's names has that is said whole.
fn covered(measure: &Measure, said: &HashSet<String>) -> usize {
    names(measure)
        .map(words)
        .filter(|name| !name.is_empty() && name.is_subset(said))
        .map(|name| name.len())
        .max()
        .unwrap_or(0)
}
