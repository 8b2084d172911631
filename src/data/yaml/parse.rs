//! From the parser's events to the tree, with what may not stand in a file refused.

use std::collections::{BTreeMap, HashMap};

use granit_parser::{Event, Parser, Placement, ScalarStyle, Span, options};

use super::bytes::LARGEST;
use super::characters;
use super::prose;
use super::syntax::{Fault, explain};
use super::traps;
use super::tree::{Entry, Kind, Node, NodeId, Tree};
use crate::finding::{Code, FileId, Finding, Place, Sources};

/// Collections inside one another.
const DEEPEST: usize = 64;
/// Nodes with aliases counted as often as they repeat.
const MOST_NODES: usize = 200_000;

/// The tree of `file`; `None` when it is not one readable document.
pub fn parse(sources: &Sources, file: FileId, findings: &mut Vec<Finding>) -> Option<Tree> {
    let text = sources.get(file).text();
    if text.len() > LARGEST {
        findings.push(
            Finding::new(
                Code::FileUnreadable,
                Place::new(file, 0, 0),
                "the file is too large to be read",
            )
            .advice("divide it into smaller files"),
        );
        return None;
    }
    findings.extend(characters::invisible(text, file));
    let mut builder = Builder::new(file, text);
    let limits = options! {
        emit_anchor_events: true,
        emit_unresolved_aliases: true,
        flow_nesting_limit: DEEPEST,
        block_nesting_limit: DEEPEST,
    };
    for event in Parser::new_from_str_with_options(text, limits) {
        match event {
            Ok((event, span)) => builder.take(event, span),
            Err(error) => {
                let fault = Fault {
                    kind: error.kind(),
                    at: error.marker().byte_offset().unwrap_or(text.len()),
                    bracket: builder.bracket(),
                };
                findings.extend(explain(text, file, &fault));
                findings.append(&mut builder.findings);
                return None;
            }
        }
        if builder.stopped {
            break;
        }
    }
    findings.append(&mut builder.findings);
    if builder.tree.outermost.is_none() && !builder.stopped {
        findings.push(
            Finding::new(Code::YamlSyntax, Place::new(file, 0, 0), "the file is empty")
                .advice("write its keys, one a line, such as `name: …`; data/README.md shows an example"),
        );
    }
    builder.tree.outermost.map(|_| builder.tree)
}

/// A collection whose end has not come.
struct Open {
    id: NodeId,
    anchor: usize,
    size: usize,
    key: Option<(String, Place)>,
    refused: bool,
}

struct Builder<'s> {
    file: FileId,
    text: &'s str,
    tree: Tree,
    open: Vec<Open>,
    /// The node and its expanded size, by anchor; `None` while it is still open.
    anchors: HashMap<usize, Option<(NodeId, usize)>>,
    /// The names of parts that nothing has repeated yet, by anchor.
    unused: BTreeMap<usize, Place>,
    /// The key and the end of the last plain text, for a comment that may cut it.
    last_plain: Option<(String, usize)>,
    findings: Vec<Finding>,
    documents: usize,
    stopped: bool,
}

