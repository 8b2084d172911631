//! Takes a notice's file into the office: what it is about is looked up, and its words are compiled once.

use super::{Entry, NoticeFile, Office};
use crate::data::Notice;
use crate::finding::{Code, FileId, Finding, Place, list_names};
use crate::words::{Fields, texts};

impl Office {
    /// Takes in a notice's file: looks up what it is about, and compiles its words once.
    pub(super) fn enter(&mut self, name: &str, id: FileId, notice: Notice, findings: &mut Vec<Finding>) {
        let about = self.about(&notice, id, findings);
        let programme = match &notice.each_of {
            Some(programme) => self.programmes.get(&programme.value),
            None => {
                let first = notice.inspection.as_ref().or(notice.inspections.first());
                first
                    .and_then(|inspection| self.inspections.get(&inspection.value))
                    .and_then(|inspection| self.programmes.get(&inspection.programme.value))
            }
        };
        let fields = match (&self.organisation, programme) {
            (Some(organisation), Some(programme)) => {
                let texts = texts(&notice, organisation, programme);
                Some(Fields::new(&self.sources, texts.into_iter(), findings))
            }
            _ => None,
        };
        match &notice.each_of {
            Some(programme) => {
                if about.is_empty() && self.programmes.contains_key(&programme.value) {
                    findings.push(
                        Finding::new(
                            Code::EmptySeries,
                            programme.place,
                            "the series has no notice: the programme has no inspection that can be read",
                        )
                        .advice("add the inspections in data/inspections/, or correct those that are there"),
                    );
                }
                for inspection in about {
                    let entry = Entry {
                        file: name.to_owned(),
                        inspection: Some(inspection.clone()),
                    };
                    self.entries.insert(format!("{name}/{inspection}"), entry);
                }
            }
            None => {
                self.entries.insert(
                    name.to_owned(),
                    Entry {
                        file: name.to_owned(),
                        inspection: None,
                    },
                );
            }
        }
        self.files
            .insert(name.to_owned(), NoticeFile { notice, id, fields });
    }

    /// Whether a file of that name is there, though it may not have been readable.
    pub(super) fn is_there(&self, folder: &str, name: &str) -> bool {
        let read = match folder {
            "inspections" => self.inspections.contains_key(name),
            _ => self.programmes.contains_key(name),
        };
        let path = format!("data/{folder}/{name}.yaml");
        read || self.sources.iter().any(|(_, source)| source.path() == path)
    }

    /// The inspections a notice is about; wrong names are reported.
    fn about(&self, notice: &Notice, id: FileId, findings: &mut Vec<Finding>) -> Vec<String> {
        let kinds = [
            notice.inspection.is_some(),
            !notice.inspections.is_empty(),
            notice.each_of.is_some(),
        ];
        if kinds.iter().filter(|kind| **kind).count() != 1 {
            findings.push(
                Finding::new(
                    Code::MissingKey,
                    Place::new(id, 0, 0),
                    "a notice says once what it is about",
                )
                .advice("write one of `inspection: NAME`, `inspections: [NAME, NAME]`, `each-of: PROGRAMME`"),
            );
        }
        for wanted in notice.inspection.iter().chain(&notice.inspections) {
            if !self.is_there("inspections", &wanted.value) {
                findings.push(
                    Finding::new(
                        Code::UnknownName,
                        wanted.place,
                        format!("there is no inspection `{}`", wanted.value),
                    )
                    .advice(format!(
                        "{}; inspections are files in data/inspections/",
                        list_names(&wanted.value, self.inspections.keys().map(String::as_str))
                    )),
                );
            }
        }
        let Some(programme) = &notice.each_of else {
            return notice
                .inspection
                .iter()
                .chain(&notice.inspections)
                .map(|name| name.value.clone())
                .collect();
        };
        if !self.is_there("programmes", &programme.value) {
            findings.push(unknown_programme(
                programme,
                self.programmes.keys().map(String::as_str),
            ));
        }
        let of_programme = self
            .inspections
            .iter()
            .filter(|(_, i)| i.programme.value == programme.value);
        let about: Vec<String> = of_programme.map(|(name, _)| name.clone()).collect();
        for (name, place, _) in notice.overrides.iter() {
            let unread = !self.inspections.contains_key(name) && self.is_there("inspections", name);
            if !unread && !about.iter().any(|known| known == name) {
                findings.push(
                    Finding::new(
                        Code::UnknownName,
                        place,
                        format!("the series has no inspection `{name}`"),
                    )
                    .advice(list_names(name, about.iter().map(String::as_str))),
                );
            }
        }
        about
    }
}

/// What is said of a programme that is not there.
pub(super) fn unknown_programme<'n>(
    wanted: &crate::data::Text,
    known: impl Iterator<Item = &'n str>,
) -> Finding {
    Finding::new(
        Code::UnknownName,
        wanted.place,
        format!("there is no programme `{}`", wanted.value),
    )
    .advice(format!(
        "{}; programmes are files in data/programmes/",
        list_names(&wanted.value, known)
    ))
}
