//! Dates, times and embargoes as people type them.

use super::*;
use crate::language::{self, DateOrder, DayStyle, TimeStyle};

fn london() -> Zone {
    zone("Europe/London").unwrap()
}

fn resolve(text: &str, zone: &Zone) -> Result<Instant, MomentError> {
    parse_local(text).and_then(|local| Instant::resolve(&local, zone))
}

#[track_caller]
fn is(text: &str, zone: &Zone, machine: &str) {
    assert_eq!(
        resolve(text, zone).map(|instant| instant.machine()),
        Ok(machine.to_owned()),
        "{text}"
    );
}

#[track_caller]
fn refuses(text: &str, kind: MomentKind, says: &str) -> String {
    let error = resolve(text, &london()).expect_err(text);
    assert_eq!((error.kind, error.says.as_str()), (kind, says), "{text}");
    assert!(!error.expected.is_empty());
    error.advice
}

use MomentKind::{DoesNotExist, HappensTwice, Malformed, Midnight, NoSuchDay, WeekdayMismatch, ZoneMismatch};

#[test]
fn an_embargo_in_the_forms_people_type() {
    for text in [
        "2012-06-12 00:01",
        "2012-06-12 0:01",
        "2012-06-12T00:01",
        "2012-06-12T00:01+01:00",
        "2012-06-12 00:01 +01:00",
        "2012-06-12 00:01:00 +0100",
        "2012-06-12 00:01 BST",
        "2012-06-12 00:01 UTC+1",
        "2012-06-12 00:01 Europe/London",
        "Tuesday 2012-06-12 00:01",
        "Tuesday, 2012-06-12 00:01 BST",
        "2012-06-12 00:01, Tue",
        "00:01 2012-06-12",
    ] {
        is(text, &london(), "2012-06-12T00:01:00+01:00");
    }
    let new_york = zone("America/New_York").unwrap();
    for text in [
        "2026-09-16 8:30",
        "2026-09-16 08:30",
        "2026-09-16 8:30 a.m.",
        "2026-09-16 8.30am",
        "2026-09-16 8:30 AM EDT",
    ] {
        is(text, &new_york, "2026-09-16T08:30:00-04:00");
    }
    is("2026-09-16 3pm", &london(), "2026-09-16T15:00:00+01:00");
    is("2026-09-16 12:00", &london(), "2026-09-16T12:00:00+01:00");
    is("2026-01-16 09:30 GMT", &london(), "2026-01-16T09:30:00+00:00");
    is("2026-01-16T09:30Z", &london(), "2026-01-16T09:30:00+00:00");
}

#[test]
fn midnight_and_noon_are_two_ways_of_reading() {
    for text in ["2012-06-12 00:00", "2012-06-12 0:00", "2012-06-12T00:00:00+01:00"] {
        let advice = refuses(
            text,
            Midnight,
            "midnight as 00:00, which people take for the end of that day",
        );
        assert_eq!(advice, "write 00:01, or 23:59 of the day before");
    }
    refuses("2012-06-12 24:00", Midnight, "an hour 24");
    refuses(
        "2012-06-12 midnight",
        Midnight,
        "midnight, which ends one day and starts the next",
    );
    refuses("2012-06-12 noon", Midnight, "noon in words");
    for text in [
        "2012-06-12 12am",
        "2012-06-12 12 a.m.",
        "2012-06-12 12:30 p.m.",
        "2012-06-12 12:01 am",
    ] {
        refuses(text, Midnight, "twelve a.m. or p.m., which people read two ways");
    }
}

