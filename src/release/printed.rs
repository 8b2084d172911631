//! Printed figures as they are kept in records: the name, the exact value and the characters on the page.

use std::ops::Range;

use schemars::JsonSchema;
use serde::Deserialize;

use super::Passage;
use crate::data::yaml::quoted;
use crate::figures::Figure;

/// A figure as it was printed once.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct PrintedFigure {
    /// Its name in the words: `control.value`; an expression for a derived figure.
    pub name: String,
    /// The inspection it is of; left out for facts and counts.
    pub of: Option<String>,
    /// The value before rounding: `78`, `78.481… (6200/79)`; `missing` for a missing one.
    pub exact: String,
    /// As printed: `78%`.
    pub printed: String,
}

impl PrintedFigure {
    /// A figure that printed as `printed`.
    pub fn new(figure: &Figure, printed: &str) -> Self {
        PrintedFigure {
            name: figure.name.clone(),
            of: figure.subject.inspection.clone(),
            exact: figure
                .quantity()
                .map_or_else(|| "missing".to_owned(), |quantity| quantity.amount.exact_text()),
            printed: printed.to_owned(),
        }
    }

    /// The figure as one line of YAML: `{name: "control.value", of: "staffordshire", exact: "78", printed: "78%"}`.
    pub fn yaml(&self) -> String {
        let of = self
            .of
            .as_ref()
            .map_or_else(String::new, |of| format!("of: {}, ", quoted(of)));
        format!(
            "{{name: {}, {of}exact: {}, printed: {}}}",
            quoted(&self.name),
            quoted(&self.exact),
            quoted(&self.printed)
        )
    }
}

impl Passage {
    /// The figures printed in the passage, in order, as records keep them.
    pub fn printed_figures(&self) -> Vec<PrintedFigure> {
        let printed = |range: Range<usize>| self.text.get(range).unwrap_or_default();
        self.figures()
            .map(|(range, figure)| PrintedFigure::new(figure, printed(range)))
            .collect()
    }
}
