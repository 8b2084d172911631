//! Operators on the words right before a claim: a negation or a hedge outside the brackets, where it makes it untrue.

use super::{Change, Kind, Mutant};
use crate::office::Office;
use crate::oracle::{Data, How, Says, Way, claim_lines, said, spans_of_claim};

/// Whether a word makes what the words say untrue.
type MakesUntrue = fn(&Says) -> bool;

/// What may stand before a claim, and whether it makes what the words say untrue where they were true.
const BEFORE: [(&str, MakesUntrue); 6] = [
    ("not", |says| !matches!(says, Says::Change(Way::Even))),
    ("never", is_sharp),
    ("almost", is_sharp),
    ("nearly", is_sharp),
    ("hardly", is_sharp),
    ("by no means", is_sharp),
];

/// Every mutant with another word before a claim.
pub fn mutants(office: &Office) -> Vec<Mutant> {
    let data = Data::read(office);
    let text = office.text(office.notice());
    let mut all = Vec::new();
    for name in office.truths.claims.keys() {
        let Some((says, Some(true))) = said(office, name, &data) else {
            continue;
        };
        for span in spans_of_claim(office, name) {
            // At the head of a sentence the word would take its capital: another sentence.
            if text[span.clone()].starts_with(char::is_uppercase) {
                continue;
            }
            for (word, _) in BEFORE.iter().filter(|(_, untrue)| untrue(&says)) {
                let mut mutant = Change::in_notice(
                    office,
                    "negation or hedge before the brackets",
                    Kind::Claims,
                    span.start - 1..span.start - 1,
                    format!("{word} "),
                    &["claim-words-differ", "claim-without-condition"],
                );
                mutant.what = format!(
                    "{}: `{word} [{}]`{}",
                    office.name,
                    &text[span.clone()],
                    at(&mutant.what)
                );
                if let Some(fault) = &mut mutant.fault {
                    fault.lines.extend(claim_lines(&mutant.office, name));
                }
                all.push(mutant);
            }
        }
    }
    all
}

/// Where a change stands, as its report ends.
fn at(what: &str) -> &str {
    what.rfind(" at ").map_or("", |from| &what[from..])
}

/// Whether something is said that is so or is not, so that "almost" and "hardly" take it back. Of shares and distances
/// they may stretch it and leave it true.
fn is_sharp(says: &Says) -> bool {
    matches!(
        says,
        Says::Side(Way::Up | Way::Down, How::Any | How::Well)
            | Says::Moved(Way::Up | Way::Down)
            | Says::Better(_)
            | Says::Rank(..)
            | Says::Record(..)
            | Says::Scale(_)
            | Says::RevisedTo(_)
            | Says::Change(Way::Up | Way::Down)
    )
}
