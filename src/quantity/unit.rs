//! Units of what is measured.

use std::sync::Arc;

/// The unit of a quantity.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Unit {
    /// Per cent of a whole.
    Percent,
    /// A difference between two percentages, in percentage points.
    PercentagePoints,
    /// Things that are counted or measured: reports, days. `None`: a bare number.
    Number(Option<Noun>),
    /// Money.
    Money(Money),
    /// Points out of a maximum.
    Score {
        /// The most there can be.
        out_of: u64,
    },
    /// A step on an ordered scale.
    Rating(Arc<Scale>),
}

/// A noun with both numbers.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Noun {
    /// `report`
    pub one: String,
    /// `reports`
    pub many: String,
}

/// A currency and the magnitude amounts are given in.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Money {
    /// `$`, `£`, `€`, or an ISO code that prints before the amount.
    pub symbol: String,
    /// `million`, `billion`, or none.
    pub magnitude: Option<String>,
}

/// The ratings of a scale, worst first.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Scale {
    /// `Inadequate`, `Requires improvement`, `Good`, `Outstanding`.
    pub ratings: Vec<String>,
}
