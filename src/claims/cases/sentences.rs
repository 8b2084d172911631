//! Ordinary sentences of the newsroom, in `sentences.tsv`: true ones that must raise nothing, and near relations that must.

use super::*;

/// What must be found (`holds`: nothing), the sentence, its condition.
const SENTENCES: &str = include_str!("sentences.tsv");

/// The same, of the words round a claim.
const SURROUNDINGS: &str = include_str!("surroundings.tsv");

const ROWS: &str = "\
safety: {value: 78%, average: 74%, previous: 70%, target: 80%, highest: 83%, lowest: 64%}
repair: {value: 75%, average: 73%, previous: 75%, target: 70%, highest: 82%, lowest: 62%}
waste: {value: 78%, average: 79%, previous: 80%, target: 78%, highest: 86%, lowest: 69%}
wait: {value: 9, previous: 18, average: 10}
crime: {value: 270, previous: 300, year-ago: 135, history: {1974: 250, 1975: 280, 1976: 300}}
overall: {value: Requires improvement, previous: Inadequate}
reports: 17
north: 10
south: 7
trend: {value: -0.3%, margin: 0.5, first-published: -0.1%}
praised: 10 of 17
moving: {value: -1.3%, margin: 0.5}";

#[test]
fn true_sentences_raise_nothing_and_wrong_ones_are_told() {
    let mut wrong = Vec::new();
    for line in SENTENCES.lines().chain(SURROUNDINGS.lines()) {
        let [expected, sentence, condition] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("three columns: {line}")
        };
        let found = codes(ROWS, sentence, condition);
        let right = if expected == "holds" {
            found.is_empty()
        } else {
            found.contains(&expected)
        };
        if !right {
            wrong.push(format!("{line}: {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
