//! What anybody may read is kept apart: of every finding of every golden folder, what is said and advised holds neither
//! words nor values of the office, and the catalogue has a folder for each of its codes.

mod office;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use office::files::under;
use pressroom::finding::Code;
use serde_json::Value;

/// So many words of a notice in a row are its words, and no chance.
const TOGETHER: usize = 3;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn folders() -> Vec<PathBuf> {
    let all = fs::read_dir(root().join("tests/golden")).expect("tests/golden");
    let mut all: Vec<PathBuf> = all.map(|entry| entry.expect("a folder").path()).collect();
    all.retain(|path| path.is_dir());
    all.sort();
    all
}

/// What a folder's findings say and advise, each with its code.
fn said(folder: &Path) -> Vec<(String, String)> {
    let output = Command::new(env!("CARGO_BIN_EXE_pressroom"))
        .current_dir(folder)
        .args([
            "check",
            "--message-format",
            "json",
            "--now",
            "2026-01-01T09:00:00Z",
        ])
        .env("CI", "true")
        .env_remove("PRESSROOM_NOW")
        .output()
        .expect("the program runs");
    let told: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let findings = told["findings"].as_array().expect("findings");
    let text = |finding: &Value, key: &str| finding[key].as_str().unwrap_or_default().to_owned();
    let both = |finding| format!("{} {}", text(finding, "says"), text(finding, "advice"));
    findings
        .iter()
        .map(|finding| (text(finding, "code"), both(finding)))
        .collect()
}

/// The words of a text, as they are compared: in lower case, without names in backticks.
fn words(text: &str) -> Vec<String> {
    let is_name = |part: &str| part.chars().all(|c| c.is_alphanumeric() || "._-/".contains(c));
    let parts = text.split('`').enumerate();
    let kept: Vec<&str> = parts
        .filter(|(at, part)| at % 2 == 0 || !is_name(part))
        .map(|(_, part)| part)
        .collect();
    kept.join(" ")
        .split(|c: char| !(c.is_alphanumeric() || matches!(c, '.' | ',' | '%' | '-' | '\'' | '’')))
        .map(|word| word.trim_matches(['.', ',', '-', '\'', '’']).to_lowercase())
        .filter(|word| !word.is_empty())
        .collect()
}

/// What a notice or an inspection is called.
fn stem(path: &Path) -> String {
    path.file_stem()
        .unwrap_or_default()
        .to_string_lossy()
        .to_lowercase()
}

fn together(words: &[String]) -> BTreeSet<String> {
    words.windows(TOGETHER).map(|some| some.join(" ")).collect()
}

/// What the program says of itself: everything that stands in its source.
fn own_words() -> Vec<String> {
    let source = under(&root().join("src")).into_iter();
    let source = source.filter(|path| path.extension().is_some_and(|extension| extension == "rs"));
    let texts: Vec<String> = source
        .map(|path| fs::read_to_string(path).expect("a source"))
        .collect();
    words(&texts.join("\n").replace("\\\n", " ").replace('`', " "))
}

#[test]
fn what_is_said_and_advised_holds_no_words_and_no_values() {
    let own = own_words();
    let own_rows = together(&own);
    let own_pairs: BTreeSet<String> = own.windows(2).map(|pair| pair.join(" ")).collect();
    let mut wrong = Vec::new();
    for folder in folders() {
        let files = under(&folder.join("data"));
        let typed: Vec<String> = files
            .iter()
            .filter_map(|path| fs::read_to_string(path).ok())
            .flat_map(|text| words(&text.replace('`', " ")))
            .collect();
        let rows = together(&typed);
        let names: Vec<String> = files.iter().map(|path| stem(path)).collect();
        let values: BTreeSet<&String> = typed
            .iter()
            .filter(|word| word.chars().filter(char::is_ascii_digit).count() > 1)
            .collect();
        for (code, text) in said(&folder) {
            // The hours of a change of clocks are the zone's.
            if code == "time-does-not-exist" {
                continue;
            }
            let said = words(&text);
            let quoted = together(&said)
                .into_iter()
                .find(|some| rows.contains(some) && !own_rows.contains(some));
            // "Such as 78%" stands in the program: a value behind other words is the office's.
            let value = said.windows(2).find(|pair| {
                values.contains(&pair[1]) && !names.contains(&pair[1]) && !own_pairs.contains(&pair.join(" "))
            });
            if quoted.is_some() || value.is_some() {
                wrong.push(format!(
                    "{}: {code}: {text} ({quoted:?} {value:?})",
                    folder.display()
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_code_of_the_catalogue_has_a_folder() {
    let expected: String = folders()
        .iter()
        .map(|folder| fs::read_to_string(folder.join("expected/findings.txt")).expect("findings"))
        .collect();
    // An edited copy is no part of a build: `edited_copy.rs`.
    let lacking: Vec<&str> = Code::ALL
        .iter()
        .map(|code| code.name())
        .filter(|name| !name.starts_with("copy-") && !expected.contains(&format!("[{name}]")))
        .collect();
    assert_eq!(lacking, Vec::<&str>::new());
}
