//! Claims about a place: in a named complete set, or at the end of an ordered scale.

use super::{Family, Kind, Wanted, set};
use crate::claims::reading::{Cannot, Judged, Row};
use crate::finding::Code;
use crate::lexicon::Sense;
use crate::quantity::{Exact, Unit};

const AMONG: &[Wanted] = &[set("among")];

/// A place in a set as a kind: how many stand before it, from the top or the bottom, alone or shared.
macro_rules! place {
    ($name:literal, $holds:literal, $words:expr, $if_better:expr, $top:literal, $before:literal, $joint:literal) => {
        Kind {
            name: $name,
            holds: $holds,
            arguments: AMONG,
            example: concat!("control.value is ", $name, "(among=measures.value)"),
            words: $words,
            if_better: $if_better,
            contrary: &[],
            denied: &[],
            family: Family::Rank,
            judge: |row| in_place(row, $top, $before, $joint),
        }
    };
}

pub(super) const KINDS: &[Kind] = &[
    place!(
        "highest",
        "more than every other of the set; a tie is not",
        &[Sense::FromTop(1)],
        (&[Sense::Best], &[Sense::Worst]),
        true,
        0,
        false
    ),
    place!(
        "lowest",
        "less than every other of the set; a tie is not",
        &[Sense::FromBottom(1)],
        (&[Sense::Worst], &[Sense::Best]),
        false,
        0,
        false
    ),
    place!(
        "second_highest",
        "one of the set is more, every other less",
        &[Sense::FromTop(2)],
        (&[], &[]),
        true,
        1,
        false
    ),
    place!(
        "second_lowest",
        "one of the set is less, every other more",
        &[Sense::FromBottom(2)],
        (&[], &[]),
        false,
        1,
        false
    ),
    place!(
        "third_highest",
        "two of the set are more, every other less",
        &[Sense::FromTop(3)],
        (&[], &[]),
        true,
        2,
        false
    ),
    place!(
        "third_lowest",
        "two of the set are less, every other more",
        &[Sense::FromBottom(3)],
        (&[], &[]),
        false,
        2,
        false
    ),
    place!(
        "joint_highest",
        "none of the set is more, and another is equal",
        &[Sense::FromTop(1), Sense::Joint],
        (&[Sense::Best], &[Sense::Worst]),
        true,
        0,
        true
    ),
    place!(
        "joint_lowest",
        "none of the set is less, and another is equal",
        &[Sense::FromBottom(1), Sense::Joint],
        (&[Sense::Worst], &[Sense::Best]),
        false,
        0,
        true
    ),
    place!(
        "joint_second_highest",
        "one of the set is more, and another is equal",
        &[Sense::FromTop(2), Sense::Joint],
        (&[], &[]),
        true,
        1,
        true
    ),
    place!(
        "joint_second_lowest",
        "one of the set is less, and another is equal",
        &[Sense::FromBottom(2), Sense::Joint],
        (&[], &[]),
        false,
        1,
        true
    ),
    place!(
        "joint_third_highest",
        "two of the set are more, and another is equal",
        &[Sense::FromTop(3), Sense::Joint],
        (&[], &[]),
        true,
        2,
        true
    ),
    place!(
        "joint_third_lowest",
        "two of the set are less, and another is equal",
        &[Sense::FromBottom(3), Sense::Joint],
        (&[], &[]),
        false,
        2,
        true
    ),
    Kind {
        name: "highest_on_scale",
        holds: "the best rating there is",
        arguments: &[],
        example: "victims.value is highest_on_scale",
        words: &[Sense::FromTop(1), Sense::Best],
        if_better: (&[], &[]),
        contrary: &[],
        denied: &[],
        family: Family::Scale,
        judge: |row| at_end(row, true),
    },
    Kind {
        name: "lowest_on_scale",
        holds: "the worst rating there is",
        arguments: &[],
        example: "overall.value is lowest_on_scale",
        words: &[Sense::FromBottom(1), Sense::Worst],
        if_better: (&[], &[]),
        contrary: &[],
        denied: &[],
        family: Family::Scale,
        judge: |row| at_end(row, false),
    },
];

/// Whether exactly `before` of the set stand before the figure, and another is level with it or none is.
fn in_place(row: &Row<'_>, top: bool, before: usize, joint: bool) -> Judged {
    let (ahead, level) = standing(row, top)?;
    Ok(ahead == before && (level > 0) == joint)
}

/// How many others of the set stand before the figure, and how many level with it.
fn standing(row: &Row<'_>, top: bool) -> Result<(usize, usize), Cannot> {
    let own = row.amount()?;
    let set = row.set("among")?;
    let is_self =
        |other: &crate::figures::Figure| other.subject == row.figure.subject && other.name == row.figure.name;
    if !set.iter().any(|other| is_self(other)) {
        return Err(Cannot::new(
            Code::ClaimNotSupported,
            format!("`{}` is not in the set it is ranked in", row.figure.name),
            "name the complete set, the figure included: `among=measures.value` or `among=inspections.control.value`",
        ));
    }
    let others: Vec<Exact> = set
        .iter()
        .filter(|other| !is_self(other))
        .filter_map(|other| other.quantity().map(|quantity| row.read(quantity)))
        .collect();
    if others.is_empty() {
        return Err(Cannot::new(
            Code::ClaimNotSupported,
            "a set of one has no highest and no lowest",
            "name the complete set: `among=inspections.control.value`",
        ));
    }
    let ahead = others
        .iter()
        .filter(|other| if top { **other > own } else { **other < own });
    let level = others.iter().filter(|other| **other == own);
    Ok((ahead.count(), level.count()))
}

fn at_end(row: &Row<'_>, best: bool) -> Judged {
    let quantity = row.quantity()?;
    let Unit::Rating(scale) = &quantity.unit else {
        return Err(Cannot::new(
            Code::BadCondition,
            format!("`{}` has no scale of ratings", row.figure.name),
            "for a number name the set: `is highest(among=…)`",
        ));
    };
    let end = if best { scale.best() } else { scale.worst() };
    Ok(quantity.rating() == Some(end))
}
