//! Rows that the words name: "only Park Lane was above it" must be Park Lane.

use std::sync::Arc;

use super::english::english;
use super::measures::Names;
use super::mentions::{Mention, mentions, words_of};
use super::{Objection, Statement};
use crate::claims::resolve::Count;
use crate::figures::Figure;
use crate::lexicon::tokens::tokens;

impl Statement<'_> {
    /// Objects to a named row for which the test does not hold.
    pub(super) fn judge_named_rows(&self, objections: &mut Vec<Objection>) {
        for licence in &self.licences {
            if !licence.case.listed || !licence.case.holds || licence.negated {
                continue;
            }
            let figures = licence.case.rows.iter().map(|row| &row.figure);
            let first = figures.clone().next().and_then(|figure| measure(figure));
            let by_area = figures.len() > 1 && figures.clone().all(|figure| measure(figure) == first);
            let names = names_of(figures, by_area);
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

    /// Whether the sentence names every figure that the condition's tests are about: "A and B had the fewest".
    pub(super) fn names_all_subjects(&self) -> bool {
        let text = format!("{}{}", self.before, self.words).to_lowercase();
        self.rows().all(|row| {
            let subject = &row.figure.subject;
            let area = subject.area.iter().map(|area| area.to_lowercase());
            let called = subject
                .measure
                .iter()
                .flat_map(|measure| measure.names().map(|name| name.to_lowercase()));
            area.chain(called).any(|name| text.contains(&name))
        })
    }
}

fn measure(figure: &Figure) -> Option<&str> {
    figure
        .subject
        .measure
        .as_ref()
        .map(|measure| measure.name.as_str())
}

/// The names of figures, each with what tells it from the others: their areas, or else their measures.
pub(super) fn names_of<'f>(figures: impl Iterator<Item = &'f Arc<Figure>>, by_area: bool) -> Names {
    let mut names = Vec::new();
    for figure in figures {
        let subject = &figure.subject;
        if by_area {
            names.extend(subject.area.iter().map(|area| (words_of(area), key(figure))));
        } else if let Some(measure) = &subject.measure {
            names.extend(measure.names().map(|name| (words_of(name), key(figure))));
        }
    }
    names
}

/// What tells a figure from the others.
pub(super) fn key(figure: &Figure) -> String {
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
