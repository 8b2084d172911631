//! Words that say something else than their condition, and claims that rest on no condition.

use super::*;

const ROWS: &str =
    "safety: {value: 78%, average: 74%, previous: 70%}\nrepair: {value: 75%, average: 73%, previous: 70%}";
const ABOVE: &str = "safety.value is above(than=safety.average)";

#[test]
fn the_same_claim_in_other_words_stands() {
    for words in [
        "above the average",
        "higher than the average",
        "better than the average",
        "not below the average",
        "above the average of {{ safety.average }}",
        "above the average of piers",
    ] {
        assert_eq!(
            codes(ROWS, &format!("Visitor safety was [{words}][c]."), ABOVE),
            NONE,
            "{words}"
        );
    }
}

#[test]
fn other_words_are_told() {
    for words in [
        "below the average",
        "not above the average",
        "in line with the average",
        "well above the average",
        "just above the average",
        "the highest of all",
        "above the target",
        "above last year's result",
        "above the average of {{ repair.average }}",
        "above the average for repairs",
        "above the average of {{ safety.previous }}",
        "above the average of 74 per cent",
        "more than doubled",
    ] {
        assert_eq!(
            codes(ROWS, &format!("Visitor safety was [{words}][c]."), ABOVE),
            DIFFER,
            "{words}"
        );
    }
}

#[test]
fn a_neighbouring_measure_is_told() {
    assert_eq!(codes(ROWS, "Repairs were [above the average][c].", ABOVE), DIFFER);
    assert_eq!(
        codes(
            ROWS,
            "Repairs went on, and visitor safety was [above the average][c].",
            ABOVE
        ),
        NONE
    );
    assert_eq!(
        codes(
            ROWS,
            "While repairs went on, the score was [above the average][c].",
            ABOVE
        ),
        NONE
    );
}

#[test]
fn unknown_words_are_a_warning() {
    assert_eq!(
        codes(ROWS, "Visitor safety was [a delight][c].", ABOVE),
        ["claim-words-unknown"]
    );
}

#[test]
fn sources_and_literals_are_counted() {
    let case = Case {
        results: ROWS,
        inspection: "",
        sentence: "Piers are [popular][a], [built in three parts][b], [above the average][c].",
        claims: "  a: {source: \"Inspection report, section 1\"}\n  b: {as-written: set by statute}\n  c: safety.value is above(than=safety.average)\n",
    };
    let (_, composed, _) = case.compose();
    let coverage = composed.coverage;
    assert_eq!((coverage.cited, coverage.as_written), (1, 1));
    assert_eq!((coverage.claims.of, coverage.claims.all), (1, 1));
}

#[test]
fn undefined_and_unused_claims_are_told() {
    let case = Case {
        results: ROWS,
        inspection: "",
        sentence: "It was [above the average][abvoe].",
        claims: "  above: safety.value is above(than=safety.average)\n",
    };
    assert_eq!(case.codes(), ["unused-claim", "unknown-claim"]);
}

#[test]
fn every_false_claim_is_told_and_only_hidden_lines_hold_values() {
    let case = Case {
        results: ROWS,
        inspection: "",
        sentence: "Safety was [below the average][a] and repairs were [below the average][b].",
        claims: "  a: safety.value is below(than=safety.average)\n  b: repair.value is below(than=repair.average)\n",
    };
    let (_, composed, _) = case.compose();
    let found: Vec<_> = composed
        .findings
        .iter()
        .filter(|finding| finding.code.name() == "claim-not-supported")
        .collect();
    assert_eq!(found.len(), 2);
    assert!(
        found[0]
            .shown
            .iter()
            .any(|line| line.contains("safety.value is exactly 78 and prints 78%")),
        "{:?}",
        found[0]
    );
    assert!(
        found[0]
            .shown
            .iter()
            .any(|line| line.contains("`safety.value is above` would be true"))
    );
    for finding in found {
        let open = format!("{} {}", finding.says, finding.advice);
        assert!(
            !open.contains("78") && !open.contains("74") && !open.contains("average"),
            "{open}"
        );
    }
}
