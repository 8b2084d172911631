//! Writes files together: all of them, or none; and none that did not change.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::{Builder, NamedTempFile};

use crate::exit::{Exit, Failure, shown};

/// How many of the files were written, and how many stood there already.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Written {
    /// New or changed.
    pub changed: usize,
    /// The same, byte for byte, and left alone.
    pub unchanged: usize,
}

impl std::ops::AddAssign for Written {
    fn add_assign(&mut self, other: Written) {
        self.changed += other.changed;
        self.unchanged += other.unchanged;
    }
}

/// A file written beside its place, not yet in it.
struct Staged {
    file: NamedTempFile,
    place: PathBuf,
    /// What stood there.
    before: Option<Vec<u8>>,
}

/// Writes every file, mode 0600, or none: all are written beside their places first and then renamed into them; where
/// a rename fails, those already renamed are put back. A file with the same bytes is not touched.
///
/// # Errors
/// A file cannot be written, or something that is no ordinary file stands in its place.
pub fn write_together(files: &[(PathBuf, &[u8])]) -> Result<Written, Failure> {
    let mut written = Written::default();
    let mut staged = Vec::new();
    for (place, bytes) in files {
        let before = standing(place)?;
        if before.as_deref() == Some(*bytes) {
            written.unchanged += 1;
            continue;
        }
        let file = stage(place, bytes, 0o600).map_err(|error| Failure::at("write", place, &error))?;
        staged.push(Staged {
            file,
            place: place.clone(),
            before,
        });
    }
    let mut done: Vec<(PathBuf, Option<Vec<u8>>)> = Vec::new();
    for Staged { file, place, before } in staged {
        if let Err(error) = file.persist(&place) {
            put_back(&done);
            return Err(Failure::at("write", &place, &error.error));
        }
        done.push((place, before));
        written.changed += 1;
    }
    Ok(written)
}

/// Writes a file that others may read, as the machine's own rules have it, unless it has these bytes already.
///
/// # Errors
/// It cannot be written.
pub fn write_open(place: &Path, bytes: &[u8]) -> io::Result<()> {
    if fs::read(place).is_ok_and(|before| before == bytes) {
        return Ok(());
    }
    stage(place, bytes, 0o666)?
        .persist(place)
        .map_err(|error| error.error)?;
    Ok(())
}

/// The bytes that stand at `place`, if any.
fn standing(place: &Path) -> Result<Option<Vec<u8>>, Failure> {
    match fs::symlink_metadata(place) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(Failure::at("look at", place, &error)),
        Ok(about) if about.is_file() => match fs::read(place) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(error) => Err(Failure::at("read", place, &error)),
        },
        Ok(_) => Err(Failure {
            says: format!(
                "{} is a link or no ordinary file, and is not written through",
                shown(place)
            ),
            advice: "take it away".to_owned(),
            exit: Exit::Failed,
        }),
    }
}

/// Writes `bytes` beside `place`, under a name that says nothing of what is in it.
fn stage(place: &Path, bytes: &[u8], mode: u32) -> io::Result<NamedTempFile> {
    let folder = place.parent().unwrap_or(Path::new("."));
    let mut builder = Builder::new();
    builder.prefix(".pressroom-").suffix(".part");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(mode));
    }
    #[cfg(not(unix))]
    let _ = mode;
    let mut file = builder.tempfile_in(folder)?;
    file.write_all(bytes)?;
    file.flush()?;
    Ok(file)
}

/// Puts back what stood in these places. As the machine is failing already, its best is all that can be done.
fn put_back(done: &[(PathBuf, Option<Vec<u8>>)]) {
    for (place, before) in done {
        let _ = match before {
            Some(bytes) => stage(place, bytes, 0o600)
                .and_then(|file| file.persist(place).map_err(|error| error.error))
                .map(drop),
            None => fs::remove_file(place),
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stood_there_is_put_back() {
        let folder = tempfile::tempdir().unwrap();
        let (old, new) = (folder.path().join("old"), folder.path().join("new"));
        fs::write(&old, "after").unwrap();
        fs::write(&new, "after").unwrap();
        put_back(&[(old.clone(), Some(b"before".to_vec())), (new.clone(), None)]);
        assert_eq!(fs::read(&old).unwrap(), b"before");
        assert!(!new.exists());
        assert_eq!(
            fs::read_dir(folder.path()).unwrap().count(),
            1,
            "no temporary file"
        );
    }

    #[test]
    fn a_file_that_cannot_be_written_leaves_the_others_alone() {
        let folder = tempfile::tempdir().unwrap();
        let good = folder.path().join("good");
        fs::write(&good, "before").unwrap();
        let nowhere = folder.path().join("nowhere/file");
        assert!(write_together(&[(good.clone(), b"after"), (nowhere, b"after")]).is_err());
        assert_eq!(fs::read(&good).unwrap(), b"before");
        assert_eq!(
            fs::read_dir(folder.path()).unwrap().count(),
            1,
            "no temporary file"
        );
    }
}
