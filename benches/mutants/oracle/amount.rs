//! Exact amounts for the oracle: a fraction of two integers.

use std::cmp::Ordering;

/// A fraction; the denominator is positive.
#[derive(Debug, Clone, Copy)]
pub struct Ratio {
    over: i128,
    under: i128,
}

impl Ratio {
    /// `over / under`.
    pub fn new(over: i128, under: i128) -> Ratio {
        Ratio { over, under }
    }

    /// A whole number.
    pub fn whole(number: i128) -> Ratio {
        Ratio::new(number, 1)
    }

    /// Reads `1,234`, `-0.3`, `$381.2 billion`, `78%`: the digits, the point and the sign.
    pub fn read(text: &str) -> Option<Ratio> {
        let digits: String = text
            .chars()
            .filter(|c| c.is_ascii_digit() || *c == '.' || *c == '-')
            .collect();
        let (whole, part) = digits.split_once('.').unwrap_or((&digits, ""));
        let under = 10_i128.pow(u32::try_from(part.len()).ok()?);
        Some(Ratio::new(format!("{whole}{part}").parse().ok()?, under))
    }

    /// The product.
    pub fn times(self, other: Ratio) -> Ratio {
        Ratio::new(self.over * other.over, self.under * other.under)
    }

    /// The quotient; `other` is positive.
    pub fn over(self, other: Ratio) -> Ratio {
        Ratio::new(self.over * other.under, self.under * other.over)
    }

    /// The difference.
    pub fn minus(self, other: Ratio) -> Ratio {
        Ratio::new(
            self.over * other.under - other.over * self.under,
            self.under * other.under,
        )
    }

    /// The sum.
    pub fn plus(self, other: Ratio) -> Ratio {
        self.minus(other.times(Ratio::whole(-1)))
    }

    /// How many decimals it was read with.
    pub fn places(self) -> u32 {
        self.under.ilog10()
    }

    /// Without its sign.
    pub fn size(self) -> Ratio {
        Ratio::new(self.over.abs(), self.under)
    }

    /// Rounded to `places`, a half away from zero.
    pub fn rounded(self, places: u32) -> Ratio {
        let ten = 10_i128.pow(places);
        let doubled = 2 * self.over.abs() * ten + self.under;
        let size = doubled / (2 * self.under);
        Ratio::new(size * self.over.signum(), ten)
    }

    /// Printed with `places` decimals and commas.
    pub fn printed(self, places: u32) -> String {
        let ten = 10_i128.pow(places);
        let units = self.rounded(places).over.abs();
        let mut whole = (units / ten).to_string();
        let mut at = whole.len();
        while at > 3 {
            at -= 3;
            whole.insert(at, ',');
        }
        let sign = if self.over < 0 && units > 0 { "−" } else { "" };
        match places {
            0 => format!("{sign}{whole}"),
            places => format!("{sign}{whole}.{:0width$}", units % ten, width = places as usize),
        }
    }
}

impl std::iter::Sum for Ratio {
    fn sum<I: Iterator<Item = Ratio>>(all: I) -> Ratio {
        all.fold(Ratio::whole(0), Ratio::plus)
    }
}

impl PartialEq for Ratio {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Ratio {}

impl PartialOrd for Ratio {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Ratio {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.over * other.under).cmp(&(other.over * self.under))
    }
}
