//! Words that say a place, a way or a revision plainly, where no phrase of the lexicon stands: "longest in the East" of the
//! highest time, "most visits" of the highest number, "was too high" of what was revised down.

use std::cmp::Ordering;

use super::direction::Says;
use super::english::english;
use super::licence::Licence;
use super::mentions::words_of;
use super::{Objection, Statement};
use crate::claims::beside::column_beside;
use crate::claims::reading::Given;
use crate::claims::resolve::CaseRow;
use crate::claims::units::is_time;
use crate::figures::Figure;

impl Statement<'_> {
    /// What such words say of a test; `None` where they say nothing of the kind.
    pub(super) fn says_plainly(&self, licence: &Licence<'_>) -> Option<Says> {
        let words = words_of(self.words);
        let kind = licence.test.kind;
        if kind.is_revision() {
            return self.says_revision(&words, licence);
        }
        let up = kind.is_top_of_a_set();
        if !up && !kind.is_bottom_of_a_set() {
            return None;
        }
        let most = words.first().is_some_and(|first| first == "most") && self.names_what_has_most();
        let times = licence.case.rows.iter().all(|row| is_time(&row.figure));
        let (high, low) = (&english().superlatives_up, &english().superlatives_down);
        let has = |list: &super::english::Words| words.iter().any(|word| list.has(word));
        let (time_up, time_down) = (
            has(&english().times_up) && times,
            has(&english().times_down) && times,
        );
        let said = match (most || has(high) || time_up, has(low) || time_down) {
            (true, false) => true,
            (false, true) => false,
            _ => return None,
        };
        Some(if said == up && !licence.negated {
            Says::Same
        } else {
            Says::Contrary
        })
    }

    /// "[Most visits][c] to the hall", "it had [most visits][c]": who has them stands after, or before; "[most visits][c]
    /// were free" says a share.
    fn names_what_has_most(&self) -> bool {
        let next = words_of(self.after);
        let ends = !self.after.trim_start().starts_with(char::is_alphanumeric);
        ends || next
            .first()
            .is_some_and(|first| english().said_of.has(first) || first == "to")
    }

    /// "Was too high" of a first figure that was revised down.
    fn says_revision(&self, words: &[String], licence: &Licence<'_>) -> Option<Says> {
        let text = format!(" {} ", words.join(" "));
        let says = |phrases: &[super::english::Phrase]| {
            let mut phrases = phrases.iter().map(|phrase| format!(" {} ", phrase.join(" ")));
            phrases.any(|phrase| text.contains(&phrase))
        };
        let down = match (says(&english().too_high), says(&english().too_low)) {
            (true, false) => true,
            (false, true) => false,
            _ => return None,
        };
        let fits = licence.case.rows.iter().all(|row| {
            let Some(Given::Figure(from)) = row.arguments.get("from") else {
                return false;
            };
            let amounts = row.figure.quantity().zip(from.quantity());
            amounts.is_some_and(|(own, from)| (own.amount < from.amount) == down && own.amount != from.amount)
        });
        Some(if fits && !licence.negated {
            Says::Same
        } else {
            Says::Contrary
        })
    }

    /// "Up from the 2.7 million first published": of a revision that goes that way, where the sentence says that the
    /// other figure was given out before.
    pub(super) fn says_revised_from(&self, licence: &Licence<'_>, phrase: &str, turned: bool) -> bool {
        let way = match phrase.split_whitespace().next() {
            Some("up" | "higher" | "more") => Ordering::Greater,
            Some("down" | "lower" | "less" | "fewer") => Ordering::Less,
            _ => return false,
        };
        let goes = licence.case.rows.iter().all(|row| {
            let Some(Given::Figure(from)) = row.arguments.get("from") else {
                return false;
            };
            let amounts = row.figure.quantity().zip(from.quantity());
            amounts.is_some_and(|(own, from)| own.amount.cmp(&from.amount) == way)
        });
        licence.test.kind.is_revision() && turned == licence.negated && goes && self.says_published()
    }

    /// Objects to "[rose][c]" of a figure that was published first and revised since, where nothing in the sentence says
    /// that it is not the figure of now.
    pub(super) fn judge_superseded(&self, objections: &mut Vec<Objection>) {
        let old = |row: &CaseRow| {
            let column = row.figure.subject.column.replace(['_', ' '], "-");
            let now = column_beside(&row.figure, "value", self.desk);
            let amount = |figure: &Figure| figure.quantity().map(|own| own.amount.clone());
            column == "first-published" && now.is_some_and(|now| amount(&now) != amount(&row.figure))
        };
        if self.rows().any(old) && !self.says_published() {
            objections.push(Objection::differ(
                "the condition of `{claim}` rests on a figure that was revised since, and the sentence does not say so",
                "write the condition with the figure of now, such as `control.value`; or say that it is the figure first published",
            ));
        }
    }

    /// Whether the sentence says of a figure that it was given out before.
    fn says_published(&self) -> bool {
        let texts = [self.before, self.words, self.after];
        texts.iter().flat_map(|text| words_of(text)).any(|word| {
            let mut begins = english().published.words();
            begins.any(|begin| word.starts_with(begin))
        })
    }

    /// "[Most households][c] will see their bills fall" of households whose bills rise: the way that the measure's names
    /// say, turned round.
    pub(super) fn judge_turned_share(&self, objections: &mut Vec<Objection>) {
        if !self.is_share() || self.denied {
            return;
        }
        let way = |text: &str| {
            let words = words_of(text);
            let has = |list: &super::english::Words| {
                (0..words.len()).any(|at| {
                    let than = words.get(at + 1).is_some_and(|next| next == "than");
                    list.has(&words[at]) && !than
                })
            };
            let denied = words.iter().any(|word| english().turns.has(word));
            match (has(&english().goes_up), has(&english().goes_down)) {
                (true, false) if !denied => Some(true),
                (false, true) if !denied => Some(false),
                _ => None,
            }
        };
        let end = [
            ";",
            ":",
            "(",
            " and ",
            " but ",
            " while ",
            " because ",
            " if ",
            " as ",
            " after ",
        ];
        let end = end.iter().filter_map(|gap| self.after.find(gap)).min();
        let said = way(&self.after[..end.unwrap_or(self.after.len())]);
        let turned = self.rows().all(|row| {
            row.figure.subject.measure.as_ref().is_some_and(|own| {
                let mut names = own.also_called.iter().chain([&own.label.value]);
                names.all(|name| way(name).is_some() && way(name) == said.map(|up| !up))
            })
        });
        if said.is_some() && turned && way(self.words).is_none() {
            objections.push(Objection::differ(
                "the words after `{claim}` go the other way than its measure",
                "say what the measure's label says, or use the measure of the others",
            ));
        }
    }
}
