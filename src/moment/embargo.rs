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
    let time = printed_time(instant, language, time, zone);
    let weekday = language.capitals(language.weekday(instant.weekday()));
    let date = language.date(instant.date(), day, order);
    format!("{words} {time} – {weekday}, {date}")
}

/// `00:01`; with `zone`, `00:01 BST`. An hour that the clocks show twice has its zone whatever the house's style: without
/// it nobody could say which of the two is meant.
pub fn printed_time(instant: &Instant, language: &dyn Language, style: TimeStyle, zone: bool) -> String {
    let time = language.time(instant.time(), style);
    let zone = instant
        .told_apart_by()
        .or_else(|| zone.then(|| instant.abbreviation()));
    match zone {
        Some(zone) => format!("{time} {zone}"),
        None => time,
    }
}
