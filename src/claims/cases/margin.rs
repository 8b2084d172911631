//! A change, or a comparison with last time's value, that the margin holds is none.

use super::time::time;
use super::{DIFFER, FALSE, NONE};

#[test]
fn a_change_whose_interval_holds_zero_is_none() {
    let unclear = "trend: {value: -0.3%, margin: 0.5}";
    let clear = "trend: {value: 1.6%, margin: 0.7}";
    assert_eq!(time(unclear, "fell", "trend.value is decrease"), FALSE);
    assert_eq!(
        time(
            unclear,
            "showed no clear change",
            "trend.value is no_clear_change"
        ),
        NONE
    );
    assert_eq!(time(unclear, "fell", "trend.value is no_clear_change"), DIFFER);
    assert_eq!(time(clear, "rose", "trend.value is increase"), NONE);
    assert_eq!(
        time(clear, "showed no clear change", "trend.value is no_clear_change"),
        FALSE
    );
    // Without a margin the sign alone tells; that a change is unclear nobody can say then.
    assert_eq!(time("trend: -0.3%", "fell", "trend.value is decrease"), NONE);
    assert_eq!(
        time(
            "trend: -0.3%",
            "showed no clear change",
            "trend.value is no_clear_change"
        ),
        FALSE
    );
    // Nor may it be said to have risen, or to be higher, because its number is.
    for (row, condition, stands) in [
        (
            "trend: {value: 0.3%, margin: 0.5}",
            "trend.value is above(than=0)",
            false,
        ),
        (
            "trend: {value: 0.8%, margin: 0.5}",
            "trend.value is above(than=0)",
            true,
        ),
        ("trend: 0.3%", "trend.value is above(than=0)", true),
        (
            "safety: {value: 76%, previous: 74%, margin: 3}",
            "safety.value is above(than=safety.previous)",
            false,
        ),
        (
            "safety: {value: 76%, previous: 74%, margin: 1}",
            "safety.value is above(than=safety.previous)",
            true,
        ),
    ] {
        assert_eq!(time(row, "rose", condition).is_empty(), stands, "{row}");
    }
    let wide = "safety: {value: 76%, previous: 74%, margin: 3}";
    assert_eq!(
        time(
            wide,
            "was higher than last time",
            "safety.value is above(than=safety.previous)"
        ),
        FALSE
    );
    for (row, words, condition, found) in [
        (
            unclear,
            "was lower",
            "trend.value is below(than=0)",
            FALSE.as_slice(),
        ),
        (
            unclear,
            "was just below it",
            "trend.value is just_below(than=0)",
            FALSE.as_slice(),
        ),
        (
            clear,
            "was higher",
            "trend.value is above(than=0)",
            NONE.as_slice(),
        ),
        // Another number than none is a line, and no change.
        (
            unclear,
            "was above -1 per cent",
            "trend.value is above(than=-1)",
            NONE.as_slice(),
        ),
    ] {
        assert_eq!(time(row, words, condition), found, "{words}: {condition}");
    }
    assert_eq!(
        time(wide, "rose", "safety.value is rose(from=safety.previous)"),
        FALSE
    );
    assert_eq!(
        time(wide, "showed no clear change", "safety.change is no_clear_change"),
        NONE
    );
}
