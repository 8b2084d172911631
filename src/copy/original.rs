//! The notice as its documents print it, each word knowing what it belongs to.

use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::belongs::{Belongs, parts};
use super::word::{Kind, Whose, Word, words};
use crate::language::Language;
use crate::release::Release;

/// A paragraph, a list's item or a table's row of the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// Its words.
    pub words: Range<usize>,
    /// Whether a list's number or bullet may stand before it.
    pub item: bool,
}

/// A laid-out document of the notice.
pub struct Original<'d> {
    /// The document.
    document: &'d str,
    /// Its words, without the numbers of lists.
    pub words: Vec<Word>,
    /// What each belongs to.
    pub belongs: Vec<Belongs>,
    /// Its blocks, which together hold all words.
    pub blocks: Vec<Block>,
    /// The marks that may close a quotation, and those that may open one.
    pub quotes: (&'static str, &'static str),
}

impl<'d> Original<'d> {
    /// Reads a document of `release`. `names` are those of the data: areas, measures, people, the issuer.
    pub fn new(document: &'d str, release: &Release, names: &[String], language: &dyn Language) -> Self {
        let mut words = words(document, Whose::Ours, language);
        let mut belongs = owned(&words, release, language);
        fill_tables(&mut belongs);
        let items = without_list_numbers(document, &mut words, &mut belongs);
        mark(
            &mut belongs,
            &words,
            release.embargo.iter().map(|embargo| embargo.line.as_str()),
            language,
            |owner, _| {
                owner.embargo = true;
            },
        );
        mark(
            &mut belongs,
            &words,
            names.iter().map(String::as_str),
            language,
            |owner, word| {
                // The "and" of a name is no name.
                owner.name |= word.capital || word.key.chars().count() > 3;
            },
        );
        let passages = release.passages();
        let spoken = passages.iter().find(|passage| passage.speaker.is_some());
        let quotes = match spoken.and_then(|passage| passage.text.chars().next()) {
            Some('‘') => ("’'′`", "‘'`"),
            _ => ("”\"“»„«", "“\"„«»"),
        };
        let mut original = Original {
            document,
            words,
            belongs,
            blocks: Vec::new(),
            quotes,
        };
        original.blocks = original.split(&items);
        original
    }

    /// The words as compared.
    pub fn keys(&self) -> Vec<&str> {
        self.words.iter().map(|word| word.key.as_str()).collect()
    }

    /// Some words as the document prints them.
    pub fn printed(&self, range: Range<usize>) -> String {
        let words = self.words[range].iter();
        let printed: Vec<&str> = words.map(|word| &self.document[word.range.clone()]).collect();
        printed.join(" ")
    }

    /// The block that word `at` is in.
    pub fn block_of(&self, at: usize) -> Option<usize> {
        self.blocks.iter().position(|block| block.words.contains(&at))
    }

    /// Whether word `at` is the first of a block, or there is none.
    pub fn begins_block(&self, at: usize) -> bool {
        at >= self.words.len() || self.blocks.iter().any(|block| block.words.start == at)
    }

    /// Whether a sentence or block begins at `at`.
    pub fn begins_sentence(&self, at: usize) -> bool {
        self.begins_block(at)
            || self.words[at - 1].ends
            || self.belongs[at - 1].passage != self.belongs[at].passage
    }

    /// The document with its blocks in another order; each stays whole.
    pub fn reordered(mut self, order: &[usize]) -> Self {
        let (mut words, mut belongs, mut blocks) = (Vec::new(), Vec::new(), Vec::new());
        for block in order.iter().map(|at| &self.blocks[*at]) {
            let start = words.len();
            words.extend_from_slice(&self.words[block.words.clone()]);
            belongs.extend_from_slice(&self.belongs[block.words.clone()]);
            blocks.push(Block {
                words: start..words.len(),
                item: block.item,
            });
        }
        self.words = words;
        self.belongs = belongs;
        self.blocks = blocks;
        self
    }

    fn split(&self, items: &[usize]) -> Vec<Block> {
        let mut blocks: Vec<Block> = Vec::new();
        for at in 0..self.words.len() {
            let item = items.contains(&at);
            match blocks.last_mut() {
                Some(block) if !item && !self.parts_from_before(at) => block.words.end = at + 1,
                _ => blocks.push(Block {
                    words: at..at + 1,
                    item,
                }),
            }
        }
        blocks
    }

