//! A git repository around an office folder, for the tests: away from the settings of whoever runs them.
#![allow(dead_code, reason = "each test program uses some of it")]

use std::path::Path;
use std::process::Command;

/// Runs git in `folder` and returns what it printed; it must succeed.
pub fn git(folder: &Path, arguments: &[&str]) -> String {
    let output = Command::new("git")
        .arg("-C")
        .arg(folder)
        .args([
            "-c",
            "user.name=Test",
            "-c",
            "user.email=test@harbour.example",
            "-c",
            "init.defaultBranch=main",
        ])
        .args(arguments)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .env_remove("GIT_DIR")
        .env_remove("GIT_INDEX_FILE")
        .output()
        .expect("git runs");
    assert!(
        output.status.success(),
        "git {arguments:?}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// Starts a repository in `folder` and commits all of it.
pub fn begin(folder: &Path) {
    git(folder, &["init", "-q"]);
    commit(folder, "As it was");
}

/// Commits all of `folder`.
pub fn commit(folder: &Path, why: &str) {
    git(folder, &["add", "-A"]);
    git(folder, &["commit", "-q", "-m", why]);
}
