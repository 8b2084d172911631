//! The records that the program keeps under `data/sign-offs/` and `data/issued/`: a folder a notice, or a series and in
//! it a notice.

use std::fs;
use std::path::Path;

use pressroom::finding::Finding;

use super::{documents, list, name};
use crate::exit::Failure;

/// How deep records lie: `data/sign-offs/SERIES/AREA/….yaml`.
const DEEPEST: usize = 2;

/// The paths of all records under `folder`.
///
/// # Errors
/// A folder there cannot be read.
pub fn under(home: &Path, folder: &str, findings: &mut Vec<Finding>) -> Result<Vec<String>, Failure> {
    let mut found = Vec::new();
    gather(home, folder, DEEPEST, &mut found, findings)?;
    Ok(found)
}

fn gather(
    home: &Path,
    folder: &str,
    deeper: usize,
    found: &mut Vec<String>,
    findings: &mut Vec<Finding>,
) -> Result<(), Failure> {
    let (folders, files): (Vec<String>, Vec<String>) = list(home, folder, findings)?
        .into_iter()
        .filter(|name| !name.starts_with('.'))
        .partition(|name| fs::metadata(home.join(folder).join(name)).is_ok_and(|about| about.is_dir()));
    found.extend(documents(folder, &files, findings));
    for inner in folders {
        if deeper > 0 && name::refusal(&inner).is_none() {
            gather(home, &format!("{folder}/{inner}"), deeper - 1, found, findings)?;
        }
    }
    Ok(())
}
