//! A figure right beside a claim belongs to it: "[above][claim] the average of 74%" is followed by what the claim
//! compares with, "78%, [above][claim] …" preceded by what it is about.

use std::ops::Range;
use std::sync::Arc;

use super::clause::tokens_between;
use super::placed::Placed;
use super::vocabulary::{is_in, list};
use super::{measure_of, of_one_unit, prints_otherwise};
use crate::audit::reading::Reading;
use crate::audit::token::{Kind, Token};
use crate::claims::distance::is_distance;
use crate::claims::{CaseRow, Desk, Given, Held};
use crate::figures::Figure;

/// What the words between a claim and a figure make of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Link {
    /// "above the average of 74%", "higher than 74%", "up from 70%": what the claim compares with.
    Partner,
    /// "rose from 70% to 78%": what the claim is about.
    Subject,
    /// "78%, above the average": what the claim is about, or compares with.
    Either,
    /// "rose by 8 points": how far it moved.
    By,
}

/// The arguments that hold one figure to compare with.
const COMPARED: [&str; 4] = ["than", "with", "to", "from"];

/// What is wrong with a figure, by the claims right beside it.
pub fn judge(placed: Placed<'_>) -> Option<String> {
    let Placed {
        reading,
        held,
        range,
        figure,
        desk,
        ..
    } = placed;
    measure_of(figure)?;
    let sentence = reading.sentence_range(range);
    let here = |one: &&Held| {
        one.passage == reading.index && sentence.start <= one.range.start && one.range.end <= sentence.end
    };
    let claims = || held.iter().filter(here);
    let before = claims().filter(|one| one.range.end <= range.start);
    let after = claims().filter(|one| range.end <= one.range.start);
    let before = before.max_by_key(|one| one.range.end).and_then(|claim| {
        let link = link_after(reading, claim, range)?;
        misfit(reading, claim, link, range, figure, desk)
    });
    before.or_else(|| {
        let claim = after.min_by_key(|one| one.range.start)?;
        let link = link_before(reading, claim, range)?;
        misfit(reading, claim, link, range, figure, desk)
    })
}

/// How a figure after a claim belongs to it.
fn link_after(reading: &Reading<'_>, claim: &Held, range: &Range<usize>) -> Option<Link> {
    let between: Vec<&Token<'_>> = tokens_between(reading, &(claim.range.end..range.start)).collect();
    let figures = reading
        .passage
        .figures()
        .filter(|(other, _)| claim.range.end <= other.start && other.end <= range.start);
    let last = between.last();
    let is = |word: &str| last.is_some_and(|token| token.is(word));
    // "doubled, from 30 to 60": the comma is no more than a breath.
    let breath = usize::from(between.len() > 1 && between[0].text == ",");
    let after_breath = &between[breath..];
    let marks = between
        .iter()
        .filter(|token| token.kind == Kind::Mark && token.text != "%");
    let marks = marks.count();
    let first = |word: &str| after_breath.first().is_some_and(|token| token.is(word));
    match figures.count() {
        0 => {}
        // "rose from 70% to 78%"
        1 if is("to") && marks == breath && first("from") && between.len() <= 5 + breath => {
            return Some(Link::Subject);
        }
        // "rose by 8 points to 78%"
        1 if is("to") && marks == 0 && first("by") && between.len() <= 6 => return Some(Link::Subject),
        // "rose to 78%, from 70%"
        1 if is("from") && marks <= 1 && first("to") && between.len() <= 6 => return Some(Link::Partner),
        // "above the average, at 78% against 74%"
        1 if ["against", "with", "to"].iter().any(|word| is(word))
            && between.len() <= 7
            && between.iter().take(2).any(|token| token.is("at")) =>
        {
            return Some(Link::Partner);
        }
        _ => return None,
    }
    let before_last = between.len().checked_sub(2).and_then(|at| between.get(at));
    let only_comma = marks == 1 && before_last.is_some_and(|token| token.text == ",");
    if between.is_empty() {
        return Some(link_of_last_word(reading, claim));
    }
    if between.len() > 10 {
        return None;
    }
    match () {
        () if between.len() == 1 && is(",") => Some(Link::Either),
        // "unchanged at 59"
        () if between.len() == 1 && is("at") && moves(claim) => Some(Link::Subject),
        () if between.len() <= 2 && is("at") => Some(Link::Either),
        // "above the 74% of the regions"
        () if between.len() == 1 && is("the") => Some(Link::Partner),
        // "an increase of 5%"
        () if between.len() == 1 && is("of") && ends_in_a_movement(reading, claim) => Some(Link::By),
        () if is("of") && marks == 0 => {
            let words = reading.passage.text[claim.range.clone()].to_lowercase();
            let noun = |text: &str| {
                text.split(|c: char| !c.is_alphabetic())
                    .any(|word| list("partners").has(word))
            };
            let said = &reading.passage.text[claim.range.end..range.start].to_lowercase();
            // "above the average, with a score of 78%" says its own.
            let own = between.iter().any(|token| token.is("with"));
            ((noun(&words) || noun(said)) && !own).then_some(Link::Partner)
        }
        () if (is("from") || is("than")) && (marks == 0 || only_comma) => Some(Link::Partner),
        () if is("to") && marks == 0 => Some(Link::Subject),
        () if is("by") && marks == breath => Some(Link::By),
        // "lower than last year’s 74%", "up from the previous 58%"
        () if marks == 0 && compares_with(reading, claim, &between) => Some(Link::Partner),
        () => None,
    }
}

