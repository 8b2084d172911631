//! One text field as a template: marks are put round every expression before Tera runs it, so that each printed
//! character afterwards knows the byte it came from.
//!
//! The marks are private-use characters, which the data may not contain (the reader refuses them).

use std::ops::Range;

use super::expression;
use crate::claims::kinds;

/// First mark of literal runs: run `n` begins after mark `RUN + n`.
const RUN: u32 = 0xF_0000;
/// First mark of expressions: what expression `n` prints follows mark `EXPRESSION + n`.
const EXPRESSION: u32 = 0xF_4000;
/// Ends what an expression prints.
const END: char = '\u{F7FFF}';
/// How many runs or expressions a field may have.
const MOST: usize = 0x3FFF;

/// A tag of a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tag {
    /// The whole tag, braces included, in the field's text.
    pub range: Range<usize>,
    /// The inside, without braces and whitespace dashes.
    pub inside: Range<usize>,
    /// Whether it prints: `{{ }}`.
    pub prints: bool,
}

/// A field prepared for Tera.
#[derive(Debug, Clone)]
pub struct Template {
    /// The text as YAML decoded it.
    pub text: String,
    /// What Tera runs.
    pub marked: String,
    /// The tags, in order.
    pub tags: Vec<Tag>,
    /// Where literal runs begin in the text.
    runs: Vec<usize>,
    /// From offsets in `marked` to offsets in the text, ascending.
    breaks: Vec<(usize, usize)>,
}

/// What is wrong with a field's braces.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadBraces {
    /// Where, in the field's text.
    pub range: Range<usize>,
    /// What was found.
    pub says: &'static str,
    /// What to do.
    pub advice: &'static str,
}

impl Template {
    /// Prepares a field's text.
    pub fn new(text: &str) -> Result<Self, BadBraces> {
        let mut template = Template {
            text: text.to_owned(),
            marked: String::with_capacity(text.len() + 64),
            tags: Vec::new(),
            runs: Vec::new(),
            breaks: Vec::new(),
        };
        let mut at = 0;
        while let Some(found) = next_tag(text, at)? {
            template.literal(at..found.range.start);
            at = found.range.end;
            template.tag(found);
        }
        template.literal(at..text.len());
        if template.runs.len() > MOST || template.tags.len() > MOST {
            return Err(BadBraces {
                range: 0..0,
                says: "the text has too many expressions",
                advice: "divide it into several parts of the body",
            });
        }
        Ok(template)
    }

    /// Whether it has no tags, and so needs no Tera.
    pub fn is_plain(&self) -> bool {
        self.tags.is_empty()
    }

    fn literal(&mut self, range: Range<usize>) {
        let text = &self.text[range.clone()];
        let (length, trimmed) = (text.len(), text.trim_start().len());
        // Whitespace that a `-}}` before it trims must stay outside the mark.
        let trims =
            range.start > 0 && matches!(self.text.as_bytes().get(range.start.wrapping_sub(3)), Some(b'-'));
        let lead = if trims { length - trimmed } else { 0 };
        self.copy(range.start..range.start + lead);
        if length > lead {
            let mark = mark(RUN, self.runs.len());
            self.runs.push(range.start + lead);
            self.marked.push(mark);
            self.copy(range.start + lead..range.end);
        }
    }

    fn copy(&mut self, range: Range<usize>) {
        self.breaks.push((self.marked.len(), range.start));
        self.marked.push_str(&self.text[range]);
    }

    fn tag(&mut self, tag: Tag) {
        let opening = tag.range.start..tag.inside.start;
        let closing = tag.inside.end..tag.range.end;
        self.copy(opening);
        if tag.prints {
            self.marked.push_str(" (");
            self.copy_expression(tag.inside.clone());
            self.marked
                .push_str(&format!(") | print(at={}) ", self.tags.len()));
        } else {
            self.copy_expression(tag.inside.clone());
        }
        self.copy(closing);
        self.tags.push(tag);
    }

    /// Copies an expression as Tera is to read it.
    fn copy_expression(&mut self, range: Range<usize>) {
        let inside = self.text[range.clone()].to_owned();
        let mut from = 0;
        for (put, instead) in for_tera(&inside) {
            self.copy(range.start + from..range.start + put.start);
            self.marked.push_str(instead);
            from = put.end;
        }
        self.copy(range.start + from..range.end);
    }

    /// The offset in the field's text of an offset in what Tera ran.
    pub fn unmarked(&self, marked: usize) -> usize {
        let at = self.breaks.partition_point(|(from, _)| *from <= marked);
        match at.checked_sub(1).map(|at| self.breaks[at]) {
            Some((from, text)) => (text + (marked - from)).min(self.text.len()),
            None => 0,
        }
    }

    /// Takes the marks out of what Tera printed.
    pub fn unmark(&self, rendered: &str) -> Clean {
        let mut clean = Clean::default();
        for c in rendered.chars() {
            let code = u32::from(c);
            if c == END {
                clean.pieces.push((clean.text.len(), Piece::Unknown));
            } else if (RUN..EXPRESSION).contains(&code) {
                let start = self.runs.get((code - RUN) as usize).copied().unwrap_or_default();
                clean.pieces.push((clean.text.len(), Piece::Literal(start)));
            } else if (EXPRESSION..u32::from(END)).contains(&code) {
                clean
                    .pieces
                    .push((clean.text.len(), Piece::Tag((code - EXPRESSION) as usize)));
            } else {
                clean.text.push(c);
            }
        }
        clean
    }
}

