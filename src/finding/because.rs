//! What a finding rests on, for whoever tells a fault from what only follows from it.

/// Something that may be a fault of its own, told elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Because {
    /// The figure of this name has no value.
    Missing(String),
    /// The notice has no table at all.
    NoTable,
}
