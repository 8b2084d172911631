//! The office on the bench: the folder read, its data loaded, the notices chosen, and what stops each.

use std::time::SystemTime;

use chrono::{DateTime, NaiveDate, Utc};
use pressroom::data::yaml;
use pressroom::finding::{Finding, Severity, Sources, any_error, did_you_mean};
use pressroom::press::{self, Composed, Office, Request, Wanted};
use pressroom::release::Release;

use serde::de::DeserializeOwned;

use super::{Exit, Failure, voice::Voice};
use crate::cli::{Cli, Deny, SetClock};
use crate::desk::Digest;
use crate::folder;

/// How many notices are listed by name.
const FEW: usize = 8;

/// An office folder, read and loaded.
pub struct Bench {
    /// The loaded office.
    pub office: Office,
    /// Findings of the folder and the data, at the severity of this run.
    pub findings: Vec<Finding>,
    /// The digest and length of every file read, sorted by path.
    pub inputs: Vec<(String, Digest)>,
    /// How the reading went: `Failed` where a notice's file could not be read.
    pub exit: Exit,
    now: DateTime<Utc>,
    deny: bool,
}

/// A release, laid out.
#[derive(Debug, Default)]
pub struct LaidOut {
    /// The formats that could be, each with its document.
    pub texts: Vec<(&'static str, String)>,
    /// What the others lost or added, or why they cannot be run.
    pub findings: Vec<Finding>,
    /// Whether there are no others.
    pub whole: bool,
}

impl Bench {
    /// Reads and loads the folder that `cli` names. Unreadable notices are told and left out.
    ///
    /// # Errors
    /// There is no office folder there, or a file that other notices need cannot be read.
    pub fn open(cli: &Cli, voice: &Voice) -> Result<Bench, Failure> {
        let read = folder::read(&cli.folder)?;
        let mut exit = Exit::Done;
        for failure in &read.failures {
            voice.failure(failure);
            exit = exit.max(failure.exit);
        }
        let inputs = folder::digests(&read.files);
        let (office, loaded) = Office::load(read.files);
        let now = match &cli.now {
            Some(SetClock::To(instant, _)) => *instant,
            _ => DateTime::<Utc>::from(SystemTime::now()),
        };
        let mut bench = Bench {
            office,
            findings: Vec::new(),
            inputs,
            exit,
            now,
            deny: cli.deny == Some(Deny::Warnings),
        };
        bench.findings = read
            .findings
            .into_iter()
            .chain(loaded)
            .map(|one| bench.weigh(one))
            .collect();
        Ok(bench)
    }

    /// The sources, for reports.
    pub fn sources(&self) -> &Sources {
        self.office.sources()
    }

    /// The names of the documents in `folder` (`data/programmes/`), sorted.
    pub fn names(&self, folder: &str) -> Vec<&str> {
        let files = self.sources().iter();
        files
            .filter_map(|(_, source)| source.path().strip_prefix(folder)?.strip_suffix(".yaml"))
            .collect()
    }

    /// The document at `path`, read anew.
    ///
    /// # Errors
    /// It is not there, or has mistakes.
    pub fn document<T: DeserializeOwned>(&self, path: &str) -> Result<T, Failure> {
        let file = self.sources().iter().find(|(_, source)| source.path() == path);
        file.and_then(|(id, _)| yaml::read(self.sources(), id, &mut Vec::new()))
            .ok_or_else(|| Failure {
                says: format!("{path} cannot be read as it stands"),
                advice: "`pressroom check` says why".to_owned(),
                exit: Exit::Found,
            })
    }

    /// The clock of this run.
    pub fn now(&self) -> DateTime<Utc> {
        self.now
    }

    /// The clock's date, in UTC.
    pub fn today(&self) -> NaiveDate {
        self.now.date_naive()
    }

    /// The notices that `asked` names: a notice, or a series for all of its own; all where nothing is asked.
    ///
    /// # Errors
    /// A name is no notice of this office.
    pub fn choose(&self, asked: &[String]) -> Result<Vec<String>, Failure> {
        let all = self.office.notices();
        if asked.is_empty() {
            return Ok(all);
        }
        let asked: Vec<&str> = asked.iter().map(|name| bare(name)).collect();
        for name in asked.iter().copied() {
            let broken = self
                .findings
                .iter()
                .any(|one| self.file_of_notice(one) == Some(name));
            if !broken && !all.iter().any(|notice| belongs(notice, name)) {
                let names = all.iter().map(String::as_str);
                let advice = match did_you_mean(name, names) {
                    Some(near) => format!("did you mean `{near}`?"),
                    None if all.is_empty() => "there are none in data/notices/".to_owned(),
                    None => within_reach(&all),
                };
                return Err(Failure::usage(format!("there is no notice `{name}`"), advice));
            }
        }
        Ok(all
            .into_iter()
            .filter(|notice| asked.iter().any(|name| belongs(notice, name)))
            .collect())
    }

    /// Says so where the office has no notices at all: silence would look like success.
    pub fn tell_if_empty(&self, voice: &Voice) {
        if self.office.notices().is_empty() && self.findings.is_empty() {
            voice.say("there are no notices in data/notices/: `pressroom new notice NAME` starts one");
        }
    }

