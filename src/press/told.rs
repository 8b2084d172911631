//! What follows from a fault that is told already: one mistake is one finding, not one for everything that rests on it.

use std::collections::HashSet;

use crate::data::notice::BodyItem;
use crate::figures::Scope;
use crate::finding::{Because, Code, FileId, Finding};
use crate::words::Script;

/// Mistakes in the words after which a text, and the claims marked in it, did not print.
const UNPRINTED: [Code; 6] = [
    Code::BadTemplate,
    Code::UnknownFigure,
    Code::UnknownFilter,
    Code::OperatorOnFigures,
    Code::MissingValueUsed,
    Code::MarkupRefused,
];

/// Takes out of `findings` what only follows from another finding, in them or among those of loading. The first
/// `composed` of them are of the composing itself.
pub(super) fn consequences(
    script: &Script<'_>,
    file: FileId,
    loading: &[Finding],
    composed: usize,
    scope: &Scope,
    findings: &mut Vec<Finding>,
) {
    let in_file = |finding: &&Finding| finding.place.is_some_and(|place| place.file == file);
    let faults: Vec<&Finding> = loading
        .iter()
        .filter(in_file)
        .filter(|one| one.is_error())
        .collect();
    let unprinted = findings[..composed]
        .iter()
        .chain(faults.iter().copied())
        .any(|one| UNPRINTED.contains(&one.code));
    // The table that was asked for is told where it is asked for: under a key or a name that there is not.
    let table = script
        .parts
        .body
        .iter()
        .any(|item| matches!(item, BodyItem::Table(_)))
        || faults
            .iter()
            .any(|one| matches!(one.code, Code::UnknownKey | Code::WrongKind));
    let figures = scope.figures().iter();
    let unreadable: HashSet<&str> = figures
        .filter(|(_, figure)| figure.is_unreadable())
        .map(|(_, figure)| figure.name.as_str())
        .collect();
    findings.retain(|one| match (one.code, &one.because) {
        (Code::UnusedClaim, _) => !unprinted,
        (_, Some(Because::NoTable)) => !table,
        (_, Some(Because::Missing(figure))) => !unreadable.contains(figure.as_str()),
        _ => true,
    });
}
