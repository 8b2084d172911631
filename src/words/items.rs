//! What stands behind the private-use characters while Tera runs: figures, dates and texts of the data.
//!
//! To Tera each is one opaque character, so no filter of its own can change, round or cut a figure, and no text of
//! the data can become Markdown. They are resolved after the Markdown has been read. The store belongs to the
//! thread for the length of one notice, because Tera's filters can hold no borrowed state.

use std::cell::RefCell;
use std::sync::Arc;

use chrono::{Datelike, NaiveDate};
use tera::Value;

use super::house::House;
use crate::claims::reading::Cannot;
use crate::figures::{Fact, Figure};
use crate::moment::Instant;
use crate::quantity::{Exact, PercentStyle, Unit};
use crate::release::Basis;

/// First character of an item: item `n` is `ITEM + n`.
const ITEM: u32 = 0x10_0000;
/// How many items a notice may have.
const MOST: usize = 0xFFFD;

/// Something that prints.
#[derive(Debug, Clone)]
pub enum Item {
    /// A figure in one of its forms.
    Figure(Arc<Figure>, Form),
    /// A date in one of its forms.
    Date(NaiveDate, DateForm),
    /// A month of a year.
    Month(i32, u32),
    /// The time of an embargo.
    Time(Instant),
    /// A text of the data.
    Text(String),
    /// A text typed in an expression.
    Written(String),
}

/// How a figure prints.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// 78%, 1,234, $381.2 billion
    Bare,
    /// With its noun: 17 reports
    Counted,
    /// Without its unit: 78
    Number,
    /// seventy-eight per cent
    Words,
    /// Seventy-eight per cent
    Start,
    /// nine, but 10
    House,
    /// 3rd
    Ordinal,
    /// third
    OrdinalWords,
    /// +1.6%
    Signed,
    /// 0.3% for −0.3%
    Size,
    /// The noun alone, in its number: reports
    Noun,
    /// As headlines print it: £2.9m, 22p
    Short,
}

/// How a date prints.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateForm {
    /// 8 June 2012
    Full,
    /// Friday
    Weekday,
    /// June 2012
    MonthYear,
    /// 2012
    Year,
    /// 8 June
    DayMonth,
}

/// A fault found while Tera ran: which tag, and what kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// A missing value is printed: the figure's name.
    Missing(String),
    /// A whole row or group is printed: its fields.
    Group(Vec<String>),
    /// A list is printed bare.
    List,
    /// Nothing stands there.
    Nothing,
}

#[derive(Default)]
struct Store {
    items: Vec<(Item, Option<Arc<Basis>>)>,
    faults: Vec<(usize, Fault)>,
    refusal: Option<Cannot>,
    house: Option<Arc<House>>,
}

thread_local! {
    static STORE: RefCell<Store> = RefCell::default();
}

/// Empties this thread's store for a new notice.
pub fn begin(house: &Arc<House>) {
    STORE.with_borrow_mut(|store| {
        *store = Store {
            house: Some(Arc::clone(house)),
            ..Store::default()
        };
    });
}

/// Takes in an item; the value prints as its character.
pub fn store(item: Item) -> Value {
    Value::bytes(character(item).to_string().into_bytes())
}

/// Takes in an item that rests on `basis`.
pub fn store_on(item: Item, basis: Option<Arc<Basis>>) -> Value {
    Value::bytes(character_on(item, basis).to_string().into_bytes())
}

/// Takes in an item and returns its character.
pub fn character(item: Item) -> char {
    character_on(item, None)
}

/// Takes in an item that rests on `basis` and returns its character.
pub fn character_on(item: Item, basis: Option<Arc<Basis>>) -> char {
    STORE.with_borrow_mut(|store| {
        let at = store.items.len().min(MOST);
        if store.items.len() <= MOST {
            store.items.push((item, basis));
        }
        u32::try_from(at)
            .ok()
            .and_then(|at| char::from_u32(ITEM + at))
            .unwrap_or('\u{FFFD}')
    })
}

/// The item of a character.
pub fn item(c: char) -> Option<Item> {
    let at = u32::from(c).checked_sub(ITEM)?;
    STORE.with_borrow(|store| store.items.get(at as usize).map(|(item, _)| item.clone()))
}

/// What the item of a character rests on.
pub fn basis(c: char) -> Option<Arc<Basis>> {
    let at = u32::from(c).checked_sub(ITEM)?;
    STORE.with_borrow(|store| store.items.get(at as usize)?.1.clone())
}

/// What the item that a Tera value is rests on.
pub fn basis_of(value: &Value) -> Option<Arc<Basis>> {
    basis(std::str::from_utf8(value.as_bytes()?).ok()?.chars().next()?)
}

/// The item that a Tera value is, if it is one.
pub fn item_of(value: &Value) -> Option<Item> {
    let text = std::str::from_utf8(value.as_bytes()?).ok()?;
    let mut chars = text.chars();
    let first = chars.next()?;
    if chars.next().is_some() { None } else { item(first) }
}

