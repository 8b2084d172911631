//! Old and new words side by side, the change marked word by word: in one line, or in two under one another.

use similar::{Algorithm, DiffTag, capture_diff_slices};

/// A piece of a line in which a change is marked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// In both.
    Same(String),
    /// In the old words alone.
    Removed(String),
    /// In the new words alone.
    Added(String),
}

/// Marks what changed between two texts. Removed words stand before those that took their place.
pub fn marked(old: &str, new: &str) -> Vec<Piece> {
    let (before, after) = (words(old), words(new));
    let mut pieces = Vec::new();
    for op in capture_diff_slices(Algorithm::Patience, &before, &after) {
        let (removed, added) = (before[op.old_range()].concat(), after[op.new_range()].concat());
        if op.tag() == DiffTag::Equal {
            pieces.push(Piece::Same(added));
            continue;
        }
        if !removed.is_empty() {
            pieces.push(Piece::Removed(removed));
        }
        if !added.is_empty() {
            pieces.push(Piece::Added(added));
        }
    }
    pieces
}

/// Both in one line: `[-78%-]` was there, `{+77%+}` is.
pub fn in_one_line(pieces: &[Piece]) -> String {
    pieces
        .iter()
        .map(|piece| match piece {
            Piece::Same(words) => words.clone(),
            Piece::Removed(words) => format!("[-{words}-]"),
            Piece::Added(words) => format!("{{+{words}+}}"),
        })
        .collect()
}

/// The lines of `old`, after `label`, and of `new` that differ, one under the other.
pub fn side_by_side(label: &str, old: &str, new: &str) -> Vec<String> {
    let (mut was, mut is) = (String::new(), String::new());
    for piece in marked(old, new) {
        match piece {
            Piece::Same(words) => {
                was.push_str(&words);
                is.push_str(&words);
            }
            Piece::Removed(words) => was.push_str(&format!("[-{}-]", words.replace('\n', "-]\n[-"))),
            Piece::Added(words) => is.push_str(&format!("{{+{}+}}", words.replace('\n', "+}\n{+"))),
        }
    }
    let differing = |text: &str, mark: &str, label: &str| -> Vec<String> {
        let lines = text.lines().filter(|line| line.contains(mark));
        lines.map(|line| format!("{label}{line}")).collect()
    };
    let mut lines = differing(&was, "[-", label);
    lines.extend(differing(&is, "{+", "now:    "));
    lines
}

/// Words, the spaces between them and the punctuation at their ends, each by itself: "(78%)," is `(`, `78%`, `)`, `,`.
fn words(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    for word in text.split_inclusive(char::is_whitespace) {
        let bare = word.trim_end_matches(char::is_whitespace);
        let start = bare.len() - bare.trim_start_matches(is_edge).len();
        let end = start + bare[start..].trim_end_matches(is_edge).len();
        parts.extend(bare[..start].split_inclusive(|_| true));
        parts.push(&bare[start..end]);
        parts.extend(bare[end..].split_inclusive(|_| true));
        parts.push(&word[bare.len()..]);
    }
    parts.retain(|part| !part.is_empty());
    parts
}

/// Whether a character at the end of a word is not of it.
fn is_edge(character: char) -> bool {
    matches!(
        character,
        '.' | ',' | ';' | ':' | '!' | '?' | '(' | ')' | '[' | ']' | '“' | '”' | '‘' | '’' | '"' | '\''
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_figure_is_one_word_and_punctuation_none() {
        let pieces = marked("It was 78%, above it.", "It was 73%, below it.");
        let of = |text: &str| text.to_owned();
        assert_eq!(
            pieces,
            [
                Piece::Same(of("It was ")),
                Piece::Removed(of("78%")),
                Piece::Added(of("73%")),
                Piece::Same(of(", ")),
                Piece::Removed(of("above")),
                Piece::Added(of("below")),
                Piece::Same(of(" it.")),
            ]
        );
    }

    #[test]
    fn only_lines_that_differ_stand_side_by_side() {
        let found = side_by_side(
            "agreed: ",
            "One stays.\nIt was 78% then.",
            "One stays.\nIt was 77% then.",
        );
        assert_eq!(
            found,
            ["agreed: It was [-78%-] then.", "now:    It was {+77%+} then."]
        );
        assert!(side_by_side("agreed: ", "Same.", "Same.").is_empty());
    }

    proptest! {
        #[test]
        fn both_texts_can_be_read_off(old in "[a-c“”,. \u{a0}]{0,30}", new in "[a-c“”,. \u{a0}]{0,30}") {
            let pieces = marked(&old, &new);
            let (mut before, mut after) = (String::new(), String::new());
            for piece in &pieces {
                match piece {
                    Piece::Same(text) => { before.push_str(text); after.push_str(text); }
                    Piece::Removed(text) => before.push_str(text),
                    Piece::Added(text) => after.push_str(text),
                }
            }
            prop_assert_eq!(before, old);
            prop_assert_eq!(after, new);
        }
    }
}
