//! An instant: a local time in its zone, resolved to the one moment it is on the clock of the world.

use chrono::{
    DateTime, Datelike, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, Offset, TimeDelta, TimeZone, Utc,
    Weekday,
};
use chrono_tz::OffsetName;

use super::{Local, MomentError, MomentKind, Zone};
use crate::language;

/// A moment, as the wall clock of its zone shows it and as the world counts it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Instant {
    /// What the wall clock shows.
    pub local: NaiveDateTime,
    /// The zone the clock is in.
    pub zone: Zone,
    /// The moment.
    pub utc: DateTime<Utc>,
}

impl Instant {
    /// The moment at which the clocks of `zone` show `local`. A stated zone abbreviation or offset chooses between the
    /// two when the clocks go back.
    ///
    /// # Errors
    /// A time that the clocks skip or show twice; a stated weekday that is not the date's; a stated zone that does not
    /// hold then.
    pub fn resolve(local: &Local, zone: &Zone) -> Result<Instant, MomentError> {
        check_weekday(local)?;
        let wall = local.date.and_time(local.time);
        let moments = moments(wall, zone);
        let Some(first) = moments.first() else {
            return Err(does_not_exist(wall, zone));
        };
        let Some(stated) = &local.stated_zone else {
            return match moments.as_slice() {
                [_, second, ..] => Err(happens_twice(first, second)),
                _ => Ok(*first),
            };
        };
        let holding: Vec<&Instant> = moments.iter().filter(|moment| moment.holds(stated)).collect();
        match holding.as_slice() {
            [only] => Ok(**only),
            [first, second, ..] => Err(happens_twice(first, second)),
            [] => Err(zone_mismatch(&moments)),
        }
    }

    /// What the clocks of `zone` show at a moment.
    pub fn at(utc: DateTime<Utc>, zone: &Zone) -> Instant {
        Instant {
            local: utc.with_timezone(&zone.tz()).naive_local(),
            zone: *zone,
            utc,
        }
    }

    /// The day of the week there.
    pub fn weekday(&self) -> Weekday {
        self.local.weekday()
    }

    /// The date there.
    pub fn date(&self) -> NaiveDate {
        self.local.date()
    }

    /// The time there.
    pub fn time(&self) -> NaiveTime {
        self.local.time()
    }

    /// The zone's name at that moment: `BST`, `EDT`; `UTC+03:00` where it has none of its own.
    pub fn abbreviation(&self) -> String {
        let offset = self.zone.tz().offset_from_utc_datetime(&self.utc.naive_utc());
        match offset.abbreviation() {
            Some(name) if name.starts_with(|first: char| first.is_ascii_alphabetic()) => name.to_owned(),
            _ => format!("UTC{}", offset.fix()),
        }
    }

    /// What tells it from the other moment at which the clocks show the same, in the hour when they go back: its zone's
    /// name, or its offset where both have one name. `None` where the clocks show its time once.
    pub fn told_apart_by(&self) -> Option<String> {
        let moments = moments(self.local, &self.zone);
        let other = moments.iter().find(|other| other.utc != self.utc)?;
        Some(if other.abbreviation() == self.abbreviation() {
            format!("UTC{}", self.offset())
        } else {
            self.abbreviation()
        })
    }

    /// The moment for machines: `2012-06-12T00:01:00+01:00`.
    pub fn machine(&self) -> String {
        self.utc
            .with_timezone(&self.offset())
            .to_rfc3339_opts(chrono::SecondsFormat::Secs, false)
    }

    /// Whether it has come: from the very moment on.
    pub fn has_passed(&self, now: DateTime<Utc>) -> bool {
        now >= self.utc
    }

    /// How long it has to run, in the two largest units, rounded down: `3 days 4 hours`, `12 minutes`, `less than a
    /// minute`; `no time` once it has come.
    pub fn until(&self, now: DateTime<Utc>) -> String {
        if self.has_passed(now) {
            return "no time".to_owned();
        }
        let left = self.utc - now;
        let units = [
            (left.num_days(), "day"),
            (left.num_hours() % 24, "hour"),
            (left.num_minutes() % 60, "minute"),
        ];
        let from = units
            .iter()
            .position(|(count, _)| *count > 0)
            .unwrap_or(units.len());
        let named = units.iter().skip(from).take(2).filter(|(count, _)| *count > 0);
        let parts: Vec<String> = named
            .map(|(count, unit)| format!("{count} {unit}{}", if *count == 1 { "" } else { "s" }))
            .collect();
        if parts.is_empty() {
            "less than a minute".to_owned()
        } else {
            parts.join(" ")
        }
    }

    fn offset(&self) -> FixedOffset {
        self.zone
            .tz()
            .offset_from_utc_datetime(&self.utc.naive_utc())
            .fix()
    }

    /// Whether a zone as typed is the one that holds at this moment.
    fn holds(&self, stated: &str) -> bool {
        if stated == self.zone.name() || stated.eq_ignore_ascii_case(&self.abbreviation()) {
            return true;
        }
        offset_seconds(stated) == Some(self.offset().local_minus_utc())
    }
}

