//! Headings of a table that say one column's words over another column: "Average" over the area's own values.

use std::ops::Range;

use super::raised::Raised;
use super::reading::Reading;
use super::token::Token;
use crate::claims::Desk;
use crate::data::programme::Benchmark;
use crate::figures::{Figure, MEASURE_COLUMNS, Seen};
use crate::finding::Code;
use crate::language::Lists;
use crate::release::{Block, InTable, Inline, Inlines, Origin, Part, Passage, Release, Table};

static ENGLISH: Lists = Lists::of(include_str!("headings-en.txt"));

/// Words that say a column outright, and the columns over which they are untrue.
const WORDS: [(&[&str], Kind); 6] = [
    (&["average", "averages", "mean", "median"], Kind::Average),
    (&["target", "targets"], Kind::Target),
    (&["lowest", "minimum"], Kind::Lowest),
    (&["highest", "maximum"], Kind::Highest),
    (&["change", "changes"], Kind::Change),
    (&["last", "previous", "earlier", "before", "ago"], Kind::Before),
];

/// What a heading says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Average,
    Target,
    Lowest,
    Highest,
    Change,
    Before,
    /// The benchmark's own name.
    Benchmark,
    /// The notice's period.
    Now,
}

impl Kind {
    /// The columns that it may stand over, of those that every programme may have.
    fn columns(self) -> &'static [&'static str] {
        match self {
            Kind::Average => &["average", "year-ago", "previous", "first-published"],
            Kind::Target => &["target"],
            Kind::Lowest => &["lowest"],
            Kind::Highest => &["highest"],
            Kind::Change => &["value"],
            Kind::Before => &["previous", "year-ago", "first-published"],
            Kind::Benchmark => &["average", "lowest", "highest"],
            Kind::Now => &[
                "value",
                "average",
                "lowest",
                "highest",
                "target",
                "first-published",
            ],
        }
    }

    /// The column without which the words mean something else.
    fn own(self, column: &str) -> bool {
        match self {
            Kind::Change | Kind::Now => true,
            Kind::Before => matches!(column, "previous" | "year-ago"),
            Kind::Average => column == "average",
            other => other.columns().contains(&column),
        }
    }
}

