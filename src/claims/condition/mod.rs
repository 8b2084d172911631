//! Conditions: what must be true of the figures for a claim's words to stand.
//!
//! `control.value is above(than=control.average)`, tests joined by `and`, `or`, `not` and brackets.

mod operand;
mod parse;
mod tokens;

use std::ops::Range;

pub use parse::parse;

use super::kinds::Kind;
use super::resolve::Case;
use crate::finding::{Because, Code};
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

impl Condition {
    /// One test of figures that are known already, and so need no names.
    pub fn of(kind: &'static Kind) -> Self {
        Condition::Test(Test {
            subject: Operand {
                what: What::Path(Vec::new()),
                range: 0..0,
            },
            negated: false,
            kind,
            arguments: Vec::new(),
            range: 0..0,
        })
    }
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
    /// What it rests on.
    pub because: Option<Because>,
}

/// A test, whether it stands under an odd number of `not`s, and its case.
pub type Judged<'c> = (&'c Test, bool, &'c Case);

impl Condition {
    /// The tests that make it true, once for each branch of an `or` that holds; all of them where none does, or where
    /// the words say `or` themselves.
    pub fn alternatives<'c>(&'c self, cases: &'c [Case], said: bool) -> Vec<Vec<Judged<'c>>> {
        if said {
            let all = self.tests().into_iter().zip(cases);
            return vec![all.map(|((test, negated), case)| (test, negated, case)).collect()];
        }
        let mut cases = cases.iter();
        let (ways, _) = self.ways(false, &mut cases);
        ways
    }

    fn ways<'c>(
        &'c self,
        negated: bool,
        cases: &mut std::slice::Iter<'c, Case>,
    ) -> (Vec<Vec<Judged<'c>>>, bool) {
        let (parts, all) = match self {
            Condition::Test(test) => {
                let negated = negated ^ test.negated;
                return match cases.next() {
                    Some(case) => (vec![vec![(test, negated, case)]], case.holds ^ negated),
                    None => (vec![Vec::new()], false),
                };
            }
            Condition::Not(part) => return part.ways(!negated, cases),
            Condition::All(parts) => (parts, !negated),
            Condition::Any(parts) => (parts, negated),
        };
        let parts: Vec<_> = parts.iter().map(|part| part.ways(negated, cases)).collect();
        if all {
            let holds = parts.iter().all(|(_, holds)| *holds);
            let joined = parts
                .into_iter()
                .fold(vec![Vec::new()], |ways: Vec<Vec<Judged<'c>>>, (part, _)| {
                    let with = |way: &Vec<Judged<'c>>| {
                        part.iter()
                            .map(|more| [way.as_slice(), more].concat())
                            .collect::<Vec<_>>()
                    };
                    ways.iter().flat_map(with).collect()
                });
            return (joined, holds);
        }
        if parts.iter().any(|(_, holds)| *holds) {
            let held = parts
                .into_iter()
                .filter(|(_, holds)| *holds)
                .flat_map(|(ways, _)| ways);
            return (held.collect(), true);
        }
        (
            vec![parts.into_iter().flat_map(|(ways, _)| ways).flatten().collect()],
            false,
        )
    }

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
