//! `schema`: the JSON Schema of a kind of file, printed, or of all kinds as files for an editor; alone, the kinds.

use std::path::Path;

use pressroom::data;
use pressroom::finding::list_names;

use super::{Exit, Failure, voice::Voice};
use crate::cli::{self, Cli};
use crate::desk;

/// Runs it.
///
/// # Errors
/// There is no such kind, or the files cannot be written.
pub fn run(cli: &Cli, asked: &cli::Schema, voice: &Voice) -> Result<Exit, Failure> {
    if asked.kind.is_none() && asked.out.is_none() {
        let kinds: String = kinds().iter().map(|kind| format!("{kind}\n")).collect();
        voice.give(&kinds)?;
    }
    if let Some(kind) = &asked.kind {
        let Some(schema) = data::schema().remove(kind.as_str()) else {
            return Err(Failure::usage(
                format!("there is no schema `{kind}`"),
                list_names(kind, kinds()),
            ));
        };
        if asked.out.is_none() {
            voice.give(&format!("{schema:#}\n"))?;
            return Ok(Exit::Done);
        }
    }
    if let Some(out) = &asked.out {
        let kinds = match &asked.kind {
            Some(kind) => vec![kind.as_str()],
            None => kinds(),
        };
        write(&cli.folder.join(out), &kinds)?;
    }
    Ok(Exit::Done)
}

/// Writes `KIND.schema.json` for each of `kinds` into `folder`, which is made where it is not there.
///
/// # Errors
/// A file cannot be written.
pub fn write(folder: &Path, kinds: &[&str]) -> Result<(), Failure> {
    std::fs::create_dir_all(folder).map_err(|error| Failure::at("make", folder, &error))?;
    for kind in kinds {
        if let Some(schema) = data::schema().remove(*kind) {
            let path = folder.join(format!("{kind}.schema.json"));
            desk::write_open(&path, format!("{schema:#}\n").as_bytes())
                .map_err(|error| Failure::at("write", &path, &error))?;
        }
    }
    Ok(())
}

/// The kinds of document that have a schema.
pub fn kinds() -> Vec<&'static str> {
    data::schema().into_keys().collect()
}
