//! The English that claims are read with: lists of words and phrases, from `claims-en.txt`, read once.

use std::collections::BTreeMap;
use std::sync::OnceLock;

const ENGLISH: &str = include_str!("claims-en.txt");

/// Single words.
pub(super) struct Words(Vec<&'static str>);

impl Words {
    /// Whether the list has the word.
    pub(super) fn has(&self, word: &str) -> bool {
        self.0.contains(&word)
    }

    /// The words.
    pub(super) fn iter(&self) -> impl Iterator<Item = &&'static str> {
        self.0.iter()
    }
}

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
    pub places: Vec<(Phrase, Words)>,
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
    pub said_of: Words,
    pub apart: Words,
    pub rows: Words,
    pub after_names: Words,
    pub movements: Words,
    pub across: Words,
    pub quantifiers: Words,
    pub sets: Words,
    pub sees: Words,
    pub superlatives_up: Words,
    pub superlatives_down: Words,
    pub times_up: Words,
    pub times_down: Words,
    pub too_high: Vec<Phrase>,
    pub too_low: Vec<Phrase>,
    pub published: Words,
    pub sizes: Words,
    pub year_before: Vec<Phrase>,
}

/// The lists, read once.
pub(super) fn english() -> &'static English {
    static READ: OnceLock<English> = OnceLock::new();
    READ.get_or_init(|| read().0)
}

/// The lists, and the headings that nothing reads or that hold nothing: none, or a test fails.
fn read() -> (English, Vec<&'static str>) {
    let mut lists = Lists::of(ENGLISH);
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
            .map(|(place, names)| (place, Words(names.split_whitespace().collect())))
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
        said_of: lists.words("said of"),
        apart: lists.words("apart"),
        rows: lists.words("rows"),
        after_names: lists.words("after names"),
        movements: lists.words("movements"),
        across: lists.words("across"),
        quantifiers: lists.words("quantifiers"),
        sets: lists.words("sets"),
        sees: lists.words("sees"),
        superlatives_up: lists.words("superlatives up"),
        superlatives_down: lists.words("superlatives down"),
        times_up: lists.words("times up"),
        times_down: lists.words("times down"),
        too_high: lists.phrases("too high"),
        too_low: lists.phrases("too low"),
        published: lists.words("published"),
        sizes: lists.words("sizes"),
        year_before: lists.phrases("year before"),
    };
    (english, lists.wrong())
}

/// The lines under each heading that is still to be read.
struct Lists {
    lines: BTreeMap<&'static str, Vec<&'static str>>,
    empty: Vec<&'static str>,
}

impl Lists {
    fn of(text: &'static str) -> Self {
        let mut lines: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        let mut heading = "";
        for line in text.lines().map(str::trim) {
            if let Some(rest) = line.strip_prefix('[') {
                heading = rest.split([':', ',', ']']).next().unwrap_or_default();
            } else if !line.is_empty() && !line.starts_with('#') {
                lines.entry(heading).or_default().push(line);
            }
        }
        Lists {
            lines,
            empty: Vec::new(),
        }
    }

    fn lines(&mut self, heading: &'static str) -> Vec<&'static str> {
        self.lines.remove(heading).unwrap_or_else(|| {
            self.empty.push(heading);
            Vec::new()
        })
    }

    fn words(&mut self, heading: &'static str) -> Words {
        let lines = self.lines(heading).into_iter();
        Words(lines.flat_map(str::split_whitespace).collect())
    }

    fn phrases(&mut self, heading: &'static str) -> Vec<Phrase> {
        let lines = self.lines(heading).into_iter();
        lines.map(|line| line.split_whitespace().collect()).collect()
    }

    /// Lines of the form `phrase = what it says`; where nothing stands behind it, it says nothing.
    fn pairs(&mut self, heading: &'static str) -> impl Iterator<Item = (Phrase, &'static str)> + use<> {
        self.lines(heading).into_iter().map(|line| {
            let (phrase, says) = line.split_once('=').unwrap_or((line, ""));
            (phrase.split_whitespace().collect(), says.trim())
        })
    }

    fn wrong(self) -> Vec<&'static str> {
        self.lines.into_keys().chain(self.empty).collect()
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
