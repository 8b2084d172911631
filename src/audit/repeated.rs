//! Where a text repeats numbers that were printed before: a correction may name the figure it takes back.

use std::ops::Range;

use super::number::{Number, numbers};
use super::phrases::Phrases;
use super::token::tokens;
use crate::language::Language;

/// The numbers in `text`, each the amount of one of `printed` and of the same kind: `78 per cent` repeats `78%`.
pub fn repeated<'p>(
    text: &str,
    printed: impl Iterator<Item = &'p str>,
    language: &dyn Language,
) -> Vec<Range<usize>> {
    let read = |text: &str| numbers(text, &tokens(text), language, Phrases::english());
    let known: Vec<Number> = printed.flat_map(read).collect();
    let same = |number: &Number, other: &Number| {
        number.value.is_some() && number.value == other.value && number.of == other.of
    };
    read(text)
        .into_iter()
        .filter(|number| known.iter().any(|other| same(number, other)))
        .map(|number| number.range)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_repeated_in_any_spelling_and_not_with_another_unit() {
        let language = crate::language::of("en").unwrap();
        let text = "It said 78%, seventy-eight per cent, 78 points, 78, 64 and £78.";
        let found = repeated(text, ["78%", "64"].into_iter(), language);
        let found: Vec<&str> = found.into_iter().map(|range| &text[range]).collect();
        assert_eq!(found, ["78", "seventy-eight", "64"]);
    }
}
