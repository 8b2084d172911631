//! Reads the office folder as it stood in a git revision, through the `git` program, without checking anything out.

use std::ffi::OsStr;
use std::io::{self, Write};
use std::path::Path;
use std::process::{Command, Output, Stdio};

use pressroom::press::{self, InputFile};

use super::{KINDS, LARGEST, name};
use crate::exit::{Exit, Failure};

/// An office as it stood.
pub struct Revision {
    /// The commit, as git names it.
    pub commit: String,
    /// Its files; none where the office was not there yet.
    pub files: Vec<InputFile>,
}

/// Reads the office at `home` as it stood in `revision`: a branch, a tag, a commit, `HEAD~3`.
///
/// # Errors
/// The folder is in no git repository, there is no such revision (usage), or git is not there or fails.
pub fn read(home: &Path, revision: &str) -> Result<Revision, Failure> {
    inside(home)?;
    let commit = resolve(home, revision)?;
    let listed = done(
        git(home, ["ls-tree", "-r", "-z", &commit, "--", "data", "templates"])?,
        "list the files of a revision",
    )?;
    let mut wanted = Vec::new();
    for entry in listed.split(|byte| *byte == 0).filter(|entry| !entry.is_empty()) {
        let Some((mode, id, path)) = entry_of(entry) else {
            continue;
        };
        if !is_taken_in(path) {
            continue;
        }
        if mode == "120000" {
            return Err(Failure::usage(
                format!("{path} is a link in {revision}, and links are not followed in a revision"),
                "compare with a folder instead: check the revision out elsewhere with `git worktree add`",
            ));
        }
        if mode.starts_with("100") {
            wanted.push((id.to_owned(), path.to_owned()));
        }
    }
    Ok(Revision {
        files: contents(home, &wanted)?,
        commit,
    })
}

/// The commit that `revision` names.
fn resolve(home: &Path, revision: &str) -> Result<String, Failure> {
    let peeled = format!("{revision}^{{commit}}");
    let found = git(
        home,
        ["rev-parse", "--verify", "--quiet", "--end-of-options", &peeled],
    )?;
    let commit = String::from_utf8_lossy(&found.stdout).trim().to_owned();
    if found.status.success() && !commit.is_empty() {
        return Ok(commit);
    }
    let shallow = git(home, ["rev-parse", "--is-shallow-repository"])?;
    let advice = if shallow.stdout.starts_with(b"true") {
        "this clone has no history: fetch it first, in a workflow with `fetch-depth: 0`"
    } else if revision == "HEAD" {
        "the repository has no commit yet: commit once, or name a folder to compare with"
    } else {
        "name a branch, a tag or a commit that `git log` shows, or an office folder"
    };
    Err(Failure::usage(
        format!("there is no revision `{revision}` here, and no office folder of that name"),
        advice,
    ))
}

/// Whether a path of the revision is one that the office folder takes in.
fn is_taken_in(path: &str) -> bool {
    if path == "data/organisation.yaml" {
        return true;
    }
    if let Some(layout) = path.strip_prefix("templates/notice.") {
        return press::formats().contains(&layout);
    }
    let Some((kind, rest)) = path.strip_prefix("data/").and_then(|path| path.split_once('/')) else {
        return false;
    };
    let Some(stem) = rest.strip_suffix(".yaml") else {
        return false;
    };
    let sound = stem.split('/').all(|part| name::refusal(part).is_none());
    let deep = stem.contains('/');
    sound && (matches!(kind, "sign-offs" | "issued") || (KINDS.contains(&kind) && !deep))
}

/// `100644 blob 1a2b…<tab>data/x.yaml` in its parts; `None` for a path that is not Unicode.
fn entry_of(entry: &[u8]) -> Option<(&str, &str, &str)> {
    let (about, path) = std::str::from_utf8(entry).ok()?.split_once('\t')?;
    let mut parts = about.split(' ');
    let (mode, _, id) = (parts.next()?, parts.next()?, parts.next()?);
    Some((mode, id, path))
}

