//! Whether every kind of document is read with its places, and every mistake of a file reported at once.

use pressroom::data::inspection::{Cell, ResultEntry};
use pressroom::data::notice::{BodyItem, ClaimEntry, EmbargoEntry, Profile};
use pressroom::data::yaml::{ScalarMap, read};
use pressroom::data::{Inspection, Notice, Organisation, Programme};
use pressroom::finding::{FileId, Finding, Source, Sources};
use serde::de::DeserializeOwned;

fn reading<T: DeserializeOwned>(text: &str) -> (Sources, Option<T>, Vec<Finding>) {
    let mut sources = Sources::default();
    let file = sources.add(Source::new("a.yaml", text));
    let mut findings = Vec::new();
    let value = read(&sources, file, &mut findings);
    (sources, value, findings)
}

fn read_well<T: DeserializeOwned>(text: &str) -> (Sources, T) {
    let (sources, value, findings) = reading(text);
    assert!(findings.is_empty(), "{findings:#?}");
    (sources, value.expect("read without findings"))
}

fn told(sources: &Sources, findings: &[Finding]) -> Vec<String> {
    findings
        .iter()
        .map(|finding| {
            let place = finding
                .place
                .map(|place| sources.position(place))
                .expect("has a place");
            format!("{}:{} {}", place.line, place.column, finding.code.name())
        })
        .collect()
}

const ORGANISATION: &str = r#"pressroom: 1
name: Inspectorate of Examples
letterhead: [Inspectorate of Examples, 1 Example Quay • Samplebury SB1 2ZZ, "Tel: 020 7946 0101"]
time-zone: Europe/London
house-style: {percent: "%", quotation-marks: double, day: two-digit, rounding: half-up, serial-comma: true, words-up-to: 10}
people: {lead-inspector: {role: lead inspector}}
contacts:
  press-desk: {name: Press desk, telephone: 020 7946 0102, email: press@examples.example}
"#;

#[test]
fn an_organisation() {
    let (sources, organisation) = read_well::<Organisation>(ORGANISATION);
    assert_eq!(organisation.pressroom.text, "1");
    assert_eq!(organisation.letterhead[2].value, "Tel: 020 7946 0101");
    assert_eq!(
        sources.text(organisation.letterhead[2].place),
        "\"Tel: 020 7946 0101\""
    );
    assert_eq!(organisation.house_style.words_up_to.expect("given").value, 10);
    let desk = organisation.contacts.get("press-desk").expect("given");
    assert_eq!(sources.text(desk.name.place), "Press desk");
    assert_eq!(
        sources.text(organisation.contacts.place("press-desk").expect("given")),
        "press-desk"
    );
}

