//! Laws of sign-offs: a record changed in one place is none, an untouched one holds, and it lapses for what was agreed
//! and for nothing else.

use proptest::prelude::*;

use super::{CopyWords, Covers, Filed, SignOff, copy, verify};
use crate::data::yaml;
use crate::finding::{Code, FileId, Finding, Severity, Source, Sources};
use crate::press::{Composed, InputFile, Office, Request, Wanted};
use crate::report::Share;

const FILES: [(&str, &str); 4] = [
    (
        "data/organisation.yaml",
        "pressroom: 1\nname: Harbour Inspectorate\nletterhead: [Harbour Inspectorate, 1 Example Quay]\ntime-zone: \
         Europe/London\nboilerplate: We inspect piers.\npeople:\n  chief: {name: Sam Harbour, role: chief inspector}\n  \
         guest: {role: guest speaker}\ncontacts:\n  press-desk: {name: Press desk, telephone: 020 7946 0102}\n",
    ),
    (
        "data/programmes/piers.yaml",
        "name: Pier Inspection\nmeasures:\n  safety: {label: Safety work, unit: \"%\", better: higher}\n  care: \
         {label: Care, unit: \"%\", better: higher}\ntables:\n  scores:\n    columns:\n      - {heading: Score, of: \
         [value]}\n",
    ),
    (
        "data/inspections/north.yaml",
        "programme: piers\narea: North Pier\npublished: 2026-06-16\nresults:\n  safety: 62 of 79\n  care: 51%\n",
    ),
    (
        "data/notices/north.yaml",
        "inspection: north\nissued: 2026-06-12\nembargo: 2026-06-16 00:01\nheadline: North Pier \
         inspected\nstandfirst: A new report is published today.\nbody:\n  - quote:\n      by: chief\n      words: \
         |\n        Visitors were kept safe {{ safety.value }} of the time.\n\n        That is what we found \
         there.\n  - quote:\n      by: guest\n      verb: added\n      words: |\n        We care about care.\n  - \
         table: scores\nnotes:\n  - Care stood at {{ care.value }}.\ncontacts: [press-desk]\n",
    ),
];

/// The office with `changes` made, and further files.
fn office(changes: &[(&str, &str)], more: &[(String, String)]) -> (Office, Vec<Finding>) {
    let changed = |text: &str| {
        changes
            .iter()
            .fold(text.to_owned(), |text, (old, new)| text.replace(old, new))
    };
    let own = FILES
        .iter()
        .map(|(path, text)| ((*path).to_owned(), changed(text)));
    let files = own.chain(more.iter().cloned()).map(|(path, text)| InputFile {
        path,
        bytes: text.into_bytes(),
    });
    Office::load(files.collect())
}

fn compose(office: &Office, edition: Wanted) -> Composed {
    let now = crate::moment::parse_clock("2026-06-12T09:00:00+01:00").expect("an instant");
    office.compose("north", &Request { edition, now })
}

fn signed(office: &Office, by: &str, on_behalf_of: Option<&str>, quote: Option<usize>) -> SignOff {
    let release = compose(office, Wanted::Embargoed)
        .release
        .expect("it can be composed");
    let needs = office
        .needs("north", &release)
        .into_iter()
        .map(|need| need.spoken);
    SignOff {
        pressroom: 1,
        notice: "north".to_owned(),
        covers: if quote.is_some() {
            Covers::Quotation
        } else {
            Covers::WholeNotice
        },
        by: by.to_owned(),
        on_behalf_of: on_behalf_of.map(str::to_owned),
        signed: "2026-06-12T10:00:00+01:00".to_owned(),
        clock: None,
        quotations: needs
            .filter(|spoken| quote.is_none_or(|quote| spoken.number == quote))
            .collect(),
        copy: if quote.is_some() {
            Vec::new()
        } else {
            copy(&release)
        },
        digest: String::new(),
    }
    .sealed()
}

/// What the notice's sign-offs are with these records on file, after `changes`.
fn standing(records: &[&SignOff], changes: &[(&str, &str)]) -> (Share, Vec<Finding>) {
    let more: Vec<(String, String)> = records
        .iter()
        .enumerate()
        .map(|(at, record)| (format!("data/sign-offs/north/{at}.yaml"), record.yaml()))
        .collect();
    let (office, mut findings) = office(changes, &more);
    let composed = compose(&office, Wanted::Public);
    findings.extend(composed.findings);
    let about = |finding: &Finding| finding.code.name().starts_with("sign-off") || finding.is_error();
    findings.retain(about);
    (composed.coverage.sign_offs, findings)
}

