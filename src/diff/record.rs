//! What an issued notice said, as its record keeps it – and a composed notice told the same way.

use std::collections::BTreeSet;

use indexmap::IndexMap;

use super::said::{Said, SaidCell, SaidClaim, SaidFigure, SaidLine};
use crate::issued::Version;
use crate::quantity::NumberStyle;
use crate::release::{InTable, Part, PrintedFigure, Release};

impl Said {
    /// What a version said. Sign-offs and what the program sets around the words are not in the record.
    pub fn of_record(version: &Version, numbers: &NumberStyle) -> Said {
        let (mut lines, mut cells) = (Vec::new(), Vec::new());
        for words in &version.words {
            match cell(version, &words.part, &words.text) {
                Some(cell) => cells.push(cell),
                None => lines.push(SaidLine {
                    part: words.part.clone(),
                    words: words.text.clone(),
                }),
            }
        }
        let several = several(version.figures.iter());
        let mut figures = IndexMap::new();
        for figure in &version.figures {
            figures
                .entry(name(figure, several))
                .or_insert_with(|| SaidFigure {
                    printed: figure.printed.clone(),
                    exact: figure.exact.clone(),
                    in_words: true,
                    figure: None,
                });
        }
        Said {
            figures,
            lines,
            cells,
            claims: version
                .claims
                .iter()
                .map(|claim| SaidClaim {
                    name: claim.name.clone(),
                    words: claim.words.clone(),
                    holds: true,
                })
                .collect(),
            numbers: numbers.clone(),
            ..Said::default()
        }
    }

    /// The same notice told as a record would: only what it prints of what the office wrote.
    #[must_use]
    pub fn as_recorded(mut self, release: &Release) -> Said {
        let passages = release.public_passages();
        let parts: BTreeSet<String> = passages
            .iter()
            .filter(|passage| !passage.text.trim().is_empty())
            .map(|passage| passage.part.to_string())
            .collect();
        self.lines.retain(|line| parts.contains(&line.part));
        let marked = |claim: &SaidClaim| {
            passages.iter().any(|passage| {
                let mut claims = passage.claims.iter();
                claims
                    .any(|(range, name, _)| *name == claim.name && passage.text[range.clone()] == claim.words)
            })
        };
        self.claims.retain(marked);
        let printed: Vec<_> = passages
            .iter()
            .flat_map(|passage| {
                let kept = passage.printed_figures();
                let figures: Vec<_> = passage.figures().map(|(_, figure)| figure.clone()).collect();
                kept.into_iter().zip(figures)
            })
            .collect();
        let several = several(printed.iter().map(|(kept, _)| kept));
        self.figures = IndexMap::new();
        for (kept, figure) in printed {
            self.figures
                .entry(name(&kept, several))
                .or_insert_with(|| SaidFigure {
                    printed: kept.printed,
                    exact: kept.exact,
                    in_words: true,
                    figure: Some(figure),
                });
        }
        self
    }
}

/// Whether the figures are of several inspections, so that their names alone do not tell them apart.
fn several<'f>(figures: impl Iterator<Item = &'f PrintedFigure>) -> bool {
    let of: BTreeSet<&String> = figures.filter_map(|figure| figure.of.as_ref()).collect();
    of.len() > 1
}

fn name(figure: &PrintedFigure, several: bool) -> String {
    match &figure.of {
        Some(of) if several => format!("{}.{}", of.replace('-', "_"), figure.name),
        _ => figure.name.clone(),
    }
}

/// The words of a passage that is a table's cell.
fn cell(version: &Version, part: &str, words: &str) -> Option<SaidCell> {
    let part = part.parse::<Part>().ok()?;
    let line = part.line()?;
    let Part::Table(table, InTable::Cell(row, column)) = part else {
        return None;
    };
    let label = Part::Table(table.clone(), InTable::Label(row)).to_string();
    let label = version.words.iter().find(|one| one.part == label);
    Some(SaidCell {
        table,
        row: label.map_or(line, |label| label.text.clone()),
        column,
        heading: String::new(),
        words: words.to_owned(),
    })
}
