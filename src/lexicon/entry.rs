//! The entries of the lexicon, read from the YAML beside this file.

use std::sync::{Arc, OnceLock};

use indexmap::IndexMap;
use serde::Deserialize;

use super::sense::sense;
use super::tokens::tokens;
use crate::data::{Named, Placed, Text, yaml};
use crate::finding::{Finding, Source, Sources};

/// A family of phrases that say the same.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Its name: `just-above`.
    pub name: String,
    /// The name of what it says; `None` for phrases that say nothing and only keep others from hitting.
    pub(super) sense: Option<String>,
    /// What it says of itself: the numbers of `second highest` or `a third`.
    pub(super) numbers: (Option<u64>, Option<u64>),
    /// Its phrases, for the documentation.
    pub words: Vec<String>,
    /// Whether it says something wherever it stands; otherwise only where a comparison is expected.
    pub strict: bool,
    /// What it must stand beside to say something where no comparison is expected.
    pub beside: Option<Beside>,
    /// Whether it is a change in the present tense, which says something of a result that stands before it: "sales fall".
    pub present: bool,
    /// What must follow, if anything must.
    pub(super) followed_by: Vec<Phrase>,
    /// What may not follow.
    pub(super) not_followed_by: Vec<Phrase>,
    /// What must stand before, if anything must.
    pub(super) preceded_by: Vec<Phrase>,
    /// What may not stand before.
    pub(super) not_preceded_by: Vec<Phrase>,
    /// Sentences in which it must be found.
    pub hits: Vec<String>,
    /// Sentences in which it must not be found.
    pub misses: Vec<String>,
}

/// What makes a statement of words that ordinary prose shares with results.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Beside {
    /// The name of a measure or an area of the notice: "fraud is spreading", and not "the word is spreading".
    Result,
    /// Such a name before it, as its subject: "fraud comes next", and not "the talk on fraud comes next".
    Subject,
    /// One before it and one after: "theft is behind fraud".
    TwoResults,
    /// A printed figure just before it: "that is 155 more".
    Figure,
}

/// A phrase as words and slots.
pub(super) type Phrase = Vec<Part>;

/// A word of a phrase, or a slot for a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Part {
    Word(String),
    /// `{n}`: a whole number, kept as the first number of the sense.
    First,
    /// `{d}`: a whole number, kept as the second.
    Second,
    /// `{year}`: kept as the first.
    Year,
    /// `{tenths}`: a number with one decimal, kept as the first in tenths: 25 of 2.5.
    Tenths,
    /// `{number}`: any number, in digits or words; not kept.
    Number,
    /// `{word}`, `{*er}`: any word that ends so; but none of the entry's `except`.
    Open(String, Arc<[String]>),
    /// `{end}`: no word, but the end of a clause.
    End,
}

