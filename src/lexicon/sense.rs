//! What a phrase of the lexicon says.

/// What a phrase says, with the numbers in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Sense {
    /// more than what it is compared with
    Above,
    /// less than what it is compared with
    Below,
    /// above by little
    JustAbove,
    /// below by little
    JustBelow,
    /// above by much
    WellAbove,
    /// below by much
    WellBelow,
    /// near enough to be called alike
    InLine,
    /// the very same
    Equal,
    /// above where higher is better, below where lower is
    Better,
    /// below where higher is better, above where lower is
    Worse,
    /// as good as its target or better
    Met,
    /// worse than its target
    Missed,
    /// more than before
    Rose,
    /// less than before
    Fell,
    /// as before, or nearly
    Unchanged,
    /// better than before
    Improved,
    /// worse than before
    Worsened,
    /// twice what it was
    Doubled,
    /// three times what it was
    Trebled,
    /// half what it was
    Halved,
    /// over twice what it was
    MoreThanDoubled,
    /// so many times another: "three times as many"
    Times(u64),
    /// nearly so many times another: "almost doubled"
    NearlyTimes(u64),
    /// more than so many times another: "more than trebled"
    OverTimes(u64),
    /// about so many times another: "roughly twice"
    AboutTimes(u64),
    /// so many tenths of times another: "2.5 times as many"
    Tenths(u64),
    /// nearly half what it was
    NearlyHalved,
    /// less than half what it was
    MoreThanHalved,
    /// about half what it was
    AboutHalved,
    /// a change that is smaller than the one before
    Slowed,
    /// a change that is greater than the one before
    Quickened,
    /// in less time where the figure is a time; where it is a change, more of one
    Quicker,
    /// in more time where the figure is a time; where it is a change, less of one
    Slower,
    /// the same way in each of so many years: "for the fifth year running"
    YearsRunning(u64),
    /// the same way in every year since this one
    EachYearSince(i32),
    /// compared with so many years: "in five years"
    ForYears(u64),
    /// the other or more: "no lower than"
    AtLeast,
    /// the other or less: "no higher than"
    AtMost,
    /// every one of a set but so many: "all but one"
    AllBut(u64),
    /// an earlier figure was changed
    Revised,
    /// an earlier figure was changed to more
    RevisedUp,
    /// an earlier figure was changed to less
    RevisedDown,
    /// at the top of a set, counted from 1 at the highest: "second highest"
    FromTop(u8),
    /// at the bottom of a set, counted from 1 at the lowest
    FromBottom(u8),
    /// near an end of a set and perhaps not at it: "one of the highest"; whether that end is the top
    NearEnd(bool),
    /// at the better end of a set
    Best,
    /// at the worse end of a set
    Worst,
    /// at a place it shares: "joint", "tied"
    Joint,
    /// more than ever
    RecordHigh,
    /// less than ever
    RecordLow,
    /// at an end of all that is known, either one
    Record,
    /// more than in all the years that the words name: "a five-year high"
    HighOfYears,
    /// less than in all the years that the words name
    LowOfYears,
    /// compared with all years since this one
    Since(i32),
    /// a share: two thirds, one in five
    Fraction {
        /// two
        of: u64,
        /// three
        out_of: u64,
    },
    /// so many of a set: "two of the three"; `None` where the set is not counted
    Count {
        /// two
        of: u64,
        /// three
        out_of: Option<u64>,
    },
    /// more than the number that follows
    ShareOver,
    /// more than the number that follows, by little
    ShareJustOver,
    /// less than the number that follows
    ShareUnder,
    /// less than the number that follows, by little
    ShareNearly,
    /// either side of the number that follows
    ShareAbout,
    /// the number that follows and no other
    ShareExactly,
    /// more than half
    Majority,
    /// less than half
    Minority,
    /// every one of a set
    All,
    /// every one of a set but very few: "nearly all"
    NearlyAll,
    /// no one of a set
    NoneOf,
    /// a whole made of parts
    Sum,
    /// no change that the uncertainty allows to be called one
    NoClearChange,
    /// turns what stands beside it round
    Negation,
}

