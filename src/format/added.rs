//! What a document says that the notice does not: numbers, in digits or in words.

use std::ops::Range;

use super::parts::{Section, Wanted, asides};
use super::read_back::Search;
use super::whole::whole;
use crate::audit::spelt_numbers;
use crate::finding::Code;
use crate::language;

impl Search<'_> {
    /// Every digit must belong to a part of the release; in the office's own layout, every number in words too.
    pub(super) fn numbers(&mut self, sections: &[Section]) {
        // What was lost may stand there otherwise: that is told already, and its numbers with it.
        let lost = self.findings.iter().any(|one| one.code == Code::LayoutLost);
        let words = self.document.layout.is_some() && !lost;
        let mut texts: Option<Vec<String>> = None;
        for at in 0..self.segments.len() {
            if self.stray(at, words).is_none() {
                continue;
            }
            // A part that the layout says once more, such as the headline in a title.
            let texts = texts.get_or_insert_with(|| self.every_text(sections, words));
            for text in texts.iter() {
                let mut from = 0;
                while let Some(range) = whole(&self.segments[at].text, text, from) {
                    from = range.end.max(from + 1);
                    self.covered[at].push(range);
                }
            }
            if let Some(range) = self.stray(at, words) {
                let text = &self.segments[at].text;
                let format = self.document.format.name();
                let finding = self.finding(
                    Code::LayoutAdded,
                    format!("the {format} layout prints a number that is not in the notice at that spot"),
                );
                self.findings.push(
                    finding
                        .shown(format!("“{}” in “{text}”", &text[range]))
                        .advice(self.advice("take it out of", "numbers come from the data alone")),
                );
            }
        }
    }

    /// The first number of a segment that no part of the release accounts for.
    fn stray(&self, at: usize, words: bool) -> Option<Range<usize>> {
        let digits = self.stray_digits(at);
        digits.or_else(|| words.then(|| self.stray_words(at)).flatten())
    }

    fn stray_digits(&self, at: usize) -> Option<Range<usize>> {
        let segment = &self.segments[at];
        let covered = |byte: &usize| self.covered[at].iter().any(|range| range.contains(byte));
        let mut bytes = segment.text.bytes().enumerate().skip(segment.marker);
        let (start, _) = bytes.find(|(byte, value)| value.is_ascii_digit() && !covered(byte))?;
        let more = |character: &char| character.is_ascii_digit() || ",.%".contains(*character);
        let length: usize = segment.text[start..]
            .chars()
            .take_while(more)
            .map(char::len_utf8)
            .sum();
        Some(start..start + length)
    }

    fn stray_words(&self, at: usize) -> Option<Range<usize>> {
        let language = language::of(&self.release.language)?;
        let apart = |one: &Range<usize>| {
            self.covered[at]
                .iter()
                .all(|range| range.end <= one.start || one.end <= range.start)
        };
        spelt_numbers(&self.segments[at].text, language)
            .into_iter()
            .find(apart)
    }

    /// Every text with a number that a layout may print, as often as it likes; the longest first.
    fn every_text(&self, sections: &[Section], words: bool) -> Vec<String> {
        let mut texts = asides(self.release);
        for wanted in sections.iter().flatten() {
            match wanted {
                Wanted::Text(part) => texts.push(part.text.clone()),
                Wanted::Table { headings, rows, .. } => {
                    texts.extend(headings.iter().map(|heading| heading.text.clone()));
                    texts.extend(
                        rows.iter()
                            .flat_map(|row| [row.label.text.clone(), row.gloss.text.clone()]),
                    );
                }
            }
        }
        texts.retain(|text| !text.is_empty() && (words || text.bytes().any(|byte| byte.is_ascii_digit())));
        texts.sort_by_key(|text| std::cmp::Reverse(text.len()));
        texts
    }
}
