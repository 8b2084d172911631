//! Claims about multiples of another value: doubled, trebled, halved, so many times as many.

use super::motion::is_own_past;
use super::time::{comparable, earlier};
use super::{Family, Kind, Wanted, wanted};
use crate::claims::reading::{Cannot, Given, Judged, Row};
use crate::claims::tolerance::{ABOUT, MULTIPLE, NEARLY};
use crate::finding::Code;
use crate::lexicon::Sense;
use crate::quantity::{Exact, Unit};

const FROM: &[Wanted] = &[wanted("from")];
const TIMES: &[Wanted] = &[wanted("from"), wanted("n")];

pub(super) const KINDS: &[Kind] = &[
    Kind {
        name: "doubled",
        holds: "twice the earlier value, or little more",
        arguments: FROM,
        example: "crime.value is doubled(from=crime.previous)",
        words: &[Sense::Doubled, Sense::Times(2), Sense::Rose, Sense::Above],
        if_better: (&[], &[]),
        contrary: &[],
        denied: &[],
        family: Family::Multiple,
        judge: |row| fits(Sense::Doubled, row),
    },
    Kind {
        name: "trebled",
        holds: "three times the earlier value, or little more",
        arguments: FROM,
        example: "crime.value is trebled(from=crime.previous)",
        words: &[Sense::Trebled, Sense::Times(3), Sense::Rose, Sense::Above],
        if_better: (&[], &[]),
        contrary: &[],
        denied: &[],
        family: Family::Multiple,
        judge: |row| fits(Sense::Trebled, row),
    },
    Kind {
        name: "quadrupled",
        holds: "four times the earlier value, or little more",
        arguments: FROM,
        example: "crime.value is quadrupled(from=crime.previous)",
        words: &[Sense::Times(4), Sense::Rose, Sense::Above],
        if_better: (&[], &[]),
        contrary: &[],
        denied: &[],
        family: Family::Multiple,
        judge: |row| fits(Sense::Times(4), row),
    },
    Kind {
        name: "times",
        holds: "so many times the other, or little more",
        arguments: TIMES,
        example: "calls.value is times(n=5, from=alarms.value)",
        // That it rose is licensed where the other is an earlier value.
        words: &[Sense::Times(5), Sense::Above],
        if_better: (&[], &[]),
        contrary: &[],
        denied: &[],
        family: Family::Multiple,
        judge: |row| Ok(is_about(&times(row)?, &row.value("n")?.amount)),
    },
    Kind {
        name: "nearly_doubled",
        holds: "short of twice the earlier value, by little",
        arguments: FROM,
        example: "crime.value is nearly_doubled(from=crime.previous)",
        words: &[Sense::NearlyTimes(2), Sense::Rose, Sense::Above],
        if_better: (&[], &[]),
        contrary: &[],
        denied: &[],
        family: Family::Multiple,
        judge: |row| fits(Sense::NearlyTimes(2), row),
    },
    Kind {
        name: "nearly_trebled",
        holds: "short of three times the earlier value, by little",
        arguments: FROM,
        example: "crime.value is nearly_trebled(from=crime.previous)",
        words: &[Sense::NearlyTimes(3), Sense::Rose, Sense::Above],
        if_better: (&[], &[]),
        contrary: &[],
        denied: &[],
        family: Family::Multiple,
        judge: |row| fits(Sense::NearlyTimes(3), row),
    },
    Kind {
        name: "more_than_doubled",
        holds: "more than twice the earlier value",
        arguments: FROM,
        example: "crime.value is more_than_doubled(from=crime.previous)",
        words: &[Sense::MoreThanDoubled, Sense::Rose, Sense::Above],
        if_better: (&[], &[]),
        contrary: &[],
        denied: &[],
        family: Family::Multiple,
        judge: |row| fits(Sense::MoreThanDoubled, row),
    },
    Kind {
        name: "more_than_trebled",
        holds: "more than three times the earlier value",
        arguments: FROM,
        example: "crime.value is more_than_trebled(from=crime.previous)",
        words: &[Sense::OverTimes(3), Sense::Rose, Sense::Above],
        if_better: (&[], &[]),
        contrary: &[],
        denied: &[],
        family: Family::Multiple,
        judge: |row| fits(Sense::OverTimes(3), row),
    },
    Kind {
        name: "halved",
        holds: "half the earlier value, or little less",
        arguments: FROM,
        example: "crime.value is halved(from=crime.previous)",
        words: &[Sense::Halved, Sense::Fell, Sense::Below],
        if_better: (&[], &[]),
        contrary: &[],
        denied: &[],
        family: Family::Multiple,
        judge: |row| fits(Sense::Halved, row),
    },
    Kind {
        name: "nearly_halved",
        holds: "more than half the earlier value, by little",
        arguments: FROM,
        example: "crime.value is nearly_halved(from=crime.previous)",
        words: &[Sense::NearlyHalved, Sense::Fell, Sense::Below],
        if_better: (&[], &[]),
        contrary: &[],
        denied: &[],
        family: Family::Multiple,
        judge: |row| fits(Sense::NearlyHalved, row),
    },
    Kind {
        name: "more_than_halved",
        holds: "less than half the earlier value",
        arguments: FROM,
        example: "crime.value is more_than_halved(from=crime.previous)",
        words: &[Sense::MoreThanHalved, Sense::Fell, Sense::Below],
        if_better: (&[], &[]),
        contrary: &[],
        denied: &[],
        family: Family::Multiple,
        judge: |row| fits(Sense::MoreThanHalved, row),
    },
];

