//! What a layout sees: the release as a tree of texts that are already escaped for its format.

mod blocks;

use tera::{Context, Map, Value};

use super::address::{email_link, telephone_link};
use super::notes::notes;
use super::{Format, Setting};
use crate::release::{Contact, Edition, Inline, Inlines, Moment, Release, plain};

/// The variables of a layout, at the top of the tree.
pub(super) const VARIABLES: &[&str] = &[
    "boilerplate",
    "body",
    "contacts",
    "corrections",
    "draft",
    "edition",
    "embargo",
    "ends",
    "headline",
    "issued",
    "kicker",
    "language",
    "letterhead",
    "letterheads",
    "media_enquiries",
    "name",
    "next_release",
    "notes",
    "published",
    "reference",
    "standfirst",
    "strapline",
    "title",
];

/// The names that stand after a dot, anywhere in the tree.
pub(super) const FIELDS: &[&str] = &[
    "alone",
    "attribution",
    "caption",
    "cells",
    "columns",
    "drawn",
    "email",
    "email_link",
    "footnotes",
    "gloss",
    "group",
    "grouped",
    "groups",
    "heading",
    "items",
    "kind",
    "label",
    "line",
    "machine",
    "missing",
    "name",
    "numbered",
    "numeric",
    "opens",
    "out_of_hours",
    "out_of_hours_link",
    "paragraphs",
    "printed",
    "role",
    "rows",
    "rows_heading",
    "size",
    "span",
    "start",
    "telephone",
    "telephone_link",
    "text",
    "title",
];

/// What a layout asks of blocks: what it never names is not written for it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Uses {
    /// Their drawn form.
    drawn: bool,
    /// Their parts.
    parts: bool,
}

impl Uses {
    /// What `source` names, as a field or in a string.
    pub(super) fn of(source: &str) -> Self {
        const PARTS: &[&str] = &[
            "attribution",
            "caption",
            "cells",
            "columns",
            "footnotes",
            "groups",
            "items",
            "paragraphs",
            "rows",
            "text",
        ];
        Uses {
            drawn: source.contains("drawn"),
            parts: PARTS.iter().any(|part| source.contains(part)),
        }
    }
}

/// The tree of `release` for layouts of `format`. Absent parts are null, absent lists are empty: a layout asks
/// `{% if kicker %}` and never meets an unknown name.
pub(super) fn tree(release: &Release, format: &dyn Format, uses: Uses) -> Context {
    let writer = Writer { format, uses };
    let mut tree = Context::new();
    let (edition, draft) = match release.edition {
        Edition::Draft { findings } => ("draft", Some(super::parts::draft_banner(findings))),
        Edition::Embargoed => ("embargoed", None),
        Edition::Public => ("public", None),
    };
    tree.insert_value("name", writer.text(&release.name));
    tree.insert_value("language", writer.text(&release.language));
    tree.insert_value("edition", Value::from(edition));
    tree.insert_value("draft", writer.maybe_text(draft.as_deref()));
    tree.insert_value("title", writer.text(&plain(&release.headline)));
    tree.insert_value(
        "media_enquiries",
        release
            .media_enquiries
            .as_ref()
            .map_or(Value::none(), |(label, number)| {
                map([
                    ("label", writer.text(label)),
                    ("telephone", writer.text(number)),
                    ("telephone_link", writer.telephone_link(Some(number))),
                ])
            }),
    );
    let letterheads = release.letterheads.iter().map(|lines| writer.lines(lines));
    tree.insert_value("letterheads", array(letterheads.collect()));
    let lines = release.letterheads.iter().flatten();
    tree.insert_value("letterhead", array(lines.map(|line| writer.line(line)).collect()));
    tree.insert_value("strapline", writer.maybe_line(release.strapline.as_ref()));
    tree.insert_value("issued", writer.moment(release.issued.as_ref()));
    tree.insert_value(
        "embargo",
        super::parts::embargo(release).map_or(Value::none(), |embargo| {
            map([
                ("line", writer.text(&embargo.line)),
                ("machine", writer.text(&embargo.machine)),
            ])
        }),
    );
    tree.insert_value("published", writer.moment(release.published.as_ref()));
    tree.insert_value("reference", writer.maybe_line(release.reference.as_ref()));
    let corrections = release.corrections.iter().map(|correction| {
        map([
            ("heading", writer.line(&correction.heading)),
            ("items", writer.blocks(&correction.blocks)),
        ])
    });
    tree.insert_value("corrections", array(corrections.collect()));
    tree.insert_value("kicker", writer.maybe_line(release.kicker.as_ref()));
    tree.insert_value("headline", writer.line(&release.headline));
    tree.insert_value("standfirst", writer.blocks(&release.standfirst));
    tree.insert_value("body", writer.blocks(&release.body));
    tree.insert_value("ends", writer.maybe_text(release.ends.as_deref()));
    tree.insert_value(
        "notes",
        notes(release).map_or(Value::none(), |notes| {
            let items = if uses.parts { notes.items.as_slice() } else { &[] };
            let items = items.iter().map(|item| writer.blocks(item)).collect();
            map([
                (
                    "heading",
                    writer.maybe_text(Some(notes.heading.as_str()).filter(|heading| !heading.is_empty())),
                ),
                ("numbered", Value::from(notes.numbered)),
                ("items", array(items)),
                ("drawn", writer.drawn_notes(notes)),
            ])
        }),
    );
    let contacts = release
        .contacts
        .iter()
        .map(|contact| writer.contact(contact))
        .collect();
    tree.insert_value("contacts", array(contacts));
    tree.insert_value("next_release", writer.maybe_line(release.next_release.as_ref()));
    tree.insert_value("boilerplate", writer.blocks(&release.boilerplate));
    tree
}

