//! The clock that a rehearsal or a test sets: an instant in full.

use chrono::{DateTime, Utc};

use super::{MomentError, MomentKind};

/// Reads the instant of `--now`: RFC 3339 with an offset, such as `2012-06-11T23:59:00+01:00`. Seconds may be left out.
///
/// # Errors
/// Anything else; above all a time without an offset, which would mean another moment on another machine.
pub fn parse_clock(text: &str) -> Result<DateTime<Utc>, MomentError> {
    let text = text.trim();
    let parsed = DateTime::parse_from_rfc3339(text).or_else(|error| {
        // 2012-06-11T23:59+01:00
        match (text.get(..16), text.get(16..)) {
            (Some(minute), Some(offset)) if !offset.starts_with(':') => {
                DateTime::parse_from_rfc3339(&format!("{minute}:00{offset}"))
            }
            _ => Err(error),
        }
    });
    parsed.map(|instant| instant.with_timezone(&Utc)).map_err(|_| {
        let bare = chrono::NaiveDateTime::parse_from_str(&text.replace(' ', "T"), "%Y-%m-%dT%H:%M:%S")
            .is_ok()
            || chrono::NaiveDateTime::parse_from_str(&text.replace(' ', "T"), "%Y-%m-%dT%H:%M").is_ok();
        let (says, advice) = if bare {
            (
                "an instant without its offset",
                "add the offset from UTC: 2012-06-11T23:59:00+01:00, or Z for UTC",
            )
        } else {
            (
                "something that is not an instant",
                "write it as 2012-06-11T23:59:00+01:00",
            )
        };
        MomentError::new(
            MomentKind::Malformed,
            says,
            "an instant such as 2012-06-11T23:59:00+01:00",
            advice,
        )
    })
}
