//! Edits of the lines that the program sets: the embargo's, and those that say who spoke.

use super::belongs::Belongs;
use super::edit::{Reader, Told};
use super::phrases::phrases;
use super::saying::Saying;
use super::word::Word;
use crate::finding::Code;

impl Reader<'_> {
    /// An embargo line that lost its own words, "EMBARGOED UNTIL": whatever stands in its stead, numbers too, is one edit.
    pub(super) fn another_line(&mut self, saying: &Saying) -> bool {
        let own = |at: usize| self.original.belongs[at].embargo && !self.original.words[at].counts();
        let told = saying.is_embargo() && self.told.contains(&Told::Line(self.embargo_line(saying)));
        (told || saying.old.clone().any(own)) && self.embargo(saying)
    }

    /// The block of the embargo line that an edit stands in or beside.
    fn embargo_line(&self, saying: &Saying) -> Option<usize> {
        let beside = saying.old.is_empty() && saying.before().is_some_and(|own| own.embargo);
        self.original
            .block_of(saying.old.start.saturating_sub(usize::from(beside)))
    }

    /// Words of an embargo line, and the line itself: one finding a line.
    pub(super) fn embargo(&mut self, saying: &Saying) -> bool {
        if !saying.is_embargo() {
            return false;
        }
        let line = self.embargo_line(saying);
        if self.once(Told::Line(line)) {
            let says = if saying.new.is_empty() {
                "an embargo line of the notice is gone"
            } else {
                "an embargo line of the copy is not that of the notice"
            };
            let advice = "put it back; or change the embargo in the notice, and build again";
            self.tell(Code::CopyEmbargoChanged, saying, says, advice);
        }
        true
    }

    /// Who spoke: words of the line that says so, and words put into it, before or behind it.
    pub(super) fn attribution(&mut self, saying: &Saying) -> bool {
        let attributed = |own: Option<&Belongs>| own.is_some_and(|own| own.attribution.is_some());
        let (before, after) = (attributed(saying.before()), attributed(saying.after()));
        let inside = before && after && !self.original.begins_block(saying.old.end);
        let beside = (after && saying.hangs_on_after()) || (before && saying.hangs_on_before());
        let put_in = saying.old.is_empty() && (inside || (!(before && after) && beside));
        if !put_in && !saying.gone().iter().any(|own| own.attribution.is_some()) {
            return false;
        }
        if self.only_spoke(saying) {
            return true;
        }
        let line = saying.old.start - usize::from(put_in && before && !after);
        if self.once(Told::Line(self.original.block_of(line))) {
            let says = "who said a quotation is not told as in the notice";
            self.tell(
                Code::CopyNameChanged,
                saying,
                says,
                "put the speaker's name and role back",
            );
        }
        true
    }
    /// Whether one plain verb of speaking stands for another: `said`, `says`, `added`.
    fn only_spoke(&self, saying: &Saying) -> bool {
        let speaking =
            |words: &[Word]| !words.is_empty() && words.iter().all(|word| phrases().is_speaking(&word.key));
        speaking(&self.original.words[saying.old.clone()]) && speaking(&self.copied[saying.new.clone()])
    }
}
