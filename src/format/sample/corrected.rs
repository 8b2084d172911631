//! The hand-made release as its second version: a correction about the rows of its own table.

use super::{data, release, table, words};
use crate::release::{
    Block, Cell, Column, Correction, Edition, HeadCell, Inline, Moment, Notes, Part, Release, Row, Table,
};

/// A correction for the reason `reason`, with a row about each row of the sample's table.
pub fn correction(reason: &str) -> Correction {
    let cell = |printed: &str| Cell {
        content: vec![Inline::program(printed)],
        numeric: true,
        missing: None,
    };
    let head = |heading: &str| HeadCell {
        heading: vec![Inline::program(heading)],
        span: 1,
    };
    let rows = table().rows.into_iter().map(|row| Row {
        gloss: Vec::new(),
        cells: vec![cell("41%"), cell("42%")],
        ..row
    });
    let column = Column { heading: Vec::new() };
    Correction {
        part: Part::Reason,
        heading: vec![Inline::program("Correction, 14 June 2012")],
        blocks: vec![
            Block::Paragraph(vec![words("Why: "), data(reason)]),
            Block::Table(Table {
                name: "was-and-now".to_owned(),
                caption: None,
                title: "The figures as they were and as they are".to_owned(),
                rows_heading: Vec::new(),
                groups: vec![head("Was"), head("Now")],
                columns: vec![column.clone(), column],
                rows: rows.collect(),
                footnotes: Vec::new(),
            }),
        ],
        note: vec![Inline::program(
            "This notice was corrected on 14 June 2012; it is version 2.",
        )],
        notes: Notes {
            heading: "NOTES TO EDITORS".to_owned(),
            numbered: true,
            items: Vec::new(),
        },
    }
}

/// The public edition, corrected.
pub fn corrected() -> Release {
    let mut release = release();
    release.edition = Edition::Public;
    release.embargo = None;
    release.published = Some(Moment {
        printed: "12 June 2012, 00:01".to_owned(),
        machine: "2012-06-12T00:01:00+01:00".to_owned(),
    });
    release.corrections = vec![correction("a score was typed wrong")];
    release
}
