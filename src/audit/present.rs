//! Changes told in the present tense: "Satisfaction falls to …", "Pollution halves in …". Their words are nouns and plain
//! verbs as well, and say something of a result only where one stands before them or a figure comes after.

use super::reading::Reading;
use super::token::{Kind, Token};
use crate::claims::Desk;
use crate::language::Lists;
use crate::lexicon::Hit;
use crate::quantity::Unit;

static ENGLISH: Lists = Lists::of(include_str!("present-en.txt"));

/// Whether a phrase that may be a change in the present tense is one where it stands.
pub fn tells(hit: &Hit, reading: &Reading<'_>, desk: &Desk<'_>) -> bool {
    if !hit.entry.present {
        return false;
    }
    let text = &reading.passage.text;
    let next = reading
        .tokens
        .partition_point(|token| token.range.start < hit.range.end);
    to_figure(reading, next)
        || (has_no_object(&reading.tokens, next) && of_result(text, hit.range.start, desk))
}

/// Whether "to", "by" or "from" and a figure follow.
fn to_figure(reading: &Reading<'_>, next: usize) -> bool {
    let leads = reading
        .tokens
        .get(next)
        .is_some_and(|token| token.is_in(ENGLISH.list("to")));
    let figure = reading.tokens.get(next + 1);
    leads
        && figure.is_some_and(|figure| {
            let mut figures = reading.passage.figures();
            figures.any(|(range, _)| range.start <= figure.range.start && figure.range.start < range.end)
        })
}

/// Whether what follows is the end of a clause, or words that are no object.
fn has_no_object(tokens: &[Token<'_>], next: usize) -> bool {
    tokens
        .get(next)
        .is_none_or(|token| token.kind == Kind::Mark || token.is_in(ENGLISH.list("after")))
}

/// Whether the words before are a measure's name, or what it counts: also as "complaint numbers".
fn of_result(text: &str, start: usize, desk: &Desk<'_>) -> bool {
    let whole = text[..start].trim_end().to_lowercase();
    let (rest, last) = whole.rsplit_once(' ').unwrap_or(("", &whole));
    let by_numbers = ENGLISH.list("numbers").has(last);
    let before = if by_numbers {
        rest.trim_end()
    } else {
        whole.as_str()
    };
    let ends = |name: &str| {
        let name = name.to_lowercase();
        before
            .strip_suffix(&name)
            .is_some_and(|rest| !name.is_empty() && !rest.ends_with(char::is_alphanumeric))
    };
    desk.scope.figures().iter().any(|(_, figure)| {
        let measure = figure.subject.measure.as_ref();
        let named = measure.is_some_and(|measure| {
            let mut names = measure.names();
            names.any(|name| ends(name))
        });
        let counted = figure.quantity().is_some_and(|quantity| match &quantity.unit {
            Unit::Number(Some(noun)) if by_numbers => ends(&noun.many) || ends(&noun.one),
            Unit::Number(Some(noun)) => !ENGLISH.list("people").has(&noun.many) && ends(&noun.many),
            _ => false,
        });
        named || counted
    })
}