/// Notes a fault of tag `at`.
pub fn fault(at: usize, fault: Fault) {
    STORE.with_borrow_mut(|store| store.faults.push((at, fault)));
}

/// Takes the faults noted since the last call.
pub fn take_faults() -> Vec<(usize, Fault)> {
    STORE.with_borrow_mut(|store| std::mem::take(&mut store.faults))
}

/// Keeps what a filter or test refused, until Tera's error comes back with its place.
pub fn note_refusal(cannot: Cannot) {
    STORE.with_borrow_mut(|store| store.refusal = Some(cannot));
}

/// Takes what was refused since the last call.
pub fn take_refusal() -> Option<Cannot> {
    STORE.with_borrow_mut(|store| store.refusal.take())
}

/// The house style of the notice at work.
pub fn house() -> Option<Arc<House>> {
    STORE.with_borrow(|store| store.house.clone())
}

/// The item of a fact.
pub fn of_fact(fact: &Fact) -> Item {
    match fact {
        Fact::Date(date) => Item::Date(*date, DateForm::Full),
        Fact::Month(year, month) => Item::Month(*year, *month),
        Fact::Figure(figure) => Item::Figure(Arc::clone(figure), Form::Counted),
        Fact::Text(text) => Item::Text(text.clone()),
    }
}

impl Item {
    /// How it prints in the house's style. A missing value prints the house's mark.
    pub fn print(&self, house: &House) -> String {
        let language = house.language;
        match self {
            Item::Figure(figure, form) => print_figure(figure, *form, house),
            Item::Date(date, form) => match form {
                DateForm::Full => language.date(*date, house.day, house.dates),
                DateForm::Weekday => language.weekday(date.weekday()).to_owned(),
                DateForm::MonthYear => language.month_year(date.year(), date.month()),
                DateForm::Year => date.year().to_string(),
                DateForm::DayMonth => {
                    let whole = language.date(*date, house.day, house.dates);
                    let year = date.year().to_string();
                    whole.replace(&year, "").trim_matches([' ', ',']).to_owned()
                }
            },
            Item::Month(year, month) => language.month_year(*year, *month),
            Item::Time(instant) => house.time(instant),
            Item::Text(text) | Item::Written(text) => text.clone(),
        }
    }
}

fn print_figure(figure: &Figure, form: Form, house: &House) -> String {
    let Some(quantity) = figure.quantity() else {
        return house.missing_mark.clone();
    };
    let style = &house.numbers;
    let rounded = quantity.rounded(style.rounding);
    let negative = rounded.is_negative();
    let size = rounded
        .abs()
        .to_whole()
        .and_then(|whole| u64::try_from(whole).ok());
    let whole = size.filter(|_| !negative);
    let noun = || match &quantity.unit {
        Unit::Number(Some(noun)) => noun.for_count(&rounded).to_owned(),
        _ => String::new(),
    };
    match form {
        Form::Bare => quantity.print(style),
        Form::Number => quantity.print_number(style),
        Form::Short => quantity.print_short(style),
        Form::Signed => quantity.print_signed(style),
        Form::Size => quantity.print_magnitude(style),
        Form::Noun => noun(),
        Form::Counted => with_noun(quantity.print(style), &noun()),
        Form::Ordinal => whole.map_or_else(|| quantity.print(style), |n| house.language.ordinal(n)),
        Form::OrdinalWords => {
            whole.map_or_else(|| quantity.print(style), |n| house.language.ordinal_words(n))
        }
        Form::Words | Form::Start | Form::House => {
            let few =
                |number: &u64| form != Form::House || (!negative && *number <= u64::from(house.words_up_to));
            let Some(number) = size.filter(few) else {
                return quantity.print(style);
            };
            let cardinal = house.language.cardinal(number);
            let cardinal = if negative {
                format!("minus {cardinal}")
            } else {
                cardinal
            };
            let words = match &quantity.unit {
                Unit::Percent if form == Form::House => return quantity.print(style),
                Unit::Percent => format!("{cardinal} {}", percent_words(style.percent)),
                Unit::PercentagePoints if rounded == Exact::whole(1) => {
                    format!("{cardinal} percentage point")
                }
                Unit::PercentagePoints => format!("{cardinal} percentage points"),
                Unit::Money(_) | Unit::Rating(_) => quantity.print(style),
                Unit::Number(_) | Unit::Score { .. } => cardinal,
            };
            if form == Form::Start {
                house.language.sentence_start(&words)
            } else {
                words
            }
        }
    }
}

/// A percentage in words has no sign.
fn percent_words(style: PercentStyle) -> &'static str {
    match style {
        PercentStyle::Percent => "percent",
        PercentStyle::Sign | PercentStyle::PerCent => "per cent",
    }
}

fn with_noun(number: String, noun: &str) -> String {
    if noun.is_empty() {
        number
    } else {
        format!("{number} {noun}")
    }
}
