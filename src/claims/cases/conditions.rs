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
fn what_is_denied_of_a_list_is_denied_of_every_row() {
    let mixed = "safety: {value: 78%, average: 74%}\nrepair: {value: 70%, average: 73%}";
    let low = "safety: {value: 70%, average: 74%}\nrepair: {value: 70%, average: 73%}";
    let high = "safety: {value: 78%, average: 74%}\nrepair: {value: 75%, average: 73%}";
    let words = "The scores were [not above the average][c].";
    for condition in [
        "measures.value is not above(than=measures.average)",
        "not measures.value is above(than=measures.average)",
        "not (measures.value is above(than=measures.average))",
    ] {
        assert_eq!(codes(low, words, condition), NONE, "{condition}");
        assert_eq!(codes(mixed, words, condition), FALSE, "{condition}");
        assert_eq!(codes(high, words, condition), FALSE, "{condition}");
    }
    let twice = "not measures.value is not above(than=measures.average)";
    assert_eq!(
        codes(high, "The scores were [above the average][c].", twice),
        NONE
    );
    assert_eq!(
        codes(mixed, "The scores were [above the average][c].", twice),
        FALSE
    );
    let not_all = "measures.value is above(than=measures.average, at_most=1)";
    let words = "[Not all of the scores were above the average][c].";
    assert_eq!(codes(mixed, words, not_all), NONE);
}

#[test]
fn a_count_is_of_rows_that_hold_exactly_and_in_print() {
    // By the exact values the first is just above, by the printed ones the second alone.
    let rows = "safety: {value: 74.1%, average: 74.0%}\nrepair: {value: 76.4%, average: 74.0%}";
    let words = "[One of the two scores was just above the average][c].";
    let one = "measures.value is just_above(than=measures.average, exactly=1)";
    assert_eq!(codes(rows, words, one), ROUNDING);
    let clear = "safety: {value: 75.1%, average: 74.0%}\nrepair: {value: 79.4%, average: 74.0%}";
    assert_eq!(codes(clear, words, one), NONE);
}

#[test]
fn what_would_be_true_is_said_of_the_test_that_fails() {
    let nearest = |claim: &str| {
        let case = Case {
            results: "safety: {value: 70%, average: 74%}\nrepair: {value: 75%, average: 80%}",
            inspection: "",
            sentence: "Safety was [not above the average, and repairs were above it][c].",
            claims: &format!("  c: {claim}\n"),
        };
        let (_, composed, _) = case.compose();
        let shown: Vec<String> = composed
            .findings
            .iter()
            .flat_map(|finding| finding.shown.iter().cloned())
            .filter(|line| line.contains("would be true"))
            .collect();
        shown
    };
    let (safety, repair) = (
        "safety.value is above(than=safety.average)",
        "repair.value is above(than=repair.average)",
    );
    let of = |name: &str| vec![format!("`{name} is well_below` would be true")];
    assert_eq!(nearest(&format!("not {safety} and {repair}")), of("repair.value"));
    assert_eq!(
        nearest(&format!("not ({safety}) and {repair}")),
        of("repair.value")
    );
    assert_eq!(
        nearest(&format!("({safety} or not {safety}) and {repair}")),
        of("repair.value")
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
