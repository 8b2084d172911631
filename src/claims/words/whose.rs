//! Of which part of a condition a phrase is said: in "safety was not [above the target][claim]" of safety above and
//! lighting below, of safety's.

use super::english::english;
use super::licence::Licence;
use super::measures::Names;
use super::mentions::{Mention, mentions, words_of};
use super::{Objection, Statement};
use crate::figures::Figure;
use crate::lexicon::Hit;

/// What tells the parts apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum By {
    Measure,
    Area,
}

/// Whether a clause says of another what was just said, or denies it of that other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Echo {
    /// "so was lighting", "lighting was too"
    Same,
    /// "lighting was not", "nor was lighting"
    Denied,
}

impl<'s> Statement<'s> {
    /// The tests that a phrase in the words may be of: where parts of the condition differ and the sentence names whose
    /// it says, those; otherwise all.
    pub(super) fn concerned(&self, hit: &Hit) -> Vec<&Licence<'s>> {
        let all: Vec<&Licence<'s>> = self.licences.iter().collect();
        let differ = all
            .windows(2)
            .any(|pair| pair[0].test.kind != pair[1].test.kind || pair[0].negated != pair[1].negated);
        if !differ || all.iter().any(|licence| licence.case.listed) {
            return all;
        }
        let head = format!("{}{}", self.before, &self.words[..hit.range.start]);
        // "[Above the average, and repairs below it][claim]" goes on to the other.
        let rest = &self.words[hit.range.end..];
        for by in [By::Measure, By::Area] {
            let names = self.names_by(by);
            let named = self.subjects_in(&head, &names);
            let goes_on = !mentions(rest, &names).is_empty();
            let theirs: Vec<&Licence<'s>> = all
                .iter()
                .copied()
                .filter(|licence| named.iter().any(|mention| is_of(licence, by, &mention.of)))
                .collect();
            let known = named.iter().all(|mention| !of(&all, by, &mention.of).is_empty());
            if known && !goes_on && !theirs.is_empty() && theirs.len() < all.len() {
                return theirs;
            }
        }
        all
    }

    /// "Safety was [above][claim] the target, lighting was too" of a condition that says the contrary of lighting.
    pub(super) fn judge_echoes(&self, objections: &mut Vec<Objection>) {
        if self.licences.len() < 2 || self.licences.iter().any(|licence| licence.case.listed) {
            return;
        }
        let said = self.directions_said();
        let Some((hit, turned)) = said.first() else { return };
        let all: Vec<&Licence<'s>> = self.licences.iter().collect();
        for by in [By::Measure, By::Area] {
            let names = self.names_by(by);
            for mention in mentions(self.after, &names) {
                let theirs = of(&all, by, &mention.of);
                let Some(echo) = self.echo(&mention).filter(|_| !theirs.is_empty()) else {
                    continue;
                };
                let turned = match echo {
                    Echo::Same => *turned,
                    Echo::Denied => true,
                };
                if !self.licensed_by(&theirs, hit, turned) {
                    objections.push(Objection::differ(
                        "the words after `{claim}` say the same of another, and its condition says otherwise of that",
                        "say of each what the condition says of it",
                    ));
                    return;
                }
            }
        }
    }

    /// What the words round a name after the claim say of it, where they only repeat.
    fn echo(&self, mention: &Mention) -> Option<Echo> {
        let end = self.after[mention.end..]
            .find([',', ';', ':', '.', '(', '–'])
            .map_or(self.after.len(), |end| mention.end + end);
        let tail = words_of(&self.after[mention.end..end]);
        let tail: Vec<&str> = tail.iter().map(String::as_str).collect();
        let lead = words_of(&self.after[..mention.start]);
        let lead: Vec<&str> = lead
            .iter()
            .map(String::as_str)
            .filter(|word| *word != "the")
            .collect();
        let verb = |word: &str| english().echoes.has(word);
        match (lead.as_slice(), tail.as_slice()) {
            (_, [be, "too" | "also" | "likewise"]) | (_, [be, "as", "well"]) if verb(be) => Some(Echo::Same),
            (_, [be, "not"]) if verb(be) => Some(Echo::Denied),
            ([.., "as" | "so", be], []) if verb(be) => Some(Echo::Same),
            ([.., "nor" | "neither", be], []) if verb(be) => Some(Echo::Denied),
            _ => None,
        }
    }

    fn names_by(&self, by: By) -> Names {
        match by {
            By::Measure => self.measure_names(),
            By::Area => self.area_names(),
        }
    }
}

fn of<'l, 's>(all: &[&'l Licence<'s>], by: By, name: &str) -> Vec<&'l Licence<'s>> {
    all.iter()
        .copied()
        .filter(|licence| is_of(licence, by, name))
        .collect()
}

fn is_of(licence: &Licence<'_>, by: By, name: &str) -> bool {
    licence
        .case
        .rows
        .iter()
        .any(|row| id(by, &row.figure).is_some_and(|own| own == name))
}

fn id(by: By, figure: &Figure) -> Option<&str> {
    match by {
        By::Measure => figure
            .subject
            .measure
            .as_ref()
            .map(|measure| measure.name.as_str()),
        By::Area => figure.subject.inspection.as_deref(),
    }
}
