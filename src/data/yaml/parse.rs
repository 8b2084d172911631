//! From the parser's events to the tree, with what may not stand in a file refused.

use granit_parser::{Event, Parser, Placement, ScalarStyle, Span, options};

use super::build::Builder;
use super::bytes::LARGEST;
use super::characters;
use super::prose;
use super::slips;
use super::spelling;
use super::syntax::{Fault, explain};
use super::traps;
use super::tree::{Kind, Node, NodeId, Tree};
use crate::finding::{Code, FileId, Finding, Place, Sources};

/// Collections inside one another.
const DEEPEST: usize = 64;

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
        // A file may have more lines of comments in a row than the parser's default allows.
        max_buffered_comment_events: LARGEST,
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

impl Builder<'_> {
    fn take(&mut self, event: Event<'_>, span: Span) {
        let place = self.place(&span);
        let tagged = event.tag().is_some();
        if let (true, Some(tag)) = (tagged, span.tag_span()) {
            let place = self.place(&tag);
            self.refuse(
                Code::YamlSyntax,
                place,
                traps::TAG,
                "put the whole value in quotation marks",
            );
        }
        match event {
            Event::DocumentStart(..) => {
                self.documents += 1;
                if self.documents > 1 {
                    if let Some(finding) = slips::after_the_end(self.text, place) {
                        self.findings.push(finding);
                        self.stopped = true;
                        return;
                    }
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
    pub fn tell_unused(&mut self) {
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
    pub fn refused(&mut self, anchor: usize, place: Place) {
        let id = self.add(Kind::Refused, place);
        self.remember(anchor, id, 1);
        self.put(id, 1, place);
    }

    /// The key that a value stands under, through lists.
    pub fn nearest_key(&self) -> &str {
        let keys = self.open.iter().rev().map(|open| open.key.as_ref());
        keys.flatten().next().map_or("", |(key, _)| key)
    }

    /// A key that is itself a list or a mapping: mostly `{{ figure }}` without quotation marks.
    pub fn collection_as_key(&mut self, place: Place) {
        let outer = self
            .open
            .last()
            .map(|open| self.tree.node(open.id).place.start as usize);
        let value = outer.and_then(|at| self.text[at..].lines().next().map(|line| (at, line)));
        // The key whose value the outer mapping was meant to be.
        let key = self
            .open
            .iter()
            .rev()
            .nth(1)
            .and_then(|open| open.key.as_ref())
            .map(|(key, _)| key.as_str());
        if let Some((at, trap)) = value.and_then(|(at, line)| Some((at, traps::of_value(line, key)?))) {
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

    /// Whether the comma before the word at `start..end` parts thousands: `{value: 1,231, previous: 1,240}`.
    fn parts_thousands(&self, value: NodeId, start: usize, end: usize) -> bool {
        let before = self.tree.node(value).place.end as usize;
        let word = &self.text[start..end];
        let digits = word.bytes().take_while(u8::is_ascii_digit).count();
        self.text[..before].ends_with(|c: char| c.is_ascii_digit())
            && self.text.get(before..start) == Some(",")
            && digits == 3
    }

    /// A word between braces that is neither key nor value: YAML parted it, at a comma, from the text before. In a
    /// sentence the two are joined again, as they look; elsewhere it is told. Whether there was such a word.
    pub fn bare_word(&mut self) -> bool {
        let Some(open) = self.open.last_mut() else {
            return false;
        };
        let Some((_, word)) = open.key.clone() else {
            return false;
        };
        let (start, end) = (word.start as usize, word.end as usize);
        let is_flow = self.text[self.tree.node(open.id).place.start as usize..].starts_with('{');
        let is_first = matches!(&self.tree.node(open.id).kind, Kind::Mapping(entries) if entries.is_empty());
        if !is_flow || is_first || open.refused || self.text[end..].trim_start().starts_with(':') {
            return false;
        }
        open.key = None;
        if let Kind::Mapping(entries) = &self.tree.node(open.id).kind
            && let Some(before) = entries.last()
            && (prose::is_sentence(&before.key) || self.parts_thousands(before.value, start, end))
        {
            let value = before.value;
            let Node { kind, place } = &mut self.tree.nodes[value];
            let plain = matches!(kind, Kind::Scalar { style, .. } if *style == ScalarStyle::Plain);
            let between = self.text.get(place.end as usize..start).unwrap_or_default();
            if plain && between.trim() == "," {
                place.end = word.end;
                *kind = Kind::Scalar {
                    text: spelling::plain(self.text, place.start as usize, end).text,
                    style: ScalarStyle::Plain,
                };
                return true;
            }
        }
        self.refuse(
            Code::YamlSyntax,
            word,
            "between braces a comma ends the value before, and this is neither a key nor its value",
            "put a text that holds a comma in quotation marks; or give this key its value",
        );
        true
    }
}
