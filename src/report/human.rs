//! Findings for people: code, place, the line with its fault marked, values where they may be shown, and what to do.

use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Renderer, Snippet};

use super::printable::{masked, printable};
use super::settled::{Reported, Tally};
use crate::finding::{Place, Position, Severity, Source, Sources};

/// How a report looks, and what it may show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// Whether values, words and source lines may be shown.
    pub values: bool,
    /// Whether to colour it.
    pub colour: bool,
    /// The columns of the terminal.
    pub width: usize,
}

/// Every finding in full, and the count line `2 errors, 1 warning`. Empty where there is no finding.
pub fn human(findings: &[Reported], sources: &Sources, look: Look) -> String {
    if findings.is_empty() {
        return String::new();
    }
    let renderer = if look.colour {
        // Hyperlinks need the document's own address, which a folder does not have.
        Renderer::styled().hyperlink(false)
    } else {
        Renderer::plain()
    };
    let renderer = renderer.decor_style(DecorStyle::Ascii).term_width(look.width);
    let mut text = String::new();
    for reported in findings {
        text.push_str(&if look.values {
            in_full(&renderer, reported, sources)
        } else {
            in_public(reported, sources)
        });
        text.push_str("\n\n");
    }
    text.push_str(&Tally::of(findings).to_string());
    text.push('\n');
    text
}

/// With values: the line itself, its fault marked, and what may be compared.
fn in_full(renderer: &Renderer, reported: &Reported, sources: &Sources) -> String {
    let finding = &reported.finding;
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let title = level
        .primary_title(printable(&finding.says))
        .id(finding.code.name());
    let also = finding.also.iter().map(|(place, label)| (*place, label.as_str()));
    let mut group = Group::with_title(title).elements(snippets(finding.place, also, sources));
    for line in finding.shown.iter().flat_map(|lines| lines.lines()) {
        group = group.element(Level::NOTE.no_name().message(printable(line)));
    }
    if let Some(line) = notices(reported) {
        group = group.element(Level::NOTE.message(line));
    }
    if !finding.advice.is_empty() {
        group = group.element(Level::HELP.message(lines(&finding.advice)));
    }
    renderer.render(&[group])
}

/// Without values: what anybody may read.
fn in_public(reported: &Reported, sources: &Sources) -> String {
    let finding = &reported.finding;
    let (severity, code) = (finding.severity.name(), finding.code.name());
    let mut text = format!("{severity}[{code}]: {}", printable(&finding.says));
    if let Some((path, Position { line, column })) = &reported.at {
        text.push_str(&format!("\n --> {}:{line}:{column}", printable(path)));
    }
    for (place, label) in &finding.also {
        text.push_str(&format!(
            "\n ::: {}: {}",
            printable(&sources.cite(*place)),
            printable(label)
        ));
    }
    if let Some(line) = notices(reported) {
        text.push_str(&format!("\n  = note: {line}"));
    }
    if !finding.advice.is_empty() {
        text.push_str(&format!(
            "\n  = help: {}",
            lines(&finding.advice).replace('\n', "\n          ")
        ));
    }
    text
}

/// In how many notices it is, where in several.
fn notices(reported: &Reported) -> Option<String> {
    match reported.notices.as_slice() {
        [first, _, ..] => Some(format!(
            "in {} notices, {first} the first",
            reported.notices.len()
        )),
        _ => None,
    }
}

/// Each line of `text`, printable.
fn lines(text: &str) -> String {
    text.lines().map(printable).collect::<Vec<_>>().join("\n")
}

/// One snippet a source line: first the line of the finding, then those of its other places.
fn snippets<'a>(
    place: Option<Place>,
    also: impl Iterator<Item = (Place, &'a str)>,
    sources: &'a Sources,
) -> Vec<Snippet<'a, Annotation<'a>>> {
    let marks = place
        .map(|place| (place, None, AnnotationKind::Primary))
        .into_iter()
        .chain(also.map(|(place, label)| (place, Some(label), AnnotationKind::Context)));
    let mut lines: Vec<(&Source, Line<'a>, Vec<Annotation<'a>>)> = Vec::new();
    for (place, label, kind) in marks {
        let source = sources.get(place.file);
        let line = Line::of(source, place);
        let mut mark = kind.span(line.span(place));
        if let Some(label) = label {
            mark = mark.label(printable(label));
        }
        match lines
            .iter_mut()
            .find(|(of, at, _)| of.path() == source.path() && *at == line)
        {
            Some((_, _, marks)) => marks.push(mark),
            None => lines.push((source, line, vec![mark])),
        }
    }
    lines
        .into_iter()
        .map(|(source, line, marks)| {
            Snippet::source(masked(line.text))
                .path(source.path())
                .line_start(line.number)
                .annotations(marks)
        })
        .collect()
}

/// The source line on which a place starts.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Line<'a> {
    number: usize,
    start: usize,
    text: &'a str,
}

impl<'a> Line<'a> {
    fn of(source: &'a Source, place: Place) -> Self {
        let text = source.text();
        let offset = (place.start as usize).min(text.len());
        let bytes = text.as_bytes();
        let start = bytes[..offset]
            .iter()
            .rposition(|byte| *byte == b'\n')
            .map_or(0, |at| at + 1);
        let end = bytes[offset..]
            .iter()
            .position(|byte| *byte == b'\n')
            .map_or(text.len(), |length| offset + length);
        Line {
            number: source.position(place.start).line,
            start,
            text: text.get(start..end).unwrap_or_default().trim_end_matches('\r'),
        }
    }

    /// The bytes of the masked line that `place` covers; a place over several lines is marked to the end of its first.
    fn span(&self, place: Place) -> Range<usize> {
        let within = |offset: u32| {
            let mut at = (offset as usize).saturating_sub(self.start).min(self.text.len());
            while !self.text.is_char_boundary(at) {
                at -= 1;
            }
            masked(&self.text[..at]).len()
        };
        let from = within(place.start);
        from..within(place.end).max(from)
    }
}
