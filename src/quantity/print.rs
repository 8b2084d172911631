//! How a quantity prints: the one door through which every figure leaves.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Exact, Quantity, Rounding, Unit};

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

impl PercentStyle {
    /// What follows the number, with its space.
    pub fn suffix(self) -> &'static str {
        match self {
            PercentStyle::Sign => "%",
            PercentStyle::PerCent => " per cent",
            PercentStyle::Percent => " percent",
        }
    }
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

impl Default for NumberStyle {
    /// `78%`, halves away from zero, `1,234`.
    fn default() -> Self {
        NumberStyle {
            percent: PercentStyle::default(),
            rounding: Rounding::default(),
            thousands: ",".to_owned(),
        }
    }
}

/// The minus sign of print (U+2212), which no line break separates from its number.
const MINUS: &str = "\u{2212}";

impl Quantity {
    /// The amount as printed: rounded to its places.
    pub fn rounded(&self, rounding: Rounding) -> Exact {
        self.amount.round(self.places, rounding)
    }

    /// The quantity with its unit: `78%`, `8 percentage points`, `−£3 million`, `Good`. A counted noun is the
    /// sentence's: 17 reports print as `17`.
    pub fn print(&self, style: &NumberStyle) -> String {
        self.with_sign(style, Sign::MinusOnly)
    }

    /// The number without its unit, with its sign and thousands: `1,234`, `−0.3`; a rating's name.
    pub fn print_number(&self, style: &NumberStyle) -> String {
        if let Some(name) = self.rating() {
            return name.to_owned();
        }
        let rounded = self.rounded(style.rounding);
        let sign = if rounded.is_negative() { MINUS } else { "" };
        format!("{sign}{}", self.grouped(&rounded.abs(), style))
    }

    /// As headlines and tables of money print it: `£2.9m` of £2.9 million, `417m` of 417 million journeys, `22p` of
    /// 22 pence; in full where no letters stand for the unit.
    pub fn print_short(&self, style: &NumberStyle) -> String {
        let Some(letters) = self.unit.letters().first() else {
            return self.print(style);
        };
        let number = self.grouped(&self.rounded(style.rounding).abs(), style);
        let sign = if self.rounded(style.rounding).is_negative() {
            MINUS
        } else {
            ""
        };
        let symbol = match &self.unit {
            Unit::Money(money) => money.before_number(),
            _ => String::new(),
        };
        format!("{sign}{symbol}{number}{letters}")
    }

    /// The quantity with its unit and a sign either way: `+1.6%`, `−0.3%`, and `0%` for what rounds to zero.
    pub fn print_signed(&self, style: &NumberStyle) -> String {
        self.with_sign(style, Sign::Both)
    }

    /// The quantity with its unit and no sign, where a verb says the direction: `0.3%` in "fell by 0.3%".
    pub fn print_magnitude(&self, style: &NumberStyle) -> String {
        self.with_sign(style, Sign::None)
    }

    /// The printed number for machines, in ASCII and without thousands: `78`, `-0.3`; a rating's name.
    pub fn machine(&self, rounding: Rounding) -> String {
        match self.rating() {
            Some(name) => name.to_owned(),
            None => self.rounded(rounding).fixed(self.places),
        }
    }

    /// The unit's name for messages: `per cent`, `reports`, `$ billion`.
    pub fn unit_name(&self) -> String {
        self.unit.name()
    }

    /// The rating's name, where this is a rating.
    pub fn rating(&self) -> Option<&str> {
        match &self.unit {
            Unit::Rating(scale) => scale.at(&self.amount),
            _ => None,
        }
    }

    fn with_sign(&self, style: &NumberStyle, sign: Sign) -> String {
        if let Some(name) = self.rating() {
            return name.to_owned();
        }
        let rounded = self.rounded(style.rounding);
        let sign = match sign {
            Sign::MinusOnly | Sign::Both if rounded.is_negative() => MINUS,
            Sign::Both if !rounded.is_zero() => "+",
            _ => "",
        };
        let magnitude = rounded.abs();
        let number = self.grouped(&magnitude, style);
        let body = match &self.unit {
            Unit::Percent => format!("{number}{}", style.percent.suffix()),
            // "1.0 percentage points": with decimals it is a measurement, and takes the plural.
            Unit::PercentagePoints if self.places == 0 && magnitude == Exact::whole(1) => {
                format!("{number} percentage point")
            }
            Unit::PercentagePoints => format!("{number} percentage points"),
            Unit::Money(money) => money.with_number(&number),
            Unit::Number(_) | Unit::Score { .. } | Unit::Rating(_) => number,
        };
        format!("{sign}{body}")
    }

    /// A rounded number, not negative, with the house's separator between thousands.
    fn grouped(&self, rounded: &Exact, style: &NumberStyle) -> String {
        let digits = rounded.fixed(self.places);
        let (whole, decimals) = digits.split_at(digits.find('.').unwrap_or(digits.len()));
        let mut printed = String::with_capacity(digits.len() + 4);
        for (at, digit) in whole.chars().enumerate() {
            if at > 0 && (whole.len() - at) % 3 == 0 {
                printed.push_str(&style.thousands);
            }
            printed.push(digit);
        }
        printed + decimals
    }
}

/// Which signs are printed.
#[derive(Debug, Clone, Copy)]
enum Sign {
    MinusOnly,
    Both,
    None,
}
