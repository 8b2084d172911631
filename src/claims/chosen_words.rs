//! Words that a filter chose (`| against`, `| moved`, `| as_share`) in their sentence: what they say is true by
//! construction, what the sentence makes of it is not.

use std::sync::Arc;

use indexmap::IndexMap;

use super::condition::Condition;
use super::kinds::{self, Kind};
use super::reading::Given;
use super::resolve::{Case, CaseRow, Count};
use super::{Desk, Use, report, words};
use crate::figures::Figure;
use crate::finding::Finding;
use crate::release::{Basis, Origin};

/// Holds every chosen word against the sentence it stands in.
pub(super) fn check(desk: &Desk<'_>, findings: &mut Vec<Finding>) {
    for (at, passage) in desk.passages.iter().enumerate() {
        for span in &passage.spans {
            let Origin::Data {
                place,
                basis: Some(basis),
            } = &span.origin
            else {
                continue;
            };
            let Basis::Chosen {
                by,
                claim: Some(claim),
                figures,
            } = basis.as_ref()
            else {
                continue;
            };
            let inside = |claim: &std::ops::Range<usize>| {
                claim.start <= span.range.start && span.range.end <= claim.end
            };
            if passage.claims.iter().any(|(claim, _, _)| inside(claim)) {
                continue;
            }
            let Some(kind) = kinds::named(claim) else { continue };
            let Some(case) = case_of(kind, figures) else {
                continue;
            };
            let condition = Condition::of(kind);
            let used = Use {
                name: by,
                passage: at,
                range: span.range.clone(),
                place: *place,
            };
            let objections = words::judge_chosen(&used, &condition, &case, desk);
            report::against_words(&used, objections, None, desk, findings);
        }
    }
}

/// The figures of the chosen words, as those of a condition of that kind.
fn case_of(kind: &Kind, figures: &[Arc<Figure>]) -> Option<Case> {
    let (figure, rest) = figures.split_first()?;
    let argument = ["than", "with"].into_iter().find(|name| kind.takes(name));
    let argument = argument.unwrap_or("from");
    let arguments: IndexMap<String, Given> = rest
        .iter()
        .map(|other| (argument.to_owned(), Given::Figure(Arc::clone(other))))
        .collect();
    Some(Case {
        rows: vec![CaseRow::new(figure, arguments)],
        count: Count::Every,
        listed: false,
        held: vec![true],
        holds: true,
    })
}
