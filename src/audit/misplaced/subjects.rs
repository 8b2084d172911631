//! The measures and areas of a notice, and which of them some words name.

use std::ops::Range;

use super::vocabulary::list;
use crate::claims::Desk;

/// A word shorter than this names a measure only together with another.
const TELLING: usize = 6;

/// Something that the words may speak of: a measure or an area.
#[derive(Debug)]
pub struct Subject {
    /// Its short name; an area's own.
    pub name: String,
    /// Whole names, in lower case.
    names: Vec<String>,
    /// Names that are also nouns counted: names only where a figure is said of them directly.
    counted: Vec<String>,
    /// Words that only this one's label has.
    words: Vec<String>,
}

/// The measures and areas of a notice.
#[derive(Debug)]
pub struct Subjects {
    /// The measures of its programme.
    pub measures: Vec<Subject>,
    /// The areas of its inspections.
    pub areas: Vec<Subject>,
}

/// A name of a subject in a text: its bytes, and whose it is.
#[derive(Debug)]
pub struct Named<'s> {
    pub range: Range<usize>,
    pub subject: &'s Subject,
}

impl Subjects {
    /// Reads them from the programme and the inspections.
    pub fn new(desk: &Desk<'_>) -> Self {
        let areas = desk.inspections.iter().map(|(inspection, _)| Subject {
            name: inspection.area.value.clone(),
            names: vec![inspection.area.value.to_lowercase()],
            counted: Vec::new(),
            words: Vec::new(),
        });
        Subjects {
            measures: measures(desk),
            areas: areas.collect(),
        }
    }

    /// Every whole name in `text` (in lower case), from left to right. A name inside a longer one names nothing:
    /// "online sales" are not "sales".
    pub fn names_in(&self, text: &str) -> Vec<Named<'_>> {
        self.find(text, |subject| subject.names.iter().collect())
    }

    /// The same with the names that are also nouns counted.
    pub fn all_names_in(&self, text: &str) -> Vec<Named<'_>> {
        self.find(text, |subject| {
            subject.names.iter().chain(&subject.counted).collect()
        })
    }

    fn find<'s>(&'s self, text: &str, names: impl Fn(&'s Subject) -> Vec<&'s String>) -> Vec<Named<'s>> {
        let mut found: Vec<Named<'s>> = Vec::new();
        for subject in self.measures.iter().chain(&self.areas) {
            for name in names(subject) {
                let places = whole(text, name).map(|range| Named { range, subject });
                found.extend(places);
            }
        }
        let ranges: Vec<Range<usize>> = found.iter().map(|named| named.range.clone()).collect();
        found.retain(|named| {
            let own = &named.range;
            !ranges
                .iter()
                .any(|other| other.start <= own.start && own.end <= other.end && other.len() > own.len())
        });
        found.sort_by_key(|named| (named.range.start, named.range.end));
        // A label may stand among its own other names.
        found.dedup_by(|one, other| one.range == other.range && std::ptr::eq(one.subject, other.subject));
        found
    }

    /// Whether `text` calls `subject` by a name, or by words that only its label has.
    pub fn names(&self, subject: &Subject, text: &str) -> bool {
        let named = self.names_in(text);
        if named.iter().any(|one| std::ptr::eq(one.subject, subject)) {
            return true;
        }
        let own = subject.words_in(&rest(text, &named));
        own.iter().any(|word| word.chars().count() >= TELLING) || own.len() >= 2
    }

    /// Whether `text` has so much as one word of it, outside the names of others.
    pub fn hints_at(&self, subject: &Subject, text: &str) -> bool {
        let named = self.names_in(text);
        let others: Vec<Named<'_>> = named
            .into_iter()
            .filter(|one| !std::ptr::eq(one.subject, subject))
            .collect();
        !subject.words_in(&rest(text, &others)).is_empty()
    }

    /// Whether `text` speaks of `subject` at all.
    pub fn speaks_of(&self, subject: &Subject, text: &str) -> bool {
        self.names(subject, text) || self.hints_at(subject, text)
    }
}

impl Subject {
    /// Its words that stand in `text`.
    fn words_in(&self, text: &str) -> Vec<&String> {
        let found = words(text);
        self.words.iter().filter(|word| found.contains(word)).collect()
    }
}

