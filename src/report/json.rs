//! Findings for programs: one JSON document, `"format": 1`.

use serde_json::{Map, Value, json};

use super::coverage::{Coverage, Share};
use super::settled::{Reported, Tally};
use crate::finding::{Place, Sources};

/// `{"format": 1, "findings": […], "errors": 1, "warnings": 0, "notes": 0}`. A finding has `code`, `severity`, `says`,
/// `advice`, `notices`, `file`, `line`, `column`, `end-line`, `end-column` (from 1, in characters; the end is
/// exclusive; `file` alone where it has no place in one), `also`, and `shown` with `words` (the source text) only where `values` allows it.
pub fn json(findings: &[Reported], sources: &Sources, values: bool) -> Value {
    let tally = Tally::of(findings);
    let list: Vec<Value> = findings.iter().map(|one| finding(one, sources, values)).collect();
    json!({
        "format": 1,
        "findings": list,
        "errors": tally.errors,
        "warnings": tally.warnings,
        "notes": tally.notes,
    })
}

/// Coverage as counts and as its line.
pub fn coverage_json(coverage: &Coverage) -> Value {
    let share = |share: Share| json!({"of": share.of, "all": share.all});
    json!({
        "numbers": share(coverage.numbers),
        "claims": share(coverage.claims),
        "cited": coverage.cited,
        "as-written": coverage.as_written,
        "accepted": coverage.accepted,
        "sign-offs": share(coverage.sign_offs),
        "line": coverage.line(),
    })
}

fn finding(reported: &Reported, sources: &Sources, values: bool) -> Value {
    let finding = &reported.finding;
    let mut object = Map::new();
    object.insert("code".to_owned(), finding.code.name().into());
    object.insert("severity".to_owned(), finding.severity.name().into());
    object.insert("says".to_owned(), finding.says.as_str().into());
    object.insert("advice".to_owned(), finding.advice.as_str().into());
    object.insert("notices".to_owned(), reported.notices.clone().into());
    match finding.place {
        Some(place) => object.extend(spot(place, sources)),
        None => {
            object.insert("file".to_owned(), reported.file().into());
        }
    }
    let also: Vec<Value> = finding
        .also
        .iter()
        .map(|(place, label)| {
            let mut object = spot(*place, sources);
            object.insert("label".to_owned(), label.as_str().into());
            Value::Object(object)
        })
        .collect();
    if !also.is_empty() {
        object.insert("also".to_owned(), also.into());
    }
    if values {
        object.insert("shown".to_owned(), finding.shown.clone().into());
        if let Some(place) = finding.place {
            object.insert("words".to_owned(), sources.text(place).into());
        }
    }
    Value::Object(object)
}

/// Where a place is, as keys of an object: `file`, `line`, `column`, `end-line`, `end-column`.
pub fn spot(place: Place, sources: &Sources) -> Map<String, Value> {
    let source = sources.get(place.file);
    let (start, end) = (source.position(place.start), source.position(place.end));
    let mut object = Map::new();
    object.insert("file".to_owned(), source.path().into());
    object.insert("line".to_owned(), start.line.into());
    object.insert("column".to_owned(), start.column.into());
    object.insert("end-line".to_owned(), end.line.into());
    object.insert("end-column".to_owned(), end.column.into());
    object
}