    /// The one notice of that name.
    ///
    /// # Errors
    /// The name is no notice of this office, or a series.
    pub fn choose_one(&self, name: &str) -> Result<String, Failure> {
        let chosen = self.choose(&[name.to_owned()])?;
        let name = bare(name);
        match chosen.as_slice() {
            [notice] if notice == name => Ok(notice.clone()),
            [] => Err(Failure {
                says: format!("`{name}` cannot be read as a notice"),
                advice: format!("`pressroom check {name}` says why"),
                exit: Exit::Found,
            }),
            [first, ..] => Err(Failure::usage(
                format!("`{name}` is a series"),
                format!("name one of its notices, such as `{first}`"),
            )),
        }
    }

    /// Composes one notice, its findings at the severity of this run.
    pub fn compose(&self, notice: &str, edition: Wanted) -> Composed {
        let mut composed = self.office.compose(notice, &self.request(edition));
        composed.findings = composed.findings.into_iter().map(|one| self.weigh(one)).collect();
        composed
    }

    /// The request for an edition at this run's clock.
    pub fn request(&self, edition: Wanted) -> Request {
        Request {
            edition,
            now: self.now,
        }
    }

    /// Lays a release out in every format.
    pub fn lay_out_all(&self, release: &Release) -> LaidOut {
        self.lay_out(release, &press::formats())
    }

    /// Lays a release out in some formats.
    pub fn lay_out(&self, release: &Release, formats: &[&'static str]) -> LaidOut {
        let mut done = LaidOut::default();
        for format in formats {
            match self.office.lay_out(release, format) {
                Ok(document) => done.texts.push((format, document.text)),
                Err(found) => done.findings.extend(found.into_iter().map(|one| self.weigh(one))),
            }
        }
        done.whole = done.texts.len() == formats.len();
        done
    }

    /// A finding at the severity of this run: `--deny warnings` makes warnings errors.
    pub fn weigh(&self, mut finding: Finding) -> Finding {
        if self.deny && finding.severity == Severity::Warning {
            finding.severity = Severity::Error;
        }
        finding
    }

    /// Whether errors refuse the notice: its own, those of a file it rests on, or findings of the folder.
    pub fn refuses(&self, notice: &str, composed: &Composed) -> bool {
        let inherited = self
            .findings
            .iter()
            .any(|one| one.is_error() && self.touches(one, notice));
        composed.refused || inherited || composed.release.is_none() || any_error(&composed.findings)
    }

    /// Says so where errors stand against a notice of which something is shown all the same.
    pub fn tell_errors(&self, notice: &str, composed: &Composed, voice: &Voice) {
        let inherited = self.findings.iter().filter(|one| self.touches(one, notice));
        let all = composed.findings.iter().chain(inherited);
        match all.filter(|one| one.is_error()).count() {
            0 => {}
            1 => voice.say(&format!(
                "an error stands against `{notice}`: `pressroom check {notice}` says which"
            )),
            count => voice.say(&format!(
                "{count} errors stand against `{notice}`: `pressroom check {notice}` says which"
            )),
        }
    }

    /// Findings of the folder and the data that bear on what was asked for; all of them where nothing was.
    pub fn findings_for(&self, asked: &[String], chosen: &[String]) -> Vec<Finding> {
        let bears = |finding: &&Finding| {
            asked.is_empty()
                || asked
                    .iter()
                    .any(|name| self.file_of_notice(finding) == Some(bare(name)))
                || chosen.iter().any(|notice| self.touches(finding, notice))
        };
        self.findings.iter().filter(bears).cloned().collect()
    }

    /// Whether a finding of the folder or the data bears on `notice`.
    fn touches(&self, finding: &Finding, notice: &str) -> bool {
        match &finding.notice {
            Some(name) => belongs(notice, name),
            None => self.office.rests_on(notice, finding),
        }
    }

    /// `x` for a finding in or about `data/notices/x.yaml`.
    fn file_of_notice<'f>(&'f self, finding: &'f Finding) -> Option<&'f str> {
        if let Some(notice) = &finding.notice {
            return Some(notice);
        }
        let path = self.sources().get(finding.place?.file).path();
        path.strip_prefix("data/notices/")?.strip_suffix(".yaml")
    }
}

/// The notice's name, where somebody gave its file: `data/notices/x.yaml`.
fn bare(name: &str) -> &str {
    let name = name.trim();
    let name = name.strip_prefix("./").unwrap_or(name);
    let name = name.strip_prefix("data/notices/").unwrap_or(name);
    name.strip_suffix(".yaml").unwrap_or(name).trim_end_matches('/')
}

/// The notices there are, by name where they are few.
fn within_reach(all: &[String]) -> String {
    match all {
        [only] => format!("there is only `{only}`"),
        few if few.len() <= FEW => format!("there are `{}`", few.join("`, `")),
        many => format!("there are {} of them in data/notices/", many.len()),
    }
}

/// Whether `notice` is `name` or one of the series `name`.
pub fn belongs(notice: &str, name: &str) -> bool {
    notice
        .strip_prefix(name)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}
