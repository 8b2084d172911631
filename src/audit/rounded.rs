//! A difference printed beside the two numbers it is of, which is right, and not what a reader gets from them.

use std::sync::Arc;

use super::raised::Raised;
use super::reading::Reading;
use crate::claims::Desk;
use crate::figures::{Figure, Provenance};
use crate::finding::Code;
use crate::quantity::Exact;
use crate::release::{Origin, Span};

/// Reads one passage: 76.4 less 67.5 is 8.9, printed 9; but the reader sees 76 and 68. Inside a claim that is the claim's
/// business.
pub fn read(reading: &Reading<'_>, desk: &Desk<'_>, raised: &mut Vec<Raised>) {
    if !reading.is_sentences() {
        return;
    }
    let printed: Vec<(&Span, &Arc<Figure>)> = reading
        .passage
        .spans
        .iter()
        .filter_map(|span| match &span.origin {
            Origin::Figure { figure, .. } => Some((span, figure)),
            _ => None,
        })
        .collect();
    let rounded = |figure: &Figure| Some(figure.quantity()?.rounded(desk.numbers.rounding));
    for (span, difference) in &printed {
        let Some((one, other)) = two_of(difference).filter(|_| !reading.in_claim(&span.range)) else {
            continue;
        };
        let sentence = reading.sentence_range(&span.range);
        let beside = |figure: &Figure| -> Option<Exact> {
            let inside = |span: &Span| sentence.start <= span.range.start && span.range.end <= sentence.end;
            let (_, found) = printed
                .iter()
                .find(|(span, other)| inside(span) && is_same(other, figure))?;
            rounded(found)
        };
        let (Some(said), Some(one), Some(other)) = (rounded(difference), beside(one), beside(other)) else {
            continue;
        };
        let (said, seen) = (said.abs(), one.minus(&other).abs());
        if said != seen {
            let finding = reading
                .finding(
                    Code::DifferenceOfRounded,
                    &span.range,
                    "a printed difference is right, but it is not the difference of the numbers printed beside it",
                )
                .shown(format!(
                    "said {}, of the printed numbers {}",
                    said.exact_text(),
                    seen.exact_text()
                ))
                .advice("print more places, or add a note that figures are rounded");
            raised.push(Raised::new(finding, reading, span.range.clone()));
        }
    }
}

/// The two figures that `figure` is the difference of.
fn two_of(figure: &Figure) -> Option<(&Figure, &Figure)> {
    match (&figure.provenance, figure.subject.column.as_str()) {
        (Provenance::Computed { steps, .. }, "change" | "difference") => match steps.as_slice() {
            [one, other] => Some((one, other)),
            _ => None,
        },
        _ => None,
    }
}

/// Whether both are one figure of one subject, in whatever form it prints.
fn is_same(one: &Figure, other: &Figure) -> bool {
    one.name == other.name
        && one.subject.inspection == other.subject.inspection
        && one.quantity().map(|quantity| &quantity.amount)
            == other.quantity().map(|quantity| &quantity.amount)
}
