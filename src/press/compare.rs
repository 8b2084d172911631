//! Compares two states of an office, or an office with what was issued, notice by notice.

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::{Office, Request};
use crate::diff::{Change, Fate, Files, Overview, Said, compare};

impl Office {
    /// What became of each notice since `old`; `base` says in words what that is.
    pub fn since(&self, old: &Office, base: String, request: &Request) -> Overview {
        let files = Files::new(old.sources(), self.sources());
        let names: BTreeSet<String> = old.notices().into_iter().chain(self.notices()).collect();
        let names: Vec<String> = names.into_iter().collect();
        let notices = names
            .into_par_iter()
            .map(|name| {
                let fate = self.fate(old, &name, &files, request);
                (name, fate)
            })
            .collect();
        Overview {
            base,
            notices,
            layouts: files.layouts(),
        }
    }

    fn fate(&self, old: &Office, name: &str, files: &Files<'_>, request: &Request) -> Fate {
        let told = |office: &Office| -> Option<Said> {
            if office.entries.contains_key(name) {
                return Some(office.said(name, &office.compose(name, request)));
            }
            // A file that cannot be read is no notice that is gone.
            let errors = office.errors_in_file(name);
            (!errors.is_empty()).then(|| Said {
                errors,
                ..Said::default()
            })
        };
        match (told(old), told(self)) {
            (Some(before), Some(now)) if before.is_nothing() != now.is_nothing() => {
                // One of the two says nothing: all that can be compared is what stands against it.
                let errors_only = |said: &Said| Said {
                    errors: said.errors.clone(),
                    ..Said::default()
                };
                judged(compare(&errors_only(&before), &errors_only(&now), None))
            }
            (Some(before), Some(now)) => judged(compare(&before, &now, Some(files))),
            (None, Some(_)) => Fate::Added,
            (Some(_), None) => Fate::Removed,
            (None, None) => Fate::Untouched,
        }
    }

    /// What became of an issued notice since its latest version; `None` for one that was never issued.
    pub fn since_issue(&self, name: &str, request: &Request) -> Option<Fate> {
        let version = self.issued(name)?.latest()?;
        if !self.entries.contains_key(name) {
            let errors = self.errors_in_file(name);
            return Some(if errors.is_empty() {
                Fate::Removed
            } else {
                Fate::Changed(Box::new(Change {
                    refusals: errors,
                    ..Change::default()
                }))
            });
        }
        let composed = self.compose(name, request);
        let now = self.said(name, &composed);
        let Some(release) = &composed.release else {
            return Some(judged(compare(&Said::default(), &now, None)));
        };
        let now = now.as_recorded(release);
        let before = Said::of_record(version, &now.numbers);
        let files = Files::of_now(self.sources());
        Some(judged(compare(&before, &now, Some(&files))))
    }
}

fn judged(change: Change) -> Fate {
    if change.is_empty() {
        Fate::Untouched
    } else {
        Fate::Changed(Box::new(change))
    }
}
