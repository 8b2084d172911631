//! The names that an office's data know: areas, measures, people, the issuer, its partners.

use super::Office;
use crate::data::Text;
use crate::figures::{AreaNames, InspectionFigures};
use crate::release::Passage;
use crate::words::Script;

impl Office {
    /// Names of the data that a copy may not exchange.
    pub(super) fn names(&self) -> Vec<String> {
        let areas = self.inspections.values().map(|inspection| &inspection.area);
        let names = areas.chain(self.other_names());
        names.map(|name| name.value.clone()).collect()
    }

    /// Every name that is no area's.
    fn other_names(&self) -> Vec<&Text> {
        let mut names: Vec<&Text> = Vec::new();
        for programme in self.programmes.values() {
            names.push(&programme.name);
            for (_, _, measure) in programme.measures.iter() {
                names.push(&measure.label);
                names.extend(&measure.also_called);
            }
        }
        if let Some(organisation) = &self.organisation {
            names.push(&organisation.name);
            names.extend(&organisation.letterhead);
            for (_, _, partner) in organisation.partners.iter() {
                names.push(&partner.name);
                names.extend(&partner.letterhead);
            }
            for (_, _, person) in organisation.people.iter() {
                names.push(&person.role);
                names.extend(person.name.iter().chain(&person.short));
            }
            for (_, _, contact) in organisation.contacts.iter() {
                names.push(&contact.name);
                names.extend(&contact.role);
            }
        }
        names
    }

    /// The areas of all inspections by name.
    pub(super) fn names_of_areas(&self) -> AreaNames {
        let areas = self.inspections.iter();
        let areas = areas.map(|(name, inspection)| (name.as_str(), inspection.area.value.as_str()));
        let benchmarks = self.programmes.values().filter_map(|one| one.benchmark.as_ref());
        let benchmarks = benchmarks.flat_map(|one| one.names());
        let others = self.other_names().into_iter().chain(benchmarks);
        AreaNames::new(areas, others.map(|name| name.value.as_str()))
    }

    /// The figures of areas that a notice is not about and that its words name: those of its own programme, which
    /// its figures could be mistaken for.
    pub(super) fn neighbours(&self, script: &Script<'_>, passages: &[Passage]) -> Vec<InspectionFigures> {
        let own = &script.subject.inspections;
        let Some((first, _)) = own.first() else {
            return Vec::new();
        };
        let Some(book) = self.books.get(&first.programme.value) else {
            return Vec::new();
        };
        let mut named: Vec<&str> = Vec::new();
        for passage in passages {
            for inspection in self.area_names.named_in(&passage.text) {
                if !named.contains(&inspection) {
                    named.push(inspection);
                }
            }
        }
        let is_own = |area: &str| own.iter().any(|(inspection, _)| inspection.area.value == area);
        // "A town of Reading" and "reading": a name that is also a word names nothing for sure.
        let is_word = |area: &str| {
            let word = area.to_lowercase();
            !area.contains(' ') && passages.iter().any(|passage| passage.text.contains(&word))
        };
        let inspections = named.into_iter().filter_map(|name| {
            let inspection = self.inspections.get(name)?;
            let area = &inspection.area.value;
            let other =
                inspection.programme.value == first.programme.value && !is_own(area) && !is_word(area);
            // What is wrong with its results was told when they were loaded.
            other.then(|| book.figures(name, inspection, &mut Vec::new()))?
        });
        inspections.collect()
    }
}
