//! Which sentence of a text a number stands in.

use std::ops::Range;

/// The sentence round `range`: from after the last full stop, question or exclamation mark that a space and a capital
/// follow, to the next such mark. A stop inside the range ends nothing.
pub fn sentence(text: &str, range: Range<usize>) -> Range<usize> {
    let mut start = 0;
    let mut end = text.len();
    for (at, mark) in text.char_indices().filter(|(_, mark)| ".?!".contains(*mark)) {
        let after = at + mark.len_utf8();
        let closing =
            text[after..].len() - text[after..].trim_start_matches(['”', '’', '"', '\'', ')']).len();
        let stop = after + closing;
        let rest = &text[stop..];
        let begins = rest.trim_start().trim_start_matches(['“', '‘', '"', '\'', '(']);
        let ends_here = rest.is_empty()
            || (rest.starts_with(char::is_whitespace)
                && begins.starts_with(|first: char| first.is_uppercase() || first.is_ascii_digit()));
        if !ends_here {
            continue;
        }
        if stop <= range.start {
            start = stop + (rest.len() - rest.trim_start().len());
        } else if at >= range.end {
            end = stop;
            break;
        }
    }
    start.min(range.start)..end.max(range.end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sentence_round_a_number_and_no_more() {
        let text = "“We looked. It was 78.5% of the time, e.g. often. Then more.”";
        let at = text.find("78.5%").expect("there");
        assert_eq!(
            &text[sentence(text, at..at + 5)],
            "It was 78.5% of the time, e.g. often."
        );
        let at = text.find("more").expect("there");
        assert_eq!(&text[sentence(text, at..at + 4)], "Then more.”");
        assert_eq!(sentence("78%", 0..2), 0..3);
    }
}
