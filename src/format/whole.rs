//! Whether a text stands whole in another: not as a piece of a longer word or number.

use std::ops::Range;

/// Where `text` stands in `within` from byte `from`, not as a piece of a longer word or number.
pub(super) fn whole(within: &str, text: &str, from: usize) -> Option<Range<usize>> {
    let mut start = from;
    while let Some(found) = within.get(start..)?.find(text) {
        let range = start + found..start + found + text.len();
        if text.is_empty() || (ends(&within[..range.start], text) && begins(&within[range.end..], text)) {
            return Some(range);
        }
        start = range.start + text.chars().next().map_or(1, char::len_utf8);
    }
    None
}

/// Whether `before` ends so that `text` begins a word or number.
fn ends(before: &str, text: &str) -> bool {
    let mut back = before.chars().rev();
    let digit = text.starts_with(|character: char| character.is_ascii_digit());
    match back.next() {
        Some(character) if character.is_alphanumeric() => !text.starts_with(char::is_alphanumeric),
        Some('.' | ',') if digit => !back.next().is_some_and(|character| character.is_ascii_digit()),
        _ => true,
    }
}

/// Whether `after` begins so that `text` ended a word or number.
fn begins(after: &str, text: &str) -> bool {
    let mut ahead = after.chars();
    let digit = text.ends_with(|character: char| character.is_ascii_digit());
    match ahead.next() {
        Some(character) if character.is_alphanumeric() => !text.ends_with(char::is_alphanumeric),
        Some('.' | ',') if digit => !ahead.next().is_some_and(|character| character.is_ascii_digit()),
        Some('%') => !digit,
        _ => true,
    }
}

/// As [`whole`], and no sign may stand before a cell's number that the number does not have itself.
pub(super) fn cell_in(within: &str, cell: &str) -> Option<Range<usize>> {
    let range = whole(within, cell, 0)?;
    let signed = within[..range.start].ends_with(['-', '−', '+', '±']);
    let digit = cell.starts_with(|character: char| character.is_ascii_digit());
    (!(signed && digit)).then_some(range)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_not_found_inside_another() {
        assert_eq!(whole("178%, 1.78% and 78%", "78%", 0), Some(16..19));
        assert_eq!(whole("7 of 79, 78.5, 7.", "7", 1), Some(15..16));
        assert_eq!(whole("78%", "78", 0), None);
        assert_eq!(whole("scores, Lowest", "Low", 0), None);
    }

    #[test]
    fn a_sign_before_a_cell_is_another_number() {
        assert_eq!(cell_in("-78%", "78%"), None);
        assert_eq!(cell_in("−0.3%", "−0.3%"), Some(0..7));
    }
}
