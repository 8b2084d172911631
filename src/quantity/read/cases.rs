//! Figures as people type them: what is read, and what is refused for which reason.

use super::*;
use crate::quantity::Scale;

fn unit(text: &str) -> Unit {
    Unit::parse(Some(text), None, &[], None).unwrap()
}

fn ratings() -> Unit {
    let ratings = ["Inadequate", "Requires improvement", "Good"]
        .map(str::to_owned)
        .to_vec();
    Unit::Rating(std::sync::Arc::new(Scale { ratings }))
}

fn read(text: &str, unit: &Unit) -> Result<(String, Option<(u64, u64)>), ReadError> {
    read_value(text, false, unit, 0).map(|read| (read.quantity.amount.exact_text(), read.of))
}

#[track_caller]
fn reads(text: &str, unit: &Unit, amount: &str, of: Option<(u64, u64)>) {
    assert_eq!(read(text, unit), Ok((amount.to_owned(), of)), "{text}");
}

#[track_caller]
fn refuses(text: &str, unit: &Unit, kind: ReadKind, what: &str) {
    match read(text, unit) {
        Ok(read) => panic!("{text} was read as {read:?}"),
        Err(error) => {
            assert_eq!((error.kind, error.what.as_str()), (kind, what), "{text}");
            assert!(!error.advice.is_empty() && !error.expected.is_empty());
        }
    }
}

use ReadKind::{OutOfRange, PointsOrPercent, Unreadable};

#[test]
fn percentages() {
    let percent = Unit::Percent;
    for text in [
        "78%",
        "78 %",
        "78 per cent",
        "78 percent",
        "+78%",
        " 78% ",
        "78.0%",
        "78\u{a0}%",
    ] {
        reads(text, &percent, "78", None);
    }
    reads("0%", &percent, "0", None);
    reads("-0.3%", &percent, "-0.3", None);
    reads("\u{2212}0.3%", &percent, "-0.3", None);
    reads("5.10%", &percent, "5.1", None);
    reads("62 of 79", &percent, "78.481… (6200/79)", Some((62, 79)));
    reads(
        "1,062 of 2,079",
        &percent,
        "51.082… (11800/231)",
        Some((1062, 2079)),
    );
    reads("0 of 79", &percent, "0", Some((0, 79)));
    refuses("78", &percent, Unreadable, "a percentage without its sign");
    refuses("62/79", &percent, Unreadable, "a fraction with a slash");
    refuses("62 out of 79", &percent, Unreadable, "`out of`");
    refuses(
        "79 of 62",
        &percent,
        OutOfRange,
        "a part that is larger than its whole",
    );
    refuses("0 of 0", &percent, OutOfRange, "a share of none");
    refuses(
        "6.2 of 79",
        &percent,
        Unreadable,
        "a part of a whole that is not counted in whole numbers",
    );
    refuses(
        "-6 of 79",
        &percent,
        Unreadable,
        "a part of a whole that is not counted in whole numbers",
    );
    refuses(
        "62 of 79 cases",
        &percent,
        Unreadable,
        "words after `of` and its number",
    );
    refuses(
        "8 percentage points",
        &percent,
        PointsOrPercent,
        "percentage points where a percentage stands",
    );
    refuses(
        "8 points",
        &percent,
        PointsOrPercent,
        "percentage points where a percentage stands",
    );
    refuses("78 reports", &percent, Unreadable, "a number with another unit");
}

#[test]
fn percentage_points() {
    let points = Unit::PercentagePoints;
    reads("8 points", &points, "8", None);
    reads("-0.5 percentage points", &points, "-0.5", None);
    reads("1 percentage point", &points, "1", None);
    refuses(
        "8%",
        &points,
        PointsOrPercent,
        "a percentage where percentage points stand",
    );
    refuses("8", &points, Unreadable, "percentage points without their unit");
    refuses(
        "8 of 9",
        &points,
        Unreadable,
        "a part of a whole where percentage points stand",
    );
}

#[test]
fn counts_with_their_nouns() {
    let reports = unit("reports");
    reads("17", &reports, "17", None);
    reads("0", &reports, "0", None);
    reads("1,234", &reports, "1234", None);
    reads("17 reports", &reports, "17", None);
    reads("1 report", &reports, "1", None);
    reads("9 of 41", &reports, "9", Some((9, 41)));
    reads("9 of 41 reports", &reports, "9", Some((9, 41)));
    reads("-3", &Unit::Number(None), "-3", None);
    refuses("17 centres", &reports, Unreadable, "a number with another unit");
    refuses("17%", &reports, Unreadable, "a number with another unit");
    refuses(
        "3 weeks",
        &Unit::Number(None),
        Unreadable,
        "a number with another unit",
    );
    let slip = read("17 reprots", &reports).unwrap_err();
    assert!(
        slip.advice.starts_with("did you mean `reports`?"),
        "{}",
        slip.advice
    );
}

