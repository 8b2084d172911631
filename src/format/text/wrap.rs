//! Lines of a given width, in columns as a terminal counts them.

use textwrap::{Options, WordSeparator, WordSplitter, WrapAlgorithm};
use unicode_width::UnicodeWidthStr;

/// The widest line of the format: fit for an e-mail that is quoted once or twice.
pub(in crate::format) const WIDTH: usize = 72;

/// `text` in lines of at most `width` columns; only a word that is wider alone is longer (an address is never
/// cut). Line breaks stay. The first line stands behind `first`, the others behind `rest`.
pub(in crate::format) fn wrap(text: &str, width: usize, first: &str, rest: &str) -> String {
    let mut out = String::new();
    for (at, line) in text.split('\n').enumerate() {
        let options = Options::new(width)
            .initial_indent(if at == 0 { first } else { rest })
            .subsequent_indent(rest)
            .break_words(false)
            .word_separator(WordSeparator::AsciiSpace)
            .word_splitter(WordSplitter::NoHyphenation)
            .wrap_algorithm(WrapAlgorithm::FirstFit);
        for wrapped in textwrap::wrap(&crate::format::fold(line), options) {
            if !out.is_empty() {
                out.push('\n');
            }
            out.push_str(wrapped.trim_end_matches(' '));
        }
    }
    out
}

/// The columns that `text` takes.
pub(super) fn width(text: &str) -> usize {
    text.width()
}

/// The columns of the widest word.
pub(super) fn widest_word(text: &str) -> usize {
    text.split(' ').map(width).max().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_keep_to_the_width_and_addresses_stay_whole() {
        let wrapped = wrap(
            "one two https://a-long-address.example/x-y three",
            12,
            "1. ",
            "   ",
        );
        assert_eq!(
            wrapped,
            "1. one two\n   https://a-long-address.example/x-y\n   three"
        );
    }

    #[test]
    fn columns_are_counted_as_shown() {
        assert_eq!(width("ŵŷ"), 2);
        assert_eq!(width("東京"), 4);
    }
}
