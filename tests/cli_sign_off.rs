//! `sign-off` from outside: what it shows, what it records, whom it refuses, and when it lapses.

mod office;

use std::fs;

use office::{MISSPELT, Office};

const SIGN: &str = "--now 2026-06-12T10:00:00+01:00 sign-off north-pier --by lead-inspector";

/// The one record of a notice.
fn record(office: &Office, notice: &str) -> String {
    let files = office.files(&format!("data/sign-offs/{notice}"));
    let [(path, _)] = files.as_slice() else {
        panic!("{} records", files.len())
    };
    path.clone()
}

#[test]
fn it_shows_the_exact_words_and_figures_and_records_them() {
    let office = Office::with(&["north-pier"]);
    let (code, stdout, stderr) = office.run(&format!("{SIGN} --quote 1"));
    assert_eq!(code, 0, "{stderr}");
    assert!(
        stdout.contains("“Work to keep visitors safe was done well enough 70% of the time.”"),
        "{stdout}"
    );
    assert!(stdout.contains("safety.value of north-pier: 70%"), "{stdout}");
    assert!(!stdout.contains("new report"), "one quotation alone: {stdout}");
    let path = record(&office, "north-pier");
    assert!(stderr.contains(&path), "{stderr}");
    let text = office.read(&path);
    for kept in [
        "by: \"lead-inspector\"",
        "signed: \"2026-06-12T10:00:00+01:00\"",
        "clock: \"set by hand\"",
        "role: \"lead inspector\"",
        "70% of the time.”\"",
        "exact: \"70\", printed: \"70%\"",
        "digest: \"",
    ] {
        assert!(text.contains(kept), "{kept}: {text}");
    }
    assert!(office.run("check").1.contains("1 of 1 sign-off valid"));
    let stderr = office.expect(&format!("{SIGN} --quote 1"), 0);
    assert!(stderr.contains("records that already"), "{stderr}");
    record(&office, "north-pier");
}

#[test]
fn a_whole_notice_is_shown_whole_and_somebody_may_sign_for_the_speaker() {
    let office = Office::with(&["north-pier"]);
    office.change(
        "data/organisation.yaml",
        ("people:\n", "people:\n  press-officer: {role: press officer}\n"),
    );
    let (code, stdout, _) =
        office.run("sign-off north-pier --by press-officer --on-behalf-of lead-inspector");
    assert_eq!(code, 0);
    for shown in [
        "NORTH-PIER inspected",
        "A new report",
        "“Work to keep",
        "70%",
        "[figures]",
    ] {
        assert!(stdout.contains(shown), "{shown}: {stdout}");
    }
    assert!(
        !stdout.contains("reports.example"),
        "notes are not agreed to: {stdout}"
    );
    let text = office.read(&record(&office, "north-pier"));
    assert!(
        text.contains("on-behalf-of: \"lead-inspector\"") && !text.contains("\nclock:"),
        "{text}"
    );
    assert!(office.run("check").1.contains("1 of 1 sign-off valid"));
}

#[test]
fn who_cannot_sign_is_told_why() {
    let office = Office::with(&["north-pier", "south-pier"]);
    office.change(
        "data/organisation.yaml",
        ("people:\n", "people:\n  press-officer: {role: press officer}\n"),
    );
    let stderr = office.expect("sign-off north-pier --by lead-inspecter", 2);
    assert!(stderr.contains("did you mean `lead-inspector`?"), "{stderr}");
    let stderr = office.expect("sign-off north-pier --by lead-inspector --on-behalf-of nobody", 2);
    assert!(stderr.contains("`nobody`"), "{stderr}");
    let stderr = office.expect("sign-off north-pier --by press-officer --quote 1", 2);
    assert!(stderr.contains("--on-behalf-of lead-inspector"), "{stderr}");
    let stderr = office.expect("sign-off north-pier --by lead-inspector --quote 2", 2);
    assert!(stderr.contains("one quotation"), "{stderr}");
    office.expect("sign-off north-pier --by lead-inspector --quote 0", 2);
    office.expect("sign-off nroth-pier --by lead-inspector", 2);
    office.change("data/notices/north-pier.yaml", MISSPELT);
    let (code, stdout, stderr) = office.run("sign-off north-pier --by lead-inspector");
    assert_eq!((code, stdout.as_str()), (1, ""));
    assert!(
        stderr.contains("unknown-figure") && stderr.contains("nothing recorded"),
        "{stderr}"
    );
    assert!(!office.there("data/sign-offs"));
}

