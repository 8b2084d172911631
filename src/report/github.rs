//! Findings as GitHub annotations, which show beside the line in a pull request.

use super::settled::Reported;
use crate::finding::{Severity, Sources};

/// A line a finding: `::error file=…,line=…,col=…,title=code::says`. `prefix` is the office folder's path from the root
/// of the repository, with `/`, empty for the root itself: GitHub wants paths from there.
pub fn github(findings: &[Reported], sources: &Sources, prefix: &str, values: bool) -> String {
    let mut text = String::new();
    for reported in findings {
        let finding = &reported.finding;
        let level = match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "notice",
        };
        let mut properties = Vec::new();
        properties.push(format!("file={}", property(&under(prefix, &reported.file()))));
        if let (Some(place), Some((_, start))) = (finding.place, &reported.at) {
            let end = sources.get(place.file).position(place.end);
            properties.push(format!("line={}", start.line));
            properties.push(format!("col={}", start.column));
            // GitHub takes an end column only where the range stays on one line.
            if end.line == start.line && end.column > start.column {
                properties.push(format!("endColumn={}", end.column));
            }
        } else {
            properties.push("line=1".to_owned());
        }
        properties.push(format!("title={}", property(finding.code.name())));
        let mut message = finding.says.clone();
        if values {
            for line in &finding.shown {
                message.push('\n');
                message.push_str(line);
            }
        }
        if !finding.advice.is_empty() {
            message.push('\n');
            message.push_str(&finding.advice);
        }
        text.push_str(&format!(
            "::{level} {}::{}\n",
            properties.join(","),
            data(&message)
        ));
    }
    text
}

/// `path` under the folder `prefix`, which may be empty.
pub(super) fn under(prefix: &str, path: &str) -> String {
    if prefix.is_empty() {
        path.to_owned()
    } else {
        format!("{prefix}/{path}")
    }
}

/// The message after `::`: GitHub decodes these three.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A property's value: separators too.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
