//! Judges every name in a field's expressions against what the words can see: unknown figures, and operators
//! that would compare letters.

use tera::value::Key;
use tera::{Map, Value};

use super::expression::{self, Path};
use super::field::Field;
use super::items;
use crate::finding::{Code, Finding, Place, did_you_mean, list_names};

/// Every wrong name of a field.
pub fn check(field: &Field, names: &Map, findings: &mut Vec<Finding>) {
    let inside = |tag: &super::template::Tag| expression::names(&field.template.text[tag.inside.clone()]);
    let all: Vec<_> = field.template.tags.iter().map(|tag| (tag, inside(tag))).collect();
    let defined: Vec<&str> = all
        .iter()
        .flat_map(|(_, found)| found.defined.iter().map(String::as_str))
        .collect();
    for (tag, found) in &all {
        let text = &field.template.text[tag.inside.clone()];
        let mut judged_to = 0;
        let mut operator_told_at = None;
        for path in &found.paths {
            let root = path.parts[0].0.as_str();
            if defined.contains(&root) || root == "loop" || path.range().start < judged_to {
                continue;
            }
            let at = |range: std::ops::Range<usize>| {
                field.at(tag.inside.start + range.start..tag.inside.start + range.end)
            };
            let alone = tag.prints && field.template.text[tag.inside.clone()].trim() == path.text();
            let group = alone.then(|| group_printed(path, names, &at)).flatten();
            if let Some((end, finding)) = hyphenated(path, text, names, &at) {
                findings.push(finding);
                judged_to = end;
                continue;
            }
            let finding = group.or_else(|| check_path(path, names, &at));
            // An operator between two figures is one mistake, told at the first.
            if finding
                .as_ref()
                .is_some_and(|one| one.code == Code::OperatorOnFigures)
            {
                let between = operator_told_at.map(|end: usize| text[end..path.range().start].trim());
                if between.is_some() && between == path.operator.as_deref() {
                    operator_told_at = None;
                    continue;
                }
                operator_told_at = Some(path.range().end);
            }
            findings.extend(finding);
        }
    }
}

/// `bread-street.area`, which Tera reads as a subtraction: a name of the YAML, whose hyphens the words write as `_`.
/// With the finding, where the name ends.
fn hyphenated(
    path: &Path,
    text: &str,
    names: &Map,
    at: &dyn Fn(std::ops::Range<usize>) -> Place,
) -> Option<(usize, Finding)> {
    let start = path.range().start;
    let in_name = |c: char| c.is_alphanumeric() || c == '_' || c == '-';
    let name = text[start..].split(|c| !in_name(c)).next()?;
    let end = start + name.len();
    let word = name.replace('-', "_");
    if !name.contains('-') || get(Some(names), &word).is_none() {
        return None;
    }
    let finding = Finding::new(
        Code::UnknownFigure,
        at(start..end),
        format!("`{name}` is read as a subtraction"),
    )
    .advice(format!(
        "a hyphen of a name is written `_` in the words: `{word}`"
    ));
    Some((end, finding))
}

/// `{{ control }}` alone: a whole row where one figure must stand.
fn group_printed(path: &Path, names: &Map, at: &dyn Fn(std::ops::Range<usize>) -> Place) -> Option<Finding> {
    let Found::Value(value) = find(path, names) else {
        return None;
    };
    let fields = known(value.as_map()?);
    Some(
        Finding::new(
            Code::UnknownFigure,
            at(path.range()),
            format!("`{}` is a whole group of figures", path.text()),
        )
        .advice(format!("say which: it has `{}`", fields.join("`, `"))),
    )
}

