//! What the data say beside a figure: the columns of its row, and the sets that it belongs to.

use std::sync::Arc;

use indexmap::IndexMap;

use super::Desk;
use super::reading::Beside;
use crate::figures::{Figure, Seen};
use crate::quantity::{Exact, Unit};

/// The columns beside a figure in its row.
fn row_of<'d>(figure: &Figure, desk: &Desk<'d>) -> Option<&'d IndexMap<String, Seen>> {
    let word = figure.subject.measure.as_ref()?.word();
    let inspection = figure
        .subject
        .inspection
        .as_ref()
        .map(|name| name.replace('-', "_"));
    let group = |path: &[&str]| match desk.scope.find(path) {
        Ok(Seen::Group(group)) => Some(group),
        _ => None,
    };
    inspection
        .as_deref()
        .and_then(|inspection| group(&[inspection, &word]))
        .or_else(|| group(&[&word]))
}

/// The figure under a column of a figure's row.
pub fn column_beside(figure: &Figure, column: &str, desk: &Desk<'_>) -> Option<Arc<Figure>> {
    match row_of(figure, desk)?.get(column)? {
        Seen::Figure(figure) => Some(Arc::clone(figure)),
        _ => None,
    }
}

/// Everything that a figure may be ranked among: the measures of its kind in its own inspection where the set is of
/// measures, or the same measure in every inspection of the notice.
pub fn complete_set(figure: &Arc<Figure>, set: &[Arc<Figure>], desk: &Desk<'_>) -> Vec<Arc<Figure>> {
    let Some(measure) = &figure.subject.measure else {
        return set.to_vec();
    };
    let of_measures = set.iter().any(|other| {
        other
            .subject
            .measure
            .as_ref()
            .is_some_and(|other| other.name != measure.name)
    });
    // Counts are parts of wholes, and of each other's: which of them make a set nobody can tell from their unit.
    if of_measures && measure.unit != Unit::Percent {
        return set.to_vec();
    }
    let mut all: Vec<Arc<Figure>> = set.to_vec();
    for (_, other) in desk.scope.figures() {
        let theirs = &other.subject;
        let Some(its) = &theirs.measure else { continue };
        let alike = theirs.column == figure.subject.column
            && its.unit == measure.unit
            && its.is_movement() == measure.is_movement()
            && other.quantity().is_some();
        let belongs = if of_measures {
            theirs.inspection == figure.subject.inspection
        } else {
            its.name == measure.name
        };
        let known = all.iter().any(|own| own.subject == *theirs);
        if alike && belongs && !known {
            all.push(Arc::clone(other));
        }
    }
    all
}

/// What the data say beside a figure: its row's margin and history, and what may be compared.
pub fn beside(figure: &Figure, desk: &Desk<'_>) -> Beside {
    let Some(measure) = &figure.subject.measure else {
        return Beside::default();
    };
    let row = row_of(figure, desk);
    let column = |name: &str| match row.and_then(|row| row.get(name)) {
        Some(Seen::Figure(figure)) => Some(Arc::clone(figure)),
        _ => None,
    };
    let history = match row.and_then(|row| row.get("history")) {
        Some(Seen::Group(years)) => years
            .iter()
            .filter_map(|(year, seen)| match seen {
                Seen::Figure(figure) => Some((year.clone(), Arc::clone(figure))),
                _ => None,
            })
            .collect(),
        _ => IndexMap::new(),
    };
    let own = desk
        .inspections
        .iter()
        .find(|(_, figures)| Some(&figures.name) == figure.subject.inspection.as_ref())
        .map(|(inspection, _)| inspection);
    let of_inspection = own
        .and_then(|inspection| inspection.not_comparable.get(&measure.name))
        .map(|reason| reason.value.clone());
    let slack = desk
        .programme
        .sums
        .iter()
        .find(|sum| sum.whole.value == measure.name);
    Beside {
        margin: column("margin"),
        change: column("change"),
        history,
        not_comparable: of_inspection.or_else(|| (!measure.comparable).then(String::new)),
        slack: slack
            .and_then(|sum| sum.slack.as_ref())
            .and_then(|slack| Exact::parse(&slack.text)),
        parts: slack.map_or_else(Vec::new, |sum| {
            sum.parts.iter().map(|part| part.value.clone()).collect()
        }),
        published: own.and_then(|inspection| inspection.published.value.get(..4)?.parse().ok()),
        alone: false,
    }
}
