//! Numbers typed in a claim's words: each must be one of the condition's own.

use std::ops::Range;

use super::english::english;
use super::mentions::words_of;
use super::years::earlier_column;
use super::{Objection, Statement};
use crate::claims::kinds::{By, Family, by_fits, by_of, share_of};
use crate::claims::reading::{Given, Reading};
use crate::claims::resolve::{CaseRow, Count};
use crate::figures::Figure;
use crate::finding::Code;
use crate::lexicon::Sense;
use crate::lexicon::tokens::{self, Token};
use crate::quantity::{Exact, Unit, begins_with_percent};
use crate::release::Origin;

/// A number in the words.
struct Typed {
    number: Exact,
    /// The words after it: "per cent", "percentage points".
    after: String,
    /// As written.
    text: String,
    /// Whether it may count rows: what follows is no unit.
    counts: bool,
    /// Whether it is a year, by what stands round it.
    year: bool,
    /// Where it stands in the words.
    range: Range<usize>,
}

impl Statement<'_> {
    /// Objects to numbers that are not the condition's, and to per cent for points.
    pub(super) fn judge_numbers(&self, objections: &mut Vec<Objection>) {
        let (own, counts) = (self.own_numbers(), self.own_counts());
        for typed in self.typed_numbers() {
            if self.mixes_points(&typed, objections) {
                continue;
            }
            match self.bears_out_side(&typed.number, &typed.range, &typed.after) {
                Some(true) => continue,
                Some(false) => {
                    objections.push(Self::untrue_side(&typed.text));
                    continue;
                }
                None => {}
            }
            let counted = typed.counts && counts.contains(&typed.number);
            let fits = own.contains(&typed.number) && !self.is_too_fine(&typed);
            if counted || fits || typed.year {
                continue;
            }
            let advice = match self.figure_printing(&typed.number) {
                Some(name) => format!("write `{{{{ {name} }}}}`, so that the number follows the data"),
                None => {
                    "make the number in the words and in the condition the same, or print a figure".to_owned()
                }
            };
            // Inside a claim or outside, a number in digits follows no data.
            if typed.text.starts_with(|c: char| c.is_ascii_digit()) {
                objections.push(
                    Objection::new(
                        Code::UnboundNumber,
                        "a number typed in the words of `{claim}` comes from no figure",
                        advice.clone(),
                    )
                    .shown(format!("the number: {}", typed.text)),
                );
            }
            objections.push(
                Objection::differ(
                    "a number is typed in the words of `{claim}` that the condition does not have",
                    advice,
                )
                .shown(format!("the number: {}", typed.text)),
            );
        }
    }

    /// Every row of the condition's tests.
    pub(super) fn rows(&self) -> impl Iterator<Item = &CaseRow> {
        self.licences.iter().flat_map(|licence| &licence.case.rows)
    }

    /// The numbers of rows that the condition says: counted, or in a set.
    fn own_counts(&self) -> Vec<Exact> {
        let mut numbers = Vec::new();
        for licence in &self.licences {
            if licence.case.listed {
                numbers.push(Exact::from(licence.case.rows.len() as u64));
            }
            if let Count::Exactly(count) | Count::AtLeast(count) | Count::AtMost(count) = licence.case.count {
                numbers.push(Exact::from(count as u64));
            }
        }
        let given = self.rows().flat_map(|row| row.arguments.values());
        numbers.extend(given.filter_map(|given| match given {
            Given::Figures(figures) => Some(Exact::from(figures.len() as u64)),
            _ => None,
        }));
        // "The lower of the two": one thing beside another.
        let beside = |row: &CaseRow| {
            let own = |figure: &Figure| {
                let measure = figure
                    .subject
                    .measure
                    .as_ref()
                    .map(|measure| measure.name.clone());
                (measure, figure.subject.inspection.clone())
            };
            row.arguments
                .values()
                .any(|given| matches!(given, Given::Figure(other) if own(other) != own(&row.figure)))
        };
        if self.rows().any(beside) {
            numbers.push(Exact::from(2));
        }
        numbers
    }

    /// The numbers that the condition says: shares, amounts.
    fn own_numbers(&self) -> Vec<Exact> {
        let mut numbers = Vec::new();
        for given in self.rows().flat_map(|row| row.arguments.values()) {
            match given {
                Given::Number(number) => numbers.push(number.abs()),
                Given::Ratio(of, out_of) => numbers.extend([of.clone(), out_of.clone()]),
                Given::Text(text) => {
                    numbers.extend(share_of(given));
                    numbers.extend(text.split([' ', '/', '%']).filter_map(Exact::parse));
                }
                _ => {}
            }
        }
        numbers
    }

    /// Numbers in digits and words that somebody typed, outside phrases whose numbers are judged already.
    fn typed_numbers(&self) -> Vec<Typed> {
        let passage = &self.desk.passages[self.used.passage];
        let start = self.used.range.start;
        let judged = |token: &Token| {
            self.hits.iter().any(|hit| {
                let numbers = matches!(
                    hit.sense,
                    Sense::Fraction { .. }
                        | Sense::Count { .. }
                        | Sense::Since(_)
                        | Sense::Doubled
                        | Sense::Trebled
                        | Sense::Times(_)
                        | Sense::NearlyTimes(_)
                        | Sense::OverTimes(_)
                        | Sense::AboutTimes(_)
                        | Sense::Tenths(_)
                        | Sense::YearsRunning(_)
                        | Sense::EachYearSince(_)
                        | Sense::ForYears(_)
                        | Sense::AllBut(_)
                        | Sense::All
                        | Sense::FromTop(_)
                        | Sense::FromBottom(_)
                        | Sense::HighOfYears
                        | Sense::LowOfYears
                );
                numbers && hit.range.start <= token.range.start && token.range.end <= hit.range.end
            })
        };
        let typed = |token: &Token| {
            let at = start + token.range.start;
            passage
                .spans
                .iter()
                .find(|span| span.range.contains(&at))
                .is_some_and(|span| matches!(span.origin, Origin::Literal(_)))
        };
        let tokens = tokens::tokens(self.words);
        let mut found = Vec::new();
        for (at, token) in tokens.iter().enumerate() {
            if judged(token) || !typed(token) {
                continue;
            }
            let in_words = || {
                // "one" is a pronoun more often than a number.
                let number = self
                    .desk
                    .language
                    .number_words_value(&token.text)
                    .filter(|number| *number > 1);
                number.map(Exact::from)
            };
            let Some(number) = Exact::parse(&token.text).or_else(in_words) else {
                continue;
            };
            let rest = &self.words[token.range.end..];
            let after: Vec<&str> = tokens[at + 1..]
                .iter()
                .take(2)
                .map(|token| token.text.as_str())
                .collect();
            let sign = if rest.trim_start().starts_with('%') {
                "%".to_owned()
            } else {
                after.join(" ")
            };
            let before = match at {
                0 => tokens::tokens(self.before),
                at => tokens[..at].to_vec(),
            };
            let before: Vec<&str> = before
                .iter()
                .rev()
                .take(2)
                .map(|word| word.text.as_str())
                .collect();
            let text = &self.words[token.range.clone()];
            let next = tokens.get(at + 1).map(|next| next.text.as_str());
            let united = sign == "%" || next.is_some_and(|next| self.is_unit(next));
            found.push(Typed {
                number,
                after: sign,
                text: text.to_owned(),
                counts: !united,
                year: !united && is_year(text) && (dates(&before) || self.is_compared_year(text, &before)),
                range: token.range.clone(),
            });
        }
        found
    }

    /// "The number of 2009" of a comparison with the value of 2009.
    fn is_compared_year(&self, text: &str, before: &[&str]) -> bool {
        let of = before.first() == Some(&"of");
        let own = |row: &CaseRow| {
            let mut given = row.arguments.values();
            given.any(|given| match given {
                Given::Figure(other) => earlier_column(other).is_some_and(|year| year.to_string() == text),
                _ => false,
            })
        };
        of && self.rows().any(own)
    }

    /// Whether a number is that of `by=`, but with places to which the change is another: "8.0 per cent" of 8.4.
    fn is_too_fine(&self, typed: &Typed) -> bool {
        let fraction = typed.text.split_once('.').map_or("", |(_, places)| places);
        let places = u8::try_from(fraction.len()).unwrap_or(u8::MAX);
        let rounding = self.desk.numbers.rounding;
        self.licences.iter().filter(|_| places > 0).any(|licence| {
            licence.case.rows.iter().any(|row| {
                let read = row.read(licence.test.kind, Reading::Exact, rounding);
                let said = match by_of(&read) {
                    Ok(Some(By::Difference(by) | By::Relative(by))) => by == typed.number,
                    _ => false,
                };
                // A condition that is false is told of by itself.
                said && by_fits(&read, 0) == Ok(true) && by_fits(&read, places) == Ok(false)
            })
        })
    }

    /// Whether a word after a number makes it an amount: "points", or what the condition's measures count.
    fn is_unit(&self, word: &str) -> bool {
        let counted = |row: &CaseRow| match row.figure.subject.measure.as_ref().map(|measure| &measure.unit) {
            Some(Unit::Number(Some(noun))) => {
                let first = |text: &str| words_of(text).first().is_some_and(|first| first == word);
                first(&noun.one) || first(&noun.many)
            }
            _ => false,
        };
        english().units.has(word) || self.rows().any(counted)
    }

    /// "8 per cent" of a change in percentage points, and the other way round.
    fn mixes_points(&self, typed: &Typed, objections: &mut Vec<Objection>) -> bool {
        let per_cent = begins_with_percent(&typed.after).is_some();
        let points = typed.after.starts_with("percentage point") || typed.after.starts_with("point");
        for licence in &self.licences {
            if !matches!(
                licence.test.kind.family,
                Family::Time | Family::Revision | Family::Benchmark
            ) {
                continue;
            }
            for row in &licence.case.rows {
                let Some(quantity) = row.figure.quantity() else {
                    continue;
                };
                if quantity.unit != Unit::Percent {
                    continue;
                }
                let whole = row.read(licence.test.kind, Reading::Exact, self.desk.numbers.rounding);
                let wrong = match by_of(&whole) {
                    Ok(Some(By::Difference(by))) => per_cent && by == typed.number,
                    Ok(Some(By::Relative(by))) => points && by == typed.number,
                    _ => per_cent && self.difference(row) == Some(typed.number.clone()),
                };
                if wrong {
                    objections.push(
                        Objection::new(
                            Code::PointsOrPercent,
                            "the words of `{claim}` confuse per cent and percentage points",
                            "between two percentages the difference is in percentage points; a relative change is in per cent, `by=\"11%\"`",
                        )
                        .shown(format!("the number: {} {}", typed.text, typed.after)),
                    );
                    return true;
                }
            }
        }
        false
    }

    /// The difference of a row's figure and the one it is compared with, as printed.
    fn difference(&self, row: &CaseRow) -> Option<Exact> {
        let rounding = self.desk.numbers.rounding;
        let other = row.arguments.values().find_map(|given| match given {
            Given::Figure(figure) => figure.quantity(),
            _ => None,
        })?;
        let own = row.figure.quantity()?;
        Some(own.amount.minus(&other.amount).abs().round(own.places, rounding))
    }

    /// The name of a figure of the condition that prints as this number.
    fn figure_printing(&self, number: &Exact) -> Option<String> {
        let rounding = self.desk.numbers.rounding;
        let figures = self.rows().flat_map(|row| {
            let arguments = row.arguments.values().filter_map(|given| match given {
                Given::Figure(figure) => Some(figure),
                _ => None,
            });
            std::iter::once(&row.figure).chain(arguments)
        });
        figures
            .into_iter()
            .find(|figure| {
                figure
                    .quantity()
                    .is_some_and(|quantity| quantity.rounded(rounding).abs() == *number)
            })
            .map(|figure| figure.name.clone())
    }
}

/// Whether words, the last one first, make a number after them a year: "in", but not "more than".
fn dates(before: &[&str]) -> bool {
    let known = english();
    match before {
        ["than", more, ..] => !known.amounts.has(more),
        ["to" | "and" | "or", first, ..] => is_year(first) || known.dates.has(first),
        ["of", noun, ..] => !known.amounts.has(noun) && !known.partners.has(noun),
        [word, ..] => known.dates.has(word) || word.ends_with("'s"),
        [] => false,
    }
}

fn is_year(text: &str) -> bool {
    text.len() == 4 && text.parse().is_ok_and(|year: u32| (1800..2100).contains(&year))
}
