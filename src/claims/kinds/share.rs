//! Claims about a share or a number: more than half, nearly two thirds, about 300, most, all, none.

use super::{Family, Kind, Wanted, optional};
use crate::claims::reading::{Cannot, Given, Reading, Row, known};
use crate::claims::tolerance::{ABOUT, JUST_OVER, NEARLY, Tolerance};
use crate::finding::Code;
use crate::lexicon::Sense;
use crate::quantity::{Exact, Unit, strip_percent};

const SHARE: Wanted = optional("share");
const NUMBER: Wanted = optional("number");
const WHOLE: Wanted = optional("of");
/// Of kinds that are sharp: there is nothing to tighten.
const SHARP: &[Wanted] = &[SHARE, NUMBER, WHOLE];
const NEAR: &[Wanted] = &[SHARE, NUMBER, WHOLE, optional("within")];
const OF: &[Wanted] = &[WHOLE];

pub(super) const KINDS: &[Kind] = &[
    Kind {
        name: "exactly",
        holds: "that share or number and no other",
        arguments: SHARP,
        example: "control.value is exactly(share=\"3/4\")",
        words: &[Sense::ShareExactly],
        if_better: (&[], &[]),
        contrary: &[],
        denied: &[],
        family: Family::Share,
        judge: |row| {
            let (own, with) = compared(row, true)?;
            Ok(own == with)
        },
    },
    Kind {
        name: "nearly",
        holds: "less, by little",
        arguments: NEAR,
        example: "help.value is nearly(share=\"4/5\")",
        words: &[Sense::ShareNearly, Sense::ShareUnder],
        if_better: (&[], &[]),
        contrary: &[],
        denied: &[],
        family: Family::Share,
        judge: |row| {
            let (own, with) = compared(row, false)?;
            Ok(own < with && with.minus(&own) <= near(row, &NEARLY, &with)?)
        },
    },
    Kind {
        name: "just_over",
        holds: "more, by little",
        arguments: NEAR,
        example: "control.value is just_over(share=\"3/4\")",
        words: &[Sense::ShareJustOver, Sense::ShareOver],
        if_better: (&[], &[]),
        contrary: &[],
        denied: &[],
        family: Family::Share,
        judge: |row| {
            let (own, with) = compared(row, false)?;
            Ok(own > with && own.minus(&with) <= near(row, &JUST_OVER, &with)?)
        },
    },
    Kind {
        name: "about",
        holds: "near, on either side",
        arguments: NEAR,
        example: "control.value is about(share=\"4/5\")",
        words: &[Sense::ShareAbout],
        if_better: (&[], &[]),
        contrary: &[],
        denied: &[],
        family: Family::Share,
        judge: |row| {
            let (own, with) = compared(row, false)?;
            Ok(own.minus(&with).abs() <= near(row, &ABOUT, &with)?)
        },
    },
    Kind {
        name: "more_than",
        holds: "more",
        arguments: SHARP,
        example: "control.value is more_than(share=\"1/2\")",
        words: &[Sense::ShareOver],
        if_better: (&[], &[]),
        contrary: &[Sense::ShareUnder],
        denied: &[Sense::AtMost],
        family: Family::Share,
        judge: |row| {
            let (own, with) = compared(row, false)?;
            Ok(own > with)
        },
    },
    Kind {
        name: "less_than",
        holds: "less",
        arguments: SHARP,
        example: "control.value is less_than(share=\"4/5\")",
        words: &[Sense::ShareUnder],
        if_better: (&[], &[]),
        contrary: &[Sense::ShareOver],
        denied: &[Sense::AtLeast],
        family: Family::Share,
        judge: |row| {
            let (own, with) = compared(row, false)?;
            Ok(own < with)
        },
    },
    Kind {
        name: "at_least",
        holds: "that much or more",
        arguments: SHARP,
        example: "control.value is at_least(share=\"3/4\")",
        words: &[Sense::AtLeast],
        if_better: (&[], &[]),
        contrary: &[Sense::ShareUnder],
        denied: &[],
        family: Family::Share,
        judge: |row| {
            let (own, with) = compared(row, false)?;
            Ok(own >= with)
        },
    },
    Kind {
        name: "at_most",
        holds: "that much or less",
        arguments: SHARP,
        example: "control.value is at_most(share=\"3/4\")",
        words: &[Sense::AtMost],
        if_better: (&[], &[]),
        contrary: &[Sense::ShareOver],
        denied: &[],
        family: Family::Share,
        judge: |row| {
            let (own, with) = compared(row, false)?;
            Ok(own <= with)
        },
    },
    Kind {
        name: "all",
        holds: "the whole",
        arguments: OF,
        example: "good_practice.value is all(of=reports.value)",
        words: &[Sense::All],
        if_better: (&[], &[]),
        contrary: &[],
        denied: &[],
        family: Family::Share,
        judge: |row| Ok(share_held(row)? == Exact::whole(100)),
    },
    Kind {
        name: "none",
        holds: "none of the whole",
        arguments: OF,
        example: "non_compliance.value is none(of=reports.value)",
        words: &[Sense::NoneOf],
        if_better: (&[], &[]),
        contrary: &[],
        denied: &[],
        family: Family::Share,
        judge: |row| match row.arguments.get("of") {
            None => Ok(row.amount()?.is_zero()),
            Some(_) => Ok(share_held(row)?.is_zero()),
        },
    },
    Kind {
        name: "most",
        holds: "more than half of the whole",
        arguments: OF,
        example: "control.value is most",
        words: &[Sense::Majority, Sense::ShareOver],
        if_better: (&[], &[]),
        contrary: &[Sense::Minority],
        denied: &[],
        family: Family::Share,
        judge: |row| Ok(share_held(row)? > Exact::whole(50)),
    },
];

