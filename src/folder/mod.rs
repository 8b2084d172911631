//! Reads the office folder: which files it takes in, and which it refuses.

mod layouts;
mod name;
mod records;
mod revision;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use pressroom::finding::{Code, Finding, Severity, did_you_mean};
use pressroom::press::InputFile;
use rayon::prelude::*;

use crate::desk::Digest;
use crate::exit::{Exit, Failure};

pub use revision::read as at_revision;

/// The largest file taken in, in bytes.
const LARGEST: u64 = 2 * 1024 * 1024;

/// Folders of `data/` that hold one document a file.
const KINDS: [&str; 3] = ["programmes", "inspections", "notices"];

/// What else may stand in `data/`.
const BESIDE: [&str; 5] = [
    "organisation.yaml",
    "notices.lock",
    "sign-offs",
    "issued",
    "README.md",
];

/// What was read.
pub struct Read {
    /// The files, sorted by path.
    pub files: Vec<InputFile>,
    /// Files and names refused.
    pub findings: Vec<Finding>,
    /// Notices whose file could not be read: the others can still be built.
    pub failures: Vec<Failure>,
}

/// Reads the office folder at `root`.
///
/// # Errors
/// It is no office folder (usage), or a file that several notices need cannot be read (failure).
pub fn read(root: &Path) -> Result<Read, Failure> {
    let home = fs::canonicalize(root).map_err(|error| no_folder(root, &error))?;
    if fs::symlink_metadata(home.join("data/organisation.yaml")).is_err() {
        let place = if root == Path::new(".") {
            "here".to_owned()
        } else {
            format!("in {}", root.display())
        };
        let advice = if home.join("organisation.yaml").exists() {
            "this is the folder `data` of an office: name the folder above it"
        } else {
            "run `pressroom new office DIR` to start one, or name one with -C DIR"
        };
        return Err(Failure::usage(
            format!("there is no data/organisation.yaml {place}: it is no office folder"),
            advice,
        ));
    }
    let mut findings = Vec::new();
    let mut wanted = vec!["data/organisation.yaml".to_owned()];
    for kind in KINDS {
        let listed = list(&home, &format!("data/{kind}"), &mut findings)?;
        wanted.extend(documents(&format!("data/{kind}"), &listed, &mut findings));
    }
    for folder in ["data/sign-offs", "data/issued"] {
        wanted.extend(records::under(&home, folder, &mut findings)?);
    }
    strays(&list(&home, "data", &mut findings)?, &mut findings);
    let in_templates = list(&home, "templates", &mut findings)?;
    wanted.extend(layouts::layouts(&in_templates, &mut findings));
    wanted.sort();
    let taken: Vec<Taken> = wanted.into_par_iter().map(|path| take(&home, path)).collect();
    let mut read = Read {
        files: Vec::with_capacity(taken.len()),
        findings,
        failures: Vec::new(),
    };
    for one in taken {
        match one {
            Taken::File(file) => read.files.push(file),
            Taken::Refused(finding) => read.findings.push(*finding),
            Taken::Unreadable(path, failure) if path.starts_with("data/notices/") => {
                read.failures.push(failure)
            }
            Taken::Unreadable(_, failure) => return Err(failure),
        }
    }
    Ok(read)
}

/// Whether a document may have that name.
///
/// # Errors
/// It may not (usage).
pub fn usable(name: &str) -> Result<(), Failure> {
    match name::refusal(name) {
        Some(reason) => Err(Failure::usage(
            format!("`{name}` cannot be a name: {reason}"),
            "use letters, digits and hyphens",
        )),
        None => Ok(()),
    }
}

/// The digests of `files`, in their order.
pub fn digests(files: &[InputFile]) -> Vec<(String, Digest)> {
    files
        .par_iter()
        .map(|file| (file.path.clone(), Digest::of(&file.bytes)))
        .collect()
}

fn no_folder(root: &Path, error: &io::Error) -> Failure {
    if error.kind() == io::ErrorKind::NotFound {
        let root = root.display();
        return Failure::usage(
            format!("there is no folder {root}"),
            format!(
                "-C names the folder of an office, the one that holds data/organisation.yaml; check its spelling, or \
                 start an office there with `pressroom new office {root}`"
            ),
        );
    }
    Failure {
        exit: Exit::Usage,
        ..Failure::at("open the office folder", root, error)
    }
}

/// The names in `folder`, sorted; none where it does not exist or leads out of the office.
fn list(home: &Path, folder: &str, findings: &mut Vec<Finding>) -> Result<Vec<String>, Failure> {
    let path = home.join(folder);
    match fs::canonicalize(&path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(Failure::at("open", Path::new(folder), &error)),
        Ok(real) if !real.starts_with(home) => {
            findings.push(leads_out(folder));
            return Ok(Vec::new());
        }
        Ok(_) => {}
    }
    let entries = fs::read_dir(&path).map_err(|error| Failure::at("read", Path::new(folder), &error))?;
    let mut names = Vec::new();
    for entry in entries {
        let entry = entry.map_err(|error| Failure::at("read", Path::new(folder), &error))?;
        match entry.file_name().into_string() {
            Ok(name) => names.push(name),
            Err(name) => findings.push(
                Finding::new(
                    Code::BadName,
                    None,
                    format!(
                        "a file in {folder}/ has a name that is not Unicode: {}",
                        name.to_string_lossy()
                    ),
                )
                .about(format!("{folder}/{}", name.to_string_lossy()))
                .advice("rename it: letters, digits and hyphens"),
            ),
        }
    }
    names.sort();
    Ok(names)
}

