//! An edited copy of a notice, held against the notice: numbers, claims and spoken words that no longer agree.
//!
//! The copy may have been through an office program: reflowed, its marks and spaces changed. None of that is an edit.

mod align;
mod edit;
mod original;
mod word;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::finding::{FileId, Finding};
use crate::language::Language;
use crate::release::Release;
use original::Original;
use word::{Word, words};

/// Compares a copy's text, which is the file `file`, with the documents of `release` (in whichever format the copy is
/// nearest to). Findings stand in the copy; none means that it still says what the notice says.
pub fn compare(
    copy: &str,
    file: FileId,
    originals: &[(&Release, &str)],
    language: &dyn Language,
) -> Vec<Finding> {
    let copied = words(copy, language);
    let nearest = originals
        .iter()
        .map(|(release, document)| {
            let original = words(document, language);
            let same: usize = operations(&original, &copied).iter().map(same).sum();
            // As much alike, and as little beside it, as can be.
            (original.len() + copied.len() - 2 * same, release, document)
        })
        .min_by_key(|(apart, _, _)| *apart);
    let Some((_, release, document)) = nearest else {
        return Vec::new();
    };
    let original = Original::new(document, release, language);
    let operations = operations(&original.words, &copied);
    let edits = align::edits(&operations, &original.words, &copied);
    edit::findings(&original, copy, &copied, &edits, file)
}

fn operations(original: &[Word], copied: &[Word]) -> Vec<DiffOp> {
    let key = |words: &[Word]| -> Vec<String> { words.iter().map(|word| word.key.clone()).collect() };
    capture_diff_slices(Algorithm::Myers, &key(original), &key(copied))
}

fn same(operation: &DiffOp) -> usize {
    match operation {
        DiffOp::Equal { len, .. } => *len,
        _ => 0,
    }
}
