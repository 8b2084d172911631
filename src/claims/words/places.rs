//! What stands where: "rose from 70% to 78% by 8 points", "improved from Inadequate to Good". Each word before a figure or
//! a rating says which one belongs there.

use std::sync::Arc;

use super::english::english;
use super::licence::Licence;
use super::mentions::{mentions, words_of};
use super::{Objection, Statement};
use crate::claims::distance::is_distance;
use crate::claims::reading::Given;
use crate::claims::resolve::CaseRow;
use crate::figures::Figure;
use crate::quantity::Unit;

/// What an argument compares a row's figure with.
#[derive(Clone, Copy)]
struct Pair<'l> {
    row: &'l CaseRow,
    partner: &'l Arc<Figure>,
}

impl Statement<'_> {
    /// Objects to a figure or rating that stands where the condition has the other one.
    pub(super) fn judge_places(&self, objections: &mut Vec<Objection>) {
        let moved = self.only_pair(&["from"]);
        let compared = self.only_pair(&["than", "with", "to"]);
        self.judge_places_of_figures(moved, compared, objections);
        self.judge_places_of_ratings(objections);
    }

    /// The one row of the condition that compares with a figure under one of these names, where there is but one.
    fn only_pair(&self, names: &[&str]) -> Option<Pair<'_>> {
        let single = |licence: &&Licence<'_>| licence.case.rows.len() == 1;
        let mut pairs = self.licences.iter().filter(single).filter_map(|licence| {
            let row = &licence.case.rows[0];
            let given = names.iter().find_map(|name| row.arguments.get(*name));
            match given {
                Some(Given::Figure(partner)) => Some(Pair { row, partner }),
                _ => None,
            }
        });
        let pair = pairs.next();
        let all = self.licences.iter().filter(|licence| {
            let mut rows = licence.case.rows.iter();
            rows.any(|row| names.iter().any(|name| row.arguments.contains_key(*name)))
        });
        pair.filter(|_| all.count() == 1)
    }

    fn judge_places_of_figures(
        &self,
        moved: Option<Pair<'_>>,
        compared: Option<Pair<'_>>,
        objections: &mut Vec<Objection>,
    ) {
        let (style, start) = (self.desk.numbers, self.used.range.start);
        for (range, figure) in self.figures_with_ranges() {
            let before = &self.words[..range.start - start];
            let mut before = before.split_whitespace().rev();
            let (link, earlier) = (before.next(), before.next());
            let same = |other: &Figure| match (figure.quantity(), other.quantity()) {
                (Some(one), Some(other)) => one.print(style) == other.print(style) || one.unit != other.unit,
                _ => true,
            };
            let of_partner = earlier.is_some_and(|noun| english().partners.has(noun));
            let measure = figure.subject.measure.as_ref();
            // "Available to 2.4 million more homes": how many more, and no value that was come to.
            let rest = words_of(&self.words[range.end - start..]);
            let more = rest.iter().take(2).any(|word| english().more.has(word));
            if more && link == Some("to") {
                continue;
            }
            let (fits, right) = match (link, moved, compared) {
                (Some("from"), Some(pair), _) => (same(pair.partner), &pair.partner.name),
                (Some("to"), Some(pair), _) if earlier != Some("compared") => {
                    (same(&pair.row.figure), &pair.row.figure.name)
                }
                (Some("than"), _, Some(pair)) => (same(pair.partner), &pair.partner.name),
                (Some("of"), _, Some(pair)) if of_partner => (same(pair.partner), &pair.partner.name),
                (Some("by"), Some(pair), _) | (Some("by"), None, Some(pair))
                    if measure.is_some_and(|own| !own.is_change()) =>
                {
                    let distance = is_distance(figure, &pair.row.figure, pair.partner).unwrap_or(true);
                    (distance, &pair.row.figure.name)
                }
                _ => continue,
            };
            if !fits {
                objections.push(misplaced(&format!("`{}`", figure.name), link, right));
                return;
            }
        }
    }

    /// "Improved from Good to Inadequate" of the way back, "better than Good" of what is Good itself.
    fn judge_places_of_ratings(&self, objections: &mut Vec<Objection>) {
        let rows = self.licences.iter().flat_map(|licence| &licence.case.rows);
        let mut compared =
            rows.filter(|row| row.arguments.contains_key("from") || row.arguments.contains_key("than"));
        let (Some(row), None) = (compared.next(), compared.next()) else {
            return;
        };
        let Some(Unit::Rating(scale)) = row.figure.quantity().map(|own| &own.unit) else {
            return;
        };
        let rating = |figure: &Figure| figure.quantity()?.rating().map(str::to_owned);
        let given = ["from", "than"].iter().find_map(|name| row.arguments.get(*name));
        let partner = match given {
            Some(Given::Figure(partner)) => rating(partner),
            Some(Given::Text(partner)) => Some(partner.clone()),
            _ => None,
        };
        let (Some(own), Some(partner)) = (rating(&row.figure), partner) else {
            return;
        };
        let moves = row.arguments.contains_key("from");
        let names: Vec<_> = scale
            .ratings
            .iter()
            .map(|rating| (words_of(rating), rating.clone()))
            .collect();
        for mention in mentions(self.words, &names) {
            let before = words_of(&self.words[..mention.start]);
            let mut before = before.iter().rev().filter(|word| !english().articles.has(word));
            let (link, earlier) = (
                before.next().map(String::as_str),
                before.next().map(String::as_str),
            );
            let right = match link {
                Some("from") if moves => &partner,
                Some("to") if moves && earlier != Some("compared") => &own,
                Some("than" | "above" | "below") => &partner,
                _ => continue,
            };
            if mention.of != *right {
                objections.push(misplaced("another rating", link, &row.figure.name));
                return;
            }
        }
    }
}

fn misplaced(what: &str, link: Option<&str>, right: &str) -> Objection {
    let link = link.unwrap_or_default();
    Objection::differ(
        format!(
            "the words of `{{claim}}` have {what} after \"{link}\": there the condition speaks of `{right}`"
        ),
        "\"from\" goes with the earlier value, \"to\" with the later, \"by\" with the difference of the two",
    )
}
