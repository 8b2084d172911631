//! Claims about multiples of an earlier value: doubled, trebled, halved.

use super::{Family, Kind, Wanted, wanted};
use crate::claims::reading::{Cannot, Row};
use crate::claims::tolerance::MULTIPLE;
use crate::finding::Code;
use crate::lexicon::Sense;
use crate::quantity::{Exact, Unit};

const FROM: &[Wanted] = &[wanted("from")];

pub(super) const KINDS: &[Kind] = &[
    Kind {
        name: "doubled",
        holds: "twice the earlier value, or little more",
        arguments: FROM,
        example: "crime.value is doubled(from=crime.previous)",
        words: &[Sense::Doubled, Sense::Times(2), Sense::Rose],
        if_better: (&[], &[]),
        contrary: &[],
        family: Family::Multiple,
        judge: |row| Ok(is_about(&times(row)?, 2)),
    },
    Kind {
        name: "trebled",
        holds: "three times the earlier value, or little more",
        arguments: FROM,
        example: "crime.value is trebled(from=crime.previous)",
        words: &[Sense::Trebled, Sense::Times(3), Sense::Rose],
        if_better: (&[], &[]),
        contrary: &[],
        family: Family::Multiple,
        judge: |row| Ok(is_about(&times(row)?, 3)),
    },
    Kind {
        name: "halved",
        holds: "half the earlier value, or little less",
        arguments: FROM,
        example: "crime.value is halved(from=crime.previous)",
        words: &[Sense::Halved, Sense::Fell],
        if_better: (&[], &[]),
        contrary: &[],
        family: Family::Multiple,
        judge: |row| {
            let times = times(row)?;
            Ok(Exact::whole(1)
                .over(&times)
                .is_some_and(|inverse| is_about(&inverse, 2)))
        },
    },
    Kind {
        name: "more_than_doubled",
        holds: "more than twice the earlier value",
        arguments: FROM,
        example: "crime.value is more_than_doubled(from=crime.previous)",
        words: &[Sense::MoreThanDoubled, Sense::Rose],
        if_better: (&[], &[]),
        contrary: &[],
        family: Family::Multiple,
        judge: |row| Ok(times(row)? > Exact::whole(2)),
    },
];

/// At least `multiple`, and past it by no more than the table allows.
fn is_about(times: &Exact, multiple: i64) -> bool {
    let multiple = Exact::whole(multiple);
    let most = multiple.plus(&multiple.times(&MULTIPLE.share()));
    *times >= multiple && *times <= most
}

/// How many times the earlier value the figure is.
fn times(row: &Row<'_>) -> Result<Exact, Cannot> {
    if row.beside.not_comparable.is_some() {
        return Err(Cannot::new(
            Code::NotComparable,
            format!("`{}` may not be compared with earlier values", row.figure.name),
            "take the claim out: `not-comparable:` or `comparable-over-time: false` in the data forbids it",
        ));
    }
    if matches!(row.quantity()?.unit, Unit::Rating(_)) {
        return Err(Cannot::new(
            Code::BadCondition,
            format!("`{}` is a rating, and a rating has no multiples", row.figure.name),
            "write `is improved(from=…)`",
        ));
    }
    let from = row.value("from")?;
    row.amount()?
        .over(&from.amount)
        .filter(|times| !times.is_negative())
        .ok_or_else(|| {
            Cannot::new(
                Code::ClaimNotSupported,
                format!("`{}` has no multiple: it is 0 or of the other sign", from.name),
                "say that it rose or fell, and by how much",
            )
        })
}
