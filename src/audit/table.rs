//! Words that speak of a table, in a notice that has none.

use std::sync::OnceLock;

use super::phrases::Phrases;
use super::raised::Raised;
use super::reading::Reading;
use crate::claims::Desk;
use crate::finding::Code;
use crate::release::{Block, Release};

/// The table of mentions, read once.
fn mentions() -> &'static Phrases {
    static TABLE: OnceLock<Phrases> = OnceLock::new();
    TABLE.get_or_init(|| Phrases::parse(include_str!("mentions-en.txt")).unwrap_or_default())
}

/// Whether the notice has a table.
pub fn has_table(release: &Release) -> bool {
    let parts = [&release.standfirst, &release.body, &release.boilerplate];
    parts
        .into_iter()
        .flatten()
        .any(|block| matches!(block, Block::Table(_)))
}

/// Reads one passage of a notice without a table; at most one finding.
pub fn read(reading: &Reading<'_>, desk: &Desk<'_>, raised: &mut Vec<Raised>) {
    let tokens = &reading.tokens;
    let found = (0..tokens.len()).find(|at| {
        let token = &tokens[*at];
        (token.is("table") || token.is("tables"))
            && reading.typed(&token.range).is_some()
            && !reading.as_written(desk, &token.range)
            && mentions().excuse(tokens, &(*at..*at + 1), desk.language)
    });
    let Some(at) = found else { return };
    let range = tokens[at].range.clone();
    let plans: Vec<&str> = desk.programme.tables.names().collect();
    let advice = match plans.as_slice() {
        [] => "the programme has no `tables:`; add one and print it with `- table: NAME`, or take the mention out".to_owned(),
        plans => format!("add `- table: {}` to the body, or take the mention out", plans[0]),
    };
    let finding = reading
        .finding(
            Code::TableAbsent,
            &range,
            format!(
                "{} speaks of a table, and the notice has none",
                reading.passage.part
            ),
        )
        .advice(advice);
    raised.push(Raised::new(finding, reading, range));
}
