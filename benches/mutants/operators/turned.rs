//! Words of claims and their conditions, and what operators turn them into: a line an operator, what stands there, and
//! what it becomes.

const WORDS: &str = include_str!("turned-words.tsv");
const CONDITIONS: &str = include_str!("turned-conditions.tsv");

/// Words of a claim, and what they become.
pub fn words() -> impl Iterator<Item = [&'static str; 3]> {
    rows(WORDS)
}

/// Conditions, and what they become.
pub fn conditions() -> impl Iterator<Item = [&'static str; 3]> {
    rows(CONDITIONS)
}

fn rows(table: &'static str) -> impl Iterator<Item = [&'static str; 3]> {
    table.lines().map(|line| {
        let columns: Vec<&str> = line.split('\t').collect();
        columns
            .try_into()
            .unwrap_or_else(|_| panic!("three columns: {line}"))
    })
}