/// Judges one path; `at` gives the place of a range of the expression.
pub fn check_path(path: &Path, names: &Map, at: &dyn Fn(std::ops::Range<usize>) -> Place) -> Option<Finding> {
    match find(path, names) {
        Found::Value(value) => {
            let operator = path.operator.as_deref()?;
            items::item_of(value)?;
            Some(
                Finding::new(
                    Code::OperatorOnFigures,
                    at(path.range()),
                    match operator {
                        "+" | "-" | "*" | "/" | "%" => {
                            format!("`{operator}` beside `{}`: the words compute nothing", path.text())
                        }
                        _ => format!(
                            "`{operator}` beside `{}` would compare letters, not figures",
                            path.text()
                        ),
                    },
                )
                .advice(instead_of(operator)),
            )
        }
        Found::Unknown { part, known } => {
            let (wrong, range) = &path.parts[part];
            let hyphened = format!("{wrong}_");
            if part == 0
                && path.operator.as_deref() == Some("-")
                && let Some(meant) = known.iter().find(|name| name.starts_with(&hyphened))
            {
                return Some(
                    Finding::new(
                        Code::UnknownFigure,
                        at(range.clone()),
                        format!("the words can see nothing called `{wrong}`"),
                    )
                    .advice(format!(
                        "did you mean `{meant}`? In the words a hyphen is written _"
                    )),
                );
            }
            let says = if part == 0 {
                format!("the words can see nothing called `{wrong}`")
            } else {
                let before: Vec<&str> = path.parts[..part].iter().map(|(name, _)| name.as_str()).collect();
                format!("`{}` has no `{wrong}`", before.join("."))
            };
            let known: Vec<&str> = known.iter().map(String::as_str).collect();
            let advice = match (part, did_you_mean(wrong, known.iter().copied())) {
                (0, Some(nearest)) => {
                    format!("did you mean `{nearest}`? (`pressroom facts NOTICE` lists all names)")
                }
                (0, None) => "`pressroom facts NOTICE` lists every name the words can see".to_owned(),
                _ => list_names(wrong, known.iter().copied()),
            };
            Some(Finding::new(Code::UnknownFigure, at(range.clone()), says).advice(advice))
        }
    }
}

/// What a path leads to.
pub enum Found<'v> {
    /// A value.
    Value(&'v Value),
    /// Nothing: which part is unknown, and the names there are in its stead.
    Unknown {
        /// The part's index.
        part: usize,
        /// The names there are.
        known: Vec<String>,
    },
}

/// Follows a path; a figure's own parts (`control.value.count`) are followed too.
pub fn find<'v>(path: &Path, names: &'v Map) -> Found<'v> {
    let mut map = Some(names);
    let mut list: &[Value] = &[];
    let mut found: Option<&Value> = None;
    let mut at = 0;
    while at < path.parts.len() {
        let part = &path.parts[at].0;
        let next = path.parts.get(at + 1).map(|(next, _)| format!("{part}__{next}"));
        let (value, taken) = match next.and_then(|joined| get(map, &joined)) {
            Some(value) => (Some(value), 2),
            None => (
                get(map, part).or_else(|| part.parse::<usize>().ok().and_then(|n| list.get(n))),
                1,
            ),
        };
        let Some(value) = value else {
            return Found::Unknown {
                part: at,
                known: map.map(known).unwrap_or_default(),
            };
        };
        map = value.as_map();
        list = value.as_array().unwrap_or_default();
        found = Some(value);
        at += taken;
    }
    match found {
        Some(value) => Found::Value(value),
        None => Found::Unknown {
            part: 0,
            known: known(names),
        },
    }
}

fn known(map: &Map) -> Vec<String> {
    let names = map.iter().filter_map(|(key, _)| key.as_str().map(str::to_owned));
    names.filter(|name| !name.contains("__")).collect()
}

fn get<'v>(map: Option<&'v Map>, name: &str) -> Option<&'v Value> {
    map?.get::<Key<'_>>(&Key::String(name.into()))
}

fn instead_of(operator: &str) -> &'static str {
    match operator {
        ">" | ">=" => "write `is above(than=…)`",
        "<" | "<=" => "write `is below(than=…)`",
        "==" => "write `is equal(to=…)`, or for a text `is named(name=\"…\")`",
        "!=" => "write `is not equal(to=…)`, or for a text `is not named(name=\"…\")`",
        "-" => "write `| difference(from=…)`, or `| percent_change(from=…)`",
        _ => "give the figure in the data, or let the programme compute it",
    }
}
