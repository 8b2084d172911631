//! Finds the numbers in a text: digits, percentages, money, numbers in words, fractions and counting ordinals.

use std::ops::Range;

use super::phrases::Phrases;
use super::token::{Kind, Token, percent_at, tokens};
use crate::language::Language;
use crate::quantity::Exact;

/// How a number is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said {
    /// 78
    Digits,
    /// seventy-eight
    Words,
    /// two-thirds, one in five
    Fraction,
    /// third, 3rd
    Ordinal,
}

/// What it is a number of, as far as the words beside it say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Of {
    /// Nothing said.
    Plain,
    /// Per cent.
    Percent,
    /// Percentage points, or points.
    Points,
    /// An amount of money.
    Money,
}

/// A number in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Number {
    /// Its bytes, without sign and unit.
    pub range: Range<usize>,
    /// Its tokens.
    pub tokens: Range<usize>,
    /// How it is said.
    pub said: Said,
    /// What it is a number of.
    pub of: Of,
    /// Its value, where it has one.
    pub value: Option<Exact>,
}

/// The longest number in words, in tokens: `nine hundred and ninety-nine thousand nine hundred and ninety-nine`.
const LONGEST: usize = 14;

/// The numbers of a text, in order.
pub fn numbers(text: &str, tokens: &[Token<'_>], language: &dyn Language, phrases: &Phrases) -> Vec<Number> {
    let reader = Reader {
        text,
        tokens,
        language,
        roughly: &phrases.words,
    };
    let mut found: Vec<Number> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let Some(number) = reader.at(at) else {
            at += 1;
            continue;
        };
        at = number.tokens.end;
        found.push(number);
    }
    let mut found = reader.shares(found);
    found.retain(|number| !reader.only_sometimes(number) || phrases.count(tokens, &number.tokens, language));
    found
}

/// The numbers in words of a text that belongs to no notice, such as a layout's own: neither those that a phrase of the
/// table explains nor those of a name, "Two Rivers House".
pub fn spelt_numbers(text: &str, language: &dyn Language) -> Vec<Range<usize>> {
    let tokens = tokens(text);
    let phrases = Phrases::english();
    let named = |number: &Number| {
        let next = tokens.get(number.tokens.end);
        let capital = |token: &Token<'_>| token.is_capital();
        number.of == Of::Plain && capital(&tokens[number.tokens.start]) && next.is_some_and(capital)
    };
    numbers(text, &tokens, language, phrases)
        .into_iter()
        .filter(|number| matches!(number.said, Said::Words | Said::Fraction) && !named(number))
        .filter(|number| !phrases.excuse(&tokens, &number.tokens, language))
        .map(|number| number.range)
        .collect()
}

struct Reader<'t> {
    text: &'t str,
    tokens: &'t [Token<'t>],
    language: &'t dyn Language,
    /// Words that say a number roughly.
    roughly: &'t [String],
}

