//! Several piers in one notice: which of them the words name, and how many.

use super::super::office::{codes_of_several, codes_of_the_first};
use super::{DIFFER, NONE};

const PIERS: [(&str, &str, &str); 4] = [
    ("quay", "Quayside", "crime: {value: 38, previous: 41, target: 40}"),
    (
        "ring",
        "Ring Road",
        "crime: {value: 52, previous: 54, target: 40}",
    ),
    (
        "park",
        "Park Lane",
        "crime: {value: 21, previous: 21, target: 40}",
    ),
    (
        "dock",
        "Dock Street",
        "crime: {value: 38, previous: 36, target: 40}",
    ),
];

fn piers(sentence: &str, condition: &str) -> Vec<&'static str> {
    codes_of_several(&PIERS, sentence, &condition.replace("ALL", "inspections.crime"))
}

#[test]
fn a_row_that_is_named_is_one_for_which_it_holds() {
    let above =
        "ALL.value is above(than=ALL.target, exactly=1)".replace("ALL.target", "inspections.crime.target");
    for sentence in [
        "Ring Road was [the only pier above the target][c].",
        "[Only Ring Road was above the target][c].",
        "[One pier, Ring Road, was above the target][c].",
        "[One pier was above the target][c]: Ring Road.",
    ] {
        assert_eq!(piers(sentence, &above), NONE, "{sentence}");
        let other = sentence.replace("Ring Road", "Park Lane");
        assert_eq!(piers(&other, &above), DIFFER, "{other}");
    }
    let below = "ALL.value is below(than=inspections.crime.target, exactly=3)";
    assert_eq!(
        piers(
            "[All but one of the piers, Ring Road, were below the target][c].",
            below
        ),
        DIFFER
    );
    assert_eq!(
        piers(
            "[Three of the four piers, all but Ring Road, were below the target][c].",
            below
        ),
        NONE
    );
    assert_eq!(
        piers("[All but one of the piers were below the target][c].", below),
        NONE
    );
    assert_eq!(
        piers("[All but two of the piers were below the target][c].", below),
        DIFFER
    );
}

#[test]
fn none_most_and_more_than_half() {
    for (condition, sentence) in [
        (
            "ALL.value is above(than=60, exactly=0)",
            "[No pier was above 60][c].",
        ),
        (
            "ALL.value is above(than=60, at_most=0)",
            "[No pier was above 60][c].",
        ),
        ("ALL.value is not above(than=60)", "[No pier was above 60][c]."),
        (
            "ALL.value is not above(than=60)",
            "[None of the piers was above 60][c].",
        ),
        ("ALL.value is below(than=60)", "[No pier was above 60][c]."),
        (
            "ALL.value is below(than=50, most=true)",
            "Thefts were [below 50 at most piers][c].",
        ),
        (
            "ALL.value is below(than=50, most=true)",
            "Thefts were [below 50 at more than half of the piers][c].",
        ),
        (
            "ALL.value is below(than=50, exactly=3)",
            "Thefts were [below 50 at more than half of the piers][c].",
        ),
        (
            "ALL.value is below(than=50, most=true)",
            "Thefts were [below 50 at a clear majority of the piers][c].",
        ),
    ] {
        assert_eq!(piers(sentence, condition), NONE, "{sentence} {condition}");
    }
    for (condition, sentence) in [
        // "Is not above" is true of all as soon as one is not.
        ("ALL.value is not above(than=50)", "[No pier was above 50][c]."),
        ("ALL.value is below(than=60)", "[No pier was below 60][c]."),
        (
            "ALL.value is below(than=60)",
            "[At most half of the piers were below 60][c].",
        ),
        (
            "ALL.value is below(than=50, exactly=3)",
            "Thefts were [below 50 at fewer than half of the piers][c].",
        ),
        // Three of four are no vast majority.
        (
            "ALL.value is below(than=50, most=true)",
            "Thefts were [below 50 at the vast majority of the piers][c].",
        ),
    ] {
        assert!(
            piers(sentence, condition).contains(&DIFFER[0]),
            "{sentence} {condition}"
        );
    }
}

#[test]
fn two_subjects_share_a_place_or_are_alike() {
    let both = "quay.crime.value is joint_second_highest(among=ALL.value) and dock.crime.value is joint_second_highest(among=ALL.value)";
    assert_eq!(
        piers(
            "Quayside and Dock Street had [the second highest number][c].",
            both
        ),
        NONE
    );
    assert_eq!(
        piers("Quayside had [the second highest number][c].", both),
        DIFFER
    );
    let alike = "quay.crime.value is equal(to=dock.crime.value)";
    assert_eq!(
        piers("Quayside and Dock Street [had identical readings][c].", alike),
        NONE
    );
    assert_eq!(
        piers("Quayside and Park Lane [had identical readings][c].", alike),
        DIFFER
    );
    assert_eq!(
        piers(
            "Ring Road had [more thefts than any other pier][c].",
            "ring.crime.value is highest(among=ALL.value)"
        ),
        NONE
    );
}

