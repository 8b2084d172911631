//! The filters a press officer writes round a figure: `{{ control.value | in_words }}`. One line each in
//! data/README.md.

use std::sync::Arc;

use tera::{Error, Kwargs, State, Tera, TeraResult, Value};

use super::items::{self, DateForm, Fault, Form, Item};
use super::refusal::{missing, not_computable, wants};
use super::template;
use crate::figures::{self, Figure};
use crate::quantity::{Exact, Quantity, Unit};
use crate::release::Basis;

/// Every filter that the words may name, for "did you mean".
pub const FILTERS: &[&str] = &[
    "in_words",
    "at_start",
    "house",
    "counted",
    "number",
    "short",
    "noun",
    "plural",
    "ordinal",
    "ordinal_in_words",
    "signed",
    "size",
    "difference",
    "percent_change",
    "list",
    "length",
    "upper",
    "lower",
    "title",
    "capitalize",
    "weekday",
    "month_year",
    "year",
    "day_month",
    "join",
    "first",
    "last",
    "nth",
    "reverse",
    "default",
    "against",
    "as_share",
    "moved",
];

/// Registers the filters; those of Tera's own that would hide a figure's origin are replaced or refused.
pub fn register(tera: &mut Tera) {
    for (name, form) in [
        ("in_words", Form::Words),
        ("house", Form::House),
        ("counted", Form::Counted),
        ("number", Form::Number),
        ("short", Form::Short),
        ("noun", Form::Noun),
        ("ordinal", Form::Ordinal),
        ("ordinal_in_words", Form::OrdinalWords),
        ("signed", Form::Signed),
        ("size", Form::Size),
    ] {
        tera.register_filter(name, move |value: Value, _: Kwargs, _: &State| {
            in_form(&value, name, form)
        });
    }
    for (name, form) in [
        ("weekday", DateForm::Weekday),
        ("month_year", DateForm::MonthYear),
        ("year", DateForm::Year),
        ("day_month", DateForm::DayMonth),
    ] {
        tera.register_filter(
            name,
            move |value: Value, _: Kwargs, _: &State| match items::item_of(&value) {
                Some(Item::Date(date, _)) => {
                    Ok(items::store_on(Item::Date(date, form), items::basis_of(&value)))
                }
                Some(Item::Month(year, month)) if matches!(form, DateForm::Year | DateForm::MonthYear) => {
                    let first = chrono::NaiveDate::from_ymd_opt(year, month, 1);
                    Ok(first.map_or_else(Value::none, |first| {
                        items::store_on(Item::Date(first, form), items::basis_of(&value))
                    }))
                }
                _ => Err(wants(format!("`{name}` wants a date"))),
            },
        );
    }
    for (name, change) in [
        ("upper", str::to_uppercase as fn(&str) -> String),
        ("lower", str::to_lowercase),
        ("title", title),
        ("capitalize", sentence_start),
    ] {
        tera.register_filter(name, move |value: Value, _: Kwargs, _: &State| {
            on_text(&value, name, change)
        });
    }
    tera.register_filter("at_start", at_start);
    tera.register_filter("plural", plural);
    tera.register_filter("difference", |value: Value, kwargs: Kwargs, _: &State| {
        from_two(&value, &kwargs, "difference", figures::difference)
    });
    tera.register_filter("percent_change", |value: Value, kwargs: Kwargs, _: &State| {
        from_two(&value, &kwargs, "percent_change", figures::percent_change)
    });
    super::lists::register(tera);
    super::comparisons::register(tera);
    tera.register_filter("print", print);
    tera.register_test("missing", |value: Value, _: Kwargs, _: &State| is_missing(&value));
    tera.register_test("known", |value: Value, _: Kwargs, _: &State| !is_missing(&value));
    tera.register_test(
        "named",
        |value: Value, kwargs: Kwargs, _: &State| -> TeraResult<bool> {
            let name = kwargs.must_get::<&str>("name")?;
            Ok(match items::item_of(&value) {
                Some(Item::Text(text) | Item::Written(text)) => text == name,
                _ => value.as_str() == Some(name),
            })
        },
    );
}

/// The figure that a value is, with a message where it is none.
pub fn figure(value: &Value, name: &str) -> TeraResult<(Arc<Figure>, Form)> {
    match items::item_of(value) {
        Some(Item::Figure(figure, form)) => Ok((figure, form)),
        _ => Err(wants(format!("`{name}` wants a figure, such as `control.value`"))),
    }
}

/// A named argument that is a figure.
pub fn figure_argument(kwargs: &Kwargs, argument: &str, name: &str) -> TeraResult<Arc<Figure>> {
    let value = kwargs
        .get::<Value>(argument)?
        .ok_or_else(|| wants(format!("`{name}` wants `{argument}=` with a figure")))?;
    figure(&value, name).map(|(figure, _)| figure)
}

fn in_form(value: &Value, name: &str, form: Form) -> TeraResult<Value> {
    let (figure, before) = figure(value, name)?;
    let has_noun = matches!(
        figure.quantity().map(|quantity| &quantity.unit),
        Some(Unit::Number(Some(_))) | None
    );
    if form == Form::Noun && !has_noun {
        return Err(wants(format!(
            "`noun` wants a figure that counts something; `{}` has no noun",
            figure.name
        )));
    }
    if form == Form::Short
        && let Some(quantity) = figure.quantity()
        && quantity.unit.letters().is_empty()
    {
        return Err(wants(format!(
            "`short` wants a figure in millions and the like, or in pence; `{}` prints in full",
            figure.name
        )));
    }
    // `difference | size | in_words` keeps the size: only the sign was dropped.
    let figure = if before == Form::Size && form != Form::Size {
        Arc::new(size_of(&figure))
    } else {
        figure
    };
    Ok(items::store(Item::Figure(figure, form)))
}

