//! What the program says of an office: its errors, each with code, file and line.

use chrono::{DateTime, Utc};
use pressroom::finding::Finding;
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
    /// The message without values.
    pub says: String,
    /// Its values and words.
    pub shown: String,
}

impl Refusal {
    /// Whether another run said the same, be it at another line.
    pub fn is_like(&self, other: &Refusal) -> bool {
        let said = |one: &Refusal| one.shown.split(" | ").next().unwrap_or_default().to_owned();
        (self.code, &self.path, &self.says) == (other.code, &other.path, &other.says)
            && said(self) == said(other)
    }
}

/// Loads the office, composes its notices, and gives every error.
pub fn refusals(office: &Office) -> Vec<Refusal> {
    let (mut press, mut findings) = load(office);
    let request = request();
    for notice in press.notices() {
        match &office.copy {
            Some(copy) => {
                let file = press.take_copy(&copy.path, &copy.text);
                let compared = press.compare_copy(&notice, file, &request).unwrap_or_default();
                findings.extend(compared.findings);
            }
            None => findings.extend(press.compose(&notice, &request).findings),
        }
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
                says: finding.says.clone(),
                shown: finding.shown.join(" | "),
            }
        })
        .collect()
}

/// The one notice of an office in a format; `None` where it cannot be made.
pub fn document(office: &Office, format: &str) -> Option<String> {
    let (press, _) = load(office);
    let release = press.compose(press.notices().first()?, &request()).release?;
    Some(press.lay_out(&release, format).ok()?.text)
}

fn load(office: &Office) -> (Press, Vec<Finding>) {
    let files = office.files.iter().map(|(path, text)| InputFile {
        path: path.clone(),
        bytes: text.clone().into_bytes(),
    });
    Press::load(files.collect())
}

fn request() -> Request {
    Request {
        edition: Wanted::Embargoed,
        now: DateTime::<Utc>::UNIX_EPOCH,
    }
}
