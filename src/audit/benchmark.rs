//! A benchmark called by a name that is neither its own nor among its other names: "national" for regions.

use std::ops::Range;

use super::raised::Raised;
use super::reading::Reading;
use super::token::{Kind, Token};
use crate::claims::Desk;
use crate::data::programme::Benchmark;
use crate::finding::Code;
use crate::language::Lists;
use crate::release::{InTable, Part};

static ENGLISH: Lists = Lists::of(include_str!("benchmark-en.txt"));

/// Reads one passage.
pub fn read(reading: &Reading<'_>, desk: &Desk<'_>, raised: &mut Vec<Raised>) {
    let programme = desk.programme;
    let benchmarks: Vec<&Benchmark> = programme.benchmarks().collect();
    let name = !reading.is_sentences();
    if benchmarks.is_empty() || (name && !is_heading(reading)) {
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
        let averages = ENGLISH.list("averages");
        let average = tokens[at].is_in(averages) || tokens[at - 1].is_in(averages);
        if !reading.all_typed(&range)
            || (name && !average)
            || reading.as_written(desk, &range)
            // Why a value is missing says which is not there: "no national figure is published".
            || reading.is_reason(&range)
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
        // Inside a claim the words say something of a benchmark that its condition does not compare with.
        let claim = reading
            .passage
            .claims
            .iter()
            .find(|(claim, ..)| claim.start <= range.start && range.end <= claim.end);
        if let Some((_, name, _)) = claim {
            let differ = reading
                .finding(
                    Code::ClaimWordsDiffer,
                    &range,
                    format!("the words of `{name}` name another benchmark than the condition"),
                )
                .advice(advice);
            raised.push(Raised::new(differ, reading, range.clone()));
        }
        raised.push(Raised::new(finding, reading, range));
    }
}

/// Whether a passage is a heading over columns.
fn is_heading(reading: &Reading<'_>) -> bool {
    matches!(reading.passage.part, Part::Table(_, InTable::Heading))
}

/// Whose average the tokens at `at` speak of, and where: "national average", "average for the county".
fn called<'t>(tokens: &[Token<'t>], at: usize) -> Option<(&'t str, Range<usize>)> {
    let is_noun = |token: &Token<'_>| token.spaced && token.is_in(ENGLISH.list("nouns"));
    let is_whose = |token: &Token<'_>| token.kind == Kind::Word && token.is_in(ENGLISH.list("whose"));
    let (before, here) = (&tokens[at - 1], &tokens[at]);
    if is_noun(here) && is_whose(before) {
        return Some((before.text, before.range.start..here.range.end));
    }
    let average = before.is_in(ENGLISH.list("averages"));
    // "the average nationally"
    if average && here.is_in(ENGLISH.list("everywhere")) {
        return Some((here.text, before.range.start..here.range.end));
    }
    if !(average && here.is_in(ENGLISH.list("links"))) {
        return None;
    }
    let rest = tokens[at + 1..].iter();
    let after = ENGLISH.list("whose, after");
    let mut rest = rest.skip_while(|token| token.is_in(ENGLISH.list("passed over")));
    let mut whose = rest
        .next()
        .filter(|token| is_whose(token) || token.is_in(after))?;
    // "the average of the English regions" is the regions'.
    if let Some(next) = rest.next().filter(|next| next.kind == Kind::Word && next.spaced) {
        let whose_stem = stem(next.text);
        if ENGLISH.list("whose").words().any(|word| stem(word) == whose_stem) {
            whose = next;
        }
    }
    Some((whose.text, before.range.start..whose.range.end))
}

/// Whose average it is by the benchmarks' names, by stems. What only qualifies another such word is left out: the
/// average of the English regions is no English average.
fn names(benchmarks: &[&Benchmark]) -> Vec<String> {
    let names = benchmarks.iter().flat_map(|benchmark| benchmark.names());
    let texts = names.map(|name| name.value.as_str());
    let whose: Vec<String> = ENGLISH.list("whose").words().map(stem).collect();
    let mut known = Vec::new();
    for text in texts {
        let words: Vec<String> = text.split(|c: char| !c.is_alphanumeric()).map(stem).collect();
        for (at, word) in words.iter().enumerate() {
            let qualifies = words.get(at + 1).is_some_and(|next| whose.contains(next));
            if !qualifies {
                known.push(word.clone());
            }
        }
    }
    known
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
        "country" | "countrie" | "nationwide" | "countrywide" => "nation".to_owned(),
        stem => stem.to_owned(),
    }
}
