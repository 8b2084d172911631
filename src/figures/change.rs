//! Differences and changes: points and relative change are different things with different units.

use super::provenance::{Inputs, Provenance};
use super::{Figure, Subject, Value};
use crate::quantity::{Exact, Quantity, Unit};

/// `figure − from`: percentage points between percentages, otherwise the unit itself.
/// `None` when a value is missing, the units differ, or the unit is a rating.
pub fn difference(figure: &Figure, from: &Figure) -> Option<Figure> {
    let (now, then) = (figure.quantity()?, from.quantity()?);
    let unit = match (&now.unit, &then.unit) {
        (Unit::Percent, Unit::Percent) => Unit::PercentagePoints,
        (Unit::Rating(_), _) => return None,
        (unit, other) if unit == other => unit.clone(),
        _ => return None,
    };
    let quantity = Quantity {
        amount: now.amount.minus(&then.amount),
        unit,
        places: now.places.max(then.places),
    };
    Some(derived(
        figure,
        "difference",
        quantity,
        "the one minus the other, before rounding",
        &[figure, from],
    ))
}

/// The relative change from `from` to `figure` in per cent of `from`; prints with the places of the measure.
/// `None` when a value is missing, the units differ, or `from` is zero.
pub fn percent_change(figure: &Figure, from: &Figure) -> Option<Figure> {
    let (now, then) = (figure.quantity()?, from.quantity()?);
    if now.unit != then.unit || matches!(now.unit, Unit::Rating(_)) {
        return None;
    }
    let ratio = now.amount.minus(&then.amount).over(&then.amount.abs())?;
    let quantity = Quantity {
        amount: ratio.times(&Exact::whole(100)),
        unit: Unit::Percent,
        places: now.places.max(then.places),
    };
    let rule = "the difference as a share of the earlier value, before rounding";
    Some(derived(figure, "percent change", quantity, rule, &[figure, from]))
}

/// `value − previous`.
pub fn change(value: &Figure, previous: &Figure) -> Option<Figure> {
    difference(value, previous)
}

/// A change that is missing because its values may not be compared.
pub fn not_comparable(value: &Figure, reason: &str) -> Figure {
    Figure {
        name: value.name.clone(),
        value: Value::Missing {
            reason: format!("not comparable: {reason}"),
        },
        subject: Subject {
            column: "change".to_owned(),
            ..value.subject.clone()
        },
        provenance: value.provenance.clone(),
    }
}

/// A change that is missing because one of its values is, or because there is no relative change from nothing.
/// `None` between ratings and between different units, which have no change at all.
pub fn no_change(value: &Figure, previous: &Figure) -> Option<Figure> {
    let (reason, from) = match (&value.value, &previous.value) {
        (Value::Missing { reason }, _) => (reason.clone(), value),
        (_, Value::Missing { reason }) => (reason.clone(), previous),
        (_, Value::Known { quantity, .. }) if quantity.amount.is_zero() => {
            ("no relative change from zero".to_owned(), previous)
        }
        _ => return None,
    };
    let rating = [value, previous]
        .into_iter()
        .filter_map(Figure::quantity)
        .any(|quantity| matches!(quantity.unit, Unit::Rating(_)));
    (!rating).then(|| Figure {
        name: value.name.clone(),
        value: Value::Missing { reason },
        subject: Subject {
            column: "change".to_owned(),
            ..value.subject.clone()
        },
        provenance: from.provenance.clone(),
    })
}

/// The ends of the interval `figure ± margin`.
pub fn interval(figure: &Figure, margin: &Figure) -> Option<(Figure, Figure)> {
    let (middle, half) = (figure.quantity()?, margin.quantity()?);
    let places = middle.places.max(half.places);
    let end = |amount: Exact, name: &str| {
        let quantity = Quantity {
            amount,
            unit: middle.unit.clone(),
            places,
        };
        derived(
            figure,
            name,
            quantity,
            "the value and its margin",
            &[figure, margin],
        )
    };
    Some((
        end(middle.amount.minus(&half.amount), "lower end"),
        end(middle.amount.plus(&half.amount), "upper end"),
    ))
}

/// A figure computed from others, about the same subject as `figure`.
pub fn derived(figure: &Figure, what: &str, quantity: Quantity, rule: &str, from: &[&Figure]) -> Figure {
    Figure {
        name: format!(
            "{} of {}",
            what,
            from.iter()
                .map(|f| f.name.as_str())
                .collect::<Vec<_>>()
                .join(" and ")
        ),
        value: Value::Known { quantity, of: None },
        subject: Subject {
            column: what.to_owned(),
            ..figure.subject.clone()
        },
        provenance: Provenance::Computed {
            rule: rule.to_owned(),
            inputs: Inputs::joined(from.iter().map(|figure| figure.provenance.shared(&figure.name))),
            steps: from.iter().copied().cloned().collect(),
        },
    }
}

/// The count or the base of `62 of 79` as a figure of its own.
pub fn part_of(figure: &Figure, base: bool) -> Option<Figure> {
    let (count, whole) = figure.of()?;
    let number = if base { whole } else { count };
    let name = if base { "base" } else { "count" };
    Some(Figure {
        name: format!("{}.{name}", figure.name),
        value: Value::Known {
            quantity: Quantity {
                amount: Exact::ratio(number, 1)?,
                unit: Unit::Number(None),
                places: 0,
            },
            of: None,
        },
        subject: Subject {
            column: name.to_owned(),
            ..figure.subject.clone()
        },
        provenance: figure.provenance.clone(),
    })
}