    /// Whether a paragraph or a row ends before word `at`.
    fn parts_from_before(&self, at: usize) -> bool {
        let (before, here) = (&self.belongs[at - 1], &self.belongs[at]);
        let gap = &self.document[self.words[at - 1].range.end..self.words[at].range.start];
        let row = before.row != here.row;
        let both = before.row.is_some() && here.row.is_some();
        // A row of a drawn table may have empty lines inside it.
        if both {
            row
        } else {
            breaks(gap) > 1 || (row && gap.contains('\n'))
        }
    }
}

/// How many lines end in a gap between two words.
pub fn breaks(gap: &str) -> usize {
    let gap = gap.replace("\r\n", "\n");
    gap.chars()
        .filter(|c| matches!(c, '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{2028}' | '\u{2029}'))
        .count()
}

/// What each word of the document belongs to.
fn owned(document: &[Word], release: &Release, language: &dyn Language) -> Vec<Belongs> {
    let (texts, owners) = parts(release, language);
    let old: Vec<&str> = document.iter().map(|word| word.key.as_str()).collect();
    let new: Vec<&str> = texts.iter().map(|word| word.key.as_str()).collect();
    let mut belongs = vec![Belongs::default(); document.len()];
    for operation in capture_diff_slices(Algorithm::Patience, &old, &new) {
        if let DiffOp::Equal {
            old_index,
            new_index,
            len,
        } = operation
        {
            belongs[old_index..old_index + len].clone_from_slice(&owners[new_index..new_index + len]);
        }
    }
    belongs
}

/// A drawn table wraps its labels, and prints words of one row among each other: what stands between two words of a row
/// is of that row.
fn fill_tables(belongs: &mut [Belongs]) {
    let mut last: Option<usize> = None;
    for at in 0..belongs.len() {
        if belongs[at].row.is_none() {
            if belongs[at].passage.is_some() {
                last = None;
            }
            continue;
        }
        if let Some(last) = last.filter(|last| belongs[*last].row == belongs[at].row) {
            let row = belongs[at].row.clone();
            for between in &mut belongs[last + 1..at] {
                between.row.clone_from(&row);
            }
        }
        last = Some(at);
    }
}

/// Takes the numbers of lists out: no passage has them, and a passage begins right after. The first words of the items
/// that had one, or a bullet.
fn without_list_numbers(document: &str, words: &mut Vec<Word>, belongs: &mut Vec<Belongs>) -> Vec<usize> {
    let mut items = Vec::new();
    let mut kept = Vec::new();
    for at in 0..words.len() {
        let before = at.checked_sub(1).and_then(|before| belongs[before].passage);
        let is_number = belongs[at].passage.is_none()
            && words[at].starts_line
            && words[at].kind == Kind::Number
            && document[words[at].range.end..].starts_with(['.', ')'])
            && belongs.get(at + 1).is_some_and(|next| next.passage.is_some());
        if is_number {
            items.push(kept.len());
            continue;
        }
        let gap = &document[at.checked_sub(1).map_or(0, |last| words[last].range.end)..words[at].range.start];
        let bullet = gap.trim_end().ends_with(['-', '*', '•']) && gap.contains('\n') && gap.ends_with(' ');
        if bullet && belongs[at].row.is_none() && before != belongs[at].passage {
            items.push(kept.len());
        }
        kept.push(at);
    }
    *words = kept.iter().map(|at| words[*at].clone()).collect();
    *belongs = kept.iter().map(|at| belongs[*at].clone()).collect();
    items
}

/// Marks the words wherever one of `phrases` stands.
fn mark<'p>(
    belongs: &mut [Belongs],
    document: &[Word],
    phrases: impl Iterator<Item = &'p str>,
    language: &dyn Language,
    set: impl Fn(&mut Belongs, &Word),
) {
    for phrase in phrases {
        let phrase = words(phrase, Whose::Ours, language);
        if phrase.is_empty() || phrase.len() > document.len() {
            continue;
        }
        for at in 0..=document.len() - phrase.len() {
            let stretch = &document[at..at + phrase.len()];
            let same = stretch
                .iter()
                .zip(&phrase)
                .all(|(one, other)| one.key == other.key);
            // A measure of one word is a name only with its capital: "respect" is a word.
            if same && (phrase.len() > 1 || stretch[0].capital) {
                for offset in 0..phrase.len() {
                    set(&mut belongs[at + offset], &stretch[offset]);
                }
            }
        }
    }
}
