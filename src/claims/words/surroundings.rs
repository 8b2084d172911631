//! What the words round a claim do to it: deny it, take it back, or make it speak of more than its condition.
//!
//! The phrases are data, in `surroundings-en.txt`.

use std::sync::OnceLock;

use super::mentions::{mentions, nearest};
use super::{Objection, Statement};
use crate::claims::kinds::Family;
use crate::lexicon::tokens::{Token, tokens};
use crate::lexicon::{self, Sense};

/// The phrases, each as its words, by heading.
struct Surroundings {
    light: Vec<Vec<String>>,
    denials: Vec<Vec<String>>,
    negations: Vec<Vec<String>>,
    taken_back: Vec<Vec<String>>,
    denials_after: Vec<Vec<String>>,
    all: Vec<Vec<String>>,
    things: Vec<Vec<String>>,
    ever: Vec<Vec<String>>,
    anywhere: Vec<Vec<String>>,
}

fn surroundings() -> &'static Surroundings {
    static READ: OnceLock<Surroundings> = OnceLock::new();
    READ.get_or_init(|| {
        let section = |heading: &str| -> Vec<&str> {
            let lines = include_str!("surroundings-en.txt").lines();
            lines
                .skip_while(|line| !line.starts_with(&format!("[{heading}:")))
                .skip(1)
                .take_while(|line| !line.starts_with('['))
                .filter(|line| !line.trim().is_empty())
                .collect()
        };
        let phrases = |heading: &str| section(heading).into_iter().map(words).collect();
        let single = |heading: &str| {
            let lines = section(heading).into_iter();
            lines.flat_map(words).map(|word| vec![word]).collect()
        };
        let after = include_str!("surroundings-en.txt")
            .lines()
            .skip_while(|line| !line.starts_with("[denials: after"))
            .skip(1)
            .take_while(|line| !line.starts_with('['))
            .filter(|line| !line.trim().is_empty());
        Surroundings {
            light: single("light"),
            denials: phrases("denials"),
            negations: phrases("negations"),
            taken_back: phrases("taken back"),
            denials_after: after.map(words).collect(),
            all: phrases("all"),
            things: single("things"),
            ever: phrases("ever"),
            anywhere: phrases("anywhere"),
        }
    })
}

fn words(text: &str) -> Vec<String> {
    tokens(text).into_iter().map(|token| token.text).collect()
}

/// Whether the words before a claim deny it: a negation with nothing but light words between, or a sentence that says
/// it is false.
pub fn is_denied(before: &str) -> bool {
    let known = surroundings();
    let all = tokens(before);
    if known.denials.iter().any(|phrase| stands(&all, phrase)) {
        return true;
    }
    let hits = lexicon::find(before);
    let negations = hits.iter().filter(|hit| hit.sense == Sense::Negation);
    let mut denied = negations
        .filter(|hit| {
            let after: Vec<&Token> = all
                .iter()
                .filter(|token| token.range.start >= hit.range.end)
                .collect();
            let sound = hits
                .iter()
                .all(|other| other.sense == Sense::Negation || other.range.end <= hit.range.start);
            sound && after.iter().all(|token| is_light(token)) && !parts(&before[hit.range.end..])
        })
        .count();
    denied += usize::from(
        known
            .negations
            .iter()
            .any(|phrase| leads_in(before, &all, phrase)),
    );
    denied % 2 == 1
}

/// Whether a mark that ends a clause stands in `text`; the commas of an aside end none.
fn parts(text: &str) -> bool {
    text.contains([';', ':', '–', '—', '(']) || text.matches(',').count() % 2 == 1
}

fn is_light(token: &Token) -> bool {
    surroundings().light.iter().any(|word| word[0] == token.text)
}

/// The words before a claim without the light ones at their end; none where a mark parts these from the claim.
fn stripped<'t>(before: &str, all: &'t [Token]) -> &'t [Token] {
    let mut end = all.len();
    while end > 0 && is_light(&all[end - 1]) {
        end -= 1;
    }
    let from = end.checked_sub(1).map_or(0, |last| all[last].range.end);
    if parts(&before[from..]) { &[] } else { &all[..end] }
}