/// How a figure belongs to a claim that it follows at once, by the claim's last word: "[a fall of][claim] 26".
fn link_of_last_word(reading: &Reading<'_>, claim: &Held) -> Link {
    let words = &reading.passage.text[claim.range.clone()];
    match words.split_whitespace().last() {
        Some("to") if moves(claim) => Link::Subject,
        Some("from" | "on" | "since" | "as" | "than") => Link::Partner,
        _ if moves(claim) || is_of_a_change(claim) => Link::By,
        _ => Link::Partner,
    }
}

/// Whether a claim says that something moved from one value to another.
fn moves(claim: &Held) -> bool {
    rows(claim).any(|row| row.arguments.contains_key("from"))
}

/// Whether a claim is about what is a change itself: "prices [rose][claim] 3%" of the growth of prices.
fn is_of_a_change(claim: &Held) -> bool {
    rows(claim).all(|row| row.arguments.is_empty() && is_change(&row.figure))
}

fn rows(claim: &Held) -> impl Iterator<Item = &CaseRow> {
    let cases = claim.verdict.iter().flat_map(|verdict| &verdict.cases);
    cases.flat_map(|case| &case.rows)
}

fn is_change(figure: &Figure) -> bool {
    figure
        .subject
        .measure
        .as_ref()
        .is_some_and(|measure| measure.is_change())
}

/// Whether a claim's words end in a noun of movement: "[an increase][claim] of 5%".
fn ends_in_a_movement(reading: &Reading<'_>, claim: &Held) -> bool {
    let words = reading.passage.text[claim.range.clone()].to_lowercase();
    let last = words.split_whitespace().last();
    last.is_some_and(|last| list("movements").has(last)) && (moves(claim) || is_of_a_change(claim))
}

/// Whether the words between a claim and a figure, or the claim's last one, lead in what it compares with, which light
/// words may describe.
fn compares_with(reading: &Reading<'_>, claim: &Held, between: &[&Token<'_>]) -> bool {
    let leads = |word: &str| list("compares-with").has(word);
    let words = reading.passage.text[claim.range.clone()].to_lowercase();
    let own = words.split_whitespace().last().is_some_and(leads);
    let rest = match between.split_first() {
        Some((first, rest)) if leads(&first.text.to_lowercase()) => rest,
        _ if own => between,
        _ => return false,
    };
    rest.iter().all(|token| is_in("describes-a-partner", token))
}

/// Whether a figure is the very one that a claim right before it moves to, from or compares with: no word need say
/// which of its measure's values it is.
pub fn belongs(placed: Placed<'_>) -> bool {
    let Placed {
        reading,
        held,
        range,
        figure,
        ..
    } = placed;
    let before = held
        .iter()
        .filter(|one| one.passage == reading.index && one.range.end <= range.start);
    let Some(claim) = before.max_by_key(|one| one.range.end) else {
        return false;
    };
    let same =
        |other: &Figure| other.name == figure.name && other.subject.inspection == figure.subject.inspection;
    match link_after(reading, claim, range) {
        Some(Link::Subject) => rows(claim).any(|row| same(&row.figure)),
        Some(Link::Partner) => rows(claim).any(|row| {
            row.arguments
                .values()
                .any(|given| matches!(given, Given::Figure(other) if same(other)))
        }),
        _ => false,
    }
}

