//! The cells of a table: a figure, or the mark of a missing value with its reason under the table.

use std::sync::Arc;

use super::footnotes::Footnotes;
use super::{Printer, items};
use crate::data::Inspection;
use crate::data::inspection::ResultEntry;
use crate::figures::{Figure, InspectionFigures, Row as Figures, Value};
use crate::finding::{Code, Finding, Place, list_names};
use crate::quantity::Unit;
use crate::release::{Cell, Inline, Inlines, Origin, Run, plain};

/// The cell of a measure and column in one inspection; `label` is its row's, for the footnotes.
pub fn cell(
    printer: &mut Printer<'_>,
    (inspection, figures): &(&Inspection, InspectionFigures),
    (measure, typed, place): (&str, &str, Place),
    label: &[Inline],
    footnotes: &mut Footnotes,
) -> Cell {
    let row = figures.rows.get(measure);
    let column = typed.replace('-', "_");
    let figure = row.and_then(|row| row.columns.get(&column));
    let Some(figure) = figure else {
        // A row without a result is missing in every column, for the same reason.
        if let Some(value) = row
            .and_then(|row| row.columns.get("value"))
            .filter(|value| value.quantity().is_none())
        {
            let mut missing = Figure::clone(value);
            missing.name = format!("{}.{column}", row_word(row));
            missing.subject.column = typed.to_owned();
            return figure_cell(printer, &Arc::new(missing), place, label, footnotes);
        }
        if is_given(inspection, measure, typed) {
            // It was refused where it stands; the table has nothing to add.
            return no_cell();
        }
        let name = format!("{}.{column}", measure.replace('-', "_"));
        let known: Vec<&str> = row
            .map(|row| row.columns.keys().map(String::as_str).collect())
            .unwrap_or_default();
        printer.findings.push(
            Finding::new(
                Code::UnknownFigure,
                place,
                format!("the table wants `{name}`, which the data do not have"),
            )
            .advice(match row {
                Some(_) => format!(
                    "{}; for a cell without a value write `{typed}: {{missing: why}}` in data/inspections/{}.yaml{}",
                    list_names(&column, known.into_iter()),
                    figures.name,
                    computed_when(&column)
                ),
                None => "give the result in the inspection's file, or say why it is missing".to_owned(),
            }),
        );
        return no_cell();
    };
    figure_cell(printer, figure, place, label, footnotes)
}

fn row_word(row: Option<&Figures>) -> String {
    row.map(|row| row.measure.word()).unwrap_or_default()
}

/// What a column that the program computes needs to be computed.
fn computed_when(column: &str) -> &'static str {
    match column {
        "lowest" | "highest" | "average" => {
            "; it is computed where the programme has a `benchmark:` and a result to compare with (a pooled average: \
             results such as 62 of 79)"
        }
        "change" | "percent_change" => "; it is computed from `value` and `previous`",
        _ => "",
    }
}

/// What stands for a cell that was refused.
pub fn no_cell() -> Cell {
    Cell {
        content: Inlines::new(),
        numeric: false,
        missing: Some("no value".to_owned()),
    }
}

/// Whether the inspection's file has that cell, readable or not.
fn is_given(inspection: &Inspection, measure: &str, column: &str) -> bool {
    match inspection.results.get(measure) {
        Some(ResultEntry::Value(_)) => column == "value",
        Some(ResultEntry::Columns(columns)) => columns.cells.get(column).is_some(),
        None => false,
    }
}

fn figure_cell(
    printer: &Printer<'_>,
    figure: &Arc<Figure>,
    place: Place,
    label: &[Inline],
    footnotes: &mut Footnotes,
) -> Cell {
    let item = items::Item::Figure(Arc::clone(figure), items::Form::Bare);
    let text = item.print(&printer.house);
    let origin = Origin::Figure {
        figure: Arc::clone(figure),
        place: figure.provenance.place().unwrap_or(place),
    };
    match &figure.value {
        Value::Known { quantity, .. } => Cell {
            content: vec![Inline::Run(Run { text, origin })],
            numeric: !matches!(quantity.unit, Unit::Rating(_)),
            missing: None,
        },
        Value::Missing { reason } => {
            let at = figure.provenance.place().unwrap_or(place);
            footnotes.add((reason, at), &plain(label), &figure.subject.column);
            Cell {
                content: vec![Inline::Run(Run { text, origin })],
                numeric: true,
                missing: Some(reason.clone()),
            }
        }
    }
}
