//! The lexicon: comparative, superlative, share and change words as data, and where they stand in a text.
//!
//! The phrases are in `en/*.yaml`, one entry a family of phrases with the sentences that must and must not hit. Claims
//! hold a claim's words against its condition with it; the audit finds such words outside claims.

mod entry;
mod matcher;
mod sense;
pub(crate) mod tokens;

#[cfg(test)]
mod contexts;
#[cfg(test)]
mod examples;

use std::ops::Range;

pub use entry::{Beside, Entry, lexicon};
pub use sense::Sense;

/// A phrase of the lexicon in a text.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// Its bytes in the text.
    pub range: Range<usize>,
    /// What it says, with the numbers in it.
    pub sense: Sense,
    /// The entry it belongs to.
    pub entry: &'static Entry,
}

/// Every phrase of the lexicon in `text`, from left to right, the longest at each place; none overlaps another.
/// Case, curly apostrophes, non-breaking spaces and hyphens between words make no difference.
///
/// A hit of a loose entry (`!hit.entry.strict`) says something only in a place where a comparison is expected: the
/// inside of a claim.
pub fn find(text: &str) -> Vec<Hit> {
    matcher::find(lexicon(), text)
}
