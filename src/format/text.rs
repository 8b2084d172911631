//! Plain text for the body of an e-mail: 72 columns, tables drawn with rules, links spelt out.

mod fit;
mod read;
mod split;
mod stacked;
mod table;
mod wrap;

use std::io::Write;

use super::fold::tame;
use super::{Format, Segment, Setting, fold};
use crate::release::{Block, Inline, Quotation};

pub(super) use wrap::{WIDTH, wrap};

/// The text format.
#[derive(Debug)]
pub(super) struct Text;

impl Format for Text {
    fn name(&self) -> &'static str {
        "plain text"
    }

    fn extension(&self) -> &'static str {
        "txt"
    }

    fn layout(&self) -> &'static str {
        include_str!("../../templates/notice.txt")
    }

    fn inlines(&self, inlines: &[Inline], setting: Setting) -> String {
        let mut out = String::new();
        spell(inlines, setting, &mut out);
        out
    }

    fn draw(&self, block: &Block) -> Option<String> {
        let mut out = String::new();
        draw(block, WIDTH, &mut out);
        Some(out)
    }

    fn escape_function(&self) -> tera::EscapeFn {
        escape_unescaped
    }

    fn reads_as(&self, inlines: &[Inline]) -> String {
        let mut out = String::new();
        spell(inlines, Setting::Line, &mut out);
        fold(&out)
    }

    fn read(&self, document: &str) -> Vec<Segment> {
        read::segments(document)
    }
}

fn escape_unescaped(text: &str, out: &mut dyn Write) -> std::io::Result<()> {
    let tamed: String = text.chars().map(tame).collect();
    out.write_all(tamed.as_bytes())
}

/// Emphasis is dropped: a plain text has none, and asterisks read as footnotes.
fn spell(inlines: &[Inline], setting: Setting, out: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Run(run) => out.extend(run.text.chars().map(tame)),
            Inline::Break => out.push(if setting == Setting::Line { ' ' } else { '\n' }),
            Inline::Emphasis(inner) | Inline::Strong(inner) => spell(inner, setting, out),
            Inline::Claim { words, .. } => spell(words, setting, out),
            Inline::Link { address, text } => {
                let start = out.len();
                spell(text, setting, out);
                let said = out[start..].trim_matches(' ');
                let bare = address
                    .strip_prefix("mailto:")
                    .or(address.strip_prefix("tel:"))
                    .unwrap_or(address);
                if said != address && said != bare {
                    out.push_str(" <");
                    out.extend(bare.chars().map(tame));
                    out.push('>');
                }
            }
        }
    }
}

/// Draws a block within `width` columns.
fn draw(block: &Block, width: usize, out: &mut String) {
    let paragraph = |inlines: &[Inline], out: &mut String| {
        let mut words = String::new();
        spell(inlines, Setting::Paragraph, &mut words);
        out.push_str(&wrap(&words, width, "", ""));
    };
    match block {
        Block::Paragraph(inlines) | Block::Heading(inlines) => paragraph(inlines, out),
        Block::List { start, items } => list(*start, items, width, out),
        Block::Quotation(Quotation {
            attribution,
            paragraphs,
            ..
        }) => {
            paragraph(attribution, out);
            for words in paragraphs {
                out.push_str("\n\n");
                paragraph(words, out);
            }
        }
        Block::Table(table) => table::draw(table, width, out),
    }
}

fn list(start: Option<u64>, items: &[Vec<Block>], width: usize, out: &mut String) {
    let marker = |at: u64| match start {
        Some(start) => format!("{}. ", start.saturating_add(at)),
        None => "- ".to_owned(),
    };
    let count = u64::try_from(items.len()).unwrap_or(u64::MAX);
    let hang = (0..count).map(|at| marker(at).len()).max().unwrap_or_default();
    let loose = items.iter().any(|item| item.len() > 1);
    for (at, item) in (0..count).zip(items) {
        if at > 0 {
            out.push_str(if loose { "\n\n" } else { "\n" });
        }
        let mut inner = String::new();
        for (at, block) in item.iter().enumerate() {
            if at > 0 {
                inner.push_str("\n\n");
            }
            draw(block, width.saturating_sub(hang).max(20), &mut inner);
        }
        let marker = marker(at);
        out.push_str(&" ".repeat(hang - marker.len()));
        out.push_str(&marker);
        for (at, line) in inner.lines().enumerate() {
            if at > 0 {
                out.push('\n');
                if !line.is_empty() {
                    out.push_str(&" ".repeat(hang));
                }
            }
            out.push_str(line);
        }
    }
}
