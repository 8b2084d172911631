//! The book of all results: what every inspection's words, tables and claims take their figures from.

use std::sync::Arc;

use chrono::Datelike;
use indexmap::IndexMap;

use super::benchmark::{Standing, standings};
use super::beside::Beside;
use super::change::{no_change, not_comparable};
use super::measure::{Measure, Measures, benchmark_of, read_measures};
use super::provenance::Provenance;
use super::results::{InspectionResults, ProgrammeResults, ReadCell, ResultRow, read_results};
use super::{Figure, InspectionFigures, Row, Subject, Value, change, interval, part_of, percent_change};
use crate::data::programme::Sum;
use crate::data::{Inspection, Programme};
use crate::finding::{Code, Finding, list_names};
use crate::moment;
use crate::quantity::{Exact, Quantity, Rounding, Unit};

/// One programme's results and benchmarks.
#[derive(Debug, Clone, Default)]
pub struct Book {
    /// The measures and results, in order of date.
    pub results: ProgrammeResults,
    standings: IndexMap<String, IndexMap<String, Standing>>,
    /// The declared sums by their whole.
    sums: IndexMap<String, Sum>,
    rounding: Rounding,
}

impl Book {
    /// Reads all results of `programme` and computes its benchmarks; `inspections` are the programme's own, by name.
    pub fn new(
        programme: &Programme,
        inspections: &IndexMap<&str, &Inspection>,
        rounding: Rounding,
        findings: &mut Vec<Finding>,
    ) -> Self {
        let measures = read_measures(programme, findings);
        let mut read: Vec<InspectionResults> = Vec::new();
        for (name, inspection) in inspections {
            let rows = read_results(name, inspection, programme, &measures, findings);
            for (measure, place, _) in inspection.not_comparable.iter() {
                if programme.measures.get(measure).is_none() {
                    findings.push(
                        Finding::new(
                            Code::UnknownMeasure,
                            place,
                            format!("the programme has no measure `{measure}`"),
                        )
                        .advice(list_names(measure, programme.measures.names())),
                    );
                }
            }
            match moment::parse_date(&inspection.published.value) {
                Ok(published) => read.push(InspectionResults {
                    name: (*name).to_owned(),
                    published,
                    rows,
                }),
                Err(error) => {
                    let code = match error.kind {
                        moment::MomentKind::NoSuchDay => Code::DateDoesNotExist,
                        _ => Code::WrongKind,
                    };
                    let written = moment::rewritten_date(&inspection.published.value);
                    let mut told = Finding::new(code, inspection.published.place, error.says)
                        .shown(format!("found: {}", inspection.published.value))
                        .advice(format!("expected {}; {}", error.expected, error.advice));
                    told.shown
                        .extend(written.map(|written| format!("write: {written}")));
                    findings.push(told);
                }
            }
        }
        read.sort_by(|a, b| (a.published, &a.name).cmp(&(b.published, &b.name)));
        let results = ProgrammeResults {
            measures,
            inspections: read
                .into_iter()
                .map(|results| (results.name.clone(), results))
                .collect(),
        };
        let standings = benchmarks(programme, &results, rounding);
        Book {
            results,
            standings,
            sums: programme
                .sums
                .iter()
                .map(|sum| (sum.whole.value.clone(), sum.clone()))
                .collect(),
            rounding,
        }
    }

    /// The measures, in the programme's order.
    pub fn measures(&self) -> &Measures {
        &self.results.measures
    }

    /// All figures of one inspection; `None` where it could not be read.
    pub fn figures(
        &self,
        name: &str,
        inspection: &Inspection,
        findings: &mut Vec<Finding>,
    ) -> Option<InspectionFigures> {
        let results = self.results.inspections.get(name)?;
        let mut rows = IndexMap::new();
        for measure in self.results.measures.values() {
            let Some(row) = results.rows.get(&measure.name) else {
                continue;
            };
            let mut row = self.row(name, inspection, measure, row, findings);
            let published = i64::from(results.published.year());
            row.carry(self.beside(&row, inspection, published));
            rows.insert(measure.name.clone(), row);
        }
        Some(InspectionFigures {
            name: name.to_owned(),
            area: inspection.area.value.clone(),
            rows,
        })
    }

