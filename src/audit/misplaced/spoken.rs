//! Which measure or area the words speak of where a figure stands, from the surest sign to the least.

use std::ops::Range;

use super::clause::{begins_at, clause, ends_at, since_the_last, tokens_between};
use super::differs::{differs, has_no_such_year, is_count, is_its_change, measure_of, of_one_unit};
use super::parts::is_whole;
use super::placed::Placed;
use super::subjects::{Subject, Subjects};
use crate::audit::reading::Reading;
use crate::audit::token::Kind;

/// What is wrong with a figure whose clause names something else, and nothing of its own.
pub fn judge(placed: Placed<'_>) -> Option<String> {
    let Placed {
        subjects,
        figure,
        desk,
        ..
    } = placed;
    let text = clause(placed);
    let measure = measure_of(figure);
    // "2,300 were told of the cap": of whatever unit the two counts are.
    if let Some(spoken) = counted_after(placed)
        && Some(spoken.name.as_str()) != measure
        && is_count(figure)
        && !says_more(placed, measure)
        && differs(figure, desk, |other| {
            measure_of(other) == Some(&spoken.name)
                && other.subject.area == figure.subject.area
                && is_count(other)
        })
    {
        return Some(format!(
            "`{}` stands where the words speak of `{}`",
            figure.name, spoken.name
        ));
    }
    let area = figure.subject.area.as_deref();
    if let Some(spoken) = another(placed, &subjects.measures, measure)
        && !is_its_change(figure, &spoken.name, &text, desk)
        && (differs(figure, desk, |other| {
            measure_of(other) == Some(&spoken.name)
                && other.subject.area == figure.subject.area
                && of_one_unit(figure, other)
        }) || has_no_such_year(figure, &spoken.name, desk))
    {
        return Some(format!(
            "`{}` stands where the words speak of `{}`",
            figure.name, spoken.name
        ));
    }
    if let Some(spoken) = another(placed, &subjects.areas, area)
        && differs(figure, desk, |other| {
            other.subject.area.as_deref() == Some(&spoken.name)
                && other.subject.measure == figure.subject.measure
        })
    {
        return Some(format!(
            "`{}` of one area stands where the words speak of another",
            figure.name
        ));
    }
    None
}

/// A clause that says no more than so many words before a figure has no room for a subject: "stood at", "at".
const NO_ROOM: usize = 3;

/// The subject of `kind` that the words speak of at `range`, where that is another than the figure's `own`.
pub fn another<'s>(placed: Placed<'s>, kind: &'s [Subject], own: Option<&str>) -> Option<&'s Subject> {
    let Placed {
        subjects,
        reading,
        range,
        ..
    } = placed;
    let own = kind.iter().find(|subject| Some(subject.name.as_str()) == own)?;
    let other = |found: &'s Subject| (!std::ptr::eq(found, own)).then_some(found);
    if let Some(named) = part_of_the_named(placed, kind) {
        return other(named).filter(|_| !own_is_hinted(placed, own));
    }
    if is_whole(reading, range) {
        return None;
    }
    if let Some(named) = named_after(placed, kind) {
        return other(named);
    }
    let since = since_the_last(placed);
    if let Some(named) = opened_by(subjects, kind, &since) {
        return other(named);
    }
    if subjects.speaks_of(own, &since) {
        return None;
    }
    let text = clause(placed);
    if subjects.speaks_of(own, &text) {
        return None;
    }
    if let Some(named) = only(subjects, kind, &text) {
        return Some(named);
    }
    let names_any = || kind.iter().any(|subject| subjects.names(subject, &text));
    // "Records were in order; last time it was 42%".
    let stands_in = || {
        let begins = begins_at(reading, range);
        tokens_between(reading, &(begins..range.start)).any(|token| token.is("it"))
    };
    if names_any() || !(leaves_no_room(reading, range) || stands_in()) {
        return None;
    }
    let sentence = reading.sentence_range(range);
    let text = reading.passage.text[sentence.clone()].to_lowercase();
    if subjects.speaks_of(own, &text) {
        return None;
    }
    if kind.iter().any(|subject| subjects.names(subject, &text)) {
        return only(subjects, kind, &text);
    }
    // "It was 40% last time": what the sentence before speaks of.
    let refers = tokens_between(reading, &(sentence.start..range.start))
        .any(|token| ["it", "this", "that"].iter().any(|word| token.is(word)));
    if !refers || sentence.start == 0 {
        return None;
    }
    let last = sentence.start - 1;
    let before = reading.sentence_range(&(last..sentence.start));
    let text = reading.passage.text[before].to_lowercase();
    only(subjects, kind, &text).filter(|_| !subjects.speaks_of(own, &text))
}

