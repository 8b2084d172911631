//! Whom the words compare with: "than its neighbours" is more than one, and what comes second "after Brookside" has
//! Brookside before it.

use super::english::english;
use super::licence::Licence;
use super::measures::Names;
use super::mentions::{Mention, mentions, words_of};
use super::named::{key, names_of};
use super::{Objection, Statement};
use crate::claims::kinds::{Family, is_own_past};
use crate::claims::reading::Given;
use crate::claims::resolve::CaseRow;
use crate::figures::Figure;
use crate::finding::Code;
use crate::lexicon::tokens::{Token, tokens};

impl Statement<'_> {
    /// Objects to another one, or to more of them, than the condition compares with.
    pub(super) fn judge_others(&self, objections: &mut Vec<Objection>) {
        // Another name than the condition's is told once.
        if !objections.iter().any(|one| one.code == Code::ClaimWordsDiffer) {
            self.judge_than_of_past(objections);
        }
        self.judge_than_all(objections);
        if self.desk.inspections.len() > 1 {
            self.judge_than(objections);
        }
        self.judge_places_of_others(objections);
    }

    /// "Better than in Brookside", "higher than lighting" of a condition that compares a result with its own past.
    fn judge_than_of_past(&self, objections: &mut Vec<Objection>) {
        let past = |row: &CaseRow| {
            let mut figures = row.arguments.values().filter_map(|given| match given {
                Given::Figure(from) => Some(from),
                _ => None,
            });
            figures.any(|from| is_own_past(from, &row.figure))
        };
        let families = [Family::Time, Family::Multiple, Family::Benchmark];
        let own_past = |licence: &Licence<'_>| {
            families.contains(&licence.test.kind.family) && licence.case.rows.iter().all(past)
        };
        // "[Up][c] on last year, and more than gas" goes on to something else.
        let near = tokens(self.words).iter().any(|token| token.text == "than")
            || self.past_noun().trim_start().starts_with("than ");
        if self.licences.is_empty() || !self.licences.iter().all(own_past) || !near {
            return;
        }
        let Some(rest) = self.after_than() else { return };
        let lead = |mention: &Mention| {
            let lead = words_of(&rest[..mention.start]);
            lead.iter().all(|word| english().after_than.has(word))
        };
        let own_area = |mention: &Mention| {
            self.rows()
                .all(|row| row.figure.subject.area.as_ref() == Some(&mention.of))
        };
        let own = self.own_figures_measures();
        let areas = mentions(&rest, &self.every_area());
        let area = areas.first().filter(|mention| lead(mention));
        let names = self.measure_names();
        let measures = self.plain(&rest, mentions(&rest, &names), &names);
        let measure = measures.first().filter(|mention| lead(mention));
        let what = if area.is_some_and(|mention| !own_area(mention)) {
            "another area"
        } else if measure.is_some_and(|mention| !own.contains(&mention.of)) {
            "another measure"
        } else {
            return;
        };
        objections.push(Objection::differ(
            format!("the words of `{{claim}}` compare with {what}, and the condition with an earlier value"),
            "name in the condition what the words compare with: `is above(than=…)`; or say since when it moved",
        ));
    }

    /// The areas of the notice, and those that its words could name.
    fn every_area(&self) -> Vec<(Vec<String>, String)> {
        let own = self.desk.inspections.iter();
        let own = own.map(|(inspection, _)| inspection.area.value.clone());
        let others = self.desk.neighbours.iter().map(|one| one.area.clone());
        own.chain(others).map(|area| (words_of(&area), area)).collect()
    }

    /// "More than all the others together" of a condition that compares with one other.
    fn judge_than_all(&self, objections: &mut Vec<Objection>) {
        let families = [Family::Benchmark, Family::Multiple];
        let single = self
            .licences
            .iter()
            .all(|licence| families.contains(&licence.test.kind.family) && !licence.case.listed);
        let Some(rest) = self.after_than().filter(|_| single) else {
            return;
        };
        let others = self.rows().all(|row| {
            row.arguments.values().any(|given| match given {
                Given::Figure(other) => {
                    let own = row.figure.subject.measure.as_ref();
                    let measure = other.subject.measure.as_ref();
                    let called = |name: &String| words_of(name).iter().any(|word| english().others.has(word));
                    other.subject.column == "value"
                        && other.subject.inspection == row.figure.subject.inspection
                        && measure.is_some_and(|measure| {
                            let mut names = measure.also_called.iter().chain([&measure.label.value]);
                            own.is_some_and(|own| own.name != measure.name) && !names.any(called)
                        })
                }
                _ => false,
            })
        });
        let words = words_of(&rest);
        let small = |word: &&String| english().after_than.has(word) || word.as_str() == "all";
        let named: Vec<&str> = words.iter().skip_while(small).map(String::as_str).collect();
        let several = matches!(
            named.as_slice(),
            ["others" | "rest", ..] | ["other", _, "together" | "combined" | "taken", ..]
        ) && words
            .iter()
            .any(|word| matches!(word.as_str(), "all" | "together" | "combined" | "rest"));
        if others && several {
            objections.push(Objection::differ(
                "the words of `{claim}` compare with several together, and the condition with one of them",
                "declare a measure for the others together, or name the one that it is compared with",
            ));
        }
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
