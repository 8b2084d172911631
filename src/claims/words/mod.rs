//! The words against the condition: whether they say what the condition says, no more and nothing else.

mod averages;
mod comparators;
mod counted;
mod dated;
mod degree;
mod denied;
mod direction;
mod distances;
mod elsewhere;
mod english;
mod family;
mod figures;
mod licence;
mod links;
mod measures;
mod mentions;
mod named;
mod numbers;
mod occasions;
mod others;
mod otherwise;
mod places;
mod plainly;
mod quantifier;
mod rates;
mod reach;
mod said_of;
mod sided;
mod sides;
mod sizes;
mod spans;
mod subject;
mod surroundings;
mod unreal;
mod whole;
mod whose;
mod years;

use super::condition::{Condition, Judged};
use super::kinds::Family;
use super::resolve::Case;
use super::verdict::Verdict;
use super::{Desk, Use};
use crate::data::programme::Measure;
use crate::finding::Code;
use crate::language::sentence_of;
use crate::lexicon::{self, Hit, Sense};
use licence::Licence;

/// What is wrong or doubtful about a claim's words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Objection {
    /// The code of the finding it becomes.
    pub code: Code,
    /// What was found, with `{claim}` for the claim's name; no words of the notice.
    pub says: String,
    /// What to do.
    pub advice: String,
    /// Words and values.
    pub shown: Vec<String>,
}

impl Objection {
    fn new(code: Code, says: impl Into<String>, advice: impl Into<String>) -> Self {
        Objection {
            code,
            says: says.into(),
            advice: advice.into(),
            shown: Vec::new(),
        }
    }

    fn differ(says: impl Into<String>, advice: impl Into<String>) -> Self {
        Objection::new(Code::ClaimWordsDiffer, says, advice)
    }

    fn shown(mut self, line: impl Into<String>) -> Self {
        self.shown.push(line.into());
        self
    }
}

/// A claim's words with everything they are held against.
struct Statement<'s> {
    /// The claim's words.
    words: &'s str,
    /// The sentence before them.
    before: &'s str,
    /// Whether the words before deny them: "was not [above the average]".
    denied: bool,
    /// The sentence after them.
    after: &'s str,
    /// The lexicon's phrases in the words.
    hits: Vec<Hit>,
    /// The claim's place in the notice.
    used: &'s Use<'s>,
    /// What the condition's tests license.
    licences: Vec<Licence<'s>>,
    desk: &'s Desk<'s>,
}

/// Every objection to the words of a claim.
pub fn judge(used: &Use<'_>, condition: &Condition, verdict: &Verdict, desk: &Desk<'_>) -> Vec<Objection> {
    let mut objections = Vec::new();
    for ways in alternatives(used, condition, &verdict.cases, desk) {
        let statement = Statement::new(used, ways, desk);
        let mut found = Vec::new();
        statement.judge_direction(&mut found);
        statement.judge_echoes(&mut found);
        statement.judge_quantifiers(&mut found);
        statement.judge_numbers(&mut found);
        statement.judge_figures(&mut found);
        statement.judge_sided_figures(&mut found);
        statement.judge_distances(&mut found);
        statement.judge_spans(&mut found);
        statement.judge_rates(&mut found);
        statement.judge_denied_share(&mut found);
        statement.judge_superseded(&mut found);
        statement.judge_turned_share(&mut found);
        statement.judge_mentions(&mut found);
        statement.judge_surroundings(&mut found);
        for objection in found {
            if !objections.contains(&objection) {
                objections.push(objection);
            }
        }
    }
    objections
}

/// Of tests joined by `or`, each that holds must license the words: which of them it is may change with the data.
fn alternatives<'c>(
    used: &Use<'_>,
    condition: &'c Condition,
    cases: &'c [Case],
    desk: &Desk<'_>,
) -> Vec<Vec<Judged<'c>>> {
    let words = &desk.passages[used.passage].text[used.range.clone()];
    let says_or = lexicon::tokens::tokens(words)
        .iter()
        .any(|token| token.text == "or");
    condition.alternatives(cases, says_or)
}

