//! `status` from outside: a row a notice, by embargo, and what stands in the way.

mod office;

use std::fs;

use office::{MISSPELT, Office};
use serde_json::Value;

fn json(office: &Office, arguments: &str) -> Value {
    let (code, stdout, stderr) = office.run(arguments);
    assert_eq!(code, 0, "{stderr}");
    let json: Value = serde_json::from_str(&stdout).expect("JSON");
    assert_eq!(json["format"], 1);
    json
}

fn row<'j>(json: &'j Value, notice: &str) -> &'j Value {
    let rows = json["notices"].as_array().expect("a list");
    rows.iter().find(|row| row["notice"] == notice).expect("a row")
}

#[test]
fn notices_stand_by_embargo_with_what_is_in_the_way() {
    let office = Office::with(&["north-pier", "south-pier", "west-pier"]);
    for file in ["notices", "inspections"] {
        office.change(
            &format!("data/{file}/south-pier.yaml"),
            ("2026-06-16", "2026-06-15"),
        );
    }
    office.change("data/notices/west-pier.yaml", MISSPELT);
    office.expect("sign-off south-pier --by lead-inspector", 0);
    let (code, stdout, _) = office.run("--now 2026-06-14T09:00:00+01:00 status");
    assert_eq!(code, 0);
    let lines: Vec<&str> = stdout.lines().collect();
    assert!(lines[0].starts_with("notice "), "{stdout}");
    assert!(
        lines[1].starts_with("south-pier") && lines[2].starts_with("north-pier"),
        "{stdout}"
    );
    assert!(
        lines[1].contains("2026-06-15 00:01 BST  15 hours 1 minute"),
        "{stdout}"
    );
    assert!(
        lines[1].contains("1 of 1") && lines[1].ends_with("the embargo"),
        "{stdout}"
    );
    assert!(
        lines[2].contains("0 of 1") && lines[2].ends_with("sign-off-missing"),
        "{stdout}"
    );
    assert!(lines[3].contains("unknown-figure"), "{stdout}");
    assert!(
        !stdout.contains("70%") && !stdout.contains("Work to keep"),
        "{stdout}"
    );

    let json = json(&office, "--now 2026-06-14T09:00:00+01:00 status --json");
    let south = row(&json, "south-pier");
    assert_eq!(south["embargo"], "2026-06-15T00:01:00+01:00");
    assert_eq!(south["seconds-to-run"], 15 * 3600 + 60);
    assert_eq!(
        (&south["sign-offs"]["valid"], &south["sign-offs"]["needed"]),
        (&1.into(), &1.into())
    );
    assert_eq!(
        (&south["outputs"], &south["issued"]),
        (&"not built".into(), &Value::Null)
    );
    assert_eq!(row(&json, "west-pier")["errors"]["unknown-figure"], 1);
}

#[test]
fn outputs_are_current_stale_drafted_changed_or_the_last_good() {
    let office = Office::with(&["north-pier"]);
    let outputs = |office: &Office| row(&json(office, "status --json"), "north-pier")["outputs"].clone();
    let lock = |office: &Office| row(&json(office, "status --json"), "north-pier")["lock"].clone();
    assert_eq!(outputs(&office), "not built");
    office.expect("build", 0);
    assert_eq!(
        (outputs(&office), lock(&office)),
        ("current".into(), "current".into())
    );
    office.change("data/inspections/north-pier.yaml", ("70%", "69%"));
    assert_eq!(
        (outputs(&office), lock(&office)),
        ("stale".into(), "out of date".into())
    );
    office.change("data/inspections/north-pier.yaml", ("69%", "70%"));
    office.change("data/notices/north-pier.yaml", MISSPELT);
    assert_eq!(
        (outputs(&office), lock(&office)),
        ("last good".into(), Value::Null)
    );
    office.change("data/notices/north-pier.yaml", (MISSPELT.1, MISSPELT.0));
    fs::write(office.path("out/north-pier/north-pier.txt"), "edited").expect("written");
    assert_eq!(outputs(&office), "changed by hand");
    office.expect("build --draft", 0);
    assert_eq!(outputs(&office), "draft");
}

