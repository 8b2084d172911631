//! A document's text as words that survive an office program: typography, spaces, markup and line breaks left aside.

use std::ops::Range;

use super::phrases::{Phrases, phrases};
use super::plain::{Plain, plain};
use super::scan;
use crate::language::{self, Language};
use crate::quantity::is_percent;

/// What a word is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A number, in digits or words, with its sign; a postcode or a form's name too.
    Number,
    /// A weekday or month: part of a date.
    Date,
    /// `%`, `£`, `million`, `a.m.`: part of a number.
    Unit,
    /// A web or e-mail address.
    Address,
    /// Any other word.
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
    /// Whether a sentence ends after it.
    pub ends: bool,
    /// The line it stands on.
    pub line: usize,
    /// Whether a list's number could stand there: nothing but space and bullets between the line's start and it.
    pub starts_line: bool,
    /// Whether it begins with a capital.
    pub capital: bool,
}

impl Word {
    /// Whether an edit of it is told as one of a number.
    pub fn counts(&self) -> bool {
        self.kind != Kind::Word
    }
}

/// Whose text it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// Set by us: a narrow space between digits parts thousands.
    Ours,
    /// Set by somebody: what a space between digits is shows only beside the notice.
    Theirs,
}

/// The words of `text`.
pub fn words(text: &str, whose: Whose, language: &dyn Language) -> Vec<Word> {
    let plain = plain(text);
    let mut reader = Reader {
        plain: &plain,
        language,
        phrases: phrases(),
        words: Vec::new(),
    };
    let mut line = 0;
    let mut starts = true;
    let mut at = 0;
    while at < plain.len() {
        let after_number = reader.follows_number(at);
        let end = scan::end_of(&plain, at, whose, after_number);
        if end > at {
            reader.take(at..end, line, starts, after_number);
            starts = false;
            at = end;
            continue;
        }
        let c = plain[at].c;
        let next = plain.get(at + 1).map(|next| next.c);
        if matches!(c, '.' | '?' | '!') && next.is_none_or(|next| !next.is_alphanumeric()) {
            reader.stop(at);
        }
        if matches!(c, '\n' | '\u{B}' | '\u{C}') || (c == '\r' && next != Some('\n')) {
            line += 1;
            starts = true;
        } else if matches!(c, '“' | '"' | '\'' | '#') {
            starts = false;
        }
        at += 1;
    }
    let mut words = reader.words;
    may(&mut words);
    words
}

struct Reader<'t> {
    plain: &'t [Plain],
    language: &'t dyn Language,
    phrases: &'static Phrases,
    words: Vec<Word>,
}

impl Reader<'_> {
    /// Whether the word before `at` is a number or its unit, with nothing but space and emphasis between.
    fn follows_number(&self, at: usize) -> bool {
        let Some(last) = self.words.last() else {
            return false;
        };
        matches!(last.kind, Kind::Number | Kind::Unit)
            && self.plain[..at]
                .iter()
                .rev()
                .take_while(|plain| plain.range.start >= last.range.end)
                .all(|plain| plain.c.is_whitespace() || matches!(plain.c, '-' | '*' | '_'))
    }

    /// Takes in the mark at `at`: a sentence ends with it, or goes on.
    fn stop(&mut self, at: usize) {
        let Some(last) = self.words.last_mut() else {
            return;
        };
        let from = self
            .plain
            .partition_point(|plain| plain.range.start < last.range.start);
        let text = |part: &[Plain]| -> String { part.iter().map(|plain| plain.c).collect() };
        let after = self.plain[at + 1..]
            .iter()
            .position(|plain| plain.c.is_alphanumeric());
        let after = after.map_or("".to_owned(), |first| {
            text(&self.plain[at + 1 + first..=at + 1 + first])
        });
        last.ends |= language::stops(&text(&self.plain[from..at]), self.plain[at].c, &after);
    }

    fn take(&mut self, at: Range<usize>, line: usize, starts_line: bool, after_number: bool) {
        let text: String = self.plain[at.clone()].iter().map(|plain| plain.c).collect();
        let (kind, key) = self.read(&text, after_number);
        self.words.push(Word {
            key,
            range: self.plain[at.start].range.start..self.plain[at.end - 1].range.end,
            kind,
            ends: false,
            line,
            starts_line,
            capital: text.starts_with(char::is_uppercase),
        });
    }

    fn read(&self, text: &str, after_number: bool) -> (Kind, String) {
        let lower = text.to_lowercase();
        if scan::is_address(text) {
            return (Kind::Address, scan::address_key(&lower));
        }
        if lower.contains(|c: char| c.is_ascii_digit()) {
            return (Kind::Number, scan::number_key(&lower));
        }
        if is_percent(&in_one_line(&lower)) {
            return (Kind::Unit, "%".to_owned());
        }
        let half_day = lower.replace('.', "");
        if after_number && matches!(half_day.as_str(), "am" | "pm") {
            return (Kind::Unit, half_day);
        }
        let is_sign = !lower.contains(char::is_alphabetic);
        let unit = is_sign || self.phrases.is_clock(&lower) || (after_number && self.phrases.is_unit(&lower));
        let kind = if unit {
            Kind::Unit
        } else if lower != "one" && self.language.number_words_value(&lower).is_some() {
            Kind::Number
        } else if self.is_date(text, &lower) {
            Kind::Date
        } else {
            Kind::Word
        };
        (kind, lower)
    }

    fn is_date(&self, text: &str, lower: &str) -> bool {
        let month = self.language.parse_month(text).is_some() && lower != "may" && lower.len() > 3;
        month || (lower.len() > 5 && self.language.parse_weekday(text).is_some())
    }
}

