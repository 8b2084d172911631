//! A figure whose clause says the opposite of its label: "the mean wait was" of a median, "62% of trains were late" of
//! those on time, "were not on time" of those on time.

use std::sync::OnceLock;

use super::clause::{after_the_last, ends_at, tokens_between};
use super::placed::Placed;
use crate::audit::token::Token;
use crate::data::programme::Measure;
use crate::language::Lists;
use crate::quantity::Unit;

static ENGLISH: Lists = Lists::of(include_str!("opposites-en.txt"));

/// Words that deny what a share is of.
const DENIALS: [&str; 5] = ["not", "never", "no", "neither", "without"];

/// So many words stand between a figure and what says how it is counted: "£520 a week".
const NEAR: usize = 3;

/// Words that exclude each other: those of each side.
struct Line {
    of_shares: bool,
    sides: Vec<Vec<&'static str>>,
}

fn lines() -> &'static [Line] {
    static LINES: OnceLock<Vec<Line>> = OnceLock::new();
    LINES.get_or_init(|| {
        let kinds = ENGLISH.list("kinds").lines().map(|line| (false, line));
        let shares = ENGLISH.list("shares").lines().map(|line| (true, line));
        let words = |side: &'static str| side.split(',').map(str::trim).collect();
        let read = kinds.chain(shares).map(|(of_shares, line)| Line {
            of_shares,
            sides: line.split('|').map(words).collect(),
        });
        read.collect()
    })
}

/// What is wrong with a figure, by what its label says and the words say otherwise.
pub fn judge(placed: Placed<'_>) -> Option<String> {
    let Placed {
        reading,
        range,
        figure,
        desk,
        ..
    } = placed;
    let own = figure.subject.measure.as_ref()?;
    let measure = desk.programme.measures.get(&own.name)?;
    if figure.subject.column == "base" || own.is_change() {
        return None;
    }
    let label = label(measure);
    let start = after_the_last(reading, range);
    let before = reading.passage.text[start..range.start].to_lowercase();
    let after = reading.passage.text[range.end..ends_at(reading, range)].to_lowercase();
    let clause = format!("{before} # {after}");
    let near: Vec<&Token<'_>> = tokens_between(reading, &(range.end..reading.sentence_range(range).end))
        .take(NEAR)
        .collect();
    let near = near
        .iter()
        .map(|token| token.text.to_lowercase())
        .collect::<Vec<_>>()
        .join(" ");
    let is_share = figure
        .quantity()
        .is_some_and(|quantity| quantity.unit == Unit::Percent)
        || figure.of().is_some();
    let of_whom = is_share && starts_with_of(&after);
    for line in lines() {
        let side_of = |text: &str| {
            line.sides
                .iter()
                .position(|side| side.iter().any(|word| says(text, word)))
        };
        let Some(own_side) = side_of(&label) else { continue };
        let says_own = line.sides[own_side].iter().any(|word| says(&clause, word));
        if says_own || line.of_shares && !of_whom {
            continue;
        }
        let others = line.sides.iter().enumerate().filter(|(at, _)| *at != own_side);
        let other = others
            .flat_map(|(_, side)| side)
            .any(|word| match line.of_shares {
                true => places(&after, word).any(|at| !is_denied(&after[..at])),
                false => word.contains(' ') && near.starts_with(word) || leads_in(&clause, word, &label),
            });
        let label_says_both = line
            .sides
            .iter()
            .filter(|side| side.iter().any(|word| says(&label, word)))
            .count()
            > 1;
        if other && !label_says_both {
            return Some(format!(
                "`{}` stands where the words say another thing than its label does",
                figure.name
            ));
        }
    }
    (of_whom && denies(&after, &measure.label.value.to_lowercase()))
        .then(|| format!("`{}` is a share of those that the words deny", figure.name))
}

/// Everything that a measure is called.
fn label(measure: &Measure) -> String {
    let called = measure
        .also_called
        .iter()
        .chain([&measure.label])
        .chain(&measure.gloss);
    called
        .map(|name| name.value.to_lowercase())
        .collect::<Vec<_>>()
        .join(" # ")
}

/// Whether a text says words, whole.
fn says(text: &str, words: &str) -> bool {
    places(text, words).next().is_some()
}

fn places<'t>(text: &'t str, words: &'t str) -> impl Iterator<Item = usize> + use<'t> {
    let free = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric() && c != '-');
    text.match_indices(words)
        .filter(move |(at, _)| {
            free(text[..*at].chars().next_back()) && free(text[at + words.len()..].chars().next())
        })
        .map(|(at, _)| at)
}

/// Whether the word after this text is denied: "not late".
fn is_denied(before: &str) -> bool {
    let last = before.split_whitespace().last();
    last.is_some_and(is_denial)
}

fn is_denial(word: &str) -> bool {
    DENIALS.contains(&word) || word.ends_with("n’t") || word.ends_with("n't")
}

/// Whether a word stands right before one of the label: "the mean wait", "annual rent".
fn leads_in(clause: &str, word: &str, label: &str) -> bool {
    places(clause, word).any(|at| {
        let next = clause[at + word.len()..].trim_start();
        let next: String = next.chars().take_while(|c| c.is_alphanumeric()).collect();
        next.chars().count() > 2 && says(label, &next)
    })
}

/// Whether what follows a share says of whom: "of trains".
fn starts_with_of(after: &str) -> bool {
    after.split_whitespace().next() == Some("of")
}

/// Whether the words after a share deny what its label says, word by word, or say it where the label denies it.
fn denies(after: &str, label: &str) -> bool {
    let denials = |text: &str| {
        let words = text.split(|c: char| c.is_whitespace() || c == ',');
        words.filter(|word| is_denial(word)).count()
    };
    let telling = |word: &&str| word.chars().count() > 2 && !DENIALS.contains(word) && !EMPTY.contains(word);
    let words: Vec<&str> = label
        .split(|c: char| !c.is_alphanumeric())
        .filter(telling)
        .collect();
    let whole = words.len() > 1 && words.iter().all(|word| says(after, word));
    whole && denials(after) % 2 != denials(label) % 2
}

/// Words of a label that tell nothing.
const EMPTY: [&str; 8] = ["the", "who", "whose", "that", "and", "for", "with", "were"];
