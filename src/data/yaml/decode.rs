//! serde's view of a node: what each type asks for, and what to say when the node is something else.

use std::cell::{Cell, RefCell};
use std::collections::HashSet;
use std::fmt::{self, Display};

use serde::de::{self, DeserializeSeed, Deserializer, Visitor};

use super::entries::{Both, Items, Records};
use super::protocol::{AND_OTHERS, BOTH, BY_KIND, NAMED, PLACED, SCALAR};
use super::traps;
use super::tree::{Kind, Node, NodeId, Tree};
use super::variants;
use crate::finding::{Code, Finding, Place};

/// Why a value could not be read.
#[derive(Debug)]
pub enum Broken {
    /// A finding says so already.
    Told,
    /// As [`Broken::Told`], and the entry at fault will be left out next time: nothing round it is at fault.
    LeftOut,
    /// The record lacks this key.
    Missing(&'static str),
    /// Another reason, in words.
    Because(String),
}

impl Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Broken::Told | Broken::LeftOut => f.write_str("a finding says why"),
            Broken::Missing(key) => write!(f, "`{key}` is missing"),
            Broken::Because(reason) => f.write_str(reason),
        }
    }
}

impl std::error::Error for Broken {}

impl de::Error for Broken {
    fn custom<T: Display>(reason: T) -> Self {
        Broken::Because(reason.to_string())
    }

    fn missing_field(field: &'static str) -> Self {
        Broken::Missing(field)
    }
}

/// What all readings of one file share.
pub struct Context<'t> {
    pub tree: &'t Tree,
    /// The whole file.
    pub text: &'t str,
    findings: RefCell<Vec<Finding>>,
    seen: RefCell<HashSet<(Code, Place, String)>>,
    /// Entries left out because they failed: the collection and the entry's number in it.
    left_out: RefCell<HashSet<(NodeId, usize)>>,
    progressed: Cell<bool>,
}

impl<'t> Context<'t> {
    pub fn new(tree: &'t Tree, text: &'t str) -> Self {
        Context {
            tree,
            text,
            findings: RefCell::default(),
            seen: RefCell::default(),
            left_out: RefCell::default(),
            progressed: Cell::new(false),
        }
    }

    /// Adds a finding, once.
    pub fn tell(&self, finding: Finding) {
        let place = finding.place.unwrap_or_default();
        if self
            .seen
            .borrow_mut()
            .insert((finding.code, place, finding.says.clone()))
        {
            self.findings.borrow_mut().push(finding);
        }
    }

    /// How many findings there are.
    pub fn told(&self) -> usize {
        self.findings.borrow().len()
    }

    pub fn into_findings(self) -> Vec<Finding> {
        self.findings.into_inner()
    }

    /// Whether entries were left out since the last time this was asked.
    pub fn progressed(&self) -> bool {
        self.progressed.replace(false)
    }

    pub fn leave_out(&self, collection: NodeId, number: usize) {
        self.left_out.borrow_mut().insert((collection, number));
        self.progressed.set(true);
    }

    pub fn is_left_out(&self, collection: NodeId, number: usize) -> bool {
        self.left_out.borrow().contains(&(collection, number))
    }

    /// Says why `node` failed, unless that has been said.
    pub fn failed(&self, node: NodeId, key: Option<&str>, broken: Broken) -> Broken {
        if let Broken::LeftOut = broken {
            return broken;
        }
        let place = self.tree.node(node).place;
        match broken {
            Broken::Told | Broken::LeftOut => {}
            Broken::Missing(field) => {
                if let Kind::Mapping(entries) = &self.tree.node(node).kind
                    && entries
                        .iter()
                        .enumerate()
                        .any(|(number, entry)| entry.key == field && self.is_left_out(node, number))
                {
                    return Broken::Told;
                }
                let of = key
                    .map(|key| format!(" from {}", public_key(key)))
                    .unwrap_or_default();
                self.tell(
                    Finding::new(Code::MissingKey, place, format!("`{field}` is missing{of}"))
                        .advice(format!("add `{field}: …`; data/README.md shows an example")),
                );
            }
            Broken::Because(reason) => {
                self.tell(Finding::new(Code::WrongKind, place, "this value cannot be read").shown(reason));
            }
        }
        Broken::Told
    }

    /// Says why the outermost record failed.
    pub fn root_failed(&self, root: NodeId, broken: Broken) {
        self.failed(root, None, broken);
    }
}

