//! A made-up office in memory, for the tests of the claims: one sentence, one condition, some results.

use chrono::DateTime;

use crate::finding::Finding;
use crate::press::{Composed, InputFile, Office, Request, Wanted};

const ORGANISATION: &str = r#"pressroom: 1
name: Harbour Inspectorate
letterhead: [Harbour Inspectorate]
media-enquiries: 020 7946 0102
time-zone: Europe/London
languages: [en]
people: {lead: {role: lead inspector}}
contacts: {desk: {name: Press desk, telephone: 020 7946 0102}}
"#;

const PROGRAMME: &str = r#"name: Pier Inspection
measures:
  safety: {label: Safety work, also-called: [visitor safety], unit: "%", better: higher, required: false}
  repair: {label: Repair work, also-called: [repairs], unit: "%", better: higher, required: false}
  waste: {label: Waste work, also-called: [litter], unit: "%", better: higher, required: false}
  wait: {label: Waiting time, also-called: [waiting times], unit: days, better: lower, required: false}
  crime: {label: Recorded thefts, also-called: [thefts], unit: thefts, better: lower, required: false}
  moved: {label: Moved counting, unit: thefts, comparable-over-time: false, required: false}
  mood: {label: Mood, unit: "%", required: false}
  overall: {label: Overall, scale: [Inadequate, Requires improvement, Good, Outstanding], required: false}
  reports: {label: Reports, unit: reports, required: false}
  north: {label: Reports in the north, unit: reports, required: false}
  south: {label: Reports in the south, unit: reports, required: false}
  praised: {label: Reports with praise, also-called: [praise], unit: reports, required: false}
  east: {label: Eastern reports, also-called: [reports in the east], unit: reports, required: false}
  west: {label: Western reports, unit: reports, required: false}
  isles: {label: Island reports, unit: reports, required: false}
  coast: {label: Coastal reports, also-called: [reports on the coast], unit: reports, required: false}
  shore: {label: Shore reports, unit: reports, required: false}
  centres: {label: Centres, unit: centres, required: false}
  clean: {label: Clean boats, unit: boats, one: boat, required: false}
  sales: {label: Sales, unit: $ billion, places: 1, required: false}
  trend: {label: Trend, unit: "%", places: 1, change: true, required: false}
  takings: {label: Growth in takings, unit: "%", places: 1, required: false}
  falls: {label: Fall prevention, unit: visits, better: higher, required: false}
  gap: {label: Pay gap, unit: "%", better: lower, required: false}
  drop: {label: Change of profits, also-called: [profits], unit: "%", places: 1, change: true, required: false}
  few: {label: The few, unit: fines, required: false}
  noon: {label: Waiting time at noon, also-called: [noon], unit: days, better: lower, required: false}
  dearer: {label: Visitors whose fares rise, unit: "%", required: false}
  late: {label: Late trains, unit: trains, required: false}
  night: {label: Waiting time at night, also-called: [night], unit: days, better: lower, required: false}
  high: {label: Share of thefts, unit: "%", required: false}
  cost: {label: Cost, unit: £, required: false}
  fines: {label: Fines, unit: fines, required: false}
  all: {label: Thefts at all sites, unit: thefts, required: false}
  dusk: {label: Thefts at dusk, also-called: [dusk], unit: thefts, required: false}
  dawn: {label: Thefts at dawn, also-called: [dawn], unit: thefts, required: false}
  moving: {label: Change of sales in a year, unit: "%", places: 1, change: true, required: false}
benchmark: {name: the piers inspected to date, also-called: [average of piers, county average, average of English piers], complete: false}
"#;

const SUMS: &str = "sums: [{whole: coast, parts: [east, west]}, {whole: shore, parts: [coast, isles]}]\n";

/// A claim in its sentence, with the results behind it.
pub struct Case<'c> {
    /// Lines under `results:`.
    pub results: &'c str,
    /// Further keys of the inspection.
    pub inspection: &'c str,
    /// The sentence; the claim is `[words][c]`.
    pub sentence: &'c str,
    /// What stands under `claims:`.
    pub claims: &'c str,
}

