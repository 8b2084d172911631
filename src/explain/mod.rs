//! Explains a notice: from any number, date, chosen word or claim to its value, its rule and every place in the data
//! behind it.

mod asked;
mod claim;
pub mod entry;
mod json;
mod text;
mod trace;

use std::ops::Range;
use std::sync::Arc;

use crate::audit::{How, recognised};
use crate::claims::{Desk, Held};
use crate::data::Text;
use crate::figures::{Figure, Seen};
use crate::finding::Place;
use crate::language::sentence_of;
use crate::release::{Basis, Origin, Passage};
use crate::words::{Choice, Kept, expression};
pub use asked::{Nothing, choose};
pub use entry::Explanation;
use entry::{Entry, Part, Traced, What};
pub use json::json;
pub use text::text;
use trace::traced;

/// What an explanation draws on.
pub struct Behind<'b> {
    /// The finished notice with its figures, claims and files.
    pub desk: &'b Desk<'b>,
    /// The claims in its words, judged.
    pub held: &'b [Held],
    /// The words that stand there because of a test.
    pub choices: Vec<Choice>,
    /// The texts and dates of the data that the words could see.
    pub kept: Vec<Kept>,
    /// The programme's inspections with their days of publication.
    pub published: Vec<(&'b str, &'b Text)>,
    /// What the program sets round the words: the embargo line, contacts, the numbers of the notes.
    pub frame: Vec<Framed>,
}

/// A line or number that the program sets.
pub struct Framed {
    /// Which: `embargo line`.
    pub part: String,
    /// What is printed.
    pub text: Printed,
    /// What it says: `the end of the embargo`.
    pub says: String,
    /// Where it comes from; `None` where the program makes it of itself.
    pub place: Option<Place>,
}

/// What the program prints of a line round the words.
pub enum Printed {
    /// A text, all from one place.
    Whole(String),
    /// Words with origins of their own: a line of the letterhead.
    Words(Passage),
}

/// Explains every number, date, chosen word and claim of a notice.
pub fn explain(notice: &str, behind: &Behind<'_>) -> Explanation {
    let mut parts = Vec::new();
    for (index, passage) in behind.desk.passages.iter().enumerate() {
        parts.push(of_passage(Some(index), passage, behind));
    }
    for framed in &behind.frame {
        parts.push(match &framed.text {
            Printed::Words(passage) => of_passage(None, passage, behind),
            Printed::Whole(text) => Part {
                part: framed.part.clone(),
                text: text.clone(),
                entries: vec![Entry {
                    range: 0..text.len(),
                    sentence: 0..text.len(),
                    at: None,
                    expression: None,
                    what: What::Program {
                        says: framed.says.clone(),
                        place: framed.place,
                    },
                }],
            },
        });
    }
    parts.retain(|part| !part.entries.is_empty());
    Explanation {
        notice: notice.to_owned(),
        parts,
        unprinted: Vec::new(),
        unprinted_data: Vec::new(),
    }
}

/// The figures that a path leads to, where the words could see them: `safety.average`, `measures.value`.
fn figures_at(path: &str, behind: &Behind<'_>) -> Vec<Traced> {
    let names: Vec<&str> = path.split('.').collect();
    let one = |figure: &Figure| traced(figure, behind);
    match behind.desk.scope.find(&names) {
        Ok(Seen::Figure(figure)) => vec![one(figure)],
        Ok(Seen::List(items)) => items
            .iter()
            .filter_map(|item| match item {
                Seen::Figure(figure) => Some(one(figure)),
                _ => None,
            })
            .collect(),
        _ => Vec::new(),
    }
}