fn fits(sense: Sense, row: &Row<'_>) -> Judged {
    Ok(is_multiple(sense, &times_before(row)?).unwrap_or(false))
}

/// Whether a value so many times another bears out what a sense says of it; `None` where the sense says no multiple.
pub fn is_multiple(sense: Sense, times: &Exact) -> Option<bool> {
    let half = || Exact::whole(1).over(times);
    Some(match sense {
        Sense::Doubled => is_about(times, &Exact::whole(2)),
        Sense::Trebled => is_about(times, &Exact::whole(3)),
        Sense::Times(n) => is_about(times, &Exact::from(n)),
        Sense::Tenths(n) => is_about(times, &Exact::ratio(n, 10).unwrap_or_else(|| Exact::whole(0))),
        Sense::NearlyTimes(n) => is_nearly(times, &Exact::from(n)),
        Sense::MoreThanDoubled => *times > Exact::whole(2),
        Sense::OverTimes(n) => *times > Exact::from(n),
        Sense::AboutTimes(n) => is_near(times, &Exact::from(n)),
        Sense::Halved => half().is_some_and(|half| is_about(&half, &Exact::whole(2))),
        Sense::NearlyHalved => half().is_some_and(|half| is_nearly(&half, &Exact::whole(2))),
        Sense::MoreThanHalved => times.times(&Exact::whole(2)) < Exact::whole(1),
        Sense::AboutHalved => half().is_some_and(|half| is_near(&half, &Exact::whole(2))),
        _ => return None,
    })
}

/// At least `multiple`, and past it by no more than the table allows.
fn is_about(times: &Exact, multiple: &Exact) -> bool {
    let most = multiple.plus(&multiple.times(&MULTIPLE.share()));
    *times >= *multiple && *times <= most
}

/// Short of `multiple`, by no more than the table allows.
fn is_nearly(times: &Exact, multiple: &Exact) -> bool {
    let least = multiple.minus(&multiple.times(&NEARLY.share()));
    *times < *multiple && *times >= least
}

/// On either side of `multiple`, by no more than the table allows.
fn is_near(times: &Exact, multiple: &Exact) -> bool {
    times.minus(multiple).abs() <= multiple.times(&ABOUT.share())
}

/// How many times the earlier value the figure is.
fn times_before(row: &Row<'_>) -> Result<Exact, Cannot> {
    if let Some(from) = row.arguments.get("from") {
        earlier(row, from)?;
    }
    times(row)
}

/// How many times the other the figure is; the other may be anything that can be compared.
fn times(row: &Row<'_>) -> Result<Exact, Cannot> {
    if matches!(row.arguments.get("from"), Some(Given::Figure(from)) if is_own_past(from, row.figure)) {
        comparable(row)?;
    }
    if matches!(row.quantity()?.unit, Unit::Rating(_)) {
        return Err(Cannot::new(
            Code::BadCondition,
            format!("`{}` is a rating, and a rating has no multiples", row.figure.name),
            "write `is improved(from=…)`",
        ));
    }
    let from = row.compared("from")?;
    row.amount()?
        .over(&from.amount)
        .filter(|times| !times.is_negative())
        .ok_or_else(|| {
            Cannot::new(
                Code::ClaimNotSupported,
                format!("`{}` has no multiple: it is 0 or of the other sign", from.name),
                "say that it rose or fell, and by how much",
            )
        })
}
