//! A table's headings as formats need them: which spanning heading stands over each column.

use crate::release::{HeadCell, Inline, Inlines, Table, plain};

/// A column as its headings make it.
pub(super) struct Head {
    /// The index of the spanning heading over it.
    pub(super) group: usize,
    /// Whether it is the first under that heading.
    pub(super) first: bool,
    /// Whether the spanning heading is its whole heading.
    pub(super) alone: bool,
    /// Whether any of its cells aligns as a number.
    pub(super) numeric: bool,
}

/// The heads of the columns, from left to right.
pub(super) fn heads(table: &Table) -> Vec<Head> {
    let groups = table.groups.iter().enumerate();
    let spans =
        groups.flat_map(|(index, HeadCell { span, .. })| (0..*span).map(move |at| (index, at, *span)));
    let mut spans = spans.chain(std::iter::repeat((usize::MAX, 0, 0)));
    let columns = table.columns.iter().enumerate();
    columns
        .map(|(index, column)| {
            let (group, at, span) = spans.next().unwrap_or((usize::MAX, 0, 0));
            let spoken = table
                .groups
                .get(group)
                .is_some_and(|group| !group.heading.is_empty());
            let mut cells = table.rows.iter().filter_map(|row| row.cells.get(index));
            Head {
                group,
                first: at == 0,
                alone: span == 1 && spoken && column.heading.is_empty(),
                numeric: cells.any(|cell| cell.numeric),
            }
        })
        .collect()
}

/// Whether a line of spanning headings stands over the columns.
pub(super) fn is_grouped(table: &Table) -> bool {
    table.groups.iter().any(|group| !group.heading.is_empty())
}

/// A gloss in round brackets; one that brings its own keeps them.
pub(super) fn bracketed(gloss: &Inlines) -> Inlines {
    let text = plain(gloss);
    if text.starts_with('(') && text.ends_with(')') {
        return gloss.clone();
    }
    let mut bracketed = vec![Inline::program("(")];
    bracketed.extend(gloss.iter().cloned());
    bracketed.push(Inline::program(")"));
    bracketed
}
