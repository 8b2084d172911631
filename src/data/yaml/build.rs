//! The tree as it grows: nodes, keys, anchors, and how large it would be with every alias written out.

use std::collections::{BTreeMap, HashMap};

use granit_parser::{ScalarStyle, Span};

use super::characters;
use super::context::public_key;
use super::prose;
use super::tree::{Entry, Kind, Node, NodeId, Tree};
use crate::finding::{Code, FileId, Finding, Place};

/// Nodes with aliases counted as often as they repeat.
const MOST_NODES: usize = 200_000;

/// A collection whose end has not come.
pub struct Open {
    pub id: NodeId,
    anchor: usize,
    size: usize,
    pub key: Option<(String, Place)>,
    pub refused: bool,
    /// Its keys so far, and where they stand.
    keys: HashMap<String, Place>,
}

/// A [`Tree`] in the making.
pub struct Builder<'s> {
    pub file: FileId,
    pub text: &'s str,
    pub tree: Tree,
    pub open: Vec<Open>,
    /// The node and its expanded size, by anchor; `None` while it is still open.
    anchors: HashMap<usize, Option<(NodeId, usize)>>,
    /// The names of parts that nothing has repeated yet, by anchor.
    pub unused: BTreeMap<usize, Place>,
    /// The key and the end of the last plain text, for a comment that may cut it.
    pub last_plain: Option<(String, usize)>,
    pub findings: Vec<Finding>,
    pub documents: usize,
    pub stopped: bool,
}

impl<'s> Builder<'s> {
    pub fn new(file: FileId, text: &'s str) -> Self {
        Builder {
            file,
            text,
            tree: Tree::default(),
            open: Vec::new(),
            anchors: HashMap::new(),
            unused: BTreeMap::new(),
            last_plain: None,
            findings: Vec::new(),
            documents: 0,
            stopped: false,
        }
    }

    /// Where the innermost open bracket or brace stands.
    pub fn bracket(&self) -> Option<usize> {
        let starts = self
            .open
            .iter()
            .rev()
            .map(|open| self.tree.node(open.id).place.start as usize);
        starts
            .into_iter()
            .find(|at| self.text[*at..].starts_with(['[', '{']))
    }

    pub fn place(&self, span: &Span) -> Place {
        let range = span.byte_range().unwrap_or(0..0);
        Place::new(self.file, range.start, range.end)
    }

    pub fn refuse(&mut self, code: Code, place: Place, says: &str, advice: &str) {
        self.findings.push(Finding::new(code, place, says).advice(advice));
    }

    pub fn add(&mut self, kind: Kind, place: Place) -> NodeId {
        self.tree.nodes.push(Node { kind, place });
        self.tree.nodes.len() - 1
    }

    pub fn scalar(&mut self, text: String, style: ScalarStyle, anchor: usize, place: Place) {
        // The parser shows an absent value as `~`, in no bytes at all: its place is that of its key.
        let absent = place.start == place.end;
        let key_place = self
            .open
            .last()
            .and_then(|open| open.key.as_ref())
            .map(|(_, place)| *place);
        let place = key_place.filter(|_| absent).unwrap_or(place);
        let text = if absent { String::new() } else { text };
        if self.wants_key() {
            self.key(text, place);
            return;
        }
        if absent && self.bare_word() {
            return;
        }
        let place = self.within_lines(style, place);
        if style == ScalarStyle::DoubleQuoted
            && !self.findings.iter().any(|finding| finding.place == Some(place))
        {
            self.findings.extend(characters::escaped(&text, place));
        }
        let key = self.nearest_key().to_owned();
        self.findings.extend(prose::folded(self.text, &key, style, place));
        if !absent && style != ScalarStyle::Plain {
            self.findings.extend(prose::empty(&text, &key, place));
        }
        self.findings
            .extend(prose::wrapped(self.text, &text, &key, style, place));
        if style == ScalarStyle::Plain && !absent {
            self.findings.extend(prose::swallowed_item(self.text, place));
            self.last_plain = Some((key, place.end as usize));
        }
        let id = self.add(Kind::Scalar { text, style }, place);
        self.remember(anchor, id, 1);
        self.put(id, 1, place);
    }

    /// The parser ends a block scalar where the next token begins; its place ends with its own last line.
    pub fn within_lines(&self, style: ScalarStyle, place: Place) -> Place {
        if !matches!(style, ScalarStyle::Literal | ScalarStyle::Folded) {
            return place;
        }
        let (start, end) = (place.start as usize, place.end as usize);
        let indent = self.text[..start].rsplit(['\n', '\r']).next().map_or(0, str::len);
        let inside = self.text.get(start..end).unwrap_or_default();
        let trimmed = inside.trim_end_matches(' ');
        // More spaces than its indent are text, if the file ends there.
        if trimmed.ends_with(['\n', '\r']) && inside.len() - trimmed.len() <= indent {
            Place::new(place.file, start, start + trimmed.len())
        } else {
            place
        }
    }

