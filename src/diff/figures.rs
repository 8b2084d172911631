//! Figures that moved: their old and new value, printed and exact, and by how much.

use super::files::{Files, MovedScalar};
use super::said::{Said, SaidFigure};
use crate::figures::{Figure, difference};
use crate::quantity::{NumberStyle, Quantity, Unit};

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
        let exactly = |said: Option<&'_ SaidFigure>| said.and_then(|one| one.figure.clone());
        let (then, now) = (exactly(before), exactly(after));
        all.push(MovedFigure {
            name: name.clone(),
            before: of(before),
            after: of(after),
            change: match (&then, &now) {
                (Some(then), Some(now)) => by_how_much(then, now, &new.numbers),
                _ => None,
            },
            in_words: [before, after].into_iter().flatten().any(|one| one.in_words),
            scalars: files
                .map(|files| files.moved(then.as_deref(), now.as_deref()))
                .unwrap_or_default(),
        });
    }
    all
}

/// A figure that only moved in name or place did not move.
fn differ(before: Option<&SaidFigure>, after: Option<&SaidFigure>) -> bool {
    match (before, after) {
        (Some(before), Some(after)) => {
            let units = match (&before.figure, &after.figure) {
                (Some(then), Some(now)) => {
                    then.quantity().map(|one| &one.unit) != now.quantity().map(|one| &one.unit)
                }
                _ => false,
            };
            units || before.printed != after.printed || before.exact != after.exact
        }
        _ => true,
    }
}

/// The difference in words; `None` between unlike units or where a value is missing.
pub fn by_how_much(then: &Figure, now: &Figure, numbers: &NumberStyle) -> Option<String> {
    let (before, after) = (then.quantity()?, now.quantity()?);
    if let (Unit::Rating(one), Unit::Rating(other)) = (&before.unit, &after.unit) {
        let steps = after.amount.minus(&before.amount).to_whole()?;
        let way = if steps > 0 { "up" } else { "down" };
        let noun = if steps.abs() == 1 { "step" } else { "steps" };
        return (one == other && steps != 0).then(|| format!("{} {noun} {way}", steps.abs()));
    }
    let figure = difference(now, then)?;
    let quantity = enough_places(figure.quantity()?, numbers);
    let noun = match &quantity.unit {
        Unit::Number(Some(noun)) => format!(" {}", noun.for_count(&quantity.amount)),
        Unit::Score { .. } => " points".to_owned(),
        _ => String::new(),
    };
    (!quantity.amount.is_zero()).then(|| format!("{}{noun}", quantity.print_signed(numbers)))
}

/// With as many decimals as it takes for a small difference not to print as none, up to three more.
fn enough_places(quantity: &Quantity, numbers: &NumberStyle) -> Quantity {
    let mut enough = quantity.clone();
    while enough.rounded(numbers.rounding).is_zero() && enough.places < quantity.places.saturating_add(3) {
        enough.places += 1;
    }
    enough
}
