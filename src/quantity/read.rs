//! Reads a figure as an analyst typed it: `78%`, `62 of 79`, `$381.2 billion`, `-0.3`, `Good`.
//!
//! One way to write each thing; what else people write is refused, with the way to write it.

mod money;
mod number;
mod rating;

use super::{Exact, Noun, Quantity, Unit};
pub(super) use money::MAGNITUDES;
use number::{Amount, read_amount};

/// A figure that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Read {
    /// The exact quantity. For `62 of 79` in a percentage it is 6200/79 exactly; in a count it is 62.
    pub quantity: Quantity,
    /// The count and its base, where they were typed: `62 of 79`.
    pub of: Option<(u64, u64)>,
}

/// What sort of mistake a [`ReadError`] is; each has its own code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReadKind {
    /// Not a figure, or not in this unit (`bad-figure`).
    Unreadable,
    /// A figure that cannot be: more of a thing than there are, a rating not on the scale (`result-out-of-range`).
    OutOfRange,
    /// Per cent where percentage points are meant, or the reverse (`points-or-percent`).
    PointsOrPercent,
}

/// Why a figure or a unit was refused. All but `shown` is safe in a public log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadError {
    /// The sort of mistake.
    pub kind: ReadKind,
    /// What was found, without the value: "a percentage without its sign".
    pub what: String,
    /// What was expected: "a percentage, such as 78% or 62 of 79".
    pub expected: String,
    /// What to do.
    pub advice: String,
    /// The nearest right value, for those who may see values.
    pub shown: Option<String>,
}

impl ReadError {
    pub(super) fn new(
        what: impl Into<String>,
        expected: impl Into<String>,
        advice: impl Into<String>,
    ) -> Self {
        ReadError {
            kind: ReadKind::Unreadable,
            what: what.into(),
            expected: expected.into(),
            advice: advice.into(),
            shown: None,
        }
    }

    fn kind(mut self, kind: ReadKind) -> Self {
        self.kind = kind;
        self
    }

    fn shown(mut self, line: Option<String>) -> Self {
        self.shown = line;
        self
    }
}

/// Reads `text`, the scalar exactly as typed, as a quantity in `unit` that prints with `places` decimals. More
/// decimals than that are kept. `quoted`: it stood in quotation marks in the YAML.
///
/// # Errors
/// Whatever is not a figure written the way the unit is written; see [`ReadError`]. A rating may be quoted (some must
/// be, in YAML); a number may not.
pub fn read_value(text: &str, quoted: bool, unit: &Unit, places: u8) -> Result<Read, ReadError> {
    let text = text.trim();
    if let Unit::Rating(scale) = unit {
        let amount = rating::read(text, scale)?;
        return Ok(whole_read(amount, unit, 0));
    }
    let expected = example(unit);
    if means_missing(text) {
        return Err(ReadError::new(
            "no value, or a sign for a missing one",
            expected,
            "say that it is missing and why: `{missing: not inspected this year}`",
        ));
    }
    if quoted {
        return Err(ReadError::new(
            "a figure in quotation marks",
            expected,
            "take the quotation marks off",
        ));
    }
    match unit {
        Unit::Percent => percent(text, unit, places, &expected),
        Unit::PercentagePoints => points(text, unit, places, &expected),
        Unit::Number(noun) => count(text, noun.as_ref(), unit, places, &expected),
        Unit::Money(money) => Ok(whole_read(money::read(text, money, &expected)?, unit, places)),
        Unit::Score { out_of } => score(text, *out_of, unit, places, &expected),
        Unit::Rating(_) => Err(ReadError::new(
            "a rating",
            expected,
            "write one of the scale's ratings",
        )),
    }
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

fn percent(text: &str, unit: &Unit, places: u8, expected: &str) -> Result<Read, ReadError> {
    let (amount, rest) = read_amount(text, expected)?;
    let refuse = |what: &str, advice: &str| Err(ReadError::new(what, expected, advice));
    match (amount, rest) {
        (Amount::Of(part, whole), "") => {
            let amount = Exact::ratio(part, whole).map(|share| share.times(&Exact::whole(100)));
            let amount = amount.ok_or_else(|| number::of_nothing(expected))?;
            Ok(Read {
                of: Some((part, whole)),
                ..whole_read(amount, unit, places)
            })
        }
        (Amount::Of(..), _) => refuse(
            "words after `of` and its number",
            "write `62 of 79` and nothing more",
        ),
        (Amount::Plain(amount), "%" | "per cent" | "percent") => Ok(whole_read(amount, unit, places)),
        (Amount::Plain(_), "") => refuse("a percentage without its sign", "write the sign after it: 78%"),
        (Amount::Plain(_), "point" | "points" | "percentage point" | "percentage points" | "pp") => {
            let advice = "write 78% if it is a percentage; a difference of percentages is a measure of its own, \
                          with `unit: percentage points`";
            Err(
                ReadError::new("percentage points where a percentage stands", expected, advice)
                    .kind(ReadKind::PointsOrPercent),
            )
        }
        (Amount::Plain(_), _) => refuse(
            "a number with another unit",
            "write the percentage with its sign: 78%",
        ),
    }
}

fn points(text: &str, unit: &Unit, places: u8, expected: &str) -> Result<Read, ReadError> {
    let refuse = |what: &str| ReadError::new(what, expected, "write `8 points` or `8 percentage points`");
    match read_amount(text, expected)? {
        (Amount::Plain(amount), "point" | "points" | "percentage point" | "percentage points") => {
            Ok(whole_read(amount, unit, places))
        }
        (Amount::Plain(_), "%" | "per cent" | "percent") => {
            Err(refuse("a percentage where percentage points stand").kind(ReadKind::PointsOrPercent))
        }
        (Amount::Plain(_), "") => Err(refuse("percentage points without their unit")),
        (Amount::Plain(_), _) => Err(refuse("a number with another unit")),
        (Amount::Of(..), _) => Err(refuse("a part of a whole where percentage points stand")),
    }
}

fn count(
    text: &str,
    noun: Option<&Noun>,
    unit: &Unit,
    places: u8,
    expected: &str,
) -> Result<Read, ReadError> {
    let (amount, rest) = read_amount(text, expected)?;
    check_noun(rest, noun, expected)?;
    match amount {
        Amount::Plain(amount) => Ok(whole_read(amount, unit, places)),
        Amount::Of(part, whole) => Ok(Read {
            of: Some((part, whole)),
            ..whole_read(number::exact(part), unit, places)
        }),
    }
}

fn check_noun(found: &str, noun: Option<&Noun>, expected: &str) -> Result<(), ReadError> {
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
    Err(ReadError::new("a number with another unit", expected, advice))
}

fn score(text: &str, out_of: u64, unit: &Unit, places: u8, expected: &str) -> Result<Read, ReadError> {
    let refuse = |what: &str, kind: ReadKind| {
        let advice = format!("write the points alone, or with their maximum: `3 of {out_of}`");
        Err(ReadError::new(what, expected, advice).kind(kind))
    };
    match read_amount(text, expected)? {
        (Amount::Plain(amount), "" | "point" | "points") => Ok(whole_read(amount, unit, places)),
        (Amount::Of(part, whole), "" | "points") if whole == out_of => Ok(Read {
            of: Some((part, whole)),
            ..whole_read(number::exact(part), unit, places)
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
