//! Local times as typed: `2012-06-12 00:01`, with a weekday or a zone beside them that can be checked.

use chrono::{NaiveDate, NaiveTime, Weekday};

use super::date::parse_date;
use super::{MomentError, MomentKind};
use crate::finding::did_you_mean;
use crate::language::{self, Language};

const EXPECTED: &str = "a date and a time such as 2012-06-12 00:01";

/// A date and time on the wall, and what was stated beside them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Local {
    /// The date.
    pub date: NaiveDate,
    /// The time, in whole minutes.
    pub time: NaiveTime,
    /// The weekday as typed, if any.
    pub stated_weekday: Option<String>,
    /// The zone as typed, if any: `BST`, `+01:00`, `Europe/London`.
    pub stated_zone: Option<String>,
}

/// Reads a local date and time. A weekday and a zone (abbreviation, offset or IANA name) may stand before or after;
/// [`Instant::resolve`](super::Instant::resolve) checks them.
///
/// # Errors
/// Dates [`parse_date`] refuses; a time that is missing or malformed; midnight, 24:00, noon and 12 a.m. or p.m., which
/// people read two ways; seconds.
pub fn parse_local(text: &str) -> Result<Local, MomentError> {
    let mut found = Parts::default();
    let spaced = separate(text);
    let words: Vec<&str> = spaced.split_whitespace().collect();
    if words.iter().any(|word| is_month(word)) {
        return Err(month_in_words());
    }
    let mut at = 0;
    while let Some(word) = words.get(at) {
        at += 1;
        if found.time.is_some() && found.half.is_none() && half_of_day(word).is_some() {
            found.half = half_of_day(word);
        } else if is_weekday(word) {
            keep(&mut found.weekday, word, "two weekdays")?;
        } else if is_time(word) {
            keep(&mut found.time, word, "two times")?;
        } else if is_zone(word) {
            keep(&mut found.zone, word, "two zones")?;
        } else if word.starts_with(|first: char| first.is_ascii_digit()) {
            keep(&mut found.date, word, "two dates")?;
        } else {
            return Err(unknown_word(word, text));
        }
    }
    let Some(date) = found.date else {
        return Err(malformed(
            "no date",
            "write the date before the time: 2012-06-12 00:01",
        ));
    };
    let date = parse_date(&date)?;
    let Some(time) = found.time else {
        return Err(malformed(
            "a date without a time",
            "add the time: 2012-06-12 00:01",
        ));
    };
    Ok(Local {
        date,
        time: read_time(&time, found.half)?,
        stated_weekday: found.weekday,
        stated_zone: found.zone,
    })
}

#[derive(Default)]
struct Parts {
    date: Option<String>,
    time: Option<String>,
    half: Option<Half>,
    weekday: Option<String>,
    zone: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Half {
    /// a.m.
    Morning,
    /// p.m.
    Afternoon,
}

fn malformed(says: &str, advice: &str) -> MomentError {
    MomentError::new(MomentKind::Malformed, says, EXPECTED, advice)
}

fn midnight(says: &str, advice: &str) -> MomentError {
    MomentError::new(MomentKind::Midnight, says, EXPECTED, advice)
}

fn keep(slot: &mut Option<String>, word: &str, twice: &str) -> Result<(), MomentError> {
    match slot.replace(word.to_owned()) {
        None => Ok(()),
        Some(_) => Err(malformed(twice, "keep one of the two")),
    }
}

/// Puts spaces where the forms have none: after `2012-06-12` in `2012-06-12T00:01`, before an offset and before
/// `am` or `pm`, and for the commas.
pub(super) fn separate(text: &str) -> String {
    let mut spaced = String::with_capacity(text.len() + 4);
    let mut word = String::new();
    for ch in text.trim().chars().chain([' ']) {
        if ch.is_whitespace() || ch == ',' {
            spaced.push_str(&separate_word(&word));
            spaced.push(' ');
            word.clear();
        } else {
            word.push(ch);
        }
    }
    spaced
}

fn separate_word(word: &str) -> String {
    if let Some((date, time)) = word.split_once(['T', 't'])
        && date.len() == 10
        && time.starts_with(|first: char| first.is_ascii_digit())
    {
        return format!("{date} {}", separate_word(time));
    }
    let is_digit = |ch: char| ch.is_ascii_digit();
    // Up to the end of the digits of a time, whatever follows is another word: 8.30am, 00:01+01:00, 00:01Z.
    let digits_end = word
        .find(|ch: char| !is_digit(ch) && !matches!(ch, ':' | '.'))
        .unwrap_or(word.len());
    let (digits, rest) = word.split_at(digits_end);
    let clock_like = !digits.is_empty() && digits.len() <= 8 && !rest.is_empty();
    let glued = half_of_day(rest).is_some() || (digits.contains(':') && is_zone(rest));
    if clock_like && glued {
        format!("{digits} {rest}")
    } else {
        word.to_owned()
    }
}

fn is_weekday(word: &str) -> bool {
    language::all().any(|own| own.parse_weekday(word).is_some())
}

/// `00:01`, `8.30`, `19h00`, a lone hour before a.m. or p.m., or a word for midnight or noon.
fn is_time(word: &str) -> bool {
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let mut parts = word.split([':', '.']);
    // Longer parts are those of a date: 12.06.2012.
    let parted = word.contains([':', '.']) && parts.all(|part| part.len() <= 2 && digits(part));
    let clock = parted || (digits(word) && (word.len() <= 2 || word.len() == 4));
    clock || has_h(word) || matches!(word.to_lowercase().as_str(), "midnight" | "noon" | "midday")
}

/// `19h00`, `19h`
fn has_h(word: &str) -> bool {
    let digits = |part: &str| part.len() <= 2 && part.bytes().all(|byte| byte.is_ascii_digit());
    word.split_once(['h', 'H'])
        .is_some_and(|(hour, minute)| !hour.is_empty() && digits(hour) && digits(minute))
}

/// Something that could name a zone or an offset; whether it holds is asked later.
pub(super) fn is_zone(word: &str) -> bool {
    let capitals = (1..=5).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_uppercase());
    let offset = word.trim_start_matches("UTC").trim_start_matches("GMT");
    let signed = offset.strip_prefix(['+', '-', '\u{2212}']);
    let is_offset = signed.is_some_and(|rest| rest.bytes().all(|byte| byte.is_ascii_digit() || byte == b':'));
    let is_name = word.contains('/') && word.starts_with(|first: char| first.is_ascii_uppercase());
    capitals || is_offset || is_name
}

