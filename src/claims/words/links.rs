//! Where a comparison parts its two sides, and names joined to one list.

use super::english::english;
use super::mentions::{GAPS, Mention, words_of};
use crate::lexicon::tokens::{Token, tokens};
use crate::lexicon::{Hit, Sense};

/// A comparison in the sentence: where its subject's side ends, and where its partner's begins, if it has one.
pub(super) struct Link {
    pub subject: usize,
    pub partner: Option<usize>,
    /// Whether the sides are exchanged: "was outperformed by".
    pub passive: bool,
}

/// Where the two sides of a comparison part.
pub(super) fn link(text: &str, hit: &Hit, offset: usize) -> Link {
    let (start, end) = (offset + hit.range.start, offset + hit.range.end);
    let inside = tokens(&text[start..end]);
    let is_than = |token: &&Token| matches!(token.text.as_str(), "than" | "as");
    let is_place = |token: &&Token| english().at_a_place.has(&token.text);
    // "As many" waits for its second "as"; "better than in" has its "than" before the place.
    if let Some(than) = inside.iter().rev().find(|token| !is_place(token)).filter(is_than) {
        return Link {
            subject: start + than.range.start,
            partner: Some(start + than.range.end),
            passive: false,
        };
    }
    let rest = &text[end..];
    let clause = GAPS
        .iter()
        .filter(|gap| **gap != " than ")
        .filter_map(|gap| rest.find(gap))
        .min()
        .map_or(rest, |end| &rest[..end]);
    let after = tokens(clause);
    // "Above repairs rather than level with them", "above repairs as well": what is compared with follows at once.
    let is_bare = |token: &Token| {
        let word = token.text.as_str();
        word.ends_with("er") && !matches!(word, "over" | "under") || matches!(word, "more" | "less" | "worse")
    };
    // "Better kept in Ashby than in Brook": the place is inside the phrase.
    let in_place = inside
        .last()
        .is_some_and(|last| english().at_a_place.has(&last.text));
    let bare = match in_place {
        true => inside.iter().any(is_bare),
        false => inside.last().is_some_and(is_bare),
    };
    let awaited = |token: &&Token| match token.text.as_str() {
        "than" => bare,
        "as" => is_multiple(hit.sense),
        _ => false,
    };
    if let Some(than) = after.iter().find(awaited) {
        return Link {
            subject: end + than.range.start,
            partner: Some(end + than.range.end),
            passive: false,
        };
    }
    let by = after.first().filter(|first| first.text == "by");
    match by {
        Some(by) => Link {
            subject: start,
            partner: Some(end + by.range.end),
            passive: true,
        },
        // "Higher in Ashby": with nothing compared in words, the place is what it is said of.
        None if bare => {
            let leads = |first: &Token| english().at_a_place.has(&first.text);
            let place = in_place || after.first().is_some_and(leads);
            Link {
                subject: if place { end + clause.len() } else { start },
                partner: None,
                passive: false,
            }
        }
        None => Link {
            subject: start,
            partner: (!inside.iter().any(|token| token.text == "as")).then_some(end),
            passive: false,
        },
    }
}

/// Whether a phrase compares two things.
pub(super) fn compares(sense: Sense) -> bool {
    sense.is_side() || matches!(sense, Sense::AtLeast | Sense::AtMost) || is_multiple(sense)
}

/// Whether a phrase says how many times another: "twice as many calls as alarms".
fn is_multiple(sense: Sense) -> bool {
    matches!(
        sense,
        Sense::Doubled
            | Sense::Halved
            | Sense::Trebled
            | Sense::MoreThanDoubled
            | Sense::Times(_)
            | Sense::NearlyTimes(_)
            | Sense::OverTimes(_)
            | Sense::AboutTimes(_)
    )
}

/// Whether a phrase says a place in a set.
pub(super) fn is_place(sense: Sense) -> bool {
    matches!(
        sense,
        Sense::FromTop(_) | Sense::FromBottom(_) | Sense::Best | Sense::Worst
    )
}

/// How two names are joined to one list by what stands between them, and whether that ends the list; `None` where
/// they are not.
fn joins(between: &str) -> Option<bool> {
    let comma = between.trim_start().starts_with(',');
    let word = between.trim().trim_start_matches(',').trim();
    let words: Vec<&str> = word.split(' ').collect();
    match word {
        _ if comma && (word.is_empty() || english().commas_join.has(word)) => Some(false),
        _ if english().joins.contains(&words) => Some(true),
        _ => None,
    }
}

/// The names as lists: "A, B and C" is one.
fn lists(text: &str, named: Vec<Mention>) -> Vec<Vec<Mention>> {
    let mut all: Vec<Vec<Mention>> = Vec::new();
    let mut closed = false;
    for mention in named {
        let last = all.last_mut().filter(|_| !closed);
        let join = last
            .as_ref()
            .and_then(|list| list.last())
            .and_then(|before| joins(&text[before.end..mention.start]));
        match (last, join) {
            (Some(list), Some(ends)) => {
                list.push(mention);
                closed = ends;
            }
            _ => {
                all.push(vec![mention]);
                closed = false;
            }
        }
    }
    all
}

/// The first of the names, with those joined to it.
pub(super) fn first_list(text: &str, named: Vec<Mention>) -> Vec<Mention> {
    lists(text, named).into_iter().next().unwrap_or_default()
}

/// The names of a list that a place is taken in, and that the name at `start` is one of: "of A and B the highest was".
pub(super) fn set_round(text: &str, named: Vec<Mention>, start: usize) -> Vec<String> {
    let list = lists(text, named)
        .into_iter()
        .find(|list| list.len() > 1 && list.iter().any(|mention| mention.start == start));
    let Some(list) = list else { return Vec::new() };
    let lead = words_of(&text[..list[0].start]);
    let is_set = lead.iter().rev().take(4).any(|word| english().of_a_set.has(word));
    if is_set {
        list.into_iter().map(|mention| mention.of).collect()
    } else {
        Vec::new()
    }
}
