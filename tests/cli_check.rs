//! `check` and the voice of the program from outside: who sees values, which stream says what, how it ends.

mod office;

use office::{MISSPELT, Office, WEEKEND};
use serde_json::Value;

fn wrong() -> Office {
    let office = Office::with(&["north-pier", "south-pier"]);
    office.change("data/notices/north-pier.yaml", MISSPELT);
    office
}

#[test]
fn what_passed_is_told_when_asked_for() {
    let office = Office::with(&["north-pier"]);
    let (code, stdout, _) = office.run("check --verbose");
    assert_eq!(code, 0);
    assert!(
        stdout.starts_with("north-pier: traced `safety.value` in "),
        "{stdout}"
    );
    let (_, quiet, _) = office.run("check");
    assert!(!quiet.contains("traced `"), "{quiet}");
}

#[test]
fn sound_notices_end_with_their_coverage() {
    let office = Office::with(&["north-pier"]);
    let (code, stdout, stderr) = office.run("check");
    assert_eq!(code, 0);
    assert!(
        stderr.starts_with("note[sign-off-missing]") && stderr.ends_with("\n1 note\n"),
        "a speaker has yet to agree, and nothing else: {stderr}"
    );
    assert!(stdout.contains("1 of 1 number traced"), "{stdout}");
    assert!(
        !office.there("out") && !office.there("data/notices.lock"),
        "nothing written"
    );
}

#[test]
fn a_finding_names_code_place_and_advice_but_no_words_where_others_may_read() {
    let office = wrong();
    for (name, arguments) in [("check", "check"), ("build", "build")] {
        let (code, _, stderr) = office.run(arguments);
        assert_eq!(code, 1);
        assert!(stderr.contains("error[unknown-figure]: "), "{name}: {stderr}");
        assert!(
            stderr.contains("\n --> data/notices/north-pier.yaml:"),
            "{stderr}"
        );
        assert!(stderr.contains("\n1 error, 1 note\n"), "{stderr}");
        for hidden in ["Work to keep", "70%", "^^^"] {
            assert!(!stderr.contains(hidden), "{hidden}: {stderr}");
        }
    }
    let ci = office
        .pressroom("check --show-values")
        .env("CI", "true")
        .output()
        .expect("runs");
    let shown = String::from_utf8(ci.stderr).expect("UTF-8");
    assert!(
        shown.contains("Work to keep") && shown.contains("^^^"),
        "asked for: {shown}"
    );
}

#[test]
fn only_the_notices_asked_for_are_checked() {
    let office = wrong();
    office.expect("check south-pier", 0);
    office.expect("check north-pier", 1);
    let stderr = office.expect("check nroth-pier", 2);
    assert!(stderr.contains("did you mean `north-pier`?"), "{stderr}");
}

#[test]
fn the_other_formats_go_to_standard_output_without_values() {
    let office = wrong();
    let (code, stdout, _) = office.run("check --message-format json");
    let json: Value = serde_json::from_str(&stdout).expect("JSON");
    assert_eq!(code, 1);
    assert_eq!((&json["format"], &json["errors"]), (&1.into(), &1.into()));
    let finding = &json["findings"][0];
    assert_eq!(finding["code"], "unknown-figure");
    assert_eq!(finding["file"], "data/notices/north-pier.yaml");
    assert_eq!(finding["line"], 10);
    assert!(finding.get("shown").is_none() && finding.get("words").is_none());
    let (_, stdout, _) = office.run("check --message-format json --show-values");
    assert!(stdout.contains("\"shown\""));

    let (code, stdout, _) = office.run("check --message-format github");
    assert_eq!(code, 1);
    assert!(
        stdout.starts_with("::error file=data/notices/north-pier.yaml,line=10,col="),
        "{stdout}"
    );
    assert!(stdout.contains("title=unknown-figure::"), "{stdout}");

    let (code, stdout, _) = office.run("check --message-format sarif");
    let log: Value = serde_json::from_str(&stdout).expect("JSON");
    assert_eq!((code, &log["version"]), (1, &"2.1.0".into()));
    let result = &log["runs"][0]["results"][0];
    let index = usize::try_from(result["ruleIndex"].as_u64().expect("a number")).expect("small");
    assert_eq!(
        log["runs"][0]["tool"]["driver"]["rules"][index]["id"],
        "unknown-figure"
    );
}

