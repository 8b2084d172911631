//! Tables in Markdown: one line of headings, in which each column says the spanning heading it stands under.

use super::inline::write;
use crate::format::Setting;
use crate::format::heads::heads;
use crate::release::{Inline, Row, Table};

/// Draws `table`, its later lines behind `indent`.
///
/// Markdown has no spanning headings. Every column repeats the one over it (`Scores from the regions: Lowest`),
/// so that a cell is never read under the wrong heading.
pub(super) fn draw(table: &Table, indent: &str, out: &mut String) {
    if let Some(caption) = &table.caption {
        out.push_str(&write(caption, Setting::Line));
        out.push_str("\n\n");
        out.push_str(indent);
    }
    let heads = heads(table);
    line(
        [write(&table.rows_heading, Setting::Line)]
            .into_iter()
            .chain(table.columns.iter().zip(&heads).map(|(column, head)| {
                let group = table
                    .groups
                    .get(head.group)
                    .map(|group| write(&group.heading, Setting::Line));
                let own = write(&column.heading, Setting::Line);
                match group {
                    Some(group) if group.is_empty() => own,
                    Some(group) if own.is_empty() => group,
                    Some(group) => format!("{group}: {own}"),
                    None => own,
                }
            })),
        out,
    );
    next(indent, out);
    let rules = heads.iter().map(|head| if head.numeric { "---:" } else { "---" });
    line(["---"].into_iter().chain(rules).map(str::to_owned), out);
    for row in &table.rows {
        next(indent, out);
        let cells = row.cells.iter().map(|cell| write(&cell.content, Setting::Line));
        line([label(row)].into_iter().chain(cells), out);
    }
    for footnote in &table.footnotes {
        out.push_str("\n\n");
        out.push_str(indent);
        out.push_str(&write(footnote, Setting::Paragraph));
    }
}

fn next(indent: &str, out: &mut String) {
    out.push('\n');
    out.push_str(indent);
}

fn line(cells: impl Iterator<Item = String>, out: &mut String) {
    out.push('|');
    for cell in cells {
        out.push(' ');
        out.push_str(&cell);
        if !cell.is_empty() {
            out.push(' ');
        }
        out.push('|');
    }
}

fn label(row: &Row) -> String {
    if row.gloss.is_empty() {
        return write(&row.label, Setting::Line);
    }
    let gloss = crate::format::heads::bracketed(&row.gloss);
    let mut label = row.label.clone();
    label.push(Inline::program(" "));
    label.push(Inline::Emphasis(gloss));
    write(&label, Setting::Line)
}
