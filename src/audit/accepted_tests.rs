//! What may be accepted, and until when.

use super::bench;
use super::tests::codes;

#[test]
fn a_false_alarm_is_accepted_until_its_words_change() {
    let text = bench::body("There were 12 inspectors, and 12 officers.");
    assert_eq!(codes(&text), ["unbound-number", "unbound-number"]);
    let accepted = |code: &str, words: &str, by: &str| {
        format!("{text}accepted:\n  - {{code: {code}, words: {words}, reason: counted by hand, by: {by}}}\n")
    };
    // One entry, one finding: the sentence has two.
    let sentence = "\"There were 12 inspectors, and 12 officers.\"";
    let one = accepted("unbound-number", sentence, "lead-inspector");
    assert_eq!(codes(&one), ["unbound-number"]);
    let entry = one.lines().last().unwrap_or_default();
    assert_eq!(codes(&format!("{one}{entry}\n")), Vec::<&str>::new());
    let changed = one.replacen("      There were 12", "      There are 12", 1);
    assert_eq!(
        codes(&changed),
        ["accepted-unused", "unbound-number", "unbound-number"]
    );
    // A phrase names its place as well; a number alone would excuse any other.
    let phrase = accepted("unbound-number", "There were 12 inspectors", "lead-inspector");
    assert_eq!(codes(&phrase), ["unbound-number"]);
    // Two words more than what was raised: fewer stand in other sentences, too.
    let short = accepted("unbound-number", "12 inspectors", "lead-inspector");
    assert_eq!(
        codes(&short),
        ["not-acceptable", "unbound-number", "unbound-number"]
    );
    let number = accepted("unbound-number", "\"12\"", "lead-inspector");
    assert_eq!(
        codes(&number),
        ["not-acceptable", "unbound-number", "unbound-number"]
    );
    let gone = accepted("unbound-number", "12 visitors", "lead-inspector");
    assert_eq!(
        codes(&gone),
        ["accepted-unused", "unbound-number", "unbound-number"]
    );
    for code in [
        "unknown-figure",
        "sign-off-missing",
        "time-ambiguous",
        "no-such-code",
    ] {
        let never = accepted(code, sentence, "lead-inspector");
        assert_eq!(
            codes(&never),
            ["not-acceptable", "unbound-number", "unbound-number"]
        );
    }
    let nobody = accepted("unbound-number", sentence, "somebody");
    assert_eq!(
        codes(&nobody),
        ["not-acceptable", "unbound-number", "unbound-number"]
    );
}

#[test]
fn an_accepted_sentence_may_be_copied_from_the_notice_with_its_expressions() {
    let text = bench::body("In {{ area }} there were 12 officers.");
    let entry = "accepted:\n  - {code: unbound-number, reason: counted, by: lead-inspector, words: ";
    for words in [
        "\"In {{ area }} there were 12 officers.\"",
        "\"In Northmarsh and Fen there were 12 officers\"",
    ] {
        assert_eq!(
            codes(&format!("{text}{entry}{words}}}\n")),
            Vec::<&str>::new(),
            "{words}"
        );
    }
    let other = format!("{text}{entry}\"In {{{{ area }}}} there were 13 officers.\"}}\n");
    assert_eq!(codes(&other), ["accepted-unused", "unbound-number"]);
}

#[test]
fn an_accepted_phrase_may_keep_its_brackets_and_its_expressions() {
    let text = bench::body("In {{ area }} there were 12 officers, [below the average][safety-below].");
    let entry = "accepted:\n  - {code: unbound-number, reason: counted, by: lead-inspector, words: ";
    for words in [
        "\"there were 12 officers, [below the average][safety-below]\"",
        "\"there were 12 officers, below the average\"",
        "\"In {{ area }} there were 12\"",
    ] {
        let told = codes(&text.replace("claims:", &format!("{entry}{words}}}\nclaims:")));
        assert!(!told.contains(&"unbound-number"), "{words}: {told:?}");
    }
}