/// The only subject of `kind` that a text names.
fn only<'s>(subjects: &Subjects, kind: &'s [Subject], text: &str) -> Option<&'s Subject> {
    let mut named = kind.iter().filter(|subject| subjects.names(subject, text));
    named.next().filter(|_| named.next().is_none())
}

/// The subject named right after a figure: "78% for safety", "14 were upheld in part".
fn named_after<'s>(placed: Placed<'s>, kind: &'s [Subject]) -> Option<&'s Subject> {
    let Placed {
        subjects,
        reading,
        range,
        ..
    } = placed;
    let sentence = reading.sentence_range(range);
    let after: Vec<_> = tokens_between(reading, &(range.end..sentence.end))
        .take(2)
        .collect();
    let [link, next] = after.as_slice() else {
        return None;
    };
    let start = if next.is("the") {
        next.range.end
    } else {
        link.range.end
    };
    let measures = std::ptr::eq(kind, subjects.measures.as_slice());
    let links: &[&str] = if measures {
        &["for", "on", "were", "was", "are"]
    } else {
        &["for", "in", "at"]
    };
    if !links.iter().any(|word| link.is(word)) {
        return None;
    }
    let rest = reading.passage.text[start..sentence.end].to_lowercase();
    let lead = rest.len() - rest.trim_start().len();
    let named = subjects.names_in(&rest);
    let first = named.iter().find(|named| named.range.start == lead)?;
    kind.iter().find(|subject| std::ptr::eq(*subject, first.subject))
}

/// The measure said of a count right after it: "14 were upheld", "14 medical plans". A name of one word is one only after a
/// verb.
pub fn counted_after<'s>(placed: Placed<'s>) -> Option<&'s Subject> {
    let Placed {
        subjects,
        reading,
        range,
        ..
    } = placed;
    let sentence = reading.sentence_range(range);
    let after: Vec<_> = tokens_between(reading, &(range.end..sentence.end))
        .take(2)
        .collect();
    let verb = after
        .first()
        .filter(|token| ["were", "was", "are", "is"].iter().any(|word| token.is(word)));
    // "22 of cafés and 24 of schools": names alone, and no nouns counted.
    let among = after.first().is_some_and(|first| first.is("of"));
    let start = match (verb, after.first()) {
        (None, Some(_)) if among => after.get(1)?.range.start,
        (Some(_), _) => after.get(1)?.range.start,
        (None, Some(first)) => first.range.start,
        _ => return None,
    };
    let rest = reading.passage.text[start..sentence.end].to_lowercase();
    let named = match among {
        true => subjects.names_in(&rest),
        false => subjects.all_names_in(&rest),
    };
    let first = named.iter().find(|named| named.range.start == 0)?;
    let telling = verb.is_some() || among || rest[first.range.clone()].contains(' ');
    let subject = subjects
        .measures
        .iter()
        .find(|subject| std::ptr::eq(*subject, first.subject))?;
    telling.then_some(subject)
}

