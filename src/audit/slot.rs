//! What kind of words a part of the notice holds: sentences, or names that may hold a number or a word of rank.
//!
//! "Rule 45", "Lowest" and "Cases better than expected" are names over a column. "Score in 37 kitchens" says how many
//! there were, and "Below average" how they did: they are statements wherever they stand.

use super::number::{Number, Of, Said};
use super::reading::Reading;
use super::token::{Kind, Token, percent_at};
use crate::claims::Desk;
use crate::data::programme::Benchmark;
use crate::language::Lists;
use crate::lexicon::{self, Sense};
use crate::quantity::Exact;
use crate::release::{InTable, Part, Passage};

static ENGLISH: Lists = Lists::of(include_str!("slot-en.txt"));

/// The kind of a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Slot {
    /// Sentences: every number and every comparison is a statement.
    Sentences,
    /// The notice's number: a name, beside which a comparison is a statement.
    Reference,
    /// A name: a heading, label, gloss, role or period.
    Name,
    /// A text under `facts:`, which is the place for numbers.
    Fact,
    /// A cell: figures alone.
    Cell,
}

impl Slot {
    /// The kind of a passage of the release.
    pub fn of(passage: &Passage) -> Slot {
        match &passage.part {
            Part::Reference => Slot::Reference,
            Part::Table(_, place) => match place {
                InTable::Caption | InTable::Footnote => Slot::Sentences,
                InTable::Cell(..) => Slot::Cell,
                InTable::Heading | InTable::RowsHeading | InTable::Label(_) | InTable::Gloss(_) => Slot::Name,
            },
            _ => Slot::Sentences,
        }
    }
}

/// Whether a number in a name says how many there were: "in 37 kitchens", "99% of homes", "the best of 37".
pub fn says_how_many(reading: &Reading<'_>, number: &Number) -> bool {
    let tokens = &reading.tokens;
    let at = |index: Option<usize>| index.and_then(|index| tokens.get(index));
    let is =
        |token: Option<&Token<'_>>, name: &str| token.is_some_and(|token| token.is_in(ENGLISH.list(name)));
    let before = number.tokens.start.checked_sub(1);
    // A label's own numbers name its row: "Seen in 3 of 4 visits".
    let label = matches!(reading.passage.part, Part::Table(_, InTable::Label(_)));
    if label || matches!(number.said, Said::Fraction | Said::Ordinal) {
        return false;
    }
    if number.of == Of::Percent {
        let after = number.tokens.end + percent_at(tokens, number.tokens.end);
        return at(Some(after)).is_some_and(|token| token.is("of"));
    }
    let year = number.value.as_ref().is_some_and(|value| {
        let digits = number.said == Said::Digits && number.range.len() == 4;
        digits && *value >= Exact::whole(1800) && *value <= Exact::whole(2199)
    });
    let small_word = number.said == Said::Words
        && number
            .value
            .as_ref()
            .is_none_or(|value| *value < Exact::whole(10));
    if year {
        return false;
    }
    if is(at(before), "best of") && follows_a_superlative(reading, before) {
        return true;
    }
    let earlier = at(before.and_then(|at| at.checked_sub(1)));
    let among = is(at(before), "among") && !earlier.is_some_and(|token| token.is("out"));
    let begins = before.is_none()
        && number
            .value
            .as_ref()
            .is_some_and(|value| *value >= Exact::whole(10));
    !small_word && (among || begins) && counts_a_noun(tokens, number.tokens.end)
}

/// Whether a noun in the plural that is no measure stands at a token, or after one word more.
fn counts_a_noun(tokens: &[Token<'_>], at: usize) -> bool {
    let word = |at: usize| {
        tokens
            .get(at)
            .filter(|token| token.kind == Kind::Word && token.spaced)
    };
    let plural = |token: &Token<'_>| {
        let lower = token
            .text
            .chars()
            .all(|c| c.is_lowercase() || c == '’' || c == '\'');
        let many = token.text.len() > 3 && token.text.ends_with('s') && !token.text.ends_with("ss");
        lower && (many || token.is_in(ENGLISH.list("people")))
    };
    let measure = |token: &Token<'_>| token.is_in(ENGLISH.list("measures"));
    let Some(first) = word(at) else { return false };
    if plural(first) {
        return !measure(first);
    }
    let small = first.is_in(ENGLISH.list("small"));
    !small && word(at + 1).is_some_and(|second| plural(second) && !measure(second))
}

/// Whether a superlative or "most" ends just before token `at`: "the best of".
fn follows_a_superlative(reading: &Reading<'_>, at: Option<usize>) -> bool {
    let Some(at) = at else { return false };
    let start = reading.tokens[at].range.start;
    let text = &reading.passage.text;
    lexicon::find(text).iter().any(|hit| {
        let rank = matches!(
            hit.sense,
            Sense::FromTop(_)
                | Sense::FromBottom(_)
                | Sense::HighOfYears
                | Sense::LowOfYears
                | Sense::Best
                | Sense::Worst
                | Sense::Majority
        );
        // "most of" is one phrase.
        let up_to = hit.range.start < start
            && (text[hit.range.end.min(start)..start].trim().is_empty()
                || hit.range.end == reading.tokens[at].range.end);
        rank && up_to
    })
}

/// Whether a comparison in a name is one with a benchmark: "below average", "better than the regional average".
pub fn compares_with_benchmark(sense: Sense, after: &str, desk: &Desk<'_>) -> bool {
    let side = sense.is_side();
    let after = after.to_lowercase();
    let averages = ENGLISH.list("averages");
    let mut names = desk.programme.benchmark.iter().flat_map(Benchmark::names);
    side && (after
        .split(|c: char| !c.is_alphabetic())
        .any(|word| averages.has(word))
        || names.any(|name| after.contains(&name.value.to_lowercase())))
}

/// Whether a number in the reason of a moved embargo says how long it moved: "three days later".
pub fn is_delay(reading: &Reading<'_>, number: &Number) -> bool {
    let next = |offset: usize| reading.tokens.get(number.tokens.end + offset);
    let time = |offset: usize| next(offset).is_some_and(|token| token.is_in(ENGLISH.list("times")));
    // "two working days"
    reading.passage.part == Part::ChangeOfEmbargo && (time(0) || time(1))
}

/// Whether a number in a missing value's reason is the one below which nothing is shown: "fewer than 5 cases".
pub fn is_threshold(reading: &Reading<'_>, number: &Number) -> bool {
    let before: Vec<&Token<'_>> = reading.tokens[..number.tokens.start]
        .iter()
        .rev()
        .take(2)
        .collect();
    let is = |at: usize, word: &str| before.get(at).is_some_and(|token| token.is(word));
    let is_in = |at: usize, name: &str| {
        before
            .get(at)
            .is_some_and(|token| token.is_in(ENGLISH.list(name)))
    };
    reading.is_reason(&number.range)
        && (is_in(0, "below") || (is(0, "than") && is_in(1, "fewer")) || (is(0, "least") && is(1, "at")))
}
