//! A claim, explained: what it rests on, and every row of its condition with the figures that make it true or false.

use super::Behind;
use super::entry::{Claimed, Compared, Tested, TestedRow};
use super::trace::traced;
use crate::claims::kinds::{Family, Kind};
use crate::claims::{Case, CaseRow, Count, Given, Held, RestsOn, both, condition};
use crate::data::notice::ClaimEntry;

/// The claim of that name as it stands in the words; `held` is its judgement there.
pub fn claimed(name: &str, held: Option<&Held>, behind: &Behind<'_>) -> Claimed {
    let (rests_on, text) = match behind.desk.claims.get(name) {
        Some(ClaimEntry::Condition(text)) => (RestsOn::Condition, Some(text)),
        Some(ClaimEntry::Source(text)) => (RestsOn::Source, Some(text)),
        Some(ClaimEntry::AsWritten(text)) => (RestsOn::Reason, Some(text)),
        None => (RestsOn::Nothing, None),
    };
    let verdict = held.and_then(|held| held.verdict.as_deref());
    let mut tests = Vec::new();
    if let (Some(verdict), Some(text)) = (verdict, text)
        && let Some(condition) = condition::parse(&text.value, &mut Vec::new())
    {
        for ((test, negated), case) in condition.tests().into_iter().zip(&verdict.cases) {
            let written = text.value.get(test.range.clone()).unwrap_or_default();
            tests.push(tested(test.kind, negated, written, case, behind));
        }
    }
    Claimed {
        name: name.to_owned(),
        rests_on,
        text: text.map(|text| (text.value.clone(), text.place)),
        holds: held.is_some_and(|held| held.holds),
        truth: verdict.map(|verdict| (verdict.exact, verdict.printed)),
        tests,
    }
}

fn tested(kind: &'static Kind, negated: bool, written: &str, case: &Case, behind: &Behind<'_>) -> Tested {
    let all = case.rows.len();
    let wanted = match case.count {
        Count::Every if negated => format!("none of {all}"),
        Count::Every => format!("all {all}"),
        Count::Exactly(count) => format!("exactly {count} of {all}"),
        Count::AtLeast(count) => format!("at least {count} of {all}"),
        Count::AtMost(count) => format!("at most {count} of {all}"),
        Count::Most => format!("more than half of {all}"),
    };
    Tested {
        test: written.to_owned(),
        wanted: case.listed.then_some(wanted),
        rows: case
            .rows
            .iter()
            .map(|row| tested_row(kind, row, behind))
            .collect(),
    }
}

fn tested_row(kind: &'static Kind, row: &CaseRow, behind: &Behind<'_>) -> TestedRow {
    let mut with = Vec::new();
    for (argument, given) in &row.arguments {
        let compared = match given {
            Given::Figure(figure) => Compared::Figures(vec![traced(figure, behind)]),
            Given::Figures(figures) => {
                Compared::Figures(figures.iter().map(|figure| traced(figure, behind)).collect())
            }
            Given::Number(number) => Compared::Written(number.exact_text()),
            Given::Ratio(of, out_of) => {
                Compared::Written(format!("{}/{}", of.exact_text(), out_of.exact_text()))
            }
            Given::Text(text) => Compared::Written(text.clone()),
            Given::Flag(flag) => Compared::Written(flag.to_string()),
        };
        with.push((argument.clone(), compared));
    }
    // These two families look at what stands beside the figure in the data, too.
    let mut beside = |name: &str, figures: Vec<_>| {
        if !figures.is_empty() {
            with.push((name.to_owned(), Compared::Figures(figures)));
        }
    };
    if kind.family == Family::Uncertainty {
        let figures = row.beside.change.iter().chain(&row.beside.margin);
        beside("beside", figures.map(|figure| traced(figure, behind)).collect());
    }
    if kind.family == Family::History {
        let years = row.beside.history.values();
        beside("history", years.map(|figure| traced(figure, behind)).collect());
    }
    TestedRow {
        figure: traced(&row.figure, behind),
        with,
        holds: both(kind, row, behind.desk.numbers.rounding).ok(),
    }
}
