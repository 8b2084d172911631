//! Findings as SARIF 2.1.0, for code scanning and editors.

use serde_json::{Map, Value, json};

use super::github::under;
use super::settled::Reported;
use crate::finding::{Code, Place, Severity, Sources};

/// A SARIF log of one run whose rules are the whole catalogue. `prefix` is the office folder's path from the root of
/// the repository, with `/`, empty for the root itself; columns count characters.
pub fn sarif(findings: &[Reported], sources: &Sources, prefix: &str, values: bool) -> Value {
    let rules: Vec<Value> = Code::ALL
        .iter()
        .map(|code| {
            json!({
                "id": code.name(),
                "shortDescription": {"text": code.meaning()},
                "help": {"text": code.remedy()},
                "defaultConfiguration": {"level": code.severity().name()},
            })
        })
        .collect();
    let results: Vec<Value> = findings
        .iter()
        .map(|one| result(one, sources, prefix, values))
        .collect();
    json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": "pressroom",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": rules,
            }},
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    })
}

fn result(reported: &Reported, sources: &Sources, prefix: &str, values: bool) -> Value {
    let finding = &reported.finding;
    let mut text = finding.says.clone();
    if values {
        for line in &finding.shown {
            text.push('\n');
            text.push_str(line);
        }
    }
    if !finding.advice.is_empty() {
        text.push('\n');
        text.push_str(&finding.advice);
    }
    let level = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    };
    let index = Code::ALL.iter().position(|code| *code == finding.code);
    let mut object = Map::new();
    object.insert("ruleId".to_owned(), finding.code.name().into());
    object.insert("ruleIndex".to_owned(), index.into());
    object.insert("level".to_owned(), level.into());
    object.insert("message".to_owned(), json!({"text": text}));
    let place = match finding.place {
        Some(place) => location(place, sources, prefix),
        // GitHub refuses results that have none.
        None => spot(
            &reported.file(),
            prefix,
            json!({"startLine": 1, "startColumn": 1}),
        ),
    };
    object.insert("locations".to_owned(), json!([place]));
    let related: Vec<Value> = finding
        .also
        .iter()
        .enumerate()
        .map(|(at, (place, label))| {
            let mut location = location(*place, sources, prefix);
            location["id"] = at.into();
            location["message"] = json!({"text": label});
            location
        })
        .collect();
    if !related.is_empty() {
        object.insert("relatedLocations".to_owned(), related.into());
    }
    Value::Object(object)
}

fn location(place: Place, sources: &Sources, prefix: &str) -> Value {
    let source = sources.get(place.file);
    let (start, end) = (source.position(place.start), source.position(place.end));
    let region = json!({
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    });
    spot(source.path(), prefix, region)
}

fn spot(path: &str, prefix: &str, region: Value) -> Value {
    json!({"physicalLocation": {
        "artifactLocation": {"uri": address(&under(prefix, path))},
        "region": region,
    }})
}

/// A relative path as a URI: everything but unreserved characters and `/` is percent-encoded.
fn address(path: &str) -> String {
    let mut address = String::new();
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            address.push(char::from(byte));
        } else {
            address.push_str(&format!("%{byte:02X}"));
        }
    }
    address
}
