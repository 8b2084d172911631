//! The lists of words in `words-en.txt`, read once.

use std::collections::HashMap;
use std::sync::OnceLock;

use crate::audit::token::Token;

const FILE: &str = include_str!("words-en.txt");

/// The words of a list; none of a list that is not there.
pub fn list(name: &str) -> &'static [&'static str] {
    static LISTS: OnceLock<HashMap<&str, Vec<&str>>> = OnceLock::new();
    let lists = LISTS.get_or_init(|| {
        let lines = FILE.lines().filter(|line| !line.starts_with('#'));
        lines
            .filter_map(|line| line.split_once(": "))
            .map(|(name, words)| (name, words.split(' ').collect()))
            .collect()
    });
    lists.get(name).map_or(&[], Vec::as_slice)
}

/// Whether a token is a word of a list.
pub fn is_in(name: &str, token: &Token<'_>) -> bool {
    list(name).iter().any(|word| token.is(word))
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_list_that_is_asked_for_is_there() {
        for name in [
            "parts",
            "joints",
            "verbs",
            "links",
            "apposed",
            "partners",
            "another-value",
            "of-a-column",
            "held-against",
            "when",
            "stops-a-year",
            "set-in",
            "since-a-year",
            "units",
            "earlier",
            "of-an-earlier",
            "movements",
            "compares-with",
            "describes-a-partner",
            "of-area",
            "begins-a-clause",
            "own-area",
        ] {
            assert!(!super::list(name).is_empty(), "{name}");
        }
    }
}
