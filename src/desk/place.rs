//! Where outputs may stand: a folder of their own, closed to others, reached through no link.

use std::fs::{self, DirBuilder};
use std::io;
use std::path::{Component, Path, PathBuf};

use pressroom::issued::Issued;

use super::{Digest, Manifest};
use crate::exit::{Exit, Failure, shown};

/// The folder of the embargoed editions.
#[derive(Debug, Clone)]
pub struct OutFolder {
    path: PathBuf,
}

impl OutFolder {
    /// The folder `out` of the office at `home`, not yet made.
    ///
    /// # Errors
    /// It is, holds, or lies in the office itself, its data, its templates or `public`: whatever stands in `public` is
    /// on its way to everybody.
    pub fn at(home: &Path, out: &Path, public: &Path) -> Result<OutFolder, Failure> {
        OutFolder::of_option("--out", home, out, public)
    }

    /// The same for the folder that `option` of the command line names.
    ///
    /// # Errors
    /// As for [`OutFolder::at`].
    pub fn of_option(option: &str, home: &Path, out: &Path, public: &Path) -> Result<OutFolder, Failure> {
        let home = real(home)?;
        let path = real(&home.join(out))?;
        let public = real(&home.join(public))?;
        let refuse = |says: String, advice: &str| Err(Failure::usage(says, advice));
        let asked = out.display();
        if lies_in(&path, &public) || lies_in(&public, &path) {
            return refuse(
                format!("{option} {asked} and the folder of public editions lie one in the other"),
                "embargoed editions need a folder of their own, such as out/",
            );
        }
        if lies_in(&home, &path) {
            return refuse(
                format!("{option} {asked} is or holds the office folder itself"),
                "give the embargoed editions a folder of their own, such as out/",
            );
        }
        for kept in ["data", "templates", ".git", "schemas"] {
            if lies_in(&path, &real(&home.join(kept))?) {
                return refuse(
                    format!("{option} {asked} lies in {kept}/"),
                    "give the embargoed editions a folder of their own, such as out/",
                );
            }
        }
        no_link(&home, out, option)?;
        Ok(OutFolder { path })
    }

    /// The folder.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whether `build` has written there, or in a folder that holds it.
    pub fn holds_editions(&self) -> bool {
        editions_in(&self.path)
    }

    /// Refuses a folder that holds the public edition of one of `issued`, as it is on record.
    ///
    /// # Errors
    /// It holds one: what is written beside it is as public as that.
    pub fn no_public_edition<'i>(
        &self,
        option: &str,
        issued: impl Iterator<Item = &'i Issued>,
    ) -> Result<(), Failure> {
        // Where `build` has written, nothing public has been put since.
        if matches!(Manifest::read(&self.path), Ok(Some(_))) {
            return Ok(());
        }
        let on_record = |issued: &Issued| {
            let mut editions = issued.versions.iter().flat_map(|version| &version.editions);
            editions.any(|edition| {
                let file = self.path.join(OutFolder::name(&issued.notice, &edition.format));
                let as_long = fs::metadata(&file).is_ok_and(|about| about.len() == edition.bytes);
                as_long && fs::read(&file).is_ok_and(|bytes| Digest::of(&bytes).to_string() == edition.sha256)
            })
        };
        let mut issued = issued;
        match issued.find(|one| on_record(one)) {
            Some(found) => Err(Failure::usage(
                format!(
                    "{option} {} holds the public edition of {}",
                    shown(&self.path),
                    found.notice
                ),
                "name a folder that nobody else reads, such as out/",
            )),
            None => Ok(()),
        }
    }

    /// Makes the folder, mode 0700, and closes it to others where it is ours: empty, or written by an earlier run.
    ///
    /// # Errors
    /// It cannot be made.
    pub fn make(&self) -> Result<(), Failure> {
        make_closed(&self.path, true)?;
        if !self.path.is_dir() {
            return Err(Failure {
                says: format!("{} is no folder", shown(&self.path)),
                advice: "take it away, or name a folder: --out DIR".to_owned(),
                exit: Exit::Failed,
            });
        }
        let ours = self.path.join("manifest.json").exists()
            || fs::read_dir(&self.path).is_ok_and(|mut entries| entries.next().is_none());
        if ours {
            close(&self.path)?;
        }
        Ok(())
    }

    /// Where a format of a notice stands: `out/NOTICE/NOTICE.EXT`, `out/SERIES/AREA/AREA.EXT`. Relative, with `/`.
    pub fn name(notice: &str, format: &str) -> String {
        let last = notice.rsplit('/').next().unwrap_or(notice);
        format!("{notice}/{last}.{format}")
    }

    /// Makes the folder of a notice, each part mode 0700.
    ///
    /// # Errors
    /// It cannot be made, or a link stands in the way.
    pub fn make_for(&self, notice: &str) -> Result<PathBuf, Failure> {
        let mut path = self.path.clone();
        for part in notice.split('/') {
            path.push(part);
            make_closed(&path, false)?;
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
            close(&path)?;
        }
        Ok(path)
    }
}

