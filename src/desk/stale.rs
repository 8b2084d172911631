//! Clears away what an earlier run wrote and nobody changed, once its notice is gone.

use std::fs;
use std::io;
use std::path::{Component, Path};

use super::{Digest, OutFolder, Output};
use crate::exit::Failure;

/// What became of a stale output.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stale {
    /// Removed, or gone already.
    Cleared,
    /// Somebody changed it: left as it is.
    Changed,
}

/// Removes the output at `path` (relative to the out folder), and its folders where that leaves them empty. Only a file
/// that stands where this program would have put it, reached through no link, with the manifest's digest.
///
/// # Errors
/// It cannot be read or removed.
pub fn clear(out: &OutFolder, path: &str, output: &Output) -> Result<Stale, Failure> {
    let relative = Path::new(path);
    let plain = relative
        .components()
        .all(|part| matches!(part, Component::Normal(_)));
    if !plain || path != OutFolder::name(&output.notice, &output.format) {
        return Ok(Stale::Changed);
    }
    let mut place = out.path().to_path_buf();
    for part in relative.components() {
        place.push(part);
        match fs::symlink_metadata(&place) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Stale::Cleared),
            Err(error) => return Err(Failure::at("look at", &place, &error)),
            Ok(about) if about.is_symlink() => return Ok(Stale::Changed),
            Ok(_) => {}
        }
    }
    let bytes = fs::read(&place).map_err(|error| Failure::at("read", &place, &error))?;
    if Digest::of(&bytes).to_string() != output.sha256 {
        return Ok(Stale::Changed);
    }
    fs::remove_file(&place).map_err(|error| Failure::at("remove", &place, &error))?;
    for folder in place
        .ancestors()
        .skip(1)
        .take_while(|folder| *folder != out.path())
    {
        // Not empty: something else is kept there.
        if fs::remove_dir(folder).is_err() {
            break;
        }
    }
    Ok(Stale::Cleared)
}
