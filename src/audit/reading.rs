//! One passage as the audit reads it: its tokens, its dates, and which of its characters a person typed.

use std::ops::Range;

use super::dates::{self, Dated};
use super::reason;
use super::slot::Slot;
use super::token::{Token, tokens};
use crate::claims::Desk;
use crate::data::notice::ClaimEntry;
use crate::finding::{Code, Finding, Place};
use crate::language::{self, DateOrder, Language};
use crate::release::{Origin, Part, Passage, Span};

/// A passage being read.
pub struct Reading<'p> {
    /// The passage.
    pub passage: &'p Passage,
    /// Its index in the notice.
    pub index: usize,
    /// What kind of words it holds.
    pub slot: Slot,
    /// Its tokens.
    pub tokens: Vec<Token<'p>>,
    /// Its dates.
    pub dates: Vec<Dated>,
}

impl<'p> Reading<'p> {
    /// Reads a passage.
    pub fn new(index: usize, passage: &'p Passage, language: &dyn Language, order: DateOrder) -> Self {
        let tokens = tokens(&passage.text);
        let dates = dates::dates(&tokens, language, order);
        Reading {
            passage,
            index,
            slot: Slot::of(passage),
            tokens,
            dates,
        }
    }

    /// The same, where the kind of its words is known otherwise.
    pub fn of(mut self, slot: Slot) -> Self {
        self.slot = slot;
        self
    }

    /// Whether it is read as sentences; the reference is, a name, a fact or a cell is not.
    pub fn is_sentences(&self) -> bool {
        matches!(self.slot, Slot::Sentences | Slot::Reference)
    }

    /// Whether a range stands in the reason of a missing value, under a table.
    pub fn is_reason(&self, range: &Range<usize>) -> bool {
        let inside = |span: &&Span| span.range.start <= range.start && range.start < span.range.end;
        let written = |span: &Span| matches!(span.origin, Origin::Written { .. });
        self.passage.part.is_tabular() && self.passage.spans.iter().find(inside).is_some_and(written)
    }

    /// The first part of a range that a person typed; `None` where all of it was printed from data or set by the
    /// program.
    pub fn typed(&self, range: &Range<usize>) -> Option<Range<usize>> {
        self.passage.spans.iter().find_map(|span| {
            let part = span.range.start.max(range.start)..span.range.end.min(range.end);
            let by_hand = matches!(span.origin, Origin::Literal(_) | Origin::Written { .. });
            (by_hand && !part.is_empty()).then_some(part)
        })
    }

    /// Whether every character of a range was typed by a person.
    pub fn all_typed(&self, range: &Range<usize>) -> bool {
        self.passage.spans.iter().all(|span| {
            let outside = span.range.end <= range.start || span.range.start >= range.end;
            outside || matches!(span.origin, Origin::Literal(_) | Origin::Written { .. })
        })
    }

    /// Whether a range lies in the words of a claim.
    pub fn in_claim(&self, range: &Range<usize>) -> bool {
        let inside = |claim: &Range<usize>| claim.start <= range.start && range.end <= claim.end;
        self.passage.claims.iter().any(|(claim, _, _)| inside(claim))
    }

    /// Whether a range touches the words of a literal that somebody gave a reason for.
    pub fn as_written(&self, desk: &Desk<'_>, range: &Range<usize>) -> bool {
        self.passage.claims.iter().any(|(claim, name, _)| {
            claim.start < range.end
                && range.start < claim.end
                && matches!(desk.claims.get(name), Some(ClaimEntry::AsWritten(_)))
        })
    }

    /// The place of a range in the YAML; that of the nearest typed text where the program set it.
    pub fn place(&self, range: &Range<usize>) -> Option<Place> {
        let near = || {
            let spans = self.passage.spans.iter();
            let before = spans.clone().rev().find(|span| {
                span.range.end <= range.start
                    && !matches!(span.origin, Origin::Program)
                    && !span.range.is_empty()
            });
            let span =
                before.or_else(|| spans.clone().find(|span| !matches!(span.origin, Origin::Program)))?;
            let place = self.passage.place(span.range.clone())?;
            Some(Place {
                start: place.end.saturating_sub(1).max(place.start),
                ..place
            })
        };
        self.passage.place(range.clone()).or_else(near)
    }

    /// Whether the words at a range could be marked as a claim: the texts of the data are no Markdown.
    pub fn takes_claims(&self, range: &Range<usize>) -> bool {
        let data = matches!(
            self.passage.part,
            Part::Attribution(_) | Part::Role(_) | Part::Fact(_) | Part::Period
        );
        !self.is_reason(range) && !reason::is_reason(self) && !data
    }

    /// The bytes of some tokens.
    pub fn bytes(&self, tokens: &Range<usize>) -> Range<usize> {
        match (
            self.tokens.get(tokens.start),
            self.tokens.get(tokens.end.wrapping_sub(1)),
        ) {
            (Some(first), Some(last)) => first.range.start..last.range.end,
            _ => 0..0,
        }
    }

    /// The sentence that a range stands in.
    pub fn sentence(&self, range: &Range<usize>) -> &'p str {
        self.passage.text[self.sentence_range(range)].trim()
    }

    /// The bytes of the sentence that a range stands in, with the space before it.
    pub fn sentence_range(&self, range: &Range<usize>) -> Range<usize> {
        language::sentence_of(&self.passage.text, range)
    }

    /// A finding of `code` about a range, with its words and sentence for those who may see them.
    pub fn finding(&self, code: Code, range: &Range<usize>, says: impl Into<String>) -> Finding {
        let words = &self.passage.text[range.clone()];
        Finding::new(code, self.place(range), says)
            .shown(format!("found: {words}"))
            .shown(format!("in: {}", self.sentence(range)))
    }
}
