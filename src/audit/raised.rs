//! What the audit has raised, with the words it is about: what `accepted:` is held against.

use std::ops::Range;

use super::reading::Reading;
use crate::finding::Finding;

/// A finding of the audit, and where its words stand.
#[derive(Debug, Clone)]
pub struct Raised {
    /// The finding.
    pub finding: Finding,
    /// The index of the passage.
    pub passage: usize,
    /// The words, in the passage's text.
    pub range: Range<usize>,
}

impl Raised {
    /// A finding about a range of a passage.
    pub fn new(finding: Finding, reading: &Reading<'_>, range: Range<usize>) -> Self {
        Raised {
            finding,
            passage: reading.index,
            range,
        }
    }
}
