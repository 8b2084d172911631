//! What an explanation is made of: the parts of a notice, what stands in each, and what is behind it.

use std::ops::Range;

use crate::claims::RestsOn;
use crate::finding::Place;
use crate::words::Kept;

/// A notice, explained.
#[derive(Debug, Clone, PartialEq)]
pub struct Explanation {
    /// The notice's name.
    pub notice: String,
    /// Its parts in reading order, those that hold something to explain.
    pub parts: Vec<Part>,
    /// Figures that were asked for and print nowhere.
    pub unprinted: Vec<Traced>,
    /// Texts and dates of the data that were asked for and print nowhere.
    pub unprinted_data: Vec<Kept>,
}

/// A part of the notice: a paragraph, a cell, the embargo line.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// Which: `quotation 1, paragraph 2`.
    pub part: String,
    /// Its text as printed.
    pub text: String,
    /// What stands in it, in order.
    pub entries: Vec<Entry>,
}

/// A number, date, text of the data, chosen word or claim in a part.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Where in the part's text.
    pub range: Range<usize>,
    /// The sentence it stands in.
    pub sentence: Range<usize>,
    /// Where in the words; `None` for what the program sets, and for a table's figures, which no words print.
    pub at: Option<Place>,
    /// The expression that prints it, without braces: `control.value | in_words`.
    pub expression: Option<String>,
    /// What it is.
    pub what: What,
}

/// What an entry is.
#[derive(Debug, Clone, PartialEq)]
pub enum What {
    /// A figure.
    Figure(Box<Traced>),
    /// A text or date of the data.
    Data {
        /// Its name in the words; empty where it has none.
        name: String,
        /// Where it stands in the data.
        place: Place,
    },
    /// Words chosen by what figures say.
    Chosen {
        /// The filters or tests that choose them: how each is called, and where it stands.
        by: Vec<(String, Option<Place>)>,
        /// The figures they look at.
        figures: Vec<Traced>,
    },
    /// Words of a claim.
    Claim(Box<Claimed>),
    /// A number somebody typed.
    Typed {
        /// What it was recognised as; `None` where nothing stands behind it.
        recognised: Option<String>,
    },
    /// Set by the program from the data or, without a place, of itself.
    Program {
        /// How: `the end of the embargo`.
        says: String,
        /// From where in the data.
        place: Option<Place>,
    },
}

/// A figure with everything behind it.
#[derive(Debug, Clone, PartialEq)]
pub struct Traced {
    /// Its name as the words write it: `northshire.control.value`.
    pub name: String,
    /// Its value, or why it is missing.
    pub value: Result<Amount, String>,
    /// Where it comes from.
    pub from: From,
}

/// A value, before and after rounding.
#[derive(Debug, Clone, PartialEq)]
pub struct Amount {
    /// Before rounding: `78.481… (6200/79)`; the name of a rating.
    pub exact: String,
    /// `per cent`
    pub unit: String,
    /// As it prints by itself: `78%`.
    pub printed: String,
    /// `62 of 79`
    pub of: Option<(u64, u64)>,
    /// The rounding, in words; `None` for a rating, which has none.
    pub rounding: Option<String>,
}

/// Where a figure comes from.
#[derive(Debug, Clone, PartialEq)]
pub enum From {
    /// Typed in the data.
    Given {
        /// As typed.
        typed: String,
        /// Where.
        place: Place,
        /// The source of a given column.
        source: Option<String>,
    },
    /// Computed from other figures.
    Derived {
        /// The rule in words.
        rule: String,
        /// The figures.
        steps: Vec<Traced>,
    },
    /// Computed from scalars of the data.
    Computed {
        /// The rule in words.
        rule: String,
        /// The scalars.
        inputs: Vec<Scalar>,
        /// The dates by which other results count or do not count yet; only of a benchmark to date.
        days: Vec<Day>,
    },
}

/// A scalar that a figure was computed from.
#[derive(Debug, Clone, PartialEq)]
pub struct Scalar {
    /// `northshire: control.value`
    pub label: String,
    /// As typed.
    pub typed: String,
    /// Where.
    pub place: Place,
}

/// A day of publication that decides which results a benchmark to date is over.
#[derive(Debug, Clone, PartialEq)]
pub struct Day {
    /// The inspection.
    pub inspection: String,
    /// The day as typed.
    pub typed: String,
    /// Where.
    pub place: Place,
    /// What it decides.
    pub counts: Counts,
}

/// What a day of publication decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counts {
    /// The day up to which results count.
    UpTo,
    /// The result counts.
    Counted,
    /// It does not count yet.
    Later,
}

/// A claim in the words.
#[derive(Debug, Clone, PartialEq)]
pub struct Claimed {
    /// Its name under `claims:`.
    pub name: String,
    /// What it rests on.
    pub rests_on: RestsOn,
    /// The condition, source or reason, and where it stands.
    pub text: Option<(String, Place)>,
    /// Whether condition, words and printed figures agree.
    pub holds: bool,
    /// Whether the condition is true of the exact and of the printed values; `None` where it cannot be judged.
    pub truth: Option<(bool, bool)>,
    /// Its tests with their figures.
    pub tests: Vec<Tested>,
}

/// One test of a condition.
#[derive(Debug, Clone, PartialEq)]
pub struct Tested {
    /// As written: `control.value is above(than=control.average)`.
    pub test: String,
    /// How many rows must hold, where rows are counted: `exactly 2 of 3`.
    pub wanted: Option<String>,
    /// Its rows.
    pub rows: Vec<TestedRow>,
}

/// One row of a test.
#[derive(Debug, Clone, PartialEq)]
pub struct TestedRow {
    /// The figure tested.
    pub figure: Traced,
    /// What it is compared with, by the argument's name or by what stands beside the figure in the data.
    pub with: Vec<(String, Compared)>,
    /// Whether the row holds by the exact and by the printed values.
    pub holds: Option<(bool, bool)>,
}

/// What a figure is compared with.
#[derive(Debug, Clone, PartialEq)]
pub enum Compared {
    /// Figures.
    Figures(Vec<Traced>),
    /// A number, share or text of the condition.
    Written(String),
}
