//! English number words back to numbers: `twenty-three`, `two thousand and nine`, `a hundred`, `two dozen`.

use super::cardinal::{SCALES, SMALL, TENS, ordinal_word};

/// The number that `words` say, if all of them are one number.
pub(super) fn value(words: &str) -> Option<u64> {
    let lower = words.to_lowercase();
    read(&tokens(&lower))
}

/// The number that an ordinal in words says.
pub(super) fn ordinal_value(words: &str) -> Option<u64> {
    let lower = words.to_lowercase();
    let tokens = tokens(&lower);
    let (last, start) = tokens.split_last()?;
    // Asked of every word of a notice: most end like no ordinal, and need no spelling out.
    if !["th", "first", "second", "third"]
        .iter()
        .any(|end| last.ends_with(end))
    {
        return None;
    }
    let is_ordinal_of = |word: &&&str| !word.is_empty() && ordinal_word(word) == *last;
    let mut cardinals = SMALL.iter().chain(&TENS).chain(&SCALES).chain(&["hundred"]);
    let cardinal = cardinals.find(is_ordinal_of)?;
    // "hundredth" and "thousandth" alone are ordinals too; the reader wants "one hundred".
    let bare_power = start.is_empty() && (*cardinal == "hundred" || SCALES.contains(cardinal));
    let lead: &[&str] = if bare_power { &["one"] } else { start };
    let all: Vec<&str> = lead.iter().copied().chain([*cardinal]).collect();
    read(&all)
}

fn tokens(words: &str) -> Vec<&str> {
    let gaps = |ch: char| ch.is_whitespace() || matches!(ch, '-' | '\u{2010}' | '\u{2011}');
    words
        .split(gaps)
        .map(|word| word.trim_end_matches(','))
        .filter(|word| !word.is_empty())
        .collect()
}

/// Groups of up to 999, each with a smaller power of a thousand than the one before.
fn read(tokens: &[&str]) -> Option<u64> {
    match tokens {
        ["zero"] => return Some(0),
        ["dozen"] | ["a", "dozen"] => return Some(12),
        [count @ .., "dozen"] => return read_positive(count)?.checked_mul(12),
        _ => {}
    }
    read_positive(tokens)
}

fn read_positive(tokens: &[&str]) -> Option<u64> {
    let mut total: u64 = 0;
    let mut smallest_power = SCALES.len();
    let mut rest = tokens;
    while !rest.is_empty() {
        // "and" joins a last group to what stands before it.
        let joined = smallest_power < SCALES.len() && rest[0] == "and";
        let (group, after) = group(&rest[usize::from(joined)..])?;
        let power = match after.first() {
            Some(word) => SCALES.iter().skip(1).position(|scale| scale == word)? + 1,
            None => 0,
        };
        if power >= smallest_power || (joined && (power > 0 || group >= 100)) {
            return None;
        }
        smallest_power = power;
        let scale = 1000u64.checked_pow(u32::try_from(power).ok()?)?;
        total = total.checked_add(group.checked_mul(scale)?)?;
        rest = after.get(1..).unwrap_or_default();
    }
    (total > 0).then_some(total)
}

/// A number from 1 to 999 at the start of `tokens`, and what follows it.
fn group<'t>(tokens: &'t [&'t str]) -> Option<(u64, &'t [&'t str])> {
    let hundreds = match tokens {
        [count, "hundred", ..] => Some(if *count == "a" { 1 } else { digit(count)? }),
        // "a thousand", "a million"
        ["a", scale, ..] if SCALES[1..].contains(scale) => return Some((1, &tokens[1..])),
        _ => None,
    };
    let Some(hundreds) = hundreds else {
        return below_hundred(tokens);
    };
    let rest = match &tokens[2..] {
        ["and", rest @ ..] => Some(below_hundred(rest)?),
        rest => below_hundred(rest),
    };
    match rest {
        Some((number, rest)) => Some((hundreds * 100 + number, rest)),
        None => Some((hundreds * 100, &tokens[2..])),
    }
}

fn below_hundred<'t>(tokens: &'t [&'t str]) -> Option<(u64, &'t [&'t str])> {
    let (first, rest) = tokens.split_first()?;
    if let Some(tens) = TENS.iter().skip(2).position(|word| word == first) {
        let tens = (tens as u64 + 2) * 10;
        return match rest
            .split_first()
            .and_then(|(word, rest)| Some((digit(word)?, rest)))
        {
            Some((ones, rest)) => Some((tens + ones, rest)),
            None => Some((tens, rest)),
        };
    }
    let small = SMALL
        .iter()
        .position(|word| word == first)
        .filter(|number| *number > 0)?;
    Some((small as u64, rest))
}

/// `one` to `nine`.
fn digit(word: &str) -> Option<u64> {
    let number = SMALL.iter().position(|small| *small == word)?;
    (1..10).contains(&number).then_some(number as u64)
}
