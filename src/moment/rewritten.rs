//! What was typed otherwise, written as it must be: for a message to propose.

use chrono::{NaiveDate, NaiveTime};

use super::local::{Half, half_of_day, is_zone, separate};
use crate::language;

/// A date and time as they must be written, where what was typed says both in another way: `2012-6-8`, `00:01 Tuesday
/// 12 June 2012`, `2012-06-12 19h00`. `None` where it does not, or says a time that can be read two ways. For those who
/// may see it.
pub fn rewritten(text: &str) -> Option<String> {
    let month_word = |word: &str| language::all().find_map(|own| own.parse_month(word));
    let (mut numbers, mut month, mut clock, mut half, mut zone) = (Vec::new(), None, None, None, None);
    let spaced = separate(text);
    for word in spaced.split_whitespace() {
        if clock.is_some() && half_of_day(word).is_some() {
            half = half_of_day(word);
        } else if is_zone(word) {
            zone = Some(word);
        } else if let Some(parts) = clock_parts(word, numbers.len()) {
            clock = Some(parts);
        } else {
            for part in word.split(['-', '/', '.']) {
                let digits = part.trim_end_matches(|ch: char| ch.is_ascii_alphabetic());
                if let Some(found) = month_word(part) {
                    month = Some(found);
                } else if let Ok(found) = digits.parse::<u32>() {
                    numbers.push(found);
                }
            }
        }
    }
    let (year, month, day) = match (numbers.as_slice(), month) {
        ([day, year], Some(month)) if *year >= 1000 => (*year, month, *day),
        ([year, month, day], None) if *year >= 1000 => (*year, *month, *day),
        _ => return None,
    };
    let date = NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)?;
    let mut written = date.to_string();
    if let Some((hour, minute)) = clock {
        written.push_str(&time(hour, minute, half)?.format(" %H:%M").to_string());
        if let Some(zone) = zone {
            written.push_str(&format!(" {zone}"));
        }
    }
    Some(written)
}

/// [`rewritten`] where a date stands alone: without the time.
pub fn rewritten_date(text: &str) -> Option<String> {
    let written = rewritten(text)?;
    let date = written.split(' ').next()?;
    Some(date.to_owned())
}

/// The hour and minute of `19:00`, `19.00`, `19h00`, `00:01:30`; of `1900` behind a whole date.
fn clock_parts(word: &str, numbers_before: usize) -> Option<(u32, u32)> {
    let two = |part: &str| {
        let digits = (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
        digits.then(|| part.parse().ok()).flatten()
    };
    if numbers_before == 3 && word.len() == 4 {
        return two(word.get(..2)?).zip(two(word.get(2..)?));
    }
    let parts: Vec<&str> = word.split([':', '.', 'h', 'H']).collect();
    let (hour, minute) = match parts.as_slice() {
        [hour, minute] => (hour, minute),
        [hour, minute, seconds] if word.contains(':') && two(seconds).is_some() => (hour, minute),
        _ => return None,
    };
    two(hour).zip(two(minute).filter(|_| minute.len() == 2))
}

/// The time of day; `None` for midnight and for twelve a.m. or p.m., which people read two ways.
fn time(hour: u32, minute: u32, half: Option<Half>) -> Option<NaiveTime> {
    let hour = match (half, hour) {
        (None, 0) if minute == 0 => return None,
        (None, hour) => hour,
        (Some(Half::Morning), 1..=11) => hour,
        (Some(Half::Afternoon), 1..=11) => hour + 12,
        (Some(_), _) => return None,
    };
    NaiveTime::from_hms_opt(hour, minute, 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_otherwise_is_written_as_it_must_be() {
        for (text, written) in [
            ("2012-6-8", "2012-06-08"),
            ("2012-6-8 00:01", "2012-06-08 00:01"),
            ("00:01 Tuesday 12 June 2012", "2012-06-12 00:01"),
            ("12th June 2012, 09:30", "2012-06-12 09:30"),
            ("2012/06/12", "2012-06-12"),
            ("2026-06-16 19.00", "2026-06-16 19:00"),
            ("2026-06-16 19h00", "2026-06-16 19:00"),
            ("2026-06-16 00:01:30", "2026-06-16 00:01"),
            ("2026-06-16 0930", "2026-06-16 09:30"),
            ("16 June 2026 8.30pm", "2026-06-16 20:30"),
            ("2026-6-16 00:01 BST", "2026-06-16 00:01 BST"),
            ("2026-6-16 00:01 Europe/London", "2026-06-16 00:01 Europe/London"),
        ] {
            assert_eq!(rewritten(text).as_deref(), Some(written), "{text}");
        }
        let date = rewritten_date("16 June 2026, 19:00");
        assert_eq!(date.as_deref(), Some("2026-06-16"));
        for text in [
            "12/06/2012",
            "soon",
            "2012-02-30",
            "June 2012",
            "",
            "9:30 on the day",
            "16 June 2026 00:00",
            "16 June 2026 12 am",
            "16 June 2026 12.30 am",
            "16.06.2026 19:00",
        ] {
            assert_eq!(rewritten(text), None, "{text}");
        }
    }
}
