//! Findings: every message Pressroom can give about content, with its place, its severity and its advice.
//!
//! A finding keeps apart what anybody may read (code, place, names, advice) and what only those may
//! read who may see the figures (values, words, source lines): [`Finding::shown`].

mod because;
mod code;
mod place;
mod suggest;

pub use because::Because;
pub use code::{Code, Severity};
pub use place::{FileId, Place, Position, Source, Sources};
pub use suggest::{did_you_mean, list_names};

/// Anything wrong or doubtful in the content of an office folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The stable code, from the catalogue.
    pub code: Code,
    /// How grave it is at this stage; starts as the code's own severity.
    pub severity: Severity,
    /// Where in the YAML (or an edited copy) it stands; `None` only for what has no place, such as an absent file.
    pub place: Option<Place>,
    /// The file it is about, from the office folder, where it has no place in one that was read.
    pub about: Option<String>,
    /// The notice it belongs to, where it belongs to one.
    pub notice: Option<String>,
    /// What was found, in one sentence, without values or words of the notice: safe in a public log.
    pub says: String,
    /// Values, words and comparisons, a line each: shown only to those who may see them.
    pub shown: Vec<String>,
    /// What to do, safe in a public log.
    pub advice: String,
    /// What it rests on, where that may be a fault of its own that is told already.
    pub because: Option<Because>,
    /// Other places that matter, each with a short label safe in a public log.
    pub also: Vec<(Place, String)>,
}

impl Finding {
    /// A finding of `code` at `place`, at the code's own severity. `says` must hold no values or words.
    pub fn new(code: Code, place: impl Into<Option<Place>>, says: impl Into<String>) -> Self {
        Finding {
            code,
            severity: code.severity(),
            place: place.into(),
            about: None,
            notice: None,
            says: says.into(),
            shown: Vec::new(),
            advice: String::new(),
            because: None,
            also: Vec::new(),
        }
    }

    /// Adds what to do about it (safe in a public log).
    #[must_use]
    pub fn advice(mut self, advice: impl Into<String>) -> Self {
        self.advice = advice.into();
        self
    }

    /// Adds a line with values or words, for those who may see them.
    #[must_use]
    pub fn shown(mut self, line: impl Into<String>) -> Self {
        self.shown.push(line.into());
        self
    }

    /// Names the file it is about, where it has no place in one that was read.
    #[must_use]
    pub fn about(mut self, path: impl Into<String>) -> Self {
        self.about = Some(path.into());
        self
    }

    /// Says what it rests on.
    #[must_use]
    pub fn because(mut self, because: impl Into<Option<Because>>) -> Self {
        self.because = because.into();
        self
    }

    /// Adds another place that matters.
    #[must_use]
    pub fn also(mut self, place: Place, label: impl Into<String>) -> Self {
        self.also.push((place, label.into()));
        self
    }

    /// The same finding at another severity (a stage may be stricter than the code's own).
    #[must_use]
    pub fn at(mut self, severity: Severity) -> Self {
        self.severity = severity;
        self
    }

    /// Whether this finding stops the notice.
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}

/// Whether any of `findings` is an error.
pub fn any_error(findings: &[Finding]) -> bool {
    findings.iter().any(Finding::is_error)
}
