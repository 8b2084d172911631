//! What English says, case by case, and that its number words read back.

use chrono::{NaiveDate, NaiveTime, Weekday};
use proptest::prelude::*;

use super::*;

fn english() -> &'static dyn Language {
    of("en-GB").unwrap()
}

#[test]
fn numbers_in_words() {
    let cases = [
        (0, "zero"),
        (9, "nine"),
        (12, "twelve"),
        (21, "twenty-one"),
        (40, "forty"),
        (100, "one hundred"),
        (101, "one hundred and one"),
        (342, "three hundred and forty-two"),
        (1_000, "one thousand"),
        (2_009, "two thousand and nine"),
        (1_100, "one thousand one hundred"),
        (100_001, "one hundred thousand and one"),
        (1_000_000, "one million"),
        (2_017_404, "two million seventeen thousand four hundred and four"),
    ];
    for (number, words) in cases {
        assert_eq!(english().cardinal(number), words);
        assert_eq!(english().number_words_value(words), Some(number));
    }
    assert_eq!(
        english().cardinal(u64::MAX).split_once(' ').unwrap().0,
        "eighteen",
        "the largest of all has words too"
    );
}

#[test]
fn ordinals() {
    let cases = [
        (1, "first", "1st"),
        (2, "second", "2nd"),
        (3, "third", "3rd"),
        (5, "fifth", "5th"),
        (8, "eighth", "8th"),
        (11, "eleventh", "11th"),
        (12, "twelfth", "12th"),
        (13, "thirteenth", "13th"),
        (20, "twentieth", "20th"),
        (21, "twenty-first", "21st"),
        (100, "one hundredth", "100th"),
        (101, "one hundred and first", "101st"),
        (112, "one hundred and twelfth", "112th"),
        (1_000, "one thousandth", "1000th"),
    ];
    for (number, words, digits) in cases {
        assert_eq!(english().ordinal_words(number), words);
        assert_eq!(english().ordinal(number), digits);
        assert_eq!(english().ordinal_words_value(words), Some(number), "{words}");
    }
    assert_eq!(english().ordinal_words_value("hundredth"), Some(100));
    for not_one in [
        "",
        "th",
        "one",
        "twenty-one",
        "zeroeth",
        "first first",
        "twentieth first",
    ] {
        assert_eq!(english().ordinal_words_value(not_one), None, "{not_one}");
    }
}

