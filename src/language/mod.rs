//! Languages: numbers in words, dates, plurals, lists and quotation marks. One file a language.

mod cardinal;
mod english;
mod lists;
mod number_words;
mod sentence;

#[cfg(test)]
mod cases;

use chrono::{NaiveDate, NaiveTime, Weekday};
use schemars::JsonSchema;
use serde::Deserialize;

pub use lists::{List, Lists};
pub use sentence::{Followed, sentence_of, sentences, stops};

/// What a notice needs to know of the language it is written in.
pub trait Language: Sync + Send {
    /// Its BCP 47 tag: `en`.
    fn tag(&self) -> &'static str;

    /// A number in words: `two thousand and nine`.
    fn cardinal(&self, number: u64) -> String;

    /// An ordinal in words: `third`, `twenty-first`.
    fn ordinal_words(&self, number: u64) -> String;

    /// An ordinal in digits: `3rd`, `112th`.
    fn ordinal(&self, number: u64) -> String;

    /// A list as a sentence has it: `a, b and c`. Where an item itself holds a comma or an "and", semicolons stand
    /// between the items: `a, b and c; d; and e`.
    fn list(&self, items: &[String], serial_comma: bool) -> String;

    /// The form that goes with the number: `one` where it is exactly one.
    fn plural<'w>(&self, n_is_one: bool, one: &'w str, many: &'w str) -> &'w str;

    /// `Tuesday`
    fn weekday(&self, day: Weekday) -> &'static str;

    /// The name of a month from 1 to 12; empty for any other.
    fn month(&self, month: u32) -> &'static str;

    /// `12 June 2012`, `08 June 2012`, `June 8, 2012`
    fn date(&self, date: NaiveDate, day: DayStyle, order: DateOrder) -> String;

    /// `September 2009`
    fn month_year(&self, year: i32, month: u32) -> String;

    /// `00:01`, `12:01 a.m.`; seconds are not printed.
    fn time(&self, time: NaiveTime, style: TimeStyle) -> String;

    /// The opening and the closing mark at a depth: 0 for the outer quotation, 1 for one inside it, and so on.
    fn quotes(&self, marks: QuotationMarks, depth: usize) -> (&'static str, &'static str);

    /// `text` with its first letter a capital, marks before it passed over. What starts with a digit stays.
    fn sentence_start(&self, text: &str) -> String;

    /// `text` in capitals.
    fn capitals(&self, text: &str) -> String;

    /// The verb of attribution: `said`.
    fn said(&self) -> &'static str;

    /// The number that words say: `twenty-three`, `two thousand and nine`, `a hundred`, `two dozen`. `None` unless all
    /// of `words` is one number.
    fn number_words_value(&self, words: &str) -> Option<u64>;

    /// The number that an ordinal in words says: `twenty-first`.
    fn ordinal_words_value(&self, words: &str) -> Option<u64>;

    /// The weekday of that name, short forms too; capitals do not matter.
    fn parse_weekday(&self, word: &str) -> Option<Weekday>;

    /// The month of that name from 1 to 12, short forms too; capitals do not matter.
    fn parse_month(&self, word: &str) -> Option<u32>;

    /// What follows `word` and a full stop, where it is an abbreviation that no sentence ends with.
    fn abbreviation(&self, word: &str) -> Option<Followed>;
}

/// Every language that notices may be written in.
pub fn all() -> impl Iterator<Item = &'static dyn Language> {
    const ALL: [&dyn Language; 1] = [&english::English];
    ALL.into_iter()
}

/// The language of a BCP 47 tag, its region left aside: `en`, `en-GB`. `None` where there is no file for it.
pub fn of(tag: &str) -> Option<&'static dyn Language> {
    let primary = tag.split(['-', '_']).next().unwrap_or_default();
    all().find(|language| language.tag().eq_ignore_ascii_case(primary))
}

/// The outer quotation marks; the inner are the other kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum QuotationMarks {
    /// “outer ‘inner’”
    #[default]
    Double,
    /// ‘outer “inner”’
    Single,
}

/// The day of the month in dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum DayStyle {
    /// 8 June 2012
    #[default]
    Plain,
    /// 08 June 2012
    TwoDigit,
}

/// The order of day and month in dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum DateOrder {
    /// 8 June 2012
    #[default]
    DayFirst,
    /// June 8, 2012
    MonthFirst,
}

/// How times print.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, JsonSchema)]
pub enum TimeStyle {
    /// 00:01
    #[default]
    #[serde(rename = "24-hour")]
    TwentyFourHour,
    /// 12:01 a.m.
    #[serde(rename = "12-hour")]
    TwelveHour,
}
