//! `accepted:` – false alarms that somebody answers for. Each silences the findings of one code about its words, and
//! lapses when the words are gone.

use super::raised::Raised;
use crate::claims::Desk;
use crate::data::notice::Accepted;
use crate::finding::{Code, Finding, list_names};
use crate::release::Passage;

/// The codes whose findings can be false alarms.
const ACCEPTABLE: [Code; 11] = [
    Code::UnboundNumber,
    Code::UnboundRating,
    Code::ClaimWithoutCondition,
    Code::PointsOrPercent,
    Code::TableAbsent,
    Code::FigureMisplaced,
    Code::BenchmarkName,
    Code::ImpossiblePercentage,
    Code::QuotationNotClosed,
    Code::StrayQuotationMark,
    Code::MixedQuotationMarks,
];

/// Takes out of `raised` what is accepted; returns how many entries silence something.
pub fn silence(desk: &Desk<'_>, raised: &mut Vec<Raised>, findings: &mut Vec<Finding>) -> usize {
    desk.accepted
        .iter()
        .filter(|entry| {
            let Some(code) = judge(desk, entry, findings) else {
                return false;
            };
            let about = about(desk.passages, entry, code, raised);
            let before = raised.len();
            raised.retain(|one| !about.as_ref().is_some_and(|about| covers(about, one, code)));
            let silenced = raised.len() < before;
            if !silenced {
                findings.push(
                    Finding::new(
                        Code::AcceptedUnused,
                        entry.words.place,
                        format!("nothing raises `{}` about these words any more", code.name()),
                    )
                    .shown(format!("words: {}", entry.words.value))
                    .advice("delete the entry, or copy the words exactly as the finding shows them"),
                );
            }
            silenced
        })
        .count()
}

/// The code of an entry; a finding where it cannot be accepted or nobody answers for it.
fn judge(desk: &Desk<'_>, entry: &Accepted, findings: &mut Vec<Finding>) -> Option<Code> {
    let names = || ACCEPTABLE.iter().map(|code| code.name());
    let code = Code::named(&entry.code.value);
    let allowed = code.filter(|code| ACCEPTABLE.contains(code));
    if allowed.is_none() {
        let says = match code {
            Some(code) => format!("`{}` cannot be accepted", code.name()),
            None => "there is no such code".to_owned(),
        };
        findings.push(
            Finding::new(Code::NotAcceptable, entry.code.place, says)
                .shown(format!("found: {}", entry.code.value))
                .advice(format!(
                    "only the audit's findings can be false alarms: {}",
                    list_names(&entry.code.value, names())
                )),
        );
    }
    let people = &desk.organisation.people;
    let known = people.get(&entry.by.value).is_some();
    if !known {
        findings.push(
            Finding::new(
                Code::NotAcceptable,
                entry.by.place,
                "nobody of that name answers for the entry",
            )
            .shown(format!("found: {}", entry.by.value))
            .advice(format!(
                "{}; people stand in data/organisation.yaml",
                list_names(&entry.by.value, people.names())
            )),
        );
    }
    let reasoned = !entry.reason.value.trim().is_empty() && !entry.words.value.trim().is_empty();
    if !reasoned {
        findings.push(
            Finding::new(
                Code::NotAcceptable,
                entry.reason.place,
                "the entry has no reason or no words",
            )
            .advice("say why it is a false alarm, and about which words"),
        );
    }
    allowed.filter(|_| known && reasoned)
}

/// A stretch of a passage.
struct About {
    passage: usize,
    range: std::ops::Range<usize>,
}

/// The first place where the entry's words stand and a finding of `code` is about them.
fn about(passages: &[Passage], entry: &Accepted, code: Code, raised: &[Raised]) -> Option<About> {
    let words = entry.words.value.trim();
    passages.iter().enumerate().find_map(|(passage, text)| {
        text.text.match_indices(words).find_map(|(start, _)| {
            let about = About {
                passage,
                range: start..start + words.len(),
            };
            raised
                .iter()
                .any(|one| covers(&about, one, code))
                .then_some(about)
        })
    })
}

fn covers(about: &About, raised: &Raised, code: Code) -> bool {
    raised.finding.code == code
        && raised.passage == about.passage
        && about.range.start <= raised.range.start
        && raised.range.end <= about.range.end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_on_the_audit_has_every_code_that_can_be_a_false_alarm() {
        let page = include_str!("../../docs/audit.md");
        for code in ACCEPTABLE {
            assert!(page.contains(&format!("`{}`", code.name())), "{}", code.name());
        }
    }
}
