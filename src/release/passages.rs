//! A release as passages, in reading order: what the audit, claims, sign-off and diff read.

use super::{Block, Inline, Passage, Release, Table};

impl Release {
    /// Every block of the notice as a passage, in reading order. What the program sets alone (the embargo line,
    /// attributions, contacts) is left out: nobody wrote it.
    pub fn passages(&self) -> Vec<Passage> {
        let mut all = Vec::new();
        let mut line = |part: &str, inlines: &Option<Vec<Inline>>| {
            all.extend(inlines.as_ref().map(|inlines| Passage::new(part, inlines)));
        };
        line("strapline", &self.strapline);
        line("reference", &self.reference);
        line("kicker", &self.kicker);
        all.push(Passage::new("headline", &self.headline));
        blocks("standfirst", &self.standfirst, &mut all);
        body(&self.body, &mut all);
        if let Some(next) = &self.next_release {
            all.push(Passage::new("next release", next));
        }
        for (at, note) in self.notes.iter().flat_map(|notes| notes.items.iter().enumerate()) {
            blocks(&format!("note {}", at + 1), note, &mut all);
        }
        blocks("boilerplate", &self.boilerplate, &mut all);
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
                    let part = format!("quotation {quotations}, paragraph {}", at + 1);
                    let mut passage = Passage::new(part, paragraph);
                    passage.speaker = Some(quotation.speaker.clone());
                    all.push(passage);
                }
            }
            Block::Table(found) => table(found, all),
            other => {
                paragraphs += 1;
                blocks(&format!("body {paragraphs}"), std::slice::from_ref(other), all);
            }
        }
    }
}

fn blocks(part: &str, blocks: &[Block], all: &mut Vec<Passage>) {
    let several = blocks.len() > 1;
    for (at, block) in blocks.iter().enumerate() {
        let part = if several {
            format!("{part}, paragraph {}", at + 1)
        } else {
            part.to_owned()
        };
        match block {
            Block::Paragraph(inlines) | Block::Heading(inlines) => all.push(Passage::new(part, inlines)),
            Block::List { items, .. } => {
                for (at, item) in items.iter().enumerate() {
                    self::blocks(&format!("{part}, item {}", at + 1), item, all);
                }
            }
            Block::Quotation(_) => body(std::slice::from_ref(block), all),
            Block::Table(found) => table(found, all),
        }
    }
}

fn table(found: &Table, all: &mut Vec<Passage>) {
    let name = &found.name;
    let mut take = |part: String, inlines: &[Inline]| {
        let mut passage = Passage::new(part, inlines);
        passage.tabular = true;
        if !passage.text.is_empty() {
            all.push(passage);
        }
    };
    take(
        format!("table {name}, caption"),
        found.caption.as_deref().unwrap_or_default(),
    );
    for group in &found.groups {
        take(format!("table {name}, heading"), &group.heading);
    }
    for column in &found.columns {
        take(format!("table {name}, heading"), &column.heading);
    }
    for (at, row) in found.rows.iter().enumerate() {
        take(format!("table {name}, row {}, label", at + 1), &row.label);
        take(format!("table {name}, row {}, gloss", at + 1), &row.gloss);
        for (column, cell) in row.cells.iter().enumerate() {
            take(
                format!("table {name}, row {}, column {}", at + 1, column + 1),
                &cell.content,
            );
        }
    }
    for footnote in &found.footnotes {
        take(format!("table {name}, footnote"), footnote);
    }
}
