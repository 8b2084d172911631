//! A release as passages, in reading order: what the audit, claims, sign-off, copy, explain and diff read.

use super::{Block, Correction, InTable, Inline, Part, Passage, Release, Room, Step, Table};

impl Release {
    /// Every block that the notice's file or the standing paragraphs have words for, in reading order. Left out is what
    /// the program puts together of other data: letterhead, lines of issue and embargo, attributions, contacts,
    /// corrections but for why the embargo moved.
    pub fn passages(&self) -> Vec<Passage> {
        let mut all: Vec<Passage> = self
            .corrections
            .iter()
            .filter_map(Correction::of_the_file)
            .collect();
        let mut line = |part: Part, inlines: &Option<Vec<Inline>>| {
            all.extend(inlines.as_ref().map(|inlines| Passage::new(part, inlines)));
        };
        line(Part::Strapline, &self.strapline);
        line(Part::Reference, &self.reference);
        line(Part::Kicker, &self.kicker);
        all.push(Passage::new(Part::Headline, &self.headline));
        blocks(Room::Standfirst, &[], &self.standfirst, &mut all);
        body(&self.body, &mut all);
        if let Some(next) = &self.next_release {
            all.push(Passage::new(Part::NextRelease, next));
        }
        for (at, note) in self.notes.iter().flat_map(|notes| notes.items.iter().enumerate()) {
            blocks(Room::Note(at + 1), &[], note, &mut all);
        }
        blocks(Room::Boilerplate, &[], &self.boilerplate, &mut all);
        all
    }

    /// The passages that the public edition has too: why the embargo moved is told under embargo alone, and so is on no
    /// record of what was published.
    pub fn public_passages(&self) -> Vec<Passage> {
        let mut all = self.passages();
        all.retain(|passage| passage.part != Part::ChangeOfEmbargo);
        all
    }
}

fn body(items: &[Block], all: &mut Vec<Passage>) {
    let mut paragraphs = 0;
    let mut quotations = 0;
    for block in items {
        match block {
            Block::Quotation(quotation) => {
                quotations += 1;
                for (at, paragraph) in quotation.paragraphs.iter().enumerate() {
                    let part = Part::Quotation {
                        number: quotations,
                        paragraph: at + 1,
                    };
                    let mut passage = Passage::new(part, paragraph);
                    passage.speaker = Some(quotation.speaker.clone());
                    all.push(passage);
                }
            }
            Block::Table(found) => table(found, all),
            other => {
                paragraphs += 1;
                blocks(Room::Body(paragraphs), &[], std::slice::from_ref(other), all);
            }
        }
    }
}

/// The blocks of a text, `steps` into its room.
fn blocks(room: Room, steps: &[Step], blocks: &[Block], all: &mut Vec<Passage>) {
    let several = blocks.len() > 1;
    for (at, block) in blocks.iter().enumerate() {
        let mut steps = steps.to_vec();
        steps.extend(several.then_some(Step::Paragraph(at + 1)));
        match block {
            Block::Paragraph(inlines) | Block::Heading(inlines) => {
                all.push(Passage::new(Part::Text(room, steps), inlines));
            }
            Block::List { items, .. } => {
                for (at, item) in items.iter().enumerate() {
                    let steps = [steps.as_slice(), &[Step::Item(at + 1)]].concat();
                    self::blocks(room, &steps, item, all);
                }
            }
            Block::Quotation(_) => body(std::slice::from_ref(block), all),
            Block::Table(found) => table(found, all),
        }
    }
}

fn table(found: &Table, all: &mut Vec<Passage>) {
    let mut take = |place: InTable, inlines: &[Inline]| {
        let passage = Passage::new(Part::Table(found.name.clone(), place), inlines);
        if !passage.text.is_empty() {
            all.push(passage);
        }
    };
    take(InTable::Caption, found.caption.as_deref().unwrap_or_default());
    take(InTable::RowsHeading, &found.rows_heading);
    for group in &found.groups {
        take(InTable::Heading, &group.heading);
    }
    for column in &found.columns {
        take(InTable::Heading, &column.heading);
    }
    for (at, row) in found.rows.iter().enumerate() {
        take(InTable::Label(at + 1), &row.label);
        take(InTable::Gloss(at + 1), &row.gloss);
        for (column, cell) in row.cells.iter().enumerate() {
            take(InTable::Cell(at + 1, column + 1), &cell.content);
        }
    }
    for footnote in &found.footnotes {
        take(InTable::Footnote, footnote);
    }
}
