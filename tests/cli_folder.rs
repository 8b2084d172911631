//! Reading the office folder from outside: what is taken in, and what is refused with advice.
#![cfg(unix)]

mod office;

use std::fs;
use std::os::unix::fs::symlink;

use office::{INSPECTION, NOTICE, Office, PROGRAMME};

#[test]
fn a_place_that_is_no_office_says_how_to_start_one() {
    let office = Office::with(&[]);
    let stderr = office.expect("-C data/programmes check", 2);
    assert!(
        stderr.contains("data/organisation.yaml") && stderr.contains("pressroom new office"),
        "{stderr}"
    );
    let stderr = office.expect("-C nowhere check", 2);
    assert!(stderr.contains("nowhere"), "{stderr}");
}

#[test]
fn names_that_cannot_be_used_are_refused() {
    for (name, told) in [
        ("con", "reserved"),
        ("manifest", "reserved"),
        (".hidden", "full stop"),
        ("north pier", "space"),
        ("", "empty"),
        (&*"x".repeat(101), "100"),
    ] {
        let office = Office::with(&["north-pier"]);
        office.write(
            &format!("data/notices/{name}.yaml"),
            &NOTICE.replace("INSPECTION", "north-pier"),
        );
        let stderr = office.expect("check", 1);
        assert!(
            stderr.contains("error[bad-name]") && stderr.contains(told),
            "{name}: {stderr}"
        );
    }
}

#[test]
fn names_alike_but_for_case_or_accents_are_refused() {
    for (one, other) in [("quay", "Quay"), ("ŵyr", "w\u{302}yr")] {
        let office = Office::with(&["north-pier"]);
        for name in [one, other] {
            office.write(
                &format!("data/notices/{name}.yaml"),
                &NOTICE.replace("INSPECTION", "north-pier"),
            );
        }
        let stderr = office.expect("check", 1);
        assert!(stderr.contains("error[bad-name]"), "{one}: {stderr}");
    }
}

#[test]
fn files_that_would_not_be_read_are_told() {
    let office = Office::with(&["north-pier"]);
    office.write("data/notices/quay.yml", "");
    assert!(office.expect("check", 1).contains("rename it quay.yaml"));
    fs::remove_file(office.path("data/notices/quay.yml")).expect("removed");
    office.write("data/notices/quay.yaml~", "");
    office.write("data/notices/README.md", "");
    let stderr = office.expect("check", 0);
    assert!(
        stderr.contains("warning[bad-name]") && stderr.contains("\n1 warning, 1 note\n"),
        "{stderr}"
    );
    fs::remove_file(office.path("data/notices/quay.yaml~")).expect("removed");
    office.write("data/notice/quay.yaml", "");
    assert!(office.expect("check", 0).contains("did you mean `notices`?"));
}

#[test]
fn links_out_of_the_folder_are_refused_and_links_within_are_not() {
    let elsewhere = tempfile::tempdir().expect("made");
    let secret = elsewhere.path().join("secret.yaml");
    fs::write(&secret, NOTICE.replace("INSPECTION", "north-pier")).expect("written");
    let office = Office::with(&["north-pier"]);
    symlink("north-pier.yaml", office.path("data/notices/south-pier.yaml")).expect("linked");
    office.expect("build", 0);
    symlink(&secret, office.path("data/notices/west-pier.yaml")).expect("linked");
    let stderr = office.expect("build", 1);
    assert!(
        stderr.contains("data/notices/west-pier.yaml is a link"),
        "{stderr}"
    );
    assert!(!office.there("out/west-pier") && office.there("out/north-pier"));
    fs::remove_dir_all(office.path("data/notices")).expect("removed");
    symlink(elsewhere.path(), office.path("data/notices")).expect("linked");
    let stderr = office.expect("build", 1);
    assert!(stderr.contains("data/notices is a link"), "{stderr}");
}

#[test]
fn what_is_no_ordinary_file_or_too_large_is_refused() {
    let office = Office::with(&["north-pier", "south-pier"]);
    fs::create_dir(office.path("data/notices/west-pier.yaml")).expect("made");
    let stderr = office.expect("build", 1);
    assert!(stderr.contains("west-pier.yaml is a folder"), "{stderr}");
    assert!(office.there("out/north-pier"), "the others are built");
    fs::remove_dir(office.path("data/notices/west-pier.yaml")).expect("removed");
    office.write("data/notices/west-pier.yaml", &"#".repeat(3 * 1024 * 1024));
    assert!(
        office
            .expect("build", 1)
            .contains("error[file-unreadable]: data/notices/west-pier.yaml has ")
    );
    fs::remove_file(office.path("data/notices/west-pier.yaml")).expect("removed");
    symlink("nowhere.yaml", office.path("data/notices/west-pier.yaml")).expect("linked");
    let stderr = office.expect("build", 3);
    assert!(
        stderr.contains("cannot read data/notices/west-pier.yaml"),
        "{stderr}"
    );
}

