//! Holds an edited copy against the notice it was made from.

use super::{Office, Request, Wanted};
use crate::copy;
use crate::finding::{FileId, Finding, Source};
use crate::release::Release;

impl Office {
    /// Takes in an edited copy of a notice, so that findings can point into it.
    pub fn take_copy(&mut self, path: &str, text: &str) -> FileId {
        self.sources.add(Source::new(path, text))
    }

    /// Holds an edited copy against the notice, as a draft, embargoed or public edition and in whichever text format
    /// it is nearest to. `None` where the notice cannot be composed: its own findings say why.
    pub fn compare_copy(&self, notice: &str, file: FileId, request: &Request) -> Option<Vec<Finding>> {
        let editions = [Wanted::Embargoed, Wanted::Public, Wanted::Draft];
        let releases: Vec<Release> = editions
            .into_iter()
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
        (!originals.is_empty()).then(|| copy::compare(text, file, &originals, language))
    }
}
