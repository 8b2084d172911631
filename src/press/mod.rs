//! The whole pipeline: an office folder's files in; checked notices and their documents out.
//!
//! Load → figures → words → release → checks → layout, each a pure step. Reading and writing files is the
//! commands' business, not ours.

mod change;
mod compare;
mod compose;
mod copy;
mod depends;
mod doubts;
mod enter;
mod explain;
mod facts;
mod kept;
mod load;
mod names;
mod profile;
mod said;
mod stage;
mod told;

use std::sync::Arc;

use chrono::{DateTime, Utc};
use indexmap::IndexMap;

use crate::claims::Held;
use crate::data::{Inspection, Notice, Organisation, Programme};
use crate::figures::{AreaNames, Book, Scope};
use crate::finding::{Finding, Sources};
use crate::quantity::NumberStyle;
use crate::release::Release;
use crate::report::Coverage;
use crate::words::{Fields, House};

pub use profile::Due;

/// The formats there are, by the end of their file names.
pub fn formats() -> Vec<&'static str> {
    crate::format::all()
        .iter()
        .map(|format| format.extension())
        .collect()
}

/// A file of the office folder as read from disk.
#[derive(Debug, Clone)]
pub struct InputFile {
    /// Relative to the folder, with `/` between its parts.
    pub path: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// Which edition is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// Whatever can be made, headed as a draft.
    Draft,
    /// The edition for the media.
    Embargoed,
    /// The edition for everybody.
    Public,
}

/// How a notice is to be composed.
#[derive(Debug, Clone)]
pub struct Request {
    /// Which edition.
    pub edition: Wanted,
    /// The clock; nothing printed depends on it.
    pub now: DateTime<Utc>,
}

/// A composed notice.
#[derive(Debug, Clone)]
pub struct Composed {
    /// The release; `None` where not even a draft can be made.
    pub release: Option<Release>,
    /// What was found in this notice, apart from the findings of loading.
    pub findings: Vec<Finding>,
    /// Whether errors, its own or those of a file it rests on, stand against it.
    pub refused: bool,
    /// How much of it was checked.
    pub coverage: Coverage,
    /// The claims in its words, judged.
    pub held: Vec<Held>,
    /// Everything its words could see.
    pub scope: Scope,
}

/// One notice of the office: its file, and in a series its inspection.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Entry {
    file: String,
    inspection: Option<String>,
}

/// An office folder, loaded.
pub struct Office {
    sources: Sources,
    organisation: Option<Organisation>,
    house: Option<Arc<House>>,
    programmes: IndexMap<String, Programme>,
    inspections: IndexMap<String, Inspection>,
    area_names: AreaNames,
    files: IndexMap<String, NoticeFile>,
    books: IndexMap<String, Book>,
    entries: IndexMap<String, Entry>,
    findings: Vec<Finding>,
    layouts: crate::format::Layouts,
    kept: kept::Kept,
}

/// A notice's file with its compiled words.
struct NoticeFile {
    notice: Notice,
    id: crate::finding::FileId,
    /// `None` where its programme or the organisation could not be read.
    fields: Option<Fields>,
}

impl Office {
    /// The files the office was loaded from.
    pub fn sources(&self) -> &Sources {
        &self.sources
    }

    /// How the house prints numbers; `None` where the organisation could not be read.
    pub fn numbers(&self) -> Option<NumberStyle> {
        self.house.as_ref().map(|house| house.numbers.clone())
    }

    /// All notices by name, sorted: `staffordshire`, `series/area`.
    pub fn notices(&self) -> Vec<String> {
        self.entries.keys().cloned().collect()
    }

    /// Lays out a release in a format and reads the document back.
    ///
    /// # Errors
    /// What the layout lost or added, or why it cannot be run.
    pub fn lay_out(&self, release: &Release, format: &str) -> Result<crate::format::Document, Vec<Finding>> {
        let Some(format) = crate::format::named(format) else {
            return Err(Vec::new());
        };
        let document = self.layouts.lay_out(release, format)?;
        let findings = crate::format::read_back(release, &document);
        if findings.is_empty() {
            Ok(document)
        } else {
            Err(findings)
        }
    }
}
