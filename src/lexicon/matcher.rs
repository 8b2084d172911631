//! Finds the lexicon's phrases in a text: the longest at each place, from left to right.

use super::Hit;
use super::entry::{Entry, Lexicon, Part};
use super::sense::sense;
use super::tokens::{Token, tokens, whole};
use crate::language;

/// Number words of one number: "two hundred and seventy thousand three hundred".
const MOST_NUMBER_WORDS: usize = 8;

/// Every phrase in `text`.
pub fn find(lexicon: &'static Lexicon, text: &str) -> Vec<Hit> {
    let tokens = tokens(text);
    let mut hits = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        match longest(lexicon, &tokens, at) {
            Some((length, entry, numbers)) => {
                let range = tokens[at].range.start..tokens[at + length - 1].range.end;
                let (n, d) = (numbers.0.or(entry.numbers.0), numbers.1.or(entry.numbers.1));
                if let Some(sense) = entry.sense.as_ref().and_then(|name| sense(name, n, d)) {
                    hits.push(Hit { range, sense, entry });
                }
                at += length;
            }
            None => at += 1,
        }
    }
    hits
}

/// The numbers in a phrase's slots.
type Numbers = (Option<u64>, Option<u64>);

/// The longest phrase at `at` whose surroundings suit it; among equals one that says nothing keeps others out.
fn longest<'l>(lexicon: &'l Lexicon, tokens: &[Token], at: usize) -> Option<(usize, &'l Entry, Numbers)> {
    let by_word = lexicon
        .by_word
        .get(&tokens[at].text)
        .map_or(&[][..], Vec::as_slice);
    let starts_number = number_at(tokens, at).is_some();
    let by_number = if starts_number {
        lexicon.by_number.as_slice()
    } else {
        &[]
    };
    let mut best: Option<(usize, &Entry, Numbers)> = None;
    for (phrase, number) in by_word.iter().chain(by_number).chain(&lexicon.by_ending) {
        let entry = &lexicon.entries[*number];
        let Some((length, numbers)) = match_at(phrase, tokens, at) else {
            continue;
        };
        let longer = best.as_ref().is_none_or(|(longest, other, _)| {
            length > *longest || (length == *longest && weight(entry) > weight(other))
        });
        if longer && is_sayable(entry, numbers) && suits(entry, tokens, at, at + length) {
            best = Some((length, entry, numbers));
        }
    }
    best
}

/// Which of two phrases as long as one another is meant: one that says nothing, before one that says it anywhere,
/// before one that says it beside a result, before one that says it only where a comparison is expected.
fn weight(entry: &Entry) -> u8 {
    match &entry.sense {
        None => 3,
        Some(_) if entry.strict => 2,
        Some(_) if entry.beside.is_some() => 1,
        Some(_) => 0,
    }
}

/// Whether the numbers found make sense: "five out of three" does not.
fn is_sayable(entry: &Entry, numbers: Numbers) -> bool {
    let (n, d) = (numbers.0.or(entry.numbers.0), numbers.1.or(entry.numbers.1));
    entry
        .sense
        .as_ref()
        .is_none_or(|name| sense(name, n, d).is_some())
}

fn suits(entry: &Entry, tokens: &[Token], start: usize, end: usize) -> bool {
    let follows = |phrase: &Vec<Part>| follows(phrase, tokens, end);
    let precedes = |phrase: &Vec<Part>| precedes(phrase, tokens, start);
    (entry.followed_by.is_empty() || entry.followed_by.iter().any(follows))
        && !entry.not_followed_by.iter().any(follows)
        && (entry.preceded_by.is_empty() || entry.preceded_by.iter().any(precedes))
        && !entry.not_preceded_by.iter().any(precedes)
}

/// Whether a context follows what ends at `end`.
fn follows(context: &[Part], tokens: &[Token], end: usize) -> bool {
    let joined = tokens.get(end).is_some_and(|token| token.joined);
    (joined || *context == [Part::End]) && match_at(context, tokens, end).is_some()
}

/// Whether a context stands before what begins at `start`.
fn precedes(context: &[Part], tokens: &[Token], start: usize) -> bool {
    start
        .checked_sub(context.len())
        .is_some_and(|from| tokens[start].joined && match_at(context, tokens, from).is_some())
}

