//! `data/programmes/NAME.yaml`: what a programme measures, and what a result is compared with.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Named, Placed, Scalar, Text};

/// A programme of inspections, or a statistical series: its measures, facts, benchmark and tables.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Programme {
    /// The programme's name, as printed.
    pub name: Text,
    /// Facts the words may use: a date (2009-09-01), a month (2009-09), a year, a number with a unit (3 years), or a text.
    #[serde(default)]
    pub facts: Named<Scalar>,
    /// What is measured, by a short name of letters, digits and hyphens.
    pub measures: Named<Measure>,
    /// Columns that results may have beside `value`, for this programme, with the words that explain them.
    /// `lowest highest average previous first-published year-ago target` need no entry.
    #[serde(default)]
    pub columns: Named<Text>,
    /// What a result is compared with.
    pub benchmark: Option<Benchmark>,
    /// Tables that notices may print, by a short name.
    #[serde(default)]
    pub tables: Named<TablePlan>,
    /// Wholes and their parts, which must agree in every inspection.
    #[serde(default)]
    pub sums: Vec<Sum>,
    /// The usual hour of publication, such as `09:30`; another one is a warning.
    pub usual_time: Option<Text>,
}

impl Programme {
    /// Every benchmark: its own, and those of single measures.
    pub fn benchmarks(&self) -> impl Iterator<Item = &Benchmark> {
        let measures = self.measures.iter();
        let of_measures = measures.filter_map(|(_, _, measure)| measure.benchmark.as_ref());
        self.benchmark.iter().chain(of_measures)
    }
}

/// One thing that is measured.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Measure {
    /// The label of its table row. Inline Markdown.
    pub label: Text,
    /// What the label means, printed in italics under it. Inline Markdown.
    pub gloss: Option<Text>,
    /// The measure's name inside a sentence, for messages and checks; words that mean this measure.
    #[serde(default)]
    pub also_called: Vec<Text>,
    /// `%`, `percentage points`, `$ billion`, `£`, `points`, or a noun in the plural: `reports`, `days`. Left out: a
    /// bare number, or a rating where there is a scale.
    pub unit: Option<Text>,
    /// The noun for one of them: `report`. Default: the unit without its final s.
    pub one: Option<Text>,
    /// Decimal places printed. Default: 0.
    pub places: Option<Placed<u8>>,
    /// The ratings, worst first: `[Inadequate, Requires improvement, Good, Outstanding]`.
    #[serde(default)]
    pub scale: Vec<Text>,
    /// The maximum of points: `27`.
    pub out_of: Option<Scalar>,
    /// Which way is better: `higher`, `lower` or `neither` (the default).
    pub better: Option<Placed<Better>>,
    /// Benchmark for this measure, where it differs from the programme's.
    pub benchmark: Option<Benchmark>,
    /// Whether every inspection must have a result for it. Default: `true`.
    pub required: Option<Placed<bool>>,
    /// `true` where the measure is itself a change, and so may be negative or above 100%; `false` where it is none,
    /// whatever its label. Default: what the label says, as in "Growth in sales".
    pub change: Option<Placed<bool>>,
    /// `false` where values of different dates may not be compared. Default: `true`.
    pub comparable_over_time: Option<Placed<bool>>,
}

/// Which way of a measure is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Better {
    /// More is better.
    Higher,
    /// Less is better.
    Lower,
    /// Neither.
    #[default]
    Neither,
}

impl Measure {
    /// What the words may call it: its other names, then its label.
    pub fn names(&self) -> impl Iterator<Item = &Text> {
        self.also_called.iter().chain([&self.label])
    }
}

/// What results are compared with, and how it is computed.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Benchmark {
    /// Its name inside a sentence: `the English regions inspected to date`.
    pub name: Text,
    /// Other names the words may use for it.
    #[serde(default)]
    pub also_called: Vec<Text>,
    /// Whether this inspection's own result counts: `included` (the default) or `left-out`.
    pub own_result: Option<Placed<OwnResult>>,
    /// The average: `of-areas` (each counts once, the default) or `pooled` (over all cases).
    pub average: Option<Placed<AverageOf>>,
    /// Whether the average is of `exact` values (the default) or of values as `published` (rounded).
    pub average_from: Option<Placed<AverageFrom>>,
    /// The inspections that belong to it, by name. Default: all of the programme.
    #[serde(default)]
    pub members: Vec<Text>,
    /// `false` where the data folder does not hold every member, so that nothing can be computed. Default: `true`.
    pub complete: Option<Placed<bool>>,
}

impl Benchmark {
    /// What the words may call it: its other names, then its own.
    pub fn names(&self) -> impl Iterator<Item = &Text> {
        self.also_called.iter().chain([&self.name])
    }
}

/// Whether an inspection's own result counts in its benchmark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum OwnResult {
    /// It counts.
    #[default]
    Included,
    /// It does not.
    LeftOut,
}

/// What the average is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum AverageOf {
    /// Each area counts once.
    #[default]
    OfAreas,
    /// All cases of all areas together; needs results such as `62 of 79`.
    Pooled,
}

/// Which values the average is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum AverageFrom {
    /// Before rounding.
    #[default]
    Exact,
    /// As printed.
    Published,
}

/// A table that notices may print: one row a measure.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct TablePlan {
    /// The caption. Inline Markdown with figures. Default: none printed; the notice's headline serves screen readers.
    pub caption: Option<Text>,
    /// The heading over the row labels. Default: none.
    pub rows_heading: Option<Text>,
    /// The measures that are its rows, in order. Default: all of the programme.
    #[serde(default)]
    pub rows: Vec<Text>,
    /// One row an inspection instead of one a measure: the measure shown. For notices about several inspections.
    #[serde(default)]
    pub rows_are: Option<Placed<RowsAre>>,
    /// The column groups, from left to right.
    pub columns: Vec<ColumnGroup>,
    /// Lines under the table, below the meaning of missing marks. Inline Markdown with figures.
    #[serde(default)]
    pub footnotes: Vec<Text>,
}

/// What the rows of a table are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum RowsAre {
    /// One row a measure.
    #[default]
    Measures,
    /// One row an inspection; columns name measures.
    Inspections,
}

/// Columns under one heading.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct ColumnGroup {
    /// The heading over these columns. Inline Markdown with figures.
    pub heading: Option<Text>,
    /// The columns: `value`, `lowest`, `previous` … or, where rows are inspections, measures.
    pub of: Vec<Text>,
    /// Sub-headings of the columns, in the order of `of`. Default: the column's own name, none for a lone column.
    #[serde(default)]
    pub headings: Vec<Text>,
    /// The inspection whose figures these are, in a notice about several. Default: the notice's own.
    pub inspection: Option<Text>,
}

/// A whole and its parts.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Sum {
    /// The measure that is the whole.
    pub whole: Text,
    /// The measures that are its parts.
    pub parts: Vec<Text>,
    /// How far rounded parts may miss the whole, in the unit of the last printed place. Default: 0.
    pub slack: Option<Scalar>,
}
