//! A condition against the data: whether it holds by the exact values and by the printed ones, and why.

use super::Desk;
use super::condition::{Condition, Fault, Test};
use super::kinds::{self, Family, Kind};
use super::reading::{Cannot, Given, Judged, Reading};
use super::resolve::{Case, CaseRow, Count, resolve};
use crate::figures::Figure;
use crate::quantity::{Exact, Rounding, Unit};

/// Whether a condition holds, and what is behind it.
#[derive(Debug, Clone, PartialEq)]
pub struct Verdict {
    /// By the exact values.
    pub exact: bool,
    /// By the printed values.
    pub printed: bool,
    /// The tests with their figures, in the order of the condition.
    pub cases: Vec<Case>,
    /// The values behind it, a line each: not for everybody's eyes.
    pub values: Vec<String>,
    /// Whether `by=` says per cent of what is so many percentage points.
    pub mixes_points: bool,
    /// What would be true instead: not for everybody's eyes.
    pub nearest: Option<String>,
}

/// Judges a condition.
///
/// # Errors
/// Names that lead nowhere, missing values and comparisons that mean nothing, all of them.
pub fn judge(condition: &Condition, desk: &Desk<'_>) -> Result<Verdict, Vec<Fault>> {
    let mut faults = Vec::new();
    let mut verdict = Verdict {
        exact: false,
        printed: false,
        cases: Vec::new(),
        values: Vec::new(),
        mixes_points: false,
        nearest: None,
    };
    let truth = walk(condition, desk, &mut verdict, &mut faults);
    match truth {
        Some((exact, printed)) if faults.is_empty() => {
            verdict.exact = exact;
            verdict.printed = printed;
            Ok(verdict)
        }
        _ => Err(faults),
    }
}

/// Truth by exact and by printed values; every part is judged, so that every fault is told.
fn walk(
    condition: &Condition,
    desk: &Desk<'_>,
    verdict: &mut Verdict,
    faults: &mut Vec<Fault>,
) -> Option<(bool, bool)> {
    match condition {
        Condition::Test(test) => {
            let truth = judge_test(test, desk, verdict, faults)?;
            Some((truth.0 ^ test.negated, truth.1 ^ test.negated))
        }
        Condition::Not(part) => walk(part, desk, verdict, faults).map(|(exact, printed)| (!exact, !printed)),
        Condition::All(parts) | Condition::Any(parts) => {
            let truths: Vec<_> = parts
                .iter()
                .map(|part| walk(part, desk, verdict, faults))
                .collect();
            let truths = truths.into_iter().collect::<Option<Vec<_>>>()?;
            let all = matches!(condition, Condition::All(_));
            let join = |side: fn(&(bool, bool)) -> bool| {
                if all {
                    truths.iter().all(side)
                } else {
                    truths.iter().any(side)
                }
            };
            Some((join(|truth| truth.0), join(|truth| truth.1)))
        }
    }
}

fn judge_test(
    test: &Test,
    desk: &Desk<'_>,
    verdict: &mut Verdict,
    faults: &mut Vec<Fault>,
) -> Option<(bool, bool)> {
    let mut case = match resolve(test, desk) {
        Ok(case) => case,
        Err(mut found) => {
            faults.append(&mut found);
            return None;
        }
    };
    let mut held = (Vec::new(), Vec::new());
    let mut sound = true;
    for row in &case.rows {
        match both(test.kind, row, desk.numbers.rounding) {
            Ok((exact, printed)) => {
                held.0.push(exact);
                held.1.push(printed);
            }
            Err(cannot) => {
                sound = false;
                let fault = Fault {
                    code: cannot.code,
                    range: test.range.clone(),
                    says: cannot.says,
                    advice: cannot.advice,
                };
                if !faults.contains(&fault) {
                    faults.push(fault);
                }
            }
        }
    }
    if !sound {
        return None;
    }
    let count = |held: &[bool]| held.iter().filter(|held| **held).count();
    let all = case.rows.len();
    let truth = (
        case.count.admits(count(&held.0), all),
        case.count.admits(count(&held.1), all),
    );
    case.held = held
        .0
        .iter()
        .zip(&held.1)
        .map(|(exact, printed)| *exact && *printed)
        .collect();
    case.holds = truth.0 && truth.1;
    for row in &case.rows {
        explain(row, desk, &mut verdict.values);
    }
    verdict.mixes_points |= !truth.0 && case.rows.iter().any(|row| mixes_points(test.kind, row, desk));
    if case.listed {
        verdict.values.push(tally(test, &case, &held.0, desk));
    }
    let fails = !truth.0 || !truth.1;
    if fails && !test.negated {
        let nearest = nearest(test, &case, &held.0, desk);
        verdict.nearest = verdict.nearest.take().or(nearest);
    }
    verdict.cases.push(case);
    Some(truth)
}

/// Whether a kind holds for a row by the exact and by the printed values.
pub fn both(kind: &'static Kind, row: &CaseRow, rounding: Rounding) -> Result<(bool, bool), Cannot> {
    let judge = |reading| -> Judged { (kind.judge)(&row.read(kind, reading, rounding)) };
    Ok((judge(Reading::Exact)?, judge(Reading::Printed)?))
}

