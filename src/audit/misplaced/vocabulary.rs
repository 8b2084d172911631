//! The lists of words in `words-en.txt`.

use crate::audit::token::Token;
use crate::language::{List, Lists};

static ENGLISH: Lists = Lists::of(include_str!("words-en.txt"));

/// The words of a list.
pub fn list(name: &str) -> &'static List {
    ENGLISH.list(name)
}

/// Whether a token is a word of a list.
pub fn is_in(name: &str, token: &Token<'_>) -> bool {
    token.is_in(list(name))
}
