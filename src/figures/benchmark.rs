//! Benchmarks to date: lowest, highest and average over a programme's inspections, by one pass in order of date.
//!
//! A benchmark of a day counts every inspection published up to and on that day. Missing values do not count.
//! Averages are exact; they are of areas (each counts once) or pooled (all cases together).

use std::sync::Arc;

use indexmap::IndexMap;

use super::provenance::{Input, Inputs};
use super::results::ProgrammeResults;
use crate::data::programme::{AverageFrom, AverageOf, Benchmark, OwnResult};
use crate::quantity::{Exact, Quantity, Rounding};

/// The benchmark of one measure as it stood for one inspection.
#[derive(Debug, Clone)]
pub struct Standing {
    /// The lowest value.
    pub lowest: Quantity,
    /// The highest value.
    pub highest: Quantity,
    /// The average; `None` where a pooled one lacks a base.
    pub average: Option<Quantity>,
    /// The rule of the average in words.
    pub rule: String,
    /// The results it is over.
    pub inputs: Inputs,
    /// How many results it is over.
    pub count: usize,
    /// Whether results other than the inspection's own count.
    pub others: bool,
}

/// The standing of every inspection for one measure, by inspection.
pub fn standings(
    benchmark: &Benchmark,
    results: &ProgrammeResults,
    measure: &str,
    rounding: Rounding,
) -> IndexMap<String, Standing> {
    let members: Vec<&str> = benchmark
        .members
        .iter()
        .map(|member| member.value.as_str())
        .collect();
    let pass = Pass {
        left_out: benchmark
            .own_result
            .as_ref()
            .is_some_and(|own| own.value == OwnResult::LeftOut),
        pooled: benchmark
            .average
            .as_ref()
            .is_some_and(|average| average.value == AverageOf::Pooled),
        published: benchmark
            .average_from
            .as_ref()
            .is_some_and(|from| from.value == AverageFrom::Published),
        rounding,
    };
    let counted: Vec<Counted> = results
        .inspections
        .values()
        .filter(|inspection| members.is_empty() || members.contains(&inspection.name.as_str()))
        .filter_map(|inspection| {
            let cell = inspection.rows.get(measure)?.cells.get("value")?;
            let (quantity, of) = cell.value.as_ref().ok()?;
            Some(Counted {
                inspection: inspection.name.clone(),
                published: inspection.published,
                quantity: quantity.clone(),
                of: *of,
                input: Input {
                    inspection: Some(inspection.name.clone()),
                    label: format!("{}: {measure}.value", inspection.name),
                    typed: cell.typed.clone(),
                    place: cell.place,
                },
            })
        })
        .collect();
    let inputs = Arc::new(counted.iter().map(|one| one.input.clone()).collect::<Vec<_>>());
    let own: IndexMap<&str, usize> = counted
        .iter()
        .enumerate()
        .map(|(at, one)| (one.inspection.as_str(), at))
        .collect();

    let mut standings = IndexMap::new();
    let mut tally = Tally::default();
    let mut taken = 0;
    for inspection in results.inspections.values() {
        while counted
            .get(taken)
            .is_some_and(|one| one.published <= inspection.published)
        {
            tally.take(taken, &counted, &pass);
            taken += 1;
        }
        let own = own.get(inspection.name.as_str()).copied();
        let except = own.filter(|_| pass.left_out);
        let others = taken > usize::from(own.is_some());
        if let Some(standing) = tally.standing(&counted, except, taken, &pass, &inputs, others) {
            standings.insert(inspection.name.clone(), standing);
        }
    }
    standings
}

/// How this benchmark counts.
struct Pass {
    left_out: bool,
    pooled: bool,
    published: bool,
    rounding: Rounding,
}

/// A result that counts, in order of date.
struct Counted {
    inspection: String,
    published: chrono::NaiveDate,
    quantity: Quantity,
    of: Option<(u64, u64)>,
    input: Input,
}

/// The running sums and the two lowest and highest, so that any one can be left out again.
#[derive(Default)]
struct Tally {
    sum: Option<Exact>,
    /// Counts and bases: added up over a programme's years, they may be more than any one of them could be.
    cases: Option<(Exact, Exact)>,
    without_base: usize,
    lowest: Extreme,
    highest: Extreme,
}

/// The most extreme result so far and the next, so that one's own can be left out.
#[derive(Default)]
struct Extreme {
    first: Option<usize>,
    second: Option<usize>,
}

impl Extreme {
    /// Takes in result `at`; `beats` says whether it is more extreme than a held one. Among equals the first stays.
    fn take(&mut self, at: usize, beats: impl Fn(usize) -> bool) {
        if self.first.is_none_or(&beats) {
            self.second = self.first.replace(at);
        } else if self.second.is_none_or(&beats) {
            self.second = Some(at);
        }
    }

