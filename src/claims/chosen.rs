//! Words chosen from data, true by construction: what the filters `against`, `as_share` and `moved` print, and what
//! the tests in `{% if %}` answer. They judge with the same kinds as the claims, by exact and by printed values.

use std::sync::Arc;

use indexmap::IndexMap;

use super::kinds::{self, Kind};
use super::reading::{Cannot, Given, Reading};
pub use super::resolve::Count;
use super::resolve::{CaseRow, for_row};
use super::verdict::both;
use crate::figures::Figure;
use crate::finding::Code;
use crate::quantity::{Exact, Rounding, Unit};

/// Shares with a name, in the order in which a newsroom reaches for them, with the words.
const SHARES: &[(u64, u64, &str)] = &[
    (1, 2, "half"),
    (1, 4, "a quarter"),
    (3, 4, "three-quarters"),
    (1, 3, "a third"),
    (2, 3, "two-thirds"),
    (1, 5, "one in five"),
    (2, 5, "two in five"),
    (3, 5, "three in five"),
    (4, 5, "four in five"),
    (1, 10, "one in ten"),
    (3, 10, "three in ten"),
    (7, 10, "seven out of ten"),
    (9, 10, "nine out of ten"),
];

/// Kinds of share from the nearest to the widest, with their side words.
const SIDES: &[(&str, &str)] = &[
    ("exactly", ""),
    ("just_over", "just over "),
    ("nearly", "nearly "),
];

/// Words that were chosen, and the kind of claim that they make.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chosen {
    /// "in line with"
    pub words: String,
    /// `in_line`
    pub claim: &'static str,
}

impl Chosen {
    fn new(words: impl Into<String>, claim: &'static str) -> Self {
        Chosen {
            words: words.into(),
            claim,
        }
    }
}

/// The kinds that may stand in `{% if %}`: all of them, since a figure carries what stands beside it.
pub fn tests() -> impl Iterator<Item = &'static Kind> {
    kinds::all()
}

/// Whether a test of one figure or of a list holds, or, `denied`, the contrary that a condition means by `is not`, by exact
/// and by printed values.
///
/// # Errors
/// Missing values, other units, figures that may not be compared: names only, fit for everybody's eyes.
pub fn holds(
    kind: &'static Kind,
    subject: &[Arc<Figure>],
    arguments: &IndexMap<String, Given>,
    count: Count,
    denied: bool,
    rounding: Rounding,
) -> Result<bool, Cannot> {
    if let Some(name) = kind.lacking(|name| arguments.contains_key(name)).first() {
        return Err(Cannot::new(
            Code::BadCondition,
            format!("`{}` wants `{name}=`", kind.name),
            format!("write, say, `{}`", kind.example),
        ));
    }
    let mut held = Vec::new();
    for figure in subject {
        let mut own = IndexMap::new();
        for (name, given) in arguments {
            let Some(given) = for_row(given, figure, kind.takes_whole(name)) else {
                return Err(Cannot::new(
                    Code::MissingValueUsed,
                    format!("`{}` has no partner in `{name}=`", figure.name),
                    "give the column for every measure, or test the measures one by one",
                ));
            };
            own.insert(name.clone(), given);
        }
        held.push(both(kind, &CaseRow::new(figure, own), rounding)?);
    }
    Ok(count.truth(&held, denied) == (true, true))
}

fn is(
    name: &str,
    figure: &Arc<Figure>,
    argument: &str,
    given: Given,
    rounding: Rounding,
) -> Result<bool, Cannot> {
    let Some(kind) = kinds::named(name) else {
        return Ok(false);
    };
    let arguments = IndexMap::from([(argument.to_owned(), given)]);
    holds(
        kind,
        std::slice::from_ref(figure),
        &arguments,
        Count::Every,
        false,
        rounding,
    )
}

/// "above", "below" or "in line with", by exact and by printed values.
///
/// # Errors
/// A missing value, another unit, or values that differ before rounding and not in print by more than "in line".
pub fn against(figure: &Arc<Figure>, than: &Arc<Figure>, rounding: Rounding) -> Result<Chosen, Cannot> {
    let given = || Given::Figure(Arc::clone(than));
    for (kind, argument, words, claim) in [
        ("above", "than", "above", "above"),
        ("below", "than", "below", "below"),
        ("in_line", "with", "in line with", "in_line"),
        // Ratings on one step, and values that print alike and differ by less than a printed place.
        ("equal", "to", "in line with", "in_line"),
    ] {
        if is(kind, figure, argument, given(), rounding)? {
            return Ok(Chosen::new(words, claim));
        }
    }
    Err(cannot_say("against", figure, than))
}

