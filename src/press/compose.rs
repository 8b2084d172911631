//! Composes one notice of a loaded office: figures, words, release, and every check on it.

use super::{Composed, Entry, Office, Request, Wanted, profile, told};
use crate::audit;
use crate::claims::{self, Desk};
use crate::figures::{InspectionFigures, Scope};
use crate::finding::{Code, FileId, Finding, any_error, list_names};
use crate::issued::Change;
use crate::release::{Edition, Passage};
use crate::report::{Coverage, Share};
use crate::words::{self, Effective, Script, context::Subject};

impl Office {
    /// Composes `notice` and checks it. A name that is no notice is a finding.
    pub fn compose(&self, notice: &str, request: &Request) -> Composed {
        self.compose_again(notice, request, None)
    }

    /// Composes `notice` as its next version, which says what changed and why. What was issued may differ: that is
    /// what the change is about.
    /// `reason` is the change's reason as [taken in](Office::take_reason): it is checked like the notice's own words.
    pub fn compose_changed(
        &self,
        notice: &str,
        request: &Request,
        change: &Change,
        reason: FileId,
    ) -> Composed {
        self.compose_again(notice, request, Some((change, reason)))
    }

    fn compose_again(&self, notice: &str, request: &Request, change: Option<(&Change, FileId)>) -> Composed {
        let mut findings = Vec::new();
        let Some(entry) = self.entries.get(notice) else {
            findings.push(
                Finding::new(Code::UnknownName, None, format!("there is no notice `{notice}`"))
                    .advice(list_names(notice, self.entries.keys().map(String::as_str))),
            );
            return Composed {
                release: None,
                findings,
                refused: true,
                coverage: Coverage::default(),
                held: Vec::new(),
                scope: Scope::default(),
            };
        };
        let mut release = None;
        let mut coverage = Coverage::default();
        let mut held = Vec::new();
        let mut scope = Scope::default();
        if let Some(script) = self.script(notice, entry, request, &mut findings) {
            let (composed, seen) = words::compose(&script, &mut findings);
            scope = seen;
            release = composed;
            if release.is_none() && !any_error(&findings) && !self.faulty(entry) {
                let place = script.parts.headline.map(|text| text.place);
                findings.push(
                    Finding::new(Code::MissingKey, place, "the notice has no headline")
                        .advice("write `headline:` with the words of the headline"),
                );
            }
            if let Some(release) = &mut release {
                let corrections = release.corrections.clone();
                if let Some((_, reason)) = change {
                    release.corrections.push(self.reason(notice, release, reason));
                }
                (coverage, held) = self.check((&script, entry), release, &scope, &mut findings);
                self.weigh_reason(&mut findings);
                release.corrections = corrections;
                coverage.sign_offs = self.judge_stage(
                    notice,
                    release,
                    (request.edition, change.is_some()),
                    &mut findings,
                );
                findings.extend(profile::nobody_responsible(script.notice, &script.parts, release));
            }
        }
        let inherited = self.findings.iter().filter(|finding| self.blocks(finding, entry));
        let refused = any_error(&findings) || self.faulty(entry);
        if let Some(release) = &mut release
            && let Edition::Draft { findings: count } = &mut release.edition
        {
            *count = findings.len() + inherited.count();
        }
        if let Some(release) = &mut release
            && request.edition == Wanted::Public
        {
            self.tell_changes(notice, release, request, change.map(|(change, _)| change));
        }
        for finding in &mut findings {
            finding.notice.get_or_insert_with(|| notice.to_owned());
        }
        Composed {
            release,
            findings,
            refused,
            coverage,
            held,
            scope,
        }
    }

    /// Whether errors of loading stand against a notice.
    fn faulty(&self, entry: &Entry) -> bool {
        self.findings
            .iter()
            .any(|finding| finding.is_error() && self.blocks(finding, entry))
    }