fn of_passage(index: Option<usize>, passage: &Passage, behind: &Behind<'_>) -> Part {
    let mut entries: Vec<Entry> = Vec::new();
    let mut add = |range: Range<usize>, what: What| {
        let place = passage.place(range.clone());
        // A table prints a figure where it stands: the place it was given at says it all.
        let given = passage.part.is_tabular() && matches!(what, What::Figure(_));
        entries.push(Entry {
            sentence: sentence(&passage.text, &range),
            at: place.filter(|_| !given),
            expression: place.and_then(|place| expression_at(place, behind)),
            range,
            what,
        });
    };
    for span in &passage.spans {
        let range = span.range.clone();
        match &span.origin {
            Origin::Figure { figure, place } => {
                let mut traced = traced(figure, behind);
                if figure.subject.measure.is_none() && !traced.name.contains('.') {
                    // A count of a list has no name in the data: the expression, as far as the filter that counts, is
                    // its name.
                    let column = figure.subject.column.as_str();
                    let expression = expression_at(*place, behind);
                    let name = expression.map(|expression| up_to(&expression, column));
                    traced.name = name.unwrap_or(traced.name);
                }
                add(range, What::Figure(Box::new(traced)));
            }
            Origin::Written { place, basis } => {
                if let Some(Basis::Chosen { by, figures, .. }) = basis.as_deref() {
                    add(range, chosen_by(by, *place, figures, behind));
                }
            }
            Origin::Data { place, basis } => match basis.as_deref() {
                Some(Basis::Kept { name, place }) => {
                    let (name, place) = (name.clone(), *place);
                    add(range, What::Data { name, place });
                }
                Some(Basis::Chosen { by, figures, .. }) => {
                    add(range, chosen_by(by, *place, figures, behind));
                }
                None if has_digit(&passage.text[range.clone()]) => {
                    let name = String::new();
                    add(range, What::Data { name, place: *place });
                }
                None => {}
            },
            Origin::Program if has_digit(&passage.text[range.clone()]) => {
                let says = "set by the program".to_owned();
                add(range, What::Program { says, place: None });
            }
            Origin::Literal(_) | Origin::Program => {}
        }
    }
    for found in recognised(behind.desk, passage) {
        let recognised = taken_for(&found.how, behind);
        add(found.range, What::Typed { recognised });
    }
    for choice in &behind.choices {
        if let Some((range, what)) = chosen(choice, passage, behind) {
            add(range, what);
        }
    }
    for (range, name, place) in &passage.claims {
        let held = behind
            .held
            .iter()
            .find(|held| Some(held.passage) == index && held.range == *range && held.name == *name);
        let claimed = claim::claimed(name, held, behind);
        entries.push(Entry {
            sentence: sentence(&passage.text, range),
            at: Some(*place),
            expression: None,
            range: range.clone(),
            what: What::Claim(Box::new(claimed)),
        });
    }
    entries.sort_by_key(|entry| (entry.range.start, entry.range.end));
    Part {
        part: passage.part.to_string(),
        text: passage.text.clone(),
        entries,
    }
}

/// Words that the filter `by` chose.
fn chosen_by(by: &str, place: Place, figures: &[Arc<Figure>], behind: &Behind<'_>) -> What {
    What::Chosen {
        by: vec![(format!("the filter `{by}`"), Some(place))],
        figures: figures.iter().map(|figure| traced(figure, behind)).collect(),
    }
}

/// The words of a branch as they stand in a passage, with the figures its tests look at.
fn chosen(choice: &Choice, passage: &Passage, behind: &Behind<'_>) -> Option<(Range<usize>, What)> {
    let inside = |place: &Place| {
        place.file == choice.words.file && choice.words.start <= place.start && place.end <= choice.words.end
    };
    let spans = passage.spans.iter().filter(|span| {
        let printed = !passage.text[span.range.clone()].trim().is_empty();
        printed && passage.place(span.range.clone()).as_ref().is_some_and(inside)
    });
    let range = spans
        .map(|span| span.range.clone())
        .reduce(|one, other| one.start..other.end)?;
    let by = choice.reasons.iter().map(|reason| {
        let answer = if reason.answer { "" } else { "not " };
        (format!("{answer}`{}`", reason.test), Some(reason.place))
    });
    let mut figures: Vec<Traced> = Vec::new();
    for reason in &choice.reasons {
        for path in expression::names(&reason.test).paths {
            for figure in figures_at(&path.text(), behind) {
                if !figures.contains(&figure) {
                    figures.push(figure);
                }
            }
        }
    }
    let what = What::Chosen {
        by: by.collect(),
        figures,
    };
    Some((range, what))
}

/// The inside of the `{{ }}` at `place`, spaces evened; `None` where none stands there.
fn expression_at(place: Place, behind: &Behind<'_>) -> Option<String> {
    let text = behind.desk.sources.text(place).trim();
    let inside = text.strip_prefix("{{")?.strip_suffix("}}")?;
    let inside = inside.trim_matches('-').split_whitespace().collect::<Vec<_>>();
    Some(inside.join(" "))
}

/// The expression as far as the filter of that name: `areas | length` of `areas | length | at_start`.
fn up_to(expression: &str, filter: &str) -> String {
    let parts: Vec<&str> = expression.split('|').collect();
    let end = parts.iter().position(|part| part.trim() == filter);
    parts[..end.map_or(parts.len(), |at| at + 1)]
        .join("|")
        .trim()
        .to_owned()
}

/// What a typed number was taken for, in words.
fn taken_for(how: &How, behind: &Behind<'_>) -> Option<String> {
    Some(match how {
        How::Date => "a date, typed in the words".to_owned(),
        How::Address => "part of an address or a telephone number".to_owned(),
        How::Name => "part of a name".to_owned(),
        How::Ordinal => "an ordinal that counts no place".to_owned(),
        How::Phrase { rule, why } => format!("no result, by the rule `{rule}`: {why}"),
        How::Claim(name) => format!("words of the claim `{name}`"),
        How::Accepted(place) => format!("accepted, {}", behind.desk.sources.cite(*place)),
        How::Nothing => return None,
    })
}

fn has_digit(text: &str) -> bool {
    text.contains(|c: char| c.is_ascii_digit())
}

/// The sentence round a range, without the space before it.
fn sentence(text: &str, range: &Range<usize>) -> Range<usize> {
    let Range { start, end } = sentence_of(text, range);
    let space = text[start..end].len() - text[start..end].trim_start().len();
    (start + space).min(range.start)..end
}
