//! Where a text repeats numbers and ratings that were printed before: a correction may name the figure it takes back.

use std::ops::Range;

use super::number::{Number, numbers};
use super::phrases::Phrases;
use super::token::tokens;
use crate::language::Language;

/// The numbers in `text`, each the amount of one of `printed` and of the same kind: `78 per cent` repeats `78%`. And the
/// ratings among `printed`, letter for letter.
pub fn repeated<'p>(
    text: &str,
    printed: impl Iterator<Item = &'p str>,
    language: &dyn Language,
) -> Vec<Range<usize>> {
    let read = |text: &str| numbers(text, &tokens(text), language, Phrases::english());
    let printed: Vec<&str> = printed.collect();
    let known: Vec<Number> = printed.iter().copied().flat_map(read).collect();
    let same = |number: &Number, other: &Number| {
        number.value.is_some() && number.value == other.value && number.of == other.of
    };
    let mut found: Vec<Range<usize>> = read(text)
        .into_iter()
        .filter(|number| known.iter().any(|other| same(number, other)))
        .map(|number| number.range)
        .collect();
    for name in printed.into_iter().filter(|printed| is_name(printed)) {
        for (start, _) in text.match_indices(name) {
            let range = start..start + name.len();
            let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
            let whole =
                !letter(text[..start].chars().next_back()) && !letter(text[range.end..].chars().next());
            let apart = found
                .iter()
                .all(|other| other.end <= range.start || range.end <= other.start);
            if whole && apart {
                found.push(range);
            }
        }
    }
    found.sort_by_key(|range| range.start);
    found
}

/// Whether what was printed is a name, as a rating is, and no number.
fn is_name(printed: &str) -> bool {
    printed.starts_with(char::is_uppercase) && !printed.contains(|c: char| c.is_ascii_digit())
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

    #[test]
    fn a_rating_is_repeated_letter_for_letter() {
        let language = crate::language::of("en").unwrap();
        let text = "Goodwick Quay is Good, not Outstanding, and that is good: 64.";
        let found = repeated(text, ["Good", "64", "–"].into_iter(), language);
        let found: Vec<&str> = found.into_iter().map(|range| &text[range]).collect();
        assert_eq!(found, ["Good", "64"]);
    }
}
