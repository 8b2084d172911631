//! How much room a table wants on a page, for layouts that cannot measure.

use unicode_width::UnicodeWidthStr;

use super::heads::heads;
use crate::release::{Inline, Table, plain};

/// Columns of characters that fit beside each other on a page in the type of its text.
const PAGE: usize = 68;
/// Columns of characters that fit across upright paper in small type.
const PAPER: usize = 100;
/// Columns of characters that a label takes before it wraps.
const LABEL: usize = 24;

/// What a layout calls the room that `table` wants: `narrow` fits a page; `wide` wants small type on paper and may have
/// to scroll on a screen; `sheet` wants paper on its side.
pub(super) fn size(table: &Table) -> &'static str {
    let labels = table.rows.iter().map(|row| plain(&row.label).width());
    let label = labels.max().unwrap_or_default().min(LABEL);
    let heads = heads(table);
    let columns = |cell: fn(&[Inline]) -> usize, gap: usize| -> usize {
        let columns = table.columns.iter().zip(&heads).enumerate();
        let widths = columns.map(|(index, (column, head))| {
            let group = table.groups.get(head.group).filter(|_| head.alone);
            let heading = group.map_or(&column.heading, |group| &group.heading);
            let cells = table.rows.iter().filter_map(|row| row.cells.get(index));
            let widest = cells
                .map(|cell_of| cell(&cell_of.content))
                .max()
                .unwrap_or_default();
            widest.max(widest_word(heading)) + gap
        });
        widths.sum()
    };
    if label + columns(|cell| plain(cell).width(), 2) <= PAGE {
        "narrow"
    } else if label + columns(widest_word, 1) <= PAPER {
        "wide"
    } else {
        "sheet"
    }
}

fn widest_word(inlines: &[Inline]) -> usize {
    let text = plain(inlines);
    text.split(' ')
        .map(UnicodeWidthStr::width)
        .max()
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::sample;

    #[test]
    fn more_columns_want_more_room() {
        assert_eq!(size(&sample::table()), "narrow");
        assert_eq!(size(&sample::wide(5)), "wide");
        assert_eq!(size(&sample::wide(14)), "sheet");
    }
}
