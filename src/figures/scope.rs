//! What the words of one notice can see, as a tree of names: figures, lists of figures, texts.

use std::sync::{Arc, OnceLock};

use indexmap::IndexMap;

use super::Figure;

/// What a name leads to.
#[derive(Debug, Clone, PartialEq)]
pub enum Seen {
    /// A figure.
    Figure(Arc<Figure>),
    /// A list, such as `measures.value` or `areas`.
    List(Vec<Seen>),
    /// Names under this one.
    Group(IndexMap<String, Seen>),
    /// A text or date of the data, as printed.
    Text(String),
}

/// The tree of names. In it hyphens are underscores, and a figure's own parts stand beside it as `value__count`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Scope {
    /// The names a path may begin with.
    pub names: IndexMap<String, Seen>,
    /// Every figure with its path: asked for at each figure of the words, and gathered once.
    all: OnceLock<Vec<(String, Arc<Figure>)>>,
}

/// A path that leads nowhere: which part is unknown, and the names there are in its stead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownPath {
    /// The index of the unknown part.
    pub part: usize,
    /// The names there are.
    pub known: Vec<String>,
}

impl Scope {
    /// The tree under these names.
    pub fn new(names: IndexMap<String, Seen>) -> Self {
        Scope {
            names,
            all: OnceLock::new(),
        }
    }

    /// What a dotted path leads to: `["control", "value"]`, `["control", "value", "count"]`.
    ///
    /// # Errors
    /// The first part that is unknown.
    pub fn find(&self, path: &[&str]) -> Result<&Seen, UnknownPath> {
        let mut group = Some(&self.names);
        let mut found: Option<&Seen> = None;
        let mut at = 0;
        while at < path.len() {
            let joined = path.get(at + 1).map(|next| format!("{}__{next}", path[at]));
            let (seen, taken) = match joined.and_then(|joined| group?.get(&joined)) {
                Some(seen) => (Some(seen), 2),
                None => (group.and_then(|group| group.get(path[at])), 1),
            };
            let Some(seen) = seen else {
                let known = group.map(|group| {
                    group
                        .keys()
                        .filter(|name| !name.contains("__"))
                        .cloned()
                        .collect()
                });
                return Err(UnknownPath {
                    part: at,
                    known: known.unwrap_or_default(),
                });
            };
            group = match seen {
                Seen::Group(group) => Some(group),
                _ => None,
            };
            found = Some(seen);
            at += taken;
        }
        found.ok_or_else(|| UnknownPath {
            part: 0,
            known: self.names.keys().cloned().collect(),
        })
    }

    /// Every figure, each with its path, in order.
    pub fn figures(&self) -> &[(String, Arc<Figure>)] {
        self.all.get_or_init(|| {
            let mut all = Vec::new();
            for (name, seen) in &self.names {
                collect(name.clone(), seen, &mut all);
            }
            all
        })
    }

    /// Every text of the data (areas, names, dates), each with its path, in order.
    pub fn texts(&self) -> Vec<(String, &str)> {
        fn walk<'s>(path: String, seen: &'s Seen, all: &mut Vec<(String, &'s str)>) {
            match seen {
                Seen::Text(text) => all.push((path, text)),
                Seen::Group(group) => group
                    .iter()
                    .for_each(|(name, seen)| walk(format!("{path}.{name}"), seen, all)),
                Seen::List(list) => list.iter().for_each(|seen| walk(path.clone(), seen, all)),
                Seen::Figure(_) => {}
            }
        }
        let mut all = Vec::new();
        self.names
            .iter()
            .for_each(|(name, seen)| walk(name.clone(), seen, &mut all));
        all
    }
}

fn collect(path: String, seen: &Seen, all: &mut Vec<(String, Arc<Figure>)>) {
    match seen {
        Seen::Figure(figure) => all.push((path.replace("__", "."), figure.clone())),
        Seen::Group(group) => {
            for (name, seen) in group {
                collect(format!("{path}.{name}"), seen, all);
            }
        }
        // Lists hold the same figures again.
        Seen::List(_) | Seen::Text(_) => {}
    }
}
