//! `build` from outside: what it writes, what it leaves alone, how it ends.
#![cfg(unix)]

mod office;

use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt};

use office::{MISSPELT, Office, WEEKEND};

#[test]
fn a_notice_is_written_in_every_format_closed_to_others() {
    let office = Office::with(&["north-pier"]);
    let (code, stdout, stderr) = office.run("build");
    assert_eq!((code, stdout.as_str()), (0, ""), "{stderr}");
    assert!(stderr.contains("built 1 notice in 3 formats"), "{stderr}");
    for format in ["md", "html", "txt"] {
        let path = office.path(&format!("out/north-pier/north-pier.{format}"));
        assert_eq!(
            fs::metadata(path).expect("there").permissions().mode() & 0o777,
            0o600
        );
    }
    for folder in ["out", "out/north-pier"] {
        let mode = fs::metadata(office.path(folder))
            .expect("there")
            .permissions()
            .mode();
        assert_eq!(mode & 0o777, 0o700, "{folder}");
    }
}

#[test]
fn nothing_that_did_not_change_is_written_again() {
    let office = Office::with(&["north-pier", "south-pier"]);
    office.expect("build", 0);
    let written = |path: &str| {
        let about = fs::metadata(office.path(path)).expect("there");
        (about.ino(), about.mtime_nsec())
    };
    let paths = [
        "out/north-pier/north-pier.html",
        "out/manifest.json",
        "data/notices.lock",
    ];
    let before = paths.map(written);
    office.expect("build", 0);
    assert_eq!(paths.map(written), before);
    office.change("data/inspections/south-pier.yaml", ("71%", "72%"));
    office.expect("build", 0);
    assert_eq!(written(paths[0]), before[0], "the other notice is left alone");
    assert_ne!(written(paths[1]), before[1]);
}

