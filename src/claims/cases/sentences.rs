//! Ordinary sentences of the newsroom, in `sentences.tsv`: true ones that must raise nothing, and near relations that must.

use super::*;

/// What must be found (`holds`: nothing), the sentence, its condition.
const SENTENCES: &str = include_str!("sentences.tsv");

/// The same, of the words round a claim.
const SURROUNDINGS: &str = include_str!("surroundings.tsv");

/// The same, of names on the two sides of a comparison.
const SIDES: &str = include_str!("sides.tsv");

/// The same, of years beside a comparison.
const DATES: &str = include_str!("dates.tsv");

const ROWS: &str = "\
safety: {value: 78%, average: 74%, previous: 70%, target: 80%, highest: 83%, lowest: 64%}
repair: {value: 75%, average: 73%, previous: 75%, target: 70%, highest: 82%, lowest: 62%}
waste: {value: 78%, average: 79%, previous: 80%, target: 78%, highest: 86%, lowest: 69%}
wait: {value: 9, previous: 18, average: 10}
crime: {value: 270, previous: 300, year-ago: 135, history: {2023: 250, 2024: 280, 2025: 300}}
overall: {value: Requires improvement, previous: Inadequate}
reports: 17
north: 10
south: 7
east: 18
west: 12
isles: 25
coast: 30
shore: 55
trend: {value: -0.3%, margin: 0.5, first-published: -0.1%}
praised: 10 of 17
moving: {value: -1.3%, margin: 0.5}";

/// The same, of years round a comparison over time.
const OCCASIONS: &str = include_str!("occasions.tsv");

/// The same, of words that put the truth on one side of a number.
const SIDED: &str = include_str!("sided.tsv");

/// The same, of what is compared with, in other words.
const COMPARED: &str = include_str!("compared.tsv");

const SIZES: &str = include_str!("sizes.tsv");

/// Words weaker or stronger than a condition, and two denied at once.
const STRONGER: &str = include_str!("stronger.tsv");

/// Denials, what is said of another part of a condition, and words of another family than its tests.
const POLARITY: &str = include_str!("polarity.tsv");

/// Results that grew, shrank and have a history.
const MOVED: &str = "\
safety: {value: 60%, previous: 54%, average: 71%, target: 75%, year-ago: 60%, highest: 90%, lowest: 20%, history: {2021: 50%, 2022: 51%, 2023: 52%, 2024: 53%, 2025: 54%}}
repair: {value: 47%, average: 48%}
waste: {value: 31%, previous: 29%, lowest: 12%, history: {2023: 28%, 2025: 29%}}
crime: {value: 200, previous: 410, year-ago: 100, average: 180, history: {2021: 500, 2022: 480, 2023: 460, 2024: 430, 2025: 410}}
sales: {value: $31.0 billion, previous: $15.7 billion}
moving: {value: 1.1%, previous: 2.7%, margin: 0.5}
trend: {value: -3.1%, previous: -5.0%}
takings: {value: 1.1%, previous: 2.7%}
drop: {value: -1.1%, previous: 2.7%, margin: 0.5}
falls: {value: 60, previous: 50}
gap: {value: 5%, previous: 7%}
overall: {value: Good, previous: Good}
wait: 9
reports: 250
north: 200
praised: 0
centres: 50";

#[test]
fn true_sentences_raise_nothing_and_wrong_ones_are_told() {
    judge(SENTENCES, ROWS);
    judge(SURROUNDINGS, ROWS);
    judge(SIDES, ROWS);
    judge(DATES, ROWS);
    judge(OCCASIONS, ROWS);
    judge(SIDED, ROWS);
    judge(COMPARED, ROWS);
    judge(POLARITY, ROWS);
}

#[test]
fn sizes_years_and_bounds_are_those_of_the_figures() {
    judge(SIZES, MOVED);
    judge(STRONGER, MOVED);
}

fn judge(table: &str, rows: &str) {
    let mut wrong = Vec::new();
    for line in table.lines() {
        let [expected, sentence, condition] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("three columns: {line}")
        };
        let found = codes(rows, sentence, condition);
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
