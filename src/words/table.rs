//! Tables: a programme's plan and the figures become rows and cells; a missing value keeps its mark and its reason.

use std::sync::Arc;

use super::Printer;
use super::cell::{cell, no_cell};
use super::cell_units;
use super::context::Subject;
use super::footnotes::Footnotes;
use crate::data::Text;
use crate::data::programme::{ColumnGroup, RowsAre, TablePlan};
use crate::figures::InspectionFigures;
use crate::finding::{Code, Finding, Place, list_names};
use crate::release::{Column, HeadCell, Inline, Inlines, Origin, Row, Run, Table};

/// The table `name` of the notice's programme.
pub fn table(
    printer: &mut Printer<'_>,
    subject: &Subject<'_>,
    name: &str,
    plan: &TablePlan,
    place: Place,
) -> Table {
    let mut footnotes = Footnotes::default();
    let by_inspection = plan
        .rows_are
        .as_ref()
        .is_some_and(|rows| rows.value == RowsAre::Inspections);
    let rows = if by_inspection {
        inspection_rows(printer, subject, plan, &mut footnotes)
    } else {
        measure_rows(printer, subject, plan, place, &mut footnotes)
    };
    let groups = plan
        .columns
        .iter()
        .map(|group| HeadCell {
            heading: group
                .heading
                .as_ref()
                .map(|text| printer.line(text))
                .unwrap_or_default(),
            span: group.of.len().max(1),
        })
        .collect();
    let columns = plan
        .columns
        .iter()
        .flat_map(|group| columns(printer, subject, group, by_inspection))
        .collect();
    let areas: Vec<&str> = subject
        .inspections
        .iter()
        .map(|(inspection, _)| inspection.area.value.as_str())
        .collect();
    let mut lines = footnotes.lines(&printer.house.missing_mark);
    lines.extend(plan.footnotes.iter().map(|text| printer.line(text)));
    let mut table = Table {
        name: name.to_owned(),
        caption: plan.caption.as_ref().map(|text| printer.line(text)),
        title: format!("{}: {}", subject.programme.name.value, areas.join("; ")),
        rows_heading: plan
            .rows_heading
            .as_ref()
            .map(|text| printer.line(text))
            .unwrap_or_default(),
        groups,
        columns,
        rows,
        footnotes: lines,
    };
    cell_units::say(&mut table);
    table
}

fn columns(
    printer: &mut Printer<'_>,
    subject: &Subject<'_>,
    group: &ColumnGroup,
    by_inspection: bool,
) -> Vec<Column> {
    let lone = group.of.len() == 1 && group.heading.is_some();
    let own = |printer: &mut Printer<'_>, at: usize, of: &Text| -> Inlines {
        if let Some(heading) = group.headings.get(at) {
            return printer.line(heading);
        }
        if lone {
            return Inlines::new();
        }
        if by_inspection {
            let (measure, column) = split(&of.value);
            let measure = subject
                .inspections
                .iter()
                .find_map(|(_, figures)| figures.rows.get(measure));
            let label = measure
                .map(|row| printer.line(&row.measure.label))
                .unwrap_or_default();
            if column == "value" {
                label
            } else {
                column_name(subject, column, of.place)
            }
        } else {
            column_name(subject, &of.value, of.place)
        }
    };
    group
        .of
        .iter()
        .enumerate()
        .map(|(at, of)| Column {
            heading: own(printer, at, of),
        })
        .collect()
}

/// `first-published` → `First published`; a column of the programme's own prints its words.
fn column_name(subject: &Subject<'_>, column: &str, place: Place) -> Inlines {
    let words = match subject.programme.columns.get(column) {
        Some(text) => text.value.clone(),
        None if matches!(column, "percent_change" | "percent-change") => "percentage change".to_owned(),
        None => column.replace(['-', '_'], " "),
    };
    let mut chars = words.chars();
    let capital = chars
        .next()
        .map(|first| first.to_uppercase().chain(chars).collect())
        .unwrap_or_default();
    vec![Inline::Run(Run {
        text: capital,
        origin: Origin::Data { place, basis: None },
    })]
}

