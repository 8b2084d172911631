//! The oracle: whether a notice is true to its data, told from the fixture's own table by a few lines of arithmetic.
//!
//! It reads the YAML as text, line by line, and shares no code with what it judges.

mod amount;
mod condition;
mod data;
mod judge;
mod phrase;
mod truths;
mod weigh;

pub use amount::Ratio;
pub use data::{Cell, Data};
pub use judge::{claim_lines, judge, said, spans_of_claim};
pub use truths::Truths;

use std::ops::RangeInclusive;

/// What a claim's words or condition say.
#[derive(Debug, Clone, PartialEq)]
pub enum Says {
    /// Above, below or equal to another figure.
    Side(Way, How),
    /// So many of the rows are above or below.
    Rows(u64, Option<u64>, Way),
    /// At least so many of the rows.
    AtLeast(u64, Way),
    /// More than half of the rows.
    MostRows(Way),
    /// All rows.
    All(Way),
    /// Above, below or equal to a share `n/d`.
    Share(Way, How, u64, u64),
    /// The nth from the top or the bottom of a set; jointly, where said.
    Rank(bool, usize, bool),
    /// Moved from an earlier value.
    Moved(Way),
    /// Better, or worse, than an earlier value.
    Better(bool),
    /// Times the earlier value, as `n/d`; `true`: more than that.
    Times(u64, u64, bool),
    /// At the top or the bottom of its scale.
    Scale(bool),
    /// The highest or lowest of its history, since a year where one is said.
    Record(bool, Option<u64>),
    /// Another value than first published.
    Revised,
    /// Moved from what was published first, upwards or downwards.
    RevisedTo(Way),
    /// Moved from an earlier value by so much: as a share of it in per cent, or in its own unit.
    MovedBy(Way, Ratio, bool),
    /// The parts beside it make the whole.
    Sum,
    /// A change whose interval does not contain zero, or (`Even`) does.
    Change(Way),
    /// The contrary.
    Not(Box<Says>),
}

/// A direction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// More.
    Up,
    /// Less.
    Down,
    /// Neither.
    Even,
}

/// By how much.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// Any distance.
    Any,
    /// A small one.
    Just,
    /// A large one.
    Well,
    /// About there, on either side.
    About,
}

/// Whether a mutant is still true.
#[derive(Debug, Clone)]
pub enum Verdict {
    /// True: an error would be a false alarm.
    True,
    /// Cannot be said without the house's own tolerances: not counted.
    Open(String),
    /// Untrue, or unchecked where the rules want a check: must be refused for one of these reasons.
    Wrong(Vec<Fault>),
}

impl Verdict {
    /// Why a notice that should be true is not.
    pub fn doubt(&self) -> Option<String> {
        match self {
            Verdict::True => None,
            Verdict::Open(why) => Some(why.clone()),
            Verdict::Wrong(faults) => Some(format!("{faults:?}")),
        }
    }
}

/// A reason for which a mutant must be refused, and where the finding must stand.
#[derive(Debug, Clone)]
pub struct Fault {
    /// The codes that say so; none: any.
    pub codes: Vec<&'static str>,
    /// Files and lines of which any will do.
    pub lines: Vec<(String, RangeInclusive<usize>)>,
}