impl<'s> Builder<'s> {
    fn new(file: FileId, text: &'s str) -> Self {
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
    fn bracket(&self) -> Option<usize> {
        let at = self.tree.node(self.open.last()?.id).place.start as usize;
        self.text[at..].starts_with(['[', '{']).then_some(at)
    }

    fn place(&self, span: &Span) -> Place {
        let range = span.byte_range().unwrap_or(0..0);
        Place::new(self.file, range.start, range.end)
    }

    fn refuse(&mut self, code: Code, place: Place, says: &str, advice: &str) {
        self.findings.push(Finding::new(code, place, says).advice(advice));
    }

    fn take(&mut self, event: Event<'_>, span: Span) {
        let place = self.place(&span);
        let tagged = event.tag().is_some();
        if let (true, Some(tag)) = (tagged, span.tag_span()) {
            let place = self.place(&tag);
            self.refuse(
                Code::YamlSyntax,
                place,
                "YAML takes a word that begins with `!` for a tag and drops it",
                "put the whole value in quotation marks",
            );
        }
        match event {
            Event::DocumentStart(..) => {
                self.documents += 1;
                if self.documents > 1 {
                    self.refuse(
                        Code::YamlSyntax,
                        place,
                        "a second document begins here, at `---`",
                        "keep one document a file: delete this line, or move what follows into a file of its own",
                    );
                    self.stopped = true;
                }
            }
            Event::Scalar(_, _, anchor, Some(_)) if !self.wants_key() => self.refused(anchor, place),
            Event::Scalar(text, style, anchor, _) => self.scalar(text.into_owned(), style, anchor, place),
            Event::SequenceStart(_, anchor, _) => self.start(Kind::List(Vec::new()), anchor, place),
            Event::MappingStart(_, anchor, _) => self.start(Kind::Mapping(Vec::new()), anchor, place),
            Event::SequenceEnd | Event::MappingEnd => self.end(place),
            Event::Alias(anchor) => self.alias(anchor, place),
            Event::UnresolvedAlias(_) => {
                let says = "YAML takes a value that begins with `*` for a repeated part (an alias), not for emphasis";
                self.refuse(
                    Code::YamlSyntax,
                    place,
                    says,
                    "put the whole text in quotation marks",
                );
                self.refused(0, place);
            }
            Event::Anchor(anchor, _) => {
                self.unused.insert(anchor, place);
            }
            Event::Comment(_, Placement::Right) => {
                if let Some((key, end)) = self.last_plain.take() {
                    self.findings
                        .extend(prose::cut_by_comment(self.text, &key, end, place));
                }
            }
            Event::DocumentEnd => self.tell_unused(),
            _ => {}
        }
    }

    /// A name given to a part that nothing repeats is rather a word that YAML took away.
    fn tell_unused(&mut self) {
        for place in std::mem::take(&mut self.unused).into_values() {
            self.refuse(
                Code::YamlSyntax,
                place,
                "YAML takes a word that begins with `&` for the name of a part, and nothing repeats this part",
                "put the whole text in quotation marks; or delete the name",
            );
        }
    }

    /// A node that has its finding already.
    fn refused(&mut self, anchor: usize, place: Place) {
        let id = self.add(Kind::Refused, place);
        self.remember(anchor, id, 1);
        self.put(id, 1, place);
    }

    /// The key that a value stands under, through lists.
    fn nearest_key(&self) -> &str {
        let keys = self.open.iter().rev().map(|open| open.key.as_ref());
        keys.flatten().next().map_or("", |(key, _)| key)
    }

    fn add(&mut self, kind: Kind, place: Place) -> NodeId {
        self.tree.nodes.push(Node { kind, place });
        self.tree.nodes.len() - 1
    }

    fn scalar(&mut self, text: String, style: ScalarStyle, anchor: usize, place: Place) {
        // The parser shows an absent value as `~`, in no bytes at all.
        let text = if place.start == place.end {
            String::new()
        } else {
            text
        };
        if self.wants_key() {
            self.key(text, place);
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
        if style == ScalarStyle::Plain {
            self.findings.extend(prose::swallowed_item(self.text, place));
            self.last_plain = Some((key, place.end as usize));
        }
        let id = self.add(Kind::Scalar { text, style }, place);
        self.remember(anchor, id, 1);
        self.put(id, 1, place);
    }

    /// The parser ends a block scalar where the next token begins; its place ends with its own last line.
    fn within_lines(&self, style: ScalarStyle, place: Place) -> Place {
        if !matches!(style, ScalarStyle::Literal | ScalarStyle::Folded) {
            return place;
        }
        let (start, end) = (place.start as usize, place.end as usize);
        let inside = self.text.get(start..end).unwrap_or_default();
        let trimmed = inside.trim_end_matches([' ', '\t']);
        if trimmed.ends_with(['\n', '\r']) {
            Place::new(place.file, start, start + trimmed.len())
        } else {
            place
        }
    }

    fn wants_key(&self) -> bool {
        self.open.last().is_some_and(|open| {
            open.key.is_none() && matches!(self.tree.node(open.id).kind, Kind::Mapping(_))
        })
    }

    fn key(&mut self, text: String, place: Place) {
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

    fn remember(&mut self, anchor: usize, id: NodeId, size: usize) {
        if anchor != 0 {
            self.anchors.insert(anchor, Some((id, size)));
        }
    }

    /// Puts a finished node into what is open round it.
    fn put(&mut self, id: NodeId, size: usize, place: Place) {
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
                "the file repeats itself through aliases beyond all measure",
                "write the repeated parts out",
            );
            return;
        }
        let parent = open.id;
        let key = open.key.take();
        match (&mut self.tree.nodes[parent].kind, key) {
            (Kind::List(items), _) => items.push(id),
            (Kind::Mapping(entries), Some((key, key_place))) => {
                if key == "<<" {
                    // Refused where it stands.
                } else if let Some(first) = entries.iter().find(|entry| entry.key == key) {
                    let first = first.key_place;
                    let named = super::decode::public_key(&key);
                    self.findings.push(
                        Finding::new(
                            Code::DuplicateKey,
                            key_place,
                            format!("{named} stands here a second time"),
                        )
                        .advice("keep one of the two")
                        .also(first, "the first"),
                    );
                } else {
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

    fn start(&mut self, kind: Kind, anchor: usize, place: Place) {
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
        });
    }

    fn end(&mut self, place: Place) {
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

    /// A key that is itself a list or a mapping: mostly `{{ figure }}` without quotation marks.
    fn collection_as_key(&mut self, place: Place) {
        let outer = self
            .open
            .last()
            .map(|open| self.tree.node(open.id).place.start as usize);
        let value = outer.and_then(|at| self.text[at..].lines().next().map(|line| (at, line)));
        if let Some((at, trap)) = value.and_then(|(at, line)| Some((at, traps::of_value(line, None)?))) {
            self.findings.push(trap.finding(self.file, at));
        } else {
            self.refuse(
                Code::YamlSyntax,
                place,
                "a bracket or brace stands where a key is expected",
                "put the whole value in quotation marks",
            );
        }
        if let Some(open) = self.open.last_mut() {
            open.refused = true;
        }
        self.key(String::new(), place);
    }

    fn alias(&mut self, anchor: usize, place: Place) {
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