#[test]
fn every_format_says_how_much_was_checked() {
    let office = wrong();
    let said = |format: &str| office.run(&format!("check --message-format {format}"));
    let (_, human, _) = said("human");
    assert!(
        human.contains("north-pier: ") && human.contains(" traced · "),
        "{human}"
    );
    // The log of a job shows both streams; annotations stand alone on their own.
    let (_, annotations, log) = said("github");
    assert!(
        annotations.lines().all(|line| line.starts_with("::")),
        "{annotations}"
    );
    assert!(log.ends_with(&human), "{log}");
    let (_, sarif, log) = said("sarif");
    assert!(log.ends_with(&human), "{log}");
    let sarif: Value = serde_json::from_str(&sarif).expect("JSON");
    let json: Value = serde_json::from_str(&said("json").1).expect("JSON");
    let told = &sarif["runs"][0]["properties"];
    assert_eq!(told["coverage"], json["coverage"]);
    assert_eq!(told["notices"], json["notices"]);
    assert!(told["notices"]["south-pier"]["line"].is_string(), "{told}");
}

#[test]
fn annotations_name_files_from_where_the_program_was_started() {
    let office = Office::with(&[]);
    office.expect("new office desk/press", 0);
    office.change(
        "desk/press/data/notices/samplebury.yaml",
        ("safety.value }} of", "safety.valeu }} of"),
    );
    let (_, stdout, _) = office.run("-C ./desk/press check --message-format github");
    assert!(
        stdout.starts_with("::error file=desk/press/data/notices/samplebury.yaml,"),
        "{stdout}"
    );
    let (_, stdout, _) = office.run("-C desk/press check --message-format sarif");
    assert!(
        stdout.contains("\"uri\": \"desk/press/data/notices/samplebury.yaml\""),
        "{stdout}"
    );
}

#[test]
fn an_office_without_notices_says_so() {
    let office = Office::with(&[]);
    assert!(office.expect("check", 0).contains("pressroom new notice"));
}

#[test]
fn warnings_stop_nothing_unless_denied() {
    let office = Office::with(&["north-pier"]);
    office.change("data/notices/north-pier.yaml", WEEKEND);
    assert!(office.expect("check", 0).contains("warning[embargo-doubtful]"));
    assert!(
        office
            .expect("--deny warnings check", 1)
            .contains("error[embargo-doubtful]")
    );
}

#[test]
fn the_clock_can_be_set_and_the_run_says_so() {
    let office = Office::with(&["north-pier"]);
    assert!(
        office
            .expect("--now 2026-06-11T23:59:00+01:00 check", 0)
            .contains("2026-06-11T23:59:00+01:00")
    );
    let set = office
        .pressroom("check")
        .env("PRESSROOM_NOW", "2026-06-11T22:59:00Z")
        .output()
        .expect("runs");
    assert!(String::from_utf8_lossy(&set.stderr).contains("the clock is set"));
    let empty = office
        .pressroom("check")
        .env("PRESSROOM_NOW", "")
        .output()
        .expect("runs");
    assert!(empty.status.success());
    assert!(!String::from_utf8_lossy(&empty.stderr).contains("the clock is set"));
    assert!(
        office
            .expect("--now 2026-06-11T23:59:00 check", 2)
            .contains("add the offset from UTC")
    );
    // Seconds may be left out, here as in what the program keeps.
    assert!(
        office
            .expect("--now 2026-06-11T23:59+01:00 check", 0)
            .contains("the clock is set to 2026-06-11T23:59+01:00")
    );
    assert!(
        office
            .expect("--now yesterday check", 2)
            .contains("2012-06-11T23:59:00+01:00")
    );
}

#[test]
fn alone_it_prints_help() {
    let office = Office::with(&[]);
    assert!(office.expect("", 2).contains("Usage"));
    assert!(office.expect("biuld", 2).contains("build"));
    assert_eq!(office.run("--version").0, 0);
}

#[test]
fn a_reader_who_goes_away_is_no_failure() {
    let office = Office::with(&["north-pier"]);
    let mut child = std::process::Command::new(office::PROGRAM)
        .arg("explain-code")
        .current_dir(office.home())
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .expect("runs");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("ends");
    assert!(output.status.success() && output.stderr.is_empty(), "{output:?}");
}

