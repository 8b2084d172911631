//! `out/manifest.json`: what stands in the out folder and from which inputs it was made. Written last.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::Digest;
use crate::exit::Failure;

/// The manifest. Everything in it is sorted, and the same for the same inputs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Manifest {
    format: u32,
    tool: String,
    time_zone_data: String,
    inputs: BTreeMap<String, Bytes>,
    outputs: BTreeMap<String, Output>,
}

/// A file read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Bytes {
    bytes: u64,
    sha256: String,
}

/// A file written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Output {
    /// The notice.
    pub notice: String,
    /// The format.
    pub format: String,
    /// `embargoed` or `draft`.
    pub edition: String,
    /// Its length.
    pub bytes: u64,
    /// Its digest.
    pub sha256: String,
}

impl Manifest {
    /// The manifest of a run that read `inputs`, with no outputs yet.
    pub fn of(inputs: &[(String, Digest)]) -> Manifest {
        let inputs = inputs.iter().map(|(path, digest)| {
            let bytes = Bytes {
                bytes: digest.length,
                sha256: digest.to_string(),
            };
            (path.clone(), bytes)
        });
        Manifest {
            format: 1,
            tool: concat!("pressroom ", env!("CARGO_PKG_VERSION")).to_owned(),
            time_zone_data: pressroom::moment::ZONE_DATA_VERSION.to_owned(),
            inputs: inputs.collect(),
            outputs: BTreeMap::new(),
        }
    }

    /// The manifest of an earlier run in `out`. One that cannot be understood counts as none: nothing is then known of
    /// the files there, and none is removed.
    ///
    /// # Errors
    /// It is there and cannot be read.
    pub fn read(out: &Path) -> Result<Option<Manifest>, Failure> {
        let place = out.join("manifest.json");
        match fs::read(&place) {
            Ok(bytes) => Ok(serde_json::from_slice(&bytes)
                .ok()
                .filter(|manifest: &Manifest| manifest.format == 1)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(Failure::at("read", &place, &error)),
        }
    }

    /// Adds an output at `path`, relative to the out folder with `/`.
    pub fn add(&mut self, path: String, output: Output) {
        self.outputs.insert(path, output);
    }

    /// Whether there is an output at `path`.
    pub fn has(&self, path: &str) -> bool {
        self.outputs.contains_key(path)
    }

    /// The outputs with their paths, sorted.
    pub fn outputs(&self) -> impl Iterator<Item = (&str, &Output)> {
        self.outputs.iter().map(|(path, output)| (path.as_str(), output))
    }

    /// The file's text.
    ///
    /// # Errors
    /// Never in practice: strings and numbers always serialise.
    pub fn text(&self) -> Result<String, Failure> {
        serde_json::to_string_pretty(self)
            .map(|text| text + "\n")
            .map_err(|error| Failure::usage(format!("the manifest cannot be written: {error}"), ""))
    }
}
