//! Golden folders: office folders that a press officer can open, each with the notices and findings it must give.
//!
//! Every folder of `tests/golden/` is built by the real program in a place of its own, and what it says and writes is
//! compared byte for byte with the folder's `expected/`. tests/README.md tells how to add one.

mod office;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

use office::files::{copy, relative, under};
use rayon::prelude::*;
use similar::TextDiff;

/// What a run gave or should give, by the path under `expected/`: the notices, the findings, the exit code.
type Outcome = BTreeMap<String, Vec<u8>>;

/// The files that must stay as they are when nothing changed: path, and when each was written.
type Written = BTreeMap<PathBuf, SystemTime>;

#[test]
fn every_golden_folder_gives_what_it_says() {
    let write = std::env::var_os("PRESSROOM_GOLDEN").is_some_and(|wish| wish == "write");
    let only = std::env::var("PRESSROOM_GOLDEN_ONLY").unwrap_or_default();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let mut folders: Vec<PathBuf> = fs::read_dir(&root)
        .expect("tests/golden is there")
        .map(|entry| entry.expect("readable").path())
        .filter(|path| path.is_dir() && named(path).contains(&only))
        .collect();
    folders.sort();
    // A mistyped name would judge nothing, and pass.
    assert!(
        !folders.is_empty(),
        "no folder of tests/golden holds PRESSROOM_GOLDEN_ONLY={only:?} in its name"
    );
    let differences: Vec<String> = folders
        .par_iter()
        .flat_map(|folder| judge(folder, write))
        .collect();
    assert!(
        differences.is_empty(),
        "{} differences:\n\n{}\n\nIf every change is meant, `PRESSROOM_GOLDEN=write cargo test --test golden` takes them \
         over; read each one first.",
        differences.len(),
        differences.join("\n")
    );
}

/// The name of a folder: its path would match what the machine calls the folders above it.
fn named(folder: &Path) -> String {
    folder.file_name().expect("a name").to_string_lossy().into_owned()
}

/// Builds one folder, and compares or writes its `expected/`; the differences.
fn judge(folder: &Path, write: bool) -> Vec<String> {
    let name = named(folder);
    let office = tempfile::tempdir().expect("a place for the office");
    let home = office.path();
    copy(&folder.join("data"), &home.join("data"));
    if folder.join("templates").is_dir() {
        copy(&folder.join("templates"), &home.join("templates"));
    }
    let first = build(home, &[]);
    let written = times(home);

    let mut differences = Vec::new();
    let mut held = |found: bool, what: &str| {
        if !found {
            differences.push(format!("{name}: {what}"));
        }
    };
    let second = build(home, &[]);
    held(
        outputs(&second) == outputs(&first),
        "a second build of the same input gives other bytes",
    );
    held(
        times(home) == written,
        "a second build of the same input writes files again",
    );
    // A run that is refused whole may make no folder at all.
    if home.join("out").is_dir() {
        fs::remove_dir_all(home.join("out")).expect("removed");
    }
    let elsewhere = build(
        home,
        &[
            ("TZ", "Pacific/Apia"),
            ("LANG", "C"),
            ("LC_ALL", "C"),
            ("RAYON_NUM_THREADS", "1"),
        ],
    );
    held(
        elsewhere == first,
        "another zone, locale or number of threads gives other bytes",
    );

    let place = folder.join("expected");
    if write {
        let _ = fs::remove_dir_all(&place);
        for (path, bytes) in &first {
            let path = place.join(path);
            fs::create_dir_all(path.parent().expect("a folder")).expect("made");
            fs::write(path, bytes).expect("written");
        }
        return differences;
    }
    let expected: Outcome = under(&place)
        .into_iter()
        .map(|path| (relative(&path, &place), fs::read(&path).expect("readable")))
        .collect();
    let paths: BTreeSet<&String> = expected.keys().chain(first.keys()).collect();
    for path in paths {
        let (wanted, given) = (expected.get(path), first.get(path));
        if wanted != given {
            differences.push(difference(&format!("{name}/expected/{path}"), wanted, given));
        }
    }
    differences
}

/// Runs the program as a press officer would, with the clock set and nobody's settings.
fn build(home: &Path, settings: &[(&str, &str)]) -> Outcome {
    let output = Command::new(env!("CARGO_BIN_EXE_pressroom"))
        .current_dir(home)
        .args(["build", "--show-values", "--now", "2026-01-01T09:00:00Z"])
        .env_remove("CI")
        .env_remove("PRESSROOM_NOW")
        .env_remove("COLUMNS")
        .env("NO_COLOR", "1")
        .envs(settings.iter().copied())
        .output()
        .expect("the program runs");
    let code = output
        .status
        .code()
        .map_or("killed".to_owned(), |code| code.to_string());
    let mut outcome = Outcome::from([
        ("exit".to_owned(), format!("{code}\n").into_bytes()),
        ("findings.txt".to_owned(), output.stderr),
    ]);
    if !output.stdout.is_empty() {
        outcome.insert("stdout.txt".to_owned(), output.stdout);
    }
    let out = home.join("out");
    for path in under(&out)
        .into_iter()
        .filter(|path| !path.ends_with("manifest.json"))
    {
        outcome.insert(short(&relative(&path, &out)), fs::read(&path).expect("readable"));
    }
    outcome
}

/// `NOTICE/NOTICE.md` is expected as `NOTICE.md`, and `SERIES/NAME/NAME.md` as `SERIES/NAME.md`.
fn short(path: &str) -> String {
    let parts: Vec<&str> = path.split('/').collect();
    match parts.as_slice() {
        [series @ .., notice, file] if file.starts_with(&format!("{notice}.")) => {
            [series, &[*file]].concat().join("/")
        }
        _ => path.to_owned(),
    }
}

/// The notices alone: what is said of a second build (`0 files written`) is not what is said of the first.
fn outputs(outcome: &Outcome) -> Vec<(&String, &Vec<u8>)> {
    outcome
        .iter()
        .filter(|(path, _)| *path != "findings.txt")
        .collect()
}

/// When each file that the program keeps was last written.
fn times(home: &Path) -> Written {
    under(home)
        .into_iter()
        .map(|path| {
            let at = fs::metadata(&path)
                .and_then(|about| about.modified())
                .expect("a time");
            (path, at)
        })
        .collect()
}

/// A unified diff, from what was expected to what came.
fn difference(path: &str, wanted: Option<&Vec<u8>>, given: Option<&Vec<u8>>) -> String {
    let text = |bytes: Option<&Vec<u8>>| {
        bytes
            .map(|bytes| String::from_utf8_lossy(bytes).into_owned())
            .unwrap_or_default()
    };
    let what = match (wanted, given) {
        (None, _) => "came, and is not expected",
        (_, None) => "is expected, and did not come",
        _ => "differs",
    };
    let (wanted, given) = (text(wanted), text(given));
    let diff = TextDiff::from_lines(&wanted, &given);
    let diff = diff
        .unified_diff()
        .context_radius(2)
        .header("expected", "came")
        .to_string();
    format!("{path} {what}\n{diff}")
}
