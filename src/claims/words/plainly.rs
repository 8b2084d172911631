//! Words that say a place or a revision plainly, where no phrase of the lexicon stands: "longest in the East" of the
//! highest time, "most visits" of the highest number, "was too high" of what was revised down.

use std::cmp::Ordering;

use super::direction::Says;
use super::english::english;
use super::licence::Licence;
use super::{Statement, mentions::words_of};
use crate::claims::reading::Given;
use crate::claims::units::is_time;

impl Statement<'_> {
    /// What such words say of a test; `None` where they say nothing of the kind.
    pub(super) fn says_plainly(&self, licence: &Licence<'_>) -> Option<Says> {
        let words = words_of(self.words);
        let up = match licence.test.kind.name {
            "highest" | "joint_highest" => true,
            "lowest" | "joint_lowest" => false,
            "revised" => return self.says_revision(&words, licence),
            _ => return None,
        };
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
        let texts = [self.before, self.words, self.after];
        let said = texts.iter().flat_map(|text| words_of(text)).any(|word| {
            let mut begins = english().published.words();
            begins.any(|begin| word.starts_with(begin))
        });
        licence.test.kind.name == "revised" && turned == licence.negated && goes && said
    }
}
