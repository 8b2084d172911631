//! One node that is being read, and what to say when it is not what was asked for.

use granit_parser::ScalarStyle;
use serde::de::DeserializeSeed;

use super::context::{Broken, Context, public_key};
use super::tree::{Kind, Node, NodeId};
use super::{slips, traps};
use crate::finding::{Code, Finding};

/// Which keys of a record are another reading's, and which are nobody's.
#[derive(Debug, Clone, Copy)]
pub enum Keys {
    /// The record's own fields alone.
    Own,
    /// Those of two records.
    Union(&'static [&'static str]),
    /// The record's fields, and any other key beside them for the map.
    AndOthers(&'static [&'static str]),
}

/// A node that is being read.
#[derive(Clone, Copy)]
pub struct Reader<'t> {
    pub context: &'t Context<'t>,
    pub id: NodeId,
    /// The key it stands under, for messages.
    pub key: Option<&'t str>,
    /// Whether it is an item of a list under that key.
    pub is_item: bool,
    pub keys: Keys,
}

impl<'t> Reader<'t> {
    pub fn root(context: &'t Context<'t>, id: NodeId) -> Self {
        Reader {
            context,
            id,
            key: None,
            is_item: false,
            keys: Keys::Own,
        }
    }

    pub fn node(&self) -> &'t Node {
        self.context.tree.node(self.id)
    }

    /// Whether the node of `id` says nothing.
    pub fn is_nothing(&self, id: NodeId) -> bool {
        self.context.tree.node(id).kind.is_nothing()
    }

    /// The value under `key`.
    pub fn within(&self, id: NodeId, key: Option<&'t str>) -> Self {
        Reader {
            context: self.context,
            id,
            key,
            is_item: false,
            keys: Keys::Own,
        }
    }

    /// An item of the list.
    pub fn item(&self, id: NodeId) -> Self {
        Reader {
            is_item: true,
            ..self.within(id, self.key)
        }
    }

    /// The key, as messages begin.
    fn named(&self) -> String {
        self.key
            .map(|key| format!("{}: ", public_key(key)))
            .unwrap_or_default()
    }

    /// Records that the text is none of those that may stand here; the text itself is shown to few.
    pub fn not_among(&self, text: &str, expected: &str, advice: String) -> Broken {
        let says = format!("{}expected {expected}", self.named());
        self.context.tell(
            Finding::new(Code::WrongKind, self.node().place, says)
                .shown(format!("found {text:?}"))
                .advice(advice),
        );
        Broken::Told
    }

    /// The rest of the line on which the node begins.
    fn line(&self) -> &'t str {
        let rest = self.context.text.get(self.node().place.start as usize..);
        rest.and_then(|rest| rest.lines().next()).unwrap_or_default()
    }

    /// Whether a comment stands where the value should, on the key's own line.
    fn only_comment(&self) -> bool {
        let line = self.line();
        let key = self.key.filter(|_| !self.is_item).unwrap_or_default();
        let value = line.strip_prefix(key).unwrap_or(line).trim_start();
        value.trim_start_matches([':', '-']).trim_start().starts_with('#')
    }

    /// Tells the trap that made something else of what the node was meant to be, if it looks like one.
    fn tell_trap(&self) -> bool {
        let line = self.line();
        let key = self.key.filter(|_| !self.is_item);
        let trap = match &self.node().kind {
            Kind::Mapping(entries) if !line.starts_with('{') => entries
                .first()
                .and_then(|entry| slips::of_item(&format!("{}: ", entry.key))),
            Kind::List(_) | Kind::Mapping(_) if line.starts_with(['[', '{']) => traps::of_value(line, key),
            Kind::Scalar {
                style: ScalarStyle::Plain,
                ..
            } => traps::colon_without_space(line),
            _ => None,
        };
        self.tell_at(trap)
    }

    /// Tells that `: ` made a mapping of an item that reads like a sentence.
    pub fn tell_colon(&self) -> bool {
        let Kind::Mapping(entries) = &self.node().kind else {
            return false;
        };
        let sentence = entries.first().is_some_and(|entry| entry.key.contains(' '));
        let trap = if self.is_item && sentence {
            traps::colon_in_item(self.line())
        } else {
            None
        };
        self.tell_at(trap)
    }

    fn tell_at(&self, trap: Option<traps::Trap>) -> bool {
        let place = self.node().place;
        let told = trap.map(|trap| self.context.tell(trap.finding(place.file, place.start as usize)));
        told.is_some()
    }

    /// Records that the node is not what was expected: `expected` is a phrase, `write` an example.
    pub fn wrong(&self, expected: &str, write: &str) -> Broken {
        let node = self.node();
        if matches!(node.kind, Kind::Refused) || self.tell_trap() {
            return Broken::Told;
        }
        let named = self.named();
        let finding = if node.kind.is_nothing() {
            Finding::new(
                Code::WrongKind,
                node.place,
                if self.only_comment() {
                    format!("{named}expected {expected}, found only a comment, from `#` on")
                } else {
                    format!("{named}expected {expected}, found nothing")
                },
            )
            .advice(format!("write {write}, or delete the key"))
        } else {
            Finding::new(
                Code::WrongKind,
                node.place,
                format!("{named}expected {expected}, found {}", node.kind.noun()),
            )
            .advice(format!("write {write}"))
        };
        self.context.tell(finding);
        Broken::Told
    }

    /// The decoded text, where the node is a scalar that says something.
    pub fn text(&self) -> Result<&'t str, Broken> {
        match &self.node().kind {
            Kind::Scalar { text, .. } if !self.node().kind.is_nothing() => Ok(text),
            _ => {
                if self.tell_colon() {
                    return Err(Broken::Told);
                }
                let example = match self.key {
                    Some(_) if self.is_item => {
                        "the item as one text, in quotation marks if it holds brackets or a colon".to_owned()
                    }
                    Some(key) if public_key(key) != "a key" => format!("`{key}: …`, the text on one line"),
                    _ => "the text itself, in quotation marks if need be".to_owned(),
                };
                Err(self.wrong("a text", &example))
            }
        }
    }

    /// A whole number that the type can hold.
    pub fn whole_number<T: std::str::FromStr>(&self) -> Result<T, Broken> {
        let text = self.text()?;
        text.parse().map_err(|_| {
            self.not_among(
                text,
                "a small whole number",
                "write digits, such as `1`".to_owned(),
            )
        })
    }

    /// Reads the node with `seed`; what failed is an entry of `collection`, to be left out next time.
    pub fn entry<'de, S: DeserializeSeed<'de>>(
        self,
        collection: NodeId,
        number: usize,
        seed: S,
    ) -> Result<S::Value, Broken> {
        seed.deserialize(self).map_err(|broken| {
            if !matches!(broken, Broken::LeftOut) {
                self.context.failed(self.id, self.key, broken);
                self.context.leave_out(collection, number);
            }
            Broken::LeftOut
        })
    }
}
