//! Sentences that must and must not raise, from the tables and from files of ordinary press-office prose.

use super::bench;
use super::phrases::{Phrases, Rule};

#[test]
fn every_rule_of_the_table_of_numbers_keeps_its_examples() {
    let table = Phrases::parse(include_str!("numbers-en.txt")).unwrap();
    let wrong: Vec<String> = table.rules.iter().flat_map(wrong_examples).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn wrong_examples(rule: &Rule) -> Vec<String> {
    let raised = |text: &String| -> Vec<String> {
        let told = bench::sentence(text);
        let numbers = told.iter().filter(|(code, _)| *code == "unbound-number");
        numbers.map(|(_, words)| words.clone()).collect()
    };
    let clean = rule.clean.iter().filter_map(|text| {
        let found = raised(text);
        (!found.is_empty()).then(|| format!("{}: raised {found:?}: {text}", rule.name))
    });
    let dirty = rule.dirty.iter().filter(|text| raised(text).is_empty());
    let dirty = dirty.map(|text| format!("{}: not raised: {text}", rule.name));
    clean.chain(dirty).collect()
}
