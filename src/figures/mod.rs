//! Figures: results and benchmarks as exact quantities that know where they come from.
//!
//! The words, the tables and the claims all take the same [`Figure`], so that a number is the same wherever it
//! prints and can always be explained.

mod benchmark;
mod beside;
mod book;
mod change;
pub mod changes;
mod facts;
mod measure;
mod neighbours;
mod provenance;
mod results;
mod scope;
mod sums;

use std::sync::Arc;

use indexmap::IndexMap;

pub use beside::Beside;
pub use book::Book;
pub use change::{change, derived, difference, interval, part_of, percent_change};
pub use facts::{Fact, read_facts};
pub use measure::{MEASURE_COLUMNS, Measure, Measures};
pub use neighbours::AreaNames;
pub use provenance::{Input, Inputs, Provenance};
pub use scope::{Scope, Seen, UnknownPath};
pub use sums::check_sums;

use crate::quantity::Quantity;

/// A figure: an exact quantity with its name, subject and provenance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// The name the words use: `control.value`; an expression for a derived one.
    pub name: String,
    /// The value.
    pub value: Value,
    /// What it is about.
    pub subject: Subject,
    /// Where it comes from.
    pub provenance: Provenance,
}

/// A value that is there, or missing with its reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// There.
    Known {
        /// The exact quantity.
        quantity: Quantity,
        /// `62 of 79`: the count and its base.
        of: Option<(u64, u64)>,
    },
    /// Missing.
    Missing {
        /// Why, as the analyst wrote it.
        reason: String,
    },
}

/// The reason of a value whose cell was refused when it was read: already told, so that nothing that rests on it
/// needs telling again.
pub const UNREADABLE: &str = "cannot be read";

/// What a figure is about.
#[derive(Debug, Clone, Default)]
pub struct Subject {
    /// What is measured.
    pub measure: Option<Arc<Measure>>,
    /// The column: `value`, `average` …
    pub column: String,
    /// The inspection's name.
    pub inspection: Option<String>,
    /// The area, as printed.
    pub area: Option<String>,
    /// The period it covers.
    pub period: Option<String>,
    /// The population it is of.
    pub population: Option<String>,
    /// What the data say beside it; `None` where there is nothing to say, as of a fact.
    pub beside: Option<Arc<Beside>>,
}

/// What stands beside a figure is no part of what it is about: with another margin it is about the same.
impl PartialEq for Subject {
    fn eq(&self, other: &Self) -> bool {
        self.measure == other.measure
            && self.column == other.column
            && self.inspection == other.inspection
            && self.area == other.area
            && self.period == other.period
            && self.population == other.population
    }
}

impl Eq for Subject {}

impl Figure {
    /// The quantity, unless the value is missing.
    pub fn quantity(&self) -> Option<&Quantity> {
        match &self.value {
            Value::Known { quantity, .. } => Some(quantity),
            Value::Missing { .. } => None,
        }
    }

    /// Whether its cell was refused when it was read.
    pub fn is_unreadable(&self) -> bool {
        matches!(&self.value, Value::Missing { reason } if reason == UNREADABLE)
    }

    /// The count and its base, where the figure was given as `62 of 79`.
    pub fn of(&self) -> Option<(u64, u64)> {
        match self.value {
            Value::Known { of, .. } => of,
            Value::Missing { .. } => None,
        }
    }
}

/// Everything the words can see of one inspection.
#[derive(Debug, Clone)]
pub struct InspectionFigures {
    /// The inspection's name.
    pub name: String,
    /// The area, as printed.
    pub area: String,
    /// The rows, one a measure of the programme, in the programme's order.
    pub rows: IndexMap<String, Row>,
}

/// One measure's figures in one inspection.
#[derive(Debug, Clone)]
pub struct Row {
    /// What is measured.
    pub measure: Arc<Measure>,
    /// The figures by column: `value`, `lowest` … `margin`, `change`, `percent_change`.
    pub columns: IndexMap<String, Arc<Figure>>,
    /// Earlier values by year.
    pub history: IndexMap<String, Arc<Figure>>,
}

impl Row {
    /// Gives every figure of the row what stands beside it.
    fn carry(&mut self, beside: Beside) {
        let beside = Arc::new(beside);
        for figure in self.columns.values_mut().chain(self.history.values_mut()) {
            // Those that stand beside the others are copied, and only those.
            Arc::make_mut(figure).subject.beside = Some(Arc::clone(&beside));
        }
    }
}
