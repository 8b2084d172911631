//! A text as words: in lower case, with straight apostrophes, each with its place and what parts it from the next.

use std::ops::Range;

/// A word or a number of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// Lower case, straight apostrophes: `hasn't`, `1,234`, `78.4`.
    pub text: String,
    /// Its bytes.
    pub range: Range<usize>,
    /// Whether only white space, hyphens or a currency sign part it from the one before, so that both may belong to
    /// one phrase.
    pub joined: bool,
    /// Whether it is a name by its capital: one inside a sentence, before a word that has none.
    pub name: bool,
}

/// The words of `text`.
pub fn tokens(text: &str) -> Vec<Token> {
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let mut tokens: Vec<Token> = Vec::new();
    let mut at = 0;
    let mut joined = false;
    while let Some(&(start, first)) = chars.get(at) {
        if !first.is_alphanumeric() {
            joined &= joins(first);
            at += 1;
            continue;
        }
        let mut end = at + 1;
        while within(&chars, end) {
            end += 1;
        }
        let stop = chars.get(end).map_or(text.len(), |(stop, _)| *stop);
        let word = text[start..stop].to_lowercase().replace('\u{2019}', "'");
        tokens.push(Token {
            text: word,
            range: start..stop,
            joined,
            name: is_name(text, start, stop),
        });
        joined = true;
        at = end;
    }
    tokens
}

/// Whether a word has a capital that neither the start of a sentence nor a headline In Capitals gives it: "Leicester",
/// "October", but not the "Cleaner" of "Cleaner Homes".
fn is_name(text: &str, start: usize, stop: usize) -> bool {
    let before = text[..start].trim_end();
    let opens =
        before.is_empty() || before.ends_with(['.', '?', '!', ':', '\u{2018}', '\u{201C}', '"', '\u{2022}']);
    let capital = |text: &str| text.trim_start().starts_with(char::is_uppercase);
    capital(&text[start..]) && !opens && !capital(&text[stop..])
}

/// Whether the character at `at` belongs to the word before it.
fn within(chars: &[(usize, char)], at: usize) -> bool {
    let Some(&(_, c)) = chars.get(at) else {
        return false;
    };
    let before = chars[at - 1].1;
    let after = chars.get(at + 1).map(|(_, after)| *after);
    match c {
        // A soft hyphen is not seen unless a line breaks there.
        '\u{AD}' => true,
        '\'' | '\u{2019}' => before.is_alphabetic() && after.is_some_and(char::is_alphabetic),
        '.' | ',' => before.is_ascii_digit() && after.is_some_and(|after| after.is_ascii_digit()),
        c if c.is_alphanumeric() => {
            // "78m" is one word, "£3bn" too; letters never continue after a mark.
            true
        }
        _ => false,
    }
}

fn joins(c: char) -> bool {
    c.is_whitespace() || matches!(c, '-' | '\u{2010}' | '\u{2011}' | '£' | '$' | '€')
}

/// The whole number that a token of digits is.
pub fn whole(token: &str) -> Option<u64> {
    let plain = token.replace(',', "");
    if plain.is_empty() || !plain.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    plain.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_numbers_and_what_parts_them() {
        let found = tokens("It hasn\u{2019}t risen: 1,234.5 of\u{a0}two-thirds.");
        let texts: Vec<&str> = found.iter().map(|token| token.text.as_str()).collect();
        assert_eq!(texts, ["it", "hasn't", "risen", "1,234.5", "of", "two", "thirds"]);
        let joined: Vec<bool> = found.iter().map(|token| token.joined).collect();
        assert_eq!(joined, [false, true, true, false, true, true, true]);
    }
}
