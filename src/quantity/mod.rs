//! Quantities: an exact number with its unit, how it is rounded and how it prints.
//!
//! All arithmetic is on fractions of whole numbers of any size. Rounding happens in [`Exact::round`] and nowhere else.

mod declare;
mod exact;
mod percent;
mod print;
mod read;
mod unit;

#[cfg(test)]
mod laws;
#[cfg(test)]
mod print_cases;

pub use exact::{Exact, Rounding};
pub use percent::{begins_with_percent, is_percent, percent_as_sign, strip_percent};
pub use print::{NumberStyle, PercentStyle};
pub use read::{Read, ReadError, ReadKind, read_value};
pub use unit::{Money, Noun, Scale, Unit};

/// An exact amount in a unit, and the decimal places it prints with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quantity {
    /// The amount before any rounding. For a percentage 78 means 78%; for a rating, its step on the scale from 0.
    pub amount: Exact,
    /// The unit.
    pub unit: Unit,
    /// Decimal places printed.
    pub places: u8,
}
