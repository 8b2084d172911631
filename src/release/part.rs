//! Which part of a notice some words are: printed in messages, kept as text in records, and read back from them.

use std::fmt;
use std::str::FromStr;

/// A part of a notice. What it prints is in the records that offices keep: it never changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// `strapline`
    Strapline,
    /// `reference`
    Reference,
    /// `kicker`
    Kicker,
    /// `headline`
    Headline,
    /// `next release`
    NextRelease,
    /// `body 2, item 1`: a room of texts, and the way to one of them.
    Text(Room, Vec<Step>),
    /// `quotation 1, paragraph 2`
    Quotation {
        /// Which, from 1.
        number: usize,
        /// Its paragraph, from 1.
        paragraph: usize,
    },
    /// `table scores, row 1, label`
    Table(String, InTable),
    /// `attribution of quotation 1`
    Attribution(usize),
    /// `role of `lead-inspector``
    Role(String),
    /// `fact `opened``
    Fact(String),
    /// `period`
    Period,
    /// `letterhead, line 1`
    Letterhead(usize),
    /// `change of embargo`: why it moved.
    ChangeOfEmbargo,
    /// `the reason of the change`: why a published notice is issued again.
    Reason,
    /// `change of embargo, heading`
    ChangeOfEmbargoHeading,
}

/// Where texts of several paragraphs stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Room {
    /// The standfirst.
    Standfirst,
    /// A text of the body, from 1; quotations and tables are not counted.
    Body(usize),
    /// A note to editors, from 1.
    Note(usize),
    /// The standing paragraphs.
    Boilerplate,
}

/// A step into a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// A paragraph of several, from 1.
    Paragraph(usize),
    /// An item of a list, from 1.
    Item(usize),
}

/// Where in a table. Rows and columns count from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InTable {
    /// The caption.
    Caption,
    /// A heading over one column or several.
    Heading,
    /// The heading over the rows' labels.
    RowsHeading,
    /// The label of a row.
    Label(usize),
    /// The gloss on a row's label.
    Gloss(usize),
    /// A cell: row and column.
    Cell(usize, usize),
    /// A footnote.
    Footnote,
}

impl Part {
    /// Whether it is of a table.
    pub fn is_tabular(&self) -> bool {
        matches!(self, Part::Table(..))
    }

    /// Whether it is in an item of a list.
    pub fn is_item(&self) -> bool {
        matches!(self, Part::Text(_, steps) if steps.iter().any(|step| matches!(step, Step::Item(_))))
    }

    /// Whether two parts are of one run of text: the whole body, all notes, the paragraphs of one quotation.
    pub fn runs_on_to(&self, other: &Part) -> bool {
        use std::mem::discriminant;
        match (self, other) {
            (Part::Quotation { number, .. }, Part::Quotation { number: next, .. }) => number == next,
            (Part::Text(room, _), Part::Text(next, _)) => discriminant(room) == discriminant(next),
            _ => discriminant(self) == discriminant(other),
        }
    }

    /// The line of a table that it stands in: `table scores, row 1` for a label, gloss or cell of it, and itself for a
    /// caption, heading or footnote.
    pub fn line(&self) -> Option<String> {
        let Part::Table(table, place) = self else {
            return None;
        };
        Some(match place {
            InTable::Label(row) | InTable::Gloss(row) | InTable::Cell(row, _) => {
                format!("table {table}, row {row}")
            }
            _ => self.to_string(),
        })
    }
}

impl fmt::Display for Part {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Part::Strapline => out.write_str("strapline"),
            Part::Reference => out.write_str("reference"),
            Part::Kicker => out.write_str("kicker"),
            Part::Headline => out.write_str("headline"),
            Part::NextRelease => out.write_str("next release"),
            Part::Text(room, steps) => {
                match room {
                    Room::Standfirst => out.write_str("standfirst"),
                    Room::Body(number) => write!(out, "body {number}"),
                    Room::Note(number) => write!(out, "note {number}"),
                    Room::Boilerplate => out.write_str("boilerplate"),
                }?;
                steps.iter().try_for_each(|step| match step {
                    Step::Paragraph(number) => write!(out, ", paragraph {number}"),
                    Step::Item(number) => write!(out, ", item {number}"),
                })
            }
            Part::Quotation { number, paragraph } => {
                write!(out, "quotation {number}, paragraph {paragraph}")
            }
            Part::Table(table, place) => {
                write!(out, "table {table}, ")?;
                match place {
                    InTable::Caption => out.write_str("caption"),
                    InTable::Heading => out.write_str("heading"),
                    InTable::RowsHeading => out.write_str("heading over the rows"),
                    InTable::Label(row) => write!(out, "row {row}, label"),
                    InTable::Gloss(row) => write!(out, "row {row}, gloss"),
                    InTable::Cell(row, column) => write!(out, "row {row}, column {column}"),
                    InTable::Footnote => out.write_str("footnote"),
                }
            }
            Part::Attribution(number) => write!(out, "attribution of quotation {number}"),
            Part::Role(person) => write!(out, "role of `{person}`"),
            Part::Fact(name) => write!(out, "fact `{name}`"),
            Part::Period => out.write_str("period"),
            Part::Letterhead(line) => write!(out, "letterhead, line {line}"),
            Part::ChangeOfEmbargo => out.write_str("change of embargo"),
            Part::Reason => out.write_str("the reason of the change"),
            Part::ChangeOfEmbargoHeading => out.write_str("change of embargo, heading"),
        }
    }
}