    fn without(&self, except: Option<usize>) -> Option<usize> {
        if self.first == except && except.is_some() {
            self.second
        } else {
            self.first
        }
    }
}

impl Tally {
    fn take(&mut self, at: usize, counted: &[Counted], pass: &Pass) {
        let one = &counted[at];
        let value = pass.value(one);
        self.sum = Some(
            self.sum
                .take()
                .map_or_else(|| value.clone(), |sum| sum.plus(&value)),
        );
        match one.of {
            Some((count, base)) => {
                let none = || (Exact::whole(0), Exact::whole(0));
                let (counts, bases) = self.cases.take().unwrap_or_else(none);
                self.cases = Some((counts.plus(&Exact::from(count)), bases.plus(&Exact::from(base))));
            }
            None => self.without_base += 1,
        }
        self.lowest
            .take(at, |held| one.quantity.amount < counted[held].quantity.amount);
        self.highest
            .take(at, |held| one.quantity.amount > counted[held].quantity.amount);
    }

    fn standing(
        &self,
        counted: &[Counted],
        except: Option<usize>,
        taken: usize,
        pass: &Pass,
        inputs: &Arc<Vec<Input>>,
        others: bool,
    ) -> Option<Standing> {
        let count = taken - usize::from(except.is_some());
        if count == 0 {
            return None;
        }
        let lowest = self.lowest.without(except)?;
        let highest = self.highest.without(except)?;
        let left_out = except.map(|at| &counted[at]);
        let average = self.average(count, left_out, pass);
        let like = &counted[lowest].quantity;
        Some(Standing {
            lowest: counted[lowest].quantity.clone(),
            highest: counted[highest].quantity.clone(),
            average: average.map(|amount| Quantity {
                amount,
                unit: like.unit.clone(),
                places: like.places,
            }),
            rule: pass.rule(count),
            inputs: Inputs::beginning(Arc::clone(inputs), taken, except),
            count,
            others,
        })
    }

    fn average(&self, count: usize, left_out: Option<&Counted>, pass: &Pass) -> Option<Exact> {
        if pass.pooled {
            let (counts, bases) = self.cases.as_ref().filter(|_| self.without_base == 0)?;
            let (count, base) = left_out.and_then(|one| one.of).unwrap_or_default();
            let share = counts
                .minus(&Exact::from(count))
                .over(&bases.minus(&Exact::from(base)))?;
            return Some(share.times(&Exact::whole(100)));
        }
        let sum = self.sum.as_ref()?;
        let sum = left_out.map_or_else(|| sum.clone(), |one| sum.minus(&pass.value(one)));
        sum.over(&Exact::whole(i64::try_from(count).ok()?))
    }
}

impl Pass {
    fn value(&self, one: &Counted) -> Exact {
        if self.published {
            one.quantity.rounded(self.rounding)
        } else {
            one.quantity.amount.clone()
        }
    }

    fn rule(&self, count: usize) -> String {
        let over = if self.pooled {
            "all cases together"
        } else {
            "areas, each counting once"
        };
        let from = if self.published {
            "published (rounded) values"
        } else {
            "exact values"
        };
        let own = if self.left_out {
            "own result left out"
        } else {
            "own result included"
        };
        format!("over {count} results to date: average of {over}, from {from}, {own}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Place;
    use crate::quantity::Unit;

    #[test]
    fn cases_add_up_beyond_what_one_cell_can_hold() {
        let pass = Pass {
            left_out: true,
            pooled: true,
            published: false,
            rounding: Rounding::default(),
        };
        let counted: Vec<Counted> = [
            (u64::MAX / 2, u64::MAX),
            (u64::MAX, u64::MAX),
            (u64::MAX, u64::MAX),
        ]
        .into_iter()
        .map(|of| Counted {
            inspection: String::new(),
            published: chrono::NaiveDate::MIN,
            quantity: Quantity {
                amount: Exact::whole(100),
                unit: Unit::Percent,
                places: 0,
            },
            of: Some(of),
            input: Input {
                inspection: None,
                label: String::new(),
                typed: String::new(),
                place: Place::default(),
            },
        })
        .collect();
        let mut tally = Tally::default();
        for at in 0..counted.len() {
            tally.take(at, &counted, &pass);
        }
        assert_eq!(
            tally.average(2, Some(&counted[0]), &pass),
            Some(Exact::whole(100))
        );
        let all = tally.average(3, None, &pass).expect("an average");
        assert!(all > Exact::whole(83) && all < Exact::whole(84));
    }
}
