//! What the missing marks of a table mean: the lines under it.

use crate::release::{Inline, Inlines};

/// The meanings of the missing marks: a line a reason, naming the cells where there are several reasons.
#[derive(Default)]
pub struct Footnotes {
    reasons: Vec<(String, Vec<String>)>,
}

impl Footnotes {
    /// Takes in a missing cell: its reason, its row and its column.
    pub fn add(&mut self, reason: &str, label: &str, column: &str) {
        let cell = format!("{label}, {}", column.replace(['-', '_'], " "));
        match self.reasons.iter_mut().find(|(known, _)| known == reason) {
            Some((_, cells)) => cells.push(cell),
            None => self.reasons.push((reason.to_owned(), vec![cell])),
        }
    }

    /// The lines, in the order in which the reasons came.
    pub fn lines(&self, mark: &str) -> Vec<Inlines> {
        let line = |(reason, cells): &(String, Vec<String>)| {
            let text = match self.reasons.len() {
                1 => format!("{mark} {reason}"),
                _ => format!("{mark} ({}) {reason}", cells.join("; ")),
            };
            vec![Inline::program(text)]
        };
        self.reasons.iter().map(line).collect()
    }
}
