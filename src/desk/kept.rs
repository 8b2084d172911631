//! How the outputs of a notice stand to what would be built now.

use std::fs;

use super::{Digest, OutFolder, Output};

/// How the outputs of a notice stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// There are none.
    NotBuilt,
    /// They are what would be built now.
    Current,
    /// Something else would be built now.
    Stale,
    /// They are of a draft.
    Draft,
    /// Somebody changed or removed one since it was built.
    Touched,
    /// The notice is refused; its last good outputs are there.
    LastGood,
}

impl Kept {
    /// As the table and the JSON have it.
    pub fn name(self) -> &'static str {
        match self {
            Kept::NotBuilt => "not built",
            Kept::Current => "current",
            Kept::Stale => "stale",
            Kept::Draft => "draft",
            Kept::Touched => "changed by hand",
            Kept::LastGood => "last good",
        }
    }
}

impl OutFolder {
    /// How a notice's `outputs`, as the manifest has them, stand to `digests`, what would be built now; `None` where it
    /// would be refused.
    pub fn kept(&self, digests: Option<&[(&'static str, Digest)]>, outputs: &[(&str, &Output)]) -> Kept {
        if outputs.is_empty() {
            return Kept::NotBuilt;
        }
        if outputs.iter().any(|(_, output)| output.edition == "draft") {
            return Kept::Draft;
        }
        let touched = outputs.iter().any(|(path, output)| {
            let there = fs::read(self.path().join(path)).map(|bytes| Digest::of(&bytes).to_string());
            there.ok().as_ref() != Some(&output.sha256)
        });
        let Some(digests) = digests else {
            return Kept::LastGood;
        };
        let current = digests.iter().all(|(format, digest)| {
            let built = outputs.iter().find(|(_, output)| output.format == *format);
            built.is_some_and(|(_, output)| output.sha256 == digest.to_string())
        });
        match (touched, current) {
            (true, _) => Kept::Touched,
            (false, true) => Kept::Current,
            (false, false) => Kept::Stale,
        }
    }
}
