//! `data/notices/NAME.yaml`: the press office's words about one inspection, several, or each of a programme.

use schemars::JsonSchema;
use serde::Deserialize;

use super::forms::{BodyForms, ClaimForms, EmbargoForms};
use super::{Named, Placed, Text};

/// The words of a notice, or of a series.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(remote = "Self", deny_unknown_fields, rename_all = "kebab-case")]
pub struct Notice {
    /// The inspection it is about, by file name. One of `inspection`, `inspections`, `each-of`.
    pub inspection: Option<Text>,
    /// The inspections it is about.
    #[serde(default)]
    pub inspections: Vec<Text>,
    /// The programme of whose every inspection this is the notice: a series.
    pub each_of: Option<Text>,
    /// In a series: the parts that one inspection has differently, by the inspection's name.
    #[serde(default)]
    pub overrides: Named<Parts>,
    /// What kind of release: `inspection-notice` (the default) or `official-statistics`.
    pub profile: Option<Placed<Profile>>,
    /// Partners it is issued jointly with.
    #[serde(default)]
    pub jointly_with: Vec<Text>,
    /// Conditions and sources of the claims in the words: `[words][name]`.
    #[serde(default)]
    pub claims: Named<ClaimEntry>,
    /// False alarms of the checks that somebody answers for.
    #[serde(default)]
    pub accepted: Vec<Accepted>,
    /// The parts of the notice itself.
    #[serde(skip_deserializing)]
    #[schemars(!skip_deserializing, flatten)]
    pub parts: Parts,
}

/// The parts of a notice: what a series may override for one inspection.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Parts {
    /// The date of issue to the media: `2012-06-08`.
    pub issued: Option<Text>,
    /// When the embargo ends: `2012-06-12 00:01`; its date is the day of publication.
    pub embargo: Option<EmbargoEntry>,
    /// For a release without a press embargo: the day and time of publication.
    pub publication: Option<EmbargoEntry>,
    /// Where the embargo moved after copies went out: what it was, the day it was changed, and why.
    pub embargo_moved: Option<EmbargoMoved>,
    /// The number of the notice, as printed: `Ref: 12/07`.
    pub reference: Option<Text>,
    /// A line over the headline. Inline Markdown with figures.
    pub kicker: Option<Text>,
    /// The headline. Inline Markdown with figures.
    pub headline: Option<Text>,
    /// The sentence under the headline. Markdown with figures.
    pub standfirst: Option<Text>,
    /// Texts, lists, quotations and tables, in order.
    #[serde(default)]
    pub body: Option<Vec<BodyItem>>,
    /// Notes to editors, in order. Markdown with figures.
    #[serde(default)]
    pub notes: Option<Vec<Text>>,
    /// Whom the media may ring about this notice, by short name.
    #[serde(default)]
    pub contacts: Option<Vec<Text>>,
    /// When the next release is due. Inline Markdown with figures.
    pub next_release: Option<Text>,
    /// Standing paragraphs, instead of the organisation's. Markdown with figures.
    pub boilerplate: Option<Text>,
}

/// An embargo that moved after copies went out.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct EmbargoMoved {
    /// The embargo that the earlier copies carry.
    pub from: EmbargoEntry,
    /// The day it was changed: `2012-06-11`.
    pub day: Text,
    /// Why, for the reader. Inline Markdown with figures.
    pub reason: Text,
}

/// What kind of release.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Profile {
    /// A press notice under embargo.
    #[default]
    InspectionNotice,
    /// A statistical release: published at its hour, no press embargo unless said.
    OfficialStatistics,
}

/// One part of the body: a mapping with one of these keys.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(from = "BodyForms")]
#[schemars(!from, with = "BodyForms")]
pub enum BodyItem {
    /// `- text: |` Paragraphs and lists. Markdown with figures. A bare text counts as this.
    Text(Text),
    /// `- heading:` A heading inside the body. Inline Markdown with figures.
    Heading(Text),
    /// `- list: [..]` Bullet points. Inline Markdown with figures.
    List(Vec<Text>),
    /// `- quote: {by, words}`
    Quote(Quote),
    /// `- table: NAME` A table of the programme.
    Table(Text),
}

/// A quotation.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Quote {
    /// Who speaks, by short name.
    pub by: Text,
    /// What the person said, without outer quotation marks. Markdown with figures; a blank line parts paragraphs.
    pub words: Text,
    /// `said` (the default), `added`, `commented` …
    pub verb: Option<Text>,
}

/// An embargo: a local time, or one with its zone.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(from = "EmbargoForms")]
#[schemars(!from, with = "EmbargoForms")]
pub enum EmbargoEntry {
    /// `2012-06-12 00:01`
    Local(Text),
    /// `{at: 2026-09-16 08:30, zone: America/New_York}`
    At(EmbargoAt),
}

impl EmbargoEntry {
    /// Where its time stands.
    pub fn place(&self) -> crate::finding::Place {
        match self {
            EmbargoEntry::Local(at) => at.place,
            EmbargoEntry::At(entry) => entry.at.place,
        }
    }
}

/// An embargo with its zone or weekday stated.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct EmbargoAt {
    /// The local time: `2026-09-16 08:30`.
    pub at: Text,
    /// The IANA zone, where it is not the organisation's.
    pub zone: Option<Text>,
    /// The weekday, if somebody wants it checked.
    pub weekday: Option<Text>,
}

/// What stands behind a claim.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(from = "ClaimForms")]
#[schemars(!from, with = "ClaimForms")]
pub enum ClaimEntry {
    /// A condition over figures: `control.value is above(than=control.average)`.
    Condition(Text),
    /// `{source: Inspection report, section 1}`: evidence outside the data.
    Source(Text),
    /// `{as-written: the term is set by statute}`: a literal, and its reason.
    AsWritten(Text),
}

/// A false alarm that somebody answers for.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Accepted {
    /// The code of the finding.
    pub code: Text,
    /// The words it is about, exactly.
    pub words: Text,
    /// Why it is a false alarm.
    pub reason: Text,
    /// Who says so, by short name.
    pub by: Text,
}
