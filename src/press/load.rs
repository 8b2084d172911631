//! Loads an office folder: each file as typed data, every name it uses looked up, and all results read.

use std::sync::Arc;

use indexmap::IndexMap;
use rayon::prelude::*;
use serde::de::DeserializeOwned;

use super::kept::Kept;
use super::{InputFile, Office};
use crate::data::{Inspection, Notice, Organisation, Programme, yaml};
use crate::figures::{AreaNames, Book, check_sums};
use crate::finding::{Code, FileId, Finding, Source, Sources, list_names};
use crate::format::{Layouts, Override};
use crate::moment;
use crate::words::House;

impl Office {
    /// Loads the files of an office folder. The findings are those of the data themselves; notices that rest on
    /// a faulty file are refused when composed.
    pub fn load(files: Vec<InputFile>) -> (Office, Vec<Finding>) {
        let mut findings = Vec::new();
        let (sources, ids) = take_in(files, &mut findings);
        let of_kind = |folder: &str| -> Vec<(String, FileId)> {
            let named = ids
                .iter()
                .filter_map(|(path, id)| Some((name_in(path, folder)?.to_owned(), *id)));
            named.collect()
        };
        let organisation = organisation(&sources, &ids, &mut findings);
        let programmes = read_all::<Programme>(&sources, &of_kind("data/programmes/"), &mut findings);
        let inspections = read_all::<Inspection>(&sources, &of_kind("data/inspections/"), &mut findings);
        let notices = read_all::<Notice>(&sources, &of_kind("data/notices/"), &mut findings);
        let house = organisation
            .as_ref()
            .map(|organisation| Arc::new(House::new(organisation)));
        let books = books(&ids, &programmes, &inspections, house.as_deref(), &mut findings);
        let layouts = layouts(&sources, &ids, &mut findings);
        let kept = Kept::read(&sources, &ids, &mut findings);
        let mut office = Office {
            sources,
            organisation,
            house,
            programmes: programmes
                .into_iter()
                .map(|(name, (_, read))| (name, read))
                .collect(),
            inspections: inspections
                .into_iter()
                .map(|(name, (_, read))| (name, read))
                .collect(),
            area_names: AreaNames::default(),
            files: IndexMap::new(),
            books,
            entries: IndexMap::new(),
            findings: Vec::new(),
            layouts,
            kept,
        };
        for (name, (id, notice)) in notices {
            office.enter(&name, id, notice, &mut findings);
        }
        office.area_names = office.names_of_areas();
        office.entries.sort_keys();
        office.findings.clone_from(&findings);
        (office, findings)
    }
}

/// `data/notices/a.yaml` in `data/notices/` → `a`.
fn name_in<'p>(path: &'p str, folder: &str) -> Option<&'p str> {
    path.strip_prefix(folder)?
        .strip_suffix(".yaml")
        .filter(|name| !name.contains('/'))
}

/// Every file's text, with its id, in order of path.
fn take_in(mut files: Vec<InputFile>, findings: &mut Vec<Finding>) -> (Sources, IndexMap<String, FileId>) {
    files.sort_by(|a, b| a.path.cmp(&b.path));
    let mut sources = Sources::default();
    let mut ids = IndexMap::new();
    for file in files {
        match yaml::text_of(&file.bytes) {
            Ok(text) => {
                let id = sources.add(Source::new(file.path.clone(), text));
                ids.insert(file.path, id);
            }
            Err(not_text) => {
                let id = sources.add(Source::new(file.path, not_text.readable.clone()));
                findings.push(not_text.finding(id));
            }
        }
    }
    (sources, ids)
}

fn organisation(
    sources: &Sources,
    ids: &IndexMap<String, FileId>,
    findings: &mut Vec<Finding>,
) -> Option<Organisation> {
    let id = *ids.get("data/organisation.yaml")?;
    let organisation: Organisation = yaml::read(sources, id, findings)?;
    if organisation.pressroom.text != "1" {
        findings.push(
            Finding::new(
                Code::FormatVersion,
                organisation.pressroom.place,
                "this program reads format 1",
            )
            .advice("write `pressroom: 1`"),
        );
    }
    if let Err(error) = moment::zone(&organisation.time_zone.value) {
        findings.push(
            Finding::new(Code::UnknownName, organisation.time_zone.place, error.says)
                .shown(format!("found: {}", organisation.time_zone.value))
                .advice(error.advice),
        );
    }
    for tag in &organisation.languages {
        if crate::language::of(&tag.value).is_none() {
            findings.push(
                Finding::new(
                    Code::UnknownName,
                    tag.place,
                    format!("there is no language `{}`", tag.value),
                )
                .advice(list_names(
                    &tag.value,
                    crate::language::all().map(|language| language.tag()),
                )),
            );
        }
    }
    for (name, _, person) in organisation.people.iter() {
        if let Some(partner) = &person.organisation
            && organisation.partners.get(&partner.value).is_none()
        {
            findings.push(
                Finding::new(
                    Code::UnknownName,
                    partner.place,
                    format!("`{name}` belongs to an unknown partner"),
                )
                .advice(list_names(&partner.value, organisation.partners.names())),
            );
        }
    }
    Some(organisation)
}

