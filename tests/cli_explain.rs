//! `explain` and `facts` from outside: from any number to the place in the data that makes it so.

mod office;

use office::{MISSPELT, Office, compared};
use serde_json::Value;

/// What `explain south-pier ASKED` says.
fn explained(office: &Office, asked: &str) -> String {
    let output = office
        .pressroom("explain south-pier")
        .arg(asked)
        .output()
        .expect("runs");
    let stderr = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{asked}: {stderr}");
    String::from_utf8(output.stdout).expect("UTF-8")
}

#[test]
fn every_number_leads_to_a_place_and_that_place_changes_it() {
    let office = Office::with(&["north-pier"]);
    office.change("data/inspections/north-pier.yaml", ("70%", "62 of 79"));
    let (code, stdout, stderr) = office.run("explain north-pier");
    assert_eq!(code, 0, "{stderr}");
    for told in [
        "quotation 1, paragraph 1",
        "Work to keep visitors safe was done well enough 78% of the time.",
        "safety.value, printed at data/notices/north-pier.yaml:10:",
        "exactly 78.481… (6200/79) (per cent), 62 of 79",
        "rounded to 0 decimal places, halves away from zero",
        "data/inspections/north-pier.yaml:5:11",
    ] {
        assert!(stdout.contains(told), "{told}\n{stdout}");
    }
    let line = office
        .read("data/inspections/north-pier.yaml")
        .lines()
        .nth(4)
        .expect("line 5")
        .to_owned();
    assert_eq!(line.split_at(10).1, "62 of 79", "the cited place is the figure");
    office.change("data/inspections/north-pier.yaml", ("62 of 79", "55 of 79"));
    assert!(
        office
            .run("explain north-pier")
            .1
            .contains("well enough 70% of the time")
    );
}

#[test]
fn a_notes_number_comes_from_its_place_in_the_list() {
    let office = Office::with(&["north-pier"]);
    let (_, stdout, _) = office.run("explain north-pier");
    let told = "      the note's place under `notes:`\n      from data/notices/north-pier.yaml:13:5\n";
    assert!(stdout.contains(told), "{stdout}");
    assert!(!stdout.contains("given as  at"), "{stdout}");
}

#[test]
fn one_figure_can_be_asked_for() {
    let office = Office::with(&["north-pier"]);
    let (code, stdout, _) = office.run("explain north-pier safety.value");
    assert!(
        code == 0 && stdout.contains("table scores") && stdout.contains("safety.value"),
        "{stdout}"
    );
    assert!(
        office
            .expect("explain north-pier safety.valeu", 2)
            .contains("did you mean `safety.value`?")
    );
    assert!(
        office
            .expect("explain nort-pier", 2)
            .contains("did you mean `north-pier`?")
    );
    assert!(
        office
            .expect("explain zebra", 2)
            .contains("there is only `north-pier`")
    );
}

#[test]
fn whatever_a_person_copies_is_found() {
    let office = compared();
    for (asked, told) in [
        ("71%", "safety.value, printed at"),
        ("71", "safety.value, printed at"),
        ("71 per cent", "safety.value, printed at"),
        ("seventy-one percent", "safety.value, printed at"),
        ("{{ safety.value }}", "safety.value, printed at"),
        (" Safety.Value ", "safety.value, printed at"),
        ("well enough 71% of", "safety.value, printed at"),
        ("Seventeen", "facts.reports, printed at"),
        ("17", "facts.reports, printed at"),
        ("facts.reports | in_words", "facts.reports, printed at"),
        (
            "September 2009",
            "given as 2009-09 at data/programmes/piers.yaml:2:18",
        ),
        ("better", "the claim `better`, data/notices/south-pier.yaml:12:"),
        ("[above the average][better]", "the claim `better`"),
        ("above the average", "the claim `better`"),
        ("data/inspections/south-pier.yaml:5", "safety.value, printed at"),
        ("south-pier.yaml:5:12", "safety.value, printed at"),
        ("safety.lowest", "safety.lowest, printed nowhere in the notice"),
        (
            "020 7946 0102",
            "given as 020 7946 0102 at data/organisation.yaml:10:",
        ),
        (
            "embargoed until",
            "given as 2026-06-16 00:01 at data/notices/south-pier.yaml:3:10",
        ),
        (
            "12 June 2026",
            "given as 2026-06-12 at data/notices/south-pier.yaml:2:9",
        ),
    ] {
        let says = explained(&office, asked);
        assert!(says.contains(told), "{asked}: {told}\n{says}");
    }
    let advice = office.expect("explain south-pier safetty", 2);
    assert!(advice.contains("did you mean `safety`"), "{advice}");
    assert!(
        advice.lines().count() < 4 && !advice.contains("facts."),
        "{advice}"
    );
}

