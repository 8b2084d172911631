//! What a figure may be printed without.

use crate::audit::bench::{body, told_in};

fn altered(text: &str) -> usize {
    let changes = [
        (
            "  growth: {label",
            "  trips: {label: Trips made, unit: million, places: 1, better: neither}\n  debt: {label: Debt, unit: £ billion, \
             better: neither}\n  output: {label: Output, unit: \"%\", places: 1, change: true, better: higher}\n  growth: {label",
        ),
        (
            "  growth: 3%",
            "  growth: 3%\n  trips: 23.6\n  debt: £381 billion\n  output: -0.3%",
        ),
    ];
    let found = told_in(&changes, &body(text)).into_iter();
    found.filter(|(code, _)| *code == "figure-altered").count()
}

#[test]
fn a_unit_in_millions_is_said() {
    for right in [
        "There were {{ trips.value }} million trips.",
        "Trips made rose from {{ trips.value }} to {{ trips.value }} million.",
        "Debt stood at {{ debt.value }}.",
        "Debt stood at £{{ debt.value | number }} billion.",
        "Debt stood at {{ debt.value | short }}.",
        "Debt stood at £{{ debt.value | number }}bn.",
    ] {
        assert_eq!(altered(right), 0, "{right}");
    }
    for wrong in [
        "There were {{ trips.value }} trips.",
        "Debt stood at £{{ debt.value | number }}.",
        "Debt stood at £{{ debt.value | number }}m.",
        "Debt stood at {{ debt.value | short }} billion.",
    ] {
        assert_eq!(altered(wrong), 1, "{wrong}");
    }
}

#[test]
fn a_fall_keeps_its_sign_or_has_a_word() {
    for right in [
        "Output was {{ output.value }}.",
        "Output fell by {{ output.value | size }}.",
        "The change in output was {{ output.value | size }}.",
    ] {
        assert_eq!(altered(right), 0, "{right}");
    }
    assert_eq!(altered("Output grew well, and was {{ output.value | size }}."), 1);
}
