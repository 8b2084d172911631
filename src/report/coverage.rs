//! The coverage line: how many numbers, claims and sign-offs were checked, so that silence never means "not run".

use std::ops::AddAssign;

/// How much of a notice was checked, or of several together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Coverage {
    /// Numbers in the words that come from a figure, and all numbers in the words.
    pub numbers: Share,
    /// Claims whose condition and words hold, and all claims with a condition.
    pub claims: Share,
    /// Claims that rest on a source outside the data.
    pub cited: usize,
    /// Literals with a reason.
    pub as_written: usize,
    /// False alarms that somebody answers for.
    pub accepted: usize,
    /// Sign-offs that are valid, and all that the notice needs.
    pub sign_offs: Share,
}

/// Some of a whole: `41 of 41`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Share {
    /// Those that are right.
    pub of: usize,
    /// All of them.
    pub all: usize,
}

impl Coverage {
    /// `41 of 41 numbers traced · 7 of 7 claims hold · 1 cited · 1 as written · 2 of 2 sign-offs valid`; false alarms
    /// are counted only where there are any. Holds no values: safe in a public log.
    pub fn line(&self) -> String {
        let Share { of, all } = self.numbers;
        let mut parts = vec![format!("{of} of {all} {} traced", noun(all, "number"))];
        let Share { of, all } = self.claims;
        let hold = if all == 1 { "holds" } else { "hold" };
        parts.push(format!("{of} of {all} {} {hold}", noun(all, "claim")));
        parts.push(format!("{} cited", self.cited));
        parts.push(format!("{} as written", self.as_written));
        if self.accepted > 0 {
            parts.push(format!("{} accepted", self.accepted));
        }
        let Share { of, all } = self.sign_offs;
        parts.push(format!("{of} of {all} {} valid", noun(all, "sign-off")));
        parts.join(" · ")
    }
}

/// `number` for one, `numbers` for any other count.
fn noun(count: usize, one: &str) -> String {
    if count == 1 {
        one.to_owned()
    } else {
        format!("{one}s")
    }
}

impl AddAssign for Share {
    fn add_assign(&mut self, other: Share) {
        self.of += other.of;
        self.all += other.all;
    }
}

impl AddAssign for Coverage {
    fn add_assign(&mut self, other: Coverage) {
        self.numbers += other.numbers;
        self.claims += other.claims;
        self.cited += other.cited;
        self.as_written += other.as_written;
        self.accepted += other.accepted;
        self.sign_offs += other.sign_offs;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_counts_and_agrees_in_number() {
        let coverage = Coverage {
            numbers: Share { of: 41, all: 41 },
            claims: Share { of: 0, all: 1 },
            cited: 1,
            as_written: 1,
            accepted: 0,
            sign_offs: Share { of: 2, all: 2 },
        };
        assert_eq!(
            coverage.line(),
            "41 of 41 numbers traced · 0 of 1 claim holds · 1 cited · 1 as written · 2 of 2 sign-offs valid"
        );
    }
}
