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
    let text = &desk.passages[used.passage].text;
    let sentence = sentence_of(text, &used.range);
    let words = &text[used.range.clone()];
    let tests = condition.tests();
    let before = &text[sentence.start..used.range.start];
    let statement = Statement {
        words,
        before,
        denied: surroundings::is_denied(before),
        after: &text[used.range.end..sentence.end],
        hits: lexicon::find(words),
        used,
        licences: tests
            .iter()
            .zip(&verdict.cases)
            .map(|((test, negated), case)| Licence::new(test, *negated, case))
            .collect(),
        desk,
    };
    let mut objections = Vec::new();
    statement.judge_direction(&mut objections);
    statement.judge_quantifiers(&mut objections);
    statement.judge_numbers(&mut objections);
    statement.judge_figures(&mut objections);
    statement.judge_mentions(&mut objections);
    statement.judge_surroundings(&mut objections);
    objections
}
