//! What the program says of an office: its errors, each with code, file and line.

use chrono::{DateTime, Utc};
use pressroom::press::{InputFile, Office as Press, Request, Wanted};

use crate::office::Office;

/// An error of the program.
#[derive(Debug, Clone)]
pub struct Refusal {
    /// Its code.
    pub code: &'static str,
    /// The file it names.
    pub path: String,
    /// The line, from 1.
    pub line: usize,
    /// The whole message.
    pub says: String,
}

impl Refusal {
    /// Whether another run said the same, be it at another line.
    pub fn is_like(&self, other: &Refusal) -> bool {
        self.code == other.code && self.says == other.says
    }
}

/// Loads the office, composes its notices, and gives every error.
pub fn refusals(office: &Office) -> Vec<Refusal> {
    let files = office
        .files
        .iter()
        .map(|(path, text)| InputFile {
            path: path.clone(),
            bytes: text.clone().into_bytes(),
        })
        .collect();
    let (press, mut findings) = Press::load(files);
    let request = Request {
        edition: Wanted::Embargoed,
        now: DateTime::<Utc>::UNIX_EPOCH,
    };
    for notice in press.notices() {
        findings.extend(press.compose(&notice, &request).findings);
    }
    findings
        .iter()
        .filter(|finding| finding.is_error())
        .map(|finding| {
            let at = finding.place.map(|place| {
                let source = press.sources().get(place.file);
                (source.path().to_owned(), press.sources().position(place).line)
            });
            let (path, line) = at.unwrap_or_default();
            Refusal {
                code: finding.code.name(),
                path,
                line,
                says: format!("{} [{}]", finding.says, finding.shown.join(" | ")),
            }
        })
        .collect()
}
