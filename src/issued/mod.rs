//! The record of an issued notice, `data/issued/NOTICE.yaml`: each version with its instant, words, figures and the
//! digests of its public editions. Written by `publish` and `correct`; reviewed in git.

mod write;

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use schemars::JsonSchema;
use serde::Deserialize;

use crate::moment;
use crate::release::{PrintedFigure, Release};

/// An issued notice, all its versions.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Issued {
    /// The version of this format: 1.
    pub pressroom: u32,
    /// The notice's name: `staffordshire`, `series/staffordshire`.
    pub notice: String,
    /// The versions, first to last. Never empty in a record that was read.
    pub versions: Vec<Version>,
}

/// One version of an issued notice.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Version {
    /// Its number, from 1.
    pub version: u32,
    /// When it was published, by the clock: `2012-06-12T00:01:03+01:00`.
    pub published: String,
    /// When it was due: the end of the embargo, or the hour of publication.
    pub due: String,
    /// Why there is a second version; left out for the first.
    pub change: Option<Change>,
    /// Every figure printed, each once, in reading order.
    #[serde(default)]
    pub figures: Vec<PrintedFigure>,
    /// The words of every passage, in reading order.
    pub words: Vec<IssuedWords>,
    /// The claims in the words: every one of them held.
    #[serde(default)]
    pub claims: Vec<IssuedClaim>,
    /// The public editions.
    pub editions: Vec<IssuedEdition>,
}

/// Why a notice was issued again.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Change {
    /// What kind of change.
    pub kind: ChangeKind,
    /// The reason, as the office gave it.
    pub reason: String,
}

/// What kind of change: the office must say which.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ChangeKind {
    /// An error was put right.
    Correction,
    /// Better data, as planned.
    Revision,
    /// The notice was withdrawn.
    Withdrawal,
}

/// The words of one passage.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct IssuedWords {
    /// Which part of the notice, as [`Passage::part`](crate::release::Passage::part) names it.
    pub part: String,
    /// Its plain text, as printed.
    pub text: String,
}

/// A claim in the words.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct IssuedClaim {
    /// Its name under `claims:`.
    pub name: String,
    /// Its words, as printed.
    pub words: String,
}

/// The public edition in one format.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct IssuedEdition {
    /// The format: `html`.
    pub format: String,
    /// The length of the file, in bytes.
    pub bytes: u64,
    /// The SHA-256 of the file, 64 hexadecimal digits.
    pub sha256: String,
}

impl Version {
    /// The first version of `release`, published `now`; `due` is the instant from which that was allowed, both with
    /// their offset.
    pub fn of(release: &Release, published: String, due: String, editions: Vec<IssuedEdition>) -> Version {
        let passages = release.public_passages();
        let mut seen = BTreeSet::new();
        let figures = passages.iter().flat_map(|passage| passage.printed_figures());
        let claims = passages.iter().flat_map(|passage| {
            passage.claims.iter().map(|(range, name, _)| IssuedClaim {
                name: name.clone(),
                words: passage.text.get(range.clone()).unwrap_or_default().to_owned(),
            })
        });
        Version {
            version: 1,
            published,
            due,
            change: None,
            figures: figures.filter(|figure| seen.insert(figure.clone())).collect(),
            claims: claims.collect(),
            words: passages
                .into_iter()
                .filter(|passage| !passage.text.trim().is_empty())
                .map(|passage| IssuedWords {
                    part: passage.part.to_string(),
                    text: passage.text,
                })
                .collect(),
            editions,
        }
    }

    /// Whether it takes the notice back.
    pub fn is_withdrawal(&self) -> bool {
        let kind = self.change.as_ref().map(|change| change.kind);
        kind == Some(ChangeKind::Withdrawal)
    }

    /// When it was published; `None` where the record says no instant.
    pub fn instant(&self) -> Option<DateTime<Utc>> {
        moment::parse_clock(&self.published).ok()
    }

    /// Whether `other` says the same: every passage's words, and every figure, its exact value too.
    pub fn says_the_same(&self, other: &Version) -> bool {
        self.words == other.words && self.figures == other.figures
    }

    /// Whether the public editions of `other` are the same, byte for byte.
    pub fn looks_the_same(&self, other: &Version) -> bool {
        let sorted = |version: &Version| {
            let editions = version.editions.iter();
            editions
                .map(|one| (one.format.clone(), one.sha256.to_lowercase()))
                .collect::<BTreeSet<_>>()
        };
        sorted(self) == sorted(other)
    }
}

impl Issued {
    /// The record of a notice's first version.
    pub fn first(notice: impl Into<String>, version: Version) -> Issued {
        Issued {
            pressroom: 1,
            notice: notice.into(),
            versions: vec![version],
        }
    }

    /// The version that stands; `None` only in a record made by hand without any.
    pub fn latest(&self) -> Option<&Version> {
        self.versions.last()
    }
}

impl ChangeKind {
    /// The word for it, as the record has it.
    pub fn name(self) -> &'static str {
        match self {
            ChangeKind::Correction => "correction",
            ChangeKind::Revision => "revision",
            ChangeKind::Withdrawal => "withdrawal",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::yaml;
    use crate::finding::{Source, Sources};

    fn issued() -> Issued {
        let figure = PrintedFigure {
            name: "safety.value".to_owned(),
            of: Some("north".to_owned()),
            exact: "78.481… (6200/79)".to_owned(),
            printed: "78\u{a0}%".to_owned(),
        };
        let words = IssuedWords {
            part: "headline".to_owned(),
            text: "“A: b” # \\ no\nsecond – line\u{202f}\"…\" {x} [y]\u{200b} ŵ 👩\u{200d}⚕".to_owned(),
        };
        let edition = IssuedEdition {
            format: "html".to_owned(),
            bytes: 12,
            sha256: "ab".repeat(32),
        };
        let first = Version {
            version: 1,
            published: "2026-06-16T00:01:03+01:00".to_owned(),
            due: "2026-06-16T00:01:00+01:00".to_owned(),
            change: None,
            figures: vec![figure],
            words: vec![words],
            claims: vec![IssuedClaim {
                name: "rose".to_owned(),
                words: "up: more".to_owned(),
            }],
            editions: vec![edition],
        };
        let change = Change {
            kind: ChangeKind::Revision,
            reason: "yes: 1".to_owned(),
        };
        let second = Version {
            version: 2,
            change: Some(change),
            figures: Vec::new(),
            ..first.clone()
        };
        let mut issued = Issued::first("piers/north", first);
        issued.versions.push(second);
        issued
    }

    #[test]
    fn a_record_reads_back_as_itself_whatever_its_texts() {
        let issued = issued();
        let mut sources = Sources::default();
        let file = sources.add(Source::new("data/issued/piers/north.yaml", issued.yaml()));
        let mut findings = Vec::new();
        assert_eq!(
            yaml::read::<Issued>(&sources, file, &mut findings),
            Some(issued),
            "{findings:?}"
        );
    }

    #[test]
    fn saying_the_same_and_looking_the_same_are_two_things() {
        let [first, second] = issued().versions.try_into().expect("two");
        assert!(!first.says_the_same(&second) && first.looks_the_same(&second));
        let mut other = first.clone();
        other.editions[0].sha256 = "cd".repeat(32);
        assert!(first.says_the_same(&other) && !first.looks_the_same(&other));
        assert!(first.instant() < crate::moment::parse_clock("2026-06-16T00:01:04+01:00").ok());
    }
}