impl Reader<'_> {
    fn number(&self, tokens: Range<usize>, said: Said, value: Option<Exact>) -> Number {
        let range = self.tokens[tokens.start].range.start..self.tokens[tokens.end - 1].range.end;
        Number {
            range,
            of: self.of(&tokens),
            tokens,
            said,
            value,
        }
    }

    fn at(&self, at: usize) -> Option<Number> {
        let token = &self.tokens[at];
        match token.kind {
            Kind::Mark => None,
            Kind::Digits => {
                let suffix = self.tokens.get(at + 1).filter(|next| !next.spaced);
                let ordinal =
                    suffix.is_some_and(|next| ["st", "nd", "rd", "th"].iter().any(|end| next.is(end)));
                let said = if ordinal { Said::Ordinal } else { Said::Digits };
                Some(self.number(at..at + 1 + usize::from(ordinal), said, token.value()))
            }
            Kind::Word => self
                .compound_ordinal(at)
                .or_else(|| self.fraction(at))
                .or_else(|| self.words(at))
                .or_else(|| self.ordinal(at))
                .or_else(|| self.rough(at)),
        }
    }

    /// A number in words, as long as it goes.
    fn words(&self, at: usize) -> Option<Number> {
        let last = (at + LONGEST).min(self.tokens.len());
        let may_begin =
            self.language.number_words_value(self.tokens[at].text).is_some() || self.tokens[at].is("a");
        let end = (at + 1..=last)
            .rev()
            .filter(|_| may_begin)
            .find(|end| self.value(at..*end).is_some())?;
        let value = self.value(at..end).and_then(|value| i64::try_from(value).ok());
        Some(self.number(at..end, Said::Words, value.map(Exact::whole)))
    }

    fn value(&self, tokens: Range<usize>) -> Option<u64> {
        let words = &self.tokens[tokens];
        let joins = |token: &Token<'_>| token.kind == Kind::Word || is_hyphen(token);
        if !words.iter().all(joins) || words.last().is_some_and(is_hyphen) {
            return None;
        }
        let range = words.first()?.range.start..words.last()?.range.end;
        self.language.number_words_value(&self.text[range])
    }

    /// `two-thirds`, `a quarter`, `half`.
    fn fraction(&self, at: usize) -> Option<Number> {
        let token = &self.tokens[at];
        if token.is("half") {
            return Some(self.number(at..at + 1, Said::Fraction, Exact::ratio(1, 2)));
        }
        let count = match token.is("a") {
            true => 1,
            false => self.language.number_words_value(token.text)?,
        };
        let hyphen = self.tokens.get(at + 1).is_some_and(is_hyphen);
        let last = at + 1 + usize::from(hyphen);
        let parts = self.denominator(self.tokens.get(last)?, count)?;
        Some(self.number(at..last + 1, Said::Fraction, Exact::ratio(count, parts)))
    }

    /// The denominator that a word says: 3 for `third` after one, for `thirds` after more.
    fn denominator(&self, token: &Token<'_>, count: u64) -> Option<u64> {
        let word = token.text.to_lowercase();
        let stem = match (count, word.strip_suffix('s')) {
            (1, None) => word.as_str(),
            (2.., Some(stem)) => stem,
            _ => return None,
        };
        match stem {
            "half" | "halve" => Some(2),
            "quarter" => Some(4),
            "first" | "second" => None,
            _ => self.language.ordinal_words_value(stem).filter(|parts| *parts > 2),
        }
    }

    /// `forty-third`
    fn compound_ordinal(&self, at: usize) -> Option<Number> {
        let tens = self.language.number_words_value(self.tokens[at].text)?;
        let hyphen = self.tokens.get(at + 1).is_some_and(is_hyphen);
        let last = self.tokens.get(at + 2).filter(|_| hyphen)?;
        let unit = self.language.ordinal_words_value(last.text)?;
        if !(20..=90).contains(&tens) || tens % 10 != 0 || unit > 9 {
            return None;
        }
        let value = i64::try_from(tens + unit).ok().map(Exact::whole);
        Some(self.number(at..at + 3, Said::Ordinal, value))
    }

    fn ordinal(&self, at: usize) -> Option<Number> {
        let value = self.language.ordinal_words_value(self.tokens[at].text)?;
        let value = i64::try_from(value).ok().map(Exact::whole);
        Some(self.number(at..at + 1, Said::Ordinal, value))
    }

    /// `dozens`, `a couple`: no value of its own.
    fn rough(&self, at: usize) -> Option<Number> {
        let token = &self.tokens[at];
        let found = self.roughly.iter().any(|word| token.is(word));
        found.then(|| self.number(at..at + 1, Said::Words, None))
    }

    /// `one in five` and `seven out of ten` as one number each.
    fn shares(&self, found: Vec<Number>) -> Vec<Number> {
        let mut joined: Vec<Number> = Vec::new();
        for number in found {
            let share = joined.last().and_then(|first| self.share(first, &number));
            match share {
                Some(share) => {
                    joined.pop();
                    joined.push(share);
                }
                None => joined.push(number),
            }
        }
        joined
    }

    fn share(&self, first: &Number, second: &Number) -> Option<Number> {
        let between: Vec<String> = self.tokens[first.tokens.end..second.tokens.start]
            .iter()
            .map(|token| token.text.to_lowercase())
            .collect();
        let between: Vec<&str> = between.iter().map(String::as_str).collect();
        let joins = matches!(
            between.as_slice(),
            ["in"] | ["in", "every"] | ["out", "of"] | ["out", "of", "every"]
        );
        let cardinal = |number: &Number| matches!(number.said, Said::Digits | Said::Words);
        let (part, whole) = (first.value.as_ref()?, second.value.as_ref()?);
        // "12 in 2011" is a date.
        let small = *whole <= Exact::whole(1000) || between.contains(&"out");
        if !joins || !cardinal(first) || !cardinal(second) || part >= whole || !small {
            return None;
        }
        Some(self.number(
            first.tokens.start..second.tokens.end,
            Said::Fraction,
            part.over(whole),
        ))
    }

    /// Whether it is a number only in some phrases: `one`, `half`, `a third`, ordinals.
    fn only_sometimes(&self, number: &Number) -> bool {
        let first = &self.tokens[number.tokens.start];
        match number.said {
            Said::Ordinal => true,
            Said::Words => number.value.is_none() || (number.tokens.len() == 1 && first.is("one")),
            Said::Fraction => first.is("half") || (first.is("a") && number.tokens.len() == 2),
            Said::Digits => false,
        }
    }

    /// What the words and signs beside it say that it is a number of.
    fn of(&self, tokens: &Range<usize>) -> Of {
        let before = tokens.start.checked_sub(1).map(|at| &self.tokens[at]);
        if before.is_some_and(|token| matches!(token.text, "£" | "$" | "€")) {
            return Of::Money;
        }
        let next = |offset: usize, word: &str| {
            self.tokens
                .get(tokens.end + offset)
                .is_some_and(|token| token.is(word))
        };
        let points = |offset: usize| next(offset, "point") || next(offset, "points");
        if (next(0, "percentage") || next(0, "per-cent")) && points(1) || points(0) {
            Of::Points
        } else if percent_at(self.tokens, tokens.end) > 0 {
            Of::Percent
        } else {
            Of::Plain
        }
    }
}

