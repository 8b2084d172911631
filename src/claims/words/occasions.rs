//! Years said round a claim that compares with an earlier value: "[rose][c] since 2017", "compared with 2017, it [rose][c]",
//! "[rose][c] on the year before". Each must be the one compared with.

use super::english::english;
use super::mentions::{GAPS, words_of};
use super::surroundings::stands;
use super::years::{earlier_column, occasion, results_years, wanted, year_of};
use super::{Objection, Statement};
use crate::claims::kinds::is_earlier;
use crate::claims::reading::Given;
use crate::claims::resolve::CaseRow;
use crate::figures::Figure;
use crate::lexicon::tokens::{Token, tokens};
use crate::release::Origin;

impl Statement<'_> {
    /// Objects to a year, or to "the year before", that the condition does not compare with.
    pub(super) fn judge_years_round(&self, objections: &mut Vec<Objection>) {
        self.judge_when(objections);
        let compares = |row: &CaseRow| compared(row).is_some_and(is_earlier);
        if self.licences.is_empty() || !self.rows().all(compares) {
            return;
        }
        let years = [self.years_inside(), self.years_after(), self.years_before()].concat();
        let fits = |year: i64| self.rows().filter_map(|row| occasion(row, year)).any(|fits| fits);
        let last_year = self.says_year_before() && !self.rows().any(is_of_year_before);
        if last_year || years.into_iter().any(|year| !fits(year)) {
            objections.push(Objection::differ(
                "the sentence of `{claim}` compares with a year that the condition does not compare with",
                "compare with that year, such as `from=control.history.2019`, or name the year that the condition compares with",
            ));
        }
    }

    /// "Rose from 2017" in the claim's words.
    fn years_inside(&self) -> Vec<i64> {
        let words = tokens(self.words);
        let offset = self.used.range.start;
        let pairs = words.windows(2).filter(|pair| pair[0].text == "from");
        pairs
            .filter_map(|pair| self.typed_year(&pair[1], offset))
            .collect()
    }

    /// "[Rose][c] by 5 per cent since 2017": with nothing between but a size.
    fn years_after(&self) -> Vec<i64> {
        let words = tokens(self.after);
        let size = |token: &&Token| {
            let digits = token.text.starts_with(|c: char| c.is_ascii_digit());
            digits && year_of(token).is_none() || english().sizes.has(&token.text)
        };
        let at = words.iter().take_while(size).count();
        let lead = words
            .get(at)
            .filter(|lead| matches!(lead.text.as_str(), "since" | "from"));
        let apart = lead.is_some_and(|lead| self.after[..lead.range.start].contains([';', ':', '(']));
        let year = words.get(at + 1).filter(|_| lead.is_some() && !apart);
        year.and_then(|year| self.typed_year(year, self.used.range.end))
            .into_iter()
            .collect()
    }

    /// "Compared with 2017, marriages [rose][c]".
    fn years_before(&self) -> Vec<i64> {
        let words = tokens(self.before);
        let texts: Vec<&str> = words.iter().map(|token| token.text.as_str()).collect();
        let at = match texts.as_slice() {
            ["compared", "with" | "to", ..] => 2,
            ["since" | "against", ..] => 1,
            _ => return Vec::new(),
        };
        let offset = self.used.range.start - self.before.len();
        let Some(year) = words
            .get(at)
            .and_then(|year| Some((year, self.typed_year(year, offset)?)))
        else {
            return Vec::new();
        };
        let rest = &self.before[year.0.range.end..];
        let framed = rest.strip_prefix(',');
        let whole = framed.is_some_and(|rest| !GAPS.iter().any(|gap| rest.contains(gap)));
        if whole { vec![year.1] } else { Vec::new() }
    }

    /// A year that was typed, and is no figure: the words begin at `offset` of the passage.
    fn typed_year(&self, token: &Token, offset: usize) -> Option<i64> {
        let start = offset + token.range.start;
        let mut spans = self.desk.passages[self.used.passage].spans.iter();
        let span = spans.find(|span| span.range.contains(&start))?;
        // "Since 2010-11" may go back to either.
        let rest = &self.desk.passages[self.used.passage].text[start + token.range.len()..];
        let is_span = rest
            .strip_prefix(['-', '–', '/'])
            .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
        if is_span {
            return None;
        }
        year_of(token).filter(|_| matches!(span.origin, Origin::Literal(_)))
    }

    /// Whether the words, or those right after them, say "on the year before", "than a year earlier".
    fn says_year_before(&self) -> bool {
        let end = GAPS
            .iter()
            .filter(|gap| **gap != " than ")
            .filter_map(|gap| self.after.find(gap))
            .min();
        let after = tokens(&self.after[..end.unwrap_or(self.after.len())]);
        let near = &after[..after.len().min(12)];
        let says = |words: &[Token]| {
            let last = words
                .windows(2)
                .any(|pair| pair[0].text == "before" && pair[1].text == "last");
            !last && english().year_before.iter().any(|phrase| stands(words, phrase))
        };
        says(&tokens(self.words)) || says(near)
    }

    /// "[The highest since 2015][c], when there were 103,130": the figure is that year's.
    fn judge_when(&self, objections: &mut Vec<Objection>) {
        if words_of(self.after).first().is_none_or(|first| first != "when") {
            return;
        }
        let end = self.used.range.end;
        let passage = &self.desk.passages[self.used.passage];
        let next = passage.figures().find(|(at, _)| at.start >= end);
        let Some((at, figure)) = next.filter(|(at, _)| at.start < end + self.after.len()) else {
            return;
        };
        let lead = &passage.text[end..at.start];
        let plain = words_of(lead).len() <= 6 && !lead.contains([';', ':', '(']);
        let amount = |figure: &Figure| figure.quantity().map(|own| own.amount.clone());
        let other = self.licences.iter().any(|licence| {
            let year = wanted(licence);
            let rows = licence.case.rows.iter();
            let mut own = rows.filter(|row| {
                let measure = |figure: &Figure| figure.subject.measure.as_ref().map(|own| own.name.clone());
                measure(&row.figure) == measure(figure)
                    && row.figure.subject.inspection == figure.subject.inspection
            });
            own.any(|row| {
                let of_year = year.and_then(|year| {
                    let mut held = row
                        .beside
                        .history
                        .iter()
                        .filter(|(of, _)| of.get(..4).and_then(|of| of.parse().ok()) == Some(year));
                    held.next().and_then(|(_, figure)| amount(figure))
                });
                let differs = of_year.is_some_and(|own| amount(figure) != Some(own));
                differs && earlier_column(figure).is_some_and(|of| Some(of) != year)
            })
        });
        if plain && other {
            objections.push(Objection::differ(
                format!(
                    "the words after `{{claim}}` print `{}` as the value of the year of the condition",
                    figure.name
                ),
                "print the value of that year, such as `{{ control.history.2015 }}`",
            ));
        }
    }
}

/// The figure that a row is compared with.
fn compared(row: &CaseRow) -> Option<&Figure> {
    let given = ["from", "than", "with", "to"]
        .iter()
        .find_map(|name| row.arguments.get(*name))?;
    match given {
        Given::Figure(figure) => Some(figure),
        _ => None,
    }
}

/// Whether a row may compare with the year before its own: another column than a year of its history may be of any time.
fn is_of_year_before(row: &CaseRow) -> bool {
    let Some(year) = compared(row).and_then(earlier_column) else {
        return true;
    };
    let period = row.figure.subject.period.iter().flat_map(|period| tokens(period));
    let own: Vec<i64> = period.filter_map(|token| year_of(&token)).collect();
    if own.is_empty() {
        results_years(row).contains(&(year + 1))
    } else {
        own.contains(&(year + 1))
    }
}
