//! What a notice says, in plain terms: figures, lines and cells as printed, claims, and what stands against it.
//!
//! Both a composed notice and the record of an issued one can be told this way, so that either can be compared.

use std::sync::Arc;

use indexmap::IndexMap;

use crate::claims::Held;
use crate::figures::{Figure, Scope, Value};
use crate::quantity::NumberStyle;
use crate::release::{InTable, Part, Passage, Release, plain};

/// What a notice says.
#[derive(Debug, Clone, Default)]
pub struct Said {
    /// Every figure its words could use, by name: `control.value`.
    pub figures: IndexMap<String, SaidFigure>,
    /// Everything that is read but for table cells, in reading order.
    pub lines: Vec<SaidLine>,
    /// The table cells.
    pub cells: Vec<SaidCell>,
    /// The claims in the words; none where a record does not keep them.
    pub claims: Vec<SaidClaim>,
    /// What stands against it: `claim-not-supported in data/notices/x.yaml: the data do not support the claim …`; no
    /// line, so that one that merely moved down is the same.
    pub errors: Vec<String>,
    /// Its sign-offs that have lapsed, each in a sentence.
    pub lapsed: Vec<String>,
    /// How numbers print.
    pub numbers: NumberStyle,
}

/// A figure as it stands in a notice.
#[derive(Debug, Clone)]
pub struct SaidFigure {
    /// As it prints.
    pub printed: String,
    /// The value before rounding, as records keep it: `78.481… (6200/79)`; a rating's step; `missing`.
    pub exact: String,
    /// Whether the notice prints it.
    pub in_words: bool,
    /// The figure itself; `None` in a record.
    pub figure: Option<Arc<Figure>>,
}

/// A line, paragraph or heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SaidLine {
    /// Which part of the notice: `quotation 1, paragraph 2`.
    pub part: String,
    /// As printed.
    pub words: String,
}

/// A table cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SaidCell {
    /// The table's short name.
    pub table: String,
    /// The row's label.
    pub row: String,
    /// The column, from 1.
    pub column: usize,
    /// The column's headings; empty in a record.
    pub heading: String,
    /// As printed.
    pub words: String,
}

/// A claim in the words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SaidClaim {
    /// Its name under `claims:`.
    pub name: String,
    /// Its words.
    pub words: String,
    /// Whether it holds.
    pub holds: bool,
}

impl Said {
    /// What a composed notice says. Errors and sign-offs are the caller's to add.
    pub fn new(
        release: &Release,
        held: &[Held],
        scope: &Scope,
        numbers: &NumberStyle,
        missing_mark: &str,
    ) -> Self {
        let passages = release.passages();
        let mut lines = furniture(release);
        let mut cells = Vec::new();
        for passage in &passages {
            match cell(passage, &passages, release) {
                Some(cell) => cells.push(cell),
                None => lines.push(SaidLine {
                    part: passage.part.to_string(),
                    words: passage.text.clone(),
                }),
            }
        }
        let claims = passages.iter().enumerate().flat_map(|(at, passage)| {
            passage.claims.iter().map(move |(range, name, _)| {
                let judged = held
                    .iter()
                    .find(|held| held.passage == at && held.range == *range);
                SaidClaim {
                    name: name.clone(),
                    words: passage.text.get(range.clone()).unwrap_or_default().to_owned(),
                    holds: judged.is_none_or(|held| held.holds),
                }
            })
        });
        Said {
            figures: figures(scope, &passages, numbers, missing_mark),
            claims: claims.collect(),
            lines,
            cells,
            errors: Vec::new(),
            lapsed: Vec::new(),
            numbers: numbers.clone(),
        }
    }
}

impl Said {
    /// Whether there is nothing that it says, because it could not be composed.
    pub fn is_nothing(&self) -> bool {
        self.lines.is_empty() && self.cells.is_empty()
    }
}

