//! What a notice's figures have beside them: the columns of a row, and the sets that a figure belongs to.

use std::sync::Arc;

use indexmap::IndexMap;

use super::Desk;
use crate::data::Programme;
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
        return with_parts_left_out(figure, set, desk);
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

/// Counts of measures, and the other parts of the greatest whole that the programme makes up of them.
fn with_parts_left_out(figure: &Arc<Figure>, set: &[Arc<Figure>], desk: &Desk<'_>) -> Vec<Arc<Figure>> {
    let named = |other: &Arc<Figure>| other.subject.measure.as_ref().map(|own| own.name.clone());
    let own: Vec<String> = set
        .iter()
        .filter_map(named)
        .flat_map(|name| leaves(&name, desk.programme))
        .collect();
    let wholes = desk
        .programme
        .sums
        .iter()
        .map(|sum| leaves(&sum.whole.value, desk.programme));
    let whole = wholes
        .filter(|parts| own.iter().all(|part| parts.contains(part)))
        .max_by_key(Vec::len);
    let mut all = set.to_vec();
    for (_, other) in desk.scope.figures() {
        let Some(name) = named(other) else { continue };
        let left_out = whole.as_ref().is_some_and(|parts| parts.contains(&name)) && !own.contains(&name);
        let alike = other.subject.column == figure.subject.column
            && other.subject.inspection == figure.subject.inspection
            && other.quantity().is_some();
        let known = all.iter().any(|own| own.subject == other.subject);
        if left_out && alike && !known {
            all.push(Arc::clone(other));
        }
    }
    all
}

/// The measures that a whole is made up of, down to those that are no whole themselves; a measure that is none is its own.
pub fn leaves(name: &str, programme: &Programme) -> Vec<String> {
    let mut found = Vec::new();
    let mut open = vec![name.to_owned()];
    let mut seen: Vec<String> = Vec::new();
    while let Some(name) = open.pop() {
        if seen.contains(&name) {
            continue;
        }
        match programme.sums.iter().find(|sum| sum.whole.value == name) {
            Some(sum) => open.extend(sum.parts.iter().map(|part| part.value.clone())),
            None => found.push(name.clone()),
        }
        seen.push(name);
    }
    found
}
