//! A count of another base: "90 of 72", "71 of 41" where 71 were counted among 79.

use std::ops::Range;
use std::sync::Arc;

use super::clause::tokens_between;
use crate::audit::reading::Reading;
use crate::claims::Desk;
use crate::figures::Figure;
use crate::quantity::Exact;

/// What is wrong with a figure that follows another with "of" or "out of" between them.
pub fn judge(
    reading: &Reading<'_>,
    range: &Range<usize>,
    figure: &Figure,
    desk: &Desk<'_>,
) -> Option<String> {
    let before = reading
        .passage
        .figures()
        .filter(|(other, _)| other.end <= range.start);
    let (at, count) = before.last()?;
    let gap = at.end..range.start;
    let mut between = tokens_between(reading, &gap);
    let is_of = between.all(|token| ["out", "of", "the", "all"].iter().any(|word| token.is(word)))
        && tokens_between(reading, &gap).any(|token| token.is("of"));
    if !is_of {
        return None;
    }
    let amount = &figure.quantity()?.amount;
    if count.subject.column == "base" && figure.subject.column == "count" {
        return (count.quantity()?.amount > *amount).then(|| {
            format!(
                "`{}` stands where the base belongs, and `{}` where the count does",
                figure.name, count.name
            )
        });
    }
    if figure.subject.column != "base" {
        return None;
    }
    let own = base_of(count, desk)?;
    (own != *amount).then(|| format!("`{}` is not the base of `{}`", figure.name, count.name))
}

/// The base that a figure was counted in.
fn base_of(count: &Arc<Figure>, desk: &Desk<'_>) -> Option<Exact> {
    if let Some((_, base)) = count.of() {
        return Some(Exact::from(base));
    }
    let parent = count.name.strip_suffix(".count")?;
    let figures = desk.scope.figures();
    let whole = figures.iter().find(|(_, other)| {
        other.name == parent && other.subject.inspection == count.subject.inspection && other.of().is_some()
    });
    whole
        .and_then(|(_, whole)| whole.of())
        .map(|(_, base)| Exact::from(base))
}
