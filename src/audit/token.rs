//! A passage's text as tokens: words, runs of digits and marks, each knowing whether a space stands before it.

use std::ops::Range;

use crate::language::List;
use crate::quantity::{Exact, is_percent};

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Letters, with apostrophes inside: `don’t`.
    Word,
    /// Digits with thousands and decimals: `1,234.5`; or a sign that is a number: `½`.
    Digits,
    /// Any other character.
    Mark,
}

/// A token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token<'t> {
    /// Its bytes in the text.
    pub range: Range<usize>,
    /// Its characters.
    pub text: &'t str,
    /// What it is.
    pub kind: Kind,
    /// Whether a space, or the start of the text, stands before it.
    pub spaced: bool,
}

impl Token<'_> {
    /// The number that digits say; `None` for words, marks and numbers of other scripts.
    pub fn value(&self) -> Option<Exact> {
        if self.kind != Kind::Digits {
            return None;
        }
        match self.text {
            "½" => Exact::ratio(1, 2),
            "⅓" => Exact::ratio(1, 3),
            "⅔" => Exact::ratio(2, 3),
            "¼" => Exact::ratio(1, 4),
            "¾" => Exact::ratio(3, 4),
            digits => {
                let plain: String = digits.chars().filter(|c| !is_gap(*c)).collect();
                Exact::parse(&plain)
            }
        }
    }

    /// Whether it is `word`, capitals aside and with any apostrophe.
    pub fn is(&self, word: &str) -> bool {
        self.kind != Kind::Digits && same(self.text, word)
    }

    /// Whether it is one of the words of a list.
    pub fn is_in(&self, list: &List) -> bool {
        list.words().any(|word| self.is(word))
    }

    /// Whether it is a word that begins with a capital.
    pub fn is_capital(&self) -> bool {
        self.kind == Kind::Word && self.text.starts_with(char::is_uppercase)
    }
}

/// How many tokens say per cent at `at`: `%`, `percent`, `per cent`; 0 where none do.
pub fn percent_at(tokens: &[Token<'_>], at: usize) -> usize {
    let of = |count: usize| {
        let words: Option<Vec<String>> = (at..at + count)
            .map(|at| tokens.get(at).filter(|token| token.kind != Kind::Digits))
            .map(|token| token.map(|token| token.text.to_lowercase()))
            .collect();
        words.is_some_and(|words| is_percent(&words.join(" ")))
    };
    (1..=2).find(|count| of(*count)).unwrap_or(0)
}

/// Whether two words are the same, capitals and the kind of apostrophe or hyphen aside.
pub fn same(one: &str, other: &str) -> bool {
    let quick = one.as_bytes().first().zip(other.as_bytes().first());
    let apart = quick.is_some_and(|(one, other)| {
        one.is_ascii_alphabetic() && other.is_ascii_alphabetic() && !one.eq_ignore_ascii_case(other)
    });
    // Asked of every word of every list: most differ in their first letter.
    !apart && folded(one).eq(folded(other))
}

/// The characters of a word in lower case and in their plain form.
fn folded(text: &str) -> impl Iterator<Item = char> {
    text.chars().map(fold).flat_map(char::to_lowercase)
}

/// The plain form of a character of typography.
pub fn fold(c: char) -> char {
    match c {
        '’' | '‘' | 'ʼ' => '\'',
        '\u{2010}' | '\u{2011}' | '–' => '-',
        other => other,
    }
}

/// The tokens of `text`.
pub fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut found = Vec::new();
    let mut at = 0;
    let mut spaced = true;
    while let Some(first) = text[at..].chars().next() {
        if first.is_whitespace() {
            spaced = true;
            at += first.len_utf8();
            continue;
        }
        let (kind, length) = if first.is_ascii_digit() {
            (Kind::Digits, digits(&text[at..]))
        } else if first.is_numeric() {
            (Kind::Digits, first.len_utf8())
        } else if first.is_alphabetic() {
            (Kind::Word, word(&text[at..]))
        } else {
            (Kind::Mark, first.len_utf8())
        };
        let range = at..at + length;
        found.push(Token {
            text: &text[range.clone()],
            range,
            kind,
            spaced,
        });
        spaced = false;
        at += length;
    }
    found
}

/// The length of the number at the start of `text`: commas and thin spaces only between thousands, one point.
fn digits(text: &str) -> usize {
    let run = |from: usize| -> usize { text[from..].bytes().take_while(u8::is_ascii_digit).count() };
    let mut end = run(0);
    if end <= 3 {
        while let Some(gap) = text[end..].chars().next().filter(|c| *c == ',' || is_gap(*c)) {
            let after = end + gap.len_utf8();
            if run(after) != 3 {
                break;
            }
            end = after + 3;
        }
    }
    if text[end..].starts_with('.') && run(end + 1) > 0 {
        end += 1 + run(end + 1);
    }
    end
}

/// Spaces that hold a number's thousands together.
fn is_gap(c: char) -> bool {
    matches!(c, '\u{A0}' | '\u{2009}' | '\u{202F}')
}

/// The length of the word at the start of `text`.
fn word(text: &str) -> usize {
    let mut end = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let inside = fold(c) == '\'' && chars.peek().is_some_and(|(_, next)| next.is_alphabetic());
        if !(c.is_alphabetic() || inside || is_combining(c)) {
            break;
        }
        end = at + c.len_utf8();
    }
    end
}

/// Accents written as characters of their own, and the soft hyphen.
fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{AD}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<&str> {
        tokens(text).iter().map(|token| token.text).collect()
    }

    #[test]
    fn numbers_keep_their_thousands_and_decimals() {
        assert_eq!(
            texts("1,234.5% of 12, 300."),
            ["1,234.5", "%", "of", "12", ",", "300", "."]
        );
        assert_eq!(tokens("1\u{A0}234")[0].value(), Some(Exact::whole(1234)));
        assert_eq!(texts("don’t 12:30 A4"), ["don’t", "12", ":", "30", "A", "4"]);
    }
}
