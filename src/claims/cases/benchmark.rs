//! Against another figure.

use super::*;

const THREE: &str = "safety: {value: 78%, average: 74%}\nrepair: {value: 75%, average: 73%}\nwaste: {value: 78%, average: 79%}";

#[test]
fn above_below_and_equal_exclude_each_other() {
    let row = |value: &str| format!("safety: {{value: {value}%, average: 74%}}");
    let above = |value: &str| {
        codes(
            &row(value),
            "Safety work was [above the average][c].",
            "safety.value is above(than=safety.average)",
        )
    };
    let below = |value: &str| {
        codes(
            &row(value),
            "Safety work was [below the average][c].",
            "safety.value is below(than=safety.average)",
        )
    };
    let equal = |value: &str| {
        codes(
            &row(value),
            "Safety work was [the same as the average][c].",
            "safety.value is equal(to=safety.average)",
        )
    };
    assert_eq!(above("75"), NONE);
    assert_eq!(above("74"), FALSE);
    assert_eq!(below("74"), FALSE);
    assert_eq!(below("73"), NONE);
    assert_eq!(equal("74"), NONE);
    assert_eq!(equal("75"), FALSE);
}

#[test]
fn what_rounding_hides_or_makes_is_told() {
    let row = "safety: {value: 78.4%, average: 78.3%}";
    assert_eq!(
        codes(
            row,
            "It was [above the average][c].",
            "safety.value is above(than=safety.average)"
        ),
        ROUNDING
    );
    assert_eq!(
        codes(
            row,
            "It was [the same as the average][c].",
            "safety.value is equal(to=safety.average)"
        ),
        ROUNDING
    );
    assert_eq!(
        codes(
            row,
            "It was [in line with the average][c].",
            "safety.value is in_line(with=safety.average)"
        ),
        NONE
    );
}

#[test]
fn just_and_well_have_their_tolerances() {
    let row = |value: &str| format!("safety: {{value: {value}%, average: 74%}}");
    let just = |value: &str| {
        codes(
            &row(value),
            "It was [just above the average][c].",
            "safety.value is just_above(than=safety.average)",
        )
    };
    let well = |value: &str| {
        codes(
            &row(value),
            "It was [well above the average][c].",
            "safety.value is well_above(than=safety.average)",
        )
    };
    assert_eq!(just("76"), NONE);
    assert_eq!(just("77"), FALSE);
    assert_eq!(just("74"), FALSE);
    assert_eq!(well("79"), NONE);
    assert_eq!(well("78"), FALSE);
    let tightened = "safety.value is just_above(than=safety.average, within=1)";
    assert_eq!(
        codes(&row("75"), "It was [just above the average][c].", tightened),
        NONE
    );
    assert_eq!(
        codes(&row("76"), "It was [just above the average][c].", tightened),
        FALSE
    );
    let widened = "safety.value is just_above(than=safety.average, within=9)";
    assert_eq!(
        codes(&row("75"), "It was [just above the average][c].", widened),
        ["bad-condition"]
    );
}

#[test]
fn rows_are_counted() {
    let case = |words: &str, count: &str| {
        let counted = format!("measures.value is above(than=measures.average{count})");
        codes(THREE, words, &counted)
    };
    assert_eq!(
        case(
            "[Two of the three scores][c] were above the average.",
            ", exactly=2"
        ),
        NONE
    );
    assert_eq!(
        case(
            "[Two of the three scores were above the average][c].",
            ", exactly=2"
        ),
        NONE
    );
    assert_eq!(
        case("[Most of the scores were above the average][c].", ", most=true"),
        NONE
    );
    assert_eq!(
        case("[Most of the scores were above the average][c].", ", exactly=2"),
        NONE
    );
    assert_eq!(
        case(
            "[At least two of the three scores were above the average][c].",
            ", at_least=2"
        ),
        NONE
    );
    assert_eq!(case("[All three scores were above the average][c].", ""), FALSE);
    assert_eq!(
        case("[All three scores were above the average][c].", ", exactly=2"),
        DIFFER
    );
    assert_eq!(
        case(
            "[One of the three scores was above the average][c].",
            ", exactly=2"
        ),
        DIFFER
    );
    assert_eq!(
        case("The scores were [above the average][c].", ", exactly=2"),
        DIFFER
    );
    assert_eq!(
        case(
            "[Three of the three scores were above the average][c].",
            ", exactly=3"
        ),
        FALSE
    );
    assert_eq!(
        case(
            "[Two of the four scores were above the average][c].",
            ", exactly=2"
        ),
        DIFFER
    );
    assert_eq!(
        case(
            "[One of the three scores was below the average][c].",
            ", exactly=2"
        ),
        ["claim-words-differ", "claim-words-differ"]
    );
}

