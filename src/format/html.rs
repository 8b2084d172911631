//! HTML: inline content as elements, figures as `<data>`; the page itself is the layout's.

mod read;

use std::io::Write;

use super::address::is_allowed;
use super::fold::tame;
use super::{Format, Segment, Setting};
use crate::release::{Block, Inline, Origin, plain};

/// The HTML format.
#[derive(Debug)]
pub(super) struct Html;

impl Format for Html {
    fn name(&self) -> &'static str {
        "HTML"
    }

    fn extension(&self) -> &'static str {
        "html"
    }

    fn layout(&self) -> &'static str {
        include_str!("../../templates/notice.html")
    }

    fn inlines(&self, inlines: &[Inline], _: Setting) -> String {
        let mut out = String::new();
        write(inlines, &mut out);
        out
    }

    fn draw(&self, _: &Block) -> Option<String> {
        None
    }

    fn escape_function(&self) -> tera::EscapeFn {
        escape_unescaped
    }

    fn read(&self, document: &str) -> Vec<Segment> {
        read::segments(document)
    }
}

fn escape_unescaped(text: &str, out: &mut dyn Write) -> std::io::Result<()> {
    let mut escaped = String::new();
    push_escaped(text, &mut escaped);
    out.write_all(escaped.as_bytes())
}

fn write(inlines: &[Inline], out: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Run(run) => match &run.origin {
                Origin::Figure { .. } => push_figure(&run.text, out),
                _ => push_escaped(&run.text, out),
            },
            Inline::Break => out.push_str("<br>\n"),
            Inline::Emphasis(inner) => element("em", inner, out),
            Inline::Strong(inner) => element("strong", inner, out),
            Inline::Claim { words, .. } => write(words, out),
            Inline::Link { address, text } if is_allowed(address) => {
                // On paper the address of a link in words is printed behind it.
                let worded = address.starts_with("http") && plain(text) != *address;
                out.push_str(if worded {
                    "<a class=\"worded\" href=\""
                } else {
                    "<a href=\""
                });
                push_escaped(address, out);
                out.push_str("\">");
                write(text, out);
                out.push_str("</a>");
            }
            Inline::Link { text, .. } => write(text, out),
        }
    }
}

fn element(name: &str, inner: &[Inline], out: &mut String) {
    out.push('<');
    out.push_str(name);
    out.push('>');
    write(inner, out);
    out.push_str("</");
    out.push_str(name);
    out.push('>');
}

/// Escapes for text and for attributes in double quotation marks alike.
fn push_escaped(text: &str, out: &mut String) {
    for character in text.chars().map(tame) {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            character => out.push(character),
        }
    }
}

/// A figure with the number it prints for programs that read the page; a figure in words (a rating, a fraction)
/// is its text alone.
fn push_figure(text: &str, out: &mut String) {
    match printed_number(text) {
        Some(number) => {
            out.push_str("<data value=\"");
            out.push_str(&number);
            out.push_str("\">");
            push_escaped(text, out);
            out.push_str("</data>");
        }
        None => push_escaped(text, out),
    }
}

/// The one number in a printed figure, without unit and thousands separators, its minus sign as `-`. `None` where
/// there is none, or more than one (`62 of 79`, `1.6 to 2.3`), or a magnitude that the digits alone would not say.
fn printed_number(text: &str) -> Option<String> {
    let start = text.find(|character: char| character.is_ascii_digit())?;
    let (before, rest) = text.split_at(start);
    let end = rest
        .find(|character: char| {
            !(character.is_ascii_digit() || ".,\u{a0}\u{202f}\u{2009} ".contains(character))
        })
        .unwrap_or(rest.len());
    let (number, after) = rest.split_at(end);
    let magnitude = [
        "thousand", "million", "billion", "trillion", "th", "st", "nd", "rd",
    ];
    let more = after.chars().any(|character| character.is_ascii_digit());
    if more || magnitude.iter().any(|word| after.trim_start().starts_with(word)) {
        return None;
    }
    let mut printed = String::new();
    if before.contains(['-', '−']) {
        printed.push('-');
    }
    let number = number.trim_end_matches(|character: char| !character.is_ascii_digit());
    printed.extend(
        number
            .chars()
            .filter(|character| character.is_ascii_digit() || *character == '.'),
    );
    (printed.matches('.').count() <= 1).then_some(printed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_gives_programs_its_printed_number() {
        for (text, number) in [
            ("78%", Some("78")),
            ("78 per cent", Some("78")),
            ("270,397", Some("270397")),
            ("−0.3%", Some("-0.3")),
            ("£3.50", Some("3.50")),
            ("$381.2 billion", None),
            ("62 of 79", None),
            ("Good", None),
            ("2nd", None),
        ] {
            assert_eq!(printed_number(text).as_deref(), number, "{text}");
        }
    }
}