    fn row(
        &self,
        name: &str,
        inspection: &Inspection,
        measure: &Arc<Measure>,
        read: &ResultRow,
        findings: &mut Vec<Finding>,
    ) -> Row {
        let subject = |column: &str| Subject {
            measure: Some(Arc::clone(measure)),
            column: column.to_owned(),
            inspection: Some(name.to_owned()),
            area: Some(inspection.area.value.clone()),
            period: read
                .period
                .clone()
                .or_else(|| inspection.period.as_ref().map(|p| p.value.clone())),
            population: inspection.population.as_ref().map(|p| p.value.clone()),
            beside: None,
        };
        let figure = |column: &str, cell: &ReadCell| Figure {
            name: format!("{}.{}", measure.word(), column.replace('-', "_")),
            value: match &cell.value {
                Ok((quantity, of)) => Value::Known {
                    quantity: quantity.clone(),
                    of: *of,
                },
                Err(reason) => Value::Missing {
                    reason: reason.clone(),
                },
            },
            subject: subject(column),
            provenance: Provenance::Given {
                place: cell.place,
                source: source_of(inspection, column, &measure.name),
            },
        };
        let mut columns: IndexMap<String, Figure> = read
            .cells
            .iter()
            .map(|(column, cell)| (column.clone(), figure(column, cell)))
            .collect();
        if let Some(standing) = self.standings.get(&measure.name).and_then(|by| by.get(name)) {
            self.add_benchmark(standing, &mut columns, measure, &subject, findings);
        }
        if let Some(margin) = &read.margin {
            columns.insert("margin".to_owned(), figure("margin", margin));
        }
        let own = inspection
            .not_comparable
            .get(&measure.name)
            .map(|reason| reason.value.as_str());
        let incomparable =
            own.or((!measure.comparable).then_some("its values of different dates are not compared"));
        add_changes(&mut columns, measure, incomparable);
        let named = |(column, figure): (String, Figure)| (column.replace('-', "_"), Arc::new(figure));
        Row {
            measure: Arc::clone(measure),
            columns: columns.into_iter().map(named).collect(),
            history: read
                .history
                .iter()
                .map(|(year, cell)| (year.clone(), Arc::new(figure(&format!("history.{year}"), cell))))
                .collect(),
        }
    }

    /// What the data say beside every figure of a row.
    fn beside(&self, row: &Row, inspection: &Inspection, published: i64) -> Beside {
        let measure = &row.measure;
        let sum = self.sums.get(&measure.name);
        let of_inspection = inspection.not_comparable.get(&measure.name);
        Beside {
            margin: row.columns.get("margin").cloned(),
            change: row.columns.get("change").cloned(),
            history: row.history.clone(),
            not_comparable: of_inspection
                .map(|reason| reason.value.clone())
                .or_else(|| (!measure.comparable).then(String::new)),
            slack: sum
                .and_then(|sum| sum.slack.as_ref())
                .and_then(|slack| Exact::parse(&slack.text)),
            parts: sum.map_or_else(Vec::new, |sum| {
                sum.parts.iter().map(|part| part.value.clone()).collect()
            }),
            published: Some(published),
        }
    }

    /// Adds the computed benchmark where none is given; where both are, they must print alike.
    fn add_benchmark(
        &self,
        standing: &Standing,
        columns: &mut IndexMap<String, Figure>,
        measure: &Measure,
        subject: &dyn Fn(&str) -> Subject,
        findings: &mut Vec<Finding>,
    ) {
        let computed = [
            ("lowest", Some(&standing.lowest)),
            ("highest", Some(&standing.highest)),
            ("average", standing.average.as_ref()),
        ];
        let any_given = computed.iter().any(|(column, _)| columns.contains_key(*column));
        for (column, quantity) in computed {
            let Some(quantity) = quantity else { continue };
            match columns.get(column) {
                Some(given) if standing.others => {
                    findings.extend(self.mismatch(given, quantity, standing));
                }
                Some(_) => {}
                // A benchmark of this inspection alone compares a result with itself.
                None if !standing.others && any_given => {}
                None => {
                    columns.insert(
                        column.to_owned(),
                        Figure {
                            name: format!("{}.{column}", measure.word()),
                            value: Value::Known {
                                quantity: quantity.clone(),
                                of: None,
                            },
                            subject: subject(column),
                            provenance: Provenance::Computed {
                                rule: rule(column, standing),
                                inputs: standing.inputs.clone(),
                                steps: Vec::new(),
                            },
                        },
                    );
                }
            }
        }
    }

