//! A share denied after its claim: "[more than four in five][claim] were not satisfied" of those who were, and
//! dissatisfaction said of satisfaction.

use super::english::english;
use super::mentions::words_of;
use super::{Objection, Statement};
use crate::claims::kinds::Family;
use crate::figures::Measure;
use crate::lexicon::tokens::{Token, tokens};
use crate::lexicon::{self, Sense};

/// What ends the clause that a share is said in.
const ENDS: [&str; 13] = [
    " and ",
    " though ",
    " although ",
    " because ",
    ", ",
    ";",
    ":",
    "–",
    "—",
    "(",
    " but ",
    " while ",
    " whereas ",
];
/// How many words may stand between a negation and the measure's own: "not, as a rule, admitted".
const NEAR: usize = 4;

impl Statement<'_> {
    /// Objects to a negation of the measure's own words in the rest of the clause.
    pub(super) fn judge_denied_share(&self, objections: &mut Vec<Objection>) {
        let share = self.licences.iter().all(|licence| {
            licence.test.kind.family == Family::Share && !licence.negated && !licence.case.listed
        });
        let mut measures = self
            .rows()
            .filter_map(|row| row.figure.subject.measure.as_deref());
        let (Some(measure), None) = (measures.next(), measures.next()) else {
            return;
        };
        let held = |column: &str| matches!(column, "value" | "count");
        if !share || !self.rows().all(|row| held(&row.figure.subject.column)) {
            return;
        }
        let said = self.hits.first().map_or(0, |hit| hit.range.end);
        let rest = format!("{}{}", &self.words[said..], self.after);
        let end = ENDS.iter().filter_map(|end| rest.find(end)).min();
        let rest = end.map_or(rest.as_str(), |end| &rest[..end]);
        let start = ENDS
            .iter()
            .filter_map(|end| Some(self.before.rfind(end)? + end.len()))
            .max();
        let before = start.map_or(self.before, |start| &self.before[start..]);
        let own = Own::of(measure);
        let turned = own.turned(before) + own.turned(rest) + own.negated(rest);
        if turned % 2 == 1 {
            objections.push(Objection::differ(
                "the words round `{claim}` deny what its share is of",
                "say what the share is of, or test the share of the others with a measure of their own",
            ));
        }
    }
}

/// The words of a measure's names.
struct Own {
    words: Vec<String>,
    /// Every word of its names, short ones too.
    all: Vec<String>,
}

impl Own {
    fn of(measure: &Measure) -> Self {
        let names = measure.names();
        let all: Vec<String> = names.flat_map(|name| words_of(name)).collect();
        let words = all.iter().filter(|word| word.len() > 3).cloned().collect();
        Own { words, all }
    }

    /// Whether a word is one of the measure's, in any form: satisfied, satisfaction.
    fn has(&self, word: &str) -> bool {
        self.words.iter().any(|own| {
            let shared = own
                .chars()
                .zip(word.chars())
                .take_while(|(one, other)| one == other)
                .count();
            own == word || shared >= 5
        })
    }

    /// Whether a word is the contrary of one of the measure's that the clause does not say: "failed" of those that passed.
    fn has_contrary(&self, word: &str, clause: &[Token]) -> bool {
        let is_own = |own: &str| {
            self.all.iter().any(|one| one == own) && !clause.iter().any(|token| token.text == own)
        };
        let said = |pair: &(&str, &str)| pair.0 == word && is_own(pair.1) || pair.1 == word && is_own(pair.0);
        english().contraries.iter().any(said)
    }

    /// How often a clause says the contrary of a word of the measure: "dissatisfied", "failed" of those that passed.
    fn turned(&self, text: &str) -> usize {
        let all = tokens(text);
        // "Of kitchens that had failed before" is about some of them.
        let relative = |token: &Token| english().relatives.has(&token.text);
        let plain = all.iter().position(relative).unwrap_or(all.len());
        let turned = all.iter().enumerate().filter(|(at, token)| {
            let root = english().un.words().find_map(|un| token.text.strip_prefix(un));
            let turned = root.is_some_and(|root| root.len() > 4 && self.has(root));
            let contrary = *at < plain && self.has_contrary(&token.text, &all);
            (turned || contrary) && !self.all.contains(&token.text)
        });
        turned.count()
    }

    /// Whether a clause denies a word of the measure: "were not admitted". What the measure's own name denies is no
    /// denial, nor is "not only".
    fn negated(&self, text: &str) -> usize {
        let all: Vec<Token> = tokens(text);
        let denied = lexicon::find(text)
            .into_iter()
            .filter(|hit| hit.sense == Sense::Negation)
            .any(|hit| {
                let said = words_of(&text[hit.range.clone()]);
                let named = said.iter().any(|word| self.all.contains(word));
                let relative = all
                    .iter()
                    .take_while(|token| token.range.start < hit.range.start)
                    .any(|token| english().relatives.has(&token.text));
                let after = all.iter().filter(|token| token.range.start >= hit.range.end);
                let mut near = after.take(NEAR).map(|token| token.text.as_str());
                !named && !relative && near.any(|word| self.has(word) || self.has_contrary(word, &all))
            });
        usize::from(denied)
    }
}
