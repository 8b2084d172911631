//! Denials of every row, one row alone, another area than a condition's, shares denied by a contrary.

use super::super::office::{Case, codes_of_several};
use super::{DIFFER, NONE};

const PIERS: [(&str, &str, &str); 2] = [
    (
        "quay",
        "Quayside",
        "safety: {value: 78%, previous: 70%, target: 60%, average: 60%}",
    ),
    (
        "park",
        "Park Lane",
        "safety: {value: 81%, previous: 75%, target: 60%, average: 60%}",
    ),
];

fn piers(sentence: &str, condition: &str) -> Vec<&'static str> {
    codes_of_several(&PIERS, sentence, condition)
}

#[test]
fn neither_and_only_deny_what_is_asked_of_every_area() {
    let above = "inspections.safety.value is above(than=inspections.safety.target)";
    for wrong in [
        "Neither area was [above the target][c] on safety.",
        "Neither of the areas was [above the target][c] on safety.",
        "Only Park Lane was [above the target][c] on safety.",
    ] {
        assert_eq!(piers(wrong, above), DIFFER, "{wrong}");
    }
    for right in [
        "Both areas were [above the target][c] on safety.",
        "Neither area was [below the target][c] on safety.",
        "Not only Park Lane was [above the target][c] on safety.",
    ] {
        assert_eq!(piers(right, above), NONE, "{right}");
    }
}

#[test]
fn another_area_is_no_earlier_result() {
    let improved = "quay.safety.value is improved(from=quay.safety.previous)";
    for wrong in [
        "Visitor safety in Quayside was [better than in][c] Park Lane.",
        "Visitor safety in Quayside was [better][c] than in Park Lane.",
    ] {
        assert_eq!(piers(wrong, improved), DIFFER, "{wrong}");
    }
    let above = "quay.safety.value is above(than=quay.safety.previous)";
    assert_eq!(
        piers(
            "Visitor safety in Quayside was [higher than][c] in Park Lane.",
            above
        ),
        DIFFER
    );
    for right in [
        "Visitor safety in Quayside was [better than last time][c].",
        "Visitor safety in Quayside was [better than][c] in Quayside a year ago.",
        "Visitor safety in Quayside was [better than last time][c], and better in Park Lane.",
    ] {
        assert_eq!(piers(right, improved), NONE, "{right}");
    }
    let other = "park.safety.value is above(than=quay.safety.value)";
    for right in [
        "Visitor safety was [better in Park Lane than in][c] Quayside.",
        "Visitor safety is [better kept in Park Lane than in][c] Quayside.",
    ] {
        assert_eq!(piers(right, other), NONE, "{right}");
        let wrong = right.replace("Park Lane than in][c] Quayside", "Quayside than in][c] Park Lane");
        assert_eq!(piers(&wrong, other), DIFFER, "{wrong}");
    }
}

#[test]
fn parts_of_a_condition_on_two_areas_are_said_each_of_its_own() {
    let parts = "quay.safety.value is above(than=quay.safety.target) and park.safety.value is not below(than=park.safety.target)";
    assert_eq!(
        piers("Visitor safety in Quayside was not [below the target][c].", parts),
        NONE
    );
    assert_eq!(
        piers("Visitor safety in Park Lane was [below the target][c].", parts),
        DIFFER
    );
}

#[test]
fn a_share_is_denied_by_the_contrary_of_its_word() {
    let judge = |sentence: &str| {
        Case {
            results: "clean: 31 of 50",
            inspection: "",
            sentence,
            claims: "  c: clean.count is more_than(share=\"1/2\", of=clean.base)\n",
        }
        .compose_in("")
    };
    let codes = |sentence: &str| {
        let (_, composed, loading) = judge(sentence);
        let all = loading.into_iter().chain(composed.findings);
        let all = all.map(|finding| finding.code.name());
        all.filter(|code| *code == "claim-words-differ")
            .collect::<Vec<_>>()
    };
    for wrong in [
        "[More than half of][c] boats were not clean.",
        "[More than half of][c] boats were dirty.",
    ] {
        assert_eq!(codes(wrong), DIFFER, "{wrong}");
    }
    for right in [
        "[More than half of][c] boats were clean.",
        "[More than half of][c] boats were not dirty.",
        "[More than half of][c] boats that had been dirty were clean.",
        "[More than half of][c] dirty boats were clean a year later.",
    ] {
        assert_eq!(codes(right), NONE, "{right}");
    }
}

#[test]
fn the_and_or_comma_of_an_area_parts_no_clause() {
    let other = "park.safety.value is above(than=quay.safety.value)";
    for area in ["Quay and Vale", "\"Quay, Vale\"", "Quay & Vale", "Quay"] {
        let both = [("quay", area, PIERS[0].2), PIERS[1]];
        let name = area.trim_matches('"');
        for right in [
            "Visitor safety was [higher in Park Lane than in][c] AREA.",
            "Visitor safety was [better in Park Lane than in][c] AREA.",
            "Visitor safety in Park Lane was [higher than in][c] AREA.",
            "Visitor safety in Park Lane was [better than in][c] AREA.",
        ] {
            let sentence = right.replace("AREA", name);
            assert_eq!(codes_of_several(&both, &sentence, other), NONE, "{sentence}");
            let wrong = right
                .replace("Park Lane", "HERE")
                .replace("AREA", "Park Lane")
                .replace("HERE", name);
            assert_eq!(codes_of_several(&both, &wrong, other), DIFFER, "{wrong}");
        }
    }
}
