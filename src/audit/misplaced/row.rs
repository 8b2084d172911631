//! Figures in a row after names in a row: "safety and planning were 46% and 62%".

use std::ops::Range;
use std::sync::Arc;

use super::clause::{IN_A_ROW, tokens_between};
use super::placed::Placed;
use super::subjects::{Named, Subject};
use super::{measure_of, prints_otherwise};
use crate::figures::Figure;

/// What is wrong with a figure of a row whose names stand in a row before it, as many as there are figures.
pub fn judge(placed: Placed<'_>) -> Option<String> {
    let Placed {
        subjects,
        reading,
        range,
        figure,
        desk,
        ..
    } = placed;
    let sentence = reading.sentence_range(range);
    let figures: Vec<(Range<usize>, &Arc<Figure>)> = reading
        .passage
        .figures()
        .filter(|(other, _)| sentence.start <= other.start && other.end <= sentence.end)
        .collect();
    let at = figures.iter().position(|(other, _)| other == range)?;
    let joined = |one: usize, next: usize| {
        let between = figures[one].0.end..figures[next].0.start;
        let apart = tokens_between(reading, &between).count();
        let named = subjects.names_in(&reading.passage.text[between].to_lowercase());
        apart <= IN_A_ROW
            && named.is_empty()
            && figures[one].1.subject.column == figures[next].1.subject.column
    };
    let mut first = at;
    while first > 0 && joined(first - 1, first) {
        first -= 1;
    }
    let mut last = at;
    while last + 1 < figures.len() && joined(last, last + 1) {
        last += 1;
    }
    if first == last {
        return None;
    }
    let start = first
        .checked_sub(1)
        .map_or(sentence.start, |before| figures[before].0.end);
    let before = reading.passage.text[start..figures[first].0.start].to_lowercase();
    let named = subjects.names_in(&before);
    let row = &figures[first..=last];
    let of_measures = aligned(&subjects.measures, &named, row.len());
    let of_areas = aligned(&subjects.areas, &named, row.len());
    let place = at - first;
    let stands_for = |spoken: &Subject, fits: &dyn Fn(&Figure) -> bool| {
        let right = row.iter().find(|(_, other)| fits(other));
        let swapped = !fits(figure) && right.is_none_or(|(_, other)| prints_otherwise(figure, other, desk));
        swapped.then(|| spoken.name.clone())
    };
    let measure = of_measures.get(place).and_then(|spoken| {
        let other = stands_for(spoken, &|other| measure_of(other) == Some(&spoken.name))?;
        Some(format!(
            "`{}` stands in the place of `{other}`: the words name them in another order than the figures",
            figure.name
        ))
    });
    measure.or_else(|| {
        let spoken = of_areas.get(place)?;
        stands_for(spoken, &|other| {
            other.subject.area.as_deref() == Some(&spoken.name)
        })?;
        // An area is a word of the notice: it is told with the sentence.
        Some(format!(
            "`{}` stands in another area's place: the words name the areas in another order than the figures",
            figure.name
        ))
    })
}

/// The subjects of `kind` named, in order, where they are as many as the figures and each another one.
fn aligned<'s>(kind: &'s [Subject], named: &[Named<'s>], figures: usize) -> Vec<&'s Subject> {
    let of_kind = |one: &&Named<'s>| kind.iter().any(|subject| std::ptr::eq(subject, one.subject));
    let found: Vec<&Subject> = named.iter().filter(of_kind).map(|one| one.subject).collect();
    let once = (1..found.len()).all(|at| !found[..at].iter().any(|other| std::ptr::eq(*other, found[at])));
    if once && found.len() == figures {
        found
    } else {
        Vec::new()
    }
}