#[test]
fn malformed_times_say_why() {
    let cases = [
        ("2012-06-12", "a date without a time"),
        ("00:01", "no date"),
        ("", "no date"),
        ("tomorrow", "something that is not a date and time"),
        ("2012-06-12 0930", "a time without a colon"),
        ("2012-06-12 9", "a time without two digits of minutes"),
        ("2012-06-12 9:5", "a time without two digits of minutes"),
        ("2012-06-12 09:30:15", "a time with seconds"),
        ("2012-06-12 09.30", "a time with a full stop"),
        ("2012-06-12 25:00", "a time that no clock shows"),
        ("2012-06-12 09:60", "a time that no clock shows"),
        ("2012-06-12 15:30 pm", "an hour that a.m. or p.m. does not have"),
        ("2012-06-12 09:30 10:30", "two times"),
        ("2012-06-12 2012-06-13 10:30", "two dates"),
        (
            "2012-06-12 09:30 sharp",
            "a word that is neither a weekday nor a zone",
        ),
        ("Teusday 2012-06-12 09:30", "a word that is no weekday"),
        ("12 June 2012 09:30", "a date with the month in words"),
        (
            "12/06/2012 09:30",
            "a date with the year last, which can be read two ways",
        ),
        ("09:30 Tuesday 12 June 2012", "a date with the month in words"),
    ];
    for (text, says) in cases {
        refuses(text, Malformed, says);
    }
    refuses(
        "2012-02-30 09:30",
        NoSuchDay,
        "a day that this month does not have",
    );
}

#[test]
fn what_is_stated_is_checked() {
    let advice = refuses(
        "Monday 2012-06-12 00:01",
        WeekdayMismatch,
        "a weekday that is not the date's",
    );
    assert!(advice.contains("leave the weekday out"));
    let stated = "a zone name or offset that does not hold on that date";
    for zone in ["GMT", "EDT", "Z", "+00:00", "+02:00", "America/New_York", "CET"] {
        refuses(&format!("2012-06-12 00:01 {zone}"), ZoneMismatch, stated);
    }
    refuses("2012-01-12 00:01 BST", ZoneMismatch, stated);
    let typed = parse_local("2012-06-12 00:01").unwrap();
    for odd in ["+aéb", "+0+1", "UTC+:", "+", "-é", ""] {
        let odd = Local {
            stated_zone: Some(odd.to_owned()),
            ..typed.clone()
        };
        assert!(Instant::resolve(&odd, &london()).is_err());
    }
    let error = resolve("2012-06-12 00:01 GMT", &london()).unwrap_err();
    assert_eq!(error.expected, "BST (+01:00) in Europe/London");
}

#[test]
fn the_clocks_go_forward_and_back() {
    let forward = refuses(
        "2026-03-29 01:30",
        DoesNotExist,
        "a local time that does not exist: the clocks go forward over it",
    );
    assert_eq!(forward, "choose one before 01:00, or from 02:00 on");
    let back = refuses(
        "2026-10-25 01:30",
        HappensTwice,
        "a local time that happens twice: the clocks go back over it",
    );
    assert_eq!(
        back,
        "choose another hour, or write the zone after it: BST for the first time, GMT for the second"
    );
    is("2026-10-25 01:30 BST", &london(), "2026-10-25T01:30:00+01:00");
    is("2026-10-25 01:30 GMT", &london(), "2026-10-25T01:30:00+00:00");
    is("2026-10-25 01:30 +01:00", &london(), "2026-10-25T01:30:00+01:00");
    is("2026-10-25 00:59", &london(), "2026-10-25T00:59:00+01:00");
    is("2026-10-25 02:00", &london(), "2026-10-25T02:00:00+00:00");
    // A stated zone does not bring a skipped hour back.
    refuses(
        "2026-03-29 01:30 GMT",
        DoesNotExist,
        "a local time that does not exist: the clocks go forward over it",
    );
}

