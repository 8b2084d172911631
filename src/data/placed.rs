//! Values that know their place in the YAML.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use indexmap::IndexMap;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

use super::yaml::protocol::{self, AnyPlace, promised};
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

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Placed<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Pair<T>(PhantomData<T>);

        impl<'de, T: Deserialize<'de>> Visitor<'de> for Pair<T> {
            type Value = Placed<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a value with its place")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut pair: A) -> Result<Placed<T>, A::Error> {
                let AnyPlace(place) = promised(&mut pair)?;
                let value = promised(&mut pair)?;
                Ok(Placed { value, place })
            }
        }

        deserializer.deserialize_struct(protocol::PLACED, &[], Pair(PhantomData))
    }
}

impl<T: JsonSchema> JsonSchema for Placed<T> {
    fn schema_name() -> Cow<'static, str> {
        T::schema_name()
    }

    fn schema_id() -> Cow<'static, str> {
        T::schema_id()
    }

    fn inline_schema() -> bool {
        T::inline_schema()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        T::json_schema(generator)
    }
}

impl<'de> Deserialize<'de> for Scalar {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Triple;

        impl<'de> Visitor<'de> for Triple {
            type Value = Scalar;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a scalar with its place")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut triple: A) -> Result<Scalar, A::Error> {
                let text = promised(&mut triple)?;
                let quoted = promised(&mut triple)?;
                let AnyPlace(place) = promised(&mut triple)?;
                Ok(Scalar { text, quoted, place })
            }
        }

        deserializer.deserialize_struct(protocol::SCALAR, &[], Triple)
    }
}

impl JsonSchema for Scalar {
    fn schema_name() -> Cow<'static, str> {
        "Scalar".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": ["string", "number"]})
    }
}

impl<'de, V: Deserialize<'de>> Deserialize<'de> for Named<V> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Entries<V>(PhantomData<V>);

        impl<'de, V: Deserialize<'de>> Visitor<'de> for Entries<V> {
            type Value = Named<V>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("names with values")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Named<V>, A::Error> {
                let mut named = Named::default();
                while let Some((name, value)) = entries.next_entry::<Text, V>()? {
                    named.insert(name.value, name.place, value);
                }
                Ok(named)
            }
        }

        deserializer.deserialize_struct(protocol::NAMED, &[], Entries(PhantomData))
    }
}

impl<V: JsonSchema> JsonSchema for Named<V> {
    fn schema_name() -> Cow<'static, str> {
        format!("Named_{}", V::schema_name()).into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let value = generator.subschema_for::<V>();
        json_schema!({"type": "object", "additionalProperties": value})
    }
}
