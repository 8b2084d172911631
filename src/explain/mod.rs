//! Explains a release: from any number in any sentence to its value, its rule and every place in the data behind it.

mod sentence;

use std::ops::Range;

use crate::data::Named;
use crate::data::notice::ClaimEntry;
use crate::figures::{Figure, Provenance, Value};
use crate::finding::Sources;
use crate::quantity::Rounding;
use crate::release::{Origin, Passage, Release};
use sentence::sentence;

/// What an explanation draws on beside the release.
pub struct Behind<'b> {
    /// The files, for places.
    pub sources: &'b Sources,
    /// The house's rounding of halves.
    pub rounding: Rounding,
    /// The notice's claims.
    pub claims: &'b Named<ClaimEntry>,
}

/// The names of the figures that the notice prints, in reading order, each once.
pub fn figure_names(release: &Release) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for passage in release.passages() {
        for (_, figure) in passage.figures() {
            if !names.contains(&figure.name) {
                names.push(figure.name.clone());
            }
        }
    }
    names
}

/// Explains every number and claim of `release` in reading order, as text; or, where `only` names a figure
/// (`control.value`, or `control` for all of its own), every place where it is printed.
pub fn explain(release: &Release, behind: &Behind, only: Option<&str>) -> String {
    let mut text = String::new();
    for passage in release.passages() {
        let mut entries = Vec::new();
        for span in &passage.spans {
            match &span.origin {
                Origin::Figure { figure, .. } if only.is_none_or(|name| is_of(&figure.name, name)) => {
                    let lines = of_figure(&passage, span.range.clone(), figure, behind);
                    entries.push((span.range.clone(), lines));
                }
                Origin::Literal(_) | Origin::Written { .. } if only.is_none() => {
                    for number in numbers(&passage.text, &span.range) {
                        let says = "typed in the words: no figure stands behind it".to_owned();
                        entries.push((number.clone(), vec![says, at(&passage, number, behind)]));
                    }
                }
                Origin::Data { .. } if only.is_none() => {
                    let printed = &passage.text[span.range.clone()];
                    if printed.chars().any(|character| character.is_ascii_digit()) {
                        let says = "a text or date of the data, by the expression".to_owned();
                        entries.push((
                            span.range.clone(),
                            vec![says, at(&passage, span.range.clone(), behind)],
                        ));
                    }
                }
                _ => {}
            }
        }
        if only.is_none() {
            for (range, name, place) in &passage.claims {
                let mut lines = vec![format!("the claim `{name}`, {}", behind.sources.cite(*place))];
                lines.extend(stands_on(name, behind));
                entries.push((range.clone(), lines));
            }
        }
        entries.sort_by_key(|(range, _)| (range.start, range.end));
        write(&mut text, &passage, &entries);
    }
    text
}

