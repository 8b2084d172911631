//! What a document must say: every part of the release as its format's reader sees it, with a name for messages.

use super::notes::notes;
use super::{Format, fold};
use crate::release::{Block, Edition, Embargo, Inline, Inlines, Origin, Release, Row, Table};

/// A part of the release.
#[derive(Debug, Clone)]
pub(super) struct Part {
    /// `quotation 1, paragraph 2`; no words of the notice.
    pub(super) name: String,
    /// What it reads in the format.
    pub(super) text: String,
}

/// What is looked for.
#[derive(Debug)]
pub(super) enum Wanted {
    /// A text.
    Text(Part),
    /// A table: its headings somewhere in it, its rows each with all cells in order.
    Table {
        /// `table scores`
        name: String,
        /// Spanning headings, columns' headings, the heading of the labels.
        headings: Vec<Part>,
        /// The rows: label, gloss and cells.
        rows: Vec<WantedRow>,
    },
}

/// A row that is looked for.
#[derive(Debug)]
pub(super) struct WantedRow {
    /// The label.
    pub(super) label: Part,
    /// The gloss.
    pub(super) gloss: Part,
    /// The cells, from left to right.
    pub(super) cells: Vec<Part>,
}

/// Parts whose order among themselves is fixed; a layout chooses where the section stands.
pub(super) type Section = Vec<Wanted>;

/// The embargo that a document shows: none in a public edition.
pub(super) fn embargo(release: &Release) -> Option<&Embargo> {
    release
        .embargo
        .as_ref()
        .filter(|_| release.edition != Edition::Public)
}

/// The line at the head and foot of a draft.
pub(super) fn draft_banner(findings: usize) -> String {
    let noun = if findings == 1 { "finding" } else { "findings" };
    format!("DRAFT – NOT CLEARED ({findings} {noun})")
}

/// What a layout may print beside the parts: tables' titles, the reasons of missing values, the line of a draft.
pub(super) fn asides(release: &Release) -> Vec<String> {
    let mut texts = Vec::new();
    for blocks in [&release.standfirst, &release.body, &release.boilerplate] {
        table_asides(blocks, &mut texts);
    }
    for correction in &release.corrections {
        table_asides(&correction.blocks, &mut texts);
    }
    for item in release.notes.iter().flat_map(|notes| &notes.items) {
        table_asides(item, &mut texts);
    }
    texts.extend(embargo(release).map(|embargo| fold(&embargo.line)));
    if let Edition::Draft { findings } = release.edition {
        texts.push(draft_banner(findings));
    }
    texts
}

fn table_asides(blocks: &[Block], texts: &mut Vec<String>) {
    for block in blocks {
        match block {
            Block::Table(table) => {
                texts.push(fold(&table.title));
                let cells = table.rows.iter().flat_map(|row| &row.cells);
                texts.extend(cells.filter_map(|cell| cell.missing.as_deref().map(fold)));
            }
            Block::List { items, .. } => items.iter().for_each(|item| table_asides(item, texts)),
            _ => {}
        }
    }
}

/// All sections of `release`; the first holds the headline alone, the second the body.
pub(super) fn sections(release: &Release, format: &dyn Format) -> Vec<Section> {
    let lister = Lister { format };
    let mut sections = vec![
        vec![lister.line("headline", &release.headline)],
        lister.blocks("body", &release.body),
        lister.blocks("standfirst", &release.standfirst),
        lister.blocks("boilerplate", &release.boilerplate),
    ];
    let letterhead = release.letterheads.iter().flatten().enumerate();
    sections.push(
        letterhead
            .map(|(at, line)| lister.line(format!("letterhead, line {}", at + 1), line))
            .collect(),
    );
    let lines = [
        ("strapline", &release.strapline),
        ("reference", &release.reference),
        ("kicker", &release.kicker),
        ("next release", &release.next_release),
    ];
    sections.extend(
        lines
            .into_iter()
            .filter_map(|(name, line)| Some(vec![lister.line(name, line.as_ref()?)])),
    );
    let mut texts: Vec<Vec<(String, &str)>> = vec![
        release
            .media_enquiries
            .iter()
            .flat_map(|(label, number)| {
                [
                    ("media enquiries, label".to_owned(), label.as_str()),
                    ("media enquiries".to_owned(), number),
                ]
            })
            .collect(),
        release
            .issued
            .iter()
            .map(|issued| ("date of issue".to_owned(), issued.printed.as_str()))
            .collect(),
        release
            .published
            .iter()
            .map(|moment| ("moment of publication".to_owned(), moment.printed.as_str()))
            .collect(),
        release
            .ends
            .iter()
            .map(|ends| ("line that ends the copy".to_owned(), ends.as_str()))
            .collect(),
    ];
    for (at, contact) in release.contacts.iter().enumerate() {
        let fields = [
            ("name", Some(&contact.name)),
            ("role", contact.role.as_ref()),
            ("telephone", contact.telephone.as_ref()),
            ("out of hours", contact.out_of_hours.as_ref()),
            ("email", contact.email.as_ref()),
        ];
        texts.push(
            fields
                .into_iter()
                .filter_map(|(field, text)| Some((format!("contact {}, {field}", at + 1), text?.as_str())))
                .collect(),
        );
    }
    for section in texts {
        sections.push(
            section
                .into_iter()
                .map(|(name, text)| lister.text(name, text))
                .collect(),
        );
    }
    if let Some(notes) = &notes(release) {
        let mut section = vec![lister.text("heading of the notes", &notes.heading)];
        for (at, item) in notes.items.iter().enumerate() {
            section.extend(lister.blocks(&format!("note {}", at + 1), item));
        }
        sections.push(section);
    }
    sections
}