#[test]
fn dates_are_never_guessed() {
    assert_eq!(
        parse_date("2012-06-12"),
        Ok(NaiveDate::from_ymd_opt(2012, 6, 12).unwrap())
    );
    assert_eq!(
        parse_date("2012-02-29"),
        Ok(NaiveDate::from_ymd_opt(2012, 2, 29).unwrap())
    );
    let cases = [
        (
            "12/06/2012",
            "a date with the year last, which can be read two ways",
        ),
        (
            "12-06-2012",
            "a date with the year last, which can be read two ways",
        ),
        ("12.06.12", "a date without a year of four digits"),
        ("2012-6-1", "a month or day of one digit"),
        ("2012/06/12", "a date with other marks between its parts"),
        ("20120612", "a date without hyphens"),
        ("2012-06", "a month without a day"),
        ("12 June 2012", "a date with the month in words"),
        ("June 12, 2012", "a date with the month in words"),
        ("12th Sept. 2012", "a date with the month in words"),
        ("2012-06-12 00:01", "a date with more after it"),
        ("", "no date"),
        ("soon", "something that is not a date"),
        ("0012-06-12", "a year before 1000"),
    ];
    for (text, says) in cases {
        let error = parse_date(text).expect_err(text);
        assert_eq!((error.kind, error.says.as_str()), (Malformed, says), "{text}");
    }
    for text in ["2012-02-30", "2011-02-29", "2012-13-01"] {
        assert_eq!(parse_date(text).expect_err(text).kind, NoSuchDay, "{text}");
    }
    assert_eq!(parse_month("2009-09"), Some((2009, 9)));
    assert_eq!(parse_year("1974"), Some(1974));
    for text in ["2009-9", "2009-13", "2009", "2009-09-01", "-2009-09", "2009-+9"] {
        assert_eq!(parse_month(text), None, "{text}");
    }
    for text in ["74", "0974", "12345", "+974", "year"] {
        assert_eq!(parse_year(text), None, "{text}");
    }
}

#[test]
fn zones_by_their_full_names_only() {
    assert_eq!(zone("Europe/London").map(|zone| zone.name()), Ok("Europe/London"));
    assert!(zone("UTC").is_ok());
    for (wrong, near) in [
        ("europe/london", "Europe/London"),
        ("Europe/Lodnon", "Europe/London"),
        ("London", "Europe/London"),
        ("new york", "America/New_York"),
        ("BST", "Europe/London"),
        ("EST", "America/New_York"),
        ("GB", "Europe/London"),
        ("Eire", "Europe/Dublin"),
    ] {
        assert_eq!(
            zone(wrong).expect_err(wrong).advice,
            format!("did you mean `{near}`?")
        );
    }
    assert!(zone("").is_err());
    assert_eq!(ZONE_DATA_VERSION.len(), 5);
}

#[test]
fn zones_without_a_name_of_their_own_print_their_offset() {
    let name = |text: &str, place: &str| resolve(text, &zone(place).unwrap()).unwrap().abbreviation();
    assert_eq!(name("2026-06-12 09:30", "Europe/London"), "BST");
    assert_eq!(name("2026-01-12 09:30", "Europe/London"), "GMT");
    assert_eq!(name("2026-06-12 09:30", "America/New_York"), "EDT");
    assert_eq!(name("2026-06-12 09:30", "Asia/Kathmandu"), "UTC+05:45");
    assert_eq!(name("2026-06-12 09:30", "Europe/Istanbul"), "UTC+03:00");
    assert_eq!(name("2026-06-12 09:30", "Etc/GMT+5"), "UTC-05:00");
    assert_eq!(name("2026-06-12 09:30", "UTC"), "UTC");
}

#[test]
fn how_long_it_has_to_run() {
    let embargo = resolve("2012-06-12 00:01", &london()).unwrap();
    let until = |now: &str| embargo.until(parse_clock(now).unwrap());
    assert_eq!(until("2012-06-08T20:00:30+01:00"), "3 days 4 hours");
    assert_eq!(until("2012-06-11T00:01:00+01:00"), "1 day");
    assert_eq!(until("2012-06-10T23:49:00+01:00"), "1 day");
    assert_eq!(until("2012-06-11T22:01:00+01:00"), "2 hours");
    assert_eq!(until("2012-06-11T22:56+01:00"), "1 hour 5 minutes");
    assert_eq!(until("2012-06-11T23:00:00Z"), "1 minute");
    assert_eq!(until("2012-06-11T23:00:01Z"), "less than a minute");
    assert_eq!(until("2012-06-11T23:01:00Z"), "no time");
    assert!(embargo.has_passed(parse_clock("2012-06-12T00:01:00+01:00").unwrap()));
    assert!(!embargo.has_passed(parse_clock("2012-06-12T00:00:59+01:00").unwrap()));
}

