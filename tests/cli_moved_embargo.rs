//! An embargo that moved, from outside: who is told, and what stays as it was agreed.

mod office;
mod pier;
mod repository;

use pier::{INSPECTION, NOTICE, correct, published, sign, unpublished};

#[test]
fn another_embargo_of_a_published_notice_is_told_where_it_stands() {
    let office = published();
    office.change(NOTICE, ("embargo: 2015-06-16 00:01", "embargo: 2015-06-16 09:30"));
    let stderr = office.expect("check", 0);
    let place = "--> data/notices/north-pier.yaml:3:10";
    assert!(
        stderr.contains("warning[issued-differs]: the notice has another embargo") && stderr.contains(place),
        "{stderr}"
    );
    let stderr = office.expect("publish north-pier", 1);
    assert!(
        stderr.contains("error[issued-differs]: the notice has another embargo") && stderr.contains(place),
        "{stderr}"
    );
    assert!(stderr.contains("leave the embargo of a published notice as it was"));
    assert!(!stderr.contains("letterhead"), "one reason is enough: {stderr}");
    let (code, stderr) = correct(&office, "--correction", "At another hour.");
    assert_eq!(code, 1, "{stderr}");
    assert!(stderr.contains(place), "{stderr}");
}

#[test]
fn a_published_notice_with_a_new_embargo_is_held() {
    let office = published();
    let before = office.files("public");
    office.change(NOTICE, ("embargo: 2015-06-16", "embargo: 2095-06-16"));
    office.change(INSPECTION, ("70%", "64%"));
    let (code, stderr) = correct(&office, "--correction", "Too early.");
    assert_eq!(code, 5, "{stderr}");
    assert_eq!(office.files("public"), before);
}

#[test]
fn an_embargo_that_moved_is_told_to_those_who_hold_an_old_copy() {
    let office = published();
    let moved = "embargo: 2035-06-19 00:01\nembargo-moved:\n  from: 2035-06-16 00:01\n  day: 2035-06-14\n  reason: The report is laid before the assembly three days later.";
    office.change(NOTICE, ("embargo: 2015-06-16 00:01", moved));
    office.expect("build", 0);
    for format in ["md", "html", "txt"] {
        let text = office.read(&format!("out/north-pier/north-pier.{format}"));
        let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
        for told in [
            "Change of embargo, 14 June 2035",
            "The report is laid before the assembly three days later.",
            "EMBARGOED UNTIL 00:01 – SATURDAY, 16 June 2035",
            "EMBARGOED UNTIL 00:01 – TUESDAY, 19 June 2035",
            "Copies that carry another embargo are out of date.",
        ] {
            assert!(flat.contains(told), "{format}: {told}\n{text}");
        }
    }
    office.change(NOTICE, ("from: 2035-06-16", "from: 2035-06-19"));
    let stderr = office.run("check").2;
    assert!(stderr.contains("is where it was"), "{stderr}");
}

#[test]
fn a_notice_of_which_the_embargo_moved_is_published_as_it_was_agreed() {
    let office = unpublished();
    let moved = |reason: &str| {
        format!(
            "embargo: 2015-06-16 00:01\nembargo-moved:\n  from: 2015-06-12 00:01\n  day: 2015-06-11\n  reason: {reason}"
        )
    };
    sign(&office);
    office.change(
        NOTICE,
        (
            "embargo: 2015-06-16 00:01",
            &moved("The report is laid [14 days][laid] later, and {{ safety.value }} is its score."),
        ),
    );
    let notice = office.read(NOTICE);
    let claims = if notice.contains("\nclaims:\n") {
        notice.replace(
            "\nclaims:\n",
            "\nclaims:\n  laid: {as-written: the act sets it}\n",
        )
    } else {
        notice + "claims:\n  laid: {as-written: the act sets it}\n"
    };
    office.write(NOTICE, &claims);
    let quiet = |stderr: &str| {
        for code in [
            "issued-differs",
            "sign-off-lapsed",
            "unused-claim",
            "unknown-claim",
        ] {
            assert!(!stderr.contains(code), "{code}: {stderr}");
        }
    };
    quiet(&office.expect("check", 0));
    quiet(&office.expect("publish north-pier", 0));
    let record = office.read("data/issued/north-pier.yaml");
    assert!(!record.contains("laid"), "{record}");
    quiet(&office.expect("check", 0));
}
