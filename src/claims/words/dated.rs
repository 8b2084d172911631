//! Years beside a comparison with no earlier value: "above the 2010 average", "in 2010 repairs were [above …][c]". The
//! data hold the benchmark of the result's own time, so that the year must be the result's.

use super::Statement;
use super::english::english;
use super::mentions::{GAPS, words_of};
use super::years::{results_years, year_of};
use super::{Objection, mentions};
use crate::claims::kinds::{Family, is_earlier};
use crate::claims::reading::Given;
use crate::claims::resolve::CaseRow;
use crate::lexicon::tokens::{Token, tokens};
use crate::release::Origin;

impl Statement<'_> {
    /// Objects to a year that is not the result's, where nothing earlier is compared.
    pub(super) fn judge_dates(&self, objections: &mut Vec<Objection>) {
        let families = [Family::Benchmark, Family::Share, Family::Rank];
        let timeless = |row: &CaseRow| {
            !is_earlier(&row.figure)
                && row.arguments.values().all(|given| match given {
                    Given::Figure(figure) => !is_earlier(figure),
                    Given::Figures(figures) => figures.iter().all(|figure| !is_earlier(figure)),
                    _ => true,
                })
        };
        let all = self
            .licences
            .iter()
            .all(|licence| families.contains(&licence.test.kind.family));
        if self.licences.is_empty() || !all || !self.rows().all(timeless) {
            return;
        }
        let own = |years: &[i64]| self.rows().any(|row| years.iter().any(|year| is_own(row, *year)));
        let said = [
            self.dated_in(self.words, self.used.range.start, usize::MAX),
            self.dated_in(self.after, self.used.range.end, 1),
            self.framed(),
        ];
        if said.iter().flatten().any(|years| !own(years)) {
            objections.push(Objection::differ(
                "the words of `{claim}` name a year that the figures compared are not of",
                "take the year out, or compare with the value of that year, such as `than=control.history.2010`",
            ));
        }
    }

    /// The years that a part of the sentence dates the comparison by, of the dates that begin among its `first` words.
    fn dated_in(&self, text: &str, offset: usize, first: usize) -> Vec<Vec<i64>> {
        let all = tokens(text);
        let mut found = Vec::new();
        for (at, token) in all.iter().enumerate() {
            let Some(years) = self.years_at(&all, at, offset) else {
                continue;
            };
            let sets = at > 0 && english().sets_in_a_year.has(&all[at - 1].text) && at <= first;
            // "The target set in 2010", "the office opened in 2010".
            let happened =
                at > 1 && (all[at - 2].text.ends_with("ed") || english().happened.has(&all[at - 2].text));
            let rest: Vec<&str> = all[at + 1..].iter().map(|token| token.text.as_str()).collect();
            let dates = at < first
                && rest
                    .iter()
                    .take(3)
                    .take_while(|word| !english().sets_in_a_year.has(word))
                    .any(|word| english().dated.has(word));
            let apart = text[token.range.end..]
                .find([',', ';', ':', '('])
                .is_some_and(|mark| text[token.range.end..][..mark].trim().is_empty());
            if (sets && !happened) || (dates && !apart) {
                found.push(years);
            }
        }
        found
    }

    /// The year that the sentence is set in: "In 2010, repairs were", "repairs in 2010 were".
    fn framed(&self) -> Vec<Vec<i64>> {
        let all = tokens(self.before);
        let offset = self.used.range.start - self.before.len();
        let mut found = Vec::new();
        for (at, token) in all.iter().enumerate().skip(1) {
            let sets = english().sets_in_a_year.has(&all[at - 1].text);
            let Some(years) = self.years_at(&all, at, offset).filter(|_| sets) else {
                continue;
            };
            let last = all.get(at + years.len() - 1).unwrap_or(token);
            let rest = &self.before[last.range.end..];
            let plain = !GAPS.iter().any(|gap| *gap != "," && rest.contains(gap))
                && !words_of(rest)
                    .iter()
                    .any(|word| english().clause_after_a_year.has(word));
            let opens = at == 1 && mentions::mentions(rest, &self.measure_names()).len() <= 1;
            let beside = !rest.contains(',')
                && words_of(rest).iter().all(|word| english().stands.has(word))
                && !(at > 1 && all[at - 2].text.ends_with("ed"));
            if plain && (opens || beside) {
                found.push(years);
            }
        }
        found
    }

    /// The year typed at a word, with the one that a short form after it names: "2011–12". The words begin at `offset`
    /// of the passage.
    fn years_at(&self, all: &[Token], at: usize, offset: usize) -> Option<Vec<i64>> {
        let year = year_of(&all[at])?;
        let passage = &self.desk.passages[self.used.passage];
        let start = offset + all[at].range.start;
        let typed = passage
            .spans
            .iter()
            .find(|span| span.range.contains(&start))
            .is_some_and(|span| matches!(span.origin, Origin::Literal(_)));
        let next = all.get(at + 1).filter(|next| next.text.len() == 2);
        let short = next.and_then(|next| next.text.parse::<i64>().ok());
        let ends = short.map(|short| year - year % 100 + short);
        typed.then(|| [year].into_iter().chain(ends).collect())
    }
}

/// Whether a row's value may be of a year: its period's, or the year of publication or the one before it.
fn is_own(row: &CaseRow, year: i64) -> bool {
    let period: Vec<i64> = row
        .figure
        .subject
        .period
        .iter()
        .flat_map(|period| tokens(period))
        .filter_map(|token| year_of(&token))
        .collect();
    let of_period = period.iter().min().is_some_and(|first| *first <= year)
        && period.iter().max().is_some_and(|last| year <= last + 1);
    let published = row.beside.published.unwrap_or(year);
    // Without a period the results of a year may be published in the next; a history says which years are earlier.
    let before = if row.beside.history.is_empty() {
        year + 1 == published
    } else {
        results_years(row).contains(&year)
    };
    of_period || year == published || before && period.is_empty()
}
