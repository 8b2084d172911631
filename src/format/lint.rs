//! What is wrong with a layout: its syntax, and the names in it that nothing would ever answer to.

use tera::{ErrorKind, Tera};

use super::Format;
use super::tree::{FIELDS, VARIABLES};
use crate::finding::{Code, FileId, Finding, Place, list_names};

/// The filters and tests a message may propose.
const FILTERS: &[&str] = &[
    "default", "first", "join", "last", "length", "reverse", "trim", "wrap",
];
/// What stands after `loop.`.
const LOOP: &[&str] = &["first", "index", "index0", "last", "length"];

/// Tera's error as findings, each with its place in the office's own layout.
pub(super) fn findings(
    error: &tera::Error,
    source: &str,
    format: &dyn Format,
    file: Option<FileId>,
) -> Vec<Finding> {
    let path = format!("templates/notice.{}", format.extension());
    let advice = format!("correct it in {path}; templates/README.md shows what a layout may write");
    match error.kind() {
        ErrorKind::SyntaxError(report) => {
            let place = file.map(|file| Place::new(file, report.span().range.start, report.span().range.end));
            vec![bad(place, &path, report.message()).advice(advice)]
        }
        // While it runs it has the notice in its hands, and its message may quote it.
        ErrorKind::RenderingError(report) => {
            let place = file.map(|file| Place::new(file, report.span().range.start, report.span().range.end));
            vec![fails(place, &path, report.message()).advice(advice)]
        }
        // Tera reports unknown filters and tests together, as text.
        ErrorKind::Msg(message) => message
            .split("\n\n")
            .map(|report| {
                let first = report.lines().next().unwrap_or_default();
                let first = first.strip_prefix("error: ").unwrap_or(first);
                let name = first.split('`').nth(1).unwrap_or_default();
                let advice = if first.starts_with("Unknown filter") {
                    format!(
                        "use a filter that there is: {}",
                        list_names(name, FILTERS.iter().copied())
                    )
                } else {
                    advice.clone()
                };
                let start = names(source)
                    .iter()
                    .find(|found| found.name == name)
                    .map_or(0, |found| found.start);
                let place = file.map(|file| Place::new(file, start, start + name.len()));
                bad(place, &path, first).advice(advice)
            })
            .collect(),
        other => {
            let place = file.map(|file| Place::new(file, 0, 0));
            vec![fails(place, &path, &other.to_string()).advice(advice)]
        }
    }
}

fn bad(place: Option<Place>, path: &str, message: &str) -> Finding {
    // A sentence of Tera's goes on after the colon.
    let message = message.trim_end_matches('.');
    let sentence = message.chars().nth(1).is_some_and(char::is_lowercase);
    let message = match message.chars().next().filter(|_| sentence) {
        Some(first) => format!("{}{}", first.to_lowercase(), &message[first.len_utf8()..]),
        None => message.to_owned(),
    };
    Finding::new(
        Code::BadLayout,
        place,
        format!("the layout {path} does not work: {message}"),
    )
}

/// A layout that can be read and then fails at something in the notice.
fn fails(place: Option<Place>, path: &str, message: &str) -> Finding {
    let says = format!("The layout {path} fails while it runs.");
    Finding::new(Code::BadLayout, place, says).shown(format!("Tera says: {message}"))
}

/// Names that a release does not have. Tera takes a misspelt name in `{% if … %}` for false, and the part
/// would silently stay away.
pub(super) fn lint(
    tera: &Tera,
    name: &str,
    source: &str,
    format: &dyn Format,
    file: Option<FileId>,
) -> Vec<Finding> {
    let path = format!("templates/notice.{}", format.extension());
    let place = |start: usize, name: &str| file.map(|file| Place::new(file, start, start + name.len()));
    let mut findings = Vec::new();
    let names = names(source);
    let mut variables: Vec<&str> = tera
        .get_template_variables(name)
        .unwrap_or_default()
        .into_iter()
        .collect();
    variables.sort_unstable();
    for variable in variables
        .into_iter()
        .filter(|variable| !VARIABLES.contains(variable))
    {
        let start = names
            .iter()
            .find(|found| found.name == variable && found.of.is_none());
        let says = format!("the layout {path} names `{variable}`, which a notice does not have");
        findings.push(
            Finding::new(
                Code::BadLayout,
                place(start.map_or(0, |found| found.start), variable),
                says,
            )
            .advice(nearest(variable, VARIABLES)),
        );
    }
    for found in names {
        let Some(of) = found.of else { continue };
        let known = if of == "loop" { LOOP } else { FIELDS };
        if !known.contains(&found.name) {
            let says = format!(
                "the layout {path} names `{of}.{}`, which no part of a notice has",
                found.name
            );
            findings.push(
                Finding::new(Code::BadLayout, place(found.start, found.name), says)
                    .advice(nearest(found.name, known)),
            );
        }
    }
    findings
}

fn nearest(wrong: &str, names: &[&'static str]) -> String {
    format!(
        "correct the name (templates/README.md lists what a layout sees): {}",
        list_names(wrong, names.iter().copied())
    )
}

/// A name in a template's tags.
struct Name<'s> {
    name: &'s str,
    start: usize,
    /// What stands before its dot.
    of: Option<&'s str>,
}

/// Every name in `{{ … }}` and `{% … %}`, strings and comments left out.
fn names(source: &str) -> Vec<Name<'_>> {
    let mut names: Vec<Name<'_>> = Vec::new();
    let mut at = 0;
    while let Some(open) = source[at..].find('{').map(|found| at + found) {
        let close = match source.as_bytes().get(open + 1) {
            Some(b'{') => "}}",
            Some(b'%') => "%}",
            Some(b'#') => {
                at = source[open..]
                    .find("#}")
                    .map_or(source.len(), |found| open + found + 2);
                continue;
            }
            _ => {
                at = open + 1;
                continue;
            }
        };
        at = tag(source, open + 2, close, &mut names);
    }
    names
}

/// Takes the names of one tag; the byte after it.
fn tag<'s>(source: &'s str, from: usize, close: &str, names: &mut Vec<Name<'s>>) -> usize {
    let bytes = source.as_bytes();
    let is_word = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
    let mut at = from;
    // The name just read and where it ended: a dot right after it makes the next name a field of it.
    let mut last: Option<(&str, usize)> = None;
    while at < bytes.len() && !source[at..].starts_with(close) {
        match bytes[at] {
            quote @ (b'"' | b'\'' | b'`') => {
                at += 1;
                while at < bytes.len() && bytes[at] != quote {
                    at += 1 + usize::from(bytes[at] == b'\\');
                }
                at += 1;
            }
            byte if is_word(byte) => {
                let start = at;
                while at < bytes.len() && is_word(bytes[at]) {
                    at += 1;
                }
                let name = &source[start..at];
                let field = bytes[start - 1] == b'.' && !byte.is_ascii_digit();
                let of = field.then(|| match last {
                    Some((of, end)) if end + 1 == start || end + 2 == start => of,
                    _ => "…",
                });
                names.push(Name { name, start, of });
                last = Some((name, at));
            }
            byte => at += if byte.is_ascii() { 1 } else { 2 },
        }
        while at < bytes.len() && !source.is_char_boundary(at) {
            at += 1;
        }
    }
    (at + close.len()).min(source.len())
}
