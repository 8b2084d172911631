//! Reads printed words as Markdown: paragraphs, lists, emphasis, links and claims, each run with its origin.
//!
//! Figures and texts of the data are still single private-use characters here, so nothing in them can be markup.

mod open;

use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{BrokenLink, CowStr, Event, LinkType, Options, Parser, Tag, TagEnd};

use super::field::Field;
use super::house::House;
use super::items::{self, Item};
use super::template::{Clean, Piece};
use crate::data::yaml;
use crate::finding::{Code, Finding, Place};
use crate::release::{Basis, Block, Inline, Inlines, Origin, Run};
use open::{Kind, Open};

/// The address that stands for a claim while the Markdown is read.
const CLAIM: &str = "claim:";

/// Reads printed words as blocks.
pub fn blocks(clean: &Clean, field: &Field, house: &House, findings: &mut Vec<Finding>) -> Vec<Block> {
    // Only the full form counts: editorial brackets, [sic], stay text.
    let claims = |link: BrokenLink<'_>| {
        (link.link_type == LinkType::Reference).then(|| {
            (
                CowStr::from(format!("{CLAIM}{}", link.reference)),
                CowStr::from(""),
            )
        })
    };
    // Tables are read so that a typed one is told; printed as text it would be a heap of bars.
    let parser = Parser::new_with_broken_link_callback(&clean.text, Options::ENABLE_TABLES, Some(claims));
    let mut reader = Reader {
        clean,
        field,
        house,
        findings,
        open: vec![Open::root()],
    };
    for (_, definition) in parser.reference_definitions().iter() {
        reader.refuse(
            definition.span.clone(),
            "a line in the form `[name]: text` defines a link and would not print",
            "write the colon elsewhere, or the link as [words](https://…)",
        );
    }
    for (event, range) in parser.into_offset_iter() {
        reader.event(event, range);
    }
    reader.finish()
}

/// Reads printed words as one line: a headline, a label. A paragraph break or list in it is refused.
pub fn line(clean: &Clean, field: &Field, house: &House, findings: &mut Vec<Finding>) -> Inlines {
    let mut blocks = blocks(clean, field, house, findings).into_iter();
    let first = match blocks.next() {
        Some(Block::Paragraph(inlines)) => inlines,
        None => Inlines::new(),
        Some(_) => {
            findings.push(
                Finding::new(
                    Code::MarkupRefused,
                    field.place,
                    "a list stands where one line must",
                )
                .advice("write one line; a number or dash at its start makes it a list: put a \\ before it"),
            );
            return Inlines::new();
        }
    };
    if blocks.next().is_some() {
        findings.push(
            Finding::new(
                Code::MarkupRefused,
                field.place,
                "several paragraphs stand where one line must",
            )
            .advice("take out the blank line"),
        );
    }
    first
}

struct Reader<'r> {
    clean: &'r Clean,
    field: &'r Field,
    house: &'r House,
    findings: &'r mut Vec<Finding>,
    open: Vec<Open>,
}

