//! What the program keeps of a notice: its sign-offs and the record of what was issued, read back and verified.

use indexmap::IndexMap;
use rayon::prelude::*;

use super::Office;
use super::load::read_all;
use crate::finding::{Code, FileId, Finding, Place, Sources};
use crate::issued::Issued;
use crate::moment;
use crate::signoff::{self, Filed, SignOff};

/// The records of every notice.
#[derive(Debug, Default)]
pub(super) struct Kept {
    sign_offs: IndexMap<String, Vec<Filed>>,
    issued: IndexMap<String, (FileId, Issued)>,
}

impl Kept {
    /// Reads all records; an altered one is reported and counts for nothing.
    pub fn read(sources: &Sources, ids: &IndexMap<String, FileId>, findings: &mut Vec<Finding>) -> Kept {
        let named = |folder: &str| -> Vec<(String, FileId)> {
            let files = ids.iter().filter_map(|(path, id)| {
                let name = path.strip_prefix(folder)?.strip_suffix(".yaml")?;
                Some((name.to_owned(), *id))
            });
            files.collect()
        };
        let mut kept = Kept::default();
        let sign_offs = read_all::<SignOff>(sources, &named("data/sign-offs/"), findings);
        let verified: Vec<_> = sign_offs
            .into_iter()
            .collect::<Vec<_>>()
            .into_par_iter()
            .map(|(name, (file, record))| {
                let notice = name.rsplit_once('/').map_or("", |(notice, _)| notice).to_owned();
                let filed = Filed { record, file };
                let altered = signoff::verify(&filed, &notice).err();
                (notice, filed, altered)
            })
            .collect();
        for (notice, filed, altered) in verified {
            match altered {
                Some(finding) => findings.push(*finding),
                None => kept.sign_offs.entry(notice).or_default().push(filed),
            }
        }
        for (notice, (id, record)) in read_all::<Issued>(sources, &named("data/issued/"), findings) {
            match sound(record, &notice, id) {
                Ok(record) => {
                    kept.issued.insert(notice, (id, record));
                }
                Err(finding) => findings.push(*finding),
            }
        }
        kept
    }
}

/// A record of an issued notice that can be relied on.
fn sound(record: Issued, notice: &str, id: FileId) -> Result<Issued, Box<Finding>> {
    let wrong = |code, says: &str| {
        Err(Box::new(
            Finding::new(code, Place::new(id, 0, 0), says).advice("restore the file from git"),
        ))
    };
    if record.pressroom != 1 {
        return wrong(Code::FormatVersion, "this program reads records of format 1");
    }
    if record.notice != notice {
        return wrong(
            Code::IssuedAltered,
            "the record of an issued notice is of another notice than its file name says",
        );
    }
    if record.versions.is_empty() {
        return wrong(
            Code::IssuedAltered,
            "the record of an issued notice has no version",
        );
    }
    let dated = |text: &String| moment::parse_clock(text).is_ok();
    if !record
        .versions
        .iter()
        .all(|version| dated(&version.published) && dated(&version.due))
    {
        return wrong(
            Code::IssuedAltered,
            "the record of an issued notice has a version without an instant",
        );
    }
    Ok(record)
}

impl Office {
    /// The sign-offs on record for `notice` that are as they were written, by file name.
    pub fn sign_offs(&self, notice: &str) -> &[Filed] {
        self.kept.sign_offs.get(notice).map_or(&[], Vec::as_slice)
    }

    /// The record of `notice` as it was issued.
    pub fn issued(&self, notice: &str) -> Option<&Issued> {
        self.kept.issued.get(notice).map(|(_, issued)| issued)
    }

    /// The file of that record, for messages.
    pub(super) fn issued_place(&self, notice: &str) -> Option<Place> {
        self.kept.issued.get(notice).map(|(id, _)| Place::new(*id, 0, 0))
    }

    /// The records of every issued notice, of notices that are gone too, by name.
    pub fn all_issued(&self) -> impl Iterator<Item = &Issued> {
        self.kept.issued.values().map(|(_, issued)| issued)
    }

    /// The names under which there are sign-offs, of notices that are gone too, sorted.
    pub fn signed(&self) -> impl Iterator<Item = &str> {
        self.kept.sign_offs.keys().map(String::as_str)
    }
}
