//! What an edit of a copy amounts to. Each is told once, as the gravest thing that it is: a number, an embargo, a claim,
//! a quotation, a name, a comparison.

use std::ops::Range;

use super::align::Edit;
use super::amounts::{Change, changes};
use super::beside::Beside;
use super::original::{Block, Original};
use super::phrases::phrases;
use super::quoted::invented;
use super::saying::Saying;
use super::speakers::under_another;
use super::word::{Kind, Word};
use crate::finding::{Code, FileId, Finding, Place};
use crate::lexicon;

/// The findings of the edits that are told, in the order of the copy. Where words stand is counted by all of them.
pub fn findings(
    original: &Original,
    copy: &str,
    copied: &[Word],
    [edits, all]: [&[Edit]; 2],
    beside: &Beside,
    file: FileId,
) -> Vec<Finding> {
    let mut reader = Reader {
        original,
        copy,
        copied,
        file,
        invented: invented(original, copy, copied),
        findings: Vec::new(),
        told: Vec::new(),
    };
    for edit in edits {
        reader.edit(&Saying::new(original, copy, copied, edit));
    }
    reader.speakers(all);
    reader.beside(beside);
    reader.findings
}

/// What one finding is enough for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Told {
    /// A claim of a passage.
    Claim(Option<usize>, String),
    /// A sentence that somebody says, by its first word.
    Sentence(usize),
    /// Words in quotation marks that came, by the first of them in the copy.
    Quoted(usize),
    /// The line that names a speaker, or an embargo line.
    Line(Option<usize>),
}

pub(super) struct Reader<'c> {
    pub(super) original: &'c Original<'c>,
    copy: &'c str,
    pub(super) copied: &'c [Word],
    /// Words in quotation marks that the notice does not have.
    invented: Vec<Range<usize>>,
    file: FileId,
    findings: Vec<Finding>,
    pub(super) told: Vec<Told>,
}

const PUT_BACK: &str = "put it back; or change the data, build again, and send the new notice";