/// Reads the tables of a notice.
pub fn read(release: &Release, readings: &[Reading<'_>], desk: &Desk<'_>, raised: &mut Vec<Raised>) {
    let parts = [&release.standfirst, &release.body, &release.boilerplate];
    let tables = parts.into_iter().flatten().filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    for table in tables {
        let mut start = 0;
        for group in &table.groups {
            judge(
                table,
                &group.heading,
                start..start + group.span,
                readings,
                desk,
                raised,
            );
            start += group.span;
        }
        for (at, column) in table.columns.iter().enumerate() {
            judge(table, &column.heading, at..at + 1, readings, desk, raised);
        }
    }
}

/// Raises where a heading says other columns than those under it.
fn judge(
    table: &Table,
    heading: &Inlines,
    columns: Range<usize>,
    readings: &[Reading<'_>],
    desk: &Desk<'_>,
    raised: &mut Vec<Raised>,
) {
    let part = Part::Table(table.name.clone(), InTable::Heading);
    let text = Passage::new(part.clone(), heading).text;
    let mut found = readings
        .iter()
        .filter(|reading| reading.passage.part == part && reading.passage.text == text);
    let Some(reading) = found.next().filter(|_| !text.is_empty()) else {
        return;
    };
    let under: Vec<&Figure> = figures(table, columns).collect();
    let shown: Vec<String> = under.iter().map(|figure| column(figure)).collect();
    if shown.is_empty()
        || !shown
            .iter()
            .all(|column| MEASURE_COLUMNS.contains(&column.as_str()))
    {
        return;
    }
    let Some((kind, range)) = said(reading, desk) else {
        return;
    };
    let untrue = shown
        .iter()
        .all(|column| !kind.columns().contains(&column.as_str()));
    let there = desk
        .scope
        .figures()
        .iter()
        .any(|(_, figure)| kind.own(&column(figure)));
    let own = under.iter().any(|figure| is_called(figure, reading, &range));
    if !untrue || !there || own || reading.as_written(desk, &range) {
        return;
    }
    let says = format!(
        "a heading of table `{}` says something else than its column: `{}`",
        table.name, shown[0]
    );
    let finding = reading
        .finding(Code::FigureMisplaced, &range, says)
        .advice("correct the heading, or the columns under `of:`, in the programme's table");
    raised.push(Raised::new(finding, reading, range));
}

/// The figures in some columns of a table.
fn figures(table: &Table, columns: Range<usize>) -> impl Iterator<Item = &Figure> {
    let cells = table
        .rows
        .iter()
        .flat_map(move |row| row.cells.get(columns.clone()).unwrap_or_default());
    cells.flat_map(|cell| {
        cell.content.iter().filter_map(|inline| match inline {
            Inline::Run(run) => match &run.origin {
                Origin::Figure { figure, .. } => Some(figure.as_ref()),
                _ => None,
            },
            _ => None,
        })
    })
}

fn column(figure: &Figure) -> String {
    figure.subject.column.replace('_', "-")
}

/// What a heading says outright, and in which words.
fn said(reading: &Reading<'_>, desk: &Desk<'_>) -> Option<(Kind, Range<usize>)> {
    let text = reading.passage.text.to_lowercase();
    if text.len() != reading.passage.text.len() {
        return None;
    }
    let mut names = desk.programme.benchmark.iter().flat_map(Benchmark::names);
    let area = desk
        .inspections
        .iter()
        .any(|(inspection, _)| text.contains(&inspection.area.value.to_lowercase()));
    let named = names.find_map(|name| {
        let at = text.find(&name.value.to_lowercase())?;
        let opens = text[..at]
            .split_whitespace()
            .all(|word| ENGLISH.list("opens").has(word));
        opens.then(|| at..at + name.value.len())
    });
    if let Some(range) = named.filter(|_| !area) {
        return Some((Kind::Benchmark, range));
    }
    let tokens = &reading.tokens;
    let held = |at: usize| {
        at.checked_sub(1)
            .is_some_and(|before| tokens[before].is_in(ENGLISH.list("held against")))
    };
    let mut outright = tokens.iter().enumerate().filter_map(|(at, token)| {
        let kind = kind_of(token)?;
        let named = tokens
            .get(at + 1)
            .is_some_and(|next| next.is_in(ENGLISH.list("names")));
        (kind == Kind::Before || !(held(at) || named)).then(|| (kind, token.range.clone()))
    });
    if let Some((kind, range)) = outright.next() {
        // "Change on last year", "last year's target": two columns' words say neither outright.
        let several = outright.any(|(other, _)| other != kind);
        let compared = tokens.iter().any(|token| {
            [
                "growth",
                "than",
                "difference",
                "compared",
                "above",
                "below",
                "beside",
                "within",
                "against",
            ]
            .iter()
            .any(|word| token.is(word))
        });
        return (!several && !compared).then_some((kind, range));
    }
    match desk.scope.names.get("period") {
        Some(Seen::Text(period)) => {
            let at = reading.passage.text.find(period.as_str())?;
            Some((Kind::Now, at..at + period.len()))
        }
        _ => None,
    }
}

fn kind_of(token: &Token<'_>) -> Option<Kind> {
    let (_, kind) = WORDS
        .iter()
        .find(|(words, _)| words.iter().any(|word| token.is(word)))?;
    Some(*kind)
}

/// Whether a word of a heading belongs to what is measured: "Average wait" over waits that are averages.
fn is_called(figure: &Figure, reading: &Reading<'_>, range: &Range<usize>) -> bool {
    let word = reading.passage.text[range.clone()].to_lowercase();
    let Some(measure) = &figure.subject.measure else {
        return true;
    };
    let mut called = measure.names();
    called.any(|name| name.to_lowercase().contains(&word)) || measure.is_change()
}

#[cfg(test)]
mod tests {
    use crate::audit::bench;

    /// What is raised of the one table where its column group is another.
    fn told(group: &str) -> Vec<String> {
        let office = [("{heading: Scores, of: [value]}", group)];
        let told = bench::told_in(&office, &bench::body("See the table."));
        told.into_iter()
            .map(|(code, words)| format!("{code} {words}"))
            .collect()
    }

    #[test]
    fn a_heading_says_the_column_under_it() {
        for (group, words) in [
            ("{heading: Average, of: [value]}", "Average"),
            (
                "{heading: \"{{ benchmark.name }}\", of: [value]}",
                "the English regions inspected to date",
            ),
            ("{heading: Last year, of: [value]}", "Last"),
            ("{heading: Change, of: [previous]}", "Change"),
            ("{heading: \"Scores in {{ period }}\", of: [previous]}", "2011/12"),
            (
                "{heading: Scores, of: [value, previous], headings: [Last year, This year]}",
                "Last",
            ),
        ] {
            assert_eq!(told(group), [format!("figure-misplaced {words}")], "{group}");
        }
        let target = [
            (
                "{heading: Scores, of: [value]}",
                "{heading: Target, of: [average]}",
            ),
            ("average: 51%,", "average: 51%, target: 60%,"),
        ];
        let told_of = bench::told_in(&target, &bench::body("See the table."));
        assert_eq!(told_of, [("figure-misplaced", "Target".to_owned())]);
    }

    #[test]
    fn a_heading_may_say_its_own_column_and_more() {
        for group in [
            "{heading: Average, of: [average]}",
            "{heading: Target, of: [value]}",
            "{heading: \"Scores and {{ benchmark.name }}\", of: [value, average]}",
            "{heading: \"{{ area }} beside {{ benchmark.name }}\", of: [value]}",
            "{heading: A year before, of: [previous]}",
            "{heading: \"Scores in {{ period }}\", of: [value]}",
            "{heading: \"Scores in {{ period }} and before\", of: [value, previous]}",
            "{heading: Growth on last year, of: [value]}",
            "{heading: Average of two visits, of: [value]}",
            "{heading: \"Beside {{ benchmark.name }}\", of: [value]}",
            "{heading: \"% within target\", of: [value]}",
        ] {
            assert_eq!(told(group), Vec::<String>::new(), "{group}");
        }
    }
}