/// What the document says of each correction. Its table has rows about the measures of the notice's own tables.
pub(super) fn corrections(release: &Release, format: &dyn Format) -> Vec<Section> {
    let lister = Lister { format };
    let corrections = release.corrections.iter().enumerate();
    corrections
        .map(|(at, correction)| {
            let name = format!("correction {}", at + 1);
            let mut section = vec![lister.line(format!("{name}, heading"), &correction.heading)];
            section.extend(lister.blocks(&name, &correction.blocks));
            section
        })
        .collect()
}

struct Lister<'f> {
    format: &'f dyn Format,
}

impl Lister<'_> {
    fn part(&self, name: impl Into<String>, inlines: &[Inline]) -> Part {
        Part {
            name: name.into(),
            text: self.format.reads_as(inlines),
        }
    }

    fn line(&self, name: impl Into<String>, inlines: &[Inline]) -> Wanted {
        Wanted::Text(self.part(name, inlines))
    }

    fn text(&self, name: impl Into<String>, text: &str) -> Wanted {
        self.line(name, &[Inline::program(text)])
    }

    fn blocks(&self, within: &str, blocks: &[Block]) -> Section {
        let mut section = Vec::new();
        let (mut paragraphs, mut quotations) = (0, 0);
        for block in blocks {
            match block {
                Block::Paragraph(inlines) => {
                    paragraphs += 1;
                    section.push(self.line(format!("{within}, paragraph {paragraphs}"), inlines));
                }
                Block::Heading(inlines) => section.push(self.line(format!("{within}, heading"), inlines)),
                Block::List { items, .. } => {
                    for (at, item) in items.iter().enumerate() {
                        section.extend(self.blocks(&format!("{within}, list item {}", at + 1), item));
                    }
                }
                Block::Quotation(quotation) => {
                    quotations += 1;
                    let name = format!("quotation {quotations}");
                    section.push(self.line(format!("{name}, attribution"), &quotation.attribution));
                    for (at, words) in quotation.paragraphs.iter().enumerate() {
                        section.push(self.line(format!("{name}, paragraph {}", at + 1), words));
                    }
                }
                Block::Table(table) => self.table(table, &mut section),
            }
        }
        section
    }

    fn table(&self, table: &Table, section: &mut Section) {
        let name = format!("table {}", table.name);
        let heading = |what: String, inlines: &Inlines| {
            (!inlines.is_empty()).then(|| self.part(format!("{name}, {what}"), inlines))
        };
        if let Some(caption) = &table.caption {
            section.push(self.line(format!("{name}, caption"), caption));
        }
        let groups = table.groups.iter().enumerate();
        let columns = table.columns.iter().enumerate();
        let headings = [heading("heading of the rows".to_owned(), &table.rows_heading)]
            .into_iter()
            .chain(groups.map(|(at, group)| heading(format!("spanning heading {}", at + 1), &group.heading)))
            .chain(
                columns.map(|(at, column)| heading(format!("heading of column {}", at + 1), &column.heading)),
            )
            .flatten()
            .collect();
        let rows = table.rows.iter().enumerate();
        let rows = rows
            .map(|(at, row)| self.row(&format!("{name}, row {}", at + 1), row))
            .collect();
        section.push(Wanted::Table {
            name: name.clone(),
            headings,
            rows,
        });
        for (at, footnote) in table.footnotes.iter().enumerate() {
            section.push(self.line(format!("{name}, footnote {}", at + 1), footnote));
        }
    }

    fn row(&self, name: &str, row: &Row) -> WantedRow {
        let cells = row.cells.iter().enumerate().map(|(at, cell)| {
            let figure = figure_name(&cell.content).map(|figure| format!(" (figure `{figure}`)"));
            self.part(
                format!("{name}, cell {}{}", at + 1, figure.unwrap_or_default()),
                &cell.content,
            )
        });
        WantedRow {
            label: self.part(format!("{name}, label"), &row.label),
            gloss: self.part(format!("{name}, gloss"), &row.gloss),
            cells: cells.collect(),
        }
    }
}

fn figure_name(inlines: &[Inline]) -> Option<&str> {
    inlines.iter().find_map(|inline| match inline {
        Inline::Run(run) => match &run.origin {
            Origin::Figure { figure, .. } => Some(figure.name.as_str()),
            _ => None,
        },
        _ => None,
    })
}
