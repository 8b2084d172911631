//! Words that speak of a table or chart that the notice does not have.

use std::sync::OnceLock;

use super::phrases::Phrases;
use super::raised::Raised;
use super::reading::Reading;
use crate::claims::Desk;
use crate::finding::{Because, Code};
use crate::release::{Block, Release};

/// The table of mentions, read once.
fn mentions() -> &'static Phrases {
    static TABLE: OnceLock<Phrases> = OnceLock::new();
    TABLE.get_or_init(|| Phrases::parse(include_str!("mentions-en.txt")).unwrap_or_default())
}

/// Whether the word at a token speaks of a table of the notice, and a person typed it.
pub fn is_mentioned(reading: &Reading<'_>, at: usize, desk: &Desk<'_>) -> bool {
    let range = &reading.tokens[at].range;
    reading.typed(range).is_some()
        && !reading.as_written(desk, range)
        && mentions().excuse(&reading.tokens, &(at..at + 1), desk.language)
}

/// How many tables the notice has.
pub fn count(release: &Release) -> u64 {
    let parts = [&release.standfirst, &release.body, &release.boilerplate];
    let tables = parts
        .into_iter()
        .flatten()
        .filter(|block| matches!(block, Block::Table(_)));
    tables.fold(0, |count, _| count + 1)
}

/// Reads one passage of a notice with so many tables; at most one finding.
pub fn read(reading: &Reading<'_>, tables: u64, desk: &Desk<'_>, raised: &mut Vec<Raised>) {
    let tokens = &reading.tokens;
    let is = |at: usize, words: &[&str]| words.iter().any(|word| tokens[at].is(word));
    let own = |at: &usize| {
        let token = &tokens[*at];
        reading.typed(&token.range).is_some() && !reading.as_written(desk, &token.range)
    };
    let mentioned = |at: &usize| mentions().excuse(tokens, &(*at..*at + 1), desk.language);
    let chart = (0..tokens.len()).find(|at| {
        let drawn = ["chart", "charts", "graph", "graphs", "map", "maps", "Figure"];
        is(*at, &drawn) && own(at) && mentioned(at)
    });
    if let Some(at) = chart {
        let range = tokens[at].range.clone();
        let says = format!(
            "{} speaks of a chart, and a notice has none",
            reading.passage.part
        );
        let finding = reading
            .finding(Code::TableAbsent, &range, says)
            .advice("say where the chart is, such as \u{201c}in the report\u{201d}, or take the mention out");
        raised.push(Raised::new(finding, reading, range));
    }
    let found = (0..tokens.len())
        .filter(|at| is(*at, &["table", "tables"]) && own(at) && mentioned(at))
        .find(|at| tables < wanted(reading, *at, desk));
    let Some(at) = found else { return };
    let range = tokens[at].range.clone();
    let plans: Vec<&str> = desk.programme.tables.names().collect();
    let says = match tables {
        0 => format!(
            "{} speaks of a table, and the notice has none",
            reading.passage.part
        ),
        _ => format!(
            "{} speaks of more tables than the notice has",
            reading.passage.part
        ),
    };
    let advice = match plans.as_slice() {
        _ if tables > 0 => "print the other table with `- table: NAME`, or correct the mention".to_owned(),
        [] => "the programme has no `tables:`; add one and print it with `- table: NAME`, or take the mention out".to_owned(),
        plans => format!("add `- table: {}` to the body, or take the mention out", plans[0]),
    };
    let finding = reading
        .finding(Code::TableAbsent, &range, says)
        .advice(advice)
        .because((tables == 0).then_some(Because::NoTable));
    raised.push(Raised::new(finding, reading, range));
}

/// How many tables there must be for a mention to be true: "the second table", "both tables", "Table 2".
fn wanted(reading: &Reading<'_>, at: usize, desk: &Desk<'_>) -> u64 {
    let tokens = &reading.tokens;
    let before = at.checked_sub(1).map(|before| &tokens[before]);
    let after = tokens.get(at + 1);
    if tokens[at].is("tables") {
        let both = before.is_some_and(|before| before.is("both"));
        let said = before.and_then(|before| desk.language.number_words_value(before.text));
        return if both { 2 } else { said.unwrap_or(2) };
    }
    let nth = before.and_then(|before| desk.language.ordinal_words_value(before.text));
    let number = after
        .filter(|_| tokens[at].is_capital())
        .and_then(|after| after.text.parse().ok());
    nth.or(number).unwrap_or(1)
}