/// The paths of the documents among `names`; the rest is refused, or at least told.
fn documents(folder: &str, names: &[String], findings: &mut Vec<Finding>) -> Vec<String> {
    let mut stems = Vec::new();
    for name in names {
        let path = format!("{folder}/{name}");
        let mut tell = |severity: Severity, says: &str, advice: &str| {
            let finding = Finding::new(Code::BadName, None, format!("{path} {says}"))
                .at(severity)
                .about(&path)
                .advice(advice);
            findings.push(of_notice(finding, &path));
        };
        if let Some(stem) = name.strip_suffix(".yaml") {
            match name::refusal(stem) {
                Some(reason) => tell(
                    Severity::Error,
                    &format!("cannot be used: {reason}"),
                    "rename it: letters, digits and hyphens",
                ),
                None => stems.push(stem),
            }
        } else if let Some(stem) = name.strip_suffix(".yml").or_else(|| name.strip_suffix(".YAML")) {
            let says = "does not end in .yaml, so it would not be read";
            tell(Severity::Error, says, &format!("rename it {stem}.yaml"));
        } else if !name.ends_with(".md") && !name.starts_with('.') {
            let says = "is not read: it does not end in .yaml";
            tell(Severity::Warning, says, "rename it, or keep it elsewhere");
        }
    }
    for (one, other) in name::clashes(&stems) {
        for (one, other) in [(one, other), (other, one)] {
            let path = format!("{folder}/{one}.yaml");
            let says = format!("{path} has the name of {other}.yaml but for case or how an accent is spelt");
            let finding = Finding::new(Code::BadName, None, says)
                .about(&path)
                .advice("rename one of them: some machines cannot tell them apart");
            findings.push(of_notice(finding, &path));
        }
    }
    stems
        .into_iter()
        .map(|stem| format!("{folder}/{stem}.yaml"))
        .collect()
}

/// Warns of names in `data/` that look like a folder or file it knows.
fn strays(names: &[String], findings: &mut Vec<Finding>) {
    let known = || KINDS.into_iter().chain(BESIDE);
    for name in names {
        if !known().any(|one| one == name)
            && let Some(near) = did_you_mean(name, known())
        {
            findings.push(
                Finding::new(Code::BadName, None, format!("data/{name} is not read"))
                    .at(Severity::Warning)
                    .about(format!("data/{name}"))
                    .advice(format!("did you mean `{near}`?")),
            );
        }
    }
}

enum Taken {
    File(InputFile),
    Refused(Box<Finding>),
    Unreadable(String, Failure),
}

/// Reads one file, unless it leads out of the office, is no file, or is too large.
fn take(home: &Path, path: String) -> Taken {
    let full: PathBuf = home.join(&path);
    let unreadable = |error: &io::Error| Failure::at("read", Path::new(&path), error);
    let found = fs::canonicalize(&full).and_then(|real| Ok((fs::metadata(&real)?, real)));
    let (about, real) = match found {
        Ok(found) => found,
        Err(error) => {
            let failure = unreadable(&error);
            return Taken::Unreadable(path, failure);
        }
    };
    if !real.starts_with(home) {
        return Taken::Refused(Box::new(of_notice(leads_out(&path), &path)));
    }
    let refusal = if !about.is_file() {
        let says = if about.is_dir() {
            "is a folder"
        } else {
            "is no ordinary file"
        };
        let advice = if path.starts_with("templates/") {
            "put the layout there, a file of text; or remove it, and the built-in layout serves"
        } else {
            "put a file of YAML there"
        };
        Some((says.to_owned(), advice))
    } else if about.len() > LARGEST {
        let says = format!(
            "has {} bytes, more than the {LARGEST} that a file may have",
            about.len()
        );
        Some((says, "split it, or take out what does not belong there"))
    } else {
        None
    };
    if let Some((says, advice)) = refusal {
        let finding = Finding::new(Code::FileUnreadable, None, format!("{path} {says}"))
            .about(&path)
            .advice(advice);
        return Taken::Refused(Box::new(of_notice(finding, &path)));
    }
    match fs::read(&real) {
        Ok(bytes) => Taken::File(InputFile { path, bytes }),
        Err(error) => {
            let failure = unreadable(&error);
            Taken::Unreadable(path, failure)
        }
    }
}

fn leads_out(path: &str) -> Finding {
    Finding::new(
        Code::FileUnreadable,
        None,
        format!("{path} is a link that leads out of the office folder"),
    )
    .about(path)
    .advice("copy what it points to into the folder")
}

/// The finding as one of the notice whose file `path` is, where it is one: it does not stop the others.
fn of_notice(mut finding: Finding, path: &str) -> Finding {
    let name = path.strip_prefix("data/notices/");
    finding.notice = name
        .map(|name| name.rsplit_once('.').map_or(name, |(stem, _)| stem))
        .map(str::to_owned);
    finding
}
