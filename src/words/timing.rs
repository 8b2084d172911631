//! The notice's dates: the day of issue, and the embargo or hour of publication as one instant.

use crate::data::notice::EmbargoEntry;
use crate::data::{Organisation, Text};
use crate::finding::{Code, Finding, Place};
use crate::moment::{self, Instant, MomentError, MomentKind, NaiveDate};

/// Reads `issued:`.
pub fn issued(text: &Text, findings: &mut Vec<Finding>) -> Option<NaiveDate> {
    match moment::parse_date(&text.value) {
        Ok(date) => Some(date),
        Err(error) => {
            findings.push(finding(&error, text.place, &text.value, false));
            None
        }
    }
}

/// Reads an embargo or hour of publication, in its own zone or the organisation's.
pub fn instant(
    entry: &EmbargoEntry,
    organisation: &Organisation,
    findings: &mut Vec<Finding>,
) -> Option<Instant> {
    let (at, zone, weekday) = match entry {
        EmbargoEntry::Local(at) => (at, &organisation.time_zone, None),
        EmbargoEntry::At(entry) => (
            &entry.at,
            entry.zone.as_ref().unwrap_or(&organisation.time_zone),
            entry.weekday.as_ref(),
        ),
    };
    let zone = match moment::zone(&zone.value) {
        Ok(found) => found,
        Err(error) => {
            findings.push(
                Finding::new(Code::UnknownName, zone.place, error.says.clone())
                    .shown(format!("found: {}", zone.value))
                    .advice(error.advice.clone()),
            );
            return None;
        }
    };
    let resolved = moment::parse_local(&at.value).and_then(|mut local| {
        if let Some(weekday) = weekday {
            local.stated_weekday = Some(weekday.value.clone());
        }
        Instant::resolve(&local, &zone)
    });
    match resolved {
        Ok(instant) => Some(instant),
        Err(error) => {
            let wrong = match (error.kind, weekday) {
                (MomentKind::WeekdayMismatch, Some(weekday)) => weekday,
                _ => at,
            };
            findings.push(finding(&error, wrong.place, &wrong.value, true));
            None
        }
    }
}

/// Doubts about an embargo: before the issue date, at a weekend, not at the programme's usual hour.
pub fn doubts(
    instant: &Instant,
    issued: Option<NaiveDate>,
    usual_time: Option<&Text>,
    place: Place,
    house: &super::house::House,
) -> Vec<Finding> {
    use chrono::{Datelike, Weekday};
    let mut findings = Vec::new();
    let mut doubt = |says: &str, advice: &str| {
        findings.push(Finding::new(Code::EmbargoDoubtful, place, says).advice(advice));
    };
    if issued.is_some_and(|issued| instant.date() < issued) {
        doubt("the embargo ends before the date of issue", "check both dates");
    }
    if matches!(instant.date().weekday(), Weekday::Sat | Weekday::Sun) {
        doubt("the embargo ends at a weekend", "check the date");
    }
    if let Some(usual) = usual_time {
        let same = usual.value == instant.time().format("%H:%M").to_string()
            || usual.value == house.language.time(instant.time(), house.times);
        if !same {
            doubt(
                "the embargo does not end at the programme's usual time",
                "check the time",
            );
        }
    }
    findings
}

/// `error` as a finding; `timed` where a time belongs to the date.
fn finding(error: &MomentError, place: Place, found: &str, timed: bool) -> Finding {
    let code = match error.kind {
        MomentKind::NoSuchDay => Code::DateDoesNotExist,
        MomentKind::DoesNotExist => Code::TimeDoesNotExist,
        MomentKind::HappensTwice | MomentKind::Midnight => Code::TimeAmbiguous,
        MomentKind::WeekdayMismatch => Code::WeekdayMismatch,
        MomentKind::ZoneMismatch => Code::ZoneMismatch,
        _ => Code::WrongKind,
    };
    let mut told = Finding::new(code, place, error.says.clone()).shown(format!("found: {found}"));
    if error.kind == MomentKind::Malformed {
        let rewritten = if timed {
            moment::rewritten
        } else {
            moment::rewritten_date
        };
        let written = rewritten(found).filter(|written| written != found);
        told.shown
            .extend(written.map(|written| format!("write: {written}")));
    }
    told.advice(format!("expected {}; {}", error.expected, error.advice))
}
