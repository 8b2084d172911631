//! Which measure the words name: the condition's, or another.
//!
//! Names are a measure's label and `also-called:`. The press office may call other things by the same words, so only a
//! name that can mean nothing else is an error: one of exactly one measure, of the condition's unit, that is not the
//! noun counted.

use super::english::english;
use super::mentions::{GAPS, Mention, mentions, other, words_of};
use super::said_of::is_record;
use super::{Objection, Statement};
use crate::claims::kinds::Family;
use crate::claims::reading::Given;
use crate::figures::Figure;
use crate::figures::changes::says_movement;
use crate::finding::Code;
use crate::lexicon::Sense;
use crate::quantity::Unit;

/// Names as words, each with the measure it is of.
pub(super) type Names = Vec<(Vec<String>, String)>;

impl Statement<'_> {
    /// Objects to names of another measure, inside the claim's words or as their subject.
    pub(super) fn judge_measures(&self, objections: &mut Vec<Objection>) {
        let own: Vec<String> = self.own_figures_measures();
        if own.is_empty() {
            return;
        }
        let names = self.measure_names();
        self.judge_partners(&names, objections);
        let inside = mentions(self.words, &names);
        let listed = self.licences.iter().any(|licence| licence.case.listed);
        let has_subject = listed || !inside.is_empty();
        // Parts make up a whole as well as the whole is made up of them.
        let sum = self
            .licences
            .iter()
            .any(|licence| licence.test.kind.family == Family::Sum);
        let subjects: Vec<String> = match sum {
            true => own.clone(),
            false => self
                .rows()
                .filter_map(|row| measure_of(&row.figure))
                .map(str::to_owned)
                .collect(),
        };
        let wrong = |text: &str, named: Vec<Mention>, own: &[String]| {
            let mut plain = self.plain(text, named, &names).into_iter();
            plain.find(|mention| self.is_other(mention, own))
        };
        if let Some(mention) = wrong(self.words, inside, &own) {
            objections.push(self.misnamed(&mention, self.words, "inside its words"));
        } else if let Some(mention) = wrong(self.after, self.named_after(&names), &own) {
            objections.push(self.misnamed(&mention, self.after, "just after its words"));
        } else if let Some(mention) = wrong(self.compared_after(), self.compared_with(&names), &own) {
            objections.push(self.misnamed(&mention, self.compared_after(), "just after its words"));
        } else if let Some(mention) = wrong(self.after, self.right_after(&names), &own) {
            objections.push(self.misnamed(&mention, self.after, "just after its words"));
        } else if let Some(mention) = wrong(self.after, self.measures_after(&names, &own), &own) {
            objections.push(self.misnamed(&mention, self.after, "just after its words"));
        } else if has_subject {
            // The words say themselves what they are about.
        } else if let Some(mention) = wrong(self.before, self.subjects_named(&names), &subjects) {
            if is_aside(&self.before[..mention.start]) {
                objections.push(doubtful(&mention, "just before its words"));
            } else {
                objections.push(self.misnamed(&mention, self.before, "just before its words"));
            }
        }
    }

    /// The measure that the rest of the clause says the comparison is for: "[above][c] the average for repairs".
    fn named_after(&self, names: &Names) -> Vec<Mention> {
        let clause = GAPS
            .iter()
            .filter_map(|gap| self.after.find(gap))
            .min()
            .map_or(self.after, |end| &self.after[..end]);
        let is_for = |mention: &Mention| {
            let before = clause[..mention.start].trim_end();
            let before = before.strip_suffix(" the").unwrap_or(before);
            before == "for" || before.ends_with(" for")
        };
        mentions(clause, names)
            .into_iter()
            .take(1)
            .filter(is_for)
            .collect()
    }

    /// The measure that the words after the claim compare with: "[higher][claim] than hygiene", "that of hygiene".
    fn compared_with(&self, names: &Names) -> Vec<Mention> {
        let head = self.compared_after();
        let family = |family: Family| {
            self.licences
                .iter()
                .any(|licence| licence.test.kind.family == family)
        };
        let multiple = family(Family::Multiple);
        let compares = multiple || family(Family::Benchmark) || family(Family::Time);
        let leads_in = |mention: &Mention| {
            let before = words_of(&head[..mention.start]);
            let before: Vec<&str> = before.iter().map(String::as_str).collect();
            matches!(
                before.as_slice(),
                ["than"]
                    | ["than", "the" | "that" | "those"]
                    | ["than", "that" | "those", "of" | "for"]
                    | ["that" | "those", "of" | "for"]
            ) || multiple && before.iter().all(|word| english().of_a_multiple.has(word))
        };
        mentions(head, names)
            .into_iter()
            .take(1)
            .filter(|mention| compares && leads_in(mention))
            .collect()
    }

    /// Whether a mention is of another measure than these. What a change is a change of is no other measure where the
    /// words say that it moved; a change that was revised is itself the subject.
    fn is_other(&self, mention: &Mention, own: &[String]) -> bool {
        let moved = self
            .licences
            .iter()
            .filter(|licence| licence.test.kind.family != Family::Revision);
        let rows = moved.flat_map(|licence| &licence.case.rows);
        let mut measures = rows.filter_map(|row| row.figure.subject.measure.as_ref());
        let named = self.desk.programme.measures.get(&mention.of);
        let name = named
            .map(|measure| words_of(&measure.label.value))
            .unwrap_or_default();
        let of_change = measures.any(|measure| {
            let own = measure.names();
            let things: Vec<Vec<String>> = own.filter_map(|name| changed(name)).collect();
            let is_thing = |thing: &Vec<String>| thing.iter().any(|word| name.contains(word));
            measure.is_change() && (things.is_empty() || things.iter().any(is_thing))
        });
        let is_change = || {
            let named = self.desk.programme.measures.get(&mention.of);
            named.is_some_and(|measure| {
                let declared = measure.change.as_ref().map(|change| change.value);
                declared.unwrap_or_else(|| says_movement(&measure.label.value))
            })
        };
        !own.contains(&mention.of) && (!of_change || is_change())
    }

    /// An error, unless the name as it stands here is the whole label and a noun that some measure counts: that may
    /// well be a word of the sentence.
    pub(super) fn misnamed(&self, mention: &Mention, text: &str, place: &str) -> Objection {
        let mut nouns = self
            .desk
            .programme
            .measures
            .iter()
            .flat_map(|(_, _, measure)| [&measure.unit, &measure.one])
            .flatten();
        let said = words_of(&text[mention.start..mention.end]);
        let named = self.desk.programme.measures.get(&mention.of);
        let is_label = named.is_some_and(|measure| words_of(&measure.label.value) == said);
        if is_label
            && nouns.any(|noun| words_of(&noun.value) == said)
            && !self.moves_what_stands_before(mention, text)
        {
            doubtful(mention, place)
        } else {
            other("measure", place)
        }
    }

    /// Whether the claim's words say that what opens the sentence moved, or is on some side of something: of
    /// "vacancies [climbed][claim] to" no reader thinks of anything but the vacancies. "[A record low][claim] for
    /// vacancies" and "[record low][claim] vacancies" say so too.
    fn moves_what_stands_before(&self, mention: &Mention, text: &str) -> bool {
        // "At their lowest": of all the years that a history has.
        let history = self
            .licences
            .iter()
            .any(|licence| licence.test.kind.family == Family::History);
        let directs = self.hits.first().is_some_and(|hit| {
            let rest = words_of(&self.words[..hit.range.start]);
            let adverbs = rest.iter().all(|word| english().adverbs.has(word));
            let small = rest
                .iter()
                .all(|word| english().small.has(word) || english().articles.has(word));
            adverbs && matches!(hit.sense, Sense::Rose | Sense::Fell | Sense::Above | Sense::Below)
                || small
                    && (is_record(hit.sense)
                        || history && matches!(hit.sense, Sense::FromTop(1) | Sense::FromBottom(1)))
        });
        if std::ptr::eq(text, self.before) {
            return directs && self.opens_a_row(mention);
        }
        if !std::ptr::eq(text, self.after) {
            return false;
        }
        let whole = self
            .hits
            .last()
            .is_some_and(|hit| is_record(hit.sense) && hit.range.end == self.words.len());
        let lead = words_of(&self.after[..mention.start]);
        let ends = !self.after[mention.end..]
            .trim_start()
            .starts_with(char::is_alphanumeric);
        whole && (lead == ["for"] || lead.is_empty() && ends)
    }

    /// Whether a name opens the sentence, alone or after another: "Both deaths and injuries".
    fn opens_a_row(&self, mention: &Mention) -> bool {
        let lead = self.before[..mention.start].trim_end();
        let Some(rest) = lead.strip_suffix(" and") else {
            return self.opens_sentence(mention.start);
        };
        let named = mentions(rest, &self.measure_names());
        named.last().is_some_and(|first| {
            let both = words_of(&rest[..first.start]);
            first.end == rest.len() && both.iter().all(|word| word == "both" || word == "the")
        })
    }

    /// A score beside the average of another measure: a slip, unless the sentence names that measure.
    fn judge_partners(&self, names: &[(Vec<String>, String)], objections: &mut Vec<Objection>) {
        let named = |measure: &str| {
            [self.before, self.words, self.after]
                .iter()
                .any(|text| mentions(text, names).iter().any(|mention| mention.of == measure))
        };
        for row in self.rows() {
            for (argument, given) in &row.arguments {
                let Given::Figure(other) = given else { continue };
                let compared = matches!(argument.as_str(), "than" | "with" | "to" | "from");
                let Some(measure) = measure_of(other).filter(|_| compared && other.subject.column != "value")
                else {
                    continue;
                };
                let same = measure_of(&row.figure) == Some(measure);
                if !same && !named(measure) {
                    objections.push(Objection::differ(
                        format!("the condition of `{{claim}}` compares `{}` with `{}`, of another measure that the sentence does not name", row.figure.name, other.name),
                        "compare figures of one measure, or name both in the sentence",
                    ));
                    return;
                }
            }
        }
    }

    pub(super) fn own_figures_measures(&self) -> Vec<String> {
        let rows = self.licences.iter().flat_map(|licence| &licence.case.rows);
        let mut own = Vec::new();
        for row in rows {
            let mut take = |figure: &crate::figures::Figure| {
                own.extend(
                    figure
                        .subject
                        .measure
                        .as_ref()
                        .map(|measure| measure.name.clone()),
                );
            };
            take(&row.figure);
            for given in row.arguments.values() {
                match given {
                    Given::Figure(figure) => take(figure),
                    Given::Figures(figures) => {
                        figures.iter().for_each(|figure| take(figure));
                    }
                    _ => {}
                }
            }
        }
        let wholes = self.rows().flat_map(|row| self.wholes_of(row));
        own.extend(wholes.collect::<Vec<_>>());
        own
    }

    /// Names of measures inside a sentence: what they are also called, and their labels.
    pub(super) fn measure_names(&self) -> Names {
        let mut names = Vec::new();
        for (name, _, measure) in self.desk.programme.measures.iter() {
            names.extend(
                measure
                    .names()
                    .map(|text| (words_of(&text.value), name.to_owned())),
            );
        }
        names
    }

    /// The mentions that can mean one measure only: no noun that the condition's measure counts, no name of two.
    pub(super) fn plain(&self, text: &str, named: Vec<Mention>, names: &Names) -> Vec<Mention> {
        let is_noun = |words: &[String]| {
            self.rows().any(|row| {
                let unit = row.figure.subject.measure.as_ref().map(|measure| &measure.unit);
                matches!(unit, Some(Unit::Number(Some(noun))) if words_of(&noun.many) == words || words_of(&noun.one) == words)
            })
        };
        let is_shared = |words: &[String], of: &str| {
            names
                .iter()
                .any(|(others, other)| bare(others) == words && other != of)
        };
        let is_plain = |mention: &Mention| {
            let words = words_of(&text[mention.start..mention.end]);
            !is_noun(bare(&words)) && !is_shared(bare(&words), &mention.of)
        };
        named.into_iter().filter(is_plain).collect()
    }
}

