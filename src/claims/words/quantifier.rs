//! How many: "two of the three", "most", "all", against the rows that the condition counts; shares and years too.

use super::counted::{Says, is_negated, says};
use super::licence::Licence;
use super::{Objection, Statement};
use crate::claims::kinds::{Family, share_of};
use crate::claims::reading::Given;
use crate::claims::resolve::Count;
use crate::lexicon::{self, Hit, Sense};
use crate::quantity::Exact;

impl Statement<'_> {
    /// Objects to another number of rows, another share, another year.
    pub(super) fn judge_quantifiers(&self, objections: &mut Vec<Objection>) {
        for licence in &self.licences {
            let rows = licence.case.rows.len();
            if licence.case.listed {
                self.judge_rows(licence, rows, objections);
            }
        }
        if !self.licences.iter().any(|licence| licence.case.listed) {
            self.judge_lone_counts(objections);
        }
        if self.is_share() {
            self.judge_share(objections);
        }
        self.judge_sizes(objections);
        self.judge_degrees(objections);
        self.judge_years(objections);
    }

    fn judge_rows(&self, licence: &Licence<'_>, rows: usize, objections: &mut Vec<Objection>) {
        if self.none_turns(licence) {
            return;
        }
        let count = licence.case.count;
        let inside = says(&self.of_rows(&self.hits), self.words, count, rows, self.denied);
        let said = match inside {
            Says::Nothing => {
                let around = format!("{}\u{1}{}", self.before, self.after);
                let elsewhere = says(
                    &self.of_rows(&lexicon::find(&around)),
                    &around,
                    count,
                    rows,
                    false,
                );
                // Another claim's count may stand beside: only the same number helps.
                if elsewhere == Says::Same {
                    Says::Same
                } else {
                    Says::Nothing
                }
            }
            said => said,
        };
        match said {
            Says::Same => {}
            Says::Other => objections.push(Objection::differ(
                "the words of `{claim}` speak of another number of rows than the condition",
                "make the words and `exactly=`, `at_least=` or `most=` say the same number",
            )),
            Says::Nothing if count == Count::Every => {}
            Says::Nothing => objections.push(Objection::differ(
                "the condition of `{claim}` counts rows, and the words do not say how many",
                "say how many, as in \"two of the three\"; or test one measure",
            )),
        }
    }

    /// The phrases that may count rows: where each row is a share, a fraction and its side word are the share's.
    fn of_rows(&self, hits: &[Hit]) -> Vec<Hit> {
        let is_fraction =
            |hit: Option<&Hit>| hit.is_some_and(|hit| matches!(hit.sense, Sense::Fraction { .. }));
        let of_share = |at: usize| {
            let side = matches!(
                hits[at].sense,
                Sense::ShareOver
                    | Sense::ShareUnder
                    | Sense::ShareJustOver
                    | Sense::ShareNearly
                    | Sense::ShareAbout
            );
            is_fraction(hits.get(at)) || (side && is_fraction(hits.get(at + 1)))
        };
        let kept = (0..hits.len()).filter(|at| !self.is_share() || !of_share(*at));
        kept.map(|at| hits[at].clone()).collect()
    }

    /// A count in words whose condition is about single figures.
    fn judge_lone_counts(&self, objections: &mut Vec<Objection>) {
        let tests = self.licences.len() as u64;
        let negated = self.licences.iter().any(|licence| licence.negated);
        for (at, hit) in self.hits.iter().enumerate() {
            let quantity = matches!(hit.sense, Sense::Count { .. } | Sense::Fraction { .. });
            if quantity && !negated && is_negated(&self.hits, at, self.words, self.denied) {
                objections.push(Objection::differ(
                    "the words of `{claim}` deny the number that the condition claims",
                    "take the negation out of the words, or negate the condition",
                ));
            }
            let Sense::Count { of, out_of } = hit.sense else {
                continue;
            };
            let printed =
                self.licences
                    .iter()
                    .flat_map(|licence| &licence.case.rows)
                    .any(|row| {
                        row.figure.of().is_some_and(|(count, base)| {
                            count == of && out_of.is_none_or(|whole| whole == base)
                        }) || self.is_of(row, of, out_of)
                    });
            let ranked = self
                .licences
                .iter()
                .any(|licence| licence.test.kind.family == Family::Rank);
            // "the 11,300 of 2019": a figure that is compared, and its year.
            let dated = out_of.is_some_and(|year| (1800..2100).contains(&year))
                && self.compares_with_print(&Exact::from(of));
            if !printed && of != tests && !ranked && !dated {
                objections.push(
                    Objection::differ(
                        "the words of `{claim}` count rows, and the condition is about one figure",
                        "test `measures.value` with `exactly=`, or write a claim for each measure",
                    )
                    .shown(format!("the phrase: {}", &self.words[hit.range.clone()])),
                );
            }
        }
    }

    /// "10 of the 17": the figure and its `of=`.
    fn is_of(&self, row: &crate::claims::resolve::CaseRow, of: u64, out_of: Option<u64>) -> bool {
        let is = |figure: &crate::figures::Figure, number: u64| {
            figure
                .quantity()
                .is_some_and(|quantity| quantity.rounded(self.desk.numbers.rounding) == Exact::from(number))
        };
        match row.arguments.get("of") {
            Some(Given::Figure(whole)) => {
                is(&row.figure, of) && out_of.is_none_or(|number| is(whole, number))
            }
            _ => false,
        }
    }

    fn judge_share(&self, objections: &mut Vec<Objection>) {
        let rows = self.licences.iter().flat_map(|licence| &licence.case.rows);
        let wanted: Vec<Exact> = rows
            .clone()
            .filter_map(|row| row.arguments.get("share"))
            .filter_map(share_of)
            .collect();
        let most = self.licences.iter().any(|licence| licence.test.kind.is_most());
        for hit in &self.hits {
            let Sense::Fraction { of, out_of } = hit.sense else {
                continue;
            };
            let share = share_of(&Given::Ratio(Exact::from(of), Exact::from(out_of)));
            let as_claimed =
                share.is_some_and(|share| wanted.contains(&share) || (most && share == Exact::whole(50)));
            let own = rows
                .clone()
                .any(|row| row.figure.of() == Some((of, out_of)) || self.is_of(row, of, Some(out_of)));
            if !as_claimed && !own {
                objections.push(
                    Objection::differ(
                        "the words of `{claim}` speak of another share than the condition",
                        "make the fraction in the words and `share=` the same",
                    )
                    .shown(format!("the phrase: {}", &self.words[hit.range.clone()])),
                );
            }
        }
        let denies = |hit: &Hit| matches!(hit.sense, Sense::Negation);
        let negated = self.licences.iter().all(|licence| licence.negated);
        let fraction = self
            .hits
            .iter()
            .any(|hit| matches!(hit.sense, Sense::Fraction { .. }));
        if negated && fraction && !self.denied && !self.hits.iter().any(denies) && !wanted.is_empty() {
            objections.push(Objection::differ(
                "the words of `{claim}` claim a share that the condition denies",
                "say that it is not that share, or take the `not` out of the condition",
            ));
        }
        let sided = self
            .licences
            .iter()
            .any(|licence| !licence.test.kind.is_the_very_share());
        let says_fraction = self
            .hits
            .iter()
            .any(|hit| matches!(hit.sense, Sense::Fraction { .. }));
        let says_side = self.hits.iter().any(|hit| {
            matches!(
                hit.sense,
                Sense::ShareOver
                    | Sense::ShareJustOver
                    | Sense::ShareUnder
                    | Sense::ShareNearly
                    | Sense::ShareAbout
                    | Sense::ShareExactly
                    | Sense::Majority
                    | Sense::AtLeast
                    | Sense::AtMost
                    | Sense::MoreThanHalved
            )
        });
        if sided && says_fraction && !says_side && !wanted.is_empty() {
            let mut licences = self.licences.iter();
            let about = licences.all(|licence| licence.test.kind.is_about());
            let place = if about {
                "about so much"
            } else {
                "on one side of it"
            };
            objections.push(Objection::differ(
                format!("the words of `{{claim}}` say the share itself, the condition that it is {place}"),
                "say \"more than\", \"nearly\" or \"about\", as the condition does; or write `exactly(share=…)`",
            ));
        }
    }
}
