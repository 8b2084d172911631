//! The words against the condition: whether they say what the condition says, no more and nothing else.

mod figures;
mod licence;
mod measures;
mod mentions;
mod numbers;
mod quantifier;
mod sentence;
mod surroundings;

pub(super) use sentence::sentence_of;

use super::condition::Condition;
use super::resolve::Case;
use super::verdict::Verdict;
use super::{Desk, Use};
use crate::finding::Code;
use crate::lexicon::{self, Hit};
use licence::Licence;

/// What is wrong or doubtful about a claim's words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Objection {
    /// The code of the finding it becomes.
    pub code: Code,
    /// What was found, with `{claim}` for the claim's name; no words of the notice.
    pub says: String,
    /// What to do.
    pub advice: String,
    /// Words and values.
    pub shown: Vec<String>,
}

impl Objection {
    fn new(code: Code, says: impl Into<String>, advice: impl Into<String>) -> Self {
        Objection {
            code,
            says: says.into(),
            advice: advice.into(),
            shown: Vec::new(),
        }
    }

    fn differ(says: impl Into<String>, advice: impl Into<String>) -> Self {
        Objection::new(Code::ClaimWordsDiffer, says, advice)
    }

    fn shown(mut self, line: impl Into<String>) -> Self {
        self.shown.push(line.into());
        self
    }
}

/// A claim's words with everything they are held against.
struct Statement<'s> {
    /// The claim's words.
    words: &'s str,
    /// The sentence before them.
    before: &'s str,
    /// Whether the words before deny them: "was not [above the average]".
    denied: bool,
    /// The sentence after them.
    after: &'s str,
    /// The lexicon's phrases in the words.
    hits: Vec<Hit>,
    /// The claim's place in the notice.
    used: &'s Use<'s>,
    /// What the condition's tests license.
    licences: Vec<Licence<'s>>,
    desk: &'s Desk<'s>,
}

/// Every objection to the words of a claim.
pub fn judge(used: &Use<'_>, condition: &Condition, verdict: &Verdict, desk: &Desk<'_>) -> Vec<Objection> {
    let statement = Statement::new(used, condition, &verdict.cases, desk);
    let mut objections = Vec::new();
    statement.judge_direction(&mut objections);
    statement.judge_quantifiers(&mut objections);
    statement.judge_numbers(&mut objections);
    statement.judge_figures(&mut objections);
    statement.judge_mentions(&mut objections);
    statement.judge_surroundings(&mut objections);
    objections
}

/// Every objection to what a sentence makes of words that a filter chose.
pub fn judge_chosen(used: &Use<'_>, condition: &Condition, case: &Case, desk: &Desk<'_>) -> Vec<Objection> {
    let statement = Statement::new(used, condition, std::slice::from_ref(case), desk);
    let mut objections = Vec::new();
    if statement.denied {
        objections.push(Objection::differ(
            "the words before `{claim}` deny what it prints",
            "take the denial out, or write the sentence by hand with a claim",
        ));
    }
    statement.judge_mentions(&mut objections);
    statement.judge_surroundings(&mut objections);
    objections
}

impl<'s> Statement<'s> {
    fn new(used: &'s Use<'s>, condition: &'s Condition, cases: &'s [Case], desk: &'s Desk<'s>) -> Self {
        let text = &desk.passages[used.passage].text;
        let sentence = sentence_of(text, &used.range);
        let words = &text[used.range.clone()];
        let before = &text[sentence.start..used.range.start];
        let tests = condition.tests();
        Statement {
            words,
            before,
            denied: surroundings::is_denied(before),
            after: &text[used.range.end..sentence.end],
            hits: lexicon::find(words),
            used,
            licences: tests
                .into_iter()
                .zip(cases)
                .map(|((test, negated), case)| Licence::new(test, negated, case))
                .collect(),
            desk,
        }
    }
}
