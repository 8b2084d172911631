//! What a sentence says did not happen, or only of some: "would otherwise have [doubled]", "neither area was [above]",
//! "only Northshire was [above]" of a condition on all.

use super::english::english;
use super::mentions::{mentions, nearest, words_of};
use super::surroundings::{is_light, stripped};
use super::{Objection, Statement};
use crate::claims::condition::Judged;
use crate::claims::resolve::Count;
use crate::lexicon::tokens::tokens;

/// Whether the words before a claim say what would have been: "would otherwise have", "might well have".
pub(super) fn is_unreal(before: &str) -> bool {
    let known = english();
    let words = words_of(before);
    let have = words.iter().rposition(|word| word == "have");
    let Some(have) = have else {
        return false;
    };
    let carried = tokens(before)[have + 1..].iter().all(is_light);
    let lead = &words[..have];
    let adverbs = lead
        .iter()
        .rev()
        .take_while(|word| known.unreal.has(word))
        .count();
    let modal = lead[..lead.len() - adverbs].last();
    adverbs > 0 && carried && modal.is_some_and(|word| known.modals.has(word))
}

/// Whether the words before a claim deny it of every row of its condition: "neither area was [above the target]".
pub(super) fn denies_every_row(before: &str, tests: &[Judged<'_>]) -> bool {
    let every = tests
        .iter()
        .all(|(.., case)| case.listed && case.count == Count::Every && case.rows.len() > 1);
    let all = tokens(before);
    let head = stripped(before, &all);
    let things = head
        .iter()
        .rev()
        .take_while(|word| english().things.has(&word.text) || english().articles.has(&word.text))
        .count();
    let lead = &head[..head.len() - things];
    every
        && things > 0
        && lead
            .last()
            .is_some_and(|word| matches!(word.text.as_str(), "neither" | "no" | "none"))
}

impl Statement<'_> {
    /// "Only Northshire was [above the target][claim]" of a condition that asks every row.
    pub(super) fn judge_only(&self, objections: &mut Vec<Objection>) {
        let every = |count: Count| count == Count::Every;
        let asked = self.licences.iter().any(|licence| {
            licence.case.listed
                && every(licence.case.count)
                && !licence.negated
                && licence.case.rows.len() > 1
        });
        if !asked {
            return;
        }
        let mut names = self.area_names();
        names.extend(self.measure_names());
        let named = mentions(self.before, &names);
        let alone = nearest(self.before, &named).is_some_and(|mention| {
            let lead = words_of(&self.before[..mention.start]);
            let lead = lead.strip_suffix(&["the".to_owned()]).unwrap_or(&lead);
            matches!(lead, [.., before, only] if only == "only" && before != "not")
                || matches!(lead, [only] if only == "only")
        });
        if alone {
            objections.push(Objection::differ(
                "the sentence of `{claim}` says it of one alone, and the condition of all",
                "count the rows, as in `exactly=1`, or take the word out",
            ));
        }
    }
}
