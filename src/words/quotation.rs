//! Quotations: who said it, and the house's quotation marks round any number of paragraphs.
//!
//! Each paragraph opens, the last one closes, and marks inside alternate. Where the author has typed the outer
//! marks, all marks stay as typed: the speaker's words are never rewritten, and the audit judges them.

use super::house::House;
use crate::data::organisation::{Organisation, Person};
use crate::finding::Place;
use crate::language::QuotationMarks;
use crate::release::{Inline, Inlines, Origin, Run, plain};

/// `Andy Example, lead inspector, said:` – or, for a role alone, `The lead inspector said:`. A second mention of
/// the same speaker is short. A verb of the author's own comes with its place.
pub fn attribution(
    organisation: &Organisation,
    person: &Person,
    (verb, typed): (&str, Option<Place>),
    second: bool,
) -> Inlines {
    let partner = person
        .organisation
        .as_ref()
        .and_then(|name| organisation.partners.get(&name.value));
    let role = person.role.value.as_str();
    let first = role.split_whitespace().next().unwrap_or_default().to_lowercase();
    let with_article = if OWN_ARTICLE.contains(&first.as_str()) {
        capital(role)
    } else {
        format!("The {role}")
    };
    // "leader of Testshire Council" says already where.
    let partner = partner.filter(|partner| !role.contains(&partner.name.value));
    let who = match (&person.name, &person.short) {
        (_, Some(short)) if second => short.value.clone(),
        (Some(name), None) if second => name.value.clone(),
        (Some(name), _) => match partner {
            Some(partner) => format!("{}, {role}, {},", name.value, partner.name.value),
            None => format!("{}, {role},", name.value),
        },
        (None, _) => match partner {
            Some(partner) if !second => format!("{with_article}, {},", partner.name.value),
            _ => with_article,
        },
    };
    match typed {
        None => vec![Inline::program(format!("{who} {verb}:"))],
        Some(place) => vec![
            Inline::program(format!("{who} ")),
            Inline::Run(Run {
                text: verb.to_owned(),
                origin: Origin::Written { place, basis: None },
            }),
            Inline::program(":"),
        ],
    }
}

/// First words of a role that stand for an article: `a resident`, `his Majesty’s Chief Inspector`, `HM Chief Inspector`.
const OWN_ARTICLE: &[&str] = &["the", "a", "an", "his", "her", "their", "our", "my", "one", "hm"];

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars
        .next()
        .map(|first| first.to_uppercase().chain(chars).collect())
        .unwrap_or_default()
}

/// Sets the house's marks round a quotation's paragraphs.
pub fn set_marks(paragraphs: Vec<Inlines>, house: &House) -> Vec<Inlines> {
    let (open, close) = house.language.quotes(house.marks, 0);
    if paragraphs
        .iter()
        .any(|paragraph| has_outer_marks(&plain(paragraph), house.marks))
    {
        return paragraphs;
    }
    let last = paragraphs.len().saturating_sub(1);
    paragraphs
        .into_iter()
        .enumerate()
        .map(|(at, paragraph)| {
            let mut inlines = vec![Inline::program(open)];
            inlines.extend(inner_marks(paragraph, house));
            if at == last {
                inlines.push(Inline::program(close));
            }
            inlines
        })
        .collect()
}

/// Whether the author has typed the outer marks: the paragraph begins with an opening mark that does not close
/// again before its end.
fn has_outer_marks(text: &str, marks: QuotationMarks) -> bool {
    let text = text.trim();
    let outer: (&[char], &[char]) = match marks {
        QuotationMarks::Double => (&['“', '"'], &['”', '"']),
        QuotationMarks::Single => (&['‘', '“', '"'], &['’', '”', '"']),
    };
    let mut chars = text.chars();
    let Some(first) = chars.next().filter(|c| outer.0.contains(c)) else {
        return false;
    };
    let rest: Vec<char> = chars.collect();
    let closing = match first {
        '“' => '”',
        '‘' => '’',
        straight => straight,
    };
    let closes = |at: usize| {
        let letter_after = rest.get(at + 1).is_some_and(|c| c.is_alphanumeric());
        rest[at] == closing && !(closing == '’' && letter_after)
    };
    match (0..rest.len()).find(|at| closes(*at)) {
        None => true,
        Some(at) => rest[at + 1..].iter().all(|c| !c.is_alphanumeric()),
    }
}

