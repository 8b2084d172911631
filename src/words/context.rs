//! What the words can see, by name: the figures of the notice's inspections, facts, names and dates.

use std::sync::Arc;

use indexmap::IndexMap;
use tera::{Map, Value};

use super::items::{self, DateForm, Form, Item};
use crate::data::{Inspection, Organisation, Programme};
use crate::figures::{Fact, Figure, InspectionFigures, read_facts};
use crate::moment::{self, Instant};

/// What a notice is about.
pub struct Subject<'o> {
    /// The issuer.
    pub organisation: &'o Organisation,
    /// The programme, by name; that of the first inspection.
    pub programme: &'o Programme,
    /// The inspections, in the order of the notice, with their figures.
    pub inspections: Vec<(&'o Inspection, InspectionFigures)>,
    /// The date of issue.
    pub issued: Option<chrono::NaiveDate>,
    /// The embargo or moment of publication.
    pub instant: Option<Instant>,
}

/// The names the words may begin a path with, and everything under them.
pub fn names(subject: &Subject<'_>) -> Map {
    let mut map = Map::new();
    let mut put = |name: &str, value: Value| {
        map.insert(name.to_owned().into(), value);
    };
    put(
        "organisation",
        tree([("name", text(&subject.organisation.name.value))]),
    );
    put("programme", tree([("name", text(&subject.programme.name.value))]));
    let benchmark = subject.programme.benchmark.as_ref();
    if let Some(benchmark) = benchmark {
        put("benchmark", tree([("name", text(&benchmark.name.value))]));
    }
    let partners = subject.organisation.partners.iter();
    put(
        "partners",
        group(partners.map(|(name, _, partner)| (name, tree([("name", text(&partner.name.value))])))),
    );
    put("facts", facts(subject));
    put(
        "areas",
        list(
            subject
                .inspections
                .iter()
                .map(|(inspection, _)| text(&inspection.area.value)),
        ),
    );
    if let Some(date) = subject.issued {
        put("issued", items::store(Item::Date(date, DateForm::Full)));
    }
    if let Some(instant) = &subject.instant {
        let date = items::store(Item::Date(instant.date(), DateForm::Full));
        let weekday = items::store(Item::Date(instant.date(), DateForm::Weekday));
        let time = items::store(Item::Time(*instant));
        put(
            "embargo",
            tree([
                ("date", date),
                ("weekday", weekday),
                ("time", time),
                ("zone", text(&instant.abbreviation())),
            ]),
        );
    }
    match subject.inspections.as_slice() {
        [(inspection, figures)] => {
            put("area", text(&inspection.area.value));
            about(inspection, &mut put);
            put("measures", columns(&[figures]));
            put("rows", list(figures.rows.values().map(|row| measure(row, true))));
            for row in figures.rows.values() {
                put(&row.measure.word(), measure(row, false));
            }
        }
        several => {
            let all: Vec<&InspectionFigures> = several.iter().map(|(_, figures)| figures).collect();
            put("inspections", across(&all));
            put("measures", columns(&all));
            for (inspection, figures) in several {
                put(
                    &figures.name.replace('-', "_"),
                    one_of_several(inspection, figures),
                );
            }
        }
    }
    map
}

fn about(inspection: &Inspection, put: &mut dyn FnMut(&str, Value)) {
    for (name, value) in [
        ("period", &inspection.period),
        ("population", &inspection.population),
    ] {
        if let Some(value) = value {
            put(name, text(&value.value));
        }
    }
    if let Ok(date) = moment::parse_date(&inspection.published.value) {
        put("published", items::store(Item::Date(date, DateForm::Full)));
    }
}

fn one_of_several(inspection: &Inspection, figures: &InspectionFigures) -> Value {
    let mut map = Map::new();
    let mut put = |name: &str, value: Value| {
        map.insert(name.to_owned().into(), value);
    };
    put("area", text(&inspection.area.value));
    about(inspection, &mut put);
    put("measures", columns(&[figures]));
    put("rows", list(figures.rows.values().map(|row| measure(row, true))));
    for row in figures.rows.values() {
        put(&row.measure.word(), measure(row, false));
        // `area.control.change` reaches Tera as `area.control__change`, like a figure's own part.
        for part in super::template::FIGURE_PARTS {
            if let Some(figure) = row.columns.get(*part) {
                put(&format!("{}__{part}", row.measure.word()), bare(figure));
            }
        }
    }
    Value::from(map)
}

