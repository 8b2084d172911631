//! What the words of a notice belong to: a quotation, a claim, a figure, a row, the line that names a speaker.

use std::ops::Range;

use super::word::{Whose, Word, words};
use crate::language::Language;
use crate::release::{Block, InTable, Origin, Part, Passage, Release, plain};

/// What a word of the original belongs to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Belongs {
    /// The index of its passage.
    pub passage: Option<usize>,
    /// Who said it.
    pub speaker: Option<String>,
    /// The claim it is a word of.
    pub claim: Option<String>,
    /// Whether a figure printed it.
    pub figure: bool,
    /// Whether it is of a name: an area, a measure, a person, a row or column.
    pub name: bool,
    /// The speaker whom the line names that it stands in.
    pub attribution: Option<String>,
    /// Whether it stands in the embargo line.
    pub embargo: bool,
    /// The table's row that it stands in: `table scores, row 1`.
    pub row: Option<String>,
}

/// The words of all passages and attributions in order, with what each belongs to.
pub fn parts(release: &Release, language: &dyn Language) -> (Vec<Word>, Vec<Belongs>) {
    let mut reader = Reader {
        language,
        words: Vec::new(),
        owners: Vec::new(),
    };
    let mut attributions = attributions(&release.body).into_iter();
    let passages = release.passages();
    for (index, passage) in passages.iter().enumerate() {
        if passage.speaker.is_some()
            && matches!(passage.part, Part::Quotation { paragraph: 1, .. })
            && let Some((speaker, text)) = attributions.next()
        {
            reader.attribution(passages.len() + index, &speaker, &text);
        }
        reader.passage(index, passage);
    }
    (reader.words, reader.owners)
}

/// Who is said to speak, and the line that says so, for every quotation.
fn attributions(blocks: &[Block]) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for block in blocks {
        match block {
            Block::Quotation(quotation) => {
                found.push((quotation.speaker.clone(), plain(&quotation.attribution)));
            }
            Block::List { items, .. } => found.extend(items.iter().flat_map(|item| attributions(item))),
            _ => {}
        }
    }
    found
}

struct Reader<'l> {
    language: &'l dyn Language,
    words: Vec<Word>,
    owners: Vec<Belongs>,
}

impl Reader<'_> {
    fn attribution(&mut self, passage: usize, speaker: &str, text: &str) {
        for word in words(text, Whose::Ours, self.language) {
            self.owners.push(Belongs {
                passage: Some(passage),
                attribution: Some(speaker.to_owned()),
                ..Belongs::default()
            });
            self.words.push(word);
        }
    }

    fn passage(&mut self, index: usize, passage: &Passage) {
        let row = passage.part.line();
        let label = matches!(
            passage.part,
            Part::Table(_, InTable::Label(_) | InTable::Heading | InTable::RowsHeading)
        );
        for word in words(&passage.text, Whose::Ours, self.language) {
            let inside =
                |range: &Range<usize>| range.start <= word.range.start && word.range.end <= range.end;
            let claim = passage.claims.iter().find(|(range, _, _)| inside(range));
            let origin = passage
                .spans
                .iter()
                .find(|span| span.range.start < word.range.end && word.range.start < span.range.end)
                .map(|span| &span.origin);
            let telling = word.capital || word.key.chars().count() > 3;
            self.owners.push(Belongs {
                passage: Some(index),
                speaker: passage.speaker.clone(),
                claim: claim.map(|(_, name, _)| name.clone()),
                figure: matches!(origin, Some(Origin::Figure { .. })),
                name: telling && (label || matches!(origin, Some(Origin::Data { .. }))),
                row: row.clone(),
                ..Belongs::default()
            });
            self.words.push(word);
        }
    }
}
