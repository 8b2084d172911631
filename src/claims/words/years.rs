//! Years in a claim's words: "since 1974", "for five years", "the third year running", "than in 2019". Each must be what
//! the condition goes back to or compares with.

use super::english::english;
use super::licence::Licence;
use super::{Objection, Statement};
use crate::claims::kinds::{Family, earlier_years, is_earlier, run_of};
use crate::claims::reading::Given;
use crate::claims::resolve::CaseRow;
use crate::language;
use crate::lexicon::tokens::{Token, tokens};
use crate::lexicon::{self, Hit, Sense};
use crate::quantity::Exact;

impl Licence<'_> {
    /// Whether it says as many years running as the words, or since the same year.
    pub(super) fn runs(&self, sense: Sense) -> bool {
        self.test.kind.is_run()
            && self.case.rows.iter().all(|row| {
                let run = run_of(&row.figure, &row.arguments, &row.beside);
                run.is_some_and(|(first, count)| match sense {
                    Sense::YearsRunning(said) => i64::try_from(said) == Ok(count),
                    Sense::EachYearSince(said) => i64::from(said) == first,
                    _ => false,
                })
            })
    }
}

impl Statement<'_> {
    /// Objects to years that the condition does not go back to, nor compare with.
    pub(super) fn judge_years(&self, objections: &mut Vec<Objection>) {
        for licence in &self.licences {
            match (licence.test.kind.family, wanted(licence)) {
                (Family::History, Some(year)) => self.judge_since(licence, year, objections),
                (Family::History, None) => self.judge_records(licence, objections),
                _ => {}
            }
        }
        self.judge_occasions(objections);
        self.judge_years_round(objections);
        self.judge_dates(objections);
        self.judge_run_after(objections);
    }

    /// "The highest since 1974", "for five years": the year of the condition.
    fn judge_since(&self, licence: &Licence<'_>, year: i64, objections: &mut Vec<Objection>) {
        let since = |hits: &[Hit]| {
            hits.iter().find_map(|hit| match hit.sense {
                Sense::Since(said) => Some(i64::from(said) == year),
                _ => None,
            })
        };
        let span = |hits: &[Hit], text: &str| {
            let years = hits.iter().find_map(|hit| years_of(hit, text))?;
            Some(
                licence
                    .case
                    .rows
                    .iter()
                    .all(|row| results_years(row).contains(&(year + years))),
            )
        };
        let after = lexicon::find(self.after);
        let said = since(&self.hits)
            .or_else(|| span(&self.hits, self.words))
            .or_else(|| since(&after));
        if said != Some(true) {
            let says = match said {
                Some(_) => "the words of `{claim}` name another year than the condition",
                None => "the condition of `{claim}` goes back to a year, and the words name none",
            };
            objections.push(Objection::differ(
                says,
                "make the year after \"since\" and `year=` the same",
            ));
        }
    }

    /// A record is over the history that the data hold, from its first year.
    fn judge_records(&self, licence: &Licence<'_>, objections: &mut Vec<Objection>) {
        if licence.test.kind.is_run() {
            return;
        }
        let firsts: Vec<i64> = licence
            .case
            .rows
            .iter()
            .filter_map(|row| Some(earlier_years(&row.figure, &row.beside).first()?.0))
            .collect();
        // "Since 2018" is said of all that came after 2018.
        let fits = |year: i64| firsts.iter().all(|first| year == *first || year + 1 == *first);
        let inside = tokens(self.words).into_iter().filter_map(|token| year_of(&token));
        let years = inside.chain(self.beginnings()).chain(self.year_after());
        let beyond = |years: i64| {
            licence
                .case
                .rows
                .iter()
                .zip(&firsts)
                .any(|(row, first)| results_years(row).max().is_some_and(|last| years > last - first))
        };
        let mut spans = self.hits.iter().filter_map(|hit| years_of(hit, self.words));
        if years.into_iter().any(|year| !fits(year)) || spans.any(beyond) {
            objections.push(Objection::differ(
                "the words of `{claim}` reach back further than the history of the condition, or less far",
                "name the first year under `history:`, or write `highest_since(year=…)` or `lowest_since(year=…)`",
            ));
        }
    }

    /// "[A record high][claim] since 1990": the year right after the words.
    fn year_after(&self) -> Option<i64> {
        let words = tokens(self.after);
        let since = words.first().filter(|first| first.text == "since")?;
        let near = self.after[..since.range.start].trim().is_empty();
        words.get(1).and_then(year_of).filter(|_| near)
    }

    /// The year in which records began, said right after the words or elsewhere in the paragraph: "[the most since records
    /// began][claim] in 2009", "Records began in 2009".
    fn beginnings(&self) -> Vec<i64> {
        let passage = &self.desk.passages[self.used.passage].text;
        let words = tokens(passage);
        let begins = |trio: &[Token]| {
            let kept = matches!(trio[0].text.as_str(), "records" | "recording" | "record");
            let began = matches!(trio[1].text.as_str(), "began" | "begin" | "started" | "start");
            let year = year_of(&trio[3]);
            year.filter(|_| kept && began && trio[2].text == "in")
        };
        words.windows(4).filter_map(begins).collect()
    }

    /// "Lower than in 2019", "down since 2019": the year must be the one compared with.
    fn judge_occasions(&self, objections: &mut Vec<Objection>) {
        if self
            .licences
            .iter()
            .any(|licence| licence.test.kind.family == Family::History)
        {
            return;
        }
        let mut said: Vec<i64> = self
            .hits
            .iter()
            .filter_map(|hit| match hit.sense {
                Sense::Since(year) => Some(i64::from(year)),
                _ => None,
            })
            .collect();
        said.extend(compared_years(&tokens(self.words), false));
        said.extend(compared_years(&tokens(self.after), true));
        said.extend(self.years_of_figures());
        let fits = |year: i64| {
            let mut rows = self.rows().filter_map(|row| occasion(row, year));
            // One row that compares with that year is enough; the others have occasions of their own.
            rows.any(|fits| fits)
        };
        if said.into_iter().any(|year| !fits(year)) {
            objections.push(Objection::differ(
                "the words of `{claim}` compare with a year that the condition does not compare with",
                "compare with that year, such as `than=control.history.2019`, or name what the condition compares with",
            ));
        }
    }

    /// Whether a figure that the condition compares with prints as this number.
    pub(super) fn compares_with_print(&self, number: &Exact) -> bool {
        let rounding = self.desk.numbers.rounding;
        self.rows()
            .flat_map(|row| row.arguments.values())
            .any(|given| match given {
                Given::Figure(other) => other
                    .quantity()
                    .is_some_and(|other| other.rounded(rounding).abs() == *number),
                _ => false,
            })
    }

    /// "Below the 11,300 of 2019": the year that is said of the figure compared with.
    fn years_of_figures(&self) -> Vec<i64> {
        let text = format!("{}{}", self.words, self.after);
        let words = tokens(&text);
        let year = |trio: &[Token]| {
            let number = Exact::parse(&trio[0].text.replace(',', ""))?;
            let said = trio[1].text == "of" && self.compares_with_print(&number);
            year_of(&trio[2]).filter(|_| said)
        };
        words.windows(3).filter_map(year).collect()
    }

    /// "[Fell][c] for the third year running": what stands right after the words is theirs.
    fn judge_run_after(&self, objections: &mut Vec<Objection>) {
        let clause = self
            .after
            .find([',', ';', ':', '–', '('])
            .map_or(self.after, |end| &self.after[..end]);
        for hit in lexicon::find(clause) {
            let run = matches!(hit.sense, Sense::YearsRunning(_) | Sense::EachYearSince(_));
            if run && !self.licences.iter().any(|licence| licence.runs(hit.sense)) {
                objections.push(
                    Objection::differ(
                        "the words after `{claim}` say that it was so for years on end, and the condition does not",
                        "write `rose_each_year(years=3)` or `fell_each_year(since=2019)`, and mark those words too",
                    )
                    .shown(format!("the phrase: {}", &clause[hit.range.clone()])),
                );
            }
        }
    }
}

