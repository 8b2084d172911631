//! Whether YAML's traps get a hint of our own, at the exact place, that says what to write.

use pressroom::data::yaml::read;
use pressroom::data::{Inspection, Notice, Organisation};
use pressroom::finding::{Finding, Source, Sources};
use serde::de::DeserializeOwned;

fn findings<T: DeserializeOwned>(text: &str) -> (Sources, Vec<Finding>) {
    let mut sources = Sources::default();
    let file = sources.add(Source::new("a.yaml", text));
    let mut findings: Vec<Finding> = Vec::new();
    read::<T>(&sources, file, &mut findings);
    (sources, findings)
}

/// `line:column code` of each finding.
fn told<T: DeserializeOwned>(text: &str) -> Vec<String> {
    let (sources, findings) = findings::<T>(text);
    let line = |finding: &Finding| {
        assert!(!finding.advice.is_empty(), "{finding:?}");
        let place = sources.position(finding.place.expect("has a place"));
        format!("{}:{} {}", place.line, place.column, finding.code.name())
    };
    findings.iter().map(line).collect()
}

/// The notice, and what is told about it.
const NOTICES: &[(&str, &[&str])] = &[
    (
        "issued: 2012-06-08\nheadline: {{ area }} inspected\nkicker: x\n",
        &["2:11 yaml-syntax"],
    ),
    ("headline: {{ area }}\n", &["1:11 yaml-syntax"]),
    ("headline: [above][x] the average\n", &["1:11 yaml-syntax"]),
    ("headline: *bold* move\n", &["1:11 yaml-syntax"]),
    ("headline: *bold*\n", &["1:11 yaml-syntax"]),
    ("headline: **bold** move\n", &["1:11 yaml-syntax"]),
    ("headline: We are #1\n", &["1:18 comment-cut-text"]),
    ("headline: Ofsted: good\n", &["1:17 yaml-syntax"]),
    ("headline: “Ofsted”: good\n", &["1:19 yaml-syntax"]),
    ("headline: %5 more\n", &["1:11 yaml-syntax"]),
    ("headline: @home\n", &["1:11 yaml-syntax"]),
    ("headline: `code`\n", &["1:11 yaml-syntax"]),
    ("headline: & more\n", &["1:11 yaml-syntax"]),
    ("headline: &Co are good\n", &["1:11 yaml-syntax"]),
    ("headline: !important\n", &["1:11 yaml-syntax"]),
    ("headline: > prose\n", &["1:11 yaml-syntax"]),
    ("headline: - item\n", &["1:11 yaml-syntax"]),
    (
        "headline: \"unclosed\nkicker: x\nnotes:\n  - y\n",
        &["1:11 yaml-syntax"],
    ),
    (
        "kicker: x\nheadline: \"unclosed\nreference: \"x\"\n",
        &["2:11 yaml-syntax"],
    ),
    ("headline: 'It's good'\n", &["1:15 yaml-syntax"]),
    ("headline: \"Good\" work\n", &["1:17 yaml-syntax"]),
    ("headline: “Good” work\n", &[]),
    ("kicker: x\n\theadline: y\n", &["2:1 yaml-syntax"]),
    ("notes:\n\t- y\n", &["2:1 yaml-syntax"]),
    ("kicker: x\n\u{a0}headline: y\n", &["2:1 yaml-syntax"]),
    ("kicker: x\nheadline:Work\nreference: z\n", &["2:9 yaml-syntax"]),
    ("kicker: x\nheadline:Work\n", &["2:9 yaml-syntax"]),
    ("headline:Work\nkicker: x\n", &["1:9 yaml-syntax"]),
    ("notes:\n  - x\n - y\n", &["3:2 yaml-syntax"]),
    ("notes:\n  - x\n   - y\n", &["3:4 yaml-syntax"]),
    ("notes:\n  - Work was good: very\n", &["2:18 yaml-syntax"]),
    ("body:\n  - Work was good: very\n", &["2:18 yaml-syntax"]),
    (
        "notes:\n  - {{ area }} is good\n  - *x* and\n  - [a][b] c\n",
        &["2:5 yaml-syntax", "3:5 yaml-syntax", "4:5 yaml-syntax"],
    ),
    ("kicker: x\n  headline: y\n", &["2:3 yaml-syntax"]),
    (" kicker: x\nheadline: y\n", &["2:1 yaml-syntax"]),
    ("notes: [a, b\nheadline: y\n", &["1:8 yaml-syntax"]),
    ("notes: [{{ area }}, b]\n", &["1:9 yaml-syntax"]),
    (
        "claims:\n  a: {source: b, as written: c, d: [}\n",
        &["2:36 yaml-syntax"],
    ),
    ("headline: \"a \\d b\"\n", &["1:11 yaml-syntax"]),
    ("headline: abc #1\n  def\n", &["1:15 comment-cut-text"]),
    ("", &["1:1 yaml-syntax"]),
    ("# only a comment\n", &["1:1 yaml-syntax"]),
    ("---\nheadline: a\n---\nheadline: b\n", &["3:1 yaml-syntax"]),
    ("---\nheadline: a\n", &[]),
    ("just text\n", &["1:1 wrong-kind"]),
    ("- a\n", &["1:1 wrong-kind"]),
    ("headline: # nothing\n", &["1:1 wrong-kind"]),
    ("<<: {headline: x}\n", &["1:1 yaml-syntax"]),
    ("headline: ? x\n", &["1:11 yaml-syntax"]),
    ("headline: , x\n", &["1:11 yaml-syntax"]),
    ("%YAML headline: x\n", &["1:1 yaml-syntax"]),
    ("headline:\n  Work\n  was: good\n", &["3:6 yaml-syntax"]),
    ("headline: \"a \\u202E b\"\n", &["1:11 invisible-character"]),
    ("kicker: a\n- b\n", &["2:1 yaml-syntax"]),
    ("headline: Work inspected   # agreed\n", &[]),
    ("headline: Work # agreed\n", &["1:16 comment-cut-text"]),
    ("notes:\n  - We are #1\n", &["2:12 comment-cut-text"]),
    ("issued: 2012-06-08 # why\n", &[]),
    ("standfirst: >\n  One.\n\n  Two.\n", &["1:13 folded-text"]),
    (
        "body:\n  - quote:\n      by: a\n      words: >-\n        One\n        two.\n\n        Three.\n",
        &["4:14 folded-text"],
    ),
    (
        "body:\n  - text: >\n      One\n      - a\n      - b\n",
        &["2:11 folded-text"],
    ),
    ("standfirst: >\n  One\n  two.\n", &[]),
    ("standfirst: One\n  two.\n\n  Three.\n", &["1:13 folded-text"]),
    (
        "notes:\n  - > # c\n    One\n\n    two.\n  - x\n",
        &["2:5 folded-text"],
    ),
    ("a: &a [*a]\n", &["1:8 file-unreadable"]),
    ("headline: {a: b}\n", &["1:11 wrong-kind"]),
    ("headline: [a, b]\n", &["1:11 wrong-kind"]),
    ("embargo: [a]\n", &["1:10 wrong-kind"]),
    ("claims:\n  x: [a]\n", &["2:6 wrong-kind"]),
    ("body: text\n", &["1:7 wrong-kind"]),
    ("overrides: {a: b}\n", &["1:16 wrong-kind"]),
    ("profile: {a: b}\n", &["1:11 unknown-key"]),
    ("embargo: {when: x}\n", &["1:10 missing-key", "1:11 unknown-key"]),
    (
        "accepted: [{code: x}]\n",
        &["1:12 missing-key", "1:12 missing-key", "1:12 missing-key"],
    ),
    ("contacts: [press-desk\nnotes:\n  - a\n", &["1:11 yaml-syntax"]),
    ("headline: \"\"\n", &["1:11 wrong-kind"]),
    ("headline: 10\u{a0}km\n", &["1:13 invisible-character"]),
    (
        "headline: a\u{200b}b\nkicker: \u{202e}c\n",
        &["1:12 invisible-character", "2:9 invisible-character"],
    ),
    ("headline: *h\n", &["1:11 yaml-syntax"]),
    ("kicker：News\nheadline: x\n", &["1:7 yaml-syntax"]),
    ("body:\n  • table: x\n", &["2:3 yaml-syntax"]),
    ("body:\n  - text: x\n  – table: x\n", &["3:3 yaml-syntax"]),
    ("body:\n  - text: x\n  -table: x\n", &["3:3 yaml-syntax"]),
    ("body:\n  -text: x\n", &["2:3 yaml-syntax"]),
    ("kicker: x\n-headline: x\n", &["2:1 yaml-syntax"]),
    (
        "<<<<<<< HEAD\nkicker: a\n=======\nkicker: b\n>>>>>>> other\n",
        &["1:1 yaml-syntax"],
    ),
    ("kicker: x\n...\nheadline: y\n", &["2:1 yaml-syntax"]),
    ("headline: “All of it”\n", &["1:11 yaml-syntax"]),
    ("headline: “All” of “it”\n", &[]),
    ("headline: “All” of it\n", &[]),
    ("embargo: {at:, zone: x}\n", &["1:13 yaml-syntax"]),
    ("headline: be\u{ad}low\n", &["1:13 invisible-character"]),
    ("headline: ab\u{fe0f}ove\n", &["1:13 invisible-character"]),
    // A required key misspelt is one mistake.
    (
        "accepted: [{code: a, word: b, reason: c, by: d}]\n",
        &["1:22 unknown-key"],
    ),
];

