//! Several piers in one notice: which of them the words name, and how many.

use super::super::office::{codes_of_several, codes_of_the_first};
use super::{DIFFER, NONE};

const PIERS: [(&str, &str, &str); 4] = [
    ("quay", "Quayside", "crime: {value: 38, previous: 41, target: 40}"),
    (
        "ring",
        "Ring Road",
        "crime: {value: 52, previous: 54, target: 40}",
    ),
    (
        "park",
        "Park Lane",
        "crime: {value: 21, previous: 21, target: 40}",
    ),
    (
        "dock",
        "Dock Street",
        "crime: {value: 38, previous: 36, target: 40}",
    ),
];

fn piers(sentence: &str, condition: &str) -> Vec<&'static str> {
    codes_of_several(&PIERS, sentence, &condition.replace("ALL", "inspections.crime"))
}

#[test]
fn a_row_that_is_named_is_one_for_which_it_holds() {
    let above =
        "ALL.value is above(than=ALL.target, exactly=1)".replace("ALL.target", "inspections.crime.target");
    for sentence in [
        "Ring Road was [the only pier above the target][c].",
        "[Only Ring Road was above the target][c].",
        "[One pier, Ring Road, was above the target][c].",
        "[One pier was above the target][c]: Ring Road.",
    ] {
        assert_eq!(piers(sentence, &above), NONE, "{sentence}");
        let other = sentence.replace("Ring Road", "Park Lane");
        assert_eq!(piers(&other, &above), DIFFER, "{other}");
    }
    let below = "ALL.value is below(than=inspections.crime.target, exactly=3)";
    assert_eq!(
        piers(
            "[All but one of the piers, Ring Road, were below the target][c].",
            below
        ),
        DIFFER
    );
    assert_eq!(
        piers(
            "[Three of the four piers, all but Ring Road, were below the target][c].",
            below
        ),
        NONE
    );
    assert_eq!(
        piers("[All but one of the piers were below the target][c].", below),
        NONE
    );
    assert_eq!(
        piers("[All but two of the piers were below the target][c].", below),
        DIFFER
    );
}

#[test]
fn none_most_and_more_than_half() {
    for (condition, sentence) in [
        (
            "ALL.value is above(than=60, exactly=0)",
            "[No pier was above 60][c].",
        ),
        (
            "ALL.value is above(than=60, at_most=0)",
            "[No pier was above 60][c].",
        ),
        ("ALL.value is not above(than=60)", "[No pier was above 60][c]."),
        (
            "ALL.value is not above(than=60)",
            "[None of the piers was above 60][c].",
        ),
        ("ALL.value is below(than=60)", "[No pier was above 60][c]."),
        (
            "ALL.value is below(than=50, most=true)",
            "Thefts were [below 50 at most piers][c].",
        ),
        (
            "ALL.value is below(than=50, most=true)",
            "Thefts were [below 50 at more than half of the piers][c].",
        ),
        (
            "ALL.value is below(than=50, exactly=3)",
            "Thefts were [below 50 at more than half of the piers][c].",
        ),
        (
            "ALL.value is below(than=50, most=true)",
            "Thefts were [below 50 at a clear majority of the piers][c].",
        ),
    ] {
        assert_eq!(piers(sentence, condition), NONE, "{sentence} {condition}");
    }
    for (condition, sentence) in [
        // "Is not above" is true of all as soon as one is not.
        ("ALL.value is not above(than=50)", "[No pier was above 50][c]."),
        ("ALL.value is below(than=60)", "[No pier was below 60][c]."),
        (
            "ALL.value is below(than=60)",
            "[At most half of the piers were below 60][c].",
        ),
        (
            "ALL.value is below(than=50, exactly=3)",
            "Thefts were [below 50 at fewer than half of the piers][c].",
        ),
        // Three of four are no vast majority.
        (
            "ALL.value is below(than=50, most=true)",
            "Thefts were [below 50 at the vast majority of the piers][c].",
        ),
    ] {
        assert!(
            piers(sentence, condition).contains(&DIFFER[0]),
            "{sentence} {condition}"
        );
    }
}

#[test]
fn two_subjects_share_a_place_or_are_alike() {
    let both = "quay.crime.value is joint_second_highest(among=ALL.value) and dock.crime.value is joint_second_highest(among=ALL.value)";
    assert_eq!(
        piers(
            "Quayside and Dock Street had [the second highest number][c].",
            both
        ),
        NONE
    );
    assert_eq!(
        piers("Quayside had [the second highest number][c].", both),
        DIFFER
    );
    let alike = "quay.crime.value is equal(to=dock.crime.value)";
    assert_eq!(
        piers("Quayside and Dock Street [had identical readings][c].", alike),
        NONE
    );
    assert_eq!(
        piers("Quayside and Park Lane [had identical readings][c].", alike),
        DIFFER
    );
    assert_eq!(
        piers(
            "Ring Road had [more thefts than any other pier][c].",
            "ring.crime.value is highest(among=ALL.value)"
        ),
        NONE
    );
}

/// What must be found, the sentence, its condition.
const SIDES: &str = include_str!("areas.tsv");

#[test]
fn each_area_stands_on_its_own_side() {
    for line in SIDES.lines() {
        let [expected, sentence, condition] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("three columns: {line}")
        };
        let found = piers(sentence, condition);
        let expected: Vec<&str> = [expected].into_iter().filter(|code| *code != "holds").collect();
        assert_eq!(found, expected, "{line}");
    }
}

#[test]
fn a_sentence_set_in_an_area_is_about_that_area() {
    let most = "ring.crime.value is more_than(number=50)";
    assert_eq!(
        piers("At Ring Road, [more than 50][c] were recorded.", most),
        NONE
    );
    assert_eq!(
        piers("At Park Lane, [more than 50][c] were recorded.", most),
        DIFFER
    );
    assert_eq!(
        piers(
            "At Park Lane, all was well; [more than 50][c] were recorded.",
            most
        ),
        NONE
    );
}

#[test]
fn an_area_that_the_notice_is_not_about_is_no_subject_of_its_claims() {
    let quayside = |sentence: &str, condition: &str| codes_of_the_first(1, &PIERS, sentence, condition);
    let below = "crime.value is below(than=crime.target)";
    for right in [
        "Thefts at Quayside were [below the target][c].",
        "Thefts were [below the target][c], unlike those at Ring Road.",
        "After our visit to Ring Road, thefts here were [below the target][c].",
        "Unlike Ring Road, Quayside had thefts [below the target][c].",
        // What prints alike holds for both.
        "Thefts at Dock Street were [below the target][c].",
    ] {
        assert_eq!(quayside(right, below), NONE, "{right}");
    }
    for wrong in [
        "Thefts at Ring Road were [below the target][c].",
        "At Ring Road, thefts were [below the target][c].",
        "[Below the target][c] at Ring Road, thefts pleased us.",
        "Quayside pleased us, and Ring Road was [below the target][c].",
        "Thefts were [below the target of Ring Road][c].",
    ] {
        assert_eq!(quayside(wrong, below), DIFFER, "{wrong}");
    }
}

#[test]
fn what_goes_on_after_a_comma_is_said_of_the_next_area() {
    let below = "quay.crime.value is below(than=quay.crime.target)";
    let right = "Thefts were [below the target][c] at Quayside, and at Ring Road they came to {{ ring.crime.value }}.";
    assert_eq!(piers(right, below), NONE);
    let wrong = "Thefts were [below the target][c] at Quayside and at Ring Road.";
    assert_eq!(piers(wrong, below), DIFFER);
}
