//! Reads one YAML file into typed data, reporting every mistake in it and not the first alone.
//!
//! The file becomes a [`tree`] of nodes that know their places; the records read themselves from it through
//! [`decode`], which knows the few agreed names of [`protocol`] by which a value asks for its place.

mod build;
mod bytes;
mod characters;
mod context;
mod decode;
mod entries;
mod lines;
mod parse;
mod pretend;
mod prose;
pub(super) mod protocol;
mod quoted;
mod reader;
mod scalar_map;
mod slips;
mod spelling;
mod syntax;
mod traps;
mod tree;
mod variants;

pub use bytes::{LARGEST, NotText, text_of};
pub use characters::escaped as unseen;
pub use quoted::quoted;
pub use scalar_map::ScalarMap;

use std::collections::HashSet;

use serde::de::DeserializeOwned;

use crate::finding::{Code, FileId, Finding, Sources};
use context::Context;
use reader::Reader;

/// Findings of one file that are handed on: more would bury the ones worth reading.
const MOST_FINDINGS: usize = 100;

/// Mistakes that leave the rest of the file as it was meant: its other faults are worth telling in the same run.
const HARMLESS_TO_THE_REST: &[Code] = &[
    Code::UnknownKey,
    Code::FoldedText,
    Code::CommentCutText,
    Code::InvisibleCharacter,
];

/// Leaves one finding of a kind at a place: a trap may be seen by the parser and by the reader.
fn once(findings: &mut Vec<Finding>, from: usize) {
    let mut seen = HashSet::new();
    let mut number = 0;
    findings.retain(|finding| {
        number += 1;
        let start = finding.place.map(|place| place.start);
        // Several keys may be missing from one record.
        let missing = (finding.code == Code::MissingKey).then(|| finding.says.clone());
        number <= from || seen.insert((finding.code, start, missing))
    });
}

/// Reads `file` as a `T`. Every mistake becomes a finding. `None` when a part could not be read at all; a value with
/// errors beside it is for finding more of them, never for print.
pub fn read<T: DeserializeOwned>(sources: &Sources, file: FileId, findings: &mut Vec<Finding>) -> Option<T> {
    let before = findings.len();
    let value = read_all(sources, file, findings);
    once(findings, before);
    findings[before..].sort_by_key(|finding| finding.place.map(|place| place.start));
    let failed = findings[before..]
        .iter()
        .any(|finding| finding.is_error() && !HARMLESS_TO_THE_REST.contains(&finding.code));
    findings.truncate(before + MOST_FINDINGS);
    value.filter(|_| !failed)
}

fn read_all<T: DeserializeOwned>(sources: &Sources, file: FileId, findings: &mut Vec<Finding>) -> Option<T> {
    let tree = parse::parse(sources, file, findings)?;
    let context = Context::new(&tree, sources.get(file).text());
    let mut value = None;
    // Each failing pass leaves out the entry it failed at, so that the next one finds the next mistake.
    while let Ok(root) = tree.root() {
        let attempt = T::deserialize(Reader::root(&context, root));
        let done = match attempt {
            Ok(read) => {
                value = Some(read);
                true
            }
            Err(broken) => {
                context.root_failed(root, broken);
                !context.progressed() || context.is_full()
            }
        };
        if done {
            break;
        }
    }
    findings.extend(context.into_findings());
    value
}
