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
    let row = "crime: {value: 200, history: {2023: 190, 2024: 210, 2025: 220}}";
    assert_eq!(
        rank(
            row,
            "the lowest since 2023",
            "crime.value is lowest_since(year=2023)"
        ),
        NONE
    );
    assert_eq!(
        rank(
            row,
            "the lowest since 2022",
            "crime.value is lowest_since(year=2022)"
        ),
        FALSE
    );
    assert_eq!(
        rank(
            row,
            "the lowest since 2024",
            "crime.value is lowest_since(year=2023)"
        ),
        DIFFER
    );
    assert_eq!(
        rank(row, "the lowest on record", "crime.value is record_low"),
        FALSE
    );
    assert_eq!(
        rank(
            "crime: {value: 100, history: {1974: 120, 2025: 105}}",
            "the lowest since 1974",
            "crime.value is lowest_since(year=1974)"
        ),
        FALSE
    );
    let low = "crime: {value: 180, history: {2023: 190, 2024: 210, 2025: 220}}";
    assert_eq!(rank(low, "a record low", "crime.value is record_low"), NONE);
    assert_eq!(rank(low, "a record high", "crime.value is record_low"), DIFFER);
    assert_eq!(
        rank("crime: 180", "a record low", "crime.value is record_low"),
        FALSE
    );
}

#[test]
fn a_tie_with_an_earlier_year_is_no_record() {
    let history = |period: &str, years: &str| format!("crime: {{value: 100, {period}history: {{{years}}}}}");
    for (period, years, words, condition, holds) in [
        // The results are published in 2026, and nothing says that they are of 2025.
        (
            "",
            "2023: 90, 2024: 95, 2025: 100",
            "a record high",
            "record_high",
            false,
        ),
        (
            "",
            "2023: 90, 2024: 95, 2025: 100",
            "their highest since 2023",
            "highest_since(year=2023)",
            false,
        ),
        (
            "",
            "2023: 90, 2024: 95, 2025: 100",
            "up for two years running",
            "rose_each_year(years=2)",
            false,
        ),
        (
            "",
            "2024: 90, 2025: 95, 2026: 100",
            "a record high",
            "record_high",
            true,
        ),
        (
            "period: 2025, ",
            "2023: 90, 2024: 95, 2025: 100",
            "a record high",
            "record_high",
            true,
        ),
        (
            "period: 2024-25, ",
            "2023: 90, 2024: 95, 2025: 100",
            "a record high",
            "record_high",
            true,
        ),
        (
            "period: the year to March 2025, ",
            "2023: 90, 2024: 95, 2025: 100",
            "up for two years running",
            "rose_each_year(years=2)",
            true,
        ),
        (
            "period: 2026, ",
            "2023: 90, 2024: 95, 2025: 100",
            "a record high",
            "record_high",
            false,
        ),
        ("", "2024: 90, 2025: 95", "a record high", "record_high", true),
        // A tie that decides nothing.
        (
            "",
            "2023: 190, 2024: 95, 2025: 100",
            "a record high",
            "record_high",
            false,
        ),
    ] {
        let condition = format!("crime.value is {condition}");
        assert_eq!(
            codes(
                &history(period, years),
                &format!("Thefts were [{words}][c]."),
                &condition
            ),
            if holds { &NONE[..] } else { &FALSE },
            "{period}{years} {condition}"
        );
    }
}

#[test]
fn a_history_reaches_up_to_the_result() {
    for (years, kind, holds) in [
        // Years and years before the result, nothing.
        ("1974: 90, 1975: 95", "record_high", false),
        ("1974: 90, 1975: 95", "highest_since(year=1974)", false),
        ("1974: 90, 2025: 95", "highest_since(year=1974)", false),
        ("2023: 90, 2025: 95", "highest_since(year=2023)", false),
        ("2023: 90, 2024: 92, 2025: 95", "highest_since(year=2023)", true),
        // Counted every third, fifth or tenth year.
        ("2019: 90, 2022: 95", "highest_since(year=2019)", true),
        ("2016: 90, 2021: 95", "highest_since(year=2016)", true),
        ("1995: 80, 2005: 90, 2015: 95", "record_high", true),
        ("1995: 80, 2005: 90, 2015: 95", "highest_since(year=1995)", true),
        ("1985: 80, 1995: 90, 2005: 95", "record_high", false),
    ] {
        let row = format!("crime: {{value: 100, history: {{{years}}}}}");
        let words = match kind.strip_prefix("highest_since(year=") {
            Some(year) => format!("their highest since {}", year.trim_end_matches(')')),
            None => "a record high".to_owned(),
        };
        assert_eq!(
            codes(
                &row,
                &format!("Thefts were at [{words}][c]."),
                &format!("crime.value is {kind}")
            ),
            if holds { &NONE[..] } else { &FALSE },
            "{years} {kind}"
        );
    }
}
