//! Which claims of a notice's file are at stake in one notice: not those that its words have elsewhere only.
//!
//! The words of a series serve many notices, and a notice may leave some of them out: an override replaces a part, an
//! `{% if %}` is not taken. A claim in words that this notice does not print has nothing to hold here, and what it
//! compares may not even be there.

use std::borrow::Cow;

use crate::data::notice::ClaimEntry;
use crate::data::{Named, Notice};
use crate::release::Passage;
use crate::words;

/// The claims that this notice prints, and those that no words of the file have (a mistake worth telling).
pub fn at_stake<'n>(notice: &'n Notice, passages: &[Passage]) -> Cow<'n, Named<ClaimEntry>> {
    let printed = |name: &str| {
        passages
            .iter()
            .any(|passage| passage.claims.iter().any(|(_, used, _)| used == name))
    };
    let unprinted: Vec<&str> = notice.claims.names().filter(|name| !printed(name)).collect();
    if unprinted.is_empty() {
        return Cow::Borrowed(&notice.claims);
    }
    let texts = words::own_texts(notice);
    let written = |name: &str| {
        let mark = format!("][{name}]");
        texts.iter().any(|text| text.value.contains(&mark))
    };
    let mut claims = Named::default();
    for (name, place, entry) in notice.claims.iter() {
        if !unprinted.contains(&name) || !written(name) {
            claims.insert(name.to_owned(), place, entry.clone());
        }
    }
    Cow::Owned(claims)
}
