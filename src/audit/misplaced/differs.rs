//! Whether it makes a difference that a figure stands in another's place: what prints alike is still true.

use crate::claims::Desk;
use crate::figures::Figure;
use crate::figures::changes::says_moved;
use crate::lexicon::{self, Sense};
use crate::quantity::Unit;

/// The short name of a figure's measure.
pub fn measure_of(figure: &Figure) -> Option<&str> {
    let measure = figure.subject.measure.as_ref()?;
    Some(measure.name.as_str())
}

/// Whether a figure is a change, the words speak of what is no change, and of its moving: "sales rose by 3%" names
/// the sales and prints their growth.
pub fn is_its_change(figure: &Figure, spoken: &str, clause: &str, desk: &Desk<'_>) -> bool {
    let measures = desk.scope.figures();
    let other = measures
        .iter()
        .filter_map(|(_, other)| other.subject.measure.as_ref())
        .find(|measure| measure.name == spoken);
    let change = figure.subject.measure.as_ref().is_some_and(|own| own.is_change());
    let moves = |sense: Sense| {
        matches!(
            sense,
            Sense::Rose | Sense::Fell | Sense::Unchanged | Sense::Improved | Sense::Worsened
        )
    };
    change
        && other.is_none_or(|other| !other.is_change())
        && (lexicon::find(clause).iter().any(|hit| moves(hit.sense)) || says_moved(clause))
}

/// Whether the figure in the same column of the subject spoken of is there, in the same unit, and prints differently.
pub fn differs(figure: &Figure, desk: &Desk<'_>, spoken: impl Fn(&Figure) -> bool) -> bool {
    let figures = desk.scope.figures();
    let is_part = |column: &str| matches!(column, "count" | "base");
    // `upheld.value.count` goes with `rejected.value.count`, and not with `rejected.previous.count`.
    let column = |figure: &Figure| -> Option<String> {
        let part = is_part(&figure.subject.column);
        Some(if part {
            figure.name.rsplit('.').nth(1)?.to_owned()
        } else {
            figure.subject.column.clone()
        })
    };
    let same_column = figures.iter().find(|(path, other)| {
        let part = path.ends_with(".count") || path.ends_with(".base");
        part == is_part(&figure.subject.column)
            && other.subject.column == figure.subject.column
            && column(other) == column(figure)
            && spoken(other)
    });
    same_column.is_some_and(|(_, other)| prints_otherwise(figure, other, desk))
}

/// Whether two figures are both there and print differently.
pub fn prints_otherwise(figure: &Figure, other: &Figure, desk: &Desk<'_>) -> bool {
    match (figure.quantity(), other.quantity()) {
        (Some(own), Some(other)) => {
            own.unit != other.unit || own.print(desk.numbers) != other.print(desk.numbers)
        }
        _ => false,
    }
}

/// Whether two figures are of one unit: a comparison of them says something.
pub fn of_one_unit(figure: &Figure, other: &Figure) -> bool {
    let unit = |figure: &Figure| figure.quantity().map(|quantity| quantity.unit.clone());
    unit(figure) == unit(other)
}

/// Whether a figure is of an earlier year, and a measure of the same unit has none of that year.
pub fn has_no_such_year(figure: &Figure, measure: &str, desk: &Desk<'_>) -> bool {
    let of = |other: &Figure| {
        measure_of(other) == Some(measure) && other.subject.inspection == figure.subject.inspection
    };
    let mut theirs = desk
        .scope
        .figures()
        .iter()
        .filter(|(_, other)| of(other))
        .peekable();
    figure.subject.column.starts_with("history")
        && theirs.peek().is_some_and(|(_, other)| of_one_unit(figure, other))
        && theirs.all(|(_, other)| other.subject.column != figure.subject.column)
}

/// Whether a figure counts something.
pub fn is_count(figure: &Figure) -> bool {
    figure
        .quantity()
        .is_some_and(|quantity| matches!(quantity.unit, Unit::Number(_)))
}
