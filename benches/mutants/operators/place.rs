//! Where things stand in a notice's YAML: its expressions, and its prose apart from keys, claims and conditions.

use std::ops::Range;

use crate::office::Office;

/// `{{ … }}` in the words.
pub struct Tag {
    /// Its bytes, braces included.
    pub range: Range<usize>,
    /// The path it prints.
    pub path: String,
    /// The filter, where there is one alone.
    pub filter: String,
    /// Whether it stands in a claim's words.
    pub in_claim: bool,
}

/// Every expression of the notice that prints a path, with at most one filter.
pub fn tags(office: &Office) -> Vec<Tag> {
    let text = office.text(office.notice());
    let words = words(office);
    let mut tags = Vec::new();
    let mut from = words.start;
    while let Some(start) = text[from..words.end].find("{{").map(|at| from + at) {
        let Some(end) = text[start..].find("}}").map(|at| start + at + 2) else {
            break;
        };
        let inside = text[start + 2..end - 2].trim();
        let (path, filter) = inside.split_once(" | ").unwrap_or((inside, ""));
        let before = &text[words.start..start];
        let in_claim = before.rfind('[') > before.rfind(']');
        if filter.chars().all(|c| c.is_alphanumeric() || c == '_') {
            tags.push(Tag {
                range: start..end,
                path: path.to_owned(),
                filter: filter.to_owned(),
                in_claim,
            });
        }
        from = end;
    }
    tags
}

/// The notice's bytes between its first words and its claims.
pub fn words(office: &Office) -> Range<usize> {
    let text = office.text(office.notice());
    let start = text.find("headline:").unwrap_or(0);
    start..text.find("\nclaims:").unwrap_or(text.len())
}

/// The sentence before a byte: from the last full stop or the field's beginning.
pub fn sentence_before(text: &str, at: usize) -> &str {
    let before = &text[..at];
    let stop = [". ", ".\n", "! ", "? ", "|\n", "\n\n", ": "]
        .iter()
        .filter_map(|end| before.rfind(end))
        .max();
    &before[stop.map_or(0, |at| at + 1)..]
}

/// The byte ranges where `old` stands in the prose, outside expressions and the brackets' names.
pub fn prose(office: &Office, old: &str) -> Vec<Range<usize>> {
    let text = office.text(office.notice());
    let words = words(office);
    let mut found = Vec::new();
    let mut from = words.start;
    while let Some(at) = text[from..words.end].find(old).map(|at| from + at) {
        let before = &text[words.start..at];
        let in_tag = before.rfind("{{") > before.rfind("}}");
        let in_name = before.rfind("][") > before.rfind("] ").max(before.rfind("\n"));
        if !in_tag && !in_name {
            found.push(at..at + old.len());
        }
        from = at + old.len();
    }
    found
}
