//! Doubts about a notice as a whole, which stop nothing: two times of release, another day than the inspection's, a
//! benchmark of one.

use std::collections::BTreeSet;

use crate::figures::Provenance;
use crate::finding::{Code, Finding};
use crate::release::Passage;
use crate::words::Script;

/// Everything doubtful about a composed notice.
pub(super) fn doubts(script: &Script<'_>, passages: &[Passage]) -> Vec<Finding> {
    let mut findings = Vec::new();
    findings.extend(two_times(script));
    findings.extend(another_day(script));
    findings.extend(benchmark_of_one(passages));
    findings
}

fn two_times(script: &Script<'_>) -> Option<Finding> {
    let (_, publication) = script.parts.embargo.zip(script.parts.publication)?;
    Some(
        Finding::new(
            Code::EmbargoDoubtful,
            publication.place(),
            "the notice has an embargo and a publication time; the embargo counts",
        )
        .advice("keep one: `embargo:` for copy sent out beforehand, `publication:` where none is"),
    )
}

/// The benchmark to date goes by the inspection's own day, so it must be the day of the notice.
fn another_day(script: &Script<'_>) -> Option<Finding> {
    let [(inspection, _)] = script.subject.inspections.as_slice() else {
        return None;
    };
    let day = script.subject.instant.as_ref()?.date();
    let published = crate::moment::parse_date(&inspection.published.value).ok()?;
    (published != day).then(|| {
        let says = "the inspection is published on another day than the notice";
        Finding::new(Code::PublishedMismatch, inspection.published.place, says).advice(
            "make `published:` the day on which the notice's embargo ends; the benchmark to date goes by it",
        )
    })
}

/// A lowest, highest or average over the inspection's own result alone.
fn benchmark_of_one(passages: &[Passage]) -> Option<Finding> {
    let mut alone = BTreeSet::new();
    let mut place = None;
    for (_, figure) in passages.iter().flat_map(Passage::figures) {
        let Provenance::Computed { inputs, .. } = &figure.provenance else {
            continue;
        };
        let mut inputs = inputs.iter();
        if let (Some(only), None) = (inputs.next(), inputs.next())
            && matches!(figure.subject.column.as_str(), "lowest" | "highest" | "average")
            && only.inspection.is_some()
            && only.inspection == figure.subject.inspection
        {
            place.get_or_insert(only.place);
            alone.insert(figure.name.clone());
        }
    }
    let names: Vec<String> = alone.into_iter().collect();
    (!names.is_empty()).then(|| {
        let says = format!(
            "a benchmark is over this inspection alone: `{}`",
            names.join("`, `")
        );
        Finding::new(Code::BenchmarkOfOne, place, says)
            .advice("give it in the inspection's file with its source, or leave the comparison out")
    })
}
