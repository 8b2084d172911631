//! The notice as its documents print it, each word knowing whether it stands in a quotation or a claim.

use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::word::{Word, words};
use crate::language::Language;
use crate::release::{Passage, Release};

/// What a word of the original belongs to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Belongs {
    /// The index of its passage.
    pub passage: Option<usize>,
    /// Whether somebody said it.
    pub spoken: bool,
    /// The claim it is a word of.
    pub claim: Option<String>,
}

/// A laid-out document of the notice.
pub struct Original {
    /// Its words.
    pub words: Vec<Word>,
    /// What each belongs to.
    pub belongs: Vec<Belongs>,
}

impl Original {
    /// Reads a document of `release`.
    pub fn new(document: &str, release: &Release, language: &dyn Language) -> Self {
        let document = words(document, language);
        let passages = release.passages();
        let (spoken, owners) = passage_words(&passages, language);
        let old: Vec<&str> = document.iter().map(|word| word.key.as_str()).collect();
        let new: Vec<&str> = spoken.iter().map(|word| word.key.as_str()).collect();
        let mut belongs = vec![Belongs::default(); document.len()];
        for op in capture_diff_slices(Algorithm::Patience, &old, &new) {
            if let DiffOp::Equal {
                old_index,
                new_index,
                len,
            } = op
            {
                belongs[old_index..old_index + len].clone_from_slice(&owners[new_index..new_index + len]);
            }
        }
        Original {
            words: document,
            belongs,
        }
    }
}

/// The words of all passages in order, with what each belongs to.
fn passage_words(passages: &[Passage], language: &dyn Language) -> (Vec<Word>, Vec<Belongs>) {
    let mut all = Vec::new();
    let mut owners = Vec::new();
    for (index, passage) in passages.iter().enumerate() {
        for word in words(&passage.text, language) {
            let inside =
                |claim: &Range<usize>| claim.start <= word.range.start && word.range.end <= claim.end;
            let claim = passage.claims.iter().find(|(range, _, _)| inside(range));
            owners.push(Belongs {
                passage: Some(index),
                spoken: passage.speaker.is_some(),
                claim: claim.map(|(_, name, _)| name.clone()),
            });
            all.push(word);
        }
    }
    (all, owners)
}
