//! What the words can see, by name: the figures of the notice's inspections, facts, names and dates.

use std::sync::Arc;

use indexmap::IndexMap;
use tera::{Map, Value};

use super::items::{self, DateForm, Form, Item};
use crate::data::{Inspection, Organisation, Programme, Text};
use crate::figures::{Fact, Figure, InspectionFigures, read_facts};
use crate::finding::Place;
use crate::moment::{self, Instant};
use crate::release::Basis;

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
    /// Where it stands.
    pub issued_at: Option<Place>,
    /// The embargo or moment of publication.
    pub instant: Option<Instant>,
    /// Where it stands.
    pub instant_at: Option<Place>,
}

/// The names the words may begin a path with, and everything under them.
pub fn names(subject: &Subject<'_>) -> Map {
    let mut map = Map::new();
    let mut put = |name: &str, value: Value| {
        map.insert(name.to_owned().into(), value);
    };
    put(
        "organisation",
        tree([("name", text("organisation.name", &subject.organisation.name))]),
    );
    put(
        "programme",
        tree([("name", text("programme.name", &subject.programme.name))]),
    );
    let benchmark = subject.programme.benchmark.as_ref();
    if let Some(benchmark) = benchmark {
        put(
            "benchmark",
            tree([("name", text("benchmark.name", &benchmark.name))]),
        );
    }
    let partners = subject.organisation.partners.iter();
    put(
        "partners",
        group(partners.map(|(name, _, partner)| {
            let path = format!("partners.{}.name", word(name));
            (name, tree([("name", text(&path, &partner.name))]))
        })),
    );
    put("facts", facts(subject));
    put(
        "areas",
        list(
            subject.inspections.iter().map(|(inspection, figures)| {
                text(&of_inspection(subject, figures, "area"), &inspection.area)
            }),
        ),
    );
    if let Some(date) = subject.issued {
        put(
            "issued",
            on(Item::Date(date, DateForm::Full), "issued", subject.issued_at),
        );
    }
    if let Some(instant) = &subject.instant {
        let at = subject.instant_at;
        let day = |form| Item::Date(instant.date(), form);
        put(
            "embargo",
            tree([
                ("date", on(day(DateForm::Full), "embargo.date", at)),
                ("weekday", on(day(DateForm::Weekday), "embargo.weekday", at)),
                ("time", on(Item::Time(*instant), "embargo.time", at)),
                ("zone", on(Item::Text(instant.abbreviation()), "embargo.zone", at)),
            ]),
        );
    }
    match subject.inspections.as_slice() {
        [(inspection, figures)] => {
            put("area", text("area", &inspection.area));
            about("", inspection, &mut put);
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

/// What the words can see of an inspection beside its figures; `before` is what stands before the names.
fn about(before: &str, inspection: &Inspection, put: &mut dyn FnMut(&str, Value)) {
    for (name, value) in [
        ("period", &inspection.period),
        ("population", &inspection.population),
    ] {
        if let Some(value) = value {
            put(name, text(&format!("{before}{name}"), value));
        }
    }
    if let Ok(date) = moment::parse_date(&inspection.published.value) {
        let (name, place) = (format!("{before}published"), inspection.published.place);
        put(
            "published",
            on(Item::Date(date, DateForm::Full), &name, Some(place)),
        );
    }
}

fn one_of_several(inspection: &Inspection, figures: &InspectionFigures) -> Value {
    let mut map = Map::new();
    let mut put = |name: &str, value: Value| {
        map.insert(name.to_owned().into(), value);
    };
    let before = format!("{}.", word(&figures.name));
    put("area", text(&format!("{before}area"), &inspection.area));
    about(&before, inspection, &mut put);
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
    let mut all: IndexMap<String, (Fact, Option<Place>)> = IndexMap::new();
    let own = match subject.inspections.as_slice() {
        [(inspection, _)] => Some(&inspection.facts),
        _ => None,
    };
    for typed in [&subject.programme.facts].into_iter().chain(own) {
        for (name, fact) in read_facts(typed) {
            let place = typed.get(&name).map(|scalar| scalar.place);
            all.insert(name, (fact, place));
        }
    }
    group(all.iter().map(|(name, (fact, place))| {
        let path = format!("facts.{}", word(name));
        (name.as_str(), on(items::of_fact(fact), &path, *place))
    }))
}

/// A row as the words see it: its columns, history, and the parts of each figure.
fn measure(row: &crate::figures::Row, with_label: bool) -> Value {
    let mut map = Map::new();
    let mut put = |name: String, value: Value| {
        map.insert(name.into(), value);
    };
    if with_label {
        let (label, name) = (&row.measure.label, row.measure.name.clone());
        let path = |end: &str| format!("{}.{end}", row.measure.word());
        put("label".to_owned(), text(&path("label"), label));
        put(
            "name".to_owned(),
            on(Item::Text(name), &path("name"), Some(row.measure.place)),
        );
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

/// A text of the data by its name in the words.
fn text(name: &str, text: &Text) -> Value {
    on(Item::Text(text.value.clone()), name, Some(text.place))
}

/// An item by its name in the words, with the place of the scalar it is of.
fn on(item: Item, name: &str, place: Option<Place>) -> Value {
    let basis = place.map(|place| {
        Arc::new(Basis::Kept {
            name: name.to_owned(),
            place,
        })
    });
    items::store_on(item, basis)
}

/// A name as the words spell it: hyphens are underscores.
fn word(name: &str) -> String {
    name.replace('-', "_")
}

/// The name of a text of one inspection: `area`, or with several `northshire.area`.
fn of_inspection(subject: &Subject<'_>, figures: &InspectionFigures, text: &str) -> String {
    match subject.inspections.as_slice() {
        [_] => text.to_owned(),
        _ => format!("{}.{text}", word(&figures.name)),
    }
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
            .map(|(name, value)| (word(name).into(), value))
            .collect::<Map>(),
    )
}
