//! The forms in which one thing may be written: a bare value, or a mapping that says more.
//!
//! Each is an enum whose variants are kinds of YAML node; the reader chooses by the node (see
//! [`yaml::protocol`](super::yaml)), so that places survive where serde's own untagged enums would lose them.

use std::fmt;
use std::sync::OnceLock;

use schemars::JsonSchema;
use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, Error, SeqAccess, Visitor};

use super::inspection::{Cell, ResultColumns, ResultEntry};
use super::notice::{BodyItem, ClaimEntry, EmbargoAt, EmbargoEntry, Notice, Parts, Quote};
use super::yaml::protocol::{self, fields_of, promised};
use super::{Named, Scalar, Text};

/// A cell: a figure, or why there is none.
#[derive(Deserialize, JsonSchema)]
#[serde(rename = "$by-kind a figure such as `78%`, or `{missing: the reason}`")]
#[schemars(rename = "Cell", untagged)]
pub enum CellForms {
    /// `78%`
    Scalar(Scalar),
    /// `{missing: not inspected this year}`
    Mapping(MissingCell),
}

/// A value that is missing, and why.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MissingCell {
    /// Why it is missing.
    missing: Text,
}

impl From<CellForms> for Cell {
    fn from(form: CellForms) -> Self {
        match form {
            CellForms::Scalar(figure) => Cell::Figure(figure),
            CellForms::Mapping(cell) => Cell::Missing(cell.missing),
        }
    }
}

/// A result: a bare value, or columns by name.
#[derive(Deserialize, JsonSchema)]
#[serde(rename = "$by-kind a figure such as `78%`, or columns such as `{value: 78%, lowest: 64%}`")]
#[schemars(rename = "Result", untagged)]
#[expect(
    clippy::large_enum_variant,
    reason = "results are read once, and most have columns"
)]
pub enum ResultForms {
    /// `78%`
    Scalar(Scalar),
    /// `{value: 78%, lowest: 64%}`
    Mapping(ResultColumns),
}

impl From<ResultForms> for ResultEntry {
    fn from(form: ResultForms) -> Self {
        match form {
            ResultForms::Scalar(value) => ResultEntry::Value(value),
            ResultForms::Mapping(columns) => ResultEntry::Columns(columns),
        }
    }
}

/// A part of the body: a bare text, or a mapping with one key.
#[derive(Deserialize, JsonSchema)]
#[serde(rename = "$by-kind a text, or one of `text:`, `heading:`, `list:`, `quote:`, `table:`")]
#[schemars(rename = "BodyItem", untagged)]
pub enum BodyForms {
    /// A bare text.
    Scalar(Text),
    /// One key.
    Mapping(BodyPart),
}

/// A part of the body by its one key.
#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum BodyPart {
    /// Paragraphs and lists. Markdown with figures.
    Text(Text),
    /// A heading inside the body. Inline Markdown with figures.
    Heading(Text),
    /// Bullet points. Inline Markdown with figures.
    List(Vec<Text>),
    /// What somebody said.
    Quote(Quote),
    /// A table of the programme, by its short name.
    Table(Text),
}

impl From<BodyForms> for BodyItem {
    fn from(form: BodyForms) -> Self {
        match form {
            BodyForms::Scalar(text) | BodyForms::Mapping(BodyPart::Text(text)) => BodyItem::Text(text),
            BodyForms::Mapping(BodyPart::Heading(heading)) => BodyItem::Heading(heading),
            BodyForms::Mapping(BodyPart::List(items)) => BodyItem::List(items),
            BodyForms::Mapping(BodyPart::Quote(quote)) => BodyItem::Quote(quote),
            BodyForms::Mapping(BodyPart::Table(name)) => BodyItem::Table(name),
        }
    }
}

/// An embargo: a local time, or one with its zone.
#[derive(Deserialize, JsonSchema)]
#[serde(
    rename = "$by-kind a time such as `2012-06-12 00:01`, or `{at: 2012-06-12 00:01, zone: Europe/London}`"
)]
#[schemars(rename = "Embargo", untagged)]
pub enum EmbargoForms {
    /// `2012-06-12 00:01`
    Scalar(Text),
    /// `{at: 2026-09-16 08:30, zone: America/New_York}`
    Mapping(EmbargoAt),
}

impl From<EmbargoForms> for EmbargoEntry {
    fn from(form: EmbargoForms) -> Self {
        match form {
            EmbargoForms::Scalar(local) => EmbargoEntry::Local(local),
            EmbargoForms::Mapping(at) => EmbargoEntry::At(at),
        }
    }
}

/// A claim's condition, or what stands in its place.
#[derive(Deserialize, JsonSchema)]
#[serde(rename = "$by-kind a condition, or one of `{source: …}`, `{as-written: …}`")]
#[schemars(rename = "Claim", untagged)]
pub enum ClaimForms {
    /// A condition over figures: `control.value is above(than=control.average)`.
    Scalar(Text),
    /// Evidence, or a reason.
    Mapping(ClaimEvidence),
}

/// What stands behind a claim that no condition over figures can.
#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ClaimEvidence {
    /// Evidence outside the data: `Inspection report, section 1`.
    Source(Text),
    /// Why the words stand as they are, whatever the data.
    AsWritten(Text),
}

impl From<ClaimForms> for ClaimEntry {
    fn from(form: ClaimForms) -> Self {
        match form {
            ClaimForms::Scalar(condition) => ClaimEntry::Condition(condition),
            ClaimForms::Mapping(ClaimEvidence::Source(source)) => ClaimEntry::Source(source),
            ClaimForms::Mapping(ClaimEvidence::AsWritten(reason)) => ClaimEntry::AsWritten(reason),
        }
    }
}

impl<'de> Deserialize<'de> for Notice {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Own;

        impl<'de> DeserializeSeed<'de> for Own {
            type Value = Notice;

            fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Notice, D::Error> {
                Notice::deserialize(deserializer)
            }
        }

        struct Both;

        impl<'de> Visitor<'de> for Both {
            type Value = Notice;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a notice")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut readings: A) -> Result<Notice, A::Error> {
                let notice = readings.next_element_seed(Own);
                let parts = promised::<A, Parts>(&mut readings);
                let mut notice = notice?.ok_or_else(|| A::Error::custom("a notice"))?;
                notice.parts = parts?;
                Ok(notice)
            }
        }

        static FIELDS: OnceLock<Vec<&'static str>> = OnceLock::new();
        let fields = FIELDS.get_or_init(|| {
            [
                fields_of(|probe| Notice::deserialize(probe)),
                fields_of(|probe| Parts::deserialize(probe)),
            ]
            .concat()
        });
        deserializer.deserialize_struct(protocol::BOTH, fields, Both)
    }
}

impl<'de> Deserialize<'de> for ResultColumns {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Own;

        impl<'de> DeserializeSeed<'de> for Own {
            type Value = ResultColumns;

            fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<ResultColumns, D::Error> {
                ResultColumns::deserialize(deserializer)
            }
        }

        struct Both;

        impl<'de> Visitor<'de> for Both {
            type Value = ResultColumns;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("the columns of a result")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut readings: A) -> Result<ResultColumns, A::Error> {
                let columns = readings.next_element_seed(Own);
                let cells = promised::<A, Named<Cell>>(&mut readings);
                let mut columns = columns?.ok_or_else(|| A::Error::custom("the columns of a result"))?;
                columns.cells = cells?;
                Ok(columns)
            }
        }

        let fields = fields_of(|probe| ResultColumns::deserialize(probe));
        deserializer.deserialize_struct(protocol::AND_OTHERS, fields, Both)
    }
}
