//! A canary: a word, a name and a figure that stand nowhere else are looked for in everything that the program prints or
//! writes outside the closed folders before the embargo is over.

mod office;

use std::fs;
use std::path::Path;

use office::Office;

/// What may not get out: a word of the notice, the area, a figure, and the same figure as it would be read.
const CANARIES: [&str; 4] = ["QUETZALCOATLUS", "Vexillology", "73.9182", "739182"];

fn caged() -> Office {
    let office = Office::with(&["north-pier"]);
    office.change(
        "data/programmes/piers.yaml",
        ("better: higher", "places: 4, better: higher"),
    );
    office.change(
        "data/inspections/north-pier.yaml",
        ("area: NORTH-PIER", "area: Vexillology Pier"),
    );
    office.change("data/inspections/north-pier.yaml", ("70%", "73.9182%"));
    office.change(
        "data/notices/north-pier.yaml",
        ("embargo: 2026-06-16", "embargo: 2090-06-15"),
    );
    office.change(
        "data/notices/north-pier.yaml",
        ("A new report", "A QUETZALCOATLUS report"),
    );
    office.change(
        "data/notices/north-pier.yaml",
        ("visitors safe", "QUETZALCOATLUS visitors safe"),
    );
    let (code, stdout, _) = office.run("sign-off north-pier --by lead-inspector");
    assert!(
        code == 0 && stdout.contains("QUETZALCOATLUS") && stdout.contains("73.9182%"),
        "it exists to show"
    );
    office
}

/// Mistakes of every kind, each with a canary beside it.
const MISTAKES: [(&str, &str, &str); 13] = [
    ("templates/notice.txt", "", "{{ headline | int }}"),
    ("data/notices/north-pier.yaml", "safety.value", "safety.valeu"),
    (
        "data/notices/north-pier.yaml",
        "QUETZALCOATLUS visitors",
        "QUETZALCOATLUS 73.9182 visitors",
    ),
    (
        "data/notices/north-pier.yaml",
        "QUETZALCOATLUS visitors",
        "[QUETZALCOATLUS][rose] visitors",
    ),
    (
        "data/notices/north-pier.yaml",
        "QUETZALCOATLUS visitors",
        "“QUETZALCOATLUS visitors",
    ),
    (
        "data/notices/north-pier.yaml",
        "QUETZALCOATLUS visitors",
        "<b>QUETZALCOATLUS</b> visitors",
    ),
    (
        "data/notices/north-pier.yaml",
        "QUETZALCOATLUS visitors",
        "more QUETZALCOATLUS than ever above the highest visitors",
    ),
    (
        "data/notices/north-pier.yaml",
        "by: lead-inspector",
        "by: Vexillology",
    ),
    (
        "data/notices/north-pier.yaml",
        "standfirst: A",
        "standfirst: {A: b}\nstandfrist: A",
    ),
    (
        "data/notices/north-pier.yaml",
        "embargo: 2090-06-15 00:01",
        "embargo: 2090-06-15 QUETZALCOATLUS",
    ),
    ("data/inspections/north-pier.yaml", "73.9182%", "739182%"),
    (
        "data/inspections/north-pier.yaml",
        "73.9182%",
        "73.9182 QUETZALCOATLUS",
    ),
    ("data/inspections/north-pier.yaml", "73.9182%", "73.9182 of 12"),
];

const RUNS: [&str; 12] = [
    "build",
    "build --check",
    "build --draft",
    "check",
    "check --message-format json",
    "check --message-format github",
    "check --message-format sarif",
    "status",
    "status --json",
    "publish north-pier",
    "publish north-pier --public site",
    "--now 2090-06-14T12:00:00Z publish north-pier --rehearse rehearsal",
];

/// Runs everything as CI does, and looks at what anybody could see.
fn look(office: &Office, about: &str) {
    let scratch = tempfile::tempdir().expect("a place for what is temporary");
    for arguments in RUNS {
        let run = office
            .pressroom(arguments)
            .env("CI", "true")
            .env("TMPDIR", scratch.path())
            .output()
            .expect("runs");
        let streams = [("stdout", &run.stdout), ("stderr", &run.stderr)];
        for (stream, bytes) in streams {
            quiet(
                &String::from_utf8_lossy(bytes),
                &format!("{about}: {stream} of {arguments}"),
            );
        }
        assert!(
            !office.there("public") && !office.there("site") && !office.there("rehearsal"),
            "{arguments}"
        );
        let left = fs::read_dir(scratch.path()).expect("there").count();
        assert_eq!(left, 0, "{arguments} left something temporary");
        if office.there("data/notices.lock") {
            quiet(&office.read("data/notices.lock"), about);
        }
        if office.there("out/manifest.json") {
            quiet(&office.read("out/manifest.json"), about);
        }
        names(office.home(), about);
    }
}

fn quiet(text: &str, about: &str) {
    for canary in CANARIES {
        assert!(
            !text.to_lowercase().contains(&canary.to_lowercase()),
            "{about} says {canary}: {text}"
        );
    }
}

/// No file or folder is named after what is in it.
fn names(folder: &Path, about: &str) {
    for entry in fs::read_dir(folder).expect("there").flatten() {
        quiet(&entry.file_name().to_string_lossy(), about);
        if entry.path().is_dir() {
            names(&entry.path(), about);
        }
    }
}

#[test]
fn before_the_instant_nothing_is_told_or_left_where_others_look() {
    let office = caged();
    look(&office, "in order");
    office.change("data/inspections/north-pier.yaml", ("73.9182%", "73.9181%"));
    look(&office, "lapsed");
    let asked_for = office.expect("--show-values check", 0);
    assert!(
        asked_for.contains("QUETZALCOATLUS"),
        "the canary sings where it may: {asked_for}"
    );
    let (path, _) = office.files("data/sign-offs").remove(0);
    office.change(&path, ("73.9182%", "73.9183%"));
    look(&office, "altered");
}

#[test]
fn mistakes_are_told_without_what_they_stand_in() {
    for (path, right, wrong) in MISTAKES {
        let office = caged();
        match right {
            "" => office.write(path, wrong),
            right => office.change(path, (right, wrong)),
        }
        look(&office, wrong);
    }
}
