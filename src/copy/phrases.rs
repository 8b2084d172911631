//! The words of a language that a copy may not exchange, read once from the list beside this file.

use std::sync::OnceLock;

/// What the list says.
pub struct Phrases {
    /// Part of the number right before them.
    units: Vec<&'static str>,
    /// Part of a time of day.
    clock: Vec<&'static str>,
    /// Plain verbs of speaking.
    speaking: Vec<&'static str>,
    /// Family, sense and word.
    families: Vec<(&'static str, &'static str, &'static str)>,
}

const ENGLISH: &str = include_str!("en/words.txt");

/// The list of English.
pub fn phrases() -> &'static Phrases {
    static READ: OnceLock<Phrases> = OnceLock::new();
    READ.get_or_init(|| read(ENGLISH))
}

fn read(list: &'static str) -> Phrases {
    let mut phrases = Phrases {
        units: Vec::new(),
        clock: Vec::new(),
        speaking: Vec::new(),
        families: Vec::new(),
    };
    let lines = list.lines().filter(|line| !line.starts_with('#'));
    for (kind, words) in lines.filter_map(|line| line.split_once(':')) {
        match kind.split_once(' ') {
            Some((family, sense)) => phrases
                .families
                .extend(words.split_whitespace().map(|word| (family, sense, word))),
            None if kind == "unit" => phrases.units.extend(words.split_whitespace()),
            None if kind == "speaking" => phrases.speaking.extend(words.split_whitespace()),
            None => phrases.clock.extend(words.split_whitespace()),
        }
    }
    phrases
}

impl Phrases {
    /// Whether the word belongs to the number before it.
    pub fn is_unit(&self, word: &str) -> bool {
        self.units.contains(&word)
    }

    /// Whether the word belongs to a time of day.
    pub fn is_clock(&self, word: &str) -> bool {
        self.clock.contains(&word)
    }

    /// Whether the word says only that somebody spoke.
    pub fn is_speaking(&self, word: &str) -> bool {
        self.speaking.contains(&word)
    }

    /// Whether words were replaced by others of the same family that say otherwise.
    pub fn say_otherwise(&self, old: &[String], new: &[String]) -> bool {
        let has = |words: &[String], word: &str| words.iter().any(|own| own == word);
        let senses = |words: &[String], family: &str| -> Vec<&str> {
            let of = self.families.iter().filter(|(of, _, _)| *of == family);
            let said = of.filter(|(_, _, word)| has(words, word));
            said.map(|(_, sense, _)| *sense).collect()
        };
        self.families.iter().any(|(family, _, word)| {
            has(old, word) && {
                let (before, after) = (senses(old, family), senses(new, family));
                !after.is_empty() && !after.iter().any(|sense| before.contains(sense))
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_another_sense_of_the_same_family_says_otherwise() {
        let list = phrases();
        let words = |text: &str| -> Vec<String> { text.split(' ').map(str::to_owned).collect() };
        let otherwise = |old: &str, new: &str| list.say_otherwise(&words(old), &words(new));
        assert!(otherwise("both", "neither"));
        assert!(otherwise("today", "tomorrow"));
        assert!(!otherwise("every area", "all areas"));
        assert!(!otherwise("today", "within hours"));
        assert!(list.is_unit("million") && list.is_clock("bst"));
        assert!(list.is_speaking("added") && !list.is_speaking("admitted"));
    }
}
