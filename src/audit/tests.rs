//! Sentences that must and must not raise, from the tables and from files of ordinary press-office prose.

use super::bench;
use super::phrases::{Phrases, Rule};

#[test]
fn every_rule_of_the_tables_keeps_its_examples() {
    let tables = [
        ("unbound-number", include_str!("numbers-en.txt")),
        ("unbound-number", include_str!("spans-en.txt")),
        ("unbound-number", include_str!("method-en.txt")),
        ("table-absent", include_str!("mentions-en.txt")),
        ("claim-without-condition", include_str!("innocent-en.txt")),
        ("day-mismatch", include_str!("publication-en.txt")),
    ];
    for (code, text) in tables {
        let table = Phrases::parse(text).unwrap();
        let wrong: Vec<String> = table
            .rules
            .iter()
            .flat_map(|rule| wrong_examples(rule, code))
            .collect();
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}

fn wrong_examples(rule: &Rule, code: &str) -> Vec<String> {
    let raised = |text: &String| -> Vec<String> {
        let without_table = bench::body(text).replace("  - table: scores\n", "");
        let told = bench::told(&without_table);
        let about = told.iter().filter(|(one, _)| *one == code);
        about.map(|(_, words)| words.clone()).collect()
    };
    let clean = rule.clean.iter().filter_map(|text| {
        let found = raised(text);
        (!found.is_empty()).then(|| format!("{}: raised {found:?}: {text}", rule.name))
    });
    let dirty = rule.dirty.iter().filter(|text| raised(text).is_empty());
    let dirty = dirty.map(|text| format!("{}: not raised: {text}", rule.name));
    clean.chain(dirty).collect()
}

#[test]
fn what_offices_say_when_they_correct_a_notice_raises_nothing_and_a_new_figure_does() {
    let table = Phrases::parse(include_str!("reason-en.txt")).unwrap();
    for rule in &table.rules {
        for text in &rule.clean {
            assert_eq!(bench::reason(text), [], "{text}");
        }
        for text in &rule.dirty {
            assert_ne!(bench::reason(text), [], "{text}");
        }
    }
}

fn sentences(text: &'static str) -> impl Iterator<Item = &'static str> {
    text.lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
}

#[test]
fn ordinary_sentences_raise_nothing() {
    let raised: Vec<String> = sentences(include_str!("clean-en.txt"))
        .filter_map(|text| {
            let told = bench::sentence(text);
            (!told.is_empty()).then(|| format!("{told:?}: {text}"))
        })
        .collect();
    assert!(raised.is_empty(), "{}", raised.join("\n"));
    assert!(sentences(include_str!("clean-en.txt")).count() >= 150);
}

#[test]
fn faulty_sentences_raise_what_is_wrong_with_them() {
    let missed: Vec<String> = sentences(include_str!("dirty-en.txt"))
        .filter_map(|line| {
            let mut parts = line.splitn(3, " | ");
            let (code, words, text) = (parts.next()?, parts.next()?, parts.next()?);
            let told = bench::sentence(text);
            let found = told.iter().any(|(one, about)| *one == code && about == words);
            (!found).then(|| format!("{code} about {words:?} not raised, but {told:?}: {text}"))
        })
        .collect();
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}

/// A notice with the faults that a real one had: words typed, marks never closed, a comparison and an improvement
/// with nothing behind them, and a benchmark under another name.
const FAULTY: &str = "body:
  - quote:
      by: lead-inspector
      words: |
        “Inspectors spent the spring in {{ area }} and read a fair sample of the work.

        “The ‘Safety’ part’ of it was done well 46% of the time.

        “That is above the national average, and it is an improvement on earlier visits.

        “We were encouraged by what we saw.
  - table: scores
";

pub(super) fn codes(parts: &str) -> Vec<&'static str> {
    bench::told(parts).into_iter().map(|(code, _)| code).collect()
}

#[test]
fn a_notice_with_the_faults_of_the_trade_raises_each_once_and_nothing_else() {
    let mut told = bench::told(FAULTY);
    told.sort();
    let expected = [
        ("benchmark-name", "national average"),
        ("claim-without-condition", "above"),
        ("claim-without-condition", "an improvement on"),
        ("quotation-not-closed", "“"),
        ("stray-quotation-mark", "’"),
        ("unbound-number", "46"),
    ];
    let told: Vec<(&str, &str)> = told.iter().map(|(code, words)| (*code, words.as_str())).collect();
    assert_eq!(told, expected);
    let unclosed = bench::findings(FAULTY);
    let unclosed = unclosed
        .iter()
        .find(|finding| finding.code.name() == "quotation-not-closed");
    assert_eq!(
        unclosed.unwrap().also.len(),
        3,
        "the other three openings are pointed at"
    );
}

#[test]
fn a_table_spoken_of_must_be_there() {
    let text = bench::body("These results stand in the table.");
    assert!(codes(&text).is_empty());
    assert_eq!(codes(&text.replace("  - table: scores\n", "")), ["table-absent"]);
}

#[test]
fn a_rise_by_a_figure_that_fell_is_told_as_that() {
    let fell = [("growth: 3%", "growth: -3%")];
    let advice = |text: &str| -> Vec<(&'static str, String)> {
        let findings = bench::findings_in(&fell, &bench::body(text));
        let about = findings
            .into_iter()
            .filter(|one| one.code.name() == "sign-doubled");
        about.map(|one| (one.code.name(), one.says)).collect()
    };
    let rose = advice("Reports rose by {{ growth.value }}.");
    assert!(rose[0].1.contains("the words say a rise"), "{rose:?}");
    let fell = advice("Reports fell by {{ growth.value }}.");
    assert!(fell[0].1.contains("said in words and by"), "{fell:?}");
}

#[test]
fn a_count_called_rough_is_offered_a_number() {
    let findings = bench::findings(&bench::body("Some {{ reports.value }} reports were made."));
    let advice: Vec<&str> = findings.iter().map(|one| one.advice.as_str()).collect();
    assert!(
        advice.iter().any(|advice| advice.contains("about(number=…)")),
        "{advice:?}"
    );
}

#[test]
fn a_measure_may_be_called_by_a_name_that_compares() {
    let named = [("label: Reports,", "label: Reports older than a year,")];
    let text = bench::body("There were {{ reports.value }} reports older than a year.");
    assert_eq!(bench::told_in(&named, &text), []);
    assert_eq!(codes(&text), ["claim-without-condition"]);
}

#[test]
fn what_follows_from_a_mistake_is_not_told_again() {
    let claims = "claims:\n  more: safety.value is above(than=safety.previous)\n";
    let text = |words: &str| format!("body:\n  - text: {words}\n{claims}");
    // The claim is marked in a text that cannot print.
    let misspelt = text("It was {{ saftey.value }}, [higher than before][more].");
    assert_eq!(codes(&misspelt), ["unknown-figure"]);
    assert_eq!(codes(&text("It was a fine day.")), ["unused-claim"]);
    // The claim rests on a result that cannot be read.
    let unread = [("safety: {value: 977 of 2102", "safety: {value: 9O%")];
    let told = bench::told_in(&unread, &text("It was [higher than before][more]."));
    assert_eq!(
        told.iter().map(|(code, _)| *code).collect::<Vec<_>>(),
        ["bad-figure"]
    );
    // The table is asked for, by a name that there is not.
    let body = "body:\n  - text: The table gives all.\n";
    assert_eq!(codes(body), ["table-absent"]);
    assert_eq!(codes(&format!("{body}  - table: score\n")), ["unknown-name"]);
    assert_eq!(codes(&format!("{body}  - tabel: scores\n")), ["unknown-key"]);
}

#[test]
fn the_advice_names_the_figure_and_never_its_value() {
    let findings = bench::findings(&bench::body("Work was done well 46% of the time."));
    let finding = &findings[0];
    assert!(
        finding
            .advice
            .starts_with("write `{{ safety.value }}` if that is meant; otherwise")
    );
    assert!(!finding.says.contains("46") && !finding.advice.contains("46"));
    assert!(finding.shown.iter().any(|line| line.contains("46")));
}

#[test]
fn a_figure_is_offered_only_where_the_words_speak_of_it() {
    let advice = |text: &str| -> Vec<String> {
        let findings = bench::findings(&bench::body(text));
        findings.into_iter().map(|finding| finding.advice).collect()
    };
    let gap = advice("There is a 3-metre gap.");
    assert!(gap[0].starts_with("give it in the data"), "{gap:?}");
    let counted = advice("Inspectors wrote 16 new reports.");
    assert!(
        counted[0].contains("the nearest is `reports.value`")
            && counted[0].contains("if that is meant; otherwise"),
        "{counted:?}"
    );
    let fallen = advice("The number of cases has fallen.");
    assert!(
        !fallen[0].contains("value is fell") && fallen[0].contains("name: …"),
        "{fallen:?}"
    );
    let named = advice("Safety has fallen.");
    assert!(
        named[0].contains("safety.value is fell(from=safety.previous)"),
        "{named:?}"
    );
    let met = advice("Safety met its target.");
    assert!(met[0].contains("safety.value is above(than=…)"), "{met:?}");
}

#[test]
fn a_column_of_ones_own_is_met_or_missed_like_a_target() {
    let office = [(
        "facts: {started",
        "columns: {pledge: what was pledged for the year}\nfacts: {started",
    )];
    let told = |text: &str| bench::told_in(&office, &bench::body(text));
    let met = told("Safety met its pledge in the spring.");
    assert_eq!(met, [("claim-without-condition", "met its pledge".to_owned())]);
    let missed = told("The pledge was missed.");
    assert_eq!(
        missed,
        [("claim-without-condition", "pledge was missed".to_owned())]
    );
    assert_eq!(told("The pledge is printed on the website."), []);
    assert_eq!(
        bench::sentence("Safety met its pledge."),
        [],
        "no column, no comparison"
    );
}

#[test]
fn what_is_compared_with_is_named_in_the_advice() {
    let advice = |text: &str| bench::findings(&bench::body(text))[0].advice.clone();
    let beat = advice("Safety beat the target.");
    assert!(beat.contains("safety.value is above(than=…)"), "{beat}");
    let above = advice("Safety was above the average.");
    assert!(
        above.contains("safety.value is above(than=safety.average)"),
        "{above}"
    );
}

#[test]
fn words_partly_marked_are_not_asked_for_again() {
    let claims = "claims:\n  above: safety.value is below(than=safety.average)\n";
    let told = |text: &str| codes(&format!("body:\n  - text: {text}\n{claims}"));
    assert_eq!(
        told("Safety was [lower][above] than the average."),
        Vec::<&str>::new()
    );
}

#[test]
fn a_count_of_the_set_ranked_is_the_claims() {
    let claim = "claims:\n  low: safety.value is lowest(among=[safety.value, records.value])\n";
    let told = |text: &str| codes(&format!("body:\n  - text: {text}\n{claim}"));
    let set = "Safety work had [the lowest score][low] of the two.";
    assert_eq!(told(set), Vec::<&str>::new());
    let other = "Safety work had [the lowest score][low] of the three.";
    assert!(told(other).contains(&"unbound-number"), "{:?}", told(other));
}

#[test]
fn an_article_before_a_marked_share_is_no_number() {
    let claim = "claims:\n  part: safety.value is about(share=\"1/2\")\n";
    let text = "A [third][part] of the cases were done well.";
    let told = codes(&format!("body:\n  - text: {text}\n{claim}"));
    assert!(!told.contains(&"unbound-number"), "{told:?}");
}

#[test]
fn a_share_in_words_is_raised_once() {
    let told = |text: &str| bench::sentence(text).len();
    assert_eq!(told("A third of homes were late."), 1);
    assert_eq!(told("Half of the homes were late."), 1);
}

/// Which code a line must raise, if any, and its sentence.
fn near(line: &'static str) -> (Option<&'static str>, &'static str) {
    match line.strip_prefix("! ").and_then(|line| line.split_once(" | ")) {
        Some((code, text)) => (Some(code), text),
        None => (None, line.trim_start_matches(". ")),
    }
}

#[test]
fn a_fault_raises_and_the_innocent_sentence_beside_it_does_not() {
    let wrong: Vec<String> = sentences(include_str!("near-en.txt"))
        .filter_map(|line| {
            let (code, text) = near(line);
            let told = bench::sentence(text);
            let right = match code {
                Some(code) => told.iter().any(|(one, _)| *one == code),
                None => told.is_empty(),
            };
            (!right).then(|| format!("{} in {told:?}: {text}", code.unwrap_or("nothing")))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn words_that_compare_no_measure_by_name_are_told_how_many_bear_them_out() {
    let shown = |changes: &[(&str, &str)], words: &str| -> Vec<String> {
        let found = super::bench::findings_in(changes, &super::bench::body(words));
        let all = found
            .into_iter()
            .filter(|one| one.code.name() == "claim-without-condition");
        all.flat_map(|one| one.shown.into_iter().skip(2)).collect()
    };
    assert_eq!(
        shown(&[], "What we found was above the regional average."),
        [
            "1 of the 2 measures are above their `average`",
            "not safety: 46% against 51%",
            "true is: measures.value is above(than=measures.average, exactly=1)",
        ]
    );
    assert_eq!(
        shown(&[], "What we found was an improvement on the last inspection."),
        ["2 of the 2 measures improved on their `previous`"]
    );
    let none = [
        (", previous: 40%", ""),
        (", previous: 58%", ""),
        ("[average, previous]", "[average]"),
    ];
    assert_eq!(
        shown(&none, "What we found was an improvement on the last inspection."),
        ["no measure has an earlier value that it could have moved from"]
    );
}

#[test]
fn a_number_of_a_label_is_a_name_with_the_words_beside_it() {
    let label = [("label: Safety work", "label: Calls answered within 7 minutes")];
    let found = |text: &str| -> Vec<String> {
        let found = bench::told_in(&label, &bench::body(text)).into_iter();
        let numbers = found.filter(|(code, _)| *code == "unbound-number");
        numbers.map(|(_, words)| words).collect()
    };
    let right = "{{ safety.value }} of calls were answered within 7 minutes.";
    assert_eq!(found(right), Vec::<String>::new());
    let wrong = "{{ safety.value }} of calls were answered by 7 people.";
    assert_eq!(found(wrong), ["7"]);
}
