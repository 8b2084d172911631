//! An office folder for the tests of the program: made in a place of its own, changed at will, run against.
#![allow(dead_code, reason = "each test program uses some of it")]

pub mod files;

use std::fs;
use std::path::{Path, PathBuf};

use snapbox::cmd::Command;

pub const ORGANISATION: &str = r#"pressroom: 1
name: Harbour Inspectorate
letterhead: [Harbour Inspectorate, 1 Example Quay, "Tel: 020 7946 0101"]
media-enquiries: 020 7946 0102
time-zone: Europe/London
languages: [en]
people:
  lead-inspector: {role: lead inspector}
contacts:
  press-desk: {name: Press desk, telephone: 020 7946 0102, email: press@harbour.example}
"#;

pub const PROGRAMME: &str = r#"name: Pier Inspection
measures:
  safety: {label: Safety work, unit: "%", better: higher}
tables:
  scores:
    columns:
      - {heading: "Score for {{ area }}", of: [value]}
"#;

pub const INSPECTION: &str = r#"programme: piers
area: AREA
published: 2026-06-16
results:
  safety: SCORE%
"#;

pub const NOTICE: &str = r#"inspection: INSPECTION
issued: 2026-06-12
embargo: 2026-06-16 00:01
headline: "Pier safety in {{ area }} inspected"
standfirst: A new report is published today.
body:
  - quote:
      by: lead-inspector
      words: |
        Work to keep visitors safe was done well enough {{ safety.value }} of the time.
  - table: scores
notes:
  - The report is at <https://reports.example/piers>.
contacts: [press-desk]
"#;

/// A finding whose message would show a value: the misspelt figure is told beside the right one.
pub const MISSPELT: (&str, &str) = ("{{ safety.value }}", "{{ safety.valeu }}");

/// A warning: an embargo that ends on a Saturday.
pub const WEEKEND: (&str, &str) = ("embargo: 2026-06-16", "embargo: 2026-06-20");

/// The program.
pub const PROGRAM: &str = env!("CARGO_BIN_EXE_pressroom");

/// An office folder.
pub struct Office {
    folder: tempfile::TempDir,
}

impl Office {
    /// One organisation, one programme, and a notice about the inspection of the same name for each of `names`.
    pub fn with(names: &[&str]) -> Office {
        let office = Office {
            folder: tempfile::tempdir().expect("a place for the office"),
        };
        office.write("data/organisation.yaml", ORGANISATION);
        office.write("data/programmes/piers.yaml", PROGRAMME);
        for (at, name) in names.iter().enumerate() {
            let score = (70 + at).to_string();
            let inspection = INSPECTION
                .replace("AREA", &name.to_uppercase())
                .replace("SCORE", &score);
            office.write(&format!("data/inspections/{name}.yaml"), &inspection);
            office.write(
                &format!("data/notices/{name}.yaml"),
                &NOTICE.replace("INSPECTION", name),
            );
        }
        office
    }

    pub fn home(&self) -> &Path {
        self.folder.path()
    }

    pub fn path(&self, path: &str) -> PathBuf {
        self.home().join(path)
    }

    pub fn write(&self, path: &str, text: &str) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        fs::write(path, text).expect("written");
    }

    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    pub fn there(&self, path: &str) -> bool {
        self.path(path).symlink_metadata().is_ok()
    }

    /// Replaces `wrong.0` by `wrong.1` in a file that has it.
    pub fn change(&self, path: &str, change: (&str, &str)) {
        let text = self.read(path);
        assert!(text.contains(change.0), "{path} has no {:?}", change.0);
        self.write(path, &text.replace(change.0, change.1));
    }

    /// The program in this office, away from the settings of whoever runs the tests.
    pub fn pressroom(&self, arguments: &str) -> Command {
        Command::new(PROGRAM)
            .current_dir(self.home())
            .env_remove("CI")
            .env_remove("PRESSROOM_NOW")
            .env_remove("NO_COLOR")
            .args(arguments.split_whitespace())
    }

    /// Runs it: exit code, standard output, standard error.
    pub fn run(&self, arguments: &str) -> (i32, String, String) {
        let output = self.pressroom(arguments).output().expect("runs");
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
        (
            output.status.code().expect("an exit code"),
            text(output.stdout),
            text(output.stderr),
        )
    }

    /// Runs it, and expects the exit code; returns standard error.
    pub fn expect(&self, arguments: &str, code: i32) -> String {
        let (found, stdout, stderr) = self.run(arguments);
        assert_eq!(found, code, "{arguments}\n{stdout}\n{stderr}");
        stderr
    }

    /// Every file under `path` with its bytes, sorted.
    pub fn files(&self, path: &str) -> Vec<(String, Vec<u8>)> {
        let files = files::under(&self.path(path)).into_iter();
        files
            .map(|path| {
                let bytes = fs::read(&path).expect("readable");
                (files::relative(&path, self.home()), bytes)
            })
            .collect()
    }
}

/// An office whose programme has a benchmark to date, with words chosen by it and claims that rest on it.
pub fn compared() -> Office {
    let office = Office::with(&["north-pier", "south-pier", "west-pier"]);
    office.change(
        "data/programmes/piers.yaml",
        (
            "measures:",
            "facts: {started: 2009-09, reports: 17}\nbenchmark: {name: the piers visited to date, also-called: [average]}\nmeasures:",
        ),
    );
    for (name, day) in [("north-pier", "2026-06-14"), ("west-pier", "2026-06-30")] {
        let path = format!("data/inspections/{name}.yaml");
        office.change(&path, ("published: 2026-06-16", &format!("published: {day}")));
    }
    office.change(
        "data/notices/south-pier.yaml",
        (
            "  - table: scores\n",
            "  - text: |\n      That is [above the average][better], and {{ safety.value | against(than=safety.average) }} it by \
             {{ safety.value | difference(from=safety.average) }}. {{ facts.reports | in_words | at_start }} \
             {{ facts.reports | plural(one='report', other='reports') }} since \
             {{ facts.started }}.{% if safety.value is above(than=safety.lowest) %} It is not the lowest.{% endif %}\n  \
             - table: scores\n",
        ),
    );
    office.change(
        "data/notices/south-pier.yaml",
        (
            "contacts: [press-desk]\n",
            "contacts: [press-desk]\nclaims:\n  better: safety.value is above(than=safety.average)\n",
        ),
    );
    office
}
