//! Which name stands on which side of a comparison: "planning was [higher than safeguarding][c]" of a condition that
//! says it of safeguarding, and "[the highest score was for planning][c]".
//!
//! Both names are the condition's own, so that no other rule objects. They are read by where they stand: what comes
//! before "than" is what the comparison is said of, what comes after it is what it is compared with.

use super::english::english;
use super::licence::Licence;
use super::links::{compares, first_list, is_place, link, set_round};
use super::measures::Names;
use super::mentions::{GAPS, Mention, mentions, other, words_of};
use super::{Objection, Statement};
use crate::claims::kinds::Family;
use crate::claims::reading::Given;
use crate::figures::Figure;

/// What tells the two sides apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum By {
    Measure,
    Area,
}

/// The names of a comparison, and on which side each may stand.
struct Sides {
    by: By,
    names: Names,
    /// What the condition tests.
    subjects: Vec<String>,
    /// What it compares that with.
    partners: Vec<String>,
}

impl Statement<'_> {
    /// Objects to names of the condition that stand on the wrong side.
    pub(super) fn judge_sides(&self, objections: &mut Vec<Objection>) {
        if self.licences.is_empty() || self.licences.iter().any(|licence| licence.case.listed) {
            return;
        }
        let families = |wanted: &[Family]| {
            self.licences
                .iter()
                .all(|licence| wanted.contains(&licence.test.kind.family))
        };
        for by in [By::Measure, By::Area] {
            let found = if families(&[Family::Benchmark, Family::Multiple]) {
                self.compared_sides(by).and_then(|sides| self.exchanged(&sides))
            } else if families(&[Family::Rank]) {
                self.ranked_sides(by).and_then(|sides| self.ranks_another(&sides))
            } else {
                None
            };
            if let Some(objection) = found {
                objections.push(objection);
                return;
            }
        }
    }

    /// The sides of figures compared with figures of another measure, or of another area.
    fn compared_sides(&self, by: By) -> Option<Sides> {
        let (mut subjects, mut partners) = (Vec::new(), Vec::new());
        let symmetric = |licence: &Licence<'_>| licence.test.kind.is_level();
        for licence in &self.licences {
            for row in &licence.case.rows {
                let own = id(by, &row.figure)?;
                let partner = ["than", "with", "to", "from"]
                    .iter()
                    .find_map(|name| row.arguments.get(*name));
                let Some(Given::Figure(partner)) = partner else {
                    return None;
                };
                let partner = id(by, partner)?;
                if symmetric(licence) {
                    subjects.push(partner.clone());
                    partners.push(own.clone());
                }
                subjects.push(own);
                partners.push(partner);
            }
        }
        let differ =
            subjects.iter().any(|one| !partners.contains(one)) || self.licences.iter().any(symmetric);
        let several = subjects.iter().chain(&partners).any(|one| *one != subjects[0]);
        (differ && several).then(|| self.sides(by, subjects, partners))
    }

    /// The sides of figures ranked among those of other measures, or of other areas.
    fn ranked_sides(&self, by: By) -> Option<Sides> {
        let mut subjects = Vec::new();
        let mut varies = false;
        for row in self.rows() {
            let own = id(by, &row.figure)?;
            let Some(Given::Figures(set)) = row.arguments.get("among") else {
                return None;
            };
            varies |= set.iter().any(|one| id(by, one).is_some_and(|one| one != own));
            subjects.push(own);
        }
        varies.then(|| self.sides(by, subjects, Vec::new()))
    }

    fn sides(&self, by: By, subjects: Vec<String>, partners: Vec<String>) -> Sides {
        let names = match by {
            By::Measure => self.measure_names(),
            By::Area => self.area_names(),
        };
        Sides {
            by,
            names,
            subjects,
            partners,
        }
    }

    /// The claim's whole sentence, and where its words begin in it.
    fn whole(&self) -> (&str, usize) {
        let text = &self.desk.passages[self.used.passage].text;
        let start = self.used.range.start - self.before.len();
        (
            &text[start..self.used.range.end + self.after.len()],
            self.before.len(),
        )
    }

    /// A text with each name of an area or measure as one word of as many bytes: the "and" of "Holm and Vale" and the
    /// comma of "Cray, Dell" part no clause.
    fn names_as_words(&self, text: &str) -> String {
        let mut names = self.area_names();
        names.extend(self.measure_names());
        let named = mentions(text, &names);
        let inside = |at: usize| named.iter().any(|name| (name.start..name.end).contains(&at));
        text.char_indices()
            .map(|(at, c)| match inside(at) && !c.is_alphanumeric() {
                true => "x".repeat(c.len_utf8()),
                false => c.to_string(),
            })
            .collect()
    }

    /// What is wrong with the names round a comparison.
    fn exchanged(&self, sides: &Sides) -> Option<Objection> {
        let (text, offset) = self.whole();
        let plain = self.names_as_words(text);
        for hit in self.hits.iter().filter(|hit| compares(hit.sense)) {
            let link = link(&plain, hit, offset);
            let (left, right) = if link.passive {
                (&sides.partners, &sides.subjects)
            } else {
                (&sides.subjects, &sides.partners)
            };
            let partners = link
                .partner
                .map(|from| self.named_from(sides, text, from))
                .unwrap_or_default();
            let is_right = partners.iter().any(|mention| right.contains(&mention.of));
            if let Some(first) = partners.first().filter(|_| !is_right) {
                let turned = left.contains(&first.of);
                return turned.then(exchange).or_else(|| {
                    (sides.by == By::Area).then(|| other("area", "where they say what is compared with"))
                });
            }
            if let Some(mention) = self.said_of(sides, &text[..link.subject], left) {
                return Some(if right.contains(&mention.of) && is_right {
                    exchange()
                } else {
                    self.another(sides, &mention, &text[..link.subject])
                });
            }
        }
        None
    }

    /// What is wrong with the name of what has a place in a set.
    fn ranks_another(&self, sides: &Sides) -> Option<Objection> {
        let (text, offset) = self.whole();
        for hit in self.hits.iter().filter(|hit| is_place(hit.sense)) {
            let head = &text[..offset + hit.range.start];
            if let Some(mention) = self.said_of(sides, head, &sides.subjects) {
                return Some(self.another(sides, &mention, head));
            }
            if !self.subjects_in(head, &sides.names).is_empty() {
                continue;
            }
            let from = offset + hit.range.end;
            let found = self.named_after_place(sides, text, from);
            let is_right = found.iter().any(|mention| sides.subjects.contains(&mention.of));
            if let Some(mention) = found.first().filter(|_| !is_right) {
                return Some(self.another(sides, mention, text));
            }
        }
        None
    }

    fn another(&self, sides: &Sides, mention: &Mention, text: &str) -> Objection {
        match sides.by {
            By::Measure => self.misnamed(mention, text, "where they say what they are about"),
            By::Area => other("area", "where they say what they are about"),
        }
    }

    /// The name before a comparison that is none of those it may be said of.
    fn said_of(&self, sides: &Sides, head: &str, allowed: &[String]) -> Option<Mention> {
        let named = self.plain_of(sides, head, self.subjects_in(head, &sides.names));
        named.into_iter().find(|mention| {
            let between = words_of(&head[mention.end..]);
            let listed = set_round(head, mentions(head, &sides.names), mention.start)
                .iter()
                .any(|of| allowed.contains(of));
            let hangs = sides.by == By::Measure && super::measures::is_aside(&head[..mention.start]);
            !allowed.contains(&mention.of)
                && !listed
                && !hangs
                && !between.iter().any(|word| english().pronouns.has(word))
        })
    }

    /// The names that stand right after a comparison, with those joined to the first by "and".
    fn named_from(&self, sides: &Sides, text: &str, from: usize) -> Vec<Mention> {
        let rest = &text[from..];
        let named = mentions(rest, &sides.names);
        let Some(first) = named.first() else {
            return Vec::new();
        };
        let lead = &rest[..first.start];
        let words = words_of(lead);
        let plain = !lead.contains([',', ';', ':', '–', '—', '('])
            && !GAPS.iter().any(|gap| lead.contains(gap))
            && words.len() <= 6
            && !words.iter().any(|word| english().says_more.has(word));
        if plain {
            self.plain_of(sides, rest, first_list(rest, named))
        } else {
            Vec::new()
        }
    }

    /// The names that the rest of the clause gives a place to: "the highest score was for planning".
    fn named_after_place(&self, sides: &Sides, text: &str, from: usize) -> Vec<Mention> {
        let rest = &text[from..];
        let named = mentions(rest, &sides.names);
        let Some(first) = named.first() else {
            return Vec::new();
        };
        let lead = &rest[..first.start];
        let words = words_of(lead);
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let bare = words.strip_suffix(&["the"]).unwrap_or(&words);
        let gives = bare.last().is_some_and(|last| english().gives_a_place.has(last))
            || matches!(bare, [.., "was" | "is" | "were" | "are", "that" | "those", "of"]);
        let plain = !GAPS.iter().any(|gap| lead.contains(gap))
            && words.len() <= 8
            && !words.iter().any(|word| english().another_clause.has(word));
        if gives && plain {
            let shifted = first_list(rest, named).into_iter().map(|mention| Mention {
                start: mention.start + from,
                end: mention.end + from,
                of: mention.of,
            });
            self.plain_of(sides, text, shifted.collect())
        } else {
            Vec::new()
        }
    }

    /// Of measures' names those that can mean nothing else.
    fn plain_of(&self, sides: &Sides, text: &str, named: Vec<Mention>) -> Vec<Mention> {
        match sides.by {
            By::Measure => self.plain(text, named, &sides.names),
            By::Area => named,
        }
    }
}

fn exchange() -> Objection {
    Objection::differ(
        "the words of `{claim}` set the two sides of the comparison the other way round",
        "say it of what the condition tests, and name what it compares with after \"than\"; or turn the condition round",
    )
}

/// What a figure is of.
fn id(by: By, figure: &Figure) -> Option<String> {
    match by {
        By::Measure => figure
            .subject
            .measure
            .as_ref()
            .map(|measure| measure.name.clone()),
        By::Area => figure.subject.inspection.clone(),
    }
}
