//! Values that know their place in the YAML.

use indexmap::IndexMap;

use crate::finding::Place;

/// A value and where it stands. For a scalar the place is the scalar itself (quotation marks included, a block
/// scalar from its first character); through an alias it is the anchored original.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub place: Place,
}

/// A text as YAML decodes it, with its place.
pub type Text = Placed<String>;

/// A scalar as it is spelt, for figures and facts: `5.10` stays `5.10`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scalar {
    /// The decoded text.
    pub text: String,
    /// Whether it stood in quotation marks or in a block, and so was meant as text.
    pub quoted: bool,
    /// Where it stands.
    pub place: Place,
}

/// A map in the order of the file whose names know their places.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named<V> {
    entries: IndexMap<String, (Place, V)>,
}

impl<V> Default for Named<V> {
    fn default() -> Self {
        Named {
            entries: IndexMap::new(),
        }
    }
}

impl<V> Named<V> {
    /// The value of `name`.
    pub fn get(&self, name: &str) -> Option<&V> {
        self.entries.get(name).map(|(_, value)| value)
    }

    /// Where `name` stands as a key.
    pub fn place(&self, name: &str) -> Option<Place> {
        self.entries.get(name).map(|(place, _)| *place)
    }

    /// The names, in the order of the file.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.entries.keys().map(String::as_str)
    }

    /// Names, places of the names, and values, in the order of the file.
    pub fn iter(&self) -> impl Iterator<Item = (&str, Place, &V)> {
        self.entries
            .iter()
            .map(|(name, (place, value))| (name.as_str(), *place, value))
    }

    /// Adds an entry; the first of two equal names stays.
    pub fn insert(&mut self, name: String, place: Place, value: V) {
        self.entries.entry(name).or_insert((place, value));
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }
}
