//! The direction of the words: whether their kind of comparison is the condition's, not turned round.

use super::{Objection, Statement};
use crate::claims::condition::Test;
use crate::claims::kinds::{Family, share_of};
use crate::claims::reading::{Given, better};
use crate::claims::resolve::{Case, Count};
use crate::data::programme::Better;
use crate::finding::Code;
use crate::lexicon::tokens::{Token, tokens};
use crate::lexicon::{self, Hit, Sense};
use crate::quantity::{Exact, Unit};

/// What one test of the condition licenses.
pub struct Licence<'s> {
    pub test: &'s Test,
    /// Whether the test stands under an odd number of `not`s.
    pub negated: bool,
    pub case: &'s Case,
}

impl<'s> Licence<'s> {
    pub fn new(test: &'s Test, negated: bool, case: &'s Case) -> Self {
        Licence { test, negated, case }
    }

    /// Whether it licenses a sense, turned round by a negation or not.
    fn allows(&self, sense: Sense, turned: bool) -> bool {
        let kind = self.test.kind;
        let own = (kind.words.contains(&sense) && self.goes_that_way(sense))
            || self.by_better().contains(&sense)
            || self.by_its_arguments(sense);
        if turned == self.negated {
            own
        } else {
            // "not below" of what is above: true, and weaker.
            turned && kind.contrary.contains(&sense)
        }
    }

    /// A revision says its own way: "revised up" is more than what was published.
    fn goes_that_way(&self, sense: Sense) -> bool {
        let rows = self.case.rows.iter();
        let mut ways = rows.filter_map(|row| match row.arguments.get("from") {
            Some(Given::Figure(from)) => Some(row.figure.quantity()?.amount.cmp(&from.quantity()?.amount)),
            _ => None,
        });
        match sense {
            Sense::RevisedUp => ways.all(std::cmp::Ordering::is_gt),
            Sense::RevisedDown => ways.all(std::cmp::Ordering::is_lt),
            _ => true,
        }
    }

    fn by_better(&self) -> &'static [Sense] {
        let (if_higher, if_lower) = self.test.kind.if_better;
        let ways: Vec<Better> = self.case.rows.iter().map(|row| better(&row.figure)).collect();
        match ways.first() {
            Some(Better::Higher) if ways.iter().all(|way| *way == Better::Higher) => if_higher,
            Some(Better::Lower) if ways.iter().all(|way| *way == Better::Lower) => if_lower,
            _ => &[],
        }
    }

    /// What the arguments license. "Above the highest of the regions": the column compared with is called so; "higher than in 2011": it is earlier.
    fn by_its_arguments(&self, sense: Sense) -> bool {
        let compared = |columns: &[&str]| {
            let arguments = self.case.rows.iter().flat_map(|row| row.arguments.values());
            arguments.into_iter().any(|given| match given {
                Given::Figure(figure) => columns
                    .iter()
                    .any(|column| figure.subject.column.starts_with(column)),
                _ => false,
            })
        };
        let earlier = || {
            compared(&[
                "previous",
                "year-ago",
                "year_ago",
                "first-published",
                "first_published",
                "history",
            ])
        };
        let half = |above: bool| {
            let shares = self.case.rows.iter().filter_map(|row| row.arguments.get("share"));
            shares.filter_map(share_of).any(|share| {
                let half = Exact::whole(50);
                if above { share >= half } else { share <= half }
            })
        };
        match sense {
            Sense::Majority => matches!(self.test.kind.name, "more_than" | "just_over") && half(true),
            Sense::Minority => matches!(self.test.kind.name, "less_than" | "nearly") && half(false),
            Sense::FromTop(1) => compared(&["highest"]),
            Sense::FromBottom(1) => compared(&["lowest"]),
            Sense::Rose => self.test.kind.words.contains(&Sense::Above) && earlier(),
            Sense::Fell => self.test.kind.words.contains(&Sense::Below) && earlier(),
            _ => false,
        }
    }
}

