//! A release made by hand, with every part a notice can have, for the tests of this room.

mod corrected;
mod joint;

use std::sync::Arc;

use crate::figures::{Figure, Provenance, Subject, Value};
use crate::finding::Place;
use crate::quantity::{Exact, Quantity, Unit};
use crate::release::{
    Block, Cell, Column, Contact, Edition, Embargo, HeadCell, Inline, Inlines, Moment, Notes, Origin,
    Quotation, Release, Row, Run, Table,
};

pub use corrected::{corrected, correction};
pub use joint::joint;

/// Text typed in the words.
pub fn words(text: &str) -> Inline {
    Inline::Run(Run {
        text: text.to_owned(),
        origin: Origin::Literal(Place::default()),
    })
}

/// A text of the data.
pub fn data(text: &str) -> Inline {
    Inline::Run(Run {
        text: text.to_owned(),
        origin: Origin::Data {
            place: Place::default(),
            basis: None,
        },
    })
}

/// A figure of that name as it prints. Every figure of the samples is built here.
pub fn figure(name: &str, printed: &str) -> Inline {
    let figure = Figure {
        name: name.to_owned(),
        value: Value::Known {
            quantity: Quantity {
                amount: Exact::whole(0),
                unit: Unit::Percent,
                places: 0,
            },
            of: None,
        },
        subject: Subject::default(),
        provenance: Provenance::Given {
            place: Place::default(),
            source: None,
        },
    };
    Inline::Run(Run {
        text: printed.to_owned(),
        origin: Origin::Figure {
            figure: Arc::new(figure),
            place: Place::default(),
        },
    })
}

fn cell(name: &str, printed: &str) -> Cell {
    Cell {
        content: vec![figure(name, printed)],
        numeric: true,
        missing: None,
    }
}

fn row(name: &str, label: &str, gloss: &str, printed: [&str; 4]) -> Row {
    let columns = ["lowest", "highest", "average", "value"];
    Row {
        label: vec![words(label)],
        gloss: vec![words(gloss)],
        cells: columns
            .iter()
            .zip(printed)
            .map(|(column, printed)| match printed {
                "–" => Cell {
                    content: vec![Inline::program("–")],
                    numeric: true,
                    missing: Some("not inspected this year".to_owned()),
                },
                printed => cell(&format!("{name}.{column}"), printed),
            })
            .collect(),
    }
}

/// The table of the notice: two spanning headings, glosses and a row with missing cells.
pub fn table() -> Table {
    let column = |heading: &str| Column {
        heading: if heading.is_empty() {
            Vec::new()
        } else {
            vec![words(heading)]
        },
    };
    Table {
        name: "scores".to_owned(),
        caption: None,
        title: "Scores of the area beside those of the districts visited".to_owned(),
        rows_heading: Vec::new(),
        groups: vec![
            HeadCell {
                heading: vec![words("Scores from the districts visited to date")],
                span: 3,
            },
            HeadCell {
                heading: vec![words("Scores for "), data("Caerŵen, Northmoor and Vale")],
                span: 1,
            },
        ],
        columns: vec![column("Lowest"), column("Highest"), column("Average"), column("")],
        rows: vec![
            row(
                "guard",
                "‘Guard’ – keeping other people safe",
                "steps taken to protect the public",
                ["64%", "83%", "74%", "78%"],
            ),
            row(
                "mend",
                "‘Mend’ and ‘Turn’ – work on the causes",
                "fewer people offend again",
                ["62%", "82%", "73%", "75%"],
            ),
            row(
                "answer",
                "‘Answer’ – keeping to the terms set",
                "the sentence is served",
                ["–", "–", "79%", "78%"],
            ),
        ],
        footnotes: vec![vec![words("– not inspected this year")]],
    }
}

/// A table of `columns` columns under two spanning headings, in money: too wide for a page.
pub fn wide(columns: usize) -> Table {
    let mut table = table();
    let printed = |row: usize, column: usize| format!("$3{row}{column}.2 billion");
    let half = columns / 2;
    for (group, span) in table.groups.iter_mut().zip([half, columns - half]) {
        group.span = span;
    }
    table.rows_heading = vec![words("Area of work")];
    table.columns = (0..columns)
        .map(|at| Column {
            heading: vec![words(&format!("Month {} (provisional)", at + 1))],
        })
        .collect();
    for (at, row) in table.rows.iter_mut().enumerate() {
        row.cells = (0..columns)
            .map(|column| cell("guard.value", &printed(at, column)))
            .collect();
    }
    table
}

fn paragraph(text: &str) -> Block {
    Block::Paragraph(vec![words(text)])
}

fn link(address: &str, text: &str) -> Inline {
    Inline::Link {
        address: address.to_owned(),
        text: vec![words(text)],
    }
}

