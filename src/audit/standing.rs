//! Printed words that stand outside the notice's passages: who said it and how, why the embargo moved or the
//! notice is issued again, the heading over a table's rows, and texts of the data that a sentence printed.

use super::slot::Slot;
use crate::claims::Desk;
use crate::data::Scalar;
use crate::finding::Place;
use crate::release::{Block, InTable, Inline, Origin, Part, Passage, Release, Run};

/// The passages, each with what kind of words it holds.
pub fn passages(release: &Release, desk: &Desk<'_>) -> Vec<(Passage, Slot)> {
    let mut all = Vec::new();
    let mut quotations = 0;
    for block in release
        .standfirst
        .iter()
        .chain(&release.body)
        .chain(&release.boilerplate)
    {
        match block {
            Block::Quotation(quotation) => {
                quotations += 1;
                let part = Part::Attribution(quotations);
                all.push((Passage::new(part, &quotation.attribution), Slot::Sentences));
                if let Some(person) = desk.organisation.people.get(&quotation.speaker) {
                    let part = Part::Role(quotation.speaker.clone());
                    all.push((of_data(part, &person.role.value, person.role.place), Slot::Name));
                }
            }
            Block::Table(table) if !table.rows_heading.is_empty() => {
                let part = Part::Table(table.name.clone(), InTable::RowsHeading);
                all.push((Passage::new(part, &table.rows_heading), Slot::Name));
            }
            _ => {}
        }
    }
    for correction in &release.corrections {
        for block in &correction.blocks {
            if let Block::Paragraph(inlines) = block {
                all.push((Passage::new(correction.part.clone(), inlines), Slot::Sentences));
            }
        }
    }
    all.extend(texts(desk));
    all
}

/// The periods and the texts under `facts:` that a sentence printed.
fn texts(desk: &Desk<'_>) -> Vec<(Passage, Slot)> {
    let printed =
        |text: &str| !text.is_empty() && desk.passages.iter().any(|passage| passage.text.contains(text));
    let mut all = Vec::new();
    let mut fact = |name: &str, fact: &Scalar| {
        if printed(fact.text.trim()) {
            let part = Part::Fact(name.to_owned());
            all.push((of_data(part, fact.text.trim(), fact.place), Slot::Fact));
        }
    };
    for (name, _, scalar) in desk.programme.facts.iter() {
        fact(name, scalar);
    }
    for (inspection, _) in desk.inspections {
        for (name, _, scalar) in inspection.facts.iter() {
            fact(name, scalar);
        }
    }
    for (inspection, _) in desk.inspections {
        let period = inspection.period.iter().filter(|period| printed(&period.value));
        all.extend(period.map(|period| (of_data(Part::Period, &period.value, period.place), Slot::Name)));
    }
    all
}

/// A text of the data as a passage that somebody typed.
fn of_data(part: Part, text: &str, place: Place) -> Passage {
    let run = Run {
        text: text.to_owned(),
        origin: Origin::Written { place, basis: None },
    };
    Passage::new(part, &[Inline::Run(run)])
}
