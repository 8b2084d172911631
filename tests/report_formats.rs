//! Findings as people and machines read them, from one source.

use pressroom::finding::{Code, Finding, Place, Severity, Source, Sources};
use pressroom::report::{Look, github, human, json, sarif, settle};
use snapbox::IntoData;

const SHOWN: Look = Look {
    values: true,
    colour: false,
    width: 120,
};
const HIDDEN: Look = Look {
    values: false,
    ..SHOWN
};

const TEXT: &str =
    "headline: Dŵr\u{202e} safety {{ safety.valeu }} up\r\nwords: |\r\n  first line\r\n  second line\r\n";

fn sources() -> (Sources, Finding) {
    let mut sources = Sources::default();
    let file = sources.add(Source::new("data/notices/north, pier.yaml", TEXT));
    let at = |text: &str| {
        let start = TEXT.find(text).expect("there");
        Place::new(file, start, start + text.len())
    };
    let finding = Finding::new(
        Code::UnknownFigure,
        at("safety.valeu"),
        "there is no figure `safety.valeu`",
    )
    .shown("`safety.value` is 78.5%")
    .advice("did you mean `safety.value`?")
    .also(at("up"), "the change is claimed here")
    .also(at("first line\r\n  second"), "and here");
    (sources, finding)
}

#[test]
fn people_see_the_line_the_values_and_the_advice() {
    let (sources, finding) = sources();
    let report = human(&settle(vec![finding], &sources), &sources, SHOWN);
    snapbox::assert_data_eq!(
        report,
        snapbox::str![[r#"
error[unknown-figure]: there is no figure `safety.valeu`
 --> data/notices/north, pier.yaml:1:26
  |
1 | headline: Dŵr� safety {{ safety.valeu }} up
  |                          ^^^^^^^^^^^^    -- the change is claimed here
  |
 ::: data/notices/north, pier.yaml:3:3
  |
3 |   first line
  |   ---------- and here
  |
  = `safety.value` is 78.5%
  = help: did you mean `safety.value`?

1 error

"#]]
        .raw()
    );
}

#[test]
fn a_public_log_sees_no_values_no_words_and_no_lines() {
    let (sources, finding) = sources();
    let report = human(&settle(vec![finding], &sources), &sources, HIDDEN);
    snapbox::assert_data_eq!(
        report,
        snapbox::str![[r#"
error[unknown-figure]: there is no figure `safety.valeu`
 --> data/notices/north, pier.yaml:1:26
 ::: data/notices/north, pier.yaml:1:42: the change is claimed here
 ::: data/notices/north, pier.yaml:3:3: and here
  = help: did you mean `safety.value`?

1 error

"#]]
        .raw()
    );
}

#[test]
fn nothing_of_the_data_commands_a_terminal() {
    let (sources, mut finding) = sources();
    finding.says.push_str("\u{1b}[31m");
    finding = finding.shown("\u{1b}]0;title\u{7}").advice("\u{202e}turn");
    for look in [SHOWN, HIDDEN] {
        let report = human(&settle(vec![finding.clone()], &sources), &sources, look);
        assert!(
            !report.contains(['\u{1b}', '\u{7}', '\u{202e}', '\r']),
            "{report:?}"
        );
    }
}

#[test]
fn findings_are_sorted_told_once_and_counted() {
    let (mut sources, finding) = sources();
    let later = sources.add(Source::new("data/notices/a.yaml", "a: b\n"));
    let first = Finding::new(Code::UnusedClaim, Place::new(later, 0, 1), "unused");
    let of = |mut finding: Finding, notice: &str| {
        finding.notice = Some(notice.to_owned());
        finding
    };
    let all = vec![
        of(finding.clone(), "series/b"),
        of(finding.clone(), "series/a"),
        first.clone().at(Severity::Note),
        Finding::new(Code::EmbargoMissing, None, "no embargo"),
        first,
    ];
    let settled = settle(all, &sources);
    let order: Vec<_> = settled.iter().map(|one| one.finding.code.name()).collect();
    assert_eq!(order, ["embargo-missing", "unused-claim", "unknown-figure"]);
    assert_eq!(
        settled[1].finding.severity,
        Severity::Warning,
        "the gravest stays"
    );
    let report = human(&settled, &sources, HIDDEN);
    assert!(
        report.contains("  = note: in 2 notices, series/a the first\n"),
        "{report}"
    );
    assert!(report.ends_with("\n2 errors, 1 warning\n"), "{report}");
    assert_eq!(human(&[], &sources, SHOWN), "");
}

#[test]
fn annotations_are_escaped() {
    let (sources, mut finding) = sources();
    finding.says = "100% wrong\n::error::forged".to_owned();
    let text = github(&settle(vec![finding], &sources), &sources, "office", true);
    assert_eq!(text.lines().count(), 1);
    assert_eq!(
        text,
        "::error file=office/data/notices/north%2C pier.yaml,line=1,col=26,endColumn=38,title=unknown-figure::100%25 \
         wrong%0A::error::forged%0A`safety.value` is 78.5%25%0Adid you mean `safety.value`?\n"
    );
}

#[test]
fn json_and_sarif_hold_values_only_where_they_may() {
    let (sources, finding) = sources();
    let settled = settle(vec![finding], &sources);
    for values in [true, false] {
        let json = json(&settled, &sources, values);
        assert_eq!(json["findings"][0]["end-column"], 38);
        assert_eq!(json["findings"][0]["also"][1]["end-line"], 4);
        let sarif = sarif(&settled, &sources, "", values);
        let result = &sarif["runs"][0]["results"][0];
        let place = &result["locations"][0]["physicalLocation"];
        assert_eq!(
            place["artifactLocation"]["uri"],
            "data/notices/north%2C%20pier.yaml"
        );
        assert_eq!(place["region"]["startColumn"], 26);
        assert_eq!(
            result["relatedLocations"][0]["message"]["text"],
            "the change is claimed here"
        );
        for text in [json.to_string(), sarif.to_string()] {
            assert_eq!(text.contains("78.5%"), values);
        }
    }
}
