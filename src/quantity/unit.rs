//! Units of what is measured.

use std::sync::Arc;

use super::Exact;
use super::read::MAGNITUDES;

/// The unit of a quantity.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Unit {
    /// Per cent of a whole.
    Percent,
    /// A difference between two percentages, in percentage points.
    PercentagePoints,
    /// Things that are counted or measured: reports, days. `None`: a bare number.
    Number(Option<Noun>),
    /// Money.
    Money(Money),
    /// Points out of a maximum.
    Score {
        /// The most there can be.
        out_of: u64,
    },
    /// A step on an ordered scale.
    Rating(Arc<Scale>),
}

impl Unit {
    /// The unit's name for messages: `per cent`, `reports`, `$ billion`, `points out of 27`.
    pub fn name(&self) -> String {
        match self {
            Unit::Percent => "per cent".to_owned(),
            Unit::PercentagePoints => "percentage points".to_owned(),
            Unit::Number(None) => "a bare number".to_owned(),
            Unit::Number(Some(noun)) => noun.many.clone(),
            Unit::Money(money) => money.name(),
            Unit::Score { out_of } => format!("points out of {out_of}"),
            Unit::Rating(scale) => format!("a rating from {} to {}", scale.worst(), scale.best()),
        }
    }

    /// The word that multiplies its numbers: the billion of `£ billion`, the million of `million journeys`.
    pub fn magnitude(&self) -> Option<&str> {
        let name = match self {
            Unit::Money(money) => money.magnitude.as_deref(),
            Unit::Number(Some(noun)) => noun.many.split_whitespace().next(),
            _ => None,
        };
        name.map(|name| name.strip_suffix('s').unwrap_or(name))
            .filter(|name| MAGNITUDES.contains(name))
    }

    /// The letters that stand for its magnitude or coin, the usual ones first: the m of `£ million`, the p of `pence`.
    pub fn letters(&self) -> &'static [&'static str] {
        match (self.magnitude(), self) {
            (Some("thousand"), _) => &["k", "000s"],
            (Some("million"), _) => &["m", "mn", "mln"],
            (Some("billion"), _) => &["bn", "b"],
            (Some("trillion"), _) => &["tn", "trn"],
            (None, Unit::Number(Some(noun))) if ["pence", "p"].contains(&noun.many.as_str()) => &["p"],
            (None, Unit::Number(Some(noun))) if ["cents", "c"].contains(&noun.many.as_str()) => &["c"],
            _ => &[],
        }
    }
}

/// A noun with both numbers.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Noun {
    /// `report`
    pub one: String,
    /// `reports`
    pub many: String,
}

impl Noun {
    /// The form that goes with `count`: the singular for exactly 1 and −1 alone. Ask about the number
    /// as printed: 1.2 reports that print as 1 are "1 report".
    pub fn for_count(&self, count: &Exact) -> &str {
        if count.abs() == Exact::whole(1) {
            &self.one
        } else {
            &self.many
        }
    }
}

/// A currency and the magnitude amounts are given in.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Money {
    /// `$`, `£`, `€`, or an ISO code that prints before the amount.
    pub symbol: String,
    /// `million`, `billion`, or none.
    pub magnitude: Option<String>,
}

impl Money {
    /// `$ billion`, as a programme declares it.
    pub fn name(&self) -> String {
        match &self.magnitude {
            Some(magnitude) => format!("{} {magnitude}", self.symbol),
            None => self.symbol.clone(),
        }
    }

    /// `number` as an amount: `$381.2 billion`, `GBP 12`.
    pub fn with_number(&self, number: &str) -> String {
        let before = self.before_number();
        match &self.magnitude {
            Some(magnitude) => format!("{before}{number} {magnitude}"),
            None => format!("{before}{number}"),
        }
    }

    /// What stands before an amount's number: the sign, or the code with its space.
    pub(super) fn before_number(&self) -> String {
        let code = self.symbol.ends_with(|last: char| last.is_ascii_alphabetic());
        let gap = if code { " " } else { "" };
        format!("{}{gap}", self.symbol)
    }
}

/// The ratings of a scale, worst first.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Scale {
    /// `Inadequate`, `Requires improvement`, `Good`, `Outstanding`.
    pub ratings: Vec<String>,
}

impl Scale {
    /// The lowest rating.
    pub fn worst(&self) -> &str {
        self.ratings.first().map_or("", String::as_str)
    }

    /// The highest rating.
    pub fn best(&self) -> &str {
        self.ratings.last().map_or("", String::as_str)
    }

    /// The rating at a step counted from 0; `None` beside the scale.
    pub fn at(&self, step: &Exact) -> Option<&str> {
        let step = usize::try_from(step.to_whole()?).ok()?;
        self.ratings.get(step).map(String::as_str)
    }
}