/// The contents of the wanted blobs, from one `git cat-file --batch`.
fn contents(home: &Path, wanted: &[(String, String)]) -> Result<Vec<InputFile>, Failure> {
    let mut child = command(home)
        .args(["cat-file", "--batch"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|error| no_git(&error))?;
    let asked: String = wanted.iter().map(|(id, _)| format!("{id}\n")).collect();
    let stdin = child.stdin.take();
    // Written beside the reading: git answers while it is still being asked, and its pipe is not endless.
    let writer = std::thread::spawn(move || stdin.map(|mut stdin| stdin.write_all(asked.as_bytes())));
    let output = child.wait_with_output().map_err(|error| no_git(&error))?;
    drop(writer.join());
    let bytes = done(output, "read the files of a revision")?;
    let mut rest = bytes.as_slice();
    let mut files = Vec::with_capacity(wanted.len());
    for (_, path) in wanted {
        let (content, after) = blob(rest).ok_or_else(|| broken(path))?;
        rest = after;
        if content.len() as u64 <= LARGEST {
            files.push(InputFile {
                path: path.clone(),
                bytes: content.to_vec(),
            });
        }
    }
    Ok(files)
}

/// The first blob of a batch, and what follows it: `ID blob SIZE\n…\n`.
fn blob(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let end = bytes.iter().position(|byte| *byte == b'\n')?;
    let head = std::str::from_utf8(&bytes[..end]).ok()?;
    let mut parts = head.split(' ');
    let (_, kind, size) = (parts.next()?, parts.next()?, parts.next()?);
    let size: usize = size.parse().ok()?;
    let start = end + 1;
    let content = bytes.get(start..start.checked_add(size)?)?;
    let rest = bytes.get(start + size..)?.strip_prefix(b"\n")?;
    (kind == "blob").then_some((content, rest))
}

/// Refuses a folder that is in no repository.
fn inside(home: &Path) -> Result<(), Failure> {
    let output = git(home, ["rev-parse", "--is-inside-work-tree"])?;
    if output.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    if said.contains("dubious ownership") {
        return Err(Failure::usage(
            "git does not read this repository, because it belongs to somebody else",
            "run the `git config --global --add safe.directory …` that `git status` shows here",
        ));
    }
    Err(Failure::usage(
        "this office folder is in no git repository, so there is no revision to compare with",
        "name an office folder to compare with, or start a history with `git init` and a commit",
    ))
}

fn command(home: &Path) -> Command {
    let mut command = Command::new("git");
    command
        .arg("-C")
        .arg(home)
        .env("LC_ALL", "C")
        .env("GIT_OPTIONAL_LOCKS", "0")
        .stdin(Stdio::null());
    command
}

fn git<const N: usize>(home: &Path, arguments: [&str; N]) -> Result<Output, Failure> {
    command(home)
        .args(arguments.map(OsStr::new))
        .output()
        .map_err(|error| no_git(&error))
}

/// What git gave, where it succeeded.
fn done(output: Output, what: &str) -> Result<Vec<u8>, Failure> {
    if output.status.success() {
        return Ok(output.stdout);
    }
    let said = String::from_utf8_lossy(&output.stderr);
    let first = said.lines().next().unwrap_or("it gave no reason");
    Err(Failure {
        says: format!("git could not {what}: {first}"),
        advice: "`git fsck` says whether the repository is whole".to_owned(),
        exit: Exit::Failed,
    })
}

fn no_git(error: &io::Error) -> Failure {
    let (says, advice) = if error.kind() == io::ErrorKind::NotFound {
        (
            "there is no `git` program on this machine".to_owned(),
            "install git, or name an office folder to compare with",
        )
    } else {
        (format!("cannot run git: {error}"), "")
    };
    Failure {
        says,
        advice: advice.to_owned(),
        exit: Exit::Failed,
    }
}

fn broken(path: &str) -> Failure {
    Failure {
        says: format!("git did not give the content of {path}"),
        advice: "`git fsck` says whether the repository is whole".to_owned(),
        exit: Exit::Failed,
    }
}