impl Reader<'_> {
    fn edit(&mut self, saying: &Saying) {
        let done = self.cut(saying)
            || self.twice(saying)
            || self.another_line(saying)
            || self.numbers(saying)
            || self.embargo(saying)
            || self.claim(saying)
            || self.spoken(saying)
            || self.quoted(saying)
            || self.name(saying);
        if !done {
            self.comparison(saying);
        }
    }

    /// Whole sentences or parts of a table that were cut. An editor may cut what nobody said.
    fn cut(&mut self, saying: &Saying) -> bool {
        let gone = saying.gone();
        if !saying.new.is_empty() || gone.is_empty() {
            return false;
        }
        if gone.iter().any(|belongs| belongs.embargo) {
            return self.embargo(saying);
        }
        let counts = |at: usize| self.original.words[at].counts() || self.original.belongs[at].figure;
        if gone.iter().all(|belongs| belongs.row.is_some()) && saying.old.clone().any(counts) {
            let says = "a number of a table of the notice is gone";
            self.tell(
                Code::CopyNumberChanged,
                saying,
                says,
                "put it back: a table is printed whole",
            );
            return true;
        }
        if !saying.is_whole() {
            return false;
        }
        if gone.iter().any(|belongs| belongs.speaker.is_some()) {
            return self.spoken(saying);
        }
        if gone
            .iter()
            .any(|belongs| belongs.attribution.is_some() || belongs.row.is_some())
        {
            return self.name(saying);
        }
        gone.iter().all(|belongs| belongs.passage.is_some())
    }

    /// A paragraph of a quotation that stands in the copy once more: nobody said it there.
    fn twice(&mut self, saying: &Saying) -> bool {
        let new = &self.copied[saying.new.clone()];
        let spoken = |block: &&Block| self.original.belongs[block.words.start].speaker.is_some();
        let stands = |block: &Block| {
            let own = &self.original.words[block.words.clone()];
            own.len() > 1
                && new
                    .windows(own.len())
                    .any(|words| words.iter().zip(own).all(|(word, own)| word.key == own.key))
        };
        let twice = saying.old.is_empty() && self.original.blocks.iter().filter(spoken).any(stands);
        if twice {
            let says = "a quotation stands in the copy more often than in the notice";
            self.tell(Code::CopyQuotationChanged, saying, says, "take it out");
        }
        twice
    }

    /// Numbers, units and dates that differ. Whether there were any.
    fn numbers(&mut self, saying: &Saying) -> bool {
        let changes = changes(&self.original.words, &saying.old, self.copied, &saying.new);
        let is_address = |words: &[Word], range: &Range<usize>| {
            words[range.clone()].iter().all(|word| word.kind == Kind::Address)
        };
        let mut found = false;
        for Change { old, new } in changes {
            found = true;
            let old_words = old.clone().unwrap_or(saying.old.start..saying.old.start);
            match (old, new) {
                (Some(was), Some(now)) => {
                    let what = what(&self.copied[now.clone()]);
                    let says = format!("{what} in the copy is not that of the notice");
                    let finding = self.at(Code::CopyNumberChanged, now, says);
                    self.put(finding, &was, PUT_BACK);
                }
                (Some(was), None) => {
                    if is_address(&self.original.words, &was) {
                        // An address left out says nothing wrong.
                        found = false;
                        continue;
                    }
                    let says = format!(
                        "{} of the notice is gone",
                        what(&self.original.words[was.clone()])
                    );
                    let finding = self.at(Code::CopyNumberChanged, saying.new.clone(), says);
                    self.put(finding, &was, "put it back");
                }
                (None, Some(now)) => {
                    let what = what(&self.copied[now.clone()]);
                    let says = format!("{what} in the copy is not in the notice");
                    let finding = self.at(Code::CopyUnknownNumber, now, says);
                    self.put(
                        finding,
                        &old_words,
                        "take it out; or write it in the notice, where it is checked, and build again",
                    );
                }
                (None, None) => {}
            }
        }
        found || self.value(saying)
    }

    /// A figure that prints words: a rating.
    fn value(&mut self, saying: &Saying) -> bool {
        let around = || {
            let figure = |belongs: Option<&super::belongs::Belongs>| belongs.is_some_and(|own| own.figure);
            saying.old.is_empty()
                && figure(saying.before())
                && figure(saying.after())
                && !self.original.begins_sentence(saying.old.start)
                && self.original.words[saying.old.start].kind == Kind::Word
                && self.original.words[saying.old.start - 1].kind == Kind::Word
        };
        if !saying.gone().iter().any(|belongs| belongs.figure) && !around() {
            return false;
        }
        let says = "a value in the copy is not that of the notice";
        self.tell(Code::CopyNumberChanged, saying, says, PUT_BACK);
        true
    }

    fn claim(&mut self, saying: &Saying) -> bool {
        if !differ(self.original, self.copied, saying) {
            return false;
        }
        let Some((passage, claim)) = saying.claim() else {
            return false;
        };
        if self.once(Told::Claim(passage, claim.to_owned())) {
            let says = format!("the words of the claim `{claim}` differ in the copy");
            let advice = "put them back; or change them in the notice, where they are checked";
            self.tell(Code::CopyClaimChanged, saying, says, advice);
        }
        true
    }

    /// Words inside a quotation: one finding a sentence.
    fn spoken(&mut self, saying: &Saying) -> bool {
        if !saying.is_spoken() || !differ(self.original, self.copied, saying) {
            return false;
        }
        let at = saying.old.start.min(self.original.words.len());
        let first = (0..=at).rev().find(|at| self.original.begins_sentence(*at));
        if self.once(Told::Sentence(first.unwrap_or(0))) {
            let advice = "put them back: the speaker agreed to exactly the words of the notice";
            let says = "words inside a quotation differ in the copy";
            self.tell(Code::CopyQuotationChanged, saying, says, advice);
        }
        true
    }

    /// Words in quotation marks that came: somebody is quoted whom the notice does not quote so.
    fn quoted(&mut self, saying: &Saying) -> bool {
        let touched =
            |stretch: &&Range<usize>| stretch.start < saying.new.end && saying.new.start < stretch.end;
        let Some(stretch) = self.invented.iter().find(touched).cloned() else {
            return false;
        };
        if self.once(Told::Quoted(stretch.start)) {
            let says = "words in quotation marks in the copy are not in the notice";
            let advice = "take them out; or quote them in the notice, where the speaker agrees to them, and build again";
            let finding = self.at(Code::CopyQuotationChanged, stretch, says);
            self.put(finding, &saying.old, advice);
        }
        true
    }

    /// Who spoke, what a row or column is, and names of the data where another stands for them.
    fn name(&mut self, saying: &Saying) -> bool {
        let gone = saying.gone();
        if self.attribution(saying) {
            return true;
        }
        if !gone.iter().any(|belongs| belongs.name) {
            return false;
        }
        let another = self.copied[saying.new.clone()].iter().any(|word| word.capital);
        let labels = gone.iter().any(|belongs| belongs.name && belongs.row.is_some());
        if another || labels {
            let says = "a name in the copy is not that of the notice";
            self.tell(Code::CopyNameChanged, saying, says, PUT_BACK);
        }
        another || labels
    }

    /// Comparisons that came, and words that now say otherwise, outside claims and quotations.
    fn comparison(&mut self, saying: &Saying) {
        if saying.new.is_empty() {
            return;
        }
        if let Some(place) = self.compared(saying) {
            let says = "a comparison in the copy is not in the notice";
            let advice = "take it out; or write it in the notice as a claim, where it is checked";
            let finding = self.place(Code::CopyClaimChanged, place, says);
            self.put(finding, &saying.old, advice);
            return;
        }
        let keys = |words: &[Word]| -> Vec<String> { words.iter().map(|word| word.key.clone()).collect() };
        let old = keys(&self.original.words[saying.old.clone()]);
        let new = keys(&self.copied[saying.new.clone()]);
        if phrases().say_otherwise(&old, &new) {
            let says = "a word in the copy says otherwise than that of the notice";
            self.tell(Code::CopyClaimChanged, saying, says, "put it back");
        }
    }

    /// Where a comparison stands that an edit brought.
    fn compared(&self, saying: &Saying) -> Option<Range<usize>> {
        let new = &saying.new;
        let around = new.start.saturating_sub(3)..(new.end + 3).min(self.copied.len());
        let start = self.copied[around.start].range.start;
        let text = &self.copy[start..self.copied[around.end - 1].range.end];
        let edited = self.copied[new.start].range.start..self.copied[new.end - 1].range.end;
        lexicon::find(text).into_iter().find_map(|hit| {
            let place = start + hit.range.start..start + hit.range.end;
            let touched = place.start < edited.end && edited.start < place.end;
            (hit.entry.strict && touched).then_some(place)
        })
    }

    /// Quotations that stand under another speaker than in the notice.
    fn speakers(&mut self, edits: &[Edit]) {
        for at in under_another(self.original, edits) {
            let says = "a quotation stands under another speaker in the copy";
            let finding = self.at(Code::CopyQuotationChanged, at..at + 1, says);
            let advice = "put it back under the speaker of the notice";
            self.findings.push(finding.advice(advice));
        }
    }

    /// Percentages before and after the notice.
    fn beside(&mut self, beside: &Beside) {
        for (number, unit) in beside.percentages(&self.original.words) {
            let place = number.range.start..unit.range.end;
            let says = "a percentage that stands beside the notice is not in it";
            let advice = "take it out, or keep what goes with the notice in a file of its own";
            let finding = self.place(Code::CopyUnknownNumber, place, says);
            self.findings.push(finding.advice(advice));
        }
    }

    /// Whether it was not told before.
    pub(super) fn once(&mut self, told: Told) -> bool {
        let new = !self.told.contains(&told);
        if new {
            self.told.push(told);
        }
        new
    }

    pub(super) fn tell(&mut self, code: Code, saying: &Saying, says: impl Into<String>, advice: &str) {
        let finding = self.at(code, saying.new.clone(), says);
        self.put(finding, &saying.old, advice);
    }

    /// Keeps a finding, with what the notice says there.
    fn put(&mut self, finding: Finding, old: &Range<usize>, advice: &str) {
        let printed = self.original.printed(old.clone());
        let finding = if printed.is_empty() {
            finding
        } else {
            finding.shown(format!("the notice has: {printed}"))
        };
        self.findings.push(finding.advice(advice));
    }

    /// A finding at some words of the copy, or at the word before a gap.
    fn at(&self, code: Code, new: Range<usize>, says: impl Into<String>) -> Finding {
        if let (Some(first), Some(last)) = (
            self.copied.get(new.start),
            self.copied.get(new.end.wrapping_sub(1)),
        ) && !new.is_empty()
        {
            return self.place(code, first.range.start..last.range.end, says);
        }
        let before = self.copied.get(new.start.saturating_sub(1));
        let place = before.map_or(0..0, |word| word.range.clone());
        Finding::new(code, Place::new(self.file, place.start, place.end), says)
    }

    fn place(&self, code: Code, place: Range<usize>, says: impl Into<String>) -> Finding {
        let words = self.copy.get(place.clone()).unwrap_or_default();
        Finding::new(code, Place::new(self.file, place.start, place.end), says)
            .shown(format!("found: {words}"))
    }
}

/// Whether anything but numbers and their units differs.
fn differ(original: &Original, copied: &[Word], saying: &Saying) -> bool {
    let old = &original.words[saying.old.clone()];
    let new = &copied[saying.new.clone()];
    let plain = |words: &[Word]| -> Vec<String> {
        let plain = words
            .iter()
            .filter(|word| !word.counts() || word.kind == Kind::Address);
        plain.map(|word| word.key.clone()).collect()
    };
    saying.is_whole() || plain(old) != plain(new)
}

fn what(words: &[Word]) -> &'static str {
    let has = |kind: Kind| words.iter().any(|word| word.kind == kind);
    match () {
        () if has(Kind::Number) || has(Kind::Word) => "a number",
        () if has(Kind::Date) => "a day or month",
        () if has(Kind::Unit) => "a unit",
        () => "an address",
    }
}