#[test]
fn a_file_that_looks_like_a_layout_and_is_none_is_told() {
    let office = Office::with(&["north-pier"]);
    for (name, meant) in [
        ("Notice.txt", "notice.txt"),
        ("notice.htm", "notice.html"),
        ("notice.docx", "notice.txt"),
        ("notice.markdown", "notice.md"),
        ("notcie.md", "notice.md"),
    ] {
        office.write(&format!("templates/{name}"), "{{ headline }}\n");
        let stderr = office.expect("build", 0);
        assert!(
            stderr.contains(&format!("warning[bad-name]: templates/{name} is not read")),
            "{stderr}"
        );
        assert!(stderr.contains(&format!("did you mean `{meant}`?")), "{stderr}");
        fs::remove_file(office.path(&format!("templates/{name}"))).expect("removed");
    }
    // What nobody would take for a layout is the office's own business.
    office.write("templates/README.md", "Ours.\n");
    office.write("templates/crest.svg", "<svg/>\n");
    let stderr = office.expect("build", 0);
    assert!(!stderr.contains("templates/"), "{stderr}");
    fs::create_dir(office.path("templates/notice.txt")).expect("made");
    let stderr = office.expect("build", 1);
    assert!(stderr.contains("templates/notice.txt is a folder"), "{stderr}");
    assert!(
        stderr.contains("put the layout there, a file of text"),
        "{stderr}"
    );
}

#[test]
fn a_result_that_cannot_be_read_stops_what_may_rest_on_it() {
    let office = Office::with(&["north-pier", "south-pier"]);
    fs::remove_file(office.path("data/inspections/south-pier.yaml")).expect("removed");
    symlink("nowhere.yaml", office.path("data/inspections/south-pier.yaml")).expect("linked");
    office.expect("build", 3);
    assert!(!office.there("out/north-pier") && !office.there("data/notices.lock"));
}

#[test]
fn a_result_left_out_stops_what_it_may_be_compared_with_however_its_programme_is_written() {
    let unreadable = ("area: SOUTH-PIER", "area: [SOUTH-PIER");
    let wharves = "programme: wharves";
    for (written, change, refused) in [
        ("programme: \"piers\"", unreadable, true),
        ("programme: piers # the third round", unreadable, true),
        ("programme: &p piers", unreadable, true),
        ("programme:\n  piers", unreadable, true),
        ("\"programme\": piers", unreadable, true),
        ("programme: peirs", unreadable, true),
        // It can be read, and is of no programme there is.
        ("programme: peirs", ("area", "area"), true),
        (wharves, unreadable, false),
        (wharves, ("area", "area"), false),
    ] {
        let office = Office::with(&["north-pier"]);
        office.write("data/programmes/wharves.yaml", PROGRAMME);
        let other = INSPECTION.replace("AREA", "SOUTH-PIER").replace("SCORE", "9");
        office.write(
            "data/inspections/south-pier.yaml",
            &other
                .replace("programme: piers", written)
                .replace(change.0, change.1),
        );
        let stderr = office.run("build north-pier").2;
        assert_eq!(
            stderr.contains("refused north-pier"),
            refused,
            "{written}: {stderr}"
        );
        assert_eq!(office.there("out/north-pier"), !refused, "{written}: {stderr}");
    }
}

#[test]
fn a_notice_that_is_no_yaml_is_refused_by_name_and_stops_no_other() {
    let office = Office::with(&["north-pier", "south-pier"]);
    office.expect("build", 0);
    let good = office.files("out/north-pier");
    office.write("data/notices/north-pier.yaml", "headline: \"never closed\n");
    office.change("data/notices/south-pier.yaml", ("new report", "newer report"));
    let stderr = office.expect("build", 1);
    assert!(
        stderr.contains("error[yaml-syntax]") && stderr.contains("data/notices/north-pier.yaml:1:"),
        "{stderr}"
    );
    assert_eq!(office.files("out/north-pier"), good);
    assert!(
        office
            .read("out/south-pier/south-pier.md")
            .contains("newer report")
    );
    assert!(
        office
            .expect("check north-pier", 1)
            .contains("error[yaml-syntax]")
    );
    office.expect("check south-pier", 0);
    assert!(
        office
            .expect("explain north-pier", 1)
            .contains("pressroom check north-pier")
    );
}

#[test]
fn an_organisation_that_cannot_be_read_stops_every_notice() {
    let office = Office::with(&["north-pier"]);
    office.change(
        "data/organisation.yaml",
        ("time-zone: Europe/London", "time-zone: Europe/Lundon"),
    );
    office.expect("build", 1);
    assert!(!office.there("out/north-pier"));
}
