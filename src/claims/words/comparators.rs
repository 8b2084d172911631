//! What the words compare with: the benchmark, the target, an earlier value, against what the condition compares with.

use super::english::english;
use super::mentions::{GAPS, Mention, mentions, other, words_of};
use super::{Objection, Statement};
use crate::claims::beside::column_beside;
use crate::claims::kinds::Family;
use crate::claims::reading::Given;
use crate::claims::resolve::CaseRow;
use crate::lexicon::Sense;
use crate::lexicon::tokens::tokens;
use crate::quantity::Exact;

const BENCHMARK: &str = "the benchmark";
const PREVIOUS: &str = "an earlier value";
const NUMBER: &str = "a number";

impl Statement<'_> {
    /// "above the average" of a condition that compares with the previous value, or with a bare number.
    pub(super) fn judge_compared(&self, objections: &mut Vec<Objection>) {
        let names = self.comparators();
        let columns = self.columns_compared();
        let known = |column: &String| {
            column.starts_with("history")
                || matches!(
                    column.as_str(),
                    NUMBER
                        | "average"
                        | "lowest"
                        | "highest"
                        | "previous"
                        | "year-ago"
                        | "first-published"
                        | "target"
                )
        };
        if !columns.is_empty() && columns.iter().all(known) {
            let wrong = |mention: &Mention| !self.fits(mention, &columns);
            let tail = self.past_noun();
            let after = mentions(tail, &names);
            let next = after.first().filter(|mention| is_lead(&tail[..mention.start]));
            if mentions(self.words, &names).iter().any(wrong) {
                objections.push(other("thing compared with", "inside its words"));
            } else if next.is_some_and(wrong) {
                objections.push(other("thing compared with", "just after its words"));
            } else if self.target_before(&names).is_some_and(|mention| wrong(&mention)) {
                objections.push(other("thing compared with", "just before its words"));
            }
        }
        if columns.is_empty() && self.compares_alone(&names) {
            objections.push(Objection::differ(
                "the words of `{claim}` compare with something, and its condition compares with nothing of the kind",
                "name it in the condition, as in `is above(than=control.average)`, beside the other test or alone",
            ));
        }
        self.judge_turned_round(&names, objections);
    }

    /// "Rose beyond the target" of a condition that compares with no target: a benchmark, average or target right after
    /// a word that compares, in the claim's words or just after them.
    fn compares_alone(&self, names: &[(Vec<String>, String)]) -> bool {
        let known = english();
        let compares = self.licences.iter().any(|licence| {
            let ranked = matches!(
                licence.test.kind.family,
                Family::Rank | Family::Scale | Family::History
            );
            let rating = licence
                .case
                .rows
                .iter()
                .any(|row| row.arguments.contains_key("than"));
            ranked || rating
        });
        let own = |mention: &Mention, text: &str| {
            // "Higher average waits" of a measure that is called so.
            let said = text[mention.start..mention.end].to_lowercase();
            self.rows().any(|row| {
                let measure = row.figure.subject.measure.as_ref();
                let called = measure.into_iter().flat_map(|measure| measure.names());
                called.into_iter().any(|name| name.to_lowercase().contains(&said))
            })
        };
        let wrong = |text: &str, mention: &Mention, leads: bool| {
            let before = words_of(&text[..mention.start]);
            let mut before = before.iter().rev().skip_while(|word| known.whose.has(word));
            let led = match before.next() {
                Some(word) => known.compares.has(word),
                None => leads,
            };
            mention.of != PREVIOUS && led && !own(mention, text)
        };
        let ends_on = tokens(self.words)
            .last()
            .is_some_and(|last| known.compares.has(&last.text));
        let inside = mentions(self.words, names);
        let after = mentions(self.after, names);
        let next = after
            .first()
            .filter(|mention| is_lead(&self.after[..mention.start]));
        !compares
            && (inside.iter().any(|mention| wrong(self.words, mention, false))
                || next.is_some_and(|mention| wrong(self.after, mention, ends_on)))
    }

    /// What follows the words, from their "than" or "as" on where only what is counted stands between: "[fewer][c] appeals
    /// than last year", "[twice as many][c] young men as in May".
    pub(super) fn past_noun(&self) -> &str {
        let as_many = self.words.to_lowercase().contains(" as ");
        let joins = [" than "].into_iter().chain(as_many.then_some(" as "));
        let at = joins.filter_map(|join| self.after.find(join)).min();
        let short = |noun: &str| {
            let mark = |c: char| !c.is_alphanumeric() && !c.is_whitespace() && !matches!(c, '-' | '’' | '\'');
            tokens(noun).len() <= 3 && !noun.contains(mark)
        };
        at.filter(|at| short(&self.after[..*at]))
            .map_or(self.after, |at| &self.after[at..])
    }

    /// The target that the words are said of, or against: "the target of 92% was [met][claim]", "against a target of 92%,
    /// it was [below][claim]". Words that say themselves what they compare with are said of nothing before them.
    fn target_before(&self, names: &[(Vec<String>, String)]) -> Option<Mention> {
        let hit = self.hits.first()?;
        let sided = matches!(
            hit.sense,
            Sense::Met
                | Sense::Missed
                | Sense::Above
                | Sense::Below
                | Sense::JustAbove
                | Sense::JustBelow
                | Sense::WellAbove
                | Sense::WellBelow
        );
        let on_target = self.rows().any(|row| row.figure.subject.column == "target");
        let compares = !self.compared_after().is_empty() || !mentions(self.words, names).is_empty();
        if !sided || on_target || compares {
            return None;
        }
        let last = mentions(self.before, names)
            .pop()
            .filter(|last| last.of == "target")?;
        let lead = words_of(&self.before[..last.start]);
        let against = lead.iter().rev().take(2).any(|word| word == "against");
        let mut between = self.before[last.end..].to_owned();
        for (inspection, _) in self.desk.inspections {
            between = between.replace(inspection.area.value.as_str(), " ");
        }
        let light = tokens(&between).iter().all(|token| {
            token.text.starts_with(|c: char| c.is_ascii_digit()) || english().of_a_target.has(&token.text)
        });
        let ends = self.after.trim_start().starts_with(['.', ',', ';', ':']) || self.after.trim().is_empty();
        (light || against && ends).then_some(last)
    }

    /// What follows the words in their own clause and says what they compare with: "than hygiene", "the target".
    pub(super) fn compared_after(&self) -> &str {
        let after = self.past_noun();
        let gaps = GAPS
            .iter()
            .filter(|gap| **gap != " than ")
            .chain(&[" in ", " with ", " by ", " for ", " which ", " last "]);
        let end = gaps.filter_map(|gap| after.find(gap)).min();
        let head = end.map_or(after, |end| &after[..end]);
        let leads = ["than", "the", "that", "those", "its", "their", "our", "as", "to"];
        let first = tokens(head).into_iter().next();
        let leads_on = head.starts_with(char::is_whitespace)
            && first.is_some_and(|first| leads.contains(&first.text.as_str()));
        if leads_on { head } else { "" }
    }

    /// The columns that the condition compares with.
    pub(super) fn columns_compared(&self) -> Vec<String> {
        let compared = |name: &String| matches!(name.as_str(), "than" | "with" | "to" | "from");
        self.rows()
            .flat_map(|row| row.arguments.iter().filter(|(name, _)| compared(name)))
            .filter_map(|(_, given)| match given {
                Given::Figure(figure) => Some(figure.subject.column.replace(['_', ' '], "-")),
                Given::Number(_) => Some(NUMBER.to_owned()),
                _ => None,
            })
            .collect()
    }

    /// Names of what is compared with: columns, and the benchmarks as the programme calls them.
    pub(super) fn comparators(&self) -> Vec<(Vec<String>, String)> {
        let mut names: Vec<(Vec<String>, String)> = english()
            .columns
            .iter()
            .map(|(words, column)| {
                (
                    words.iter().map(|&word| word.to_owned()).collect(),
                    (*column).to_owned(),
                )
            })
            .collect();
        for benchmark in self.desk.programme.benchmarks() {
            for name in benchmark.names() {
                let words = words_of(&name.value);
                let average = words
                    .iter()
                    .any(|word| matches!(word.as_str(), "average" | "mean"));
                names.push((words, if average { "average" } else { BENCHMARK }.to_owned()));
            }
        }
        names
    }

    fn fits(&self, mention: &Mention, columns: &[String]) -> bool {
        let earlier = |column: &str| {
            matches!(column, "previous" | "year-ago" | "first-published") || column.starts_with("history")
        };
        let any = |fits: &dyn Fn(&str) -> bool| columns.iter().any(|column| fits(column));
        // A number typed in the condition may be a target or an earlier value that the data do not hold.
        let unheld = |column: &str| {
            columns.iter().all(|own| own == NUMBER) && !self.rows().any(|row| self.holds(row, column))
        };
        match mention.of.as_str() {
            BENCHMARK => any(&|column| matches!(column, "average" | "lowest" | "highest")),
            PREVIOUS => any(&earlier) || unheld("previous"),
            // A target that nobody holds must be said: "above the target of 70".
            "target" => any(&|column| column == "target") || unheld("target") && self.says_its_number(),
            own => any(&|column| column == own),
        }
    }

    /// Whether the sentence has the number that the condition compares with.
    fn says_its_number(&self) -> bool {
        let text = format!("{}{}{}", self.before, self.words, self.after);
        let said: Vec<Exact> = tokens(&text)
            .iter()
            .filter_map(|token| Exact::parse(&token.text))
            .collect();
        self.rows()
            .flat_map(|row| row.arguments.values())
            .any(|given| matches!(given, Given::Number(number) if said.contains(number)))
    }

    fn holds(&self, row: &CaseRow, column: &str) -> bool {
        column_beside(&row.figure, column, self.desk).is_some()
    }

    /// A benchmark or target that is tested must be what the sentence speaks of, and a result that is tested must not
    /// be turned round: "the average was [above][c] ours".
    fn judge_turned_round(&self, names: &[(Vec<String>, String)], objections: &mut Vec<Objection>) {
        let families = [Family::Benchmark, Family::Time, Family::Rank];
        let tested = self
            .licences
            .iter()
            .filter(|licence| families.contains(&licence.test.kind.family) && !licence.case.listed)
            .flat_map(|licence| &licence.case.rows);
        let told = self.hits.first().map_or(self.words.len(), |hit| hit.range.start);
        let subject = format!("{}{}", self.before, &self.words[..told]);
        for row in tested {
            let column = row.figure.subject.column.replace('_', "-");
            let turned = match column.as_str() {
                "target" | "average" | "lowest" | "highest" => {
                    let named = |text: &str| {
                        text.to_lowercase().contains(&column)
                            || mentions(text, names)
                                .iter()
                                .any(|mention| mention.of == BENCHMARK || mention.of == column)
                    };
                    !named(&subject)
                }
                "value" => {
                    self.columns_compared().iter().any(|column| column == "average")
                        && self.is_subject(&subject, names)
                }
                _ => false,
            };
            if turned {
                objections.push(Objection::differ(
                    format!("the condition of `{{claim}}` tests `{}`, and the words are about something else", row.figure.name),
                    "test the figure that the sentence is about, and compare it with the other: `control.value is above(than=control.average)`",
                ));
                return;
            }
        }
    }

    /// Whether the benchmark is what the claim is said of: "the average was [above][c] ours".
    fn is_subject(&self, before: &str, names: &[(Vec<String>, String)]) -> bool {
        let Some(last) = mentions(before, names).pop() else {
            return false;
        };
        let between = tokens(&before[last.end..]);
        let only = !between.is_empty() && between.iter().all(|token| english().verbs.has(&token.text));
        let plain = !before[last.end..].contains([',', ';', ':', '(']);
        let lead: Vec<String> = words_of(&before[..last.start]);
        let lead = lead.strip_suffix(&["the".to_owned()]).unwrap_or(&lead);
        let hangs = lead.last().is_some_and(|word| english().hung.has(word));
        matches!(last.of.as_str(), BENCHMARK | "average") && only && plain && !hangs
    }
}

/// Whether only small words stand between a claim and what follows.
fn is_lead(between: &str) -> bool {
    !between.contains([',', ';', ':', '–', '—', '(', '.'])
        && tokens(between)
            .iter()
            .all(|token| english().small.has(&token.text))
}