/// The year of a condition.
pub(super) fn wanted(licence: &Licence<'_>) -> Option<i64> {
    licence
        .case
        .rows
        .iter()
        .find_map(|row| match row.arguments.get("year") {
            Some(Given::Number(year)) => year.to_whole(),
            Some(Given::Text(year)) => year.trim().parse().ok(),
            _ => None,
        })
}

/// The years that a row's own value may be of: after its history, and no later than its publication.
pub(super) fn results_years(row: &CaseRow) -> std::ops::RangeInclusive<i64> {
    let last = earlier_years(&row.figure, &row.beside)
        .last()
        .map_or(0, |(year, _)| *year);
    let published = row.beside.published.unwrap_or(last + 1);
    last + 1..=published.max(last + 1)
}

/// How many years a phrase goes back: "for five years", "a five-year high".
fn years_of(hit: &Hit, text: &str) -> Option<i64> {
    if let Sense::ForYears(years) = hit.sense {
        return i64::try_from(years).ok();
    }
    if !matches!(hit.entry.name.as_str(), "years-high" | "years-low") {
        return None;
    }
    let words: Vec<String> = tokens(&text[hit.range.clone()])
        .into_iter()
        .map(|token| token.text)
        .collect();
    let number = words
        .iter()
        .take_while(|word| *word != "year")
        .cloned()
        .collect::<Vec<_>>()
        .join(" ");
    let value = number
        .parse()
        .ok()
        .or_else(|| language::of("en")?.number_words_value(&number))?;
    i64::try_from(value).ok()
}

