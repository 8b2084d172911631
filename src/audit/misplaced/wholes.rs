//! A share said of a whole that it was not counted in: "46% of complaints received" where the 46% are of those decided.

use std::ops::Range;

use super::clause::tokens_between;
use super::measure_of;
use super::placed::Placed;
use crate::quantity::{Exact, Unit};

/// Small words before a whole.
const SMALL: [&str; 4] = ["of", "all", "the", "these"];

/// What is wrong with a share, by the count that the words say it is of.
pub fn judge(placed: Placed<'_>) -> Option<String> {
    let Placed {
        subjects,
        reading,
        range,
        figure,
        desk,
        ..
    } = placed;
    let (_, base) = figure.of()?;
    let own = measure_of(figure)?;
    let own_label = desk.programme.measures.get(own)?.label.value.to_lowercase();
    let sentence = reading.sentence_range(range);
    let opens = |tokens: &mut dyn Iterator<Item = (usize, bool, bool)>| -> Option<usize> {
        let mut tokens = tokens.peekable();
        tokens.next_if(|(_, of, _)| *of)?;
        while tokens.next_if(|(_, _, small)| *small).is_some() {}
        tokens.next().map(|(start, ..)| start)
    };
    let read = |inside: Range<usize>| {
        let tokens = tokens_between(reading, &inside);
        let mut read = tokens
            .filter(|token| !matches!(token.text, "“" | "‘" | "\""))
            .map(|token| {
                (
                    token.range.start,
                    token.is("of"),
                    SMALL.iter().any(|word| token.is(word)),
                )
            });
        opens(&mut read)
    };
    let after = read(range.end..sentence.end).map(|start| start..sentence.end);
    let before = read(sentence.start..range.start).map(|start| start..range.start);
    let whole = after.into_iter().chain(before).find_map(|inside| {
        let text = reading.passage.text[inside].to_lowercase();
        let named = subjects.names_in(&text);
        let first = named.into_iter().find(|one| one.range.start == 0)?;
        let ends = text[first.range.end..].chars().next();
        let name = &text[first.range.clone()];
        // "Complaints" are whatever was counted; "complaints received" are not.
        let telling = name.contains(' ') && !own_label.contains(name) && first.subject.name != own;
        let alone = ends.is_none_or(|c| !c.is_alphanumeric());
        (telling && alone).then(|| first.subject.name.clone())
    })?;
    let figures = desk.scope.figures();
    let (_, counted) = figures.iter().find(|(path, other)| {
        path.ends_with(".value")
            && measure_of(other) == Some(whole.as_str())
            && other.subject.inspection == figure.subject.inspection
    })?;
    let quantity = counted.quantity()?;
    let is_count = matches!(quantity.unit, Unit::Number(_));
    (is_count && quantity.amount != Exact::from(base)).then(|| {
        format!(
            "`{}` was not counted among `{}`, which the words say it is of",
            figure.name, counted.name
        )
    })
}
