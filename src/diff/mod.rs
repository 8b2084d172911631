//! The difference between two states of an office: what new figures or words do to each notice.
//!
//! It compares what notices *say*, before any format: figures, sentences, cells, claims and what refuses them.

mod cells;
mod figures;
mod files;
mod marked;
mod record;
mod report;
mod said;
mod sentences;

pub use cells::MovedCell;
pub use figures::MovedFigure;
pub use files::{Files, MovedScalar};
pub use marked::{Piece, marked};
pub use report::{Overview, json, markdown, text};
pub use said::{Said, SaidCell, SaidClaim, SaidFigure, SaidLine};
pub use sentences::ChangedSentence;

/// What became of one notice.
#[derive(Debug, Clone, PartialEq)]
pub enum Fate {
    /// It is in the new state alone.
    Added,
    /// It is in the old state alone.
    Removed,
    /// It is in both, and says other things.
    Changed(Box<Change>),
    /// It is in both, and says the same.
    Untouched,
}

/// What changed in one notice.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Change {
    /// Figures whose exact value, print or unit moved, in the order of the new state; those that went come last.
    pub figures: Vec<MovedFigure>,
    /// Table cells that print otherwise.
    pub cells: Vec<MovedCell>,
    /// Sentences, headings, labels and lines that changed, went or came, in reading order.
    pub sentences: Vec<ChangedSentence>,
    /// Claims that held and no longer do, or the reverse.
    pub claims: Vec<FlippedClaim>,
    /// Sign-offs that were valid and are so no longer, each in one line.
    pub lapsed: Vec<String>,
    /// Errors that stand against it now and did not before: code and place.
    pub refusals: Vec<String>,
    /// Errors that stood against it and are gone.
    pub cleared: Vec<String>,
}

/// A claim that flips.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FlippedClaim {
    /// Its name under `claims:`.
    pub name: String,
    /// Its words in the new state.
    pub words: String,
    /// Whether it holds now.
    pub holds: bool,
}

impl Change {
    /// Whether nothing changed.
    pub fn is_empty(&self) -> bool {
        *self == Change::default()
    }
}

/// Compares what a notice said with what it says. `files` leads from a figure to the scalars that moved.
pub fn compare(old: &Said, new: &Said, files: Option<&Files<'_>>) -> Change {
    let missing_in = |these: &[String], those: &[String]| -> Vec<String> {
        these.iter().filter(|one| !those.contains(one)).cloned().collect()
    };
    Change {
        figures: figures::moved(old, new, files),
        cells: cells::moved(old, new),
        sentences: sentences::changed(&old.lines, &new.lines),
        claims: flipped(old, new),
        lapsed: missing_in(&old.signed, &new.signed),
        refusals: missing_in(&new.errors, &old.errors),
        cleared: missing_in(&old.errors, &new.errors),
    }
}

/// Claims of one name in both states, some of whose occurrences hold in one state and not in the other.
fn flipped(old: &Said, new: &Said) -> Vec<FlippedClaim> {
    let holds = |said: &Said, name: &str| -> Option<bool> {
        let mut all = said.claims.iter().filter(|claim| claim.name == name).peekable();
        all.peek()?;
        Some(all.all(|claim| claim.holds))
    };
    let mut flips: Vec<FlippedClaim> = Vec::new();
    for claim in &new.claims {
        if flips.iter().any(|flip| flip.name == claim.name) {
            continue;
        }
        if let (Some(before), Some(now)) = (holds(old, &claim.name), holds(new, &claim.name))
            && before != now
        {
            flips.push(FlippedClaim {
                name: claim.name.clone(),
                words: claim.words.clone(),
                holds: now,
            });
        }
    }
    flips
}
