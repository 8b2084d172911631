//! Printed words outside the sentences of the notice: what stands in a table, at its head, and in the data's own texts.

use super::bench;
use crate::press::Wanted;

const BODY: &str = "body:
  - text: We went to {{ area }} in {{ period }}.
  - table: scores
";

fn told(from: &str, to: &str) -> Vec<(&'static str, String)> {
    bench::told_in(&[(from, to)], BODY)
}

/// The table of the office, with a further key.
fn table(key: &str) -> Vec<(&'static str, String)> {
    told("scores: {columns", &format!("scores: {{{key}, columns"))
}

const BELOW: (&str, &str) = ("claim-without-condition", "below");
const FELL_BELOW: (&str, &str) = ("claim-without-condition", "fell below");
const COUNT: (&str, &str) = ("unbound-number", "37");

fn check(mut found: Vec<(&'static str, String)>, expected: &[(&str, &str)], what: &str) {
    found.sort();
    let mut expected = expected.to_vec();
    expected.sort_unstable();
    let found: Vec<(&str, &str)> = found
        .iter()
        .map(|(code, words)| (*code, words.as_str()))
        .collect();
    assert_eq!(found, expected, "{what}");
}

#[test]
fn sentences_are_read_wherever_they_are_printed() {
    let all = "Safety fell below the regional average in 37 homes";
    let three = [FELL_BELOW, COUNT];
    check(table(&format!("caption: {all}")), &three, "caption");
    check(table(&format!("footnotes: [{all}]")), &three, "footnote");
    let organisation = |line: &str| told("time-zone:", &format!("{line}\ntime-zone:"));
    check(organisation(&format!("strapline: {all}")), &three, "strapline");
    check(
        organisation(&format!("boilerplate: {all}.")),
        &three,
        "boilerplate",
    );
    let reason = told(
        "safety: {value: 977 of 2102",
        &format!("safety: {{value: {{missing: {all}}}"),
    );
    check(reason, &three, "the reason of a missing value");
    let parts = |parts: &str| bench::told(&format!("{parts}\n{BODY}"));
    check(parts(&format!("reference: {all}")), &three, "reference");
    let moved = format!("embargo-moved: {{from: 2012-06-11 00:01, day: 2012-06-08, reason: {all}}}");
    check(parts(&moved), &three, "embargo moved");
    let quote =
        format!("body:\n  - quote: {{by: lead-inspector, verb: said that {all}, words: We saw it.}}\n");
    check(bench::told(&quote), &three, "verb");
}

#[test]
fn a_name_over_a_column_says_neither_how_many_nor_how_well() {
    let heading = |words: &str| told("heading: Scores", &format!("heading: \"{words}\""));
    for (words, expected) in [
        ("Score in 37 homes below average", vec![COUNT, BELOW]),
        ("99% of homes", vec![("unbound-number", "99")]),
        ("37 homes", vec![COUNT]),
        ("Most of 37 residential homes", vec![COUNT]),
        ("The best of 37", vec![COUNT]),
        (
            "Above the regional average",
            vec![("claim-without-condition", "Above")],
        ),
    ] {
        check(heading(words), &expected, words);
    }
    check(table("rows-heading: Most of 37 homes"), &[COUNT], "rows-heading");
    let gloss = told(
        "label: Safety work,",
        "label: Safety work, gloss: the best of 37 regions,",
    );
    check(gloss, &[COUNT], "gloss");
    let label = told("label: Safety work,", "label: Work below average,");
    check(label, &[BELOW], "label");
    let period = told("period: 2011/12", "period: the best of 37 years");
    check(period, &[COUNT], "period");
    let quote = "body:\n  - quote: {by: lead-inspector, words: We saw it.}\n";
    let role = bench::told_in(
        &[("role: lead inspector", "role: head of the best of 37 regions")],
        quote,
    );
    check(role, &[COUNT], "role");
}

#[test]
fn names_keep_their_numbers_and_their_words_of_rank() {
    for words in [
        "Rule 45",
        "Lowest",
        "Highest score",
        "Change since 2019",
        "Scores from the regions",
        "Cases better than expected",
        "2011/12",
        "Seen within 4 hours",
        "In 14 days",
        "Aged 16 to 24",
        "Rate per 1,000 people",
        "3 or more offences",
        "Points out of 27",
        "95% confidence interval",
        "Key stage 2",
        "In 2011 prices",
        "Months above target",
        "Average of one or two visits",
    ] {
        check(
            told("heading: Scores", &format!("heading: \"{words}\"")),
            &[],
            words,
        );
        check(
            told("label: Safety work,", &format!("label: \"{words}\",")),
            &[],
            words,
        );
        let gloss = format!("label: Safety work, gloss: \"{words}\",");
        check(told("label: Safety work,", &gloss), &[], words);
    }
    for caption in [
        "Revised estimate",
        "Highest and lowest scores",
        "Change since 2009",
    ] {
        check(table(&format!("caption: {caption}")), &[], caption);
    }
    for reason in [
        "not inspected this year",
        "fewer than 5 cases",
        "under 10 cases, so not shown",
        "based on fewer than five pupils",
    ] {
        let missing = format!("safety: {{value: {{missing: \"{reason}\"}}");
        check(told("safety: {value: 977 of 2102", &missing), &[], reason);
    }
    for reason in [
        "The report is laid before the assembly three days later",
        "It moved by two working days",
    ] {
        let moved =
            format!("embargo-moved: {{from: 2012-06-11 00:01, day: 2012-06-08, reason: {reason}}}\n{BODY}");
        check(bench::told(&moved), &[], reason);
    }
    for period in [
        "the year to March 2012",
        "April 2011 to March 2012",
        "the 12 months to March 2012",
    ] {
        check(told("period: 2011/12", &format!("period: {period}")), &[], period);
    }
}

#[test]
fn a_fact_is_the_place_for_numbers_and_not_for_comparisons() {
    let body = "body:\n  - text: It was found that {{ facts.length }}.\n";
    let found = |fact: &str| bench::told_in(&[("length: 3 years", &format!("length: {fact}"))], body);
    check(
        found("safety was below the regional average in 37 homes"),
        &[BELOW],
        "a fact that compares",
    );
    check(found("37 homes were visited twice"), &[], "a fact");
    // What no sentence prints says nothing.
    let unprinted = told("length: 3 years", "length: safety was below the regional average");
    check(unprinted, &[], "a fact that is not printed");
}

/// A notice of which the embargo moved, with claims.
fn moved(reason: &str, claims: &str) -> String {
    format!(
        "embargo-moved: {{from: 2012-06-11 00:01, day: 2012-06-08, reason: \"{reason}\"}}\n{BODY}claims: {{{claims}}}\n"
    )
}

#[test]
fn a_claim_is_judged_wherever_it_may_be_marked() {
    let below = "c: safety.value is below(than=safety.average)";
    let above = "c: safety.value is above(than=safety.average)";
    let words =
        |side: &str| format!("The minister is away, and safety was [{side} the regional average][c].");
    check(
        bench::told(&moved(&words("below"), below)),
        &[],
        "a claim that holds",
    );
    let codes = |found: Vec<(&'static str, String)>| found.iter().map(|one| one.0).collect::<Vec<_>>();
    let false_one = codes(bench::told(&moved(&words("above"), above)));
    assert_eq!(false_one, ["claim-not-supported"], "a false claim");
    let unknown = codes(bench::told(&moved("It was [below the average][nosuch].", "")));
    assert_eq!(unknown, ["unknown-claim"], "a claim that nobody defined");
    let heading = |words: &str, claims: &str| {
        codes(bench::told_in(
            &[(
                "scores: {columns",
                &format!("scores: {{rows-heading: \"{words}\", columns"),
            )],
            &format!("{BODY}claims: {{{claims}}}\n"),
        ))
    };
    assert_eq!(heading("[Below the regional average][c]", below), [""; 0]);
    assert_eq!(
        heading("[Above the regional average][c]", above),
        ["claim-not-supported"]
    );
    assert_eq!(heading("[Work below average][nosuch]", ""), ["unknown-claim"]);
}

#[test]
fn a_claim_in_the_reason_of_a_move_is_counted_and_no_stranger_to_the_public_edition() {
    let parts = moved(
        "It was put off by [14 days][c].",
        "c: {as-written: the act sets the days}",
    );
    let told = |edition| {
        let composed = bench::composed(&parts, edition);
        let codes: Vec<_> = composed.findings.iter().map(|one| one.code.name()).collect();
        (codes.contains(&"unused-claim"), composed.coverage.as_written)
    };
    assert_eq!(told(Wanted::Embargoed), (false, 1));
    assert_eq!(told(Wanted::Public), (false, 0));
}

#[test]
fn sentences_outside_the_body_get_every_check() {
    let said = |words: &str| {
        let quoted = format!("\"{words}\"");
        let moved =
            format!("embargo-moved: {{from: 2012-06-11 00:01, day: 2012-06-08, reason: {quoted}}}\n{BODY}");
        [
            ("caption", table(&format!("caption: {quoted}"))),
            ("footnote", table(&format!("footnotes: [{quoted}]"))),
            ("moved", bench::told(&moved)),
        ]
    };
    for (words, code, about) in [
        (
            "Reports rose to {{ reports.value }} thousand",
            "figure-altered",
            "{{ reports.value }} thousand",
        ),
        (
            "Set beside the national average",
            "benchmark-name",
            "national average",
        ),
        ("Safety stood at {{ records.value }}", "figure-misplaced", "62%"),
    ] {
        for (field, found) in said(words) {
            let there = found.iter().any(|(raised, _)| *raised == code);
            assert!(there, "{field}: {words}: {about}: {found:?}");
        }
    }
    for words in [
        "Scores of {{ area }}, where safety stood at {{ safety.value }}",
        "Set beside the regional average",
        "Scores come from visits in {{ period }}",
        "{{ reports.value }} reports were read",
    ] {
        for (field, found) in said(words) {
            check(found, &[], &format!("{field}: {words}"));
        }
    }
}

#[test]
fn why_a_value_is_missing_may_say_which_is_not_there() {
    let reason = told(
        "safety: {value: 977 of 2102",
        "safety: {value: {missing: no national figure is published}",
    );
    check(reason, &[], "the reason of a missing value");
}

#[test]
fn a_second_table_must_be_there() {
    for (text, words) in [
        ("The second table gives more.", "table"),
        ("Both tables give more.", "tables"),
        ("Table 2 gives more.", "Table"),
        ("The tables give more.", "tables"),
    ] {
        check(bench::sentence(text), &[("table-absent", words)], text);
    }
    for text in [
        "The first table gives more.",
        "Table 1 gives more.",
        "The tables in the report give more.",
    ] {
        check(bench::sentence(text), &[], text);
    }
}
