//! What the program gives to other programs: JSON whose every key is on its page, docs/json.md.

mod office;

use office::{MISSPELT, compared};
use serde_json::Value;

#[test]
fn programs_read_it_as_json() {
    let office = compared();
    let (code, stdout, _) = office.run("explain south-pier --json");
    let json: Value = serde_json::from_str(&stdout).expect("JSON");
    assert_eq!(
        (code, &json["format"], &json["notice"]),
        (0, &1.into(), &"south-pier".into())
    );
    let entries = || {
        let parts = json["parts"].as_array().expect("parts");
        parts
            .iter()
            .flat_map(|part| part["entries"].as_array().expect("entries"))
    };
    let figure = entries().find(|entry| entry["is"] == "figure").expect("a figure");
    assert_eq!(
        (&figure["printed"], &figure["figure"]["exact"]),
        (&"71%".into(), &"71".into())
    );
    assert_eq!(
        figure["figure"]["given"]["at"]["file"],
        "data/inspections/south-pier.yaml"
    );
    assert_eq!(
        (&figure["at"]["line"], &figure["expression"]),
        (&10.into(), &"safety.value".into())
    );
    let claim = entries().find(|entry| entry["is"] == "claim").expect("a claim");
    let row = &claim["claim"]["tests"][0]["rows"][0];
    assert_eq!(
        row["with"][0]["figures"][0]["computed"]["days"][0]["counts"],
        "up-to"
    );
    assert_eq!(
        (&row["holds"]["exact"], &row["holds"]["printed"]),
        (&true.into(), &false.into())
    );
    for kind in ["data", "chosen", "program"] {
        assert!(entries().any(|entry| entry["is"] == kind), "{kind}");
    }
}

/// Every key of a JSON document.
fn keys(value: &Value, all: &mut Vec<String>) {
    match value {
        Value::Object(object) => object.iter().for_each(|(key, value)| {
            all.push(key.clone());
            keys(value, all);
        }),
        Value::Array(values) => values.iter().for_each(|value| keys(value, all)),
        _ => {}
    }
}

#[test]
fn every_key_of_the_json_is_documented() {
    let office = compared();
    office.change("data/inspections/west-pier.yaml", ("72%", "62 of 79"));
    office.change("data/notices/north-pier.yaml", MISSPELT);
    let page = include_str!("../docs/json.md");
    let mut all = Vec::new();
    for command in [
        "explain south-pier --json",
        "explain west-pier --json",
        "explain south-pier safety.lowest --json",
        "check --message-format json --show-values",
    ] {
        let (_, stdout, _) = office.run(command);
        keys(&serde_json::from_str(&stdout).expect("JSON"), &mut all);
    }
    all.retain(|key| !key.ends_with("-pier"));
    let told = |key: &str| page.contains(&format!("`{key}`")) || page.contains(&format!("\"{key}\""));
    let untold: Vec<&String> = all.iter().filter(|key| !told(key)).collect();
    assert!(all.len() > 100 && untold.is_empty(), "{untold:?}");
}
