//! What stands inside a release, wherever it stands: its quotations and tables, in reading order.

use super::{Block, Quotation, Release, Table};

impl Release {
    /// Every quotation.
    pub fn quotations(&self) -> Vec<&Quotation> {
        let mut all = Vec::new();
        self.visit(&mut |block| {
            if let Block::Quotation(quotation) = block {
                all.push(quotation);
            }
        });
        all
    }

    /// Every table.
    pub fn tables(&self) -> Vec<&Table> {
        let mut all = Vec::new();
        self.visit(&mut |block| {
            if let Block::Table(table) = block {
                all.push(table);
            }
        });
        all
    }

    fn visit<'r>(&'r self, see: &mut dyn FnMut(&'r Block)) {
        visit(&self.standfirst, see);
        visit(&self.body, see);
        for note in self.notes.iter().flat_map(|notes| &notes.items) {
            visit(note, see);
        }
        visit(&self.boilerplate, see);
    }
}

fn visit<'r>(blocks: &'r [Block], see: &mut dyn FnMut(&'r Block)) {
    for block in blocks {
        see(block);
        if let Block::List { items, .. } = block {
            items.iter().for_each(|item| visit(item, see));
        }
    }
}
