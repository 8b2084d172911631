//! What a composed notice says, for comparison with what it said.

use super::{Composed, Office};
use crate::diff::Said;
use crate::finding::{Code, Finding};
use crate::release::Release;
use crate::signoff::{self, Stage};

impl Office {
    /// What a composed notice says; nothing where it could not be composed. Its errors are there, those of the files
    /// it rests on too.
    pub fn said(&self, notice: &str, composed: &Composed) -> Said {
        let mut said = match (&composed.release, &self.house) {
            (Some(release), Some(house)) => Said::new(
                release,
                &composed.held,
                &composed.scope,
                &house.numbers,
                &house.missing_mark,
            ),
            _ => Said::default(),
        };
        let inherited = self
            .findings
            .iter()
            .filter(|finding| self.rests_on(notice, finding));
        for finding in composed.findings.iter().chain(inherited) {
            if finding.is_error() {
                said.errors.push(self.told(finding));
            }
        }
        if let Some(release) = &composed.release {
            said.lapsed = self.lapsed(notice, release);
        }
        said.errors.sort();
        said.errors.dedup();
        said
    }

    /// The sign-offs of `notice` that have lapsed, each in a sentence.
    fn lapsed(&self, notice: &str, release: &Release) -> Vec<String> {
        let needs = self.needs(notice, release);
        let copy = || signoff::copy(release);
        let judged = signoff::judge(notice, &needs, copy, self.sign_offs(notice), Stage::Preparing);
        let lapsed = judged
            .findings
            .into_iter()
            .filter(|one| one.code == Code::SignOffLapsed);
        lapsed.map(|one| one.says).collect()
    }

    /// The errors in the file of a notice that cannot be read.
    pub fn errors_in_file(&self, notice: &str) -> Vec<String> {
        let file = notice.split('/').next().unwrap_or(notice);
        let path = format!("data/notices/{file}.yaml");
        let errors = self.findings.iter().filter(|one| one.is_error());
        errors
            .filter(|one| {
                one.place
                    .is_some_and(|place| self.sources.get(place.file).path() == path)
            })
            .map(|one| self.told(one))
            .collect()
    }

    /// `claim-not-supported in data/notices/x.yaml: the data do not support the claim …`: no line, so that one that merely moved down is the same.
    fn told(&self, finding: &Finding) -> String {
        match finding.place {
            Some(place) => format!(
                "{} in {}: {}",
                finding.code.name(),
                self.sources.get(place.file).path(),
                finding.says
            ),
            None => format!("{}: {}", finding.code.name(), finding.says),
        }
    }
}
