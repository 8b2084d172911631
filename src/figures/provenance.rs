//! Where a figure comes from: the scalar in the data, or the rule and the inputs it was computed from.

use std::sync::Arc;

use super::Figure;
use crate::finding::Place;

/// Where a figure comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Provenance {
    /// Typed in the data.
    Given {
        /// The scalar.
        place: Place,
        /// Source and as-at date of a given column.
        source: Option<String>,
    },
    /// Computed.
    Computed {
        /// The rule in words: `average of areas, from exact values`.
        rule: String,
        /// Every scalar of the data it rests on.
        inputs: Inputs,
        /// The figures it was computed from, where each is a figure of its own: the two of a difference.
        steps: Vec<Figure>,
    },
}

/// An input of a computed figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Input {
    /// The inspection whose result it is; `None` for a scalar of another kind.
    pub inspection: Option<String>,
    /// `staffordshire: control.value`
    pub label: String,
    /// As typed.
    pub typed: String,
    /// Where it stands.
    pub place: Place,
}

/// The inputs of a computed figure. Benchmarks to date share one list in order of date: each is over a beginning
/// of it, so that a hundred thousand benchmarks need no more memory than their results; and what is computed from a
/// benchmark shares it in turn.
#[derive(Debug, Clone)]
pub struct Inputs {
    parts: Vec<Beginning>,
}

/// The beginning of a shared list, but for one of them.
#[derive(Debug, Clone)]
struct Beginning {
    all: Arc<Vec<Input>>,
    first: usize,
    except: Option<usize>,
}

impl Inputs {
    /// All of `inputs`.
    pub fn all(inputs: Vec<Input>) -> Self {
        let first = inputs.len();
        Inputs::beginning(Arc::new(inputs), first, None)
    }

    /// The first `first` of a shared list, but for the one at `except`.
    pub fn beginning(all: Arc<Vec<Input>>, first: usize, except: Option<usize>) -> Self {
        Inputs {
            parts: vec![Beginning { all, first, except }],
        }
    }

    /// Those of each, one after the other.
    pub fn joined(each: impl IntoIterator<Item = Inputs>) -> Self {
        Inputs {
            parts: each.into_iter().flat_map(|inputs| inputs.parts).collect(),
        }
    }

    /// The inputs in order.
    pub fn iter(&self) -> impl Iterator<Item = &Input> {
        self.parts.iter().flat_map(Beginning::iter)
    }
}

impl Beginning {
    fn iter(&self) -> impl Iterator<Item = &Input> {
        let except = self.except;
        self.all
            .iter()
            .take(self.first)
            .enumerate()
            .filter(move |(at, _)| Some(*at) != except)
            .map(|(_, i)| i)
    }

    fn is(&self, other: &Beginning) -> bool {
        Arc::ptr_eq(&self.all, &other.all) && (self.first, self.except) == (other.first, other.except)
    }
}

impl PartialEq for Inputs {
    fn eq(&self, other: &Self) -> bool {
        // The same list is equal without being read: a benchmark's is as long as the programme.
        let same = self.parts.len() == other.parts.len()
            && self
                .parts
                .iter()
                .zip(&other.parts)
                .all(|(one, other)| one.is(other));
        same || self.iter().eq(other.iter())
    }
}

impl Eq for Inputs {}

impl Provenance {
    /// Every place in the data the figure rests on, each with its label.
    pub fn inputs(&self) -> Vec<Input> {
        match self {
            Provenance::Given { place, source } => vec![Input {
                inspection: None,
                label: source.clone().unwrap_or_default(),
                typed: String::new(),
                place: *place,
            }],
            Provenance::Computed { inputs, .. } => inputs.iter().cloned().collect(),
        }
    }

    /// The inputs of a figure computed from this one, called `name` where it was typed.
    pub fn shared(&self, name: &str) -> Inputs {
        match self {
            Provenance::Given { place, .. } => Inputs::all(vec![Input {
                inspection: None,
                label: name.to_owned(),
                typed: String::new(),
                place: *place,
            }]),
            Provenance::Computed { inputs, .. } => inputs.clone(),
        }
    }

    /// The first place in the data the figure rests on.
    pub fn place(&self) -> Option<Place> {
        match self {
            Provenance::Given { place, .. } => Some(*place),
            Provenance::Computed { inputs, .. } => inputs.iter().next().map(|input| input.place),
        }
    }
}