impl Reader<'_> {
    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(end) => self.end(end, range),
            Event::Text(text) | Event::Code(text) => self.text(&text, range),
            Event::SoftBreak => {
                let origin = Origin::Literal(self.place(range));
                self.inline(Inline::Run(Run {
                    text: " ".to_owned(),
                    origin,
                }));
            }
            Event::HardBreak => self.inline(Inline::Break),
            Event::Html(_) | Event::InlineHtml(_) => self.refuse(
                range,
                "raw HTML stands in the words",
                "take it out; for a sign that looks like markup write \\< before it",
            ),
            Event::Rule => self.refuse(range, "a line of dashes would be a rule", "take the line out"),
            _ => self.refuse(range, "markup that a notice cannot carry", "take it out"),
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>) {
        let start = range.start;
        let kind = match tag {
            Tag::Paragraph => Kind::Paragraph,
            Tag::List(first) => Kind::List(first),
            Tag::Item => Kind::Item,
            Tag::Emphasis => Kind::Emphasis,
            Tag::Strong => Kind::Strong,
            Tag::Link {
                link_type: LinkType::ReferenceUnknown,
                dest_url,
                ..
            } => Kind::Claim(dest_url.strip_prefix(CLAIM).unwrap_or(&dest_url).to_owned()),
            Tag::Link {
                link_type, dest_url, ..
            } => self.link(link_type, &dest_url, range),
            Tag::Heading { .. } => {
                self.refuse(
                    range,
                    "a heading stands inside a text",
                    "use `- heading:` in the body; a line of = or - under a text makes it a heading, and # at its start",
                );
                Kind::Refused
            }
            Tag::CodeBlock(_) => {
                self.refuse(
                    range,
                    "lines indented by four spaces, or in ```, would be set as program code",
                    "take the extra indent out",
                );
                Kind::Refused
            }
            Tag::BlockQuote(_) => {
                self.refuse(
                    range,
                    "a line that begins with > would be a block quotation",
                    "use `- quote:` in the body, or put a \\ before the sign",
                );
                Kind::Refused
            }
            Tag::Image { .. } => {
                self.refuse(
                    range,
                    "an image stands in the words",
                    "take it out; a notice is words and tables",
                );
                Kind::Refused
            }
            Tag::Table(_) => {
                self.refuse(
                    range,
                    "a table is typed in the words",
                    "use `- table: NAME` in the body: the programme lays it out, and its figures come from the data",
                );
                Kind::Refused
            }
            _ => Kind::Refused,
        };
        // A tight item's text stands in it without a paragraph of its own.
        if matches!(kind, Kind::List(_)) {
            self.close_tight();
        }
        self.open.push(Open::new(kind, start));
    }

    fn close_tight(&mut self) {
        if let Some(open) = self.open.last_mut()
            && matches!(open.kind, Kind::Item)
            && !open.inlines.is_empty()
        {
            let inlines = std::mem::take(&mut open.inlines);
            open.blocks.push(Block::Paragraph(inlines));
        }
    }

    fn link(&mut self, link_type: LinkType, address: &str, range: Range<usize>) -> Kind {
        let address = self.resolve(address);
        let address = if link_type == LinkType::Email {
            format!("mailto:{address}")
        } else {
            address
        };
        let scheme = address.split(':').next().unwrap_or_default().to_ascii_lowercase();
        let allowed = matches!(scheme.as_str(), "http" | "https" | "mailto" | "tel") && address.contains(':');
        let clean = address
            .chars()
            .all(|c| !c.is_whitespace() && !c.is_control() && !"<>\"{}|\\^`".contains(c));
        if allowed && clean && address.len() > scheme.len() + 1 {
            return Kind::Link(address);
        }
        self.refuse(
            range,
            "a link whose address is not a plain http(s), mailto or tel address",
            "write the whole address, such as https://reports.example/omi2",
        );
        Kind::Refused
    }

    fn end(&mut self, _: TagEnd, range: Range<usize>) {
        self.close_tight();
        let Some(open) = self.open.pop() else { return };
        let place = || self.place(open.start..range.end);
        match open.kind {
            Kind::Root | Kind::Refused => {}
            Kind::Paragraph => self.block(Block::Paragraph(open.inlines)),
            Kind::List(start) => {
                let items = open.blocks.into_iter().map(|block| match block {
                    Block::List {
                        start: None,
                        mut items,
                    } if items.len() == 1 => items.remove(0),
                    other => vec![other],
                });
                let items = items.collect();
                self.block(Block::List { start, items });
            }
            // An item travels to its list as a list of one, so that its blocks stay together.
            Kind::Item => self.block(Block::List {
                start: None,
                items: vec![open.blocks],
            }),
            Kind::Emphasis => self.inline(Inline::Emphasis(open.inlines)),
            Kind::Strong => self.inline(Inline::Strong(open.inlines)),
            Kind::Link(address) => self.inline(Inline::Link {
                address,
                text: open.inlines,
            }),
            Kind::Claim(name) => {
                let place = place();
                self.inline(Inline::Claim {
                    name,
                    words: open.inlines,
                    place,
                });
            }
        }
    }

    fn block(&mut self, block: Block) {
        if let Some(open) = self.open.last_mut() {
            open.blocks.push(block);
        }
    }

    fn inline(&mut self, inline: Inline) {
        if let Some(open) = self.open.last_mut() {
            open.inlines.push(inline);
        }
    }

    /// Text of an event: literal runs with their bytes, items with what they stand for.
    fn text(&mut self, text: &str, range: Range<usize>) {
        let source = self.clean.text.get(range.clone()).unwrap_or_default();
        let same = source == text;
        if !same && source.starts_with('&') && source.ends_with(';') {
            return self.entity(text, range);
        }
        let mut literal = 0;
        for (at, c) in text.char_indices() {
            let Some(item) = items::item(c) else { continue };
            self.literal(&text[literal..at], same.then_some(range.start + literal), &range);
            literal = at + c.len_utf8();
            let offset = if same { range.start + at } else { range.start };
            self.item(&item, items::basis(c), offset);
        }
        self.literal(&text[literal..], same.then_some(range.start + literal), &range);
    }

    /// A character that is written as `&#8203;` or by its name: what may not be typed may not be written so either.
    fn entity(&mut self, text: &str, range: Range<usize>) {
        let place = self.place(range.clone());
        self.findings.extend(yaml::unseen(text, place));
        self.literal(text, None, &range);
    }

    /// Literal text, cut where its bytes are not together in the file (an escape, a folded line, a `{% if %}`).
    fn literal(&mut self, text: &str, start: Option<usize>, whole: &Range<usize>) {
        if text.is_empty() {
            return;
        }
        let Some(start) = start else {
            let origin = Origin::Literal(self.place(whole.clone()));
            return self.inline(Inline::Run(Run {
                text: text.to_owned(),
                origin,
            }));
        };
        let mut from = 0;
        while from < text.len() {
            let piece = self.clean.piece_end(start + from).saturating_sub(start);
            let stretch = match self.clean.at(start + from) {
                Piece::Literal(offset) => from + (self.field.map.stretch_end(offset) - offset),
                _ => text.len(),
            };
            let to = (stretch.min(piece).min(text.len())..=text.len())
                .find(|at| text.is_char_boundary(*at))
                .unwrap_or(text.len());
            let origin = Origin::Literal(self.place(start + from..start + to));
            self.inline(Inline::Run(Run {
                text: text[from..to].to_owned(),
                origin,
            }));
            from = to;
        }
    }

    fn item(&mut self, item: &Item, basis: Option<Arc<Basis>>, offset: usize) {
        let place = match self.clean.at(offset) {
            Piece::Tag(at) => self.tag(at),
            _ => self.field.place,
        };
        let text = item.print(self.house);
        let origin = match item {
            Item::Figure(figure, _) => Origin::Figure {
                figure: figure.clone(),
                place,
            },
            Item::Written(_) => Origin::Written { place, basis },
            Item::Date(..) | Item::Month(..) | Item::Time(_) | Item::Text(_) => Origin::Data { place, basis },
        };
        self.inline(Inline::Run(Run { text, origin }));
    }

    /// An address with what its items stand for.
    fn resolve(&self, address: &str) -> String {
        address
            .chars()
            .map(|c| items::item(c).map_or_else(|| c.to_string(), |item| item.print(self.house)))
            .collect()
    }

    /// The place in the file of a range of the printed words.
    fn place(&self, range: Range<usize>) -> Place {
        let last = range.end.max(range.start + 1) - 1;
        match (self.clean.at(range.start), self.clean.at(last)) {
            (Piece::Literal(start), Piece::Literal(end)) => self.field.at(start..(end + 1).max(start)),
            (Piece::Literal(start), _) => self.field.at(start..start + 1),
            (Piece::Tag(at), _) => self.tag(at),
            _ => self.field.place,
        }
    }

    /// The place in the file of a tag.
    fn tag(&self, at: usize) -> Place {
        let tag = self.field.template.tags.get(at);
        tag.map_or(self.field.place, |tag| self.field.at(tag.range.clone()))
    }

    fn refuse(&mut self, range: Range<usize>, says: &str, advice: &str) {
        let place = self.place(range);
        self.findings
            .push(Finding::new(Code::MarkupRefused, place, says).advice(advice));
    }

    fn finish(mut self) -> Vec<Block> {
        self.open.pop().map(|open| open.blocks).unwrap_or_default()
    }
}
