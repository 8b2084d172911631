//! The entries of a collection as serde asks for them, and the pairs of the protocol.

use serde::de::value::{SeqDeserializer, StrDeserializer};
use serde::de::{DeserializeSeed, Deserializer, IntoDeserializer, MapAccess, SeqAccess, Visitor};

use granit_parser::ScalarStyle;

use super::context::{Broken, public_key};
use super::pretend::Pretended;
use super::protocol::PLACED;
use super::reader::{Keys, Reader};
use super::slips;
use super::tree::{Entry, Kind, NodeId};
use crate::finding::{Code, Finding, Place, list_names};

/// The items of a list, without those left out.
pub struct Items<'t> {
    list: Reader<'t>,
    items: &'t [NodeId],
    next: usize,
}

impl<'t> Items<'t> {
    pub fn new(list: Reader<'t>, items: &'t [NodeId]) -> Self {
        Items { list, items, next: 0 }
    }
}

impl<'de> SeqAccess<'de> for Items<'_> {
    type Error = Broken;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Broken> {
        while self.list.context.is_left_out(self.list.id, self.next) {
            self.next += 1;
        }
        let Some(item) = self.items.get(self.next) else {
            return Ok(None);
        };
        let number = self.next;
        self.next += 1;
        self.list.item(*item).entry(self.list.id, number, seed).map(Some)
    }
}

/// The entries of a mapping, without those left out and those of another reading.
pub struct Records<'t> {
    mapping: Reader<'t>,
    entries: &'t [Entry],
    /// The fields of the record, or for a map the keys that are not its own.
    fields: &'static [&'static str],
    is_struct: bool,
    next: usize,
}

impl<'t> Records<'t> {
    pub fn of_struct(mapping: Reader<'t>, entries: &'t [Entry], fields: &'static [&'static str]) -> Self {
        Records {
            mapping,
            entries,
            fields,
            is_struct: true,
            next: 0,
        }
    }

    pub fn all_but(mapping: Reader<'t>, entries: &'t [Entry], hidden: &'static [&'static str]) -> Self {
        Records {
            mapping,
            entries,
            fields: hidden,
            is_struct: false,
            next: 0,
        }
    }

    /// The key that stands next after all entries, pretended.
    fn pretended(&self) -> Option<&'static str> {
        let number = self.next.checked_sub(self.entries.len())?;
        self.mapping.context.pretended(self.mapping.id, number)
    }

    /// Whether the entry belongs to this reading; one that belongs to none is told.
    fn is_ours(&self, entry: &Entry) -> bool {
        let named = self.fields.contains(&entry.key.as_str());
        if !self.is_struct {
            return !named;
        }
        if named {
            return true;
        }
        let allowed = match self.mapping.keys {
            Keys::Own => self.fields,
            Keys::Union(both) => both,
            Keys::AndOthers(_) => return false,
        };
        if let Some(slip) = slips::of_item(&format!("{}: ", entry.key)) {
            let place = entry.key_place;
            self.mapping
                .context
                .tell(slip.finding(place.file, place.start as usize));
            return false;
        }
        // A no-break space in a key is told where it stands.
        if !self.mapping.context.is_full()
            && !allowed.contains(&entry.key.as_str())
            && !entry.key.contains('\u{A0}')
        {
            let named = public_key(&entry.key);
            let what = if named == "a key" {
                named.clone()
            } else {
                format!("the key {named}")
            };
            let mut finding = Finding::new(
                Code::UnknownKey,
                entry.key_place,
                format!("{what} is not one that is read here"),
            )
            .advice(list_names(&entry.key, allowed.iter().copied()));
            if named == "a key" {
                finding = finding.shown(format!("found {:?}", entry.key));
            }
            self.mapping.context.tell(finding);
        }
        false
    }
}

impl<'de> MapAccess<'de> for Records<'_> {
    type Error = Broken;

    fn next_key_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Broken> {
        while let Some(entry) = self.entries.get(self.next) {
            if !self.mapping.context.is_left_out(self.mapping.id, self.next) && self.is_ours(entry) {
                return seed.deserialize(KeyReader(entry)).map(Some);
            }
            self.next += 1;
        }
        while let Some(field) = self.pretended() {
            if self.is_struct && self.fields.contains(&field) {
                return seed.deserialize(StrDeserializer::<Broken>::new(field)).map(Some);
            }
            self.next += 1;
        }
        Ok(None)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Broken> {
        let number = self.next;
        self.next += 1;
        let Some(entry) = self.entries.get(number) else {
            return seed.deserialize(Pretended);
        };
        self.mapping
            .within(entry.value, Some(&entry.key))
            .entry(self.mapping.id, number, seed)
    }
}

/// A key that is being read: as a bare name, or as a text with its place.
struct KeyReader<'t>(&'t Entry);

impl<'de> Deserializer<'de> for KeyReader<'_> {
    type Error = Broken;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Broken> {
        visitor.visit_str(&self.0.key)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Broken> {
        if name == PLACED {
            visitor.visit_seq(PlacedKey(self.0, 0))
        } else {
            self.deserialize_any(visitor)
        }
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit
        unit_struct newtype_struct seq tuple tuple_struct map enum identifier ignored_any
    }
}

struct PlacedKey<'t>(&'t Entry, u8);

impl<'de> SeqAccess<'de> for PlacedKey<'_> {
    type Error = Broken;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Broken> {
        self.1 += 1;
        match self.1 {
            1 => place_of(self.0.key_place, seed).map(Some),
            2 => seed.deserialize(KeyReader(self.0)).map(Some),
            _ => Ok(None),
        }
    }
}

fn place_of<'de, S: DeserializeSeed<'de>>(place: Place, seed: S) -> Result<S::Value, Broken> {
    let numbers = [place.file.0, place.start, place.end];
    seed.deserialize(SeqDeserializer::new(numbers.into_iter()))
}

/// The elements of the protocol's pairs and triples, all about one node.
pub struct Both<'t> {
    reader: Reader<'t>,
    form: Form,
    next: u8,
}

enum Form {
    Placed,
    Scalar,
    Twice,
}

impl<'t> Both<'t> {
    pub fn placed(reader: Reader<'t>) -> Self {
        Both {
            reader,
            form: Form::Placed,
            next: 0,
        }
    }

    pub fn scalar(reader: Reader<'t>) -> Self {
        Both {
            reader,
            form: Form::Scalar,
            next: 0,
        }
    }

    pub fn twice(reader: Reader<'t>, keys: Keys) -> Self {
        Both {
            reader: Reader { keys, ..reader },
            form: Form::Twice,
            next: 0,
        }
    }
}

impl<'de> SeqAccess<'de> for Both<'_> {
    type Error = Broken;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Broken> {
        self.next += 1;
        let node = self.reader.node();
        match (&self.form, self.next) {
            (Form::Placed, 1) | (Form::Scalar, 3) => place_of(node.place, seed).map(Some),
            (Form::Placed, 2) | (Form::Twice, 1 | 2) => seed.deserialize(self.reader).map(Some),
            (Form::Scalar, 1) => seed
                .deserialize(self.reader.text()?.into_deserializer())
                .map(Some),
            (Form::Scalar, 2) => {
                let quoted = matches!(&node.kind, Kind::Scalar { style, .. } if *style != ScalarStyle::Plain);
                seed.deserialize(quoted.into_deserializer()).map(Some)
            }
            _ => Ok(None),
        }
    }
}
