//! Wholes and their parts: every inspection's parts must make its whole.

use super::InspectionFigures;
use crate::data::Programme;
use crate::data::programme::Sum;
use crate::finding::{Code, Finding};
use crate::quantity::Exact;

/// Findings of the sums that a programme declares, for one inspection. A sum with a missing part is not judged.
pub fn check_sums(programme: &Programme, figures: &InspectionFigures, findings: &mut Vec<Finding>) {
    for sum in &programme.sums {
        if let Some(finding) = check_sum(sum, figures) {
            findings.push(finding);
        }
    }
}

fn check_sum(sum: &Sum, figures: &InspectionFigures) -> Option<Finding> {
    let value = |name: &str| {
        let figure = figures.rows.get(name)?.columns.get("value")?;
        Some((figure.clone(), figure.quantity()?.clone()))
    };
    let (whole_figure, whole) = value(&sum.whole.value)?;
    let mut total = Exact::whole(0);
    for part in &sum.parts {
        let (_, quantity) = value(&part.value)?;
        total = total.plus(&quantity.amount);
    }
    let slack = sum
        .slack
        .as_ref()
        .and_then(|slack| Exact::parse(&slack.text))
        .unwrap_or_else(|| Exact::whole(0));
    if total.minus(&whole.amount).abs() <= slack {
        return None;
    }
    let parts: Vec<&str> = sum.parts.iter().map(|part| part.value.as_str()).collect();
    let mut finding = Finding::new(
        Code::PartsDoNotSum,
        whole_figure.provenance.place(),
        format!(
            "the parts of `{}` do not make it in {}",
            sum.whole.value, figures.name
        ),
    )
    .shown(format!(
        "{} make {}, not {}",
        parts.join(" + "),
        total.exact_text(),
        whole.amount.exact_text()
    ))
    .advice("correct the part or the whole; where rounded shares may miss it, declare `slack:` with the sum")
    .also(sum.whole.place, "the sum");
    for part in &sum.parts {
        let place = value(&part.value).and_then(|(figure, _)| figure.provenance.place());
        if let Some(place) = place {
            finding = finding.also(place, format!("`{}`", part.value));
        }
    }
    Some(finding)
}