fn records() -> [SignOff; 4] {
    let (office, _) = office(&[], &[]);
    [
        signed(&office, "chief", None, Some(1)),
        signed(&office, "chief", Some("guest"), Some(2)),
        signed(&office, "chief", None, None),
        signed(&office, "guest", None, Some(2)),
    ]
}

/// Reads a record from its text, as the loader does; `None` where it is refused.
fn accepted(text: &str) -> Option<SignOff> {
    let mut sources = Sources::default();
    let file = sources.add(Source::new("data/sign-offs/north/a.yaml", text));
    let record: SignOff = yaml::read(&sources, file, &mut Vec::new())?;
    let filed = Filed { record, file };
    verify(&filed, "north").ok().map(|()| filed.record)
}

#[test]
fn an_untouched_record_reads_back_as_itself_and_counts() {
    for record in records() {
        assert_eq!(accepted(&record.yaml()), Some(record));
    }
    let [one, two, whole, guest] = &records();
    for good in [&[one, two][..], &[whole, guest], &[one, two, whole, guest]] {
        let (share, findings) = standing(good, &[]);
        assert_eq!((share, findings), (Share { of: 2, all: 2 }, Vec::new()));
    }
}

/// Every text of a record, its digest too.
fn texts(record: &mut SignOff) -> Vec<&mut String> {
    let mut texts = vec![
        &mut record.notice,
        &mut record.by,
        &mut record.signed,
        &mut record.digest,
    ];
    texts.extend(&mut record.on_behalf_of);
    for spoken in &mut record.quotations {
        texts.extend([&mut spoken.speaker, &mut spoken.role, &mut spoken.verb]);
        texts.extend(&mut spoken.name);
        texts.extend(&mut spoken.words);
        for figure in &mut spoken.figures {
            texts.extend([&mut figure.name, &mut figure.exact, &mut figure.printed]);
            texts.extend(&mut figure.of);
        }
    }
    for CopyWords { part, words, figures } in &mut record.copy {
        texts.extend([part, words]);
        for figure in figures {
            texts.extend([&mut figure.name, &mut figure.exact, &mut figure.printed]);
        }
    }
    texts
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(6_000))]

    /// Words, figure, speaker, role, date, digest: one edit anywhere in a record, and it is refused.
    #[test]
    fn a_record_edited_in_one_place_is_refused(which in 0usize..4, field: prop::sample::Index, at: prop::sample::Index, new in "[a-z0-9é“ ]{0,2}") {
        thread_local!(static RECORDS: [SignOff; 4] = records());
        let original = RECORDS.with(|records| records[which].clone());
        let mut record = original.clone();
        let mut texts = texts(&mut record);
        let index = field.index(texts.len());
        let text = &mut texts[index];
        let letters: Vec<char> = text.chars().collect();
        let at = at.index(letters.len());
        **text = letters[..at].iter().collect::<String>() + &new + &letters[at + 1..].iter().collect::<String>();
        prop_assume!(record != original);
        let filed = Filed { record, file: FileId(0) };
        let refusal = verify(&filed, "north").expect_err("an edited record was accepted");
        prop_assert_eq!(refusal.code, Code::SignOffAltered);
        prop_assert!(!refusal.says.contains("safe"));
    }
}

#[test]
fn no_letter_of_the_file_can_be_changed_unless_it_means_the_same() {
    let [record, ..] = records();
    let text = record.yaml();
    let start = text.find("pressroom: 1").expect("after the comment");
    let (mut tried, mut harmless) = (0, 0);
    for (at, letter) in text.char_indices().filter(|(at, _)| *at >= start) {
        for new in ["", "x", "7", "\""] {
            let changed = format!("{}{new}{}", &text[..at], &text[at + letter.len_utf8()..]);
            tried += 1;
            match accepted(&changed) {
                None => {}
                Some(read) if read == record => harmless += 1,
                Some(_) => panic!("accepted: {changed}"),
            }
        }
    }
    assert!(tried > 1_800 && harmless < tried / 20, "{harmless} of {tried}");
}

