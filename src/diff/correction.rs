//! A correction in words: what the notice said and what it says, from the records of two versions of it.
//!
//! It is made of the records alone, so that a public edition can be made again, byte for byte, at any later time.

use super::{Change, Said, compare};
use crate::data::programme::Measure;
use crate::figures::Figure;
use crate::issued::{ChangeKind, Version};
use crate::quantity::NumberStyle;
use crate::release::{
    Block, Cell, Column, Correction, HeadCell, Inline, Inlines, Notes, Part, Release, Row, Table,
};

/// What is told of a change beside what changed.
#[derive(Debug, Clone)]
pub struct Telling<'o> {
    /// Whether the new version is the one that stands.
    pub stands: bool,
    /// The day of the new version, in house style.
    pub now: String,
    /// The day of the version before, in house style.
    pub before: String,
    /// The house's notes to editors, empty.
    pub notes: Notes,
    /// The measures of the notice by name, for figures that it prints no more.
    pub measures: Vec<(&'o str, &'o Measure)>,
}

/// What `now` says of its change from `before`; `None` where it records no change. `release` names the figures.
pub fn correction(
    release: &Release,
    before: &Version,
    now: &Version,
    telling: &Telling<'_>,
) -> Option<Correction> {
    let change = now.change.as_ref()?;
    let (noun, done) = match change.kind {
        ChangeKind::Correction => ("Correction", "corrected"),
        ChangeKind::Revision => ("Revision", "revised"),
        ChangeKind::Withdrawal => ("Withdrawal", "withdrawn"),
    };
    let mut blocks = vec![paragraph(change.reason.clone())];
    let reinstated = before.is_withdrawal();
    if now.is_withdrawal() {
        let words = if telling.stands {
            "This notice is withdrawn. Do not use any earlier copy of it."
        } else {
            "The notice was withdrawn, and has been reinstated since."
        };
        blocks.push(paragraph(words.to_owned()));
    } else {
        if reinstated {
            blocks.push(paragraph(format!(
                "This notice is reinstated: it replaces the one that was withdrawn on {}.",
                telling.before
            )));
        }
        let numbers = NumberStyle::default();
        let said = |version: &Version| unmarked(Said::of_record(version, &numbers));
        let moved = compare(&said(before), &said(now), None);
        blocks.extend(substantial(&moved, change.kind));
        blocks.extend(figures(release, &moved, &telling.measures));
        blocks.extend(sentences(&moved));
    }
    let (version, earlier) = (now.version, before.version);
    let (done, what_became) = if reinstated {
        (
            format!("{done} and reinstated"),
            format!("withdrew it on {}", telling.before),
        )
    } else {
        (done.to_owned(), format!("was published on {}", telling.before))
    };
    Some(Correction {
        part: Part::Reason,
        heading: vec![Inline::program(format!("{noun}, {}", telling.now))],
        blocks,
        note: vec![Inline::program(format!(
            "This notice was {done} on {}; it is version {version}. The version before it, version {earlier}, {what_became}.",
            telling.now
        ))],
        notes: telling.notes.clone(),
    })
}

/// What stands for a figure or sentence that the one version has and the other has not.
const NOT_THERE: &str = "not in the notice";

/// What was said, without the marks that the program sets round the paragraphs of a quotation: which paragraph is the
/// last may change, and what is said does not change with it.
fn unmarked(mut said: Said) -> Said {
    for line in said
        .lines
        .iter_mut()
        .filter(|line| matches!(line.part.parse(), Ok(Part::Quotation { .. })))
    {
        let words = line.words.as_str();
        let (rest, closing) = match words.chars().next() {
            Some('“') => (&words['“'.len_utf8()..], '”'),
            Some('‘') => (&words['‘'.len_utf8()..], '’'),
            _ => continue,
        };
        // An apostrophe stands behind a letter: "the inspectors’".
        let inner = rest
            .strip_suffix(closing)
            .filter(|inner| closing == '”' || !inner.ends_with(char::is_alphanumeric));
        line.words = inner.unwrap_or(rest).to_owned();
    }
    said
}

fn paragraph(words: String) -> Block {
    Block::Paragraph(vec![Inline::program(words)])
}

/// Says which statements that had been checked against the figures are taken back.
fn substantial(moved: &Change, kind: ChangeKind) -> Option<Block> {
    if moved.claims.is_empty() {
        return None;
    }
    let what = match kind {
        ChangeKind::Revision => "revision",
        _ => "correction",
    };
    let claims: Vec<String> = moved
        .claims
        .iter()
        .map(|claim| match &claim.after {
            Some(after) => format!("it said “{}”, and now says “{after}”", claim.before),
            None => format!("it said “{}”, and no longer does", claim.before),
        })
        .collect();
    Some(paragraph(format!(
        "This is a substantial {what}: {}.",
        claims.join("; ")
    )))
}

