//! Reads Markdown with a CommonMark parser: what a reader sees of it, segment by segment.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::format::{Segment, fold};

/// The text of a line or paragraph, marks away.
pub(super) fn text(markdown: &str) -> String {
    let mut text = String::new();
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES) {
        match event {
            Event::Text(part) | Event::Code(part) => text.push_str(&part),
            Event::SoftBreak | Event::HardBreak => text.push(' '),
            _ => {}
        }
    }
    text
}

/// The segments of a document.
pub(super) fn segments(document: &str) -> Vec<Segment> {
    let mut segments = Vec::new();
    let mut text = String::new();
    let mut row = None;
    let mut rows = 0;
    let mut end = |text: &mut String, row: Option<usize>, always: bool| {
        let folded = fold(text);
        if always || !folded.is_empty() {
            segments.push(Segment {
                text: folded,
                row,
                hidden: false,
                marker: 0,
            });
        }
        text.clear();
    };
    for event in Parser::new_ext(document, Options::ENABLE_TABLES) {
        match event {
            Event::Text(part) | Event::Code(part) => text.push_str(&part),
            Event::SoftBreak | Event::HardBreak => text.push(' '),
            Event::Start(Tag::TableHead | Tag::TableRow) => {
                row = Some(rows);
                rows += 1;
            }
            Event::End(TagEnd::TableHead | TagEnd::TableRow) => row = None,
            Event::End(TagEnd::TableCell) => end(&mut text, row, true),
            Event::Start(tag) if is_block(&tag) => end(&mut text, row, false),
            Event::End(
                TagEnd::Paragraph
                | TagEnd::Heading(_)
                | TagEnd::Item
                | TagEnd::CodeBlock
                | TagEnd::BlockQuote(_),
            ) => end(&mut text, row, false),
            _ => {}
        }
    }
    end(&mut text, row, false);
    segments
}

fn is_block(tag: &Tag) -> bool {
    !matches!(
        tag,
        Tag::Emphasis | Tag::Strong | Tag::Link { .. } | Tag::Image { .. }
    )
}
