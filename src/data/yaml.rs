//! Reads one YAML file into typed data, reporting every mistake in it and not the first alone.

use serde::de::DeserializeOwned;

use crate::finding::{FileId, Finding, Place, Sources};

/// Reads `file` as a `T`. Every mistake becomes a finding; `None` when there was an error.
pub fn read<T: DeserializeOwned>(sources: &Sources, file: FileId, findings: &mut Vec<Finding>) -> Option<T> {
    let _ = (sources, file, findings);
    todo!()
}

/// From offsets in a scalar's decoded text to offsets in its file.
#[derive(Debug, Clone)]
pub struct ScalarMap {
    /// `(decoded offset, file offset)`, ascending: between two of them both run alike.
    breaks: Vec<(u32, u32)>,
}

impl ScalarMap {
    /// The map of the scalar at `place` whose decoded text is `decoded`.
    pub fn new(sources: &Sources, place: Place, decoded: &str) -> Self {
        let _ = (sources, decoded);
        ScalarMap {
            breaks: vec![(0, place.start)],
        }
    }

    /// The file offset of a decoded offset.
    pub fn source(&self, decoded: usize) -> u32 {
        let decoded = u32::try_from(decoded).unwrap_or(u32::MAX);
        let at = self.breaks.partition_point(|(from, _)| *from <= decoded).max(1) - 1;
        let (from, source) = self.breaks[at];
        source + (decoded - from)
    }

    /// The place in the file of a decoded range.
    pub fn place(&self, file: FileId, range: std::ops::Range<usize>) -> Place {
        let start = self.source(range.start);
        let end = if range.end > range.start {
            self.source(range.end - 1) + 1
        } else {
            start
        };
        Place {
            file,
            start,
            end: end.max(start),
        }
    }
}
