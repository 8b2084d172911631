//! Figures that cannot be, and figures that can be but hardly are.

use crate::data::Scalar;
use crate::figures::measure::Measure;
use crate::finding::{Code, Finding};
use crate::quantity::{Exact, Unit};

/// Whether a measure counts things, whole: reports, visits.
fn counts(measure: &Measure) -> bool {
    matches!(measure.unit, Unit::Number(Some(_))) && measure.places == 0 && !measure.is_change()
}

/// The digits after the full stop of a number as typed.
fn decimals(typed: &str) -> Option<usize> {
    let (_, after) = typed.split_once('.')?;
    Some(after.bytes().take_while(u8::is_ascii_digit).count())
}

/// A count with three digits after a full stop: `12.000` is twelve here, and twelve thousand in half of Europe.
pub(super) fn thousands_by_stop(name: &str, measure: &Measure, scalar: &Scalar) -> Option<Finding> {
    (counts(measure) && decimals(&scalar.text) == Some(3)).then(|| {
        Finding::new(
            Code::BadFigure,
            scalar.place,
            format!("`{name}`: a count with a full stop before its last three digits"),
        )
        .shown(format!("found: {}", scalar.text))
        .advice(
            "if it is thousands, write them with a comma, as in 1,234; if it has decimals, write `places:` in the \
             measure",
        )
    })
}

/// Figures that can be, but hardly are: half a report, or fewer than none.
pub(super) fn doubtful(name: &str, measure: &Measure, amount: &Exact, scalar: &Scalar) -> Option<Finding> {
    let counted = counts(measure);
    let (says, advice) = match () {
        () if counted && (amount.to_whole().is_none() || decimals(&scalar.text).is_some()) => (
            "has decimals that will not print",
            "if they belong there, write `places:` in the measure; a comma, not a full stop, parts thousands",
        ),
        () if counted && amount.is_negative() => (
            "counts fewer than none",
            "for a change write `change: true` in the measure",
        ),
        () => return None,
    };
    Some(
        Finding::new(Code::ResultDoubtful, scalar.place, format!("`{name}` {says}"))
            .shown(format!("found: {}", scalar.text))
            .advice(advice),
    )
}

/// A part is never above its whole and points never above their maximum; a percentage of a population lies
/// at or below 100 unless the measure is itself a change.
pub(super) fn out_of_range(
    name: &str,
    measure: &Measure,
    amount: &Exact,
    of: Option<(u64, u64)>,
    scalar: &Scalar,
) -> Option<Finding> {
    if measure.unit == Unit::Percent && amount.is_negative() && !measure.is_change() {
        return Some(
            Finding::new(
                Code::ResultOutOfRange,
                scalar.place,
                format!("`{name}` is less than nothing"),
            )
            .shown(format!("found: {}", scalar.text))
            .advice(
                "a share is at least 0%; for a change that may fall, write `change: true` in the measure",
            ),
        );
    }
    let too_much = match &measure.unit {
        Unit::Percent => *amount > Exact::whole(100) && !measure.is_change(),
        Unit::Score { out_of } => *amount > Exact::ratio(*out_of, 1)? || amount.is_negative(),
        _ => of.is_some_and(|(count, base)| count > base),
    };
    too_much.then(|| {
        Finding::new(
            Code::ResultOutOfRange,
            scalar.place,
            format!("`{name}` is more than there can be"),
        )
        .shown(match measure.unit {
            Unit::Score { out_of } => format!("found: {}, out of {out_of}", scalar.text),
            _ => format!("found: {}", scalar.text),
        })
        .advice(match measure.unit {
            Unit::Percent => {
                "a share is at most 100%; for a change that may be more, write `change: true` in the measure"
            }
            Unit::Score { .. } => "points run from 0 to the `out-of:` of the measure",
            _ => "the part cannot be larger than its whole",
        })
    })
}

#[cfg(test)]
mod tests {
    use crate::audit::bench;

    #[test]
    fn a_count_with_a_full_stop_is_told() {
        let told = |typed: &str| -> Vec<&'static str> {
            let reports = format!("reports: {typed}");
            let told = bench::told_in(&[("reports: 17", &reports)], "body: [It was read.]\n");
            told.into_iter().map(|(code, _)| code).collect()
        };
        assert_eq!(told("12.000"), ["bad-figure"]);
        assert_eq!(told("1.234"), ["bad-figure"]);
        assert_eq!(told("12.5"), ["result-doubtful"]);
        assert_eq!(told("12.0"), ["result-doubtful"]);
        assert_eq!(told("12,000"), [""; 0]);
    }
}
