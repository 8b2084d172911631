//! Reads a measure's unit as the programme declares it: `%`, `percentage points`, `$ billion`, `reports`, a scale.

use std::sync::Arc;

use super::read::{MAGNITUDES, ReadError};
use super::{Money, Noun, Scale, Unit, is_percent};

/// What a unit may be, for messages.
const EXPECTED: &str = "`%`, `percentage points`, money such as `$ billion`, `points` with `out-of`, or a noun in the \
                        plural such as `reports`";

/// ISO 4217 codes that are read as currencies; any other three capitals are a noun (FTE).
const CURRENCY_CODES: [&str; 31] = [
    "AUD", "BGN", "BRL", "CAD", "CHF", "CLP", "CNY", "CZK", "DKK", "EUR", "GBP", "HKD", "HUF", "ILS", "INR",
    "ISK", "JPY", "KRW", "MXN", "MYR", "NOK", "NZD", "PLN", "RON", "SEK", "SGD", "THB", "TRY", "UAH", "USD",
    "ZAR",
];

impl Unit {
    /// The unit that a measure's `unit`, `one`, `scale` and `out-of` declare together. A noun's singular, where `one`
    /// does not give it, is the plural without its ending.
    ///
    /// # Errors
    /// Keys that contradict each other, a scale of fewer than two ratings or with one twice, an abbreviated or
    /// unknown magnitude.
    pub fn parse(
        unit: Option<&str>,
        one: Option<&str>,
        scale: &[String],
        out_of: Option<u64>,
    ) -> Result<Unit, ReadError> {
        let unit = unit.map(str::trim);
        let refuse = |what: &str, advice: &str| Err(ReadError::new(what, EXPECTED, advice));
        let parsed = match (unit, out_of) {
            _ if !scale.is_empty() => rating_scale(unit, out_of, scale)?,
            (None | Some("points"), Some(0)) => {
                return refuse("a score out of 0", "write the maximum: `out-of: 27`");
            }
            (None | Some("points"), Some(out_of)) => Unit::Score { out_of },
            (Some(_), Some(_)) => {
                return refuse(
                    "`out-of` beside a unit",
                    "leave `unit` out, or write `unit: points`",
                );
            }
            (None, None) => Unit::Number(None),
            (Some(""), None) => return refuse("an empty unit", "write the unit, or leave the key out"),
            (Some(unit), None) if is_percent(unit) => Unit::Percent,
            (Some("percentage points"), None) => Unit::PercentagePoints,
            (Some(unit), None) if nearly_percent(unit) => {
                return refuse("an unknown percentage unit", "write `%` or `percentage points`");
            }
            (Some(unit), None) => match money(unit)? {
                Some(money) => Unit::Money(money),
                None => Unit::Number(Some(noun(unit, one))),
            },
        };
        match parsed {
            Unit::Number(Some(_)) => Ok(parsed),
            _ if one.is_some() => refuse("`one` beside a unit that is no noun", "leave `one` out"),
            _ => Ok(parsed),
        }
    }
}

fn rating_scale(unit: Option<&str>, out_of: Option<u64>, scale: &[String]) -> Result<Unit, ReadError> {
    let expected = "a scale of two ratings or more, worst first";
    let refuse = |what: &str, advice: &str| Err(ReadError::new(what, expected, advice));
    if unit.is_some() || out_of.is_some() {
        return refuse(
            "a scale beside a unit or a maximum",
            "a rating has no unit: keep `scale` alone",
        );
    }
    if scale.len() < 2 {
        return refuse("a scale of one rating", "list all ratings, worst first");
    }
    if scale.iter().any(|rating| rating.trim().is_empty()) {
        return refuse("a rating without a name", "give every rating its name");
    }
    let ratings: Vec<String> = scale.iter().map(|rating| rating.trim().to_owned()).collect();
    let folded: Vec<String> = ratings.iter().map(|rating| rating.to_lowercase()).collect();
    if folded
        .iter()
        .enumerate()
        .any(|(at, rating)| folded[..at].contains(rating))
    {
        return refuse("a scale that names one rating twice", "keep one of the two");
    }
    Ok(Unit::Rating(Arc::new(Scale { ratings })))
}

fn nearly_percent(unit: &str) -> bool {
    let folded = unit.to_lowercase();
    ["%", "percent", "per cent", "pct"]
        .iter()
        .any(|part| folded.contains(part))
        || folded == "pp"
}

/// The money that `£`, `$ billion`, `GBP` or `USD million` declare; `None` if it is no currency at all.
fn money(unit: &str) -> Result<Option<Money>, ReadError> {
    let Some((symbol, rest)) = currency(unit) else {
        return Ok(None);
    };
    let magnitude = match rest.trim() {
        "" => None,
        magnitude if MAGNITUDES.contains(&magnitude) => Some(magnitude.to_owned()),
        other => {
            let expected = format!("a currency alone or with one of {}", MAGNITUDES.join(", "));
            let near = match other {
                "k" => Some("thousand"),
                "m" | "mn" | "mln" => Some("million"),
                "b" | "bn" => Some("billion"),
                "tn" | "trn" => Some("trillion"),
                other => crate::finding::did_you_mean(other, MAGNITUDES),
            };
            let advice = match near {
                Some(near) => format!("did you mean `{symbol} {near}`?"),
                None => format!("write `{symbol}`, or `{symbol} million`"),
            };
            return Err(ReadError::new(
                "a currency with an unknown magnitude",
                expected,
                advice,
            ));
        }
    };
    Ok(Some(Money {
        symbol: symbol.to_owned(),
        magnitude,
    }))
}

