//! What must and what must not be raised.

use crate::audit::bench::{body, sentence, told, told_in};

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

/// An office with counts of several kinds, a history, and a column of its own.
fn misplaced_among_counts(text: &str) -> Vec<String> {
    let changes = [
        (
            "  growth: {label",
            "  centres: {label: Centres, unit: centres, better: neither}\n  solved: {label: Good practice, also-called: [centres of good practice], unit: reports, \
             better: higher}\n  visits: {label: Visits paid, unit: visits, better: higher}\n  growth: {label",
        ),
        (
            "benchmark: {name",
            "columns: {goal: the goal for the year}\nbenchmark: {name",
        ),
        (
            "average: 51%, previous: 40%}",
            "average: 51%, previous: 40%, goal: 85%, history: {2009: 35%, 2010: 38%}}",
        ),
        (
            "  growth: 3%",
            "  growth: 3%\n  centres: 4\n  solved: 10\n  visits: 20 of 30",
        ),
    ];
    let found = told_in(&changes, &body(text)).into_iter();
    found
        .filter(|(code, _)| *code == MISPLACED)
        .map(|(_, words)| words)
        .collect()
}

#[test]
fn a_count_stands_before_its_own_noun() {
    for right in [
        "We wrote {{ reports.value | number }} reports on {{ centres.value | number }} centres.",
        "We wrote {{ reports.value | number }} inspection reports.",
        "There were {{ solved.value | number }} centres of good practice.",
        "We wrote {{ reports.value | number }}, and centres were pleased.",
    ] {
        assert_eq!(misplaced_among_counts(right), Vec::<String>::new(), "{right}");
    }
    for wrong in [
        "We saw {{ reports.value | number }} centres.",
        "We saw {{ reports.value | number }} small centres.",
        "The number of centres was {{ reports.value | number }}.",
        "The list of centres stood at {{ reports.value | number }}.",
        "Centres came to {{ reports.value | number }}.",
    ] {
        assert_eq!(misplaced_among_counts(wrong), ["17"], "{wrong}");
    }
}

#[test]
fn a_name_with_a_verb_between_is_what_a_figure_is_of_whatever_its_unit() {
    assert_eq!(
        misplaced_among_counts("Public safety came to {{ reports.value | number }}."),
        ["17"]
    );
    assert_eq!(
        misplaced_among_counts("Reports on safety came to {{ reports.value | number }}."),
        Vec::<String>::new()
    );
}

#[test]
fn what_is_named_after_a_whole_is_its_part() {
    for right in [
        "Of the {{ reports.value | number }} reports, {{ solved.value | number }} had good practice.",
        "{{ solved.value | number }} of the {{ reports.value | number }} reports had good practice.",
        "Good practice was found in {{ solved.value | number }} of the {{ reports.value | number }} reports.",
        "We wrote {{ reports.value | number }} reports, {{ solved.value | number }} of them with good practice.",
        "Of the {{ visits.value.base | number }} visits, {{ visits.value.count | number }} were paid.",
    ] {
        assert_eq!(misplaced_among_counts(right), Vec::<String>::new(), "{right}");
    }
    let wrong = "Of {{ reports.value | number }} visits, {{ visits.value.count | number }} were paid.";
    assert_eq!(misplaced_among_counts(wrong), ["17", "20"]);
}

#[test]
fn a_figure_is_of_the_year_that_is_said() {
    for right in [
        "In 2010 safety work came to {{ safety.history.2010 }}.",
        "Safety work came to {{ safety.history.2009 }} in 2009 and {{ safety.history.2010 }} in 2010.",
        "Safety work grew from {{ safety.history.2009 }} in 2009 to {{ safety.value }}, we found.",
        "In 2009/10 safety work came to {{ safety.history.2010 }}.",
        "In 2012 safety work came to {{ safety.value }}.",
        "In 2011-12 safety work came to {{ safety.value }}.",
        "Safety work was at {{ safety.value }}, up from {{ safety.history.2009 }} three years ago.",
        "Since 2010, when it was {{ safety.history.2010 }}, safety work has been better known.",
    ] {
        assert_eq!(misplaced_among_counts(right), Vec::<String>::new(), "{right}");
    }
    for (wrong, words) in [
        ("In 2010 safety work came to {{ safety.history.2009 }}.", "35%"),
        ("Safety work came to {{ safety.history.2009 }} in 2010.", "35%"),
        ("In 2008 safety work came to {{ safety.history.2009 }}.", "35%"),
        ("In 2010 safety work came to {{ safety.value }}.", "46%"),
        ("Safety work came to {{ safety.history.2009 }}.", "35%"),
    ] {
        assert_eq!(misplaced_among_counts(wrong), [words], "{wrong}");
    }
}

