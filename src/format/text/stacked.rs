//! A table in plain text that no columns can hold: one block a row.

use super::table::{label, spelt};
use super::wrap::wrap;
use crate::format::heads::Head;
use crate::release::Table;

/// Before a heading and its value.
const ENTRY: &str = "  ";
/// Before one that stands under a spanning heading.
const UNDER: &str = "    ";
/// Before a line that goes on with the one above: deeper than any entry, so that both stay apart.
pub(super) const GOES_ON: &str = "        ";

/// One block a row: the label behind the heading of the labels, then `heading: value` lines under their spanning
/// headings.
pub(super) fn row_by_row(table: &Table, heads: &[Head], within: usize) -> Vec<String> {
    let rule = "-".repeat(within);
    let rows_heading = spelt(&table.rows_heading);
    let mut lines = vec![rule.clone()];
    for (at, row) in table.rows.iter().enumerate() {
        if at > 0 {
            lines.push(String::new());
        }
        let mut push = |text: &str, first: &str, rest: &str| {
            lines.extend(wrap(text, within, first, rest).lines().map(str::to_owned));
        };
        if rows_heading.is_empty() {
            push(&label(row), "", GOES_ON);
        } else {
            push(&format!("{rows_heading}: {}", label(row)), "", GOES_ON);
        }
        for ((column, head), cell) in table.columns.iter().zip(heads).zip(&row.cells) {
            let group = table
                .groups
                .get(head.group)
                .map(|group| spelt(&group.heading))
                .unwrap_or_default();
            let own = spelt(&column.heading);
            let value = spelt(&cell.content);
            match (group.is_empty(), own.is_empty()) {
                (true, true) => push(&value, ENTRY, GOES_ON),
                (true, false) => push(&format!("{own}: {value}"), ENTRY, GOES_ON),
                (false, true) => push(&format!("{group}: {value}"), ENTRY, GOES_ON),
                (false, false) => {
                    if head.first {
                        push(&format!("{group}:"), ENTRY, GOES_ON);
                    }
                    push(&format!("{own}: {value}"), UNDER, GOES_ON);
                }
            }
        }
    }
    lines.push(rule);
    lines
}
