//! `data/organisation.yaml`: who issues the notices, in which style, and whom the media may ring.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Named, Placed, Scalar, Text};
use crate::language::{DateOrder, DayStyle, QuotationMarks, TimeStyle};
use crate::quantity::{PercentStyle, Rounding};

/// The issuer of the notices: one a folder.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Organisation {
    /// The version of this format: `1`.
    pub pressroom: Scalar,
    /// The issuer's name.
    pub name: Text,
    /// The lines of the letterhead, in order, as they are to be printed.
    #[serde(default)]
    pub letterhead: Vec<Text>,
    /// The telephone number for the media, printed first.
    pub media_enquiries: Option<Text>,
    /// The words before the media enquiries number. Default: `Media enquiries`.
    pub media_enquiries_label: Option<Text>,
    /// A line under the letterhead saying what the issuer does.
    pub strapline: Option<Text>,
    /// The IANA zone of embargo times, such as `Europe/London`.
    pub time_zone: Text,
    /// Languages of the notices, the first being the language of the words. Default: `[en]`.
    #[serde(default)]
    pub languages: Vec<Text>,
    /// How the house prints figures, dates and quotation marks.
    #[serde(default)]
    pub house_style: HouseStyle,
    /// Organisations that notices are issued jointly with, by a short name.
    #[serde(default)]
    pub partners: Named<Partner>,
    /// People who are quoted or sign off, by a short name.
    #[serde(default)]
    pub people: Named<Person>,
    /// Whom the media may ring, by a short name.
    #[serde(default)]
    pub contacts: Named<Contact>,
    /// Standing paragraphs about the issuer, printed last in every notice. Markdown.
    pub boilerplate: Option<Text>,
}

/// How the house prints. Every key has a default.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct HouseStyle {
    /// How a percentage prints: `%` (78%, the default), `per cent` or `percent`.
    pub percent: Option<Placed<PercentStyle>>,
    /// The outer quotation marks: `double` (the default) or `single`.
    pub quotation_marks: Option<Placed<QuotationMarks>>,
    /// The day in dates: `two-digit` (08 June 2012) or `plain` (8 June 2012, the default).
    pub day: Option<Placed<DayStyle>>,
    /// The order of dates: `day-first` (8 June 2012, the default) or `month-first` (June 8, 2012).
    pub dates: Option<Placed<DateOrder>>,
    /// Times: `24-hour` (00:01, the default) or `12-hour` (12:01 a.m.).
    pub times: Option<Placed<TimeStyle>>,
    /// Whether the embargo line names the zone (BST, EDT). Default: `false`.
    pub zone_in_embargo: Option<Placed<bool>>,
    /// Rounding of halves: `half-up` (away from zero, the default) or `half-even`.
    pub rounding: Option<Placed<Rounding>>,
    /// The separator between thousands: `,` (the default), a space, or nothing.
    pub thousands: Option<Text>,
    /// What a missing value prints in a table. Default: `–`.
    pub missing_mark: Option<Text>,
    /// Notes to editors: `numbered` (the default) or `plain`.
    pub notes: Option<Placed<NotesStyle>>,
    /// The heading over the notes. Default: `Notes to editors`.
    pub notes_heading: Option<Text>,
    /// Kicker and small headings: `capitals` (the default) or `as-written`.
    pub headings: Option<Placed<HeadingStyle>>,
    /// The line that ends the copy. Default: `ENDS`.
    pub ends: Option<Text>,
    /// The words before the embargo time. Default: `EMBARGOED UNTIL`.
    pub embargo_words: Option<Text>,
    /// Numbers up to this one are written in words by the filter `house`. Default: 9.
    pub words_up_to: Option<Placed<u8>>,
    /// A comma before "and" in lists of three or more. Default: `false`.
    pub serial_comma: Option<Placed<bool>>,
}

/// Notes to editors.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum NotesStyle {
    /// 1. 2. 3.
    #[default]
    Numbered,
    /// Paragraphs.
    Plain,
}

/// Kicker and small headings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum HeadingStyle {
    /// PUBLICATION OF INSPECTION REPORT
    #[default]
    Capitals,
    /// As the office wrote it.
    AsWritten,
}

/// An organisation that notices are issued jointly with.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Partner {
    /// Its name.
    pub name: Text,
    /// Its letterhead lines, printed after the issuer's in a joint notice.
    #[serde(default)]
    pub letterhead: Vec<Text>,
    /// Standing paragraphs about it, printed after the issuer's in a joint notice. Markdown.
    pub boilerplate: Option<Text>,
}

/// Somebody who is quoted or signs off.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Person {
    /// The person's name; left out, the role stands alone.
    pub name: Option<Text>,
    /// The role, without an article: `lead inspector`.
    pub role: Text,
    /// The name of a second mention: `Ms Example`. Default: the full name, or the role.
    pub short: Option<Text>,
    /// The partner the person belongs to; left out, the issuer.
    pub organisation: Option<Text>,
}

/// Whom the media may ring. At least one of telephone and e-mail.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Contact {
    /// A name or a desk.
    pub name: Text,
    /// What the contact is, such as `lead statistician`.
    pub role: Option<Text>,
    /// The telephone number, as it is to be printed.
    pub telephone: Option<Text>,
    /// The number outside office hours.
    pub out_of_hours: Option<Text>,
    /// The e-mail address.
    pub email: Option<Text>,
}
