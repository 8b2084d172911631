//! Operators that put a figure in another's place: another column of its row, two figures exchanged, count and base.

use super::place::{Tag, sentence_before, tags};
use super::{Change, Kind, Mutant};
use crate::office::Office;
use crate::oracle::Data;

const MISPLACED: &[&str] = &["figure-misplaced"];

/// Columns that a sentence must name to print them.
const COLUMNS: [&str; 6] = ["average", "target", "previous", "lowest", "highest", "year_ago"];

/// Every mutant with a figure in another's place.
pub fn mutants(office: &Office) -> Vec<Mutant> {
    let data = Data::read(office);
    let tags = tags(office);
    let mut all: Vec<Mutant> = tags
        .iter()
        .flat_map(|tag| other_columns(office, &data, tag))
        .collect();
    for pair in tags.windows(2) {
        all.extend(exchanged(office, &data, &pair[0], &pair[1]));
    }
    all
}

fn change(office: &Office, operator: &'static str, range: std::ops::Range<usize>, new: String) -> Mutant {
    Change::in_notice(office, operator, Kind::Figures, range, new, MISPLACED)
}

/// A value whose sentence names no other column, in each of the other columns.
fn other_columns(office: &Office, data: &Data, tag: &Tag) -> Vec<Mutant> {
    let Some((row, "value")) = tag.path.rsplit_once('.') else {
        return Vec::new();
    };
    if tag.in_claim || !tag.filter.is_empty() {
        return Vec::new();
    }
    let Some(own) = data.cell(&tag.path) else {
        return Vec::new();
    };
    let others = COLUMNS.iter().map(|column| format!("{row}.{column}"));
    others
        .filter(|path| {
            let places = own.measure.places;
            data.cell(path)
                .is_some_and(|other| other.exact.printed(places) != own.exact.printed(places))
        })
        .map(|path| {
            change(
                office,
                "figure of another column of its row",
                tag.range.clone(),
                format!("{{{{ {path} }}}}"),
            )
        })
        .collect()
}

/// Two figures next to each other in a sentence, exchanged.
fn exchanged(office: &Office, data: &Data, one: &Tag, two: &Tag) -> Option<Mutant> {
    let text = office.text(office.notice());
    let between = &text[one.range.end..two.range.start];
    if one.in_claim || two.in_claim || one.filter != two.filter || one.path == two.path {
        return None;
    }
    let same_sentence =
        sentence_before(text, one.range.start).as_ptr() == sentence_before(text, two.range.start).as_ptr();
    let parts = |path: &str| {
        path.rsplit_once('.')
            .map(|(row, part)| (row.to_owned(), part.to_owned()))
    };
    let ((row, part), (other_row, other)) = (parts(&one.path)?, parts(&two.path)?);
    let of_parts = part == "count" && other == "base" && row == other_row && between.trim() == "of";
    let (operator, differ) = if of_parts {
        let cell = data.cell(&row)?;
        (
            "count and base exchanged",
            cell.base.is_some_and(|base| base != cell.exact),
        )
    } else {
        let cell = |path: &str| data.cell(path.strip_suffix(".count").unwrap_or(path));
        let (first, second) = (cell(&one.path)?, cell(&two.path)?);
        let alike = first.measure.unit == second.measure.unit && first.measure.scale.is_empty();
        (
            "two figures of a sentence exchanged",
            alike && first.exact != second.exact,
        )
    };
    let new = format!(
        "{}{between}{}",
        &text[two.range.clone()],
        &text[one.range.clone()]
    );
    (same_sentence && differ).then(|| change(office, operator, one.range.start..two.range.end, new))
}
