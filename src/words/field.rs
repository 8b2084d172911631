//! The text fields of a notice as compiled templates, each by itself, so that one run reports every faulty one.

use indexmap::IndexMap;
use tera::{Context, ErrorKind, Tera};

use super::filters;
use super::items::{self, Fault};
use super::template::{Clean, Template};
use crate::data::Text;
use crate::data::yaml::ScalarMap;
use crate::finding::{Because, Code, Finding, Place, Sources, list_names};

/// One text field, ready to print.
#[derive(Debug)]
pub struct Field {
    /// The template.
    pub template: Template,
    /// Where its text stands.
    pub place: Place,
    /// From its text to its file.
    pub map: ScalarMap,
}

impl Field {
    /// The place in the file of a range of the field's text.
    pub fn at(&self, range: std::ops::Range<usize>) -> Place {
        self.map.place(self.place.file, range)
    }
}

/// Compiled fields by the place of their text.
pub struct Fields {
    tera: Tera,
    fields: IndexMap<Place, Field>,
}

impl Fields {
    /// Compiles `texts`; what cannot be compiled is reported and left out.
    pub fn new<'t>(
        sources: &Sources,
        texts: impl Iterator<Item = &'t Text>,
        findings: &mut Vec<Finding>,
    ) -> Self {
        let mut fields = Fields {
            tera: Tera::new(),
            fields: IndexMap::new(),
        };
        filters::register(&mut fields.tera);
        for text in texts {
            if !fields.fields.contains_key(&text.place) {
                fields.add(sources, text, findings);
            }
        }
        fields
    }

    fn add(&mut self, sources: &Sources, text: &Text, findings: &mut Vec<Finding>) {
        let map = ScalarMap::new(sources, text.place, &text.value);
        let file = text.place.file;
        let template = match Template::new(&text.value) {
            Ok(template) => template,
            Err(bad) => {
                let place = map.place(file, bad.range);
                findings.push(Finding::new(Code::BadTemplate, place, bad.says).advice(bad.advice));
                return;
            }
        };
        let field = Field {
            template,
            place: text.place,
            map,
        };
        if !field.template.is_plain() {
            // An unknown filter or test is told with its nearest name when the names are judged; Tera's own
            // message comes only for what is left.
            let unknown = unknown_filters(&field);
            if !unknown.is_empty() {
                findings.extend(unknown);
                return;
            }
            if let Err(error) = self
                .tera
                .add_raw_template(&name(text.place), &field.template.marked)
            {
                findings.push(finding_of(&field, error.kind()));
                return;
            }
        }
        self.fields.insert(text.place, field);
    }

    /// Prints a field. `None` where it was refused when compiled, or cannot be run: the findings say why.
    pub fn print(
        &self,
        text: &Text,
        names: &Context,
        findings: &mut Vec<Finding>,
    ) -> Option<(Clean, &Field)> {
        let field = self.fields.get(&text.place)?;
        if field.template.is_plain() {
            return Some((Clean::plain(&field.template.text), field));
        }
        let rendered = self.tera.render(&name(text.place), names);
        for (tag, fault) in items::take_faults() {
            findings.push(finding_of_fault(field, tag, fault));
        }
        match rendered {
            Ok(rendered) => Some((field.template.unmark(&rendered), field)),
            Err(error) => {
                findings.push(finding_of(field, error.kind()));
                None
            }
        }
    }

    /// Every field that compiled.
    pub fn all(&self) -> impl Iterator<Item = &Field> {
        self.fields.values()
    }

    /// The field of a text, if it compiled.
    pub fn get(&self, text: &Text) -> Option<&Field> {
        self.fields.get(&text.place)
    }
}

fn name(place: Place) -> String {
    format!("{}:{}", place.file.0, place.start)
}

