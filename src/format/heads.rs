//! A table's headings as formats need them: which spanning heading stands over each column, how columns align.

use std::borrow::Cow;

use crate::release::{Cell, HeadCell, Inline, Inlines, Table, plain};

/// A column as its headings make it.
pub(super) struct Head {
    /// The index of the spanning heading over it.
    pub(super) group: usize,
    /// Whether it is the first under that heading.
    pub(super) first: bool,
    /// Whether the spanning heading is its whole heading.
    pub(super) alone: bool,
    /// Whether it aligns as numbers do: any of its known cells does. A missing value has no say beside known ones.
    pub(super) numeric: bool,
}

impl Head {
    /// Whether `cell` of this column aligns right; a missing value stands as its column does.
    pub(super) fn aligns_right(&self, cell: &Cell) -> bool {
        if cell.missing.is_some() {
            self.numeric
        } else {
            cell.numeric
        }
    }
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
            let cells = || table.rows.iter().filter_map(|row| row.cells.get(index));
            let known = || cells().filter(|cell| cell.missing.is_none());
            let numeric = match known().next() {
                Some(_) => known().any(|cell| cell.numeric),
                None => cells().any(|cell| cell.numeric),
            };
            Head {
                group,
                first: at == 0,
                alone: span == 1 && spoken && column.heading.is_empty(),
                numeric,
            }
        })
        .collect()
}

/// Whether a line of spanning headings stands over the columns.
pub(super) fn is_grouped(table: &Table) -> bool {
    table.groups.iter().any(|group| !group.heading.is_empty())
}

/// `table` with one line of headings where two would say no more: where every spanning heading is empty or the whole
/// heading of one column, it becomes that column's own.
pub(super) fn flat(table: &Table) -> Cow<'_, Table> {
    let heads = heads(table);
    let needless = |(index, group): (usize, &HeadCell)| {
        group.heading.is_empty() || heads.iter().any(|head| head.group == index && head.alone)
    };
    if !is_grouped(table) || !table.groups.iter().enumerate().all(needless) {
        return Cow::Borrowed(table);
    }
    let mut flat = table.clone();
    for (column, head) in flat.columns.iter_mut().zip(&heads) {
        if let Some(group) = flat.groups.get_mut(head.group).filter(|_| head.alone) {
            column.heading = std::mem::take(&mut group.heading);
        }
    }
    Cow::Owned(flat)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::sample;

    #[test]
    fn a_missing_value_does_not_turn_a_column_of_words_into_numbers() {
        let mut table = sample::table();
        for row in &mut table.rows {
            for cell in row.cells.iter_mut().filter(|cell| cell.missing.is_none()) {
                cell.numeric = false;
            }
        }
        let heads = heads(&table);
        assert!(!heads[0].numeric);
        assert!(!heads[0].aligns_right(&table.rows[2].cells[0]));
    }

    #[test]
    fn headings_over_one_column_each_are_one_line() {
        let mut table = sample::table();
        assert!(is_grouped(&flat(&table)));
        table.groups[0].heading.clear();
        let flat = flat(&table);
        assert!(!is_grouped(&flat));
        assert_eq!(plain(&flat.columns[3].heading), plain(&table.groups[1].heading));
    }
}