/// A text that names no part of a notice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoPart;

impl FromStr for Part {
    type Err = NoPart;

    /// Reads what [`Display`](fmt::Display) printed.
    fn from_str(text: &str) -> Result<Part, NoPart> {
        let number = |text: &str, word: &str| -> Option<usize> { text.strip_prefix(word)?.parse().ok() };
        let alone = match text {
            "strapline" => Some(Part::Strapline),
            "reference" => Some(Part::Reference),
            "kicker" => Some(Part::Kicker),
            "headline" => Some(Part::Headline),
            "next release" => Some(Part::NextRelease),
            "period" => Some(Part::Period),
            "the reason of the change" => Some(Part::Reason),
            "change of embargo" => Some(Part::ChangeOfEmbargo),
            "change of embargo, heading" => Some(Part::ChangeOfEmbargoHeading),
            _ => None,
        };
        let named = |lead: &str| Some(text.strip_prefix(lead)?.strip_suffix('`')?.to_owned());
        let found = alone
            .or_else(|| number(text, "attribution of quotation ").map(Part::Attribution))
            .or_else(|| number(text, "letterhead, line ").map(Part::Letterhead))
            .or_else(|| named("role of `").map(Part::Role))
            .or_else(|| named("fact `").map(Part::Fact));
        if let Some(part) = found {
            return Ok(part);
        }
        let steps: Vec<&str> = text.split(", ").collect();
        let found = match steps.as_slice() {
            [quotation, paragraph] if quotation.starts_with("quotation ") => number(quotation, "quotation ")
                .zip(number(paragraph, "paragraph "))
                .map(|(number, paragraph)| Part::Quotation { number, paragraph }),
            [table, rest @ ..] if table.starts_with("table ") => {
                let place = match rest {
                    ["caption"] => Some(InTable::Caption),
                    ["heading"] => Some(InTable::Heading),
                    ["heading over the rows"] => Some(InTable::RowsHeading),
                    ["footnote"] => Some(InTable::Footnote),
                    [row, "label"] => number(row, "row ").map(InTable::Label),
                    [row, "gloss"] => number(row, "row ").map(InTable::Gloss),
                    [row, column] => number(row, "row ")
                        .zip(number(column, "column "))
                        .map(|(row, column)| InTable::Cell(row, column)),
                    _ => None,
                };
                place.map(|place| Part::Table(table["table ".len()..].to_owned(), place))
            }
            [room, steps @ ..] => {
                let room = match *room {
                    "standfirst" => Some(Room::Standfirst),
                    "boilerplate" => Some(Room::Boilerplate),
                    room => number(room, "body ")
                        .map(Room::Body)
                        .or_else(|| number(room, "note ").map(Room::Note)),
                };
                let steps: Option<Vec<Step>> = steps
                    .iter()
                    .map(|step| {
                        let paragraph = number(step, "paragraph ").map(Step::Paragraph);
                        paragraph.or_else(|| number(step, "item ").map(Step::Item))
                    })
                    .collect();
                room.zip(steps).map(|(room, steps)| Part::Text(room, steps))
            }
            [] => None,
        };
        found.ok_or(NoPart)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_reads_back_as_itself() {
        for text in [
            "strapline",
            "reference",
            "kicker",
            "headline",
            "next release",
            "standfirst",
            "standfirst, paragraph 2",
            "body 2",
            "body 2, paragraph 1, item 12, paragraph 3",
            "note 3, item 1",
            "boilerplate, paragraph 11",
            "quotation 1, paragraph 12",
            "table scores, caption",
            "table scores, heading",
            "table scores, heading over the rows",
            "table scores, row 1, label",
            "table scores, row 11, gloss",
            "table two-tables, row 3, column 14",
            "table scores, footnote",
            "attribution of quotation 2",
            "role of `lead-inspector`",
            "fact `opened`",
            "period",
            "letterhead, line 4",
            "the reason of the change",
            "change of embargo",
            "change of embargo, heading",
        ] {
            let part = text.parse::<Part>().map(|part| part.to_string());
            assert_eq!(part.as_deref(), Ok(text));
        }
        for text in [
            "",
            "embargo line",
            "body",
            "table scores",
            "table scores, row 1",
            "quotation 1",
        ] {
            assert_eq!(text.parse::<Part>(), Err(NoPart), "{text}");
        }
    }
}
