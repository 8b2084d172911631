//! What the data say beside a figure: the margin, history and change of its row, and what it may be compared with.

use std::sync::Arc;

use indexmap::IndexMap;

use super::Figure;
use crate::quantity::Exact;

/// What else the data say beside a figure. Every figure of a row carries it, so that a claim, an `{% if %}` and a filter
/// judge by the same; the figures here carry none themselves.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Beside {
    /// Half the width of the interval.
    pub margin: Option<Arc<Figure>>,
    /// The change that the margin is round, where there is one.
    pub change: Option<Arc<Figure>>,
    /// Earlier values by year.
    pub history: IndexMap<String, Arc<Figure>>,
    /// Why it may not be compared with earlier values.
    pub not_comparable: Option<String>,
    /// How far rounded parts may miss this whole.
    pub slack: Option<Exact>,
    /// The measures that the programme declares to be its parts.
    pub parts: Vec<String>,
    /// The year in which the results are published.
    pub published: Option<i64>,
}
