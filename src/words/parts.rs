//! The parts of one notice: its own words, and over them, in a series, what one inspection has differently.

use crate::data::notice::{BodyItem, EmbargoEntry, EmbargoMoved, Notice, Parts};
use crate::data::{Organisation, Programme, Text};

/// The parts in force for one notice.
#[derive(Debug, Clone, Copy)]
pub struct Effective<'n> {
    /// The date of issue.
    pub issued: Option<&'n Text>,
    /// The embargo.
    pub embargo: Option<&'n EmbargoEntry>,
    /// The hour of publication where there is no embargo.
    pub publication: Option<&'n EmbargoEntry>,
    /// Where the embargo moved: what it was, when and why.
    pub embargo_moved: Option<&'n EmbargoMoved>,
    /// The reference.
    pub reference: Option<&'n Text>,
    /// The line over the headline.
    pub kicker: Option<&'n Text>,
    /// The headline.
    pub headline: Option<&'n Text>,
    /// The sentence under it.
    pub standfirst: Option<&'n Text>,
    /// Texts, lists, quotations and tables.
    pub body: &'n [BodyItem],
    /// Notes to editors.
    pub notes: &'n [Text],
    /// Contacts by short name.
    pub contacts: &'n [Text],
    /// When the next release is due.
    pub next_release: Option<&'n Text>,
    /// Standing paragraphs.
    pub boilerplate: Option<&'n Text>,
}

impl<'n> Effective<'n> {
    /// The parts of `notice` for `inspection`, whose overrides, if there are any, count first.
    pub fn new(notice: &'n Notice, inspection: Option<&str>) -> Self {
        let own = inspection.and_then(|name| notice.overrides.get(name));
        let base = &notice.parts;
        macro_rules! part {
            ($part:ident) => {
                own.and_then(|parts| parts.$part.as_ref())
                    .or(base.$part.as_ref())
            };
        }
        Effective {
            issued: part!(issued),
            embargo: part!(embargo),
            publication: part!(publication),
            embargo_moved: part!(embargo_moved),
            reference: part!(reference),
            kicker: part!(kicker),
            headline: part!(headline),
            standfirst: part!(standfirst),
            body: part!(body).map_or(&[], Vec::as_slice),
            notes: part!(notes).map_or(&[], Vec::as_slice),
            contacts: part!(contacts).map_or(&[], Vec::as_slice),
            next_release: part!(next_release),
            boilerplate: part!(boilerplate),
        }
    }
}

/// Every text that a notice about `programme` may print, to be compiled once.
pub fn texts<'n>(
    notice: &'n Notice,
    organisation: &'n Organisation,
    programme: &'n Programme,
) -> Vec<&'n Text> {
    let mut texts: Vec<&Text> = Vec::new();
    texts.extend(&organisation.letterhead);
    texts.extend(&organisation.strapline);
    texts.extend(&organisation.boilerplate);
    for (_, _, partner) in organisation.partners.iter() {
        texts.extend(&partner.letterhead);
        texts.extend(&partner.boilerplate);
    }
    for (_, _, measure) in programme.measures.iter() {
        texts.push(&measure.label);
        texts.extend(&measure.gloss);
    }
    for (_, _, table) in programme.tables.iter() {
        texts.extend(&table.caption);
        texts.extend(&table.rows_heading);
        texts.extend(&table.footnotes);
        for group in &table.columns {
            texts.extend(&group.heading);
            texts.extend(&group.headings);
        }
    }
    texts.extend(own_texts(notice));
    texts
}

/// Every text of a notice's own file: of its parts, and of all overrides.
fn own_texts(notice: &Notice) -> Vec<&Text> {
    let mut texts = Vec::new();
    texts_of(&notice.parts, &mut texts);
    for (_, _, parts) in notice.overrides.iter() {
        texts_of(parts, &mut texts);
    }
    texts
}

fn texts_of<'n>(parts: &'n Parts, texts: &mut Vec<&'n Text>) {
    texts.extend(parts.embargo_moved.as_ref().map(|moved| &moved.reason));
    texts.extend(&parts.reference);
    texts.extend(&parts.kicker);
    texts.extend(&parts.headline);
    texts.extend(&parts.standfirst);
    texts.extend(&parts.next_release);
    texts.extend(&parts.boilerplate);
    texts.extend(parts.notes.iter().flatten());
    for item in parts.body.iter().flatten() {
        match item {
            BodyItem::Text(text) | BodyItem::Heading(text) => texts.push(text),
            BodyItem::List(items) => texts.extend(items),
            BodyItem::Quote(quote) => texts.push(&quote.words),
            BodyItem::Table(_) => {}
        }
    }
}
