//! What a programme measures, ready for use: unit, places, better way, benchmark.

use std::sync::Arc;

use indexmap::IndexMap;

use super::changes::{says_difference, says_movement};
use crate::data::programme::{self, Benchmark, Better};
use crate::data::{Programme, Text};
use crate::finding::{Code, Finding, Place};
use crate::quantity::Unit;

/// The columns every programme knows beside `value`, in the spelling of the YAML.
pub const MEASURE_COLUMNS: &[&str] = &[
    "value",
    "lowest",
    "highest",
    "average",
    "previous",
    "first-published",
    "year-ago",
    "target",
];

/// Names inside a sentence that a measure may not take: the other things words can see, and Tera's own.
const RESERVED: &[&str] = &[
    "area",
    "areas",
    "benchmark",
    "facts",
    "programme",
    "organisation",
    "inspection",
    "inspections",
    "measures",
    "rows",
    "embargo",
    "issued",
    "published",
    "period",
    "population",
    "partners",
    "loop",
    "true",
    "false",
    "none",
    "and",
    "or",
    "not",
    "is",
    "in",
    "if",
    "else",
    "elif",
    "for",
    "set",
    "block",
    "include",
    "extends",
    "raw",
];

/// What is measured.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Measure {
    /// The short name in the YAML: `first-timers`.
    pub name: String,
    /// The label, as written.
    pub label: Text,
    /// The gloss, as written.
    pub gloss: Option<Text>,
    /// Words that mean this measure.
    pub also_called: Vec<String>,
    /// The unit.
    pub unit: Unit,
    /// Decimal places printed.
    pub places: u8,
    /// Which way is better.
    pub better: Better,
    /// Whether the programme declares it to be itself a change, or to be none; `None` where it leaves that to the label.
    pub change: Option<bool>,
    /// Whether values of different dates may be compared.
    pub comparable: bool,
    /// Whether every inspection must have a result.
    pub required: bool,
    /// Where the measure stands in the programme.
    pub place: Place,
}

impl Measure {
    /// What the words may call it: its other names, then its label.
    pub fn names(&self) -> impl Iterator<Item = &String> {
        self.also_called.iter().chain([&self.label.value])
    }

    /// Whether it is itself a difference, and so may be negative or above 100%: declared, or said by its name or label.
    pub fn is_change(&self) -> bool {
        self.change.unwrap_or_else(|| {
            [&self.name, &self.label.value]
                .iter()
                .any(|text| says_difference(text))
        })
    }

    /// Whether it is itself a movement, so that its sign says that something rose or fell: declared, or said by its
    /// name or label. A gap is a difference, and moves nothing.
    pub fn is_movement(&self) -> bool {
        self.change.unwrap_or_else(|| {
            [&self.name, &self.label.value]
                .iter()
                .any(|text| says_movement(text))
        })
    }

    /// The name inside a sentence: hyphens are underscores.
    pub fn word(&self) -> String {
        self.name.replace('-', "_")
    }
}

/// The measures of a programme by name, in its order.
pub type Measures = IndexMap<String, Arc<Measure>>;

/// Reads the measures of a programme; a measure with a mistake is left out and reported.
pub fn read_measures(programme: &Programme, findings: &mut Vec<Finding>) -> Measures {
    let mut measures = Measures::new();
    for (name, place, entry) in programme.measures.iter() {
        if let Some(finding) = bad_name(name, place) {
            findings.push(finding);
            continue;
        }
        match read_measure(name, place, entry) {
            Ok(measure) => {
                measures.insert(name.to_owned(), Arc::new(measure));
            }
            Err(finding) => findings.push(*finding),
        }
    }
    measures
}

fn bad_name(name: &str, place: Place) -> Option<Finding> {
    let word = name.replace('-', "_");
    let spelt = name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    if !spelt {
        return Some(
            Finding::new(
                Code::BadName,
                place,
                format!("the measure name `{name}` cannot stand in a sentence"),
            )
            .advice("use letters, digits and hyphens, beginning with a letter, such as `help-and-change`"),
        );
    }
    RESERVED.contains(&word.as_str()).then(|| {
        Finding::new(
            Code::BadName,
            place,
            format!("the measure name `{name}` means something else in the words"),
        )
        .advice(format!("choose another name, such as `{name}-score`"))
    })
}

fn read_measure(name: &str, place: Place, entry: &programme::Measure) -> Result<Measure, Box<Finding>> {
    let out_of = match &entry.out_of {
        None => None,
        Some(scalar) => Some(
            scalar
                .text
                .parse::<u64>()
                .ok()
                .filter(|most| *most > 0)
                .ok_or_else(|| {
                    Finding::new(
                        Code::BadFigure,
                        scalar.place,
                        "the maximum of points is not a whole number above 0",
                    )
                    .advice("write it in digits, such as `out-of: 27`")
                })?,
        ),
    };
    let scale: Vec<String> = entry.scale.iter().map(|rating| rating.value.clone()).collect();
    let unit = Unit::parse(
        entry.unit.as_ref().map(|unit| unit.value.as_str()),
        entry.one.as_ref().map(|one| one.value.as_str()),
        &scale,
        out_of,
    )
    .map_err(|error| {
        let at = entry.unit.as_ref().map_or(place, |unit| unit.place);
        Finding::new(
            Code::BadFigure,
            at,
            format!("the unit of `{name}`: {}", error.what),
        )
        .advice(format!("expected {}; {}", error.expected, error.advice))
    })?;
    Ok(Measure {
        name: name.to_owned(),
        label: entry.label.clone(),
        gloss: entry.gloss.clone(),
        also_called: entry
            .also_called
            .iter()
            .map(|words| words.value.clone())
            .collect(),
        unit,
        places: entry.places.as_ref().map_or(0, |places| places.value),
        better: entry
            .better
            .as_ref()
            .map_or(Better::Neither, |better| better.value),
        change: entry.change.as_ref().map(|change| change.value),
        comparable: entry
            .comparable_over_time
            .as_ref()
            .is_none_or(|comparable| comparable.value),
        required: entry.required.as_ref().is_none_or(|required| required.value),
        place,
    })
}

/// The benchmark that holds for a measure: its own, or the programme's.
pub fn benchmark_of<'p>(programme: &'p Programme, measure: &str) -> Option<&'p Benchmark> {
    programme
        .measures
        .get(measure)
        .and_then(|entry| entry.benchmark.as_ref())
        .or(programme.benchmark.as_ref())
}