/// Whether `phrase` stands in `all`, as whole words.
fn stands(all: &[Token], phrase: &[String]) -> bool {
    all.windows(phrase.len())
        .any(|window| window.iter().zip(phrase).all(|(token, word)| token.text == *word))
}

/// Whether `phrase` stands before a claim with nothing but light words between.
fn leads_in(before: &str, all: &[Token], phrase: &[String]) -> bool {
    let from = stripped(before, all).len();
    from > 0 && (from..=all.len()).any(|end| ends_with(&all[..end], phrase)) || ends_with(all, phrase)
}

fn ends_with(all: &[Token], phrase: &[String]) -> bool {
    all.len() >= phrase.len() && stands(&all[all.len() - phrase.len()..], phrase)
}

impl Statement<'_> {
    /// Objects to words round the claim, or in it, that make it say something else.
    pub(super) fn judge_surroundings(&self, objections: &mut Vec<Objection>) {
        let known = surroundings();
        let before = tokens(self.before);
        let after = tokens(self.after);
        if known.denials_after.iter().any(|phrase| stands(&after, phrase)) {
            objections.push(Objection::differ(
                "the words after `{claim}` deny it",
                "say what is true, without the denial",
            ));
        } else if let Some(phrase) = known
            .taken_back
            .iter()
            .find(|phrase| leads_in(self.before, &before, phrase))
        {
            if !self.is_licensed_hedge(phrase) {
                objections.push(taken_back("before"));
            }
        } else if self.takes_itself_back() {
            objections.push(taken_back("in"));
        } else if known.negations.iter().any(|phrase| self.says_alone(phrase)) {
            objections.push(Objection::differ(
                "words in `{claim}` deny it",
                "say what is true, without the denial; or negate the condition with `not`",
            ));
        }
        self.judge_scope(&before, objections);
        self.judge_reach(objections);
    }

    /// "nearly two-thirds" is what the condition says.
    fn is_licensed_hedge(&self, phrase: &[String]) -> bool {
        let near = matches!(phrase, [word] if word == "nearly" || word == "almost" || word == "virtually" || word == "practically");
        let says_near = |name: &str| name.contains("nearly") || name.starts_with("just_") || name == "about";
        near && self
            .licences
            .iter()
            .any(|licence| says_near(licence.test.kind.name))
            || phrase.join(" ") == "close to" && self.is_share()
    }

    /// "[almost the highest][claim]": a hedge in the words that is no part of a phrase of the lexicon.
    fn takes_itself_back(&self) -> bool {
        surroundings()
            .taken_back
            .iter()
            .any(|phrase| self.says_alone(phrase) && !self.is_licensed_hedge(phrase))
    }

    /// Whether a phrase stands in the words, is no part of a phrase of the lexicon, and no number follows it.
    fn says_alone(&self, phrase: &[String]) -> bool {
        let all = tokens(self.words);
        let inside_hit = |range: &std::ops::Range<usize>| {
            self.hits
                .iter()
                .any(|hit| hit.range.start <= range.start && range.end <= hit.range.end)
        };
        all.windows(phrase.len()).any(|window| {
            let fits = window.iter().zip(phrase).all(|(token, word)| token.text == *word);
            let range = window[0].range.start..window[phrase.len() - 1].range.end;
            // "all but one of them" counts, "all but Ring Road" names, and "nearly 78%" is nearly a number.
            let counts = all
                .iter()
                .find(|token| token.range.start >= range.end)
                .is_some_and(|next| {
                    let named = self.words[next.range.clone()].starts_with(char::is_uppercase);
                    self.is_number(&next.text) || named
                });
            fits && !counts && !inside_hit(&range)
        })
    }

    fn is_number(&self, word: &str) -> bool {
        word.starts_with(|c: char| c.is_ascii_digit())
            || self.desk.language.number_words_value(word).is_some()
    }

    /// "All scores were [above the average][claim]" of one score; "only safety was" of a condition that asks no other.
    fn judge_scope(&self, before: &[Token], objections: &mut Vec<Objection>) {
        let single = self.licences.len() == 1 && self.licences.iter().all(|licence| !licence.case.listed);
        if !single || self.is_share() || self.is_ranked() {
            return;
        }
        let known = surroundings();
        let mut tail = stripped(self.before, before);
        while let [rest @ .., last] = tail
            && known.things.iter().any(|word| word[0] == last.text)
        {
            tail = rest;
        }
        while let [rest @ .., last] = tail
            && is_light(last)
        {
            tail = rest;
        }
        let names = self.measure_names();
        let named = mentions(self.before, &names);
        let only = nearest(self.before, &named).is_some_and(|mention| {
            let lead = words(&self.before[..mention.start]);
            matches!(lead.as_slice(), [.., before, only] if only == "only" && before != "not")
                || matches!(lead.as_slice(), [only] if only == "only")
        });
        if only {
            objections.push(Objection::differ(
                "the sentence of `{claim}` says it of only one measure, and the condition does not ask the others",
                "test `measures.value` with `exactly=1`, or take the word out",
            ));
        } else if known.all.iter().any(|phrase| ends_with(tail, phrase)) {
            objections.push(Objection::differ(
                "the sentence of `{claim}` speaks of all, and the condition of one figure",
                "test `measures.value`, or say which one it is",
            ));
        }
    }

    fn is_ranked(&self) -> bool {
        self.licences.iter().any(|licence| {
            matches!(
                licence.test.kind.family,
                Family::Rank | Family::Scale | Family::History
            )
        })
    }

    /// "the highest score ever", "the highest in the land": further than the set of the condition reaches.
    fn judge_reach(&self, objections: &mut Vec<Objection>) {
        let rank = self
            .licences
            .iter()
            .any(|licence| licence.test.kind.family == Family::Rank);
        let history = self
            .licences
            .iter()
            .any(|licence| licence.test.kind.family == Family::History);
        if history {
            return;
        }
        let known = surroundings();
        let all = tokens(self.words);
        let than_ever = |all: &[Token]| {
            ["ever", "any", "anywhere", "anyone"]
                .iter()
                .any(|word| stands(all, &["than".to_owned(), (*word).to_owned()]))
        };
        if !rank {
            if than_ever(&all) || than_ever(&tokens(self.compared_after())) {
                objections.push(Objection::differ(
                    "the words of `{claim}` compare with more than its condition does",
                    "name what the condition compares with; `highest(among=…)` compares a whole set, `highest_since` and `record_high` earlier years",
                ));
            }
            return;
        }
        let ever = known.ever.iter().any(|phrase| stands(&all, phrase));
        let named = |word: &str| {
            let programme = self.desk.programme;
            let benchmarks = programme.benchmark.iter().flat_map(|benchmark| {
                benchmark
                    .also_called
                    .iter()
                    .chain([&benchmark.name])
                    .map(|name| name.value.as_str())
            });
            let areas = self
                .desk
                .inspections
                .iter()
                .map(|(inspection, _)| inspection.area.value.as_str());
            let mut names = benchmarks.chain(areas).chain([
                self.desk.organisation.name.value.as_str(),
                programme.name.value.as_str(),
            ]);
            names.any(|name| {
                words(name)
                    .iter()
                    .any(|own| own.starts_with(&word[..word.len().min(4)]))
            })
        };
        let beyond = known
            .anywhere
            .iter()
            .any(|phrase| stands(&all, phrase) && !named(&phrase[0]));
        if ever || beyond {
            objections.push(Objection::differ(
                "the words of `{claim}` reach further than the set that its condition compares",
                "name the set, as in \"the highest of the three\"; `highest_since` and `record_high` compare with earlier years",
            ));
        }
    }
}

fn taken_back(place: &str) -> Objection {
    Objection::differ(
        format!("words {place} `{{claim}}` take it back"),
        "say what is so: \"almost above\" is not above",
    )
}
