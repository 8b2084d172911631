//! Tables: spanning headers over columns, a row header with its gloss, cells with their figures.

use super::Inlines;

/// A finished table. Every row has as many cells as there are columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// The table's short name.
    pub name: String,
    /// The caption; where `None`, formats that need one for screen readers use `title`.
    pub caption: Option<Inlines>,
    /// What the table is, for readers who cannot see it.
    pub title: String,
    /// The heading over the row labels; may be empty.
    pub rows_heading: Inlines,
    /// The spanning headers, from left to right; together they span all columns.
    pub groups: Vec<HeadCell>,
    /// The columns, from left to right.
    pub columns: Vec<Column>,
    /// The rows.
    pub rows: Vec<Row>,
    /// Lines under the table: meanings of missing marks, footnotes, sources.
    pub footnotes: Vec<Inlines>,
}

/// A spanning header.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeadCell {
    /// The heading; may be empty.
    pub heading: Inlines,
    /// How many columns it spans; at least 1.
    pub span: usize,
}

/// A column under a spanning header.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its own heading: `Lowest`. Empty where the spanning header says all.
    pub heading: Inlines,
}

/// A row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The label: `‘Control’ – ‘Risk of Harm to others’ work`.
    pub label: Inlines,
    /// The gloss, printed in italics and brackets; may be empty.
    pub gloss: Inlines,
    /// The cells.
    pub cells: Vec<Cell>,
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// What it prints: one run of a figure, or the missing mark.
    pub content: Inlines,
    /// Whether it aligns right, as numbers do.
    pub numeric: bool,
    /// For a missing value: the reason, for readers who cannot see the mark.
    pub missing: Option<String>,
}
