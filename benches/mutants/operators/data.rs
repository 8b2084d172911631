//! Operators on the results: the notice is written anew from other figures, and its words may no longer fit them.

use super::{Change, Kind, Mutant};
use crate::office::Office;
use crate::oracle::{Cell, Data};

/// Every mutant of the results.
pub fn mutants(office: &Office) -> Vec<Mutant> {
    let data = Data::read(office);
    let mut all = Vec::new();
    let typed: Vec<(&String, &Cell)> = data
        .cells
        .iter()
        .filter(|(_, cell)| !cell.typed.is_empty())
        .collect();
    let mut put = |operator, cell: &Cell, new: String| {
        if new != cell.typed {
            all.push(
                Change {
                    operator,
                    kind: Kind::Claims,
                    path: &cell.path,
                    range: cell.at..cell.at + cell.typed.len(),
                    new,
                    codes: Vec::new(),
                }
                .make(office),
            );
        }
    };
    for (name, cell) in &typed {
        if !cell.measure.scale.is_empty() {
            for rating in &cell.measure.scale {
                put("rating changed in the data", cell, rating.clone());
            }
            continue;
        }
        for (at, digit) in digits(&cell.typed) {
            let other = |by: u8| {
                let mut new = cell.typed.clone();
                new.replace_range(at..=at, &((digit + by) % 10).to_string());
                new
            };
            if name.ends_with(".margin") {
                put("margin widened or narrowed", cell, other(4));
                continue;
            }
            put("digit changed in the data", cell, other(1));
            put("digit changed in the data", cell, other(9));
            put("digit changed in the data", cell, other(5));
            if name.ends_with(".previous") || name.contains(".history.") {
                put("earlier value changed", cell, other(3));
            }
        }
        if name.ends_with(".margin") {
            put("margin widened or narrowed", cell, "9.5".to_owned());
        }
        if let Some((count, base)) = cell.typed.split_once(" of ") {
            for factor in [2, 3] {
                if let Ok(base) = base.parse::<u32>() {
                    put(
                        "wrong denominator in the data",
                        cell,
                        format!("{count} of {}", base * factor),
                    );
                    put(
                        "wrong denominator in the data",
                        cell,
                        format!("{count} of {}", base / factor + 1),
                    );
                }
            }
        }
        // Another cell of the same measure or column in this one's place.
        for (other_name, other) in &typed {
            let same = |part: fn(&str) -> &str| part(name) == part(other_name);
            let measure: fn(&str) -> &str = |name| name.rsplit_once('.').map_or(name, |(row, _)| row);
            let column: fn(&str) -> &str = |name| name.rsplit_once('.').map_or(name, |(_, column)| column);
            // A sentence may print the count and base of one, which the other has not.
            let counted = other.typed.contains(" of ") != cell.typed.contains(" of ");
            if other.measure.unit != cell.measure.unit || name == other_name || counted {
                continue;
            }
            if same(measure) && other_name.ends_with(".previous") {
                put("stale value from the year before", cell, other.typed.clone());
            } else if same(column) && other.path != cell.path {
                put("another area's row", cell, other.typed.clone());
            }
        }
    }
    all.extend(swaps(office, &typed));
    all
}

/// Two cells of a file change places: rows of a column, or columns of a row.
fn swaps(office: &Office, typed: &[(&String, &Cell)]) -> Vec<Mutant> {
    let mut all = Vec::new();
    for (at, (name, one)) in typed.iter().enumerate() {
        for (other_name, other) in &typed[at + 1..] {
            let (Some((row, column)), Some((other_row, other_column))) =
                (name.rsplit_once('.'), other_name.rsplit_once('.'))
            else {
                continue;
            };
            if name.ends_with(".margin") || other_name.ends_with(".margin") {
                continue;
            }
            let related = row == other_row || column == other_column;
            let counted = one.typed.contains(" of ") == other.typed.contains(" of ");
            let alike = one.path == other.path && one.measure.unit == other.measure.unit && counted;
            if !related || !alike || one.typed == other.typed || !one.measure.scale.is_empty() {
                continue;
            }
            let (first, second) = if one.at < other.at {
                (one, other)
            } else {
                (other, one)
            };
            let between = &office.text(&one.path)[first.at + first.typed.len()..second.at];
            all.push(
                Change {
                    operator: "two figures swapped in the data",
                    kind: Kind::Claims,
                    path: &one.path,
                    range: first.at..second.at + second.typed.len(),
                    new: format!("{}{between}{}", second.typed, first.typed),
                    codes: Vec::new(),
                }
                .make(office),
            );
        }
    }
    all
}

/// The digits of a figure, with their bytes.
fn digits(typed: &str) -> Vec<(usize, u8)> {
    typed
        .bytes()
        .enumerate()
        .filter(|(_, byte)| byte.is_ascii_digit())
        .map(|(at, byte)| (at, byte - b'0'))
        .collect()
}
