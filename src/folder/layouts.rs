//! Which files of `templates/` are layouts, and which only look like one.

use pressroom::finding::{Code, Finding, Severity, did_you_mean};
use pressroom::press;

/// How people and programs end the names of texts, by the end that a layout's name has.
const OTHER_ENDS: [(&str, &[&str]); 3] = [
    ("md", &["markdown", "mdown", "mkd"]),
    ("html", &["htm", "xhtml"]),
    ("txt", &["text", "doc", "docx", "rtf", "odt", "eml"]),
];

/// The paths of the layouts among `names`, the files of `templates/`. A file that is none, and looks as if it were meant to
/// be one, is told: silence would send the notice out in the built-in layout.
pub fn layouts(names: &[String], findings: &mut Vec<Finding>) -> Vec<String> {
    let layouts: Vec<String> = press::formats()
        .iter()
        .map(|format| format!("notice.{format}"))
        .collect();
    let known = || layouts.iter().map(String::as_str);
    for name in names.iter().filter(|name| !layouts.contains(*name)) {
        let Some(meant) = meant(name).or_else(|| did_you_mean(name, known()).map(str::to_owned)) else {
            continue;
        };
        let advice = if names.contains(&meant) {
            format!("the layout is templates/{meant}: remove this file, or keep it elsewhere")
        } else {
            format!("did you mean `{meant}`? Rename it")
        };
        findings.push(
            Finding::new(
                Code::BadName,
                None,
                format!("templates/{name} is not read: it has no name of a layout"),
            )
            .at(Severity::Warning)
            .about(format!("templates/{name}"))
            .advice(advice),
        );
    }
    let there = layouts.into_iter().filter(|layout| names.contains(layout));
    there.map(|layout| format!("templates/{layout}")).collect()
}

/// The layout that `notice.htm`, `Notice.TXT` or `notice.docx` is meant for.
fn meant(name: &str) -> Option<String> {
    let lower = name.to_lowercase();
    let end = lower.strip_prefix("notice.")?;
    let same = |(right, others): &&(&str, &[&str])| *right == end || others.contains(&end);
    OTHER_ENDS
        .iter()
        .find(same)
        .map(|(right, _)| format!("notice.{right}"))
}