/// `per cent` of two lines, of which the second may be marked as a reply, or with a hyphen between.
fn in_one_line(text: &str) -> String {
    let words = text.split(|c: char| c.is_whitespace() || matches!(c, '-' | '>'));
    words
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// `May` is a month beside a number or another month; elsewhere it may be anything.
fn may(words: &mut [Word]) {
    let dated: Vec<bool> = words
        .iter()
        .map(|word| matches!(word.kind, Kind::Number | Kind::Date))
        .collect();
    for at in 0..words.len() {
        let around = at.saturating_sub(2)..(at + 3).min(words.len());
        if words[at].key == "may" && words[at].capital && dated[around].contains(&true) {
            words[at].kind = Kind::Date;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(String, Kind)> {
        let language = crate::language::of("en").unwrap();
        let words = words(text, Whose::Theirs, language);
        words.into_iter().map(|word| (word.key, word.kind)).collect()
    }

    fn keys(text: &str) -> Vec<String> {
        read(text).into_iter().map(|(key, _)| key).collect()
    }

    #[test]
    fn typography_makes_no_difference() {
        let typed = keys(
            "The o\u{AD}fﬁce’s “best” 1,234 well\u{2011}led\u{A0}teams, −0.3% in £12.50 – caf\u{e9}&nbsp;it&rsquo;s.",
        );
        assert_eq!(
            typed,
            keys("The office's \"best\" 1234 well-led teams, ‒0.3 per cent in £12.50 - cafe\u{301} it′s.")
        );
        assert_eq!(
            keys("5-9 at https://x.example/2012/06."),
            ["5", "9", "at", "x.example/2012/06"]
        );
        assert_eq!(keys("AB> the 12th, **2012**-13"), ["the", "12", "2012", "13"]);
    }

    #[test]
    fn signs_units_and_addresses_are_kept() {
        assert_eq!(
            keys("“−0.3 (−$1.2) >−4 7,8% ± 5"),
            ["-0.3", "-$", "1.2", "-4", "7,8", "%", "±", "5"]
        );
        assert_eq!(
            read("8:30 a.m. EDT, 5 million points. It points to press@a.example and SB1 2ZZ in May 2012"),
            [
                ("8:30", Kind::Number),
                ("am", Kind::Unit),
                ("edt", Kind::Unit),
                ("5", Kind::Number),
                ("million", Kind::Unit),
                ("points", Kind::Unit),
                ("it", Kind::Word),
                ("points", Kind::Word),
                ("to", Kind::Word),
                ("press@a.example", Kind::Address),
                ("and", Kind::Word),
                ("sb1", Kind::Number),
                ("2zz", Kind::Number),
                ("in", Kind::Word),
                ("may", Kind::Date),
                ("2012", Kind::Number),
            ]
            .map(|(key, kind)| (key.to_owned(), kind))
        );
    }
}
