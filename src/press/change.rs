//! A notice that was issued again says so: its corrections, made of the record and put into the public edition.

use super::{Office, Request};
use crate::audit::repeated;
use crate::data::programme::Measure;
use crate::diff::{Telling, correction};
use crate::finding::{FileId, Finding, Place, Severity, Source};
use crate::issued::{Change, Version};
use crate::moment;
use crate::release::{Block, Correction, Inline, Inlines, Notes, Origin, Part, Release, Run};

/// Where the reason of a change is given, as messages cite it.
const OPTION: &str = "--reason";

impl Office {
    /// Takes in the reason of a change, so that findings can point into it.
    pub fn take_reason(&mut self, reason: &str) -> FileId {
        self.sources.add(Source::new(OPTION, reason))
    }

    /// The reason of a change as words that somebody typed, to be read with the notice. Numbers that the notice prints,
    /// or printed in the version before, are accounted for.
    pub(super) fn reason(&self, notice: &str, release: &Release, reason: FileId) -> Correction {
        let text = self.sources.get(reason).text();
        let before = self.issued(notice).and_then(|issued| issued.latest());
        let before = before.iter().flat_map(|version| &version.figures);
        let mut printed: Vec<String> = before.map(|figure| figure.printed.clone()).collect();
        for passage in release.passages() {
            let now = passage.printed_figures().into_iter();
            printed.extend(now.map(|figure| figure.printed));
        }
        let printed = printed.iter().map(String::as_str);
        let known = self
            .house
            .as_ref()
            .map(|house| repeated(text, printed, house.language))
            .unwrap_or_default();
        let mut words = Inlines::new();
        let mut at = 0;
        let run = |from: usize, to: usize, origin: fn(Place) -> Origin| {
            let place = Place::new(reason, from, to);
            Inline::Run(Run {
                text: text[from..to].to_owned(),
                origin: origin(place),
            })
        };
        for number in known {
            words.push(run(at, number.start, Origin::Literal));
            words.push(run(number.start, number.end, |place| Origin::Data {
                place,
                basis: None,
            }));
            at = number.end;
        }
        words.push(run(at, text.len(), Origin::Literal));
        Correction {
            part: Part::Reason,
            heading: Inlines::new(),
            blocks: vec![Block::Paragraph(words)],
            note: Inlines::new(),
            notes: Notes::default(),
        }
    }

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
        let pairs = versions.windows(2).rev().enumerate();
        release.corrections = pairs
            .filter_map(|(later, pair)| {
                let telling = Telling {
                    stands: later == 0,
                    now: self.day(&pair[1]),
                    before: self.day(&pair[0]),
                    notes: self.house.as_ref().map(|house| house.notes()).unwrap_or_default(),
                    measures: self.measures_of(notice),
                };
                correction(release, &pair[0], &pair[1], &telling)
            })
            .collect();
        if versions.last().is_some_and(Version::is_withdrawal) {
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
        if version.is_withdrawal()
            && let Some(latest) = latest
        {
            // On record stands what was taken back.
            version.words.clone_from(&latest.words);
            version.figures.clone_from(&latest.figures);
            version.claims.clone_from(&latest.claims);
        }
        version
    }

    /// Whether a finding stands in the reason of a change.
    pub fn in_reason(&self, finding: &Finding) -> bool {
        let file = finding.place.map(|place| self.sources.get(place.file));
        file.is_some_and(|source| source.path() == OPTION)
    }

    /// What is doubtful in a reason is wrong: it is printed as it is given, and nobody reads it in between.
    pub(super) fn weigh_reason(&self, findings: &mut [Finding]) {
        for finding in findings.iter_mut().filter(|one| self.in_reason(one)) {
            finding.severity = Severity::Error;
        }
    }

    /// The measures of the programmes that a notice is about, by name.
    fn measures_of(&self, notice: &str) -> Vec<(&str, &Measure)> {
        let programmes = self.entries.get(notice).map(|entry| self.programmes_of(entry));
        programmes
            .into_iter()
            .flatten()
            .filter_map(|name| self.programmes.get(name))
            .flat_map(|programme| {
                programme
                    .measures
                    .iter()
                    .map(|(name, _, measure)| (name, measure))
            })
            .collect()
    }

    /// The day a version was published, in house style. Of the first, that is the day its embargo ended, as its page says
    /// too, however late it was put there.
    fn day(&self, version: &Version) -> String {
        let moment = match &version.change {
            Some(_) => &version.published,
            None => &version.due,
        };
        let day = moment.get(..10).unwrap_or_default();
        match (moment::parse_date(day), &self.house) {
            (Ok(date), Some(house)) => house.language.date(date, house.day, house.dates),
            _ => day.to_owned(),
        }
    }
}