fn unknown_filters(field: &Field) -> Vec<Finding> {
    let mut findings = Vec::new();
    for tag in &field.template.tags {
        let inside = &field.template.text[tag.inside.clone()];
        let names = super::expression::names(inside);
        let place = |range: &std::ops::Range<usize>| {
            field.at(tag.inside.start + range.start..tag.inside.start + range.end)
        };
        for (filter, range) in &names.filters {
            if !filters::FILTERS.contains(&filter.as_str()) {
                findings.push(
                    Finding::new(
                        Code::UnknownFilter,
                        place(range),
                        format!("there is no filter `{filter}`"),
                    )
                    .advice(list_names(filter, filters::FILTERS.iter().copied())),
                );
            }
        }
        for (test, range) in &names.tests {
            if !super::tests().any(|known| known == test) {
                findings.push(
                    Finding::new(
                        Code::UnknownFilter,
                        place(range),
                        format!("there is no test `{test}`"),
                    )
                    .advice(list_names(test, super::tests())),
                );
            }
        }
        for (function, range) in &names.functions {
            findings.push(
                Finding::new(
                    Code::UnknownFilter,
                    place(range),
                    format!("there is no function `{function}`"),
                )
                .advice("words have filters (`{{ figure | filter }}`) and tests, no functions"),
            );
        }
    }
    findings
}

/// What a filter or test of ours refused, or else Tera's own message, at the place in the YAML.
fn finding_of(field: &Field, kind: &ErrorKind) -> Finding {
    let refused = items::take_refusal();
    match kind {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            let start = field.template.unmarked(report.span().range.start);
            let end = field.template.unmarked(report.span().range.end.saturating_sub(1)) + 1;
            let end = end.min(field.template.text.len());
            let place = field.at(start.min(end)..end);
            let message = report.message();
            let curly = |c: char| matches!(c, '“' | '”' | '‘' | '’');
            let at = field.template.text[start.min(end)..].starts_with(curly);
            if at && message.starts_with("Unexpected character") {
                return Finding::new(
                    Code::BadTemplate,
                    place,
                    "a curly quotation mark stands inside an expression",
                )
                .advice("type straight marks there: `plural(one=\"was\", other=\"were\")`");
            }
            if let Some(cannot) = refused {
                return Finding::new(cannot.code, place, cannot.says)
                    .advice(cannot.advice)
                    .because(cannot.because);
            }
            if message.contains("end of input") {
                return not_ended(field, place);
            }
            let advice = if message.ends_with("expected =.") {
                "name what a filter or test is given: `difference(from=control.average)`"
            } else {
                "look at the expression: brackets, quotation marks and `| filter(name=value)` in pairs"
            };
            Finding::new(Code::BadTemplate, place, "an expression cannot be run")
                .shown(message.to_owned())
                .advice(advice)
        }
        other => Finding::new(Code::BadTemplate, field.place, "an expression cannot be run")
            .shown(other.to_string()),
    }
}

/// An `{% if %}` or `{% for %}` without its end: told where it is opened, not at the end of the text.
fn not_ended(field: &Field, end: Place) -> Finding {
    let mut open: Vec<(&str, Place)> = Vec::new();
    for tag in &field.template.tags {
        let inside = &field.template.text[tag.inside.clone()];
        match inside.split_whitespace().next().unwrap_or_default() {
            word @ ("if" | "for" | "filter") if !tag.prints => open.push((word, field.at(tag.range.clone()))),
            "endif" | "endfor" | "endfilter" => {
                open.pop();
            }
            _ => {}
        }
    }
    match open.pop() {
        Some((word, place)) => Finding::new(
            Code::BadTemplate,
            place,
            format!("`{{% {word} … %}}` is opened and never ended"),
        )
        .advice(format!("write `{{% end{word} %}}` where it ends")),
        None => Finding::new(Code::BadTemplate, end, "an expression cannot be run")
            .advice("look at the expression: brackets, quotation marks and `| filter(name=value)` in pairs"),
    }
}

fn finding_of_fault(field: &Field, tag: usize, fault: Fault) -> Finding {
    let place = field
        .template
        .tags
        .get(tag)
        .map_or(field.place, |tag| field.at(tag.range.clone()));
    match fault {
        Fault::Missing(name) => Finding::new(
            Code::MissingValueUsed,
            place,
            format!("`{name}` is missing, and the words print it"),
        )
        .advice("leave it out of the sentence, or give the result in the inspection's file")
        .because(Because::Missing(name)),
        Fault::Group(fields) => Finding::new(
            Code::UnknownFigure,
            place,
            "a whole group of figures stands where one figure must",
        )
        .advice(format!("say which: it has `{}`", fields.join("`, `"))),
        Fault::List => Finding::new(
            Code::BadTemplate,
            place,
            "a whole list stands where one figure or text must",
        )
        .advice("print it with `| list`, which sets commas and \"and\""),
        Fault::Nothing => Finding::new(Code::UnknownFigure, place, "the expression prints nothing")
            .advice("`pressroom facts NOTICE` lists every name the words can see"),
    }
}