    fn mismatch(&self, given: &Figure, computed: &Quantity, standing: &Standing) -> Option<Finding> {
        let quantity = given.quantity()?;
        if quantity.rounded(self.rounding) == computed.rounded(self.rounding) {
            return None;
        }
        let mut finding = Finding::new(
            Code::BenchmarkMismatch,
            given.provenance.place(),
            format!("the given `{}` is not the one computed from {} results", given.name, standing.count),
        )
        .shown(format!("given {}, computed {}", quantity.amount.exact_text(), computed.amount.exact_text()))
        .advice(
            "correct the one that is wrong, or leave the column out so that it is computed; where the folder does \
             not hold every member, write `complete: false` under `benchmark:`",
        );
        for input in standing.inputs.iter().take(8) {
            finding = finding.also(input.place, input.label.clone());
        }
        Some(finding)
    }
}

fn rule(column: &str, standing: &Standing) -> String {
    match column {
        "average" => standing.rule.clone(),
        _ => format!("{column} of {} results to date", standing.count),
    }
}

fn benchmarks(
    programme: &Programme,
    results: &ProgrammeResults,
    rounding: Rounding,
) -> IndexMap<String, IndexMap<String, Standing>> {
    results
        .measures
        .values()
        .filter(|measure| !matches!(measure.unit, Unit::Rating(_)))
        .filter_map(|measure| {
            let benchmark = benchmark_of(programme, &measure.name)?;
            let complete = benchmark.complete.as_ref().is_none_or(|complete| complete.value);
            complete.then(|| {
                (
                    measure.name.clone(),
                    standings(benchmark, results, &measure.name, rounding),
                )
            })
        })
        .collect()
}

/// The source of a given column, with its as-at date.
fn source_of(inspection: &Inspection, column: &str, measure: &str) -> Option<String> {
    let given = inspection.given.iter().find(|given| {
        given.columns.iter().any(|name| name.value == column)
            && (given.measures.is_empty() || given.measures.iter().any(|name| name.value == measure))
    })?;
    Some(match &given.as_at {
        Some(date) => format!("{}, as at {}", given.source.value, date.value),
        None => given.source.value.clone(),
    })
}

/// What follows from the columns: count and base, the change since the previous value, the interval.
fn add_changes(columns: &mut IndexMap<String, Figure>, measure: &Measure, incomparable: Option<&str>) {
    let Some(value) = columns.get("value") else { return };
    let previous = columns.get("previous");
    let ends = columns.get("margin").and_then(|margin| interval(value, margin));
    let (low, high) = ends.map_or((None, None), |(low, high)| (Some(low), Some(high)));
    let follow = [
        ("count", part_of(value, false)),
        ("base", part_of(value, true)),
        (
            "change",
            previous.and_then(|previous| match incomparable {
                Some(reason) => Some(not_comparable(value, reason)),
                None => change(value, previous).or_else(|| no_change(value, previous)),
            }),
        ),
        (
            "percent-change",
            previous.and_then(|previous| match incomparable {
                Some(reason) => Some(not_comparable(value, reason)),
                None => percent_change(value, previous).or_else(|| no_change(value, previous)),
            }),
        ),
        ("interval-low", low),
        ("interval-high", high),
    ];
    for (name, figure) in follow {
        let Some(mut figure) = figure.filter(|_| !columns.contains_key(name)) else {
            continue;
        };
        figure.name = format!("{}.{}", measure.word(), name.replace('-', "_"));
        columns.insert(name.to_owned(), figure);
    }
}
