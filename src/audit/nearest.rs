//! The figures that a typed number equals or comes nearest to, and the expression that would print it.

use std::sync::Arc;

use super::number::{Number, Of, Said};
use crate::claims::Desk;
use crate::figures::Figure;
use crate::finding::Finding;
use crate::quantity::{Exact, Quantity, Unit};

/// How many figures a message names.
const MOST: usize = 3;

/// What the data say near a typed number.
struct Candidate<'d> {
    path: String,
    figure: &'d Arc<Figure>,
    distance: Exact,
    fits: bool,
    mentioned: bool,
}

/// Adds to `finding` which figure a typed number may be, and what to write in its stead.
pub fn advise(finding: Finding, number: &Number, sentence: &str, desk: &Desk<'_>) -> Finding {
    let Some(value) = &number.value else {
        return finding.advice(otherwise());
    };
    let mut candidates = candidates(number, value, sentence, desk);
    candidates.sort_by(|one, other| {
        let key = |candidate: &Candidate<'_>| {
            let equal = candidate.distance.is_zero();
            let own = candidate.figure.subject.column == "value";
            (
                !(equal && candidate.fits),
                !candidate.fits,
                !candidate.mentioned && equal,
                equal && !own,
            )
        };
        key(one)
            .cmp(&key(other))
            .then_with(|| one.distance.cmp(&other.distance))
    });
    let equal: Vec<&Candidate<'_>> = candidates
        .iter()
        .filter(|candidate| candidate.distance.is_zero() && candidate.fits)
        .take(MOST)
        .collect();
    let style = desk.numbers;
    let told = |finding: Finding, candidate: &Candidate<'_>| {
        let printed = candidate.figure.quantity().map(|quantity| quantity.print(style));
        finding.shown(format!("{} is {}", candidate.path, printed.unwrap_or_default()))
    };
    if number.said == Said::Fraction {
        let nearest = candidates.first().filter(|candidate| candidate.fits);
        let example = nearest.map_or("control.value", |candidate| candidate.path.as_str());
        let advice = format!(
            "mark the words as a claim, `[words][name]`, and write its condition under `claims:`, such as \
             `name: {example} is about(share=…)`; or give `as-written:` with the reason"
        );
        return match nearest {
            Some(nearest) => told(finding, nearest).advice(advice),
            None => finding.advice(advice),
        };
    }
    if !equal.is_empty() {
        let expressions: Vec<String> = equal
            .iter()
            .map(|candidate| candidate.expression(number))
            .collect();
        let finding = equal
            .iter()
            .fold(finding, |finding, candidate| told(finding, candidate));
        return finding.advice(format!("write {}", expressions.join(" or ")));
    }
    // A figure far off is no help.
    let near = |candidate: &&Candidate<'_>| {
        let five = Exact::whole(5);
        candidate.fits && candidate.distance.times(&five) <= value.abs()
    };
    match candidates.first().filter(near) {
        Some(nearest) => {
            let advice = format!(
                "no figure has this value; the nearest is `{}`: write {} if that is meant; otherwise {}",
                nearest.path,
                nearest.expression(number),
                otherwise()
            );
            told(finding, nearest).advice(advice)
        }
        None => finding.advice(otherwise()),
    }
}

fn otherwise() -> &'static str {
    "give it in the data, as a result or under `facts:`, and print it with {{ }}; or mark it `[words][name]` with \
     `name: {as-written: the reason}` under `claims:`"
}

fn candidates<'d>(number: &Number, value: &Exact, sentence: &str, desk: &Desk<'d>) -> Vec<Candidate<'d>> {
    let sentence = sentence.to_lowercase();
    let figures = desk.scope.figures().into_iter();
    figures
        .filter_map(|(path, figure)| {
            let quantity = figure.quantity()?;
            if matches!(quantity.unit, Unit::Rating(_)) {
                return None;
            }
            let hundred = Exact::whole(100);
            let value = match number.said {
                Said::Fraction => value.times(&hundred),
                _ => value.clone(),
            };
            let printed = quantity.rounded(desk.numbers.rounding).abs();
            Some(Candidate {
                distance: printed.minus(&value).abs(),
                fits: fits(number, quantity),
                mentioned: is_mentioned(figure, &sentence),
                path,
                figure,
            })
        })
        .collect()
}

/// Whether a figure's unit goes with what the words say.
fn fits(number: &Number, quantity: &Quantity) -> bool {
    match (number.said, number.of, &quantity.unit) {
        (Said::Fraction, _, unit) | (_, Of::Percent, unit) => *unit == Unit::Percent,
        (_, Of::Points, unit) => matches!(unit, Unit::PercentagePoints | Unit::Score { .. }),
        (_, Of::Money, unit) => matches!(unit, Unit::Money(_)),
        (_, Of::Plain, unit) => !matches!(unit, Unit::Money(_)),
    }
}

/// Whether the sentence speaks of the figure's measure.
fn is_mentioned(figure: &Figure, sentence: &str) -> bool {
    let Some(measure) = &figure.subject.measure else {
        return false;
    };
    let names = measure
        .also_called
        .iter()
        .chain([&measure.name, &measure.label.value]);
    names
        .into_iter()
        .any(|name| sentence.contains(&name.to_lowercase()))
}

impl Candidate<'_> {
    /// `{{ control.value | in_words }}`, with backquotes.
    fn expression(&self, number: &Number) -> String {
        let percent = self
            .figure
            .quantity()
            .is_some_and(|quantity| quantity.unit == Unit::Percent);
        let filter = match number.said {
            Said::Words => " | in_words",
            Said::Ordinal => " | ordinal",
            Said::Digits if percent && number.of == Of::Plain => " | number",
            Said::Digits | Said::Fraction => "",
        };
        format!("`{{{{ {}{filter} }}}}`", self.path)
    }
}
