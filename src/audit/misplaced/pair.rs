//! Two figures set against each other after a claim that compares them: "three times as likely as others: 14.6 against
//! 4.7". The first is what the claim is about, the second what it compares with.

use std::ops::Range;
use std::sync::Arc;

use super::clause::tokens_between;
use super::placed::Placed;
use super::prints_otherwise;
use super::vocabulary::is_in;
use crate::audit::token::{Kind, Token};
use crate::claims::Given;
use crate::figures::Figure;

/// So many tokens may part the two figures: a unit, a comma, "compared with".
const APART: usize = 6;

/// What is wrong with the first figure of a pair that stands the other way round.
pub fn judge(placed: Placed<'_>) -> Option<String> {
    let Placed {
        reading,
        held,
        range,
        figure,
        desk,
        ..
    } = placed;
    let sentence = reading.sentence_range(range);
    let (next, second) = reading
        .passage
        .figures()
        .find(|(other, _)| other.start >= range.end && other.end <= sentence.end)?;
    if !are_set_against(placed, &next, sentence.end) {
        return None;
    }
    let claim = held
        .iter()
        .filter(|one| one.passage == reading.index)
        .filter(|one| sentence.start <= one.range.start && one.range.end <= range.start)
        .max_by_key(|one| one.range.end)?;
    let between = claim.range.end..range.start;
    let other = reading
        .passage
        .figures()
        .any(|(other, _)| between.start <= other.start && other.end <= between.end);
    if other {
        return None;
    }
    let verdict = claim.verdict.as_deref()?;
    let [case] = verdict.cases.as_slice() else {
        return None;
    };
    let [row] = case.rows.as_slice() else { return None };
    let partner = row.arguments.values().find_map(|given| match given {
        Given::Figure(partner) => Some(partner),
        _ => None,
    })?;
    let is = |one: &Figure, other: &Arc<Figure>| {
        one.name == other.name && one.subject.inspection == other.subject.inspection
    };
    let turned = is(figure, partner) && is(second, &row.figure) && prints_otherwise(figure, second, desk);
    turned.then(|| {
        format!(
            "`{}` and `{}` stand the other way round than in the claim `{}`",
            figure.name, second.name, claim.name
        )
    })
}

/// Whether nothing but "against", a unit and small words stand between two figures, and nothing that names the second
/// after it: "310 left, against 182 who joined" says for itself which is which.
fn are_set_against(placed: Placed<'_>, next: &Range<usize>, end: usize) -> bool {
    let reading = placed.reading;
    let between: Vec<&Token<'_>> = tokens_between(reading, &(placed.range.end..next.start)).collect();
    let unit = |token: &&&Token<'_>| token.kind != Kind::Word || is_in("set-against-beside", token);
    let against = between.iter().any(|token| is_in("set-against", token));
    let after = tokens_between(reading, &(next.end..end)).next();
    let bare = after.is_none_or(|token| token.kind == Kind::Mark || is_in("set-against-ends", token));
    against
        && bare
        && between.len() <= APART
        && between
            .iter()
            .filter(|token| !is_in("set-against", token))
            .all(|token| unit(&token))
}