impl Statement<'_> {
    /// Objects to phrases of another kind or direction, and to words that say no comparison at all.
    pub(super) fn judge_direction(&self, objections: &mut Vec<Objection>) {
        let mut said = false;
        for (hit, turned) in directions(&self.hits, self.denied) {
            if self.is_quantity(hit.sense) {
                continue;
            }
            if self
                .licences
                .iter()
                .any(|licence| licence.allows(hit.sense, turned))
            {
                said = true;
            } else {
                objections.push(self.other_kind(hit, turned));
                said = true;
            }
        }
        if !said && !self.says_otherwise() {
            let kinds = self.kinds();
            match self.sentence_says() {
                Says::Same => {}
                Says::Contrary => objections.push(Objection::differ(
                    format!("the sentence round the words of `{{claim}}` says the contrary of `{kinds}`"),
                    "make sentence and condition say the same; docs/claims.md lists the words each condition licenses",
                )),
                Says::Nothing => objections.push(Objection::new(
                    Code::ClaimWordsUnknown,
                    format!("the words of `{{claim}}` say nothing that is known to mean `{kinds}`"),
                    "compare words and condition yourself; docs/claims.md lists the words each condition licenses",
                )),
            }
        }
        self.judge_joint(objections);
    }

    /// The names of the condition's tests: `above` or `below`.
    fn kinds(&self) -> String {
        let names: Vec<&str> = self
            .licences
            .iter()
            .map(|licence| licence.test.kind.name)
            .collect();
        names.join("` or `")
    }

    fn other_kind(&self, hit: &Hit, turned: bool) -> Objection {
        let kinds = self.kinds();
        let not = if turned { ", negated," } else { "" };
        let neither = matches!(
            hit.sense,
            Sense::Better | Sense::Worse | Sense::Improved | Sense::Worsened | Sense::Best | Sense::Worst
        ) && self
            .licences
            .iter()
            .flat_map(|licence| &licence.case.rows)
            .any(|row| better(&row.figure) == Better::Neither);
        let advice = if neither {
            "the programme does not say which way of the measure is better: write `better:` with it, or use words without praise or blame"
                .to_owned()
        } else {
            "make words and condition say the same; docs/claims.md lists the words each condition licenses"
                .to_owned()
        };
        Objection::differ(
            format!(
                "the words of `{{claim}}` say something else than `{}`: a phrase of the family `{}`{not} stands in them",
                kinds,
                hit.entry.name
            ),
            advice,
        )
        .shown(format!("the phrase: {}", &self.words[hit.range.clone()]))
    }

    /// "joint highest" and "highest" are different claims.
    fn judge_joint(&self, objections: &mut Vec<Objection>) {
        let wanted = self
            .licences
            .iter()
            .any(|licence| licence.test.kind.name.starts_with("joint_"));
        let ranked = self
            .licences
            .iter()
            .any(|licence| licence.test.kind.family == Family::Rank);
        let said = self.hits.iter().any(|hit| hit.sense == Sense::Joint);
        if wanted && !said {
            objections.push(Objection::differ(
                "the words of `{claim}` claim a place alone that is shared",
                "say that it is joint highest, or tied",
            ));
        }
        if ranked && said && !wanted {
            objections.push(Objection::differ(
                "the words of `{claim}` claim a shared place, the condition a place alone",
                "write `joint_highest`, or take the word out",
            ));
        }
    }

    /// Whether a sense is judged with the quantities, not with the direction.
    fn is_quantity(&self, sense: Sense) -> bool {
        let listed = self.licences.iter().any(|licence| licence.case.listed);
        match sense {
            Sense::Count { .. } | Sense::Fraction { .. } | Sense::Since(_) | Sense::Joint | Sense::Sum => {
                true
            }
            Sense::All | Sense::NoneOf | Sense::Majority | Sense::Minority => listed || !self.is_share(),
            Sense::ShareOver
            | Sense::ShareUnder
            | Sense::ShareNearly
            | Sense::ShareAbout
            | Sense::ShareExactly
            | Sense::ShareJustOver => !self.is_share(),
            _ => false,
        }
    }

    pub(super) fn is_share(&self) -> bool {
        self.licences
            .iter()
            .any(|licence| licence.test.kind.family == Family::Share)
    }

    /// Words that say the condition without a phrase of the lexicon: a rating's name, an exact share, parts of a sum.
    fn says_otherwise(&self) -> bool {
        let words = self.words.to_lowercase();
        self.licences.iter().any(|licence| {
            let name = licence.test.kind.name;
            let rated =
                licence
                    .case
                    .rows
                    .iter()
                    .any(|row| match row.figure.quantity().map(|q| (&q.unit, q)) {
                        Some((Unit::Rating(scale), _)) => scale
                            .ratings
                            .iter()
                            .any(|rating| words.contains(&rating.to_lowercase())),
                        _ => false,
                    });
            let prints = !self.figures_inside().is_empty();
            let share = self
                .hits
                .iter()
                .any(|hit| matches!(hit.sense, Sense::Fraction { .. } | Sense::Count { .. }));
            rated
                || (share && self.is_share())
                || (matches!(name, "equal" | "exactly") && prints)
                || name == "sum_of"
        })
    }

    /// Whether the claim's words leave the comparison to the rest of the sentence: "and so were two of the three".
    fn is_elliptic(&self) -> bool {
        let counts = self
            .licences
            .iter()
            .any(|licence| licence.case.count != Count::Every);
        let refers = |token: &Token| {
            matches!(
                token.text.as_str(),
                "so" | "also" | "too" | "likewise" | "both" | "neither" | "nor"
            )
        };
        counts
            || self.hits.iter().any(|hit| self.is_quantity(hit.sense))
            || tokens(self.words).iter().any(refers)
    }

    /// What the rest of the sentence says in the place of the claim's words.
    fn sentence_says(&self) -> Says {
        if !self.is_elliptic() {
            return Says::Nothing;
        }
        let (before, after) = (lexicon::find(self.before), lexicon::find(self.after));
        let around: Vec<_> = directions(&before, false)
            .into_iter()
            .chain(directions(&after, false))
            .collect();
        let licensed = |(hit, turned): &(&Hit, bool)| {
            self.licences
                .iter()
                .any(|licence| licence.allows(hit.sense, *turned))
        };
        let contrary = |(hit, turned): &(&Hit, bool)| {
            self.licences
                .iter()
                .any(|licence| *turned == licence.negated && licence.test.kind.contrary.contains(&hit.sense))
        };
        if around.iter().any(licensed) {
            Says::Same
        } else if around.iter().any(contrary) {
            Says::Contrary
        } else {
            Says::Nothing
        }
    }
}

/// What the rest of a sentence says of the comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Says {
    /// The same as the condition.
    Same,
    /// The contrary.
    Contrary,
    /// Nothing of the kind.
    Nothing,
}

/// The phrases that say a direction, each with whether a negation before it turns it round; `denied` where one stands
/// before them all.
fn directions(hits: &[Hit], denied: bool) -> Vec<(&Hit, bool)> {
    let mut turned = denied;
    let mut found = Vec::new();
    for hit in hits {
        match hit.sense {
            Sense::Negation => turned = !turned,
            Sense::Count { .. } | Sense::Sum | Sense::Joint | Sense::Fraction { .. } | Sense::Since(_) => {
                found.push((hit, false))
            }
            _ => {
                found.push((hit, turned));
                turned = false;
            }
        }
    }
    found
}
