//! The notes to editors as they are laid out: numbered once, by the program.

use crate::release::{Block, Notes, Release};

/// The notes of `release` as printed. A note that was numbered by hand (`1. The report is here.`) reads as a list of
/// one item; where that number is the note's own, its item is the note, so that the number does not stand twice.
pub(super) fn notes(release: &Release) -> Option<Notes> {
    let mut notes = release.printed_notes()?;
    if notes.numbered {
        for (number, note) in (1..).zip(&mut notes.items) {
            if let [Block::List { start, items }] = note.as_slice()
                && let ([item], true) = (items.as_slice(), *start == Some(number))
            {
                *note = item.clone();
            }
        }
    }
    Some(notes)
}
