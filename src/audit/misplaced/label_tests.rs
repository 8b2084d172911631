//! What a figure's label says against what the words say: each wrong sentence beside a right one.

use crate::audit::bench::{body, told_in};

/// Measures whose labels are close to each other.
const MEASURES: [(&str, &str); 2] = [
    (
        "measures:\n",
        "measures:
  good: {label: Schools rated Good or Outstanding, unit: \"%\"}
  best: {label: Schools rated Outstanding, unit: \"%\"}
  women: {label: Women who take part every week, unit: \"%\"}
  men: {label: Men who take part every week, unit: \"%\"}
  received: {label: Complaints received, unit: complaints}
  upheld: {label: Complaints upheld, also-called: [upheld], unit: \"%\"}
  punctual: {label: Trains on time, unit: \"%\"}
  wait: {label: Median wait, unit: weeks}
  pay: {label: Median weekly pay, unit: £}
  told: {label: Claimants told of the cap, also-called: [told of the cap], unit: claimants}
  capped: {label: Households capped, unit: households}
  visits: {label: Buses seen, unit: buses}
  growing: {label: Yearly growth, unit: \"%\", change: true}
",
    ),
    (
        "area: Northmarsh and Fen\npublished: 2012-06-12\nperiod: 2011/12\nresults:\n",
        "area: Northmarsh and Fen
published: 2012-06-12
period: 2011/12
results:
  good: 18838 of 21900
  best: 4599 of 21900
  women: 61%
  men: 63%
  received: 18211
  upheld: 2199 of 4780
  punctual: {value: 88%, history: {2010: 80%}}
  wait: {value: 14, history: {2010: 12}}
  pay: £504
  told: 900
  capped: 2300
  visits: 46
  growing: {value: 5%, previous: 4%}
",
    ),
];

/// What is misplaced in a sentence.
fn misplaced(text: &str) -> Vec<String> {
    let mut changes = MEASURES.to_vec();
    let elsewhere = [
        (
            "reports: 9\n",
            "reports: 9\n  good: 1%\n  best: 1%\n  women: 1%\n  men: 1%\n  received: 1\n  upheld: 1%\n  punctual: 1%\n  wait: 1\n  pay: £1\n  told: 1\n  capped: 1\n  visits: 1\n  growing: 1%\n",
        ),
        (
            "area: Eastvale\npublished: 2013-03-05\n",
            "area: Eastvale\npublished: 2013-03-05\n",
        ),
    ];
    changes.extend(elsewhere);
    let found = told_in(&changes, &body(text));
    let faults = [
        "bad-yaml",
        "missing-value-used",
        "unknown-key",
        "missing-key",
        "bad-value",
    ];
    assert!(!found.iter().any(|(code, _)| faults.contains(code)), "{found:?}");
    found
        .into_iter()
        .filter(|(code, _)| *code == "figure-misplaced")
        .map(|(_, words)| words)
        .collect()
}

fn hold(right: &[&str], wrong: &[&str]) {
    for text in right {
        assert_eq!(misplaced(text), Vec::<String>::new(), "{text}");
    }
    for text in wrong {
        assert_eq!(misplaced(text).len(), 1, "{text}");
    }
}

#[test]
fn the_whole_label_of_another_measure_is_that_measure() {
    hold(
        &[
            "{{ good.value }} of schools were rated Good or Outstanding.",
            "{{ best.value }} of schools were rated Outstanding.",
            "{{ men.value }} of men take part every week.",
            "Of all schools, {{ best.value }} were rated Outstanding.",
        ],
        &[
            "{{ best.value }} of schools were rated Good or Outstanding.",
            "{{ good.value }} of schools were rated Outstanding.",
            "{{ men.value }} of women take part every week.",
            "For women it was {{ men.value }}.",
        ],
    );
}

#[test]
fn a_share_is_of_the_whole_that_it_was_counted_in() {
    hold(
        &[
            "Of {{ upheld.value.base }} complaints, {{ upheld.value.count }} were upheld.",
            "{{ upheld.value.count }} of {{ upheld.value.base }} complaints were upheld.",
            "{{ upheld.value }} of complaints were upheld.",
        ],
        &[
            "Of {{ upheld.value.count }} complaints, {{ upheld.value.base }} were upheld.",
            "{{ upheld.value.count }} of {{ received.value }} were upheld.",
            "Of the {{ received.value | counted }}, {{ upheld.value }} were upheld.",
            "{{ upheld.value }} of complaints received were upheld.",
            "Of all complaints received, {{ upheld.value }} were upheld.",
            "Of {{ visits.value }} buses, {{ upheld.value.count }} were late.",
        ],
    );
}

#[test]
fn the_opposite_of_a_label_is_another_share() {
    hold(
        &[
            "{{ punctual.value }} of trains were on time.",
            "{{ punctual.value }} of trains were not late, that is, on time.",
            "The median wait was {{ wait.value | counted }}.",
            "On average, people waited {{ wait.value | counted }}.",
            "Median pay was {{ pay.value }} a week.",
        ],
        &[
            "{{ punctual.value }} of trains were late.",
            "{{ punctual.value }} of trains were not on time.",
            "The mean wait was {{ wait.value | counted }}.",
            "Pay was {{ pay.value }} a month.",
            "Annual pay was {{ pay.value }}.",
        ],
    );
}

#[test]
fn counts_are_of_what_is_said_right_after_them() {
    hold(
        &[
            "{{ told.value | counted }} were told of the cap.",
            "There were {{ wait.value }} weeks of it.",
            "{{ pay.value }} pay was not seen.",
        ],
        &[
            "{{ capped.value | counted }} were told of the cap.",
            "They waited {{ wait.value }} months.",
            "{{ pay.value }} households were capped.",
        ],
    );
}

#[test]
fn an_earlier_value_is_no_other_measures_and_this_times_value_no_earlier_one() {
    hold(
        &[
            "In 2010 the median wait was {{ wait.history.2010 | counted }}.",
            "Safety work stood at {{ safety.value }}; last time it was {{ safety.previous }}.",
            "Since last time it has been {{ safety.value }}.",
        ],
        &[
            "In 2010 women who take part every week were {{ punctual.history.2010 }}.",
            "Safety work stood at {{ safety.value }}; last time it was {{ safety.value }}.",
        ],
    );
}

#[test]
fn what_is_counted_of_them_is_of_what_was_named() {
    hold(
        &[
            "Every port keeps records kept; {{ records.value }} of them were in order.",
            "Safety work was seen; last time it was {{ safety.previous }}.",
            "Safety work stood at {{ safety.value }}, compared with {{ safety.previous }} a year earlier.",
        ],
        &[
            "Every port has records kept; {{ punctual.value }} of them were in order.",
            "Safety work was seen; last time it was {{ men.value }}.",
            "Safety work is good, compared with {{ safety.value }} a year earlier.",
        ],
    );
}

#[test]
fn a_prefix_makes_another_word() {
    let changes = [
        (
            "  safety: {label: Safety work, also-called: [public safety], unit: \"%\", better: higher}\n",
            "  safety: {label: Primary teachers, unit: teachers}\n  later: {label: Post-primary teachers, unit: teachers}\n",
        ),
        (
            "  safety: {value: 977 of 2102, average: 51%, previous: 40%}\n",
            "  safety: 530\n  later: 480\n",
        ),
        (
            "  safety: {value: 1 of 4, average: 51%, previous: 35%}\n",
            "  safety: 1\n  later: 2\n",
        ),
    ];
    let found = |text: &str| told_in(&changes, &body(text));
    let is = |text: &str| found(text).iter().any(|(code, _)| *code == "figure-misplaced");
    let right = "We counted {{ safety.value }} in primary schools, {{ later.value }} in post-primary.";
    assert!(!is(right), "{:?}", found(right));
    let wrong = "We counted {{ later.value }} in primary schools, {{ safety.value }} in post-primary.";
    assert!(is(wrong), "{:?}", found(wrong));
}
