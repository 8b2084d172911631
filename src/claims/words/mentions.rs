//! What the words name beside measures: another area, another rating, another thing compared with than the condition's.

use super::measures::Names;
use super::{Objection, Statement};
use crate::claims::reading::Given;
use crate::finding::Code;
use crate::lexicon::tokens::{Token, tokens};
use crate::quantity::Unit;

/// A name in the words: of which measure, area or column.
pub(super) struct Mention {
    pub of: String,
    /// Its first byte.
    pub start: usize,
    /// The byte after it.
    pub end: usize,
}

impl Statement<'_> {
    /// Objects to names of another measure, area or comparison.
    pub(super) fn judge_mentions(&self, objections: &mut Vec<Objection>) {
        let before = objections.len();
        self.judge_measures(objections);
        self.judge_areas(objections);
        self.judge_elsewhere(objections);
        let told = |one: &Objection| one.code == Code::ClaimWordsDiffer;
        if !objections[before..].iter().any(told) {
            self.judge_sides(objections);
        }
        self.judge_ratings(objections);
        self.judge_compared(objections);
        self.judge_whose_average(objections);
        self.judge_named_rows(objections);
        self.judge_sets(objections);
        self.judge_whole_of_share(objections);
        self.judge_others(objections);
    }

    /// Names of the notice's areas inside a sentence.
    pub(super) fn area_names(&self) -> Names {
        self.desk
            .inspections
            .iter()
            .map(|(inspection, figures)| (words_of(&inspection.area.value), figures.name.clone()))
            .collect()
    }

    fn judge_areas(&self, objections: &mut Vec<Objection>) {
        if self.desk.inspections.len() < 2 {
            return;
        }
        let names = self.area_names();
        let rows = self.licences.iter().flat_map(|licence| &licence.case.rows);
        let own: Vec<&String> = rows
            .flat_map(|row| {
                let arguments = row.arguments.values().flat_map(|given| match given {
                    Given::Figure(figure) => vec![figure],
                    Given::Figures(figures) => figures.iter().collect(),
                    _ => Vec::new(),
                });
                std::iter::once(&row.figure).chain(arguments)
            })
            .filter_map(|figure| figure.subject.inspection.as_ref())
            .collect();
        if own.is_empty() {
            return;
        }
        let inside = mentions(self.words, &names);
        let named = mentions(self.before, &names);
        let before = nearest(self.before, &named).or_else(|| self.frame(&named));
        let subjects: Vec<&String> = self
            .rows()
            .filter_map(|row| row.figure.subject.inspection.as_ref())
            .collect();
        let wrong_inside = inside.iter().any(|mention| !own.contains(&&mention.of));
        // "A and B had identical readings": the two are compared with each other.
        let beside = |mention: &Mention| {
            let partner = named.iter().rev().nth(1);
            own.contains(&&mention.of)
                && partner.is_some_and(|partner| {
                    subjects.contains(&&partner.of) && self.before[partner.end..mention.start].trim() == "and"
                })
                && self.licences.iter().all(|licence| licence.test.kind.is_level())
        };
        let wrong_before = inside.is_empty()
            && before.is_some_and(|mention| !subjects.contains(&&mention.of) && !beside(mention));
        if wrong_inside || wrong_before {
            objections.push(other(
                "area",
                if wrong_inside {
                    "inside its words"
                } else {
                    "just before its words"
                },
            ));
        } else {
            self.judge_areas_after(&own, objections);
        }
    }

    /// The one area that a sentence is set in: "In Cedar, [most cases][c] were done well".
    pub(super) fn frame<'m>(&self, named: &'m [Mention]) -> Option<&'m Mention> {
        let [first, others @ ..] = named else { return None };
        let lead = words_of(&self.before[..first.start]);
        let set_in = matches!(
            lead.iter().map(String::as_str).collect::<Vec<_>>().as_slice(),
            ["in" | "at" | "for"]
        );
        let rest = &self.before[first.end..];
        let parts = |gap: &&str| **gap != *"," && rest.contains(*gap);
        let alone = others.iter().all(|other| other.of == first.of);
        (set_in && alone && rest.starts_with(',') && !GAPS.iter().any(parts)).then_some(first)
    }

    /// "rated Outstanding" of what the condition says is Good.
    fn judge_ratings(&self, objections: &mut Vec<Objection>) {
        for row in self.licences.iter().flat_map(|licence| &licence.case.rows) {
            let Some(quantity) = row.figure.quantity() else {
                continue;
            };
            let Unit::Rating(scale) = &quantity.unit else {
                continue;
            };
            let names: Vec<_> = scale
                .ratings
                .iter()
                .map(|rating| (words_of(rating), rating.clone()))
                .collect();
            let mut own: Vec<&str> = Vec::new();
            for given in row.arguments.values() {
                match given {
                    Given::Text(text) => own.push(text),
                    Given::Figure(figure) => {
                        own.extend(figure.quantity().and_then(|quantity| quantity.rating()))
                    }
                    _ => {}
                }
            }
            // A rating set equal to another is named by that one; elsewhere the sentence may name its own.
            if !row.arguments.contains_key("to") {
                own.extend(quantity.rating());
            }
            if mentions(self.words, &names)
                .iter()
                .any(|mention| !own.contains(&mention.of.as_str()))
            {
                objections.push(other("rating", "inside its words"));
            }
        }
    }
}

