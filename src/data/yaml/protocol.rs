//! The agreed names by which a value asks the reader for more than serde can say: its place, the kind of its
//! node, a second reading of the same node.

use std::cell::Cell;

use serde::de::{self, Deserialize, Deserializer, SeqAccess, Visitor, value};

use crate::finding::{FileId, Place};

/// A pair of place and value.
pub const PLACED: &str = "$placed";
/// A triple of text, whether it was quoted, and place.
pub const SCALAR: &str = "$scalar";
/// A mapping whose keys may be read as [`PLACED`] texts.
pub const NAMED: &str = "$named";
/// The same node read twice, as two records; the fields handed over are those of both.
pub const BOTH: &str = "$both";
/// The same node read as a record and as a map of all the other keys; the fields are the record's.
pub const AND_OTHERS: &str = "$and-others";
/// An enum of variants `Scalar`, `List`, `Mapping`, chosen by the kind of the node. What follows the prefix is
/// the phrase for messages: what is expected there.
pub const BY_KIND: &str = "$by-kind ";

/// A [`Place`] as the reader hands it over.
pub struct AnyPlace(pub Place);

impl<'de> Deserialize<'de> for AnyPlace {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let (file, start, end) = <(u32, u32, u32)>::deserialize(deserializer)?;
        Ok(AnyPlace(Place {
            file: FileId(file),
            start,
            end,
        }))
    }
}

/// The next element, which the protocol promises.
pub fn promised<'de, A: SeqAccess<'de>, T: Deserialize<'de>>(elements: &mut A) -> Result<T, A::Error> {
    elements
        .next_element()?
        .ok_or_else(|| de::Error::custom("this type is read by Pressroom's own YAML reader only"))
}

/// The keys of a record, as its derived reader declares them: `read` is that reader.
pub fn fields_of<T>(read: impl FnOnce(Probe<'_>) -> Result<T, value::Error>) -> &'static [&'static str] {
    let fields = Cell::new(&[][..]);
    let _ = read(Probe(&fields));
    fields.get()
}

/// Asks a derived reader for its fields and gives it nothing.
pub struct Probe<'p>(&'p Cell<&'static [&'static str]>);

impl<'de> Deserializer<'de> for Probe<'_> {
    type Error = value::Error;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, value::Error> {
        Err(de::Error::custom("a probe"))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        _: V,
    ) -> Result<V::Value, value::Error> {
        self.0.set(fields);
        Err(de::Error::custom("a probe"))
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map enum identifier ignored_any
    }
}
