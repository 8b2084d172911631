//! Change, its uncertainty, multiples and revisions.

use super::*;

pub(super) fn time(row: &str, words: &str, condition: &str) -> Vec<&'static str> {
    codes(row, &format!("The figure [{words}][c]."), condition)
}

#[test]
fn rose_fell_and_unchanged() {
    let row = "crime: {value: 270, previous: 300}";
    assert_eq!(
        time(
            row,
            "fell from {{ crime.previous }} to {{ crime.value }}",
            "crime.value is fell(from=crime.previous)"
        ),
        NONE
    );
    assert_eq!(
        time(
            row,
            "rose to {{ crime.value }}",
            "crime.value is rose(from=crime.previous)"
        ),
        FALSE
    );
    assert_eq!(
        time(
            row,
            "rose to {{ crime.value }}",
            "crime.value is fell(from=crime.previous)"
        ),
        DIFFER
    );
    assert_eq!(
        time(
            row,
            "was unchanged",
            "crime.value is unchanged(from=crime.previous)"
        ),
        FALSE
    );
    assert_eq!(
        time(row, "did not fall", "crime.value is fell(from=crime.previous)"),
        DIFFER
    );
    assert_eq!(
        time(
            row,
            "was not lower than before",
            "crime.value is fell(from=crime.previous)"
        ),
        DIFFER
    );
    assert_eq!(
        time(
            "crime: {value: 300, previous: 300}",
            "was unchanged",
            "crime.value is unchanged(from=crime.previous)"
        ),
        NONE
    );
}

#[test]
fn by_how_much() {
    let row = "safety: {value: 76%, previous: 68%}";
    let by = |words: &str, by: &str| {
        time(
            row,
            words,
            &format!("safety.value is rose(from=safety.previous, by={by})"),
        )
    };
    assert_eq!(by("rose by 8 percentage points", "8"), NONE);
    assert_eq!(by("rose by eight percentage points", "8"), NONE);
    // The audit, which reads all words, tells of it too.
    assert!(by("rose by 8 per cent", "8").contains(&"points-or-percent"));
    assert_eq!(by("rose by 9 percentage points", "8"), DIFFER);
    assert_eq!(by("rose by 9 percentage points", "9"), FALSE);
    assert_eq!(by("rose by 12 per cent", "\"12%\""), NONE);
    assert!(by("rose by 8 per cent", "\"8%\"").contains(&"points-or-percent"));
    assert_eq!(by("rose by {{ safety.change | size }}", "safety.change"), NONE);
}

#[test]
fn a_difference_that_readers_cannot_follow_is_a_warning() {
    let row = "safety: {value: 77.6%, previous: 69.4%}";
    let found = time(
        row,
        "rose by 8 percentage points",
        "safety.value is rose(from=safety.previous, by=8)",
    );
    assert_eq!(found, ["difference-of-rounded"]);
}

#[test]
fn improvement_follows_the_measure() {
    let wait = "wait: {value: 9, previous: 12}";
    assert_eq!(
        time(wait, "improved", "wait.value is improved(from=wait.previous)"),
        NONE
    );
    assert_eq!(
        time(wait, "improved", "wait.value is fell(from=wait.previous)"),
        NONE
    );
    assert_eq!(
        time(wait, "worsened", "wait.value is fell(from=wait.previous)"),
        DIFFER
    );
    assert_eq!(
        time(wait, "worsened", "wait.value is worsened(from=wait.previous)"),
        FALSE
    );
    assert_eq!(
        time(
            "mood: {value: 9%, previous: 8%}",
            "improved",
            "mood.value is improved(from=mood.previous)"
        ),
        FALSE
    );
    let up = "overall: {value: Good, previous: Requires improvement}";
    assert_eq!(
        time(up, "improved", "overall.value is improved(from=overall.previous)"),
        NONE
    );
}

#[test]
fn what_may_not_be_compared_is_not() {
    let row = "moved: {value: 9, previous: 8}";
    assert_eq!(
        time(row, "rose", "moved.value is rose(from=moved.previous)"),
        ["not-comparable"]
    );
    let forbidden = Case {
        results: "crime: {value: 9, previous: 8}",
        inspection: "not-comparable: {crime: the method changed}\n",
        sentence: "The figure [rose][c].",
        claims: "  c: crime.value is rose(from=crime.previous)\n",
    };
    assert_eq!(forbidden.codes(), ["not-comparable"]);
}

#[test]
fn multiples_are_never_short() {
    let row = |value: u32| format!("crime: {{value: {value}, previous: 100}}");
    let times = |value: u32, words: &str, kind: &str| {
        time(
            &row(value),
            words,
            &format!("crime.value is {kind}(from=crime.previous)"),
        )
    };
    assert_eq!(times(200, "doubled", "doubled"), NONE);
    assert_eq!(times(199, "doubled", "doubled"), FALSE);
    assert_eq!(times(230, "doubled", "doubled"), FALSE);
    assert_eq!(times(230, "more than doubled", "more_than_doubled"), NONE);
    assert_eq!(times(300, "trebled", "trebled"), NONE);
    assert_eq!(times(300, "were three times as high as before", "trebled"), NONE);
    assert_eq!(times(50, "halved", "halved"), NONE);
    assert_eq!(times(51, "halved", "halved"), FALSE);
    assert_eq!(times(200, "trebled", "doubled"), DIFFER);
}

