//! Amounts of money: `$381.2 billion`, `−£3 million`, or the number alone.

use super::ReadError;
use super::number::plain;
use super::refusal::refused;
use crate::quantity::{Exact, Money};

/// The magnitudes an amount may be given in.
pub(in crate::quantity) const MAGNITUDES: [&str; 4] = ["thousand", "million", "billion", "trillion"];

/// Reads `text` as an amount in the currency and magnitude of `money`.
pub(super) fn read(text: &str, money: &Money) -> Result<Exact, ReadError> {
    let refuse = |what: &str, advice: String| refused(what, advice);
    let (negative, unsigned) = match text.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let (symbol, rest) = match unsigned.strip_prefix(money.symbol.as_str()) {
        Some(rest) => (true, rest.trim_start()),
        None => (false, unsigned),
    };
    if !rest.starts_with(|first: char| first.is_ascii_digit() || first == '.') {
        let what = if symbol || rest.starts_with(char::is_alphabetic) && !looks_like_code(rest) {
            "words where an amount stands"
        } else {
            "another currency, or a sign in an unusual place"
        };
        return Err(refuse(
            what,
            format!("write it as {}, a minus sign first", money.with_number("12.5")),
        ));
    }
    let (number, magnitude) = match rest.find(char::is_whitespace) {
        Some(gap) => (&rest[..gap], rest[gap..].trim()),
        None => (rest, ""),
    };
    let amount = match plain(number) {
        Err(_) if number.ends_with(['m', 'k', 'n']) => {
            let advice = format!(
                "write the magnitude out, after a space: {}",
                money.with_number("12.5")
            );
            return Err(refuse("a magnitude in letters", advice));
        }
        read => read?,
    };
    match &money.magnitude {
        Some(own) if magnitude == own => {}
        // The number alone is in the measure's unit; with the currency it would read as that many pounds.
        Some(_) if magnitude.is_empty() && !symbol => {}
        None if magnitude.is_empty() => {}
        Some(own) if magnitude.is_empty() => {
            return Err(refuse(
                "an amount without its magnitude",
                format!("add `{own}`, or write the number alone"),
            ));
        }
        _ if MAGNITUDES.contains(&magnitude) => {
            let advice = format!(
                "the measure is in `{}`: convert the amount, or change the measure's `unit:`",
                money.name()
            );
            return Err(refuse("another magnitude", advice));
        }
        _ => {
            let advice = format!("write {}", money.with_number("12.5"));
            return Err(refuse("words after the amount", advice));
        }
    }
    Ok(if negative { amount.negated() } else { amount })
}

/// Whether `text` starts like an ISO currency code.
fn looks_like_code(text: &str) -> bool {
    text.chars().take(3).filter(char::is_ascii_uppercase).count() == 3
}
