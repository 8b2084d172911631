//! The digest of a sign-off: SHA-256 over a canonical form in which each field stands with its name and length, so that
//! no two records share one however their texts run together.

use std::fmt::Write;

use sha2::{Digest, Sha256};

use super::SignOff;
use crate::release::PrintedFigure;

impl SignOff {
    /// The digest that a record with this content carries: 64 hexadecimal digits.
    pub fn computed_digest(&self) -> String {
        let hash = Sha256::digest(self.canonical().as_bytes());
        hash.iter().fold(String::new(), |mut text, byte| {
            let _ = write!(text, "{byte:02x}");
            text
        })
    }

    /// The same record with the digest that its content has.
    #[must_use]
    pub fn sealed(mut self) -> SignOff {
        self.digest = self.computed_digest();
        self
    }

    /// Every field but the digest, each as `NAME LENGTH:` and its text, a line each; what is left out has no line.
    fn canonical(&self) -> String {
        let mut form = Canonical(String::from("pressroom sign-off\n"));
        form.field("pressroom", &self.pressroom.to_string());
        form.field("notice", &self.notice);
        form.field("covers", self.covers.name());
        form.field("by", &self.by);
        form.optional("on-behalf-of", self.on_behalf_of.as_ref());
        form.field("signed", &self.signed);
        form.optional("clock", self.clock.as_ref());
        form.field("quotations", &self.quotations.len().to_string());
        for spoken in &self.quotations {
            form.field("number", &spoken.number.to_string());
            form.field("speaker", &spoken.speaker);
            form.optional("name", spoken.name.as_ref());
            form.field("role", &spoken.role);
            form.optional("organisation", spoken.organisation.as_ref());
            form.field("verb", &spoken.verb);
            form.field("paragraphs", &spoken.words.len().to_string());
            for words in &spoken.words {
                form.field("words", words);
            }
            form.figures(&spoken.figures);
        }
        form.field("copy", &self.copy.len().to_string());
        for passage in &self.copy {
            form.field("part", &passage.part);
            form.field("words", &passage.words);
            form.figures(&passage.figures);
        }
        form.0
    }
}

struct Canonical(String);

impl Canonical {
    fn field(&mut self, name: &str, text: &str) {
        let _ = writeln!(self.0, "{name} {}:{text}", text.len());
    }

    fn optional(&mut self, name: &str, text: Option<&String>) {
        if let Some(text) = text {
            self.field(name, text);
        }
    }

    fn figures(&mut self, figures: &[PrintedFigure]) {
        self.field("figures", &figures.len().to_string());
        for figure in figures {
            self.field("figure", &figure.name);
            self.optional("of", figure.of.as_ref());
            self.field("exact", &figure.exact);
            self.field("printed", &figure.printed);
        }
    }
}
