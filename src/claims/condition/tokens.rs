//! A condition as tokens, each with its bytes.

use std::ops::Range;

/// A token of a condition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// What it is.
    pub kind: Kind,
    /// Its bytes.
    pub range: Range<usize>,
}

/// The kinds of token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A name or keyword.
    Name,
    /// Digits, with decimals.
    Number,
    /// A quoted text with its marks.
    Quoted,
    /// `(` `)` `[` `]` `,` `.` `=` `/` and whatever else there is.
    Mark,
    /// `<` `>` `==` `!=` `<=` `>=`
    Comparison,
}

/// The tokens of `text`.
pub fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(first) = text[at..].chars().next() {
        let rest = &text[at..];
        if first.is_whitespace() {
            at += first.len_utf8();
            continue;
        }
        let (kind, length) = match first {
            c if c.is_alphabetic() || c == '_' => (Kind::Name, name_length(rest)),
            c if c.is_ascii_digit() => (Kind::Number, number_length(rest)),
            '"' | '\'' => (Kind::Quoted, quoted_length(rest, first)),
            '<' | '>' | '!' | '=' => match rest[1..].starts_with('=') {
                true => (Kind::Comparison, 2),
                false if first == '=' || first == '!' => (Kind::Mark, 1),
                false => (Kind::Comparison, 1),
            },
            c => (Kind::Mark, c.len_utf8()),
        };
        tokens.push(Token {
            kind,
            range: at..at + length,
        });
        at += length;
    }
    tokens
}

fn length_while(text: &str, accept: impl Fn(char) -> bool) -> usize {
    text.find(|c| !accept(c)).unwrap_or(text.len())
}

/// A hyphen inside a name belongs to it, so that `first-timers` is told as one wrong name.
fn name_length(text: &str) -> usize {
    let is_part = |c: char| c.is_alphanumeric() || c == '_' || c == '-';
    let length = length_while(text, is_part);
    text[..length].trim_end_matches('-').len()
}

fn number_length(text: &str) -> usize {
    let whole = length_while(text, |c| c.is_ascii_digit());
    let decimals = text[whole..]
        .strip_prefix('.')
        .map_or(0, |rest| length_while(rest, |c| c.is_ascii_digit()));
    if decimals == 0 {
        whole
    } else {
        whole + 1 + decimals
    }
}

fn quoted_length(text: &str, mark: char) -> usize {
    text[1..].find(mark).map_or(text.len(), |end| end + 2)
}
