//! Markdown: CommonMark with tables, readable as it stands and the same text after any CommonMark parser.

mod escape;
mod inline;
mod read;
mod table;

use std::io::Write;

use super::{Format, Segment, Setting};
use crate::release::{Block, Inline, Quotation};

/// The Markdown format.
#[derive(Debug)]
pub(super) struct Markdown;

impl Format for Markdown {
    fn name(&self) -> &'static str {
        "Markdown"
    }

    fn extension(&self) -> &'static str {
        "md"
    }

    fn layout(&self) -> &'static str {
        include_str!("../../templates/notice.md")
    }

    fn inlines(&self, inlines: &[Inline], setting: Setting) -> String {
        inline::write(inlines, setting)
    }

    fn draw(&self, block: &Block) -> Option<String> {
        let mut drawn = String::new();
        draw(block, "", &mut drawn);
        Some(drawn)
    }

    fn escape_function(&self) -> tera::EscapeFn {
        escape_unescaped
    }

    fn read(&self, document: &str) -> Vec<Segment> {
        read::segments(document)
    }
}

fn escape_unescaped(text: &str, out: &mut dyn Write) -> std::io::Result<()> {
    out.write_all(inline::write(&[Inline::program(text)], Setting::Line).as_bytes())
}

/// Draws a block, its later lines behind `indent` (inside a list).
fn draw(block: &Block, indent: &str, out: &mut String) {
    match block {
        Block::Paragraph(inlines) => paragraph(inlines, indent, out),
        Block::Heading(inlines) => {
            out.push_str("## ");
            out.push_str(&inline::write(inlines, Setting::Line));
        }
        Block::List { start, items } => list(*start, items, indent, out),
        Block::Quotation(Quotation {
            attribution,
            paragraphs,
            ..
        }) => {
            out.push_str(&inline::write(attribution, Setting::Line));
            for words in paragraphs {
                blank_line(indent, out);
                paragraph(words, indent, out);
            }
        }
        Block::Table(table) => table::draw(table, indent, out),
    }
}

fn paragraph(inlines: &[Inline], indent: &str, out: &mut String) {
    let written = inline::write(inlines, Setting::Paragraph);
    for (at, line) in written.lines().enumerate() {
        if at > 0 {
            out.push('\n');
            out.push_str(indent);
        }
        out.push_str(line);
    }
}

fn blank_line(indent: &str, out: &mut String) {
    out.push_str("\n\n");
    out.push_str(indent);
}

fn list(start: Option<u64>, items: &[Vec<Block>], indent: &str, out: &mut String) {
    let loose = items.iter().any(|item| item.len() > 1);
    for (at, item) in (0u64..).zip(items) {
        let marker = match start {
            Some(start) => format!("{}. ", start.saturating_add(at)),
            None => "- ".to_owned(),
        };
        if at > 0 {
            if loose {
                out.push('\n');
            }
            out.push('\n');
            out.push_str(indent);
        }
        out.push_str(&marker);
        let inner = format!("{indent}{}", " ".repeat(marker.len()));
        for (at, block) in item.iter().enumerate() {
            if at > 0 {
                blank_line(&inner, out);
            }
            draw(block, &inner, out);
        }
    }
}
