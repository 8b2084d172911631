//! Words for change: which make a measure a change, and which speak of one. The words are data, in `changes-en.txt`.

use std::sync::OnceLock;

/// The lists of `changes-en.txt`.
struct Changes {
    differences: Vec<&'static str>,
    movements: Vec<&'static str>,
    behind: Vec<&'static str>,
    links: Vec<&'static str>,
    spoken: Vec<&'static str>,
    moves: Vec<&'static str>,
}

fn changes() -> &'static Changes {
    static READ: OnceLock<Changes> = OnceLock::new();
    READ.get_or_init(|| {
        let list = |heading: &str| -> Vec<&'static str> {
            let sections = include_str!("changes-en.txt").split("\n[").skip(1);
            sections
                .filter_map(|section| section.split_once("]\n"))
                .filter(|(name, _)| name.split(':').next() == Some(heading))
                .flat_map(|(_, words)| words.split_whitespace())
                .collect()
        };
        Changes {
            differences: list("differences"),
            movements: list("movements"),
            behind: list("behind"),
            links: list("links"),
            spoken: list("spoken"),
            moves: list("moves"),
        }
    })
}

fn words(text: &str) -> impl Iterator<Item = String> {
    let lower = text.to_lowercase();
    let words: Vec<String> = lower
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect();
    words.into_iter()
}

fn has(text: &str, list: &[&str]) -> bool {
    words(text).any(|word| list.contains(&word.as_str()))
}

/// Whether a name or label makes its measure a difference, which may be negative or above 100%.
pub fn says_difference(label: &str) -> bool {
    has(label, &changes().differences)
}

/// Whether a name or label is about a movement: "growth in sales", but neither "fall prevention" nor "pay gap".
pub fn says_movement(label: &str) -> bool {
    let known = changes();
    label.split([',', ';', ':', '(', '–', '—']).any(|part| {
        let thing: Vec<String> = words(part)
            .take_while(|word| !known.links.contains(&word.as_str()))
            .collect();
        let mut ends = thing.iter().rev();
        let head = ends.find(|word| !known.behind.contains(&word.as_str()));
        head.is_some_and(|head| known.movements.contains(&head.as_str()))
    })
}

/// Whether a text speaks of a change as a thing.
pub fn speaks_of_change(text: &str) -> bool {
    has(text, &changes().spoken)
}

/// Whether a clause has a noun that says that something moved.
pub fn says_moved(clause: &str) -> bool {
    has(clause, &changes().moves)
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
        assert!(says_difference("Pay gap") && says_difference("Net migration"));
    }

    #[test]
    fn every_list_has_words() {
        let known = changes();
        let lists = [
            &known.differences,
            &known.movements,
            &known.behind,
            &known.links,
            &known.spoken,
            &known.moves,
        ];
        assert!(lists.iter().all(|list| !list.is_empty()));
    }
}