#[test]
fn what_is_published_or_withdrawn_says_so() {
    let office = Office::with(&["north-pier"]);
    office.change("data/notices/north-pier.yaml", ("2026-06-16", "2012-06-12"));
    office.expect("sign-off north-pier --by lead-inspector", 0);
    let (_, stdout, _) = office.run("status");
    assert!(
        stdout.contains("  over  ") && stdout.contains("  nothing"),
        "{stdout}"
    );
    office.expect("publish north-pier", 0);
    let (_, stdout, _) = office.run("status");
    assert!(stdout.contains("version 1  published"), "{stdout}");
    let withdrawn = office
        .pressroom("correct north-pier --withdraw --reason")
        .arg("It was premature.");
    assert!(withdrawn.output().expect("runs").status.success());
    let (_, stdout, _) = office.run("status");
    assert!(stdout.contains("version 2  withdrawn"), "{stdout}");
}

#[test]
fn what_differs_since_it_was_published_stands_in_the_way() {
    let office = Office::with(&["north-pier"]);
    office.change("data/notices/north-pier.yaml", ("2026-06-16", "2012-06-12"));
    office.expect("sign-off north-pier --by lead-inspector", 0);
    office.expect("publish north-pier", 0);
    office.change("data/inspections/north-pier.yaml", ("70%", "69%"));
    let json = json(&office, "status --json");
    let north = row(&json, "north-pier");
    assert_eq!(north["issued"]["version"], 1);
    assert_eq!(
        (&north["published"], &north["errors"]["issued-differs"]),
        (&false.into(), &1.into())
    );
}

#[test]
fn what_renamed_notices_left_is_told() {
    let office = Office::with(&["north-pier"]);
    office.change("data/notices/north-pier.yaml", ("2026-06-16", "2012-06-12"));
    office.expect("sign-off north-pier --by lead-inspector", 0);
    office.expect("build", 0);
    office.expect("publish north-pier", 0);
    assert_eq!(
        json(&office, "status --json")["left-behind"],
        serde_json::json!([])
    );
    fs::rename(
        office.path("data/notices/north-pier.yaml"),
        office.path("data/notices/pier.yaml"),
    )
    .expect("renamed");
    let left = json(&office, "status --json")["left-behind"].clone();
    let what: Vec<&str> = left
        .as_array()
        .expect("a list")
        .iter()
        .map(|one| one["what"].as_str().expect("a word"))
        .collect();
    assert_eq!(what, ["issued", "lock", "outputs", "sign-offs"]);
    let (_, stdout, _) = office.run("status");
    assert!(
        stdout.contains("left behind: sign-offs of north-pier, data/sign-offs/north-pier/"),
        "{stdout}"
    );
    // A notice that cannot be read today has not gone.
    fs::rename(
        office.path("data/notices/pier.yaml"),
        office.path("data/notices/north-pier.yaml"),
    )
    .expect("renamed");
    office.write("data/notices/north-pier.yaml", "headline: [");
    assert_eq!(
        json(&office, "status --json")["left-behind"],
        serde_json::json!([])
    );
}

#[test]
fn official_statistics_come_out_at_half_past_nine_with_somebody_responsible() {
    let office = Office::with(&["north-pier"]);
    let notice = "data/notices/north-pier.yaml";
    office.change(
        notice,
        (
            "embargo: 2026-06-16 00:01",
            "profile: official-statistics\npublication: 2026-06-16",
        ),
    );
    let north = |office: &Office| row(&json(office, "status --json"), "north-pier").clone();
    assert_eq!(north(&office)["publication"], "2026-06-16T09:30:00+01:00");
    assert_eq!(north(&office)["embargo"], Value::Null);
    let stderr = office.expect("check", 0);
    assert!(
        stderr.contains("warning[contact-missing]") && stderr.contains("lead statistician"),
        "{stderr}"
    );
    assert!(!stderr.contains("embargo-doubtful"), "{stderr}");
    office.change(
        "data/organisation.yaml",
        (
            "{name: Press desk,",
            "{name: Press desk, role: lead statistician,",
        ),
    );
    assert!(!office.expect("check", 0).contains("contact-missing"));
    office.change(
        notice,
        ("publication: 2026-06-16", "publication: 2026-06-16 10:00"),
    );
    let stderr = office.expect("check", 0);
    assert!(
        stderr.contains("warning[embargo-doubtful]") && stderr.contains("09:30"),
        "{stderr}"
    );
    office.change(
        "data/programmes/piers.yaml",
        (
            "name: Pier Inspection",
            "name: Pier Inspection\nusual-time: \"10:00\"",
        ),
    );
    assert!(!office.expect("check", 0).contains("embargo-doubtful"));
    office.expect("build", 0);
    assert!(!office.read("out/north-pier/north-pier.txt").contains("EMBARGOED"));
}
