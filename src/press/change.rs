//! A notice that was issued again says so: its corrections, made of the record and put into the public edition.

use super::{Office, Request};
use crate::diff::{Dates, correction};
use crate::issued::{Change, ChangeKind, Version};
use crate::moment;
use crate::release::Release;

impl Office {
    /// Puts what the record tells of changes into `release`, and `change`, where it is about to be issued with one.
    pub(super) fn tell_changes(
        &self,
        notice: &str,
        release: &mut Release,
        request: &Request,
        change: Option<&Change>,
    ) {
        let Some(issued) = self.issued(notice) else { return };
        let mut versions = issued.versions.clone();
        versions.extend(change.map(|change| self.next_version(notice, release, request, change)));
        let pairs = versions.windows(2).rev();
        release.corrections = pairs
            .filter_map(|pair| {
                let dates = Dates {
                    now: self.day(&pair[1]),
                    before: self.day(&pair[0]),
                    notes_heading: self
                        .house
                        .as_ref()
                        .map(|house| house.heading(&house.notes_heading))
                        .unwrap_or_default(),
                };
                correction(release, &pair[0], &pair[1], dates)
            })
            .collect();
        let withdrawn = versions
            .last()
            .and_then(|version| version.change.as_ref())
            .is_some_and(|change| change.kind == ChangeKind::Withdrawal);
        if withdrawn {
            release.withdraw();
        }
    }

    /// `release` as the next version of `notice`, published at the moment of `request`, without its editions.
    pub fn next_version(
        &self,
        notice: &str,
        release: &Release,
        request: &Request,
        change: &Change,
    ) -> Version {
        let latest = self.issued(notice).and_then(|issued| issued.latest());
        let due = latest.map_or_else(String::new, |latest| latest.due.clone());
        let mut version = Version::of(release, self.stamp(request.now), due, Vec::new());
        version.version = latest.map_or(1, |latest| latest.version + 1);
        version.change = Some(change.clone());
        if change.kind == ChangeKind::Withdrawal
            && let Some(latest) = latest
        {
            // On record stands what was taken back.
            version.words.clone_from(&latest.words);
            version.figures.clone_from(&latest.figures);
            version.claims.clone_from(&latest.claims);
        }
        version
    }

    /// The day a version was published, in house style.
    fn day(&self, version: &Version) -> String {
        let day = version.published.get(..10).unwrap_or_default();
        match (moment::parse_date(day), &self.house) {
            (Ok(date), Some(house)) => house.language.date(date, house.day, house.dates),
            _ => day.to_owned(),
        }
    }
}