/// Every entry, and its phrases by their first word.
#[derive(Debug, Default)]
pub struct Lexicon {
    /// The entries, in the order of the files.
    pub entries: Vec<Entry>,
    /// Phrases by first word, with the number of their entry.
    pub(super) by_word: IndexMap<String, Vec<(Phrase, usize)>>,
    /// Phrases that begin with a number's slot.
    pub(super) by_number: Vec<(Phrase, usize)>,
    /// Phrases that may begin with many words.
    pub(super) by_ending: Vec<(Phrase, usize)>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct File {
    entries: Named<Form>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Form {
    sense: Option<Text>,
    n: Option<Placed<u64>>,
    d: Option<Placed<u64>>,
    loose: Option<Placed<bool>>,
    /// What the phrases must stand beside outside a claim; they are loose.
    beside: Option<Placed<Beside>>,
    /// Whether the phrases are only there for others to build upon.
    parts: Option<Placed<bool>>,
    present: Option<Placed<bool>>,
    #[serde(default)]
    words: Vec<Text>,
    #[serde(default)]
    prefixes: Vec<Text>,
    #[serde(default)]
    words_of: Vec<Text>,
    #[serde(default)]
    followed_by: Vec<Text>,
    #[serde(default)]
    not_followed_by: Vec<Text>,
    #[serde(default)]
    preceded_by: Vec<Text>,
    #[serde(default)]
    not_preceded_by: Vec<Text>,
    #[serde(default)]
    except: Vec<Text>,
    #[serde(default)]
    hits: Vec<Text>,
    #[serde(default)]
    misses: Vec<Text>,
}

const FILES: [(&str, &str); 30] = [
    ("en/conditions.yaml", include_str!("en/conditions.yaml")),
    ("en/benchmark.yaml", include_str!("en/benchmark.yaml")),
    ("en/likeness.yaml", include_str!("en/likeness.yaml")),
    ("en/than.yaml", include_str!("en/than.yaml")),
    ("en/alike.yaml", include_str!("en/alike.yaml")),
    ("en/target.yaml", include_str!("en/target.yaml")),
    ("en/beside.yaml", include_str!("en/beside.yaml")),
    ("en/fraction.yaml", include_str!("en/fraction.yaml")),
    ("en/count.yaml", include_str!("en/count.yaml")),
    ("en/share.yaml", include_str!("en/share.yaml")),
    ("en/most.yaml", include_str!("en/most.yaml")),
    ("en/rank.yaml", include_str!("en/rank.yaml")),
    ("en/superlative.yaml", include_str!("en/superlative.yaml")),
    ("en/greatest.yaml", include_str!("en/greatest.yaml")),
    ("en/place.yaml", include_str!("en/place.yaml")),
    ("en/ever.yaml", include_str!("en/ever.yaml")),
    ("en/change.yaml", include_str!("en/change.yaml")),
    ("en/rise.yaml", include_str!("en/rise.yaml")),
    ("en/motion.yaml", include_str!("en/motion.yaml")),
    ("en/movement.yaml", include_str!("en/movement.yaml")),
    ("en/level.yaml", include_str!("en/level.yaml")),
    ("en/quality.yaml", include_str!("en/quality.yaml")),
    ("en/multiple.yaml", include_str!("en/multiple.yaml")),
    ("en/revision.yaml", include_str!("en/revision.yaml")),
    ("en/other.yaml", include_str!("en/other.yaml")),
    ("en/claimed.yaml", include_str!("en/claimed.yaml")),
    ("en/said.yaml", include_str!("en/said.yaml")),
    ("en/spoken.yaml", include_str!("en/spoken.yaml")),
    ("en/picture.yaml", include_str!("en/picture.yaml")),
    ("en/innocent.yaml", include_str!("en/innocent.yaml")),
];

/// The lexicon of English, read once.
pub fn lexicon() -> &'static Lexicon {
    static ENGLISH: OnceLock<Lexicon> = OnceLock::new();
    ENGLISH.get_or_init(|| read().0)
}

/// The lexicon and what is wrong with its files: nothing, or a test fails.
pub(super) fn read() -> (Lexicon, Vec<Finding>) {
    let mut lexicon = Lexicon::default();
    let mut findings = Vec::new();
    let mut sources = Sources::default();
    let mut words: IndexMap<String, Vec<String>> = IndexMap::new();
    for (path, text) in FILES {
        let file = sources.add(Source::new(path, text));
        let Some(read) = yaml::read::<File>(&sources, file, &mut findings) else {
            continue;
        };
        for (name, _, form) in read.entries.iter() {
            let all = phrases(form, &words);
            if !form.parts.as_ref().is_some_and(|parts| parts.value) {
                lexicon.add(name, form, &all);
            }
            words.insert(name.to_owned(), all);
        }
    }
    (lexicon, findings)
}

/// The phrases of an entry: its own, and each prefix before each phrase of the entries it builds upon.
fn phrases(form: &Form, words: &IndexMap<String, Vec<String>>) -> Vec<String> {
    let mut all: Vec<String> = form.words.iter().map(|text| text.value.clone()).collect();
    for base in form.words_of.iter().filter_map(|base| words.get(&base.value)) {
        for prefix in &form.prefixes {
            all.extend(base.iter().map(|word| format!("{} {word}", prefix.value)));
        }
    }
    all
}

impl Lexicon {
    fn add(&mut self, name: &str, form: &Form, words: &[String]) {
        let at = self.entries.len();
        let texts = |texts: &[Text]| texts.iter().map(|text| text.value.clone()).collect();
        let except: Arc<[String]> = form.except.iter().map(|text| text.value.clone()).collect();
        let context = |texts: &[Text]| texts.iter().map(|text| phrase(&text.value, &except)).collect();
        self.entries.push(Entry {
            name: name.to_owned(),
            sense: form.sense.as_ref().map(|sense| sense.value.clone()),
            numbers: (form.n.as_ref().map(|n| n.value), form.d.as_ref().map(|d| d.value)),
            words: words.to_vec(),
            strict: form.beside.is_none() && !form.loose.as_ref().is_some_and(|loose| loose.value),
            beside: form.beside.as_ref().map(|beside| beside.value),
            present: form.present.as_ref().is_some_and(|present| present.value),
            followed_by: context(&form.followed_by),
            not_followed_by: context(&form.not_followed_by),
            preceded_by: context(&form.preceded_by),
            not_preceded_by: context(&form.not_preceded_by),
            hits: texts(&form.hits),
            misses: texts(&form.misses),
        });
        for word in words {
            let phrase = phrase(word, &except);
            match phrase.first() {
                Some(Part::Word(first)) => self.by_word.entry(first.clone()).or_default().push((phrase, at)),
                Some(Part::Open(..)) => self.by_ending.push((phrase, at)),
                Some(_) => self.by_number.push((phrase, at)),
                None => {}
            }
        }
    }
}

impl Entry {
    /// What a phrase of it says where its slots hold nothing in particular.
    pub fn says(&self) -> Option<super::Sense> {
        let (n, d) = self.numbers;
        sense(self.sense.as_ref()?, n.or(Some(2)), d.or(Some(3)))
    }

