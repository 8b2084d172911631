//! What the missing marks of a table mean: the lines under it.

use crate::finding::Place;
use crate::release::{Inline, Inlines, Origin, Run};

/// The meanings of the missing marks: a line a reason, naming the cells where there are several reasons.
#[derive(Default)]
pub struct Footnotes {
    reasons: Vec<Reason>,
}

/// A reason, where it stands, and the cells it is of.
struct Reason {
    text: String,
    place: Place,
    cells: Vec<String>,
}

impl Footnotes {
    /// Takes in a missing cell: its reason and where that stands, its row and its column.
    pub fn add(&mut self, (reason, place): (&str, Place), label: &str, column: &str) {
        let cell = format!("{label}, {}", column.replace(['-', '_'], " "));
        match self.reasons.iter_mut().find(|known| known.text == reason) {
            Some(known) => known.cells.push(cell),
            None => self.reasons.push(Reason {
                text: reason.to_owned(),
                place,
                cells: vec![cell],
            }),
        }
    }

    /// The lines, in the order in which the reasons came.
    pub fn lines(&self, mark: &str) -> Vec<Inlines> {
        let line = |reason: &Reason| {
            let before = match self.reasons.len() {
                1 => format!("{mark} "),
                _ => format!("{mark} ({}) ", reason.cells.join("; ")),
            };
            let typed = Run {
                text: reason.text.clone(),
                origin: Origin::Written {
                    place: reason.place,
                    basis: None,
                },
            };
            vec![Inline::program(before), Inline::Run(typed)]
        };
        self.reasons.iter().map(line).collect()
    }
}
