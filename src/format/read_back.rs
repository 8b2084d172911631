//! Reads a finished document back and holds it against its release: nothing lost, no number added.

use std::collections::BTreeSet;
use std::ops::Range;

use super::parts::{Part, Section, Wanted, WantedRow, corrections, draft_banner, embargo, sections};
use super::whole::{cell_in, whole};
use super::{Document, Segment, fold};
use crate::finding::{Code, Finding, Place};
use crate::release::{Edition, Release};

/// Holds `document` against `release`: every headline, paragraph, cell and line of it must be there, those of
/// the body and the notes in their order, the embargo (or the draft's banner) before the headline and after the
/// body; and no number may stand there that the release does not have at that spot.
///
/// Gives `layout-lost` and `layout-added`.
pub fn read_back(release: &Release, document: &Document) -> Vec<Finding> {
    let segments = document.format.read(&document.text);
    let mut sections = sections(release, document.format);
    let corrections = corrections(release, document.format);
    let mut search = Search {
        covered: vec![Vec::new(); segments.len()],
        segments,
        release,
        document,
        findings: Vec::new(),
        spent: BTreeSet::new(),
    };
    for section in &corrections {
        search.section(section);
    }
    search.spent = search.rows_found();
    // Where the words begin: at the headline; where that is lost, at the body.
    let mut begin = None;
    let mut end = 0;
    for (at, section) in sections.iter().enumerate() {
        let found = search.section(section);
        if at < 2 {
            begin = begin.or(found.clone().map(|found| found.start));
            end = found.map_or(0, |found| found.end);
        }
    }
    sections.extend(corrections);
    search.furniture(begin, end);
    search.numbers(&sections);
    search.nothing_at_all();
    search.findings
}

/// Where a search goes on: a segment and a byte of its text.
type Cursor = (usize, usize);

/// A document on its way through the reading back.
pub(super) struct Search<'r> {
    /// What its reader sees, in order.
    pub(super) segments: Vec<Segment>,
    /// For each segment, the bytes that parts of the release account for.
    pub(super) covered: Vec<Vec<Range<usize>>>,
    /// What it must say.
    pub(super) release: &'r Release,
    /// The document itself.
    pub(super) document: &'r Document,
    /// What is wrong so far.
    pub(super) findings: Vec<Finding>,
    /// Table rows that belong to corrections: they are about the measures of the notice's own tables.
    spent: BTreeSet<usize>,
}

