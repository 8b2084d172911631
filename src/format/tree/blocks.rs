//! Blocks as a layout sees them: their kind, their parts and, where the format draws them, their drawn form.

use tera::Value;

use super::{Writer, array, map};
use crate::format::heads::{bracketed, flat, heads, is_grouped};
use crate::format::size::size;
use crate::release::{Block, Notes, Table, plain};

impl Writer<'_> {
    pub(super) fn drawn(&self, block: &Block) -> Value {
        let drawn = self.uses.drawn.then(|| self.format.draw(block)).flatten();
        drawn.map_or(Value::none(), |drawn| Value::safe_string(&drawn))
    }

    /// The notes as one list; as paragraphs, where they are not numbered.
    pub(super) fn drawn_notes(&self, notes: Notes) -> Value {
        if notes.numbered {
            return self.drawn(&Block::List {
                start: Some(1),
                items: notes.items,
            });
        }
        if !self.uses.drawn {
            return Value::none();
        }
        let blocks = notes.items.iter().flatten();
        let drawn: Option<Vec<String>> = blocks.map(|block| self.format.draw(block)).collect();
        drawn.map_or(Value::none(), |drawn| Value::safe_string(&drawn.join("\n\n")))
    }

    pub(super) fn blocks(&self, blocks: &[Block]) -> Value {
        array(blocks.iter().map(|block| self.block(block)).collect())
    }

    fn block(&self, block: &Block) -> Value {
        let drawn = ("drawn", self.drawn(block));
        if !self.uses.parts {
            return map([("kind", Value::from(kind(block))), drawn]);
        }
        match block {
            Block::Paragraph(inlines) => map([
                ("kind", Value::from(kind(block))),
                ("text", self.paragraph(inlines)),
                drawn,
            ]),
            Block::Heading(inlines) => map([
                ("kind", Value::from(kind(block))),
                ("text", self.line(inlines)),
                drawn,
            ]),
            Block::List { start, items } => map([
                ("kind", Value::from(kind(block))),
                ("numbered", Value::from(start.is_some())),
                ("start", start.map_or(Value::none(), Value::from)),
                (
                    "items",
                    array(items.iter().map(|item| self.blocks(item)).collect()),
                ),
                drawn,
            ]),
            Block::Quotation(quotation) => map([
                ("kind", Value::from(kind(block))),
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
            Block::Table(table) => self.table(table, kind(block), drawn),
        }
    }

    fn table(&self, table: &Table, kind: &'static str, drawn: (&'static str, Value)) -> Value {
        let table = &*flat(table);
        let heads = heads(table);
        let groups = table.groups.iter().enumerate().map(|(index, group)| {
            let mut under = heads.iter().filter(|head| head.group == index);
            let alone = under.clone().any(|head| head.alone);
            map([
                ("heading", self.maybe_line(Some(&group.heading))),
                ("span", Value::from(group.span)),
                ("alone", Value::from(alone)),
                ("numeric", Value::from(under.all(|head| head.numeric))),
            ])
        });
        let columns = table.columns.iter().zip(&heads).map(|(column, head)| {
            map([
                ("heading", self.maybe_line(Some(&column.heading))),
                ("numeric", Value::from(head.numeric)),
                ("alone", Value::from(head.alone)),
                ("opens", Value::from(head.first && is_grouped(table))),
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
                        ("numeric", Value::from(head.aligns_right(cell))),
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
            ("kind", Value::from(kind)),
            ("name", self.text(&table.name)),
            ("caption", self.maybe_line(table.caption.as_ref())),
            ("title", self.text(&table.title)),
            (
                "label",
                self.text(
                    &table
                        .caption
                        .as_deref()
                        .map_or_else(|| table.title.clone(), plain),
                ),
            ),
            ("size", Value::from(size(table))),
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

/// What a layout calls a block.
fn kind(block: &Block) -> &'static str {
    match block {
        Block::Paragraph(_) => "paragraph",
        Block::Heading(_) => "heading",
        Block::List { .. } => "list",
        Block::Quotation(_) => "quotation",
        Block::Table(_) => "table",
    }
}
