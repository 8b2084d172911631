//! Whom a claim compares with in a notice about several piers: one, the others, those left out.

use super::super::office::codes_of_several;
const NONE: &[&str] = &[];
const DIFFER: &[&str] = &["claim-words-differ"];

const PIERS: [(&str, &str, &str); 4] = [
    (
        "quay",
        "Quayside",
        "crime: 310\n  safety: 120 of 200\n  waste: 91%",
    ),
    (
        "ring",
        "Ring Road",
        "crime: 120\n  safety: 45 of 50\n  waste: 93%",
    ),
    ("park", "Park Lane", "crime: 41\n  safety: 8 of 10\n  waste: 94%"),
    (
        "dock",
        "Dock Street",
        "crime: {missing: not returned}\n  safety: 30 of 40\n  waste: 95%",
    ),
];

/// Judges each sentence; `results` of the piers are written under `results:` as they stand.
fn all(cases: &[(&[&str], &str, &str)]) {
    let mut wrong = Vec::new();
    for (expected, sentence, condition) in cases {
        let found = codes_of_several(&PIERS, sentence, condition);
        if found != *expected {
            wrong.push(format!("{sentence}: {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_pier_whose_value_is_missing_is_listed_away_in_words_too() {
    let listed = "quay.crime.value is highest(among=[quay.crime.value, ring.crime.value, park.crime.value])";
    all(&[
        (DIFFER, "Quayside had [the most thefts of any pier][c].", listed),
        (DIFFER, "Quayside had [the most thefts][c].", listed),
        (DIFFER, "Quayside had [the most thefts of the piers][c].", listed),
        (DIFFER, "Quayside had [the most thefts of all four][c].", listed),
        (
            DIFFER,
            "Quayside had [the most thefts of those visited][c].",
            listed,
        ),
        (NONE, "Quayside had [the most thefts of the three][c].", listed),
        (
            NONE,
            "Quayside had [the most thefts of the piers that returned them][c].",
            listed,
        ),
    ]);
}

#[test]
fn the_others_are_all_the_others() {
    let one = "ring.waste.value is above(than=quay.waste.value)";
    let three = "dock.waste.value is above(than=quay.waste.value) and dock.waste.value is above(than=ring.waste.value) and dock.waste.value is above(than=park.waste.value)";
    all(&[
        (
            DIFFER,
            "Ring Road had [a higher score][c] than the other piers.",
            one,
        ),
        (
            DIFFER,
            "Ring Road had [a higher score than its neighbours][c].",
            one,
        ),
        (DIFFER, "Ring Road had [a higher score than][c] Park Lane.", one),
        (
            DIFFER,
            "Ring Road had [a higher score][c] than in Park Lane.",
            one,
        ),
        (NONE, "Ring Road had [a higher score][c] than Quayside.", one),
        (
            NONE,
            "Ring Road had [a higher score than its neighbour][c], Quayside.",
            one,
        ),
        (
            NONE,
            "Dock Street had [a higher score][c] than the other piers.",
            three,
        ),
    ]);
}

#[test]
fn who_comes_before_is_who_stands_before() {
    let second = "park.waste.value is second_highest(among=inspections.waste.value)";
    all(&[
        (
            DIFFER,
            "Litter in Park Lane was [the second highest][c], after Ring Road.",
            second,
        ),
        (
            DIFFER,
            "Litter in Park Lane was [second highest][c], behind Quayside.",
            second,
        ),
        (
            DIFFER,
            "Litter in Park Lane was [second highest][c], ahead of Dock Street.",
            second,
        ),
        (
            NONE,
            "Litter in Park Lane was [the second highest][c], after Dock Street.",
            second,
        ),
        (
            NONE,
            "Litter in Park Lane was [the second highest][c], ahead of Ring Road.",
            second,
        ),
        (
            NONE,
            "Litter in Park Lane was [the second highest][c], after the summer.",
            second,
        ),
    ]);
}

#[test]
fn numbers_are_said_of_numbers_and_rates_of_rates() {
    let shares = "park.safety.value is above(than=dock.safety.value)";
    let same_way = "ring.safety.value is above(than=dock.safety.value)";
    let counts = "quay.safety.value.count is above(than=ring.safety.value.count)";
    all(&[
        (
            DIFFER,
            "Park Lane had [more safe visitors][c] than Dock Street.",
            shares,
        ),
        (
            DIFFER,
            "Park Lane had [a higher number][c] of safe visitors than Dock Street.",
            shares,
        ),
        (
            NONE,
            "Park Lane had [a larger share][c] of safe visitors than Dock Street.",
            shares,
        ),
        (NONE, "Park Lane was [higher][c] than Dock Street.", shares),
        (
            NONE,
            "Ring Road had [more safe visitors][c] than Dock Street.",
            same_way,
        ),
        (
            DIFFER,
            "Quayside had [a higher proportion][c] of safe visitors than Ring Road.",
            counts,
        ),
        (
            NONE,
            "Quayside had [more safe visitors][c] than Ring Road.",
            counts,
        ),
    ]);
}
