//! White space and invisible characters: what may stand in a line of a document.

/// The character as it may stand in a document: no line break, tab or control character of the data comes through.
pub(super) fn tame(character: char) -> char {
    match character {
        '\n' | '\r' | '\t' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => ' ',
        character if character.is_control() => char::REPLACEMENT_CHARACTER,
        character => character,
    }
}

/// Whether nothing in `text` is to be tamed, and no two spaces stand together: most texts, so that most are copied
/// as they are.
pub(super) fn is_calm(text: &str) -> bool {
    let mut before = 0;
    for byte in text.bytes() {
        // How the invisible characters above ASCII begin, or (the line separators) end; some others that share it
        // take the long way too.
        let unseen =
            byte < b' ' || byte == 0x7f || byte == 0xc2 || (before == 0x80 && matches!(byte, 0xa8 | 0xa9));
        if unseen || (byte == b' ' && before == b' ') {
            return false;
        }
        before = byte;
    }
    true
}

/// `text` as read, with white space folded: each run of it is one space, none at the ends. A no-break space
/// is a character like any other.
pub fn fold(text: &str) -> String {
    if is_calm(text) && !text.starts_with(' ') && !text.ends_with(' ') {
        return text.to_owned();
    }
    let mut folded = String::with_capacity(text.len());
    for character in text.chars().map(tame) {
        if character != ' ' || !(folded.is_empty() || folded.ends_with(' ')) {
            folded.push(character);
        }
    }
    if folded.ends_with(' ') {
        folded.pop();
    }
    folded
}

/// A document as it is kept: no trailing spaces, no two blank lines together, one line feed at the end. So a
/// layout may be written for its readers, with white space round its tags.
pub(super) fn tidy(document: &str) -> String {
    let mut tidied = String::with_capacity(document.len());
    let mut blank = true;
    for line in document.lines() {
        let line = line.trim_end_matches([' ', '\t', '\r']);
        if line.is_empty() {
            if !blank {
                tidied.push('\n');
            }
            blank = true;
        } else {
            tidied.push_str(line);
            tidied.push('\n');
            blank = false;
        }
    }
    while tidied.ends_with("\n\n") {
        tidied.pop();
    }
    tidied
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_folds_but_no_break_spaces_stay() {
        assert_eq!(fold("  a\n\t b\u{a0}c \u{2028}"), "a b\u{a0}c");
        assert_eq!(fold("a\u{2029}b\u{85}c“"), "a b c“");
    }

    #[test]
    fn a_document_is_tidied_to_single_blank_lines_and_one_end() {
        assert_eq!(tidy("\n\na  \n \n\n\nb\n\n\n"), "a\n\nb\n");
    }
}
