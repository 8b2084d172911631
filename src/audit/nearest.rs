//! The figures that a typed number equals or comes nearest to, and the expression that would print it.

use std::sync::Arc;

use super::hint::names;
use super::number::{Number, Of, Said};
use super::reading::Reading;
use super::token::Kind;
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
    /// Whether the sentence names its measure.
    named: bool,
    /// Whether the words speak of it: its measure, its unit, or what it counts.
    spoken_of: bool,
}

/// Adds to `finding` which figure a typed number may be, and what to write in its stead: only a figure that the words
/// round the number speak of, or whose value is no accident.
pub fn advise(finding: Finding, number: &Number, reading: &Reading<'_>, desk: &Desk<'_>) -> Finding {
    let Some(value) = &number.value else {
        return finding.advice(otherwise());
    };
    let candidates = candidates(number, value, reading, desk);
    if number.said == Said::Fraction {
        return about_share(finding, candidates.first(), desk);
    }
    let equal: Vec<&Candidate<'_>> = candidates
        .iter()
        .filter(|candidate| candidate.distance.is_zero())
        .take(MOST)
        .collect();
    if !equal.is_empty() {
        let expressions: Vec<String> = equal
            .iter()
            .map(|candidate| candidate.expression(number))
            .collect();
        let finding = equal
            .iter()
            .fold(finding, |finding, candidate| candidate.told(finding, desk));
        return finding.advice(format!(
            "write {} if that is meant; otherwise {}",
            expressions.join(" or "),
            otherwise()
        ));
    }
    // A figure far off is no help.
    let near = |candidate: &&Candidate<'_>| {
        let five = Exact::whole(5);
        candidate.spoken_of && candidate.distance.times(&five) <= value.abs()
    };
    match candidates.first().filter(near) {
        Some(nearest) => {
            let advice = format!(
                "no figure has this value; the nearest is `{}`: write {} if that is meant; otherwise {}",
                nearest.path,
                nearest.expression(number),
                otherwise()
            );
            nearest.told(finding, desk).advice(advice)
        }
        None => finding.advice(otherwise()),
    }
}

/// A share in words is a claim's, over a percentage that the sentence names.
fn about_share(finding: Finding, nearest: Option<&Candidate<'_>>, desk: &Desk<'_>) -> Finding {
    let nearest = nearest.filter(|candidate| candidate.named);
    let example = nearest.map_or("…", |candidate| candidate.path.as_str());
    let advice = format!(
        "mark the words as a claim, `[words][name]`, and write its condition under `claims:`, such as \
         `name: {example} is about(share=…)`; or give `as-written:` with the reason"
    );
    match nearest {
        Some(nearest) => nearest.told(finding, desk).advice(advice),
        None => finding.advice(advice),
    }
}

fn otherwise() -> &'static str {
    "give it in the data, as a result or under `facts:`, and print it with {{ }}; or mark it `[words][name]` with \
     `name: {as-written: the reason}` under `claims:`"
}

/// The figures that the number may be, the likeliest first.
fn candidates<'d>(
    number: &Number,
    value: &Exact,
    reading: &Reading<'_>,
    desk: &Desk<'d>,
) -> Vec<Candidate<'d>> {
    let sentence = reading.sentence(&number.range).to_lowercase();
    let value = match number.said {
        Said::Fraction => value.times(&Exact::whole(100)),
        _ => value.clone(),
    };
    let mut found: Vec<Candidate<'d>> = Vec::new();
    for (path, figure) in desk.scope.figures() {
        let Some(quantity) = figure.quantity() else {
            continue;
        };
        let rounded = quantity.rounded(desk.numbers.rounding);
        // "minus third" and "one point five" are no ordinals and no words.
        let sayable = match number.said {
            Said::Words | Said::Ordinal => !rounded.is_negative() && rounded.to_whole().is_some(),
            Said::Digits | Said::Fraction => true,
        };
        let twice = found.iter().any(|other| Arc::ptr_eq(other.figure, figure));
        if twice || !sayable || !fits(number, quantity) {
            continue;
        }
        let named = names(&sentence, figure);
        let spoken_of = named || number.of != Of::Plain || is_counted(number, quantity, reading);
        let distance = rounded.abs().minus(&value).abs();
        // 1,240 is hardly the same by accident; 3 is.
        let telling = distance.is_zero() && value >= Exact::whole(100);
        if spoken_of || telling {
            found.push(Candidate {
                path: path.clone(),
                figure,
                distance,
                named,
                spoken_of,
            });
        }
    }
    found.sort_by(|one, other| {
        let key = |candidate: &Candidate<'_>| {
            let equal = candidate.distance.is_zero();
            let own = candidate.figure.subject.column == "value";
            (!equal, !candidate.named, equal && !own)
        };
        key(one)
            .cmp(&key(other))
            .then_with(|| one.distance.cmp(&other.distance))
    });
    found
}

/// Whether the number is followed by the noun that the figure counts: 17 reports, 17 new reports.
fn is_counted(number: &Number, quantity: &Quantity, reading: &Reading<'_>) -> bool {
    const REACH: usize = 3;
    let Unit::Number(Some(noun)) = &quantity.unit else {
        return false;
    };
    let after = reading.tokens.iter().skip(number.tokens.end).take(REACH);
    after
        // "a three-year period"
        .take_while(|token| token.kind == Kind::Word || token.text == "-")
        .any(|token| token.is(&noun.one) || token.is(&noun.many))
}

/// Whether a figure's unit goes with what the words say.
fn fits(number: &Number, quantity: &Quantity) -> bool {
    match (number.said, number.of, &quantity.unit) {
        (Said::Fraction, _, unit) | (_, Of::Percent, unit) => *unit == Unit::Percent,
        (_, Of::Points, unit) => matches!(unit, Unit::PercentagePoints | Unit::Score { .. }),
        (_, Of::Money, unit) => matches!(unit, Unit::Money(_)),
        (_, Of::Plain, unit) => !matches!(unit, Unit::Money(_) | Unit::Rating(_)),
    }
}

impl Candidate<'_> {
    /// Adds what the figure is, for those who may see it.
    fn told(&self, finding: Finding, desk: &Desk<'_>) -> Finding {
        let printed = self
            .figure
            .quantity()
            .map(|quantity| quantity.print(desk.numbers));
        finding.shown(format!("{} is {}", self.path, printed.unwrap_or_default()))
    }

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