impl Sense {
    /// Whether it says on which side of another value something is, or that it is beside it.
    pub fn is_side(self) -> bool {
        matches!(
            self,
            Sense::Above
                | Sense::Below
                | Sense::JustAbove
                | Sense::JustBelow
                | Sense::WellAbove
                | Sense::WellBelow
                | Sense::InLine
                | Sense::Equal
                | Sense::Better
                | Sense::Worse
        )
    }
}

/// The sense that an entry names: its kebab-case name, with the numbers of its phrase where it has any.
///
/// `n`, `d` and `year` are what the phrase's slots held, or what the entry says of itself.
pub(super) fn sense(name: &str, n: Option<u64>, d: Option<u64>) -> Option<Sense> {
    Some(match name {
        "above" => Sense::Above,
        "below" => Sense::Below,
        "just-above" => Sense::JustAbove,
        "just-below" => Sense::JustBelow,
        "well-above" => Sense::WellAbove,
        "well-below" => Sense::WellBelow,
        "in-line" => Sense::InLine,
        "equal" => Sense::Equal,
        "better" => Sense::Better,
        "worse" => Sense::Worse,
        "met" => Sense::Met,
        "missed" => Sense::Missed,
        "rose" => Sense::Rose,
        "fell" => Sense::Fell,
        "unchanged" => Sense::Unchanged,
        "improved" => Sense::Improved,
        "worsened" => Sense::Worsened,
        "doubled" => Sense::Doubled,
        "trebled" => Sense::Trebled,
        "halved" => Sense::Halved,
        "more-than-doubled" => Sense::MoreThanDoubled,
        "times" => Sense::Times(n?),
        "nearly-times" => Sense::NearlyTimes(n?),
        "over-times" => Sense::OverTimes(n?),
        "about-times" => Sense::AboutTimes(n?),
        "tenths" => Sense::Tenths(n?),
        "and-a-half" => Sense::Tenths(n?.checked_mul(10)?.checked_add(5)?),
        "nearly-halved" => Sense::NearlyHalved,
        "more-than-halved" => Sense::MoreThanHalved,
        "about-halved" => Sense::AboutHalved,
        "slowed" => Sense::Slowed,
        "quickened" => Sense::Quickened,
        "quicker" => Sense::Quicker,
        "slower" => Sense::Slower,
        "years-running" => Sense::YearsRunning(n?),
        "each-year-since" => Sense::EachYearSince(i32::try_from(n?).ok()?),
        "for-years" => Sense::ForYears(n?),
        "at-least" => Sense::AtLeast,
        "at-most" => Sense::AtMost,
        "all-but" => Sense::AllBut(n?),
        "revised" => Sense::Revised,
        "revised-up" => Sense::RevisedUp,
        "revised-down" => Sense::RevisedDown,
        "from-top" => Sense::FromTop(u8::try_from(n?).ok()?),
        "from-bottom" => Sense::FromBottom(u8::try_from(n?).ok()?),
        "near-top" => Sense::NearEnd(true),
        "near-bottom" => Sense::NearEnd(false),
        "best" => Sense::Best,
        "worst" => Sense::Worst,
        "joint" => Sense::Joint,
        "record-high" => Sense::RecordHigh,
        "record-low" => Sense::RecordLow,
        "record" => Sense::Record,
        "high-of-years" => Sense::HighOfYears,
        "low-of-years" => Sense::LowOfYears,
        "since" => Sense::Since(i32::try_from(n?).ok()?),
        "fraction" => {
            let (of, out_of) = (n?, d?);
            // "one in 2012" is a year, "five out of three" a slip of the pen.
            (of < out_of && out_of <= 1000).then_some(Sense::Fraction { of, out_of })?
        }
        "count" => Sense::Count { of: n?, out_of: d },
        "share-over" => Sense::ShareOver,
        "share-just-over" => Sense::ShareJustOver,
        "share-under" => Sense::ShareUnder,
        "share-nearly" => Sense::ShareNearly,
        "share-about" => Sense::ShareAbout,
        "share-exactly" => Sense::ShareExactly,
        "majority" => Sense::Majority,
        "minority" => Sense::Minority,
        "all" => Sense::All,
        "nearly-all" => Sense::NearlyAll,
        "none-of" => Sense::NoneOf,
        "sum" => Sense::Sum,
        "no-clear-change" => Sense::NoClearChange,
        "negation" => Sense::Negation,
        _ => return None,
    })
}