#[test]
fn a_late_figure_lapses_it_and_both_are_shown_to_who_may_see_them() {
    let office = Office::with(&["north-pier"]);
    office.expect(SIGN, 0);
    office.change("data/inspections/north-pier.yaml", ("70%", "69%"));
    let (code, stdout, stderr) = office.run("check");
    assert_eq!(code, 0, "a warning: {stderr}");
    assert!(stdout.contains("0 of 1 sign-off valid"), "{stdout}");
    assert!(stderr.contains("warning[sign-off-lapsed]"), "{stderr}");
    assert!(
        stderr.contains("data/sign-offs/north-pier/"),
        "where it was agreed: {stderr}"
    );
    assert!(
        !stderr.contains("70%") && !stderr.contains("Work to keep"),
        "{stderr}"
    );
    let stderr = office.expect("--show-values check", 0);
    assert!(
        stderr.contains("[-70%-]") && stderr.contains("{+69%+}"),
        "{stderr}"
    );
    office.expect(SIGN, 0);
    assert_eq!(
        office.files("data/sign-offs/north-pier").len(),
        2,
        "the first stays on record"
    );
    assert!(office.run("check").1.contains("1 of 1 sign-off valid"));
    office.change("data/inspections/north-pier.yaml", ("69%", "70%"));
    assert!(
        office.run("check").1.contains("1 of 1 sign-off valid"),
        "what was agreed once"
    );
}

#[test]
fn an_edited_record_refuses_its_notice_and_no_other() {
    let office = Office::with(&["north-pier", "south-pier"]);
    office.expect(SIGN, 0);
    let path = record(&office, "north-pier");
    let good = office.read(&path);
    office.change(&path, ("exact: \"70\"", "exact: \"71\""));
    let stderr = office.expect("build", 1);
    assert!(
        stderr.contains("error[sign-off-altered]") && stderr.contains("refused north-pier"),
        "{stderr}"
    );
    assert!(office.there("out/south-pier") && !office.there("out/north-pier/north-pier.md"));
    office.write(&path, &good.replace("covers:", "coverss:"));
    let stderr = office.expect("check", 1);
    assert!(
        stderr.contains("unknown-key") && stderr.contains("`covers`"),
        "{stderr}"
    );
    fs::create_dir_all(office.path("data/sign-offs/south-pier")).expect("made");
    office.write("data/sign-offs/south-pier/copied.yaml", &good);
    office.write(&path, &good);
    let stderr = office.expect("check", 1);
    assert!(stderr.contains("of another notice"), "{stderr}");
}

#[test]
fn the_notices_of_a_series_are_signed_one_by_one() {
    let office = Office::with(&["north-pier", "south-pier"]);
    fs::remove_dir_all(office.path("data/notices")).expect("removed");
    let series = office::NOTICE.replace("inspection: INSPECTION", "each-of: piers");
    office.write("data/notices/piers.yaml", &series);
    let stderr = office.expect("sign-off piers --by lead-inspector", 2);
    assert!(stderr.contains("piers/north-pier"), "{stderr}");
    office.expect("sign-off piers/north-pier --by lead-inspector", 0);
    record(&office, "piers/north-pier");
    let (_, stdout, _) = office.run("check");
    assert!(stdout.contains("1 of 2 sign-offs valid"), "{stdout}");
}
