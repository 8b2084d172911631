//! Words chosen from data need no claim, and are what a claim would license.

use super::*;

/// The sentence as printed, with the codes found.
fn printed(results: &str, sentence: &str) -> (String, Vec<&'static str>) {
    let case = Case {
        results,
        inspection: "",
        sentence,
        claims: "  {}\n",
    };
    let (_, composed, loading) = case.compose();
    let release = composed.release.as_ref().expect("a release");
    let text = release
        .passages()
        .iter()
        .find(|passage| passage.part.starts_with("body"))
        .map(|passage| passage.text.clone());
    let codes = loading
        .iter()
        .chain(&composed.findings)
        .map(|finding| finding.code.name())
        .collect();
    (text.unwrap_or_default(), codes)
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
    ] {
        assert_eq!(found(right), Vec::<&str>::new(), "{right}");
    }
    for wrong in [
        "Litter was {{ safety.value | against(than=safety.average) }} the average.",
        "Visitor safety was not {{ safety.value | against(than=safety.average) }} the average.",
        "Visitor safety was {{ safety.value | against(than=safety.average) }} the target.",
        "Visitor safety never {{ safety.value | moved(from=safety.previous) }}.",
    ] {
        assert_eq!(found(wrong), ["claim-words-differ"], "{wrong}");
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
