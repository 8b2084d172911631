//! `correct` from outside: a published notice issued again says what it said, what it says, and why.

mod office;
mod pier;
mod repository;

use office::Office;
use pier::{INSPECTION, NOTICE, correct, published, sign, unpublished};

#[test]
fn a_corrected_notice_says_what_it_said() {
    let office = published();
    office.change(INSPECTION, ("70%", "64%"));
    let stderr = office.run("check").2;
    assert!(stderr.contains("issued-differs"), "{stderr}");
    let stderr = office.expect("publish north-pier", 1);
    assert!(stderr.contains("pressroom correct"), "{stderr}");
    let (code, stderr) = correct(&office, "--correction", "The score was typed wrong.");
    assert_eq!(code, 1, "the speaker has not agreed to the new figure: {stderr}");
    sign(&office);
    let (code, stderr) = correct(&office, "--correction", "The score was typed wrong.");
    assert_eq!(code, 0, "{stderr}");
    for format in ["md", "html", "txt"] {
        let text = office.read(&format!("public/north-pier/north-pier.{format}"));
        let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
        for told in [
            "Correction, ",
            "The score was typed wrong.",
            "It said:",
            "Work to keep visitors safe was done well enough 70% of the time.",
            "It now says:",
            "Work to keep visitors safe was done well enough 64% of the time.",
            "This notice was corrected on",
            "it is version 2.",
        ] {
            assert!(flat.contains(told), "{format}: {told}\n{text}");
        }
    }
    let text = office.read("public/north-pier/north-pier.txt");
    assert!(text.contains("Was  Now"), "{text}");
    let record = office.read("data/issued/north-pier.yaml");
    for told in [
        "version: 1",
        "version: 2",
        "kind: correction",
        "The score was typed wrong.",
    ] {
        assert!(record.contains(told), "{told}\n{record}");
    }
    // It stands: publishing it again changes nothing, and nothing more is to be said of it.
    let before = office.files("public");
    assert!(office.expect("publish north-pier", 0).contains("nothing to do"));
    assert_eq!(office.files("public"), before);
    assert!(!office.run("check").2.contains("issued-differs"));
    assert_eq!(office.run("diff").0, 0);
}

#[test]
fn a_correction_of_nothing_or_of_no_kind_is_refused() {
    let office = published();
    let before = (office.files("public"), office.files("data"));
    let (code, stderr) = correct(&office, "--correction", "Nothing was wrong.");
    assert_eq!(code, 1);
    assert!(stderr.contains("nothing changed"), "{stderr}");
    office.change(INSPECTION, ("70%", "64%"));
    assert_eq!(correct(&office, "", "No kind.").0, 2);
    assert_eq!(correct(&office, "--correction --revision", "Both kinds.").0, 2);
    let (code, stderr) = correct(&office, "--revision", " ");
    assert_eq!(code, 2);
    assert!(stderr.contains("the reason is empty"), "{stderr}");
    office.change(INSPECTION, ("64%", "164%"));
    assert_eq!(correct(&office, "--revision", "With an error in it.").0, 1);
    office.change(INSPECTION, ("164%", "70%"));
    assert_eq!((office.files("public"), office.files("data")), before);
    let never = Office::with(&["north-pier"]);
    let (code, stderr) = correct(&never, "--revision", "Too early.");
    assert_eq!(code, 2);
    assert!(stderr.contains("never issued"), "{stderr}");
}

#[test]
fn a_revision_is_not_called_a_correction_and_the_second_change_stands_over_the_first() {
    let office = published();
    for (from, to, kind, reason) in [
        ("70%", "71%", "--revision", "Late returns came in."),
        ("71%", "72%", "--correction", "One return was counted twice."),
    ] {
        office.change(INSPECTION, (from, to));
        sign(&office);
        let (code, stderr) = correct(&office, kind, reason);
        assert_eq!(code, 0, "{stderr}");
    }
    let text = office.read("public/north-pier/north-pier.txt");
    let second = text.find("Correction, ").expect("the second change");
    let first = text.find("Revision, ").expect("the first change");
    assert!(second < first, "{text}");
    assert!(text.contains("it is version 3"), "{text}");
}