/// The figures as they were and are, where they print otherwise.
fn figures(release: &Release, moved: &Change, measures: &[(&str, &Measure)]) -> Option<Block> {
    let rows: Vec<Row> = moved
        .figures
        .iter()
        .filter_map(|figure| {
            let printed =
                |value: &Option<(String, String)>| value.as_ref().map(|(printed, _)| printed.clone());
            let (was, now) = (printed(&figure.before), printed(&figure.after));
            (was != now).then(|| Row {
                label: vec![Inline::program(label(release, &figure.name, measures))],
                gloss: Inlines::new(),
                cells: vec![cell(was), cell(now)],
            })
        })
        .collect();
    let head = |words: &str| HeadCell {
        heading: vec![Inline::program(words)],
        span: 1,
    };
    let column = || Column {
        heading: Inlines::new(),
    };
    (!rows.is_empty()).then(|| {
        Block::Table(Table {
            name: "was-and-now".to_owned(),
            caption: None,
            title: "The figures as they were and as they are".to_owned(),
            rows_heading: Inlines::new(),
            groups: vec![head("Was"), head("Now")],
            columns: vec![column(), column()],
            rows,
            footnotes: Vec::new(),
        })
    })
}

fn cell(printed: Option<String>) -> Cell {
    Cell {
        content: vec![Inline::program(printed.unwrap_or_else(|| NOT_THERE.to_owned()))],
        numeric: true,
        missing: None,
    }
}

/// What a reader calls a figure: its measure's label, with its column and area where those tell it apart.
fn label(release: &Release, name: &str, measures: &[(&str, &Measure)]) -> String {
    let passages = release.passages();
    let all: Vec<&Figure> = passages
        .iter()
        .flat_map(|passage| passage.figures().map(|(_, figure)| &**figure))
        .collect();
    let inspection = |figure: &Figure| figure.subject.inspection.clone();
    let several = all
        .iter()
        .any(|figure| inspection(figure).is_some() && inspection(figure) != inspection(all[0]));
    let named = |figure: &&&Figure| {
        let of = inspection(figure).map(|of| of.replace('-', "_"));
        figure.name == name || of.is_some_and(|of| format!("{of}.{}", figure.name) == name)
    };
    let plain = || name.trim_start_matches("facts.").replace(['.', '_'], " ");
    let with_column = |label: &str, column: &str| match column {
        "value" | "" => label.to_owned(),
        column => format!("{label}, {}", column.replace(['-', '_'], " ")),
    };
    let Some(figure) = all.iter().find(named) else {
        return gone(name, measures).map_or_else(plain, |(label, column)| with_column(label, column));
    };
    let subject = &figure.subject;
    let Some(measure) = &subject.measure else {
        return plain();
    };
    let mut label = with_column(&measure.label.value, &subject.column);
    if let Some(area) = subject.area.as_ref().filter(|_| several) {
        label.push_str(&format!(", {area}"));
    }
    label
}

/// The measure's label and the column of a figure that the notice prints no more: `control.value`, `north.control.value`.
fn gone<'n>(name: &'n str, measures: &[(&str, &'n Measure)]) -> Option<(&'n str, &'n str)> {
    let (of, column) = name.rsplit_once('.')?;
    // What filters made has a name that is an expression.
    if !name.chars().all(|c| c.is_alphanumeric() || "._".contains(c)) {
        return None;
    }
    let measure = of.rsplit('.').next()?;
    let found = measures.iter().find(|(key, _)| key.replace('-', "_") == measure);
    found.map(|(_, measure)| (measure.label.value.as_str(), column))
}

/// The sentences as they were and are; what stands in tables is told by the figures.
fn sentences(moved: &Change) -> Option<Block> {
    let items: Vec<Vec<Block>> = moved
        .sentences
        .iter()
        .filter(|sentence| !sentence.part.parse().is_ok_and(|part: Part| part.is_tabular()))
        .map(|sentence| {
            let said = |label: &str, words: &Option<String>| {
                let words = words
                    .as_deref()
                    .map_or_else(|| format!("({NOT_THERE})"), unquoted);
                let label = vec![Inline::program(label)];
                [Inline::Strong(label), Inline::program(format!(" {words}"))]
            };
            let mut line: Inlines = said("It said:", &sentence.before).into();
            line.push(Inline::Break);
            line.extend(said("It now says:", &sentence.after));
            vec![Block::Paragraph(line)]
        })
        .collect();
    (!items.is_empty()).then_some(Block::List { start: None, items })
}

/// A sentence without the outer quotation mark that opens or closes the paragraph it stands in.
fn unquoted(words: &str) -> String {
    let count = |mark: char| words.matches(mark).count();
    let words = match words.strip_prefix('“') {
        Some(rest) if count('“') > count('”') => rest,
        _ => words,
    };
    match words.strip_suffix('”') {
        Some(rest) if count('”') > count('“') => rest.to_owned(),
        _ => words.to_owned(),
    }
}
