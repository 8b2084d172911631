//! What a composed notice says, for comparison with what it said.

use super::{Composed, Office};
use crate::diff::Said;
use crate::finding::Finding;

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
        said.errors.sort();
        said.errors.dedup();
        said
    }

    /// `claim-not-supported in data/notices/x.yaml`: no line, so that one that merely moved down is the same.
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