#[test]
fn a_correction_that_takes_back_a_checked_claim_is_called_substantial() {
    let office = unpublished();
    office.change(INSPECTION, ("safety: 70%", "safety: {value: 70%, average: 65%}"));
    office.change(
        INSPECTION,
        (
            "results:",
            "given: [{columns: [average], as-at: 2015-06-16, source: the last report}]\nresults:",
        ),
    );
    office.change(
        NOTICE,
        (
            "of the time.\n",
            "of the time. That is [above the average][over].\n",
        ),
    );
    office.change(
        NOTICE,
        (
            "contacts:",
            "claims:\n  over: safety.value is above(than=safety.average)\ncontacts:",
        ),
    );
    sign(&office);
    office.expect("publish north-pier", 0);
    office.change(INSPECTION, ("70%", "60%"));
    let (code, stderr) = correct(&office, "--correction", "Typed wrong.");
    assert_eq!(code, 1, "the claim is untrue: {stderr}");
    office.change(NOTICE, ("above the average", "below the average"));
    office.change(NOTICE, ("is above(", "is below("));
    sign(&office);
    let (code, stderr) = correct(&office, "--correction", "Typed wrong.");
    assert_eq!(code, 0, "{stderr}");
    let text = office.read("public/north-pier/north-pier.txt");
    let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let told =
        "This is a substantial correction: it said “above the average”, and now says “below the average”.";
    assert!(flat.contains(told), "{text}");
}

#[test]
fn a_late_publication_has_one_day() {
    // It was due in 2015, and is published by the clock of this machine.
    let office = unpublished();
    sign(&office);
    let stderr = office.expect("publish north-pier", 0);
    assert!(
        stderr.contains("the day of publication on its page is the day that it was due"),
        "{stderr}"
    );
    office.change(INSPECTION, ("70%", "64%"));
    sign(&office);
    let (code, stderr) = correct(&office, "--correction", "The score was typed wrong.");
    assert_eq!(code, 0, "{stderr}");
    let text = office.read("public/north-pier/north-pier.txt");
    let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(flat.contains("Published 00:01, 16 June 2015"), "{text}");
    assert!(
        flat.contains("The version before it, version 1, was published on 16 June 2015."),
        "{text}"
    );
}

#[test]
fn under_a_set_clock_nothing_public_changes() {
    let office = published();
    office.change(INSPECTION, ("70%", "64%"));
    sign(&office);
    let before = (office.files("public"), office.files("data"));
    let now = "--now 2035-01-01T09:00:00Z";
    let kind = |more: &str| format!("--correction {now} {more}");
    assert_eq!(correct(&office, &kind(""), "A rehearsal.").0, 2);
    let (code, stderr) = correct(&office, &kind("--rehearse rehearsal"), "A rehearsal.");
    assert_eq!(code, 0, "{stderr}");
    assert!(
        office
            .read("rehearsal/north-pier/north-pier.txt")
            .contains("Correction, 1 January 2035")
    );
    assert_eq!((office.files("public"), office.files("data")), before);
    let (code, stderr) = correct(
        &office,
        "--correction --now 2014-01-01T09:00:00Z --rehearse r",
        "Too early.",
    );
    assert_eq!(code, 1);
    assert!(stderr.contains("the clock is behind the last issue"), "{stderr}");
}

#[test]
fn words_of_the_reason_are_never_markup() {
    let office = published();
    office.change(INSPECTION, ("70%", "64%"));
    sign(&office);
    let (code, stderr) = correct(
        &office,
        "--correction",
        "The <b>score</b> | *was* [typed](javascript:x) wrong.",
    );
    assert_eq!(code, 0, "{stderr}");
    let page = office.read("public/north-pier/north-pier.html");
    assert!(
        page.contains("&lt;b&gt;score") && !page.contains("<b>score"),
        "{page}"
    );
    assert!(!page.contains("href=\"javascript"));
}

