//! What the reason of a change may say without a figure or claim: how what was published was wrong. The figures stand
//! beside it as they were and as they are.

use std::ops::Range;
use std::sync::OnceLock;

use super::phrases::Phrases;
use super::reading::Reading;
use crate::language::Language;
use crate::release::Part;

/// What to do about a fault in a reason, which takes no claims.
pub const ADVICE: &str = "take it out: the figures stand beside the reason as they were and as they are; where it is no \
    result of an inspection, answer for it under `accepted:` in the notice";

/// The table of such phrases, read once.
fn phrases() -> &'static Phrases {
    static TABLE: OnceLock<Phrases> = OnceLock::new();
    TABLE.get_or_init(|| Phrases::parse(include_str!("reason-en.txt")).unwrap_or_default())
}

/// Whether the passage is the reason of a change.
pub fn is_reason(reading: &Reading<'_>) -> bool {
    reading.passage.part == Part::Reason
}

/// Whether the passage is the reason of a change, and a phrase of the table stands round some tokens.
pub fn excuses(reading: &Reading<'_>, tokens: &Range<usize>, language: &dyn Language) -> bool {
    is_reason(reading) && phrases().excuse(&reading.tokens, tokens, language)
}
