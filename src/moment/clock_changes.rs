//! Every change of clocks from 2015 to 2040 in a dozen zones and more, against a scan of UTC that shares no code with
//! resolving.

use chrono::{NaiveDateTime, TimeDelta, TimeZone};
use chrono_tz::Tz;
use proptest::prelude::*;

use super::*;

const ZONES: [&str; 16] = [
    "Europe/London",
    "Europe/Dublin",
    "Europe/Paris",
    "Atlantic/Azores",
    "America/New_York",
    "America/St_Johns",
    "America/Sao_Paulo",
    "America/Santiago",
    "Africa/Casablanca",
    "Africa/Cairo",
    "Asia/Kathmandu",
    "Asia/Tehran",
    "Asia/Pyongyang",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "Antarctica/Troll",
];

fn utc(year: i32) -> i64 {
    NaiveDate::from_ymd_opt(year, 1, 1)
        .unwrap()
        .and_hms_opt(0, 0, 0)
        .unwrap()
        .and_utc()
        .timestamp()
}

/// What the clocks of the zone show at a second of UTC, by the zone data alone.
fn shown(tz: Tz, utc: i64) -> NaiveDateTime {
    tz.timestamp_opt(utc, 0).unwrap().naive_local()
}

fn offset(tz: Tz, utc: i64) -> i64 {
    shown(tz, utc).and_utc().timestamp() - utc
}

/// The seconds of UTC at which the offset changes, found by stepping.
fn changes(tz: Tz, from: i64, to: i64) -> Vec<i64> {
    let step = 6 * 3600;
    let mut changes = Vec::new();
    let mut at = from;
    while at < to {
        if offset(tz, at) != offset(tz, at + step) {
            let change = (at..=at + step)
                .step_by(60)
                .find(|second| offset(tz, *second) != offset(tz, at));
            changes.push(change.unwrap());
        }
        at += step;
    }
    changes
}

/// Every second of UTC at which the clocks show `wall`: tries each offset seen within two days of it.
fn scan(tz: Tz, wall: NaiveDateTime) -> Vec<i64> {
    let as_utc = wall.and_utc().timestamp();
    let mut offsets: Vec<i64> = (-96..=96)
        .map(|half: i64| offset(tz, as_utc + half * 1800))
        .collect();
    offsets.sort_unstable();
    offsets.dedup();
    let mut found: Vec<i64> = offsets
        .iter()
        .map(|offset| as_utc - offset)
        .filter(|utc| shown(tz, *utc) == wall)
        .collect();
    found.sort_unstable();
    found
}

fn local(wall: NaiveDateTime, zone: Option<String>) -> Local {
    Local {
        date: wall.date(),
        time: wall.time(),
        stated_weekday: None,
        stated_zone: zone,
    }
}

#[track_caller]
fn agrees_with_the_scan(name: &str, wall: NaiveDateTime) {
    let zone = zone(name).unwrap();
    let tz = zone.tz();
    let resolved = Instant::resolve(&local(wall, None), &zone);
    match (scan(tz, wall).as_slice(), resolved) {
        ([], Err(error)) => {
            assert_eq!(error.kind, MomentKind::DoesNotExist, "{name} {wall}");
            assert!(
                error.advice.contains("choose one before"),
                "{name} {wall}: {}",
                error.advice
            );
        }
        ([only], Ok(instant)) => {
            assert_eq!(instant.utc.timestamp(), *only, "{name} {wall}");
            assert_eq!(instant.local, wall);
        }
        ([first, second], Err(error)) => {
            assert_eq!(error.kind, MomentKind::HappensTwice, "{name} {wall}");
            // What the advice says to write does choose.
            let choices = error.advice.split_once("after it: ").unwrap().1;
            let (one, two) = choices
                .strip_suffix(" for the second")
                .unwrap()
                .split_once(" for the first time, ")
                .unwrap();
            for (choice, utc) in [(one, first), (two, second)] {
                let chosen = Instant::resolve(&local(wall, Some(choice.to_owned())), &zone).unwrap();
                assert_eq!(chosen.utc.timestamp(), *utc, "{name} {wall} {choice}");
            }
        }
        (scanned, resolved) => panic!("{name} {wall}: {scanned:?}, but {resolved:?}"),
    }
}

