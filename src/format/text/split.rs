//! A table in plain text that is too wide for its lines: its columns in parts, each part with the rows' labels.

use std::ops::Range;

use super::fit::widths;
use super::table::spelt;
use super::wrap::width;
use crate::format::heads::heads;
use crate::release::{HeadCell, Inlines, Row, Table};

/// With more parts than this, or with labels of more columns, the eye loses the row: then a block a row is better.
const PARTS: usize = 5;
const LABEL: usize = 100;

/// `table` in parts that fit `within` columns, one below the other: spanning headings keep their columns together where
/// they can, and no column stands closer than by the first `fits`. `None` where a column does not fit even alone, or where too many parts would come of it.
pub(super) fn parts(table: &Table, within: usize, fits: usize) -> Option<Vec<Table>> {
    let fits = |columns: Range<usize>| widths(&part(table, columns), within, fits).is_some();
    let mut parts = Vec::new();
    let mut open = 0..0;
    for group in groups(table) {
        if fits(open.start..group.end) {
            open.end = group.end;
            continue;
        }
        parts.push(std::mem::replace(&mut open, group.start..group.start));
        for column in group {
            if !fits(open.start..column + 1) {
                parts.push(std::mem::replace(&mut open, column..column));
                if !fits(column..column + 1) {
                    return None;
                }
            }
            open.end = column + 1;
        }
    }
    parts.push(open);
    parts.retain(|columns| !columns.is_empty());
    let longest = table.rows.iter().map(|row| width(&spelt(&row.label))).max();
    let readable = parts.len() <= PARTS && longest.is_some_and(|longest| longest <= LABEL);
    readable.then(|| parts.into_iter().map(|columns| part(table, columns)).collect())
}

/// The columns under each spanning heading.
fn groups(table: &Table) -> Vec<Range<usize>> {
    let mut groups: Vec<(usize, Range<usize>)> = Vec::new();
    for (at, head) in heads(table).into_iter().enumerate() {
        match groups.last_mut() {
            Some((group, columns)) if *group == head.group => columns.end = at + 1,
            _ => groups.push((head.group, at..at + 1)),
        }
    }
    groups.into_iter().map(|(_, columns)| columns).collect()
}

/// Those columns of `table`, with its rows; the first part alone has the glosses.
fn part(table: &Table, columns: Range<usize>) -> Table {
    let mut from = 0;
    let spans = table.groups.iter().filter_map(|group| {
        let all = from..from + group.span;
        from = all.end;
        let span = all
            .end
            .min(columns.end)
            .saturating_sub(all.start.max(columns.start));
        let heading = group.heading.clone();
        (span > 0).then_some(HeadCell { heading, span })
    });
    let groups = spans.collect();
    let rows = table.rows.iter().map(|row| Row {
        label: row.label.clone(),
        gloss: if columns.start == 0 {
            row.gloss.clone()
        } else {
            Inlines::new()
        },
        cells: row.cells.get(columns.clone()).unwrap_or_default().to_vec(),
    });
    Table {
        name: table.name.clone(),
        caption: None,
        title: String::new(),
        rows_heading: table.rows_heading.clone(),
        groups,
        columns: table.columns.get(columns.clone()).unwrap_or_default().to_vec(),
        rows: rows.collect(),
        footnotes: Vec::new(),
    }
}
