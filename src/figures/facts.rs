//! Facts of a programme or inspection: dates, months, years, numbers with a unit, or texts.

use std::sync::Arc;

use chrono::NaiveDate;
use indexmap::IndexMap;

use super::{Figure, Provenance, Subject, Value};
use crate::data::{Named, Scalar};
use crate::moment;
use crate::quantity::{Exact, Noun, Quantity, Unit, is_percent};

/// A fact the words may use.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fact {
    /// `2009-09-01`
    Date(NaiveDate),
    /// `2009-09`: year and month.
    Month(i32, u32),
    /// A number, a percentage, or a number with a noun: `3 years`.
    Figure(Arc<Figure>),
    /// Anything else, as typed.
    Text(String),
}

/// Reads facts; what is neither a date nor a number is a text. A year (`1974`) is a number printed without a comma.
pub fn read_facts(facts: &Named<Scalar>) -> IndexMap<String, Fact> {
    facts
        .iter()
        .map(|(name, _, scalar)| (name.to_owned(), read_fact(name, scalar)))
        .collect()
}

fn read_fact(name: &str, scalar: &Scalar) -> Fact {
    let text = scalar.text.trim();
    if scalar.quoted {
        return Fact::Text(text.to_owned());
    }
    if let Ok(date) = moment::parse_date(text) {
        return Fact::Date(date);
    }
    if let Some((year, month)) = moment::parse_month(text) {
        return Fact::Month(year, month);
    }
    match read_number(text) {
        Some((amount, unit, places)) => Fact::Figure(Arc::new(Figure {
            name: format!("facts.{}", name.replace('-', "_")),
            value: Value::Known {
                quantity: Quantity { amount, unit, places },
                of: None,
            },
            subject: Subject {
                column: "fact".to_owned(),
                ..Subject::default()
            },
            provenance: Provenance::Given {
                place: scalar.place,
                source: None,
            },
        })),
        None => Fact::Text(text.to_owned()),
    }
}

/// `3 years`, `42%`, `1,250`; not a plain year, which is a name for a time and takes no comma.
fn read_number(text: &str) -> Option<(Exact, Unit, u8)> {
    let (digits, rest) = match text.find(|c: char| c.is_whitespace() || c == '%') {
        Some(at) => text.split_at(at),
        None => (text, ""),
    };
    let rest = rest.trim();
    let amount = Exact::parse(digits)?;
    let is_year = rest.is_empty() && digits.len() == 4 && digits.bytes().all(|b| b.is_ascii_digit());
    if is_year && moment::parse_year(digits).is_some() {
        return None;
    }
    let places = digits.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    let unit = match rest {
        "" => Unit::Number(None),
        sign if is_percent(sign) => Unit::Percent,
        noun if noun.split(' ').count() <= 3
            && noun.chars().all(|c| c.is_alphabetic() || " -'’".contains(c)) =>
        {
            // Of one thing the noun is typed in the singular: "1 class".
            Unit::Number(Some(if amount == Exact::whole(1) {
                Noun {
                    one: noun.to_owned(),
                    many: noun.to_owned(),
                }
            } else {
                Noun::of(noun)
            }))
        }
        _ => return None,
    };
    Some((amount, unit, u8::try_from(places).ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fact_keeps_its_noun() {
        for (typed, one, many) in [
            ("1 class", "class", "class"),
            ("1 bus", "bus", "bus"),
            ("3 years", "year", "years"),
            ("2 classes", "class", "classes"),
            ("12 inquiries", "inquiry", "inquiries"),
            ("9 staff", "staff", "staff"),
        ] {
            let Some((_, Unit::Number(Some(noun)), _)) = read_number(typed) else {
                panic!("a number with a noun: {typed}")
            };
            assert_eq!((noun.one.as_str(), noun.many.as_str()), (one, many), "{typed}");
        }
    }
}
