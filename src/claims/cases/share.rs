//! Shares and numbers.

use super::*;

fn share(value: &str, words: &str, condition: &str) -> Vec<&'static str> {
    codes(
        &format!("safety: {value}"),
        &format!("Staff did it in [{words}][c]."),
        &format!("safety.value is {condition}"),
    )
}

#[test]
fn side_words_are_strict() {
    assert_eq!(
        share("66%", "nearly two-thirds of cases", "nearly(share=\"2/3\")"),
        NONE
    );
    assert_eq!(
        share("67%", "nearly two-thirds of cases", "nearly(share=\"2/3\")"),
        FALSE
    );
    assert_eq!(
        share("60%", "nearly two-thirds of cases", "nearly(share=\"2/3\")"),
        FALSE
    );
    assert_eq!(
        share(
            "76%",
            "just over three-quarters of cases",
            "just_over(share=\"3/4\")"
        ),
        NONE
    );
    assert_eq!(
        share(
            "75%",
            "just over three-quarters of cases",
            "just_over(share=\"3/4\")"
        ),
        FALSE
    );
    assert_eq!(
        share("66%", "about two-thirds of cases", "about(share=\"2/3\")"),
        NONE
    );
    assert_eq!(
        share("68%", "about two-thirds of cases", "about(share=\"2/3\")"),
        NONE
    );
    assert_eq!(
        share("51%", "more than half of cases", "more_than(share=\"1/2\")"),
        NONE
    );
    assert_eq!(
        share("50%", "more than half of cases", "more_than(share=1/2)"),
        FALSE
    );
    assert_eq!(
        share("49%", "less than half of cases", "less_than(share=\"50%\")"),
        NONE
    );
    assert_eq!(
        share("62 of 93", "two-thirds of cases", "exactly(share=\"2/3\")"),
        NONE
    );
    assert_eq!(
        share("67%", "two-thirds of cases", "exactly(share=\"2/3\")"),
        ROUNDING
    );
    assert_eq!(share("20%", "one in five cases", "exactly(share=\"1/5\")"), NONE);
    assert_eq!(
        share("70%", "seven out of ten cases", "exactly(share=\"7/10\")"),
        NONE
    );
}

#[test]
fn words_and_share_must_be_the_same() {
    assert_eq!(
        share("66%", "nearly three-quarters of cases", "nearly(share=\"2/3\")"),
        DIFFER
    );
    assert_eq!(
        share("66%", "more than two-thirds of cases", "nearly(share=\"2/3\")"),
        DIFFER
    );
    assert_eq!(share("51%", "half of cases", "more_than(share=\"1/2\")"), DIFFER);
    assert_eq!(
        share(
            "61%",
            "more than 60 per cent of cases",
            "more_than(share=\"60%\")"
        ),
        NONE
    );
    assert_eq!(
        share(
            "61%",
            "more than 50 per cent of cases",
            "more_than(share=\"60%\")"
        ),
        DIFFER
    );
}

#[test]
fn most_all_and_none() {
    assert_eq!(share("51%", "most cases", "most"), NONE);
    assert_eq!(share("50%", "most cases", "most"), FALSE);
    assert_eq!(share("100%", "all cases", "all"), NONE);
    assert_eq!(share("0%", "none of the cases", "none"), NONE);
    assert_eq!(share("1%", "none of the cases", "none"), FALSE);
    assert_eq!(
        share("62%", "the majority of cases", "more_than(share=\"1/2\")"),
        NONE
    );
    let parts = "reports: 17\nnorth: 10";
    assert_eq!(
        codes(
            parts,
            "[Most of the reports][c] praised it.",
            "north.value is most(of=reports.value)"
        ),
        NONE
    );
    assert_eq!(
        codes(
            parts,
            "[10 of the 17 reports][c] praised it.",
            "north.value is exactly(share=\"10/17\", of=reports.value)"
        ),
        NONE
    );
    assert_eq!(
        codes(
            parts,
            "[11 of the 17 reports][c] praised it.",
            "north.value is exactly(share=\"10/17\", of=reports.value)"
        ),
        DIFFER
    );
}

#[test]
fn numbers_have_sides_too() {
    let rows = "crime: 297";
    assert_eq!(
        codes(
            rows,
            "There were [nearly 300 thefts][c].",
            "crime.value is nearly(number=300)"
        ),
        NONE
    );
    assert_eq!(
        codes(
            rows,
            "There were [more than 300 thefts][c].",
            "crime.value is more_than(number=300)"
        ),
        FALSE
    );
    assert_eq!(
        codes(
            rows,
            "There were [nearly 400 thefts][c].",
            "crime.value is nearly(number=300)"
        ),
        DIFFER
    );
    assert_eq!(
        codes(rows, "There were [most of them][c].", "crime.value is most"),
        ["bad-condition"]
    );
}

#[test]
fn parts_make_the_whole() {
    let rows = "reports: 13\nnorth: 8\nsouth: 5\ncentres: 5";
    let sum = |parts: &str| {
        codes(
            rows,
            "There were [{{ reports.value }} reports in all][c].",
            &format!("reports.value is sum_of(parts=[{parts}])"),
        )
    };
    assert_eq!(sum("north.value, south.value"), NONE);
    assert_eq!(sum("north.value"), FALSE);
    assert_eq!(sum("north.value, centres.value"), ["units-differ"]);
}