/// "rose", "fell", "showed no clear change" where the interval of the change holds zero, or "was unchanged", by exact and
/// by printed values; a figure that is itself a change needs no `from`.
///
/// # Errors
/// A missing value, another unit, values that may not be compared, a change compared with another, or a change that
/// rounding hides.
pub fn moved(figure: &Arc<Figure>, from: Option<&Arc<Figure>>, rounding: Rounding) -> Result<Chosen, Cannot> {
    let arguments: IndexMap<String, Given> = from
        .map(|from| ("from".to_owned(), Given::Figure(Arc::clone(from))))
        .into_iter()
        .collect();
    if kinds::compares_changes(&arguments, figure) {
        return Err(Cannot::new(
            Code::BadCondition,
            format!(
                "`moved` of `{}` cannot be computed: it is a change, and says itself which way",
                figure.name
            ),
            "leave `from=` out",
        ));
    }
    let row = CaseRow::new(figure, arguments);
    let mut moves = false;
    for name in ["rose", "fell"] {
        let Some(kind) = kinds::named(name) else { continue };
        match both(kind, &row, rounding)? {
            (true, true) => return Ok(Chosen::new(name, name)),
            (exact, printed) => moves |= exact || printed,
        }
    }
    let Some(unchanged) = kinds::named("unchanged") else {
        return Err(cannot_say("moved", figure, from.unwrap_or(figure)));
    };
    if kinds::margin_round(&row.read(unchanged, Reading::Exact, rounding)).is_some() {
        if !moves {
            return Ok(Chosen::new("showed no clear change", "no_clear_change"));
        }
    } else if both(unchanged, &row, rounding)? == (true, true) {
        return Ok(Chosen::new("was unchanged", "unchanged"));
    }
    Err(cannot_say("moved", figure, from.unwrap_or(figure)))
}

fn cannot_say(filter: &str, figure: &Figure, other: &Figure) -> Cannot {
    Cannot::new(
        Code::ClaimLostInRounding,
        format!(
            "`{filter}` of `{}` and `{}` cannot be computed: exact and printed values say different things",
            figure.name, other.name
        ),
        "print more places, or write the sentence by hand",
    )
}

/// A share in words: "half", "just over three-quarters", "nearly two-thirds", "more than four in five".
///
/// # Errors
/// A missing value, or a figure that is no share of anything.
pub fn as_share(figure: &Arc<Figure>, rounding: Rounding) -> Result<Chosen, Cannot> {
    let share = |of: u64, out_of: u64| Given::Ratio(Exact::from(of), Exact::from(out_of));
    for (name, words) in [("none", "none"), ("all", "all")] {
        if let Some(kind) = kinds::named(name)
            && is_share_of_whole(figure)
            && holds(
                kind,
                std::slice::from_ref(figure),
                &IndexMap::new(),
                Count::Every,
                false,
                rounding,
            )?
        {
            return Ok(Chosen::new(words, name));
        }
    }
    for (kind, side) in SIDES {
        for (of, out_of, words) in SHARES {
            if is(kind, figure, "share", share(*of, *out_of), rounding)? {
                return Ok(Chosen::new(format!("{side}{words}"), kind));
            }
        }
    }
    // Between the shares that have a name: the greatest that it is more than.
    let mut by_size: Vec<_> = SHARES.iter().collect();
    by_size.sort_by(|a, b| (b.0 * a.1).cmp(&(a.0 * b.1)));
    for (of, out_of, words) in by_size {
        if is("more_than", figure, "share", share(*of, *out_of), rounding)? {
            return Ok(Chosen::new(format!("more than {words}"), "more_than"));
        }
    }
    if is("less_than", figure, "share", share(1, 10), rounding)? {
        return Ok(Chosen::new("fewer than one in ten", "less_than"));
    }
    Err(Cannot::new(
        Code::ClaimLostInRounding,
        format!(
            "`as_share` of `{}` cannot be computed: exact and printed values say different things",
            figure.name
        ),
        "print the figure itself",
    ))
}

fn is_share_of_whole(figure: &Figure) -> bool {
    figure.of().is_some()
        || figure
            .quantity()
            .is_some_and(|quantity| quantity.unit == Unit::Percent)
}
