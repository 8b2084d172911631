//! What each unit prints as, in every style.

use super::*;

fn quantity(amount: &str, unit: Option<&str>, places: u8) -> Quantity {
    let unit = Unit::parse(unit, None, &[], None).unwrap();
    let amount = Exact::parse(amount).unwrap();
    Quantity { amount, unit, places }
}

#[test]
fn every_unit_prints_in_its_own_way() {
    let style = NumberStyle::default();
    let cases = [
        ("78", Some("%"), 0, "78%", "+78%", "78%"),
        ("78.48", Some("%"), 0, "78%", "+78%", "78%"),
        ("0", Some("%"), 0, "0%", "0%", "0%"),
        ("-0.3", Some("%"), 1, "−0.3%", "−0.3%", "0.3%"),
        ("-0.04", Some("%"), 1, "0.0%", "0.0%", "0.0%"),
        (
            "8",
            Some("percentage points"),
            0,
            "8 percentage points",
            "+8 percentage points",
            "8 percentage points",
        ),
        (
            "-1",
            Some("percentage points"),
            0,
            "−1 percentage point",
            "−1 percentage point",
            "1 percentage point",
        ),
        (
            "1",
            Some("percentage points"),
            1,
            "1.0 percentage points",
            "+1.0 percentage points",
            "1.0 percentage points",
        ),
        ("17", Some("reports"), 0, "17", "+17", "17"),
        ("270397", None, 0, "270,397", "+270,397", "270,397"),
        ("999", None, 0, "999", "+999", "999"),
        ("999.5", None, 0, "1,000", "+1,000", "1,000"),
        (
            "-1234567.891",
            None,
            2,
            "−1,234,567.89",
            "−1,234,567.89",
            "1,234,567.89",
        ),
        (
            "381.2",
            Some("$ billion"),
            1,
            "$381.2 billion",
            "+$381.2 billion",
            "$381.2 billion",
        ),
        (
            "-3",
            Some("£ million"),
            0,
            "−£3 million",
            "−£3 million",
            "£3 million",
        ),
        (
            "1234.5",
            Some("GBP"),
            2,
            "GBP 1,234.50",
            "+GBP 1,234.50",
            "GBP 1,234.50",
        ),
        ("12", Some("US$"), 0, "US$12", "+US$12", "US$12"),
    ];
    for (amount, unit, places, plain, signed, magnitude) in cases {
        let quantity = quantity(amount, unit, places);
        assert_eq!(quantity.print(&style), plain);
        assert_eq!(quantity.print_signed(&style), signed);
        assert_eq!(quantity.print_magnitude(&style), magnitude);
    }
}

#[test]
fn the_house_chooses_the_percentage_and_the_thousands() {
    let mut style = NumberStyle::default();
    let share = quantity("78", Some("%"), 0);
    let many = quantity("-1234567", None, 0);
    style.percent = PercentStyle::PerCent;
    assert_eq!(share.print(&style), "78 per cent");
    style.percent = PercentStyle::Percent;
    assert_eq!(share.print(&style), "78 percent");
    assert_eq!(share.print_number(&style), "78");
    for (separator, printed) in [
        ("", "−1234567"),
        (" ", "−1 234 567"),
        ("\u{2009}", "−1\u{2009}234\u{2009}567"),
    ] {
        style.thousands = separator.to_owned();
        assert_eq!(many.print(&style), printed);
        assert_eq!(many.print_number(&style), printed);
        assert_eq!(many.machine(style.rounding), "-1234567");
    }
}

#[test]
fn ratings_print_their_names_and_scores_their_points() {
    let ratings = ["Inadequate", "Requires improvement", "Good", "Outstanding"].map(str::to_owned);
    let unit = Unit::parse(None, None, &ratings, None).unwrap();
    let good = read_value("Good", false, &unit, 0).unwrap().quantity;
    let style = NumberStyle::default();
    assert_eq!(good.amount, Exact::whole(2));
    assert_eq!(good.print(&style), "Good");
    assert_eq!(good.print_number(&style), "Good");
    assert_eq!(good.machine(style.rounding), "Good");
    assert_eq!(good.unit_name(), "a rating from Inadequate to Outstanding");
    let score = Quantity {
        amount: Exact::whole(0),
        unit: Unit::Score { out_of: 27 },
        places: 0,
    };
    assert_eq!(score.print(&style), "0", "zero is a result and is printed");
    assert_eq!(score.unit_name(), "points out of 27");
}

#[test]
fn nouns_are_singular_for_exactly_one() {
    let Unit::Number(Some(noun)) = Unit::parse(Some("reports"), None, &[], None).unwrap() else {
        panic!("a noun");
    };
    let form = |count: &str| noun.for_count(&Exact::parse(count).unwrap()).to_owned();
    assert_eq!([form("1"), form("-1")], ["report", "report"]);
    assert_eq!([form("0"), form("2"), form("1.5"), form("0.9")], ["reports"; 4]);
}

#[test]
fn the_short_form_keeps_the_unit_in_letters() {
    let style = NumberStyle::default();
    for (unit, value, printed) in [
        ("£ million", "2.9", "£2.9m"),
        ("$ billion", "-1.5", "−$1.5bn"),
        ("GBP thousand", "12", "GBP 12.0k"),
        ("million journeys", "417", "417.0m"),
        ("pence", "22.4", "22.4p"),
        ("£", "12", "£12.0"),
        ("reports", "17", "17.0"),
    ] {
        let unit = Unit::parse(Some(unit), None, &[], None).unwrap();
        let amount = Exact::parse(value).unwrap();
        let quantity = Quantity {
            amount,
            unit,
            places: 1,
        };
        assert_eq!(quantity.print_short(&style), printed);
    }
}