/// "by 8 per cent" of a rise from 68% to 76%, which is 8 percentage points.
fn mixes_points(kind: &'static Kind, row: &CaseRow, desk: &Desk<'_>) -> bool {
    let rounding = desk.numbers.rounding;
    let read = row.read(kind, Reading::Exact, rounding);
    let difference = || -> Option<Exact> {
        let own = row.figure.quantity().filter(|own| own.unit == Unit::Percent)?;
        Some(own.amount.minus(&read.value("from").ok()?.amount).abs())
    };
    match kinds::by_of(&read) {
        Ok(Some(kinds::By::Relative(by))) => {
            difference().is_some_and(|difference| difference.round(kinds::decimals(&by), rounding) == by)
        }
        _ => false,
    }
}

/// The values of a row's figures: `control.value is 78.48… and prints 78%`.
fn explain(row: &CaseRow, desk: &Desk<'_>, lines: &mut Vec<String>) {
    let mut tell = |figure: &Figure| {
        let Some(quantity) = figure.quantity() else { return };
        let several = desk.inspections.len() > 1;
        let area = figure.subject.area.as_ref().filter(|_| several);
        let whose = area.map_or_else(String::new, |area| format!(" ({area})"));
        let line = format!(
            "{}{whose} is exactly {} and prints {}",
            figure.name,
            quantity
                .rating()
                .map_or_else(|| quantity.amount.exact_text(), str::to_owned),
            quantity.print(desk.numbers)
        );
        if !lines.contains(&line) {
            lines.push(line);
        }
    };
    tell(&row.figure);
    for given in row.arguments.values() {
        match given {
            Given::Figure(figure) => tell(figure),
            Given::Figures(figures) => figures.iter().for_each(|figure| tell(figure)),
            _ => {}
        }
    }
}

/// `2 of 3 are above: control, help; not: punish`
fn tally(test: &Test, case: &Case, held: &[bool], desk: &Desk<'_>) -> String {
    let names = |wanted: bool| {
        let rows = case.rows.iter().zip(held).filter(|(_, held)| **held == wanted);
        rows.map(|(row, _)| row_name(&row.figure, desk))
            .collect::<Vec<_>>()
            .join(", ")
    };
    let count = held.iter().filter(|held| **held).count();
    let mut line = format!("{count} of {} hold for `{}`", held.len(), test.kind.name);
    if count > 0 {
        line.push_str(&format!(": {}", names(true)));
    }
    if count < held.len() {
        line.push_str(&format!("; not: {}", names(false)));
    }
    line
}

/// What tells a row from the others: its measure, or, in a notice about several inspections, its area.
fn row_name(figure: &Figure, desk: &Desk<'_>) -> String {
    let measure = figure
        .subject
        .measure
        .as_ref()
        .map(|measure| measure.name.clone());
    match (&figure.subject.area, measure) {
        (Some(area), Some(measure)) if desk.inspections.len() > 1 => format!("{measure} ({area})"),
        (_, measure) => measure.unwrap_or_else(|| figure.name.clone()),
    }
}

/// What would be true: another count, or another kind of the family with the same figures.
fn nearest(test: &Test, case: &Case, held: &[bool], desk: &Desk<'_>) -> Option<String> {
    if case.listed {
        let count = held.iter().filter(|held| **held).count();
        let all = held.len();
        return (case.count != Count::Exactly(count))
            .then(|| format!("`{}` is true of {count} of {all}", test.kind.name));
    }
    let row = case.rows.first()?;
    // One change against another slowed or quickened: "fell" would be said of the thing itself, and untrue.
    let family = match kinds::compares_changes(&row.arguments, &row.figure) {
        true => Family::Benchmark,
        false => test.kind.family,
    };
    let alternatives = kinds::all().filter(|kind| kind.family == family && kind.name != test.kind.name);
    let subject = test.subject.path().unwrap_or_else(|| row.figure.name.clone());
    for kind in alternatives {
        let Some(arguments) = arguments_for(kind, test, row) else {
            continue;
        };
        let other = CaseRow {
            arguments,
            ..row.clone()
        };
        if both(kind, &other, desk.numbers.rounding) == Ok((true, true)) {
            return Some(format!("`{subject} is {}` would be true", kind.name));
        }
    }
    match test.kind.family {
        Family::Rank => {
            Some("no place up to the third from either end is its own: compare it with one figure".to_owned())
        }
        _ => None,
    }
}

/// The arguments of a test under another kind's names: `than=` becomes `to=`.
fn arguments_for(kind: &Kind, test: &Test, row: &CaseRow) -> Option<indexmap::IndexMap<String, Given>> {
    let mut arguments = row.arguments.clone();
    arguments.shift_remove("by");
    arguments.shift_remove("within");
    let main = |kind: &Kind| kind.arguments.first().map(|wanted| wanted.name);
    match (main(test.kind), main(kind)) {
        (Some(from), Some(to)) if from != to && arguments.contains_key(from) && !kind.takes(from) => {
            let value = arguments.shift_remove(from)?;
            arguments.insert(to.to_owned(), value);
        }
        (_, None) => arguments.clear(),
        _ => {}
    }
    kind.lacking(|name| arguments.contains_key(name))
        .is_empty()
        .then_some(arguments)
}
