//! A document's text as words that survive an office program: typography, spaces, markup and line breaks left aside.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::language::Language;

/// What a word is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A number, in digits or words, with its sign.
    Number,
    /// A weekday or month: part of a date.
    Date,
    /// `%`, `£` and the like.
    Unit,
    /// Any other word, or a whole web address.
    Word,
}

/// A word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// What is compared: without capitals, accents, thousands' separators and typography.
    pub key: String,
    /// Its bytes in the text.
    pub range: Range<usize>,
    /// What it is.
    pub kind: Kind,
    /// Whether it may be the number of a list's item: digits before a point or bracket.
    pub marker: bool,
    /// Whether a sentence ends after it.
    pub ends: bool,
}

/// A character in plain form, with the bytes it stands for.
struct Plain {
    c: char,
    range: Range<usize>,
}

/// The words of `text`.
pub fn words(text: &str, language: &dyn Language) -> Vec<Word> {
    let plain = plain(text);
    let mut words: Vec<Word> = Vec::new();
    let mut at = 0;
    while at < plain.len() {
        let end = end_of(&plain, at);
        if end == at {
            if matches!(plain[at].c, '.' | '?' | '!')
                && plain.get(at + 1).is_none_or(|next| !next.c.is_alphanumeric())
                && let Some(last) = words.last_mut()
            {
                last.ends = true;
            }
            at += 1;
            continue;
        }
        words.push(word(&plain, at..end, language));
        at = end;
    }
    words
}

/// Every character in its plain form: ligatures apart, accents off, soft hyphens and joiners gone.
fn plain(text: &str) -> Vec<Plain> {
    let mut plain = Vec::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        let range = at..at + c.len_utf8();
        let dropped = matches!(
            c,
            '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' | '\u{FE0F}'
        );
        if dropped || is_combining_mark(c) {
            continue;
        }
        if c.is_ascii() {
            plain.push(Plain { c, range });
            continue;
        }
        for part in std::iter::once(c).nfkd().filter(|part| !is_combining_mark(*part)) {
            let c = match part {
                '\u{2010}' | '–' | '\u{2212}' | '—' => '-',
                '’' | '‘' | 'ʼ' => '\'',
                '\u{2044}' => '/',
                other => other,
            };
            plain.push(Plain {
                c,
                range: range.clone(),
            });
        }
    }
    plain
}

/// The end of the word that begins at `at`; `at` itself where none does.
fn end_of(plain: &[Plain], at: usize) -> usize {
    let c = |index: usize| plain.get(index).map(|plain| plain.c);
    let is_digit = |index: usize| c(index).is_some_and(|c| c.is_ascii_digit());
    let signed = matches!(c(at), Some('-' | '+'))
        && is_digit(at + 1)
        && at
            .checked_sub(1)
            .and_then(c)
            .is_none_or(|before| before.is_whitespace() || "(|[*_".contains(before));
    if is_digit(at) || signed {
        let mut end = at + 1;
        loop {
            let joined = matches!(c(end), Some(',' | '.' | ':' | '/')) && is_digit(end + 1)
                || is_thousands_gap(plain, end) && is_digit(end + 1);
            if is_digit(end) {
                end += 1;
            } else if joined {
                end += 2;
            } else {
                return end;
            }
        }
    }
    match c(at) {
        Some('%' | '£' | '$' | '€') => at + 1,
        Some(first) if first.is_alphanumeric() => {
            let word = |index: usize| {
                c(index).is_some_and(|c| c.is_alphanumeric())
                    || (c(index) == Some('\'') && c(index + 1).is_some_and(char::is_alphabetic))
            };
            let end = (at..=plain.len())
                .find(|index| !word(*index))
                .unwrap_or(plain.len());
            if c(end) == Some(':') && c(end + 1) == Some('/') && c(end + 2) == Some('/') {
                let ends =
                    |index: &usize| c(*index).is_none_or(|c| c.is_whitespace() || "<>()[]|\"".contains(c));
                let end = (end..=plain.len()).find(ends).unwrap_or(plain.len());
                let trailing = (at..end)
                    .rev()
                    .take_while(|index| c(*index).is_some_and(|c| ".,;:".contains(c)))
                    .count();
                return end - trailing;
            }
            end
        }
        _ => at,
    }
}

/// A narrow or non-breaking space between thousands; in the plain form it has become a space.
fn is_thousands_gap(plain: &[Plain], at: usize) -> bool {
    let wide = plain
        .get(at)
        .is_some_and(|gap| gap.c == ' ' && gap.range.len() > 1);
    let digits = |from: usize| {
        plain[from.min(plain.len())..]
            .iter()
            .take_while(|plain| plain.c.is_ascii_digit())
            .count()
    };
    wide && digits(at + 1) == 3
}

fn word(plain: &[Plain], at: Range<usize>, language: &dyn Language) -> Word {
    let text: String = plain[at.clone()].iter().map(|plain| plain.c).collect();
    let range = plain[at.start].range.start..plain[at.end - 1].range.end;
    let lower = text.to_lowercase();
    let web = text.contains("://");
    // A postcode or a form's name has digits too; an edit of one is told as a number's.
    let digits = !web && text.contains(|c: char| c.is_ascii_digit());
    let is_date = || {
        let month = language.parse_month(&text).is_some() && lower != "may" && lower.len() > 3;
        month || (lower.len() > 5 && language.parse_weekday(&text).is_some())
    };
    let kind = if digits || (lower != "one" && language.number_words_value(&lower).is_some()) {
        Kind::Number
    } else if matches!(text.as_str(), "%" | "£" | "$" | "€") {
        Kind::Unit
    } else if is_date() {
        Kind::Date
    } else {
        Kind::Word
    };
    let next = |offset: usize| plain.get(at.end + offset).map(|plain| plain.c);
    let marker = digits
        && text.len() <= 2
        && matches!(next(0), Some('.' | ')'))
        && next(1).is_none_or(char::is_whitespace);
    let key = if digits {
        lower.chars().filter(|c| !matches!(c, ',' | ' ')).collect()
    } else {
        lower
    };
    Word {
        key,
        range,
        kind,
        marker,
        ends: false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(text: &str) -> Vec<String> {
        let language = crate::language::of("en").unwrap();
        words(text, language).into_iter().map(|word| word.key).collect()
    }

    #[test]
    fn typography_makes_no_difference() {
        let typed = keys(
            "The o\u{AD}fﬁce’s “best” 1\u{202F}234 well\u{2011}led\u{A0}teams, −0.3% in £12.50 – caf\u{e9}.",
        );
        assert_eq!(
            typed,
            keys("The office's \"best\" 1,234 well-led teams, -0.3% in £12.50 - cafe\u{301}.")
        );
        assert_eq!(
            keys("5-9 at https://x.example/2012/06."),
            ["5", "9", "at", "https://x.example/2012/06"]
        );
    }
}
