//! Printed words that stand outside the notice's passages: who said it and how, why the notice is issued again, and
//! texts of the data that a sentence printed.

use super::slot::Slot;
use crate::claims::Desk;
use crate::data::Scalar;
use crate::finding::Place;
use crate::release::{Block, Inline, Origin, Part, Passage, Release, Run};

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
        let Block::Quotation(quotation) = block else {
            continue;
        };
        quotations += 1;
        let part = Part::Attribution(quotations);
        all.push((Passage::new(part, &quotation.attribution), Slot::Sentences));
        if let Some(person) = desk.organisation.people.get(&quotation.speaker) {
            let part = Part::Role(quotation.speaker.clone());
            all.push((of_data(part, &person.role.value, person.role.place), Slot::Name));
        }
    }
    for correction in &release.corrections {
        let others = correction.others();
        all.extend(others.map(|words| (Passage::new(correction.part.clone(), words), Slot::Sentences)));
    }
    all.extend(texts(desk));
    for (passage, _) in &mut all {
        // Nobody judges a claim here, so none excuses anything.
        passage.claims.clear();
    }
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
