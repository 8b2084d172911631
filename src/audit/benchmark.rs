//! A benchmark called by a name that is neither its own nor among its other names: "national" for regions.

use std::ops::Range;

use super::raised::Raised;
use super::reading::Reading;
use super::token::{Kind, Token};
use crate::claims::Desk;
use crate::data::programme::Benchmark;
use crate::finding::Code;

/// Words that say whose average it is, one a line.
const WHOSE: &str = include_str!("whose-en.txt");

/// What a benchmark is called after them.
const NOUNS: [&str; 13] = [
    "average",
    "averages",
    "mean",
    "median",
    "norm",
    "norms",
    "benchmark",
    "benchmarks",
    "figure",
    "rate",
    "score",
    "level",
    "picture",
];

/// Those that are averages wherever they stand.
const AVERAGES: [&str; 6] = ["average", "averages", "mean", "median", "norm", "benchmark"];

/// Reads one passage.
pub fn read(reading: &Reading<'_>, desk: &Desk<'_>, raised: &mut Vec<Raised>) {
    let programme = desk.programme;
    let own = programme
        .measures
        .iter()
        .filter_map(|(_, _, measure)| measure.benchmark.as_ref());
    let benchmarks: Vec<&Benchmark> = programme.benchmark.iter().chain(own).collect();
    let heading = reading.passage.part.ends_with("heading");
    if benchmarks.is_empty() || (reading.passage.tabular && !heading) {
        return;
    }
    let mut known = names(&benchmarks);
    // A column of the programme's own may be another average.
    for (name, _, text) in programme.columns.iter() {
        let words = [name, text.value.as_str()].into_iter();
        known.extend(words.flat_map(|text| text.split(|c: char| !c.is_alphanumeric()).map(stem)));
    }
    let tokens = &reading.tokens;
    for at in 1..tokens.len() {
        let Some((whose, range)) = called(tokens, at) else {
            continue;
        };
        // "UK rate" may name a row or a column; "UK average" is the benchmark's.
        let average = AVERAGES
            .iter()
            .any(|word| tokens[at].is(word) || tokens[at - 1].is(word));
        if !reading.all_typed(&range)
            || (heading && reading.passage.tabular && !average)
            || reading.as_written(desk, &range)
            || known.contains(&stem(whose))
        {
            continue;
        }
        let advice = "print its name, `{{ benchmark.name }}`; if people do call it so, add the name to `also-called:` \
                      under `benchmark:` in the programme's file";
        let mut finding = reading
            .finding(
                Code::BenchmarkName,
                &range,
                "a benchmark is called by a name that is not its own",
            )
            .advice(advice);
        for benchmark in &benchmarks {
            finding = finding.also(benchmark.name.place, "its name");
        }
        raised.push(Raised::new(finding, reading, range));
    }
}

/// Whose average the tokens at `at` speak of, and where: "national average", "average for the county".
fn called<'t>(tokens: &[Token<'t>], at: usize) -> Option<(&'t str, Range<usize>)> {
    let is_noun = |token: &Token<'_>| token.spaced && NOUNS.iter().any(|word| token.is(word));
    let is_whose =
        |token: &Token<'_>| token.kind == Kind::Word && WHOSE.lines().any(|word| token.is(word.trim()));
    let (before, here) = (&tokens[at - 1], &tokens[at]);
    if is_noun(here) && is_whose(before) {
        return Some((before.text, before.range.start..here.range.end));
    }
    let average = AVERAGES.iter().any(|word| before.is(word));
    let links = |token: &Token<'_>| {
        ["for", "of", "in", "across", "throughout"]
            .iter()
            .any(|word| token.is(word))
    };
    if !(average && links(here)) {
        return None;
    }
    let rest = tokens[at + 1..].iter();
    let whose = rest
        .take(3)
        .find(|token| !["the", "all", "whole", "of"].iter().any(|word| token.is(word)))?;
    is_whose(whose).then_some((whose.text, before.range.start..whose.range.end))
}

/// The words of all names, by their stems.
fn names(benchmarks: &[&Benchmark]) -> Vec<String> {
    let texts = benchmarks.iter().flat_map(|benchmark| {
        let also = benchmark.also_called.iter().map(|name| name.value.as_str());
        also.chain([benchmark.name.value.as_str()])
    });
    texts
        .flat_map(|text| text.split(|c: char| !c.is_alphanumeric()).map(stem))
        .collect()
}

/// What a word shares with its adjective: region, regions, regional; nation, national.
fn stem(word: &str) -> String {
    let word = word.to_lowercase();
    let bare = word
        .strip_suffix("ally")
        .or_else(|| word.strip_suffix("al"))
        .or_else(|| word.strip_suffix('s'));
    match bare.unwrap_or(&word) {
        "england" => "english".to_owned(),
        "wales" => "welsh".to_owned(),
        "scotland" => "scottish".to_owned(),
        "britain" => "british".to_owned(),
        "countie" | "county" => "county".to_owned(),
        stem => stem.to_owned(),
    }
}