/// Whether the figure `name` is `asked`, or one of the measure `asked`; hyphens and underscores are alike.
pub fn is_of(name: &str, asked: &str) -> bool {
    let (name, asked) = (name.replace('-', "_"), asked.replace('-', "_"));
    name.strip_prefix(&asked)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

/// The passage's part, then each sentence with what stands in it.
fn write(text: &mut String, passage: &Passage, entries: &[(Range<usize>, Vec<String>)]) {
    let mut part_told = false;
    let mut last = None;
    for (range, lines) in entries {
        if !part_told {
            text.push_str(&format!("{}\n", passage.part));
            part_told = true;
        }
        let within = sentence(&passage.text, range.clone());
        if last.as_ref() != Some(&within) {
            // A table's cell is its number and nothing else.
            if within != *range {
                text.push_str(&format!(
                    "  {}\n",
                    passage.text[within.clone()].replace('\n', " ")
                ));
            }
            last = Some(within);
        }
        text.push_str(&format!(
            "    {}\n",
            passage.text[range.clone()].replace('\n', " ")
        ));
        for line in lines {
            text.push_str(&format!("      {line}\n"));
        }
    }
    if part_told {
        text.push('\n');
    }
}

/// The figure, its exact value, how it was rounded, and where it comes from.
fn of_figure(passage: &Passage, range: Range<usize>, figure: &Figure, behind: &Behind) -> Vec<String> {
    // A table prints a figure where it stands: the place it was given at says it all.
    let mut lines = vec![if passage.tabular {
        figure.name.clone()
    } else {
        format!("{}, {}", figure.name, at(passage, range, behind))
    }];
    match &figure.value {
        Value::Missing { reason } => lines.push(format!("missing: {reason}")),
        Value::Known { quantity, of } => {
            let exact = quantity
                .rating()
                .map_or_else(|| quantity.amount.exact_text(), str::to_owned);
            let counted = of.map_or_else(String::new, |(count, base)| format!(", {count} of {base}"));
            lines.push(format!("exactly {exact} ({}){counted}", quantity.unit_name()));
            if quantity.rating().is_none() {
                lines.push(if quantity.rounded(behind.rounding) == quantity.amount {
                    "not rounded".to_owned()
                } else {
                    let halves = match behind.rounding {
                        Rounding::HalfUp => "halves away from zero",
                        Rounding::HalfEven => "halves to the even neighbour",
                    };
                    let places = if quantity.places == 1 { "place" } else { "places" };
                    format!("rounded to {} decimal {places}, {halves}", quantity.places)
                });
            }
        }
    }
    match &figure.provenance {
        Provenance::Given { place, source } => {
            let source = source
                .as_ref()
                .map_or_else(String::new, |source| format!(" ({source})"));
            let typed = behind.sources.text(*place);
            lines.push(format!(
                "given as {typed} at {}{source}",
                behind.sources.cite(*place)
            ));
        }
        Provenance::Computed { rule, inputs, .. } => {
            lines.push(format!("computed: {rule}, from"));
            for input in inputs.iter() {
                let cited = behind.sources.cite(input.place);
                lines.push(format!("  {} {} at {cited}", input.label, input.typed));
            }
        }
    }
    lines
}

/// Where in the words it stands.
fn at(passage: &Passage, range: Range<usize>, behind: &Behind) -> String {
    match passage.place(range) {
        Some(place) => format!("printed at {}", behind.sources.cite(place)),
        None => "set by the program".to_owned(),
    }
}

/// What the claim `name` rests on.
fn stands_on(name: &str, behind: &Behind) -> Option<String> {
    let entry = behind.claims.get(name)?;
    Some(match entry {
        ClaimEntry::Condition(text) => {
            format!("rests on `{}`, {}", text.value, behind.sources.cite(text.place))
        }
        ClaimEntry::Source(text) => format!("cites {}, {}", text.value, behind.sources.cite(text.place)),
        ClaimEntry::AsWritten(text) => {
            format!("as written: {}, {}", text.value, behind.sources.cite(text.place))
        }
    })
}

/// The runs of digits, with their marks inside, in that range of `text`.
fn numbers(text: &str, range: &Range<usize>) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for (at, character) in text[range.clone()].char_indices() {
        let at = range.start + at;
        if character.is_ascii_digit() {
            match found.last_mut() {
                // 1,234 and 0.5 are one number each.
                Some(last)
                    if last.end == at || (last.end + 1 == at && ",.".contains(&text[last.end..at])) =>
                {
                    last.end = at + 1;
                }
                _ => found.push(at..at + 1),
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_with_its_marks_is_one() {
        let text = "rule 1,234 and 0.5, then 7.";
        let found: Vec<&str> = numbers(text, &(0..text.len()))
            .into_iter()
            .map(|range| &text[range])
            .collect();
        assert_eq!(found, ["1,234", "0.5", "7"]);
    }

    #[test]
    fn a_measure_stands_for_its_figures() {
        assert!(is_of("control.value", "control.value") && is_of("help_out.value", "help-out"));
        assert!(!is_of("controls.value", "control"));
    }
}
