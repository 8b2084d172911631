//! `accepted:` – false alarms that somebody answers for. Each silences one finding about its words, best the whole
//! sentence, and lapses when they change.

use std::ops::Range;

use super::raised::Raised;
use super::reading::Reading;
use crate::claims::Desk;
use crate::data::notice::Accepted;
use crate::finding::{Code, Finding, list_names};
use crate::release::Origin;

/// The codes whose findings can be false alarms.
const ACCEPTABLE: [Code; 12] = [
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
    Code::BlankLeft,
];

/// Takes out of `raised` what is accepted, one finding an entry; returns how many entries silence something.
pub fn silence(
    desk: &Desk<'_>,
    readings: &[Reading<'_>],
    raised: &mut Vec<Raised>,
    findings: &mut Vec<Finding>,
) -> usize {
    desk.accepted
        .iter()
        .filter(|entry| {
            let Some(code) = judge(desk, entry, findings) else {
                return false;
            };
            let about = |how: &dyn Fn(&Raised) -> bool| {
                raised.iter().position(|one| one.finding.code == code && how(one))
            };
            let words = &entry.words.value;
            if let Some(at) = about(&|one| stands_for(words, &readings[one.passage], &one.range)) {
                raised.remove(at);
                return true;
            }
            let phrase = about(&|one| is_phrase(words, &readings[one.passage], &one.range));
            if let Some(at) = phrase {
                raised.remove(at);
                return true;
            }
            let part = about(&|one| is_part(words, &readings[one.passage], &one.range));
            findings.push(match part {
                Some(at) => too_short(entry, &readings[raised[at].passage], &raised[at].range),
                None => Finding::new(
                    Code::AcceptedUnused,
                    entry.words.place,
                    format!("nothing raises `{}` about these words any more", code.name()),
                )
                .shown(format!("words: {words}"))
                .advice("delete the entry, or copy the sentence exactly as the finding shows it"),
            });
            false
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
            .advice("say why it is a false alarm, and about which sentence"),
        );
    }
    allowed.filter(|_| known && reasoned)
}

/// Words that a phrase must have beyond what was raised: fewer stand in other sentences as well.
const MORE_WORDS: usize = 2;

/// Whether an entry's words are a part of the sentence that holds what was raised and say more than it: a bare "14", or
/// "higher than", would excuse any other.
fn is_phrase(words: &str, reading: &Reading<'_>, range: &Range<usize>) -> bool {
    let count = |text: &str| {
        let says = |word: &&str| word.contains(MASK) || word.contains(char::is_alphabetic);
        text.split_whitespace().filter(says).count()
    };
    let says_more = |raised: &str, phrase: &str| {
        phrase.contains(raised) && count(&phrase.replacen(raised, " ", 1)) >= MORE_WORDS
    };
    let phrase = plain(words);
    let printed = plain(&reading.passage.text[range.clone()]);
    is_part(words, reading, range)
        && (says_more(&printed, &phrase) || says_more(&plain(&mask(reading, range)), &phrase))
}

/// An entry whose words are one word or number: it would outlive the sentence it was written for.
fn too_short(entry: &Accepted, reading: &Reading<'_>, range: &Range<usize>) -> Finding {
    Finding::new(
        Code::NotAcceptable,
        entry.words.place,
        "the entry’s words are too few, and would excuse another sentence",
    )
    .shown(format!("write words: {:?}", reading.sentence(range)))
    .advice("copy the whole sentence, as the finding shows it: the entry lapses when its words change")
}

/// Whether an entry's words are at least the sentence round a range, as it prints or as it is written, `{{ }}` and all.
pub(super) fn stands_for(words: &str, reading: &Reading<'_>, range: &Range<usize>) -> bool {
    let words = plain(words);
    let within = |sentence: String, passage: String| words.contains(&sentence) && passage.contains(&words);
    let sentence = reading.sentence_range(range);
    let whole = 0..reading.passage.text.len();
    let printed = |range: &Range<usize>| plain(&reading.passage.text[range.clone()]);
    let masked = |range: &Range<usize>| plain(&mask(reading, range));
    within(printed(&sentence), printed(&whole))
        || (words.contains(MASK) && within(masked(&sentence), masked(&whole)))
}

/// Whether an entry's words are a part of the sentence round a range, as it prints or as it is written.
fn is_part(words: &str, reading: &Reading<'_>, range: &Range<usize>) -> bool {
    let sentence = reading.sentence_range(range);
    let words = plain(words);
    let printed = plain(&reading.passage.text[sentence.clone()]);
    let masked = || plain(&mask(reading, &sentence));
    !words.is_empty() && (printed.contains(&words) || (words.contains(MASK) && masked().contains(&words)))
}

/// What stands for an expression, and for what it printed.
const MASK: char = '\u{1}';

/// The words of a range with what expressions printed masked.
fn mask(reading: &Reading<'_>, range: &Range<usize>) -> String {
    let mut masked = String::new();
    for span in &reading.passage.spans {
        let part = span.range.start.max(range.start)..span.range.end.min(range.end);
        if part.start >= part.end {
            continue;
        }
        match span.origin {
            Origin::Literal(_) | Origin::Program => masked.push_str(&reading.passage.text[part]),
            _ => masked.push(MASK),
        }
    }
    masked
}

/// Words with the brackets and names of claims taken off: `[more than doubled][c1]` is `more than doubled`.
fn without_claims(words: &str) -> String {
    let mut rest = words;
    let mut plain = String::new();
    while let Some((before, after)) = rest.split_once('[') {
        let claim = after.split_once("][").and_then(|(inside, after)| {
            let (name, after) = after.split_once(']')?;
            let whole = !inside.contains([']', '[']) && !name.contains([' ', '[']);
            whole.then_some((inside, after))
        });
        plain.push_str(before);
        match claim {
            Some((inside, after)) => {
                plain.push_str(inside);
                rest = after;
            }
            None => {
                plain.push('[');
                rest = after;
            }
        }
    }
    plain + rest
}

/// Words as they are held against others: capitals, spaces, the marks round a sentence, the brackets of claims and the
/// source of an expression make no difference.
fn plain(words: &str) -> String {
    let words = without_claims(words);
    let mut open = false;
    let mut masked = String::new();
    for part in words
        .split_inclusive("{{")
        .flat_map(|part| part.split_inclusive("}}"))
    {
        if let Some(before) = part.strip_suffix("{{") {
            masked.push_str(before);
            open = true;
        } else if open && part.ends_with("}}") {
            masked.push(MASK);
            open = false;
        } else {
            masked.push_str(part);
        }
    }
    let words: Vec<String> = masked.split_whitespace().map(str::to_lowercase).collect();
    let marks = ['“', '”', '‘', '’', '"', '.', ' '];
    words.join(" ").trim_matches(marks).to_owned()
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