impl SaidFigure {
    /// A figure of the data.
    pub fn of(figure: &Arc<Figure>, in_words: bool, numbers: &NumberStyle, missing_mark: &str) -> Self {
        let (printed, exact) = match &figure.value {
            Value::Known { quantity, .. } => (quantity.print(numbers), quantity.amount.exact_text()),
            Value::Missing { .. } => (missing_mark.to_owned(), "missing".to_owned()),
        };
        SaidFigure {
            printed,
            exact,
            in_words,
            figure: Some(Arc::clone(figure)),
        }
    }
}

/// The figures of the scope, then those that expressions in the words made of them.
fn figures(
    scope: &Scope,
    passages: &[Passage],
    numbers: &NumberStyle,
    missing_mark: &str,
) -> IndexMap<String, SaidFigure> {
    let printed: Vec<&Arc<Figure>> = passages
        .iter()
        .flat_map(|passage| passage.figures().map(|(_, figure)| figure))
        .collect();
    let same = |one: &Figure, other: &Figure| one.name == other.name && one.subject == other.subject;
    let mut all = IndexMap::new();
    for (path, figure) in scope.figures() {
        let in_words = printed.iter().any(|one| same(one, figure));
        all.entry(path.clone())
            .or_insert_with(|| SaidFigure::of(figure, in_words, numbers, missing_mark));
    }
    let of_scope = scope.figures();
    for figure in printed {
        if !of_scope.iter().any(|(_, one)| same(one, figure)) {
            all.entry(figure.name.clone())
                .or_insert_with(|| SaidFigure::of(figure, true, numbers, missing_mark));
        }
    }
    all
}

/// A passage that is a table's cell, with its row and column; `None` for any other.
fn cell(passage: &Passage, passages: &[Passage], release: &Release) -> Option<SaidCell> {
    let Part::Table(table, InTable::Cell(row, column)) = &passage.part else {
        return None;
    };
    let column = *column;
    let label = Part::Table(table.clone(), InTable::Label(*row));
    let label = passages.iter().find(|one| one.part == label);
    Some(SaidCell {
        table: table.clone(),
        row: label.map_or_else(
            || passage.part.line().unwrap_or_default(),
            |label| label.text.clone(),
        ),
        column,
        heading: heading(release, table, column).unwrap_or_default(),
        words: passage.text.clone(),
    })
}

/// `Scores from the English regions, Lowest`: the headings over a column counted from 1.
fn heading(release: &Release, name: &str, column: usize) -> Option<String> {
    let table = release.tables().into_iter().find(|table| table.name == name)?;
    let mut past = 0;
    let group = table.groups.iter().find(|group| {
        past += group.span;
        past >= column
    });
    let parts = [
        group.map(|group| plain(&group.heading)).unwrap_or_default(),
        plain(&table.columns.get(column.checked_sub(1)?)?.heading),
    ];
    let there: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    Some(there.join(", "))
}

/// What the program sets around the words: nobody wrote it, but a reader who holds the old copy reads it.
fn furniture(release: &Release) -> Vec<SaidLine> {
    let mut all = Vec::new();
    let mut line = |part: String, words: String| {
        if !words.is_empty() {
            all.push(SaidLine { part, words });
        }
    };
    if let Some((label, number)) = &release.media_enquiries {
        line("media enquiries".to_owned(), format!("{label}: {number}"));
    }
    for (at, inlines) in release.letterheads.iter().flatten().enumerate() {
        line(format!("letterhead {}", at + 1), plain(inlines));
    }
    if let Some(issued) = &release.issued {
        line("date of issue".to_owned(), issued.printed.clone());
    }
    if let Some(embargo) = &release.embargo {
        line("embargo".to_owned(), embargo.line.clone());
    }
    for (at, quotation) in release.quotations().into_iter().enumerate() {
        line(
            format!("attribution of quotation {}", at + 1),
            plain(&quotation.attribution),
        );
    }
    for contact in &release.contacts {
        let more = [
            &contact.role,
            &contact.telephone,
            &contact.out_of_hours,
            &contact.email,
        ];
        let mut words = contact.name.clone();
        for one in more.into_iter().flatten() {
            words.push_str(", ");
            words.push_str(one);
        }
        line("contact".to_owned(), words);
    }
    all
}