/// Every objection to what a sentence makes of words that a filter chose.
pub fn judge_chosen(used: &Use<'_>, condition: &Condition, case: &Case, desk: &Desk<'_>) -> Vec<Objection> {
    let tests = condition
        .tests()
        .into_iter()
        .map(|(test, negated)| (test, negated, case));
    let statement = Statement::new(used, tests.collect(), desk);
    let mut objections = Vec::new();
    if statement.denied {
        objections.push(Objection::differ(
            "the words before `{claim}` deny what it prints",
            "take the denial out, or write the sentence by hand with a claim",
        ));
    }
    statement.judge_mentions(&mut objections);
    statement.judge_surroundings(&mut objections);
    objections
}

impl<'s> Statement<'s> {
    fn new(used: &'s Use<'s>, tests: Vec<Judged<'s>>, desk: &'s Desk<'s>) -> Self {
        let text = &desk.passages[used.passage].text;
        let sentence = sentence_of(text, &used.range);
        let words = &text[used.range.clone()];
        let before = &text[sentence.start..used.range.start];
        let mut hits = merged(outside_names(lexicon::find(words), words, desk));
        if tests.iter().any(|(test, ..)| test.kind.family == Family::Share) {
            sided(&mut hits, words);
        }
        // What stands before the last word of movement may be what moved: "[growth in sales fell][c]".
        let moves = |hit: &&Hit| {
            matches!(
                hit.sense,
                Sense::Rose
                    | Sense::Fell
                    | Sense::Improved
                    | Sense::Worsened
                    | Sense::Slowed
                    | Sense::Quickened
            )
        };
        let moved = hits.iter().rev().find(moves).map_or(0, |hit| hit.range.start);
        let subject = format!("{before}{}", &words[..moved]);
        Statement {
            words,
            before,
            denied: surroundings::is_denied(before) || unreal::denies_every_row(before, &tests),
            after: &text[used.range.end..sentence.end],
            hits,
            used,
            licences: tests
                .into_iter()
                .map(|(test, negated, case)| Licence::new(test, negated, case, &subject))
                .collect(),
            desk,
        }
    }
}

/// The phrases that are no word of a measure's name: "half of all crime", where "all crime" is measured.
fn outside_names(mut hits: Vec<Hit>, words: &str, desk: &Desk<'_>) -> Vec<Hit> {
    let text = words.to_lowercase();
    if text.len() != words.len() {
        return hits;
    }
    let called = |measure: &Measure| {
        let also = measure.names();
        also.map(|name| name.value.to_lowercase())
            .collect::<Vec<String>>()
    };
    let names = desk
        .programme
        .measures
        .iter()
        .flat_map(|(_, _, measure)| called(measure));
    for name in names.filter(|name| !name.is_empty()) {
        for (at, _) in text.match_indices(&name) {
            let is_part = |hit: &Hit| {
                let inside = at <= hit.range.start && hit.range.end <= at + name.len();
                inside && hit.range.len() < name.len() && hit.sense == Sense::All
            };
            hits.retain(|hit| !is_part(hit));
        }
    }
    hits
}

/// "Above half" and "below 50 per cent" of a share say its side, and compare with nothing else.
fn sided(hits: &mut [Hit], words: &str) {
    for hit in hits {
        let rest = words[hit.range.end..].trim_start();
        let fraction = lexicon::find(rest)
            .first()
            .is_some_and(|next| next.range.start == 0 && matches!(next.sense, Sense::Fraction { .. }));
        let number = rest.starts_with(|c: char| c.is_ascii_digit());
        if fraction || number {
            hit.sense = match (hit.sense, words[hit.range.clone()].to_lowercase().as_str()) {
                (Sense::Above, "above") => Sense::ShareOver,
                (Sense::Below, "below") => Sense::ShareUnder,
                (sense, _) => sense,
            };
        }
    }
}

/// "More days than any other site": two phrases that say one place.
fn merged(hits: Vec<Hit>) -> Vec<Hit> {
    let mut found: Vec<Hit> = Vec::new();
    for hit in hits {
        let place = match found.last().map(|before| before.sense) {
            Some(Sense::Above) => Some(Sense::FromTop(1)),
            Some(Sense::Below) => Some(Sense::FromBottom(1)),
            Some(Sense::Better) => Some(Sense::Best),
            Some(Sense::Worse) => Some(Sense::Worst),
            _ => None,
        };
        match (found.last_mut(), place) {
            (Some(before), Some(place)) if hit.entry.name == "more-than-any-other" => {
                before.sense = place;
                before.range.end = hit.range.end;
            }
            _ => found.push(hit),
        }
    }
    found
}
