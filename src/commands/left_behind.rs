//! What notices that were renamed or deleted have left behind: outputs, sign-offs, records of issue, lines of the lock.

use std::collections::BTreeSet;

use super::bench::Bench;
use crate::desk::{Lock, Manifest};

/// Something of a notice that is not there any more.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LeftBehind {
    /// The name it had.
    pub notice: String,
    /// `outputs`, `sign-offs`, `issued`, `lock`.
    pub what: &'static str,
    /// Where it is; relative to the office, or to the folder of the outputs.
    pub path: String,
}

impl LeftBehind {
    /// What to say of it, and what to do.
    pub fn line(&self) -> String {
        let LeftBehind { notice, what, path } = self;
        match *what {
            "outputs" => format!("outputs of {notice}, {path}: `pressroom build` clears them away"),
            "sign-offs" => {
                format!("sign-offs of {notice}, {path}: sign again under the new name, and delete them")
            }
            "issued" => format!("{notice} was issued, {path}, and its words are gone: restore the notice"),
            _ => format!("lines of {notice} in {path}: `pressroom build` takes them out"),
        }
    }
}

/// Everything left behind, sorted by notice.
pub fn find(bench: &Bench, manifest: Option<&Manifest>, lock: Option<&Lock>) -> Vec<LeftBehind> {
    let notices: BTreeSet<String> = bench.office.notices().into_iter().collect();
    // A notice whose file cannot be read today is not gone.
    let there = |notice: &str| {
        let words = notice.split('/').next().unwrap_or(notice);
        let path = format!("data/notices/{words}.yaml");
        let unread = |notice: &str| {
            !notices
                .iter()
                .any(|one| one.split('/').next() == notice.split('/').next())
        };
        notices.contains(notice)
            || (unread(notice) && bench.sources().iter().any(|(_, source)| source.path() == path))
    };
    let mut found = BTreeSet::new();
    let mut add = |notice: &str, what: &'static str, path: String| {
        if !there(notice) {
            found.insert(LeftBehind {
                notice: notice.to_owned(),
                what,
                path,
            });
        }
    };
    for (_, output) in manifest.iter().flat_map(|manifest| manifest.outputs()) {
        add(&output.notice, "outputs", format!("{}/", output.notice));
    }
    for notice in bench.office.signed() {
        add(notice, "sign-offs", format!("data/sign-offs/{notice}/"));
    }
    for issued in bench.office.all_issued() {
        add(
            &issued.notice,
            "issued",
            format!("data/issued/{}.yaml", issued.notice),
        );
    }
    for (notice, _) in lock.iter().flat_map(|lock| lock.iter()) {
        add(notice, "lock", "data/notices.lock".to_owned());
    }
    found.into_iter().collect()
}
