//! Names outside their braces, and blanks.

use super::bench;

fn told(text: &str) -> Vec<(&'static str, String)> {
    let told = bench::sentence(text).into_iter();
    told.filter(|(code, _)| matches!(*code, "bad-template" | "blank-left"))
        .collect()
}

#[test]
fn a_name_outside_its_braces_is_told_with_how_to_write_it() {
    for (text, words) in [
        ("It was { safety.value } of the time.", "{ safety.value }"),
        ("We went to {area}} in May.", "{area}}"),
        ("It was [[ safety.previous ]] before.", "[[ safety.previous ]]"),
        ("It was %safety.value% of the time.", "%safety.value%"),
        ("It was $safety.value$ of the time.", "$safety.value$"),
        ("It was ${safety.value} of the time.", "${safety.value}"),
        ("It was safety.value of the time.", "safety.value"),
        ("It was { safty.value } of the time.", "{ safty.value }"),
    ] {
        assert_eq!(told(text), [("bad-template", words.to_owned())], "{text}");
    }
    let finding = &bench::findings(&bench::body("It was { safety.value } of the time."))[0];
    assert_eq!(finding.advice, "write `{{ safety.value }}`");
}

#[test]
fn a_blank_is_told() {
    for (text, words) in [
        ("It was done well XX per cent of the time.", "XX"),
        ("It was done well __% of the time.", "__%"),
        ("It was done well ??% of the time.", "??%"),
        ("It was done well N% of the time.", "N"),
        ("It took XX visits.", "XX"),
        ("It was read by xxx and others.", "xxx"),
        ("The venue is TBC.", "TBC"),
        ("We spoke to [figure] people.", "[figure]"),
        ("We spoke to [insert name] there.", "[insert name]"),
        ("The venue is [to be added].", "[to be added]"),
        ("The total is [figure to follow].", "[figure to follow]"),
    ] {
        assert_eq!(told(text), [("blank-left", words.to_owned())], "{text}");
    }
}

#[test]
fn ordinary_words_are_neither() {
    for text in [
        "The [sic] stays, as do “asked [to] be added” and [the] editor’s brackets [in place].",
        "Costs in $ and £ are at https://example.example/area.value.",
        "The area is large. Safety comes first.",
        "Chromosomes are XX or XY.",
        "It came after Olympiad XXX and in Schedule XX to the Act.",
        "What next?? Nobody knows.",
        "An e.g. here, an i.e. there, and 9 a.m. on the clock.",
        "See annex X and appendix N of it.",
    ] {
        assert_eq!(told(text), [], "{text}");
    }
}
