//! The kinds of claim: what each is called, takes and says, and the words it licenses. One file a family.

mod asked;
mod benchmark;
mod by;
mod history;
mod motion;
mod multiples;
mod rank;
mod share;
mod sums;
mod time;
mod uncertainty;

pub use by::{By, by_fits, by_of, decimals};
pub use history::{earlier_years, run_of};
pub use motion::{
    Motion, compares_changes, is_before, is_earlier, is_own_past, is_unclear, is_within_margin, margin_round,
    motion,
};
pub use multiples::is_multiple;
pub use share::{share_held, share_of};

use super::reading::{Judged, Row};
use crate::lexicon::Sense;

/// A kind of claim.
pub struct Kind {
    /// The name a condition writes: `above`.
    pub name: &'static str,
    /// When it holds, in a phrase.
    pub holds: &'static str,
    /// The arguments it takes beside those that count rows.
    pub arguments: &'static [Wanted],
    /// A condition that uses it.
    pub example: &'static str,
    /// The words it licenses.
    pub words: &'static [Sense],
    /// Further words where more of the measure is better; the first list of the pair, where less is, the second.
    pub if_better: (&'static [Sense], &'static [Sense]),
    /// The words that say the contrary: allowed where they are negated.
    pub contrary: &'static [Sense],
    /// The words it licenses where the condition denies it. Only the plain sides say the other and level: what is not
    /// well below may be a little below.
    pub denied: &'static [Sense],
    /// The family, by which the nearest true wording is looked for.
    pub family: Family,
    /// Whether it holds for one figure.
    pub judge: fn(&Row<'_>) -> Judged,
}

impl PartialEq for Kind {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl std::fmt::Debug for Kind {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name)
    }
}

/// An argument that a kind takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wanted {
    /// Its name.
    pub name: &'static str,
    /// Whether the test means nothing without it.
    pub required: bool,
    /// Whether a list is a set to be taken whole; otherwise each row takes its own from it.
    pub whole: bool,
}

/// Kinds that answer the same question with other words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Family {
    /// Against another figure.
    Benchmark,
    /// A share or number.
    Share,
    /// A place in a set.
    Rank,
    /// A place on a scale.
    Scale,
    /// Change since an earlier value.
    Time,
    /// A multiple of an earlier value.
    Multiple,
    /// A change of an earlier value itself.
    Revision,
    /// A place in history.
    History,
    /// A whole and its parts.
    Sum,
    /// A change with its interval.
    Uncertainty,
}

/// Arguments that count rows where the subject is a list. Without one, every row must hold.
pub const COUNTERS: [&str; 4] = ["exactly", "at_least", "at_most", "most"];

const fn wanted(name: &'static str) -> Wanted {
    Wanted {
        name,
        required: true,
        whole: false,
    }
}

const fn optional(name: &'static str) -> Wanted {
    Wanted {
        name,
        required: false,
        whole: false,
    }
}

const fn set(name: &'static str) -> Wanted {
    Wanted {
        name,
        required: true,
        whole: true,
    }
}

/// Every kind, family by family.
pub fn all() -> impl Iterator<Item = &'static Kind> {
    benchmark::KINDS
        .iter()
        .chain(share::KINDS)
        .chain(rank::KINDS)
        .chain(time::KINDS)
        .chain(history::KINDS)
        .chain(multiples::KINDS)
        .chain(sums::KINDS)
        .chain(uncertainty::KINDS)
}

/// The kind of that name.
pub fn named(name: &str) -> Option<&'static Kind> {
    all().find(|kind| kind.name == name)
}

impl Kind {
    /// Whether it takes an argument of that name.
    pub fn takes(&self, name: &str) -> bool {
        self.argument_names().any(|known| known == name)
    }

    /// The names of all it takes, those that count rows last.
    pub fn argument_names(&self) -> impl Iterator<Item = &'static str> {
        self.arguments.iter().map(|wanted| wanted.name).chain(COUNTERS)
    }

    /// The required arguments that are not given.
    pub fn lacking(&self, given: impl Fn(&str) -> bool) -> Vec<&'static str> {
        let required = self.arguments.iter().filter(|wanted| wanted.required);
        required
            .map(|wanted| wanted.name)
            .filter(|name| !given(name))
            .collect()
    }

    /// Whether the argument is a set to be taken whole.
    pub fn takes_whole(&self, name: &str) -> bool {
        self.arguments
            .iter()
            .any(|wanted| wanted.name == name && wanted.whole)
    }
}
