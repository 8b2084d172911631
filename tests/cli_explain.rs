//! `explain` and `facts` from outside: from any number to the place in the data that makes it so.

mod office;

use office::Office;

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
}

#[test]
fn facts_are_json_of_one_notice() {
    let office = Office::with(&["north-pier"]);
    let (code, stdout, stderr) = office.run("facts north-pier");
    assert_eq!((code, stderr.as_str()), (0, ""));
    let facts: serde_json::Value = serde_json::from_str(&stdout).expect("JSON");
    assert_eq!(facts["format"], 1);
    assert!(stdout.contains("70%"), "{stdout}");
}
