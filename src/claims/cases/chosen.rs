//! Words chosen from data need no claim, and are what a claim would license.

use super::*;
use crate::press::Composed;
use crate::release::{Part, Room};

/// The sentence as printed; nothing where it could not be.
fn body(composed: &Composed) -> String {
    let release = composed.release.as_ref().expect("a release");
    let passages = release.passages();
    let body = passages
        .iter()
        .find(|passage| matches!(passage.part, Part::Text(Room::Body(_), _)));
    body.map(|passage| passage.text.clone()).unwrap_or_default()
}

/// The sentence as printed, with the codes found.
fn printed(results: &str, sentence: &str) -> (String, Vec<&'static str>) {
    let case = Case {
        results,
        inspection: "",
        sentence,
        claims: "  {}\n",
    };
    let (_, composed, loading) = case.compose();
    let text = body(&composed);
    let codes = loading
        .iter()
        .chain(&composed.findings)
        .map(|finding| finding.code.name())
        .collect();
    (text, codes)
}

#[test]
fn against_moved_and_as_share_choose_true_words() {
    let row = "safety: {value: 76%, average: 74%, previous: 76%}";
    let (text, codes) = printed(
        row,
        "It was {{ safety.value | against(than=safety.average) }} the average, {{ safety.value | moved(from=safety.previous) }}, {{ safety.value | as_share }}.",
    );
    assert_eq!(
        text,
        "It was above the average, was unchanged, just over three-quarters."
    );
    assert_eq!(codes, NONE);
    let (text, codes) = printed(
        "safety: {value: 78.4%, average: 78.3%}",
        "It was {{ safety.value | against(than=safety.average) }} it.",
    );
    assert_eq!((text.as_str(), codes.len()), ("It was in line with it.", 0));
}

#[test]
fn every_share_has_true_words() {
    for (value, words) in [
        ("0%", "none"),
        ("4%", "fewer than one in ten"),
        ("10%", "one in ten"),
        ("15%", "more than one in ten"),
        ("34%", "just over a third"),
        ("50%", "half"),
        ("62 of 93", "two-thirds"),
        ("66%", "nearly two-thirds"),
        ("70%", "seven out of ten"),
        ("78%", "just over three-quarters"),
        ("96%", "more than nine out of ten"),
        ("100%", "all"),
    ] {
        let (text, _) = printed(
            &format!("safety: {value}"),
            "It was {{ safety.value | as_share }}.",
        );
        assert_eq!(text, format!("It was {words}."), "{value}");
    }
}

#[test]
fn conditions_in_the_words_answer_as_claims_do() {
    let row = "safety: {value: 78%, average: 74%}\nrepair: {value: 70%, average: 73%}";
    let (text, codes) = printed(
        row,
        "{% if safety.value is above(than=safety.average) %}A{% endif %}{% if measures.value is above(than=measures.average, exactly=1) %}B{% endif %}{% if safety.value is below(than=safety.average) %}C{% endif %}",
    );
    assert_eq!((text.as_str(), codes.len()), ("AB", 0));
    let (_, codes) = printed(
        row,
        "x {% if safety.value is abov(than=safety.average) %}A{% endif %}",
    );
    assert!(codes.contains(&"unknown-filter"), "{codes:?}");
    let (_, codes) = printed(
        "safety: {value: {missing: none}, average: 74%}",
        "x {% if safety.value is above(than=safety.average) %}A{% endif %}",
    );
    assert_eq!(codes.first(), Some(&"missing-value-used"));
}

#[test]
fn the_sentence_round_chosen_words_is_read() {
    let found = |sentence: &str| {
        Case {
            results: "safety: {value: 78%, average: 74%, previous: 70%, target: 80%}\nwaste: {value: 78%, average: 79%}",
            inspection: "",
            sentence: &format!("{sentence} As [they said][c]."),
            claims: "  c: {source: the record}",
        }
        .codes()
    };
    for right in [
        "Visitor safety was {{ safety.value | against(than=safety.average) }} the average.",
        "It was no surprise that visitor safety {{ safety.value | moved(from=safety.previous) }}.",
        "In {{ safety.value | as_share }} of cases visitor safety was good enough.",
    ] {
        assert_eq!(found(right), Vec::<&str>::new(), "{right}");
    }
    for wrong in [
        "Litter was {{ safety.value | against(than=safety.average) }} the average.",
        "Visitor safety was not {{ safety.value | against(than=safety.average) }} the average.",
        "Visitor safety was {{ safety.value | against(than=safety.average) }} the target.",
        "Visitor safety never {{ safety.value | moved(from=safety.previous) }}.",
        // It prints "just over three-quarters", which is not near anything that it is short of.
        "In almost {{ safety.value | as_share }} of cases visitor safety was good enough.",
    ] {
        assert_eq!(found(wrong), ["claim-words-differ"], "{wrong}");
    }
}

