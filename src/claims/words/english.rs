//! The English that claims are read with: lists of words and phrases, from `claims-en.txt`, read once.

use std::sync::OnceLock;

use crate::language::{List, Lists};

static ENGLISH: Lists = Lists::of(include_str!("claims-en.txt"));

/// Single words.
type Words = &'static List;

/// A phrase, word by word.
pub(super) type Phrase = Vec<&'static str>;

/// The lists, each under the name of its heading.
pub(super) struct English {
    pub light: Words,
    pub denials: Vec<Phrase>,
    pub denied_leads: Words,
    pub negations: Vec<Phrase>,
    pub taken_back: Vec<Phrase>,
    pub hedges: Words,
    pub denied_after: Vec<Phrase>,
    pub of_the_claim: Words,
    pub other_places: Words,
    pub all: Vec<Phrase>,
    pub things: Words,
    pub ever: Vec<Phrase>,
    pub unbounded: Words,
    /// Places, each with the words that reach there too.
    pub places: Vec<(Phrase, Phrase)>,
    /// Phrases, each with the column that it names.
    pub columns: Vec<(Phrase, &'static str)>,
    pub partners: Words,
    pub against: Words,
    pub small: Words,
    pub compares: Words,
    pub whose: Words,
    pub verbs: Words,
    pub hung: Words,
    pub aside: Words,
    pub carriers: Words,
    pub without: Words,
    pub carry_on: Words,
    pub begin_a_subject: Words,
    pub year_leads: Vec<Phrase>,
    pub levels: Words,
    pub adverbs: Words,
    pub shares: Words,
    pub articles: Words,
    pub dates: Words,
    pub amounts: Words,
    pub units: Words,
}

/// The lists, read once.
pub(super) fn english() -> &'static English {
    static READ: OnceLock<English> = OnceLock::new();
    READ.get_or_init(|| read().0)
}

/// The lists, and the names of those that nothing asks for: none, or a test fails.
fn read() -> (English, Vec<&'static str>) {
    let mut lists = Asked::default();
    let english = English {
        light: lists.words("light"),
        denials: lists.phrases("denials"),
        denied_leads: lists.words("denied leads"),
        negations: lists.phrases("negations"),
        taken_back: lists.phrases("taken back"),
        hedges: lists.words("hedges"),
        denied_after: lists.phrases("denied after"),
        of_the_claim: lists.words("of the claim"),
        other_places: lists.words("other places"),
        all: lists.phrases("all"),
        things: lists.words("things"),
        ever: lists.phrases("ever"),
        unbounded: lists.words("unbounded"),
        places: lists
            .pairs("places")
            .map(|(place, names)| (place, names.split_whitespace().collect()))
            .collect(),
        columns: lists.pairs("columns").collect(),
        partners: lists.words("partners"),
        against: lists.words("against"),
        small: lists.words("small"),
        compares: lists.words("compares"),
        whose: lists.words("whose"),
        verbs: lists.words("verbs"),
        hung: lists.words("hung"),
        aside: lists.words("aside"),
        carriers: lists.words("carriers"),
        without: lists.words("without"),
        carry_on: lists.words("carry on"),
        begin_a_subject: lists.words("begin a subject"),
        year_leads: lists.phrases("year leads"),
        levels: lists.words("levels"),
        adverbs: lists.words("adverbs"),
        shares: lists.words("shares"),
        articles: lists.words("articles"),
        dates: lists.words("dates"),
        amounts: lists.words("amounts"),
        units: lists.words("units"),
    };
    (english, lists.unasked())
}

/// The names of the lists that were asked for.
#[derive(Default)]
struct Asked(Vec<&'static str>);

impl Asked {
    fn words(&mut self, name: &'static str) -> Words {
        self.0.push(name);
        ENGLISH.list(name)
    }

    fn phrases(&mut self, name: &'static str) -> Vec<Phrase> {
        let lines = self.words(name).lines();
        lines.map(|line| line.split_whitespace().collect()).collect()
    }

    /// Lines of the form `phrase = what it says`; where nothing stands behind it, it says nothing.
    fn pairs(&mut self, name: &'static str) -> impl Iterator<Item = (Phrase, &'static str)> + use<> {
        self.words(name).lines().map(|line| {
            let (phrase, says) = line.split_once('=').unwrap_or((line, ""));
            (phrase.split_whitespace().collect(), says.trim())
        })
    }

    /// The lists that nothing asks for.
    fn unasked(self) -> Vec<&'static str> {
        ENGLISH.names().filter(|name| !self.0.contains(name)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_is_there_and_read() {
        assert_eq!(read().1, Vec::<&str>::new());
    }

    #[test]
    fn no_phrase_waits_behind_a_shorter_one() {
        let english = english();
        let lists = [
            &english.denials,
            &english.negations,
            &english.taken_back,
            &english.denied_after,
            &english.ever,
        ];
        for list in lists {
            for phrase in list {
                let within = |other: &Phrase| {
                    other != phrase && phrase.windows(other.len()).any(|part| part == other.as_slice())
                };
                assert!(!list.iter().any(within), "{phrase:?}");
            }
        }
    }
}
