//! The elements of a text that are begun and not yet ended, while its Markdown is read.

use crate::release::{Block, Inlines};

/// An element whose end is still to come.
pub(super) struct Open {
    pub(super) kind: Kind,
    pub(super) inlines: Inlines,
    pub(super) blocks: Vec<Block>,
    pub(super) start: usize,
}

/// What kind of element.
pub(super) enum Kind {
    Root,
    Paragraph,
    List(Option<u64>),
    Item,
    Emphasis,
    Strong,
    Link(String),
    Claim(String),
    Refused,
}

impl Open {
    /// The text as a whole.
    pub(super) fn root() -> Self {
        Open::new(Kind::Root, 0)
    }

    /// An element that begins at an offset of the printed words.
    pub(super) fn new(kind: Kind, start: usize) -> Self {
        Open {
            kind,
            inlines: Inlines::new(),
            blocks: Vec::new(),
            start,
        }
    }
}
