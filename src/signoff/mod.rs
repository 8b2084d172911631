//! Sign-offs: who agreed to exactly which words and figures, and whether the notice still says them.
//!
//! A sign-off is a file, `data/sign-offs/NOTICE/….yaml`, made to be reviewed in git. It holds everything that was
//! agreed, and a digest over it: a record that somebody edited no longer carries its own digest and is refused.

mod agree;
mod compare;
mod digest;
mod judge;
#[cfg(test)]
mod laws;
mod read;
mod write;

use schemars::JsonSchema;
use serde::Deserialize;

pub use agree::{Need, copy};
pub use judge::{Judged, Stage, judge};
pub use read::{Filed, verify};

use crate::release::PrintedFigure;

/// What is agreed when a whole notice is: every word of the copy, up to the line that ends it. The letterhead, the
/// notes to editors and the contacts are the office's own and may change.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct SignOff {
    /// The version of this format: 1.
    pub pressroom: u32,
    /// The notice's name: `staffordshire`, `series/staffordshire`.
    pub notice: String,
    /// How much of it.
    pub covers: Covers,
    /// Who agreed, by short name.
    pub by: String,
    /// For whom, by short name, where it was somebody else.
    pub on_behalf_of: Option<String>,
    /// When: `2012-06-08T16:04:05+01:00`.
    pub signed: String,
    /// Said where the clock was set by hand, so that a rehearsal can be told from the day itself.
    pub clock: Option<String>,
    /// The quotations agreed to: one, or all of the notice.
    #[serde(default)]
    pub quotations: Vec<Spoken>,
    /// For a whole notice: the words outside the quotations.
    #[serde(default)]
    pub copy: Vec<CopyWords>,
    /// The SHA-256 of all the above in its canonical form, 64 hexadecimal digits.
    pub digest: String,
}

/// How much of a notice a sign-off covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Covers {
    /// The whole copy.
    WholeNotice,
    /// One quotation.
    Quotation,
}

/// A quotation as it was agreed.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Spoken {
    /// Its number in the notice when it was agreed, from 1. It may move: the words count, not the number.
    pub number: usize,
    /// Who speaks, by short name.
    pub speaker: String,
    /// The speaker's name as printed; left out where the role stands alone.
    pub name: Option<String>,
    /// The role as printed.
    pub role: String,
    /// The partner the speaker belongs to, as printed; left out for the issuer's own.
    pub organisation: Option<String>,
    /// `said`, `added` …
    pub verb: String,
    /// The paragraphs as printed, quotation marks included.
    pub words: Vec<String>,
    /// The figures in them, in order.
    #[serde(default)]
    pub figures: Vec<PrintedFigure>,
}

/// A passage outside the quotations as it was agreed.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct CopyWords {
    /// Which part: `headline`, `body 2`, `table scores, row 1, column 2`.
    pub part: String,
    /// Its words as printed.
    pub words: String,
    /// The figures in it, in order.
    #[serde(default)]
    pub figures: Vec<PrintedFigure>,
}

impl SignOff {
    /// Whose agreement it is: the person it was given for.
    pub fn for_whom(&self) -> &str {
        self.on_behalf_of.as_deref().unwrap_or(&self.by)
    }
}

impl Spoken {
    /// Whether both say the same, wherever in the notice they stand.
    pub fn says_the_same(&self, other: &Spoken) -> bool {
        let unnumbered = |spoken: &Spoken| Spoken {
            number: 0,
            ..spoken.clone()
        };
        unnumbered(self) == unnumbered(other)
    }
}

impl Covers {
    /// As the record has it.
    pub fn name(self) -> &'static str {
        match self {
            Covers::WholeNotice => "whole-notice",
            Covers::Quotation => "quotation",
        }
    }
}