    pub fn wants_key(&self) -> bool {
        self.open.last().is_some_and(|open| {
            open.key.is_none() && matches!(self.tree.node(open.id).kind, Kind::Mapping(_))
        })
    }

    pub fn key(&mut self, text: String, place: Place) {
        if text == "<<" {
            self.refuse(
                Code::YamlSyntax,
                place,
                "`<<` (merge) is not read",
                "write the repeated keys out",
            );
        }
        if let Some(open) = self.open.last_mut() {
            open.key = Some((text, place));
        }
    }

    pub fn remember(&mut self, anchor: usize, id: NodeId, size: usize) {
        if anchor != 0 {
            self.anchors.insert(anchor, Some((id, size)));
        }
    }

    /// Puts a finished node into what is open round it.
    pub fn put(&mut self, id: NodeId, size: usize, place: Place) {
        let Some(open) = self.open.last_mut() else {
            self.tree.outermost = Some(id);
            return;
        };
        open.size = open.size.saturating_add(size);
        if open.size > MOST_NODES {
            self.stopped = true;
            self.tree.outermost = None;
            self.refuse(
                Code::FileUnreadable,
                place,
                "the file holds more than 200,000 values, a repeated part (an alias) counted each time",
                "write out what is repeated, and divide a file that is too large",
            );
            return;
        }
        let parent = open.id;
        let key = open.key.take();
        match (&mut self.tree.nodes[parent].kind, key) {
            (Kind::List(items), _) => items.push(id),
            (Kind::Mapping(entries), Some((key, key_place))) => {
                if let Some(first) = open.keys.get(&key) {
                    let says = format!("{} stands here a second time", public_key(&key));
                    self.findings.push(
                        Finding::new(Code::DuplicateKey, key_place, says)
                            .advice("keep one of the two")
                            .also(*first, "the first"),
                    );
                } else if key != "<<" {
                    open.keys.insert(key.clone(), key_place);
                    entries.push(Entry {
                        key,
                        key_place,
                        value: id,
                    });
                }
            }
            // A mapping or list as a key: it has been refused when it ended.
            _ => {}
        }
    }

    pub fn start(&mut self, kind: Kind, anchor: usize, place: Place) {
        let id = self.add(kind, place);
        if anchor != 0 {
            self.anchors.insert(anchor, None);
        }
        self.open.push(Open {
            id,
            anchor,
            size: 1,
            key: None,
            refused: false,
            keys: HashMap::new(),
        });
    }

    pub fn end(&mut self, place: Place) {
        let Some(open) = self.open.pop() else { return };
        let Open {
            id,
            anchor,
            size,
            refused,
            ..
        } = open;
        self.remember(anchor, id, size);
        let start = self.tree.node(id).place.start;
        let (first, last) = match &self.tree.node(id).kind {
            Kind::Mapping(entries) => (
                entries.first().map(|entry| entry.key_place.start),
                entries
                    .last()
                    .map(|entry| self.tree.node(entry.value).place.end.max(entry.key_place.end)),
            ),
            Kind::List(items) => (None, items.last().map(|item| self.tree.node(*item).place.end)),
            Kind::Scalar { .. } | Kind::Refused => (None, None),
        };
        if refused {
            self.tree.nodes[id].kind = Kind::Refused;
        }
        // A flow collection ends with its bracket, a block one with its last entry.
        let flow = place.end > place.start;
        let node = &mut self.tree.nodes[id].place;
        node.start = if flow { start } else { first.unwrap_or(start) };
        node.end = if flow {
            place.end
        } else {
            last.unwrap_or(place.end)
        }
        .max(node.start);
        let whole = *node;
        if self.wants_key() {
            self.collection_as_key(whole);
            return;
        }
        self.put(id, size, whole);
    }

    pub fn alias(&mut self, anchor: usize, place: Place) {
        self.unused.remove(&anchor);
        match self.anchors.get(&anchor).copied().flatten() {
            Some((id, size)) => {
                if self.wants_key() {
                    self.refuse(
                        Code::YamlSyntax,
                        place,
                        "an alias stands where a key is expected",
                        "write the key out",
                    );
                    self.key(String::new(), place);
                } else {
                    self.put(id, size, place);
                }
            }
            None => {
                self.stopped = true;
                self.tree.outermost = None;
                self.refuse(
                    Code::FileUnreadable,
                    place,
                    "a part of the file repeats itself inside itself",
                    "write the repeated part out",
                );
            }
        }
    }
}
