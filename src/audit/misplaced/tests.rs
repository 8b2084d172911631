//! What must and what must not be raised.

use crate::audit::bench::{body, sentence, told};

const MISPLACED: &str = "figure-misplaced";

fn misplaced(text: &str) -> Vec<String> {
    let found = sentence(text).into_iter();
    found
        .filter(|(code, _)| *code == MISPLACED)
        .map(|(_, words)| words)
        .collect()
}

#[test]
fn after_of_a_claim_stands_what_it_compares_with() {
    let right = "It was [below the average][safety-below] of {{ safety.average }}.";
    assert_eq!(misplaced(right), Vec::<String>::new());
    let wrong = "It was [below the average][safety-below] of {{ records.average }}.";
    assert_eq!(misplaced(wrong), ["60%"]);
    let column = "It was [below the average][safety-below] of {{ safety.previous }}.";
    assert_eq!(misplaced(column), ["40%"]);
}

#[test]
fn a_figure_in_apposition_is_the_claims_own() {
    let right = "We found {{ safety.value }}, [below the average][safety-below].";
    assert_eq!(misplaced(right), Vec::<String>::new());
    let wrong = "We found {{ records.value }}, [below the average][safety-below].";
    assert_eq!(misplaced(wrong), ["62%"]);
    let from = "That is up from {{ safety.previous }}, [below the average][safety-below].";
    assert_eq!(misplaced(from), Vec::<String>::new());
}

#[test]
fn names_in_a_row_are_figures_in_a_row() {
    let right = "Safety work and records kept came to {{ safety.value }} and {{ records.value }}.";
    assert_eq!(misplaced(right), Vec::<String>::new());
    let wrong = "Safety work and records kept came to {{ records.value }} and {{ safety.value }}.";
    assert_eq!(misplaced(wrong), ["62%", "46%"]);
}

#[test]
fn a_change_belongs_to_what_moved() {
    let words = "Safety work grew, a rise of {{ growth.value }}.";
    assert!(!told(&body(words)).iter().any(|(code, _)| *code == MISPLACED));
}

#[test]
fn a_column_beside_the_value_is_said() {
    for right in [
        "Safety work came to {{ safety.value }}, after {{ safety.previous }} last time.",
        "Elsewhere safety work came to {{ safety.average }}.",
        "The average for safety work is {{ safety.average }}, and for records kept {{ records.average }}.",
        "Safety work came to {{ safety.previous }} in 2011.",
        "In the English regions inspected to date safety work came to {{ safety.average }}.",
        "Safety work was at {{ safety.value }}, up to {{ records.previous }} of which was known before.",
    ] {
        assert_eq!(misplaced(right), Vec::<String>::new(), "{right}");
    }
    for (wrong, words) in [
        ("Safety work came to {{ safety.average }}.", "51%"),
        (
            "Safety work came to {{ safety.previous }} of cases in {{ area }}.",
            "40%",
        ),
        (
            "The regional average of {{ safety.value }} is no surprise.",
            "46%",
        ),
    ] {
        assert_eq!(misplaced(wrong), [words], "{wrong}");
    }
}

#[test]
fn a_count_is_of_its_own_base() {
    let right = "Safety work was right in {{ safety.value.count | number }} of {{ safety.value.base | number }} cases.";
    assert_eq!(misplaced(right), Vec::<String>::new());
    let wrong = "Safety work was right in {{ safety.value.base | number }} of {{ safety.value.count | number }} cases.";
    assert_eq!(misplaced(wrong), ["977"]);
}