#[test]
fn a_programme() {
    let (_, programme) = read_well::<Programme>(
        "name: Examples 2
facts: {started: 2009-09, length: 3 years}
measures:
  control: {label: \"‘Control’ – work\", gloss: action, unit: \"%\", better: higher, places: 1}
benchmark: {name: the regions inspected to date, also-called: [regional average]}
tables:
  scores:
    columns:
      - {heading: \"Scores from {{ benchmark.name }}\", of: [lowest, highest, average]}
      - {heading: \"Scores for {{ area }}\",            of: [value]}
",
    );
    assert_eq!(programme.facts.get("started").expect("given").text, "2009-09");
    assert_eq!(programme.tables.get("scores").expect("given").columns.len(), 2);
}

#[test]
fn an_inspection_in_all_its_forms() {
    let (sources, inspection) = read_well::<Inspection>(
        "programme: examples-2
area: Eastshire and Westshire
published: 2012-06-12
results:
  control: {value: 78%, lowest: 64%, average: {missing: not computed}, margin: 0.50, history: {2010: 70%, 2011: 007}}
  help: \"5.10\"
  punish: {missing: not inspected this year}
given: [{columns: [lowest, highest], as-at: 2012-06-12, source: the published notice}]
",
    );
    let Some(ResultEntry::Columns(control)) = inspection.results.get("control") else {
        panic!("columns")
    };
    let names: Vec<_> = control.cells.names().collect();
    assert_eq!(names, ["value", "lowest", "average"]);
    assert!(matches!(control.cells.get("average"), Some(Cell::Missing(why)) if why.value == "not computed"));
    assert_eq!(control.margin.as_ref().expect("given").text, "0.50");
    let Some(Cell::Figure(seven)) = control.history.get("2011") else {
        panic!("a figure")
    };
    assert_eq!(
        (seven.text.as_str(), sources.text(seven.place), seven.quoted),
        ("007", "007", false)
    );
    let Some(ResultEntry::Value(help)) = inspection.results.get("help") else {
        panic!("a value")
    };
    assert_eq!((help.text.as_str(), help.quoted), ("5.10", true));
    let Some(ResultEntry::Columns(punish)) = inspection.results.get("punish") else {
        panic!("columns")
    };
    assert!(punish.missing.is_some() && punish.cells.is_empty());
}

const NOTICE: &str = "inspection: eastshire
profile: inspection-notice
issued: 2012-06-08
embargo: 2012-06-12 00:01
headline: \"Work in {{ area }} inspected\"
body:
  - A bare text.
  - quote:
      by: lead-inspector
      words: |
        We looked at {{ area }}.

        It was [above][control-above].
  - list: [one, two]
  - table: scores
notes:
  - The report is at <https://reports.example/2>.
contacts: [press-desk]
claims:
  control-above: control.value is above(than=control.average)
  cited: {source: Inspection report}
  set: {as-written: set by statute}
overrides:
  eastshire: {embargo: {at: 2012-06-12 08:30, zone: Europe/London}}
";

#[test]
fn a_notice() {
    let (sources, notice) = read_well::<Notice>(NOTICE);
    assert_eq!(notice.profile.expect("given").value, Profile::InspectionNotice);
    assert!(
        matches!(&notice.parts.embargo, Some(EmbargoEntry::Local(time)) if time.value == "2012-06-12 00:01")
    );
    let body = notice.parts.body.expect("given");
    assert!(matches!(body[0], BodyItem::Text(_)) && matches!(body[3], BodyItem::Table(_)));
    let BodyItem::Quote(quote) = &body[1] else {
        panic!("a quotation")
    };
    let map = ScalarMap::new(&sources, quote.words.place, &quote.words.value);
    let at = quote.words.value.find("above").expect("there");
    let place = map.place(quote.words.place.file, at..at + 5);
    assert_eq!((sources.text(place), sources.position(place).line), ("above", 13));
    assert!(matches!(notice.claims.get("set"), Some(ClaimEntry::AsWritten(_))));
    let east = notice.overrides.get("eastshire").expect("given");
    assert!(matches!(&east.embargo, Some(EmbargoEntry::At(at)) if at.zone.is_some()));
}

#[test]
fn every_mistake_of_a_file_at_once() {
    let text = "inspection: [a, list]
headlnie: x
headline:
issued: 2012-06-08
issued: 2012-06-09
body:
  - quot: {by: a, words: b}
  - quote: {words: b}
  - text: a
    table: b
profile: inspection-notise
overrides:
  a: {headline: {a: b}}
";
    let (sources, notice, findings) = reading::<Notice>(text);
    assert!(notice.is_none());
    let mut told = told(&sources, &findings);
    told.sort();
    assert_eq!(
        told,
        [
            "10:5 wrong-kind",
            "11:10 wrong-kind",
            "13:17 wrong-kind",
            "1:13 wrong-kind",
            "2:1 unknown-key",
            "3:1 wrong-kind",
            "5:1 duplicate-key",
            "7:5 unknown-key",
            "8:12 missing-key",
        ],
        "{findings:#?}"
    );
}

#[test]
fn a_comma_between_braces() {
    let (sources, notice) = read_well::<Notice>(
        "claims:\n  cited: {source: Inspection report, section 1, page 2}   # where\n  set: {as-written: by law,\n    since 1907}\n",
    );
    let Some(ClaimEntry::Source(source)) = notice.claims.get("cited") else {
        panic!("a source")
    };
    assert_eq!(source.value, "Inspection report, section 1, page 2");
    assert_eq!(sources.text(source.place), source.value);
    assert!(
        matches!(notice.claims.get("set"), Some(ClaimEntry::AsWritten(why)) if why.value == "by law, since 1907")
    );
    let (sources, _, findings) = reading::<Organisation>(
        "pressroom: 1\nname: A\ntime-zone: B\ncontacts: {desk: {name: Jo Example, Press desk, email}}\n",
    );
    assert_eq!(
        told(&sources, &findings),
        ["4:37 yaml-syntax", "4:49 yaml-syntax"]
    );
}

#[test]
fn all_that_a_record_lacks() {
    let (sources, _, findings) = reading::<Organisation>(
        "letterhead: x\npeople:\n  inspector: {nam: A}\n  director: {}\ncontacts: {desk: {role: [a]}}\n",
    );
    let lines: Vec<String> = findings
        .iter()
        .map(|finding| {
            format!(
                "{} {}",
                sources.position(finding.place.expect("one")).line,
                finding.says
            )
        })
        .collect();
    assert_eq!(
        lines,
        [
            "1 `pressroom` is missing",
            "1 `name` is missing",
            "1 `time-zone` is missing",
            "1 `letterhead`: expected a list, found a text",
            "3 `role` is missing from `inspector`",
            "3 the key `nam` is not one that is read here",
            "4 `role` is missing from `director`",
            "5 `name` is missing from `desk`",
            "5 `role`: expected a text, found a list",
        ]
    );
}

#[test]
fn keys_beside_the_one_they_belong_under() {
    let (sources, _, findings) =
        reading::<Notice>("body:\n  - quote:\n    by: lead-inspector\n    words: Good.\n");
    assert_eq!(told(&sources, &findings), ["3:5 wrong-kind"]);
    assert!(findings[0].advice.contains("deeper than `quote`"), "{findings:?}");
}

#[test]
fn a_place_through_an_alias_is_the_original() {
    let (sources, notice) = read_well::<Notice>("headline: &h Work inspected\nkicker: *h\n");
    let kicker = notice.parts.kicker.expect("given");
    assert_eq!(
        (kicker.value.as_str(), sources.position(kicker.place).line),
        ("Work inspected", 1)
    );
    assert_eq!(kicker.place.file, FileId(0));
}

#[test]
fn long_comments_and_many_nodes_are_no_harm() {
    read_well::<Notice>(&format!("{}headline: x\n", "# remark\n".repeat(500)));
    let started = std::time::Instant::now();
    let mut bomb = "a0: &a0 [x]\n".to_owned();
    for step in 1..40 {
        bomb += &format!("a{step}: &a{step} [*a{0}, *a{0}]\n", step - 1);
    }
    for (text, code) in [
        (bomb, "file-unreadable"),
        (format!("headline: {}", "[".repeat(100_000)), "file-unreadable"),
        (format!("headline: {}", "{a: ".repeat(1_000)), "file-unreadable"),
        ("a: &a [*a]\n".to_owned(), "file-unreadable"),
        ("#".repeat(2 * 1024 * 1024 + 1), "file-unreadable"),
        (
            (0..20_000).map(|number| format!("k{number}: x\n")).collect(),
            "unknown-key",
        ),
        ("notes:\n".to_owned() + &"  - [x]\n".repeat(20_000), "wrong-kind"),
        ("headline: x\n".repeat(20_000), "duplicate-key"),
    ] {
        let (sources, _, findings) = reading::<Notice>(&text);
        let told = told(&sources, &findings);
        assert!(
            told.iter().any(|line| line.ends_with(code)),
            "{code}: {:?}",
            told.first()
        );
        assert!(told.len() <= 200, "{code}: {}", told.len());
    }
    assert!(started.elapsed().as_secs() < 60, "{:?}", started.elapsed());
}

proptest::proptest! {
    #![proptest_config(proptest::test_runner::Config {
        cases: 500,
        failure_persistence: None,
        ..Default::default()
    })]

    /// Whatever is done to a file, it is read or told, at places that exist.
    #[test]
    fn no_damage_goes_without_a_place(
        at in 0..NOTICE.len(),
        removed in 0..40usize,
        added in "([\\[\\]{}:#&*!|>'\"%@`,?\t\n -]|ŵ|\u{a0}|\u{202e}|a|: |\n  - ){0,6}",
        crlf in proptest::bool::ANY,
    ) {
        let mut text = NOTICE.to_owned();
        text.replace_range(at..(at + removed).min(NOTICE.len()), &added);
        if crlf {
            text = text.replace('\n', "\r\n");
        }
        let (sources, notice, findings) = reading::<Notice>(&text);
        proptest::prop_assert!(notice.is_some() || findings.iter().any(Finding::is_error), "{text:?}");
        for finding in &findings {
            let also = finding.also.iter().map(|(place, _)| *place);
            for place in finding.place.into_iter().chain(also) {
                let range = place.start as usize..place.end as usize;
                proptest::prop_assert!(sources.get(place.file).text().get(range).is_some(), "{finding:?} in {text:?}");
            }
        }
    }
}