#[test]
fn a_result_that_cannot_be_given_is_a_failure() {
    let full = std::fs::OpenOptions::new()
        .write(true)
        .open("/dev/full")
        .expect("a full device");
    let output = std::process::Command::new(office::PROGRAM)
        .arg("explain-code")
        .stdout(full)
        .output()
        .expect("ends");
    assert_eq!(output.status.code(), Some(3));
    assert!(
        String::from_utf8_lossy(&output.stderr).contains("standard output"),
        "{output:?}"
    );
}

#[test]
fn codes_are_explained_by_name_or_nearest_name() {
    let office = Office::with(&[]);
    let (code, stdout, _) = office.run("explain-code unknown-figure");
    assert_eq!(code, 0);
    assert!(stdout.starts_with("unknown-figure (error)"), "{stdout}");
    assert!(
        office
            .expect("explain-code unkown-figure", 2)
            .contains("did you mean `unknown-figure`?")
    );
    let (code, stdout, _) = office.run("explain-code");
    assert!(code == 0 && stdout.lines().count() > 20);
}

#[test]
fn a_code_is_found_however_it_was_copied() {
    let office = Office::with(&[]);
    for asked in [
        "SIGN-OFF-MISSING",
        "sign_off_missing",
        "note[sign-off-missing]:",
        "`sign-off-missing`",
    ] {
        let output = office
            .pressroom("explain-code")
            .arg(asked)
            .output()
            .expect("runs");
        let stdout = String::from_utf8(output.stdout).expect("UTF-8");
        assert!(stdout.starts_with("sign-off-missing (note)"), "{asked}: {stdout}");
    }
    let parts = office.expect("explain-code sign-off", 2);
    assert!(
        parts.contains("did you mean `sign-off-missing`, `sign-off-lapsed`"),
        "{parts}"
    );
}

#[test]
fn a_finding_without_a_place_has_a_file_all_the_same() {
    let office = Office::with(&["north-pier"]);
    office.write("data/notices/south pier.yml", "headline: x\n");
    let (_, stdout, _) = office.run("check --message-format sarif");
    let log: Value = serde_json::from_str(&stdout).expect("JSON");
    for result in log["runs"][0]["results"].as_array().expect("results") {
        let place = &result["locations"][0]["physicalLocation"];
        assert!(
            place["region"]["startLine"].as_u64().is_some_and(|line| line > 0),
            "{result}"
        );
    }
    assert!(
        stdout.contains("\"uri\": \"data/notices/south%20pier.yml\""),
        "{stdout}"
    );
    let (_, stdout, _) = office.run("check --message-format github");
    assert!(
        stdout.contains("file=data/notices/south pier.yml,line=1,title=bad-name::"),
        "{stdout}"
    );
    let (_, stdout, _) = office.run("check --message-format json");
    let json: Value = serde_json::from_str(&stdout).expect("JSON");
    let bad = json["findings"].as_array().expect("findings").iter();
    let mut bad = bad.filter(|finding| finding["code"] == "bad-name");
    assert!(
        bad.all(|finding| finding["file"] == "data/notices/south pier.yml" && finding["line"].is_null()),
        "{stdout}"
    );
}

#[test]
fn in_a_repository_files_are_named_from_its_root() {
    let office = Office::with(&[]);
    office.expect("new office desk/press", 0);
    office.write(".git/HEAD", "ref: refs/heads/main\n");
    office.change(
        "desk/press/data/notices/samplebury.yaml",
        ("safety.value }} of", "safety.valeu }} of"),
    );
    let output = office
        .pressroom("-C press check --message-format github")
        .current_dir(office.path("desk"))
        .output()
        .expect("runs");
    let stdout = String::from_utf8(output.stdout).expect("UTF-8");
    assert!(
        stdout.starts_with("::error file=desk/press/data/notices/samplebury.yaml,"),
        "{stdout}"
    );
}

#[test]
fn a_folder_that_is_not_there_is_told_with_what_to_do() {
    let office = Office::with(&[]);
    let stderr = office.expect("-C nowhere check", 2);
    assert!(stderr.contains("there is no folder nowhere"), "{stderr}");
    assert!(stderr.contains("`pressroom new office nowhere`"), "{stderr}");
    let stderr = office.expect("-C data check", 2);
    assert!(stderr.contains("name the folder above it"), "{stderr}");
}
