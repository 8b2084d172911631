//! Every entry's own sentences, and sentences in which nothing may hit.

use super::entry::{lexicon, read};
use super::{Hit, Sense, find};

fn senses(text: &str) -> Vec<Sense> {
    find(text).into_iter().map(|hit: Hit| hit.sense).collect()
}

#[test]
fn the_files_are_sound() {
    let (lexicon, findings) = read();
    assert_eq!(findings, []);
    assert!(lexicon.entries.len() > 30);
    for entry in &lexicon.entries {
        assert!(entry.is_sound(), "{} has no such sense", entry.name);
        let says_nothing = entry.sense.is_none();
        assert!(
            says_nothing || !entry.hits.is_empty(),
            "{} has no example",
            entry.name
        );
    }
}

#[test]
fn every_entry_is_found_in_its_examples() {
    let mut wrong = Vec::new();
    for entry in &lexicon().entries {
        for sentence in &entry.hits {
            let found = find(sentence);
            let names: Vec<&str> = found.iter().map(|hit| hit.entry.name.as_str()).collect();
            if !names.contains(&entry.name.as_str()) {
                wrong.push(format!("{}: {sentence} gave {names:?}", entry.name));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn no_entry_is_found_where_it_must_not_be() {
    let mut wrong = Vec::new();
    for entry in &lexicon().entries {
        for sentence in &entry.misses {
            // Phrases that say nothing list sentences in which nothing strict may hit at all.
            let bad = |hit: &Hit| match entry.sense {
                None => hit.entry.strict,
                Some(_) => hit.entry.name == entry.name,
            };
            for hit in find(sentence).iter().filter(|hit| bad(hit)) {
                let words = &sentence[hit.range.clone()];
                wrong.push(format!(
                    "{}: {sentence} hit {} at {words}",
                    entry.name, hit.entry.name
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_longest_phrase_wins_with_its_numbers() {
    assert_eq!(senses("just above the average"), [Sense::JustAbove]);
    assert_eq!(
        senses("Two of the three scores were well\u{a0}above it."),
        [
            Sense::Count {
                of: 2,
                out_of: Some(3)
            },
            Sense::WellAbove
        ]
    );
    assert_eq!(
        senses("more than two-thirds"),
        [Sense::ShareOver, Sense::Fraction { of: 2, out_of: 3 }]
    );
    assert_eq!(
        senses("the lowest since 1974"),
        [Sense::FromBottom(1), Sense::Since(1974)]
    );
    assert_eq!(
        senses("It wasn\u{2019}t ABOVE it"),
        [Sense::Negation, Sense::Above]
    );
    assert_eq!(senses("the second-highest"), [Sense::FromTop(2)]);
    assert_eq!(senses("one in 2012, five out of three"), []);
}