/// Reads all files of a kind side by side; findings stay in order of path.
pub(super) fn read_all<T: DeserializeOwned + Send>(
    sources: &Sources,
    files: &[(String, FileId)],
    findings: &mut Vec<Finding>,
) -> IndexMap<String, (FileId, T)> {
    let read: Vec<(Vec<Finding>, Option<T>)> = files
        .par_iter()
        .map(|(_, id)| {
            let mut found = Vec::new();
            let read = yaml::read(sources, *id, &mut found);
            (found, read)
        })
        .collect();
    let mut all = IndexMap::new();
    for ((name, id), (found, read)) in files.iter().zip(read) {
        findings.extend(found);
        if let Some(read) = read {
            all.insert(name.clone(), (*id, read));
        }
    }
    all
}

/// The results of every programme, side by side.
fn books(
    ids: &IndexMap<String, FileId>,
    programmes: &IndexMap<String, (FileId, Programme)>,
    inspections: &IndexMap<String, (FileId, Inspection)>,
    house: Option<&House>,
    findings: &mut Vec<Finding>,
) -> IndexMap<String, Book> {
    let rounding = house.map(|house| house.numbers.rounding).unwrap_or_default();
    for (_, inspection) in inspections.values() {
        let path = format!("data/programmes/{}.yaml", inspection.programme.value);
        if !programmes.contains_key(&inspection.programme.value) && !ids.contains_key(&path) {
            let known = programmes.keys().map(String::as_str);
            findings.push(super::enter::unknown_programme(&inspection.programme, known));
        }
    }
    let mut by_programme: IndexMap<&str, IndexMap<&str, &Inspection>> = IndexMap::new();
    for (name, (_, inspection)) in inspections {
        by_programme
            .entry(&inspection.programme.value)
            .or_default()
            .insert(name, inspection);
    }
    let mut books = IndexMap::new();
    for (name, (_, programme)) in programmes {
        let none = IndexMap::new();
        let own = by_programme.get(name.as_str()).unwrap_or(&none);
        check_names(programme, own, findings);
        let book = Book::new(programme, own, rounding, findings);
        for (inspection_name, inspection) in own {
            if let Some(figures) = book.figures(inspection_name, inspection, findings) {
                check_sums(programme, &figures, findings);
            }
        }
        books.insert(name.clone(), book);
    }
    books
}

/// Names that a programme uses of its own: rows of tables, members, parts of sums.
fn check_names(
    programme: &Programme,
    inspections: &IndexMap<&str, &Inspection>,
    findings: &mut Vec<Finding>,
) {
    for sum in &programme.sums {
        for measure in std::iter::once(&sum.whole).chain(&sum.parts) {
            if programme.measures.get(&measure.value).is_none() {
                findings.push(
                    Finding::new(
                        Code::UnknownName,
                        measure.place,
                        format!("there is no measure `{}`", measure.value),
                    )
                    .advice(list_names(&measure.value, programme.measures.names())),
                );
            }
        }
    }
    for member in programme
        .benchmark
        .iter()
        .flat_map(|benchmark| &benchmark.members)
    {
        if !inspections.contains_key(member.value.as_str()) {
            findings.push(
                Finding::new(
                    Code::UnknownName,
                    member.place,
                    "a member of the benchmark is no inspection of the programme",
                )
                .advice(list_names(&member.value, inspections.keys().copied())),
            );
        }
    }
}

/// The built-in layouts, each replaced by the office's own where there is one; a faulty one is reported and the
/// built-in kept, so that the other findings of the run still come.
fn layouts(sources: &Sources, ids: &IndexMap<String, FileId>, findings: &mut Vec<Finding>) -> Layouts {
    let overrides: Vec<Override<'_>> = ids
        .iter()
        .filter_map(|(path, id)| {
            let format = crate::format::named(path.strip_prefix("templates/notice.")?)?;
            Some(Override {
                format,
                source: sources.get(*id).text(),
                file: *id,
            })
        })
        .collect();
    match Layouts::new(&overrides) {
        Ok(layouts) => layouts,
        Err(found) => {
            findings.extend(found);
            Layouts::new(&[]).expect("the built-in layouts are tested")
        }
    }
}
