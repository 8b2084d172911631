//! Table cells that print otherwise.

use super::said::{Said, SaidCell};

/// A cell that changed, came or went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MovedCell {
    /// The table's short name.
    pub table: String,
    /// The row's label.
    pub row: String,
    /// The column's headings, or `column 3` where they are not known.
    pub column: String,
    /// As it printed; `None` for one that came.
    pub before: Option<String>,
    /// As it prints; `None` for one that went.
    pub after: Option<String>,
}

/// The cells that moved: those of the new state in their order, then those that went.
pub fn moved(old: &Said, new: &Said) -> Vec<MovedCell> {
    let then = numbered(&old.cells);
    let now = numbered(&new.cells);
    let find = |cells: &[(usize, &SaidCell)], wanted: &(usize, &SaidCell)| -> Option<String> {
        let found = cells
            .iter()
            .find(|one| one.0 == wanted.0 && same_cell(one.1, wanted.1));
        found.map(|(_, cell)| cell.words.clone())
    };
    let mut all = Vec::new();
    for cell in &now {
        let before = find(&then, cell);
        if before.as_ref() != Some(&cell.1.words) {
            all.push(told(cell.1, before, Some(cell.1.words.clone())));
        }
    }
    for cell in &then {
        if find(&now, cell).is_none() {
            all.push(told(cell.1, Some(cell.1.words.clone()), None));
        }
    }
    all
}

fn same_cell(one: &SaidCell, other: &SaidCell) -> bool {
    one.table == other.table && one.row == other.row && one.column == other.column
}

/// Each cell with its number among those of the same table, row and column: a table may stand in a notice twice.
fn numbered(cells: &[SaidCell]) -> Vec<(usize, &SaidCell)> {
    let mut all: Vec<(usize, &SaidCell)> = Vec::with_capacity(cells.len());
    for cell in cells {
        let earlier = all.iter().filter(|(_, one)| same_cell(one, cell)).count();
        all.push((earlier, cell));
    }
    all
}

fn told(cell: &SaidCell, before: Option<String>, after: Option<String>) -> MovedCell {
    MovedCell {
        table: cell.table.clone(),
        row: cell.row.clone(),
        column: if cell.heading.is_empty() {
            format!("column {}", cell.column)
        } else {
            cell.heading.clone()
        },
        before,
        after,
    }
}
