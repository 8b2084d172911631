//! A number that the copy spells the other way, `3` for `three`, is the same number: no edit.

use super::align::Edit;
use super::word::Word;
use crate::language::Language;

/// As many words may spell one number: `two hundred and forty-five thousand`.
const LONGEST: usize = 7;

/// What is left of an edit without the numbers at its start and at its end that are only spelt otherwise; `None` where
/// they are all of it.
pub fn without(edit: &Edit, original: &[Word], copied: &[Word], language: &dyn Language) -> Option<Edit> {
    let mut left = edit.clone();
    loop {
        let (old, new) = (&original[left.old.clone()], &copied[left.new.clone()]);
        if old.is_empty() && new.is_empty() {
            return None;
        }
        if let (Some((was, before)), Some((now, after))) = (first(old, language), first(new, language))
            && was == now
        {
            left.old.start += before;
            left.new.start += after;
        } else if let (Some((was, before)), Some((now, after))) = (last(old, language), last(new, language))
            && was == now
        {
            left.old.end -= before;
            left.new.end -= after;
        } else {
            return Some(left);
        }
    }
}

/// The number at the start of some words, as long as it gets, and of how many words it is.
fn first(words: &[Word], language: &dyn Language) -> Option<(u64, usize)> {
    let longest = LONGEST.min(words.len());
    (1..=longest)
        .rev()
        .find_map(|length| Some((value(&words[..length], language)?, length)))
}

/// The number at their end.
fn last(words: &[Word], language: &dyn Language) -> Option<(u64, usize)> {
    let longest = LONGEST.min(words.len());
    (1..=longest)
        .rev()
        .find_map(|length| Some((value(&words[words.len() - length..], language)?, length)))
}

/// The whole number that all of some words are. `007` and `+3` are written so on purpose: they are no other spelling.
fn value(words: &[Word], language: &dyn Language) -> Option<u64> {
    if let [word] = words
        && let Ok(number) = word.key.parse::<u64>()
    {
        return (number.to_string() == word.key).then_some(number);
    }
    let keys: Vec<&str> = words.iter().map(|word| word.key.as_str()).collect();
    language.number_words_value(&keys.join(" "))
}

#[cfg(test)]
mod tests {
    use super::super::word::{Whose, words};
    use super::*;

    fn left(old: &str, new: &str) -> Option<(String, String)> {
        let language = crate::language::of("en").unwrap();
        let read = |text: &str| words(text, Whose::Theirs, language);
        let (was, now) = (read(old), read(new));
        let edit = Edit {
            old: 0..was.len(),
            new: 0..now.len(),
        };
        let keys = |words: &[Word]| -> String {
            let keys: Vec<&str> = words.iter().map(|word| word.key.as_str()).collect();
            keys.join(" ")
        };
        let edit = without(&edit, &was, &now, language)?;
        Some((keys(&was[edit.old]), keys(&now[edit.new])))
    }

    #[test]
    fn only_the_same_number_is_left_out() {
        for (old, new) in [
            ("3", "three"),
            ("forty-two", "42"),
            ("1", "one"),
            ("1,200", "one thousand two hundred"),
            ("0", "zero"),
        ] {
            assert_eq!(left(old, new), None, "{old} → {new}");
        }
        for (old, new, was, now) in [
            ("3", "four", "3", "four"),
            ("forty-two", "2", "forty two", "2"),
            ("-3", "three", "-3", "three"),
            ("3.5", "three", "3.5", "three"),
            ("007", "seven", "007", "seven"),
            ("3 long years", "three whole years", "long years", "whole years"),
            ("", "three", "", "three"),
        ] {
            assert_eq!(
                left(old, new),
                Some((was.to_owned(), now.to_owned())),
                "{old} → {new}"
            );
        }
    }
}