#[test]
fn number_words_in_other_spellings() {
    let value = |words| english().number_words_value(words);
    assert_eq!(value("Twenty three"), Some(23));
    assert_eq!(value("SEVENTEEN"), Some(17));
    assert_eq!(value("a hundred"), Some(100));
    assert_eq!(value("a hundred and one"), Some(101));
    assert_eq!(value("a thousand"), Some(1_000));
    assert_eq!(value("three hundred thousand"), Some(300_000));
    assert_eq!(
        value("one million, two hundred thousand and five"),
        Some(1_200_005)
    );
    assert_eq!(value("dozen"), Some(12));
    assert_eq!(value("a dozen"), Some(12));
    assert_eq!(value("two dozen"), Some(24));
    assert_eq!(value("twenty\u{2011}three"), Some(23));
    let not_numbers = [
        "",
        "and",
        "a",
        "hundred",
        "thousand",
        "twenty twenty",
        "three and four",
        "three four",
        "twenty eleven",
        "one hundred hundred",
        "two thousand three million",
        "two thousand and three thousand",
        "zero hundred",
        "twenty and three",
        "zero dozen",
        "one reports",
        "two thousand and",
        "one hundred and",
        "thousand thousand",
        "two thousand three thousand",
        "one quintillion dozen dozen dozen",
    ];
    for words in not_numbers {
        assert_eq!(value(words), None, "{words}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(20_000))]

    #[test]
    fn number_words_read_back(number in prop_oneof![0u64..2_000, 0u64..1_000_000, 0u64..=999_999_999_999]) {
        prop_assert_eq!(english().number_words_value(&english().cardinal(number)), Some(number));
        if number > 0 {
            prop_assert_eq!(english().ordinal_words_value(&english().ordinal_words(number)), Some(number));
        }
    }
}

#[test]
fn lists_survive_names_with_and() {
    let list = |items: &[&str], serial| {
        let items: Vec<String> = items.iter().map(|item| (*item).to_owned()).collect();
        english().list(&items, serial)
    };
    assert_eq!(list(&[], false), "");
    assert_eq!(list(&["Avon"], true), "Avon");
    assert_eq!(list(&["Avon", "Dorset"], true), "Avon and Dorset");
    assert_eq!(list(&["Avon", "Dorset", "Kent"], false), "Avon, Dorset and Kent");
    assert_eq!(list(&["Avon", "Dorset", "Kent"], true), "Avon, Dorset, and Kent");
    assert_eq!(
        list(&["Bath, Bristol and Avon", "Dorset", "Kent"], false),
        "Bath, Bristol and Avon; Dorset; and Kent"
    );
    assert_eq!(
        list(&["Devon and Cornwall", "Dorset"], false),
        "Devon and Cornwall; and Dorset"
    );
    assert_eq!(list(&["Sandwell", "Randwick"], false), "Sandwell and Randwick");
}

#[test]
fn dates_and_times_in_every_style() {
    let date = NaiveDate::from_ymd_opt(2012, 6, 8).unwrap();
    let print = |day, order| english().date(date, day, order);
    assert_eq!(print(DayStyle::Plain, DateOrder::DayFirst), "8 June 2012");
    assert_eq!(print(DayStyle::TwoDigit, DateOrder::DayFirst), "08 June 2012");
    assert_eq!(print(DayStyle::Plain, DateOrder::MonthFirst), "June 8, 2012");
    assert_eq!(english().month_year(2009, 9), "September 2009");
    assert_eq!(english().month(13), "");
    assert_eq!(english().month(0), "");
    let cases = [
        ((0, 1), "00:01", "12:01 a.m."),
        ((9, 30), "09:30", "9:30 a.m."),
        ((12, 0), "12:00", "12:00 p.m."),
        ((23, 59), "23:59", "11:59 p.m."),
    ];
    for ((hour, minute), long, short) in cases {
        let time = NaiveTime::from_hms_opt(hour, minute, 0).unwrap();
        assert_eq!(english().time(time, TimeStyle::TwentyFourHour), long);
        assert_eq!(english().time(time, TimeStyle::TwelveHour), short);
    }
}

#[test]
fn names_of_days_and_months_read_back() {
    let mut day = Weekday::Mon;
    for _ in 0..7 {
        let name = english().weekday(day);
        assert_eq!(english().parse_weekday(name), Some(day));
        assert_eq!(english().parse_weekday(&name.to_uppercase()), Some(day));
        assert_eq!(english().parse_weekday(&name[..3]), Some(day));
        day = day.succ();
    }
    for (short, day) in [
        ("Tues", Weekday::Tue),
        ("Weds", Weekday::Wed),
        ("thurs.", Weekday::Thu),
        ("Thur", Weekday::Thu),
    ] {
        assert_eq!(english().parse_weekday(short), Some(day));
    }
    for month in 1..=12 {
        let name = english().month(month);
        assert_eq!(english().parse_month(name), Some(month));
        assert_eq!(english().parse_month(&name[..3]), Some(month));
    }
    assert_eq!(english().parse_month("Sept."), Some(9));
    for word in ["", ".", "Tu", "BST", "Tuesdays"] {
        assert_eq!(english().parse_weekday(word), None, "{word}");
        assert_eq!(english().parse_month(word), None, "{word}");
    }
}

#[test]
fn marks_alternate_with_depth() {
    let quotes = |marks, depth| english().quotes(marks, depth);
    assert_eq!(quotes(QuotationMarks::Double, 0), ("“", "”"));
    assert_eq!(quotes(QuotationMarks::Double, 1), ("‘", "’"));
    assert_eq!(quotes(QuotationMarks::Double, 2), ("“", "”"));
    assert_eq!(quotes(QuotationMarks::Single, 0), ("‘", "’"));
    assert_eq!(quotes(QuotationMarks::Single, 1), ("“", "”"));
}

#[test]
fn sentences_start_with_a_capital() {
    let start = |text| english().sentence_start(text);
    assert_eq!(start("seventeen reports"), "Seventeen reports");
    assert_eq!(start("‘control’ work"), "‘Control’ work");
    assert_eq!(start("ŵyn"), "Ŵyn");
    assert_eq!(start("78% of cases"), "78% of cases");
    assert_eq!(start("Already"), "Already");
    assert_eq!(start("…"), "…");
    assert_eq!(start(""), "");
    assert_eq!(english().capitals("Tuesday"), "TUESDAY");
}

#[test]
fn a_region_does_not_matter_and_other_languages_have_no_file() {
    for tag in ["en", "en-GB", "EN-us", "en_GB"] {
        assert!(of(tag).is_some(), "{tag}");
    }
    for tag in ["", "cy", "english", "e"] {
        assert!(of(tag).is_none(), "{tag}");
    }
    assert!(all().all(|own| of(own.tag()).is_some_and(|language| language.tag() == own.tag())));
}