/// Whether a token joins the parts of a number in words.
pub fn is_hyphen(token: &Token<'_>) -> bool {
    matches!(token.text, "-" | "\u{2010}" | "\u{2011}") && !token.spaced
}

#[cfg(test)]
mod tests {
    use super::super::token::tokens;
    use super::*;

    fn found(text: &str) -> Vec<(String, Of, Option<Exact>)> {
        let language = crate::language::of("en").unwrap();
        let tokens = tokens(text);
        numbers(text, &tokens, language, Phrases::english())
            .into_iter()
            .map(|number| (text[number.range].to_owned(), number.of, number.value))
            .collect()
    }

    #[test]
    fn numbers_of_every_kind_are_found_with_their_values() {
        let expected = |text: &str, of: Of, value: Exact| vec![(text.to_owned(), of, Some(value))];
        assert_eq!(
            found("It was 78% then."),
            expected("78", Of::Percent, Exact::whole(78))
        );
        assert_eq!(
            found("seventy-eight per cent of it"),
            expected("seventy-eight", Of::Percent, Exact::whole(78))
        );
        assert_eq!(
            found("up 1.2 percentage points"),
            expected("1.2", Of::Points, Exact::parse("1.2").unwrap())
        );
        assert_eq!(
            found("two-thirds of the cases"),
            expected("two-thirds", Of::Plain, Exact::ratio(2, 3).unwrap())
        );
        assert_eq!(
            found("one in five people"),
            expected("one in five", Of::Plain, Exact::ratio(1, 5).unwrap())
        );
        assert_eq!(
            found("a fine of £1,250 was set"),
            expected("1,250", Of::Money, Exact::whole(1250))
        );
        assert_eq!(
            found("one hundred and seventeen reports"),
            expected("one hundred and seventeen", Of::Plain, Exact::whole(117))
        );
    }
}
