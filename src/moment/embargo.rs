//! The embargo line: words, time, zone, weekday and date, all from one instant.

use super::Instant;
use crate::language::{DateOrder, DayStyle, Language, TimeStyle};

/// `EMBARGOED UNTIL 00:01 – TUESDAY, 12 June 2012`; with `zone`, `EMBARGOED UNTIL 00:01 BST – TUESDAY, 12 June 2012`.
/// `words` are the house's opening words, printed as they are.
pub fn embargo_line(
    words: &str,
    instant: &Instant,
    language: &dyn Language,
    day: DayStyle,
    order: DateOrder,
    time: TimeStyle,
    zone: bool,
) -> String {
    let time = language.time(instant.time(), time);
    let zone = if zone {
        format!(" {}", instant.abbreviation())
    } else {
        String::new()
    };
    let weekday = language.capitals(language.weekday(instant.weekday()));
    let date = language.date(instant.date(), day, order);
    format!("{words} {time}{zone} – {weekday}, {date}")
}