fn measure_rows(
    printer: &mut Printer<'_>,
    subject: &Subject<'_>,
    plan: &TablePlan,
    place: Place,
    footnotes: &mut Footnotes,
) -> Vec<Row> {
    let Some(first) = subject.inspections.first() else {
        return Vec::new();
    };
    let known: Vec<&str> = subject.programme.measures.names().collect();
    let mut rows = Vec::new();
    let names: Vec<(&str, Place)> = if plan.rows.is_empty() {
        known.iter().map(|name| (*name, place)).collect()
    } else {
        plan.rows
            .iter()
            .map(|row| (row.value.as_str(), row.place))
            .collect()
    };
    for (name, at) in names {
        let Some(measure) = subject
            .inspections
            .iter()
            .find_map(|(_, figures)| figures.rows.get(name))
        else {
            if !known.contains(&name) {
                printer.findings.push(
                    Finding::new(
                        Code::UnknownName,
                        at,
                        format!("the programme has no measure `{name}`"),
                    )
                    .advice(list_names(name, known.iter().copied())),
                );
            }
            continue;
        };
        let measure = Arc::clone(&measure.measure);
        let label = printer.line(&measure.label);
        let gloss = measure
            .gloss
            .as_ref()
            .map(|gloss| printer.line(gloss))
            .unwrap_or_default();
        let mut cells = Vec::new();
        for group in &plan.columns {
            let about = match &group.inspection {
                None => first,
                Some(wanted) => {
                    let wanted_one = |(_, figures): &&(_, InspectionFigures)| figures.name == wanted.value;
                    let Some(about) = subject.inspections.iter().find(wanted_one) else {
                        printer.findings.push(unknown_inspection(subject, wanted));
                        cells.extend(group.of.iter().map(|_| no_cell()));
                        continue;
                    };
                    about
                }
            };
            for of in &group.of {
                let wanted = (name, of.value.as_str(), of.place);
                cells.push(cell(printer, about, wanted, &label, footnotes));
            }
        }
        rows.push(Row { label, gloss, cells });
    }
    rows
}

fn unknown_inspection(subject: &Subject<'_>, wanted: &Text) -> Finding {
    let known = subject
        .inspections
        .iter()
        .map(|(_, figures)| figures.name.as_str());
    Finding::new(
        Code::UnknownName,
        wanted.place,
        "a table's column is of an inspection the notice is not about",
    )
    .advice(list_names(&wanted.value, known))
}

fn inspection_rows(
    printer: &mut Printer<'_>,
    subject: &Subject<'_>,
    plan: &TablePlan,
    footnotes: &mut Footnotes,
) -> Vec<Row> {
    let mut rows = Vec::new();
    for about in &subject.inspections {
        let (inspection, _) = about;
        let origin = Origin::Data {
            place: inspection.area.place,
            basis: None,
        };
        let label = vec![Inline::Run(Run {
            text: inspection.area.value.clone(),
            origin,
        })];
        let mut cells = Vec::new();
        for of in plan.columns.iter().flat_map(|group| &group.of) {
            let (measure, column) = split(&of.value);
            if subject.programme.measures.get(measure).is_none() {
                printer.findings.push(
                    Finding::new(
                        Code::UnknownName,
                        of.place,
                        format!("the programme has no measure `{measure}`"),
                    )
                    .advice(list_names(measure, subject.programme.measures.names())),
                );
                cells.push(no_cell());
                continue;
            }
            cells.push(cell(
                printer,
                about,
                (measure, column, of.place),
                &label,
                footnotes,
            ));
        }
        rows.push(Row {
            label,
            gloss: Inlines::new(),
            cells,
        });
    }
    rows
}

/// `control.average` → measure and column; a bare measure means its value.
fn split(of: &str) -> (&str, &str) {
    of.split_once('.').unwrap_or((of, "value"))
}

/// The plan of the table that a body item names.
pub fn plan<'p>(
    subject: &Subject<'p>,
    wanted: &Text,
    findings: &mut Vec<Finding>,
) -> Option<(&'p TablePlan, Place)> {
    let programme = subject.programme;
    match programme.tables.get(&wanted.value) {
        Some(plan) => Some((
            plan,
            programme.tables.place(&wanted.value).unwrap_or(wanted.place),
        )),
        None => {
            findings.push(
                Finding::new(
                    Code::UnknownName,
                    wanted.place,
                    format!("the programme has no table `{}`", wanted.value),
                )
                .advice(list_names(&wanted.value, programme.tables.names())),
            );
            None
        }
    }
}
