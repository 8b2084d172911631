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
    let truth = walk(condition, false, desk, &mut verdict, &mut faults);
    match truth {
        Some(truth) if faults.is_empty() => {
            verdict.exact = truth.exact;
            verdict.printed = truth.printed;
            verdict.nearest = truth.nearest;
            Ok(verdict)
        }
        _ => Err(faults),
    }
}

/// Whether a part of a condition holds, and what would where it does not.
struct Truth {
    exact: bool,
    printed: bool,
    nearest: Option<String>,
}

impl Truth {
    fn holds(&self) -> bool {
        self.exact && self.printed
    }
}

/// Truth by exact and by printed values, under an odd number of `not`s or not; every part is judged, so that every
/// fault is told. What would be true is told of parts alone that make the whole fail.
fn walk(
    condition: &Condition,
    negated: bool,
    desk: &Desk<'_>,
    verdict: &mut Verdict,
    faults: &mut Vec<Fault>,
) -> Option<Truth> {
    let (parts, all) = match condition {
        Condition::Test(test) => return judge_test(test, negated ^ test.negated, desk, verdict, faults),
        Condition::Not(part) => return walk(part, !negated, desk, verdict, faults),
        // "Not both" is one of the two not.
        Condition::All(parts) => (parts, !negated),
        Condition::Any(parts) => (parts, negated),
    };
    let truths: Vec<_> = parts
        .iter()
        .map(|part| walk(part, negated, desk, verdict, faults))
        .collect();
    let truths = truths.into_iter().collect::<Option<Vec<_>>>()?;
    let join = |side: fn(&Truth) -> bool| {
        if all {
            truths.iter().all(side)
        } else {
            truths.iter().any(side)
        }
    };
    let (exact, printed) = (join(|truth| truth.exact), join(|truth| truth.printed));
    let mut fail = truths.into_iter().filter(|truth| !truth.holds());
    let nearest = if exact && printed {
        None
    } else {
        fail.find_map(|truth| truth.nearest)
    };
    Some(Truth {
        exact,
        printed,
        nearest,
    })
}

fn judge_test(
    test: &Test,
    negated: bool,
    desk: &Desk<'_>,
    verdict: &mut Verdict,
    faults: &mut Vec<Fault>,
) -> Option<Truth> {
    let mut case = match resolve(test, desk) {
        Ok(case) => case,
        Err(mut found) => {
            faults.append(&mut found);
            return None;
        }
    };
    let mut held = Vec::new();
    for row in &case.rows {
        match both(test.kind, row, desk.numbers.rounding) {
            Ok(holds) => held.push(holds),
            Err(cannot) => {
                let fault = Fault {
                    code: cannot.code,
                    range: test.range.clone(),
                    says: cannot.says,
                    advice: cannot.advice,
                    because: cannot.because,
                };
                if !faults.contains(&fault) {
                    faults.push(fault);
                }
            }
        }
    }
    if held.len() < case.rows.len() {
        return None;
    }
    let (exact, printed) = case.count.truth(&held, negated);
    case.held = held.iter().map(|(exact, printed)| *exact && *printed).collect();
    case.holds = (exact && printed) ^ negated;
    for row in &case.rows {
        explain(row, desk, &mut verdict.values);
        verdict.values.extend(margin_of(test.kind, row, desk));
    }
    verdict.mixes_points |=
        !exact && !negated && case.rows.iter().any(|row| mixes_points(test.kind, row, desk));
    let by_exact: Vec<bool> = held.iter().map(|(exact, _)| *exact).collect();
    if case.listed {
        verdict.values.push(tally(test, &case, &by_exact, desk));
    }
    // Of one figure the contrary of what is denied is true: that needs no telling.
    let told = !(exact && printed) && (case.listed || !negated);
    let nearest = told
        .then(|| nearest(test, negated, &case, &by_exact, desk))
        .flatten();
    verdict.cases.push(case);
    Some(Truth {
        exact,
        printed,
        nearest,
    })
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

/// The margin that a change, or a comparison with last time's value, is held against.
fn margin_of(kind: &'static Kind, row: &CaseRow, desk: &Desk<'_>) -> Option<String> {
    let read = row.read(kind, Reading::Exact, desk.numbers.rounding);
    let margin = match kinds::is_within_margin(&read) {
        true => row.beside.margin.as_ref()?,
        false => kinds::margin_round(&read).filter(|_| kind.family == Family::Time)?,
    };
    Some(format!(
        "its margin is {}: a change that it holds is none",
        margin.quantity()?.print(desk.numbers)
    ))
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
fn nearest(test: &Test, negated: bool, case: &Case, held: &[bool], desk: &Desk<'_>) -> Option<String> {
    if case.listed {
        let count = held.iter().filter(|held| **held).count();
        let all = held.len();
        return (negated || case.count != Count::Exactly(count))
            .then(|| format!("`{}` is true of {count} of {all}", test.kind.name));
    }
    let row = case.rows.first()?;
    if let Some(by) = right_by(test, row, desk) {
        return Some(by);
    }
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
    if test.kind.name == "times" {
        let read = row.read(test.kind, Reading::Exact, desk.numbers.rounding);
        let from = read.value("from").ok()?;
        let more = row.figure.quantity()?.amount > from.amount;
        let kind = if more { "above" } else { "below" };
        return Some(format!(
            "`{subject} is {kind}(than={})` would be true, and bears out the multiple that the figures do: \"more than three times as many\"",
            from.name
        ));
    }
    match test.kind.family {
        Family::Rank => {
            Some("no place up to the third from either end is its own: compare it with one figure".to_owned())
        }
        _ => None,
    }
}

/// A change the right way by another amount: what `by=` would have to say.
fn right_by(test: &Test, row: &CaseRow, desk: &Desk<'_>) -> Option<String> {
    let rounding = desk.numbers.rounding;
    let read = row.read(test.kind, Reading::Exact, rounding);
    let by = kinds::by_of(&read).ok()??;
    let mut without = row.clone();
    without.arguments.shift_remove("by");
    if both(test.kind, &without, rounding) != Ok((true, true)) {
        return None;
    }
    let from = read.value("from").ok()?;
    let own = row.figure.quantity()?;
    let difference = own.amount.minus(&from.amount).abs();
    let said = match by {
        kinds::By::Difference(_) => difference.round(own.places, rounding).exact_text(),
        kinds::By::Relative(by) => {
            let share = difference.over(&from.amount.abs())?.times(&Exact::whole(100));
            format!(
                "\"{}%\"",
                share.round(kinds::decimals(&by), rounding).exact_text()
            )
        }
    };
    let subject = test.subject.path().unwrap_or_else(|| row.figure.name.clone());
    let (kind, from) = (test.kind.name, from.name);
    Some(format!(
        "`{subject} is {kind}(from={from}, by={said})` would be true"
    ))
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
