//! Operators on claims: the words turned, the condition turned, the brackets taken away, something else named.

use super::place::{prose, words};
use super::turned;
use super::{Change, Kind, Mutant};
use crate::office::Office;
use crate::oracle::{claim_lines, spans_of_claim};

/// A claim's words left without their brackets.
const UNMARKED: &str = "brackets of a claim taken away";

/// Every mutant of the claims.
pub fn mutants(office: &Office) -> Vec<Mutant> {
    let path = office.notice();
    let text = office.text(path);
    let mut all = Vec::new();
    let mut put = |operator, range, new: String, codes: &[&'static str]| {
        let mut mutant = Change::in_notice(office, operator, Kind::Claims, range, new, codes);
        if let Some(fault) = mutant.fault.as_mut().filter(|_| operator == UNMARKED) {
            // "Was revised" may begin on the line above.
            for (_, lines) in &mut fault.lines {
                *lines = lines.start().saturating_sub(1)..=*lines.end();
            }
        }
        all.push(mutant);
    };
    for name in office.truths.claims.keys() {
        for span in spans_of_claim(office, name) {
            let claim = &text[span.clone()];
            for [operator, old, new] in turned::words() {
                if let Some(at) = word(claim, old) {
                    let start = span.start + at;
                    put(operator, start..start + old.len(), new.to_owned(), &[]);
                }
            }
            // Twice denied it would be true again, and English no longer.
            if !claim.starts_with("not ") {
                put(
                    "negation in the words",
                    span.start..span.start,
                    "not ".to_owned(),
                    &[],
                );
            }
            let bracket = span.start - 1..span.end + name.len() + 3;
            put(
                UNMARKED,
                bracket,
                claim.to_owned(),
                &["claim-without-condition", "unbound-number"],
            );
            if let Some((own, at)) = office
                .truths
                .benchmark
                .as_ref()
                .and_then(|own| Some((own, claim.find(own.as_str())?)))
            {
                let start = span.start + at;
                for other in other_benchmarks(office) {
                    put(
                        "benchmark renamed in a claim",
                        start..start + own.len(),
                        other.to_owned(),
                        &["benchmark-name", "claim-words-differ"],
                    );
                }
            }
        }
        if let Some((range, condition)) = condition(office, name) {
            for [operator, old, new] in turned::conditions() {
                if let Some(at) = condition.find(old) {
                    let start = range.start + at;
                    put(operator, start..start + old.len(), new.to_owned(), &[]);
                }
            }
        }
    }
    if let Some(own) = &office.truths.benchmark {
        for range in prose(office, own) {
            let before = &text[words(office).start..range.start];
            if before.rfind('[') > before.rfind(']') {
                continue;
            }
            for other in other_benchmarks(office) {
                put(
                    "benchmark renamed in the sentence",
                    range.clone(),
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
                    .find_map(|called| Some((find_any_case(sentence, called)?, called.len())))
                    // What stands in an expression is no word of the sentence.
                    .filter(|(at, _)| sentence[..*at].rfind("{{") <= sentence[..*at].rfind("}}"));
                let Some((at, length)) = at else { continue };
                for (other, about) in &data.measures {
                    let Some(renamed) = about.called.first().filter(|_| other != own) else {
                        continue;
                    };
                    // "The change in unemployment" names unemployment still.
                    if called.iter().any(|own| find_any_case(renamed, own).is_some()) {
                        continue;
                    }
                    let mut mutant = Change {
                        operator: "measure renamed in a claim's sentence",
                        kind: Kind::Claims,
                        path,
                        range: from + at..from + at + length,
                        new: renamed.clone(),
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

/// Benchmarks that are not this office's, in words that sentences have for one.
fn other_benchmarks(office: &Office) -> impl Iterator<Item = &'static str> {
    let known = office.text(office.programme());
    let names = ["national average", "English average", "average for the county"];
    // "The English average" is a fair name for the average of the English regions.
    let own = move |name: &&str| {
        name.strip_suffix(" average")
            .is_some_and(|whose| known.contains(whose))
    };
    names.into_iter().filter(move |name| !own(name))
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
