//! Figures that stand where the words speak of another measure or another area: two figures swapped, another's row.
//!
//! Only where it makes a difference: a figure that prints like the one the words speak of is still true.

use std::ops::Range;

use super::raised::Raised;
use super::reading::Reading;
use super::token::{Kind, Token};
use crate::claims::Desk;
use crate::figures::Figure;
use crate::finding::Code;

/// Words that part a sentence into what is said of one thing and of another.
const PARTS: [&str; 10] = [
    "and", "but", "while", "whereas", "against", "than", "compared", "with", "although", "from",
];

/// A word shorter than this names a measure only together with another.
const TELLING: usize = 6;

/// Something that the words may speak of: a measure or an area.
struct Subject {
    name: String,
    /// Whole names, in lower case.
    names: Vec<String>,
    /// Words that only this one's label has.
    words: Vec<String>,
}

/// The measures and areas of a notice, and how the words call them.
pub struct Subjects {
    measures: Vec<Subject>,
    areas: Vec<Subject>,
}

impl Subjects {
    /// Reads them from the programme and the figures in sight.
    pub fn new(desk: &Desk<'_>) -> Self {
        let named = |text: &str| text.to_lowercase();
        let mut measures: Vec<Subject> = desk
            .programme
            .measures
            .iter()
            .map(|(name, _, measure)| {
                let also = measure.also_called.iter().map(|also| named(&also.value));
                let label = words(&measure.label.value);
                Subject {
                    name: name.to_owned(),
                    names: also.chain([named(&measure.label.value)]).collect(),
                    words: label,
                }
            })
            .collect();
        // "Ombudsman upholds 512 complaints" counts complaints; it does not speak of the measure of that name.
        let nouns: Vec<String> = desk
            .programme
            .measures
            .iter()
            .flat_map(|(_, _, measure)| [&measure.unit, &measure.one])
            .flatten()
            .map(|noun| named(&noun.value))
            .collect();
        let counts = |said: &String| {
            nouns
                .iter()
                .any(|noun| noun == said || noun.split(' ').any(|word| word == said))
        };
        for measure in &mut measures {
            measure.names.retain(|name| !counts(name));
            measure.words.retain(|word| !counts(word));
        }
        let all: Vec<Vec<String>> = measures.iter().map(|measure| measure.words.clone()).collect();
        for (at, measure) in measures.iter_mut().enumerate() {
            let elsewhere = |word: &String| {
                all.iter()
                    .enumerate()
                    .any(|(other, words)| other != at && words.contains(word))
            };
            measure.words.retain(|word| !elsewhere(word));
        }
        let areas = desk.inspections.iter().map(|(inspection, _)| Subject {
            name: inspection.area.value.clone(),
            names: vec![named(&inspection.area.value)],
            words: Vec::new(),
        });
        Subjects {
            measures,
            areas: areas.collect(),
        }
    }

    /// Reads one passage.
    pub fn read(&self, reading: &Reading<'_>, desk: &Desk<'_>, raised: &mut Vec<Raised>) {
        if reading.passage.tabular || (self.measures.len() < 2 && self.areas.len() < 2) {
            return;
        }
        for (range, figure) in reading.passage.figures() {
            if reading.in_claim(&range) {
                continue;
            }
            let text = self.clause(reading, &range);
            let measure = figure
                .subject
                .measure
                .as_ref()
                .map(|measure| measure.name.as_str());
            let since = self.since_the_last(reading, &range);
            let named = |subjects: &[Subject], own: Option<&str>| {
                let own = subjects.iter().find(|subject| Some(subject.name.as_str()) == own);
                own.is_some_and(|own| own.is_named(&since) || own.is_hinted(&since))
            };
            let measured = named(&self.measures, measure);
            let placed = named(&self.areas, figure.subject.area.as_deref());
            let of_measure =
                |other: &Figure, name: &str| other.subject.measure.as_ref().is_some_and(|m| m.name == name);
            if !measured
                && let Some(spoken) = another(&self.measures, measure, &text)
                && differs(figure, desk, |other| {
                    of_measure(other, &spoken.name) && other.subject.area == figure.subject.area
                })
            {
                let says = format!(
                    "`{}` stands where the words speak of `{}`",
                    figure.name, spoken.name
                );
                raised.push(raise(reading, &range, says));
            } else if !placed
                && let Some(spoken) = another(&self.areas, figure.subject.area.as_deref(), &text)
                && differs(figure, desk, |other| {
                    other.subject.area.as_deref() == Some(&spoken.name)
                        && other.subject.measure == figure.subject.measure
                })
            {
                let says = format!(
                    "`{}` of one area stands where the words speak of another",
                    figure.name
                );
                raised.push(raise(reading, &range, says));
            }
        }
    }

    /// What the sentence says between the figure before and this one: "safety and planning were 46% and 62%".
    fn since_the_last(&self, reading: &Reading<'_>, range: &Range<usize>) -> String {
        let sentence = reading.sentence_range(range);
        let before = reading
            .passage
            .figures()
            .map(|(other, _)| other.end)
            .filter(|end| *end <= range.start);
        let near = |end: &usize| {
            let between = reading
                .tokens
                .iter()
                .filter(|token| token.range.start >= *end && token.range.end <= range.start);
            between.count() > 3
        };
        // Figures in a row share what stands before them.
        let start = before.filter(near).last().unwrap_or(0).max(sentence.start);
        reading.passage.text[start..range.start].to_lowercase()
    }

