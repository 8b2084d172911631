//! Holds an edited copy against the notice it was made from.

use super::{Office, Request, Wanted};
use crate::copy::{self, Compared};
use crate::finding::{FileId, Source};
use crate::release::Release;

impl Office {
    /// Takes in an edited copy of a notice, so that findings can point into it.
    pub fn take_copy(&mut self, path: &str, text: &str) -> FileId {
        self.sources.add(Source::new(path, text))
    }

    /// Holds an edited copy against the notice, as a draft, embargoed or public edition and in whichever text format
    /// it is nearest to; as the public edition only where there can be one by the clock of `request`. `None` where the notice cannot be composed: its own findings say why.
    pub fn compare_copy(&self, notice: &str, file: FileId, request: &Request) -> Option<Compared> {
        // Before the instant a copy without its embargo is no public edition, but one that lost it.
        let over = self
            .due(notice)
            .is_some_and(|due| due.instant.has_passed(request.now));
        let public = (over || self.issued(notice).is_some()).then_some(Wanted::Public);
        let editions = [Some(Wanted::Embargoed), public, Some(Wanted::Draft)];
        let releases: Vec<Release> = editions
            .into_iter()
            .flatten()
            .filter_map(|edition| {
                let request = Request {
                    edition,
                    ..request.clone()
                };
                self.compose(notice, &request).release
            })
            .collect();
        let mut documents = Vec::new();
        for release in &releases {
            for format in ["txt", "md"] {
                if let Ok(document) = self.lay_out(release, format) {
                    documents.push((release, document));
                }
            }
        }
        let originals: Vec<(&Release, &str)> = documents
            .iter()
            .map(|(release, document)| (*release, document.text.as_str()))
            .collect();
        let language = self.house.as_ref()?.language;
        let text = self.sources.get(file).text();
        (!originals.is_empty()).then(|| copy::compare(text, file, &originals, &self.names(), language))
    }
}