/// Marks inside the quotation become the other kind. Only marks that form pairs change; an apostrophe never does.
fn inner_marks(paragraph: Inlines, house: &House) -> Inlines {
    let (open, close) = house.language.quotes(house.marks, 1);
    let text = plain(&paragraph);
    let pairs = match house.marks {
        QuotationMarks::Double => double_pairs(&text),
        QuotationMarks::Single => single_pairs(&text),
    };
    if pairs.is_empty() {
        return paragraph;
    }
    let mut at = 0;
    replace(paragraph, &pairs, (open, close), &mut at)
}

/// Byte offsets of paired double marks, curly or straight: (offset, whether it opens).
fn double_pairs(text: &str) -> Vec<(usize, bool)> {
    let marks: Vec<(usize, char)> = text.char_indices().filter(|(_, c)| "“”\"".contains(*c)).collect();
    let mut pairs = Vec::new();
    for pair in marks.chunks(2) {
        if let [(open, first), (close, second)] = pair
            && matches!((first, second), ('“', '”') | ('"', '"'))
        {
            pairs.extend([(*open, true), (*close, false)]);
        }
    }
    pairs
}

/// Byte offsets of paired single curly marks and of straight double ones.
fn single_pairs(text: &str) -> Vec<(usize, bool)> {
    let mut pairs = Vec::new();
    let mut open: Option<usize> = None;
    for (at, c) in text.char_indices() {
        let after = text[at + c.len_utf8()..].chars().next();
        match (c, open) {
            ('‘', None) => open = Some(at),
            ('’', Some(start)) if !after.is_some_and(char::is_alphanumeric) => {
                pairs.extend([(start, true), (at, false)]);
                open = None;
            }
            _ => {}
        }
    }
    pairs.extend(
        double_pairs(text)
            .into_iter()
            .filter(|(at, _)| text[*at..].starts_with('"')),
    );
    pairs.sort_unstable();
    pairs
}

/// Writes the inner marks over the pairs, walking the inlines with `at`, the offset in their plain text.
fn replace(inlines: Inlines, pairs: &[(usize, bool)], marks: (&str, &str), at: &mut usize) -> Inlines {
    let mut out = Inlines::new();
    for inline in inlines {
        match inline {
            Inline::Run(run) => replace_in_run(run, pairs, marks, at, &mut out),
            Inline::Break => {
                *at += 1;
                out.push(Inline::Break);
            }
            Inline::Emphasis(inner) => out.push(Inline::Emphasis(replace(inner, pairs, marks, at))),
            Inline::Strong(inner) => out.push(Inline::Strong(replace(inner, pairs, marks, at))),
            Inline::Link { address, text } => {
                out.push(Inline::Link {
                    address,
                    text: replace(text, pairs, marks, at),
                });
            }
            Inline::Claim { name, words, place } => {
                out.push(Inline::Claim {
                    name,
                    words: replace(words, pairs, marks, at),
                    place,
                });
            }
        }
    }
    out
}

fn replace_in_run(run: Run, pairs: &[(usize, bool)], marks: (&str, &str), at: &mut usize, out: &mut Inlines) {
    let start = *at;
    *at += run.text.len();
    let mut from = 0;
    let inside = pairs
        .iter()
        .filter(|(offset, _)| (start..start + run.text.len()).contains(offset));
    for (offset, opens) in inside {
        let local = offset - start;
        push_part(&run, from..local, out);
        out.push(Inline::program(if *opens { marks.0 } else { marks.1 }));
        from = local + run.text[local..].chars().next().map_or(0, char::len_utf8);
    }
    push_part(&run, from..run.text.len(), out);
}

fn push_part(run: &Run, range: std::ops::Range<usize>, out: &mut Inlines) {
    if range.is_empty() {
        return;
    }
    let text = run.text[range.clone()].to_owned();
    let origin = match &run.origin {
        Origin::Literal(place) if (place.end - place.start) as usize == run.text.len() => {
            let offset = |at: usize| place.start as usize + at;
            Origin::Literal(Place::new(place.file, offset(range.start), offset(range.end)))
        }
        other => other.clone(),
    };
    out.push(Inline::Run(Run { text, origin }));
}
