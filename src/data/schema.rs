//! JSON Schemas of the four kinds of document, for editors that complete and check YAML as it is typed.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

use super::{Inspection, Notice, Organisation, Programme};

/// The schema of each kind of document, by its name: `inspection`, `notice`, `organisation`, `programme`.
///
/// Each is a JSON Schema (draft 2020-12) that stands alone. Written beside the data as `NAME.schema.json`, it serves an
/// editor through a first line such as `# yaml-language-server: $schema=../../schemas/notice.schema.json`.
pub fn schema() -> BTreeMap<&'static str, Value> {
    BTreeMap::from([
        (
            "inspection",
            of::<Inspection>(
                "inspection",
                "The results of one inspection: data/inspections/NAME.yaml",
            ),
        ),
        (
            "notice",
            of::<Notice>(
                "notice",
                "The words of a notice, or of a series: data/notices/NAME.yaml",
            ),
        ),
        (
            "organisation",
            of::<Organisation>(
                "organisation",
                "The issuer of the notices: data/organisation.yaml",
            ),
        ),
        (
            "programme",
            of::<Programme>(
                "programme",
                "A programme, its measures and tables: data/programmes/NAME.yaml",
            ),
        ),
    ])
}

fn of<T: JsonSchema>(kind: &str, title: &str) -> Value {
    let generated = SchemaSettings::draft2020_12()
        .into_generator()
        .into_root_schema_for::<T>()
        .to_value();
    let mut schema = Map::new();
    schema.insert(
        "$schema".to_owned(),
        json!("https://json-schema.org/draft/2020-12/schema"),
    );
    schema.insert(
        "$id".to_owned(),
        json!(format!("https://pressroom.example/schema/1/{kind}.schema.json")),
    );
    schema.insert("title".to_owned(), json!(title));
    if let Value::Object(generated) = generated {
        for (key, value) in generated {
            schema.entry(key).or_insert(value);
        }
    }
    let mut schema = Value::Object(schema);
    agree(&mut schema);
    schema
}

/// Makes the schema say what the readers do: a record has no other keys than those it lists, a key that stands there
/// has a value, and a text may be spelt as a number (`headline: 2012`).
fn agree(schema: &mut Value) {
    match schema {
        Value::Object(keys) => {
            // Where a record is made of two, schemars closes it by this rarer keyword, which fewer editors know.
            let closed = keys.shift_remove("unevaluatedProperties").is_some();
            if (closed || keys.contains_key("properties")) && !keys.contains_key("additionalProperties") {
                keys.insert("additionalProperties".to_owned(), json!(false));
            }
            without_null(keys);
            let chosen = ["enum", "const", "oneOf"]
                .iter()
                .any(|key| keys.contains_key(*key));
            if !chosen && keys.get("type") == Some(&json!("string")) {
                keys.insert("type".to_owned(), json!(["string", "number"]));
            }
            keys.values_mut().for_each(agree);
        }
        Value::Array(items) => items.iter_mut().for_each(agree),
        _ => {}
    }
}

fn without_null(keys: &mut Map<String, Value>) {
    if let Some(Value::Array(types)) = keys.get_mut("type") {
        types.retain(|name| *name != "null");
        if let [only] = types.as_slice() {
            let only = only.clone();
            keys.insert("type".to_owned(), only);
        }
    }
    if let Some(Value::Array(choices)) = keys.get_mut("anyOf") {
        choices.retain(|choice| *choice != json!({"type": "null"}));
        if let [Value::Object(only)] = choices.as_slice() {
            let only = only.clone();
            keys.shift_remove("anyOf");
            for (key, value) in only {
                keys.entry(key).or_insert(value);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every object of the schema.
    fn objects<'s>(schema: &'s Value, found: &mut Vec<&'s Map<String, Value>>) {
        match schema {
            Value::Object(keys) => {
                found.push(keys);
                keys.values().for_each(|value| objects(value, found));
            }
            Value::Array(items) => items.iter().for_each(|value| objects(value, found)),
            _ => {}
        }
    }

    #[test]
    fn each_schema_stands_alone_and_is_closed() {
        for (kind, schema) in schema() {
            let mut found = Vec::new();
            objects(&schema, &mut found);
            for keys in found {
                if let Some(Value::String(to)) = keys.get("$ref") {
                    let to = schema.pointer(to.trim_start_matches('#'));
                    assert!(to.is_some(), "{kind}: {keys:?}");
                }
                assert!(
                    !keys.contains_key("properties") || keys.contains_key("additionalProperties"),
                    "{keys:?}"
                );
                assert_ne!(keys.get("type"), Some(&json!("null")), "{kind}: {keys:?}");
                let by_kind = Value::Object(keys.clone()).to_string().contains("$by-kind");
                assert!(!by_kind, "{kind}: an inner name shows");
            }
            assert_eq!(schema["additionalProperties"], json!(false), "{kind}");
            assert_eq!(
                schema["$id"],
                format!("https://pressroom.example/schema/1/{kind}.schema.json")
            );
        }
    }

    #[test]
    fn a_notice_is_flat_as_its_yaml_is() {
        let keys = &schema()["notice"]["properties"];
        assert_eq!(keys["headline"]["type"], json!(["string", "number"]));
        assert!(keys.get("claims").is_some() && keys.get("parts").is_none());
        let columns = &schema()["inspection"]["$defs"]["ResultColumns"];
        assert_eq!(columns["additionalProperties"], json!({"$ref": "#/$defs/Cell"}));
    }
}