#[test]
fn gaps_and_overlaps_are_refused_exactly_where_they_are() {
    let mut tried = 0;
    for name in ZONES {
        let tz = zone(name).unwrap().tz();
        for change in changes(tz, utc(2015), utc(2041)) {
            let (before, after) = (shown(tz, change - 1) + TimeDelta::seconds(1), shown(tz, change));
            let (from, to) = (
                before.min(after) - TimeDelta::minutes(30),
                before.max(after) + TimeDelta::minutes(30),
            );
            let mut wall = from;
            while wall <= to {
                agrees_with_the_scan(name, wall);
                wall += TimeDelta::minutes(5);
                tried += 1;
            }
            for edge in [before, after] {
                agrees_with_the_scan(name, edge - TimeDelta::minutes(1));
                agrees_with_the_scan(name, edge);
                tried += 2;
            }
        }
    }
    assert!(tried > 10_000, "only {tried} local times tried");
}

#[test]
fn the_day_that_samoa_skipped() {
    let day = NaiveDate::from_ymd_opt(2011, 12, 30).unwrap();
    let noon = day.and_hms_opt(12, 0, 0).unwrap();
    let error = Instant::resolve(&local(noon, None), &zone("Pacific/Apia").unwrap()).unwrap_err();
    assert_eq!(error.kind, MomentKind::DoesNotExist);
    assert_eq!(
        error.advice,
        "choose one before 2011-12-30 00:00, or from 2011-12-31 00:00 on"
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100_000))]

    #[test]
    fn an_instant_and_its_local_time_with_offset_are_one(minute in utc(2015) / 60..utc(2041) / 60, at in 0..ZONES.len()) {
        let zone = zone(ZONES[at]).unwrap();
        let moment = chrono::DateTime::from_timestamp(minute * 60, 0).unwrap();
        let instant = Instant::at(moment, &zone);
        // The machine's form is the local time with its offset: read as typed text it is the same instant.
        let typed = parse_local(&instant.machine());
        if instant.time() == NaiveTime::MIN {
            prop_assert_eq!(typed.unwrap_err().kind, MomentKind::Midnight);
        } else {
            let typed = typed.unwrap();
            prop_assert_eq!(Instant::resolve(&typed, &zone), Ok(instant));
            let bare = Local { stated_zone: None, ..typed };
            match Instant::resolve(&bare, &zone) {
                Ok(resolved) => prop_assert_eq!(resolved, instant),
                Err(error) => prop_assert_eq!(error.kind, MomentKind::HappensTwice),
            }
        }
        prop_assert_eq!(parse_clock(&instant.machine()), Ok(moment));
        prop_assert_eq!(instant.weekday(), chrono::Datelike::weekday(&instant.local));
        prop_assert!(instant.has_passed(moment));
        prop_assert!(!instant.has_passed(moment - TimeDelta::nanoseconds(1)));
    }

    #[test]
    fn only_the_right_weekday_is_accepted(minute in utc(2015) / 60..utc(2041) / 60, stated in 0i64..7) {
        let zone = zone("Europe/London").unwrap();
        let instant = Instant::at(chrono::DateTime::from_timestamp(minute * 60, 0).unwrap(), &zone);
        // 1 January 1970 was a Thursday.
        let days = instant.local.and_utc().timestamp().div_euclid(86_400);
        let name = ["Thursday", "Friday", "Saturday", "Sunday", "Monday", "Tuesday", "Wednesday"][stated as usize];
        let typed = Local { stated_weekday: Some(name.to_owned()), ..local(instant.local, Some(instant.abbreviation())) };
        match Instant::resolve(&typed, &zone) {
            Ok(resolved) => { prop_assert_eq!(resolved, instant); prop_assert_eq!(days.rem_euclid(7), stated); }
            Err(error) => { prop_assert_eq!(error.kind, MomentKind::WeekdayMismatch); prop_assert_ne!(days.rem_euclid(7), stated); }
        }
    }

}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn no_text_makes_the_readers_panic(text in "[0-9TZ:. +\\-apmBSGTueday/,]{0,28}|\\PC{0,24}") {
        if let Ok(local) = parse_local(&text) {
            let odd = Local { stated_zone: Some(text.clone()), ..local };
            let _ = Instant::resolve(&odd, &zone("Europe/London").unwrap());
        }
        let _ = parse_clock(&text);
        let _ = parse_date(&text);
        let _ = (parse_month(&text), parse_year(&text));
        let _ = zone(&text);
    }
}
