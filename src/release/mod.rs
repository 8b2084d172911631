//! The release: the finished notice before any format. Words are here with their figures and claims still inside.
//!
//! A format lays this out; the audit, claims, sign-off and diff read it. Nothing in it is escaped for any format.

mod correction;
mod inline;
mod inside;
mod part;
mod passage;
mod passages;
mod printed;
mod table;

pub use correction::Correction;
pub use inline::{Basis, Inline, Inlines, Origin, Run, plain};
pub use part::{InTable, NoPart, Part, Room, Step};
pub use passage::{Passage, Span};
pub use printed::PrintedFigure;
pub use table::{Cell, Column, HeadCell, Row, Table};

use crate::finding::Place;

/// A finished notice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Release {
    /// Its name: `staffordshire`, or `series/staffordshire`.
    pub name: String,
    /// BCP 47 language of the words: `en`.
    pub language: String,
    /// Draft, embargoed or public.
    pub edition: Edition,
    /// `Media enquiries: 020 7946 0102`; label and number.
    pub media_enquiries: Option<(String, String)>,
    /// The lines of the issuer's letterhead and, in a joint notice, of each partner's: one letterhead an organisation,
    /// in order. One without lines is left out.
    pub letterheads: Vec<Vec<Inlines>>,
    /// The line under the letterhead.
    pub strapline: Option<Inlines>,
    /// The date of issue.
    pub issued: Option<Moment>,
    /// The embargo, at top and foot; `None` in a public edition or where there is none.
    pub embargo: Option<Embargo>,
    /// In a public edition: the moment of publication.
    pub published: Option<Moment>,
    /// What changed since earlier copies: in a public edition that was issued again, the newest first; in an
    /// embargoed one, an embargo that moved.
    pub corrections: Vec<Correction>,
    /// The reference line.
    pub reference: Option<Inlines>,
    /// The line over the headline, in the house's capitals.
    pub kicker: Option<Inlines>,
    /// The headline.
    pub headline: Inlines,
    /// The paragraphs under the headline.
    pub standfirst: Vec<Block>,
    /// Texts, lists, quotations and tables, in order.
    pub body: Vec<Block>,
    /// The line that ends the copy: `ENDS`.
    pub ends: Option<String>,
    /// Notes to editors.
    pub notes: Option<Notes>,
    /// Whom to ring.
    pub contacts: Vec<Contact>,
    /// When the next release is due.
    pub next_release: Option<Inlines>,
    /// Standing paragraphs.
    pub boilerplate: Vec<Block>,
}

/// Which copy of the notice this is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edition {
    /// Not cleared, with the count of findings; headed so on each page.
    Draft {
        /// Errors and warnings that stand.
        findings: usize,
    },
    /// For the media, under embargo.
    Embargoed,
    /// For everybody.
    Public,
}

/// A date, or a date and time, printed and for machines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moment {
    /// `08 June 2012`
    pub printed: String,
    /// `2012-06-08` or `2012-06-12T00:01:00+01:00`
    pub machine: String,
}

/// The embargo line and its machine form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Embargo {
    /// `EMBARGOED UNTIL 00:01 – TUESDAY, 12 June 2012`
    pub line: String,
    /// The instant with its offset: `2012-06-12T00:01:00+01:00`.
    pub machine: String,
}

/// A block of the notice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Inlines),
    /// A heading inside the body.
    Heading(Inlines),
    /// A list; each item is blocks.
    List {
        /// The first number, where it is numbered.
        start: Option<u64>,
        /// The items.
        items: Vec<Vec<Block>>,
    },
    /// A quotation with who said it.
    Quotation(Quotation),
    /// A table.
    Table(Table),
}

/// A quotation. Its paragraphs carry the house's quotation marks already: each opens, the last closes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quotation {
    /// `Andy Example, lead inspector, said:`
    pub attribution: Inlines,
    /// The speaker's short name in the organisation's file.
    pub speaker: String,
    /// The paragraphs, quotation marks included.
    pub paragraphs: Vec<Inlines>,
    /// Where the words stand.
    pub place: Place,
}

/// Notes to editors.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Notes {
    /// `NOTES TO EDITORS`
    pub heading: String,
    /// Whether they are numbered.
    pub numbered: bool,
    /// One note each.
    pub items: Vec<Vec<Block>>,
}

/// Whom the media may ring.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    /// A name or a desk.
    pub name: String,
    /// What the contact is.
    pub role: Option<String>,
    /// As printed.
    pub telephone: Option<String>,
    /// As printed, for outside office hours.
    pub out_of_hours: Option<String>,
    /// The address.
    pub email: Option<String>,
}
