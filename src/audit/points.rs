//! Per cent where percentage points are meant, and points where per cent is.

use std::ops::Range;

use super::number::{Number, Of, Said};
use super::raised::Raised;
use super::reading::Reading;
use crate::claims::Desk;
use crate::figures::Figure;
use crate::finding::Code;
use crate::lexicon::{self, Sense};
use crate::quantity::Unit;

const ADVICE: &str = "a difference between two percentages is in percentage points: print it bare, \
                      `{{ control.value | difference(from=control.previous) }}`, with no unit after it; a relative \
                      change is in per cent: `| percent_change(from=…)`";

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
    let percent = match () {
        () if is(0, "per") && is(1, "cent") => 2,
        () if is(0, "percent") || is(0, "%") => 1,
        () => 0,
    };
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

/// Whether a typed percentage is the difference of two percentages: it has the value of a change in points, or stands
/// right after a word of change in a sentence about a percentage.
fn is_difference(reading: &Reading<'_>, number: &Number, desk: &Desk<'_>) -> bool {
    let figures = desk.scope.figures();
    let value = number.value.as_ref();
    let equals = |figure: &Figure, unit: &Unit| {
        figure.quantity().is_some_and(|quantity| {
            quantity.unit == *unit && Some(quantity.rounded(desk.numbers.rounding).abs()) == value.cloned()
        })
    };
    let moved = |figure: &Figure| {
        ["change", "percent-change"].contains(&figure.subject.column.replace('_', "-").as_str())
    };
    if !after_change(reading, number) {
        return false;
    }
    let relative = figures.iter().any(|(path, figure)| {
        (path.ends_with("percent_change") || is_a_change(figure)) && equals(figure, &Unit::Percent)
    });
    if relative {
        return false;
    }
    let in_points = figures
        .iter()
        .any(|(_, figure)| equals(figure, &Unit::PercentagePoints) && moved(figure));
    in_points || about_percentage(reading, number)
}

/// Whether the measure is itself a change, and so its percentages are relative.
fn is_a_change(figure: &Figure) -> bool {
    figure
        .subject
        .measure
        .as_ref()
        .is_some_and(|measure| measure.change)
}

/// Whether a word of change stands shortly before, or "higher" and the like right after.
fn after_change(reading: &Reading<'_>, number: &Number) -> bool {
    let sentence = reading.sentence_range(&number.range);
    let hits = lexicon::find(&reading.passage.text[sentence.clone()]);
    let change = |sense: Sense| {
        matches!(
            sense,
            Sense::Rose
                | Sense::Fell
                | Sense::Improved
                | Sense::Worsened
                | Sense::Revised
                | Sense::RevisedUp
                | Sense::RevisedDown
        )
    };
    let words_between = |from: usize| {
        let tokens = reading.tokens.iter();
        tokens
            .filter(|token| token.range.start >= from && token.range.end <= number.range.start)
            .count()
    };
    hits.iter().filter(|hit| change(hit.sense)).any(|hit| {
        let end = sentence.start + hit.range.end;
        let by = reading.tokens[..number.tokens.start].last().is_some_and(|token| {
            ["by", "of", "up", "down", "another", "further"]
                .iter()
                .any(|word| token.is(word))
                || token.range.end == end
        });
        end <= number.range.start && words_between(end) <= 4 && by
    })
}

/// Whether the sentence prints a percentage, or speaks of a measure that is one.
fn about_percentage(reading: &Reading<'_>, number: &Number) -> bool {
    let sentence = reading.sentence_range(&number.range);
    reading.passage.figures().any(|(range, figure)| {
        let inside = sentence.start <= range.start && range.end <= sentence.end;
        inside
            && !is_a_change(figure)
            && figure
                .quantity()
                .is_some_and(|quantity| quantity.unit == Unit::Percent)
    })
}
