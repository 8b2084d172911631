//! What a table must say of a unit: 417 of "million journeys" is no 417, and 22.36 pence is no £22.36.
//!
//! A counted noun is its row's label ("Reports written"); a word that multiplies, a rate's base and a coin are part of
//! the number. Where nothing over or beside a cell says them, the cell does.

use crate::quantity::{Noun, Unit};
use crate::release::{Inline, Inlines, Origin, Row, Table, plain};

/// Puts the unit into every cell that nothing round it gives one.
pub fn say(table: &mut Table) {
    let over: Vec<String> = heads(table);
    let whole: Vec<&Inlines> = table
        .caption
        .iter()
        .chain([&table.rows_heading])
        .chain(&table.footnotes)
        .collect();
    let whole = joined(&whole);
    for row in &mut table.rows {
        let beside = joined(&[&row.label, &row.gloss]);
        complete(row, |column| {
            let over = over.get(column).map_or("", String::as_str);
            format!("{whole} {beside} {over}")
        });
    }
}

fn joined(texts: &[&Inlines]) -> String {
    let texts: Vec<String> = texts.iter().map(|text| plain(text)).collect();
    texts.join(" ")
}

/// What stands over each column: its own heading and the one that spans it.
fn heads(table: &Table) -> Vec<String> {
    let spans = table.groups.iter();
    let mut spanning = spans.flat_map(|group| std::iter::repeat_n(&group.heading, group.span));
    let empty = Inlines::new();
    let columns = table.columns.iter();
    columns
        .map(|column| joined(&[&column.heading, spanning.next().unwrap_or(&empty)]))
        .collect()
}

fn complete(row: &mut Row, said: impl Fn(usize) -> String) {
    for (column, cell) in row.cells.iter_mut().enumerate() {
        for inline in &mut cell.content {
            let Inline::Run(run) = inline else { continue };
            let Origin::Figure { figure, .. } = &run.origin else {
                continue;
            };
            let Some(quantity) = figure.quantity() else {
                continue;
            };
            if let Some(unit) = lacks(&quantity.unit, &said(column)) {
                let gap = if unit.len() == 1 { "" } else { " " };
                run.text = format!("{}{gap}{unit}", run.text);
            }
        }
    }
}

/// What of a unit belongs to the number and is not said; money says its own.
fn lacks<'u>(unit: &'u Unit, said: &str) -> Option<&'u str> {
    let Unit::Number(Some(noun)) = unit else {
        return None;
    };
    let said = said.to_lowercase();
    let is_said = |word: &str| words(&said).any(|one| one == word);
    let letters_said = || unit.letters().iter().any(|letters| is_said(letters));
    if let Some(magnitude) = unit.magnitude() {
        let plural = format!("{magnitude}s");
        let zeros = ["£000", "$000", "€000", "'000", "’000"];
        let thousands = magnitude == "thousand" && zeros.iter().any(|zeros| said.contains(zeros));
        let known = thousands || is_said(magnitude) || is_said(&plural) || letters_said();
        return (!known).then_some(magnitude);
    }
    if let Some(base) = rate(noun) {
        return (!said.contains(&base.to_lowercase())).then_some(noun.many.as_str());
    }
    let coin = !unit.letters().is_empty();
    (coin && !is_said(&noun.many.to_lowercase()) && !letters_said()).then_some(noun.many.as_str())
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric())
}

/// The "per 100,000" of "deaths per 100,000 people".
fn rate(noun: &Noun) -> Option<&str> {
    let start = match noun.many.starts_with("per ") {
        true => 0,
        false => noun.many.find(" per ")? + 1,
    };
    let rest = &noun.many[start..];
    let base = rest.get(4..)?.find(' ').map_or(rest.len(), |end| 4 + end);
    rest.get(..base)
}
