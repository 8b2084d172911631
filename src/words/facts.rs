//! What the words can see, printed as the house prints it, for `facts`.

use std::sync::Arc;

use serde_json::{Map as Json, Value as JsonValue};
use tera::{Map, Value};

use super::compose::Script;
use super::house::House;
use super::{context, items};

/// Every name of a notice's words with what it prints.
pub fn visible(script: &Script<'_>) -> JsonValue {
    items::begin(script.house);
    group(&context::names(&script.subject), script.house)
}

fn group(map: &Map, house: &Arc<House>) -> JsonValue {
    let mut out = Json::new();
    for (key, value) in map {
        let Some(name) = key.as_str() else { continue };
        // `value__count` is how Tera is told `value.count`.
        out.insert(name.replace("__", "."), printed(value, house));
    }
    JsonValue::Object(out)
}

fn printed(value: &Value, house: &Arc<House>) -> JsonValue {
    if let Some(map) = value.as_map() {
        group(map, house)
    } else if let Some(list) = value.as_array() {
        JsonValue::Array(list.iter().map(|value| printed(value, house)).collect())
    } else {
        match items::item_of(value) {
            Some(item) => JsonValue::String(item.print(house)),
            None => JsonValue::String(value.to_string()),
        }
    }
}