/// Every moment at which the clocks of `zone` show `wall`, earliest first: one, none or two.
fn moments(wall: NaiveDateTime, zone: &Zone) -> Vec<Instant> {
    let offsets = zone.tz().offset_from_local_datetime(&wall);
    let mut moments: Vec<Instant> = [offsets.earliest(), offsets.latest()]
        .into_iter()
        .flatten()
        .filter_map(|offset| wall.checked_sub_offset(offset.fix()))
        .map(|utc| Instant::at(utc.and_utc(), zone))
        .collect();
    moments.sort_by_key(|moment| moment.utc);
    moments.dedup();
    moments
}

/// The seconds east of Greenwich that `+01:00`, `UTC+1`, `Z`, `GMT` or `UTC` state.
fn offset_seconds(stated: &str) -> Option<i32> {
    let upper = stated.to_ascii_uppercase();
    let number = upper.trim_start_matches("UTC").trim_start_matches("GMT");
    if matches!(number, "" | "Z") {
        return Some(0);
    }
    let (sign, digits) = match number.strip_prefix('+') {
        Some(rest) => (1, rest),
        None => (-1, number.strip_prefix(['-', '\u{2212}'])?),
    };
    if !digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b':') {
        return None;
    }
    let (hours, minutes) = match (digits.split_once(':'), digits.len()) {
        (Some(parts), _) => parts,
        (None, 4) => digits.split_at(2),
        (None, _) => (digits, "00"),
    };
    let two = |part: &str| part.parse::<i32>().ok().filter(|_| (1..=2).contains(&part.len()));
    Some(sign * (two(hours)? * 3600 + two(minutes)? * 60))
}

fn check_weekday(local: &Local) -> Result<(), MomentError> {
    let Some(stated) = &local.stated_weekday else {
        return Ok(());
    };
    let is = local.date.weekday();
    if language::all().any(|own| own.parse_weekday(stated) == Some(is)) {
        return Ok(());
    }
    let name = language::all().next().map_or("", |own| own.weekday(is));
    Err(MomentError::new(
        MomentKind::WeekdayMismatch,
        "a weekday that is not the date's",
        format!("{name}, the day of that date"),
        "correct the date, or leave the weekday out: the program computes it",
    ))
}

fn does_not_exist(wall: NaiveDateTime, zone: &Zone) -> MomentError {
    let says = "a local time that does not exist: the clocks go forward over it";
    let expected = "a time that the clocks show";
    let advice = match gap_around(wall, zone) {
        Some((before, after)) => format!(
            "choose one before {}, or from {} on",
            print(before, after),
            print(after, before)
        ),
        None => "choose a time before or after the change of clocks".to_owned(),
    };
    MomentError::new(MomentKind::DoesNotExist, says, expected, advice)
}

/// The first local time that the clocks skip and the first that they show again.
fn gap_around(wall: NaiveDateTime, zone: &Zone) -> Option<(NaiveDateTime, NaiveDateTime)> {
    let shown = |utc: i64| DateTime::from_timestamp(utc, 0).map(|utc| Instant::at(utc, zone).local);
    // Offsets lie within a day of UTC, and so does the change.
    let two_days = 48 * 3600;
    let as_utc = wall.and_utc().timestamp();
    let (mut before, mut after) = (as_utc - two_days, as_utc + two_days);
    while after - before > 1 {
        let middle = before + (after - before) / 2;
        if shown(middle)? > wall {
            after = middle
        } else {
            before = middle
        }
    }
    Some((shown(before)? + TimeDelta::seconds(1), shown(after)?))
}

fn happens_twice(first: &Instant, second: &Instant) -> MomentError {
    let (mut one, mut two) = (first.abbreviation(), second.abbreviation());
    if one == two {
        (one, two) = (first.offset().to_string(), second.offset().to_string());
    }
    MomentError::new(
        MomentKind::HappensTwice,
        "a local time that happens twice: the clocks go back over it",
        "a time that happens once",
        format!(
            "choose another hour, or write the zone after it: {one} for the first time, {two} for the second"
        ),
    )
}

fn zone_mismatch(moments: &[Instant]) -> MomentError {
    let names: Vec<String> = moments
        .iter()
        .map(|moment| format!("{} ({})", moment.abbreviation(), moment.offset()))
        .collect();
    let place = moments.first().map_or("", |moment| moment.zone.name());
    MomentError::new(
        MomentKind::ZoneMismatch,
        "a zone name or offset that does not hold on that date",
        format!("{} in {place}", names.join(" or ")),
        "leave the zone out: the program prints the one that holds; for a time elsewhere, write {at: …, zone: …}",
    )
}

/// The time alone where its date is `beside`'s too.
fn print(local: NaiveDateTime, beside: NaiveDateTime) -> String {
    if local.date() == beside.date() {
        return local.format("%H:%M").to_string();
    }
    let shown = local.to_string();
    shown.strip_suffix(":00").unwrap_or(&shown).to_owned()
}