#[test]
fn each_area_stands_on_its_own_side() {
    let above = "ring.crime.value is above(than=quay.crime.value)";
    for sentence in [
        "Thefts at Ring Road were [above those at Quayside][c].",
        "Thefts were [higher at Ring Road than at Quayside][c].",
        "Ring Road [had more thefts than Quayside][c].",
        "At Ring Road thefts were [higher than at Quayside][c].",
        "At Ring Road, thefts were [higher][c] than at Quayside.",
        "Compared with Quayside, Ring Road was [higher][c].",
        "There were [more thefts at Ring Road than at Quayside][c].",
        "Unlike Park Lane, Ring Road had [more thefts than Quayside][c].",
        "Inspectors came to Park Lane first, and Ring Road was [higher than Quayside][c].",
    ] {
        assert_eq!(piers(sentence, above), NONE, "{sentence}");
    }
    for sentence in [
        "Thefts at Quayside were [above those at Ring Road][c].",
        "Thefts were [higher at Quayside than at Ring Road][c].",
        "Quayside [had more thefts than Ring Road][c].",
        "At Quayside thefts were [higher than at Ring Road][c].",
        "Thefts at Park Lane were [above those at Quayside][c].",
        "Thefts were [higher at Ring Road than at Park Lane][c].",
        "Thefts at Ring Road were [higher][c] than at Park Lane.",
        "There were [more thefts at Quayside than at Ring Road][c].",
        "At Park Lane, there were [more thefts][c].",
    ] {
        assert_eq!(piers(sentence, above), DIFFER, "{sentence}");
    }
    let highest = "ring.crime.value is highest(among=ALL.value)";
    for sentence in [
        "Thefts were [highest at Ring Road][c].",
        "[The highest number of thefts was at Ring Road][c].",
        "[The highest of the four was Ring Road][c].",
        "[Of the four piers, Ring Road had the highest number][c].",
        "Ring Road had [the highest number, followed by Quayside][c].",
        "Of Quayside, Park Lane, Dock Street and Ring Road, [the highest was Ring Road][c].",
    ] {
        assert_eq!(piers(sentence, highest), NONE, "{sentence}");
    }
    for sentence in [
        "Thefts were [highest at Park Lane][c].",
        "[The highest number of thefts was at Park Lane][c].",
        "[The highest of the four was Park Lane][c].",
        "[Of the four piers, Park Lane had the highest number][c].",
        // The benchmark's piers are not among the four.
        "Ring Road had [the highest number of thefts in England][c].",
    ] {
        assert_eq!(piers(sentence, highest), DIFFER, "{sentence}");
    }
}

#[test]
fn a_sentence_set_in_an_area_is_about_that_area() {
    let most = "ring.crime.value is more_than(number=50)";
    assert_eq!(
        piers("At Ring Road, [more than 50][c] were recorded.", most),
        NONE
    );
    assert_eq!(
        piers("At Park Lane, [more than 50][c] were recorded.", most),
        DIFFER
    );
    assert_eq!(
        piers(
            "At Park Lane, all was well; [more than 50][c] were recorded.",
            most
        ),
        NONE
    );
}

#[test]
fn an_area_that_the_notice_is_not_about_is_no_subject_of_its_claims() {
    let quayside = |sentence: &str, condition: &str| codes_of_the_first(1, &PIERS, sentence, condition);
    let below = "crime.value is below(than=crime.target)";
    for right in [
        "Thefts at Quayside were [below the target][c].",
        "Thefts were [below the target][c], unlike those at Ring Road.",
        "After our visit to Ring Road, thefts here were [below the target][c].",
        "Unlike Ring Road, Quayside had thefts [below the target][c].",
        // What prints alike holds for both.
        "Thefts at Dock Street were [below the target][c].",
    ] {
        assert_eq!(quayside(right, below), NONE, "{right}");
    }
    for wrong in [
        "Thefts at Ring Road were [below the target][c].",
        "At Ring Road, thefts were [below the target][c].",
        "[Below the target][c] at Ring Road, thefts pleased us.",
        "Quayside pleased us, and Ring Road was [below the target][c].",
        "Thefts were [below the target of Ring Road][c].",
    ] {
        assert_eq!(quayside(wrong, below), DIFFER, "{wrong}");
    }
}
