//! What can be wrong with a date or a time.

/// The sort of mistake; each has its own code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MomentKind {
    /// Not a date or time as it must be written (`wrong-kind`).
    Malformed,
    /// A day that is not in the calendar (`date-does-not-exist`).
    NoSuchDay,
    /// A time that people read two ways: midnight, 24:00, 12 a.m., 12 p.m. (`time-ambiguous`).
    Midnight,
    /// A local time that the clocks go forward over (`time-does-not-exist`).
    DoesNotExist,
    /// A local time that happens twice as the clocks go back (`time-ambiguous`).
    HappensTwice,
    /// A weekday that is not the date's (`weekday-mismatch`).
    WeekdayMismatch,
    /// A zone name or offset that does not hold then (`zone-mismatch`).
    ZoneMismatch,
}

/// Why a date or time was refused. Safe in a public log: none of it repeats what was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MomentError {
    /// The sort of mistake.
    pub kind: MomentKind,
    /// What was found.
    pub says: String,
    /// What was expected.
    pub expected: String,
    /// What to do.
    pub advice: String,
}

impl MomentError {
    pub(super) fn new(
        kind: MomentKind,
        says: impl Into<String>,
        expected: impl Into<String>,
        advice: impl Into<String>,
    ) -> Self {
        MomentError {
            kind,
            says: says.into(),
            expected: expected.into(),
            advice: advice.into(),
        }
    }
}