fn map<const N: usize>(pairs: [(&'static str, Value); N]) -> Value {
    let mut map = Map::with_capacity(N);
    for (key, value) in pairs {
        map.insert(key.into(), value);
    }
    Value::from(map)
}

fn array(values: Vec<Value>) -> Value {
    Value::from(values)
}

struct Writer<'f> {
    format: &'f dyn Format,
    uses: Uses,
}

impl Writer<'_> {
    fn text(&self, text: &str) -> Value {
        self.line(&[Inline::program(text)])
    }

    fn maybe_text(&self, text: Option<&str>) -> Value {
        text.map_or(Value::none(), |text| self.text(text))
    }

    fn line(&self, inlines: &[Inline]) -> Value {
        Value::safe_string(&self.format.inlines(inlines, Setting::Line))
    }

    /// Null where there is nothing to print, so that `{% if … %}` asks for content.
    fn maybe_line(&self, inlines: Option<&Inlines>) -> Value {
        match inlines {
            Some(inlines) if !inlines.is_empty() => self.line(inlines),
            _ => Value::none(),
        }
    }

    fn paragraph(&self, inlines: &[Inline]) -> Value {
        Value::safe_string(&self.format.inlines(inlines, Setting::Paragraph))
    }

    fn lines(&self, lines: &[Inlines]) -> Value {
        array(lines.iter().map(|line| self.line(line)).collect())
    }

    fn moment(&self, moment: Option<&Moment>) -> Value {
        moment.map_or(Value::none(), |moment| {
            map([
                ("printed", self.text(&moment.printed)),
                ("machine", self.text(&moment.machine)),
            ])
        })
    }

    fn telephone_link(&self, printed: Option<&String>) -> Value {
        self.maybe_text(printed.and_then(|printed| telephone_link(printed)).as_deref())
    }

    fn contact(&self, contact: &Contact) -> Value {
        let email_link = contact.email.as_deref().and_then(email_link);
        map([
            ("name", self.text(&contact.name)),
            ("role", self.maybe_text(contact.role.as_deref())),
            ("telephone", self.maybe_text(contact.telephone.as_deref())),
            ("telephone_link", self.telephone_link(contact.telephone.as_ref())),
            ("out_of_hours", self.maybe_text(contact.out_of_hours.as_deref())),
            (
                "out_of_hours_link",
                self.telephone_link(contact.out_of_hours.as_ref()),
            ),
            ("email", self.maybe_text(contact.email.as_deref())),
            ("email_link", self.maybe_text(email_link.as_deref())),
        ])
    }
}