#[test]
fn a_claim_tells_every_figure_of_every_row() {
    let says = explained(&compared(), "better");
    for told in [
        "rests on `safety.value is above(than=safety.average)`, data/notices/south-pier.yaml:",
        "holds: the condition is true before rounding and as printed, and allows these words",
        "safety.value prints 71%",
        "given as 71% at data/inspections/south-pier.yaml:5:11",
        "safety.average prints 71%",
        "exactly 70.5 (per cent)",
        "rounded to 0 decimal places",
        "north-pier: safety.value 70% at data/inspections/north-pier.yaml:5:11",
    ] {
        let holds = !told.starts_with("holds");
        assert!(says.contains(told) || !holds, "{told}\n{says}");
    }
    // 71% is above 70.5% and prints as it does: the words claim what nobody can see.
    assert!(
        says.contains("does not hold: true before rounding, and not as printed"),
        "{says}"
    );
    assert!(
        says.contains("→ holds before rounding, and not as printed"),
        "{says}"
    );
}

#[test]
fn a_benchmark_names_the_days_that_decide_it_and_a_difference_its_own_steps() {
    let says = explained(&compared(), "safety.average");
    for told in [
        "up to the day of south-pier, published 2026-06-16 at data/inspections/south-pier.yaml:3:12",
        "north-pier counts, published 2026-06-14 at data/inspections/north-pier.yaml:3:12",
        "west-pier does not count yet, published 2026-06-30 at data/inspections/west-pier.yaml:3:12",
    ] {
        assert!(says.contains(told), "{told}\n{says}");
    }
    let says = explained(&compared(), "safety.value | difference(from=safety.average)");
    let steps = "computed: the one minus the other, before rounding, from\n        safety.value prints 71%\n";
    assert!(says.contains(steps), "{says}");
    assert!(
        says.contains("computed: over 2 results to date: average of areas"),
        "{says}"
    );
}

#[test]
fn words_chosen_by_data_name_their_figures() {
    let office = compared();
    office.change("data/inspections/north-pier.yaml", ("70%", "60%"));
    let says = explained(&office, "and above it");
    assert!(
        says.contains("chosen by the filter `against`, data/notices/south-pier.yaml:12:"),
        "{says}"
    );
    assert!(says.contains("safety.average prints 66%"), "{says}");
    let says = explained(&office, "reports");
    assert!(
        says.contains("chosen by the filter `plural`, data/notices/south-pier.yaml:12:"),
        "{says}"
    );
    assert!(says.contains("facts.reports prints 17"), "{says}");
    let says = explained(&office, "It is not the lowest.");
    let test = "chosen by `safety.value is above(than=safety.lowest)`, data/notices/south-pier.yaml:12:";
    assert!(
        says.contains(test) && says.contains("safety.lowest prints 60%"),
        "{says}"
    );
}

#[test]
fn typed_numbers_say_what_they_were_taken_for() {
    let office = Office::with(&["north-pier"]);
    office.change(
        "data/notices/north-pier.yaml",
        (
            "  - The report is at <https://reports.example/piers>.\n",
            "  - The report is at <https://reports.example/2026/piers>. We came on 3 June 2026 with 14 people.\n",
        ),
    );
    for (asked, told) in [
        ("reports.example/2026", "part of an address"),
        (
            "3 June 2026",
            "a date, typed in the words, printed at data/notices/north-pier.yaml:13:",
        ),
        ("14", "typed in the words: no figure stands behind it"),
    ] {
        let output = office
            .pressroom("explain north-pier")
            .arg(asked)
            .output()
            .expect("runs");
        let says = String::from_utf8(output.stdout).expect("UTF-8");
        assert!(says.contains(told), "{asked}: {told}\n{says}");
        let stderr = String::from_utf8(output.stderr).expect("UTF-8");
        assert!(
            stderr.contains("an error stands against `north-pier`"),
            "{stderr}"
        );
    }
}

