//! The set that the words speak of: the highest of some must say of which, and a share or a multiple names its own whole.

use std::sync::Arc;

use super::english::english;
use super::mentions::{GAPS, mentions, other, words_of};
use super::{Objection, Statement};
use crate::claims::beside::{complete_set, leaves};
use crate::claims::kinds::Family;
use crate::claims::reading::Given;
use crate::claims::resolve::CaseRow;
use crate::claims::verdict::both;
use crate::data::programme::Benchmark;
use crate::figures::Figure;
use crate::language::Lists;
use crate::lexicon::tokens::whole;
use crate::quantity::Unit;

/// Whether a set is of one measure in several areas.
fn ranks_areas(row: &CaseRow) -> bool {
    let name = |figure: &Figure| figure.subject.measure.as_ref().map(|own| own.name.clone());
    match row.arguments.get("among") {
        Some(Given::Figures(set)) => set.iter().all(|other| name(other) == name(&row.figure)),
        _ => false,
    }
}

/// Words for everything that is ranked.
static ENGLISH: Lists = Lists::of(include_str!("whole-en.txt"));

/// Whether a word may stand for everything that is ranked, or that an average is of.
pub(super) fn is_everything(word: &str) -> bool {
    ENGLISH.list("everything").has(word)
}

impl Statement<'_> {
    /// The highest of two of four is not the highest: the words must say of which, or it must hold among all.
    pub(super) fn judge_sets(&self, objections: &mut Vec<Objection>) {
        for licence in &self.licences {
            let ranked = licence.test.kind.family == Family::Rank && licence.case.holds && !licence.negated;
            if !ranked {
                continue;
            }
            let rounding = self.desk.numbers.rounding;
            let partial = licence.case.rows.iter().any(|row| {
                let Some(Given::Figures(set)) = row.arguments.get("among") else {
                    return false;
                };
                if self.names_a_set(row) {
                    return false;
                }
                let all = complete_set(&row.figure, set, self.desk);
                let more = all.len() > set.len();
                let whole = CaseRow {
                    arguments: [("among".to_owned(), Given::Figures(all))].into_iter().collect(),
                    ..row.clone()
                };
                self.lists_away(row, set)
                    || more && both(licence.test.kind, &whole, rounding) != Ok((true, true))
            });
            if partial {
                objections.push(Objection::differ(
                    "the words of `{claim}` say a place among all, and the condition a place among some",
                    "say of which, as in \"of the two\"; or rank it among all: `among=measures.value` or `among=inspections.control.value`",
                ));
            }
        }
    }

    /// Whether a set of areas leaves out one of the notice's for which the value is missing: of it nobody knows that it
    /// is less.
    fn lists_away(&self, row: &CaseRow, set: &[Arc<Figure>]) -> bool {
        let Some(measure) = &row.figure.subject.measure else {
            return false;
        };
        ranks_areas(row)
            && self.desk.inspections.iter().any(|(_, figures)| {
                let listed = set
                    .iter()
                    .any(|other| other.subject.inspection.as_ref() == Some(&figures.name));
                let value = figures
                    .rows
                    .get(&measure.name)
                    .and_then(|row| row.columns.get("value"));
                !listed && value.is_some_and(|value| value.quantity().is_none())
            })
    }

    /// Whether the words say of which set: "of the three", "among the inner boroughs"; "of the districts" leaves out none.
    fn names_a_set(&self, row: &CaseRow) -> bool {
        let after = self.after.split([',', ';', ':', '.']).next().unwrap_or_default();
        let text = format!("{} {after}", self.words);
        let words = words_of(&text);
        let starts: Vec<usize> = (0..words.len())
            .filter(|at| ENGLISH.list("of").has(&words[*at]) || ENGLISH.list("in").has(&words[*at]))
            .collect();
        let mut of = false;
        let parts = starts.iter().enumerate().any(|(nth, start)| {
            let end = starts.get(nth + 1).copied().unwrap_or(words.len());
            // "The highest share of the cases" says what was counted, and no set; "of the two" says which.
            let counts = start
                .checked_sub(1)
                .is_some_and(|at| english().shares.has(&words[at]));
            let rest = words[start + 1..end]
                .iter()
                .filter(|word| !english().articles.has(word));
            let numbered = rest.take(1).any(|word| self.number_in(word).is_some());
            let counted = counts && words[*start] == "of" && !numbered;
            let opens = ENGLISH.list("of").has(&words[*start]) && !counted;
            of |= opens;
            of && !self.is_whole(&words[start + 1..end], row, opens)
        });
        parts || self.names_their_whole(&text, row)
    }

    /// Whether these words say everything that is ranked, or, where they begin no set, nothing of it: "in 2023".
    fn is_whole(&self, words: &[String], row: &CaseRow, opens: bool) -> bool {
        // "Of those" are some that were named before; "of those visited" are all.
        let pointed = words
            .first()
            .is_some_and(|first| ENGLISH.list("pointed").has(first));
        if pointed && opens && !words.iter().any(|word| word.ends_with("ed")) {
            return false;
        }
        let bare = words
            .iter()
            .skip_while(|word| ENGLISH.list("articles").has(word) || ENGLISH.list("every").has(word));
        let bare: Vec<&String> = bare.collect();
        let number = bare.first().and_then(|first| self.number_in(first));
        if let Some(number) = number {
            let areas = self.desk.inspections.len() as u64;
            return !opens || ranks_areas(row) && number >= areas;
        }
        let own = row.figure.quantity().map(|quantity| &quantity.unit);
        let nouns: Vec<String> = match own {
            Some(Unit::Number(Some(noun))) => [&noun.one, &noun.many]
                .into_iter()
                .flat_map(|name| words_of(name))
                .collect(),
            _ => Vec::new(),
        };
        let names = self.names_of_all();
        let measure = row.figure.subject.measure.iter().flat_map(|measure| {
            let called = measure.names();
            called.flat_map(|name| words_of(name)).collect::<Vec<_>>()
        });
        let measure: Vec<String> = measure.collect();
        let known = |word: &String| {
            ENGLISH.list("everything").has(word)
                || nouns.contains(word)
                || names.contains(word)
                || measure.contains(word)
                || ENGLISH.list("articles").has(word)
        };
        !words.is_empty() && bare.into_iter().all(known)
    }

    /// The number that a word is, in digits or spelt out.
    fn number_in(&self, word: &str) -> Option<u64> {
        whole(word).or_else(|| self.desk.language.number_words_value(word))
    }

    /// The words of the names that are the whole's: the issuer's, the programme's and the benchmarks'.
    fn names_of_all(&self) -> Vec<String> {
        let programme = self.desk.programme;
        let benchmarks = programme.benchmark.iter().flat_map(Benchmark::names);
        let benchmarks = benchmarks.map(|name| name.value.as_str());
        let names = benchmarks.chain([
            self.desk.organisation.name.value.as_str(),
            programme.name.value.as_str(),
        ]);
        names.flat_map(words_of).collect()
    }

    /// Whether the words name the whole that the set is all the parts of: "of crime without fraud".
    fn names_their_whole(&self, text: &str, row: &CaseRow) -> bool {
        let wholes = self.wholes_of(row);
        let named = mentions(text, &self.measure_names());
        named.iter().any(|mention| wholes.contains(&mention.of))
    }

    /// The wholes that a ranked set of measures is all the parts of.
    pub(super) fn wholes_of(&self, row: &CaseRow) -> Vec<String> {
        let Some(Given::Figures(set)) = row.arguments.get("among") else {
            return Vec::new();
        };
        let programme = self.desk.programme;
        let parts = |name: &str| {
            let mut parts = leaves(name, programme);
            parts.sort();
            parts
        };
        let measure = |figure: &Arc<Figure>| figure.subject.measure.as_ref().map(|own| own.name.clone());
        let mut own: Vec<String> = set
            .iter()
            .filter_map(measure)
            .flat_map(|name| parts(&name))
            .collect();
        own.sort();
        let wholes = programme.sums.iter().map(|sum| sum.whole.value.clone());
        wholes.filter(|whole| parts(whole) == own).collect()
    }

    /// "[The majority][c] of all crime" of a share of something else.
    pub(super) fn judge_whole_of_share(&self, objections: &mut Vec<Objection>) {
        let of = self.licences.iter().any(|licence| {
            licence.test.kind.family == Family::Share
                && licence
                    .case
                    .rows
                    .iter()
                    .any(|row| row.arguments.contains_key("of"))
        });
        if !of {
            return;
        }
        let end = GAPS.iter().filter_map(|gap| self.after.find(gap)).min();
        let clause = end.map_or(self.after, |end| &self.after[..end]);
        let names = self.measure_names();
        let Some(first) = mentions(clause, &names).into_iter().next() else {
            return;
        };
        let lead = words_of(&clause[..first.start]);
        let lead: Vec<&str> = lead.iter().map(String::as_str).collect();
        let leads = matches!(
            lead.as_slice(),
            ["of"] | ["of", "the" | "all" | "total" | "recorded" | "every"] | ["of", "all" | "the", _]
        );
        let own = self.own_figures_measures();
        let named = self.plain(clause, vec![first], &names);
        if leads && named.iter().any(|mention| !own.contains(&mention.of)) {
            objections.push(other("whole", "just after its words"));
        }
    }
}