#[test]
fn a_new_letterhead_or_a_changed_note_lapses_nothing() {
    let [one, two, whole, guest] = &records();
    for change in [
        ("letterhead: [Harbour", "letterhead: [New Harbour"),
        ("1 Example Quay", "2 Example Quay"),
        ("We inspect piers.", "We inspect every pier."),
        ("Press desk", "News desk"),
        ("020 7946 0102", "020 7946 0103"),
        (
            "Care stood at {{ care.value }}.",
            "Care stood at {{ care.value }}, a good score.",
        ),
        ("notes:\n", "notes:\n  - One note more.\n"),
        ("issued: 2026-06-12", "issued: 2026-06-11"),
        ("embargo: 2026-06-16 00:01", "embargo: 2026-06-17 09:30"),
        ("name: Pier Inspection", "name: Inspection of Piers"),
        // The same words on other lines of the file.
        (
            "safe {{ safety.value }} of",
            "safe\n        {{ safety.value }} of",
        ),
        ("published: 2026-06-16", "published: 2026-06-15"),
    ] {
        for good in [&[one, two][..], &[whole, guest]] {
            let (share, findings) = standing(good, &[change]);
            assert_eq!((share.of, findings), (2, Vec::new()), "{change:?}");
        }
    }
    // Elsewhere in the copy: only who agreed to the whole notice is asked again.
    for change in [
        ("headline: North", "headline: The North"),
        ("A new report", "A newer report"),
        ("care: 51%", "care: 52%"),
        ("We care about care.", "We do care about care."),
    ] {
        let mine = change.0 == "We care about care.";
        let (share, _) = standing(&[one, two], &[change]);
        assert_eq!(share.of, if mine { 1 } else { 2 }, "{change:?}");
        let (share, _) = standing(&[whole, guest], &[change]);
        assert_eq!(share.of, if mine { 0 } else { 1 }, "{change:?}");
    }
}

#[test]
fn a_quotation_may_move_and_another_come_before_it() {
    let [one, two, ..] = &records();
    let before = ("body:\n", "body:\n  - quote: {by: guest, words: We came too.}\n");
    let (share, findings) = standing(&[one, two], &[before]);
    assert_eq!(share, Share { of: 2, all: 3 });
    let [missing] = findings.as_slice() else {
        panic!("{findings:?}")
    };
    assert_eq!(
        (missing.code, missing.severity),
        (Code::SignOffMissing, Severity::Error)
    );
}

#[test]
fn it_lapses_when_words_speaker_role_or_a_figure_change_and_shows_both() {
    let [one, two, whole, guest] = &records();
    for (change, kind, shown) in [
        (("Visitors were", "Guests were"), "the words", "{+Guests+}"),
        (
            ("That is what we found there.", "That is it."),
            "the words",
            "agreed: ",
        ),
        // 62 of 79 is 78.48: it prints the same, and its exact value is another.
        (("safety: 62 of 79", "safety: 78%"), "a figure", "exact"),
        (("chief inspector", "first inspector"), "the role", "[-chief-]"),
        (("Sam Harbour", "Sam Haven"), "the speaker", "Haven"),
        (
            ("      by: chief\n", "      by: chief\n      verb: admitted\n"),
            "the words",
            "{+admitted",
        ),
    ] {
        for good in [&[one, two][..], &[whole, guest]] {
            let (share, findings) = standing(good, &[change]);
            assert_eq!(share.of, 1, "{change:?}");
            let [lapsed] = findings.as_slice() else {
                panic!("{change:?} {findings:?}")
            };
            assert_eq!(
                (lapsed.code, lapsed.severity),
                (Code::SignOffLapsed, Severity::Error)
            );
            assert!(lapsed.says.contains(kind), "{}", lapsed.says);
            let lines = lapsed.shown.join("\n");
            assert!(shown == "exact" || lines.contains(shown), "{change:?} {lines}");
            for secret in [
                "Visitors",
                "Guests",
                "78%",
                "first inspector",
                "Haven",
                "admitted",
            ] {
                assert!(
                    !lapsed.says.contains(secret) && !lapsed.advice.contains(secret),
                    "{secret}"
                );
            }
        }
    }
    // Another speaker has not agreed at all.
    let (_, findings) = standing(&[one, two], &[("by: chief", "by: guest")]);
    assert!(
        findings
            .iter()
            .any(|finding| finding.code == Code::SignOffLapsed || finding.code == Code::SignOffMissing)
    );
}

#[test]
fn an_edited_record_is_an_error_and_one_of_another_notice_too() {
    let [one, two, ..] = &records();
    let mut edited = two.clone();
    edited.quotations[0].words[0] = "“We care a lot.”".to_owned();
    let (share, findings) = standing(&[one, &edited], &[]);
    assert_eq!(share.of, 1);
    assert!(
        findings
            .iter()
            .any(|finding| finding.code == Code::SignOffAltered && finding.is_error())
    );
    let other = SignOff {
        notice: "south".to_owned(),
        ..two.clone()
    }
    .sealed();
    let (_, findings) = standing(&[one, &other], &[]);
    assert!(
        findings
            .iter()
            .any(|finding| finding.code == Code::SignOffAltered)
    );
}
