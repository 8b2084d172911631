//! docs/week.md: every command in it is run, in order, and must print what the page says.
#![cfg(unix)]

mod office;
mod repository;

use std::fs;
use std::path::Path;
use std::process::Command;

use office::files::copy;
use repository::begin;

const PAGE: &str = include_str!("../docs/week.md");
const PROGRAM: &str = env!("CARGO_BIN_EXE_pressroom");

/// What the page has the reader do.
#[derive(Debug)]
enum Step {
    /// `$ COMMAND`, the exit code, the lines it prints.
    Run(String, i32, Vec<String>),
    /// A comment that says what somebody changes in a file: path, old text, new text.
    Edit(String, String, String),
}

#[test]
fn the_week_goes_as_the_page_says() {
    let office = tempfile::tempdir().expect("a place");
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    copy(&root.join("data"), &office.path().join("data"));
    fs::copy(root.join(".gitignore"), office.path().join(".gitignore")).expect("copied");
    // The page begins before anything was built, signed or issued.
    let _ = fs::remove_file(office.path().join("data/notices.lock"));
    for records in ["data/sign-offs", "data/issued"] {
        let _ = fs::remove_dir_all(office.path().join(records));
    }
    begin(office.path());
    let steps = steps(PAGE);
    assert!(steps.len() > 20, "the page was not read: {steps:?}");
    for step in steps {
        match step {
            Step::Edit(path, old, new) => {
                let place = office.path().join(path);
                let text = fs::read_to_string(&place).expect("there");
                assert!(text.contains(&old), "{} has no {old:?}", place.display());
                fs::write(place, text.replace(&old, &new)).expect("written");
            }
            Step::Run(command, code, expected) => {
                let (found, printed) = run(office.path(), &command);
                assert_eq!(found, code, "$ {command}\n{printed}");
                let lines: Vec<&str> = printed.lines().collect();
                let expected: Vec<&str> = expected.iter().map(String::as_str).collect();
                assert!(
                    agrees(&expected, &lines),
                    "$ {command}\nprints\n{printed}\nand the page says\n{}",
                    expected.join("\n")
                );
            }
        }
    }
}

/// Runs a line of shell in the office: exit code, and both streams in the order they came.
fn run(office: &Path, command: &str) -> (i32, String) {
    let programs = Path::new(PROGRAM).parent().expect("a folder");
    let path = std::env::var("PATH").unwrap_or_default();
    let output = Command::new("sh")
        .args(["-c", &format!("exec 2>&1; {command}")])
        .current_dir(office)
        .env("PATH", format!("{}:{path}", programs.display()))
        .env("LC_ALL", "C.UTF-8")
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .env("GIT_AUTHOR_NAME", "Test")
        .env("GIT_AUTHOR_EMAIL", "test@probation.example")
        .env("GIT_COMMITTER_NAME", "Test")
        .env("GIT_COMMITTER_EMAIL", "test@probation.example")
        .env_remove("CI")
        .env_remove("PRESSROOM_NOW")
        .output()
        .expect("sh runs");
    let printed = String::from_utf8_lossy(&output.stdout).into_owned();
    (output.status.code().expect("an exit code"), printed)
}

/// The steps of a page: its console blocks, and comments of the form ``edit PATH: `OLD` becomes `NEW` ``.
fn steps(page: &str) -> Vec<Step> {
    let mut steps = Vec::new();
    let mut console = false;
    for line in page.lines() {
        if let Some(edit) = line
            .strip_prefix("<!-- edit ")
            .and_then(|line| line.strip_suffix(" -->"))
        {
            let (path, change) = edit.split_once(": `").expect("a path");
            let (old, new) = change.split_once("` becomes `").expect("old and new");
            let new = new.strip_suffix('`').expect("the end");
            steps.push(Step::Edit(path.to_owned(), old.to_owned(), new.to_owned()));
        } else if line.starts_with("```") {
            console = line == "```console";
        } else if console {
            match (line.strip_prefix("$ "), line.strip_prefix("? "), steps.last_mut()) {
                (Some(command), ..) => steps.push(Step::Run(command.to_owned(), 0, Vec::new())),
                (_, Some(code), Some(Step::Run(_, wanted, _))) => *wanted = code.parse().expect("a code"),
                (.., Some(Step::Run(.., lines))) => lines.push(line.to_owned()),
                _ => panic!("output without a command: {line}"),
            }
        }
    }
    steps
}

/// Whether lines agree with what is expected: `...` stands for any lines, `[..]` for any text in one.
fn agrees(expected: &[&str], found: &[&str]) -> bool {
    match (expected, found) {
        (["...", rest @ ..], _) => (0..=found.len()).any(|skip| agrees(rest, &found[skip..])),
        ([line, rest @ ..], [first, others @ ..]) => line_agrees(line, first) && agrees(rest, others),
        ([], []) => true,
        _ => false,
    }
}

fn line_agrees(expected: &str, found: &str) -> bool {
    match expected.split_once("[..]") {
        None => expected == found,
        Some((before, after)) => found.strip_prefix(before).is_some_and(|rest| {
            let mut starts = rest.char_indices().map(|(at, _)| at).chain([rest.len()]);
            starts.any(|at| line_agrees(after, &rest[at..]))
        }),
    }
}
