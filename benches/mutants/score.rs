//! The score: by operator, how many untrue notices were refused, for the right reason at the right line, and how many
//! true ones were refused in error.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::operators::{Kind, Mutant};
use crate::oracle::Verdict;
use crate::run::Refusal;

/// How one mutant went.
pub struct Outcome {
    operator: &'static str,
    kind: Kind,
    what: String,
    end: End,
    refusals: Vec<Refusal>,
    wanted: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    Caught,
    WrongCode,
    WrongLine,
    Missed,
    Passed,
    FalseAlarm,
    Open,
}

impl Outcome {
    /// Holds what the program said against the verdict.
    pub fn new(mutant: &Mutant, verdict: Verdict, refusals: Vec<Refusal>) -> Outcome {
        let (end, wanted) = match &verdict {
            Verdict::True if refusals.is_empty() => (End::Passed, String::new()),
            Verdict::True => (End::FalseAlarm, "no error".to_owned()),
            Verdict::Open(why) => (End::Open, why.clone()),
            Verdict::Wrong(faults) => {
                let coded =
                    |refusal: &Refusal, codes: &[&str]| codes.is_empty() || codes.contains(&refusal.code);
                let mut end = if refusals.is_empty() {
                    End::Missed
                } else {
                    End::WrongCode
                };
                for (fault, refusal) in faults
                    .iter()
                    .flat_map(|fault| refusals.iter().map(move |one| (fault, one)))
                {
                    if coded(refusal, &fault.codes) {
                        let there = fault
                            .lines
                            .iter()
                            .any(|(path, lines)| *path == refusal.path && lines.contains(&refusal.line));
                        end = match (there, end) {
                            (true, _) | (_, End::Caught) => End::Caught,
                            _ => End::WrongLine,
                        };
                    }
                }
                let wanted: Vec<String> = faults
                    .iter()
                    .map(|fault| format!("{} at {:?}", fault.codes.join(" or "), fault.lines))
                    .collect();
                (end, wanted.join("; "))
            }
        };
        Outcome {
            operator: mutant.operator,
            kind: mutant.kind,
            what: mutant.what.clone(),
            end,
            refusals,
            wanted,
        }
    }
}

/// All outcomes, counted.
pub struct Score<'o> {
    outcomes: &'o [Outcome],
    offices: usize,
    rows: BTreeMap<(Kind, &'static str), [usize; 7]>,
}

impl<'o> Score<'o> {
    /// Counts.
    pub fn of(outcomes: &'o [Outcome], offices: usize) -> Score<'o> {
        let mut rows: BTreeMap<(Kind, &'static str), [usize; 7]> = BTreeMap::new();
        for outcome in outcomes {
            rows.entry((outcome.kind, outcome.operator)).or_default()[outcome.end as usize] += 1;
        }
        Score {
            outcomes,
            offices,
            rows,
        }
    }

    fn sum(&self, kind: Option<Kind>) -> [usize; 7] {
        let mut sum = [0; 7];
        for (_, row) in self
            .rows
            .iter()
            .filter(|((of, _), _)| kind.is_none_or(|kind| *of == kind))
        {
            for (total, one) in sum.iter_mut().zip(row) {
                *total += one;
            }
        }
        sum
    }

    /// Figures all caught, claims at 98 % or more, no false alarm.
    pub fn good_enough(&self) -> bool {
        let figures = self.sum(Some(Kind::Figures));
        let claims = self.sum(Some(Kind::Claims));
        let caught = |row: [usize; 7]| (row[0] + row[1] + row[2], row[0] + row[1] + row[2] + row[3]);
        let (of, all) = caught(claims);
        figures[End::Missed as usize] == 0
            && 100 * of >= 98 * all
            && self.sum(None)[End::FalseAlarm as usize] == 0
    }

    /// The table in Markdown.
    pub fn table(&self) -> String {
        let mut out = String::from(
            "| operator | mutants | untrue | caught | missed | wrong code | wrong line | still true | false alarms | open |\n\
             |---|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n",
        );
        let mut line = |name: &str, row: &[usize; 7]| {
            let [caught, code, place, missed, passed, alarms, open] = row;
            let untrue = caught + code + place + missed;
            let _ = writeln!(
                out,
                "| {name} | {} | {untrue} | {} | {missed} | {code} | {place} | {} | {alarms} | {open} |",
                row.iter().sum::<usize>(),
                caught + code + place,
                passed + alarms,
            );
        };
        for (kind, title) in [
            (Kind::Figures, "figures"),
            (Kind::Claims, "claims"),
            (Kind::Clean, "clean rewrites"),
        ] {
            for ((_, operator), row) in self.rows.iter().filter(|((of, _), _)| *of == kind) {
                line(operator, row);
            }
            line(&format!("**all {title}**"), &self.sum(Some(kind)));
        }
        line("**all**", &self.sum(None));
        out
    }

    /// The misses, false alarms and wrong reasons, at most `each` an operator and kind.
    pub fn listed(&self, each: usize) -> String {
        let mut out = String::new();
        for (end, title) in [
            (End::Missed, "Missed"),
            (End::FalseAlarm, "False alarms"),
            (End::WrongCode, "Refused for another reason"),
            (End::WrongLine, "Refused at another line"),
        ] {
            let all: Vec<&Outcome> = self
                .outcomes
                .iter()
                .filter(|outcome| outcome.end == end)
                .collect();
            if all.is_empty() {
                continue;
            }
            let _ = writeln!(out, "\n## {title} ({})\n", all.len());
            let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
            for outcome in all {
                let count = seen.entry(outcome.operator).or_default();
                *count += 1;
                if *count > each {
                    continue;
                }
                let _ = writeln!(out, "- *{}* – {}", outcome.operator, outcome.what);
                let _ = writeln!(out, "  - wanted: {}", outcome.wanted);
                for refusal in outcome.refusals.iter().take(3) {
                    let _ = writeln!(
                        out,
                        "  - said: {} at {}:{}: {} [{}]",
                        refusal.code, refusal.path, refusal.line, refusal.says, refusal.shown
                    );
                }
            }
        }
        out
    }

    /// docs/mutants.md.
    pub fn page(&self) -> String {
        let all: usize = self.sum(None).iter().sum();
        format!(
            "# The mutation bench\n\n\
             Written by `cargo bench --bench mutants -- --write`; do not edit. {all} notices were made from {} clean ones, \
             each with one thing changed. *Untrue* ones no longer agree with their data, or say something unchecked, and \
             must be refused; *still true* ones must pass. *Open* ones turn on the house's own tolerances (\"just\", \
             \"well\", \"about\") and are not counted. benches/README.md tells how the oracle judges.\n\n{}{}",
            self.offices,
            self.table(),
            self.listed(usize::MAX)
        )
    }
}
