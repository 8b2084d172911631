//! What changed, told: for a terminal, for a pull request, for programs. These show values; that is their
//! purpose. A fourth, for public logs, shows none.

mod json;
mod markdown;
mod names;
mod text;

pub use json::json;
pub use markdown::markdown;
pub use names::names;
pub use text::text;

use super::{Change, Fate, FlippedClaim, MovedScalar};

/// Everything there is to tell of a comparison.
#[derive(Debug, Clone, Default)]
pub struct Overview {
    /// What was compared with, in words: `HEAD (1a2b3c4)`, `the folder ../last-week`, `what was last issued`.
    pub base: String,
    /// Every notice of either state, sorted by name.
    pub notices: Vec<(String, Fate)>,
    /// Layouts that differ: every notice may look otherwise.
    pub layouts: Vec<String>,
}

impl Overview {
    /// The notices with something to tell.
    pub fn touched(&self) -> impl Iterator<Item = (&str, &Fate)> {
        self.notices
            .iter()
            .filter(|(_, fate)| *fate != Fate::Untouched)
            .map(|(name, fate)| (name.as_str(), fate))
    }

    /// How many notices say what they said.
    pub fn untouched(&self) -> usize {
        self.notices.len() - self.touched().count()
    }

    /// Whether nothing at all changed.
    pub fn nothing(&self) -> bool {
        self.touched().next().is_none() && self.layouts.is_empty()
    }

    /// `2 notices changed, 1 added; 40 untouched`
    fn tally(&self) -> String {
        let count = |wanted: fn(&Fate) -> bool| self.notices.iter().filter(|(_, fate)| wanted(fate)).count();
        let kinds = [
            (count(|fate| matches!(fate, Fate::Changed(_))), "changed"),
            (count(|fate| *fate == Fate::Added), "added"),
            (count(|fate| *fate == Fate::Removed), "removed"),
        ];
        let mut parts = Vec::new();
        for (number, what) in kinds {
            if number > 0 {
                let noun = match (parts.is_empty(), number) {
                    (false, _) => "",
                    (true, 1) => " notice",
                    (true, _) => " notices",
                };
                parts.push(format!("{number}{noun} {what}"));
            }
        }
        if parts.is_empty() {
            parts.push("no notice changed".to_owned());
        }
        format!("{}; {} untouched", parts.join(", "), self.untouched())
    }
}

impl Change {
    /// Every scalar that moved a figure of the notice, each once, in order of place.
    pub fn scalars(&self) -> Vec<&MovedScalar> {
        let mut all: Vec<&MovedScalar> = self.figures.iter().flat_map(|figure| &figure.scalars).collect();
        all.sort();
        all.dedup();
        all
    }
}

/// What became of a claim: `no longer holds`, `now says “just below it”`.
fn flip(claim: &FlippedClaim) -> String {
    match (&claim.after, claim.held, claim.holds) {
        (None, ..) => "is no longer made".to_owned(),
        (Some(_), true, false) => "no longer holds".to_owned(),
        (Some(after), false, true) if *after == claim.before => "holds now".to_owned(),
        (Some(after), ..) => format!("now says “{after}”"),
    }
}

/// A value that is there or not.
fn shown(value: Option<&str>) -> &str {
    value.unwrap_or("(none)")
}

/// What a figure prints, with its exact value where the print does not say it all or did not change.
fn value(figure: &super::MovedFigure, now: bool) -> String {
    let this = if now { &figure.after } else { &figure.before };
    let Some((printed, exact)) = this else {
        return "(none)".to_owned();
    };
    let alike = match (&figure.before, &figure.after) {
        (Some((then, _)), Some((now, _))) => then == now,
        _ => false,
    };
    if alike || exact.contains('…') {
        format!("{printed} (exactly {exact})")
    } else {
        printed.clone()
    }
}
