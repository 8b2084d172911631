//! Languages: numbers in words, dates, plurals, lists and quotation marks. One file a language.

use schemars::JsonSchema;
use serde::Deserialize;

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
