//! Operators on the figures in the words: a number typed, a figure of something else, the wrong unit.

use super::place::{Tag, sentence_before, tags};
use super::{Change, Kind, Mutant};
use crate::office::Office;
use crate::oracle::{Cell, Data, Ratio};

/// Every mutant of the figures in the words.
pub fn mutants(office: &Office) -> Vec<Mutant> {
    let data = Data::read(office);
    let path = office.notice();
    let text = office.text(path);
    let percent = percent(office);
    let mut all = Vec::new();
    for tag in tags(office) {
        let mut put = |operator, new: String, codes: &[&'static str]| {
            let mut codes = codes.to_vec();
            if tag.in_claim && !codes.is_empty() {
                codes.extend(["claim-words-differ", "claim-not-supported"]);
            }
            let change = Change {
                operator,
                kind: Kind::Figures,
                path,
                range: tag.range.clone(),
                new,
                codes,
            };
            let mut mutant = change.make(office);
            if let Some(fault) = mutant.fault.as_mut().filter(|_| tag.in_claim) {
                // The claim as a whole may be named, from its first line.
                for (_, lines) in &mut fault.lines {
                    *lines = lines.start().saturating_sub(1)..=*lines.end();
                }
            }
            all.push(mutant);
        };
        const MISPLACED: &[&str] = &["figure-misplaced"];
        const TYPED: &[&str] = &["unbound-number"];
        if let Some((subject, column)) = tag.path.rsplit_once('.')
            && matches!(column, "change" | "percent_change")
            && data
                .cell(&format!("{subject}.value"))
                .is_some_and(|cell| cell.measure.unit == "%")
        {
            const UNITS: &[&str] = &["points-or-percent", "unbound-number"];
            put(
                "percentage points called per cent",
                format!("{{{{ {} | number }}}}{percent}", tag.path),
                UNITS,
            );
            put("percentage points called per cent", format!("8{percent}"), UNITS);
            put("change typed", "8 percentage points".to_owned(), TYPED);
            continue;
        }
        let Some(cell) = data.cell(&tag.path) else {
            continue;
        };
        if !cell.measure.scale.is_empty() {
            continue;
        }
        let printed = |by: i128| print(cell, &tag.filter, by, percent);
        put("figure typed, and right", printed(0), TYPED);
        put("figure typed, off by one", printed(1), TYPED);
        put("figure typed, off by one", printed(-1), TYPED);
        put("figure typed, wrong by a digit", printed(10), TYPED);
        if cell.exact.size() < Ratio::whole(10) && cell.measure.places == 0 {
            let word = if cell.exact == Ratio::whole(3) {
                "four"
            } else {
                "three"
            };
            put("figure typed in words", word.to_owned(), TYPED);
        }
        if cell.measure.unit == "%" && tag.filter.is_empty() {
            put(
                "figure followed by another unit",
                format!("{{{{ {} | number }}}} percentage points", tag.path),
                &["points-or-percent"],
            );
            put(
                "share typed for a percentage",
                "three-quarters".to_owned(),
                &["unbound-number", "claim-without-condition"],
            );
        }
        for other in named_alone(&tag, cell, &data, text) {
            put(
                "figure of another measure or column",
                format!("{{{{ {other} }}}}"),
                MISPLACED,
            );
        }
        for missing in &data.missing {
            put(
                "missing value printed",
                format!("{{{{ {} }}}}", missing.replace('-', "_")),
                &["missing-value-used"],
            );
            put("missing value shown as 0", format!("0{percent}"), TYPED);
        }
    }
    all
}

/// Figures of other measures, where the sentence before names this one's measure and no other.
fn named_alone(tag: &Tag, cell: &Cell, data: &Data, text: &str) -> Vec<String> {
    let sentence = sentence_before(text, tag.range.start).to_lowercase();
    let names = |called: &[String]| called.iter().any(|name| sentence.contains(&name.to_lowercase()));
    let others = || {
        data.measures
            .iter()
            .filter(|(_, measure)| measure.unit == cell.measure.unit && measure.called != cell.measure.called)
    };
    if tag.in_claim || !tag.filter.is_empty() || !names(&cell.measure.called) {
        return Vec::new();
    }
    if data
        .measures
        .iter()
        .any(|(_, measure)| measure.called != cell.measure.called && names(&measure.called))
    {
        return Vec::new();
    }
    let Some((row, column)) = tag.path.rsplit_once('.') else {
        return Vec::new();
    };
    let prefix = row.rsplit_once('.').map_or("", |(prefix, _)| prefix);
    let full = |name: &str| {
        let name = name.replace('-', "_");
        if prefix.is_empty() {
            format!("{name}.{column}")
        } else {
            format!("{prefix}.{name}.{column}")
        }
    };
    others()
        .map(|(name, _)| full(name))
        .filter(|path| data.cell(path).is_some_and(|other| other.exact != cell.exact))
        .collect()
}

/// A figure as the house prints it, wrong by `by` units of its last place.
fn print(cell: &Cell, filter: &str, by: i128, percent: &str) -> String {
    let places = cell.measure.places;
    let unit = Ratio::new(by, 10_i128.pow(places));
    let mut number = cell.exact.plus(unit).printed(places);
    if filter == "size" {
        number = number.trim_start_matches('−').to_owned();
    }
    match (filter, cell.measure.unit.as_str()) {
        ("" | "size", "%") => format!("{number}{percent}"),
        ("", "$ billion") => format!("${number} billion"),
        _ => number,
    }
}

/// How the house writes per cent, with its space.
fn percent(office: &Office) -> &'static str {
    let style = office.text("data/organisation.yaml");
    if style.contains("percent: per cent") {
        " per cent"
    } else if style.contains("percent: percent") {
        " percent"
    } else {
        "%"
    }
}
