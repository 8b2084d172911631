//! What the audit takes a typed number for, for whoever asks: a date, an address, a name, a phrase with its reason.

use std::ops::Range;

use super::addresses::addresses;
use super::number::{self, Number};
use super::phrases::Phrases;
use super::reading::Reading;
use super::slot::{self, Slot};
use super::token::Kind;
use super::{accepted, names};
use crate::claims::Desk;
use crate::finding::{Code, Place};
use crate::release::Passage;

/// A typed number, or what it is part of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recognised {
    /// Where it stands in the passage's text.
    pub range: Range<usize>,
    /// What it is taken for.
    pub how: How,
}

/// What a typed number is taken for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum How {
    /// A day, typed as such.
    Date,
    /// A web or e-mail address, a telephone number, a postcode.
    Address,
    /// A name in the data, or one in the programme's own headings.
    Name,
    /// A phrase of the table.
    Phrase {
        /// The rule's name.
        rule: String,
        /// Why its numbers are no results.
        why: String,
    },
    /// An ordinal that counts no place in a row.
    Ordinal,
    /// Words of the claim of this name.
    Claim(String),
    /// Words that stand under `accepted:` here.
    Accepted(Place),
    /// Nothing: it is the audit's finding.
    Nothing,
}

/// Every typed number of a passage, in order; dates, addresses and names whole.
pub fn recognised(desk: &Desk<'_>, passage: &Passage) -> Vec<Recognised> {
    let order = desk.organisation.house_style.dates.as_ref();
    let order = order.map_or_else(Default::default, |order| order.value);
    let reading = Reading::new(0, passage, desk.language, order);
    let text = &passage.text;
    let mut all: Vec<Recognised> = Vec::new();
    for date in &reading.dates {
        let range = reading.bytes(&date.tokens);
        let how = if date.exists() { How::Date } else { How::Nothing };
        all.extend(reading.typed(&range).map(|_| Recognised { range, how }));
    }
    let mut named: Vec<(Range<usize>, How)> = addresses(text, &reading.tokens)
        .into_iter()
        .map(|range| (range, How::Address))
        .collect();
    let names = names::places(text, &names::names(desk));
    named.extend(names.into_iter().map(|range| (range, How::Name)));
    for number in number::numbers(text, &reading.tokens, desk.language, Phrases::english()) {
        if let Some(found) = of_number(desk, &reading, &number, &named) {
            take(&mut all, found);
        }
    }
    // Ordinals in digits are numbers only where they count; explained they are all the same.
    for token in reading.tokens.iter().filter(|token| token.kind == Kind::Digits) {
        if reading.typed(&token.range).is_some() {
            let how = How::Ordinal;
            let range = token.range.clone();
            take(&mut all, Recognised { range, how });
        }
    }
    all.sort_by_key(|found| found.range.start);
    all
}

/// Takes in what stands apart from everything that is there already.
fn take(all: &mut Vec<Recognised>, found: Recognised) {
    let apart =
        |known: &Recognised| known.range.end <= found.range.start || found.range.end <= known.range.start;
    if all.iter().all(apart) {
        all.push(found);
    }
}

fn of_number(
    desk: &Desk<'_>,
    reading: &Reading<'_>,
    number: &Number,
    named: &[(Range<usize>, How)],
) -> Option<Recognised> {
    let passage = reading.passage;
    let typed = reading.typed(&number.range)?;
    let has_digit = passage.text[typed.clone()].contains(|c: char| c.is_ascii_digit());
    if typed != number.range && !has_digit {
        // "{{ amount }} million": the figure is explained, and its magnitude with it.
        return None;
    }
    let range = number.range.clone();
    let is = |how: How| {
        Some(Recognised {
            range: range.clone(),
            how,
        })
    };
    let within = |outer: &Range<usize>| outer.start <= typed.start && range.end <= outer.end;
    if let Some((_, name, _)) = passage.claims.iter().find(|(words, ..)| within(words)) {
        return is(How::Claim(name.clone()));
    }
    let phrase = Phrases::english().excusing(&reading.tokens, &number.tokens, desk.language);
    if let Some((outer, how)) = named.iter().find(|(outer, _)| within(outer)) {
        return Some(Recognised {
            range: outer.clone(),
            how: how.clone(),
        });
    }
    if let Some(rule) = phrase {
        return is(How::Phrase {
            rule: rule.name.clone(),
            why: rule.why.clone(),
        });
    }
    if reading.slot != Slot::Sentences && !slot::says_how_many(reading, number) {
        return is(How::Name);
    }
    if slot::is_threshold(reading, number) {
        return is(How::Phrase {
            rule: "threshold".to_owned(),
            why: "below it nothing is shown".to_owned(),
        });
    }
    let accepted = desk.accepted.iter().find(|entry| {
        entry.code.value == Code::UnboundNumber.name()
            && accepted::stands_for(&entry.words.value, reading, &number.range)
    });
    is(accepted.map_or(How::Nothing, |entry| How::Accepted(entry.words.place)))
}
