//! Conditions: what must be true of the figures for a claim's words to stand.
//!
//! `control.value is above(than=control.average)`, tests joined by `and`, `or`, `not` and brackets.

mod operand;
mod parse;
mod tokens;

use std::ops::Range;

pub use parse::parse;

use super::kinds::Kind;
use crate::finding::Code;
use crate::quantity::Exact;

/// A condition.
#[derive(Debug, Clone, PartialEq)]
pub enum Condition {
    /// One test of a figure or list.
    Test(Test),
    /// All of them.
    All(Vec<Condition>),
    /// At least one of them.
    Any(Vec<Condition>),
    /// The contrary.
    Not(Box<Condition>),
}

/// `control.value is above(than=control.average)`
#[derive(Debug, Clone, PartialEq)]
pub struct Test {
    /// What is tested.
    pub subject: Operand,
    /// `is not`
    pub negated: bool,
    /// The kind of claim.
    pub kind: &'static Kind,
    /// The named arguments.
    pub arguments: Vec<Argument>,
    /// The whole test, in the condition's text.
    pub range: Range<usize>,
}

/// `than=control.average`
#[derive(Debug, Clone, PartialEq)]
pub struct Argument {
    /// The name.
    pub name: String,
    /// Where the name stands.
    pub at: Range<usize>,
    /// The value.
    pub value: Operand,
}

/// Something a test is about or takes.
#[derive(Debug, Clone, PartialEq)]
pub struct Operand {
    /// What it is.
    pub what: What,
    /// Where it stands.
    pub range: Range<usize>,
}

/// The kinds of operand.
#[derive(Debug, Clone, PartialEq)]
pub enum What {
    /// `control.value`: its parts with their places.
    Path(Vec<(String, Range<usize>)>),
    /// `8`, `-0.5`
    Number(Exact),
    /// `2/3`
    Ratio(Exact, Exact),
    /// `"2/3"`, without its marks.
    Text(String),
    /// `true`
    Flag(bool),
    /// `[a.value, b.value]`
    List(Vec<Operand>),
}

impl Operand {
    /// The path as written: `control.value`.
    pub fn path(&self) -> Option<String> {
        match &self.what {
            What::Path(parts) => Some(
                parts
                    .iter()
                    .map(|(part, _)| part.as_str())
                    .collect::<Vec<_>>()
                    .join("."),
            ),
            _ => None,
        }
    }
}

/// What is wrong with a condition, and where in its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The code of the finding it becomes.
    pub code: Code,
    /// Where.
    pub range: Range<usize>,
    /// What was found; names only.
    pub says: String,
    /// What to do; names only.
    pub advice: String,
}

impl Condition {
    /// Its tests from left to right, each with whether it stands under an odd number of `not`s.
    pub fn tests(&self) -> Vec<(&Test, bool)> {
        fn walk<'c>(condition: &'c Condition, negated: bool, all: &mut Vec<(&'c Test, bool)>) {
            match condition {
                Condition::Test(test) => all.push((test, negated ^ test.negated)),
                Condition::All(parts) | Condition::Any(parts) => {
                    parts.iter().for_each(|part| walk(part, negated, all));
                }
                Condition::Not(part) => walk(part, !negated, all),
            }
        }
        let mut all = Vec::new();
        walk(self, false, &mut all);
        all
    }
}
