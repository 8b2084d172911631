//! Rows that the words name: "only Park Lane was above it" must be Park Lane, and the highest of some must say of which.

use std::sync::Arc;

use super::english::english;
use super::licence::Licence;
use super::mentions::{Mention, mentions, words_of};
use super::{Objection, Statement};
use crate::claims::beside::complete_set;
use crate::claims::kinds::Family;
use crate::claims::reading::Given;
use crate::claims::resolve::{CaseRow, Count};
use crate::claims::verdict::both;
use crate::figures::Figure;
use crate::lexicon::Sense;
use crate::lexicon::tokens::tokens;

impl Statement<'_> {
    /// Objects to a named row for which the test does not hold.
    pub(super) fn judge_named_rows(&self, objections: &mut Vec<Objection>) {
        for licence in &self.licences {
            if !licence.case.listed || !licence.case.holds || licence.negated {
                continue;
            }
            let names = self.names_of_rows(licence);
            let listed_after = self.after.trim_start().starts_with([':', '–', '—', '(']);
            let ends = |text: &str| text.find([';', ')', '.']).unwrap_or(text.len());
            let after = if listed_after {
                &self.after[..ends(self.after)]
            } else {
                ""
            };
            let subject = mentions(self.words, &names).is_empty() && self.names_its_rows();
            let before = if subject { last_clause(self.before) } else { "" };
            let wrong = [before, self.words, after].iter().any(|text| {
                mentions(text, &names).iter().any(|mention| {
                    let row = licence
                        .case
                        .rows
                        .iter()
                        .position(|row| key(&row.figure) == mention.of);
                    let holds = row.and_then(|row| licence.case.held.get(row)).copied();
                    holds == Some(is_left_out(text, mention))
                })
            });
            if wrong {
                objections.push(Objection::differ(
                    "the words of `{claim}` name a row for which the condition does not hold",
                    "name the rows for which it holds; the values shown say which they are",
                ));
            }
        }
    }

    /// Whether the words single out rows that the sentence names: "the only site above the target".
    fn names_its_rows(&self) -> bool {
        let single = |word: &str| matches!(word, "only" | "sole" | "alone" | "one");
        let listed = self
            .licences
            .iter()
            .any(|licence| matches!(licence.case.count, Count::Exactly(1)));
        listed && tokens(self.words).iter().any(|token| single(&token.text))
    }

    /// The names of a list's rows: areas where the rows are inspections, otherwise measures.
    fn names_of_rows(&self, licence: &Licence<'_>) -> Vec<(Vec<String>, String)> {
        let rows = &licence.case.rows;
        let measures: Vec<Option<&str>> = rows.iter().map(|row| measure(&row.figure)).collect();
        let by_area = rows.len() > 1 && measures.iter().all(|name| *name == measures[0]);
        let mut names = Vec::new();
        for row in rows {
            if by_area {
                names.extend(
                    row.figure
                        .subject
                        .area
                        .as_ref()
                        .map(|area| (words_of(area), key(&row.figure))),
                );
            } else if let Some(measure) = &row.figure.subject.measure {
                let called = measure.also_called.iter().map(String::as_str);
                for name in called.chain([measure.label.value.as_str()]) {
                    names.push((words_of(name), key(&row.figure)));
                }
            }
        }
        names
    }

    /// Whether the sentence names every figure that the condition's tests are about: "A and B had the fewest".
    pub(super) fn names_all_subjects(&self) -> bool {
        let text = format!("{}{}", self.before, self.words).to_lowercase();
        self.rows().all(|row| {
            let subject = &row.figure.subject;
            let area = subject.area.iter().map(|area| area.to_lowercase());
            let called = subject.measure.iter().flat_map(|measure| {
                measure
                    .also_called
                    .iter()
                    .chain([&measure.label.value])
                    .map(|name| name.to_lowercase())
            });
            area.chain(called).any(|name| text.contains(&name))
        })
    }

    /// The highest of two of four is not the highest: the words must say of which, or it must hold among all.
    pub(super) fn judge_sets(&self, objections: &mut Vec<Objection>) {
        for licence in &self.licences {
            let ranked = licence.test.kind.family == Family::Rank && licence.case.holds && !licence.negated;
            if !ranked || self.names_a_set() {
                continue;
            }
            let rounding = self.desk.numbers.rounding;
            let partial = licence.case.rows.iter().any(|row| {
                let Some(all) = self.whole_set(row) else {
                    return false;
                };
                let whole = CaseRow {
                    arguments: [("among".to_owned(), Given::Figures(all))].into_iter().collect(),
                    ..row.clone()
                };
                both(licence.test.kind, &whole, rounding) != Ok((true, true))
            });
            if partial {
                objections.push(Objection::differ(
                    "the words of `{claim}` say a place among all, and the condition a place among some",
                    "say of which, as in \"of the two\"; or rank it among all: `among=measures.value` or `among=inspections.control.value`",
                ));
            }
        }
    }

    /// The complete set, where the condition's is a part of it.
    fn whole_set(&self, row: &CaseRow) -> Option<Vec<Arc<Figure>>> {
        let Some(Given::Figures(set)) = row.arguments.get("among") else {
            return None;
        };
        let all = complete_set(&row.figure, set, self.desk);
        (all.len() > set.len()).then_some(all)
    }

    /// Whether the words say of which set: "of the three", "among the inner boroughs".
    fn names_a_set(&self) -> bool {
        let after = self.after.split([',', ';', ':', '.']).next().unwrap_or_default();
        let text = format!("{} {after}", self.words);
        let words = words_of(&text);
        let all = self.hits.iter().any(|hit| hit.sense == Sense::All)
            || words
                .windows(2)
                .any(|pair| pair[0] == "of" && matches!(pair[1].as_str(), "all" | "any"));
        let known = english();
        let number = |word: &str| {
            word.starts_with(|c: char| c.is_ascii_digit())
                || self.desk.language.number_words_value(word).is_some()
        };
        let set = words.iter().enumerate().any(|(at, word)| {
            let rest: Vec<&str> = words[at + 1..].iter().map(String::as_str).collect();
            match word.as_str() {
                "among" | "amongst" => true,
                "between" | "within" => rest.first().is_some_and(|next| !number(next)),
                "of" => match rest.as_slice() {
                    ["these" | "those" | "them" | "us", ..] => true,
                    [next, ..] if number(next) => true,
                    [whose, next, ..] if known.articles.has(whose) && number(next) => true,
                    // "The highest share of the cases" says what was counted, and no set.
                    [next, ..] => {
                        let counted = at.checked_sub(1).is_some_and(|at| known.shares.has(&words[at]));
                        !counted && !matches!(*next, "all" | "any")
                    }
                    [] => false,
                },
                _ => false,
            }
        });
        set && !all
    }
}

fn measure(figure: &Figure) -> Option<&str> {
    figure
        .subject
        .measure
        .as_ref()
        .map(|measure| measure.name.as_str())
}

/// What tells a row from the others.
fn key(figure: &Figure) -> String {
    format!(
        "{:?} {:?} {}",
        figure.subject.inspection,
        measure(figure),
        figure.subject.column
    )
}

/// Whether a word before a name leaves it out.
fn is_left_out(text: &str, mention: &Mention) -> bool {
    let before = words_of(&text[..mention.start]);
    before
        .iter()
        .rev()
        .take(3)
        .any(|word| english().without.has(word))
}

/// The clause just before a claim.
fn last_clause(before: &str) -> &str {
    let start = before.rfind([',', ';', ':', '(']).map_or(0, |at| at + 1);
    &before[start..]
}
