//! STUB of the pipeline: an office folder's files in, checked notices out. The lead's own file replaces this one.
//!
//! It only looks at the text: it finds `safety.valeu`, claims nobody uses, and unreadable headlines.
#![allow(missing_docs)]

use chrono::{DateTime, Utc};

use crate::finding::{Code, FileId, Finding, Place, Source, Sources};
use crate::release::{Edition, Inline, Origin, Release, Run};
use crate::report::Coverage;

/// The formats there are, by the end of their file names.
pub fn formats() -> Vec<&'static str> {
    vec!["md", "html", "txt"]
}

/// The JSON Schema of a document kind: `organisation`, `programme`, `inspection` or `notice`.
pub fn schema(kind: &str) -> Option<serde_json::Value> {
    schema_kinds().contains(&kind).then(|| {
        serde_json::json!({"$schema": "https://json-schema.org/draft/2020-12/schema", "title": kind, "type": "object"})
    })
}

/// The document kinds that have a schema.
pub fn schema_kinds() -> Vec<&'static str> {
    vec!["organisation", "programme", "inspection", "notice"]
}

/// A file of the office folder as read from disk: path relative to the folder with `/`, and bytes.
#[derive(Debug, Clone)]
pub struct InputFile {
    pub path: String,
    pub bytes: Vec<u8>,
}

/// Which edition is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    Draft,
    Embargoed,
    Public,
}

#[derive(Debug, Clone)]
pub struct Request {
    pub edition: Wanted,
    pub now: DateTime<Utc>,
}

#[derive(Debug)]
pub struct Composed {
    pub release: Option<Release>,
    pub findings: Vec<Finding>,
    pub coverage: Coverage,
}

#[derive(Debug)]
pub struct Document {
    pub text: String,
}

#[derive(Debug)]
pub struct Office {
    sources: Sources,
    notices: Vec<(String, FileId)>,
    inspections: Vec<(String, String)>,
}

impl Office {
    pub fn load(files: Vec<InputFile>) -> (Office, Vec<Finding>) {
        let mut office = Office {
            sources: Sources::default(),
            notices: Vec::new(),
            inspections: Vec::new(),
        };
        let mut findings = Vec::new();
        for file in files {
            let Ok(text) = String::from_utf8(file.bytes) else {
                findings.push(Finding::new(
                    Code::FileUnreadable,
                    None,
                    format!("{} is not UTF-8", file.path),
                ));
                continue;
            };
            let id = office.sources.add(Source::new(file.path.clone(), text.clone()));
            if let Some(name) = stem(&file.path, "data/inspections/") {
                office.inspections.push((name.to_owned(), text));
            } else if let Some(name) = stem(&file.path, "data/notices/") {
                match text.lines().find_map(|line| line.strip_prefix("each-of: ")) {
                    None => office.notices.push((name.to_owned(), id)),
                    Some(programme) => {
                        for (inspection, text) in &office.inspections {
                            if text.contains(&format!("programme: {programme}")) {
                                office.notices.push((format!("{name}/{inspection}"), id));
                            }
                        }
                    }
                }
            }
        }
        office.notices.sort();
        (office, findings)
    }

    pub fn sources(&self) -> &Sources {
        &self.sources
    }

    pub fn notices(&self) -> Vec<String> {
        self.notices.iter().map(|(name, _)| name.clone()).collect()
    }

    pub fn compose(&self, notice: &str, request: &Request) -> Composed {
        let mut findings = Vec::new();
        let Some((_, file)) = self.notices.iter().find(|(name, _)| name == notice) else {
            return Composed {
                release: None,
                findings,
                coverage: Coverage::default(),
            };
        };
        let text = self.sources.get(*file).text();
        for (at, wrong) in text.match_indices("safety.valeu") {
            findings.push(
                Finding::new(
                    Code::UnknownFigure,
                    Place::new(*file, at, at + wrong.len()),
                    "there is no figure `safety.valeu`",
                )
                .advice("did you mean `safety.value`?")
                .shown("`safety.value` is 70%"),
            );
        }
        if let Some((_, claims)) = text.split_once("\nclaims:\n") {
            for line in claims.lines().take_while(|line| line.starts_with("  ")) {
                if let Some((name, _)) = line.trim().split_once(':')
                    && !text.contains(&format!("][{name}]"))
                {
                    let at = text.find(line).unwrap_or_default() + 2;
                    findings.push(Finding::new(
                        Code::UnusedClaim,
                        Place::new(*file, at, at + name.len()),
                        format!("no words use the claim `{name}`"),
                    ));
                }
            }
        }
        for finding in &mut findings {
            finding.notice = Some(notice.to_owned());
        }
        let about = text.lines().find_map(|line| line.strip_prefix("inspection: "));
        let about = about.or(notice.rsplit('/').next()).unwrap_or_default();
        let results: String = self
            .inspections
            .iter()
            .filter(|(name, _)| name == about)
            .map(|(_, text)| text.as_str())
            .collect();
        let words = Inline::Run(Run {
            text: format!("{text}{results}"),
            origin: Origin::Literal(Place::new(*file, 0, text.len())),
        });
        let release = Release {
            name: notice.to_owned(),
            language: "en".to_owned(),
            edition: match request.edition {
                Wanted::Draft => Edition::Draft {
                    findings: findings.len(),
                },
                Wanted::Embargoed => Edition::Embargoed,
                Wanted::Public => Edition::Public,
            },
            media_enquiries: None,
            letterhead: Vec::new(),
            strapline: None,
            issued: None,
            embargo: None,
            published: None,
            reference: None,
            kicker: None,
            headline: vec![words],
            standfirst: Vec::new(),
            body: Vec::new(),
            ends: None,
            notes: None,
            contacts: Vec::new(),
            next_release: None,
            boilerplate: Vec::new(),
        };
        Composed {
            release: Some(release),
            findings,
            coverage: Coverage::default(),
        }
    }

    pub fn lay_out(&self, release: &Release, format: &str) -> Result<Document, Vec<Finding>> {
        let head = match release.edition {
            Edition::Draft { findings } => format!("DRAFT – NOT CLEARED ({findings})\n"),
            _ => String::new(),
        };
        Ok(Document {
            text: format!("{format}\n{head}{}", crate::release::plain(&release.headline)),
        })
    }

    pub fn facts(&self, notice: &str) -> serde_json::Value {
        serde_json::json!({"format": 1, "notice": notice})
    }
}

fn stem<'p>(path: &'p str, folder: &str) -> Option<&'p str> {
    path.strip_prefix(folder)?.strip_suffix(".yaml")
}