pub(super) fn half_of_day(word: &str) -> Option<Half> {
    match word.to_lowercase().replace('.', "").as_str() {
        "am" => Some(Half::Morning),
        "pm" => Some(Half::Afternoon),
        _ => None,
    }
}

fn is_month(word: &str) -> bool {
    language::all().any(|own| own.parse_month(word).is_some())
}

fn month_in_words() -> MomentError {
    malformed(
        "a date with the month in words",
        "write it in digits, year first: 2012-06-12 00:01",
    )
}

fn unknown_word(word: &str, whole: &str) -> MomentError {
    let day = |own: &'static dyn Language| {
        (0..7)
            .filter_map(|at| Weekday::try_from(at).ok())
            .map(|day| own.weekday(day))
    };
    if let Some(near) = did_you_mean(word, language::all().flat_map(day)) {
        let advice = format!("did you mean `{near}`? The weekday may be left out: the program computes it");
        return malformed("a word that is no weekday", &advice);
    }
    if whole.trim() == word {
        return malformed(
            "something that is not a date and time",
            "write the date, then the time: 2012-06-12 00:01",
        );
    }
    malformed(
        "a word that is neither a weekday nor a zone",
        "write the date and the time alone: 2012-06-12 00:01",
    )
}

fn read_time(word: &str, half: Option<Half>) -> Result<NaiveTime, MomentError> {
    match word.to_lowercase().as_str() {
        "midnight" => {
            return Err(midnight(
                "midnight, which ends one day and starts the next",
                TO_WRITE,
            ));
        }
        "noon" | "midday" => return Err(midnight("noon in words", "write 12:00")),
        _ => {}
    }
    if has_h(word) {
        return Err(malformed("a time with an h", "write a colon: 19:00"));
    }
    let mut parts = word.split([':', '.']);
    let (hour, minute, second) = (parts.next().unwrap_or_default(), parts.next(), parts.next());
    let two = |part: &str| part.parse::<u32>().ok().filter(|_| (1..=2).contains(&part.len()));
    let Some(hour) = two(hour) else {
        return Err(malformed(
            "a time without a colon",
            "write hours and minutes: 09:30",
        ));
    };
    let minute = match minute {
        Some(minute) if minute.len() == 2 => two(minute),
        Some(_) => None,
        None => half.map(|_| 0),
    };
    let Some(minute) = minute else {
        return Err(malformed(
            "a time without two digits of minutes",
            "write hours and minutes: 09:30",
        ));
    };
    if second.is_some_and(|second| second != "00") || parts.next().is_some() {
        return Err(malformed(
            "a time with seconds",
            "write hours and minutes alone: 09:30",
        ));
    }
    if half.is_none() && word.contains('.') {
        return Err(malformed("a time with a full stop", "write a colon: 09:30"));
    }
    let hour = match (half, hour, minute) {
        (Some(_), 12, _) => {
            return Err(midnight(
                "twelve a.m. or p.m., which people read two ways",
                "write 00:01 to 23:59: noon is 12:00",
            ));
        }
        (Some(Half::Morning), 1..=11, _) => hour,
        (Some(Half::Afternoon), 1..=11, _) => hour + 12,
        (Some(_), ..) => {
            return Err(malformed(
                "an hour that a.m. or p.m. does not have",
                "write the time without a.m. or p.m.: 15:30",
            ));
        }
        (None, 0, 0) => {
            return Err(midnight(
                "midnight as 00:00, which people take for the end of that day",
                TO_WRITE,
            ));
        }
        (None, 24, _) => return Err(midnight("an hour 24", TO_WRITE)),
        (None, ..) => hour,
    };
    NaiveTime::from_hms_opt(hour, minute, 0)
        .ok_or_else(|| malformed("a time that no clock shows", "write a time from 00:01 to 23:59"))
}

const TO_WRITE: &str = "write 00:01, or 23:59 of the day before";