/// `facts`: the programme's, and over them the inspection's own where the notice is about one.
fn facts(subject: &Subject<'_>) -> Value {
    let mut all: IndexMap<String, Fact> = read_facts(&subject.programme.facts);
    if let [(inspection, _)] = subject.inspections.as_slice() {
        all.extend(read_facts(&inspection.facts));
    }
    group(
        all.iter()
            .map(|(name, fact)| (name.as_str(), items::store(items::of_fact(fact)))),
    )
}

/// A row as the words see it: its columns, history, and the parts of each figure.
fn measure(row: &crate::figures::Row, with_label: bool) -> Value {
    let mut map = Map::new();
    let mut put = |name: String, value: Value| {
        map.insert(name.into(), value);
    };
    if with_label {
        put("label".to_owned(), text(&row.measure.label.value));
        put("name".to_owned(), text(&row.measure.name));
    }
    for (column, figure) in &row.columns {
        put(column.clone(), bare(figure));
        for part in super::template::FIGURE_PARTS {
            let own = match *part {
                "count" => crate::figures::part_of(figure, false).map(Arc::new),
                "base" => crate::figures::part_of(figure, true).map(Arc::new),
                part if column == "value" => row.columns.get(part).cloned(),
                _ => None,
            };
            if let Some(own) = own {
                put(format!("{column}__{part}"), bare(&own));
            }
        }
    }
    if !row.history.is_empty() {
        put(
            "history".to_owned(),
            group(
                row.history
                    .iter()
                    .map(|(year, figure)| (year.as_str(), bare(figure))),
            ),
        );
    }
    Value::from(map)
}

/// `measures.value`: every row of a column, in the programme's order.
fn columns(inspections: &[&InspectionFigures]) -> Value {
    let mut by_column: IndexMap<&str, Vec<Value>> = IndexMap::new();
    for figures in inspections {
        for row in figures.rows.values() {
            for (column, figure) in &row.columns {
                by_column.entry(column).or_default().push(bare(figure));
            }
        }
    }
    group(
        by_column
            .into_iter()
            .map(|(column, values)| (column, Value::from(values))),
    )
}

/// `inspections.control.value`: one figure an inspection, in the notice's order.
fn across(inspections: &[&InspectionFigures]) -> Value {
    let mut by_measure: IndexMap<String, IndexMap<&str, Vec<Value>>> = IndexMap::new();
    for figures in inspections {
        for row in figures.rows.values() {
            let columns = by_measure.entry(row.measure.word()).or_default();
            for (column, figure) in &row.columns {
                columns.entry(column).or_default().push(bare(figure));
            }
        }
    }
    let mut all = Map::new();
    for (measure, columns) in by_measure {
        for part in super::template::FIGURE_PARTS {
            if let Some(values) = columns.get(part) {
                all.insert(format!("{measure}__{part}").into(), Value::from(values.clone()));
            }
        }
        all.insert(
            measure.into(),
            group(
                columns
                    .into_iter()
                    .map(|(column, values)| (column, Value::from(values))),
            ),
        );
    }
    Value::from(all)
}

fn bare(figure: &Arc<Figure>) -> Value {
    items::store(Item::Figure(Arc::clone(figure), Form::Bare))
}

fn text(text: &str) -> Value {
    items::store(Item::Text(text.to_owned()))
}

fn list(values: impl Iterator<Item = Value>) -> Value {
    Value::from(values.collect::<Vec<_>>())
}

fn tree<const N: usize>(entries: [(&str, Value); N]) -> Value {
    group(entries.into_iter())
}

/// A map of names as the words spell them: hyphens are underscores.
fn group<'n>(entries: impl Iterator<Item = (&'n str, Value)>) -> Value {
    Value::from(
        entries
            .map(|(name, value)| (name.replace('-', "_").into(), value))
            .collect::<Map>(),
    )
}
