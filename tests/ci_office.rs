//! The press office's CI, run as the Action and the hook run it: on a real repository with two commits.
#![cfg(unix)]

mod office;
mod repository;

use std::process::Command;

use office::{MISSPELT, Office, PROGRAM};
use repository::{begin, commit, git};

const SCRIPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/ci/pressroom-ci.sh");
const INSPECTION: &str = "data/inspections/north-pier.yaml";

/// An office as it was, built and committed; then a new figure, built and committed. 73.19 prints nowhere else.
fn two_commits() -> Office {
    let office = Office::with(&["north-pier", "south-pier"]);
    office.write(".gitignore", "/out\n/public\n");
    office.expect("build", 0);
    begin(office.home());
    office.change(INSPECTION, ("70%", "73.19%"));
    office.change(
        "data/programmes/piers.yaml",
        ("unit: \"%\"", "unit: \"%\", places: 2"),
    );
    office.expect("build", 0);
    commit(office.home(), "New figures");
    office
}

/// Runs the script: exit code, standard output and error, the summary.
fn run(office: &Office, what: &str, settings: &[(&str, &str)]) -> (i32, String, String) {
    let summary = office.path("summary.md");
    let mut command = Command::new("bash");
    command
        .arg(SCRIPT)
        .arg(what)
        .current_dir(office.home())
        .env_remove("PRESSROOM_NOW")
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .env("PRESSROOM", PROGRAM)
        .env("GITHUB_STEP_SUMMARY", &summary);
    for (name, value) in settings {
        command.env(name, value);
    }
    let output = command.output().expect("bash runs");
    let said = format!(
        "{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
    let told = std::fs::read_to_string(&summary).unwrap_or_default();
    let _ = std::fs::remove_file(&summary);
    (output.status.code().expect("an exit code"), said, told)
}

#[test]
fn a_new_figure_is_told_with_its_values_where_they_may_be_shown() {
    let office = two_commits();
    let (code, said, summary) = run(
        &office,
        "check",
        &[("PRESSROOM_BASE", "HEAD~1"), ("PRESSROOM_VALUES", "true")],
    );
    assert_eq!(code, 0, "{said}{summary}");
    assert!(summary.contains("| safety.value | 70% | 73.19% |"), "{summary}");
    assert!(summary.contains("~~70%~~**73.19%**"), "{summary}");
    assert!(!said.contains("73.19"), "{said}");
}

#[test]
fn in_a_public_repository_no_value_and_no_word_is_shown() {
    let office = two_commits();
    for values in ["false", "", "yes", "TRUE"] {
        let (code, said, summary) = run(
            &office,
            "check",
            &[("PRESSROOM_BASE", "HEAD~1"), ("PRESSROOM_VALUES", values)],
        );
        assert_eq!(code, 0, "{said}{summary}");
        assert!(summary.contains("`north-pier`: changed"), "{summary}");
        assert!(summary.contains("figures: `safety.value`"), "{summary}");
        assert!(
            summary.contains(&format!("moved at: `{INSPECTION}:5:11`")),
            "{summary}"
        );
        for secret in ["73.19", "70%", "visitors", "safe was done"] {
            assert!(!summary.contains(secret), "{secret}\n{summary}");
            assert!(!said.contains(secret), "{secret}\n{said}");
        }
    }
}

#[test]
fn a_lock_left_behind_fails_and_says_what_to_do() {
    let office = two_commits();
    office.change(INSPECTION, ("73.19%", "74%"));
    let (code, said, _) = run(&office, "check", &[]);
    assert_eq!(code, 1, "{said}");
    assert!(said.contains("out of date"), "{said}");
    let (code, said, _) = run(&office, "hook", &[]);
    assert_eq!(code, 1, "{said}");
    office.expect("build", 0);
    assert_eq!(run(&office, "hook", &[]).0, 0);
}

#[test]
fn an_error_is_annotated_where_it_stands() {
    let office = two_commits();
    office.change("data/notices/north-pier.yaml", MISSPELT);
    let (code, said, _) = run(&office, "check", &[("PRESSROOM_BASE", "HEAD~1")]);
    assert_eq!(code, 1, "{said}");
    assert!(
        said.contains("::error file=data/notices/north-pier.yaml,line="),
        "{said}"
    );
    assert!(!said.contains("73.19"), "{said}");
}

#[test]
fn a_first_push_or_a_clone_without_history_is_checked_all_the_same() {
    let office = two_commits();
    for base in ["", "0000000000000000000000000000000000000000"] {
        let (code, said, summary) = run(&office, "check", &[("PRESSROOM_BASE", base)]);
        assert_eq!((code, summary.as_str()), (0, ""), "{said}");
    }
    let (code, said, _) = run(&office, "check", &[("PRESSROOM_BASE", "no-such")]);
    assert_eq!(code, 0, "{said}");
    assert!(said.contains("fetch-depth: 0"), "{said}");
}

#[test]
fn a_branch_is_compared_with_in_a_clone_of_one_commit() {
    let office = two_commits();
    git(office.home(), &["branch", "before", "HEAD~1"]);
    git(office.home(), &["checkout", "-q", "-b", "work"]);
    let clone = Office::with(&[]);
    let from = format!("file://{}", office.home().display());
    git(
        clone.home(),
        &["clone", "-q", "--depth", "1", "--branch", "work", &from, "clone"],
    );
    let folder = clone.path("clone").display().to_string();
    for base in ["before", "main"] {
        let (code, said, summary) = run(
            &clone,
            "check",
            &[("PRESSROOM_BASE", base), ("PRESSROOM_OFFICE", &folder)],
        );
        assert_eq!(code, 0, "{base}: {said}{summary}");
        let changed = summary.contains("figures: `safety.value`");
        assert_eq!(changed, base == "before", "{base}: {said}{summary}");
    }
}

#[test]
fn editions_cannot_be_committed() {
    let office = two_commits();
    git(office.home(), &["add", "-f", "out"]);
    let (code, said, _) = run(&office, "hook", &[]);
    assert_eq!(code, 1, "{said}");
    assert!(said.contains("out/north-pier/north-pier.md"), "{said}");
}

#[test]
fn git_runs_the_hook_before_a_commit() {
    use std::os::unix::fs::PermissionsExt;
    let office = two_commits();
    let hook = office.path(".git/hooks/pre-commit");
    std::fs::create_dir_all(hook.parent().expect("a folder")).expect("made");
    std::fs::write(
        &hook,
        format!("#!/bin/sh\nPRESSROOM='{PROGRAM}' exec '{SCRIPT}' hook\n"),
    )
    .expect("written");
    std::fs::set_permissions(&hook, std::fs::Permissions::from_mode(0o755)).expect("made a program");
    let commit_from = |folder: &str| {
        let output = Command::new("git")
            .arg("-C")
            .arg(office.path(folder))
            .args(["-c", "user.name=Test", "-c", "user.email=test@harbour.example"])
            .args(["commit", "-q", "-a", "-m", "A score"])
            .env("GIT_CONFIG_GLOBAL", "/dev/null")
            .env("GIT_CONFIG_NOSYSTEM", "1")
            .output()
            .expect("git runs");
        (
            output.status.success(),
            String::from_utf8_lossy(&output.stderr).into_owned(),
        )
    };
    office.change(INSPECTION, ("73.19%", "74%"));
    let (done, said) = commit_from("data/inspections");
    assert!(!done && said.contains("out of date"), "{said}");
    office.expect("build", 0);
    let (done, said) = commit_from("data/inspections");
    assert!(done, "{said}");
}

#[allow(clippy::print_stderr, reason = "a check that was not made is told")]
#[test]
fn the_script_has_nothing_that_a_linter_minds_and_the_action_calls_it() {
    let root = env!("CARGO_MANIFEST_DIR");
    match Command::new("shellcheck").arg(SCRIPT).output() {
        Ok(output) => assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&output.stdout)
        ),
        Err(error) => eprintln!("shellcheck does not run here ({error}): {SCRIPT} was read by no linter"),
    }
    let action = std::fs::read_to_string(format!("{root}/action.yml")).expect("there");
    assert!(action.contains("ci/pressroom-ci.sh\" check"));
    // Nothing from outside becomes a part of a command.
    for line in action
        .lines()
        .filter(|line| line.trim_start().starts_with("run:"))
    {
        assert!(!line.contains("${{"), "{line}");
    }
    let hooks = std::fs::read_to_string(format!("{root}/.pre-commit-hooks.yaml")).expect("there");
    assert!(hooks.contains("entry: ci/pressroom-ci.sh hook"));
    let id = |text: &str| {
        let line = text.lines().find_map(|line| line.trim().strip_prefix("- id: "));
        line.map(str::to_owned)
    };
    let page = std::fs::read_to_string(format!("{root}/docs/ci.md")).expect("there");
    assert!(
        id(&hooks).is_some() && id(&hooks) == id(&page),
        "docs/ci.md names the hook"
    );
    for setting in [
        "PRESSROOM",
        "PRESSROOM_OFFICE",
        "PRESSROOM_BASE",
        "PRESSROOM_VALUES",
    ] {
        assert!(action.contains(&format!("{setting}: ")), "{setting}");
    }
}
