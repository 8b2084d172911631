//! Dates, months and years as the YAML has them: `2012-06-12`, `2009-09`, `1974`.

use chrono::NaiveDate;

use super::{MomentError, MomentKind};
use crate::language;

const EXPECTED: &str = "a date such as 2012-06-12: year, month, day";

/// Reads a date written `2012-06-12`.
///
/// # Errors
/// Every other order or spelling, and days that the month does not have. Nothing is guessed: 12/06/2012 is two
/// different days on two sides of an ocean.
pub fn parse_date(text: &str) -> Result<NaiveDate, MomentError> {
    let text = text.trim();
    if let Some((year, month, day)) = parts(text) {
        let date = NaiveDate::from_ymd_opt(year, month, day);
        return date.ok_or_else(|| {
            let says = match month {
                1..=12 => "a day that this month does not have",
                _ => "a month that is not from 01 to 12",
            };
            MomentError::new(
                MomentKind::NoSuchDay,
                says,
                EXPECTED,
                "check the day and the month; the year stands first, then the month",
            )
        });
    }
    let (says, advice) = why_not(text);
    Err(malformed(says, advice))
}

/// Reads a month written `2009-09` as its year and month.
pub fn parse_month(text: &str) -> Option<(i32, u32)> {
    let (year, month) = text.trim().split_once('-')?;
    let (year, month) = (parse_year(year)?, number(month, 2)?);
    (1..=12).contains(&month).then_some((year, month))
}

/// Reads a year written in four digits, from 1000 to 9999.
pub fn parse_year(text: &str) -> Option<i32> {
    let year = number(text.trim(), 4)?;
    i32::try_from(year).ok().filter(|year| *year >= 1000)
}

/// The three numbers of `2012-06-12`, whether or not there is such a day.
fn parts(text: &str) -> Option<(i32, u32, u32)> {
    let mut parts = text.splitn(3, '-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    Some((parse_year(year)?, number(month, 2)?, number(day, 2)?))
}

/// A number of exactly so many digits.
pub(super) fn number(text: &str, digits: usize) -> Option<u32> {
    let plain = text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten()
}

fn malformed(says: &str, advice: &str) -> MomentError {
    MomentError::new(MomentKind::Malformed, says, EXPECTED, advice)
}

fn why_not(text: &str) -> (&'static str, &'static str) {
    let words: Vec<&str> = text
        .split(|ch: char| !ch.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let is_month = |word: &str| language::all().any(|own| own.parse_month(word).is_some());
    let all_digits = |word: &&str| word.bytes().all(|byte| byte.is_ascii_digit());
    match words.as_slice() {
        [] => ("no date", "write the date: 2012-06-12"),
        words if words.iter().any(|word| is_month(word)) => (
            "a date with the month in words",
            "write it in digits, year first: 2012-06-12; the house's style prints it",
        ),
        [year, month, day] if [year, month, day].into_iter().all(all_digits) => match year.len() {
            4 if month.len() == 1 || day.len() == 1 => (
                "a month or day of one digit",
                "write two digits for each, with a zero in front: 2012-06-01",
            ),
            4 if month.len() > 2 || day.len() > 2 => (
                "a month or day of more than two digits",
                "write two digits for each: 2012-06-12",
            ),
            4 if year.starts_with('0') => ("a year before 1000", "check the year: it has four digits"),
            4 => (
                "a date with other marks between its parts",
                "write hyphens: 2012-06-12",
            ),
            _ if day.len() == 4 => (
                "a date with the year last, which can be read two ways",
                "write the year first, then the month, then the day: 2012-06-12",
            ),
            _ => (
                "a date without a year of four digits",
                "write all four: 2012-06-12",
            ),
        },
        [only] if all_digits(only) && only.len() == 8 => {
            ("a date without hyphens", "write hyphens: 2012-06-12")
        }
        [year, month] if all_digits(year) && all_digits(month) => {
            ("a month without a day", "add the day: 2012-06-12")
        }
        [year, _, day, _, ..] if all_digits(year) && day.contains(|ch: char| ch.is_ascii_digit()) => {
            ("a date with more after it", "write the date alone: 2012-06-12")
        }
        _ => (
            "something that is not a date",
            "write the date in digits, year first: 2012-06-12",
        ),
    }
}
