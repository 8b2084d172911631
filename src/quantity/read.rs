//! Reads a figure as an analyst typed it: `78%`, `62 of 79`, `$381.2 billion`, `-0.3`, `Good`.
//!
//! One way to write each thing; what else people write is refused, with the way to write it.

mod money;
mod number;
mod rating;
mod refusal;

#[cfg(test)]
mod cases;

use super::{Exact, Noun, Quantity, Unit, is_percent};
pub(super) use money::MAGNITUDES;
use number::{Amount, read_amount};
use refusal::refused;
pub use refusal::{ReadError, ReadKind};

/// A figure that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Read {
    /// The exact quantity. For `62 of 79` in a percentage it is 6200/79 exactly; in a count it is 62.
    pub quantity: Quantity,
    /// The count and its base, where they were typed: `62 of 79`.
    pub of: Option<(u64, u64)>,
}

/// Reads `text`, the scalar exactly as typed, as a quantity in `unit` that prints with `places` decimals. More
/// decimals than that are kept. `quoted`: it stood in quotation marks in the YAML.
///
/// # Errors
/// Whatever is not a figure written the way the unit is written; see [`ReadError`]. A rating may be quoted (some must
/// be, in YAML); a number may not.
pub fn read_value(text: &str, quoted: bool, unit: &Unit, places: u8) -> Result<Read, ReadError> {
    let text = text.trim();
    let number = || unquoted_number(text, quoted);
    let read = match unit {
        Unit::Rating(scale) => rating::read(text, scale).map(|amount| whole_read(amount, unit, 0)),
        Unit::Percent => number().and_then(|text| percent(text, unit, places)),
        Unit::PercentagePoints => number().and_then(|text| points(text, unit, places)),
        Unit::Number(noun) => number().and_then(|text| count(text, noun.as_ref(), unit, places)),
        Unit::Money(money) => number()
            .and_then(|text| money::read(text, money))
            .map(|amount| whole_read(amount, unit, places)),
        Unit::Score { out_of } => number().and_then(|text| score(text, *out_of, unit, places)),
    };
    read.map_err(|error| ReadError {
        expected: example(unit),
        ..error
    })
}

/// `text`, unless it stands in quotation marks or for a missing value.
fn unquoted_number(text: &str, quoted: bool) -> Result<&str, ReadError> {
    if means_missing(text) {
        return Err(missing());
    }
    if quoted {
        return Err(refused(
            "a figure in quotation marks",
            "take the quotation marks off",
        ));
    }
    Ok(text)
}

fn missing() -> ReadError {
    refused(
        "no value, or a sign for a missing one",
        "say that it is missing and why: `{missing: not inspected this year}`",
    )
}

fn whole_read(amount: Exact, unit: &Unit, places: u8) -> Read {
    Read {
        quantity: Quantity {
            amount,
            unit: unit.clone(),
            places,
        },
        of: None,
    }
}

/// What a figure in this unit looks like, for messages.
fn example(unit: &Unit) -> String {
    match unit {
        Unit::Percent => "a percentage, such as 78% or 62 of 79".to_owned(),
        Unit::PercentagePoints => "percentage points, such as `8 points`".to_owned(),
        Unit::Number(None) => "a number, such as 1,234 or 9 of 41".to_owned(),
        Unit::Number(Some(noun)) => format!("a number of {0}, such as 1,234 or `17 {0}`", noun.many),
        Unit::Money(money) => format!("an amount of money, such as {}", money.with_number("12.5")),
        Unit::Score { out_of } => format!("points out of {out_of}, such as 3 or `3 of {out_of}`"),
        Unit::Rating(scale) => format!("a rating: {}", scale.ratings.join(", ")),
    }
}

