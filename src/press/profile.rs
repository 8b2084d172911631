//! The two profiles of release: an inspection notice under a press embargo, and official statistics, which come out at
//! their hour with a statistician to ring.

use super::{Entry, Office};
use crate::data::notice::{EmbargoAt, EmbargoEntry, Notice, Profile};
use crate::data::{Programme, Text};
use crate::finding::{Code, Finding, Place, Severity};
use crate::moment::{self, DateTime, Instant, Utc};
use crate::release::Release;
use crate::words::{self, Effective};

/// The hour of official statistics, where nothing else is said.
const STATISTICS_AT: &str = "09:30";

/// When a notice may be published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Due {
    /// The instant.
    pub instant: Instant,
    /// Whether it ends a press embargo; otherwise it is an hour of publication.
    pub embargo: bool,
}

/// The profile of `notice`.
pub(super) fn of(notice: &Notice) -> Profile {
    notice
        .profile
        .as_ref()
        .map_or(Profile::default(), |profile| profile.value)
}

/// The embargo or hour of publication as the profile reads it: a date alone is at the hour of official statistics.
pub(super) fn timing(notice: &Notice, parts: &Effective<'_>) -> Option<EmbargoEntry> {
    let entry = parts.embargo.or(parts.publication)?.clone();
    if of(notice) != Profile::OfficialStatistics {
        return Some(entry);
    }
    let timed = |at: Text| match moment::parse_date(&at.value) {
        Ok(_) => Text {
            value: format!("{} {STATISTICS_AT}", at.value),
            place: at.place,
        },
        Err(_) => at,
    };
    Some(match entry {
        EmbargoEntry::Local(at) => EmbargoEntry::Local(timed(at)),
        EmbargoEntry::At(entry) => EmbargoEntry::At(EmbargoAt {
            at: timed(entry.at),
            ..entry
        }),
    })
}

/// Doubts that a profile alone gives about the hour.
pub(super) fn doubtful_hour(
    notice: &Notice,
    programme: &Programme,
    instant: &Instant,
    place: Place,
) -> Option<Finding> {
    let own = programme.usual_time.is_some() || of(notice) != Profile::OfficialStatistics;
    let usual = instant.time().format("%H:%M").to_string() == STATISTICS_AT;
    (!own && !usual).then(|| {
        Finding::new(
            Code::EmbargoDoubtful,
            place,
            format!("official statistics are published at {STATISTICS_AT}, and this release is not"),
        )
        .advice(
            "check the time; where another is agreed, write `usual-time:` in the programme, or leave the time out",
        )
    })
}

/// Official statistics without a contact who has a role.
pub(super) fn nobody_responsible(
    notice: &Notice,
    parts: &Effective<'_>,
    release: &Release,
) -> Option<Finding> {
    let roleless =
        !release.contacts.is_empty() && release.contacts.iter().all(|contact| contact.role.is_none());
    let place = parts.contacts.first().map(|contact| contact.place);
    (roleless && of(notice) == Profile::OfficialStatistics).then(|| {
        Finding::new(
            Code::ContactMissing,
            place,
            "official statistics name the statistician responsible, and no contact of this release has a role",
        )
        .at(Severity::Warning)
        .advice("add `role: lead statistician` to the contact in data/organisation.yaml, and name it here")
    })
}

impl Office {
    /// When `notice` may be published; `None` where it does not say so, or not so that it can be read.
    pub fn due(&self, notice: &str) -> Option<Due> {
        let Entry { file, inspection } = self.entries.get(notice)?;
        let words = &self.files.get(file)?.notice;
        let parts = Effective::new(words, inspection.as_deref());
        let entry = timing(words, &parts)?;
        let instant = words::instant(&entry, self.organisation.as_ref()?, &mut Vec::new())?;
        Some(Due {
            instant,
            embargo: parts.embargo.is_some(),
        })
    }

    /// Where the file says when the notice is to be published.
    pub(super) fn due_place(&self, notice: &str) -> Option<Place> {
        let Entry { file, inspection } = self.entries.get(notice)?;
        let words = &self.files.get(file)?.notice;
        let entry = timing(words, &Effective::new(words, inspection.as_deref()))?;
        Some(entry.place())
    }

    /// A moment as the clocks of the organisation's zone show it: `2012-06-08T16:04:05+01:00`.
    pub fn stamp(&self, moment: DateTime<Utc>) -> String {
        let zone = self
            .organisation
            .as_ref()
            .and_then(|organisation| moment::zone(&organisation.time_zone.value).ok());
        match zone {
            Some(zone) => Instant::at(moment, &zone).machine(),
            None => moment.to_rfc3339(),
        }
    }

    /// The short names of the people who are quoted or sign off, in the order of the file.
    pub fn people(&self) -> Vec<&str> {
        let people = self.organisation.iter();
        people
            .flat_map(|organisation| organisation.people.names())
            .collect()
    }
}
