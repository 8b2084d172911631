//! Placeholders until the reader is written.
use super::inspection::{Cell, ResultEntry};
use super::notice::{BodyItem, ClaimEntry, EmbargoEntry};
use super::{Named, Placed, Scalar};
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Deserialize, Deserializer};

macro_rules! stub {
    ($(($($g:tt)*) $t:ty;)*) => {$(
        impl<'de, $($g)*> Deserialize<'de> for $t {
            fn deserialize<D: Deserializer<'de>>(_: D) -> Result<Self, D::Error> { todo!() }
        }
        impl<$($g)*> JsonSchema for $t {
            fn schema_name() -> std::borrow::Cow<'static, str> { "x".into() }
            fn json_schema(_: &mut SchemaGenerator) -> Schema { todo!() }
        }
    )*};
}
stub! { (T) Placed<T>; (V) Named<V>; () Scalar; () Cell; () ResultEntry; () BodyItem; () ClaimEntry; () EmbargoEntry; }