#[test]
fn with_several_inspections_names_say_which() {
    let office = Office::with(&["north-pier", "south-pier"]);
    office.change(
        "data/notices/north-pier.yaml",
        ("inspection: north-pier", "inspections: [north-pier, south-pier]"),
    );
    office.change(
        "data/notices/north-pier.yaml",
        (
            "Pier safety in {{ area }} inspected",
            "{{ areas | length | at_start }} piers: {{ north_pier.safety.value }} and {{ south_pier.safety.value }}",
        ),
    );
    office.change(
        "data/notices/north-pier.yaml",
        ("{{ safety.value }}", "{{ south_pier.safety.value }}"),
    );
    for (asked, told) in [
        (
            "north_pier.safety.value",
            "given as 70% at data/inspections/north-pier.yaml:5:11",
        ),
        ("north-pier.safety.value", "north_pier.safety.value, printed at"),
        ("safety.value", "south_pier.safety.value, printed at"),
        ("areas | length", "    Two\n      areas | length, printed at"),
        (
            "two",
            "south_pier.area SOUTH-PIER at data/inspections/south-pier.yaml:2:7",
        ),
    ] {
        let output = office
            .pressroom("explain north-pier")
            .arg(asked)
            .output()
            .expect("runs");
        let says = String::from_utf8(output.stdout).expect("UTF-8");
        assert!(says.contains(told), "{asked}: {told}\n{says}");
    }
}

#[test]
fn every_name_that_facts_lists_is_explained_though_it_prints_nowhere() {
    let office = Office::with(&["south-pier"]);
    let told = explained(&office, "embargo.date");
    assert!(
        told.contains("embargo.date, printed nowhere in the notice"),
        "{told}"
    );
    assert!(told.contains("would print 16 June 2026"), "{told}");
    assert!(told.contains("at data/notices/south-pier.yaml:"), "{told}");
    for name in ["programme.name", "issued", "embargo.weekday"] {
        assert!(explained(&office, name).contains("printed nowhere"), "{name}");
    }
    let (_, json, _) = office.run("explain south-pier embargo.date --json");
    assert!(json.contains("\"prints\": \"16 June 2026\""), "{json}");
    let stderr = office.expect("explain south-pier embargo.dat", 2);
    assert!(stderr.contains("did you mean `embargo.date`"), "{stderr}");
}

#[test]
fn facts_are_json_of_one_notice() {
    let office = Office::with(&["north-pier"]);
    for name in ["north-pier", "north-pier.yaml", "data/notices/north-pier.yaml"] {
        let (code, stdout, stderr) = office.run(&format!("facts {name}"));
        assert_eq!((code, stderr.as_str()), (0, ""));
        let facts: Value = serde_json::from_str(&stdout).expect("JSON");
        assert_eq!(facts["format"], 1);
        assert!(stdout.contains("70%"), "{stdout}");
    }
}

#[test]
fn errors_that_stand_are_told_and_what_cannot_be_read_is_an_error() {
    let office = Office::with(&["north-pier"]);
    office.change("data/notices/north-pier.yaml", MISSPELT);
    for command in ["explain", "facts"] {
        let (code, stdout, stderr) = office.run(&format!("{command} north-pier"));
        assert_eq!(code, 0, "what is right is shown all the same");
        assert!(stdout.contains("NORTH-PIER"), "{stdout}");
        assert!(
            stderr.contains("an error stands against `north-pier`"),
            "{stderr}"
        );
    }
    office.write("data/notices/north-pier.yaml", "headline: \"never closed\n");
    for command in ["explain", "facts"] {
        let stderr = office.expect(&format!("{command} north-pier"), 1);
        assert!(
            stderr.contains("`pressroom check north-pier` says why"),
            "{stderr}"
        );
    }
}