/// What Tera would read otherwise, in order, each with what stands for it. A figure's own part (`control.value.count`) is
/// part of one name, because a figure is a single value to Tera; a year is a name, where Tera takes digits after a dot for
/// a list's index; and a comparison that is denied is a test of its own.
fn for_tera(inside: &str) -> Vec<(Range<usize>, &'static str)> {
    let names = expression::names(inside);
    let mut all = Vec::new();
    for path in &names.paths {
        let [.., (column, before), (part, range)] = path.parts.as_slice() else {
            continue;
        };
        let joint = before.end..range.start;
        if column == "history" {
            if inside[range.clone()].starts_with(|c: char| c.is_ascii_digit()) {
                all.extend([(joint, "[\""), (range.end..range.end, "\"]")]);
            }
        } else if path.parts.len() > 2 && FIGURE_PARTS.contains(&part.as_str()) {
            all.push((joint, "__"));
        }
    }
    for (test, range) in &names.tests {
        let before = inside[..range.start].trim_end();
        if before.ends_with("not") && kinds::named(test).is_some() {
            all.push((before.len()..range.start, "_"));
        }
    }
    all.sort_by_key(|(put, _)| (put.start, put.end));
    all
}

/// A figure's own parts: what may follow `control.value`.
pub const FIGURE_PARTS: &[&str] = &["count", "base", "change", "percent_change", "margin"];

/// What Tera printed, without marks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Clean {
    /// Markdown; private-use characters stand for figures and data.
    pub text: String,
    /// What begins at each offset, ascending.
    pieces: Vec<(usize, Piece)>,
}

/// What a stretch of printed text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece {
    /// Literal text, from this offset in the field.
    Literal(usize),
    /// Printed by this tag.
    Tag(usize),
    /// Whitespace between tags.
    Unknown,
}

impl Clean {
    /// Literal text without tags.
    pub fn plain(text: &str) -> Self {
        Clean {
            text: text.to_owned(),
            pieces: vec![(0, Piece::Literal(0))],
        }
    }

    /// What stands at an offset, and, for literal text, its offset in the field.
    pub fn at(&self, offset: usize) -> Piece {
        let at = self.pieces.partition_point(|(from, _)| *from <= offset);
        match at.checked_sub(1).map(|at| self.pieces[at]) {
            Some((from, Piece::Literal(start))) => Piece::Literal(start + (offset - from)),
            Some((_, piece)) => piece,
            None => Piece::Unknown,
        }
    }
}

impl Clean {
    /// Where the piece at an offset ends.
    pub fn piece_end(&self, offset: usize) -> usize {
        let next = self.pieces.partition_point(|(from, _)| *from <= offset);
        self.pieces.get(next).map_or(self.text.len(), |(from, _)| *from)
    }
}

/// Puts the marks of tag `at` round what it prints.
pub fn marked(at: usize, printed: &str) -> String {
    format!("{}{printed}{END}", mark(EXPRESSION, at))
}

fn mark(base: u32, index: usize) -> char {
    let index = u32::try_from(index.min(MOST)).unwrap_or(0);
    char::from_u32(base + index).unwrap_or(END)
}

/// The next tag at or after `from`; a comment `{# #}` is a tag with nothing inside.
fn next_tag(text: &str, from: usize) -> Result<Option<Tag>, BadBraces> {
    let mut at = from;
    while let Some(found) = text[at..].find('{') {
        let start = at + found;
        match text.as_bytes().get(start + 1) {
            Some(b'{') => return find_end(text, start, "}}", true).map(Some),
            Some(b'%') => return find_end(text, start, "%}", false).map(Some),
            Some(b'#') => match text[start..].find("#}") {
                Some(end) => {
                    let range = start..start + end + 2;
                    return Ok(Some(Tag {
                        range,
                        inside: start + 2..start + 2,
                        prints: false,
                    }));
                }
                None => {
                    return Err(BadBraces {
                        range: start..start + 2,
                        says: "a comment opened with {# is never closed",
                        advice: "close it with #}",
                    });
                }
            },
            _ => at = start + 1,
        }
    }
    Ok(None)
}

fn find_end(text: &str, start: usize, close: &str, prints: bool) -> Result<Tag, BadBraces> {
    let body = start + 2;
    let mut quote: Option<u8> = None;
    let mut at = body;
    while at < text.len() {
        let byte = text.as_bytes()[at];
        match quote {
            Some(mark) if byte == mark => quote = None,
            Some(_) => {}
            None if matches!(byte, b'"' | b'\'' | b'`') => quote = Some(byte),
            None if text.as_bytes()[at..].starts_with(close.as_bytes()) => {
                let inside = trim_dashes(text, body..at);
                return Ok(Tag {
                    range: start..at + 2,
                    inside,
                    prints,
                });
            }
            None if text.as_bytes()[at..].starts_with(b"{{") || text.as_bytes()[at..].starts_with(b"{%") => {
                break;
            }
            None => {}
        }
        at += 1;
    }
    Err(BadBraces {
        range: start..start + 2,
        says: "an expression is opened and never closed",
        advice: if prints {
            "close it with }}"
        } else {
            "close it with %}"
        },
    })
}

/// The inside without the dashes of `{{-` and `-}}`.
fn trim_dashes(text: &str, range: Range<usize>) -> Range<usize> {
    let inside = &text[range.clone()];
    let start = range.start + usize::from(inside.starts_with('-'));
    let end = range.end - usize::from(inside.len() > 1 && inside.ends_with('-'));
    start..end.max(start)
}