/// How a key reads in a public message: its name, or that it is no name.
pub fn public_key(key: &str) -> String {
    let name = !key.is_empty()
        && key.chars().count() <= 40
        && key
            .chars()
            .all(|letter| letter.is_alphanumeric() || "-_./ ".contains(letter))
        && key.split(' ').count() <= 2;
    if name {
        format!("`{key}`")
    } else {
        "a key".to_owned()
    }
}

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

    /// The rest of the line on which the node begins.
    fn line(&self) -> &'t str {
        let rest = self.context.text.get(self.node().place.start as usize..);
        rest.and_then(|rest| rest.lines().next()).unwrap_or_default()
    }

    /// Tells the trap that made a list or mapping of a text, if the node begins like one.
    fn tell_trap(&self) -> bool {
        let (Kind::List(_) | Kind::Mapping(_)) = &self.node().kind else {
            return false;
        };
        let key = self.key.filter(|_| !self.is_item);
        let trap = traps::of_value(self.line(), key).filter(|_| self.line().starts_with(['[', '{']));
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
        let named = self
            .key
            .map(|key| format!("{}: ", public_key(key)))
            .unwrap_or_default();
        let finding = if node.kind.is_nothing() {
            Finding::new(
                Code::WrongKind,
                node.place,
                if self.line().trim_start().starts_with('#') {
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

    fn whole_number<T: std::str::FromStr>(&self) -> Result<T, Broken> {
        let text = self.text()?;
        text.parse().map_err(|_| {
            let named = self
                .key
                .map(|key| format!("{}: ", public_key(key)))
                .unwrap_or_default();
            self.context.tell(
                Finding::new(
                    Code::WrongKind,
                    self.node().place,
                    format!("{named}expected a small whole number"),
                )
                .shown(format!("found {text:?}"))
                .advice("write digits, such as `1`"),
            );
            Broken::Told
        })
    }
}

macro_rules! whole_numbers {
    ($($method:ident $visit:ident;)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Broken> {
            visitor.$visit(self.whole_number()?)
        }
    )*};
}

impl<'de, 't> Deserializer<'de> for Reader<'t> {
    type Error = Broken;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Broken> {
        match &self.node().kind {
            Kind::Scalar { text, .. } => visitor.visit_str(text),
            Kind::List(_) => self.deserialize_seq(visitor),
            Kind::Mapping(_) => self.deserialize_map(visitor),
            Kind::Refused => Err(Broken::Told),
        }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Broken> {
        visitor.visit_str(self.text()?)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Broken> {
        visitor.visit_str(self.text()?)
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Broken> {
        match self.text()? {
            "true" => visitor.visit_bool(true),
            "false" => visitor.visit_bool(false),
            other => {
                let meant = match other.to_lowercase().as_str() {
                    "yes" | "y" | "on" | "true" => "`true`",
                    "no" | "n" | "off" | "false" => "`false`",
                    _ => "`true` or `false`",
                };
                let named = self
                    .key
                    .map(|key| format!("{}: ", public_key(key)))
                    .unwrap_or_default();
                self.context.tell(
                    Finding::new(
                        Code::WrongKind,
                        self.node().place,
                        format!("{named}expected true or false"),
                    )
                    .shown(format!("found {other:?}"))
                    .advice(format!("write {meant}")),
                );
                Err(Broken::Told)
            }
        }
    }

    whole_numbers! {
        deserialize_u8 visit_u8; deserialize_u16 visit_u16; deserialize_u32 visit_u32; deserialize_u64 visit_u64;
        deserialize_i8 visit_i8; deserialize_i16 visit_i16; deserialize_i32 visit_i32; deserialize_i64 visit_i64;
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Broken> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Broken> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Broken> {
        match &self.node().kind {
            Kind::List(items) => visitor.visit_seq(Items::new(self, items)),
            _ => {
                let key = self.key.unwrap_or("key");
                Err(self.wrong(
                    "a list",
                    &format!("`{key}: [one, another]`, or each on a line of its own after `- `"),
                ))
            }
        }
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Broken> {
        match &self.node().kind {
            Kind::Mapping(entries) => {
                let hidden = match self.keys {
                    Keys::AndOthers(fields) => fields,
                    _ => &[],
                };
                visitor.visit_map(Records::all_but(self, entries, hidden))
            }
            _ => Err(self.wrong(
                "names with values",
                "each as `name: value` on a line of its own, indented",
            )),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Broken> {
        let is_record = !matches!(name, PLACED | SCALAR | NAMED);
        if is_record && !matches!(self.node().kind, Kind::Mapping(_)) {
            let first = fields.first().copied().unwrap_or("name");
            return Err(self.wrong(
                "keys with values",
                &format!(
                    "`{first}: …` and the like, each key on a line of its own; the keys are {}",
                    fields.join(", ")
                ),
            ));
        }
        match name {
            PLACED => visitor.visit_seq(Both::placed(self)),
            SCALAR => {
                self.text()?;
                visitor.visit_seq(Both::scalar(self))
            }
            NAMED => self.deserialize_map(visitor),
            BOTH => visitor.visit_seq(Both::twice(self, Keys::Union(fields))),
            AND_OTHERS => visitor.visit_seq(Both::twice(self, Keys::AndOthers(fields))),
            _ => match &self.node().kind {
                Kind::Mapping(entries) => visitor
                    .visit_map(Records::of_struct(self, entries, fields))
                    .map_err(|broken| self.context.failed(self.id, self.key, broken)),
                _ => Err(Broken::Told),
            },
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        choices: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Broken> {
        match name.strip_prefix(BY_KIND) {
            Some(expected) => variants::by_kind(self, expected, choices, visitor),
            None => variants::by_name(self, choices, visitor),
        }
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Broken> {
        visitor.visit_unit()
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Broken> {
        visitor.visit_unit()
    }

    serde::forward_to_deserialize_any! {
        i128 u128 f32 f64 char bytes byte_buf unit_struct tuple tuple_struct identifier
    }
}

impl<'t> Reader<'t> {
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
