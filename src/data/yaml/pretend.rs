//! A stand-in for a value that is missing or failed, so that the record round it still shows its other mistakes.
//!
//! What is read with a stand-in in it is never handed on: the finding that called for it is an error.

use serde::de::value::{MapDeserializer, SeqDeserializer};
use serde::de::{DeserializeSeed, Deserializer, SeqAccess, Visitor};

use super::context::Broken;
use super::protocol::{NAMED, PLACED, SCALAR};

/// An empty text, list or mapping, whatever is asked for. A record or a choice has none: it fails without a word.
pub struct Pretended;

impl<'de> Deserializer<'de> for Pretended {
    type Error = Broken;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Broken> {
        Err(Broken::Told)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Broken> {
        visitor.visit_str("")
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Broken> {
        visitor.visit_seq(SeqDeserializer::new(std::iter::empty::<&str>()))
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Broken> {
        visitor.visit_map(MapDeserializer::new(std::iter::empty::<(&str, &str)>()))
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Broken> {
        visitor.visit_none()
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Broken> {
        match name {
            PLACED | SCALAR => visitor.visit_seq(Elements(name, 0)),
            NAMED => self.deserialize_map(visitor),
            _ => Err(Broken::Told),
        }
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str bytes byte_buf unit unit_struct
        newtype_struct tuple tuple_struct enum identifier ignored_any
    }
}

/// The elements of a placed value, all empty.
struct Elements(&'static str, u8);

impl<'de> SeqAccess<'de> for Elements {
    type Error = Broken;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Broken> {
        self.1 += 1;
        let nowhere = || SeqDeserializer::<_, Broken>::new([0_u32; 3].into_iter());
        match (self.0, self.1) {
            (PLACED, 1) | (SCALAR, 3) => seed.deserialize(nowhere()).map(Some),
            (PLACED, 2) | (SCALAR, 1) => seed.deserialize(Pretended).map(Some),
            (SCALAR, 2) => seed
                .deserialize(serde::de::value::BoolDeserializer::new(true))
                .map(Some),
            _ => Ok(None),
        }
    }
}
