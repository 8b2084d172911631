//! What a notice that was issued again says of the change, at its top and in its notes to editors.

use super::{Block, Inline, Inlines, Notes, Part, Passage, Release};

/// A correction, revision or withdrawal as the reader of the new copy meets it. The program sets all of it but the
/// office's reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// What its words are: [`Part::ChangeOfEmbargo`] before anything was published, else [`Part::Reason`].
    pub part: Part,
    /// `Correction, 14 June 2012`
    pub heading: Inlines,
    /// The reason; whether a checked claim was taken back; was and now, figures in a table, then sentences.
    pub blocks: Vec<Block>,
    /// The note to editors.
    pub note: Inlines,
    /// The notes that the note stands in where the notice has none of its own: the house's, and empty.
    pub notes: Notes,
}

impl Correction {
    /// What the notice's file says of it: why its embargo moved. All else is the program's, or typed at the moment of
    /// the change.
    pub fn of_the_file(&self) -> Option<Passage> {
        let (Part::ChangeOfEmbargo, Some(Block::Paragraph(words))) = (&self.part, self.blocks.first()) else {
            return None;
        };
        Some(Passage::new(self.part.clone(), words))
    }

    /// The paragraphs that [`Correction::of_the_file`] has not.
    pub fn others(&self) -> impl Iterator<Item = &Inlines> {
        let told = usize::from(self.of_the_file().is_some());
        self.blocks.iter().skip(told).filter_map(|block| match block {
            Block::Paragraph(words) => Some(words),
            _ => None,
        })
    }
}

impl Release {
    /// The notes to editors as printed: the office's own, then one for each correction, the newest first.
    pub fn printed_notes(&self) -> Option<Notes> {
        let mut notes = self.notes.clone();
        for correction in &self.corrections {
            let notes = notes.get_or_insert_with(|| correction.notes.clone());
            notes.items.push(vec![Block::Paragraph(correction.note.clone())]);
        }
        notes
    }

    /// Takes away everything that a withdrawal takes back: all but the headline and what identifies the notice. Of an
    /// earlier correction stands that there was one, not the figures and sentences that it printed.
    pub fn withdraw(&mut self) {
        for earlier in self.corrections.iter_mut().skip(1) {
            let words = Inline::program("What this changed is withdrawn with the notice.");
            earlier.blocks = vec![Block::Paragraph(vec![words])];
        }
        self.standfirst = Vec::new();
        self.body = Vec::new();
        self.notes = None;
        self.next_release = None;
    }
}
