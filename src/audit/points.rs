//! Per cent where percentage points are meant, and points where per cent is.

use std::ops::Range;

use super::number::{Number, Of, Said};
use super::raised::Raised;
use super::reading::Reading;
use super::token::percent_at;
use crate::claims::Desk;
use crate::figures::Figure;
use crate::finding::Code;
use crate::language::Lists;
use crate::quantity::Unit;

const ADVICE: &str = "a difference between two percentages is in percentage points: print it bare, \
                      `{{ control.value | difference(from=control.previous) }}`, with no unit after it; a relative \
                      change is in per cent: `| percent_change(from=…)`";

static ENGLISH: Lists = Lists::of(include_str!("points-en.txt"));

/// Reads one passage.
pub fn read(reading: &Reading<'_>, numbers: &[Number], desk: &Desk<'_>, raised: &mut Vec<Raised>) {
    let mut add = |range: Range<usize>, says: &str| {
        if reading.typed(&range).is_none() || reading.as_written(desk, &range) {
            return;
        }
        let finding = reading
            .finding(Code::PointsOrPercent, &range, says)
            .advice(ADVICE);
        raised.push(Raised::new(finding, reading, range));
    };
    for (range, figure) in reading.passage.figures() {
        let Some(quantity) = figure.quantity() else {
            continue;
        };
        let Some((unit, says)) = unit_after(reading, range.end) else {
            continue;
        };
        match (&quantity.unit, says) {
            (Unit::PercentagePoints, Says::Percent) => {
                add(unit, "a figure in percentage points is followed by per cent");
            }
            (Unit::Percent, Says::Points) => add(unit, "a percentage is followed by points"),
            (Unit::Percent | Unit::PercentagePoints, Says::Both) => {
                add(unit, "a number is followed by per cent and by points");
            }
            _ => {}
        }
    }
    for number in numbers.iter().filter(|number| reading.all_typed(&number.range)) {
        let Some((unit, says)) = unit_after(reading, number.range.end) else {
            continue;
        };
        if says == Says::Both {
            add(unit, "a number is followed by per cent and by points");
        } else if number.of == Of::Percent
            && number.said != Said::Fraction
            && is_difference(reading, number, desk)
        {
            add(
                number.range.start..unit.end,
                "per cent is said of a difference between two percentages",
            );
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Says {
    Percent,
    Points,
    Both,
}

/// The unit that the words from byte `at` say.
fn unit_after(reading: &Reading<'_>, at: usize) -> Option<(Range<usize>, Says)> {
    let from = reading.tokens.partition_point(|token| token.range.start < at);
    let is = |offset: usize, word: &str| {
        reading
            .tokens
            .get(from + offset)
            .is_some_and(|token| token.is(word))
    };
    let range = |last: usize| reading.tokens[from].range.start..reading.tokens[from + last].range.end;
    let point = |offset: usize| is(offset, "point") || is(offset, "points");
    let percent = percent_at(&reading.tokens, from);
    if percent > 0 && point(percent) {
        Some((range(percent), Says::Both))
    } else if percent > 0 {
        Some((range(percent - 1), Says::Percent))
    } else if point(0) {
        Some((range(0), Says::Points))
    } else if is(0, "percentage") && point(1) {
        Some((range(1), Says::Points))
    } else {
        None
    }
}

/// Whether a typed percentage is the difference of two percentages: it belongs to a word of change, and has the value
/// of a change in points or stands in a sentence about a percentage.
fn is_difference(reading: &Reading<'_>, number: &Number, desk: &Desk<'_>) -> bool {
    if !belongs_to_change(reading, number) {
        return false;
    }
    let figures = desk.scope.figures();
    let equals = |figure: &Figure, unit: &Unit| {
        figure
            .quantity()
            .zip(number.value.as_ref())
            .is_some_and(|(quantity, value)| {
                let printed = quantity.rounded(desk.numbers.rounding).abs();
                quantity.unit == *unit && (printed == *value || quantity.amount.abs() == *value)
            })
    };
    let relative = figures.iter().any(|(path, figure)| {
        (path.ends_with("percent_change") || is_a_change(figure)) && equals(figure, &Unit::Percent)
    });
    let in_points = figures
        .iter()
        .any(|(_, figure)| equals(figure, &Unit::PercentagePoints));
    !relative && (in_points || about_percentage(reading, number))
}

/// Whether the measure is itself a change, and so its percentages are relative.
fn is_a_change(figure: &Figure) -> bool {
    let measure = figure.subject.measure.as_ref();
    measure.is_some_and(|measure| measure.is_movement())
}

/// Whether a word of change stands right before the number, small words passed over, or right after its unit.
fn belongs_to_change(reading: &Reading<'_>, number: &Number) -> bool {
    let is_in = |at: usize, name: &str| {
        let token = reading.tokens.get(at);
        token.is_some_and(|token| token.is_in(ENGLISH.list(name)))
    };
    let start = number.tokens.start;
    let before = (start.saturating_sub(4)..start)
        .rev()
        .find(|at| !is_in(*at, "between"))
        .is_some_and(|at| is_in(at, "change"));
    let unit = unit_after(reading, number.range.end);
    let end = unit.map_or(number.range.end, |(range, _)| range.end);
    let after = reading.tokens.partition_point(|token| token.range.start < end);
    before || is_in(after, "change")
}

/// Whether what comes next stands in brackets, and so is not what the sentence is about.
fn is_aside(reading: &Reading<'_>, before: Range<usize>) -> bool {
    let before = &reading.passage.text[before];
    before.matches('(').count() > before.matches(')').count()
}

/// Whether the sentence prints a percentage that is not itself a change.
fn about_percentage(reading: &Reading<'_>, number: &Number) -> bool {
    let sentence = reading.sentence_range(&number.range);
    reading.passage.figures().any(|(range, figure)| {
        let inside = sentence.start <= range.start && range.end <= sentence.end;
        let percent = figure
            .quantity()
            .is_some_and(|quantity| quantity.unit == Unit::Percent);
        inside && percent && !is_a_change(figure) && !is_aside(reading, sentence.start..range.start)
    })
}
