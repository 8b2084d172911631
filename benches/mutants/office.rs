//! An office folder in memory, as plain text that operators change.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

use crate::oracle::Truths;

/// An office with one notice, and what the oracle is told of it.
#[derive(Clone)]
pub struct Office {
    /// The folder's name.
    pub name: String,
    /// Every file under `data/`, by path.
    pub files: BTreeMap<String, String>,
    /// What its claims are about.
    pub truths: Arc<Truths>,
    /// A copy that somebody edited after the notice was made, to be held against it.
    pub copy: Option<Copy>,
    /// Other wordings of the same: old text, new text.
    pub rewrites: Arc<Vec<(String, String)>>,
}

/// An edited copy of a notice.
#[derive(Clone)]
pub struct Copy {
    /// Its file.
    pub path: String,
    /// Its text.
    pub text: String,
}

impl Office {
    /// The shipped office and those beside this file.
    pub fn all(root: &Path) -> Vec<Office> {
        let own = root.join("benches/mutants/offices");
        let mut folders: Vec<_> = std::fs::read_dir(&own)
            .expect("the offices are there")
            .map(|entry| entry.expect("readable").path())
            .collect();
        folders.sort();
        folders
            .iter()
            .map(|folder| {
                let name = folder.file_name().expect("a name").to_string_lossy().into_owned();
                // The shipped office keeps its data at the root of the repository; its truths stand with the others.
                let data = if name == "shipped" {
                    root.join("data")
                } else {
                    folder.join("data")
                };
                Office::read(name, &data, folder)
            })
            .collect()
    }

    fn read(name: String, data: &Path, beside: &Path) -> Office {
        let mut files = BTreeMap::new();
        take(data, "data", &mut files);
        let text = |name: &str| std::fs::read_to_string(beside.join(name)).unwrap_or_default();
        let rewrites = text("rewrites.txt");
        let rewrites = rewrites
            .lines()
            .filter_map(|line| line.split_once(" ==> "))
            .map(|(old, new)| (old.to_owned(), new.to_owned()));
        Office {
            name,
            files,
            copy: None,
            truths: Arc::new(Truths::read(&text("truths.txt"))),
            rewrites: Arc::new(rewrites.collect()),
        }
    }

    /// The path of the one notice.
    pub fn notice(&self) -> &str {
        self.one("data/notices/")
    }

    /// The path of the one programme.
    pub fn programme(&self) -> &str {
        self.one("data/programmes/")
    }

    /// The paths of the inspections.
    pub fn inspections(&self) -> impl Iterator<Item = &String> {
        self.files
            .keys()
            .filter(|path| path.starts_with("data/inspections/"))
    }

    fn one(&self, folder: &str) -> &str {
        self.files
            .keys()
            .find(|path| path.starts_with(folder))
            .expect("an office has one")
    }

    /// The text of a file.
    pub fn text(&self, path: &str) -> &str {
        &self.files[path]
    }

    /// The same office with a range of a file's text replaced.
    pub fn with(&self, path: &str, range: Range<usize>, new: &str) -> Office {
        let mut office = self.clone();
        let text = office.files.get_mut(path).expect("the file is there");
        text.replace_range(range, new);
        office
    }

    /// The line of a byte, from 1.
    pub fn line(&self, path: &str, at: usize) -> usize {
        self.text(path)[..at].matches('\n').count() + 1
    }
}

fn take(folder: &Path, name: &str, files: &mut BTreeMap<String, String>) {
    let entries = std::fs::read_dir(folder).expect("a folder of data");
    for entry in entries.map(|entry| entry.expect("readable").path()) {
        let path = format!("{name}/{}", entry.file_name().expect("a name").to_string_lossy());
        if entry.is_dir() {
            take(&entry, &path, files);
        } else if path.ends_with(".yaml") {
            files.insert(path, std::fs::read_to_string(&entry).expect("text"));
        }
    }
}
