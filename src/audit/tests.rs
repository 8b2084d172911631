//! Sentences that must and must not raise, from the tables and from files of ordinary press-office prose.

use super::bench;
use super::phrases::{Phrases, Rule};

#[test]
fn every_rule_of_the_tables_keeps_its_examples() {
    let tables = [
        ("unbound-number", include_str!("numbers-en.txt")),
        ("table-absent", include_str!("mentions-en.txt")),
        ("claim-without-condition", include_str!("innocent-en.txt")),
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
