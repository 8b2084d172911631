//! What the words name: another measure, another area, another thing compared with than the condition's.

use super::{Objection, Statement};
use crate::claims::reading::Given;
use crate::figures::Figure;
use crate::lexicon::tokens::{Token, tokens};
use crate::quantity::Unit;

/// A name in the words: of which measure, area or column.
struct Mention {
    of: String,
    /// The byte after it.
    end: usize,
}

impl Statement<'_> {
    /// Objects to names of another measure, area or comparison.
    pub(super) fn judge_mentions(&self, objections: &mut Vec<Objection>) {
        self.judge_measures(objections);
        self.judge_areas(objections);
        self.judge_ratings(objections);
        self.judge_compared(objections);
    }

    fn judge_measures(&self, objections: &mut Vec<Objection>) {
        let own: Vec<String> = self.own_figures_measures();
        if own.is_empty() {
            return;
        }
        let names = self.measure_names();
        let listed = self.licences.iter().any(|licence| licence.case.listed);
        let inside = mentions(self.words, &names);
        if inside.iter().any(|mention| !own.contains(&mention.of)) {
            objections.push(other("measure", "inside its words"));
            return;
        }
        self.judge_partners(&names, objections);
        if listed || !inside.is_empty() {
            return;
        }
        // The nearest name before the claim, in its own clause, is its subject.
        let subjects: Vec<&str> = self.rows().filter_map(|row| measure_of(&row.figure)).collect();
        if let Some(nearest) = nearest(self.before, &names)
            && !subjects.contains(&nearest.of.as_str())
        {
            objections.push(other("measure", "just before its words"));
        }
    }

    /// A score beside the average of another measure: a slip, unless the sentence names that measure.
    fn judge_partners(&self, names: &[(Vec<String>, String)], objections: &mut Vec<Objection>) {
        let named = |measure: &str| {
            [self.before, self.words, self.after]
                .iter()
                .any(|text| mentions(text, names).iter().any(|mention| mention.of == measure))
        };
        for row in self.rows() {
            for (argument, given) in &row.arguments {
                let Given::Figure(other) = given else { continue };
                let compared = matches!(argument.as_str(), "than" | "with" | "to" | "from");
                let Some(measure) = measure_of(other).filter(|_| compared && other.subject.column != "value")
                else {
                    continue;
                };
                let same = measure_of(&row.figure) == Some(measure);
                if !same && !named(measure) {
                    objections.push(Objection::differ(
                        format!("the condition of `{{claim}}` compares `{}` with `{}`, of another measure that the sentence does not name", row.figure.name, other.name),
                        "compare figures of one measure, or name both in the sentence",
                    ));
                    return;
                }
            }
        }
    }

    fn own_figures_measures(&self) -> Vec<String> {
        let rows = self.licences.iter().flat_map(|licence| &licence.case.rows);
        let mut own = Vec::new();
        for row in rows {
            let mut take = |figure: &crate::figures::Figure| {
                own.extend(
                    figure
                        .subject
                        .measure
                        .as_ref()
                        .map(|measure| measure.name.clone()),
                );
            };
            take(&row.figure);
            for given in row.arguments.values() {
                match given {
                    Given::Figure(figure) => take(figure),
                    Given::Figures(figures) => figures.iter().for_each(|figure| take(figure)),
                    _ => {}
                }
            }
        }
        own
    }

    /// Names of measures inside a sentence: what they are also called, and their labels.
    fn measure_names(&self) -> Vec<(Vec<String>, String)> {
        let mut names = Vec::new();
        for (name, _, measure) in self.desk.programme.measures.iter() {
            let called = measure.also_called.iter().map(|text| text.value.as_str());
            for alias in called.chain([measure.label.value.as_str()]) {
                names.push((words_of(alias), name.to_owned()));
            }
        }
        names
    }

    fn judge_areas(&self, objections: &mut Vec<Objection>) {
        if self.desk.inspections.len() < 2 {
            return;
        }
        let names: Vec<(Vec<String>, String)> = self
            .desk
            .inspections
            .iter()
            .map(|(inspection, figures)| (words_of(&inspection.area.value), figures.name.clone()))
            .collect();
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
        let before = nearest(self.before, &names);
        let subjects: Vec<&String> = self
            .rows()
            .filter_map(|row| row.figure.subject.inspection.as_ref())
            .collect();
        let wrong_inside = inside.iter().any(|mention| !own.contains(&&mention.of));
        let wrong_before =
            inside.is_empty() && before.is_some_and(|mention| !subjects.contains(&&mention.of));
        if wrong_inside || wrong_before {
            objections.push(other(
                "area",
                if wrong_inside {
                    "inside its words"
                } else {
                    "just before its words"
                },
            ));
        }
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

    /// "above the average" of a condition that compares with the previous value.
    fn judge_compared(&self, objections: &mut Vec<Objection>) {
        let columns: Vec<String> = self
            .licences
            .iter()
            .flat_map(|licence| &licence.case.rows)
            .flat_map(|row| row.arguments.iter())
            .filter(|(name, _)| matches!(name.as_str(), "than" | "with" | "to" | "from"))
            .filter_map(|(_, given)| match given {
                Given::Figure(figure) => Some(figure.subject.column.replace('_', "-")),
                _ => None,
            })
            .collect();
        if columns.is_empty() {
            return;
        }
        let mut names: Vec<(Vec<String>, String)> = COLUMN_WORDS
            .iter()
            .map(|(words, column)| (words_of(words), (*column).to_owned()))
            .collect();
        let benchmarks = self.desk.programme.benchmark.iter().chain(
            self.desk
                .programme
                .measures
                .iter()
                .filter_map(|(_, _, measure)| measure.benchmark.as_ref()),
        );
        for benchmark in benchmarks {
            for name in benchmark.also_called.iter().chain([&benchmark.name]) {
                names.push((words_of(&name.value), BENCHMARK.to_owned()));
            }
        }
        let fits = |mention: &Mention| match mention.of.as_str() {
            BENCHMARK => columns
                .iter()
                .any(|column| matches!(column.as_str(), "average" | "lowest" | "highest")),
            PREVIOUS => columns.iter().any(|column| {
                matches!(column.as_str(), "previous" | "year-ago" | "first-published")
                    || column.starts_with("history")
            }),
            column => columns.iter().any(|own| own == column),
        };
        let known = |column: &String| {
            matches!(
                column.as_str(),
                "average" | "lowest" | "highest" | "previous" | "year-ago" | "first-published" | "target"
            )
        };
        if columns.iter().all(known) && mentions(self.words, &names).iter().any(|mention| !fits(mention)) {
            objections.push(other("thing compared with", "inside its words"));
        }
    }
}