/// How many tokens the phrase takes at `at`, with the numbers in its slots.
fn match_at(phrase: &[Part], tokens: &[Token], at: usize) -> Option<(usize, Numbers)> {
    let mut here = at;
    let mut numbers: Numbers = (None, None);
    for part in phrase {
        if *part == Part::End {
            if tokens.get(here).is_some_and(|token| token.joined) {
                return None;
            }
            continue;
        }
        let token = tokens.get(here)?;
        if here > at && !token.joined {
            return None;
        }
        match part {
            Part::Word(word) if *word == token.text => here += 1,
            // A place or a month compares nothing: "Leicester more than …".
            Part::Open(ending, _) if token.name && !ending.is_empty() => return None,
            Part::Open(ending, except) if is_open(&token.text, ending, except) => here += 1,
            Part::Word(_) | Part::Open(..) | Part::End => return None,
            Part::Year => {
                let year = whole(&token.text).filter(|_| is_year(&token.text))?;
                numbers.0 = Some(year);
                here += 1;
            }
            Part::Tenths => {
                numbers.0 = Some(tenths(&token.text)?);
                here += 1;
            }
            Part::First | Part::Second | Part::Number => {
                let (length, value) = number_at(tokens, here)?;
                match part {
                    Part::First => numbers.0 = Some(value?),
                    Part::Second => numbers.1 = Some(value?),
                    _ => {}
                }
                here += length;
            }
        }
    }
    Some((here - at, numbers))
}

/// Whether a word may stand in an open slot. What ends so is longer than its ending: "rest" is no superlative.
fn is_open(word: &str, ending: &str, except: &[String]) -> bool {
    let long = ending.is_empty() || word.len() >= ending.len() + 2;
    word.starts_with(char::is_alphabetic)
        && long
        && word.ends_with(ending)
        && !except.iter().any(|other| other == word)
}

fn is_year(text: &str) -> bool {
    text.len() == 4 && matches!(text.as_bytes()[0], b'1' | b'2') && text.bytes().all(|b| b.is_ascii_digit())
}

/// 25 of "2.5"; none of any other number of decimals.
fn tenths(text: &str) -> Option<u64> {
    let (whole, tenth) = text.split_once('.')?;
    let digit = tenth.parse::<u64>().ok().filter(|_| tenth.len() == 1)?;
    whole.parse::<u64>().ok()?.checked_mul(10)?.checked_add(digit)
}

/// The number at `at`, in digits or words: how many tokens it takes, and its value where it is whole.
fn number_at(tokens: &[Token], at: usize) -> Option<(usize, Option<u64>)> {
    let first = tokens.get(at)?;
    if first.text.starts_with(|c: char| c.is_ascii_digit()) {
        return Some((1, whole(&first.text)));
    }
    let language = language::of("en")?;
    let mut longest = None;
    let mut words = String::new();
    for (length, token) in tokens[at..].iter().take(MOST_NUMBER_WORDS).enumerate() {
        if length > 0 && !token.joined {
            break;
        }
        if length > 0 {
            words.push(' ');
        }
        words.push_str(&token.text);
        if let Some(value) = language.number_words_value(&words) {
            longest = Some((length + 1, Some(value)));
        } else if length == 0 && !may_begin_number(&token.text) {
            break;
        }
    }
    longest
}

/// "a hundred" begins with a word that is no number.
fn may_begin_number(word: &str) -> bool {
    word == "a"
}

/// The contexts that alone keep an entry out of a text: what would have been found without them.
#[cfg(test)]
pub(super) fn sole_blockers(lexicon: &Lexicon, number: usize, text: &str) -> Vec<(bool, usize)> {
    let entry = &lexicon.entries[number];
    let tokens = tokens(text);
    let own = |phrases: &'_ [(Vec<Part>, usize)]| -> Vec<Vec<Part>> {
        let own = phrases.iter().filter(|(_, at)| *at == number);
        own.map(|(phrase, _)| phrase.clone()).collect()
    };
    let mut phrases: Vec<Vec<Part>> = lexicon.by_word.values().flat_map(|all| own(all)).collect();
    phrases.extend(own(&lexicon.by_number));
    phrases.extend(own(&lexicon.by_ending));
    let mut found = Vec::new();
    for start in 0..tokens.len() {
        for phrase in &phrases {
            let Some((length, _)) = match_at(phrase, &tokens, start) else {
                continue;
            };
            let end = start + length;
            let after = |one: &&(usize, &Vec<Part>)| follows(one.1, &tokens, end);
            let before = |one: &&(usize, &Vec<Part>)| precedes(one.1, &tokens, start);
            let after: Vec<(usize, &Vec<Part>)> = entry
                .not_followed_by
                .iter()
                .enumerate()
                .filter(|one| after(&one))
                .collect();
            let before: Vec<(usize, &Vec<Part>)> = entry
                .not_preceded_by
                .iter()
                .enumerate()
                .filter(|one| before(&one))
                .collect();
            let wanted = (entry.followed_by.is_empty()
                || entry
                    .followed_by
                    .iter()
                    .any(|phrase| follows(phrase, &tokens, end)))
                && (entry.preceded_by.is_empty()
                    || entry
                        .preceded_by
                        .iter()
                        .any(|phrase| precedes(phrase, &tokens, start)));
            match (after.as_slice(), before.as_slice()) {
                ([(at, _)], []) if wanted => found.push((true, *at)),
                ([], [(at, _)]) if wanted => found.push((false, *at)),
                _ => {}
            }
        }
    }
    found
}
