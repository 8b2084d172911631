//! What a notice's figures have beside them: the columns of a row, and the sets that a figure belongs to.

use std::sync::Arc;

use indexmap::IndexMap;

use super::Desk;
use crate::figures::{Figure, Seen};
use crate::quantity::Unit;

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
