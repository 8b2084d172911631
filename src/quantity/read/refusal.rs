//! Why a figure or a unit was refused.

/// What sort of mistake a [`ReadError`] is; each has its own code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReadKind {
    /// Not a figure, or not in this unit (`bad-figure`).
    Unreadable,
    /// A figure that cannot be: more of a thing than there are, a rating not on the scale (`result-out-of-range`).
    OutOfRange,
    /// Per cent where percentage points are meant, or the reverse (`points-or-percent`).
    PointsOrPercent,
}

/// Why a figure or a unit was refused. All but `shown` is safe in a public log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadError {
    /// The sort of mistake.
    pub kind: ReadKind,
    /// What was found, without the value: "a percentage without its sign".
    pub what: String,
    /// What was expected: "a percentage, such as 78% or 62 of 79".
    pub expected: String,
    /// What to do.
    pub advice: String,
    /// The nearest right value, for those who may see values.
    pub shown: Option<String>,
}

impl ReadError {
    pub(in crate::quantity) fn new(
        what: impl Into<String>,
        expected: impl Into<String>,
        advice: impl Into<String>,
    ) -> Self {
        ReadError {
            kind: ReadKind::Unreadable,
            what: what.into(),
            expected: expected.into(),
            advice: advice.into(),
            shown: None,
        }
    }

    pub(super) fn kind(mut self, kind: ReadKind) -> Self {
        self.kind = kind;
        self
    }

    pub(super) fn shown(mut self, line: Option<String>) -> Self {
        self.shown = line;
        self
    }
}

/// A refusal whose `expected` the reader fills in from the unit.
pub(super) fn refused(what: &str, advice: impl Into<String>) -> ReadError {
    ReadError::new(what, "", advice)
}
