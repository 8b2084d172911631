//! Percentages that the count and base beside them do not give, or that no count of the base can.

use std::ops::Range;

use super::number::{Number, Of, Said};
use super::raised::Raised;
use super::reading::Reading;
use super::token::Kind;
use crate::claims::Desk;
use crate::finding::{Code, Finding};
use crate::language::Lists;
use crate::quantity::{Exact, Rounding};

static ENGLISH: Lists = Lists::of(include_str!("impossible-en.txt"));

/// Reads one passage.
pub fn read(reading: &Reading<'_>, numbers: &[Number], desk: &Desk<'_>, raised: &mut Vec<Raised>) {
    if !reading.is_sentences() {
        return;
    }
    for (at, number) in numbers.iter().enumerate() {
        if number.of == Of::Percent && matches!(number.said, Said::Digits | Said::Words) {
            let pairs = [before(reading, numbers, at), after(reading, numbers, at)];
            match pairs.into_iter().flatten().next() {
                Some(pair) => judge(reading, number, &pair, desk, raised),
                None => no_count(reading, numbers, at, desk, raised),
            }
        }
    }
}

/// A count of a base, and the bytes of both.
struct Pair {
    count: Exact,
    base: Exact,
    range: Range<usize>,
}

/// The pair `first` of `second`, where they stand so.
fn pair(reading: &Reading<'_>, first: &Number, second: &Number) -> Option<Pair> {
    let range = first.range.start..second.range.end;
    let plain = |number: &Number| number.of == Of::Plain && matches!(number.said, Said::Digits | Said::Words);
    let between = &reading.tokens[first.tokens.end..second.tokens.start];
    let of = between.iter().any(|token| token.is("of"))
        && between.len() <= 4
        && between.iter().all(|token| token.is_in(ENGLISH.list("of")));
    let (count, base) = (first.value.clone()?, second.value.clone()?);
    let whole = count.to_whole().is_some() && base.to_whole().is_some_and(|base| base > 0);
    (plain(first) && plain(second) && of && whole && count <= base).then_some(Pair { count, base, range })
}

/// `977 of 2,102 cases (47%)`
fn before(reading: &Reading<'_>, numbers: &[Number], at: usize) -> Option<Pair> {
    let percent = &numbers[at];
    let (first, second) = (numbers.get(at.checked_sub(2)?)?, numbers.get(at - 1)?);
    let pair = pair(reading, first, second)?;
    together(reading, second.tokens.end..percent.tokens.start).then_some(pair)
}

/// `47% (977 of 2,102 cases)`, `47% of cases, 977 of 2,102`
fn after(reading: &Reading<'_>, numbers: &[Number], at: usize) -> Option<Pair> {
    let percent = &numbers[at];
    let (first, second) = (numbers.get(at + 1)?, numbers.get(at + 2)?);
    let pair = pair(reading, first, second)?;
    together(reading, percent.tokens.end..first.tokens.start).then_some(pair)
}

/// Whether what stands between keeps count and percentage together: at most seven words, none of them another's, and
/// no sentence ends.
fn together(reading: &Reading<'_>, between: Range<usize>) -> bool {
    let tokens = &reading.tokens[between];
    let words = tokens.iter().filter(|token| token.kind == Kind::Word).count();
    let others = tokens
        .iter()
        .any(|token| matches!(token.text, "." | ";" | "?" | "!") || token.is_in(ENGLISH.list("others")));
    words <= 7 && !others
}

fn judge(reading: &Reading<'_>, percent: &Number, pair: &Pair, desk: &Desk<'_>, raised: &mut Vec<Raised>) {
    let Some(said) = &percent.value else { return };
    let Some(exact) = pair.count.times(&Exact::whole(100)).over(&pair.base) else {
        return;
    };
    let places = places(&reading.passage.text[percent.range.clone()]);
    let right = [Rounding::HalfUp, Rounding::HalfEven]
        .iter()
        .any(|rounding| exact.round(places, *rounding) == *said);
    // "nearly 47%" is the claims' business.
    if right || is_rough(reading, percent) {
        return;
    }
    let finding = reading
        .finding(
            Code::ImpossiblePercentage,
            &percent.range,
            "a percentage is not the one that its count and base give",
        )
        .shown(format!(
            "{} is {}%",
            &reading.passage.text[pair.range.clone()],
            exact.round(2, desk.numbers.rounding).fixed(2)
        ));
    add(reading, finding, percent, desk, raised);
}

/// `47% of 9`: no whole number of 9 is 47%.
fn no_count(reading: &Reading<'_>, numbers: &[Number], at: usize, desk: &Desk<'_>, raised: &mut Vec<Raised>) {
    let percent = &numbers[at];
    let Some(base) = numbers.get(at + 1) else { return };
    let between = &reading.tokens[percent.tokens.end..base.tokens.start];
    let of = between.iter().any(|token| token.is("of"))
        && between
            .iter()
            .all(|token| token.is_in(ENGLISH.list("per cent of")));
    let next = reading.tokens.get(base.tokens.end);
    // "16-year-olds" and "the 12 June cohort" are not so many.
    let glued = next.is_some_and(|token| token.text == "-" && !token.spaced);
    let dated = reading
        .dates
        .iter()
        .any(|date| date.tokens.start < base.tokens.end && base.tokens.start < date.tokens.end);
    let counted = base.of == Of::Plain
        && !glued
        && !dated
        && base.said != Said::Fraction
        && next.is_none_or(|token| !token.is_in(ENGLISH.list("measured")));
    let whole = base.value.as_ref().and_then(Exact::to_whole);
    let (Some(said), Some(whole)) = (&percent.value, whole.filter(|whole| (1..=1000).contains(whole))) else {
        return;
    };
    if !of || !counted || is_rough(reading, percent) {
        return;
    }
    let places = places(&reading.passage.text[percent.range.clone()]);
    let possible = (0..=whole).any(|count| {
        let exact = Exact::whole(count * 100).over(&Exact::whole(whole));
        exact.is_some_and(|exact| {
            [Rounding::HalfUp, Rounding::HalfEven]
                .iter()
                .any(|rounding| exact.round(places, *rounding) == *said)
        })
    });
    if !possible {
        let finding = reading.finding(
            Code::ImpossiblePercentage,
            &percent.range,
            "no count of the base beside it gives this percentage",
        );
        add(reading, finding, percent, desk, raised);
    }
}

fn add(reading: &Reading<'_>, finding: Finding, percent: &Number, desk: &Desk<'_>, raised: &mut Vec<Raised>) {
    if reading.as_written(desk, &percent.range) {
        return;
    }
    let finding = finding.advice(
        "check the count, the base and the percentage; give the result in the data as `977 of 2,102`, and print \
         `{{ x.value }}`, `{{ x.value.count }}` and `{{ x.value.base }}`",
    );
    raised.push(Raised::new(finding, reading, percent.range.clone()));
}

/// The decimal places of printed digits.
fn places(text: &str) -> u8 {
    let decimals = text.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    u8::try_from(decimals).unwrap_or(u8::MAX)
}

/// Whether the number before is only roughly meant.
fn is_rough(reading: &Reading<'_>, percent: &Number) -> bool {
    percent
        .tokens
        .start
        .checked_sub(1)
        .is_some_and(|before| reading.tokens[before].is_in(ENGLISH.list("rough")))
}
