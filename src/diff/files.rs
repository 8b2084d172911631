//! The files of two states of an office, and the scalars in them that a moved figure rests on.

use std::collections::BTreeMap;

use crate::figures::{Figure, Provenance};
use crate::finding::{Place, Sources};

/// Where nothing is known of the old files, a figure of more inputs than this leads to none of them.
const MOST: usize = 6;

/// The files of both states.
pub struct Files<'s> {
    old: &'s Sources,
    new: &'s Sources,
    /// By [`FileId`](crate::finding::FileId): whether the other state has the file with the same text.
    old_same: Vec<bool>,
    new_same: Vec<bool>,
}

/// A scalar of the data that moved.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct MovedScalar {
    /// `data/inspections/x.yaml:5:20`, in the new state where it is there.
    pub place: String,
    /// As typed before; `None` for one that was added.
    pub before: Option<String>,
    /// As typed now; `None` for one that went.
    pub after: Option<String>,
}

impl<'s> Files<'s> {
    /// The files of `old` and `new`.
    pub fn new(old: &'s Sources, new: &'s Sources) -> Self {
        let same = |these: &Sources, those: &Sources| -> Vec<bool> {
            let texts: BTreeMap<&str, &str> = those
                .iter()
                .map(|(_, source)| (source.path(), source.text()))
                .collect();
            these
                .iter()
                .map(|(_, source)| texts.get(source.path()) == Some(&source.text()))
                .collect()
        };
        Files {
            old,
            new,
            old_same: same(old, new),
            new_same: same(new, old),
        }
    }

    /// The files of one state, where of the other there is but a record: a moved figure leads to where it stands now.
    pub fn of_now(new: &'s Sources) -> Self {
        let all = new.iter().count();
        Files {
            old: new,
            new,
            old_same: vec![true; all],
            new_same: vec![false; all],
        }
    }

    /// The layouts that differ: their paths.
    pub fn layouts(&self) -> Vec<String> {
        let changed = |sources: &Sources, same: &[bool]| -> Vec<String> {
            let paths = sources.iter().zip(same).filter(|(_, same)| !**same);
            paths
                .map(|((_, source), _)| source.path().to_owned())
                .filter(|path| path.starts_with("templates/"))
                .collect()
        };
        let mut all = changed(self.old, &self.old_same);
        all.extend(changed(self.new, &self.new_same));
        all.sort();
        all.dedup();
        all
    }

    /// The scalars whose text differs among those that a figure rested on and rests on.
    pub fn moved(&self, old: Option<&Figure>, new: Option<&Figure>) -> Vec<MovedScalar> {
        let before = inputs(old, self.old, &self.old_same);
        let after = inputs(new, self.new, &self.new_same);
        let mut moved = Vec::new();
        if self.old_same.iter().all(|same| *same) && after.len() > MOST {
            return moved;
        }
        for (key, (place, typed)) in &after {
            let then = before.get(key).map(|(_, typed)| typed);
            if then != Some(typed) {
                moved.push(MovedScalar {
                    place: self.new.cite(*place),
                    before: then.cloned(),
                    after: Some(typed.clone()),
                });
            }
        }
        for (key, (place, typed)) in &before {
            if !after.contains_key(key) {
                moved.push(MovedScalar {
                    place: self.old.cite(*place),
                    before: Some(typed.clone()),
                    after: None,
                });
            }
        }
        moved
    }
}

/// The inputs of a figure that stand in files which differ, by path, label and their number among those.
fn inputs(
    figure: Option<&Figure>,
    sources: &Sources,
    same: &[bool],
) -> BTreeMap<(String, String, usize), (Place, String)> {
    let mut all = BTreeMap::new();
    let mut take = |label: &str, typed: &str, place: Place| {
        if same.get(place.file.0 as usize).copied().unwrap_or(false) {
            return;
        }
        let typed = if typed.is_empty() {
            sources.text(place)
        } else {
            typed
        };
        let path = sources.get(place.file).path().to_owned();
        let mut key = (path, label.to_owned(), 0);
        while all.contains_key(&key) {
            key.2 += 1;
        }
        all.insert(key, (place, typed.to_owned()));
    };
    match figure.map(|figure| &figure.provenance) {
        Some(Provenance::Given { place, source }) => take(source.as_deref().unwrap_or_default(), "", *place),
        // A benchmark may rest on a hundred thousand inputs: most are passed over without a copy.
        Some(Provenance::Computed { inputs, .. }) => inputs
            .iter()
            .for_each(|input| take(&input.label, &input.typed, input.place)),
        None => {}
    }
    all
}
