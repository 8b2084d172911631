//! Reads the results of a programme's inspections: every cell as an exact quantity, or missing, in order of date.

mod range;

use chrono::NaiveDate;
use indexmap::IndexMap;

use super::UNREADABLE;
use super::measure::{MEASURE_COLUMNS, Measure, Measures};
use crate::data::inspection::{Cell, ResultColumns, ResultEntry};
use crate::data::{Inspection, Programme, Scalar};
use crate::finding::{Code, Finding, Place, did_you_mean, list_names};
use crate::moment::parse_year;
use crate::quantity::{Exact, Quantity, ReadKind, Unit, read_value};
use range::{doubtful, out_of_range, thousands_by_stop};

/// A cell as read: its quantity, or the reason it is missing.
#[derive(Debug, Clone)]
pub struct ReadCell {
    /// The quantity with its `62 of 79`, or the reason why there is none.
    pub value: Result<(Quantity, Option<(u64, u64)>), String>,
    /// As typed.
    pub typed: String,
    /// Where it stands.
    pub place: Place,
}

/// One measure's cells in one inspection.
#[derive(Debug, Clone, Default)]
pub struct ResultRow {
    /// By column, in the order of the file.
    pub cells: IndexMap<String, ReadCell>,
    /// The half-width of the interval.
    pub margin: Option<ReadCell>,
    /// Earlier values by year.
    pub history: IndexMap<String, ReadCell>,
    /// The period, where it is the row's own.
    pub period: Option<String>,
}

/// One inspection's results.
#[derive(Debug, Clone)]
pub struct InspectionResults {
    /// Its name.
    pub name: String,
    /// The day its results were or will be published.
    pub published: NaiveDate,
    /// By measure.
    pub rows: IndexMap<String, ResultRow>,
}

/// The results of all inspections of a programme, in order of date, then name.
#[derive(Debug, Clone, Default)]
pub struct ProgrammeResults {
    /// The measures.
    pub measures: Measures,
    /// The inspections by name, in order of date.
    pub inspections: IndexMap<String, InspectionResults>,
}

/// Reads one inspection's results; every mistake is a finding.
pub fn read_results(
    name: &str,
    inspection: &Inspection,
    programme: &Programme,
    measures: &Measures,
    findings: &mut Vec<Finding>,
) -> IndexMap<String, ResultRow> {
    let mut rows = IndexMap::new();
    for (measure_name, place, entry) in inspection.results.iter() {
        let Some(measure) = measures.get(measure_name) else {
            if programme.measures.get(measure_name).is_none() {
                findings.push(
                    Finding::new(
                        Code::UnknownMeasure,
                        place,
                        format!("the programme has no measure `{measure_name}`"),
                    )
                    .advice(list_names(measure_name, programme.measures.names())),
                );
            }
            continue;
        };
        rows.insert(
            measure_name.to_owned(),
            read_row(measure, entry, programme, findings),
        );
    }
    for measure in measures.values().filter(|measure| measure.required) {
        if inspection.results.get(&measure.name).is_none() {
            findings.push(
                Finding::new(
                    Code::ResultAbsent,
                    inspection.area.place,
                    format!("inspection `{name}` has no result for `{}`", measure.name),
                )
                .advice(format!(
                    "add `{}:` under `results:`, or `{}: {{missing: why}}`",
                    measure.name, measure.name
                ))
                .also(measure.place, "the measure"),
            );
        }
    }
    rows
}

fn read_row(
    measure: &Measure,
    entry: &ResultEntry,
    programme: &Programme,
    findings: &mut Vec<Finding>,
) -> ResultRow {
    match entry {
        ResultEntry::Value(scalar) => {
            let mut row = ResultRow::default();
            if let Some(cell) = read_figure(measure, "value", scalar, findings) {
                row.cells.insert("value".to_owned(), cell);
            }
            row
        }
        ResultEntry::Columns(columns) => read_columns(measure, columns, programme, findings),
    }
}