pub(super) fn other(what: &str, place: &str) -> Objection {
    Objection::differ(
        format!("the words of `{{claim}}` name another {what} than the condition, {place}"),
        "make words and condition speak of the same; a measure's names are its label and `also-called:`",
    )
}

pub(super) fn words_of(text: &str) -> Vec<String> {
    tokens(text).into_iter().map(|token| token.text).collect()
}

/// What parts a name from a claim after it.
pub(super) const GAPS: [&str; 12] = [
    ",",
    ";",
    ":",
    "–",
    "—",
    "(",
    " and ",
    " while ",
    " whereas ",
    " but ",
    " than ",
    " where ",
];

/// The last of the names before a claim, unless a comma, semicolon, colon, dash or conjunction parts the two. A name may hold
/// commas of its own.
pub(super) fn nearest<'m>(before: &str, named: &'m [Mention]) -> Option<&'m Mention> {
    let last = named.last()?;
    let between = without_aside(&before[last.end..]);
    (!GAPS.iter().any(|gap| between.contains(gap))).then_some(last)
}

/// What stands between a name and a claim, up to an aside that ends it: "at the school, 93.6 per cent, [above …]".
fn without_aside(between: &str) -> &str {
    let Some((head, aside)) = between
        .trim_end()
        .strip_suffix(',')
        .and_then(|rest| rest.split_once(", "))
    else {
        return between;
    };
    let number = aside
        .strip_prefix("at ")
        .unwrap_or(aside)
        .starts_with(|c: char| c.is_ascii_digit());
    if number && !aside.contains(", ") && !aside.contains(" and ") {
        head
    } else {
        between
    }
}

/// The names in `text`, the longest at each place, from left to right.
pub(super) fn mentions(text: &str, names: &[(Vec<String>, String)]) -> Vec<Mention> {
    let tokens: Vec<Token> = tokens(text);
    let mut found: Vec<Mention> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let starts = |words: &[String]| {
            !words.is_empty()
                && tokens.len() >= at + words.len()
                && words
                    .iter()
                    .zip(&tokens[at..])
                    .all(|(word, token)| *word == token.text)
        };
        let longest = names
            .iter()
            .filter(|(words, _)| starts(words))
            .max_by_key(|(words, _)| words.len());
        match longest {
            Some((words, of)) => {
                found.push(Mention {
                    of: of.clone(),
                    start: tokens[at].range.start,
                    end: tokens[at + words.len() - 1].range.end,
                });
                at += words.len();
            }
            None => at += 1,
        }
    }
    found
}
