//! Which files a notice rests on: an error in one of them refuses the notice, and no other.

use super::{Entry, Office};
use crate::finding::{FileId, Finding};

impl Office {
    /// Whether a finding of loading stands against a notice. Findings without a place stand against all.
    pub(super) fn blocks(&self, finding: &Finding, entry: &Entry) -> bool {
        let Some(place) = finding.place else { return true };
        let path = self.sources.get(place.file).path();
        let Some(name) = path
            .strip_prefix("data/")
            .and_then(|path| path.strip_suffix(".yaml"))
        else {
            return true;
        };
        match name.split_once('/') {
            Some(("notices", name)) => name == entry.file,
            Some(("programmes", name)) => self.programmes_of(entry).contains(&name),
            Some(("inspections", name)) => {
                // Another inspection of the programme may count in this one's benchmark.
                let programmes = self.programmes_of(entry);
                match self.inspections.get(name) {
                    Some(inspection) => self.may_be_of(&inspection.programme.value, &programmes),
                    None => self.unread_inspection_counts(place.file, &programmes),
                }
            }
            Some(("sign-offs" | "issued", name)) => self.record_of(name, entry),
            _ => true,
        }
    }

    /// Whether a record, `NOTICE/FILE` of a sign-off or `NOTICE` of an issued notice, is of that notice.
    fn record_of(&self, name: &str, entry: &Entry) -> bool {
        let notice = match &entry.inspection {
            Some(inspection) => format!("{}/{inspection}", entry.file),
            None => entry.file.clone(),
        };
        name == notice || name.rsplit_once('/').is_some_and(|(of, _)| of == notice)
    }

    /// Whether `notice` rests on the file that a finding stands in.
    pub fn rests_on(&self, notice: &str, finding: &Finding) -> bool {
        self.entries
            .get(notice)
            .is_none_or(|entry| self.blocks(finding, entry))
    }

    pub(super) fn programmes_of(&self, entry: &Entry) -> Vec<&str> {
        let Some(file) = self.files.get(&entry.file) else {
            return Vec::new();
        };
        if let Some(programme) = &file.notice.each_of {
            return vec![programme.value.as_str()];
        }
        let about = file.notice.inspection.iter().chain(&file.notice.inspections);
        about
            .filter_map(|name| self.inspections.get(&name.value))
            .map(|inspection| inspection.programme.value.as_str())
            .collect()
    }

    /// Whether an inspection that names `programme` may be one of `programmes`: a name that no programme has is one
    /// misspelt, and nobody can tell which.
    fn may_be_of(&self, programme: &str, programmes: &[&str]) -> bool {
        programmes.is_empty() || programmes.contains(&programme) || !self.is_there("programmes", programme)
    }

    /// A file that could not be read may be of any programme, unless its text names another and nothing but that: in
    /// quotation marks, under an anchor or before a comment a name is anybody's.
    fn unread_inspection_counts(&self, file: FileId, programmes: &[&str]) -> bool {
        let text = self.sources.get(file).text();
        let mut named = text
            .lines()
            .filter_map(|line| line.strip_prefix("programme:"))
            .map(str::trim)
            .peekable();
        named.peek().is_none() || named.any(|named| self.may_be_of(named, programmes))
    }
}
