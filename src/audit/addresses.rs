//! Finds what only looks like numbers: web and e-mail addresses, telephone numbers, postcodes.

use std::ops::Range;

use super::token::{Kind, Token};

/// The fewest digits of a telephone number written out.
const FEWEST: usize = 9;

/// The ranges of a text that are addresses.
pub fn addresses(text: &str, tokens: &[Token<'_>]) -> Vec<Range<usize>> {
    let mut found = web(text);
    let telephones = telephones(tokens);
    found.extend(
        telephones
            .iter()
            .filter_map(|number| other_ending(number, tokens)),
    );
    found.extend(telephones);
    found.extend(postcodes(tokens));
    found
}

fn web(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    for chunk in text.split_inclusive(char::is_whitespace) {
        let trimmed = chunk.trim_matches(|c: char| c.is_whitespace() || "()[]<>,.;:“”‘’\"'".contains(c));
        if is_web(trimmed) {
            found.push(at..at + chunk.trim_end().len());
        }
        at += chunk.len();
    }
    found
}

fn is_web(chunk: &str) -> bool {
    if chunk.contains("://") || chunk.starts_with("www.") {
        return true;
    }
    if let Some((name, host)) = chunk.split_once('@') {
        return !name.is_empty() && host.contains('.');
    }
    let host = chunk.split('/').next().unwrap_or_default();
    let labels: Vec<&str> = host.split('.').collect();
    let named =
        |label: &&str| label.len() > 1 && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    let top = labels
        .last()
        .is_some_and(|last| last.chars().all(|c| c.is_ascii_lowercase()));
    labels.len() > 1 && top && labels.iter().all(named)
}

/// Digits in groups that begin with 0 or +, nine or more together.
fn telephones(tokens: &[Token<'_>]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if let Some(last) = of_north_america(tokens, at) {
            found.push(tokens[at].range.start..tokens[last].range.end);
            at = last + 1;
            continue;
        }
        let plus = tokens[at].text == "+";
        let first = at + usize::from(plus);
        let begins = tokens
            .get(first)
            .is_some_and(|token| token.kind == Kind::Digits && (plus || token.text.starts_with('0')));
        if !begins {
            at += 1;
            continue;
        }
        let mut count = 0;
        let mut last = first;
        let mut end = first;
        while let Some(token) = tokens.get(end) {
            let group = token.kind == Kind::Digits && token.text.bytes().all(|byte| byte.is_ascii_digit());
            if group {
                count += token.text.len();
                last = end;
            } else if !matches!(token.text, "(" | ")" | "-" | "\u{2011}") {
                break;
            }
            end += 1;
        }
        if (FEWEST..=15).contains(&count) {
            found.push(tokens[at].range.start..tokens[last].range.end);
        }
        at = last.max(at) + 1;
    }
    found
}

/// The `4708` of `020 7946 3021 or 4708`.
fn other_ending(number: &Range<usize>, tokens: &[Token<'_>]) -> Option<Range<usize>> {
    let at = tokens.partition_point(|token| token.range.end <= number.end);
    let [or, last] = tokens.get(at..at + 2)? else {
        return None;
    };
    let digits = last.kind == Kind::Digits && (3..=4).contains(&last.text.len());
    let word = tokens.get(at + 2).is_some_and(|next| next.kind == Kind::Word);
    (or.is("or") && digits && !word).then(|| last.range.clone())
}

/// `(202) 555-0102`, `202-555-0102`, `1-800-555-0102`: three digits, three and four.
fn of_north_america(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let digits = |token: &Token<'_>, length: usize| token.kind == Kind::Digits && token.text.len() == length;
    let one = tokens.get(at)?.text == "1" && tokens.get(at + 1)?.text == "-";
    let mut next = at + if one { 2 } else { 0 };
    let bracket = tokens.get(next)?.text == "(";
    next += usize::from(bracket);
    let area = digits(tokens.get(next)?, 3);
    let closed = tokens.get(next + 1)?;
    let joined = if bracket {
        closed.text == ")"
    } else {
        matches!(closed.text, "-" | "\u{2011}")
    };
    let dash = matches!(tokens.get(next + 3)?.text, "-" | "\u{2011}");
    let rest = digits(tokens.get(next + 2)?, 3) && digits(tokens.get(next + 4)?, 4);
    (area && joined && dash && rest).then_some(next + 4)
}

/// `SB1 2ZZ`
fn postcodes(tokens: &[Token<'_>]) -> Vec<Range<usize>> {
    let capitals = |token: &Token<'_>, lengths: std::ops::RangeInclusive<usize>| {
        token.kind == Kind::Word
            && lengths.contains(&token.text.len())
            && token.text.bytes().all(|byte| byte.is_ascii_uppercase())
    };
    let number = |token: &Token<'_>, most: usize| {
        token.kind == Kind::Digits && token.text.len() <= most && !token.spaced
    };
    tokens
        .windows(4)
        .filter(|four| {
            capitals(&four[0], 1..=2)
                && number(&four[1], 2)
                && four[2].kind == Kind::Digits
                && four[2].text.len() == 1
                && four[2].spaced
                && capitals(&four[3], 2..=2)
                && !four[3].spaced
        })
        .map(|four| four[0].range.start..four[3].range.end)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::token::tokens;
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        addresses(text, &tokens(text))
            .into_iter()
            .map(|range| &text[range])
            .collect()
    }

    #[test]
    fn addresses_are_found_and_sentences_are_not() {
        assert_eq!(found("Ring 020 7946 0102 now"), ["020 7946 0102"]);
        assert_eq!(found("on (202) 555-0102 now"), ["(202) 555-0102"]);
        assert_eq!(found("on 202-555-0102 now"), ["202-555-0102"]);
        assert_eq!(found("on 1-800-555-0102 now"), ["1-800-555-0102"]);
        assert_eq!(found("020 7946 3021 or 4708."), ["4708", "020 7946 3021"]);
        assert_eq!(found("020 7946 3021 or 4708 people"), ["020 7946 3021"]);
        assert!(found("from 202 to 555-602 in 2012").is_empty());
        assert_eq!(found("+44 (0)20 7946 0102"), ["+44 (0)20 7946 0102"]);
        assert_eq!(
            found("at office2@probation.example, or"),
            ["office2@probation.example,"]
        );
        assert_eq!(found("see reports.example/omi2 for 12"), ["reports.example/omi2"]);
        assert_eq!(found("1 Example Quay, Samplebury SB1 2ZZ"), ["SB1 2ZZ"]);
        assert!(found("It fell to 0.5 from 12 of 20. i.e. less").is_empty());
    }
}