/// `text` without the names found in it.
fn rest(text: &str, named: &[Named<'_>]) -> String {
    let mut left = String::new();
    let mut at = 0;
    for one in named {
        if one.range.start >= at {
            left.push_str(&text[at..one.range.start]);
            left.push(' ');
        }
        at = at.max(one.range.end);
    }
    left.push_str(&text[at..]);
    left
}

fn measures(desk: &Desk<'_>) -> Vec<Subject> {
    let named = |text: &str| text.to_lowercase();
    let mut measures: Vec<Subject> = desk
        .programme
        .measures
        .iter()
        .map(|(name, _, measure)| {
            let also = measure.also_called.iter().map(|also| named(&also.value));
            Subject {
                name: name.to_owned(),
                names: also.chain([named(&measure.label.value)]).collect(),
                counted: Vec::new(),
                words: words(&measure.label.value),
            }
        })
        .collect();
    // "Ombudsman upholds 512 complaints" counts complaints; it does not speak of the measure of that name.
    let nouns: Vec<String> = desk
        .programme
        .measures
        .iter()
        .flat_map(|(_, _, measure)| [&measure.unit, &measure.one])
        .flatten()
        .map(|noun| named(&noun.value))
        .collect();
    let counts = |said: &String| {
        nouns
            .iter()
            .any(|noun| noun == said || noun.split(' ').any(|word| word == said))
    };
    for measure in &mut measures {
        (measure.counted, measure.names) = measure.names.drain(..).partition(|name| counts(name));
        measure.words.retain(|word| !counts(word));
    }
    for at in 0..measures.len() {
        let heads = heads(&measures, at);
        measures[at].names.extend(heads);
    }
    let all: Vec<Vec<String>> = measures.iter().map(|measure| measure.words.clone()).collect();
    for (at, measure) in measures.iter_mut().enumerate() {
        let elsewhere = |word: &String| {
            all.iter()
                .enumerate()
                .any(|(other, words)| other != at && words.contains(word))
        };
        measure.words.retain(|word| !elsewhere(word));
    }
    measures
}

/// The nouns that tell a measure from a sister: "women" of "Women who take part", beside "Men who take part".
fn heads(measures: &[Subject], at: usize) -> Vec<String> {
    let parts = |name: &str| -> Option<(String, String)> {
        let (head, rest) = name.split_once(' ')?;
        let follows = rest.split(' ').next().unwrap_or_default();
        let of_a_head = HEADED.contains(&follows) && rest.contains(' ');
        of_a_head.then(|| (head.to_owned(), rest.to_owned()))
    };
    let own = measures[at].names.iter().filter_map(|name| parts(name));
    own.filter(|(head, rest)| {
        let others = measures.iter().enumerate().filter(|(other, _)| *other != at);
        let mut sisters = others
            .flat_map(|(_, other)| &other.names)
            .filter_map(|name| parts(name));
        sisters.any(|(other, same)| other != *head && same == *rest)
    })
    .map(|(head, _)| head)
    .collect()
}

/// What follows the noun of a label that says more of it.
const HEADED: [&str; 9] = [
    "who", "whose", "that", "which", "in", "with", "aged", "living", "from",
];

/// Where `name` stands in `text` as whole words.
fn whole<'t>(text: &'t str, name: &'t str) -> impl Iterator<Item = Range<usize>> + use<'t> {
    let free = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    text.match_indices(name)
        .map(|(at, found)| at..at + found.len())
        .filter(move |range| {
            !range.is_empty()
                && free(text[..range.start].chars().next_back())
                && free(text[range.end..].chars().next())
        })
}

/// The words of a label that mean something, in lower case.
fn words(text: &str) -> Vec<String> {
    const EMPTY: [&str; 16] = [
        "the", "and", "for", "with", "from", "work", "score", "scores", "rate", "share", "number", "other",
        "others", "their", "that", "this",
    ];
    let text = text.to_lowercase();
    let compounds = text.split(|c: char| !c.is_alphanumeric() && c != '-');
    compounds
        .flat_map(|compound| {
            // What a prefix makes another word stays whole: "post-primary" is not "primary".
            let prefix = compound.split_once('-').map(|(prefix, _)| prefix);
            let whole = prefix.is_some_and(|prefix| list("prefixes").has(prefix));
            let parts = compound.split(move |c: char| c == '-' && !whole);
            parts.collect::<Vec<&str>>()
        })
        .filter(|word| word.chars().count() > 3 && !EMPTY.contains(word))
        .map(str::to_owned)
        .collect()
}
