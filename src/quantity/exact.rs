//! Exact numbers, and the one place where they are rounded.

use num_bigint::BigInt;
use num_integer::Integer;
use num_rational::BigRational;
use num_traits::{One, Signed, ToPrimitive, Zero};
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

/// More digits than this in one typed number are a mistake or an attack; reading them takes time by the square.
const MOST_DIGITS: usize = 60;

/// Decimals after which [`Exact::exact_text`] gives the fraction instead.
const MOST_DECIMALS: u32 = 12;

impl Exact {
    /// A whole number.
    pub fn whole(number: i64) -> Self {
        Exact(BigRational::from_integer(BigInt::from(number)))
    }

    /// `numerator` over `denominator`; `None` over 0.
    pub fn ratio(numerator: u64, denominator: u64) -> Option<Self> {
        (denominator != 0).then(|| Exact(BigRational::new(numerator.into(), denominator.into())))
    }

    /// Reads a number in plain digits: a sign (`-`, `−` or `+`), thousands in commas and decimals after a point are
    /// optional. Nothing else is a number here: no exponent, no hexadecimal, no `nan`, no `.5`, no `5,10`, and no
    /// more than 60 digits.
    pub fn parse(text: &str) -> Option<Self> {
        let (negative, unsigned) = match text.strip_prefix(['-', '\u{2212}']) {
            Some(rest) => (true, rest),
            None => (false, text.strip_prefix('+').unwrap_or(text)),
        };
        let (whole, decimals) = match unsigned.split_once('.') {
            Some((whole, decimals)) => (whole, Some(decimals)),
            None => (unsigned, None),
        };
        if !decimals.is_none_or(is_digits) || unsigned.len() > MOST_DIGITS {
            return None;
        }
        let decimals = decimals.unwrap_or_default();
        let digits = format!("{}{decimals}", without_thousands(whole)?);
        let number = BigRational::new(digits.parse().ok()?, power_of_ten(decimals.len()));
        Some(Exact(if negative { -number } else { number }))
    }

    /// The sum.
    #[must_use]
    pub fn plus(&self, other: &Exact) -> Exact {
        Exact(&self.0 + &other.0)
    }

    /// The difference.
    #[must_use]
    pub fn minus(&self, other: &Exact) -> Exact {
        Exact(&self.0 - &other.0)
    }

    /// The product.
    #[must_use]
    pub fn times(&self, other: &Exact) -> Exact {
        Exact(&self.0 * &other.0)
    }

    /// The quotient; `None` over zero.
    #[must_use]
    pub fn over(&self, other: &Exact) -> Option<Exact> {
        (!other.is_zero()).then(|| Exact(&self.0 / &other.0))
    }

    /// The same number with the other sign.
    #[must_use]
    pub fn negated(&self) -> Exact {
        Exact(-&self.0)
    }

    /// The number without its sign.
    #[must_use]
    pub fn abs(&self) -> Exact {
        Exact(self.0.abs())
    }

    /// Whether it is zero.
    pub fn is_zero(&self) -> bool {
        self.0.is_zero()
    }

    /// Whether it is below zero.
    pub fn is_negative(&self) -> bool {
        self.0.is_negative()
    }

    /// The nearest number with `places` decimals; an exact half goes by `rounding`. The only rounding there is.
    #[must_use]
    pub fn round(&self, places: u8, rounding: Rounding) -> Exact {
        let unit = power_of_ten(places.into());
        let scaled = self.0.numer().abs() * &unit;
        let (floor, rest) = scaled.div_rem(self.0.denom());
        let up = match (rest * 2u8).cmp(self.0.denom()) {
            std::cmp::Ordering::Less => false,
            std::cmp::Ordering::Greater => true,
            std::cmp::Ordering::Equal => rounding == Rounding::HalfUp || floor.is_odd(),
        };
        let nearest = if up { floor + 1u8 } else { floor };
        let signed = if self.is_negative() { -nearest } else { nearest };
        Exact(BigRational::new(signed, unit))
    }

    /// The digits of a rounded number, with exactly `places` decimals: `78`, `0.50`, `-3`, and never `-0`. A number
    /// that was not rounded to `places` keeps all its decimals: this never drops a digit.
    pub fn fixed(&self, places: u8) -> String {
        match self.decimals() {
            Some(needed) => self.digits(needed.max(places.into())),
            None => self.exact_text(),
        }
    }

    /// The whole truth for explanations: `78`, `78.48`, or `78.481… (6200/79)` where the decimals have no end.
    pub fn exact_text(&self) -> String {
        match self.decimals() {
            Some(needed) => self.digits(needed),
            None => {
                let thousandths = self.0.numer().abs() * 1000u16 / self.0.denom();
                let shown = Exact(BigRational::new(thousandths, 1000.into()));
                let sign = if self.is_negative() { "-" } else { "" };
                format!(
                    "{sign}{}… ({}/{})",
                    shown.digits(3),
                    self.0.numer(),
                    self.0.denom()
                )
            }
        }
    }

    /// The whole number it is, if it is one that fits.
    pub fn to_whole(&self) -> Option<i64> {
        if self.0.is_integer() {
            self.0.numer().to_i64()
        } else {
            None
        }
    }

    /// How many decimals it takes to write it out; `None` where they have no end, or only after the twelfth.
    fn decimals(&self) -> Option<u32> {
        let mut scale = BigInt::one();
        for needed in 0..=MOST_DECIMALS {
            if scale.is_multiple_of(self.0.denom()) {
                return Some(needed);
            }
            scale *= 10u8;
        }
        None
    }

    /// Digits with `places` decimals, which must be enough.
    fn digits(&self, places: u32) -> String {
        let places = places as usize;
        let scaled = (self.0.numer().abs() * power_of_ten(places) / self.0.denom()).to_string();
        let padded = format!("{scaled:0>width$}", width = places + 1);
        let (whole, decimals) = padded.split_at(padded.len() - places);
        let sign = if self.is_negative() { "-" } else { "" };
        let point = if decimals.is_empty() { "" } else { "." };
        format!("{sign}{whole}{point}{decimals}")
    }
}

impl From<u64> for Exact {
    fn from(number: u64) -> Self {
        Exact(BigRational::from_integer(number.into()))
    }
}

fn power_of_ten(exponent: usize) -> BigInt {
    num_traits::pow(BigInt::from(10u8), exponent)
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The digits of `1,234,567` or `1234567`; `None` where a comma stands anywhere but between thousands.
fn without_thousands(text: &str) -> Option<String> {
    let groups: Vec<&str> = text.split(',').collect();
    let well_formed = match groups.as_slice() {
        [only] => is_digits(only),
        [first, rest @ ..] => {
            is_digits(first)
                && first.len() <= 3
                && rest.iter().all(|group| group.len() == 3 && is_digits(group))
        }
        [] => false,
    };
    well_formed.then(|| groups.concat())
}
