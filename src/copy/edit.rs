//! What an edit of a copy amounts to: a number, a claim or a sentence that somebody said.

use std::ops::Range;

use super::align::Edit;
use super::original::{Belongs, Original};
use super::word::{Kind, Word};
use crate::finding::{Code, FileId, Finding, Place};
use crate::lexicon;

/// Words that must be found elsewhere as they stand for a stretch to count as moved.
const MOVED: usize = 6;

/// The findings of all edits, in the order of the copy; one for each changed number, claim and sentence.
pub fn findings(
    original: &Original,
    copy: &str,
    copied: &[Word],
    edits: &[Edit],
    file: FileId,
) -> Vec<Finding> {
    let mut reader = Reader {
        original,
        copy,
        copied,
        file,
        findings: Vec::new(),
        told: Vec::new(),
    };
    for edit in edits {
        reader.edit(edit.old.clone(), edit.new.clone());
    }
    reader.findings
}

struct Reader<'c> {
    original: &'c Original,
    copy: &'c str,
    copied: &'c [Word],
    file: FileId,
    findings: Vec<Finding>,
    /// Claims and spoken sentences already reported.
    told: Vec<(Option<usize>, String)>,
}

impl Reader<'_> {
    fn edit(&mut self, old: Range<usize>, new: Range<usize>) {
        let old_words = &self.original.words[old.clone()];
        let new_words = &self.copied[new.clone()];
        if self.moved(old_words, new_words) {
            return;
        }
        let plain = |words: &[Word]| -> Vec<String> {
            let plain = words.iter().filter(|word| matches!(word.kind, Kind::Word));
            plain.map(|word| word.key.clone()).collect()
        };
        let words_changed = plain(old_words) != plain(new_words);
        let numbers_changed = self.numbers(&old, &new);
        if words_changed {
            self.claim(&old, &new);
            self.spoken(&old, &new);
            self.comparisons(&old, &new, numbers_changed);
        }
    }

    /// Whether a stretch was only taken from one place to another, or is nothing but a list's own number.
    fn moved(&self, old: &[Word], new: &[Word]) -> bool {
        let found = |part: &[Word], whole: &[Word]| {
            part.len() >= MOVED
                && whole
                    .windows(part.len())
                    .any(|stretch| stretch.iter().zip(part).all(|(one, other)| one.key == other.key))
        };
        let markers = |words: &[Word]| words.iter().all(|word| word.marker || is_bullet(word));
        match (old.is_empty(), new.is_empty()) {
            (true, false) => markers(new) || found(new, &self.original.words),
            (false, true) => markers(old) || found(old, self.copied),
            _ => markers(old) && markers(new),
        }
    }

    /// Numbers, units and dates that differ: one finding for each. Whether there were any.
    fn numbers(&mut self, old: &Range<usize>, new: &Range<usize>) -> bool {
        let counted = |word: &Word| word.kind != Kind::Word && !word.marker;
        let before: Vec<usize> = old
            .clone()
            .filter(|at| counted(&self.original.words[*at]))
            .collect();
        let after: Vec<usize> = new.clone().filter(|at| counted(&self.copied[*at])).collect();
        let key = |at: &usize| &self.original.words[*at].key;
        let differs = before.len() != after.len()
            || before
                .iter()
                .zip(&after)
                .any(|(was, now)| *key(was) != self.copied[*now].key);
        if !differs {
            return false;
        }
        let sentence_gone = new.is_empty() && self.is_whole(old);
        if sentence_gone {
            return false;
        }
        for pair in 0..before.len().max(after.len()) {
            match (before.get(pair), after.get(pair)) {
                (Some(was), Some(now)) if *key(was) == self.copied[*now].key => {}
                (Some(was), Some(now)) => {
                    let code = Code::CopyNumberChanged;
                    let what = what(self.copied[*now].kind);
                    let finding = self.at(
                        code,
                        *now..*now + 1,
                        format!("{what} in the copy is not that of the notice"),
                    );
                    self.findings.push(
                        self.shown(finding, &(*was..*was + 1))
                            .advice("put it back; or change the data, build again, and send the new notice"),
                    );
                }
                (Some(was), None) => {
                    let what = what(self.original.words[*was].kind);
                    let finding = self.at(
                        Code::CopyNumberChanged,
                        new.clone(),
                        format!("{what} of the notice is gone"),
                    );
                    self.findings
                        .push(self.shown(finding, &(*was..*was + 1)).advice("put it back"));
                }
                (None, Some(now)) => {
                    let what = what(self.copied[*now].kind);
                    let says = format!("{what} in the copy is not in the notice");
                    let finding = self.at(Code::CopyUnknownNumber, *now..*now + 1, says);
                    self.findings.push(finding.advice(
                        "take it out; or write it in the notice, where it is checked, and build again",
                    ));
                }
                (None, None) => {}
            }
        }
        true
    }

    /// Whether a stretch of the original is whole sentences.
    fn is_whole(&self, old: &Range<usize>) -> bool {
        let words = &self.original.words;
        let begins =
            old.start == 0 || words[old.start - 1].ends || self.part(old.start - 1) != self.part(old.start);
        let last = old.end - 1;
        let ends = words[last].ends || old.end == words.len() || self.part(last) != self.part(old.end);
        begins && ends
    }

    fn part(&self, at: usize) -> Option<usize> {
        self.original.belongs.get(at).and_then(|belongs| belongs.passage)
    }

    /// What an edit touches: the words it replaces, or the two it stands between.
    fn touched(&self, old: &Range<usize>) -> Vec<&Belongs> {
        let belongs = &self.original.belongs;
        if !old.is_empty() {
            return belongs[old.clone()].iter().collect();
        }
        let before = old.start.checked_sub(1).and_then(|at| belongs.get(at));
        match (before, belongs.get(old.start)) {
            (Some(before), Some(after)) if before.passage == after.passage => vec![before, after],
            _ => Vec::new(),
        }
    }

    fn claim(&mut self, old: &Range<usize>, new: &Range<usize>) {
        let touched = self.touched(old);
        let inserted = old.is_empty();
        let mut claims: Vec<(Option<usize>, String)> = touched
            .iter()
            .filter_map(|belongs| Some((belongs.passage, belongs.claim.clone()?)))
            .collect();
        // Words put in between belong to a claim only if it stands on both sides.
        if inserted && (claims.len() < 2 || claims[0] != claims[1]) {
            claims.clear();
        }
        claims.dedup();
        for claim in claims {
            if self.told.contains(&claim) {
                continue;
            }
            let says = format!("the words of the claim `{}` differ in the copy", claim.1);
            let finding = self.at(Code::CopyClaimChanged, new.clone(), says);
            let finding = self.shown(finding, old);
            self.findings
                .push(finding.advice("put them back; or change them in the notice, where they are checked"));
            self.told.push(claim);
        }
    }

    /// Words inside a quotation: one finding a sentence, unless its claim was reported.
    fn spoken(&mut self, old: &Range<usize>, new: &Range<usize>) {
        let touched = self.touched(old);
        let Some(spoken) = touched.iter().find(|belongs| belongs.spoken) else {
            return;
        };
        let passage = spoken.passage;
        let claimed = touched
            .iter()
            .filter_map(|belongs| belongs.claim.clone())
            .any(|claim| self.told.contains(&(passage, claim)));
        let sentence = (passage, format!("sentence {}", self.sentence(old.start)));
        if claimed || self.told.contains(&sentence) {
            return;
        }
        let finding = self.at(
            Code::CopyQuotationChanged,
            new.clone(),
            "words inside a quotation differ in the copy",
        );
        let finding = self.shown(finding, old);
        self.findings
            .push(finding.advice("put them back: the speaker agreed to exactly the words of the notice"));
        self.told.push(sentence);
    }

    /// The first word of the sentence that word `at` of the original is in.
    fn sentence(&self, at: usize) -> usize {
        let words = &self.original.words;
        let at = at.min(words.len());
        (0..at)
            .rev()
            .find(|before| words[*before].ends)
            .map_or(0, |before| before + 1)
    }

    /// Comparative words that came or went outside claims and quotations.
    fn comparisons(&mut self, old: &Range<usize>, new: &Range<usize>, reported: bool) {
        let elsewhere = self
            .touched(old)
            .iter()
            .all(|belongs| belongs.claim.is_none() && !belongs.spoken);
        if reported || !elsewhere || new.is_empty() {
            return;
        }
        let around = new.start.saturating_sub(3)..(new.end + 3).min(self.copied.len());
        let start = self.copied[around.start].range.start;
        let text = &self.copy[start..self.copied[around.end - 1].range.end];
        let edited = self.copied[new.start].range.start..self.copied[new.end - 1].range.end;
        let compares = lexicon::find(text).iter().any(|hit| {
            let hit_range = start + hit.range.start..start + hit.range.end;
            hit.entry.strict && hit_range.start < edited.end && edited.start < hit_range.end
        });
        if compares {
            let says = "a comparison in the copy is not in the notice";
            let finding = self.at(Code::CopyClaimChanged, new.clone(), says);
            self.findings.push(
                finding.advice("take it out; or write it in the notice as a claim, where it is checked"),
            );
        }
    }

    /// A finding at some words of the copy, or after the word before a gap.
    fn at(&self, code: Code, new: Range<usize>, says: impl Into<String>) -> Finding {
        let first = self
            .copied
            .get(new.start.min(self.copied.len().saturating_sub(1)));
        let place = match (self.copied.get(new.end.wrapping_sub(1)), first) {
            (Some(last), Some(first)) if !new.is_empty() => first.range.start..last.range.end,
            (_, Some(first)) => first.range.clone(),
            _ => 0..0,
        };
        let words = self.copy.get(place.clone()).unwrap_or_default().to_owned();
        let finding = Finding::new(code, Place::new(self.file, place.start, place.end), says);
        if new.is_empty() {
            finding
        } else {
            finding.shown(format!("found: {words}"))
        }
    }

    /// Adds what the notice says there.
    fn shown(&self, finding: Finding, old: &Range<usize>) -> Finding {
        let words: Vec<&str> = self.original.words[old.clone()]
            .iter()
            .map(|word| word.key.as_str())
            .collect();
        if words.is_empty() {
            return finding;
        }
        finding.shown(format!("the notice has: {}", words.join(" ")))
    }
}

fn what(kind: Kind) -> &'static str {
    match kind {
        Kind::Date => "a day or month",
        Kind::Unit => "a unit",
        Kind::Number | Kind::Word => "a number",
    }
}

/// An office program's second kind of bullet.
fn is_bullet(word: &Word) -> bool {
    word.key == "o"
}
