//! Claims that parts make a whole.

use super::{Family, Kind, set};
use crate::claims::reading::{Judged, Row};
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
    family: Family::Sum,
    judge: sum_of,
}];

fn sum_of(row: &Row<'_>) -> Judged {
    let mut total = Exact::whole(0);
    for part in row.set("parts")? {
        if let Some(quantity) = part.quantity() {
            total = total.plus(&row.read(quantity));
        }
    }
    let slack = row.beside.slack.clone().unwrap_or_else(|| Exact::whole(0));
    Ok(total.minus(&row.amount()?).abs() <= slack)
}
