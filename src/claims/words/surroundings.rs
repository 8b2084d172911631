//! What stands round a claim and what it may do to it: deny it, or take it back.
//!
//! The phrases are data, in `claims-en.txt`.

use super::english::{Phrase, english};
use super::unreal::is_unreal;
use super::{Objection, Statement};
use crate::lexicon::tokens::{Token, tokens};
use crate::lexicon::{self, Sense};

/// Whether the words before a claim deny it: a negation with nothing but light words between, or a sentence that says
/// it is false.
pub fn is_denied(before: &str) -> bool {
    let all = tokens(before);
    if denies_what_follows(before, &all) {
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
    let leads = |phrase: &Phrase| leads_in(before, &all, phrase);
    denied += usize::from(english().negations.iter().any(leads));
    denied % 2 == 1
}

/// "There is no evidence that safety work was [above][c] …": a denial of all that its clause says. "There is no evidence
/// of theft, and safety work was [above][c] …" denies another thing.
fn denies_what_follows(before: &str, all: &[Token]) -> bool {
    let known = english();
    known.denials.iter().any(|phrase| {
        places_of(all, phrase).any(|at| {
            let rest = &all[at + phrase.len()..];
            let lead = rest
                .iter()
                .take_while(|token| known.denied_leads.has(&token.text));
            let (lead, clause) = rest.split_at(lead.count());
            let says = phrase.last() == Some(&"say") || lead.iter().any(|token| token.text == "that");
            // Without "that", the thing denied must not be another: "no evidence of theft".
            let other = clause.first().is_some_and(|token| known.aside.has(&token.text));
            let start = lead.last().or(all.get(at + phrase.len() - 1));
            let start = start.map_or(0, |token| token.range.end);
            // "It is not true that it came to 64%, [above the average][c]": what stands beside is denied with it.
            let clause = before[start..].trim_end().trim_end_matches(',');
            // At the head of a sentence it denies all of it: "It is not true that there were 46: 22 here, 24 there".
            let heads = at == 0
                && lead.iter().any(|token| token.text == "that")
                && !clause.contains(" but ")
                && clause
                    .match_indices(", and ")
                    .all(|(at, and)| clause[at + and.len()..].starts_with("that "));
            (says || !other) && (heads || !ends_clause(clause))
        })
    })
}

/// Whether a clause ends in `text` and another begins, so that what is said before it is not said of what follows.
pub(super) fn ends_clause(text: &str) -> bool {
    // The comma of 270,397 ends nothing, nor do the two of an aside.
    let commas = text.matches(", ").count() % 2 == 1;
    let says = |part: &str| {
        let verb = tokens(part).iter().any(|token| english().verbs.has(&token.text));
        verb || lexicon::find(part).iter().any(|hit| hit.sense != Sense::Negation)
    };
    commas
        || text.contains([';', ':', '–', '—', '('])
        || [" but ", " while ", " whereas "]
            .iter()
            .any(|link| text.contains(link))
        || text
            .match_indices(" and ")
            .any(|(at, link)| says(&text[..at]) && !text[at + link.len()..].starts_with("that "))
}

/// Whether a mark that ends a clause stands in `text`; the commas of an aside end none.
fn parts(text: &str) -> bool {
    text.contains([';', ':', '–', '—', '(']) || text.matches(',').count() % 2 == 1
}

pub(super) fn is_light(token: &Token) -> bool {
    english().light.has(&token.text)
}

/// The words before a claim without the light ones at their end; none where a mark parts these from the claim.
pub(super) fn stripped<'t>(before: &str, all: &'t [Token]) -> &'t [Token] {
    let mut end = all.len();
    while end > 0 && is_light(&all[end - 1]) {
        end -= 1;
    }
    let from = end.checked_sub(1).map_or(0, |last| all[last].range.end);
    if parts(&before[from..]) { &[] } else { &all[..end] }
}

/// Where `phrase` stands in `all`, as whole words.
fn places_of<'t>(all: &'t [Token], phrase: &'t Phrase) -> impl Iterator<Item = usize> {
    let windows = all.windows(phrase.len()).enumerate();
    windows
        .filter(move |(_, window)| window.iter().zip(phrase).all(|(token, word)| token.text == *word))
        .map(|(at, _)| at)
}

/// Whether `phrase` stands in `all`, as whole words.
pub(super) fn stands(all: &[Token], phrase: &Phrase) -> bool {
    places_of(all, phrase).next().is_some()
}

/// Whether `phrase` stands before a claim with nothing but light words between.
fn leads_in(before: &str, all: &[Token], phrase: &Phrase) -> bool {
    let from = stripped(before, all).len();
    from > 0 && (from..=all.len()).any(|end| ends_with(&all[..end], phrase)) || ends_with(all, phrase)
}

pub(super) fn ends_with(all: &[Token], phrase: &Phrase) -> bool {
    all.len() >= phrase.len() && stands(&all[all.len() - phrase.len()..], phrase)
}

impl Statement<'_> {
    /// Objects to words round the claim, or in it, that make it say something else.
    pub(super) fn judge_surroundings(&self, objections: &mut Vec<Objection>) {
        let known = english();
        let before = tokens(self.before);
        if self.is_denied_after() {
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
        } else if is_unreal(self.before) {
            objections.push(taken_back("before"));
        } else if self.takes_itself_back() {
            objections.push(taken_back("in"));
        } else if known.negations.iter().any(|phrase| self.says_alone(phrase)) {
            objections.push(Objection::differ(
                "words in `{claim}` deny it",
                "say what is true, without the denial; or negate the condition with `not`",
            ));
        }
        self.judge_scope(&before, objections);
        self.judge_sets_round(objections);
        self.judge_reach(objections);
        self.judge_only(objections);
    }

    /// "[…], which is untrue", "that it was […] is false"; but not "[…], and the claim that nobody fell is false".
    fn is_denied_after(&self) -> bool {
        let known = english();
        let all = tokens(self.after);
        known.denied_after.iter().any(|phrase| {
            places_of(&all, phrase).any(|at| {
                let between = &all[..at];
                let of_it = between.iter().all(|token| known.of_the_claim.has(&token.text));
                let said = || {
                    let quoted = tokens(self.before).iter().any(|token| token.text == "that");
                    quoted && !self.after[..all[at].range.start].contains([',', ';', ':', '–', '—', '('])
                };
                // "The same is not true of repairs" denies nothing of safety.
                let next = all.get(at + phrase.len());
                let of_another = next
                    .is_some_and(|next| known.aside.has(&next.text) || known.other_places.has(&next.text));
                (of_it || said()) && !of_another
            })
        })
    }

    /// "nearly two-thirds" is what the condition says. What is just above is not nearly there: it is beyond.
    fn is_licensed_hedge(&self, phrase: &Phrase) -> bool {
        let near = matches!(phrase.as_slice(), [word] if english().hedges.has(word));
        near && self.licences.iter().any(|licence| licence.test.kind.is_near())
            || phrase.join(" ") == "close to" && self.is_share()
    }

    /// "[almost the highest][claim]": a hedge in the words that is no part of a phrase of the lexicon.
    fn takes_itself_back(&self) -> bool {
        english()
            .taken_back
            .iter()
            .any(|phrase| self.says_alone(phrase) && !self.is_licensed_hedge(phrase))
    }

    /// Whether a phrase stands in the words, is no part of a phrase of the lexicon, and no number follows it.
    fn says_alone(&self, phrase: &Phrase) -> bool {
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
}

fn taken_back(place: &str) -> Objection {
    Objection::differ(
        format!("words {place} `{{claim}}` take it back"),
        "say what is so: \"almost above\" is not above",
    )
}
