//! The difference between two states of an office: what new figures or words do to each notice.
//!
//! It compares what notices *say*, before any format: figures, sentences, cells, claims and what refuses them.

mod cells;
mod correction;
mod figures;
mod files;
mod record;
mod report;
mod said;
mod sentences;

pub use cells::MovedCell;
pub use correction::{Telling, correction};
pub use figures::MovedFigure;
pub use files::{Files, MovedScalar};
pub use report::{Overview, json, markdown, names, text};
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
    /// Claims that flipped, are made in other words, or are no longer made.
    pub claims: Vec<FlippedClaim>,
    /// Sign-offs that have lapsed and had not before, each in a sentence.
    pub lapsed: Vec<String>,
    /// Errors that stand against it now and did not before: code, file and what was found.
    pub refusals: Vec<String>,
    /// Errors that stood against it and are gone.
    pub cleared: Vec<String>,
}

/// A claim that held and no longer does, or the reverse; or one that is made in other words or no longer made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FlippedClaim {
    /// Its name under `claims:`.
    pub name: String,
    /// Its words before.
    pub before: String,
    /// Its words now; `None` where it is no longer made.
    pub after: Option<String>,
    /// Whether it held.
    pub held: bool,
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
        lapsed: missing_in(&new.lapsed, &old.lapsed),
        refusals: missing_in(&new.errors, &old.errors),
        cleared: missing_in(&old.errors, &new.errors),
    }
}

/// Claims of the old state that flipped, were reworded or are gone, each name once. One whose words differ by no more
/// than a figure in them is the same claim.
fn flipped(old: &Said, new: &Said) -> Vec<FlippedClaim> {
    let made = |said: &Said, name: &str| -> Vec<SaidClaim> {
        said.claims
            .iter()
            .filter(|claim| claim.name == name)
            .cloned()
            .collect()
    };
    let mut flips: Vec<FlippedClaim> = Vec::new();
    for claim in &old.claims {
        if flips.iter().any(|flip| flip.name == claim.name) {
            continue;
        }
        let (before, now) = (made(old, &claim.name), made(new, &claim.name));
        let held = before.iter().all(|claim| claim.holds);
        let holds = !now.is_empty() && now.iter().all(|claim| claim.holds);
        let words =
            |all: &[SaidClaim]| -> Vec<String> { all.iter().map(|one| wording(&one.words)).collect() };
        let (then_said, now_said) = (words(&before), words(&now));
        let lost = then_said.iter().find(|words| !now_said.contains(words));
        if held == holds && lost.is_none() {
            continue;
        }
        let told = lost.and_then(|lost| before.iter().find(|one| wording(&one.words) == *lost));
        let after = now.iter().find(|one| !then_said.contains(&wording(&one.words)));
        flips.push(FlippedClaim {
            name: claim.name.clone(),
            before: told.unwrap_or(claim).words.clone(),
            after: after.or(now.first()).map(|one| one.words.clone()),
            held,
            holds,
        });
    }
    flips
}

/// The words of a claim without its digits and the case of its letters.
fn wording(words: &str) -> String {
    let kept = words.chars().filter(|character| !character.is_ascii_digit());
    kept.flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn saying(claims: &[(&str, &str, bool)]) -> Said {
        let claims = claims.iter().map(|(name, words, holds)| SaidClaim {
            name: (*name).to_owned(),
            words: (*words).to_owned(),
            holds: *holds,
        });
        Said {
            claims: claims.collect(),
            ..Said::default()
        }
    }

    #[test]
    fn a_claim_flips_when_it_no_longer_holds_is_reworded_or_gone() {
        let old = saying(&[
            ("a", "above the average", true),
            ("a", "Above the average", true),
            ("b", "up by 8 points", true),
            ("c", "just below it", true),
            ("d", "the highest", true),
        ]);
        let new = saying(&[
            ("a", "above the average", true),
            ("a", "above the average", false),
            ("b", "up by 9 points", true),
            ("c", "well below it", true),
        ]);
        let told: Vec<(String, Option<String>, bool)> = compare(&old, &new, None)
            .claims
            .into_iter()
            .map(|flip| (flip.name, flip.after, flip.holds))
            .collect();
        let of = |text: &str| text.to_owned();
        assert_eq!(
            told,
            [
                (of("a"), Some(of("above the average")), false),
                (of("c"), Some(of("well below it")), true),
                (of("d"), None, false),
            ]
        );
        assert!(compare(&old, &old, None).is_empty());
    }
}
