//! The English that claims are read with: lists of words and phrases, from `claims-en.txt`, read once.

use std::sync::OnceLock;

use crate::language::{List, Lists};

static ENGLISH: Lists = Lists::of(include_str!("claims-en.txt"));

/// Single words.
pub(super) type Words = &'static List;

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
    pub movements: Words,
    pub another_clause: Words,
    pub pronouns: Words,
    pub says_more: Words,
    pub gives_a_place: Words,
    pub at_a_place: Words,
    pub joins: Vec<Phrase>,
    pub commas_join: Words,
    pub of_a_set: Words,
    pub sets_in_a_year: Words,
    pub dated: Words,
    pub clause_after_a_year: Words,
    pub happened: Words,
    pub stands: Words,
    pub several: Words,
    pub after_than: Words,
    pub relatives: Words,
    pub un: Words,
    pub rates: Words,
    pub no_things: Words,
    pub of_a_target: Words,
    pub of_a_multiple: Words,
    pub said_of: Words,
    pub apart: Words,
    pub rows: Words,
    pub after_names: Words,
    pub movement_nouns: Words,
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
    pub more: Words,
    pub goes_up: Words,
    pub goes_down: Words,
    pub turns: Words,
    /// Words, each with its contrary.
    pub contraries: Vec<(&'static str, &'static str)>,
    pub modals: Words,
    pub unreal: Words,
    pub average_ends: Words,
    pub average_units: Words,
    pub of_any_set: Words,
    pub others: Words,
    pub begins_a_whole: Words,
    pub echoes: Words,
}

/// The lists, read once.
pub(super) fn english() -> &'static English {
    static READ: OnceLock<English> = OnceLock::new();
    READ.get_or_init(read)
}

fn read() -> English {
    English {
        light: ENGLISH.list("light"),
        denials: phrases("denials"),
        denied_leads: ENGLISH.list("denied leads"),
        negations: phrases("negations"),
        taken_back: phrases("taken back"),
        hedges: ENGLISH.list("hedges"),
        denied_after: phrases("denied after"),
        of_the_claim: ENGLISH.list("of the claim"),
        other_places: ENGLISH.list("other places"),
        all: phrases("all"),
        things: ENGLISH.list("things"),
        ever: phrases("ever"),
        unbounded: ENGLISH.list("unbounded"),
        places: pairs("places")
            .map(|(place, names)| (place, names.split_whitespace().collect()))
            .collect(),
        columns: pairs("columns").collect(),
        partners: ENGLISH.list("partners"),
        against: ENGLISH.list("against"),
        small: ENGLISH.list("small"),
        compares: ENGLISH.list("compares"),
        whose: ENGLISH.list("whose"),
        verbs: ENGLISH.list("verbs"),
        hung: ENGLISH.list("hung"),
        aside: ENGLISH.list("aside"),
        carriers: ENGLISH.list("carriers"),
        without: ENGLISH.list("without"),
        carry_on: ENGLISH.list("carry on"),
        begin_a_subject: ENGLISH.list("begin a subject"),
        year_leads: phrases("year leads"),
        levels: ENGLISH.list("levels"),
        adverbs: ENGLISH.list("adverbs"),
        shares: ENGLISH.list("shares"),
        articles: ENGLISH.list("articles"),
        dates: ENGLISH.list("dates"),
        amounts: ENGLISH.list("amounts"),
        units: ENGLISH.list("units"),
        movements: ENGLISH.list("movements"),
        another_clause: ENGLISH.list("another clause"),
        pronouns: ENGLISH.list("pronouns"),
        says_more: ENGLISH.list("says more"),
        gives_a_place: ENGLISH.list("gives a place"),
        at_a_place: ENGLISH.list("at a place"),
        joins: phrases("joins"),
        commas_join: ENGLISH.list("commas join"),
        of_a_set: ENGLISH.list("of a set"),
        sets_in_a_year: ENGLISH.list("sets in a year"),
        dated: ENGLISH.list("dated"),
        clause_after_a_year: ENGLISH.list("clause after a year"),
        happened: ENGLISH.list("happened"),
        stands: ENGLISH.list("stands"),
        several: ENGLISH.list("several"),
        after_than: ENGLISH.list("after than"),
        relatives: ENGLISH.list("relatives"),
        un: ENGLISH.list("un"),
        rates: ENGLISH.list("rates"),
        no_things: ENGLISH.list("no things"),
        of_a_target: ENGLISH.list("of a target"),
        of_a_multiple: ENGLISH.list("of a multiple"),
        said_of: ENGLISH.list("said of"),
        apart: ENGLISH.list("apart"),
        rows: ENGLISH.list("rows"),
        after_names: ENGLISH.list("after names"),
        movement_nouns: ENGLISH.list("movement nouns"),
        across: ENGLISH.list("across"),
        quantifiers: ENGLISH.list("quantifiers"),
        sets: ENGLISH.list("sets"),
        sees: ENGLISH.list("sees"),
        superlatives_up: ENGLISH.list("superlatives up"),
        superlatives_down: ENGLISH.list("superlatives down"),
        times_up: ENGLISH.list("times up"),
        times_down: ENGLISH.list("times down"),
        too_high: phrases("too high"),
        too_low: phrases("too low"),
        published: ENGLISH.list("published"),
        sizes: ENGLISH.list("sizes"),
        year_before: phrases("year before"),
        more: ENGLISH.list("more"),
        goes_up: ENGLISH.list("goes up"),
        goes_down: ENGLISH.list("goes down"),
        turns: ENGLISH.list("turns"),
        contraries: pairs("contraries")
            .filter_map(|(word, contrary)| Some((*word.first()?, contrary)))
            .collect(),
        modals: ENGLISH.list("modals"),
        unreal: ENGLISH.list("unreal"),
        average_ends: ENGLISH.list("average ends"),
        average_units: ENGLISH.list("average units"),
        of_any_set: ENGLISH.list("of any set"),
        others: ENGLISH.list("others"),
        begins_a_whole: ENGLISH.list("begins a whole"),
        echoes: ENGLISH.list("echoes"),
    }
}

fn phrases(name: &str) -> Vec<Phrase> {
    let lines = ENGLISH.list(name).lines();
    lines.map(|line| line.split_whitespace().collect()).collect()
}

/// Lines of the form `phrase = what it says`; where nothing stands behind it, it says nothing.
fn pairs(name: &str) -> impl Iterator<Item = (Phrase, &'static str)> + use<> {
    ENGLISH.list(name).lines().map(|line| {
        let (phrase, says) = line.split_once('=').unwrap_or((line, ""));
        (phrase.split_whitespace().collect(), says.trim())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

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