const BENCHMARK: &str = "the benchmark";
const PREVIOUS: &str = "an earlier value";

/// Words that name a column.
const COLUMN_WORDS: &[(&str, &str)] = &[
    ("average", "average"),
    ("mean", "average"),
    ("target", "target"),
    ("last year", PREVIOUS),
    ("last year's", PREVIOUS),
    ("last time", PREVIOUS),
    ("the previous", PREVIOUS),
    ("the year before", PREVIOUS),
    ("a year earlier", PREVIOUS),
    ("a year ago", PREVIOUS),
];

fn other(what: &str, place: &str) -> Objection {
    Objection::differ(
        format!("the words of `{{claim}}` name another {what} than the condition, {place}"),
        "make words and condition speak of the same; a measure's names are its label and `also-called:`",
    )
}

fn measure_of(figure: &Figure) -> Option<&str> {
    figure
        .subject
        .measure
        .as_ref()
        .map(|measure| measure.name.as_str())
}

fn words_of(text: &str) -> Vec<String> {
    tokens(text).into_iter().map(|token| token.text).collect()
}

/// The last name before a claim, unless a comma, semicolon, colon, dash or conjunction parts the two. A name may hold
/// commas of its own.
fn nearest(before: &str, names: &[(Vec<String>, String)]) -> Option<Mention> {
    let gaps = [
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
    let last = mentions(before, names).pop()?;
    let between = &before[last.end..];
    (!gaps.iter().any(|gap| between.contains(gap))).then_some(last)
}

/// The names in `text`, the longest at each place, from left to right.
fn mentions(text: &str, names: &[(Vec<String>, String)]) -> Vec<Mention> {
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
                    end: tokens[at + words.len() - 1].range.end,
                });
                at += words.len();
            }
            None => at += 1,
        }
    }
    found
}
