//! Where an edit stands among the words that may not change: beside a claim, inside somebody's quotation, in an embargo
//! line.

use std::ops::Range;

use super::align::Edit;
use super::belongs::Belongs;
use super::original::{Original, breaks};
use super::word::Word;

/// An edit with what is around it.
pub struct Saying<'c> {
    /// The notice.
    pub original: &'c Original<'c>,
    /// The copy's text.
    pub copy: &'c str,
    /// The copy's words.
    pub copied: &'c [Word],
    /// Words of the notice.
    pub old: Range<usize>,
    /// Words of the copy.
    pub new: Range<usize>,
}

impl<'c> Saying<'c> {
    /// An edit of a copy.
    pub fn new(original: &'c Original<'c>, copy: &'c str, copied: &'c [Word], edit: &Edit) -> Self {
        Saying {
            original,
            copy,
            copied,
            old: edit.old.clone(),
            new: edit.new.clone(),
        }
    }

    /// What the words of the notice belong to that went.
    pub fn gone(&self) -> &'c [Belongs] {
        &self.original.belongs[self.old.clone()]
    }

    /// What the word right before belongs to.
    pub fn before(&self) -> Option<&'c Belongs> {
        let at = self.old.start.checked_sub(1)?;
        self.original.belongs.get(at)
    }

    /// What the word right after belongs to.
    pub fn after(&self) -> Option<&'c Belongs> {
        self.original.belongs.get(self.old.end)
    }

    /// Whether whole sentences, paragraphs or rows went.
    pub fn is_whole(&self) -> bool {
        self.new.is_empty()
            && !self.old.is_empty()
            && self.original.begins_sentence(self.old.start)
            && self.original.begins_sentence(self.old.end)
    }

    /// The claim that the edit changes: of the words that went, of both words around, or of the words that others
    /// were put right beside, in the same sentence.
    pub fn claim(&self) -> Option<(Option<usize>, &'c str)> {
        let named = |belongs: &'c Belongs| Some((belongs.passage, belongs.claim.as_deref()?));
        if let Some(claim) = self.gone().iter().find_map(named) {
            return Some(claim);
        }
        if self.new.len() <= self.old.len() {
            return None;
        }
        let before = self.before().and_then(named).filter(|_| self.hangs_on_before());
        before.or_else(|| self.after().and_then(named).filter(|_| self.hangs_on_after()))
    }

    /// Whether the words of the copy stand in one sentence with the word before them.
    pub fn hangs_on_before(&self) -> bool {
        let Some(before) = self.new.start.checked_sub(1).map(|at| &self.copied[at]) else {
            return false;
        };
        !before.ends && !self.parted(&self.gap_before(), self.old.start)
    }

    /// Whether the words of the copy stand in one sentence with the word after them.
    pub fn hangs_on_after(&self) -> bool {
        self.new.end < self.copied.len()
            && !self.copied[self.new.end - 1].ends
            && !self.parted(&self.gap_after(), self.old.end)
    }

    /// Whether a paragraph ends in a gap of the copy beside word `at` of the notice.
    fn parted(&self, gap: &str, at: usize) -> bool {
        breaks(gap) >= if self.original.begins_block(at) { 1 } else { 2 }
    }

    fn gap_before(&self) -> String {
        let start = self
            .new
            .start
            .checked_sub(1)
            .map_or(0, |at| self.copied[at].range.end);
        let end = self
            .copied
            .get(self.new.start)
            .map_or(self.copy.len(), |word| word.range.start);
        self.copy[start..end].to_owned()
    }

    fn gap_after(&self) -> String {
        let start = self
            .new
            .end
            .checked_sub(1)
            .map_or(0, |at| self.copied[at].range.end);
        let end = self
            .copied
            .get(self.new.end)
            .map_or(self.copy.len(), |word| word.range.start);
        self.copy[start..end].to_owned()
    }

    /// Whether words were taken out of somebody's mouth, or put into it.
    pub fn is_spoken(&self) -> bool {
        if !self.old.is_empty() && self.gone().iter().any(|belongs| belongs.speaker.is_some()) {
            return true;
        }
        if self.new.is_empty() {
            return false;
        }
        let speaks = |belongs: Option<&Belongs>| belongs.is_some_and(|belongs| belongs.speaker.is_some());
        let (closing, opening) = self.original.quotes;
        match (speaks(self.before()), speaks(self.after())) {
            (true, true) => true,
            (true, false) => {
                let gap = self.gap_before();
                let line_end = gap.find(['\n', '\r']).unwrap_or(gap.len());
                let (line, next) = gap.split_at(line_end);
                // A mark on a new line opens another paragraph of the quotation.
                next.contains(|c| opening.contains(c))
                    || !(line.contains(|c| closing.contains(c)) || self.parted(&gap, self.old.start))
            }
            (false, true) => {
                let gap = self.gap_after();
                !gap.contains(|c| opening.contains(c)) && !self.parted(&gap, self.old.end)
            }
            (false, false) => false,
        }
    }

    /// Whether an embargo line reads otherwise.
    pub fn is_embargo(&self) -> bool {
        let of = |belongs: Option<&Belongs>| belongs.is_some_and(|belongs| belongs.embargo);
        let same_line = |gap: &str| breaks(gap) == 0;
        if self.gone().iter().any(|belongs| belongs.embargo) {
            return true;
        }
        let (before, after) = (of(self.before()), of(self.after()));
        let inside = before && after && !self.original.begins_block(self.old.end);
        !self.new.is_empty()
            && (inside
                || (before && same_line(&self.gap_before()))
                || (after && same_line(&self.gap_after())))
    }
}