/// How a figure before a claim belongs to it.
fn link_before(reading: &Reading<'_>, claim: &Held, range: &Range<usize>) -> Option<Link> {
    let gap = range.end..claim.range.start;
    let linked = tokens_between(reading, &gap)
        .all(|token| matches!(token.text, "," | "–" | "—" | "(") || is_in("apposed", token));
    // "6.2%, down from 6.9%": what moved stands before, what it moved from after.
    let words = &reading.passage.text[claim.range.clone()];
    let from = words.ends_with(" from") && !says_another_column(reading, range);
    linked.then_some(if from { Link::Subject } else { Link::Either })
}

/// Why a figure is not the one that stands there.
fn misfit(
    reading: &Reading<'_>,
    claim: &Held,
    link: Link,
    range: &Range<usize>,
    figure: &Figure,
    desk: &Desk<'_>,
) -> Option<String> {
    let verdict = claim.verdict.as_deref()?;
    let [case] = verdict.cases.as_slice() else {
        return None;
    };
    let [row] = case.rows.as_slice() else { return None };
    let partner = COMPARED.iter().find_map(|name| match row.arguments.get(*name) {
        Some(Given::Figure(partner)) => Some(partner),
        _ => None,
    });
    let own: Vec<&Arc<Figure>> = match link {
        Link::Partner => partner.into_iter().collect(),
        Link::Subject if row.arguments.contains_key("from") || row.arguments.contains_key("than") => {
            vec![&row.figure]
        }
        Link::Subject => return None,
        Link::Either | Link::By => std::iter::once(&row.figure).chain(partner).collect(),
    };
    let right = own.first()?;
    // "51 of 76, up from 58%": the counts of the claim's own share.
    let is_part = matches!(figure.subject.column.as_str(), "count" | "base");
    if is_part && !of_one_unit(figure, right) && measure_of(figure) == measure_of(right) {
        return None;
    }
    let says = || {
        Some(format!(
            "`{}` stands where the claim `{}` beside it speaks of `{}`",
            figure.name, claim.name, right.name
        ))
    };
    if link == Link::By {
        return says().filter(|_| !moves_by(figure, &row.figure, partner));
    }
    // "[Most homes][claim], 41 of them": beside a claim, and of another kind.
    let of_its_kind = |other: &&Arc<Figure>| link != Link::Either || of_one_unit(figure, other);
    if !own
        .iter()
        .all(|other| of_its_kind(other) && prints_otherwise(figure, other, desk))
    {
        return None;
    }
    let same_row = own.iter().any(|other| {
        measure_of(other) == measure_of(figure) && other.subject.inspection == figure.subject.inspection
    });
    let fits = link == Link::Either && same_row && (!is_value(figure) || says_another_column(reading, range));
    says().filter(|_| !fits)
}

/// Whether a figure may say how far the claim's own moved: their distance, or the measure of a change.
fn moves_by(figure: &Figure, own: &Figure, partner: Option<&Arc<Figure>>) -> bool {
    let same_row =
        measure_of(own) == measure_of(figure) && own.subject.inspection == figure.subject.inspection;
    match partner {
        // "Sales rose by 3%", the growth of sales; but not another growth where the claim is of one.
        _ if is_change(figure) => !is_change(own) || same_row,
        Some(from) => same_row && is_distance(figure, own, from).unwrap_or(true),
        None => same_row,
    }
}

/// Whether a figure says one value of its measure, and is not derived from values.
fn is_value(figure: &Figure) -> bool {
    let column = figure.subject.column.replace('_', "-");
    crate::figures::MEASURE_COLUMNS.contains(&column.as_str()) || column.starts_with("history")
}

/// Whether the words before a figure say that it is another value than the claim's: "up from 70%, above the average".
fn says_another_column(reading: &Reading<'_>, range: &Range<usize>) -> bool {
    let sentence = reading.sentence_range(range);
    let before: Vec<&Token<'_>> = tokens_between(reading, &(sentence.start..range.start)).collect();
    let near = before.iter().rev().take(6);
    near.into_iter()
        .any(|token| is_in("another-value", token) || is_in("partners", token))
}
