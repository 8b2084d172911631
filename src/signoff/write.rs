//! A sign-off as YAML, made to be read in a review: who and when first, then the words a line each.

use super::SignOff;
use crate::data::yaml::quoted;
use crate::release::PrintedFigure;

const HEAD: &str = "\
# Written by `pressroom sign-off`; not to be edited: the digest at the end is over everything here. Review it in git as
# what it is, somebody's agreement to exactly these words and figures.
";

impl SignOff {
    /// The file's text.
    pub fn yaml(&self) -> String {
        let mut lines = vec![format!("pressroom: {}", self.pressroom)];
        lines.push(format!("notice: {}", quoted(&self.notice)));
        lines.push(format!("covers: {}", self.covers.name()));
        lines.push(format!("by: {}", quoted(&self.by)));
        optional("", "on-behalf-of", self.on_behalf_of.as_ref(), &mut lines);
        lines.push(format!("signed: {}", quoted(&self.signed)));
        optional("", "clock", self.clock.as_ref(), &mut lines);
        if !self.quotations.is_empty() {
            lines.push("quotations:".to_owned());
        }
        for spoken in &self.quotations {
            lines.push(format!("  - number: {}", spoken.number));
            lines.push(format!("    speaker: {}", quoted(&spoken.speaker)));
            optional("    ", "name", spoken.name.as_ref(), &mut lines);
            lines.push(format!("    role: {}", quoted(&spoken.role)));
            optional("    ", "organisation", spoken.organisation.as_ref(), &mut lines);
            lines.push(format!("    verb: {}", quoted(&spoken.verb)));
            lines.push("    words:".to_owned());
            let words = spoken.words.iter();
            lines.extend(words.map(|words| format!("      - {}", quoted(words))));
            figures(&spoken.figures, &mut lines);
        }
        if !self.copy.is_empty() {
            lines.push("copy:".to_owned());
        }
        for passage in &self.copy {
            lines.push(format!("  - part: {}", quoted(&passage.part)));
            lines.push(format!("    words: {}", quoted(&passage.words)));
            figures(&passage.figures, &mut lines);
        }
        lines.push(format!("digest: {}", quoted(&self.digest)));
        format!("{HEAD}{}\n", lines.join("\n"))
    }
}

fn optional(indent: &str, key: &str, text: Option<&String>, lines: &mut Vec<String>) {
    if let Some(text) = text {
        lines.push(format!("{indent}{key}: {}", quoted(text)));
    }
}

fn figures(figures: &[PrintedFigure], lines: &mut Vec<String>) {
    if !figures.is_empty() {
        lines.push("    figures:".to_owned());
        lines.extend(figures.iter().map(|figure| format!("      - {}", figure.yaml())));
    }
}
