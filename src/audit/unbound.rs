//! Numbers in the words that come from nowhere: typed by a person, and no figure, date, name or phrase behind them.

use std::cell::OnceCell;
use std::ops::Range;

use super::addresses::addresses;
use super::number::{Number, Said};
use super::phrases::Phrases;
use super::raised::Raised;
use super::reading::Reading;
use super::slot::{self, Slot};
use super::{bases, comparative, names, nearest, reason};
use crate::claims::{Desk, Given, Held};
use crate::finding::Code;
use crate::quantity::{Exact, Unit};
use crate::report::Share;

/// Reads the passages for unbound numbers; counts those that are traced, of all outside the tables.
pub struct Numbers<'d> {
    desk: &'d Desk<'d>,
    held: &'d [Held],
    names: OnceCell<Vec<String>>,
    /// Numbers printed by figures, and all numbers.
    pub share: Share,
}

impl<'d> Numbers<'d> {
    /// Nothing read yet.
    pub fn new(desk: &'d Desk<'d>, held: &'d [Held]) -> Self {
        Numbers {
            desk,
            held,
            names: OnceCell::new(),
            share: Share::default(),
        }
    }

    /// Reads one passage.
    pub fn read(&mut self, reading: &Reading<'_>, numbers: &[Number], raised: &mut Vec<Raised>) {
        let passage = reading.passage;
        if matches!(reading.slot, Slot::Cell | Slot::Fact) {
            return;
        }
        let rating = |unit: &Unit| matches!(unit, Unit::Rating(_));
        let printed = passage.figures().filter(|(_, figure)| {
            !passage.part.is_tabular() && figure.quantity().is_some_and(|quantity| !rating(&quantity.unit))
        });
        let printed = printed.count();
        self.share.of += printed;
        self.share.all += printed;
        let loose = self.unbound(reading, numbers);
        self.share.all += loose.len();
        for (number, typed) in loose {
            let says = format!("a number typed in {} comes from no figure", passage.part);
            let finding = reading.finding(Code::UnboundNumber, &typed, says);
            let finding = match reading.takes_claims(&typed) {
                true => nearest::advise(finding, &number, reading, self.desk),
                false => finding.advice(comparative::outside(reading)),
            };
            raised.push(Raised::new(finding, reading, typed));
        }
        for date in reading.dates.iter().filter(|date| !date.exists()) {
            let range = reading.bytes(&date.tokens);
            if let Some(typed) = reading
                .typed(&range)
                .filter(|typed| !reading.as_written(self.desk, typed))
            {
                let finding = reading
                    .finding(Code::DateDoesNotExist, &typed, "a date that does not exist")
                    .advice("correct the day or the month; dates of the data print themselves");
                raised.push(Raised::new(finding, reading, typed));
            }
        }
    }

    /// The numbers nothing accounts for, each with the part of it that was typed.
    fn unbound(&self, reading: &Reading<'_>, numbers: &[Number]) -> Vec<(Number, Range<usize>)> {
        let language = self.desk.language;
        let text = reading.passage.text.as_str();
        let tokens = &reading.tokens;
        let phrases = Phrases::english();
        let mut found: Vec<(Number, Range<usize>)> = numbers
            .iter()
            .filter_map(|number| {
                let typed = reading.typed(&number.range)?;
                let magnitude = ["hundred", "thousand", "million", "billion", "trillion"];
                let only_magnitude = magnitude.contains(&text[typed.clone()].trim_matches([' ', '-']));
                // "{{ x.value.count }} out of {{ x.value.base }}": both numbers are printed.
                let joins = ["out of", "of", "in"].contains(&text[typed.clone()].trim());
                ((!only_magnitude || typed == number.range) && !joins).then_some((number.clone(), typed))
            })
            .filter(|(number, typed)| {
                !reading.in_claim(typed) && !reading.as_written(self.desk, &number.range)
            })
            .filter(|(number, _)| !self.counts_the_set(reading, number) && !is_shared(reading, number))
            .filter(|(number, _)| {
                !reading
                    .dates
                    .iter()
                    .any(|date| overlap(&date.tokens, &number.tokens))
            })
            .filter(|(number, _)| !phrases.excuse(tokens, &number.tokens, language))
            .filter(|(number, _)| !bases::is_base(reading, number, self.desk))
            .filter(|(number, _)| !reason::excuses(reading, &number.tokens, language))
            .collect();
        // A name may hold a number; what it may not say is how many there were.
        if reading.slot != Slot::Sentences {
            found.retain(|(number, _)| slot::says_how_many(reading, number));
            return found;
        }
        found.retain(|(number, _)| !slot::is_threshold(reading, number) && !slot::is_delay(reading, number));
        if found.is_empty() {
            return found;
        }
        let mut named = addresses(text, tokens);
        named.extend(names::places(
            text,
            self.names.get_or_init(|| names::names(self.desk)),
        ));
        found.retain(|(number, typed)| {
            // A name excuses what is typed of it; a figure inside it would be another matter.
            !named
                .iter()
                .any(|name| name.start <= typed.start && number.range.end <= name.end)
        });
        found
    }

    /// Whether a number right after a claim of rank says of how many, and of so many it is: "[the largest][x] of the
    /// three groups".
    fn counts_the_set(&self, reading: &Reading<'_>, number: &Number) -> bool {
        const BETWEEN: [&str; 4] = ["of", "the", "all", "among"];
        let before = &reading.tokens[..number.tokens.start];
        let joined = before
            .iter()
            .rev()
            .take_while(|token| BETWEEN.iter().any(|word| token.is(word)));
        let Some(first) = joined.last() else { return false };
        let text = &reading.passage.text;
        let after = |held: &&Held| {
            held.passage == reading.index
                && text
                    .get(held.range.end..first.range.start)
                    .is_some_and(|gap| gap.trim().is_empty())
        };
        let sizes = self
            .held
            .iter()
            .filter(after)
            .filter_map(|held| held.verdict.as_ref());
        let mut sets = sizes
            .flat_map(|verdict| &verdict.cases)
            .flat_map(|case| &case.rows)
            .filter_map(|row| match row.arguments.get("among") {
                Some(Given::Figures(set)) => i64::try_from(set.len()).ok().map(Exact::whole),
                _ => None,
            });
        number
            .value
            .as_ref()
            .is_some_and(|value| sets.any(|size| size == *value))
    }
}

/// Whether a claim holds all of a share but its article: "A [quarter of them][x]".
fn is_shared(reading: &Reading<'_>, number: &Number) -> bool {
    let tokens = &reading.tokens[number.tokens.clone()];
    let article = tokens.first().is_some_and(|first| first.is("a"));
    article && number.said == Said::Fraction && tokens[1..].iter().all(|token| reading.in_claim(&token.range))
}

fn overlap(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}
