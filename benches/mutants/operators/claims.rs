//! Operators on claims: the words turned, the condition turned, the brackets taken away, something else named.

use super::place::{prose, words};
use super::{Change, Kind, Mutant};
use crate::office::Office;
use crate::oracle::{claim_lines, spans_of_claim};

/// Words of a claim, and what they become.
const WORDS: &[(&str, &str, &str)] = &[
    ("above and below turned in the words", "above", "below"),
    ("above and below turned in the words", "below", "above"),
    ("above and below turned in the words", "above", "in line with"),
    ("above and below turned in the words", "higher", "lower"),
    ("above and below turned in the words", "lower", "higher"),
    ("above and below turned in the words", "less often", "more often"),
    ("above and below turned in the words", "equal to", "below"),
    ("just and well exchanged", "just above", "well above"),
    ("just and well exchanged", "just below", "well below"),
    ("just and well exchanged", "well above", "just above"),
    ("rose and fell turned in the words", "rose", "fell"),
    ("rose and fell turned in the words", "fell", "rose"),
    ("rose and fell turned in the words", "down from", "up from"),
    ("rose and fell turned in the words", "increased", "decreased"),
    ("rose and fell turned in the words", "unchanged", "down from"),
    (
        "rose and fell turned in the words",
        "no clear change",
        "increased",
    ),
    ("rose and fell turned in the words", "no clear change", "fell"),
    ("highest and lowest turned in the words", "highest", "lowest"),
    ("highest and lowest turned in the words", "lowest", "highest"),
    (
        "highest and lowest turned in the words",
        "record high",
        "record low",
    ),
    ("rank changed in the words", "second highest", "highest"),
    ("rank changed in the words", "the highest", "the second highest"),
    ("rank changed in the words", "the lowest", "the second lowest"),
    ("rank changed in the words", "the highest", "the joint highest"),
    ("share changed in the words", "three-quarters", "two-thirds"),
    ("share changed in the words", "three-quarters", "four-fifths"),
    ("share changed in the words", "half", "three-quarters"),
    ("share changed in the words", "a third", "a quarter"),
    ("share changed in the words", "one in five", "one in three"),
    ("share changed in the words", "one in three", "one in five"),
    ("share changed in the words", "one in ten", "one in five"),
    ("share changed in the words", "three in four", "four in five"),
    ("share changed in the words", "a quarter", "a tenth"),
    ("more than and less than turned", "more than", "less than"),
    ("more than and less than turned", "More than", "Less than"),
    ("more than and less than turned", "more than", "nearly"),
    ("more than and less than turned", "fewer than", "more than"),
    ("more than and less than turned", "less than", "more than"),
    ("more than and less than turned", "nearly", "just over"),
    ("more than and less than turned", "just over", "just under"),
    ("more than and less than turned", "exactly", "more than"),
    ("more than and less than turned", "Most", "A minority of"),
    ("all, most and counts changed", "two of the three", "all three"),
    (
        "all, most and counts changed",
        "two of the three",
        "one of the three",
    ),
    (
        "all, most and counts changed",
        "two of the three",
        "three of the three",
    ),
    ("all, most and counts changed", "Two of the three", "All three"),
    (
        "all, most and counts changed",
        "Two of the three",
        "One of the three",
    ),
    (
        "all, most and counts changed",
        "Two of the three",
        "None of the three",
    ),
    ("all, most and counts changed", "All three", "Two of the three"),
    ("all, most and counts changed", "All of them", "Two of them"),
    ("doubled and halved exchanged", "more than doubled", "halved"),
    ("doubled and halved exchanged", "more than doubled", "trebled"),
    ("doubled and halved exchanged", "halved", "doubled"),
    ("improved and worsened exchanged", "improved", "worsened"),
    ("improved and worsened exchanged", "worsened", "improved"),
    ("year changed in a since-claim", "1974", "1991"),
    ("year changed in a since-claim", "1974", "1972"),
    ("year changed in a since-claim", "since 1974", "since 2005"),
];

/// Conditions, and what they become.
const CONDITIONS: &[(&str, &str, &str)] = &[
    ("above and below turned in the condition", " above(", " below("),
    ("above and below turned in the condition", " below(", " above("),
    (
        "above and below turned in the condition",
        "just_above(",
        "well_above(",
    ),
    (
        "above and below turned in the condition",
        "just_below(",
        "just_above(",
    ),
    ("above and below turned in the condition", "well_above(", "below("),
    ("rose and fell turned in the condition", " rose(", " fell("),
    ("rose and fell turned in the condition", " fell(", " rose("),
    ("rose and fell turned in the condition", " unchanged(", " rose("),
    (
        "rose and fell turned in the condition",
        " improved(",
        " worsened(",
    ),
    (
        "rose and fell turned in the condition",
        " worsened(",
        " improved(",
    ),
    ("rose and fell turned in the condition", " increase", " decrease"),
    (
        "rose and fell turned in the condition",
        " no_clear_change",
        " increase",
    ),
    (
        "highest and lowest turned in the condition",
        " highest(",
        " lowest(",
    ),
    (
        "highest and lowest turned in the condition",
        " lowest(",
        " highest(",
    ),
    (
        "highest and lowest turned in the condition",
        "highest_on_scale",
        "lowest_on_scale",
    ),
    (
        "highest and lowest turned in the condition",
        "lowest_on_scale",
        "highest_on_scale",
    ),
    (
        "highest and lowest turned in the condition",
        "record_high",
        "record_low",
    ),
    (
        "highest and lowest turned in the condition",
        "lowest_since",
        "highest_since",
    ),
    ("number changed in the condition", "exactly=2", "exactly=3"),
    ("number changed in the condition", "exactly=2", "exactly=1"),
    ("number changed in the condition", "1974", "1991"),
    ("number changed in the condition", "\"3/4\"", "\"9/10\""),
    ("number changed in the condition", "\"1/2\"", "\"1/10\""),
    ("number changed in the condition", "\"1/3\"", "\"2/3\""),
    ("share turned in the condition", " more_than(", " less_than("),
    ("share turned in the condition", " less_than(", " more_than("),
    ("share turned in the condition", " nearly(", " just_over("),
    ("share turned in the condition", " just_over(", " nearly("),
    ("share turned in the condition", "more_than_doubled(", "halved("),
    ("share turned in the condition", " halved(", " doubled("),
    ("negation in the condition", " is ", " is not "),
];

