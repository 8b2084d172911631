//! Formats: a release laid out as a document, and the document read back.
//!
//! A new format is one file here, one layout under `templates/` and one line in [`all`].

mod added;
mod address;
mod fold;
mod heads;
#[cfg(test)]
mod hostile;
mod html;
mod layouts;
mod lint;
mod markdown;
mod notes;
mod parts;
mod read_back;
#[cfg(test)]
mod sample;
mod size;
#[cfg(test)]
mod tests;
mod text;
mod tree;
#[cfg(test)]
mod unusual;
mod whole;

pub use fold::fold;
pub use layouts::{Layouts, Override};
pub use read_back::read_back;

use crate::finding::FileId;
use crate::release::{Block, Inline};

/// What a format must be able to do. Layouts say in which order and markup the parts stand; a format says how
/// the parts themselves are written, and reads a whole document back.
pub trait Format: std::fmt::Debug + Send + Sync {
    /// What people call it: `Markdown`.
    fn name(&self) -> &'static str;

    /// The end of its files' names, without the dot: `md`. Also its name on the command line.
    fn extension(&self) -> &'static str;

    /// The built-in layout, a Tera template.
    fn layout(&self) -> &'static str;

    /// Writes the contents of a line or paragraph, escaped: nothing in them becomes markup that was not markup.
    fn inlines(&self, inlines: &[Inline], setting: Setting) -> String;

    /// A block that the format draws itself (a table in plain text); `None` where layouts put it together.
    fn draw(&self, block: &Block) -> Option<String>;

    /// Escapes what a layout prints that was not escaped here: a second defence.
    fn escape_function(&self) -> tera::EscapeFn;

    /// How a reader sees `inlines` in this format, white space folded.
    fn reads_as(&self, inlines: &[Inline]) -> String {
        fold(&crate::release::plain(inlines))
    }

    /// Reads a document as a reader's program would: what it shows, segment by segment, in order.
    fn read(&self, document: &str) -> Vec<Segment>;
}

/// Where a line of content stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Setting {
    /// In a paragraph: a line break stays one.
    Paragraph,
    /// In a heading or a table's cell: a line break becomes a space.
    Line,
}

/// A stretch of a document that a reader sees as one: a paragraph, a heading, a cell. White space is folded.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Segment {
    /// What it reads.
    pub text: String,
    /// Which table row of the document it stands in, counted from 0 over the whole document.
    pub row: Option<usize>,
    /// Whether only programs see it: a title that a pointer shows, `noindex`.
    pub hidden: bool,
    /// How many bytes at its start are a list's marker, which the format counted.
    pub marker: usize,
}

/// A finished document in one format.
#[derive(Debug, Clone)]
pub struct Document {
    /// Its format.
    pub format: &'static dyn Format,
    /// Its text: UTF-8, lines end in a line feed, exactly one at the end.
    pub text: String,
    /// The office's own layout that made it; `None` for the built-in one.
    pub layout: Option<FileId>,
}

/// Every format, in the order in which they are written.
pub fn all() -> &'static [&'static dyn Format] {
    &[&markdown::Markdown, &html::Html, &text::Text]
}

/// The format of that extension: `named("md")`.
pub fn named(extension: &str) -> Option<&'static dyn Format> {
    all()
        .iter()
        .copied()
        .find(|format| format.extension() == extension)
}