#[test]
fn each_trap_is_told_at_its_place() {
    for (text, expected) in NOTICES {
        assert_eq!(told::<Notice>(text), *expected, "{text:?}");
        let windows = text.replace('\n', "\r\n");
        assert_eq!(told::<Notice>(&windows), *expected, "{windows:?}");
        let after_welsh = format!("reference: dŵr\n{text}");
        let a_line_later: Vec<String> = expected
            .iter()
            .map(|told| {
                let (line, rest) = told.split_once(':').expect("line and column");
                format!("{}:{rest}", line.parse::<usize>().expect("a number") + 1)
            })
            .collect();
        let whole_file = text.is_empty() || text.starts_with(['#', '-', ' ', '%', 'j']);
        if !whole_file && !text.contains("reference") && !text.starts_with("headline:Work") {
            assert_eq!(told::<Notice>(&after_welsh), a_line_later, "{after_welsh:?}");
        }
    }
}

/// The message and advice of the only finding.
fn only(text: &str) -> (String, String) {
    let (_, findings) = findings::<Notice>(text);
    assert_eq!(findings.len(), 1, "{findings:#?}");
    (findings[0].says.clone(), findings[0].advice.clone())
}

#[test]
fn the_advice_says_what_to_write() {
    for (text, advice) in [
        ("headline: {{ area }} inspected\n", "`headline: \"{{…\"`"),
        ("headline: [above][x] it\n", "`headline: \"[…\"`"),
        ("headline: *bold* move\n", "`headline: \"*…\"`"),
        ("headline: We are #1\n", "quotation marks"),
        ("headline: “Ofsted”: good\n", "curly quotation marks do not quote"),
        ("standfirst: >\n  One.\n\n  Two.\n", "`standfirst: |`"),
        ("headline:Work\n", "`headline: …`"),
        ("headline: 'It's good'\n", "double an apostrophe"),
        ("notes:\n\t- y\n", "spaces"),
    ] {
        assert!(only(text).1.contains(advice), "{text:?}: {:?}", only(text));
    }
}