fn read_columns(
    measure: &Measure,
    columns: &ResultColumns,
    programme: &Programme,
    findings: &mut Vec<Finding>,
) -> ResultRow {
    let mut row = ResultRow {
        period: columns.period.as_ref().map(|p| p.value.clone()),
        ..ResultRow::default()
    };
    if let Some(reason) = &columns.missing {
        let missing = ReadCell {
            value: Err(reason.value.clone()),
            typed: String::new(),
            place: reason.place,
        };
        row.cells.insert("value".to_owned(), missing);
    }
    for (column, place, cell) in columns.cells.iter() {
        let known = || MEASURE_COLUMNS.iter().copied().chain(programme.columns.names());
        if !known().any(|name| name == column) {
            if let Some(last) = column.rsplit(' ').next().filter(|last| *last != column)
                && known().any(|name| name == last)
            {
                findings.push(
                    Finding::new(
                        Code::YamlSyntax,
                        place,
                        format!("a comma is missing before `{last}`"),
                    )
                    .advice(format!("write a comma and a space before it: `…, {last}: …`")),
                );
                continue;
            }
            findings.push(
                Finding::new(
                    Code::UnknownMeasure,
                    place,
                    format!("a result has no column `{column}`"),
                )
                .advice(
                    match did_you_mean(column, ["missing", "margin", "history", "period"]) {
                        Some(near) => format!("did you mean `{near}`?"),
                        None => format!(
                            "{}; a column of your own goes under `columns:` in the programme",
                            list_names(column, known())
                        ),
                    },
                ),
            );
            continue;
        }
        if let Some(cell) = read_cell(measure, column, cell, findings) {
            row.cells.insert(column.to_owned(), cell);
        }
    }
    row.margin = columns
        .margin
        .as_ref()
        .and_then(|margin| read_margin(measure, margin, findings));
    for (year, place, cell) in columns.history.iter() {
        if parse_year(year).is_none() {
            findings.push(
                Finding::new(
                    Code::WrongKind,
                    place,
                    format!("`{year}` under `history:` is no year"),
                )
                .advice("write the year in four digits, such as `2011: 71%`"),
            );
            continue;
        }
        if let Some(cell) = read_cell(measure, year, cell, findings) {
            row.history.insert(year.to_owned(), cell);
        }
    }
    row
}

fn read_cell(measure: &Measure, column: &str, cell: &Cell, findings: &mut Vec<Finding>) -> Option<ReadCell> {
    match cell {
        Cell::Figure(scalar) => read_figure(measure, column, scalar, findings),
        Cell::Missing(reason) => Some(ReadCell {
            value: Err(reason.value.clone()),
            typed: String::new(),
            place: reason.place,
        }),
    }
}

fn read_figure(
    measure: &Measure,
    column: &str,
    scalar: &Scalar,
    findings: &mut Vec<Finding>,
) -> Option<ReadCell> {
    let name = format!("{}.{column}", measure.name);
    match read_value(&scalar.text, scalar.quoted, &measure.unit, measure.places) {
        Ok(read) => {
            if let Some(finding) = out_of_range(&name, measure, &read.quantity.amount, read.of, scalar) {
                findings.push(finding);
                return unreadable(scalar);
            }
            if let Some(finding) = thousands_by_stop(&name, measure, scalar) {
                findings.push(finding);
                return unreadable(scalar);
            }
            findings.extend(doubtful(&name, measure, &read.quantity.amount, scalar));
            Some(ReadCell {
                value: Ok((read.quantity, read.of)),
                typed: scalar.text.clone(),
                place: scalar.place,
            })
        }
        Err(error) => {
            let code = match error.kind {
                ReadKind::Unreadable => Code::BadFigure,
                ReadKind::OutOfRange => Code::ResultOutOfRange,
                ReadKind::PointsOrPercent => Code::PointsOrPercent,
            };
            let mut finding = Finding::new(code, scalar.place, format!("`{name}`: {}", error.what))
                .shown(format!("found: {}", scalar.text))
                .advice(format!("expected {}; {}", error.expected, error.advice));
            finding.shown.extend(error.shown);
            findings.push(finding);
            unreadable(scalar)
        }
    }
}

/// A cell that was refused: what rests on it is not told again.
fn unreadable(scalar: &Scalar) -> Option<ReadCell> {
    Some(ReadCell {
        value: Err(UNREADABLE.to_owned()),
        typed: scalar.text.clone(),
        place: scalar.place,
    })
}

fn read_margin(measure: &Measure, scalar: &Scalar, findings: &mut Vec<Finding>) -> Option<ReadCell> {
    let unit = match &measure.unit {
        Unit::Percent => Unit::PercentagePoints,
        other => other.clone(),
    };
    let digits = scalar.text.trim_end_matches('%').trim();
    let read =
        read_value(digits, scalar.quoted, &unit, measure.places).or_else(|error| {
            match Exact::parse(digits).filter(|_| !scalar.quoted) {
                Some(amount) => Ok(crate::quantity::Read {
                    quantity: Quantity {
                        amount,
                        unit: unit.clone(),
                        places: measure.places,
                    },
                    of: None,
                }),
                None => Err(error),
            }
        });
    // A margin is often finer than its value: ±0.5 on whole percentages.
    let decimals = digits.split_once('.').map_or(0, |(_, decimals)| {
        decimals.bytes().take_while(u8::is_ascii_digit).count()
    });
    let places = measure.places.max(u8::try_from(decimals).unwrap_or(u8::MAX));
    match read {
        Ok(read) if !read.quantity.amount.is_negative() => Some(ReadCell {
            value: Ok((
                Quantity {
                    places,
                    ..read.quantity
                },
                None,
            )),
            typed: scalar.text.clone(),
            place: scalar.place,
        }),
        _ => {
            findings.push(
                Finding::new(
                    Code::BadFigure,
                    scalar.place,
                    format!("the margin of `{}` cannot be read", measure.name),
                )
                .shown(format!("found: {}", scalar.text))
                .advice("write half the width of the interval, such as `margin: 0.5`"),
            );
            None
        }
    }
}