/// Every mutant of the claims.
pub fn mutants(office: &Office) -> Vec<Mutant> {
    let path = office.notice();
    let text = office.text(path);
    let mut all = Vec::new();
    let mut put = |operator, range, new: String, codes: &[&'static str]| {
        let codes = codes.to_vec();
        let kind = Kind::Claims;
        all.push(
            Change {
                operator,
                kind,
                path,
                range,
                new,
                codes,
            }
            .make(office),
        );
    };
    for name in office.truths.claims.keys() {
        for span in spans_of_claim(office, name) {
            let claim = &text[span.clone()];
            for (operator, old, new) in WORDS {
                if let Some(at) = word(claim, old) {
                    let start = span.start + at;
                    put(*operator, start..start + old.len(), (*new).to_owned(), &[]);
                }
            }
            put(
                "negation in the words",
                span.start..span.start,
                "not ".to_owned(),
                &[],
            );
            let bracket = span.start - 1..span.end + name.len() + 3;
            put(
                "brackets of a claim taken away",
                bracket,
                claim.to_owned(),
                &["claim-without-condition", "unbound-number"],
            );
            if let Some(other) = other_benchmark(office)
                && let Some((own, at)) = office
                    .truths
                    .benchmark
                    .as_ref()
                    .and_then(|own| Some((own, claim.find(own.as_str())?)))
            {
                let start = span.start + at;
                put(
                    "benchmark renamed in a claim",
                    start..start + own.len(),
                    other.to_owned(),
                    &["benchmark-name", "claim-words-differ"],
                );
            }
        }
        if let Some((range, condition)) = condition(office, name) {
            for (operator, old, new) in CONDITIONS {
                if let Some(at) = condition.find(old) {
                    let start = range.start + at;
                    put(*operator, start..start + old.len(), (*new).to_owned(), &[]);
                }
            }
        }
    }
    if let (Some(own), Some(other)) = (&office.truths.benchmark, other_benchmark(office)) {
        for range in prose(office, own) {
            let before = &text[words(office).start..range.start];
            if before.rfind('[') <= before.rfind(']') {
                put(
                    "benchmark renamed in the sentence",
                    range,
                    other.to_owned(),
                    &["benchmark-name", "claim-words-differ"],
                );
            }
        }
    }
    all.extend(measures_renamed(office));
    all
}

/// The measure that a claim's sentence names, named otherwise, where the claim is not true of the other.
fn measures_renamed(office: &Office) -> Vec<Mutant> {
    let data = crate::oracle::Data::read(office);
    let path = office.notice();
    let text = office.text(path);
    let mut all = Vec::new();
    for (name, about) in &office.truths.claims {
        let ([subject], [_]) = (about.subject.as_slice(), about.beside.as_slice()) else {
            continue;
        };
        let row = subject.rsplit_once('.').map_or("", |(row, _)| row);
        let own = row.rsplit('.').next().unwrap_or_default();
        for span in spans_of_claim(office, name) {
            let sentence = super::place::sentence_before(text, span.start);
            let from = span.start - sentence.len();
            for (measure, called) in data
                .measures
                .iter()
                .map(|(name, measure)| (name, &measure.called))
            {
                if measure != own {
                    continue;
                }
                let at = called
                    .iter()
                    .find_map(|called| Some((find_any_case(sentence, called)?, called.len())));
                let Some((at, length)) = at else { continue };
                for (other, about) in &data.measures {
                    let Some(called) = about.called.first().filter(|_| other != own) else {
                        continue;
                    };
                    let mut mutant = Change {
                        operator: "measure renamed in a claim's sentence",
                        kind: Kind::Claims,
                        path,
                        range: from + at..from + at + length,
                        new: called.clone(),
                        // A figure in the same sentence may say it first.
                        codes: vec!["claim-words-differ", "figure-misplaced"],
                    }
                    .make(office);
                    if let Some(fault) = &mut mutant.fault {
                        fault.lines.extend(claim_lines(&mutant.office, name));
                    }
                    all.push(mutant);
                }
            }
        }
    }
    all
}

fn find_any_case(text: &str, words: &str) -> Option<usize> {
    text.to_lowercase().find(&words.to_lowercase())
}

/// A benchmark that is not this office's.
fn other_benchmark(office: &Office) -> Option<&'static str> {
    let own = office.truths.benchmark.as_ref()?;
    Some(if own.contains("regional") {
        "national average"
    } else {
        "English average"
    })
}

/// Where whole words stand in a claim.
fn word(claim: &str, words: &str) -> Option<usize> {
    let at = claim.find(words)?;
    let edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    (edge(claim[..at].chars().next_back()) && edge(claim[at + words.len()..].chars().next())).then_some(at)
}

/// The condition of a claim: its bytes and text.
fn condition<'o>(office: &'o Office, name: &str) -> Option<(std::ops::Range<usize>, &'o str)> {
    let text = office.text(office.notice());
    let key = format!("\n  {name}: ");
    let start = text.find(&key)? + key.len();
    let end = start + text[start..].find('\n').unwrap_or(text.len() - start);
    Some((start..end, &text[start..end]))
}
