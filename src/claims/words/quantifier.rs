//! How many: "two of the three", "most", "all", against the rows that the condition counts; shares and years too.

use super::licence::Licence;
use super::{Objection, Statement};
use crate::claims::kinds::{Family, share_of};
use crate::claims::reading::Given;
use crate::claims::resolve::Count;
use crate::lexicon::{self, Hit, Sense};
use crate::quantity::Exact;

/// What the words say of how many, against what the condition says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Says {
    /// The same.
    Same,
    /// Something else.
    Other,
    /// Nothing of the kind.
    Nothing,
}

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
            let about = licences.all(|licence| licence.test.kind.name == "about");
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

/// What phrases say of how many of `rows` hold; `denied` where a negation stands before them.
fn says(hits: &[Hit], words: &str, count: Count, rows: usize, denied: bool) -> Says {
    let mut said = Says::Nothing;
    let mut bound = Bound::None;
    for (at, hit) in hits.iter().enumerate() {
        let negated = is_negated(hits, at, words, denied);
        let found = match hit.sense {
            Sense::All if negated => {
                matches!(count, Count::Exactly(count) | Count::AtMost(count) if count < rows)
            }
            Sense::Count { .. } | Sense::Fraction { .. } | Sense::Majority if negated => false,
            Sense::ShareOver if words[hit.range.clone()].to_lowercase().contains("at least") => {
                bound = Bound::AtLeast;
                continue;
            }
            Sense::AtLeast => {
                bound = Bound::AtLeast;
                continue;
            }
            Sense::AtMost => {
                bound = Bound::AtMost;
                continue;
            }
            Sense::ShareUnder if words[hit.range.clone()].to_lowercase().contains("at most") => {
                bound = Bound::AtMost;
                continue;
            }
            Sense::ShareOver => {
                bound = Bound::Over;
                continue;
            }
            Sense::ShareUnder => {
                bound = Bound::Under;
                continue;
            }
            Sense::Count { of, out_of } => agrees(of, out_of, bound, count, rows),
            Sense::Fraction { of, out_of } => part(of, out_of, bound, count, rows as u64),
            Sense::AllBut(left) => {
                let wanted = u64::try_from(rows).ok().and_then(|rows| rows.checked_sub(left));
                matches!(count, Count::Exactly(count) if Some(count as u64) == wanted)
            }
            Sense::NearlyAll => match count {
                Count::Exactly(count) | Count::AtLeast(count) => count < rows && count * 10 >= rows * 9,
                _ => false,
            },
            Sense::All => count == Count::Every || count == Count::Exactly(rows),
            Sense::NoneOf => count == Count::Exactly(0) || count == Count::AtMost(0),
            Sense::Majority => match count {
                Count::Most | Count::Every => true,
                Count::Exactly(count) | Count::AtLeast(count) => count * 2 > rows,
                Count::AtMost(_) => false,
            },
            Sense::Minority => {
                matches!(count, Count::Exactly(count) | Count::AtMost(count) if count * 2 < rows)
            }
            _ => continue,
        };
        bound = Bound::None;
        let found = if found { Says::Same } else { Says::Other };
        said = if said == Says::Other { Says::Other } else { found };
    }
    match said {
        Says::Nothing => bare_number(words, count),
        said => said,
    }
}

/// "not two of the three": whether a negation stands directly before a phrase.
fn is_negated(hits: &[Hit], at: usize, words: &str, denied: bool) -> bool {
    if at == 0 {
        return denied && words[..hits[at].range.start].trim().is_empty();
    }
    at.checked_sub(1).is_some_and(|before| {
        let gap = hits[before].range.end..hits[at].range.start;
        hits[before].sense == Sense::Negation && words[gap].trim().is_empty()
    })
}

/// What stands before a number of rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Bound {
    None,
    AtLeast,
    AtMost,
    Over,
    Under,
}

fn agrees(of: u64, out_of: Option<u64>, bound: Bound, count: Count, rows: usize) -> bool {
    let of = usize::try_from(of).unwrap_or(usize::MAX);
    if out_of.is_some_and(|all| all != rows as u64) {
        return false;
    }
    match (count, bound) {
        (Count::Every, Bound::None) => of == rows,
        (Count::Exactly(count), Bound::None) | (Count::AtLeast(count), Bound::AtLeast) => of == count,
        (Count::AtLeast(count), Bound::Over) => of + 1 == count,
        (Count::AtMost(count), Bound::AtMost) => of == count,
        (Count::AtMost(count), Bound::Under) => of == count + 1,
        // "at least two of the three" of exactly two: true, and weaker. A number is never "most": that may be more.
        (Count::Exactly(count), Bound::AtLeast) => of <= count,
        (Count::Exactly(count), Bound::AtMost) => of >= count && of < rows,
        _ => false,
    }
}

/// A fraction of the rows, and the side of it that holds.
fn part(of: u64, out_of: u64, bound: Bound, count: Count, rows: u64) -> bool {
    let held = |count: usize| (count as u64).saturating_mul(out_of);
    match (count, bound) {
        (Count::Most, Bound::Over) => of * 2 == out_of,
        // "more than half of the sites" of exactly four of six.
        (Count::Exactly(count) | Count::AtLeast(count), Bound::Over) => held(count) > of * rows,
        (Count::Exactly(count) | Count::AtMost(count), Bound::Under) => held(count) < of * rows,
        (Count::Exactly(count) | Count::AtLeast(count), Bound::AtLeast) => held(count) >= of * rows,
        (Count::Exactly(count) | Count::AtMost(count), Bound::AtMost) => held(count) <= of * rows,
        _ => {
            let scaled = of * rows;
            scaled.is_multiple_of(out_of) && agrees(scaled / out_of, None, bound, count, rows as usize)
        }
    }
}

/// "Two scores were above it", "Only enforcement was below it": a number with no phrase of the lexicon. Bare it is
/// exact: "two scores" are neither "some scores" nor "two or more".
fn bare_number(words: &str, count: Count) -> Says {
    let (wanted, open) = match count {
        Count::Exactly(wanted) => (wanted, false),
        Count::AtLeast(wanted) => (wanted, true),
        _ => return Says::Nothing,
    };
    let language = crate::language::of("en");
    let number = |word: &str| match lexicon::tokens::whole(word) {
        Some(number) => Some(number),
        None => language.and_then(|language| language.number_words_value(word)),
    };
    let tokens = lexicon::tokens::tokens(words);
    let stands = |phrase: [&str; 2]| {
        tokens
            .windows(2)
            .any(|pair| [pair[0].text.as_str(), pair[1].text.as_str()] == phrase)
    };
    let at_least = stands(["at", "least"]) || stands(["or", "more"]) || stands(["no", "fewer"]);
    let some = tokens
        .iter()
        .any(|token| token.text == "some" || token.text == "several" && wanted > 2);
    if open && some && wanted > 0 {
        return Says::Same;
    }
    let single = wanted == 1
        && !open
        && tokens
            .iter()
            .any(|token| matches!(token.text.as_str(), "only" | "alone" | "single"));
    let said = tokens
        .iter()
        .filter_map(|token| number(&token.text))
        .any(|number| number == wanted as u64);
    if single || said && (at_least || !open) {
        Says::Same
    } else if said {
        Says::Other
    } else {
        Says::Nothing
    }
}
