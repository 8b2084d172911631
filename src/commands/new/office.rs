//! `new office`: a press office folder with one of everything, which checks clean and builds.

use std::fs;
use std::path::Path;

use super::{there_already, write_new};
use crate::commands::schema;
use crate::commands::{Failure, shown, voice::Voice};

/// The folder's files.
const FILES: [(&str, &str); 4] = [
    ("data/organisation.yaml", include_str!("start/organisation.yaml")),
    (
        "data/programmes/example.yaml",
        include_str!("start/programme.yaml"),
    ),
    (
        "data/inspections/samplebury.yaml",
        include_str!("start/inspection.yaml"),
    ),
    ("data/notices/samplebury.yaml", include_str!("start/notice.yaml")),
];

/// What git is to leave alone.
const IGNORED: &str =
    "# Embargoed editions never enter the history; public ones are made from it.\n/out/\n/public/\n";

/// The folders that it names.
const EDITIONS: [&str; 2] = ["out", "public"];

/// Starts an office in `folder`, which may be there but may be no office.
///
/// # Errors
/// One of its files is there already, or one cannot be written.
pub fn start(folder: &Path, voice: &Voice) -> Result<(), Failure> {
    let standing = FILES
        .iter()
        .map(|(path, _)| folder.join(path))
        .find(|path| path.exists());
    if let Some(path) = standing {
        return Err(there_already(&path));
    }
    for (path, text) in FILES {
        write_new(&folder.join(path), text)?;
    }
    schema::write(&folder.join("schemas"), &schema::kinds())?;
    let ignore = folder.join(".gitignore");
    match fs::read_to_string(&ignore) {
        Err(_) => write_new(&ignore, IGNORED)?,
        Ok(text) => {
            let named = |folder: &str| text.lines().any(|line| line.trim().trim_matches('/') == folder);
            for folder in EDITIONS.into_iter().filter(|folder| !named(folder)) {
                voice.say(&format!(
                    "add /{folder}/ to .gitignore: editions never enter the history"
                ));
            }
        }
    }
    voice.say(&format!("started an office in {}", shown(folder)));
    voice.say("  begin with data/organisation.yaml; `pressroom check` says what is wrong, `pressroom build` writes out/");
    Ok(())
}