#[test]
fn a_missing_value_supports_nothing() {
    let row = "safety: {value: {missing: not inspected}, average: 74%}";
    assert_eq!(
        codes(
            row,
            "It was [above the average][c].",
            "safety.value is above(than=safety.average)"
        ),
        MISSING
    );
    let lacking = "safety: {value: 78%, average: 74%}\nrepair: {value: 78%}";
    assert_eq!(
        codes(
            lacking,
            "[Both were above the average][c].",
            "measures.value is above(than=measures.average)"
        ),
        MISSING
    );
}

#[test]
fn better_follows_the_measure() {
    let higher = "safety: {value: 78%, average: 74%}";
    let lower = "wait: {value: 9, average: 12}";
    let neither = "mood: {value: 78%, average: 74%}";
    let above = |row: &str, name: &str, words: &str| {
        codes(
            row,
            &format!("It was [{words}][c]."),
            &format!("{name}.value is above(than={name}.average)"),
        )
    };
    assert_eq!(above(higher, "safety", "better than the average"), NONE);
    assert_eq!(above(higher, "safety", "worse than the average"), DIFFER);
    assert_eq!(above(neither, "mood", "better than the average"), DIFFER);
    assert_eq!(
        codes(
            lower,
            "It was [better than the average][c].",
            "wait.value is below(than=wait.average)"
        ),
        NONE
    );
    assert_eq!(
        codes(
            lower,
            "It was [worse than the average][c].",
            "wait.value is below(than=wait.average)"
        ),
        DIFFER
    );
}

#[test]
fn units_must_agree() {
    let rows = "wait: 9\ncrime: 12";
    assert_eq!(
        codes(
            rows,
            "It was [above it][c].",
            "wait.value is above(than=crime.value)"
        ),
        ["units-differ"]
    );
}

proptest::proptest! {
    #![proptest_config(proptest::test_runner::Config::with_cases(24))]
    #[test]
    fn exactly_one_of_above_below_equal(value in 0u8..=100, average in 0u8..=100) {
        let row = format!("safety: {{value: {value}%, average: {average}%}}");
        let holds = |words: &str, condition: &str| {
            codes(&row, &format!("It was [{words}][c]."), &format!("safety.value is {condition}")).is_empty()
        };
        let held = [
            holds("above the average", "above(than=safety.average)"),
            holds("below the average", "below(than=safety.average)"),
            holds("the same as the average", "equal(to=safety.average)"),
        ];
        proptest::prop_assert_eq!(held.iter().filter(|held| **held).count(), 1);
        proptest::prop_assert_eq!(held[0], value > average);
    }

    #[test]
    fn exactly_counts(values in proptest::array::uniform3(60u8..90), claimed in 0usize..=3) {
        let rows: Vec<String> = ["safety", "repair", "waste"]
            .iter()
            .zip(values)
            .map(|(name, value)| format!("{name}: {{value: {value}%, average: 75%}}"))
            .collect();
        let number = ["None", "One", "Two", "Three"][claimed];
        let found = codes(
            &rows.join("\n"),
            &format!("[{number} of the three scores was above the average][c]."),
            &format!("measures.value is above(than=measures.average, exactly={claimed})"),
        );
        let truly = values.iter().filter(|value| **value > 75).count();
        proptest::prop_assert_eq!(found.is_empty(), truly == claimed, "{:?}", found);
    }
}
