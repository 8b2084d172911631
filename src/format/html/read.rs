//! Reads a page as a browser would: the text that it shows, its tables' rows, and what it tells search engines.

use scraper::{ElementRef, Html, Node, node::Element};

use crate::format::{Segment, fold};

/// The segments of a page, in its own order.
pub(super) fn segments(document: &str) -> Vec<Segment> {
    let html = Html::parse_document(document);
    let mut reader = Reader::default();
    reader.walk(html.root_element());
    reader.end(false);
    reader.segments
}

#[derive(Default)]
struct Reader {
    segments: Vec<Segment>,
    text: String,
    row: Option<usize>,
    rows: usize,
    /// How many elements that show nothing are open.
    unseen: usize,
}

impl Reader {
    fn walk(&mut self, element: ElementRef<'_>) {
        self.open(element.value());
        for child in element.children() {
            match child.value() {
                Node::Text(text) if self.unseen == 0 => self.text.push_str(text),
                Node::Text(text) if element.value().name() == "style" => self.style(text),
                Node::Element(_) => {
                    if let Some(element) = ElementRef::wrap(child) {
                        self.walk(element);
                    }
                }
                _ => {}
            }
        }
        self.close(element.value());
    }

    fn open(&mut self, element: &Element) {
        let name = element.name();
        if is_unseen(element) {
            self.unseen += 1;
        }
        if name == "br" {
            self.text.push(' ');
        } else if !is_inline(name) {
            self.end(false);
        }
        if name == "tr" {
            self.row = Some(self.rows);
            self.rows += 1;
        }
        // `noindex` is not seen, and must be there.
        if name == "meta" && element.attr("name") == Some("robots") {
            self.push_hidden(element.attr("content"));
        }
        for attribute in ["title", "alt", "aria-label", "placeholder"] {
            self.push_hidden(element.attr(attribute));
        }
    }

    fn close(&mut self, element: &Element) {
        let name = element.name();
        if !is_inline(name) {
            self.end(matches!(name, "td" | "th"));
        }
        if is_unseen(element) {
            self.unseen -= 1;
        }
        if name == "tr" {
            self.row = None;
        }
    }

    /// A style sheet can print texts too.
    fn style(&mut self, sheet: &str) {
        for rule in sheet.split("content:").skip(1) {
            let printed = rule.split([';', '}']).next().unwrap_or_default();
            self.push_hidden(Some(printed));
        }
    }

    fn push_hidden(&mut self, text: Option<&str>) {
        if let Some(text) = text {
            self.segments.push(Segment {
                text: fold(text),
                row: None,
                hidden: true,
                marker: 0,
            });
        }
    }

    fn end(&mut self, always: bool) {
        let folded = fold(&self.text);
        self.text.clear();
        if always || !folded.is_empty() {
            self.segments.push(Segment {
                text: folded,
                row: self.row,
                hidden: false,
                marker: 0,
            });
        }
    }
}

fn is_unseen(element: &Element) -> bool {
    matches!(
        element.name(),
        "head" | "script" | "style" | "template" | "noscript"
    ) || element.attr("hidden").is_some()
        || element.attr("style").is_some_and(hides)
}

/// Whether a `style` attribute keeps its element from the reader's eyes.
fn hides(style: &str) -> bool {
    style.split(';').any(|declaration| {
        let (property, value) = declaration.split_once(':').unwrap_or_default();
        let lower = value.to_ascii_lowercase();
        let value = lower.trim_end().trim_end_matches("!important").trim();
        matches!(
            (property.trim().to_ascii_lowercase().as_str(), value),
            ("display", "none")
                | ("visibility", "hidden" | "collapse")
                | ("content-visibility", "hidden")
                | ("opacity", "0" | "0%")
                | ("font-size", "0" | "0px")
        )
    })
}

fn is_inline(name: &str) -> bool {
    matches!(
        name,
        "a" | "abbr"
            | "b"
            | "bdi"
            | "bdo"
            | "br"
            | "cite"
            | "code"
            | "data"
            | "dfn"
            | "em"
            | "i"
            | "kbd"
            | "mark"
            | "q"
            | "s"
            | "samp"
            | "small"
            | "span"
            | "strong"
            | "sub"
            | "sup"
            | "time"
            | "u"
            | "var"
            | "wbr"
    )
}
