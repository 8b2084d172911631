//! Explains a notice: each number in each sentence, back to the scalars it rests on.

use std::ops::Range;
use std::sync::Arc;

use crate::figures::{Figure, Provenance, Value};
use crate::finding::{Place, Sources};
use crate::quantity::{NumberStyle, Rounding};
use crate::release::Passage;

/// A printed number, explained.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explained {
    /// Which part of the notice: `quotation 1, paragraph 3`.
    pub part: String,
    /// The sentence it stands in.
    pub sentence: String,
    /// As printed.
    pub printed: String,
    /// The figure's name.
    pub figure: String,
    /// The value before rounding; the reason of a missing one.
    pub exact: String,
    /// How it was rounded: `to 0 decimal places, halves away from zero`.
    pub rounding: String,
    /// How it was computed; `None` for a figure typed in the data.
    pub rule: Option<String>,
    /// Every scalar it rests on: label, text as it stands in the file, `file:line:column`.
    pub inputs: Vec<(String, String, String)>,
    /// Where the expression that prints it stands.
    pub expression: Option<String>,
}

/// Explains every figure printed in `passages`, in reading order; only the figure `wanted` where one is named. A
/// wanted figure that is not printed can be explained with [`figure`].
pub fn explain(
    passages: &[Passage],
    sources: &Sources,
    style: &NumberStyle,
    wanted: Option<&str>,
) -> Vec<Explained> {
    let mut all = Vec::new();
    for passage in passages {
        for (range, found) in passage.figures() {
            if wanted.is_some_and(|wanted| !is_wanted(&found.name, wanted)) {
                continue;
            }
            let mut explained = figure(found, sources, style);
            explained.part.clone_from(&passage.part);
            explained.sentence = sentence(&passage.text, &range).to_owned();
            explained.printed = passage.text[range.clone()].to_owned();
            explained.expression = passage.place(range).map(|place| sources.cite(place));
            all.push(explained);
        }
    }
    all
}

/// `control.value` is wanted by its own name and by `control`.
fn is_wanted(name: &str, wanted: &str) -> bool {
    let wanted = wanted.replace('-', "_");
    name == wanted
        || name
            .strip_prefix(wanted.as_str())
            .is_some_and(|rest| rest.starts_with('.'))
}

/// Explains one figure by itself, without a sentence.
pub fn figure(found: &Arc<Figure>, sources: &Sources, style: &NumberStyle) -> Explained {
    let exact = match &found.value {
        Value::Known {
            quantity,
            of: Some((count, base)),
        } => {
            format!("{} ({count} of {base})", quantity.amount.exact_text())
        }
        Value::Known { quantity, of: None } => quantity.amount.exact_text(),
        Value::Missing { reason } => format!("missing: {reason}"),
    };
    let places = found.quantity().map_or(0, |quantity| quantity.places);
    let halves = match style.rounding {
        Rounding::HalfUp => "halves away from zero",
        Rounding::HalfEven => "halves to the even digit",
    };
    let (rule, inputs) = match &found.provenance {
        Provenance::Given { place, source } => {
            let label = source
                .as_ref()
                .map_or_else(|| "given".to_owned(), |source| format!("given: {source}"));
            (None, vec![(label, *place)])
        }
        Provenance::Computed { rule, inputs } => {
            let inputs = inputs
                .iter()
                .map(|input| (input.label.clone(), input.place))
                .collect();
            (Some(rule.clone()), inputs)
        }
    };
    Explained {
        part: String::new(),
        sentence: String::new(),
        printed: found
            .quantity()
            .map(|quantity| quantity.print(style))
            .unwrap_or_default(),
        figure: found.name.clone(),
        exact,
        rounding: format!(
            "to {places} decimal {}, {halves}",
            if places == 1 { "place" } else { "places" }
        ),
        rule,
        inputs: inputs
            .into_iter()
            .map(|(label, place)| cited(label, place, sources))
            .collect(),
        expression: None,
    }
}

fn cited(label: String, place: Place, sources: &Sources) -> (String, String, String) {
    (label, sources.text(place).to_owned(), sources.cite(place))
}

/// The sentence of `text` that a range stands in.
pub fn sentence<'t>(text: &'t str, range: &Range<usize>) -> &'t str {
    let ends = |at: usize| {
        let after = text[at..].chars().next().is_none_or(char::is_whitespace);
        let before = text[..at]
            .trim_end_matches(['”', '’', '"', ')'])
            .ends_with(['.', '!', '?']);
        after && before
    };
    let bounds = || text.char_indices().map(|(at, _)| at).chain([text.len()]);
    let start = bounds()
        .take_while(|at| *at <= range.start)
        .filter(|at| ends(*at))
        .last()
        .unwrap_or(0);
    let end = bounds()
        .find(|at| *at >= range.end && ends(*at))
        .unwrap_or(text.len());
    text[start..end].trim()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_ends_at_a_full_stop_before_a_space_and_not_at_a_decimal() {
        let text = "First one. It rose by 1.5% to 78%. “Last?”";
        let at = text.find("78").expect("there");
        assert_eq!(sentence(text, &(at..at + 3)), "It rose by 1.5% to 78%.");
        assert_eq!(sentence(text, &(0..5)), "First one.");
    }

    #[test]
    fn a_measures_name_wants_all_its_figures() {
        assert!(is_wanted("first_timers.value", "first-timers"));
        assert!(is_wanted("control.value", "control.value"));
        assert!(!is_wanted("controls.value", "control"));
    }
}