/// What the margin, the history and `not-comparable:` of a row forbid a claim they forbid chosen words and `{% if %}`.
#[test]
fn chosen_words_know_what_stands_beside_their_figure() {
    let wide = "sales: {value: 371.2, previous: 382.3, margin: 20.0}";
    let moved = "Sales {{ sales.value | moved(from=sales.previous) }}.";
    let of_itself = "Trend {{ trend.value | moved }}.";
    let unclear = "trend: {value: -0.3%, margin: 0.5}";
    for (row, sentence, wanted) in [
        (wide, moved, "Sales showed no clear change."),
        (
            "sales: {value: 371.2, previous: 382.3, margin: 2.0}",
            moved,
            "Sales fell.",
        ),
        (
            "sales: {value: 382.3, previous: 382.3}",
            moved,
            "Sales was unchanged.",
        ),
        (unclear, of_itself, "Trend showed no clear change."),
        ("trend: {value: 1.6%, margin: 0.7}", of_itself, "Trend rose."),
        (
            wide,
            "A{% if sales.value is fell(from=sales.previous) %}B{% endif %}.",
            "A.",
        ),
        (unclear, "A{% if trend.value is decrease %}B{% endif %}.", "A."),
        (
            unclear,
            "A{% if trend.value is no_clear_change %}B{% endif %}.",
            "AB.",
        ),
        (
            "trend: -0.3%",
            "A{% if trend.value is decrease %}B{% endif %}.",
            "AB.",
        ),
        (
            "crime: {value: 100, history: {2024: 90, 2025: 95}}",
            "A{% if crime.value is record_high %}B{% endif %}{% if crime.value is record_low %}C{% endif %}.",
            "AB.",
        ),
    ] {
        let (text, codes) = printed(row, sentence);
        assert_eq!(
            (text.as_str(), codes.len()),
            (wanted, 0),
            "{sentence} of {row}: {codes:?}"
        );
    }
}

#[test]
fn chosen_words_compare_nothing_that_the_inspection_forbids() {
    let of = |sentence: &str, results: &str, inspection: &str| {
        Case {
            results,
            inspection,
            sentence,
            claims: "  {}\n",
        }
        .codes()
    };
    let forbidden = "not-comparable: {crime: the method changed}\n";
    let row = "crime: {value: 9, previous: 8, history: {2024: 7, 2025: 8}}";
    for sentence in [
        "Thefts {{ crime.value | moved(from=crime.previous) }}.",
        "A{% if crime.value is rose(from=crime.previous) %}B{% endif %}.",
        "A{% if crime.value is record_high %}B{% endif %}.",
    ] {
        assert_eq!(of(sentence, row, ""), NONE, "{sentence}");
        assert_eq!(of(sentence, row, forbidden), ["not-comparable"], "{sentence}");
    }
    let moved = "Counting {{ moved.value | moved(from=moved.previous) }}.";
    assert_eq!(
        of(moved, "moved: {value: 9, previous: 8}", ""),
        ["not-comparable"]
    );
}

#[test]
fn declared_sums_are_known_in_the_words() {
    let sums = |results: &str, test: &str, declared: &str| {
        Case {
            results,
            inspection: "",
            sentence: &format!("A{{% if {test} %}}B{{% endif %}}."),
            claims: "  {}\n",
        }
        .compose_in(&format!("sums: [{declared}]\n"))
        .1
    };
    let others = "reports.value is sum_of(parts=[praised.value, centres.value])";
    let rows = "reports: 17\npraised: 10\ncentres: 7";
    let composed = sums(rows, others, "{whole: reports, parts: [praised, centres]}");
    assert_eq!(body(&composed), "AB.");
    let near = "reports.value is sum_of(parts=[north.value, south.value])";
    let rows = "reports: 17\nnorth: 10\nsouth: 6";
    for (slack, wanted) in [("1", "AB."), ("0", "A.")] {
        let declared = format!("{{whole: reports, parts: [north, south], slack: {slack}}}");
        assert_eq!(body(&sums(rows, near, &declared)), wanted, "{slack}");
    }
}

#[test]
fn a_change_says_itself_which_way() {
    let row = "trend: {value: -3.1%, previous: -5.0%}";
    let (text, codes) = printed(row, "It {{ trend.value | moved }}.");
    assert_eq!((text.as_str(), codes.len()), ("It fell.", 0), "{codes:?}");
    let (_, codes) = printed(row, "It {{ trend.value | moved(from=trend.previous) }}.");
    assert!(!codes.is_empty());
}
