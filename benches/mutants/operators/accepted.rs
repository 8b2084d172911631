//! Operators on `accepted:`: an entry silences the words it was written for, and nothing else once they change.

use super::{Change, Kind, Mutant};
use crate::office::Office;

/// A code, the words somebody answers for, the sentence they stand in, and the sentence as somebody changes it later.
const ENTRIES: &[(&str, &str, &str, &[&str])] = &[
    (
        "unbound-number",
        "We had 12 letters",
        "We had 12 letters about it.",
        &[
            "We had 13 letters about it.",
            "We had 12 letters and 40 calls about it.",
            "We had 12 long letters about it.",
        ],
    ),
    (
        "claim-without-condition",
        "of politeness have fallen",
        "Standards of politeness have fallen.",
        &[
            "Standards of politeness have risen.",
            "Standards of politeness have fallen. Most staff did well.",
            "Standards of politeness have improved.",
        ],
    ),
];

/// Every mutant of a false alarm that somebody answers for.
pub fn mutants(office: &Office) -> Vec<Mutant> {
    let path = office.notice();
    let text = office.text(path);
    let (Some(end), Some(by)) = (text.find("\n\n      "), speaker(office)) else {
        return Vec::new();
    };
    let mut all = Vec::new();
    for (code, words, sentence, changed) in ENTRIES {
        let entry = format!(
            "accepted:\n  - {{code: {code}, words: {words}, reason: counted by the press office, by: {by}}}\n"
        );
        let mut put = |operator, kind, sentence: &str, codes: &[&'static str]| {
            let accepting = office.with(path, text.len()..text.len(), &entry);
            let change = Change {
                operator,
                kind,
                path,
                range: end..end,
                new: format!(" {sentence}"),
                codes: codes.to_vec(),
            };
            let mut mutant = change.make(&accepting);
            mutant.original = office.clone();
            all.push(mutant);
        };
        put("a false alarm accepted", Kind::Clean, sentence, &[]);
        for sentence in *changed {
            let codes = ["unbound-number", "claim-without-condition"];
            put("accepted words changed", Kind::Figures, sentence, &codes);
        }
    }
    all
}

/// The first of the office's people.
fn speaker(office: &Office) -> Option<&str> {
    let text = office.text("data/organisation.yaml");
    let (_, people) = text.split_once("\npeople:\n")?;
    people.trim_start().split(':').next()
}
