//! Places in a set, on a scale, in history.

use super::*;

const THREE: &str = "safety: 78%\nrepair: 75%\nwaste: 70%";

fn rank(rows: &str, words: &str, condition: &str) -> Vec<&'static str> {
    codes(rows, &format!("It was [{words}][c]."), condition)
}

#[test]
fn a_tie_is_never_a_sole_extreme() {
    let tie = "safety: 78%\nrepair: 78%\nwaste: 70%";
    let highest = "safety.value is highest(among=measures.value)";
    let joint = "safety.value is joint_highest(among=measures.value)";
    assert_eq!(rank(THREE, "the highest score", highest), NONE);
    assert_eq!(rank(THREE, "the joint highest score", joint), FALSE);
    assert_eq!(rank(tie, "the highest score", highest), FALSE);
    assert_eq!(rank(tie, "the joint highest score", joint), NONE);
    assert_eq!(rank(tie, "the highest score", joint), DIFFER);
    assert_eq!(rank(THREE, "the joint highest score", highest), DIFFER);
    assert_eq!(rank(THREE, "the lowest score", highest), DIFFER);
}

#[test]
fn later_places_are_their_own() {
    assert_eq!(
        rank(
            THREE,
            "the second-highest score",
            "repair.value is second_highest(among=measures.value)"
        ),
        NONE
    );
    assert_eq!(
        rank(
            THREE,
            "the second-lowest score",
            "repair.value is second_lowest(among=measures.value)"
        ),
        NONE
    );
    assert_eq!(
        rank(
            THREE,
            "the third-highest score",
            "waste.value is third_highest(among=measures.value)"
        ),
        NONE
    );
    assert_eq!(
        rank(
            THREE,
            "the highest score",
            "repair.value is second_highest(among=measures.value)"
        ),
        DIFFER
    );
    assert_eq!(
        rank(
            THREE,
            "the best result",
            "safety.value is highest(among=measures.value)"
        ),
        NONE
    );
}

#[test]
fn a_printed_tie_is_no_extreme() {
    let near = "safety: 78.4%\nrepair: 78.3%";
    assert_eq!(
        rank(
            near,
            "the highest score",
            "safety.value is highest(among=measures.value)"
        ),
        ROUNDING
    );
}

#[test]
fn an_incomplete_set_supports_nothing() {
    let missing = "safety: 78%\nrepair: {missing: not inspected}";
    assert_eq!(
        rank(
            missing,
            "the highest score",
            "safety.value is highest(among=measures.value)"
        ),
        MISSING
    );
    assert_eq!(
        rank(
            THREE,
            "the highest score",
            "safety.value is highest(among=[repair.value, waste.value])"
        ),
        FALSE
    );
    assert_eq!(
        rank(THREE, "the highest score", "safety.value is highest"),
        ["bad-condition"]
    );
}

#[test]
fn the_ends_of_a_scale() {
    let row = "overall: Outstanding";
    assert_eq!(
        rank(row, "the highest rating", "overall.value is highest_on_scale"),
        NONE
    );
    assert_eq!(
        rank(
            "overall: Good",
            "the highest rating",
            "overall.value is highest_on_scale"
        ),
        FALSE
    );
    assert_eq!(
        rank(
            "overall: Good",
            "rated Good",
            "overall.value is equal(to=\"Good\")"
        ),
        NONE
    );
    assert_eq!(
        rank(
            "overall: Good",
            "rated Outstanding",
            "overall.value is equal(to=\"Good\")"
        ),
        DIFFER
    );
}

#[test]
fn history_reaches_back_to_its_year() {
    let row = "crime: {value: 200, history: {1974: 190, 1975: 210, 1976: 220}}";
    assert_eq!(
        rank(
            row,
            "the lowest since 1974",
            "crime.value is lowest_since(year=1974)"
        ),
        NONE
    );
    assert_eq!(
        rank(
            row,
            "the lowest since 1973",
            "crime.value is lowest_since(year=1973)"
        ),
        FALSE
    );
    assert_eq!(
        rank(
            row,
            "the lowest since 1975",
            "crime.value is lowest_since(year=1974)"
        ),
        DIFFER
    );
    assert_eq!(
        rank(row, "the lowest on record", "crime.value is record_low"),
        FALSE
    );
    let low = "crime: {value: 180, history: {1974: 190, 1975: 210, 1976: 220}}";
    assert_eq!(rank(low, "a record low", "crime.value is record_low"), NONE);
    assert_eq!(rank(low, "a record high", "crime.value is record_low"), DIFFER);
    assert_eq!(
        rank("crime: 180", "a record low", "crime.value is record_low"),
        FALSE
    );
}
