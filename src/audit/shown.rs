//! What the words say that a table shows, and no table of the notice has: a row, a column.

use std::ops::Range;

use super::misplaced::Subjects;
use super::raised::Raised;
use super::reading::Reading;
use super::table::is_mentioned;
use crate::claims::Desk;
use crate::finding::Code;
use crate::language::Lists;
use crate::release::{Block, Inline, Origin, Part, Passage, Release};

/// What the tables of a notice show.
#[derive(Debug, Default)]
pub struct Shown {
    /// Short names of measures, and the labels of rows in lower case.
    rows: Vec<String>,
    /// Columns.
    columns: Vec<String>,
}

static ENGLISH: Lists = Lists::of(include_str!("shown-en.txt"));

/// Words for a column, with the columns one of which must be there.
const COLUMNS: [(&[&str], &[&str]); 5] = [
    (&["target", "targets"], &["target"]),
    (&["average", "averages"], &["average"]),
    (&["lowest"], &["lowest"]),
    (&["highest"], &["highest"]),
    (
        &["earlier", "previous", "last"],
        &["previous", "year-ago", "first-published", "history"],
    ),
];

impl Shown {
    /// Reads the tables.
    pub fn new(release: &Release) -> Self {
        let mut shown = Shown::default();
        let parts = [&release.standfirst, &release.body, &release.boilerplate];
        for block in parts.into_iter().flatten() {
            let Block::Table(table) = block else { continue };
            for row in &table.rows {
                shown
                    .rows
                    .push(Passage::new(Part::Headline, &row.label).text.to_lowercase());
                for inline in row.cells.iter().flat_map(|cell| &cell.content) {
                    let Inline::Run(run) = inline else { continue };
                    let Origin::Figure { figure, .. } = &run.origin else {
                        continue;
                    };
                    let subject = &figure.subject;
                    shown
                        .rows
                        .extend(subject.measure.iter().map(|measure| measure.name.clone()));
                    shown.columns.push(subject.column.replace('_', "-"));
                }
            }
        }
        shown
    }

    /// Reads one passage for what a table is said to show.
    pub fn read(
        &self,
        reading: &Reading<'_>,
        subjects: &Subjects,
        desk: &Desk<'_>,
        raised: &mut Vec<Raised>,
    ) {
        if self.rows.is_empty() || !reading.is_sentences() {
            return;
        }
        let tokens = &reading.tokens;
        for at in 0..tokens.len() {
            let speaks =
                (tokens[at].is("table") || tokens[at].is("tables")) && is_mentioned(reading, at, desk);
            let verb = tokens.get(at + 1).filter(|_| speaks);
            if verb.is_none_or(|verb| !verb.is_in(ENGLISH.list("verbs"))) {
                continue;
            }
            // "As the table shows, theft came to": what follows the comma is shown.
            let aside = tokens.get(at + 2).is_some_and(|token| token.text == ",");
            let from = at + 2 + usize::from(aside);
            let Some((range, what)) = self.missing(reading, subjects, desk, from) else {
                continue;
            };
            let says = format!(
                "{} speaks of a {what} that no table of the notice has",
                reading.passage.part
            );
            let finding = reading.finding(Code::TableAbsent, &range, says).advice(format!(
                "add the {what} to the table in the programme's file, print the table that has it, or correct the words"
            ));
            raised.push(Raised::new(finding, reading, range));
        }
    }

    /// The first of the things in a row from a token on that no table has, and whether it is a row or a column.
    fn missing(
        &self,
        reading: &Reading<'_>,
        subjects: &Subjects,
        desk: &Desk<'_>,
        from: usize,
    ) -> Option<(Range<usize>, &'static str)> {
        let tokens = &reading.tokens;
        let text = reading.passage.text.to_lowercase();
        let named = if text.len() == reading.passage.text.len() {
            subjects.names_in(&text)
        } else {
            Vec::new()
        };
        let mut at = from;
        while let Some(token) = tokens.get(at) {
            let joins = token.text == "," || token.is("and") || token.is_in(ENGLISH.list("small"));
            if let Some(name) = named.iter().find(|name| name.range.start == token.range.start) {
                let measure = desk.programme.measures.get(&name.subject.name);
                if measure.is_some_and(|measure| !self.has_row(&name.subject.name, &measure.label.value)) {
                    return Some((name.range.clone(), "row"));
                }
                at = tokens.partition_point(|token| token.range.start < name.range.end);
            } else if let Some((_, columns)) = COLUMNS
                .iter()
                .find(|(words, _)| words.iter().any(|word| token.is(word)))
            {
                let there = |column: &String| columns.iter().any(|one| column.starts_with(one));
                let own = desk.programme.columns.names().count() > 0;
                if !own && !self.columns.iter().any(there) {
                    return Some((token.range.clone(), "column"));
                }
                at += 1;
            } else if joins {
                at += 1;
            } else {
                return None;
            }
        }
        None
    }

    fn has_row(&self, name: &str, label: &str) -> bool {
        let label = label.to_lowercase();
        self.rows.iter().any(|row| row == name || *row == label)
    }
}

#[cfg(test)]
mod tests {
    use crate::audit::bench;

    #[test]
    fn a_table_shows_the_rows_and_columns_that_it_has() {
        for (text, words) in [
            ("The table gives records kept.", "records kept"),
            ("The table gives safety work and records kept.", "records kept"),
            (
                "As the table shows, record keeping and planning needs care.",
                "Record keeping and planning",
            ),
            ("The table shows the target.", "target"),
            ("The table gives the scores of earlier years.", "earlier"),
        ] {
            let told = bench::sentence(text);
            assert_eq!(told.len(), 1, "{text}: {told:?}");
            assert_eq!(told[0].0, "table-absent", "{text}");
            assert!(told[0].1.eq_ignore_ascii_case(words), "{text}: {told:?}");
        }
        for text in [
            "The table gives safety work.",
            "The table gives public safety, and the report says more about records kept.",
            "The table shows how records kept are counted.",
            "The table in the report gives records kept.",
            "The table sets these results beside those of others.",
        ] {
            assert_eq!(bench::sentence(text), [], "{text}");
        }
    }
}
