//! What the words can see, printed as the house prints it, for `facts`.

use std::collections::BTreeSet;
use std::sync::Arc;

use serde_json::{Map as Json, Value as JsonValue};
use tera::{Map, Value};

use super::compose::Script;
use super::house::House;
use super::{context, items};
use crate::finding::Place;
use crate::release::Basis;

/// Every name of a notice's words with what it prints.
pub fn visible(script: &Script<'_>) -> JsonValue {
    items::begin(script.house);
    group(&context::names(&script.subject), script.house)
}

/// A text or date of the data that the words can see.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// Its name in the words: `embargo.date`.
    pub name: String,
    /// What it prints.
    pub prints: String,
    /// Where it stands in the data.
    pub place: Place,
}

/// Every text and date of the data that a notice's words can see, each name once.
pub fn kept(script: &Script<'_>) -> Vec<Kept> {
    items::begin(script.house);
    let mut all = Vec::new();
    let names: Value = context::names(&script.subject).into();
    gather(&names, script.house, &mut all);
    let mut told = BTreeSet::new();
    all.retain(|one| told.insert(one.name.clone()));
    all
}

fn gather(value: &Value, house: &Arc<House>, all: &mut Vec<Kept>) {
    if let Some(map) = value.as_map() {
        map.values().for_each(|value| gather(value, house, all));
    } else if let Some(list) = value.as_array() {
        list.iter().for_each(|value| gather(value, house, all));
    } else if let (Some(item), Some(basis)) = (items::item_of(value), items::basis_of(value))
        && let Basis::Kept { name, place } = &*basis
    {
        all.push(Kept {
            name: name.clone(),
            prints: item.print(house),
            place: *place,
        });
    }
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