#[test]
fn a_refused_notice_keeps_its_last_good_output_and_does_not_stop_the_others() {
    let office = Office::with(&["north-pier", "south-pier"]);
    office.expect("build", 0);
    let (good, lock) = (office.files("out/north-pier"), office.read("data/notices.lock"));
    office.change("data/notices/north-pier.yaml", MISSPELT);
    office.change("data/notices/south-pier.yaml", ("new report", "newer report"));
    let stderr = office.expect("build", 1);
    assert!(stderr.contains("refused north-pier"), "{stderr}");
    assert_eq!(office.files("out/north-pier"), good);
    assert!(
        office
            .read("out/south-pier/south-pier.txt")
            .contains("newer report")
    );
    let relocked = office.read("data/notices.lock");
    let of = |lock: &str, notice: &str| {
        lock.lines()
            .filter(|line| line.starts_with(notice))
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    assert_eq!(of(&relocked, "north-pier"), of(&lock, "north-pier"));
    assert_ne!(of(&relocked, "south-pier"), of(&lock, "south-pier"));
}

#[test]
fn a_notice_is_whole_or_not_there_at_all() {
    let office = Office::with(&["north-pier", "south-pier"]);
    office.expect("build", 0);
    let good = office.files("out/north-pier");
    // The last of the three formats cannot be written.
    fs::remove_file(office.path("out/north-pier/north-pier.txt")).expect("removed");
    fs::create_dir(office.path("out/north-pier/north-pier.txt")).expect("made");
    office.change("data/notices/north-pier.yaml", ("new report", "newer report"));
    office.change("data/notices/south-pier.yaml", ("new report", "newer report"));
    let stderr = office.expect("build", 3);
    assert!(stderr.contains("north-pier.txt"), "{stderr}");
    let kept: Vec<_> = good
        .into_iter()
        .filter(|(path, _)| !path.ends_with(".txt"))
        .collect();
    assert_eq!(
        office.files("out/north-pier"),
        kept,
        "no half of it, no temporary file"
    );
    assert!(
        office
            .read("out/south-pier/south-pier.md")
            .contains("newer report"),
        "the others are tried"
    );
}

#[test]
fn a_place_that_cannot_be_written_is_a_failure() {
    let office = Office::with(&["north-pier"]);
    office.write("out", "a file where the folder should be");
    let stderr = office.expect("build", 3);
    assert!(stderr.contains("out"), "{stderr}");
    assert!(!office.there("data/notices.lock"));
}

#[test]
fn links_are_not_written_through() {
    let office = Office::with(&["north-pier"]);
    let elsewhere = tempfile::tempdir().expect("made");
    std::os::unix::fs::symlink(elsewhere.path(), office.path("out")).expect("linked");
    office.expect("build", 3);
    fs::remove_file(office.path("out")).expect("removed");
    fs::create_dir(office.path("out")).expect("made");
    std::os::unix::fs::symlink(elsewhere.path(), office.path("out/north-pier")).expect("linked");
    office.expect("build", 3);
    fs::remove_file(office.path("out/north-pier")).expect("removed");
    fs::create_dir(office.path("out/north-pier")).expect("made");
    let target = elsewhere.path().join("kept");
    fs::write(&target, "kept").expect("written");
    std::os::unix::fs::symlink(&target, office.path("out/north-pier/north-pier.md")).expect("linked");
    office.expect("build", 3);
    assert_eq!(fs::read_to_string(&target).expect("read"), "kept");
    assert_eq!(fs::read_dir(elsewhere.path()).expect("read").count(), 1);
}

#[test]
fn embargoed_editions_stay_away_from_public_ones_and_from_the_data() {
    let office = Office::with(&["north-pier"]);
    fs::create_dir(office.path("public")).expect("made");
    std::os::unix::fs::symlink(office.path("public"), office.path("way-round")).expect("linked");
    for out in [
        "public",
        "public/early",
        ".",
        "..",
        "data",
        "data/notices",
        "templates",
        "way-round/early",
        "public/../public/x",
    ] {
        let stderr = office.expect(&format!("build --out {out}"), 2);
        assert!(stderr.contains("--out"), "{out}: {stderr}");
    }
    assert!(office.files("public").is_empty());
    office.expect("build --out elsewhere/deep", 0);
    assert!(office.there("elsewhere/deep/north-pier/north-pier.md"));
}

#[test]
fn outputs_of_a_notice_that_is_gone_are_cleared_unless_somebody_changed_them() {
    let office = Office::with(&["north-pier", "south-pier", "west-pier"]);
    office.expect("build", 0);
    office.write("out/south-pier/south-pier.txt", "edited by hand");
    office.write("out/notes.txt", "not ours");
    for gone in ["north-pier", "south-pier"] {
        fs::remove_file(office.path(&format!("data/notices/{gone}.yaml"))).expect("removed");
    }
    office.expect("build west-pier", 0);
    assert!(
        office.there("out/north-pier"),
        "a run on some notices clears nothing"
    );
    assert!(office.read("data/notices.lock").contains("north-pier"));
    let stderr = office.expect("build", 0);
    assert!(!office.there("out/north-pier"));
    assert!(!office.there("out/south-pier/south-pier.md"));
    assert_eq!(office.read("out/south-pier/south-pier.txt"), "edited by hand");
    assert!(stderr.contains("south-pier.txt"), "{stderr}");
    assert_eq!(office.read("out/notes.txt"), "not ours");
    let lock = office.read("data/notices.lock");
    assert!(!lock.contains("north-pier.") && lock.contains("west-pier."));
    assert!(!office.read("out/manifest.json").contains("\"south-pier/"));
}

#[test]
fn a_manifest_that_somebody_wrote_removes_nothing_of_the_office() {
    let office = Office::with(&["north-pier", "south-pier"]);
    office.expect("build", 0);
    let manifest: serde_json::Value = serde_json::from_str(&office.read("out/manifest.json")).expect("JSON");
    let digest = manifest["inputs"]["data/notices/south-pier.yaml"]["sha256"].clone();
    for (path, notice, format) in [
        (
            "../data/notices/south-pier.yaml",
            "../data/notices/south-pier",
            "yaml",
        ),
        ("gone/../../data/notices/south-pier.yaml", "gone", "yaml"),
    ] {
        let mut forged = manifest.clone();
        forged["outputs"][path] = serde_json::json!({
            "notice": notice, "format": format, "edition": "embargoed", "bytes": 1, "sha256": digest,
        });
        office.write("out/manifest.json", &forged.to_string());
        office.run("build");
        assert!(office.there("data/notices/south-pier.yaml"), "{path}");
    }
}

#[test]
fn a_notice_that_cannot_be_read_today_is_not_gone() {
    let office = Office::with(&["north-pier", "south-pier"]);
    office.expect("build", 0);
    fs::rename(
        office.path("data/notices/north-pier.yaml"),
        office.path("data/notices/north-pier.yml"),
    )
    .expect("renamed");
    office.expect("build", 1);
    assert!(office.there("out/north-pier/north-pier.md"));
    assert!(office.read("data/notices.lock").contains("north-pier.md"));
}

#[test]
fn a_run_on_some_notices_keeps_what_is_known_of_the_others() {
    let office = Office::with(&["north-pier", "south-pier"]);
    office.expect("build", 0);
    let (lock, manifest) = (office.read("data/notices.lock"), office.read("out/manifest.json"));
    office.expect("build south-pier --format html", 0);
    assert_eq!(
        (office.read("data/notices.lock"), office.read("out/manifest.json")),
        (lock, manifest)
    );
}

#[test]
fn check_compares_with_the_lock_and_writes_nothing() {
    let office = Office::with(&["north-pier", "south-pier"]);
    let stderr = office.expect("build --check", 1);
    assert!(stderr.contains("data/notices.lock"), "{stderr}");
    assert!(!office.there("out") && !office.there("data/notices.lock"));
    office.expect("build", 0);
    fs::remove_dir_all(office.path("out")).expect("removed");
    office.expect("build --check", 0);
    office.change("data/inspections/north-pier.yaml", ("70%", "69%"));
    let before = office.files("data");
    let stderr = office.expect("build --check", 1);
    assert!(
        stderr.contains("north-pier.md") && !stderr.contains("south-pier.md"),
        "{stderr}"
    );
    assert_eq!(office.files("data"), before);
    assert!(!office.there("out"));
    office.expect("build south-pier --check", 0);
    office.expect("build", 0);
    fs::remove_file(office.path("data/notices/south-pier.yaml")).expect("removed");
    let stderr = office.expect("build --check", 1);
    assert!(stderr.contains("south-pier.html"), "{stderr}");
}

#[test]
fn a_spoilt_lock_is_told_and_written_anew() {
    let office = Office::with(&["north-pier"]);
    office.expect("build", 0);
    let good = office.read("data/notices.lock");
    office.write("data/notices.lock", &format!("<<<<<<< ours\n{good}"));
    assert!(office.expect("build --check", 1).contains("data/notices.lock:1"));
    office.expect("build", 0);
    assert_eq!(office.read("data/notices.lock"), good);
}

#[test]
fn a_draft_is_built_from_what_build_refuses_and_never_locked() {
    let office = Office::with(&["north-pier"]);
    office.change("data/notices/north-pier.yaml", WEEKEND);
    office.expect("--deny warnings build", 1);
    assert!(!office.there("out/north-pier"));
    office.expect("--deny warnings build --draft", 0);
    assert!(office.read("out/north-pier/north-pier.txt").contains("DRAFT"));
    assert!(!office.there("data/notices.lock"));
    assert!(
        office
            .read("out/manifest.json")
            .contains("\"edition\": \"draft\"")
    );
    office.expect("build", 0);
    assert!(!office.read("out/north-pier/north-pier.txt").contains("DRAFT"));
}

#[test]
fn a_series_is_built_area_by_area() {
    let office = Office::with(&["north-pier", "south-pier"]);
    fs::remove_dir_all(office.path("data/notices")).expect("removed");
    office.write(
        "data/notices/piers.yaml",
        &office::NOTICE.replace("inspection: INSPECTION", "each-of: piers"),
    );
    office.expect("build", 0);
    assert!(office.there("out/piers/north-pier/north-pier.html"));
    assert!(
        office
            .read("data/notices.lock")
            .contains("\npiers/south-pier.txt: ")
    );
    office.expect("build piers", 0);
    office.expect("build piers/north-pier", 0);
    office.expect("build piers/nort-pier", 2);
}

#[test]
fn threads_time_zone_and_locale_change_no_byte() {
    let names: Vec<String> = (0..25).map(|at| format!("pier-{at}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let office = Office::with(&names);
    office.change("data/notices/pier-7.yaml", MISSPELT);
    let one = office
        .pressroom("build")
        .env("RAYON_NUM_THREADS", "1")
        .output()
        .expect("runs");
    let files = office.files("");
    fs::remove_dir_all(office.path("out")).expect("removed");
    fs::remove_file(office.path("data/notices.lock")).expect("removed");
    let many = office
        .pressroom("build")
        .env("RAYON_NUM_THREADS", "8")
        .env("TZ", "Asia/Kathmandu")
        .env("LC_ALL", "cy_GB.UTF-8")
        .output()
        .expect("runs");
    assert_eq!(office.files(""), files);
    assert_eq!(one.stderr, many.stderr);
}