/// Splits a currency off the front: a sign, with up to three capitals before it (`US$`), or an ISO code.
fn currency(unit: &str) -> Option<(&str, &str)> {
    let sign = unit.find(['£', '$', '€', '¥']);
    if let Some(at) = sign.filter(|at| *at <= 3 && unit[..*at].bytes().all(|byte| byte.is_ascii_uppercase()))
    {
        let end = at + unit[at..].chars().next().map_or(0, char::len_utf8);
        return Some(unit.split_at(end));
    }
    let (code, rest) = unit.split_once(' ').unwrap_or((unit, ""));
    CURRENCY_CODES.contains(&code).then_some((code, rest))
}

impl Noun {
    /// The noun whose English plural this is: `report` of `reports`.
    pub fn of(many: &str) -> Self {
        noun(many, None)
    }
}

fn noun(many: &str, one: Option<&str>) -> Noun {
    let one = one.map_or_else(|| singular(many), |one| one.trim().to_owned());
    Noun {
        one,
        many: many.to_owned(),
    }
}

/// The singular of an English plural. In "reports of abuse" the first word changes.
fn singular(many: &str) -> String {
    if let Some((head, rest)) = many.split_once(" of ") {
        return format!("{} of {rest}", singular(head));
    }
    for (plural, single) in [
        ("people", "person"),
        ("children", "child"),
        ("women", "woman"),
        ("men", "man"),
    ] {
        if let Some(start) = many.strip_suffix(plural)
            && (start.is_empty() || start.ends_with(' '))
        {
            return format!("{start}{single}");
        }
    }
    if let Some(stem) = many.strip_suffix("ies") {
        return format!("{stem}y");
    }
    let hissing = ["sses", "shes", "ches", "xes", "zzes"]
        .iter()
        .any(|ending| many.ends_with(ending));
    let stem = match many.strip_suffix(if hissing { "es" } else { "s" }) {
        Some(stem) if !stem.ends_with('s') || hissing => stem,
        _ => many,
    };
    stem.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(unit: &str) -> Result<Unit, ReadError> {
        Unit::parse(Some(unit), None, &[], None)
    }

    #[test]
    fn units_are_read_as_declared() {
        for (text, name) in [
            ("%", "per cent"),
            ("per cent", "per cent"),
            ("percentage points", "percentage points"),
            ("£", "£"),
            ("$ billion", "$ billion"),
            ("$billion", "$ billion"),
            ("US$ million", "US$ million"),
            ("GBP", "GBP"),
            ("USD million", "USD million"),
            ("reports", "reports"),
            ("points", "points"),
            ("FTE", "FTE"),
        ] {
            assert_eq!(parse(text).map(|unit| unit.name()), Ok(name.to_owned()), "{text}");
        }
        assert!(
            matches!(parse("FTE"), Ok(Unit::Number(Some(_)))),
            "three capitals are not always money"
        );
        assert_eq!(Unit::parse(None, None, &[], None), Ok(Unit::Number(None)));
        assert_eq!(
            Unit::parse(Some("points"), None, &[], Some(27)),
            Ok(Unit::Score { out_of: 27 })
        );
        assert_eq!(
            Unit::parse(None, None, &[], Some(27)),
            Ok(Unit::Score { out_of: 27 })
        );
    }

    #[test]
    fn contradictions_are_refused() {
        let scale = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
        assert!(Unit::parse(Some("%"), None, &scale(&["Poor", "Good"]), None).is_err());
        assert!(Unit::parse(None, None, &scale(&["Good"]), None).is_err());
        assert!(Unit::parse(None, None, &scale(&["Good", "good"]), None).is_err());
        assert!(Unit::parse(Some("%"), Some("per cent"), &[], None).is_err());
        assert!(Unit::parse(Some("%"), None, &[], Some(27)).is_err());
        assert!(Unit::parse(Some("points"), None, &[], Some(0)).is_err());
        for text in ["", "percent points", "Percent", "£m", "$ bilion", "€ hundred"] {
            assert!(parse(text).is_err(), "{text}");
        }
        assert_eq!(parse("$ bn").unwrap_err().advice, "did you mean `$ billion`?");
    }

    #[test]
    fn singulars() {
        for (many, one) in [
            ("reports", "report"),
            ("inquiries", "inquiry"),
            ("boxes", "box"),
            ("classes", "class"),
            ("batches", "batch"),
            ("offences", "offence"),
            ("cases", "case"),
            ("staff", "staff"),
            ("people", "person"),
            ("young people", "young person"),
            ("women", "woman"),
            ("reports of abuse", "report of abuse"),
        ] {
            assert_eq!(singular(many), one);
        }
        let Ok(Unit::Number(Some(noun))) = Unit::parse(Some("data"), Some("datum"), &[], None) else {
            panic!("a noun");
        };
        assert_eq!(noun.one, "datum");
    }
}