pub(super) fn year_of(token: &Token) -> Option<i64> {
    let year: i64 = token.text.parse().ok()?;
    (token.text.len() == 4 && (1800..2100).contains(&year)).then_some(year)
}

/// The years that words compare with; `leading`: at their beginning alone.
fn compared_years(words: &[Token], leading: bool) -> Vec<i64> {
    let texts: Vec<&str> = words.iter().map(|token| token.text.as_str()).collect();
    let starts = if leading {
        0..1.min(words.len())
    } else {
        0..words.len()
    };
    let mut found = Vec::new();
    for at in starts {
        let lead = english()
            .year_leads
            .iter()
            .find(|lead| texts[at..].starts_with(lead));
        if let Some(year) = lead.and_then(|lead| words.get(at + lead.len())).and_then(year_of) {
            found.push(year);
        }
        let level = texts.get(at + 1).is_some_and(|next| english().levels.has(next));
        let whose = at > 0 && matches!(texts[at - 1], "its" | "their" | "the");
        if let Some(year) = year_of(&words[at]).filter(|_| level && whose) {
            found.push(year);
        }
        // "up from 53% in 2022"
        if texts[at] == "from"
            && let Some(gap) = texts[at..].iter().take(6).position(|word| *word == "in")
            && words[at + 1].text.starts_with(|c: char| c.is_ascii_digit())
        {
            found.extend(words.get(at + gap + 1).and_then(year_of));
        }
    }
    found
}

/// Whether a row compares with a year; `None` where it compares with nothing.
pub(super) fn occasion(row: &CaseRow, year: i64) -> Option<bool> {
    let given = ["than", "with", "to", "from"]
        .iter()
        .find_map(|name| row.arguments.get(*name))?;
    let Given::Figure(other) = given else {
        return Some(false);
    };
    if !is_earlier(other) {
        return Some(false);
    }
    if let Some(own) = earlier_column(other) {
        return Some(own == year);
    }
    // The data do not say of which year `previous` is; but where they hold that year, the two must agree.
    let held = earlier_years(&row.figure, &row.beside)
        .into_iter()
        .find(|(held, _)| *held == year);
    let amount = |figure: &crate::figures::Figure| figure.quantity().map(|quantity| quantity.amount.clone());
    let later = row.beside.published.is_some_and(|published| year > published);
    Some(match held {
        Some((_, figure)) => amount(figure) == amount(other),
        None => !later,
    })
}

/// The year of a figure that is of a year of a history.
pub(super) fn earlier_column(figure: &crate::figures::Figure) -> Option<i64> {
    let column = figure.subject.column.replace(['_', '-', '.'], " ");
    column.strip_prefix("history")?.trim().get(..4)?.parse().ok()
}