fn percent(text: &str, unit: &Unit, places: u8) -> Result<Read, ReadError> {
    let (amount, rest) = read_amount(text)?;
    let refuse = |what: &str, advice: &str| Err(refused(what, advice));
    match (amount, rest) {
        (Amount::Of(part, whole), "") => {
            let amount = Exact::ratio(part, whole).map(|share| share.times(&Exact::whole(100)));
            let amount = amount.ok_or_else(number::of_nothing)?;
            Ok(Read {
                of: Some((part, whole)),
                ..whole_read(amount, unit, places)
            })
        }
        (Amount::Of(..), _) => refuse(
            "words after `of` and its number",
            "write `62 of 79` and nothing more",
        ),
        (Amount::Plain(amount), sign) if is_percent(sign) => Ok(whole_read(amount, unit, places)),
        (Amount::Plain(_), "") => refuse("a percentage without its sign", "write the sign after it: 78%"),
        (Amount::Plain(_), "point" | "points" | "percentage point" | "percentage points" | "pp") => {
            let advice = "write 78% if it is a percentage; a difference of percentages is a measure of its own, \
                          with `unit: percentage points`";
            Err(refused("percentage points where a percentage stands", advice)
                .kind(ReadKind::PointsOrPercent))
        }
        (Amount::Plain(_), _) => refuse(
            "a number with another unit",
            "write the percentage with its sign: 78%",
        ),
    }
}

fn points(text: &str, unit: &Unit, places: u8) -> Result<Read, ReadError> {
    let refuse = |what: &str| refused(what, "write `8 points` or `8 percentage points`");
    match read_amount(text)? {
        (Amount::Plain(amount), "point" | "points" | "percentage point" | "percentage points") => {
            Ok(whole_read(amount, unit, places))
        }
        (Amount::Plain(_), sign) if is_percent(sign) => {
            Err(refuse("a percentage where percentage points stand").kind(ReadKind::PointsOrPercent))
        }
        (Amount::Plain(_), "") => Err(refuse("percentage points without their unit")),
        (Amount::Plain(_), _) => Err(refuse("a number with another unit")),
        (Amount::Of(..), _) => Err(refuse("a part of a whole where percentage points stand")),
    }
}

fn count(text: &str, noun: Option<&Noun>, unit: &Unit, places: u8) -> Result<Read, ReadError> {
    let (amount, rest) = read_amount(text)?;
    check_noun(rest, noun)?;
    match amount {
        Amount::Plain(amount) => Ok(whole_read(amount, unit, places)),
        Amount::Of(part, whole) => Ok(Read {
            of: Some((part, whole)),
            ..whole_read(Exact::from(part), unit, places)
        }),
    }
}

fn check_noun(found: &str, noun: Option<&Noun>) -> Result<(), ReadError> {
    if found.is_empty() {
        return Ok(());
    }
    let advice = match noun {
        Some(noun) if found == noun.one || found == noun.many => return Ok(()),
        Some(noun) => {
            let near = crate::finding::did_you_mean(found, [noun.many.as_str(), noun.one.as_str()]);
            match near {
                Some(near) => format!("did you mean `{near}`? The noun may be left out too"),
                None => format!(
                    "the unit is `{}`: write it after the number, or the number alone",
                    noun.many
                ),
            }
        }
        None => "write the number alone, or give the measure a `unit:`".to_owned(),
    };
    Err(refused("a number with another unit", advice))
}

fn score(text: &str, out_of: u64, unit: &Unit, places: u8) -> Result<Read, ReadError> {
    let refuse = |what: &str, kind: ReadKind| {
        let advice = format!("write the points alone, or with their maximum: `3 of {out_of}`");
        Err(refused(what, advice).kind(kind))
    };
    match read_amount(text)? {
        (Amount::Plain(amount), "" | "point" | "points") => Ok(whole_read(amount, unit, places)),
        (Amount::Of(part, whole), "" | "points") if whole == out_of => Ok(Read {
            of: Some((part, whole)),
            ..whole_read(Exact::from(part), unit, places)
        }),
        (Amount::Of(..), "" | "points") => refuse("points out of another maximum", ReadKind::OutOfRange),
        _ => refuse("a number with another unit", ReadKind::Unreadable),
    }
}

/// Whether `text` is one of the ways people leave a cell empty.
fn means_missing(text: &str) -> bool {
    const SIGNS: [&str; 20] = [
        "", "~", "-", "–", "—", "−", "?", ".", "..", "...", "…", "*", ":", "null", "none", "nil", "n/a",
        "na", "tbc", "missing",
    ];
    SIGNS.contains(&text.to_lowercase().as_str())
}
