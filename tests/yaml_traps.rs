//! Whether YAML's traps get a hint of our own, at the exact place, that says what to write.

use pressroom::data::yaml::read;
use pressroom::data::{Inspection, Notice, Organisation};
use pressroom::finding::{Finding, Source, Sources};
use serde::de::DeserializeOwned;

fn told<T: DeserializeOwned>(text: &str) -> Vec<String> {
    let mut sources = Sources::default();
    let file = sources.add(Source::new("a.yaml", text));
    let mut findings: Vec<Finding> = Vec::new();
    read::<T>(&sources, file, &mut findings);
    let line = |finding: &Finding| {
        let place = sources.position(finding.place.expect("has a place"));
        let (says, advice) = (&finding.says, &finding.advice);
        format!(
            "{}:{} {}: {says} | {advice}",
            place.line,
            place.column,
            finding.code.name()
        )
    };
    findings.iter().map(line).collect()
}

#[test]
fn show() {
    for text in [
        "issued: 2012-06-08\nheadline: {{ area }} inspected\nkicker: x\n",
        "headline: {{ area }}\n",
        "headline: [above][x] the average\n",
        "headline: *bold* move\n",
        "headline: *bold*\n",
        "headline: **bold** move\n",
        "headline: We are #1\n",
        "headline: Ofsted: good\n",
        "headline: “Ofsted”: good\n",
        "headline: %5 more\n",
        "headline: @home\n",
        "headline: `code`\n",
        "headline: & more\n",
        "headline: &Co are good\n",
        "headline: !important\n",
        "headline: > prose\n",
        "headline: - item\n",
        "headline: \"unclosed\nkicker: x\nnotes:\n  - y\n",
        "kicker: x\nheadline: \"unclosed\nlink: \"x\"\n",
        "headline: 'It's good'\n",
        "headline: \"Good\" work\n",
        "headline: “Good” work\n",
        "kicker: x\n\theadline: y\n",
        "notes:\n\t- y\n",
        "kicker: x\n\u{a0}headline: y\n",
        "kicker: x\nheadline:Work\nlink: z\n",
        "kicker: x\nheadline:Work\n",
        "headline:Work\nkicker: x\n",
        "notes:\n  - x\n - y\n",
        "notes:\n  - x\n   - y\n",
        "notes:\n  - Work was good: very\n",
        "body:\n  - Work was good: very\n",
        "notes:\n  - {{ area }} is good\n  - *x* and\n  - [a][b] c\n",
        "kicker: x\n  headline: y\n",
        " kicker: x\nheadline: y\n",
        "notes: [a, b\nheadline: y\n",
        "notes: [{{ area }}, b]\n",
        "claims:\n  a: {source: b, as written: c, d: [}\n",
        "headline: \"a \\d b\"\n",
        "headline: abc #1\n  def\n",
        "",
        "# only a comment\n",
        "---\nheadline: a\n---\nheadline: b\n",
        "---\nheadline: a\n",
        "just text\n",
        "- a\n",
        "headline: # nothing\n",
        "<<: {headline: x}\n",
        "headline: ? x\n",
        "headline: , x\n",
        "%YAML headline: x\n",
        "headline:\n  Work\n  was: good\n",
        "headline: \"a \\u202E b\"\n",
        "kicker: a\n- b\n",
        "headline: Work inspected   # agreed\n",
        "headline: Work # agreed\n",
        "notes:\n  - We are #1\n",
        "issued: 2012-06-08 # why\n",
        "standfirst: >\n  One.\n\n  Two.\n",
        "body:\n  - quote:\n      by: a\n      words: >-\n        One\n        two.\n\n        Three.\n",
        "body:\n  - text: >\n      One\n      - a\n      - b\n",
        "standfirst: >\n  One\n  two.\n",
        "standfirst: One\n  two.\n\n  Three.\n",
        "notes:\n  - > # c\n    One\n\n    two.\n  - x\n",
        "a: &a [*a]\n",
        "headline: {a: b}\n",
        "headline: [a, b]\n",
        "embargo: [a]\n",
        "claims:\n  x: [a]\n",
        "body: text\n",
        "overrides: {a: b}\n",
        "profile: {a: b}\n",
        "embargo: {when: x}\n",
        "accepted: [{code: x}]\n",
    ] {
        println!("== {text:?}");
        for line in told::<Notice>(text) {
            println!("     {line}");
        }
    }
    let _ = (told::<Organisation>, told::<Inspection>);
}
