//! Figures that moved: their old and new value, printed and exact, and by how much.

use super::files::{Files, MovedScalar};
use super::said::{Said, SaidFigure};
use crate::quantity::{Exact, NumberStyle, Quantity, Unit};

/// A figure that moved, came or went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MovedFigure {
    /// Its name: `control.value`.
    pub name: String,
    /// As it printed and its exact value; `None` for one that came.
    pub before: Option<(String, String)>,
    /// As it prints and its exact value; `None` for one that went.
    pub after: Option<(String, String)>,
    /// `−5 percentage points`, `+3 reports`, `2 steps up`; `None` where there is no difference to tell.
    pub change: Option<String>,
    /// Whether the notice prints it, before or now.
    pub in_words: bool,
    /// The scalars of the data that moved it.
    pub scalars: Vec<MovedScalar>,
}

/// The figures that moved.
pub fn moved(old: &Said, new: &Said, files: Option<&Files<'_>>) -> Vec<MovedFigure> {
    let mut all = Vec::new();
    let names = new.figures.keys();
    let gone = old.figures.keys().filter(|name| !new.figures.contains_key(*name));
    for name in names.chain(gone) {
        let (before, after) = (old.figures.get(name), new.figures.get(name));
        if !differ(before, after) {
            continue;
        }
        let of = |said: Option<&SaidFigure>| said.map(|one| (one.printed.clone(), one.exact.clone()));
        let data = |said: Option<&'_ SaidFigure>| said.and_then(|one| one.figure.clone());
        all.push(MovedFigure {
            name: name.clone(),
            before: of(before),
            after: of(after),
            change: by_how_much(before, after, &new.numbers),
            in_words: [before, after].into_iter().flatten().any(|one| one.in_words),
            scalars: files
                .map(|files| files.moved(data(before).as_deref(), data(after).as_deref()))
                .unwrap_or_default(),
        });
    }
    all
}

/// A figure that only moved in place did not move.
fn differ(before: Option<&SaidFigure>, after: Option<&SaidFigure>) -> bool {
    let (Some(before), Some(after)) = (before, after) else {
        return true;
    };
    let units = match (quantity(before), quantity(after)) {
        (Some(then), Some(now)) => then.unit != now.unit,
        _ => false,
    };
    units || before.printed != after.printed || before.exact != after.exact
}

fn quantity(said: &SaidFigure) -> Option<&Quantity> {
    said.figure.as_ref()?.quantity()
}

/// The difference in words; `None` between unlike units or where a value is missing.
fn by_how_much(
    before: Option<&SaidFigure>,
    after: Option<&SaidFigure>,
    numbers: &NumberStyle,
) -> Option<String> {
    let (before, after) = (before?, after?);
    let now = quantity(after)?;
    // A record keeps the amount, not the unit: it was the same, or the words around it changed.
    let then = match &before.figure {
        Some(figure) => figure.quantity()?.clone(),
        None => Quantity {
            amount: kept(&before.exact)?,
            ..now.clone()
        },
    };
    if let (Unit::Rating(one), Unit::Rating(other)) = (&then.unit, &now.unit) {
        let steps = now.amount.minus(&then.amount).to_whole()?;
        let way = if steps > 0 { "up" } else { "down" };
        let noun = if steps.abs() == 1 { "step" } else { "steps" };
        return (one == other && steps != 0).then(|| format!("{} {noun} {way}", steps.abs()));
    }
    let unit = match (&then.unit, &now.unit) {
        (Unit::Percent, Unit::Percent) => Unit::PercentagePoints,
        (one, other) if one == other => one.clone(),
        _ => return None,
    };
    let difference = enough_places(
        Quantity {
            amount: now.amount.minus(&then.amount),
            unit,
            places: now.places.max(then.places),
        },
        &now.rounded(numbers.rounding)
            .minus(&then.rounded(numbers.rounding)),
        numbers,
    );
    let noun = match &difference.unit {
        Unit::Number(Some(noun)) => format!(" {}", noun.for_count(&difference.amount)),
        Unit::Score { .. } => " points".to_owned(),
        _ => String::new(),
    };
    (!difference.amount.is_zero()).then(|| format!("{}{noun}", difference.print_signed(numbers)))
}

/// An exact amount as records keep it: `78.48`, `78.481… (6200/79)`.
fn kept(exact: &str) -> Option<Exact> {
    match exact.split_once('(') {
        Some((_, fraction)) => {
            let (over, under) = fraction.strip_suffix(')')?.split_once('/')?;
            Exact::parse(over)?.over(&Exact::parse(under)?)
        }
        None => Exact::parse(exact),
    }
}

/// With one decimal more where the difference is not that of the printed figures, and as many as it takes for a small
/// one not to print as none, up to three more.
fn enough_places(quantity: Quantity, printed: &Exact, numbers: &NumberStyle) -> Quantity {
    let most = quantity.places.saturating_add(3);
    let mut enough = quantity;
    if enough.rounded(numbers.rounding) != *printed {
        enough.places += 1;
    }
    while enough.rounded(numbers.rounding).is_zero() && enough.places < most {
        enough.places += 1;
    }
    enough
}
