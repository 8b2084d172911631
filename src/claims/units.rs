//! What the noun of a unit says: whether it is of things that are counted, or of a length of time.

use crate::figures::Figure;
use crate::language::Lists;
use crate::quantity::Unit;

static ENGLISH: Lists = Lists::of(include_str!("units-en.txt"));

/// Whether a unit is a noun for things that are counted.
pub fn counts(unit: &Unit) -> bool {
    let Unit::Number(Some(noun)) = unit else {
        return false;
    };
    let first = noun.one.split_whitespace().next().unwrap_or_default();
    let first = first.to_lowercase();
    let is = |word: &str| {
        ["times", "measures"]
            .iter()
            .any(|name| ENGLISH.list(name).has(word))
    };
    !is(&first) && !first.strip_suffix('s').is_some_and(is)
}

/// Whether a figure is a length of time: "working days", "weeks of waiting", but not "day patients".
pub fn is_time(figure: &Figure) -> bool {
    let Some(Unit::Number(Some(noun))) = figure.quantity().map(|quantity| &quantity.unit) else {
        return false;
    };
    let head = noun.one.split(" of ").next().unwrap_or_default().to_lowercase();
    let last = head.split_whitespace().last().unwrap_or_default();
    ENGLISH.list("times").has(last.strip_suffix('s').unwrap_or(last))
}
