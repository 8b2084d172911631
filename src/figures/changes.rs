//! Words for change: which make a measure a change, and which speak of one. The words are data, in `changes-en.txt`.

use crate::language::{List, Lists};

static ENGLISH: Lists = Lists::of(include_str!("changes-en.txt"));

fn words(text: &str) -> impl Iterator<Item = String> {
    let lower = text.to_lowercase();
    let words: Vec<String> = lower
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect();
    words.into_iter()
}

fn has(text: &str, list: &List) -> bool {
    words(text).any(|word| list.has(&word))
}

/// Whether a name or label makes its measure a difference, which may be negative or above 100%: "pay gap", "net
/// migration", but neither "‘Help’ and ‘Change’ work" nor "fall prevention".
pub fn says_difference(label: &str) -> bool {
    let leads = ENGLISH.list("leads");
    words(label).next().is_some_and(|first| leads.has(&first)) || is_about(label, ENGLISH.list("differences"))
}

/// Whether a name or label is about a movement: "growth in sales", but neither "fall prevention" nor "pay gap".
pub fn says_movement(label: &str) -> bool {
    is_about(label, ENGLISH.list("movements"))
}

/// Whether one of these words is what a part of a label is about: the last before "in" or "of", no name in quotation
/// marks, and not joined to something else by "and".
fn is_about(label: &str, list: &List) -> bool {
    let (joins, links) = (ENGLISH.list("joins"), ENGLISH.list("links"));
    let behind = |word: &String| ENGLISH.list("behind").has(word);
    unquoted(label).split([',', ';', ':', '(', '–', '—']).any(|part| {
        let all: Vec<String> = words(part).collect();
        let mut things = all.split(|word| links.has(word));
        // "Rate of increase" is about the increase.
        let thing = things.find(|thing| !thing.iter().all(behind)).unwrap_or_default();
        let head = thing.iter().rev().find(|word| !behind(word));
        let joined = thing.iter().any(|word| joins.has(word));
        !joined && head.is_some_and(|head| list.has(head))
    })
}

/// A label without what stands in quotation marks: a name, and no word of its own.
fn unquoted(label: &str) -> String {
    let mut open = None;
    let outside = label.chars().filter(|c| match (open, *c) {
        (None, '‘') => {
            open = Some('’');
            false
        }
        (None, '“') => {
            open = Some('”');
            false
        }
        (None, _) => true,
        (Some(close), c) => {
            if c == close {
                open = None;
            }
            false
        }
    });
    outside.collect()
}

/// Whether a text speaks of a change as a thing.
pub fn speaks_of_change(text: &str) -> bool {
    has(text, ENGLISH.list("spoken"))
}

/// Whether a clause has a noun that says that something moved.
pub fn says_moved(clause: &str) -> bool {
    has(clause, ENGLISH.list("moves"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_is_about_its_first_thing() {
        for label in [
            "Growth in sales",
            "Sales growth",
            "Growth rate",
            "Annual change",
            "Change of sales in a year",
            "Sales, change on a year ago",
            "Percentage change year on year",
            "pay-change",
        ] {
            assert!(says_movement(label), "{label}");
        }
        for label in [
            "Fall prevention",
            "Work on climate change",
            "Climate change work",
            "Pay gap",
            "Net migration",
            "Number of falls",
            "Sales",
        ] {
            assert!(!says_movement(label), "{label}");
        }
        for label in [
            "Pay gap",
            "Net migration",
            "Gap between boys and girls",
            "Rate of increase",
            "gap",
        ] {
            assert!(says_difference(label), "{label}");
        }
        for label in [
            "‘Help’ and ‘Change’ – Likelihood of Reoffending work",
            "‘Change’",
            "Help and change",
            "help-and-change",
            "Change programmes finished",
            "Fall prevention",
        ] {
            assert!(!says_difference(label) && !says_movement(label), "{label}");
        }
    }
}
