//! Whether words that ordinary prose shares with results are said of a result: "fraud is spreading", "155 more".

use std::ops::Range;

use super::reading::Reading;
use super::token::{Kind, Token};
use crate::claims::Desk;
use crate::language::Lists;
use crate::lexicon::{self, Beside, Hit, Sense};

static ENGLISH: Lists = Lists::of(include_str!("spoken-en.txt"));

/// So many words may stand between the name of a result and what is said of it.
const BEFORE: usize = 5;

/// So many between what is said and the name of the result it is said of: "paying down public debt".
const AFTER: usize = 3;

/// What the words of a notice may call its results, and what they may call a target.
pub struct Results {
    /// Names of measures, units and areas, as words in lower case.
    names: Vec<Vec<String>>,
    /// Names of the programme's own columns.
    columns: Vec<String>,
}

impl Results {
    /// Reads them from the programme and the inspections.
    pub fn new(desk: &Desk<'_>) -> Self {
        let mut names: Vec<Vec<String>> = ENGLISH.list("results").words().map(words).collect();
        for (_, _, measure) in desk.programme.measures.iter() {
            let also = measure.names();
            names.extend(also.map(|name| words(&name.value)));
            // "fewer deaths" counts them whatever the measure is called.
            names.extend(measure.unit.iter().map(|unit| words(&unit.value)));
        }
        for (inspection, _) in desk.inspections {
            names.push(words(&inspection.area.value));
        }
        names.retain(|name| name.iter().any(|word| word.chars().count() > 2));
        let columns = desk.programme.columns.iter().map(|(name, _, _)| name);
        Results {
            names,
            columns: columns.map(|name| name.replace('-', " ")).collect(),
        }
    }

    /// Whether a phrase stands beside what makes a statement of it.
    pub fn makes_a_statement(&self, hit: &Hit, reading: &Reading<'_>) -> bool {
        let tokens = &reading.tokens;
        let first = tokens.partition_point(|token| token.range.end <= hit.range.start);
        let end = tokens.partition_point(|token| token.range.start < hit.range.end);
        match hit.entry.beside {
            Some(Beside::Figure) => follows_a_figure(reading, first) && !is_joined(tokens, end),
            Some(Beside::Result) => {
                self.names_before(tokens, first)
                    || self.names_after(tokens, end)
                    || (first..end).any(|at| self.name_at(tokens, at).is_some())
            }
            Some(Beside::Subject) => self.names_before(tokens, first),
            Some(Beside::TwoResults) => self.names_before(tokens, first) && self.names_after(tokens, end),
            None => false,
        }
    }

    /// Whether the name of a result stands shortly before token `at` as a subject, with nothing but words between.
    fn names_before(&self, tokens: &[Token<'_>], at: usize) -> bool {
        let is_object = |start: usize| {
            let before = start.checked_sub(1).map(|before| &tokens[before]);
            before.is_some_and(|before| before.is_in(ENGLISH.list("leads to")))
        };
        let reach = at.saturating_sub(2 * BEFORE)..at;
        reach
            .rev()
            .take_while(|at| is_plain(&tokens[*at]))
            .filter(|start| !is_object(*start))
            .any(|start| {
                let end = self.name_at(tokens, start);
                end.is_some_and(|end| end <= at && at - end <= BEFORE)
            })
    }

    /// Whether the name of a result begins shortly after token `at`.
    fn names_after(&self, tokens: &[Token<'_>], at: usize) -> bool {
        (at..tokens.len().min(at + AFTER + 1))
            .take_while(|at| is_plain(&tokens[*at]))
            .any(|start| self.name_at(tokens, start).is_some())
    }

    /// The token after the longest name at `at`, where one stands there; in the plural, too.
    fn name_at(&self, tokens: &[Token<'_>], at: usize) -> Option<usize> {
        let stands = |name: &Vec<String>| {
            let there = name.iter().enumerate().all(|(offset, word)| {
                tokens.get(at + offset).is_some_and(|token| {
                    let last = offset + 1 == name.len();
                    token.is(word) || (last && is_plural_of(token.text, word))
                })
            });
            there.then_some(at + name.len())
        };
        self.names.iter().filter_map(stands).max()
    }

    /// What is said of the programme's own columns as of a target: "met the goal" where `goal` is one of them.
    pub fn said_of_columns(&self, text: &str) -> Vec<Hit> {
        let mut found: Vec<Hit> = Vec::new();
        for place in self.columns.iter().flat_map(|column| places(text, column)) {
            const TARGET: &str = "target";
            let as_target = format!("{}{TARGET}{}", &text[..place.start], &text[place.end..]);
            let grown = place.start + TARGET.len();
            for mut hit in lexicon::find(&as_target) {
                let aimed = matches!(hit.sense, Sense::Met | Sense::Missed);
                if aimed && hit.range.start < grown && place.start < hit.range.end {
                    hit.range.end = match hit.range.end.checked_sub(grown) {
                        Some(after) => place.end + after,
                        None => place.end,
                    };
                    found.push(hit);
                }
            }
        }
        found
    }
}

/// Whether a printed figure stands right before token `at`, or before one plural noun more: "155 offences more".
fn follows_a_figure(reading: &Reading<'_>, at: usize) -> bool {
    let tokens = &reading.tokens;
    let printed = |at: usize| {
        let range = &tokens[at].range;
        let mut figures = reading.passage.figures();
        figures.any(|(figure, _)| figure.start <= range.start && range.end <= figure.end)
    };
    let Some(before) = at.checked_sub(1) else {
        return false;
    };
    let noun = tokens[before].kind == Kind::Word && tokens[before].text.ends_with('s');
    printed(before) || (noun && before.checked_sub(1).is_some_and(printed))
}

/// Whether a hyphen joins token `at` to the one before: "better-off".
fn is_joined(tokens: &[Token<'_>], at: usize) -> bool {
    tokens
        .get(at)
        .is_some_and(|token| !token.spaced && token.text.starts_with(['-', '\u{2010}', '\u{2011}']))
}

/// Whether a token may stand between a name and what is said of it.
fn is_plain(token: &Token<'_>) -> bool {
    token.kind != Kind::Mark || matches!(token.text, "-" | "\u{2010}" | "\u{2011}" | "’" | "‘")
}

fn is_plural_of(text: &str, word: &str) -> bool {
    text.to_lowercase().strip_suffix('s') == Some(word)
}

fn words(name: &str) -> Vec<String> {
    name.to_lowercase()
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Where a name stands in a text as whole words.
fn places(text: &str, name: &str) -> Vec<Range<usize>> {
    let free = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    let there = text.match_indices(name).map(|(at, found)| at..at + found.len());
    there
        .filter(|range| {
            free(text[..range.start].chars().next_back()) && free(text[range.end..].chars().next())
        })
        .collect()
}
