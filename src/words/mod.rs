//! Words: the notice's sentences and the figures become the release. The only place that knows Tera for words.

mod body;
mod cell;
mod cell_units;
mod choices;
mod comparisons;
mod compose;
pub mod context;
mod denied;
pub mod expression;
mod facts;
mod field;
mod filters;
mod footnotes;
mod house;
mod items;
mod lists;
mod markdown;
mod moved;
mod names;
mod parts;
mod quotation;
mod refusal;
mod table;
mod template;
#[cfg(test)]
mod template_tests;
mod timing;

use std::sync::Arc;

use tera::{Context, Map};

pub use choices::{Choice, Reason, choices};
pub use compose::{Script, compose};
pub use facts::{Kept, kept, visible};
pub use field::Fields;
pub use house::House;
pub use parts::{Effective, texts};
pub use timing::{doubts, instant, issued};

use crate::data::Text;
use crate::finding::Finding;
use crate::release::{Block, Inlines};

/// Every test the words may name, for "did you mean": those of presence, and those that compare as claims do.
pub fn tests() -> impl Iterator<Item = &'static str> {
    let compare = crate::claims::chosen::tests().map(|kind| kind.name);
    ["missing", "known", "named", "defined", "undefined"]
        .into_iter()
        .chain(compare)
}

/// Prints the fields of one notice.
pub struct Printer<'p> {
    /// The compiled fields.
    pub fields: &'p Fields,
    /// What the words can see, for the judgement of names.
    pub names: &'p Map,
    /// The same, for Tera.
    pub context: Context,
    /// The house style.
    pub house: Arc<House>,
    /// What was found.
    pub findings: Vec<Finding>,
}

impl<'p> Printer<'p> {
    /// A field as one line. Empty where it could not be printed: the findings say why.
    pub fn line(&mut self, text: &Text) -> Inlines {
        match self.print(text) {
            Some((clean, field)) => markdown::line(&clean, field, &self.house, &mut self.findings),
            None => Inlines::new(),
        }
    }

    /// A field as paragraphs and lists.
    pub fn blocks(&mut self, text: &Text) -> Vec<Block> {
        match self.print(text) {
            Some((clean, field)) => markdown::blocks(&clean, field, &self.house, &mut self.findings),
            None => Vec::new(),
        }
    }

    fn print(&mut self, text: &Text) -> Option<(template::Clean, &'p field::Field)> {
        let fields = self.fields;
        let field = fields.get(text)?;
        let before = self.findings.len();
        names::check(field, self.names, &mut self.findings);
        denied::check(field, self.names, &mut self.findings);
        let named = self.findings[before..].iter().any(Finding::is_error);
        let mut running = Vec::new();
        let printed = fields.print(text, &self.context, &mut running);
        // What Tera says of a misspelt name has been said better already.
        if !named {
            self.findings.append(&mut running);
        }
        printed
    }
}