fn quotation() -> Quotation {
    let claim = |text: &str| Inline::Claim {
        name: "guard-above".to_owned(),
        words: vec![words(text)],
        place: Place::default(),
    };
    Quotation {
        attribution: vec![Inline::program("Andy Example, lead inspector, said:")],
        speaker: "lead-inspector".to_owned(),
        paragraphs: vec![
            vec![
                Inline::program("“"),
                words("We came to "),
                data("Caerŵen, Northmoor and Vale"),
                words(
                    " in the spring, read a fair sample of the files and asked of each whether the work had been done \
                     well enough. We spoke to the people who do the work and to the people it is done with.",
                ),
            ],
            vec![
                Inline::program("“"),
                words(
                    "Sentences are served for several reasons at once, and the office’s own plain words for them are \
                     ‘Answer, Mend, Turn and Guard’. Those words are easier to hold on to than our tables, so we have \
                     arranged what we found under them. Most attention went to ‘Guard’, since an outside eye is of \
                     most use where the public’s safety is at stake.",
                ),
            ],
            vec![
                Inline::program("“"),
                words("Work to keep other people safe was done well enough "),
                figure("guard.value", "78%"),
                words(" of the time, work on the causes "),
                figure("mend.value", "75%"),
                words(" and work on the terms of the sentence "),
                figure("answer.value", "78%"),
                words(". The table below sets these scores beside those of the districts visited so far."),
            ],
            vec![
                Inline::program("“"),
                words("Work on safety was "),
                claim("above the districts’ average"),
                words(
                    ". Averages hide a good deal: some of what we read was excellent, and some of it was not. Managers \
                     knew where the gaps were and had begun to close them. We leave encouraged.",
                ),
                Inline::program("”"),
            ],
        ],
        place: Place::default(),
    }
}

/// A notice under embargo, of the shape the built-in layouts were made for.
pub fn release() -> Release {
    let line = |text: &str| -> Inlines { vec![words(text)] };
    Release {
        name: "caerwen".to_owned(),
        language: "en".to_owned(),
        edition: Edition::Embargoed,
        media_enquiries: Some(("Media enquiries".to_owned(), "020 7946 0102".to_owned())),
        letterheads: vec![vec![
            line("Inspectorate of Second Chances"),
            line("1 Example Quay • Samplebury SB1 2ZZ"),
            line("Tel: 020 7946 0101 • Fax: 020 7946 0103"),
            vec![
                words("Email: "),
                link("mailto:office@chances.example", "office@chances.example"),
                words(" • "),
                link("https://chances.example/", "https://chances.example/"),
            ],
        ]],
        strapline: Some(line("Independent inspection of work with people on probation")),
        issued: Some(Moment {
            printed: "08 June 2012".to_owned(),
            machine: "2012-06-08".to_owned(),
        }),
        embargo: Some(Embargo {
            line: "EMBARGOED UNTIL 00:01 – TUESDAY, 12 June 2012".to_owned(),
            machine: "2012-06-12T00:01:00+01:00".to_owned(),
        }),
        published: None,
        reference: Some(line("Notice 14/2012")),
        kicker: Some(line("PUBLICATION OF INSPECTION REPORT")),
        headline: vec![
            words("Probation work in "),
            data("Caerŵen, Northmoor and Vale"),
            words(" inspected"),
        ],
        standfirst: vec![paragraph(
            "A new report on work with adults who have offended is out today.",
        )],
        body: vec![Block::Quotation(quotation()), Block::Table(table())],
        ends: Some("ENDS".to_owned()),
        notes: Some(Notes {
            heading: "NOTES TO EDITORS".to_owned(),
            numbered: true,
            items: vec![
                vec![Block::Paragraph(vec![
                    words("The report is at "),
                    link(
                        "https://reports.example/second-chances/2",
                        "https://reports.example/second-chances/2",
                    ),
                    words("."),
                ])],
                vec![paragraph(
                    "The programme began in September 2009 and visits every district over 3 years. This is its second round.",
                )],
                vec![
                    Block::Paragraph(vec![
                        words("The "),
                        Inline::Emphasis(line("safety score")),
                        words(
                            " says how often the work on safety was done well enough. How it is made is told in ",
                        ),
                        link("https://reports.example/method", "the method paper"),
                        words("."),
                    ]),
                    paragraph("It is not comparable with the score of the first round."),
                ],
            ],
        }),
        contacts: vec![Contact {
            name: "Press desk".to_owned(),
            role: Some("Inspectorate of Second Chances".to_owned()),
            telephone: Some("020 7946 0102".to_owned()),
            out_of_hours: Some("020 7946 0199".to_owned()),
            email: Some("press@chances.example".to_owned()),
        }],
        corrections: Vec::new(),
        next_release: Some(line("The next report, on Eastmarsh, is due on 10 July 2012.")),
        boilerplate: vec![paragraph(
            "The Inspectorate of Second Chances is independent of the services that it inspects.",
        )],
    }
}