/// The figure without its sign.
fn size_of(figure: &Figure) -> Figure {
    match figure.quantity() {
        Some(quantity) => {
            let quantity = Quantity {
                amount: quantity.amount.abs(),
                ..quantity.clone()
            };
            figures::derived(figure, "size", quantity, "without its sign", &[figure])
        }
        None => figure.clone(),
    }
}

fn on_text(value: &Value, name: &str, change: fn(&str) -> String) -> TeraResult<Value> {
    match items::item_of(value) {
        Some(Item::Text(text)) => Ok(items::store_on(Item::Text(change(&text)), items::basis_of(value))),
        Some(Item::Written(text)) => Ok(items::store_on(
            Item::Written(change(&text)),
            items::basis_of(value),
        )),
        Some(_) => Err(wants(format!(
            "`{name}` wants a text; a figure prints as the house prints it, at the start of a sentence with `at_start`"
        ))),
        None => match value.as_str() {
            Some(text) => Ok(items::store(Item::Written(change(text)))),
            None => Err(wants(format!("`{name}` wants a text"))),
        },
    }
}

fn title(text: &str) -> String {
    text.split(' ').map(sentence_start).collect::<Vec<_>>().join(" ")
}

fn sentence_start(text: &str) -> String {
    items::house().map_or_else(|| text.to_owned(), |house| house.language.sentence_start(text))
}

fn at_start(value: Value, _: Kwargs, _: &State) -> TeraResult<Value> {
    match items::item_of(&value) {
        Some(Item::Figure(figure, _)) => Ok(items::store(Item::Figure(figure, Form::Start))),
        _ => on_text(&value, "at_start", sentence_start),
    }
}

fn plural(value: Value, kwargs: Kwargs, _: &State) -> TeraResult<Value> {
    let one = kwargs.must_get::<&str>("one")?;
    let other = kwargs.must_get::<&str>("other")?;
    let (figure, _) = figure(&value, "plural")?;
    let quantity = figure
        .quantity()
        .ok_or_else(|| missing(&figure, format!("`{}` is missing", figure.name)))?;
    let rounding = items::house()
        .map(|house| house.numbers.rounding)
        .unwrap_or_default();
    let is_one = quantity.rounded(rounding).abs() == Exact::whole(1);
    let chosen = if is_one { one } else { other }.to_owned();
    let basis = Basis::Chosen {
        by: "plural",
        claim: None,
        figures: vec![Arc::clone(&figure)],
    };
    Ok(items::store_on(Item::Written(chosen), Some(Arc::new(basis))))
}

fn from_two(
    value: &Value,
    kwargs: &Kwargs,
    name: &'static str,
    compute: fn(&Figure, &Figure) -> Option<Figure>,
) -> TeraResult<Value> {
    let (figure, _) = figure(value, name)?;
    let from = figure_argument(kwargs, "from", name)?;
    match compute(&figure, &from) {
        Some(result) => Ok(items::store(Item::Figure(Arc::new(result), Form::Bare))),
        None => Err(no_result(name, &figure, &from)),
    }
}

/// Why a difference or change cannot be computed.
fn no_result(name: &str, figure: &Figure, from: &Figure) -> Error {
    if let Some(one) = [figure, from].into_iter().find(|one| one.quantity().is_none()) {
        return missing(one, format!("`{}` is missing, and `{name}` needs it", one.name));
    }
    let unit = |one: &Figure| one.quantity().map(|quantity| quantity.unit.clone());
    let why = if unit(figure) != unit(from) {
        "their units differ"
    } else if matches!(unit(figure), Some(Unit::Rating(_))) {
        "ratings have an order, and no distance"
    } else {
        "the earlier value is zero"
    };
    not_computable(format!(
        "`{name}` of `{}` from `{}` cannot be computed: {why}",
        figure.name, from.name
    ))
}

/// What every `{{ }}` ends with: puts the tag's marks round what is printed, and notes what must not print.
fn print(value: Value, kwargs: Kwargs, _: &State) -> TeraResult<Value> {
    let at = kwargs.must_get::<usize>("at")?;
    let mut printed = String::new();
    if let Some(map) = value.as_map() {
        let fields = map.iter().filter_map(|(key, _)| key.as_str().map(str::to_owned));
        items::fault(
            at,
            Fault::Group(fields.filter(|field| !field.contains("__")).collect()),
        );
    } else if value.is_array() {
        items::fault(at, Fault::List);
    } else if value.is_undefined() || value.is_none() {
        items::fault(at, Fault::Nothing);
    } else {
        let text = value.to_string();
        for piece in text.split_inclusive(|c| items::item(c).is_some()) {
            let mark = piece.chars().next_back().filter(|c| items::item(*c).is_some());
            let written = mark.map_or(piece, |c| &piece[..piece.len() - c.len_utf8()]);
            if !written.is_empty() {
                printed.push(items::character(Item::Written(written.to_owned())));
            }
            let Some(c) = mark else { continue };
            printed.push(c);
            if let Some(Item::Figure(figure, _)) = items::item(c)
                && figure.quantity().is_none()
                && !figure.is_unreadable()
            {
                items::fault(at, Fault::Missing(figure.name.clone()));
            }
        }
    }
    Ok(Value::safe_string(&template::marked(at, &printed)))
}

fn is_missing(value: &Value) -> bool {
    match items::item_of(value) {
        Some(Item::Figure(figure, _)) => figure.quantity().is_none(),
        _ => value.is_undefined() || value.is_none(),
    }
}
