//! The record of an issued notice as YAML, made to be read in a review.

use super::{Issued, Version};
use crate::data::yaml::quoted;

const HEAD: &str = "# Written by `pressroom publish` and `pressroom correct`; not to be edited. What was issued stays on record.\n";

impl Issued {
    /// The file's text.
    pub fn yaml(&self) -> String {
        let mut text = HEAD.to_owned();
        text.push_str(&format!("pressroom: {}\n", self.pressroom));
        text.push_str(&format!("notice: {}\n", quoted(&self.notice)));
        text.push_str("versions:\n");
        for version in &self.versions {
            write(version, &mut text);
        }
        text
    }
}

fn write(version: &Version, text: &mut String) {
    text.push_str(&format!("  - version: {}\n", version.version));
    text.push_str(&format!("    published: {}\n", quoted(&version.published)));
    text.push_str(&format!("    due: {}\n", quoted(&version.due)));
    if let Some(change) = &version.change {
        text.push_str(&format!("    change:\n      kind: {}\n", change.kind.name()));
        text.push_str(&format!("      reason: {}\n", quoted(&change.reason)));
    }
    if !version.figures.is_empty() {
        text.push_str("    figures:\n");
        for figure in &version.figures {
            text.push_str(&format!("      - {}\n", figure.yaml()));
        }
    }
    text.push_str("    words:\n");
    for words in &version.words {
        text.push_str(&format!("      - part: {}\n", quoted(&words.part)));
        text.push_str(&format!("        text: {}\n", quoted(&words.text)));
    }
    if !version.claims.is_empty() {
        text.push_str("    claims:\n");
        for claim in &version.claims {
            let (name, words) = (quoted(&claim.name), quoted(&claim.words));
            text.push_str(&format!("      - {{name: {name}, words: {words}}}\n"));
        }
    }
    text.push_str("    editions:\n");
    for edition in &version.editions {
        text.push_str(&format!(
            "      - {{format: {}, bytes: {}, sha256: {}}}\n",
            quoted(&edition.format),
            edition.bytes,
            quoted(&edition.sha256)
        ));
    }
}
