//! The filters over lists: joined by the language or by the author, and how many there are.

use std::sync::Arc;

use tera::{Error, Kwargs, State, Tera, TeraResult, Value};

use super::items::{self, Form, Item};
use super::refusal::wants;
use crate::figures::{self, Figure, Input, Inputs, Provenance, Subject};
use crate::quantity::{Exact, Quantity, Unit};
use crate::release::Basis;

/// Registers them.
pub fn register(tera: &mut Tera) {
    tera.register_filter("list", list);
    tera.register_filter("join", join);
    tera.register_filter("length", length);
}

/// A list joined by the author's own separator: refused where a name holds it, and so would be read as two.
fn join(value: Value, kwargs: Kwargs, _: &State) -> TeraResult<Value> {
    let separator = kwargs.get::<&str>("sep")?.unwrap_or_default();
    let values = value
        .as_array()
        .ok_or_else(|| wants("`join` wants a list, such as `areas`"))?;
    let holds = |value: &Value| match items::item_of(value) {
        Some(Item::Text(text)) => text.contains(separator.trim()),
        _ => false,
    };
    if !separator.trim().is_empty() && values.iter().any(holds) {
        return Err(wants(
            "`join` wants names without the separator in them; `list` keeps such names apart",
        ));
    }
    let printed: Vec<String> = values.iter().map(Value::to_string).collect();
    Ok(Value::normal_string(&printed.join(separator)))
}

/// A list with commas and "and"; a name that contains either is kept apart by semicolons.
fn list(value: Value, _: Kwargs, _: &State) -> TeraResult<Value> {
    let values = value
        .as_array()
        .ok_or_else(|| wants("`list` wants a list, such as `areas`"))?;
    let house = items::house().ok_or_else(|| Error::message("no house style"))?;
    // The language joins the printed texts; each is then put back as its own item.
    let texts: Vec<String> = values
        .iter()
        .map(|value| items::item_of(value).map_or_else(|| value.to_string(), |item| item.print(&house)))
        .collect();
    let mut joined = house.language.list(&texts, house.serial_comma);
    let mut out = String::new();
    for (value, text) in values.iter().zip(&texts) {
        let Some(at) = joined.find(text.as_str()) else {
            continue;
        };
        out.push_str(&joined[..at]);
        match items::item_of(value) {
            Some(item) => out.push(items::character_on(item, items::basis_of(value))),
            None => out.push_str(text),
        }
        joined = joined.split_off(at + text.len());
    }
    out.push_str(&joined);
    Ok(Value::normal_string(&out))
}

/// How many there are, as a figure computed from them.
fn length(value: Value, _: Kwargs, _: &State) -> TeraResult<Value> {
    let values = value
        .as_array()
        .ok_or_else(|| wants("`length` wants a list, such as `areas`"))?;
    let inputs = values.iter().filter_map(|value| match items::item_of(value)? {
        Item::Figure(figure, _) => Some(figure.provenance.shared(&figure.name)),
        _ => match items::basis_of(value)?.as_ref() {
            Basis::Kept { name, place } => Some(Inputs::all(vec![Input {
                inspection: None,
                label: name.clone(),
                typed: String::new(),
                place: *place,
            }])),
            Basis::Chosen { .. } => None,
        },
    });
    let inputs = Inputs::joined(inputs);
    let count = i64::try_from(values.len()).unwrap_or(i64::MAX);
    Ok(items::store(Item::Figure(
        Arc::new(Figure {
            name: "length".to_owned(),
            value: figures::Value::Known {
                quantity: Quantity {
                    amount: Exact::whole(count),
                    unit: Unit::Number(None),
                    places: 0,
                },
                of: None,
            },
            subject: Subject {
                column: "length".to_owned(),
                ..Subject::default()
            },
            provenance: Provenance::Computed {
                rule: "how many there are".to_owned(),
                inputs,
                steps: Vec::new(),
            },
        }),
        Form::Bare,
    )))
}
