//! Operators on whose figure it is: two measures' names exchanged, and another area's figure.

use std::ops::Range;

use super::place::{Tag, sentence_before, tags};
use super::{Change, Kind, Mutant};
use crate::office::Office;
use crate::oracle::{Cell, Data};

/// Every mutant with the wrong name beside a figure.
pub fn mutants(office: &Office) -> Vec<Mutant> {
    let data = Data::read(office);
    let tags = tags(office);
    let mut all: Vec<Mutant> = Vec::new();
    for (at, one) in tags.iter().enumerate() {
        let of_sentence = tags[at + 1..]
            .iter()
            .take_while(|two| sentence(office, two) == sentence(office, one));
        for two in of_sentence {
            all.extend(exchanged(office, &data, one, two));
        }
        all.extend(other_areas(office, &data, one));
    }
    all
}

/// The sentence a tag stands in.
fn sentence(office: &Office, tag: &Tag) -> Range<usize> {
    let text = office.text(office.notice());
    let start = tag.range.start - sentence_before(text, tag.range.start).len();
    let after = &text[tag.range.end..];
    let end = [". ", ".\n", "\n\n", "\"\n", "\n  - ", "\n    - "]
        .iter()
        .filter_map(|stop| after.find(stop))
        .min()
        .unwrap_or(after.len());
    start..tag.range.end + end
}

/// The names of the measures of two figures of a sentence change places.
fn exchanged(office: &Office, data: &Data, one: &Tag, two: &Tag) -> Option<Mutant> {
    let (first, second) = (data.cell(&one.path)?, data.cell(&two.path)?);
    let places = first.measure.places;
    if first.measure.called == second.measure.called
        || first.measure.unit != second.measure.unit
        || first.exact.rounded(places) == second.exact.rounded(places)
    {
        return None;
    }
    let range = sentence(office, one);
    let named = |cell: &Cell| {
        let text = office.text(office.notice())[range.clone()].to_lowercase();
        // Lower case may be longer in bytes: then nothing is known of places.
        let same = text.len() == range.len();
        let mut found = cell.measure.called.iter().filter_map(|name| {
            let name = name.to_lowercase();
            let mut at = text.match_indices(&name);
            let first = range.start + at.next()?.0;
            // Named twice, it would still be named.
            at.next().is_none().then(|| first..first + name.len())
        });
        found.next().filter(|_| same)
    };
    let (own, other) = (named(first)?, named(second)?);
    let (left, right) = if own.start < other.start {
        (own, other)
    } else {
        (other, own)
    };
    if left.end > right.start {
        return None;
    }
    let text = office.text(office.notice());
    let (a, b) = (&text[left.clone()], &text[right.clone()]);
    let new = format!("{}{}{}", cased(b, a), &text[left.end..right.start], cased(a, b));
    let mut mutant = Change::in_notice(
        office,
        "two measures' names exchanged",
        Kind::Figures,
        left.start..right.end,
        new,
        &["figure-misplaced", "claim-words-differ"],
    );
    if let Some(fault) = &mut mutant.fault {
        let lines = office.line(office.notice(), range.start)..=office.line(office.notice(), range.end);
        fault.lines.push((office.notice().to_owned(), lines));
    }
    Some(mutant)
}

/// A name with the capital, or without the one, that `like` begins with.
fn cased(name: &str, like: &str) -> String {
    let mut letters = name.chars();
    let Some(first) = letters.next() else {
        return String::new();
    };
    let first = if like.starts_with(char::is_uppercase) {
        first.to_uppercase().to_string()
    } else {
        first.to_lowercase().to_string()
    };
    format!("{first}{}", letters.as_str())
}

/// The figure of another area, where the sentence names this one's last.
fn other_areas(office: &Office, data: &Data, tag: &Tag) -> Vec<Mutant> {
    let text = office.text(office.notice());
    let Some(own) = data.cell(&tag.path) else {
        return Vec::new();
    };
    let path = tag.path.replace('_', "-");
    let Some((prefix, area)) = data
        .areas
        .iter()
        .find(|(prefix, _)| !prefix.is_empty() && path.starts_with(prefix.as_str()))
    else {
        return Vec::new();
    };
    // A name is typed, or printed by its expression.
    let printed = |prefix: &str| format!("{{{{ {}area }}}}", prefix.replace('-', "_"));
    let before = sentence_before(text, tag.range.start);
    let named = |prefix: &str, area: &str| before.rfind(area).max(before.rfind(&printed(prefix)));
    let last = data.areas.iter().max_by_key(|(prefix, area)| named(prefix, area));
    if tag.in_claim || named(prefix, area).is_none() || last.is_none_or(|(last, _)| last != prefix) {
        return Vec::new();
    }
    let places = own.measure.places;
    let others = data.prefixes.iter().filter(|other| *other != prefix);
    let figures = others.filter_map(|other| {
        let path = path.replacen(prefix.as_str(), other, 1);
        let cell = data.cell(&path)?;
        (cell.exact.rounded(places) != own.exact.rounded(places)).then(|| path.replace('-', "_"))
    });
    figures
        .map(|path| {
            let filter = if tag.filter.is_empty() {
                String::new()
            } else {
                format!(" | {}", tag.filter)
            };
            let new = format!("{{{{ {path}{filter} }}}}");
            let operator = "figure of another area";
            let codes = ["figure-misplaced"];
            Change::in_notice(office, operator, Kind::Figures, tag.range.clone(), new, &codes)
        })
        .collect()
}