#[test]
fn a_column_of_ones_own_is_said_too() {
    let right = "The goal for safety work is {{ safety.goal }}.";
    assert_eq!(misplaced_among_counts(right), Vec::<String>::new());
    let wrong = "Safety work came to {{ safety.goal }} in {{ area }}.";
    assert_eq!(misplaced_among_counts(wrong), ["85%"]);
}

#[test]
fn a_benchmark_named_before_does_not_reach_the_next_predicate() {
    for right in [
        "The regional average was {{ safety.average }}; safety work in {{ area }} was {{ safety.value }}.",
        "Against a regional average of {{ safety.average }}, safety work here was {{ safety.value }}.",
        "Against a regional average of {{ safety.average }}, {{ safety.value }} of safety work was right.",
        "The averages were {{ safety.average }} for safety work and {{ records.average }} for records kept.",
    ] {
        assert_eq!(misplaced(right), Vec::<String>::new(), "{right}");
    }
    let wrong =
        "The averages were {{ safety.average }} for safety work and {{ records.value }} for records kept.";
    assert_eq!(misplaced(wrong), ["62%"]);
}

#[test]
fn what_is_taken_together_is_no_one_of_it() {
    let right = "Safety work and records kept together came to {{ reports.value | number }} reports.";
    assert_eq!(misplaced_among_counts(right), Vec::<String>::new());
    let wrong = "Safety work and records kept together came to {{ records.value }}.";
    assert_eq!(misplaced_among_counts(wrong), ["62%"]);
}

#[test]
fn a_figure_said_of_an_area_that_the_notice_is_not_about_stands_in_the_wrong_place() {
    for wrong in [
        "Eastvale scored {{ safety.value }} for safety work.",
        "Safety work in Eastvale was {{ safety.value }}.",
        "In Eastvale, safety work stood at {{ safety.value }}.",
        "Safety work was done well in {{ safety.value }} of cases, and Eastvale reached {{ records.previous }} last time.",
        "We saw {{ safety.value.base }} cases in Eastvale.",
        "Eastvale’s score for safety work came to {{ safety.value }}.",
    ] {
        assert_eq!(misplaced(wrong).len(), 1, "{wrong}");
    }
    for right in [
        // What prints alike is true of both.
        "In Eastvale, records kept stood at {{ records.value }}.",
        "Unlike Eastvale, Northmarsh and Fen scored {{ safety.value }} for safety work.",
        "After Eastvale we came here, where safety work stood at {{ safety.value }}.",
        "Safety work in Northmarsh and Fen, near Eastvale, was {{ safety.value }}.",
        "The inspectors of Eastvale joined us, and safety work came to {{ safety.value }}.",
        "Together with Eastvale, the regional average for safety work is {{ safety.average }}.",
        "Inspectors from Eastvale read {{ safety.value.base }} cases.",
    ] {
        assert_eq!(misplaced(right), Vec::<String>::new(), "{right}");
    }
}

#[test]
fn two_figures_set_against_each_other_stand_in_the_claims_order() {
    for right in [
        "Safety work was [below the average][safety-below]: {{ safety.value }} against {{ safety.average }}.",
        "Safety work was [below the average][safety-below] in the end ({{ safety.value }}, compared with {{ safety.average }}).",
        "Safety work was [below the average][safety-below]: {{ safety.average }} elsewhere against {{ safety.value }} here.",
    ] {
        assert_eq!(misplaced(right), Vec::<String>::new(), "{right}");
    }
    for wrong in [
        "Safety work was [below the average][safety-below]: {{ safety.average }} against {{ safety.value }}.",
        "Safety work was [below the average][safety-below] in the end ({{ safety.average }}, compared with {{ safety.value }}).",
    ] {
        assert_eq!(misplaced(wrong), ["51%"], "{wrong}");
    }
}

#[test]
fn a_when_points_back_to_its_year() {
    let history = [("previous: 40%}", "history: {2009: 35%, 2010: 40%}}")];
    let below = |year: &str| {
        let text =
            format!("Safety work fell below that of 2009, when it was {{{{ safety.history.{year} }}}}.");
        told_in(&history, &body(&text))
    };
    let is = |found: &Vec<(&str, String)>| found.iter().any(|(code, _)| *code == MISPLACED);
    assert!(!is(&below("2009")), "{:?}", below("2009"));
    assert!(is(&below("2010")));
}
