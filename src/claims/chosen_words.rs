//! Words that a filter chose (`| against`, `| moved`, `| as_share`) in their sentence: what they say is true by
//! construction, what the sentence makes of it is not.

use std::sync::Arc;

use indexmap::IndexMap;

use super::condition;
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
            let Basis::Chosen { by, figures } = basis.as_ref() else {
                continue;
            };
            let inside = |claim: &std::ops::Range<usize>| {
                claim.start <= span.range.start && span.range.end <= claim.end
            };
            if passage.claims.iter().any(|(claim, _, _)| inside(claim)) {
                continue;
            }
            let Some((text, case)) = says(&passage.text[span.range.clone()], figures) else {
                continue;
            };
            let Some(condition) = condition::parse(text, &mut Vec::new()) else {
                continue;
            };
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

/// The condition that the chosen words amount to, and its figures.
fn says(chosen: &str, figures: &[Arc<Figure>]) -> Option<(&'static str, Case)> {
    let (text, argument) = match chosen.to_lowercase().as_str() {
        "above" => ("x.value is above(than=x.average)", "than"),
        "below" => ("x.value is below(than=x.average)", "than"),
        "in line with" => ("x.value is in_line(with=x.average)", "with"),
        "rose" => ("x.value is rose(from=x.previous)", "from"),
        "fell" => ("x.value is fell(from=x.previous)", "from"),
        "showed no clear change" => ("x.value is no_clear_change", "from"),
        "was unchanged" => ("x.value is unchanged(from=x.previous)", "from"),
        _ => ("x.value is about(share=\"1/2\")", "share"),
    };
    let (figure, rest) = figures.split_first()?;
    let arguments: IndexMap<String, Given> = rest
        .iter()
        .map(|other| (argument.to_owned(), Given::Figure(Arc::clone(other))))
        .collect();
    let case = Case {
        rows: vec![CaseRow::new(figure, arguments)],
        count: Count::Every,
        listed: false,
        held: vec![true],
        holds: true,
    };
    Some((text, case))
}
