//! Laws of numbers that must hold for every number, tried on thousands.

use num_bigint::BigInt;
use num_rational::BigRational;
use proptest::prelude::*;

use super::*;

fn fraction() -> impl Strategy<Value = (i64, u64)> {
    let near_halves = (
        -4_000i64..4_000,
        prop_oneof![Just(2u64), Just(8), Just(20), Just(200), Just(2_000)],
    );
    prop_oneof![
        (any::<i64>(), 1..=u64::MAX),
        (-2_000i64..2_000, 1u64..200),
        near_halves
    ]
}

fn exact(numerator: i64, denominator: u64) -> Exact {
    let magnitude = Exact::ratio(numerator.unsigned_abs(), denominator).unwrap();
    if numerator < 0 {
        magnitude.negated()
    } else {
        magnitude
    }
}

/// The same numbers by another road.
fn rational(numerator: i64, denominator: u64) -> BigRational {
    BigRational::new(numerator.into(), denominator.into())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn rounding_is_to_the_nearest_and_halves_follow_the_rule((n, d) in fraction(), places in 0u8..6) {
        let number = rational(n, d);
        let unit = BigRational::new(1.into(), BigInt::from(10).pow(places.into()));
        for rule in [Rounding::HalfUp, Rounding::HalfEven] {
            let text = exact(n, d).round(places, rule).fixed(places);
            // Read back as digits, not through Exact.
            let digits: BigInt = text.replace('.', "").parse().unwrap();
            let rounded = BigRational::from_integer(digits.clone()) * &unit;
            let miss = if rounded > number { &rounded - &number } else { &number - &rounded };
            let half = &unit / BigRational::from_integer(2.into());
            prop_assert!(miss <= half);
            if miss == half {
                let away = if n < 0 { rounded < number } else { rounded > number };
                let even = &digits % 2 == BigInt::from(0);
                let follows = if rule == Rounding::HalfUp { away } else { even };
                prop_assert!(follows);
            }
        }
    }

    #[test]
    fn what_is_printed_with_fixed_places_reads_back(n in any::<i64>(), places in 0u8..9) {
        let number = exact(n, 10u64.pow(places.into()));
        let text = number.fixed(places);
        prop_assert_eq!(Exact::parse(&text), Some(number.clone()));
        prop_assert_eq!(text.split_once('.').map_or(0, |(_, decimals)| decimals.len()), usize::from(places));
        let reparsed = Exact::parse(&number.exact_text()).unwrap();
        prop_assert_eq!(reparsed, number);
    }

    #[test]
    fn arithmetic_is_exact(a in -1_000_000_000i64..1_000_000_000, b in 1i64..1_000_000, c in -1_000_000i64..1_000_000) {
        let (x, y) = (exact(a, b.unsigned_abs()), Exact::whole(c));
        let wide = |numerator: i128, denominator: i128| BigRational::new(numerator.into(), denominator.into());
        let same = |number: &Exact, expected: &BigRational| {
            number.exact_text().contains(&format!("({}/{})", expected.numer(), expected.denom()))
                || Exact::parse(&number.exact_text()).is_some_and(|read| read == *number)
                    && number.times(&Exact::parse(&expected.denom().to_string()).unwrap())
                        == Exact::parse(&expected.numer().to_string()).unwrap()
        };
        let (a, b, c) = (i128::from(a), i128::from(b), i128::from(c));
        prop_assert!(same(&x.plus(&y), &wide(a + c * b, b)));
        prop_assert!(same(&x.minus(&y), &wide(a - c * b, b)));
        prop_assert!(same(&x.times(&y), &wide(a * c, b)));
        match x.over(&y) {
            Some(quotient) => prop_assert!(same(&quotient, &wide(a, b * c))),
            None => prop_assert_eq!(c, 0),
        }
    }

    #[test]
    fn prints_read_back_as_the_rounded_number((n, d) in (-5_000_000i64..5_000_000, 1u64..2_000), places in 0u8..4) {
        let quantity = Quantity { amount: exact(n, d), unit: Unit::Number(None), places };
        let style = NumberStyle::default();
        let printed = quantity.print(&style);
        let rounded = quantity.rounded(style.rounding);
        prop_assert_eq!(Exact::parse(&printed), Some(rounded.clone()));
        prop_assert_eq!(Exact::parse(&quantity.machine(style.rounding)), Some(rounded.clone()));
        prop_assert_eq!(Exact::parse(&quantity.print_signed(&style)), Some(rounded.clone()));
        prop_assert_eq!(Exact::parse(&quantity.print_magnitude(&style)), Some(rounded.abs()));
        let signed = printed.contains(['-', '\u{2212}', '+']);
        prop_assert!(!rounded.is_zero() || !signed);
    }

    #[test]
    fn what_is_typed_is_kept_exactly(whole in 0u64..10_000_000, decimals in "[0-9]{0,8}") {
        let point = if decimals.is_empty() { "" } else { "." };
        let read = read_value(&format!("{whole}{point}{decimals}%"), false, &Unit::Percent, 0).unwrap();
        prop_assert_eq!(Exact::parse(&format!("{whole}{point}{decimals}")), Some(read.quantity.amount));
    }

    #[test]
    fn no_text_makes_the_reader_panic(text in "\\PC{0,24}", places in 0u8..3) {
        for unit in [Unit::Percent, Unit::PercentagePoints, Unit::Number(None), Unit::Score { out_of: 27 }] {
            let _ = read_value(&text, false, &unit, places);
        }
        let money = Unit::parse(Some("$ billion"), None, &[], None).unwrap();
        let _ = read_value(&text, false, &money, places);
        let _ = Unit::parse(Some(&text), None, &[], None);
    }

    #[test]
    fn no_refusal_repeats_what_was_typed(number in 100_000u64..999_999, tail in "(x|e3|_0|,5|:| of 3|%%| £|/7)") {
        let typed = format!("{number}{tail}");
        let money = Unit::parse(Some("£ million"), None, &[], None).unwrap();
        for unit in [Unit::Percent, Unit::PercentagePoints, Unit::Number(None), money] {
            if let Err(error) = read_value(&typed, false, &unit, 0) {
                let all = format!("{} {} {}", error.what, error.expected, error.advice);
                prop_assert!(!all.contains(&number.to_string()), "{}", all);
            }
        }
    }
}