    /// The words round a figure that belong to it: its clause, and the one before where it names nothing.
    fn clause(&self, reading: &Reading<'_>, range: &Range<usize>) -> String {
        let sentence = reading.sentence_range(range);
        let text = &reading.passage.text;
        // Names may hold an "and" or a comma of their own.
        let subjects = || self.measures.iter().chain(&self.areas);
        let lower: String = text
            .chars()
            .map(|c| c.to_lowercase().next().unwrap_or(c))
            .collect();
        let protected: Vec<Range<usize>> = if lower.len() == text.len() {
            let names = subjects().flat_map(|subject| &subject.names);
            names
                .flat_map(|name| {
                    lower
                        .match_indices(name.as_str())
                        .map(|(at, found)| at..at + found.len())
                })
                .collect()
        } else {
            Vec::new()
        };
        let parts = |token: &Token<'_>| {
            let inside = sentence.start <= token.range.start && token.range.end <= sentence.end;
            let mark =
                token.kind == Kind::Mark && matches!(token.text, "," | ";" | ":" | "–" | "—" | "(" | ")");
            let name = protected
                .iter()
                .any(|name| name.start <= token.range.start && token.range.end <= name.end);
            inside && !name && (mark || PARTS.iter().any(|word| token.is(word)))
        };
        let before: Vec<usize> = reading
            .tokens
            .iter()
            .filter(|token| token.range.end <= range.start && parts(token))
            .map(|token| token.range.end)
            .collect();
        let end = reading
            .tokens
            .iter()
            .find(|token| token.range.start >= range.end && parts(token))
            .map_or(sentence.end, |token| token.range.start);
        let mut starts = before.iter().rev().copied().chain([sentence.start]);
        let start = starts.next().unwrap_or(sentence.start);
        let own = text[start..end].to_lowercase();
        if subjects().any(|subject| subject.is_named(&own) || subject.is_hinted(&own)) {
            return own;
        }
        let earlier = starts.next().unwrap_or(sentence.start);
        let another_figure = reading
            .passage
            .figures()
            .any(|(other, _)| earlier <= other.start && other.end <= start);
        if another_figure {
            own
        } else {
            text[earlier..end].to_lowercase()
        }
    }
}

impl Subject {
    /// Whether a clause calls it by a name, or by words that only its label has.
    fn is_named(&self, clause: &str) -> bool {
        let found = words(clause);
        let own = self.words.iter().filter(|word| found.contains(word));
        self.names.iter().any(|name| holds(clause, name))
            || own.clone().any(|word| word.chars().count() >= TELLING)
            || own.count() >= 2
    }

    /// Whether a clause has so much as one word of it.
    fn is_hinted(&self, clause: &str) -> bool {
        let found = words(clause);
        self.words.iter().any(|word| found.contains(word))
    }
}

/// Whether `clause` holds `name` as whole words.
fn holds(clause: &str, name: &str) -> bool {
    let free = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    !name.is_empty()
        && clause.match_indices(name).any(|(at, _)| {
            free(clause[..at].chars().next_back()) && free(clause[at + name.len()..].chars().next())
        })
}

/// The one other subject that a clause names, where it says nothing of the figure's own.
fn another<'s>(subjects: &'s [Subject], own: Option<&str>, clause: &str) -> Option<&'s Subject> {
    let own = subjects
        .iter()
        .find(|subject| Some(subject.name.as_str()) == own)?;
    if own.is_named(clause) || own.is_hinted(clause) {
        return None;
    }
    let mut named = subjects.iter().filter(|subject| subject.is_named(clause));
    named.next().filter(|_| named.next().is_none())
}

/// Whether the figure in the same column of the subject spoken of is there, in the same unit, and prints differently.
fn differs(figure: &Figure, desk: &Desk<'_>, spoken: impl Fn(&Figure) -> bool) -> bool {
    let Some(own) = figure.quantity() else {
        return false;
    };
    let figures = desk.scope.figures();
    let same_column = figures.iter().find(|(path, other)| {
        let part = path.ends_with(".count") || path.ends_with(".base");
        !part && other.subject.column == figure.subject.column && spoken(other)
    });
    let other = same_column.and_then(|(_, other)| other.quantity());
    other.is_some_and(|other| other.unit == own.unit && other.print(desk.numbers) != own.print(desk.numbers))
}

fn raise(reading: &Reading<'_>, range: &Range<usize>, says: String) -> Raised {
    let finding = reading.finding(Code::FigureMisplaced, range, says).advice(
        "print the figure that the words speak of, or name what this one is of; a name that people use for a measure \
         goes under its `also-called:`",
    );
    Raised::new(finding, reading, range.clone())
}

/// The words of a label that mean something, in lower case.
fn words(text: &str) -> Vec<String> {
    const EMPTY: [&str; 16] = [
        "the", "and", "for", "with", "from", "work", "score", "scores", "rate", "share", "number", "other",
        "others", "their", "that", "this",
    ];
    text.to_lowercase()
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.chars().count() > 3 && !EMPTY.contains(word))
        .map(str::to_owned)
        .collect()
}