#[test]
fn money() {
    let billions = unit("$ billion");
    for text in ["$381.2 billion", "381.2", "381.2 billion", "$ 381.2 billion"] {
        reads(text, &billions, "381.2", None);
    }
    reads("-$0.3 billion", &billions, "-0.3", None);
    reads("\u{2212}£3", &unit("£"), "-3", None);
    reads("£1,234.50", &unit("£"), "1234.5", None);
    reads("GBP 12", &unit("GBP"), "12", None);
    refuses(
        "£381.2 billion",
        &billions,
        Unreadable,
        "another currency, or a sign in an unusual place",
    );
    refuses(
        "USD 381.2 billion",
        &billions,
        Unreadable,
        "another currency, or a sign in an unusual place",
    );
    refuses(
        "$-3 billion",
        &billions,
        Unreadable,
        "words where an amount stands",
    );
    refuses("$381.2 million", &billions, Unreadable, "another magnitude");
    refuses("£3 million", &unit("£"), Unreadable, "another magnitude");
    refuses("$381.2", &billions, Unreadable, "an amount without its magnitude");
    refuses("$381.2bn", &billions, Unreadable, "a magnitude in letters");
    refuses("£3m", &unit("£ million"), Unreadable, "a magnitude in letters");
    refuses(
        "$381.2 billion dollars",
        &billions,
        Unreadable,
        "words after the amount",
    );
    refuses("$1e3 billion", &billions, Unreadable, "a number with an exponent");
}

#[test]
fn scores() {
    let score = Unit::Score { out_of: 27 };
    reads("3", &score, "3", None);
    reads("0", &score, "0", None);
    reads("3 points", &score, "3", None);
    reads("3 of 27", &score, "3", Some((3, 27)));
    refuses("3 of 26", &score, OutOfRange, "points out of another maximum");
    refuses(
        "28 of 27",
        &score,
        OutOfRange,
        "a part that is larger than its whole",
    );
    refuses("3%", &score, Unreadable, "a number with another unit");
}

#[test]
fn ratings_letter_for_letter() {
    let ratings = ratings();
    reads("Requires improvement", &ratings, "1", None);
    assert!(
        read_value("Good", true, &ratings, 0).is_ok(),
        "some ratings must be quoted in YAML"
    );
    refuses(
        "good",
        &ratings,
        OutOfRange,
        "a rating with other capitals than the scale's",
    );
    refuses(
        "Requires improvment",
        &ratings,
        OutOfRange,
        "a rating that is not on the scale",
    );
    refuses(
        "Excellent",
        &ratings,
        OutOfRange,
        "a rating that is not on the scale",
    );
    refuses(
        "n/a",
        &ratings,
        Unreadable,
        "no value, or a sign for a missing one",
    );
    let slip = read("goood", &ratings).unwrap_err();
    assert_eq!(slip.shown.as_deref(), Some("did you mean `Good`?"));
    assert!(
        !slip.advice.contains("Good"),
        "the nearest rating would give the result away"
    );
}

#[test]
fn what_is_no_figure_in_any_unit() {
    let cases = [
        ("1e3", "a number with an exponent"),
        ("1.5E-3", "a number with an exponent"),
        ("0x1F", "a hexadecimal, octal or binary number"),
        ("0o17", "a hexadecimal, octal or binary number"),
        (".nan", "something that is not a number"),
        ("-.inf", "something that is not a number"),
        ("NaN", "something that is not a number"),
        ("1_000", "a number with underscores"),
        ("5,10", "a comma that does not stand between thousands"),
        ("1.234,5", "a comma that does not stand between thousands"),
        ("1 234", "two numbers with a space between them"),
        (".5", "a decimal point without a digit on both sides"),
        ("5.", "a decimal point without a digit on both sides"),
        ("007", "a number that starts with 0"),
        ("0,890", "a number that starts with 0"),
        ("36-40", "a range, or a sign after the number"),
        ("seventeen", "words where a number stands"),
        ("£3", "an amount of money where the measure is none"),
        ("17reports", "a number that cannot be read"),
        ("٣", "words where a number stands"),
    ];
    for (text, what) in cases {
        refuses(text, &Unit::Number(None), Unreadable, what);
        if !text.contains('£') {
            refuses(&format!("{text}%"), &Unit::Percent, Unreadable, what);
        }
    }
    for text in ["", "~", "-", "–", "n/a", "N/A", "null", "?", "..", "  ", "TBC"] {
        for unit in [
            Unit::Percent,
            Unit::Number(None),
            unit("£"),
            Unit::Score { out_of: 3 },
        ] {
            refuses(text, &unit, Unreadable, "no value, or a sign for a missing one");
            assert!(read(text, &unit).unwrap_err().advice.contains("{missing: "));
        }
    }
    let quoted = read_value("78%", true, &Unit::Percent, 0).unwrap_err();
    assert_eq!(quoted.what, "a figure in quotation marks");
}
