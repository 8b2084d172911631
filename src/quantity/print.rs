//! How a quantity prints: the one door through which every figure leaves.

use schemars::JsonSchema;
use serde::Deserialize;

use super::Rounding;

/// How a percentage prints.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, JsonSchema)]
pub enum PercentStyle {
    /// 78%
    #[default]
    #[serde(rename = "%")]
    Sign,
    /// 78 per cent
    #[serde(rename = "per cent")]
    PerCent,
    /// 78 percent
    #[serde(rename = "percent")]
    Percent,
}

/// How the house prints numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NumberStyle {
    /// How a percentage prints.
    pub percent: PercentStyle,
    /// Rounding of halves.
    pub rounding: Rounding,
    /// Between thousands.
    pub thousands: String,
}
