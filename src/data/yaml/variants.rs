//! Enums: a choice of words, a mapping with one key of several, or a form chosen by the kind of the node.

use serde::de::value::StrDeserializer;
use serde::de::{DeserializeSeed, Deserializer, EnumAccess, VariantAccess, Visitor};

use super::context::{Broken, public_key};
use super::reader::Reader;
use super::tree::Kind;
use crate::finding::{Code, Finding, list_names};

/// The variant whose name is the kind of the node: `Scalar`, `List` or `Mapping`.
pub fn by_kind<'de, V: Visitor<'de>>(
    reader: Reader<'_>,
    expected: &str,
    choices: &'static [&'static str],
    visitor: V,
) -> Result<V::Value, Broken> {
    let kind = match &reader.node().kind {
        Kind::Refused => return Err(Broken::Told),
        Kind::Scalar { .. } => "Scalar",
        Kind::List(_) => "List",
        Kind::Mapping(_) => "Mapping",
    };
    if !choices.contains(&kind) || reader.node().kind.is_nothing() {
        return Err(reader.wrong(expected, expected));
    }
    visitor.visit_enum(Choice {
        name: kind,
        content: reader,
    })
}

/// The variant that the text names, or the one key of the mapping.
pub fn by_name<'de, V: Visitor<'de>>(
    reader: Reader<'_>,
    choices: &'static [&'static str],
    visitor: V,
) -> Result<V::Value, Broken> {
    match &reader.node().kind {
        Kind::Refused => Err(Broken::Told),
        Kind::Mapping(entries) => match entries.as_slice() {
            [entry] if choices.contains(&entry.key.as_str()) => visitor.visit_enum(Choice {
                name: &entry.key,
                content: reader.within(entry.value, Some(&entry.key)),
            }),
            [entry] if reader.tell_colon() => {
                let _ = entry;
                Err(Broken::Told)
            }
            [entry] => {
                let named = public_key(&entry.key);
                let what = if named == "a key" {
                    named
                } else {
                    format!("the key {named}")
                };
                reader.context.tell(
                    Finding::new(
                        Code::UnknownKey,
                        entry.key_place,
                        format!("{what} is not one that is read here"),
                    )
                    .advice(list_names(&entry.key, choices.iter().copied())),
                );
                Err(Broken::Told)
            }
            [first, second, ..]
                if reader.is_nothing(first.value) && choices.contains(&first.key.as_str()) =>
            {
                reader.context.tell(
                    Finding::new(
                        Code::WrongKind,
                        second.key_place,
                        format!("this key stands beside {}, not under it", public_key(&first.key)),
                    )
                    .advice(format!(
                        "indent this line and those like it deeper than {}",
                        public_key(&first.key)
                    )),
                );
                Err(Broken::Told)
            }
            entries => {
                let place = entries
                    .get(1)
                    .map_or(reader.node().place, |entry| entry.key_place);
                reader.context.tell(
                    Finding::new(
                        Code::WrongKind,
                        place,
                        format!("expected one key here, found {}", entries.len()),
                    )
                    .advice(format!(
                        "begin a new item with `- ` before this key; each item has one of `{}`",
                        choices.join("`, `")
                    )),
                );
                Err(Broken::Told)
            }
        },
        Kind::List(_) => Err(reader.wrong(
            &format!("one of {}", choices.join(", ")),
            &format!("one of `{}`", choices.join("`, `")),
        )),
        Kind::Scalar { .. } => {
            let text = reader.text()?;
            if !choices.contains(&text) {
                let expected = format!("one of {}", choices.join(", "));
                return Err(reader.not_among(text, &expected, list_names(text, choices.iter().copied())));
            }
            visitor.visit_enum(Choice {
                name: text,
                content: reader,
            })
        }
    }
}

struct Choice<'t> {
    name: &'t str,
    content: Reader<'t>,
}

impl<'de, 't> EnumAccess<'de> for Choice<'t> {
    type Error = Broken;
    type Variant = Reader<'t>;

    fn variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<(S::Value, Reader<'t>), Broken> {
        let variant = seed.deserialize(StrDeserializer::<Broken>::new(self.name))?;
        Ok((variant, self.content))
    }
}

impl<'de> VariantAccess<'de> for Reader<'_> {
    type Error = Broken;

    fn unit_variant(self) -> Result<(), Broken> {
        Ok(())
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, Broken> {
        seed.deserialize(self)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Broken> {
        self.deserialize_seq(visitor)
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Broken> {
        self.deserialize_struct("", fields, visitor)
    }
}
