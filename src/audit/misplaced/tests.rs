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
