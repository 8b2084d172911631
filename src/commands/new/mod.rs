//! `new`: starts an office, an inspection or a notice, with comments to fill in by. Never writes over anything.

mod inspection;
mod notice;
mod office;
mod spelling;

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

use super::{Exit, Failure, shown, voice::Voice};
use crate::cli::{self, Cli, NewWhat};

/// Runs it.
///
/// # Errors
/// Something of that name is there already, the name cannot be used, or it cannot be written.
pub fn run(cli: &Cli, asked: &cli::New, voice: &Voice) -> Result<Exit, Failure> {
    match &asked.what {
        NewWhat::Office { place } => office::start(&cli.folder.join(place), voice)?,
        NewWhat::Inspection { name, programme } => {
            inspection::start(cli, name, programme.as_deref(), voice)?;
        }
        NewWhat::Notice { name, inspection } => notice::start(cli, name, inspection.as_deref(), voice)?,
    }
    Ok(Exit::Done)
}

/// Writes a file that is not there yet, and its folders.
///
/// # Errors
/// Something is there already (usage), or it cannot be written.
fn write_new(path: &Path, text: &str) -> Result<(), Failure> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(|error| Failure::at("make", folder, &error))?;
    }
    let written = OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(path)
        .and_then(|mut file| file.write_all(text.as_bytes()));
    written.map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => there_already(path),
        _ => Failure::at("write", path, &error),
    })
}

fn there_already(path: &Path) -> Failure {
    Failure::usage(
        format!("{} is there already, and is not written over", shown(path)),
        "choose another name, or edit what is there",
    )
}
