//! Figures: results and benchmarks as exact quantities that know where they come from.

use crate::finding::Place;
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

/// What a figure is about.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Subject {
    /// The measure's short name.
    pub measure: Option<String>,
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
}

/// Where a figure comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Provenance {
    /// Typed in the data.
    Given {
        /// The scalar.
        place: Place,
        /// As-at date and source of a given column.
        source: Option<String>,
    },
    /// Computed.
    Computed {
        /// The rule in words: `average of areas, from exact values`.
        rule: String,
        /// The figures it was computed from.
        inputs: Vec<Input>,
    },
}

/// An input of a computed figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Input {
    /// `staffordshire: control.value`
    pub label: String,
    /// As typed.
    pub typed: String,
    /// Where it stands.
    pub place: Place,
}
