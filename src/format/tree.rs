//! What a layout sees: the release as a tree of texts that are already escaped for its format.

use tera::{Context, Map, Value};

use super::address::{email_link, telephone_link};
use super::heads::{bracketed, heads, is_grouped};
use super::{Format, Setting};
use crate::release::{Block, Contact, Edition, Inline, Inlines, Moment, Release, Table, plain};

/// The variables of a layout, at the top of the tree.
pub(super) const VARIABLES: &[&str] = &[
    "boilerplate",
    "body",
    "contacts",
    "draft",
    "edition",
    "embargo",
    "ends",
    "headline",
    "issued",
    "kicker",
    "language",
    "letterhead",
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
    "out_of_hours",
    "out_of_hours_link",
    "paragraphs",
    "printed",
    "role",
    "rows",
    "rows_heading",
    "span",
    "start",
    "telephone",
    "telephone_link",
    "text",
    "title",
];

/// The tree of `release` for layouts of `format`. Absent parts are null, absent lists are empty: a layout asks
/// `{% if kicker %}` and never meets an unknown name.
pub(super) fn tree(release: &Release, format: &dyn Format) -> Context {
    let writer = Writer { format };
    let mut tree = Context::new();
    let (edition, draft) = match release.edition {
        Edition::Draft { findings } => ("draft", Some(draft_banner(findings))),
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
    tree.insert_value("letterhead", writer.lines(&release.letterhead));
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
    tree.insert_value("kicker", writer.maybe_line(release.kicker.as_ref()));
    tree.insert_value("headline", writer.line(&release.headline));
    tree.insert_value("standfirst", writer.blocks(&release.standfirst));
    tree.insert_value("body", writer.blocks(&release.body));
    tree.insert_value("ends", writer.maybe_text(release.ends.as_deref()));
    tree.insert_value(
        "notes",
        release.notes.as_ref().map_or(Value::none(), |notes| {
            let items = notes.items.iter().map(|item| writer.blocks(item)).collect();
            map([
                ("heading", writer.text(&notes.heading)),
                ("numbered", Value::from(notes.numbered)),
                ("items", array(items)),
                (
                    "drawn",
                    writer.drawn(&Block::List {
                        start: notes.numbered.then_some(1),
                        items: notes.items.clone(),
                    }),
                ),
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

/// The line at the head and foot of a draft.
pub(super) fn draft_banner(findings: usize) -> String {
    let noun = if findings == 1 { "finding" } else { "findings" };
    format!("DRAFT – NOT CLEARED ({findings} {noun})")
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

    fn drawn(&self, block: &Block) -> Value {
        self.format
            .draw(block)
            .map_or(Value::none(), |drawn| Value::safe_string(&drawn))
    }

    fn blocks(&self, blocks: &[Block]) -> Value {
        array(blocks.iter().map(|block| self.block(block)).collect())
    }

    fn block(&self, block: &Block) -> Value {
        let drawn = ("drawn", self.drawn(block));
        match block {
            Block::Paragraph(inlines) => map([
                ("kind", Value::from("paragraph")),
                ("text", self.paragraph(inlines)),
                drawn,
            ]),
            Block::Heading(inlines) => map([
                ("kind", Value::from("heading")),
                ("text", self.line(inlines)),
                drawn,
            ]),
            Block::List { start, items } => map([
                ("kind", Value::from("list")),
                ("numbered", Value::from(start.is_some())),
                ("start", start.map_or(Value::none(), Value::from)),
                (
                    "items",
                    array(items.iter().map(|item| self.blocks(item)).collect()),
                ),
                drawn,
            ]),
            Block::Quotation(quotation) => map([
                ("kind", Value::from("quotation")),
                ("attribution", self.line(&quotation.attribution)),
                (
                    "paragraphs",
                    array(
                        quotation
                            .paragraphs
                            .iter()
                            .map(|words| self.paragraph(words))
                            .collect(),
                    ),
                ),
                drawn,
            ]),
            Block::Table(table) => self.table(table, drawn),
        }
    }

    fn table(&self, table: &Table, drawn: (&'static str, Value)) -> Value {
        let heads = heads(table);
        let groups = table.groups.iter().enumerate().map(|(index, group)| {
            map([
                ("heading", self.maybe_line(Some(&group.heading))),
                ("span", Value::from(group.span)),
                (
                    "alone",
                    Value::from(heads.iter().any(|head| head.group == index && head.alone)),
                ),
            ])
        });
        let columns = table.columns.iter().zip(&heads).map(|(column, head)| {
            map([
                ("heading", self.maybe_line(Some(&column.heading))),
                ("numeric", Value::from(head.numeric)),
                ("alone", Value::from(head.alone)),
            ])
        });
        let rows = table.rows.iter().map(|row| {
            let cells = row
                .cells
                .iter()
                .zip(&heads)
                .zip(&table.columns)
                .map(|((cell, head), column)| {
                    let group = table.groups.get(head.group).filter(|_| head.first);
                    map([
                        ("text", self.line(&cell.content)),
                        ("numeric", Value::from(cell.numeric)),
                        ("missing", self.maybe_text(cell.missing.as_deref())),
                        ("heading", self.text(&plain(&column.heading))),
                        (
                            "group",
                            self.text(&group.map(|group| plain(&group.heading)).unwrap_or_default()),
                        ),
                    ])
                });
            map([
                ("label", self.line(&row.label)),
                (
                    "gloss",
                    if row.gloss.is_empty() {
                        Value::none()
                    } else {
                        self.line(&bracketed(&row.gloss))
                    },
                ),
                ("cells", array(cells.collect())),
            ])
        });
        map([
            ("kind", Value::from("table")),
            ("name", self.text(&table.name)),
            ("caption", self.maybe_line(table.caption.as_ref())),
            ("title", self.text(&table.title)),
            ("rows_heading", self.maybe_line(Some(&table.rows_heading))),
            ("grouped", Value::from(is_grouped(table))),
            ("groups", array(groups.collect())),
            ("columns", array(columns.collect())),
            ("rows", array(rows.collect())),
            ("footnotes", self.lines(&table.footnotes)),
            drawn,
        ])
    }
}
