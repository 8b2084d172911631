//! `data/inspections/NAME.yaml`: the results of one inspection, or one release of a statistic.

use schemars::JsonSchema;
use serde::Deserialize;

use super::forms::{CellForms, ResultForms};
use super::{Named, Scalar, Text};

/// The results of one inspection.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Inspection {
    /// The programme it belongs to, by file name.
    pub programme: Text,
    /// The area, establishment or subject inspected, as printed.
    pub area: Text,
    /// The day its results were or will be published: its place in the programme's order.
    pub published: Text,
    /// The period the results cover, as printed.
    pub period: Option<Text>,
    /// The population the results are of: `offenders under supervision`.
    pub population: Option<Text>,
    /// The results, one a measure.
    pub results: Named<ResultEntry>,
    /// Where columns that were not computed here come from.
    #[serde(default)]
    pub given: Vec<Given>,
    /// Facts of this inspection alone; forms as for a programme's facts.
    #[serde(default)]
    pub facts: Named<Scalar>,
    /// Values that may not be compared with earlier ones, each with the reason.
    #[serde(default)]
    pub not_comparable: Named<Text>,
}

/// One result: a bare value, `{missing: reason}`, or columns by name.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(from = "ResultForms")]
#[schemars(!from, with = "ResultForms")]
#[expect(
    clippy::large_enum_variant,
    reason = "results are read once, and most have columns"
)]
pub enum ResultEntry {
    /// `78%`
    Value(Scalar),
    /// `{value: 78%, lowest: 64%, …}`, `{missing: reason}` being the cell `missing`.
    Columns(ResultColumns),
}

/// The columns of a result.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(remote = "Self", rename_all = "kebab-case")]
pub struct ResultColumns {
    /// Why the value is missing.
    pub missing: Option<Text>,
    /// The half-width of the interval round `change`, or round the value where there is no change: `0.5`.
    pub margin: Option<Scalar>,
    /// Earlier values by year.
    #[serde(default)]
    pub history: Named<Cell>,
    /// The period this result covers, where it differs from the inspection's.
    pub period: Option<Text>,
    /// `value` and every other column.
    #[serde(skip_deserializing)]
    #[schemars(!skip_deserializing, flatten)]
    pub cells: Named<Cell>,
}

/// One cell: a figure, or `{missing: reason}`.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(from = "CellForms")]
#[schemars(!from, with = "CellForms")]
pub enum Cell {
    /// `78%`
    Figure(Scalar),
    /// `{missing: not inspected this year}`
    Missing(Text),
}

/// Where given columns come from.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Given {
    /// The columns.
    pub columns: Vec<Text>,
    /// The measures; default: all.
    #[serde(default)]
    pub measures: Vec<Text>,
    /// The date they are as at.
    pub as_at: Option<Text>,
    /// The document they come from.
    pub source: Text,
}
