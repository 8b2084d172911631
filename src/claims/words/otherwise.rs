//! Words that say the condition without a comparison of their own: a rating's name, a printed figure, the parts of a sum,
//! the name of the column that it is compared with.

use super::Statement;
use super::direction::Says;
use super::english::english;
use super::licence::Licence;
use super::mentions::{Mention, mentions, words_of};
use super::surroundings::ends_clause;
use crate::claims::kinds::Family;
use crate::claims::reading::Given;
use crate::claims::resolve::CaseRow;
use crate::lexicon::tokens::tokens;
use crate::lexicon::{self, Hit, Sense};
use crate::quantity::Unit;

impl Statement<'_> {
    /// What words without a comparison say; `None` where they say nothing of the kind.
    pub(super) fn says_otherwise(&self) -> Option<Says> {
        let said: Vec<Says> = self
            .licences
            .iter()
            .filter_map(|licence| self.says_of(licence))
            .collect();
        let first = *said.first()?;
        Some(if said.contains(&Says::Same) {
            Says::Same
        } else {
            first
        })
    }

    fn says_of(&self, licence: &Licence<'_>) -> Option<Says> {
        let turned = |at: usize| self.is_turned(at) ^ self.none_turns(licence);
        let agrees = |at: usize| match turned(at) == licence.negated {
            true => Says::Same,
            false => Says::Denied,
        };
        let ratings = self.ratings_named(licence);
        if let Some((row, first)) = ratings.first() {
            if licence.test.kind.is_same() {
                return Some(agrees(first.start));
            }
            // A rating alone says what the figure is, whatever it is compared with.
            let own = |row: &CaseRow| {
                row.figure
                    .quantity()
                    .and_then(|own| own.rating().map(str::to_owned))
            };
            let fits = |mention: &Mention| {
                // "Moved from Inadequate to Good": where it comes from, judged with the places.
                let lead = words_of(&self.words[..mention.start]);
                let partner = lead.iter().rev().find(|word| !english().articles.has(word));
                let compared =
                    partner.is_some_and(|word| english().against.has(word) || english().compares.has(word));
                compared || (own(row).as_ref() == Some(&mention.of)) != turned(mention.start)
            };
            let all = licence.case.listed || ratings.iter().all(|(_, mention)| fits(mention));
            return Some(if all { Says::Same } else { Says::Contrary });
        }
        let share = |hit: &Hit| matches!(hit.sense, Sense::Fraction { .. } | Sense::Count { .. });
        if self.is_share() && self.hits.iter().any(share) {
            return Some(Says::Same);
        }
        if let Some(says) = self.says_plainly(licence) {
            return Some(says);
        }
        let figure = self.figures_with_ranges().next();
        let figure = figure.map(|(range, _)| range.start - self.used.range.start);
        let kind = licence.test.kind;
        if kind.is_the_very_value() {
            figure.map(agrees)
        } else if kind.family == Family::Sum {
            let sum = self.hits.iter().find(|hit| hit.sense == Sense::Sum);
            Some(agrees(sum.map_or(figure.unwrap_or(0), |hit| hit.range.start)))
        } else {
            None
        }
    }

    /// The ratings that the words name, each with a row whose scale has it.
    fn ratings_named<'l>(&self, licence: &'l Licence<'_>) -> Vec<(&'l CaseRow, Mention)> {
        let scale = |row: &CaseRow| match &row.figure.quantity()?.unit {
            Unit::Rating(scale) => Some(scale.ratings.clone()),
            _ => None,
        };
        let rated = licence.case.rows.iter().find_map(|row| Some((row, scale(row)?)));
        let Some((row, ratings)) = rated else {
            return Vec::new();
        };
        let names: Vec<_> = ratings
            .into_iter()
            .map(|rating| (words_of(&rating), rating))
            .collect();
        let named = mentions(self.words, &names).into_iter();
        named.map(|mention| (row, mention)).collect()
    }

    /// Whether a denial in the words, or before them, reaches what stands at `at`: "never rated", "anything but".
    fn is_turned(&self, at: usize) -> bool {
        // "Neither rated Good nor …", "no Good rating": of one figure, none is not.
        let listed = self.licences.iter().any(|licence| licence.case.listed);
        let none = !listed && !tokens(self.words).iter().any(|token| token.text == "nor");
        let negations = self.hits.iter().filter(|hit| {
            (hit.sense == Sense::Negation || none && hit.sense == Sense::NoneOf)
                && hit.range.end <= at
                && !ends_clause(&self.words[hit.range.end..at])
        });
        let denied = self.denied && !ends_clause(&self.words[..at]);
        denied ^ (negations.count() % 2 == 1)
    }

    /// "Above the highest of the regions": the words call what is compared with by its column. They claim no place
    /// themselves, which needs a comparison before the name; or the figure is level with it, or beyond; or they deny
    /// that it has the place, and it is short of it.
    pub(super) fn names_its_partner(&self, licence: &Licence<'_>, hit: &Hit, turned: bool) -> bool {
        let kind = licence.test.kind;
        let (above, below) = (kind.is_above(), kind.is_below());
        let (column, beyond, short) = match hit.sense {
            Sense::FromTop(1) => ("highest", above, below),
            Sense::FromBottom(1) => ("lowest", below, above),
            _ => return false,
        };
        let named = |given: &Given| matches!(given, Given::Figure(figure) if figure.subject.column.starts_with(column));
        let mut arguments = licence.case.rows.iter().flat_map(|row| row.arguments.values());
        // "No higher than the highest" of what is not above it.
        let bounded = licence.negated && !turned && self.is_compared_with(hit);
        let fits = if bounded {
            true
        } else if turned == licence.negated {
            kind.is_same() || beyond || self.is_compared_with(hit)
        } else {
            turned && short
        };
        fits && arguments.any(named)
    }

    /// Whether a comparison stands before a phrase: in the words and in its clause, or right before them.
    fn is_compared_with(&self, hit: &Hit) -> bool {
        let lead = &self.words[..hit.range.start];
        let inside = self
            .hits
            .iter()
            .filter(|other| other.range.end <= hit.range.start);
        let inside = inside.rev().find(|other| compares(other.sense));
        if let Some(last) = inside {
            let rest = &self.words[last.range.end..hit.range.start];
            let both = rest.contains(" both ") && !rest.contains([',', ';', ':']);
            return both || !(ends_clause(rest) || rest.contains(" and "));
        }
        let text = format!("{}{lead}", self.before);
        let near = words_of(&text);
        if near.iter().rev().take(8).any(|word| word == "between") {
            return true;
        }
        let bare = |from: usize| {
            let words = tokens(&text[from..]);
            words.iter().all(|word| english().small.has(&word.text)) && !text[from..].contains(',')
        };
        let before = lexicon::find(&text);
        let last = before.iter().rev().find(|other| compares(other.sense));
        let words = tokens(&text);
        let link = words.iter().rev().find(|word| english().against.has(&word.text));
        last.is_some_and(|last| bare(last.range.end)) || link.is_some_and(|link| bare(link.range.end))
    }
}

/// Whether a phrase compares with what follows it.
fn compares(sense: Sense) -> bool {
    !matches!(
        sense,
        Sense::Negation
            | Sense::FromTop(_)
            | Sense::FromBottom(_)
            | Sense::NearEnd(_)
            | Sense::HighOfYears
            | Sense::LowOfYears
            | Sense::Best
            | Sense::Worst
            | Sense::Joint
            | Sense::Sum
            | Sense::Count { .. }
            | Sense::All
            | Sense::NoneOf
            | Sense::Since(_)
            | Sense::ForYears(_)
    )
}
