//! How wide the columns of a table in plain text are, so that they stand side by side.

use super::table::{label, spelt};
use super::wrap::{widest_word, width, wrap};
use crate::format::heads::{Head, heads};
use crate::release::Table;

/// Columns between two columns.
pub(super) const GAP: usize = 2;

/// How closely columns may stand.
#[derive(Clone, Copy)]
struct Fit {
    /// About how many lines a column's heading may take.
    heading: usize,
    /// About how many a spanning heading may take.
    group: usize,
    /// The least width of the label column: a narrower one reads as a ribbon.
    label: usize,
    /// Whether words in cells may wrap.
    cells_wrap: bool,
    /// Whether numbers in cells may leave their units to the next line, and one spanning heading may stand above all.
    numbers_wrap: bool,
}

/// Headings of two lines where there is room for them, of a word a line where there is not.
const FITS: [Fit; 4] = [
    Fit {
        heading: 2,
        group: 3,
        label: 24,
        cells_wrap: false,
        numbers_wrap: false,
    },
    Fit {
        heading: usize::MAX,
        group: 3,
        label: 24,
        cells_wrap: false,
        numbers_wrap: false,
    },
    Fit {
        heading: usize::MAX,
        group: usize::MAX,
        label: 18,
        cells_wrap: true,
        numbers_wrap: false,
    },
    Fit {
        heading: usize::MAX,
        group: usize::MAX,
        label: 18,
        cells_wrap: true,
        numbers_wrap: true,
    },
];

/// How many of them keep every number on one line.
pub(super) const ROOMY: usize = 3;
/// All of them.
pub(super) const CLOSEST: usize = FITS.len();

/// The width of the label column and of each other, by the first of so many fits; `None` where they cannot stand side
/// by side.
pub(super) fn widths(table: &Table, within: usize, fits: usize) -> Option<Vec<usize>> {
    let heads = heads(table);
    FITS.iter()
        .take(fits)
        .find_map(|fit| fitted(table, &heads, within, *fit))
}

fn fitted(table: &Table, heads: &[Head], within: usize, fit: Fit) -> Option<Vec<usize>> {
    let cells = |index: usize| table.rows.iter().filter_map(move |row| row.cells.get(index));
    let widest = |index: usize, wraps: bool| {
        let widths = cells(index).map(|cell| {
            let text = spelt(&cell.content);
            if wraps && (fit.numbers_wrap || !cell.numeric) {
                widest_word(&text)
            } else {
                width(&text)
            }
        });
        widths.max().unwrap_or_default()
    };
    let mut columns: Vec<usize> = table
        .columns
        .iter()
        .enumerate()
        .map(|(index, column)| {
            let heading = width_for(&spelt(&column.heading), fit.heading);
            widest(index, fit.cells_wrap).max(heading).max(3)
        })
        .collect();
    // A spanning heading wants room for its longest word, and not too many lines for all of it.
    let alone = fit.numbers_wrap && table.groups.len() == 1;
    for (index, group) in table.groups.iter().enumerate().filter(|_| !alone) {
        let heading = spelt(&group.heading);
        let wanted = widest_word(&heading).max(width(&heading).div_ceil(fit.group));
        let under: Vec<usize> = (0..columns.len())
            .filter(|at| heads[*at].group == index)
            .collect();
        let has = span(&columns, &under);
        for (at, column) in under.iter().enumerate() {
            let missing = wanted.saturating_sub(has);
            columns[*column] += missing / under.len() + usize::from(at < missing % under.len());
        }
    }
    let taken: usize = columns.iter().map(|column| column + GAP).sum();
    let rows_heading = spelt(&table.rows_heading);
    let labels: Vec<String> = table.rows.iter().map(label).chain([rows_heading]).collect();
    let longest = labels.iter().map(|label| width(label)).max().unwrap_or_default();
    let words = labels
        .iter()
        .map(|label| widest_word(label))
        .max()
        .unwrap_or_default();
    let room = within.checked_sub(taken)?;
    if room < fit.label.min(longest) || room < words {
        return None;
    }
    let mut own = longest.min(room).max(1);
    if alone {
        own = own.max(widest_word(&spelt(&table.groups[0].heading)).saturating_sub(taken));
        if own > room {
            return None;
        }
    }
    if fit.cells_wrap {
        widen(
            &mut columns,
            |index| widest(index, false),
            room.saturating_sub(own),
        );
    }
    Some([vec![own], columns].concat())
}

/// Gives `spare` columns of characters to the columns that lack most.
fn widen(columns: &mut [usize], wanted: impl Fn(usize) -> usize, spare: usize) {
    let wanted: Vec<usize> = (0..columns.len()).map(wanted).collect();
    for _ in 0..spare {
        let lacks = |at: &usize| wanted[*at].saturating_sub(columns[*at]);
        if let Some(at) = (0..columns.len()).max_by_key(lacks).filter(|at| lacks(at) > 0) {
            columns[at] += 1;
        }
    }
}

/// The least width at which `heading` takes no more than `lines` lines.
fn width_for(heading: &str, lines: usize) -> usize {
    let least = widest_word(heading).max(width(heading).div_ceil(lines));
    let fits = |wide: &usize| wrap(heading, *wide, "", "").lines().count() <= lines;
    (least..width(heading)).find(fits).unwrap_or(width(heading))
}

/// The width of those columns together.
pub(super) fn span(columns: &[usize], under: &[usize]) -> usize {
    under.iter().map(|at| columns[*at]).sum::<usize>() + GAP * under.len().saturating_sub(1)
}

/// Whether the one spanning heading of a part is too wide for its columns: then it stands above, in lines of its own.
pub(super) fn stands_above(table: &Table, widths: &[usize]) -> bool {
    let columns: Vec<usize> = (0..widths.len() - 1).collect();
    match table.groups.as_slice() {
        [group] => widest_word(&spelt(&group.heading)) > span(&widths[1..], &columns),
        _ => false,
    }
}