#[test]
fn the_clock_needs_its_offset() {
    for text in ["2012-06-11T23:59:00", "2012-06-11 23:59", "2012-06-11T23:59"] {
        assert_eq!(
            parse_clock(text).expect_err(text).says,
            "an instant without its offset"
        );
    }
    for text in [
        "",
        "now",
        "1339455540",
        "2012-06-11",
        "23:59+01:00",
        "2012-06-31T23:59:00Z",
        "ŵŵŵŵŵŵŵŵŵŵŵŵŵŵŵŵŵ",
    ] {
        assert_eq!(
            parse_clock(text).expect_err(text).says,
            "something that is not an instant"
        );
    }
    assert_eq!(
        parse_clock("2012-06-11T23:59+01:00"),
        parse_clock("2012-06-11T22:59:00Z")
    );
}

#[test]
fn the_embargo_line_has_everything_from_one_value() {
    let english = language::of("en").unwrap();
    let embargo = resolve("2012-06-12 00:01", &london()).unwrap();
    let line = |zone| {
        let words = "EMBARGOED UNTIL";
        embargo_line(
            words,
            &embargo,
            english,
            DayStyle::Plain,
            DateOrder::DayFirst,
            TimeStyle::TwentyFourHour,
            zone,
        )
    };
    assert_eq!(line(false), "EMBARGOED UNTIL 00:01 – TUESDAY, 12 June 2012");
    assert_eq!(line(true), "EMBARGOED UNTIL 00:01 BST – TUESDAY, 12 June 2012");
    let statistic = resolve("2026-09-16 8:30", &zone("America/New_York").unwrap()).unwrap();
    let line = embargo_line(
        "EMBARGOED UNTIL",
        &statistic,
        english,
        DayStyle::Plain,
        DateOrder::MonthFirst,
        TimeStyle::TwelveHour,
        true,
    );
    assert_eq!(
        line,
        "EMBARGOED UNTIL 8:30 a.m. EDT – WEDNESDAY, September 16, 2026"
    );
}

#[test]
fn an_hour_that_happens_twice_is_printed_with_its_zone() {
    let english = language::of("en").unwrap();
    let line = |typed: &str, place: &str| {
        let instant = resolve(typed, &zone(place).unwrap()).unwrap();
        let day = DayStyle::Plain;
        let (order, style) = (DateOrder::DayFirst, TimeStyle::TwentyFourHour);
        embargo_line("UNTIL", &instant, english, day, order, style, false)
    };
    let sunday = "SUNDAY, 25 October 2026";
    for (typed, time) in [
        ("2026-10-25 01:30 BST", "01:30 BST"),
        ("2026-10-25 01:30 GMT", "01:30 GMT"),
        ("2026-10-25 00:59", "00:59"),
        ("2026-10-25 02:00", "02:00"),
    ] {
        let printed = line(typed, "Europe/London");
        assert_eq!(printed, format!("UNTIL {time} – {sunday}"), "{typed}");
    }
    // A zone whose clocks go back by half an hour, and have no names of their own.
    let printed = line("2026-04-05 01:45 +11:00", "Australia/Lord_Howe");
    assert_eq!(printed, "UNTIL 01:45 UTC+11:00 – SUNDAY, 5 April 2026");
}

#[test]
fn an_offset_is_answered_with_a_place() {
    for name in ["GMT+1", "UTC-5"] {
        let advice = super::zone(name).expect_err(name).advice;
        assert!(
            advice.contains("Europe/London") && !advice.contains("Etc"),
            "{advice}"
        );
    }
}
