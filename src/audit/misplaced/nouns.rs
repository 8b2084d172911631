//! A count before the noun of another: "17 centres" where 17 are reports.

use super::measure_of;
use super::placed::Placed;
use super::vocabulary::{is_in, list};
use crate::audit::token::{Kind, Token};
use crate::quantity::{Noun, Unit};

/// What is wrong with a count, by the noun right after it, an adjective between them at most.
pub fn judge(placed: Placed<'_>) -> Option<String> {
    let Placed {
        reading,
        range,
        figure,
        desk,
        ..
    } = placed;
    let measure = measure_of(figure)?;
    let unit = &figure.quantity()?.unit;
    let Some(own) = noun_of(unit) else {
        return before_a_noun(placed);
    };
    let after: Vec<&Token<'_>> = reading
        .tokens
        .iter()
        .skip_while(|token| token.range.start < range.end)
        .take(MOST)
        .take_while(|token| token.kind == Kind::Word)
        .collect();
    if starts(&after, own) || after.get(1..).is_some_and(|rest| starts(rest, own)) {
        return None;
    }
    // "146 complaint handling failure orders" where the measure is called so, and others count complaints.
    let rest = reading.passage.text[range.end..].trim_start().to_lowercase();
    let measure_called = figure.subject.measure.iter();
    let mut names =
        measure_called.flat_map(|measure| measure.also_called.iter().chain([&measure.label.value]));
    if names.any(|name| name.contains(' ') && rest.starts_with(&name.to_lowercase())) {
        return None;
    }
    if after
        .first()
        .is_some_and(|first| is_in("units", first) && is_in_form("units", &own.many))
    {
        return Some(format!(
            "`{}` is counted in {}, and stands before another unit",
            figure.name, own.many
        ));
    }
    let measures = &desk.programme.measures;
    let label = |name: &str| {
        measures
            .get(name)
            .map(|measure| measure.label.value.to_lowercase())
    };
    let own_label = label(measure).unwrap_or_default();
    let others = desk.scope.figures();
    let mut others = others.iter().filter_map(|(_, other)| {
        let noun = noun_of(&other.quantity()?.unit)?;
        Some((measure_of(other)?, noun))
    });
    let (other, _) = others.find(|(other, noun)| {
        // "Centres inspected" may well count centres, whatever its unit.
        let is_own = *other == measure || own_label.contains(&noun.many.to_lowercase()) || *noun == own;
        let next = after.get(1..).unwrap_or_default();
        let led_in = after.first().is_some_and(|first| first.text.len() > LINK);
        !is_own && (starts(&after, noun) || (led_in && starts(next, noun)))
    })?;
    Some(format!(
        "`{}` counts {}, and stands before the noun of `{other}`",
        figure.name, own.many
    ))
}

/// An amount of money or a percentage right before the noun of a count: "£12,400 breaches".
fn before_a_noun(placed: Placed<'_>) -> Option<String> {
    let Placed {
        reading,
        range,
        figure,
        desk,
        ..
    } = placed;
    let unit = &figure.quantity()?.unit;
    if !matches!(unit, Unit::Money(_) | Unit::Percent) {
        return None;
    }
    let own = desk.programme.measures.get(measure_of(figure)?)?;
    let label = own.label.value.to_lowercase();
    let after: Vec<&Token<'_>> = reading
        .tokens
        .iter()
        .skip_while(|token| token.range.start < range.end)
        .take(MOST)
        .take_while(|token| token.kind == Kind::Word)
        .collect();
    let figures = desk.scope.figures();
    let (other, _) = figures
        .iter()
        .filter_map(|(_, other)| Some((measure_of(other)?, noun_of(&other.quantity()?.unit)?)))
        .find(|(_, noun)| starts(&after, noun) && !label.contains(&noun.many.to_lowercase()))?;
    Some(format!(
        "`{}` counts nothing, and stands before the noun of `{other}`",
        figure.name
    ))
}

/// Whether a noun is in a list of words.
fn is_in_form(name: &str, noun: &str) -> bool {
    list(name).has(&noun.to_lowercase())
}

/// The words looked at after a figure: an adjective and a noun of two words.
const MOST: usize = 4;

/// Words up to this long are no adjectives: "17 of", "17 and".
const LINK: usize = 3;

fn noun_of(unit: &Unit) -> Option<&Noun> {
    match unit {
        Unit::Number(noun) => noun.as_ref(),
        _ => None,
    }
}

/// Whether a noun stands at the start of some words.
fn starts(words: &[&Token<'_>], noun: &Noun) -> bool {
    [&noun.one, &noun.many].into_iter().any(|form| {
        let form: Vec<&str> = form.split(' ').collect();
        words.len() >= form.len() && form.iter().zip(words).all(|(word, token)| token.is(word))
    })
}