#[test]
fn halves_and_the_lost_minus() {
    let round = |text: &str, places, rule| Exact::parse(text).unwrap().round(places, rule).fixed(places);
    assert_eq!(round("0.5", 0, Rounding::HalfUp), "1");
    assert_eq!(round("-0.5", 0, Rounding::HalfUp), "-1");
    assert_eq!(round("0.5", 0, Rounding::HalfEven), "0");
    assert_eq!(round("-0.5", 0, Rounding::HalfEven), "0");
    assert_eq!(round("1.5", 0, Rounding::HalfEven), "2");
    assert_eq!(round("-2.5", 0, Rounding::HalfEven), "-2");
    // Binary floating point gets this one wrong.
    assert_eq!(round("1.005", 2, Rounding::HalfUp), "1.01");
    assert_eq!(round("-0.04", 1, Rounding::HalfUp), "0.0");
    assert_eq!(round("99.95", 1, Rounding::HalfUp), "100.0");
}

#[test]
fn exact_text_tells_the_whole_truth() {
    let share = |part, whole| {
        Exact::ratio(part, whole)
            .unwrap()
            .times(&Exact::whole(100))
            .exact_text()
    };
    assert_eq!(share(62, 79), "78.481… (6200/79)");
    assert_eq!(share(3, 4), "75");
    assert_eq!(share(1, 8), "12.5");
    assert_eq!(
        Exact::ratio(1, 3000).unwrap().negated().exact_text(),
        "-0.000… (-1/3000)"
    );
    assert_eq!(
        Exact::ratio(1, 3).unwrap().fixed(2),
        "0.333… (1/3)",
        "never a digit dropped in silence"
    );
    assert_eq!(Exact::ratio(1, 0), None);
}

#[test]
fn only_plain_digits_are_numbers() {
    for good in [
        "0",
        "78",
        "-0.3",
        "\u{2212}0.3",
        "+1.6",
        "1,234",
        "12,345,678.90",
        "270397",
        "007",
    ] {
        assert!(Exact::parse(good).is_some(), "{good}");
    }
    let bad = [
        "", "-", "+", ".5", "5.", "1e3", "0x10", "nan", "inf", "1_000", "5,10", "1,23", "1234,567", ",123",
        "1,", "1.2.3", "1.234,5", "--1", "+-1", "1 234", "٣", "１", "1.5,000", "½",
    ];
    for text in bad {
        assert_eq!(Exact::parse(text), None, "{text}");
    }
    assert_eq!(Exact::parse(&"9".repeat(61)), None);
    assert!(Exact::parse(&"9".repeat(60)).is_some());
}
