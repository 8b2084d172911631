//! What the rest of its clause says a claim of, in `after.tsv` and `areas-after.tsv`: names and sets that stand after it.

use super::super::office::{codes, codes_of_several};

/// What must be found (`holds`: nothing), the sentence, its condition.
const AFTER: &str = include_str!("after.tsv");

/// The same, of words that say a place, a size or a revision plainly.
const PLAIN: &str = include_str!("plain.tsv");

/// The same, of a notice about several piers.
const AREAS: &str = include_str!("areas-after.tsv");

const RESULTS: &str = "\
safety: {value: 78%, average: 74%, previous: 70%}
repair: {value: 75%, average: 73%, previous: 70%}
waste: {value: 78%, average: 79%, previous: 80%}
crime: {value: 270, previous: 300, history: {2023: 290, 2024: 280, 2025: 300}}
fines: {value: 90, previous: 80}
reports: {value: 17, previous: 15}
all: {value: 500, previous: 520}
dawn: {value: 90, previous: 100}
dusk: {value: 110, previous: 100}";

const PLAINLY: &str = "\
late: {value: 90, first-published: 95, previous: 80}
wait: 9
night: 12
dawn: 90
dusk: 110
high: {value: 12%, history: {2023: 10%, 2024: 9%, 2025: 11%}}
fines: {value: 120, previous: 100, history: {2019: 110, 2020: 100}}
few: 35
noon: 5
dearer: 65%
drop: 2.0%
moving: 4.0%
cost: {value: 149, previous: 100}
safety: {value: 78%, previous: 70%}";

const PIERS: [(&str, &str, &str); 3] = [
    ("quay", "the Quay", "crime: {value: 38, previous: 41, target: 40}"),
    (
        "ring",
        "Ring Road",
        "crime: {value: 54, previous: 52, target: 40}",
    ),
    (
        "park",
        "Park Lane",
        "crime: {value: 20, previous: 21, target: 40}",
    ),
];

#[test]
fn a_name_after_a_claim_is_one_that_its_figures_are_of() {
    judge(AFTER, |sentence, condition| codes(RESULTS, sentence, condition));
    judge(PLAIN, |sentence, condition| codes(PLAINLY, sentence, condition));
    judge(AREAS, |sentence, condition| {
        codes_of_several(&PIERS, sentence, condition)
    });
}

fn judge(table: &str, found: impl Fn(&str, &str) -> Vec<&'static str>) {
    let mut wrong = Vec::new();
    for line in table.lines() {
        let [expected, sentence, condition] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("three columns: {line}")
        };
        let found = found(sentence, condition);
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
