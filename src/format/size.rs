//! How much room a table wants on a page, for layouts that cannot measure.

use unicode_width::UnicodeWidthStr;

use super::heads::heads;
use crate::release::{Cell, Inline, Table, plain};

/// Columns of characters that fit beside each other on a page in the type of its text.
const PAGE: usize = 68;
/// Columns of characters that fit across upright paper in small type.
const PAPER: usize = 100;
/// Columns of characters that fit across paper on its side in small type.
const SHEET: usize = 150;
/// Columns of characters that a label takes before it wraps.
const LABEL: usize = 24;
/// The same in small type on paper.
const SMALL_LABEL: usize = 16;

/// What a layout calls the room that `table` wants: `narrow` fits a page; `wide` wants small type on paper and may have
/// to scroll on a screen; `sheet` wants paper on its side. A number stays on one line in all of them; in a `sheet tight`
/// it may have to break at its space.
pub(super) fn size(table: &Table) -> &'static str {
    let labels = table.rows.iter().map(|row| plain(&row.label).width());
    let label = labels.max().unwrap_or_default();
    let heads = heads(table);
    let columns = |words: fn(&[Inline]) -> usize, gap: usize| -> usize {
        let columns = table.columns.iter().zip(&heads).enumerate();
        let widths = columns.map(|(index, (column, head))| {
            let group = table.groups.get(head.group).filter(|_| head.alone);
            let heading = group.map_or(&column.heading, |group| &group.heading);
            let cells = table.rows.iter().filter_map(|row| row.cells.get(index));
            let width = |cell: &Cell| match cell.numeric {
                true => plain(&cell.content).width(),
                false => words(&cell.content),
            };
            let widest = cells.map(width).max().unwrap_or_default();
            widest.max(widest_word(heading)) + gap
        });
        widths.sum()
    };
    let small = label.min(SMALL_LABEL) + columns(widest_word, 1);
    if label.min(LABEL) + columns(|cell| plain(cell).width(), 2) <= PAGE {
        "narrow"
    } else if small <= PAPER {
        "wide"
    } else if small <= SHEET {
        "sheet"
    } else {
        "sheet tight"
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
        assert_eq!(size(&sample::wide(8)), "sheet");
        assert_eq!(size(&sample::wide(14)), "sheet tight");
    }

    #[test]
    fn a_number_with_its_unit_is_measured_whole() {
        let mut table = sample::wide(8);
        for column in &mut table.columns {
            column.heading = vec![Inline::program("Score")];
        }
        for cell in table.rows.iter_mut().flat_map(|row| &mut row.cells) {
            cell.content = vec![Inline::program("83 per cent")];
            cell.numeric = true;
        }
        assert_eq!(size(&table), "sheet");
        for cell in table.rows.iter_mut().flat_map(|row| &mut row.cells) {
            cell.numeric = false;
        }
        assert_eq!(size(&table), "wide");
    }
}
