//! How a run ends: its exit code, and failures of the machine.

use std::env;
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};
use std::process::ExitCode;

/// The exit code. The greater one wins where a run has several endings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Exit {
    /// 0: done.
    Done,
    /// 5: held by the embargo, and nothing worse.
    Held,
    /// 1: errors found, or out of date.
    Found,
    /// 3: a failure of the machine.
    Failed,
    /// 2: asked for something that cannot be.
    Usage,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> ExitCode {
        ExitCode::from(match exit {
            Exit::Done => 0,
            Exit::Held => 5,
            Exit::Found => 1,
            Exit::Usage => 2,
            Exit::Failed => 3,
        })
    }
}

/// A path as a person would type it: from where the program was started.
pub fn shown(path: &Path) -> String {
    let here = env::current_dir().and_then(fs::canonicalize).ok();
    let below = here.and_then(|here| path.strip_prefix(here).ok().map(Path::to_path_buf));
    let parts: PathBuf = below
        .unwrap_or_else(|| path.to_path_buf())
        .components()
        .filter(|part| *part != Component::CurDir)
        .collect();
    if parts.as_os_str().is_empty() {
        ".".to_owned()
    } else {
        parts.display().to_string()
    }
}

/// Why a command could not be done: a failure of the machine, or something asked that cannot be.
#[derive(Debug)]
pub struct Failure {
    /// What could not be done, and why: paths, never contents.
    pub says: String,
    /// What to do; may be empty.
    pub advice: String,
    /// How the run ends.
    pub exit: Exit,
}

impl Failure {
    /// The machine could not `do_what` (`read`, `write`) the file at `path`.
    pub fn at(do_what: &str, path: &Path, error: &io::Error) -> Failure {
        let advice = match error.kind() {
            io::ErrorKind::PermissionDenied => "check who may read and write there",
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "make room on the disk",
            io::ErrorKind::ReadOnlyFilesystem => "choose a place that can be written: --out DIR",
            _ => "",
        };
        // The kind in plain words, without the names of temporary files and the machine's numbers.
        let why = match error.kind().to_string() {
            vague if vague.contains("error") => error.to_string(),
            _ if error.kind() == io::ErrorKind::NotFound => "there is no such file or folder".to_owned(),
            plain => plain,
        };
        Failure {
            says: format!("cannot {do_what} {}: {why}", shown(path)),
            advice: advice.to_owned(),
            exit: Exit::Failed,
        }
    }

    /// Something was asked that cannot be.
    pub fn usage(says: impl Into<String>, advice: impl Into<String>) -> Failure {
        Failure {
            says: says.into(),
            advice: advice.into(),
            exit: Exit::Usage,
        }
    }
}
