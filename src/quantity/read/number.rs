//! The number at the start of a figure, and why a text is none.

use super::refusal::refused;
use super::{ReadError, ReadKind};
use crate::quantity::Exact;

/// A number, or a part of a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Amount {
    /// `78.5`
    Plain(Exact),
    /// `62 of 79`
    Of(u64, u64),
}

/// Reads the amount that `text` starts with; also gives what follows it, without spaces round it.
pub(super) fn read_amount(text: &str) -> Result<(Amount, &str), ReadError> {
    let (first, rest) = split_number(text);
    if let Some(after) = word(rest, "of") {
        let (second, rest) = split_number(after);
        return part_of_whole(first, second).map(|amount| (amount, rest));
    }
    let amount = plain(first)?;
    if rest.starts_with('/') {
        return Err(refused("a fraction with a slash", "write it as `62 of 79`"));
    }
    if word(rest, "out of").is_some() {
        return Err(refused("`out of`", "write `of` alone: 62 of 79"));
    }
    if rest.starts_with(|first: char| first.is_ascii_digit()) {
        let advice = "write thousands with commas or with nothing between them: 1,234 or 1234";
        return Err(refused("two numbers with a space between them", advice));
    }
    Ok((Amount::Plain(amount), rest))
}

/// The refusal of `62 of 0`.
pub(super) fn of_nothing() -> ReadError {
    let advice = "where nothing was counted the result is missing: `{missing: no cases}`";
    refused("a share of none", advice).kind(ReadKind::OutOfRange)
}

/// Reads a number that must be the whole of `text`.
pub(super) fn plain(text: &str) -> Result<Exact, ReadError> {
    let refuse = |(what, advice): (&str, &str)| refused(what, advice);
    let digits = text.trim_start_matches(['-', '\u{2212}', '+']);
    let second = digits.chars().nth(1);
    // `0,890` is a slip for 1,890 or 890: only the typist knows which.
    if digits.starts_with('0') && second.is_some_and(|second| second.is_ascii_digit() || second == ',') {
        return Err(refuse((
            "a number that starts with 0",
            "take the zeros off the front",
        )));
    }
    Exact::parse(text).ok_or_else(|| refuse(why_not(text)))
}

fn part_of_whole(part: &str, whole: &str) -> Result<Amount, ReadError> {
    let counted = |text: &str| {
        let number = plain(text)?;
        let whole = number.to_whole().and_then(|number| u64::try_from(number).ok());
        whole.ok_or_else(|| {
            let advice = "write two counts: 62 of 79";
            refused("a part of a whole that is not counted in whole numbers", advice)
        })
    };
    let (part, whole) = (counted(part)?, counted(whole)?);
    if whole == 0 {
        return Err(of_nothing());
    }
    if part > whole {
        let advice = "check both counts; the part comes first: 62 of 79";
        return Err(refused("a part that is larger than its whole", advice).kind(ReadKind::OutOfRange));
    }
    Ok(Amount::Of(part, whole))
}

/// Splits after the first run of what a number could be written with (letters of exponents and hexadecimal included,
/// so that they are refused as what they are).
fn split_number(text: &str) -> (&str, &str) {
    let text = text.trim_start();
    let stays = |ch: char| !ch.is_whitespace() && !matches!(ch, '%' | '/');
    let run = text.find(|ch: char| !stays(ch)).unwrap_or(text.len());
    let (first, rest) = text.split_at(run);
    (first, rest.trim())
}

/// What follows `word` at the start of `text`, where it stands there as a word.
fn word<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    let rest = text.strip_prefix(word)?;
    rest.starts_with(char::is_whitespace).then(|| rest.trim_start())
}

/// What sort of thing that is not a number, and what to write instead.
fn why_not(text: &str) -> (&'static str, &'static str) {
    let lower = text.to_lowercase();
    let unsigned = lower.trim_start_matches(['-', '\u{2212}', '+']);
    let digits = unsigned.chars().filter(char::is_ascii_digit).count();
    let numeric = |set: &str| unsigned.chars().all(|ch| ch.is_ascii_digit() || set.contains(ch));
    if ["nan", ".nan", "inf", ".inf", "infinity", "∞"].contains(&unsigned) {
        return (
            "something that is not a number",
            "say that it is missing and why: `{missing: not inspected this year}`",
        );
    }
    if unsigned.chars().any(|ch| matches!(ch, '０'..='９' | '％')) {
        return (
            "full-width digits or signs",
            "type ordinary digits and signs: 78%",
        );
    }
    if digits == 0 {
        return ("words where a number stands", "start with the number, in digits");
    }
    if ["0x", "0o", "0b"]
        .iter()
        .any(|prefix| unsigned.starts_with(prefix))
    {
        return (
            "a hexadecimal, octal or binary number",
            "write it in ordinary digits",
        );
    }
    if unsigned.contains('e') && numeric("e.+-\u{2212}") {
        return ("a number with an exponent", "write it out in digits: 1,200,000");
    }
    if unsigned.contains('_') {
        return (
            "a number with underscores",
            "write thousands with commas or with nothing between them",
        );
    }
    if unsigned.starts_with('.') || unsigned.ends_with('.') {
        return ("a decimal point without a digit on both sides", "write 0.5");
    }
    if unsigned.contains(',') && numeric(",.") {
        return (
            "a comma that does not stand between thousands",
            "write the decimal point as `.` and thousands as 1,234",
        );
    }
    if numeric("-–—\u{2212}") {
        return (
            "a range, or a sign after the number",
            "write one number; a range is two columns",
        );
    }
    if numeric("") {
        return ("a number of more than 60 digits", "check it against its source");
    }
    if unsigned.contains(['£', '$', '€']) {
        return (
            "an amount of money where the measure is none",
            "take the currency off, or give the measure its `unit:`",
        );
    }
    (
        "a number that cannot be read",
        "write plain digits, and a space before the unit's word",
    )
}