/// It is told under embargo alone, so the public edition, its record and what was agreed to are without it.
#[test]
fn the_reason_says_no_figure_that_the_notice_does_not() {
    let office = published();
    office.change(INSPECTION, ("70%", "64%"));
    sign(&office);
    let before = (office.files("public"), office.files("data"));
    let wrong = [
        ("The score is 95%, not 70%.", "unbound-number", "14"),
        (
            "Safety is the highest of all piers.",
            "claim-without-condition",
            "15",
        ),
        ("TBC", "blank-left", "1"),
    ];
    for kind in ["--correction", "--revision", "--withdraw"] {
        for (reason, code, column) in wrong {
            let (exit, stderr) = correct(&office, kind, reason);
            assert_eq!(exit, 1, "{kind} {reason}: {stderr}");
            let told = format!("error[{code}]");
            let place = format!("--> --reason:1:{column}");
            assert!(stderr.contains(&told) && stderr.contains(&place), "{stderr}");
        }
    }
    assert_eq!((office.files("public"), office.files("data")), before);
    // What is no result somebody answers for.
    let reason = "Thirteen of the returns were read twice.";
    assert_eq!(correct(&office, "--correction", reason).0, 1);
    let accepted = format!(
        "accepted:\n  - {{code: unbound-number, words: {reason:?}, reason: counted by hand, by: lead-inspector}}\ncontacts:"
    );
    office.change(NOTICE, ("contacts:", &accepted));
    let (exit, stderr) = correct(&office, "--correction", reason);
    assert_eq!(exit, 0, "{stderr}");
    // Both figures may be named, in any spelling.
    office.change(INSPECTION, ("64%", "65%"));
    sign(&office);
    let (exit, stderr) = correct(
        &office,
        "--correction",
        "It said 64%; sixty-five per cent is right.",
    );
    assert_eq!(exit, 0, "{stderr}");
}

#[test]
fn what_was_not_in_the_notice_is_called_so_and_by_its_label() {
    let office = unpublished();
    office.change(
        "data/programmes/piers.yaml",
        (
            "tables:",
            "  records: {label: Record keeping, unit: \"%\", better: higher}\ntables:",
        ),
    );
    office.change(INSPECTION, ("safety: 70%", "safety: 70%\n  records: 78%"));
    office.change(
        "data/programmes/piers.yaml",
        ("scores:\n", "scores:\n    rows: [safety]\n"),
    );
    office.change(
        "data/organisation.yaml",
        ("people:", "house-style: {quotation-marks: single}\npeople:"),
    );
    office.change(
        NOTICE,
        (
            "of the time.\n",
            "of the time.\n\n        The records were {{ records.value }}. They were the inspectors’\n",
        ),
    );
    sign(&office);
    office.expect("publish north-pier", 0);
    office.change(
        NOTICE,
        (
            "\n\n        The records were {{ records.value }}. They were the inspectors’\n",
            "\n",
        ),
    );
    sign(&office);
    let (code, stderr) = correct(&office, "--correction", "It gave records of another pier.");
    assert_eq!(code, 0, "{stderr}");
    let text = office.read("public/north-pier/north-pier.txt");
    let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(flat.contains("It said: The records were 78%."), "{text}");
    // The paragraph before it is the last now, and says what it said.
    assert!(!flat.contains("It said: Work to keep"), "{text}");
    assert!(flat.contains("Record keeping 78% not in the notice"), "{text}");
    assert!(!flat.contains("not given"), "{text}");
}

#[test]
fn a_record_of_another_notice_or_without_its_instant_is_an_altered_one() {
    const RECORD: &str = "data/issued/north-pier.yaml";
    let office = published();
    let whole = office.read(RECORD);
    let due = whole.lines().find(|line| line.trim_start().starts_with("due:"));
    let due = due.expect("an instant").trim_start().to_owned();
    for (was, is) in [
        ("notice: \"north-pier\"", "notice: \"south-pier\""),
        (due.as_str(), "due: soon"),
    ] {
        office.change(RECORD, (was, is));
        let stderr = office.expect("check", 1);
        assert!(stderr.contains("error[issued-altered]"), "{stderr}");
        assert!(stderr.contains("restore the file from git"), "{stderr}");
        office.write(RECORD, &whole);
    }
    office.change(RECORD, ("pressroom: 1", "pressroom: 2"));
    let stderr = office.expect("check", 1);
    assert!(stderr.contains("error[format-version]"), "{stderr}");
}

#[test]
fn a_note_of_the_programs_own_follows_the_house() {
    let office = unpublished();
    let moved = "embargo: 2035-06-19 00:01\nembargo-moved:\n  from: 2035-06-16 00:01\n  day: 2035-06-14\n  reason: It is laid later.";
    office.change(NOTICE, ("embargo: 2015-06-16 00:01", moved));
    let own = "notes:\n  - The report is at <https://reports.example/piers>.\n";
    office.change(NOTICE, (own, ""));
    office.expect("build", 0);
    let text = || office.read("out/north-pier/north-pier.txt");
    assert!(
        text().contains("\n1. The embargo of this notice was changed"),
        "{}",
        text()
    );
    office.change(
        "data/organisation.yaml",
        ("people:", "house-style: {notes: plain}\npeople:"),
    );
    office.expect("build", 0);
    assert!(
        text().contains("\nThe embargo of this notice was changed"),
        "{}",
        text()
    );
}