/// Whether `build` has written in a folder, or in one that holds it.
pub(super) fn editions_in(path: &Path) -> bool {
    let mut folders = path.ancestors();
    folders.any(|folder| matches!(Manifest::read(folder), Ok(Some(_))))
}

/// The path with the links of that part of it resolved that exists.
pub(super) fn real(path: &Path) -> Result<PathBuf, Failure> {
    let path = std::path::absolute(path).map_err(|error| Failure::at("find", path, &error))?;
    let mut missing = Vec::new();
    let mut there = path.as_path();
    let mut resolved = loop {
        match fs::canonicalize(there) {
            Ok(resolved) => break resolved,
            Err(error) if error.kind() == io::ErrorKind::NotFound && fs::symlink_metadata(there).is_err() => {
                let (Some(parent), Some(last)) = (there.parent(), there.components().next_back()) else {
                    return Err(Failure::at("find", &path, &error));
                };
                missing.push(last);
                there = parent;
            }
            Err(error) => return Err(Failure::at("follow", there, &error)),
        }
    };
    for part in missing.into_iter().rev() {
        match part {
            Component::ParentDir => {
                resolved.pop();
            }
            part => resolved.push(part),
        }
    }
    Ok(resolved)
}

/// Whether `path` is `folder` or lies in it. Some disks take `Public` and `public` for one name, so case does not count.
pub(super) fn lies_in(path: &Path, folder: &Path) -> bool {
    let folded = |path: &Path| PathBuf::from(path.to_string_lossy().to_lowercase());
    path.starts_with(folder) || folded(path).starts_with(folded(folder))
}

/// Refuses a link as the out folder or, below the office, on the way to it.
pub(super) fn no_link(home: &Path, out: &Path, option: &str) -> Result<(), Failure> {
    let full = home.join(out);
    let links = full
        .ancestors()
        .take_while(|part| *part != home)
        .take(if out.is_absolute() { 1 } else { usize::MAX });
    for part in links {
        if fs::symlink_metadata(part).is_ok_and(|about| about.is_symlink()) {
            return Err(Failure {
                says: format!("{} is a link, and nothing is written through it", shown(part)),
                advice: format!("name the folder that it points to: {option} DIR"),
                exit: Exit::Failed,
            });
        }
    }
    Ok(())
}

fn make_closed(path: &Path, with_parents: bool) -> Result<(), Failure> {
    let mut builder = DirBuilder::new();
    builder.recursive(with_parents);
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt;
        builder.mode(0o700);
    }
    match builder.create(path) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => Err(Failure::at("make", path, &error)),
        _ => Ok(()),
    }
}

/// Closes a folder to others.
fn close(path: &Path) -> Result<(), Failure> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let about = fs::metadata(path).map_err(|error| Failure::at("look at", path, &error))?;
        if about.permissions().mode() & 0o077 != 0 {
            fs::set_permissions(path, fs::Permissions::from_mode(0o700))
                .map_err(|error| Failure::at("close", path, &error))?;
        }
    }
    Ok(())
}
