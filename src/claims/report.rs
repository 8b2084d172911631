//! The findings of the claims.

use super::condition::Fault;
use super::verdict::Verdict;
use super::words::Objection;
use super::{Desk, RestsOn, Use};
use crate::data::Text;
use crate::data::yaml::ScalarMap;
use crate::finding::{Code, Finding, Place, list_names};

/// What is wrong with a condition's own text, each at its exact place in the YAML.
pub(super) fn faults(
    faults: &[Fault],
    text: &Text,
    used: Option<&Use<'_>>,
    desk: &Desk<'_>,
    findings: &mut Vec<Finding>,
) {
    if faults.is_empty() {
        return;
    }
    let map = ScalarMap::new(desk.sources, text.place, &text.value);
    for fault in faults {
        let place = map.place(text.place.file, fault.range.clone());
        let mut finding = Finding::new(fault.code, place, fault.says.clone())
            .advice(fault.advice.clone())
            .because(fault.because.clone());
        // What the data cannot bear out is told with the sentence that says it; a slip of the pen needs none.
        let of_data = matches!(fault.code, Code::MissingValueUsed | Code::ClaimNotSupported);
        if let Some(used) = used.filter(|_| of_data) {
            finding = finding
                .shown(format!("the sentence: {}", sentence(used, desk)))
                .also(used.place, "the words");
        }
        if !findings.contains(&finding) {
            findings.push(finding);
        }
    }
}

pub(super) fn unused(name: &str, place: Place) -> Finding {
    Finding::new(
        Code::UnusedClaim,
        place,
        format!("no words use the claim `{name}`"),
    )
    .advice(format!("mark the words, `[words][{name}]`, or delete the claim"))
}

pub(super) fn unknown(used: &Use<'_>, desk: &Desk<'_>) -> Finding {
    let name = used.name;
    Finding::new(
        Code::UnknownClaim,
        used.place,
        format!("there is no claim `{name}`"),
    )
    .advice(format!(
        "{}; write it under `claims:`, or, if these words make none, take the brackets out",
        list_names(name, desk.claims.names())
    ))
}

pub(super) fn no_reason(rests_on: RestsOn, place: Place) -> Finding {
    let (says, advice) = match rests_on {
        RestsOn::Source => (
            "a claim cites no source",
            "name the document and the page: `{source: Inspection report, section 1}`",
        ),
        _ => (
            "a literal has no reason",
            "say why it stands as it is: `{as-written: the term is set by statute}`",
        ),
    };
    Finding::new(Code::MissingKey, place, says).advice(advice)
}

/// Whether the condition holds by exact and printed values; the finding if not.
///
/// The same claim may stand in several sentences: the values are told with the first.
pub(super) fn against_data(
    used: &Use<'_>,
    verdict: &Verdict,
    condition: Option<Place>,
    first: bool,
    desk: &Desk<'_>,
    findings: &mut Vec<Finding>,
) -> bool {
    let (code, says, advice) = match (verdict.exact, verdict.printed) {
        (true, true) => return true,
        _ if verdict.mixes_points => (
            Code::PointsOrPercent,
            format!(
                "the condition of `{}` says per cent of what are percentage points",
                used.name
            ),
            "between two percentages the difference is in percentage points: write `by=8`, and say so in the words",
        ),
        (false, false) => (
            Code::ClaimNotSupported,
            format!("the data do not support the claim `{}`", used.name),
            "correct the words and the condition, or, if they are wrong, the data",
        ),
        (true, false) => (
            Code::ClaimLostInRounding,
            format!(
                "the claim `{}` holds before rounding, but not by the figures as printed",
                used.name
            ),
            "print more places (`places:` of the measure), or say what the printed figures bear out",
        ),
        (false, true) => (
            Code::ClaimLostInRounding,
            format!(
                "the claim `{}` holds by the figures as printed, but not before rounding",
                used.name
            ),
            "say what the exact figures bear out, such as \"in line with\" or \"about\"",
        ),
    };
    let mut finding = Finding::new(code, used.place, says)
        .advice(advice)
        .shown(format!("the sentence: {}", sentence(used, desk)));
    if first {
        if let Some(condition) = condition {
            finding = finding
                .shown(format!("the condition: {}", desk.sources.text(condition).trim()))
                .also(condition, "the condition");
        }
        for line in verdict.values.iter().chain(&verdict.nearest) {
            finding = finding.shown(line.clone());
        }
    }
    findings.push(finding);
    false
}

/// Turns objections to the words into findings; whether the words stand.
pub(super) fn against_words(
    used: &Use<'_>,
    objections: Vec<Objection>,
    condition: Option<Place>,
    desk: &Desk<'_>,
    findings: &mut Vec<Finding>,
) -> bool {
    let mut stand = true;
    for objection in objections {
        let mut finding = Finding::new(
            objection.code,
            used.place,
            objection.says.replace("{claim}", used.name),
        )
        .advice(objection.advice)
        .shown(format!(
            "the words: {}",
            &desk.passages[used.passage].text[used.range.clone()]
        ));
        for line in objection.shown {
            finding = finding.shown(line);
        }
        if let Some(condition) = condition {
            finding = finding
                .shown(format!("the condition: {}", desk.sources.text(condition).trim()))
                .also(condition, "the condition");
        }
        stand &= !finding.is_error();
        findings.push(finding);
    }
    stand
}

/// The sentence a claim stands in.
fn sentence(used: &Use<'_>, desk: &Desk<'_>) -> String {
    let text = &desk.passages[used.passage].text;
    text[crate::language::sentence_of(text, &used.range)]
        .trim()
        .to_owned()
}
