//! serde's view of a node: what each type asks for.

use serde::de::{Deserializer, Visitor};

use super::context::Broken;
use super::entries::{Both, Items, Records};
use super::protocol::{AND_OTHERS, BOTH, BY_KIND, NAMED, PLACED, SCALAR};
use super::reader::{Keys, Reader};
use super::tree::Kind;
use super::variants;

macro_rules! whole_numbers {
    ($($method:ident $visit:ident;)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Broken> {
            visitor.$visit(self.whole_number()?)
        }
    )*};
}

impl<'de, 't> Deserializer<'de> for Reader<'t> {
    type Error = Broken;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Broken> {
        match &self.node().kind {
            Kind::Scalar { text, .. } => visitor.visit_str(text),
            Kind::List(_) => self.deserialize_seq(visitor),
            Kind::Mapping(_) => self.deserialize_map(visitor),
            Kind::Refused => Err(Broken::Told),
        }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Broken> {
        visitor.visit_str(self.text()?)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Broken> {
        visitor.visit_str(self.text()?)
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Broken> {
        match self.text()? {
            "true" => visitor.visit_bool(true),
            "false" => visitor.visit_bool(false),
            other => {
                let meant = match other.to_lowercase().as_str() {
                    "yes" | "y" | "on" | "true" => "`true`",
                    "no" | "n" | "off" | "false" => "`false`",
                    _ => "`true` or `false`",
                };
                Err(self.not_among(other, "true or false", format!("write {meant}")))
            }
        }
    }

    whole_numbers! {
        deserialize_u8 visit_u8; deserialize_u16 visit_u16; deserialize_u32 visit_u32; deserialize_u64 visit_u64;
        deserialize_i8 visit_i8; deserialize_i16 visit_i16; deserialize_i32 visit_i32; deserialize_i64 visit_i64;
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Broken> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Broken> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Broken> {
        match &self.node().kind {
            Kind::List(items) => visitor.visit_seq(Items::new(self, items)),
            _ => {
                let example = match self.key.unwrap_or("key") {
                    "body" => {
                        "under `body:` items such as `- text: …`, `- quote: …` or `- table: NAME`".to_owned()
                    }
                    key => format!("`{key}: [one, another]`, or each on a line of its own after `- `"),
                };
                Err(self.wrong("a list", &example))
            }
        }
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Broken> {
        match &self.node().kind {
            Kind::Mapping(entries) => {
                let hidden = match self.keys {
                    Keys::AndOthers(fields) => fields,
                    _ => &[],
                };
                visitor.visit_map(Records::all_but(self, entries, hidden))
            }
            _ => Err(self.wrong(
                "names with values",
                "each as `name: value` on a line of its own, indented",
            )),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Broken> {
        let is_record = !matches!(name, PLACED | SCALAR | NAMED);
        if is_record && !matches!(self.node().kind, Kind::Mapping(_)) {
            let first = fields.first().copied().unwrap_or("name");
            return Err(self.wrong(
                "keys with values",
                &format!(
                    "`{first}: …` and the like, each key on a line of its own, indented under it; the keys are {}",
                    fields.join(", ")
                ),
            ));
        }
        match name {
            PLACED => visitor.visit_seq(Both::placed(self)),
            SCALAR => {
                self.text()?;
                visitor.visit_seq(Both::scalar(self))
            }
            NAMED => self.deserialize_map(visitor),
            BOTH => visitor.visit_seq(Both::twice(self, Keys::Union(fields))),
            AND_OTHERS => visitor.visit_seq(Both::twice(self, Keys::AndOthers(fields))),
            _ => match &self.node().kind {
                Kind::Mapping(entries) => visitor
                    .visit_map(Records::of_struct(self, entries, fields))
                    .map_err(|broken| self.context.failed(self.id, self.key, broken)),
                _ => Err(Broken::Told),
            },
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        choices: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Broken> {
        match name.strip_prefix(BY_KIND) {
            Some(expected) => variants::by_kind(self, expected, choices, visitor),
            None => variants::by_name(self, choices, visitor),
        }
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Broken> {
        visitor.visit_unit()
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Broken> {
        visitor.visit_unit()
    }

    serde::forward_to_deserialize_any! {
        i128 u128 f32 f64 char bytes byte_buf unit_struct tuple tuple_struct identifier
    }
}
