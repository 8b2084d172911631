//! Moments: dates, zones, and the embargo's instant.
//!
//! A local time becomes an instant in [`Instant::resolve`] and nowhere else. The clock is never read here: whoever asks
//! whether a moment has passed says what time it is.

mod clock;
mod date;
mod embargo;
mod error;
mod instant;
mod local;
mod rewritten;
mod zone;

#[cfg(test)]
mod cases;
#[cfg(test)]
mod clock_changes;

pub use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
pub use clock::parse_clock;
pub use date::{parse_date, parse_month, parse_year};
pub use embargo::{embargo_line, printed_time};
pub use error::{MomentError, MomentKind};
pub use instant::Instant;
pub use local::{Local, parse_local};
pub use rewritten::{rewritten, rewritten_date};
pub use zone::{ZONE_DATA_VERSION, Zone, ZoneError, zone};