    /// A context as the files spell it: for the test of the contexts.
    #[cfg(test)]
    pub(super) fn spelt(context: &Phrase) -> String {
        let part = |part: &Part| match part {
            Part::Word(word) => word.clone(),
            Part::First => "{n}".to_owned(),
            Part::Second => "{d}".to_owned(),
            Part::Year => "{year}".to_owned(),
            Part::Number => "{number}".to_owned(),
            Part::Open(ending, _) if ending.is_empty() => "{word}".to_owned(),
            Part::Open(ending, _) => format!("{{*{ending}}}"),
            Part::Tenths => "{tenths}".to_owned(),
            Part::End => "{end}".to_owned(),
        };
        context.iter().map(part).collect::<Vec<String>>().join(" ")
    }

    /// Whether its sense is one there is: for the test of the files.
    #[cfg(test)]
    pub(super) fn is_sound(&self) -> bool {
        self.sense.is_none() || self.says().is_some()
    }
}

fn phrase(text: &str, except: &Arc<[String]>) -> Phrase {
    tokens(text)
        .into_iter()
        .map(|token| {
            let before = &text[..token.range.start];
            let slot = before.ends_with('{');
            match token.text.as_str() {
                _ if before.ends_with("{*") => Part::Open(token.text, except.clone()),
                "n" if slot => Part::First,
                "d" if slot => Part::Second,
                "year" if slot => Part::Year,
                "tenths" if slot => Part::Tenths,
                "number" if slot => Part::Number,
                "word" if slot => Part::Open(String::new(), except.clone()),
                "end" if slot => Part::End,
                _ => Part::Word(token.text),
            }
        })
        .collect()
}
