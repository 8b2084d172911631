//! The folder of public editions: a notice appears in it whole, under its own name, and not before it is put there.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::{Builder, TempDir};

use super::OutFolder;
use super::place::{editions_in, lies_in, no_link, real};
use crate::exit::{Exit, Failure, shown};

/// Folders of the office that hold something else.
const KEPT: [&str; 5] = ["data", "templates", ".git", "schemas", "out"];

/// The folder of public editions.
#[derive(Debug, Clone)]
pub struct PublicFolder {
    path: PathBuf,
}

/// What becomes of a notice that stands in the folder already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// The same bytes are left alone; others are refused.
    Kept,
    /// Others are replaced: a new version of the notice.
    Replaced,
}

impl PublicFolder {
    /// The folder `public` of the office at `home`, not yet made.
    ///
    /// # Errors
    /// It is or holds the office, lies in one of its other folders or where `build` writes, or a link stands in the way.
    pub fn at(home: &Path, public: &Path) -> Result<PublicFolder, Failure> {
        let home = real(home)?;
        let path = real(&home.join(public))?;
        let refuse = |what: &str| {
            Err(Failure::usage(
                format!("--public {} {what}", shown(public)),
                "give the public editions a folder of their own, such as public/",
            ))
        };
        if lies_in(&home, &path) {
            return refuse("is or holds the office folder itself");
        }
        for kept in KEPT {
            let kept_path = real(&home.join(kept))?;
            if lies_in(&path, &kept_path) || lies_in(&kept_path, &path) {
                return refuse(&format!("and {kept}/ lie one in the other"));
            }
        }
        if editions_in(&path) {
            return refuse("holds embargoed editions, or lies in a folder that does");
        }
        no_link(&home, public, "--public")?;
        Ok(PublicFolder { path })
    }

    /// Puts the formats of a notice there, all of them together; returns whether anything was written. They are written
    /// in a closed folder beside the public one first and then renamed into it.
    ///
    /// # Errors
    /// They cannot be written; something else stands there under that name; a link stands in the way.
    pub fn put(&self, notice: &str, files: &[(&str, &[u8])], standing: Standing) -> Result<bool, Failure> {
        let place = self.path.join(notice);
        self.no_link_to(notice)?;
        let mut missing = Vec::new();
        for (format, bytes) in files {
            let path = self.path.join(OutFolder::name(notice, format));
            match fs::symlink_metadata(&path) {
                Err(error) if error.kind() == io::ErrorKind::NotFound => missing.push((path, *bytes)),
                Err(error) => return Err(Failure::at("look at", &path, &error)),
                Ok(about) => {
                    let same = about.is_file() && fs::read(&path).is_ok_and(|there| there == *bytes);
                    if !same && (standing == Standing::Kept || !about.is_file()) {
                        return Err(Failure {
                            says: format!("{} is there already, and is something else", shown(&path)),
                            advice: "look who put it there, and take it away".to_owned(),
                            exit: Exit::Found,
                        });
                    }
                    if !same {
                        missing.push((path, *bytes));
                    }
                }
            }
        }
        if missing.is_empty() {
            return Ok(false);
        }
        let stage = self.stage()?;
        let staged = stage.path().join("notice");
        fs::create_dir(&staged).map_err(|error| Failure::at("make", &staged, &error))?;
        for (path, bytes) in &missing {
            let file = staged.join(path.file_name().unwrap_or_default());
            write(&file, bytes).map_err(|error| Failure::at("write", &file, &error))?;
        }
        let parent = place.parent().unwrap_or(&self.path);
        fs::create_dir_all(parent).map_err(|error| Failure::at("make", parent, &error))?;
        if fs::symlink_metadata(&place).is_err() {
            fs::rename(&staged, &place).map_err(|error| moved(&place, &error))?;
            return Ok(true);
        }
        for (path, _) in &missing {
            let file = staged.join(path.file_name().unwrap_or_default());
            fs::rename(&file, path).map_err(|error| moved(path, &error))?;
        }
        Ok(true)
    }

    /// A folder beside the public one, on the same disk and closed to others; gone when it is dropped.
    fn stage(&self) -> Result<TempDir, Failure> {
        let beside = self.path.parent().unwrap_or(&self.path);
        fs::create_dir_all(beside).map_err(|error| Failure::at("make", beside, &error))?;
        let mut builder = Builder::new();
        builder.prefix(".pressroom-");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            builder.permissions(fs::Permissions::from_mode(0o700));
        }
        builder
            .tempdir_in(beside)
            .map_err(|error| Failure::at("make a folder in", beside, &error))
    }

    /// Refuses links between the public folder and the notice's own.
    fn no_link_to(&self, notice: &str) -> Result<(), Failure> {
        let mut path = self.path.clone();
        for part in notice.split('/') {
            path.push(part);
            if fs::symlink_metadata(&path).is_ok_and(|about| !about.is_dir()) {
                return Err(Failure {
                    says: format!(
                        "{} is a link or no folder, and nothing is written through it",
                        shown(&path)
                    ),
                    advice: "take it away".to_owned(),
                    exit: Exit::Failed,
                });
            }
        }
        Ok(())
    }
}

/// Writes a file to the disk itself, open to readers as the machine's own rules have it.
fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = File::create_new(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

fn moved(place: &Path, error: &io::Error) -> Failure {
    let mut failure = Failure::at("move the notice to", place, error);
    if error.kind() == io::ErrorKind::CrossesDevices {
        failure.advice =
            "the public folder is a disk of its own: name a folder inside it with --public DIR".to_owned();
    }
    failure
}