/// The figure and what it is compared with, in one unit: per cent for a share, the figure's own for a number.
///
/// `alike`: the other is rounded as the figure is, because a reader cannot see more of either.
fn compared(row: &Row<'_>, alike: bool) -> Result<(Exact, Exact), Cannot> {
    match (row.arguments.get("share"), row.arguments.get("number")) {
        (Some(share), None) => {
            let with = share_of(share).ok_or_else(|| unreadable(row))?;
            let with = match (&row.quantity()?.unit, row.reading) {
                (Unit::Percent, Reading::Printed) if alike => {
                    with.round(row.quantity()?.places, row.rounding)
                }
                _ => with,
            };
            Ok((share_held(row)?, with))
        }
        (None, Some(_)) if row.arguments.contains_key("of") => Err(Cannot::new(
            Code::BadCondition,
            format!(
                "`{}` wants `of=` with a share only: a number is of nothing",
                row.kind.name
            ),
            "leave `of=` out, or compare the share: `share=\"1/2\"`",
        )),
        (None, Some(_)) => Ok((row.amount()?, row.value("number")?.amount)),
        _ => Err(unreadable(row)),
    }
}

fn unreadable(row: &Row<'_>) -> Cannot {
    Cannot::new(
        Code::BadCondition,
        format!("`{}` wants one share or one number", row.kind.name),
        format!(
            "write `share=\"2/3\"`, `share=\"60%\"` or `number=300`, as in `{}`",
            row.kind.example
        ),
    )
}

/// A share in per cent: of `"2/3"`, `"2 in 3"`, `"7 out of 10"`, `"60%"`, 2/3. `None` for anything else.
pub fn share_of(given: &Given) -> Option<Exact> {
    let hundred = Exact::whole(100);
    let ratio = |of: &Exact, out_of: &Exact| Some(of.over(out_of)?.times(&hundred));
    match given {
        Given::Ratio(of, out_of) => ratio(of, out_of),
        Given::Text(text) => {
            let text = text.trim();
            if let Some(number) = strip_percent(text) {
                return Exact::parse(number.trim());
            }
            let (of, out_of) = ["/", " out of ", " in ", " of "]
                .iter()
                .find_map(|gap| text.split_once(gap))?;
            ratio(&Exact::parse(of.trim())?, &Exact::parse(out_of.trim())?)
        }
        _ => None,
    }
}

/// The figure as a share of its whole, in per cent: a percentage's own, a count's of its base or of `of=`.
///
/// # Errors
/// What is no share of anything, or of nothing.
pub fn share_held(row: &Row<'_>) -> Result<Exact, Cannot> {
    let own = row.quantity()?;
    if let Some(given) = row.arguments.get("of") {
        let Given::Figure(whole) = given else {
            return Err(Cannot::new(
                Code::BadCondition,
                "`of=` wants one figure",
                "write, say, `of=reports.value`",
            ));
        };
        let amount = row.read(known(whole)?);
        return of_whole(row, &row.read(own), &amount);
    }
    match (&own.unit, row.figure.of()) {
        (Unit::Percent, _) => row.amount(),
        (_, Some((count, base))) => of_whole(row, &Exact::from(count), &Exact::from(base)),
        (Unit::Score { out_of }, _) => of_whole(row, &row.read(own), &Exact::from(*out_of)),
        _ => Err(Cannot::new(
            Code::BadCondition,
            format!("`{}` is no share of anything", row.figure.name),
            "say of what: `of=reports.value`; or compare the number itself: `number=300`",
        )),
    }
}

fn of_whole(row: &Row<'_>, part: &Exact, whole: &Exact) -> Result<Exact, Cannot> {
    let share = part.over(whole).map(|share| share.times(&Exact::whole(100)));
    share.ok_or_else(|| {
        Cannot::new(
            Code::ClaimNotSupported,
            format!("`{}` is a share of nothing: its whole is 0", row.figure.name),
            "leave the share out of the sentence",
        )
    })
}

/// The tolerance: in points for a share, relative for a number.
fn near(row: &Row<'_>, tolerance: &Tolerance, with: &Exact) -> Result<Exact, Cannot> {
    let is_share = row.arguments.contains_key("share");
    let table = if is_share {
        tolerance.around(&Unit::Percent, with)
    } else {
        tolerance.around(&row.quantity()?.unit, with)
    };
    row.within(table)
}