/// The only subject that the sentence names before a figure "of them": "complaints about Ashby, 12 of them".
fn part_of_the_named<'s>(placed: Placed<'s>, kind: &'s [Subject]) -> Option<&'s Subject> {
    let Placed {
        subjects,
        reading,
        range,
        ..
    } = placed;
    let sentence = reading.sentence_range(range);
    let after: Vec<_> = tokens_between(reading, &(range.end..sentence.end))
        .take(2)
        .collect();
    let of_them = matches!(after.as_slice(), [of, them] if of.is("of") && them.is("them"));
    let text = reading.passage.text[sentence.start..range.start].to_lowercase();
    of_them.then(|| only(subjects, kind, &text)).flatten()
}

/// Whether a sentence has so much as a word of a figure's own subject.
fn own_is_hinted(placed: Placed<'_>, own: &Subject) -> bool {
    let Placed {
        subjects,
        reading,
        range,
        ..
    } = placed;
    let text = reading.passage.text[reading.sentence_range(range)].to_lowercase();
    subjects.speaks_of(own, &text)
}

/// Whether the clause after a figure has a word that only its own measure's label has: "14 were upheld in full".
pub fn says_more(placed: Placed<'_>, own: Option<&str>) -> bool {
    let Placed {
        subjects,
        reading,
        range,
        ..
    } = placed;
    let own = subjects
        .measures
        .iter()
        .find(|subject| Some(subject.name.as_str()) == own);
    let text = reading.passage.text[range.end..ends_at(reading, range)].to_lowercase();
    own.is_some_and(|own| subjects.hints_at(own, &text))
}

/// The subject that opens the last clause before a figure: "and waste, at 31%". None in a row of names, which the
/// figures share.
fn opened_by<'s>(subjects: &Subjects, kind: &'s [Subject], since: &str) -> Option<&'s Subject> {
    let named = subjects.names_in(since);
    let of_kind: Vec<_> = named
        .iter()
        .filter(|one| kind.iter().any(|subject| std::ptr::eq(subject, one.subject)))
        .collect();
    let (last, rest) = of_kind.split_last()?;
    let bare = |text: &str| {
        text.split(|c: char| !c.is_alphanumeric())
            .all(|word| matches!(word, "" | "and" | "or" | "the" | "both" | "work" | "for" | "on"))
    };
    // Names may overlap: "the change in employment" and "employment rate".
    let in_a_row = rest
        .last()
        .is_some_and(|before| since.get(before.range.end..last.range.start).is_none_or(bare));
    let before = since[..last.range.start].trim_end();
    let before = before.strip_suffix(" the").unwrap_or(before).trim_end();
    let opens = [" and", " but", " while", " whereas", ";"]
        .iter()
        .any(|word| before.ends_with(word));
    if in_a_row || !opens {
        return None;
    }
    kind.iter().find(|subject| std::ptr::eq(*subject, last.subject))
}

/// Whether the clause of a figure has no room for a subject of its own: "stood at 31%", "(29% last time)", but not
/// "31% of food was wasted", "6 on prisons".
fn leaves_no_room(reading: &Reading<'_>, range: &Range<usize>) -> bool {
    let sentence = reading.sentence_range(range);
    let is_subject = reading
        .tokens
        .iter()
        .find(|token| token.range.start >= range.end && token.kind != Kind::Mark)
        .is_some_and(|next| (next.is("of") || next.is("on")) && next.range.end <= sentence.end);
    let before: Vec<_> = tokens_between(reading, &(sentence.start..range.start)).collect();
    let last_mark = before
        .iter()
        .rposition(|token| matches!(token.text, "," | ";" | ":" | "–" | "—" | "("));
    let said = last_mark.map_or(before.len(), |at| before.len() - at - 1);
    let links = ["against", "than", "with", "from", "average", "target"];
    let begins = begins_at(reading, range);
    let compares =
        tokens_between(reading, &(begins..range.start)).any(|token| links.iter().any(|word| token.is(word)));
    !is_subject && (said <= NO_ROOM || compares)
}
