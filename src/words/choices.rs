//! Words that stand in a notice because of a test: which `{% if %}` or `{% else %}` they are under, and where.

use super::Fields;
use super::field::Field;
use crate::finding::Place;

/// A branch of `{% if %}`, with the tests that lead to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// The words of the branch, in the file.
    pub words: Place,
    /// The tests that were answered on the way to it: all `false` but, outside `{% else %}`, the last.
    pub reasons: Vec<Reason>,
}

/// A test, and how it must be answered for the words to print.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// The test as written: `control.value is above(than=control.average)`.
    pub test: String,
    /// The tag it stands in.
    pub place: Place,
    /// How it is answered.
    pub answer: bool,
}

/// Every branch of every field.
pub fn choices(fields: &Fields) -> Vec<Choice> {
    fields.all().flat_map(of_field).collect()
}

fn of_field(field: &Field) -> Vec<Choice> {
    let mut all = Vec::new();
    // For each `if` that is open: where its branch began, and the tests so far.
    let mut open: Vec<(usize, Vec<Reason>)> = Vec::new();
    for tag in field.template.tags.iter().filter(|tag| !tag.prints) {
        let inside = field.template.text[tag.inside.clone()].trim();
        let (word, test) = inside.split_once(char::is_whitespace).unwrap_or((inside, ""));
        let reason = || Reason {
            test: test.trim().to_owned(),
            place: field.at(tag.range.clone()),
            answer: true,
        };
        if word == "if" {
            open.push((tag.range.end, vec![reason()]));
            continue;
        }
        if !matches!(word, "elif" | "else" | "endif") {
            continue;
        }
        let Some((start, mut reasons)) = open.pop() else {
            continue;
        };
        if start < tag.range.start {
            all.push(Choice {
                words: field.at(start..tag.range.start),
                reasons: reasons.clone(),
            });
        }
        if word != "endif" {
            for reason in &mut reasons {
                reason.answer = false;
            }
            reasons.extend((word == "elif").then(reason));
            open.push((tag.range.end, reasons));
        }
    }
    all
}