    /// Everything a notice is composed from; `None` where a file it rests on could not be read.
    pub(super) fn script<'o>(
        &'o self,
        name: &'o str,
        entry: &'o Entry,
        request: &Request,
        findings: &mut Vec<Finding>,
    ) -> Option<Script<'o>> {
        let organisation = self.organisation.as_ref()?;
        let house = self.house.as_ref()?;
        let file = self.files.get(&entry.file)?;
        let notice = &file.notice;
        let about: Vec<&str> = match &entry.inspection {
            Some(inspection) => vec![inspection],
            None => notice
                .inspection
                .iter()
                .chain(&notice.inspections)
                .map(|name| name.value.as_str())
                .collect(),
        };
        let mut inspections = Vec::new();
        for name in about {
            let inspection = self.inspections.get(name)?;
            let book = self.books.get(&inspection.programme.value)?;
            // What is wrong with the results themselves was reported when they were loaded.
            inspections.push((inspection, book.figures(name, inspection, &mut Vec::new())?));
        }
        let programme = self.programmes.get(&inspections.first()?.0.programme.value)?;
        let parts = Effective::new(notice, entry.inspection.as_deref());
        let issued = parts.issued.and_then(|text| words::issued(text, findings));
        let timing = profile::timing(notice, &parts);
        let instant_at = timing.as_ref().map(crate::data::notice::EmbargoEntry::place);
        let instant = timing
            .as_ref()
            .and_then(|entry| words::instant(entry, organisation, findings));
        match (timing, &instant) {
            (None, _) => findings.push(
                Finding::new(Code::EmbargoMissing, crate::finding::Place::new(file.id, 0, 0), "the notice says no day of publication")
                    .advice("write `embargo: 2012-06-12 00:01`; for a release without a press embargo `publication: 2012-06-12 09:30`"),
            ),
            (Some(entry), Some(instant)) => {
                let usual = programme.usual_time.as_ref();
                findings.extend(words::doubts(instant, issued, usual, entry.place(), house));
                findings.extend(profile::doubtful_hour(notice, programme, instant, entry.place()));
            }
            (Some(_), None) => {}
        }
        Some(Script {
            name,
            notice,
            parts,
            subject: Subject {
                organisation,
                programme,
                inspections,
                issued,
                issued_at: parts.issued.map(|text| text.place),
                instant,
                instant_at,
            },
            fields: file.fields.as_ref()?,
            house,
            edition: match request.edition {
                Wanted::Draft => Edition::Draft { findings: 0 },
                Wanted::Embargoed => Edition::Embargoed,
                Wanted::Public => Edition::Public,
            },
        })
    }

    /// What a finished notice is judged against.
    pub(super) fn desk<'d>(
        &'d self,
        script: &'d Script<'_>,
        passages: &'d [Passage],
        scope: &'d Scope,
        neighbours: &'d [InspectionFigures],
    ) -> Desk<'d> {
        Desk {
            sources: &self.sources,
            passages,
            scope,
            claims: &script.notice.claims,
            series: script.notice.each_of.is_some(),
            left_out: script
                .parts
                .embargo_moved
                .filter(|_| script.edition == Edition::Public)
                .map(|moved| &moved.reason),
            accepted: &script.notice.accepted,
            programme: script.subject.programme,
            inspections: &script.subject.inspections,
            neighbours,
            organisation: script.subject.organisation,
            language: script.house.language,
            numbers: &script.house.numbers,
            day: script.subject.instant.as_ref().map(crate::moment::Instant::date),
        }
    }

    /// The checks of a finished release.
    fn check(
        &self,
        (script, entry): (&Script<'_>, &Entry),
        release: &crate::release::Release,
        scope: &Scope,
        findings: &mut Vec<Finding>,
    ) -> (Coverage, Vec<claims::Held>) {
        let passages = release.passages();
        let neighbours = self.neighbours(script, &passages);
        let desk = self.desk(script, &passages, scope, &neighbours);
        let composed = findings.len();
        findings.extend(super::doubts::doubts(script, &passages));
        let judged = claims::check(&desk, findings);
        let before = findings.len();
        let audited = audit::check(&desk, release, &judged.held, findings);
        said_before(findings, before);
        let file = self.files.get(&entry.file).map(|file| file.id);
        if let Some(file) = file {
            told::consequences(script, file, &self.findings, composed, scope, findings);
        }
        let (of, all) = judged.conditions();
        let coverage = Coverage {
            numbers: audited.numbers,
            accepted: audited.accepted,
            claims: Share { of, all },
            cited: judged.cited,
            as_written: judged.as_written,
            ..Coverage::default()
        };
        (coverage, judged.held)
    }
}

/// What the claims have said of a stretch of words the audit, which read them after, need not say again.
fn said_before(findings: &mut Vec<Finding>, before: usize) {
    let said: Vec<(Code, crate::finding::Place)> = findings[..before]
        .iter()
        .filter_map(|one| Some((one.code, one.place?)))
        .collect();
    let overlaps = |one: &Finding| {
        one.place.is_some_and(|place| {
            said.iter().any(|(code, other)| {
                *code == one.code
                    && other.file == place.file
                    && other.start < place.end
                    && place.start < other.end
            })
        })
    };
    let mut at = 0;
    findings.retain(|one| {
        at += 1;
        at <= before || !overlaps(one)
    });
}