#[test]
fn no_message_holds_words_of_the_notice() {
    for (text, _) in NOTICES {
        for finding in findings::<Notice>(&text.replace("Work", "Zanzibar").replace("One", "Zanzibar")).1 {
            let public = format!("{} {}", finding.says, finding.advice);
            assert!(!public.contains("Zanzibar"), "{public}");
        }
    }
}

#[test]
fn booleans_and_choices_of_a_house_style() {
    let house = |style: &str| {
        told::<Organisation>(&format!(
            "pressroom: 1\nname: A\ntime-zone: Europe/London\nhouse-style: {{{style}}}\n"
        ))
    };
    assert_eq!(house("serial-comma: yes"), ["4:29 wrong-kind"]);
    assert_eq!(
        house("serial-comma: \"true\", percent: per cent, thousands: \"\""),
        [""; 0]
    );
    assert_eq!(
        house("percent: pct, day: two-digits"),
        ["4:24 wrong-kind", "4:34 wrong-kind"]
    );
    assert_eq!(house("words-up-to: nine"), ["4:28 wrong-kind"]);
}

#[test]
fn figures_keep_their_spelling_and_short_data_may_have_remarks() {
    let text = "programme: p # the programme\narea: Eastshire # ours\npublished: 2012-06-12 # its order\nresults:\n  a: 007 # seven\n  b: 12:30\n  c: 5.10\n  d: .nan\n  e: 0x1F\n  f: -0.3\n";
    assert_eq!(told::<Inspection>(text), [""; 0]);
}
