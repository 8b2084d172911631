//! A count of another base: "90 of 72", "71 of 41" where 71 were counted among 79.

use std::ops::Range;

use super::clause::tokens_between;
use super::placed::Placed;
use super::{is_count, of_one_unit};
use crate::audit::reading::Reading;
use crate::audit::token::{Kind, Token};
use crate::claims::Desk;
use crate::figures::Figure;
use crate::quantity::Exact;

/// What is wrong with a figure that follows another with "of" or "out of" between them.
pub fn judge(placed: Placed<'_>) -> Option<String> {
    let Placed {
        reading,
        range,
        figure,
        desk,
        ..
    } = placed;
    let before = reading
        .passage
        .figures()
        .filter(|(other, _)| other.end <= range.start);
    let (at, count) = before.last()?;
    let gap = at.end..range.start;
    let mut between = tokens_between(reading, &gap);
    if let Some(says) = of_another_whole(reading, &gap, figure, count, desk) {
        return Some(says);
    }
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
    if counts_the_same(count, figure) && count.quantity()?.amount > *amount {
        return Some(format!(
            "`{}` is more than `{}`, which the words say it is of",
            count.name, figure.name
        ));
    }
    if figure.subject.column != "base" && !(count.subject.column == "count" && is_count(figure)) {
        return None;
    }
    let own = base_of(count, desk)?;
    (own != *amount).then(|| format!("`{}` is not the base of `{}`", figure.name, count.name))
}

/// "Of 12,900 cases, 7,000 were solved", where 7,000 were counted among 7,700.
fn of_another_whole(
    reading: &Reading<'_>,
    gap: &Range<usize>,
    figure: &Figure,
    whole: &Figure,
    desk: &Desk<'_>,
) -> Option<String> {
    let sentence = reading.sentence_range(gap);
    let opens = |token: &Token<'_>| {
        ["of", "the", "all", "these", "those"]
            .iter()
            .any(|word| token.is(word))
    };
    let before = whole_range(reading, gap)?;
    let lead: Vec<&Token<'_>> = tokens_between(reading, &(sentence.start..before.start)).collect();
    let is_led_in = lead.first().is_some_and(|first| first.is("of")) && lead.iter().all(|token| opens(token));
    let comma = tokens_between(reading, gap)
        .filter(|token| token.text == ",")
        .count()
        == 1;
    let short = tokens_between(reading, gap).count() <= MOST_BETWEEN;
    if !(is_led_in && comma && short) {
        return None;
    }
    // "Of 402 people convicted, 549 were born abroad".
    let same = figure.subject.inspection == whole.subject.inspection
        && figure.name.strip_suffix(".base").is_some()
        && figure.name.strip_suffix(".base") == whole.name.strip_suffix(".count");
    let swapped = same && whole.quantity()?.amount < figure.quantity()?.amount;
    if swapped {
        return Some(format!(
            "`{}` stands where the base belongs, and `{}` where the count does",
            whole.name, figure.name
        ));
    }
    if counts_the_same(figure, whole) && figure.quantity()?.amount > whole.quantity()?.amount {
        return Some(format!(
            "`{}` is more than `{}`, which the words say it is of",
            figure.name, whole.name
        ));
    }
    let is_part = figure.subject.column == "count" || figure.of().is_some();
    if !is_part || figure.subject.column == "base" || !is_count(whole) {
        return None;
    }
    let base = base_of(figure, desk)?;
    (base != whole.quantity()?.amount)
        .then(|| format!("`{}` is not the base of `{}`", whole.name, figure.name))
}

/// Whether two counts may be a part and its whole: of one noun, or the count of a share.
fn counts_the_same(part: &Figure, whole: &Figure) -> bool {
    is_count(part) && is_count(whole) && (of_one_unit(part, whole) || part.subject.column == "count")
}

/// The figure that ends where a gap begins.
fn whole_range(reading: &Reading<'_>, gap: &Range<usize>) -> Option<Range<usize>> {
    let mut figures = reading.passage.figures().map(|(range, _)| range);
    figures.find(|range| range.end == gap.start)
}

/// So many words may stand between a whole and its part: "of 12,900 cases heard in the courts of the county, 7,000".
const MOST_BETWEEN: usize = 12;

/// Whether a figure is the whole that others are parts of: "10 of the 17 reports", "17 reports, 10 of them good",
/// "17 reports: 10 on prisons". Then what its sentence names is said of the parts.
pub fn is_whole(reading: &Reading<'_>, range: &Range<usize>) -> bool {
    let sentence = reading.sentence_range(range);
    let before: Vec<&Token<'_>> = tokens_between(reading, &(sentence.start..range.start)).collect();
    let mut lead = before
        .iter()
        .rev()
        .skip_while(|token| ["the", "all", "these", "those"].iter().any(|word| token.is(word)));
    let is_of = lead.next().is_some_and(|token| token.is("of"));
    let of_what = lead.next();
    let counted = |token: &Token<'_>| {
        let mut figures = reading.passage.figures();
        figures.any(|(other, _)| other.start <= token.range.start && token.range.end <= other.end)
    };
    if is_of && of_what.is_none_or(|token| counted(token) || token.kind == Kind::Mark && token.text != "%") {
        return true;
    }
    let after: Vec<&Token<'_>> = tokens_between(reading, &(range.end..sentence.end)).collect();
    let colon = after.iter().position(|token| token.text == ":");
    let listed = colon.is_some_and(|at| at <= 3 && after.get(at + 1).is_some_and(|token| counted(token)));
    listed
        || after.windows(2).any(|pair| {
            pair[0].is("of")
                && ["them", "these", "those", "which", "whom"]
                    .iter()
                    .any(|word| pair[1].is(word))
        })
}

/// The base that a figure was counted in.
fn base_of(count: &Figure, desk: &Desk<'_>) -> Option<Exact> {
    if let Some((_, base)) = count.of() {
        return Some(Exact::from(base));
    }
    let parent = count.name.strip_suffix(".count")?;
    // `clean.count` is short for `clean.value.count`.
    let value = format!("{parent}.value");
    let figures = desk.scope.figures();
    let whole = figures.iter().find(|(_, other)| {
        (other.name == parent || other.name == value)
            && other.subject.inspection == count.subject.inspection
            && other.of().is_some()
    });
    whole
        .and_then(|(_, whole)| whole.of())
        .map(|(_, base)| Exact::from(base))
}
