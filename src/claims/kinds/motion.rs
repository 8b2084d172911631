//! What a figure says of movement: a value of its own, a change, or how one change compares with another.

use std::sync::Arc;

use crate::claims::reading::{Given, Row};
use crate::figures::Figure;

/// What the sign of a figure says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Motion {
    /// Nothing: it is a value, and moves only against an earlier one.
    Value,
    /// That something rose or fell: the figure is itself a change.
    Change,
    /// Nothing of the thing that changes: it is the difference of two changes.
    Pace,
}

/// What the sign of a figure says of movement.
pub fn motion(figure: &Figure) -> Motion {
    let declared = is_declared(figure);
    let computed = matches!(
        figure.subject.column.as_str(),
        "change" | "difference" | "percent change" | "percent_change"
    );
    match (declared, computed) {
        (false, false) => Motion::Value,
        (true, true) => Motion::Pace,
        _ => Motion::Change,
    }
}

fn is_declared(figure: &Figure) -> bool {
    figure
        .subject
        .measure
        .as_ref()
        .is_some_and(|measure| measure.is_movement())
}

/// Whether a test compares one change with another: growth of 1.1% with growth of 2.7%. It says that the change
/// slowed or quickened, and not which way the thing itself went.
pub fn compares_changes(arguments: &indexmap::IndexMap<String, Given>, figure: &Figure) -> bool {
    let other = ["from", "than", "to", "with"]
        .iter()
        .find_map(|name| arguments.get(*name));
    match motion(figure) {
        Motion::Pace => true,
        Motion::Value => false,
        Motion::Change => {
            is_declared(figure) && matches!(other, Some(Given::Figure(other)) if is_declared(other))
        }
    }
}

/// Whether a figure is an earlier value: of last time, of a year, as first published.
pub fn is_earlier(figure: &Figure) -> bool {
    const EARLIER: [&str; 4] = ["previous", "year-ago", "first-published", "history"];
    let column = figure.subject.column.replace(['_', ' '], "-");
    EARLIER.iter().any(|earlier| column.starts_with(earlier))
}

/// Whether two figures are of one measure.
pub fn is_same_measure(one: &Figure, other: &Figure) -> bool {
    let name = |figure: &Figure| {
        figure
            .subject
            .measure
            .as_ref()
            .map(|measure| measure.name.clone())
    };
    name(one) == name(other)
}

/// Whether a figure is an earlier value of what another figure is of.
pub fn is_before(from: &Figure, figure: &Figure) -> bool {
    // The value of another inspection may be that of an earlier one.
    let elsewhere = from.subject.column == "value" && from.subject.inspection != figure.subject.inspection;
    is_own_past(from, figure) || (is_same_measure(from, figure) && elsewhere)
}

/// Whether a figure is, by its column, an earlier value of what another figure is of.
pub fn is_own_past(from: &Figure, figure: &Figure) -> bool {
    is_same_measure(from, figure) && is_earlier(from)
}

/// Half the width of the interval round the change that a row speaks of: the row's margin, where it belongs to that
/// change.
pub fn margin_round<'r>(row: &Row<'r>) -> Option<&'r Arc<Figure>> {
    let own = match row.arguments.get("from") {
        Some(Given::Figure(from)) => is_change_with_margin(row, from),
        Some(_) => false,
        None => is_itself_with_margin(row.figure),
    };
    row.beside.margin.as_ref().filter(|_| own)
}

/// A value's margin is round the change since last time, where there is one.
fn is_change_with_margin(row: &Row<'_>, from: &Figure) -> bool {
    from.subject.column == "previous"
        && row.beside.change.is_some()
        && !compares_changes(row.arguments, row.figure)
}

/// Whether a figure is itself the change that its row's margin is round.
fn is_itself_with_margin(figure: &Figure) -> bool {
    match figure.subject.column.as_str() {
        "value" => is_declared(figure),
        "change" | "difference" => motion(figure) == Motion::Change,
        _ => false,
    }
}

/// Whether a figure that stands above or below last time's, or a change that stands above or below a number, has an
/// interval that holds zero: risen it may not be called.
pub fn is_unclear(row: &Row<'_>) -> bool {
    let amount = |figure: &Figure| figure.quantity().map(|quantity| quantity.amount.clone());
    let change = match row.arguments.get("than") {
        Some(Given::Figure(than)) if is_change_with_margin(row, than) => amount(row.figure)
            .zip(amount(than))
            .map(|(own, than)| own.minus(&than)),
        Some(Given::Number(_)) if is_itself_with_margin(row.figure) => amount(row.figure),
        _ => None,
    };
    let margin = row.beside.margin.as_deref().and_then(amount);
    change
        .zip(margin)
        .is_some_and(|(change, margin)| change.abs() <= margin)
}

/// Whether a comparison is with what the figure's own interval holds: last time's value, or no change at all. It is on
/// neither side of it then, for "lower" says of a reader's figures what "fell" says.
pub fn is_within_margin(row: &Row<'_>) -> bool {
    let zero = matches!(row.arguments.get("than"), Some(Given::Number(number)) if number.is_zero());
    let earlier = matches!(row.arguments.get("than"), Some(Given::Figure(_)));
    (zero || earlier) && is_unclear(row)
}
