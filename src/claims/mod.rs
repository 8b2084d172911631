//! Claims: phrases whose truth depends on figures, held against their conditions, and the conditions against the data.

use std::ops::Range;

use crate::data::notice::{Accepted, ClaimEntry};
use crate::data::{Named, Organisation, Programme};
use crate::figures::Scope;
use crate::finding::Finding;
use crate::language::Language;
use crate::moment::NaiveDate;
use crate::quantity::NumberStyle;
use crate::release::Passage;

/// What a finished notice is judged against.
pub struct Desk<'d> {
    /// The notice in reading order.
    pub passages: &'d [Passage],
    /// The figures and texts its words could see.
    pub scope: &'d Scope,
    /// What stands under `claims:`.
    pub claims: &'d Named<ClaimEntry>,
    /// What stands under `accepted:`.
    pub accepted: &'d [Accepted],
    /// The programme, for measures' other names, benchmarks' names and which way is better.
    pub programme: &'d Programme,
    /// The issuer.
    pub organisation: &'d Organisation,
    /// The language of the words.
    pub language: &'static dyn Language,
    /// How numbers print, and with which rounding.
    pub numbers: &'d NumberStyle,
    /// The day of publication.
    pub day: Option<NaiveDate>,
}

/// A claim as it stands in the words, judged.
#[derive(Debug, Clone, PartialEq)]
pub struct Held {
    /// Its name.
    pub name: String,
    /// The index of its passage.
    pub passage: usize,
    /// Where its words stand in the passage's text.
    pub range: Range<usize>,
    /// Whether condition, words and printed figures agree (for a cited or as-written claim: whether it is complete).
    pub holds: bool,
}

/// Judges every claim in the words; what is wrong goes to `findings`.
pub fn check(desk: &Desk<'_>, findings: &mut Vec<Finding>) -> Vec<Held> {
    let _ = (desk, findings);
    Vec::new()
}
