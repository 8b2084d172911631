//! Whom the words compare with: "than its neighbours" is more than one, and what comes second "after Brookside" has
//! Brookside before it.

use super::english::english;
use super::measures::Names;
use super::mentions::{Mention, mentions, words_of};
use super::named::{key, names_of};
use super::{Objection, Statement};
use crate::claims::kinds::Family;
use crate::claims::reading::Given;
use crate::claims::resolve::CaseRow;
use crate::figures::Figure;
use crate::lexicon::tokens::{Token, tokens};

impl Statement<'_> {
    /// Objects to another one, or to more of them, than the condition compares with.
    pub(super) fn judge_others(&self, objections: &mut Vec<Objection>) {
        if self.desk.inspections.len() > 1 {
            self.judge_than(objections);
        }
        self.judge_places_of_others(objections);
    }

    fn judge_than(&self, objections: &mut Vec<Objection>) {
        let partners = self.partners();
        if partners.is_empty() {
            return;
        }
        let Some(rest) = self.after_than() else { return };
        let words: Vec<Token> = tokens(&rest);
        let lead = words
            .iter()
            .take_while(|token| english().after_than.has(&token.text))
            .count();
        let text = |at: usize| words.get(at).map_or("", |token| token.text.as_str());
        let several =
            english().several.has(text(lead)) || text(lead) == "other" && text(lead + 1).ends_with('s');
        if several && partners.len() + 1 < self.desk.inspections.len() {
            objections.push(Objection::differ(
                "the words of `{claim}` compare with several, and the condition with fewer of them",
                "rank it: `highest(among=inspections.control.value)`; or name the one that it is compared with",
            ));
        }
    }

    /// "Second, after Brookside": who is named before stands before, in the order of the condition.
    fn judge_places_of_others(&self, objections: &mut Vec<Objection>) {
        let [licence] = self.licences.as_slice() else {
            return;
        };
        if licence.test.kind.family != Family::Rank || licence.negated || !licence.case.holds {
            return;
        }
        let top = licence.test.kind.is_from_top();
        let end = self.after.find([';', '.', '(', '–']).unwrap_or(self.after.len());
        let text = format!("{}{}", self.words, &self.after[..end]);
        for row in &licence.case.rows {
            let names = self.names_in_set(row);
            for named in mentions(&text, &names) {
                let lead = words_of(&text[..named.start]);
                let lead: Vec<&str> = lead
                    .iter()
                    .map(String::as_str)
                    .filter(|word| *word != "the")
                    .collect();
                let before = match lead.as_slice() {
                    [.., "after" | "behind"] => true,
                    [.., "ahead", "of"] | [.., "followed", "by"] => false,
                    [.., "then"] | [.., "with"] if is_next(&text[..named.start], &text[named.end..]) => false,
                    _ => continue,
                };
                // "Followed by" names the very next; "ahead of" any behind it.
                let next = !matches!(lead.as_slice(), [.., "of" | "after" | "behind"]);
                // "The lowest score, after litter": of measures, nobody can tell from which end.
                if !next && self.desk.inspections.len() < 2 {
                    continue;
                }
                let first = !mentions(&text[self.words.len().min(named.start)..named.start], &names)
                    .iter()
                    .any(|mention| mention.of != key(&row.figure));
                let skips = next && first && !before && self.stands_between(row, &named);
                if skips
                    || self
                        .stands_before(row, &named, top)
                        .is_some_and(|stands| stands != before)
                {
                    objections.push(Objection::differ(
                        "the words of `{claim}` put another before it, or behind it, than the order of its set does",
                        "name the one that stands there; the values shown say which it is",
                    ));
                    return;
                }
            }
        }
    }

    /// Whether a named one of the set stands before a row's figure; `None` where it is level or the figure itself.
    fn stands_before(&self, row: &CaseRow, named: &Mention, top: bool) -> Option<bool> {
        let Some(Given::Figures(set)) = row.arguments.get("among") else {
            return None;
        };
        let other = set.iter().find(|other| key(other) == named.of)?;
        let (own, other) = (&row.figure.quantity()?.amount, &other.quantity()?.amount);
        (own != other).then(|| (other > own) == top)
    }

    /// Whether another of the set stands between a row's figure and a named one.
    fn stands_between(&self, row: &CaseRow, named: &Mention) -> bool {
        let Some(Given::Figures(set)) = row.arguments.get("among") else {
            return false;
        };
        let amount = |figure: &Figure| figure.quantity().map(|own| own.amount.clone());
        let named = set
            .iter()
            .find(|other| key(other) == named.of)
            .and_then(|other| amount(other));
        let (Some(own), Some(named)) = (amount(&row.figure), named) else {
            return false;
        };
        let (low, high) = if own < named { (own, named) } else { (named, own) };
        set.iter()
            .filter_map(|other| amount(other))
            .any(|other| low < other && other < high)
    }

    /// The names of a ranked set: areas where it is of several, otherwise measures.
    fn names_in_set(&self, row: &CaseRow) -> Names {
        let Some(Given::Figures(set)) = row.arguments.get("among") else {
            return Vec::new();
        };
        let of_areas = set
            .iter()
            .any(|other| other.subject.inspection != row.figure.subject.inspection);
        names_of(set.iter(), of_areas)
    }

    /// The inspections that the condition compares one value with, other than the one it is about.
    fn partners(&self) -> Vec<&String> {
        let families = [Family::Benchmark, Family::Multiple];
        let rows = self
            .licences
            .iter()
            .filter(|licence| families.contains(&licence.test.kind.family) && !licence.case.listed)
            .flat_map(|licence| &licence.case.rows);
        let mut partners = Vec::new();
        for row in rows {
            for given in row.arguments.values() {
                if let Given::Figure(other) = given
                    && matches!(other.subject.column.as_str(), "value" | "count")
                    && other.subject.inspection != row.figure.subject.inspection
                    && let Some(name) = &other.subject.inspection
                    && !partners.contains(&name)
                {
                    partners.push(name);
                }
            }
        }
        partners
    }

    /// What follows "than" in the claim's words, or right after them.
    fn after_than(&self) -> Option<String> {
        let end = self
            .after
            .find([',', ';', ':', '.', '(', '–'])
            .unwrap_or(self.after.len());
        let after = &self.after[..end];
        let than = |text: &str| {
            let found = tokens(text)
                .into_iter()
                .rev()
                .find(|token| token.text == "than")?;
            Some(found.range.end)
        };
        match than(self.words) {
            Some(end) => Some(format!("{}{after}", &self.words[end..])),
            None => than(after).map(|end| after[end..].to_owned()),
        }
    }
}

/// Whether a name is said to come next: ", then the Quay", ", with the Quay next".
fn is_next(lead: &str, rest: &str) -> bool {
    let next = words_of(rest)
        .first()
        .is_some_and(|word| matches!(word.as_str(), "next" | "second" | "following"));
    let lead = lead.trim_end().trim_end_matches("the").trim_end();
    next || lead.ends_with(", then") || lead.ends_with("and then")
}
