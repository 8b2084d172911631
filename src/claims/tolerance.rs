//! How near is near: every tolerance of the claims, in one table.
//!
//! A claim may tighten its own with `within=`, never widen it. docs/claims.md prints this table.

use crate::quantity::{Exact, Unit};

/// How far two values may, or must, lie apart for a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tolerance {
    /// The word.
    pub word: &'static str,
    /// What it bounds, for the documentation.
    pub means: &'static str,
    /// Between percentages, and in percentage points: tenths of a point.
    pub tenths_of_point: i64,
    /// Between other values: thousandths of the value compared with.
    pub thousandths: i64,
    /// Between ratings: steps of the scale.
    pub steps: i64,
}

/// `just_above`, `just_below`: at most this far, and not equal.
pub const JUST: Tolerance = Tolerance {
    word: "just",
    means: "at most this far, and not equal",
    tenths_of_point: 20,
    thousandths: 20,
    steps: 1,
};

/// `well_above`, `well_below`: at least this far.
pub const WELL: Tolerance = Tolerance {
    word: "well",
    means: "at least this far",
    tenths_of_point: 50,
    thousandths: 100,
    steps: 2,
};

/// `in_line`: at most this far, either side.
pub const IN_LINE: Tolerance = Tolerance {
    word: "in line",
    means: "at most this far, on either side",
    tenths_of_point: 10,
    thousandths: 10,
    steps: 0,
};

/// `unchanged`: at most this far, either side.
pub const UNCHANGED: Tolerance = Tolerance {
    word: "unchanged",
    means: "at most this far, on either side",
    tenths_of_point: 5,
    thousandths: 5,
    steps: 0,
};

/// `nearly`: below by at most this.
pub const NEARLY: Tolerance = Tolerance {
    word: "nearly",
    means: "below, by at most this",
    tenths_of_point: 30,
    thousandths: 50,
    steps: 0,
};

/// `just_over`: above by at most this.
pub const JUST_OVER: Tolerance = Tolerance {
    word: "just over",
    means: "above, by at most this",
    tenths_of_point: 30,
    thousandths: 50,
    steps: 0,
};

/// `about`: at most this far, either side.
pub const ABOUT: Tolerance = Tolerance {
    word: "about",
    means: "at most this far, on either side",
    tenths_of_point: 30,
    thousandths: 50,
    steps: 0,
};

/// `doubled`, `trebled`, `halved`: past the multiple by at most this share of it; never short of it.
pub const MULTIPLE: Tolerance = Tolerance {
    word: "doubled, trebled, halved",
    means: "past the multiple by at most this share of it, never short of it",
    tenths_of_point: 0,
    thousandths: 50,
    steps: 0,
};

/// "The vast majority": at least this far above half.
pub const VAST_MAJORITY: Tolerance = Tolerance {
    word: "vast, great or overwhelming majority",
    means: "above half of the whole, by at least this",
    tenths_of_point: 300,
    thousandths: 0,
    steps: 0,
};

/// "A large majority": at least this far above half.
pub const LARGE_MAJORITY: Tolerance = Tolerance {
    word: "large majority, the bulk",
    means: "above half of the whole, by at least this",
    tenths_of_point: 100,
    thousandths: 0,
    steps: 0,
};

/// "A clear majority": at least this far above half.
pub const CLEAR_MAJORITY: Tolerance = Tolerance {
    word: "clear majority",
    means: "above half of the whole, by at least this",
    tenths_of_point: 50,
    thousandths: 0,
    steps: 0,
};

/// "A narrow majority": at most this far above half.
pub const NARROW_MAJORITY: Tolerance = Tolerance {
    word: "narrow or slim majority",
    means: "above half of the whole, by at most this",
    tenths_of_point: 50,
    thousandths: 0,
    steps: 0,
};

/// "Plummeted", "a sharp rise": at least this far.
pub const SHARP: Tolerance = Tolerance {
    word: "sharp change, soared, plummeted",
    means: "moved by at least this; between percentages the one or the other",
    tenths_of_point: 50,
    thousandths: 100,
    steps: 2,
};

/// "Edged up", "slightly down": at most this far.
pub const SLIGHT: Tolerance = Tolerance {
    word: "slight change, edged up",
    means: "moved by at most this; between percentages the one or the other",
    tenths_of_point: 50,
    thousandths: 100,
    steps: 1,
};

/// All of them, for the documentation.
pub const ALL: [Tolerance; 14] = [
    JUST,
    WELL,
    IN_LINE,
    UNCHANGED,
    NEARLY,
    JUST_OVER,
    ABOUT,
    MULTIPLE,
    VAST_MAJORITY,
    LARGE_MAJORITY,
    CLEAR_MAJORITY,
    NARROW_MAJORITY,
    SHARP,
    SLIGHT,
];

impl Tolerance {
    /// How far, for values of `unit` compared with `with`.
    pub fn around(&self, unit: &Unit, with: &Exact) -> Exact {
        match unit {
            Unit::Percent | Unit::PercentagePoints => part(self.tenths_of_point, 10),
            Unit::Rating(_) => Exact::whole(self.steps),
            Unit::Score { out_of } => part(self.thousandths, 1000).times(&Exact::from(*out_of)),
            Unit::Number(_) | Unit::Money(_) => with.abs().times(&part(self.thousandths, 1000)),
        }
    }

    /// As a share: 0.05 for 50 thousandths.
    pub fn share(&self) -> Exact {
        part(self.thousandths, 1000)
    }
}

fn part(of: i64, whole: i64) -> Exact {
    Exact::whole(of)
        .over(&Exact::whole(whole))
        .unwrap_or_else(|| Exact::whole(0))
}
