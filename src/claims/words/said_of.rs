//! What the rest of its clause says a claim of: "[rose][c] in the West", "[a fall][c] in thefts", "[fell][c] in both pilots".

use super::english::{Words, english};
use super::measures::Names;
use super::mentions::{GAPS, Mention, mentions, other, words_of};
use super::{Objection, Statement};
use crate::claims::kinds::Family;
use crate::claims::reading::Given;
use crate::figures::Figure;
use crate::lexicon::Sense;
use crate::lexicon::tokens::{Token, tokens};

/// A name after a claim has so many words before it: "[rose][c] on the pier at Northshire".
const REACH: usize = 4;
/// Words that say that a comparison goes on after the claim, so that a name there is what it compares with.
const LINKS: [&str; 11] = [
    "than", "that", "those", "above", "below", "as", "with", "from", "against", "behind", "ahead",
];

impl Statement<'_> {
    /// The names that the words after the claim say it of, in a row: "in the East and the West".
    pub(super) fn names_after(&self, names: &Names) -> Vec<Mention> {
        let lead_in = &english().said_of;
        let (after, aside) = match self.after.strip_prefix(", ") {
            Some(rest) => (rest, true),
            None => (self.after, false),
        };
        let skipped = self.after.len() - after.len();
        let mut found = mentions(after, names);
        let lead = found.first().map_or("", |first| &after[..first.start]);
        let mut words = words_of(lead);
        words.pop_if(|word| word == "the");
        // "[A fall][c] after the work at Ring Road" is said of no Ring Road.
        let moved = self
            .licences
            .iter()
            .all(|licence| licence.test.kind.family == Family::Time);
        let to = usize::from(
            moved
                && words
                    .first()
                    .is_some_and(|first| first == "to" || first == "from"),
        );
        let elsewhere = words[to..].iter().any(|word| english().apart.has(word));
        let near = words.len() <= REACH && !elsewhere && !GAPS.iter().any(|gap| lead.contains(gap));
        if !near || !words.last().is_some_and(|word| lead_in.has(word)) {
            return Vec::new();
        }
        let joins = |pair: &[Mention]| {
            let between = &after[pair[0].end..pair[1].start];
            let words = words_of(between);
            let row = words
                .iter()
                .all(|word| english().rows.has(word) || lead_in.has(word));
            // "… of pupils at Ashby, and at Cedar to 30%" goes on to something else.
            let goes_on = between.contains(',') && words.iter().any(|word| lead_in.has(word));
            row && !goes_on
                && (words.iter().any(|word| word == "and") || between.trim_start().starts_with(','))
        };
        let mut row = 1 + found.windows(2).take_while(|pair| joins(pair)).count();
        // "In the East and the West fell": the last is the subject of what follows. "In the East, the West": no row.
        let ends = |at: usize| {
            let rest = &after[found[at].end..];
            let next = tokens(rest).into_iter().next();
            rest.trim_start().starts_with(|c: char| !c.is_alphanumeric())
                || next.is_none_or(|next| english().after_names.has(&next.text))
        };
        let anded = |at: usize| {
            let between = words_of(&after[found[at - 1].end..found[at].start]);
            between.iter().any(|word| word == "and")
        };
        while row > 1 && !(ends(row - 1) && anded(row - 1)) {
            row -= 1;
        }
        // "[Rose][c], in the West": the clause ends with it; "…, in the West they fell" is another clause.
        let closes = |at: usize| {
            !after[found[at].end..]
                .trim_start()
                .starts_with(char::is_alphanumeric)
        };
        // "In the north of the West": the West; "in the West of the city" is a part of something else.
        let part = words_of(&after[found[row - 1].end..])
            .first()
            .is_some_and(|next| next == "of");
        if (aside && !(closes(row - 1) && words.len() == 1)) || part {
            return Vec::new();
        }
        found.truncate(row);
        for mention in &mut found {
            mention.start += skipped;
            mention.end += skipped;
        }
        found
    }

    /// Objects to an area of the notice after the claim that its figures are not of.
    pub(super) fn judge_areas_after(&self, own: &[&String], objections: &mut Vec<Objection>) {
        let subjects: Vec<&String> = self
            .rows()
            .filter_map(|row| row.figure.subject.inspection.as_ref())
            .collect();
        let together = self.licences.iter().any(|licence| licence.test.kind.is_alike());
        let wrong = |mention: &Mention| {
            let partner = own.contains(&&mention.of) && (together || self.goes_on());
            !subjects.contains(&&mention.of) && !partner
        };
        if self.names_after(&self.area_names()).iter().any(wrong) {
            objections.push(other("area", "just after its words"));
        }
    }

    /// Whether the words hold a comparison that the words after them may end: "[above that][c] in the West".
    fn goes_on(&self) -> bool {
        tokens(self.words)
            .iter()
            .any(|token| LINKS.contains(&token.text.as_str()))
    }

    /// The measures that the words after the claim say it of, where the words before it do not name the condition's.
    pub(super) fn measures_after(&self, names: &Names, own: &[String]) -> Vec<Mention> {
        let named = self.names_after(names);
        let is_own = |text: &str| {
            mentions(text, names)
                .iter()
                .any(|mention| own.contains(&mention.of))
        };
        // "[Above the area average][c] on repairs" has said what it compares with.
        let said = !mentions(self.words, &self.comparators()).is_empty();
        if self.goes_on() && !said || !self.says_movement_of() && (is_own(self.before) || is_own(self.words))
        {
            return Vec::new();
        }
        // "Complaints [rose][c] in schools" says where, though schools are counted too; "[a rise][c] in schools" says of what.
        let counted_alike = |mention: &Mention| {
            let unit = self.desk.programme.measures.get(&mention.of).map(|one| &one.unit);
            let same = |figure: &Figure| {
                let own = figure.subject.measure.as_ref();
                let own = own.and_then(|own| self.desk.programme.measures.get(&own.name));
                own.map(|own| own.unit.as_ref().map(|unit| &unit.value))
                    == unit.map(|unit| unit.as_ref().map(|unit| &unit.value))
            };
            self.says_movement_of() || self.rows().any(|row| same(&row.figure))
        };
        named.into_iter().filter(counted_alike).collect()
    }

    /// The measure that words without one of their own belong to: "[record low][c] injuries".
    pub(super) fn right_after(&self, names: &Names) -> Vec<Mention> {
        let named = mentions(self.after, names).into_iter().take(1);
        let whole = self
            .hits
            .last()
            .is_some_and(|hit| is_record(hit.sense) && hit.range.end == self.words.len());
        named
            .filter(|mention| whole && self.after[..mention.start].trim().is_empty())
            .collect()
    }

    /// "[A rise][c] in …", "the [fall][c] in …": what follows is what moved.
    fn says_movement_of(&self) -> bool {
        let text = format!("{}{}", self.before, self.words);
        let words = words_of(&text);
        let Some((noun, lead)) = words.split_last() else {
            return false;
        };
        let article = lead
            .iter()
            .rev()
            .take(3)
            .any(|word| matches!(word.as_str(), "a" | "an" | "the" | "no" | "this"));
        article
            && english().movement_nouns.has(noun)
            && words_of(self.after).first().is_some_and(|word| word == "in")
    }

    /// "[Rose][c] in every region", "both pilots saw [a fall][c]" of a condition on one figure.
    pub(super) fn judge_sets_round(&self, objections: &mut Vec<Objection>) {
        let single = self.licences.len() == 1 && self.licences.iter().all(|licence| !licence.case.listed);
        let families = [
            Family::Time,
            Family::Uncertainty,
            Family::Benchmark,
            Family::Multiple,
        ];
        let asked = self
            .licences
            .iter()
            .all(|licence| families.contains(&licence.test.kind.family));
        if !single || !asked {
            return;
        }
        let end = GAPS.iter().filter_map(|gap| self.after.find(gap)).min();
        let after = &self.after[..end.unwrap_or(self.after.len())];
        let inside = self.set_in(self.words, true) && !ends_on_benchmark(self.words);
        let follows = !ends_on_benchmark(self.words) && self.set_in(after, false);
        if inside || follows || self.opens_with_set() {
            objections.push(Objection::differ(
                "the sentence of `{claim}` speaks of all, and the condition of one figure",
                "test `measures.value` or `inspections.NAME.value`, or say which one it is",
            ));
        }
    }

    /// Whether a text says "in every region", "everywhere", and no name of the condition's own holds these words.
    fn set_in(&self, text: &str, inside: bool) -> bool {
        let words = tokens(text);
        (0..words.len()).any(|at| {
            let led = match at.checked_sub(1) {
                Some(before) => english().across.has(&words[before].text) && (inside || before <= REACH),
                None => inside,
            };
            let benchmark = at
                .checked_sub(2)
                .is_some_and(|at| english().partners.has(&words[at].text));
            let alone = words[at].text == "everywhere" && (inside || at <= REACH);
            let range = set_at(&words, at).filter(|_| led && !benchmark);
            let end = if alone { Some(at + 1) } else { range };
            end.is_some_and(|end| !self.is_in_own_name(&words[at..end]))
        })
    }

    /// Whether the sentence says of a set what the claim is: "Both pilots saw [a fall][c]".
    fn opens_with_set(&self) -> bool {
        let words = tokens(self.before);
        set_at(&words, 0).is_some_and(|end| {
            let rest = &words[end..];
            let sees = rest.first().is_some_and(|verb| english().sees.has(&verb.text));
            sees && rest.len() <= 2 && !self.is_in_own_name(&words[..end])
        })
    }

    /// Whether words are part of what the condition's measure or area is called: "Admissions in all areas".
    pub(super) fn is_in_own_name(&self, words: &[Token]) -> bool {
        let said: Vec<&str> = words.iter().map(|token| token.text.as_str()).collect();
        let own = |figure: &Figure| {
            let measure = figure.subject.measure.iter();
            let called = measure.flat_map(|measure| measure.also_called.iter().chain([&measure.label.value]));
            let names: Vec<&String> = called.chain(figure.subject.area.iter()).collect();
            names.into_iter().any(|name| {
                let name = words_of(name);
                name.windows(said.len()).any(|part| part.iter().eq(said.iter()))
            })
        };
        self.rows().any(|row| {
            own(&row.figure)
                || row.arguments.values().any(|given| match given {
                    Given::Figure(figure) => own(figure),
                    _ => false,
                })
        })
    }
}

/// Whether a phrase says more, or less, than in all earlier years.
pub(super) fn is_record(sense: Sense) -> bool {
    matches!(
        sense,
        Sense::RecordHigh | Sense::RecordLow | Sense::HighOfYears | Sense::LowOfYears
    )
}

/// Where a set ends that begins at a word: "all three regions", "each of the pilots".
fn set_at(words: &[Token], at: usize) -> Option<usize> {
    let (quantifiers, nouns): (&Words, &Words) = (&english().quantifiers, &english().sets);
    words.get(at).filter(|word| quantifiers.has(&word.text))?;
    let rest = words[at + 1..].iter().take(4);
    let noun = rest.clone().position(|word| nouns.has(&word.text))?;
    let small = |word: &Token| !english().across.has(&word.text);
    rest.take(noun).all(small).then_some(at + 2 + noun)
}

/// Whether words end on what is compared with, so that a set after them is the benchmark's: "[above the average][c] in
/// all regions".
fn ends_on_benchmark(words: &str) -> bool {
    words_of(words).iter().any(|word| english().partners.has(word))
}
