//! Finds the dates in a text: `12 June 2012`, `June 12`, `12th of June`, `12/06/2012`, `2012-06-12`.

use std::ops::Range;

use chrono::{Datelike, Days, NaiveDate};

use super::token::{Kind, Token, fold};
use crate::language::{DateOrder, Language};

/// A date in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dated {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Day and month.
    pub day: (u32, u32),
    /// The year, if it is said.
    pub year: Option<i32>,
}

impl Dated {
    /// The day it means; without a year the one nearest to `near`. `None` for a day that does not exist.
    pub fn date(&self, near: Option<NaiveDate>) -> Option<NaiveDate> {
        let (day, month) = self.day;
        if let Some(year) = self.year {
            return NaiveDate::from_ymd_opt(year, month, day);
        }
        let near = near?;
        let in_year = |year: i32| NaiveDate::from_ymd_opt(year, month, day);
        [near.year(), near.year() - 1, near.year() + 1]
            .into_iter()
            .filter_map(in_year)
            .min_by_key(|date| (*date - near).num_days().abs())
    }

    /// Whether the day exists in its month; the 29 February without a year does.
    pub fn exists(&self) -> bool {
        let (day, month) = self.day;
        NaiveDate::from_ymd_opt(self.year.unwrap_or(2000), month, day).is_some()
    }
}

/// The dates of a text, in order.
pub fn dates(tokens: &[Token<'_>], language: &dyn Language, order: DateOrder) -> Vec<Dated> {
    let reader = Reader {
        tokens,
        language,
        order,
    };
    let mut found: Vec<Dated> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        match reader.at(at) {
            Some(date) => {
                at = date.tokens.end;
                found.push(date);
            }
            None => at += 1,
        }
    }
    found
}

/// The day after or before `day`, by `step`.
pub fn beside(day: NaiveDate, step: i64) -> Option<NaiveDate> {
    let days = Days::new(step.unsigned_abs());
    if step < 0 {
        day.checked_sub_days(days)
    } else {
        day.checked_add_days(days)
    }
}

struct Reader<'t> {
    tokens: &'t [Token<'t>],
    language: &'t dyn Language,
    order: DateOrder,
}

impl Reader<'_> {
    fn at(&self, at: usize) -> Option<Dated> {
        self.day_first(at)
            .or_else(|| self.month_first(at))
            .or_else(|| self.in_digits(at))
    }

    /// `12 June 2012`, `12th of June`, and the first day of `12 and 13 June`.
    fn day_first(&self, at: usize) -> Option<Dated> {
        let (day, mut next) = self.day(at)?;
        if self.tokens.get(next).is_some_and(|token| token.is("of")) {
            next += 1;
        }
        if let Some(month) = self.month(next) {
            let (year, end) = self.year(next + 1);
            return Some(self.dated(at..end, (day, month), year));
        }
        let joined = self.tokens.get(next).is_some_and(|token| {
            token.is("and") || token.is("to") || token.is("or") || is_dash(token) || token.text == ","
        });
        let later = joined.then(|| self.day_first(next + 1)).flatten()?;
        Some(self.dated(at..next, (day, later.day.1), later.year))
    }

    /// `June 12, 2012`
    fn month_first(&self, at: usize) -> Option<Dated> {
        let month = self.month(at)?;
        let (day, next) = self.day(at + 1)?;
        let comma = self.tokens.get(next).is_some_and(|token| token.text == ",");
        let (year, end) = match self.year(next + usize::from(comma)) {
            (None, _) => (None, next),
            found => found,
        };
        // "In May 37 homes failed" says no day.
        if year.is_none() && !(1..=31).contains(&day) {
            return None;
        }
        Some(self.dated(at..end, (day, month), year))
    }

    /// `2012-06-12`, `12/06/2012`, `12.06.2012`
    fn in_digits(&self, at: usize) -> Option<Dated> {
        let number = |offset: usize| -> Option<u32> {
            let token = self.tokens.get(at + offset)?;
            (token.kind == Kind::Digits && (offset == 0 || !token.spaced)).then(|| token.text.parse().ok())?
        };
        let parted = |mark: &str| {
            [1, 3].iter().all(|offset| {
                let token = self.tokens.get(at + offset);
                token.is_some_and(|token| {
                    (token.text == mark || mark == "-" && is_dash(token)) && !token.spaced
                })
            })
        };
        let (one, two, three) = (number(0)?, number(2)?, number(4)?);
        if parted("-") && (1900..=2100).contains(&one) {
            return Some(self.dated(at..at + 5, (three, two), i32::try_from(one).ok()));
        }
        if parted("/") && (1900..=2100).contains(&three) {
            let day = match self.order {
                DateOrder::DayFirst => (one, two),
                DateOrder::MonthFirst => (two, one),
            };
            return Some(self.dated(at..at + 5, day, i32::try_from(three).ok()));
        }
        None
    }

    fn dated(&self, tokens: Range<usize>, day: (u32, u32), year: Option<i32>) -> Dated {
        Dated { tokens, day, year }
    }

    fn day(&self, at: usize) -> Option<(u32, usize)> {
        let token = self.tokens.get(at).filter(|token| token.kind == Kind::Digits)?;
        let day: u32 = token.text.parse().ok().filter(|_| token.text.len() <= 2)?;
        let suffix = self
            .tokens
            .get(at + 1)
            .is_some_and(|next| !next.spaced && ["st", "nd", "rd", "th"].iter().any(|end| next.is(end)));
        Some((day, at + 1 + usize::from(suffix)))
    }

    fn month(&self, at: usize) -> Option<u32> {
        let token = self.tokens.get(at).filter(|token| token.is_capital())?;
        self.language.parse_month(token.text)
    }

    fn year(&self, at: usize) -> (Option<i32>, usize) {
        let year = self.tokens.get(at).filter(|token| super::pattern::is_year(token));
        match year.and_then(|token| token.text.parse().ok()) {
            Some(year) => (Some(year), at + 1),
            None => (None, at),
        }
    }
}

fn is_dash(token: &Token<'_>) -> bool {
    token.text.chars().next().is_some_and(|c| fold(c) == '-')
}

#[cfg(test)]
mod tests {
    use super::super::token::tokens;
    use super::*;

    fn found(text: &str) -> Vec<(u32, u32, Option<i32>)> {
        let language = crate::language::of("en").unwrap();
        dates(&tokens(text), language, DateOrder::DayFirst)
            .into_iter()
            .map(|date| (date.day.0, date.day.1, date.year))
            .collect()
    }

    #[test]
    fn dates_are_found_in_every_usual_form() {
        for text in [
            "12 June 2012",
            "12th of June 2012",
            "June 12, 2012",
            "12/06/2012",
            "2012-06-12",
        ] {
            assert_eq!(
                found(&format!("On {text} it was.")),
                [(12, 6, Some(2012))],
                "{text}"
            );
        }
        assert_eq!(found("11 and 12 June"), [(11, 6, None), (12, 6, None)]);
        assert_eq!(
            found("11–12 June 2012"),
            [(11, 6, Some(2012)), (12, 6, Some(2012))]
        );
        assert!(found("78 may be right; June was wet").is_empty());
    }
}
