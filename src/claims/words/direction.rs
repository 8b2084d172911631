//! The direction of the words: whether their kind of comparison is the condition's, not turned round.

use super::distances::DISTANCES;
use super::licence::Licence;
use super::sizes::is_moved_multiple;
use super::{Objection, Statement};
use crate::claims::kinds::{Family, compares_changes};
use crate::claims::reading::better;
use crate::claims::resolve::Count;
use crate::claims::units::is_time;
use crate::data::programme::Better;
use crate::finding::Code;
use crate::lexicon::tokens::{Token, tokens};
use crate::lexicon::{self, Hit, Sense};

impl Statement<'_> {
    /// Objects to phrases of another kind or direction, and to words that say no comparison at all.
    pub(super) fn judge_direction(&self, objections: &mut Vec<Objection>) {
        let mut said = false;
        for (hit, turned) in &self.directions_said() {
            let turned = *turned;
            said = true;
            if self.licenses(hit, turned) {
                continue;
            }
            // Where the words alone would do, what stands before them is wrong.
            let by_itself = self.denied && self.licenses(hit, !turned);
            objections.push(if by_itself {
                self.denies_it()
            } else {
                self.other_kind(hit, turned)
            });
        }
        if !said {
            let kinds = self.kinds();
            let part = || match self.says_part() {
                true => Says::Same,
                false => self.sentence_says(),
            };
            match self.says_otherwise().unwrap_or_else(part) {
                Says::Same => {}
                Says::Denied => objections.push(self.denies_it()),
                Says::Contrary => objections.push(Objection::differ(
                    format!("the sentence round the words of `{{claim}}` says the contrary of `{kinds}`"),
                    "make sentence and condition say the same; docs/claims.md lists the words each condition licenses",
                )),
                Says::Nothing if self.says_another_family() => objections.push(Objection::differ(
                    format!("the words of `{{claim}}` say how many or how great a share, and `{kinds}` says nothing of the kind"),
                    "test the share, such as `is most` or `is more_than(share=\"1/2\")`; or say what the condition says",
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

    /// The phrases, with the "neither" of "neither above nor below" for the denial that it is of a single figure. That of
    /// "neither safety nor repairs were above" counts.
    fn with_neither(&self) -> Vec<Hit> {
        let mut hits = self.hits.clone();
        let listed = self.licences.iter().any(|licence| licence.case.listed);
        for at in 0..hits.len() {
            let says = |hit: &Hit| hit.sense != Sense::Negation && !self.is_quantity(hit.sense);
            let denies = hits[at].entry.name == "neither"
                && hits.get(at + 1).is_some_and(says)
                && hits[at + 1..].iter().any(|hit| hit.sense == Sense::Negation);
            if denies && !listed {
                hits[at].sense = Sense::Negation;
            }
        }
        hits
    }

    /// The phrases in the words that say a direction, each with whether it is denied.
    pub(super) fn directions_said(&self) -> Vec<(Hit, bool)> {
        let hits = self.with_neither();
        let said = directions(&hits, self.denied).into_iter().filter(|(hit, _)| {
            !self.is_quantity(hit.sense) && !self.bounds_a_count(hit) && self.has_pace(hit.sense)
        });
        said.map(|(hit, turned)| (hit.clone(), turned)).collect()
    }

    /// Whether some test that it is said of licenses a phrase.
    fn licenses(&self, hit: &Hit, turned: bool) -> bool {
        self.licensed_by(&self.concerned(hit), hit, turned)
    }

    /// Whether one of these tests licenses a phrase.
    pub(super) fn licensed_by(&self, licences: &[&Licence<'_>], hit: &Hit, turned: bool) -> bool {
        let text = self.words[hit.range.clone()].to_lowercase();
        // "Higher than last year" of one change beside another is no more than "higher".
        let level = match hit.sense {
            Sense::Rose if text.contains(" than") => Sense::Above,
            Sense::Fell if text.contains(" than") => Sense::Below,
            Sense::Improved if text.contains(" than") => Sense::Better,
            Sense::Worsened if text.contains(" than") => Sense::Worse,
            _ => bound(hit, self.words),
        };
        let moves = is_moved_multiple(hit.sense, &text);
        licences.iter().any(|licence| {
            let turned = turned ^ self.none_turns(licence);
            let allows = |sense| licence.allows(sense, turned, self.desk.numbers.rounding);
            let named = self.names_its_partner(licence, hit, turned);
            let revised = self.says_revised_from(licence, &text, turned);
            named || revised || ((!moves || licence.is_over_time()) && (allows(hit.sense) || allows(level)))
        })
    }

    /// Whether "quicker" and "slower" say anything of the figures: of a time they do, and of one change beside another.
    fn has_pace(&self, sense: Sense) -> bool {
        !matches!(sense, Sense::Quicker | Sense::Slower)
            || self
                .rows()
                .all(|row| is_time(&row.figure) || compares_changes(&row.arguments, &row.figure))
    }

    /// Whether "no more than" stands before a number of rows, and so bounds that and not the comparison.
    fn bounds_a_count(&self, hit: &Hit) -> bool {
        let next = self.hits.iter().find(|next| next.range.start >= hit.range.end);
        let joined = |next: &&Hit| self.words[hit.range.end..next.range.start].trim().is_empty();
        let listed = self.licences.iter().any(|licence| licence.case.listed);
        matches!(hit.sense, Sense::AtLeast | Sense::AtMost)
            && (listed || !self.is_share())
            && next
                .filter(joined)
                .is_some_and(|next| matches!(next.sense, Sense::Count { .. } | Sense::Fraction { .. }))
    }

    /// Whether the words say "none" of a list whose every row must hold: that turns the comparison round, "no site was
    /// above 60" of sites that are all below it.
    pub(super) fn none_turns(&self, licence: &Licence<'_>) -> bool {
        let none = self.hits.iter().any(|hit| hit.sense == Sense::NoneOf);
        // "Is not above" is true of a list as soon as one row is not: "none" is more than that.
        let borne_out = !licence.negated || !licence.case.held.contains(&true);
        none && licence.case.listed && licence.case.count == Count::Every && borne_out
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

    fn denies_it(&self) -> Objection {
        let place = if self.denied {
            "the words before"
        } else {
            "the words of"
        };
        Objection::differ(
            format!("{place} `{{claim}}` deny what its condition says"),
            "take the denial out, or put `not` before the condition",
        )
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
        let joint = |licence: &&Licence<'_>| licence.test.kind.is_joint();
        let wanted = self.licences.iter().any(|licence| joint(&licence));
        // "A and B had the fewest": two that share a place, both named, say so by themselves.
        let together = self.licences.iter().filter(joint).count() > 1 && self.names_all_subjects();
        let ranked = self
            .licences
            .iter()
            .any(|licence| licence.test.kind.family == Family::Rank);
        let said = self.hits.iter().any(|hit| hit.sense == Sense::Joint);
        if wanted && !said && !together {
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
            Sense::Count { .. }
            | Sense::Fraction { .. }
            | Sense::Since(_)
            | Sense::ForYears(_)
            | Sense::Joint
            | Sense::Sum => true,
            Sense::AllBut(_) | Sense::NearlyAll => listed || !self.is_share(),
            Sense::NoneOf if !listed && self.licences.iter().any(Licence::is_zero) => false,
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
            || self.prints_a_distance_alone()
            || self.hits.iter().any(|hit| self.is_quantity(hit.sense))
            || tokens(self.words).iter().any(refers)
    }

    /// "Fell by 0.1 points on the quarter and by [1.0 points][claim] on the year": the words are a size and no more.
    fn prints_a_distance_alone(&self) -> bool {
        let mut figures = self.figures_with_ranges();
        let Some((range, figure)) = figures.next() else {
            return false;
        };
        range == self.used.range
            && figures.next().is_none()
            && DISTANCES.contains(&figure.subject.column.as_str())
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
                .any(|licence| licence.allows(hit.sense, *turned, self.desk.numbers.rounding))
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

/// What words say of the comparison, or the rest of their sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Says {
    /// The same as the condition.
    Same,
    /// The contrary.
    Contrary,
    /// The same, denied.
    Denied,
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
            Sense::Count { .. }
            | Sense::Sum
            | Sense::Joint
            | Sense::Fraction { .. }
            | Sense::Since(_)
            | Sense::ForYears(_)
            | Sense::AllBut(_) => found.push((hit, false)),
            _ => {
                found.push((hit, turned));
                turned = false;
            }
        }
    }
    found
}

/// "At least" and "at most" say more than "more than" and "less than", which they stand among.
pub(super) fn bound(hit: &Hit, words: &str) -> Sense {
    match (hit.sense, words[hit.range.clone()].to_lowercase().as_str()) {
        (Sense::ShareOver, "at least") => Sense::AtLeast,
        (Sense::ShareUnder, "at most") => Sense::AtMost,
        (sense, _) => sense,
    }
}
