//! What all readings of one file share: the findings so far, and the entries left out because they failed.

use std::cell::{Cell, RefCell};
use std::collections::{HashMap, HashSet};
use std::fmt::{self, Display};

use serde::de;

use super::tree::{Entry, Kind, NodeId, Tree};
use crate::finding::{Code, Finding, Place, did_you_mean};

/// Mistakes after which a file is given up: more would bury the ones worth reading.
const MOST_MISTAKES: usize = 100;

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
    /// Keys that a record lacks, or whose value failed, and that are pretended from the next pass on.
    pretended: RefCell<HashMap<NodeId, Vec<&'static str>>>,
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
            pretended: RefCell::default(),
            progressed: Cell::new(false),
        }
    }

    /// Whether more findings would bury those that are worth reading.
    pub fn is_full(&self) -> bool {
        self.told() >= MOST_MISTAKES
    }

    /// Adds a finding, once.
    pub fn tell(&self, finding: Finding) {
        if self.is_full() {
            return;
        }
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
            Broken::Missing(field) => return self.missing(node, key, field),
            Broken::Because(reason) => {
                self.tell(Finding::new(Code::WrongKind, place, "this value cannot be read").shown(reason));
            }
        }
        Broken::Told
    }

    /// Says that a record lacks a key, unless its value was there and failed; and pretends that it is there, so that
    /// the next pass sees what else is wrong with the record.
    fn missing(&self, record: NodeId, key: Option<&str>, field: &'static str) -> Broken {
        let node = self.tree.node(record);
        let failed = match &node.kind {
            Kind::Mapping(entries) => entries.iter().enumerate().any(|(number, entry)| {
                (entry.key == field && self.is_left_out(record, number)) || self.is_misspelt(entry, field)
            }),
            _ => false,
        };
        if !failed {
            let of = key
                .map(|key| format!(" from {}", public_key(key)))
                .unwrap_or_default();
            self.tell(
                Finding::new(Code::MissingKey, node.place, format!("`{field}` is missing{of}"))
                    .advice(format!("add `{field}: …`; data/README.md shows an example")),
            );
        }
        self.pretended.borrow_mut().entry(record).or_default().push(field);
        self.progressed.set(true);
        Broken::LeftOut
    }

    /// Whether a key that was told as unknown is likely this one misspelt.
    fn is_misspelt(&self, entry: &Entry, field: &str) -> bool {
        let told = |one: &Finding| one.code == Code::UnknownKey && one.place == Some(entry.key_place);
        did_you_mean(&entry.key, [field]).is_some() && self.findings.borrow().iter().any(told)
    }

    /// The key that is pretended as number `number` in a record.
    pub fn pretended(&self, record: NodeId, number: usize) -> Option<&'static str> {
        self.pretended.borrow().get(&record)?.get(number).copied()
    }

    /// Says why the outermost record failed.
    pub fn root_failed(&self, root: NodeId, broken: Broken) {
        self.failed(root, None, broken);
    }
}

/// How a key reads in a public message: its name, or that it is no name and may be words of the notice.
pub fn public_key(key: &str) -> String {
    let name = !key.is_empty()
        && key.chars().count() <= 40
        && key
            .chars()
            .all(|letter| letter.is_alphanumeric() || "-_.".contains(letter));
    if name {
        format!("`{key}`")
    } else {
        "a key".to_owned()
    }
}