/// A name that may well be a word of the sentence and no more.
fn doubtful(mention: &Mention, place: &str) -> Objection {
    Objection::new(
        Code::ClaimWordsUnknown,
        format!(
            "the words of `{{claim}}` may name another measure than the condition, {place}: `{}`",
            mention.of
        ),
        "compare words and condition yourself; a measure's names are its label and `also-called:`",
    )
}

/// Whether a name after this text hangs on another word: "visitor safety after repairs", but not "work on repairs".
pub(super) fn is_aside(before: &str) -> bool {
    let words = words_of(before);
    let [.., head, preposition] = bare_end(&words) else {
        return false;
    };
    let hangs = english().aside.has(preposition);
    let carries = english().carriers.has(head);
    hangs && !carries
}

/// What a change is a change of, by its name: "growth in regular pay". `None` where the name does not say.
fn changed(name: &str) -> Option<Vec<String>> {
    let words = words_of(name);
    let at = words.iter().position(|word| word == "in" || word == "of")?;
    let thing: Vec<String> = words[at + 1..]
        .iter()
        .filter(|word| word.len() > 2 && *word != "the")
        .cloned()
        .collect();
    (at > 0 && !thing.is_empty()).then_some(thing)
}

/// Words without an article at their end.
fn bare_end(words: &[String]) -> &[String] {
    match words {
        [rest @ .., article] if matches!(article.as_str(), "the" | "a" | "an") => rest,
        words => words,
    }
}

/// A name without its article.
fn bare(words: &[String]) -> &[String] {
    match words {
        [article, rest @ ..] if matches!(article.as_str(), "the" | "a" | "an") => rest,
        words => words,
    }
}

fn measure_of(figure: &Figure) -> Option<&str> {
    figure
        .subject
        .measure
        .as_ref()
        .map(|measure| measure.name.as_str())
}
