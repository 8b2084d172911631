//! Makes characters that a reader cannot see, or that command a terminal, visible before they are printed.

use std::borrow::Cow;

/// `text` with each character that is invisible, turns the direction of text or commands a terminal written as
/// `\u{202E}`. Line feeds too: what is printed on one line stays on it.
pub fn printable(text: &str) -> Cow<'_, str> {
    if !text.chars().any(unseen) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 8);
    for character in text.chars() {
        if unseen(character) {
            shown.push_str(&format!("\\u{{{:X}}}", u32::from(character)));
        } else {
            shown.push(character);
        }
    }
    Cow::Owned(shown)
}

/// The same, one character for one, so that columns stay true: for source lines.
pub(super) fn masked(line: &str) -> String {
    line.chars()
        .map(|character| {
            if character != '\t' && unseen(character) {
                '\u{FFFD}'
            } else {
                character
            }
        })
        .collect()
}

/// Controls, formats, separators, tags and private use: what must not reach a terminal as it is.
fn unseen(character: char) -> bool {
    character.is_control()
        || matches!(u32::from(character),
            0xAD | 0x34F | 0x600..=0x605 | 0x61C | 0x6DD | 0x70F | 0x115F | 0x1160 | 0x17B4 | 0x17B5 | 0x180B..=0x180F
            | 0x8E2 | 0x200B..=0x200F | 0x2028..=0x202E | 0x2060..=0x206F | 0x3164 | 0xFEFF | 0xFFA0
            | 0xE000..=0xF8FF | 0xFFF0..=0xFFFB | 0x110BD | 0x110CD | 0x13430..=0x1345F | 0x1BCA0..=0x1BCA3
            | 0x1D173..=0x1D17A | 0xE0000..=0xE0FFF | 0xF0000..=0x10FFFF)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_commands_a_terminal_is_printed() {
        assert_eq!(printable("plain – “words” ŵ"), "plain – “words” ŵ");
        assert_eq!(
            printable("a\u{1b}[31mb\u{202e}c\n"),
            "a\\u{1B}[31mb\\u{202E}c\\u{A}"
        );
        assert_eq!(masked("a\u{200b}b\tc"), "a\u{fffd}b\tc");
    }
}
