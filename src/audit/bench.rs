//! For tests: an office of one notice whose body is the sentences at hand, checked through the whole pipeline.

use crate::finding::{Finding, Severity};
use crate::issued::{Change, ChangeKind};
use crate::press::{Composed, InputFile, Office, Request, Wanted};

const ORGANISATION: &str = "pressroom: 1
name: Office for Examples
letterhead: [Office for Examples, 1 Example Quay • Samplebury SB1 2ZZ]
time-zone: Europe/London
people: {lead-inspector: {role: lead inspector}}
contacts: {press-desk: {name: Press desk, telephone: 020 7946 0102, email: press@examples.example}}
";

const PROGRAMME: &str = "name: Youth Work Inspection 2
facts: {started: 2009-09, length: 3 years}
measures:
  safety: {label: Safety work, also-called: [public safety], unit: \"%\", better: higher}
  records: {label: Record keeping and planning, also-called: [records kept], unit: \"%\", better: higher}
  reports: {label: Reports, unit: reports, better: neither}
  growth: {label: Growth, unit: \"%\", better: higher, change: true}
benchmark: {name: the English regions inspected to date, also-called: [regional average], complete: false}
tables:
  scores: {columns: [{heading: Scores, of: [value]}], rows: [safety]}
";

const INSPECTION: &str = "programme: youth-work
area: Northmarsh and Fen
published: 2012-06-12
period: 2011/12
results:
  safety: {value: 977 of 2102, average: 51%, previous: 40%}
  records: {value: 62%, average: 60%, previous: 58%}
  reports: 17
  growth: 3%
given: [{columns: [average, previous], source: an earlier notice}]
";

/// An area that the notice is not about, inspected after it.
const ELSEWHERE: &str = "programme: youth-work
area: Eastvale
published: 2013-03-05
results:
  safety: {value: 1 of 4, average: 51%, previous: 35%}
  records: {value: 62%, average: 60%, previous: 70%}
  reports: 9
  growth: 3%
given: [{columns: [average, previous], source: an earlier notice}]
";

/// Claims that a sentence may use, by name.
const CLAIMS: &str = "safety-below: safety.value is below(than=safety.average)
twelve: {as-written: the number is set by statute}";

/// A finding as a test reads it: its code and the words it is about.
pub type Told = (&'static str, String);

/// The errors and warnings of a notice with `parts` (YAML from its first column), each with its words.
pub fn told(parts: &str) -> Vec<Told> {
    let findings = findings(parts);
    findings.iter().map(one).collect()
}

/// The findings of a text that stands as one paragraph of the body.
pub fn sentence(text: &str) -> Vec<Told> {
    told(&body(text))
}

/// The YAML of a body of one text.
pub fn body(text: &str) -> String {
    let lines: String = text.lines().map(|line| format!("      {line}\n")).collect();
    let mut claims = String::new();
    for claim in CLAIMS.lines().filter(|line| {
        let name = line.split(':').next().unwrap_or_default();
        text.contains(&format!("[{name}]"))
    }) {
        let head = if claims.is_empty() { "claims:\n" } else { "" };
        claims.push_str(&format!("{head}  {claim}\n"));
    }
    format!("body:\n  - text: |\n{lines}  - table: scores\n{claims}")
}

fn one(finding: &Finding) -> Told {
    let words = finding.shown.iter().find_map(|line| line.strip_prefix("found: "));
    (finding.code.name(), words.unwrap_or_default().to_owned())
}

/// The errors and warnings of a notice with `parts`.
pub fn findings(parts: &str) -> Vec<Finding> {
    findings_in(&[], parts)
}

/// The same in an office of which some words are others: each is replaced wherever it stands.
pub fn told_in(changes: &[(&str, &str)], parts: &str) -> Vec<Told> {
    findings_in(changes, parts).iter().map(one).collect()
}

/// What is wrong with `reason` as the reason for which the notice is issued again.
pub fn reason(reason: &str) -> Vec<Told> {
    let change = Change {
        kind: ChangeKind::Correction,
        reason: reason.to_owned(),
    };
    let (mut office, _) = office(&[], "body: [{table: scores}]\n");
    let file = office.take_reason(reason);
    let composed = office.compose_changed("northmarsh", &REQUEST, &change, file);
    let about = composed.findings.iter().filter(|one| office.in_reason(one));
    about.map(one).collect()
}

const REQUEST: Request = Request {
    edition: Wanted::Embargoed,
    now: chrono::DateTime::UNIX_EPOCH,
};

/// The same, with their advice.
pub fn findings_in(changes: &[(&str, &str)], parts: &str) -> Vec<Finding> {
    let (office, mut findings) = office(changes, parts);
    findings.extend(office.compose("northmarsh", &REQUEST).findings);
    findings.retain(|finding| finding.severity > Severity::Note);
    findings
}

/// A notice with `parts`, composed for an edition.
pub fn composed(parts: &str, edition: Wanted) -> Composed {
    office(&[], parts)
        .0
        .compose("northmarsh", &Request { edition, ..REQUEST })
}

fn office(changes: &[(&str, &str)], parts: &str) -> (Office, Vec<Finding>) {
    let notice = format!(
        "inspection: northmarsh\nissued: 2012-06-08\nembargo: 2012-06-12 00:01\nheadline: Youth work in {{{{ area }}}} \
         inspected\ncontacts: [press-desk]\n{parts}"
    );
    let files = [
        ("data/organisation.yaml", ORGANISATION),
        ("data/programmes/youth-work.yaml", PROGRAMME),
        ("data/inspections/eastvale.yaml", ELSEWHERE),
        ("data/inspections/northmarsh.yaml", INSPECTION),
        ("data/notices/northmarsh.yaml", &notice),
    ];
    let files = files.iter().map(|(path, text)| InputFile {
        path: (*path).to_owned(),
        bytes: changes
            .iter()
            .fold((*text).to_owned(), |text, (from, to)| text.replace(from, to))
            .into_bytes(),
    });
    Office::load(files.collect())
}