#[test]
fn what_may_not_be_compared_over_time_may_be_with_other_things() {
    let row = "moved: {value: 100, previous: 50}\npraised: 20";
    let five = "moved.value is times(n=5, from=praised.value)";
    let words = "Moved counting was [five times as many as those with praise][c].";
    assert_eq!(codes(row, words, five), NONE);
    for condition in [
        "moved.value is times(n=2, from=moved.previous)",
        "moved.value is doubled(from=moved.previous)",
        "moved.value is above(than=moved.previous)",
        "moved.value is just_above(than=moved.previous)",
    ] {
        assert_eq!(
            codes(row, "Moved counting was [higher][c].", condition),
            ["not-comparable"],
            "{condition}"
        );
    }
}

#[test]
fn unchanged_is_said_of_an_earlier_value_alone() {
    let row = "safety: {value: 74%, average: 74%, previous: 74%}";
    let level = |to: &str| {
        codes(
            row,
            "Visitor safety [was unchanged][c].",
            &format!("safety.value is equal(to={to})"),
        )
    };
    assert_eq!(level("safety.previous"), NONE);
    assert_eq!(level("safety.average"), DIFFER);
    assert_eq!(level("74"), DIFFER);
}

#[test]
fn a_nought_at_the_end_is_a_place() {
    let rose = |words: &str, by: &str| {
        codes(
            "crime: {value: 1084, previous: 1000}",
            &format!("Thefts [rose by {words}][c]."),
            &format!("crime.value is rose(from=crime.previous, by={by})"),
        )
    };
    assert_eq!(rose("8 per cent", "\"8%\""), NONE);
    assert_eq!(rose("8.4 per cent", "\"8.4%\""), NONE);
    assert_eq!(rose("8.0 per cent", "\"8.0%\""), FALSE);
    assert_eq!(rose("8.0 per cent", "\"8%\""), DIFFER);
    assert_eq!(rose("84", "84"), NONE);
    assert_eq!(rose("84.0", "84"), NONE);
    assert_eq!(rose("8.40 per cent", "\"8.40%\""), NONE);
}

#[test]
fn revisions() {
    let row = "trend: {value: -0.5%, first-published: -0.1%}";
    assert_eq!(
        time(
            row,
            "was revised down from {{ trend.first_published }}",
            "trend.value is revised(from=trend.first_published)"
        ),
        NONE
    );
    let same = "trend: {value: -0.5%, first-published: -0.5%}";
    assert_eq!(
        time(
            same,
            "was revised",
            "trend.value is revised(from=trend.first_published)"
        ),
        FALSE
    );
}

#[test]
fn a_revision_says_its_own_way() {
    let row = "trend: {value: -0.5%, first-published: -0.1%}";
    assert_eq!(
        time(
            row,
            "was revised up",
            "trend.value is revised(from=trend.first_published)"
        ),
        DIFFER
    );
}

#[test]
fn what_would_be_true_of_two_changes_is_not_said_of_the_thing_that_changed() {
    let case = Case {
        results: "trend: {value: -3.1%, previous: -5.0%}",
        inspection: "",
        sentence: "Trend [slowed][c].",
        claims: "  c: trend.value is fell(from=trend.previous)\n",
    };
    let (_, composed, _) = case.compose();
    let shown: Vec<&String> = composed
        .findings
        .iter()
        .flat_map(|finding| &finding.shown)
        .filter(|line| line.contains("would be true"))
        .collect();
    assert!(
        shown.iter().any(|line| line.contains("above")) && !shown.iter().any(|line| line.contains("rose")),
        "{shown:?}"
    );
}

#[test]
fn another_amount_is_offered_where_the_way_is_right() {
    let offered = |condition: &str| {
        let case = Case {
            results: "safety: {value: 76%, previous: 68%}\ncrime: {value: 200, previous: 250}",
            inspection: "",
            sentence: "It [rose][c].",
            claims: &format!("  c: >-\n    {condition}\n"),
        };
        let (_, composed, _) = case.compose();
        let lines = composed.findings.into_iter().flat_map(|one| one.shown);
        lines
            .filter(|line| line.ends_with("would be true"))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        offered("safety.value is rose(from=safety.previous, by=7)"),
        ["`safety.value is rose(from=safety.previous, by=8)` would be true"]
    );
    assert_eq!(
        offered("crime.value is fell(from=crime.previous, by=\"10%\")"),
        ["`crime.value is fell(from=crime.previous, by=\"20%\")` would be true"]
    );
}

#[test]
fn what_the_data_cannot_bear_out_is_told_with_its_sentence() {
    let case = Case {
        results: "crime: {value: 200, history: {2020: 210, 2021: 220}}",
        inspection: "",
        sentence: "Thefts are at [their lowest since 1970][c].",
        claims: "  c: crime.value is lowest_since(year=1970)\n",
    };
    let (_, composed, _) = case.compose();
    let told = composed.findings.iter().any(|one| {
        one.code.name() == "claim-not-supported"
            && one
                .shown
                .iter()
                .any(|line| line.ends_with("Thefts are at their lowest since 1970."))
    });
    assert!(told, "{:?}", composed.findings);
}
