//! Passages: a release as the sub-editor reads it, block by block in plain text, each character with its origin.

use std::ops::Range;
use std::sync::Arc;

use super::inline::{Inline, Origin};
use super::part::Part;
use crate::figures::Figure;
use crate::finding::Place;

/// One block's text with the origin of each part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// Which part of the notice: `headline`, `quotation 1, paragraph 2`, `note 3`, `table scores, row 1, label`.
    pub part: Part,
    /// The text as printed.
    pub text: String,
    /// The parts of the text, ascending and without gaps.
    pub spans: Vec<Span>,
    /// Claims in the text: range, name, place.
    pub claims: Vec<(Range<usize>, String, Place)>,
    /// The speaker's short name, inside a quotation.
    pub speaker: Option<String>,
}

/// A part of a passage with one origin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// The bytes of the passage's text.
    pub range: Range<usize>,
    /// Where they come from.
    pub origin: Origin,
}

impl Passage {
    /// The passage of one block.
    pub fn new(part: Part, inlines: &[Inline]) -> Self {
        let mut passage = Passage {
            part,
            text: String::new(),
            spans: Vec::new(),
            claims: Vec::new(),
            speaker: None,
        };
        passage.take(inlines);
        passage
    }

    fn take(&mut self, inlines: &[Inline]) {
        for inline in inlines {
            match inline {
                Inline::Run(run) => self.push(&run.text, run.origin.clone()),
                Inline::Break => self.push("\n", Origin::Program),
                Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Link { text: inner, .. } => {
                    self.take(inner);
                }
                Inline::Claim { name, words, place } => {
                    let start = self.text.len();
                    self.take(words);
                    self.claims.push((start..self.text.len(), name.clone(), *place));
                }
            }
        }
    }

    fn push(&mut self, text: &str, origin: Origin) {
        let start = self.text.len();
        self.text.push_str(text);
        self.spans.push(Span {
            range: start..self.text.len(),
            origin,
        });
    }

    /// The place in the YAML of a range of the text: exact for literal text, the expression for a figure.
    /// `None` where the program set it.
    pub fn place(&self, range: Range<usize>) -> Option<Place> {
        let span = self
            .spans
            .iter()
            .find(|span| span.range.end > range.start && !span.range.is_empty())?;
        match &span.origin {
            Origin::Literal(place) => {
                let start = place.start + u32::try_from(range.start.saturating_sub(span.range.start)).ok()?;
                let end =
                    place.start + u32::try_from(range.end.min(span.range.end) - span.range.start).ok()?;
                Some(Place {
                    file: place.file,
                    start,
                    end: end.max(start),
                })
            }
            Origin::Figure { place, .. } | Origin::Data { place, .. } | Origin::Written { place, .. } => {
                Some(*place)
            }
            Origin::Program => None,
        }
    }

    /// The figures printed in the passage, in order, each with its range.
    pub fn figures(&self) -> impl Iterator<Item = (Range<usize>, &Arc<Figure>)> {
        self.spans.iter().filter_map(|span| match &span.origin {
            Origin::Figure { figure, .. } => Some((span.range.clone(), figure)),
            _ => None,
        })
    }
}
