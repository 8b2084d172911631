//! The tree of one YAML document: scalars, lists and mappings, each with its place.

use granit_parser::ScalarStyle;

use crate::finding::Place;

/// A node of a [`Tree`]. An alias has the id of what it repeats.
pub type NodeId = usize;

/// One node.
#[derive(Debug)]
pub struct Node {
    /// What it is.
    pub kind: Kind,
    /// Where it stands: a scalar with its quotation marks, a block scalar from its first character, a block
    /// mapping from its first key.
    pub place: Place,
}

/// What a node is.
#[derive(Debug)]
pub enum Kind {
    /// A scalar as YAML decodes it.
    Scalar {
        /// The decoded text.
        text: String,
        /// How it is written.
        style: ScalarStyle,
    },
    /// A list.
    List(Vec<NodeId>),
    /// A mapping, in the order of the file, without its duplicate keys.
    Mapping(Vec<Entry>),
    /// Something that has its finding already, and that nothing more is to be said about.
    Refused,
}

/// One entry of a mapping.
#[derive(Debug)]
pub struct Entry {
    /// The key as YAML decodes it.
    pub key: String,
    /// Where the key stands.
    pub key_place: Place,
    /// The value.
    pub value: NodeId,
}

impl Kind {
    /// The noun for it, for messages.
    pub fn noun(&self) -> &'static str {
        match self {
            Kind::Scalar { .. } => "a text",
            Kind::List(_) => "a list",
            Kind::Mapping(_) => "a mapping",
            Kind::Refused => "something that is not read",
        }
    }

    /// Whether it is a plain scalar that YAML takes for nothing at all.
    pub fn is_nothing(&self) -> bool {
        match self {
            Kind::Scalar { text, style } => {
                *style == ScalarStyle::Plain && matches!(text.as_str(), "" | "~" | "null" | "Null" | "NULL")
            }
            _ => false,
        }
    }
}

/// One document.
#[derive(Debug, Default)]
pub struct Tree {
    /// Every node.
    pub nodes: Vec<Node>,
    /// The outermost one.
    pub outermost: Option<NodeId>,
}

impl Tree {
    /// The outermost node.
    pub fn root(&self) -> Result<NodeId, ()> {
        self.outermost.ok_or(())
    }

    /// The node of `id`.
    pub fn node(&self, id: NodeId) -> &Node {
        &self.nodes[id]
    }
}
