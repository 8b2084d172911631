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
        if !share || !self.rows().all(|row| row.figure.subject.column == "value") {
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

    /// How often a clause says the contrary of a word of the measure: "dissatisfied".
    fn turned(&self, text: &str) -> usize {
        let all = tokens(text);
        let turned = all.iter().filter(|token| {
            let root = english().un.words().find_map(|un| token.text.strip_prefix(un));
            root.is_some_and(|root| root.len() > 4 && self.has(root)) && !self.all.contains(&token.text)
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
                !named && !relative && near.any(|word| self.has(word))
            });
        usize::from(denied)
    }
}