impl Case<'_> {
    /// The composed notice.
    pub fn compose(&self) -> (Office, Composed, Vec<Finding>) {
        self.compose_in(SUMS)
    }

    /// The composed notice, with further keys of the programme.
    pub fn compose_in(&self, programme: &str) -> (Office, Composed, Vec<Finding>) {
        let results: String = self
            .results
            .lines()
            .map(|line| format!("  {}\n", line.trim()))
            .collect();
        let inspection = format!(
            "programme: piers\narea: Samplebury\npublished: 2026-06-16\n{}results:\n{results}",
            self.inspection
        );
        let notice = format!(
            "inspection: samplebury\nissued: 2026-06-12\nembargo: 2026-06-16 00:01\nheadline: Piers inspected\nbody:\n  - |\n    {}\ncontacts: [desk]\nclaims:\n{}",
            self.sentence, self.claims
        );
        let file = |path: &str, text: &str| InputFile {
            path: path.to_owned(),
            bytes: text.as_bytes().to_vec(),
        };
        let files = vec![
            file("data/organisation.yaml", ORGANISATION),
            file("data/programmes/piers.yaml", &format!("{PROGRAMME}{programme}")),
            file("data/inspections/samplebury.yaml", &inspection),
            file("data/notices/samplebury.yaml", &notice),
        ];
        let (office, findings) = Office::load(files);
        let request = Request {
            edition: Wanted::Embargoed,
            now: DateTime::UNIX_EPOCH,
        };
        let composed = office.compose("samplebury", &request);
        (office, composed, findings)
    }

    /// The codes of the claims' findings, in order, and of any errors elsewhere.
    pub fn codes(&self) -> Vec<&'static str> {
        let (_, composed, loading) = self.compose();
        let all = loading.iter().chain(&composed.findings);
        // What the audit says of the words around a claim is tested there.
        let audits = ["unbound-number", "claim-without-condition"];
        all.map(|finding| finding.code.name())
            .filter(|code| !audits.contains(code))
            .collect()
    }
}

/// The codes of a sentence with the condition of its one claim `c`.
pub fn codes(results: &str, sentence: &str, condition: &str) -> Vec<&'static str> {
    Case {
        results,
        inspection: "",
        sentence,
        claims: &format!("  c: >-\n    {condition}\n"),
    }
    .codes()
}

/// The codes of a sentence about several piers, each with its name, area and results.
pub fn codes_of_several(piers: &[(&str, &str, &str)], sentence: &str, condition: &str) -> Vec<&'static str> {
    codes_of_the_first(piers.len(), piers, sentence, condition)
}

/// The codes of a sentence about the first `about` of several piers.
pub fn codes_of_the_first(
    about: usize,
    piers: &[(&str, &str, &str)],
    sentence: &str,
    condition: &str,
) -> Vec<&'static str> {
    let file = |path: String, text: String| InputFile {
        path,
        bytes: text.into_bytes(),
    };
    let names: Vec<&str> = piers.iter().take(about).map(|(name, _, _)| *name).collect();
    let mut files = vec![
        file("data/organisation.yaml".to_owned(), ORGANISATION.to_owned()),
        file("data/programmes/piers.yaml".to_owned(), PROGRAMME.to_owned()),
        file(
            "data/notices/piers.yaml".to_owned(),
            format!(
                "inspections: [{}]\nissued: 2026-06-12\nembargo: 2026-06-16 00:01\nheadline: Piers inspected\nbody:\n  - |\n    {sentence}\ncontacts: [desk]\nclaims:\n  c: >-\n    {condition}\n",
                names.join(", ")
            ),
        ),
    ];
    for (name, area, results) in piers {
        files.push(file(
            format!("data/inspections/{name}.yaml"),
            format!("programme: piers\narea: {area}\npublished: 2026-06-16\nresults:\n  {results}\n"),
        ));
    }
    let (office, loading) = Office::load(files);
    let request = Request {
        edition: Wanted::Embargoed,
        now: DateTime::UNIX_EPOCH,
    };
    let composed = office.compose("piers", &request);
    let audits = ["unbound-number", "claim-without-condition"];
    loading
        .iter()
        .chain(&composed.findings)
        .map(|finding| finding.code.name())
        .filter(|code| !audits.contains(code))
        .collect()
}
