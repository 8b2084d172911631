//! Filters that choose words from data (`| against(than=…)`, `| moved(from=…)`, `| as_share`) and the tests of
//! `{% if %}`, both judged as claims are.

use std::sync::Arc;

use indexmap::IndexMap;
use tera::{Kwargs, State, Tera, TeraResult, Value};

use super::filters::{figure, figure_argument};
use super::items::{self, Item};
use super::refusal::{refuse, wants};
use crate::claims::chosen::{self, Chosen, Count};
use crate::claims::kinds::{COUNTERS, Kind};
use crate::claims::reading::{Cannot, Given};
use crate::figures::Figure;
use crate::quantity::{Exact, Rounding};
use crate::release::Basis;

/// Registers filters and tests.
pub fn register(tera: &mut Tera) {
    tera.register_filter("against", |value: Value, kwargs: Kwargs, _: &State| {
        let (figure, _) = figure(&value, "against")?;
        let than = figure_argument(&kwargs, "than", "against")?;
        print(
            chosen::against(&figure, &than, rounding()),
            "against",
            vec![figure, than],
        )
    });
    tera.register_filter("moved", |value: Value, kwargs: Kwargs, _: &State| {
        let (figure, _) = figure(&value, "moved")?;
        let from = match kwargs.iter().any(|(name, _)| name.as_str() == Some("from")) {
            true => Some(figure_argument(&kwargs, "from", "moved")?),
            false => None,
        };
        let moved = chosen::moved(&figure, from.as_ref(), rounding());
        print(moved, "moved", std::iter::once(figure).chain(from).collect())
    });
    tera.register_filter("as_share", |value: Value, _: Kwargs, _: &State| {
        let (figure, _) = figure(&value, "as_share")?;
        print(chosen::as_share(&figure, rounding()), "as_share", vec![figure])
    });
    for kind in chosen::tests() {
        tera.register_test(kind.name, move |value: Value, kwargs: Kwargs, _: &State| {
            test(kind, &value, &kwargs, false)
        });
        // `is not above`, as the template writes it for Tera: what a condition means by it, which is more than that the
        // test does not hold.
        let denied = format!("not_{}", kind.name);
        tera.register_test(denied, move |value: Value, kwargs: Kwargs, _: &State| {
            test(kind, &value, &kwargs, true)
        });
    }
}

/// Words chosen from the data are the data's: they need no claim.
fn print(chosen: Result<Chosen, Cannot>, by: &'static str, figures: Vec<Arc<Figure>>) -> TeraResult<Value> {
    match chosen {
        Ok(Chosen { words, claim }) => {
            let claim = Some(claim);
            let basis = Basis::Chosen { by, claim, figures };
            Ok(items::store_on(Item::Text(words), Some(Arc::new(basis))))
        }
        Err(cannot) => Err(refuse(cannot)),
    }
}

fn rounding() -> Rounding {
    items::house()
        .map(|house| house.numbers.rounding)
        .unwrap_or_default()
}

fn test(kind: &'static Kind, value: &Value, kwargs: &Kwargs, denied: bool) -> TeraResult<bool> {
    let subject = match value.as_array() {
        Some(values) => values
            .iter()
            .map(|value| figure(value, kind.name).map(|(figure, _)| figure))
            .collect(),
        None => figure(value, kind.name).map(|(figure, _)| vec![figure]),
    }?;
    let mut arguments = IndexMap::new();
    let mut count = Count::Every;
    for (key, value) in kwargs.iter() {
        let name = key.as_str().unwrap_or_default();
        if !kind.takes(name) {
            return Err(wants(format!("`{}` wants no argument `{name}`", kind.name)));
        }
        if COUNTERS.contains(&name) {
            count = counter(name, value)?;
        } else {
            arguments.insert(name.to_owned(), given(kind, name, value)?);
        }
    }
    chosen::holds(kind, &subject, &arguments, count, denied, rounding()).map_err(refuse)
}

fn counter(name: &str, value: &Value) -> TeraResult<Count> {
    let number = value.as_u64().and_then(|number| usize::try_from(number).ok());
    match (name, number, value.as_bool()) {
        ("exactly", Some(number), _) => Ok(Count::Exactly(number)),
        ("at_least", Some(number), _) => Ok(Count::AtLeast(number)),
        ("at_most", Some(number), _) => Ok(Count::AtMost(number)),
        ("most", _, Some(true)) => Ok(Count::Most),
        _ => Err(wants(format!("`{name}` wants a whole number, or `most=true`"))),
    }
}

fn given(kind: &Kind, name: &str, value: &Value) -> TeraResult<Given> {
    let wrong = || wants(format!("`{}` wants a figure for `{name}=`", kind.name));
    if let Some(values) = value.as_array() {
        let figures: Option<Vec<Arc<Figure>>> = values.iter().map(as_figure).collect();
        return figures.map(Given::Figures).ok_or_else(wrong);
    }
    if let Some(figure) = as_figure(value) {
        return Ok(Given::Figure(figure));
    }
    if let Some(text) = value.as_str() {
        return Ok(Given::Text(text.to_owned()));
    }
    if value.is_number() {
        // As it is spelt: no binary floating point.
        return Exact::parse(&value.to_string())
            .map(Given::Number)
            .ok_or_else(wrong);
    }
    value.as_bool().map(Given::Flag).ok_or_else(wrong)
}

fn as_figure(value: &Value) -> Option<Arc<Figure>> {
    match items::item_of(value) {
        Some(Item::Figure(figure, _)) => Some(figure),
        _ => None,
    }
}
