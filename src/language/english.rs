//! English, as British newsrooms write it.

use std::collections::HashMap;
use std::sync::OnceLock;

use chrono::{Datelike, NaiveDate, NaiveTime, Timelike, Weekday};

use super::{DateOrder, DayStyle, Followed, Language, QuotationMarks, TimeStyle, cardinal, number_words};

/// English.
pub(super) struct English;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

const WEEKDAYS: [&str; 7] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];

impl Language for English {
    fn tag(&self) -> &'static str {
        "en"
    }

    fn cardinal(&self, number: u64) -> String {
        cardinal::cardinal(number)
    }

    fn ordinal_words(&self, number: u64) -> String {
        cardinal::ordinal_words(number)
    }

    fn ordinal(&self, number: u64) -> String {
        cardinal::ordinal(number)
    }

    fn list(&self, items: &[String], serial_comma: bool) -> String {
        let Some((last, start)) = items.split_last() else {
            return String::new();
        };
        if start.is_empty() {
            return last.clone();
        }
        // "Bath, Bristol and Avon" inside a list would read as three items.
        if items
            .iter()
            .any(|item| item.contains([',', ';']) || item.contains(" and "))
        {
            return format!("{}; and {last}", start.join("; "));
        }
        let comma = if serial_comma && start.len() > 1 { "," } else { "" };
        format!("{}{comma} and {last}", start.join(", "))
    }

    fn plural<'w>(&self, n_is_one: bool, one: &'w str, many: &'w str) -> &'w str {
        if n_is_one { one } else { many }
    }

    fn weekday(&self, day: Weekday) -> &'static str {
        WEEKDAYS[day.num_days_from_monday() as usize]
    }

    fn month(&self, month: u32) -> &'static str {
        let at = (month as usize).checked_sub(1);
        at.and_then(|at| MONTHS.get(at)).copied().unwrap_or_default()
    }

    fn date(&self, date: NaiveDate, day: DayStyle, order: DateOrder) -> String {
        let number = match day {
            DayStyle::Plain => date.day().to_string(),
            DayStyle::TwoDigit => format!("{:02}", date.day()),
        };
        let month = self.month(date.month());
        match order {
            DateOrder::DayFirst => format!("{number} {month} {}", date.year()),
            DateOrder::MonthFirst => format!("{month} {number}, {}", date.year()),
        }
    }

    fn month_year(&self, year: i32, month: u32) -> String {
        format!("{} {year}", self.month(month))
    }

    fn time(&self, time: NaiveTime, style: TimeStyle) -> String {
        match style {
            TimeStyle::TwentyFourHour => format!("{:02}:{:02}", time.hour(), time.minute()),
            TimeStyle::TwelveHour => {
                let (afternoon, hour) = time.hour12();
                let half = if afternoon { "p.m." } else { "a.m." };
                format!("{hour}:{:02} {half}", time.minute())
            }
        }
    }

    fn quotes(&self, marks: QuotationMarks, depth: usize) -> (&'static str, &'static str) {
        let double = (marks == QuotationMarks::Double) == depth.is_multiple_of(2);
        if double { ("“", "”") } else { ("‘", "’") }
    }

    fn sentence_start(&self, text: &str) -> String {
        let first = text.char_indices().find(|(_, ch)| ch.is_alphanumeric());
        match first {
            Some((at, letter)) if letter.is_lowercase() => {
                let after = at + letter.len_utf8();
                format!("{}{}{}", &text[..at], letter.to_uppercase(), &text[after..])
            }
            _ => text.to_owned(),
        }
    }

    fn capitals(&self, text: &str) -> String {
        text.to_uppercase()
    }

    fn said(&self) -> &'static str {
        "said"
    }

    fn number_words_value(&self, words: &str) -> Option<u64> {
        number_words::value(words)
    }

    fn ordinal_words_value(&self, words: &str) -> Option<u64> {
        number_words::ordinal_value(words)
    }

    fn parse_weekday(&self, word: &str) -> Option<Weekday> {
        let at = position(
            word,
            &WEEKDAYS,
            &["mon", "tue", "wed", "thu", "fri", "sat", "sun"],
        )
        .or_else(|| position(word, &["", "tues", "weds", "thurs"], &["", "", "", "thur"]))?;
        Weekday::try_from(u8::try_from(at).ok()?).ok()
    }

    fn parse_month(&self, word: &str) -> Option<u32> {
        const SHORT: [&str; 12] = [
            "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
        ];
        let at = position(word, &MONTHS, &SHORT)
            .or_else(|| position(word, &["", "", "", "", "", "", "", "", "sept"], &[]))?;
        u32::try_from(at + 1).ok()
    }

    fn abbreviation(&self, word: &str) -> Option<Followed> {
        static ALL: OnceLock<HashMap<&str, Followed>> = OnceLock::new();
        ALL.get_or_init(|| {
            let lines = include_str!("abbreviations-en.txt").lines();
            let listed = lines.flat_map(|line| {
                let kinds = [
                    ("before a word:", Followed::ByWord),
                    ("before a number:", Followed::ByNumber),
                    ("before a zone:", Followed::ByZone),
                ];
                let of_kind = |(before, followed)| Some((line.strip_prefix(before)?, followed));
                let (words, followed) = kinds
                    .into_iter()
                    .find_map(of_kind)
                    .unwrap_or(("", Followed::ByWord));
                words.split_whitespace().map(move |word| (word, followed))
            });
            listed.collect()
        })
        .get(word)
        .copied()
    }
}

/// Where `word` stands in either list, capitals and a full stop after it aside.
fn position(word: &str, names: &[&str], short: &[&str]) -> Option<usize> {
    let bare = word.strip_suffix('.').unwrap_or(word);
    if bare.is_empty() {
        return None;
    }
    let same = |name: &&str| name.eq_ignore_ascii_case(bare);
    names
        .iter()
        .position(same)
        .or_else(|| short.iter().position(same))
}
