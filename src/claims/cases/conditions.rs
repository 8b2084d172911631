//! Faults in conditions, each at its place in the YAML.

use super::*;

const ROWS: &str = "safety: {value: 78%, average: 74%}\nrepair: {value: 75%, average: 73%}";

/// Code and text at the place of each finding about a condition.
fn at(condition: &str) -> Vec<(&'static str, String)> {
    let case = Case {
        results: ROWS,
        inspection: "",
        sentence: "It was [above the average][c].",
        claims: &format!("  c: {condition}\n"),
    };
    let (office, composed, _) = case.compose();
    composed
        .findings
        .iter()
        .filter(|finding| finding.code.name() != "claim-without-condition")
        .map(|finding| {
            let place = finding.place.expect("a place");
            (finding.code.name(), office.sources().text(place).to_owned())
        })
        .collect()
}

#[test]
fn every_misspelling_is_told_at_its_place() {
    let found = at("saftey.value is abov(than=safety.averge) and repair.valu is above(then=repair.average)");
    assert_eq!(
        found,
        [
            ("unknown-filter", "abov".to_owned()),
            ("bad-condition", "then".to_owned()),
            (
                "bad-condition",
                "repair.valu is above(then=repair.average)".to_owned()
            )
        ]
    );
    let found = at("saftey.value is above(than=safety.averge)");
    assert_eq!(
        found,
        [
            ("unknown-figure", "saftey".to_owned()),
            ("unknown-figure", "averge".to_owned())
        ]
    );
}

#[test]
fn operators_are_refused_with_the_right_test() {
    assert_eq!(
        at("safety.value > safety.average"),
        [("operator-on-figures", ">".to_owned())]
    );
    assert_eq!(
        at("\"safety.value == safety.average\""),
        [("operator-on-figures", "==".to_owned())]
    );
}

#[test]
fn other_faults_have_their_places() {
    assert_eq!(
        at("safety is above(than=safety.average)"),
        [("unknown-figure", "safety".to_owned())]
    );
    assert_eq!(at("safety.value"), [("bad-condition", "safety.value".to_owned())]);
    assert_eq!(
        at("safety.value is above(than=safety.average"),
        [("bad-condition", String::new())]
    );
    assert_eq!(
        at("safety.value is above(than=safety.average, exactly=2)"),
        [(
            "bad-condition",
            "safety.value is above(than=safety.average, exactly=2)".to_owned()
        )]
    );
}

#[test]
fn tests_join_with_and_or_not_and_brackets() {
    let holds = |condition: &str| at(condition).is_empty();
    assert!(holds(
        "safety.value is above(than=safety.average) and repair.value is above(than=repair.average)"
    ));
    assert!(holds(
        "(safety.value is below(than=1) or safety.value is above(than=safety.average))"
    ));
    assert!(holds("not safety.value is not above(than=safety.average)"));
    assert!(!holds(
        "safety.value is above(than=safety.average) and repair.value is below(than=repair.average)"
    ));
}
