//! Exact numbers, and the one place where they are rounded.

use num_bigint::BigInt;
use num_rational::BigRational;
use schemars::JsonSchema;
use serde::Deserialize;

/// What happens to an exact half.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Rounding {
    /// Away from zero: 0.5 → 1, −0.5 → −1.
    #[default]
    HalfUp,
    /// To the even neighbour: 0.5 → 0, 1.5 → 2.
    HalfEven,
}

/// An exact number: a fraction of whole numbers of any size, in lowest terms.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Exact(BigRational);

impl Exact {
    /// A whole number.
    pub fn whole(number: i64) -> Self {
        Exact(BigRational::from_integer(BigInt::from(number)))
    }
}
