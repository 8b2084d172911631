//! Claims that parts make a whole.

use std::sync::Arc;

use super::{Family, Kind, set};
use crate::claims::reading::{Cannot, Judged, Row};
use crate::figures::Figure;
use crate::finding::Code;
use crate::lexicon::Sense;
use crate::quantity::Exact;

pub(super) const KINDS: &[Kind] = &[Kind {
    name: "sum_of",
    holds: "the parts make the whole, exactly and as printed; slack only where the programme's `sums:` declares it",
    arguments: &[set("parts")],
    example: "reports.value is sum_of(parts=[first.value, second.value])",
    words: &[Sense::Sum],
    if_better: (&[], &[]),
    contrary: &[],
    denied: &[],
    family: Family::Sum,
    judge: sum_of,
}];

fn sum_of(row: &Row<'_>) -> Judged {
    let mut total = Exact::whole(0);
    let parts = row.set("parts")?;
    distinct(row, &parts)?;
    for part in parts {
        if let Some(quantity) = part.quantity() {
            total = total.plus(&row.read(quantity));
        }
    }
    let slack = row.beside.slack.clone().unwrap_or_else(|| Exact::whole(0));
    Ok(total.minus(&row.amount()?).abs() <= slack)
}

/// A part counts once, and no whole is a part of itself.
fn distinct(row: &Row<'_>, parts: &[Arc<Figure>]) -> Result<(), Cannot> {
    let same = |one: &Figure, other: &Figure| one.name == other.name && one.subject == other.subject;
    let says = |what: String| {
        Cannot::new(
            Code::BadCondition,
            what,
            "name each part once, and the whole not among them",
        )
    };
    for (at, part) in parts.iter().enumerate() {
        if same(part, row.figure) {
            return Err(says(format!("`{}` is its own part in `parts=`", part.name)));
        }
        if parts[..at].iter().any(|other| same(other, part)) {
            return Err(says(format!("`{}` stands twice in `parts=`", part.name)));
        }
    }
    Ok(())
}
