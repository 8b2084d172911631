//! How far a claim's words reach: all of a set, more than its condition compares, further than any set.

use super::english::english;
use super::mentions::{mentions, nearest, words_of};
use super::surroundings::{ends_with, is_light, stands, stripped};
use super::{Objection, Statement};
use crate::claims::kinds::Family;
use crate::lexicon::tokens::{Token, tokens};
use crate::lexicon::{Hit, Sense};

impl Statement<'_> {
    /// "All scores were [above the average][claim]" of one score; "only safety was" of a condition that asks no other.
    pub(super) fn judge_scope(&self, before: &[Token], objections: &mut Vec<Objection>) {
        let single = self.licences.len() == 1 && self.licences.iter().all(|licence| !licence.case.listed);
        if !single || self.is_share() || self.is_ranked() {
            return;
        }
        let known = english();
        let whole = stripped(self.before, before);
        let mut tail = whole;
        while let [rest @ .., last] = tail
            && known.things.has(&last.text)
        {
            tail = rest;
        }
        while let [rest @ .., last] = tail
            && is_light(last)
        {
            tail = rest;
        }
        let names = self.measure_names();
        let named = mentions(self.before, &names);
        let only = nearest(self.before, &named).is_some_and(|mention| {
            let lead = words_of(&self.before[..mention.start]);
            matches!(lead.as_slice(), [.., before, only] if only == "only" && before != "not")
                || matches!(lead.as_slice(), [only] if only == "only")
        });
        if only {
            objections.push(Objection::differ(
                "the sentence of `{claim}` says it of only one measure, and the condition does not ask the others",
                "test `measures.value` with `exactly=1`, or take the word out",
            ));
        } else if known.all.iter().any(|phrase| {
            // "Admissions in all areas" may be what the measure is called.
            ends_with(tail, phrase) && !self.is_in_own_name(&whole[tail.len() - phrase.len()..])
        }) {
            objections.push(Objection::differ(
                "the sentence of `{claim}` speaks of all, and the condition of one figure",
                "test `measures.value`, or say which one it is",
            ));
        }
    }

    fn is_ranked(&self) -> bool {
        self.licences.iter().any(|licence| {
            matches!(
                licence.test.kind.family,
                Family::Rank | Family::Scale | Family::History
            )
        })
    }

    /// "The highest score in five years"; but not "the highest of the piers inspected in five years".
    fn spans_years(&self) -> bool {
        let place = |sense: Sense| {
            matches!(
                sense,
                Sense::FromTop(_) | Sense::FromBottom(_) | Sense::Best | Sense::Worst
            )
        };
        let near = |pair: &[Hit]| {
            let between = tokens(&self.words[pair[0].range.end..pair[1].range.start]);
            between.len() <= 2 && between.iter().all(|token| token.text != "of")
        };
        self.hits
            .windows(2)
            .any(|pair| place(pair[0].sense) && matches!(pair[1].sense, Sense::ForYears(_)) && near(pair))
    }

    /// "the highest score ever", "the highest in the land": further than the set of the condition reaches.
    pub(super) fn judge_reach(&self, objections: &mut Vec<Objection>) {
        let rank = self
            .licences
            .iter()
            .any(|licence| licence.test.kind.family == Family::Rank);
        let history = self
            .licences
            .iter()
            .any(|licence| licence.test.kind.family == Family::History);
        if history {
            return;
        }
        let known = english();
        let all = tokens(self.words);
        let than_ever = |all: &[Token]| {
            // "than any", "than in any"
            let unbounded = |at: usize| {
                let small = all
                    .get(at)
                    .is_some_and(|token| matches!(token.text.as_str(), "in" | "at"));
                all.get(at + usize::from(small))
                    .is_some_and(|token| known.unbounded.has(&token.text))
            };
            (0..all.len()).any(|at| all[at].text == "than" && unbounded(at + 1))
        };
        if !rank {
            let after = tokens(self.past_noun());
            let begins = after.first().is_some_and(|first| first.text == "than");
            if than_ever(&all) || (begins && than_ever(&after[..after.len().min(3)])) {
                objections.push(Objection::differ(
                    "the words of `{claim}` compare with more than its condition does",
                    "name what the condition compares with; `highest(among=…)` compares a whole set, `highest_since` and `record_high` earlier years",
                ));
            }
            return;
        }
        let ever = known.ever.iter().any(|phrase| stands(&all, phrase)) || self.spans_years();
        let named = |reaches: &[&str]| {
            let programme = self.desk.programme;
            let areas = self
                .desk
                .inspections
                .iter()
                .map(|(inspection, _)| inspection.area.value.as_str());
            let mut names = areas.chain([
                self.desk.organisation.name.value.as_str(),
                programme.name.value.as_str(),
            ]);
            names.any(|name| {
                words_of(name)
                    .iter()
                    .any(|own| reaches.iter().any(|word| own == word))
            })
        };
        let beyond = known.places.iter().any(|(place, also)| {
            let reaches: Vec<&str> = place.iter().chain(also.iter()).copied().collect();
            stands(&all, place) && !named(&reaches)
        });
        if ever || beyond {
            objections.push(Objection::differ(
                "the words of `{claim}` reach further than the set that its condition compares",
                "name the set, as in \"the highest of the three\"; `highest_since` and `record_high` compare with earlier years",
            ));
        }
    }
}
