//! How long ago the words say that the earlier value is: "on the year", "than in the quarter before". Where the data hold
//! a value of a year ago beside the previous one, each has words of its own.
//!
//! The phrases are data, in `spans-en.txt`.

use std::sync::OnceLock;

use super::mentions::words_of;
use super::{Objection, Statement};
use crate::claims::beside::column_beside;
use crate::claims::reading::Given;
use crate::claims::resolve::CaseRow;
use crate::language::Lists;
use crate::lexicon::tokens::tokens;

/// What ends the clause that a claim stands in.
const ENDS: [&str; 11] = [
    ",",
    ";",
    ":",
    "–",
    "—",
    "(",
    " and ",
    " but ",
    " while ",
    " whereas ",
    " after ",
];

/// How long ago an earlier value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Span {
    Year,
    /// A quarter or a month: what the data call `previous` where they hold a value of a year ago too.
    Shorter,
}

static ENGLISH: Lists = Lists::of(include_str!("spans-en.txt"));

struct Spans {
    phrases: Vec<(Vec<String>, Span)>,
    not_after: Vec<String>,
    not_before: Vec<String>,
}

fn spans() -> &'static Spans {
    static READ: OnceLock<Spans> = OnceLock::new();
    READ.get_or_init(|| {
        let section = |name: &str| -> Vec<Vec<String>> { ENGLISH.list(name).lines().map(words_of).collect() };
        let flat = |name: &str| ENGLISH.list(name).words().map(str::to_owned).collect();
        let year = section("a year").into_iter().map(|words| (words, Span::Year));
        let shorter = section("a quarter or a month").into_iter();
        Spans {
            phrases: year.chain(shorter.map(|words| (words, Span::Shorter))).collect(),
            not_after: flat("not after"),
            not_before: flat("not before"),
        }
    })
}

impl Statement<'_> {
    /// Objects to "a year before" of what is compared with the quarter before, and the other way round.
    pub(super) fn judge_spans(&self, objections: &mut Vec<Objection>) {
        let compared: Vec<Span> = self.rows().filter_map(|row| self.span_compared(row)).collect();
        if compared.is_empty() {
            return;
        }
        let end = ENDS.iter().filter_map(|end| self.after.find(end)).min();
        let after = end.map_or(self.after, |end| &self.after[..end]);
        let inside = said(self.words);
        let all = if inside.is_empty() { said(after) } else { inside };
        if let Some(first) = all.first()
            && !compared.iter().any(|span| all.contains(span))
        {
            let (says, column) = match first {
                Span::Year => ("a year", "year_ago"),
                Span::Shorter => ("a quarter or a month", "previous"),
            };
            objections.push(Objection::differ(
                format!("the words of `{{claim}}` compare with {says} before, and the condition with another time"),
                format!("compare with `{column}`, or say what the condition compares with: the data hold both `previous` and `year-ago`"),
            ));
        }
    }

    /// Whether a table of the programme heads the previous values "a year earlier".
    fn heads_previous_as_a_year(&self) -> bool {
        let tables = self.desk.programme.tables.iter().map(|(_, _, table)| table);
        tables.flat_map(|table| &table.columns).any(|group| {
            let at = group.of.iter().position(|column| column.value == "previous");
            let heading = at
                .and_then(|at| group.headings.get(at))
                .or(group.heading.as_ref());
            at.is_some() && heading.is_some_and(|heading| said(&heading.value).contains(&Span::Year))
        })
    }

    /// How long ago what a row compares with is, where the data hold the previous value and that of a year ago.
    fn span_compared(&self, row: &CaseRow) -> Option<Span> {
        column_beside(&row.figure, "previous", self.desk)?;
        if self.heads_previous_as_a_year() {
            return None;
        }
        ["year-ago", "year_ago"]
            .iter()
            .find_map(|column| column_beside(&row.figure, column, self.desk))?;
        row.arguments.values().find_map(|given| match given {
            Given::Figure(other) => match other.subject.column.replace('_', "-").as_str() {
                "previous" => Some(Span::Shorter),
                "year-ago" => Some(Span::Year),
                _ => None,
            },
            _ => None,
        })
    }
}

/// The spans that a text says, from left to right.
fn said(text: &str) -> Vec<Span> {
    let known = spans();
    let all = tokens(text);
    let mut found = Vec::new();
    let mut at = 0;
    while at < all.len() {
        let fits = |words: &[String]| {
            all.len() >= at + words.len()
                && words
                    .iter()
                    .zip(&all[at..])
                    .all(|(word, token)| *word == token.text)
        };
        let longest = known
            .phrases
            .iter()
            .filter(|(words, _)| fits(words))
            .max_by_key(|(words, _)| words.len());
        let Some((words, span)) = longest else {
            at += 1;
            continue;
        };
        let end = at + words.len();
        let led = at > 0 && known.not_after.contains(&all[at - 1].text);
        // "The same quarter of 2020" names its year; "the last quarter of 2020" is no time ago.
        let named = words.first().is_some_and(|first| first == "the") && *span == Span::Year;
        let followed = all
            .get(end)
            .is_some_and(|next| next.joined && known.not_before.contains(&next.text));
        if !led && (named || !followed) {
            found.push(*span);
        }
        at = end;
    }
    found
}
