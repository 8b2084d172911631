//! An edited copy of a notice, held against the notice: numbers, claims, names and spoken words that no longer agree.
//!
//! The copy may have been through an office program: reflowed, its marks and spaces changed, its paragraphs in another
//! order. None of that is an edit. The notice's paragraphs are put in the copy's order first ([`order`]), what programs
//! add is taken off ([`setting`]), then word is held against word ([`align`]), and each edit is told once ([`edit`]).

mod align;
mod amounts;
mod belongs;
mod beside;
mod bytes;
mod edit;
mod line;
mod order;
mod original;
mod phrases;
mod plain;
mod quoted;
mod saying;
mod scan;
mod setting;
mod speakers;
mod spelt;
mod word;

use similar::{Algorithm, DiffOp, capture_diff_slices};

pub use bytes::{NotText, text_of};

use crate::finding::{FileId, Finding};
use crate::language::Language;
use crate::release::Release;
use align::Edit;
use beside::Beside;
use order::operations;
use original::Original;
use word::{Whose, Word, words};

/// Taking off what programs add may show that a paragraph was moved, and the other way round.
const ROUNDS: usize = 2;

/// An embargo line is told by so many of its words: `EMBARGOED UNTIL`.
const EMBARGO: usize = 2;

/// A copy, held against its notice.
#[derive(Debug, Clone, Default)]
pub struct Compared {
    /// What is no longer as in the notice, in the order of the copy; nothing where it still says what the notice says.
    pub findings: Vec<Finding>,
    /// How many lines of the copy stand before the notice. They were not read.
    pub lines_before: usize,
    /// How many stand after it.
    pub lines_after: usize,
}

/// Compares a copy's text, which is the file `file`, with the documents of `release` (in whichever format the copy is
/// nearest to). `names` are those of the data. Findings stand in the copy.
pub fn compare(
    copy: &str,
    file: FileId,
    originals: &[(&Release, &str)],
    names: &[String],
    language: &dyn Language,
) -> Compared {
    let mut copied = words(copy, Whose::Theirs, language);
    let keys = |words: &[Word]| -> Vec<String> { words.iter().map(|word| word.key.clone()).collect() };
    let copied_keys = keys(&copied);
    // A copy that has an embargo's words is of an edition that has them, however much of the line was changed.
    let embargoed = |release: &Release| {
        let line = release
            .embargo
            .as_ref()
            .map(|embargo| words(&embargo.line, Whose::Ours, language));
        line.is_some_and(|line| {
            let first = keys(&line[..line.len().min(EMBARGO)]);
            !first.is_empty() && copied_keys.windows(first.len()).any(|words| words == first)
        })
    };
    let any = originals.iter().any(|(release, _)| embargoed(release));
    let nearest = originals
        .iter()
        .filter(|(release, _)| !any || release.embargo.is_some())
        .map(|(release, document)| {
            let original = keys(&words(document, Whose::Ours, language));
            let operations = capture_diff_slices(Algorithm::Myers, &original, &copied_keys);
            let same: usize = operations.iter().map(same).sum();
            // As much alike, and as little beside it, as can be.
            (original.len() + copied.len() - 2 * same, release, document)
        })
        .min_by_key(|(apart, _, _)| *apart);
    let Some((_, release, document)) = nearest else {
        return Compared::default();
    };
    let mut beside = Beside::default();
    let mut original = Original::new(document, release, names, language);
    for _ in 0..ROUNDS {
        original = order::as_in(original, &copied);
        copied = setting::without(&original, copy, copied, &mut beside);
    }
    let edits = align::edits(&operations(&original, &copied), &original, &copied);
    let (lines_before, lines_after) = beside.lines();
    let not_spelling = |edit: &Edit| spelt::without(edit, &original.words, &copied, language);
    let told: Vec<Edit> = edits.iter().filter_map(not_spelling).collect();
    Compared {
        findings: edit::findings(&original, copy, &copied, [&told, &edits], &beside, file),
        lines_before,
        lines_after,
    }
}

fn same(operation: &DiffOp) -> usize {
    match operation {
        DiffOp::Equal { len, .. } => *len,
        _ => 0,
    }
}
