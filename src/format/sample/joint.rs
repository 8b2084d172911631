//! A joint notice of two offices: two speakers, a list, a table of ratings without spanning headings, long labels.

use super::{data, figure, release, words};
use crate::finding::Place;
use crate::release::{Block, Cell, Column, HeadCell, Inline, Quotation, Release, Row, Table};

/// The joint notice, under embargo.
pub fn joint() -> Release {
    let mut joint = release();
    joint.name = "joint/eastmarsh".to_owned();
    joint.letterheads.push(vec![
        vec![words("Commission for Care")],
        vec![words("2 Example Quay • Samplebury SB1 2ZZ")],
    ]);
    joint.headline = vec![
        words("Work with young people in "),
        data("Eastmarsh, Fenwick and Vale"),
        words(" requires improvement, two offices find after the first joint inspection"),
    ];
    joint.body = vec![
        Block::Paragraph(vec![
            words("Inspectors read "),
            figure("cases.value", "41"),
            words(" cases. In "),
            figure("sound.value", "0"),
            words(" of them was the plan "),
            Inline::Strong(vec![words("wholly")]),
            words(" sound."),
        ]),
        quotation(
            "Andy Example, lead inspector, said:",
            "“Young people waited too long.”",
        ),
        Block::Heading(vec![words("What was found")]),
        Block::List {
            start: None,
            items: vec![
                vec![Block::Paragraph(vec![words(
                    "Plans were written late; in one place in three, not at all.",
                )])],
                vec![Block::Paragraph(vec![words(
                    "Work with victims was outstanding.",
                )])],
            ],
        },
        Block::Table(ratings()),
        quotation(
            "Bo Sample, director of the Commission for Care, added:",
            "“We shall come back within the year.”",
        ),
    ];
    joint
}

fn quotation(attribution: &str, paragraph: &str) -> Block {
    Block::Quotation(Quotation {
        attribution: vec![Inline::program(attribution)],
        speaker: "speaker".to_owned(),
        paragraphs: vec![vec![words(paragraph)]],
        place: Place::default(),
    })
}

fn ratings() -> Table {
    let row = |label: &str, rating: &str, points: &str| Row {
        label: vec![words(label)],
        gloss: Vec::new(),
        cells: vec![
            Cell {
                content: vec![figure("rating", rating)],
                numeric: false,
                missing: None,
            },
            Cell {
                content: vec![figure("points", points)],
                numeric: true,
                missing: None,
            },
        ],
    };
    Table {
        name: "ratings".to_owned(),
        caption: Some(vec![words("Ratings by area of work")]),
        title: "Ratings".to_owned(),
        rows_heading: vec![words("Area of work")],
        groups: vec![HeadCell {
            heading: Vec::new(),
            span: 2,
        }],
        columns: ["Rating", "Points out of 27"]
            .map(|heading| Column {
                heading: vec![words(heading)],
            })
            .into(),
        rows: vec![
            row("Overall", "Requires improvement", "13"),
            row(
                "Work with victims (outside the overall rating)",
                "Outstanding",
                "24",
            ),
            row(
                "How often the people who supervise sentences had looked into, written down and shared with every \
                 other service what might put a child, a partner or anybody else at risk of harm, and had done so \
                 before the first visit to the home",
                "Inadequate",
                "0",
            ),
        ],
        footnotes: Vec::new(),
    }
}