impl Search<'_> {
    /// Looks for the parts of a section in order; the segments from the first one found to the last.
    fn section(&mut self, section: &Section) -> Option<Range<usize>> {
        let mut cursor = (0, 0);
        let mut span: Option<Range<usize>> = None;
        for wanted in section {
            let found = match wanted {
                Wanted::Text(part) => self.text(part, cursor),
                Wanted::Table { name, headings, rows } => self.table(name, headings, rows, cursor),
            };
            if let Some(found) = found {
                cursor = found;
                span = Some(span.map_or(found.0, |span| span.start)..found.0);
            }
        }
        span
    }

    fn text(&mut self, part: &Part, from: Cursor) -> Option<Cursor> {
        if part.text.is_empty() {
            return None;
        }
        let found = self.find(&part.text, from);
        if found.is_none() {
            let elsewhere = self.find(&part.text, (0, 0)).is_some();
            self.lost(part, elsewhere);
        }
        found
    }

    /// The first place at or after `from` where `text` stands whole; marks it as accounted for.
    fn find(&mut self, text: &str, from: Cursor) -> Option<Cursor> {
        for at in from.0..self.segments.len() {
            let start = if at == from.0 { from.1 } else { 0 };
            let segment = &self.segments[at];
            if segment.hidden || segment.text.len() < start + text.len() {
                continue;
            }
            if let Some(range) = whole(&segment.text, text, start) {
                let end = range.end;
                self.covered[at].push(range);
                return Some((at, end));
            }
        }
        None
    }

    fn table(&mut self, name: &str, headings: &[Part], rows: &[WantedRow], from: Cursor) -> Option<Cursor> {
        for heading in headings {
            if self.find(&heading.text, from).is_none() {
                self.lost(heading, false);
            }
        }
        let mut cursor = from.0;
        let mut found = None;
        let mut lost = Vec::new();
        for row in rows {
            match self.row_of(&row.label.text, cursor) {
                Some(range) => {
                    self.row(row, range.clone());
                    cursor = range.end;
                    found = Some(range.end.saturating_sub(1));
                }
                None => lost.push(&row.label),
            }
        }
        if found.is_none() && !rows.is_empty() {
            let whole = Part {
                name: name.to_owned(),
                text: String::new(),
            };
            self.lost(&whole, false);
        } else {
            for label in lost {
                self.lost(label, false);
            }
        }
        found.map(|at| (at, self.segments[at].text.len()))
    }

    /// The segments of the next table row whose first one holds `label`.
    fn row_of(&self, label: &str, from: usize) -> Option<Range<usize>> {
        let start = (from..self.segments.len()).find(|at| {
            let begins = *at == 0 || self.segments[at - 1].row != self.segments[*at].row;
            let own = self.segments[*at]
                .row
                .is_some_and(|row| !self.spent.contains(&row));
            own && begins && whole(&self.segments[*at].text, label, 0).is_some()
        })?;
        let row = self.segments[start].row;
        let length = self.segments[start..]
            .iter()
            .take_while(|segment| segment.row == row)
            .count();
        Some(start..start + length)
    }

    /// The table rows in which something was found.
    fn rows_found(&self) -> BTreeSet<usize> {
        let found = self.segments.iter().zip(&self.covered);
        found
            .filter(|(_, covered)| !covered.is_empty())
            .filter_map(|(segment, _)| segment.row)
            .collect()
    }

    fn row(&mut self, row: &WantedRow, segments: Range<usize>) {
        for part in [&row.label, &row.gloss] {
            match whole(&self.segments[segments.start].text, &part.text, 0) {
                Some(range) => self.covered[segments.start].push(range),
                None => self.lost(part, false),
            }
        }
        let mut next = segments.start + 1;
        for cell in row.cells.iter().filter(|cell| !cell.text.is_empty()) {
            let held =
                (next..segments.end).find_map(|at| Some((at, cell_in(&self.segments[at].text, &cell.text)?)));
            match held {
                Some((at, range)) => {
                    self.covered[at].push(range);
                    next = at + 1;
                }
                None => self.lost(cell, false),
            }
        }
    }

    /// The embargo line and the draft's banner, at head and foot; `noindex` on a page that is not public.
    fn furniture(&mut self, begin: Option<usize>, end: usize) {
        let mut lines = Vec::new();
        if let Some(embargo) = embargo(self.release) {
            lines.push(("embargo line", fold(&embargo.line)));
        }
        if let Edition::Draft { findings } = self.release.edition {
            lines.push(("draft banner", draft_banner(findings)));
        }
        for (name, line) in lines {
            let head = self
                .find(&line, (0, 0))
                .is_some_and(|(at, _)| begin.is_none_or(|begin| at <= begin));
            let foot = self.find(&line, (end + 1, 0)).is_some();
            for (there, whence) in [(head, "before the headline"), (foot, "after the body")] {
                if !there {
                    let part = Part {
                        name: format!("{name} {whence}"),
                        text: String::new(),
                    };
                    self.lost(&part, false);
                }
            }
        }
        let page = self.document.format.extension() == "html";
        let unlisted = || {
            self.segments
                .iter()
                .any(|segment| segment.hidden && segment.text.contains("noindex"))
        };
        if page && self.release.edition != Edition::Public && !unlisted() {
            let part = Part {
                name: "`noindex` mark that keeps search engines out".to_owned(),
                text: String::new(),
            };
            self.lost(&part, false);
        }
    }

    /// A layout that prints no part of the notice has one fault, not as many as the notice has parts.
    fn nothing_at_all(&mut self) {
        if self.covered.iter().any(|covered| !covered.is_empty()) {
            return;
        }
        self.findings.retain(|one| one.code != Code::LayoutLost);
        let says = format!(
            "the {} layout prints nothing of the notice",
            self.document.format.name()
        );
        let path = format!("templates/notice.{}", self.document.format.extension());
        let finding = self.finding(Code::LayoutLost, says).advice(match self.document.layout {
            Some(_) => format!("start {path} from a copy of the built-in layout, or remove it: the built-in one then serves"),
            None => self.advice("print the notice in", "a layout chooses order and markup alone"),
        });
        self.findings.push(finding);
    }

    fn lost(&mut self, part: &Part, elsewhere: bool) {
        let format = self.document.format.name();
        let says = if elsewhere {
            format!("the {format} layout prints the {} out of its order", part.name)
        } else {
            format!("the {format} layout lost the {}", part.name)
        };
        let mut finding = self.finding(Code::LayoutLost, says).advice(self.advice(
            "print it, as the data have it, in",
            "a layout chooses order and markup alone",
        ));
        if !part.text.is_empty() {
            finding = finding.shown(format!("“{}”", part.text));
        }
        self.findings.push(finding);
    }

    /// What to do in the office's own layout, or where it is the built-in one that is at fault.
    pub(super) fn advice(&self, what: &str, why: &str) -> String {
        match self.document.layout {
            Some(_) => format!(
                "{what} templates/notice.{}: {why}",
                self.document.format.extension()
            ),
            None => "this layout is the program's own, so the fault is the program's: report it with the text of that \
                     part; until it is mended, word that part otherwise"
                .to_owned(),
        }
    }

    /// A finding about the layout, in the office's own file where it has one.
    pub(super) fn finding(&self, code: Code, says: String) -> Finding {
        let place = self.document.layout.map(|file| Place::new(file, 0, 0));
        let mut finding = Finding::new(code, place, says);
        finding.notice = Some(self.release.name.clone());
        finding
    }
}
