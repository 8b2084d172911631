//! Whether an edited copy of the shipped notice is told from one that an office program only reflowed.

// A test says what went wrong by stopping.
#![allow(clippy::unwrap_used)]

mod office;

use std::collections::HashMap;
use std::path::Path;

use office::files::inputs;
use pressroom::finding::Finding;
use pressroom::press::{Office, Request, Wanted};

const NOTICE: &str = "staffordshire-and-west-midlands";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn office() -> Office {
    office_in(root())
}

fn office_in(root: &Path) -> Office {
    Office::load(inputs(root)).0
}

fn request() -> Request {
    Request {
        edition: Wanted::Embargoed,
        now: chrono::DateTime::UNIX_EPOCH,
    }
}

fn document(office: &Office, format: &str) -> String {
    let release = office.compose(NOTICE, &request()).release.unwrap();
    office.lay_out(&release, format).unwrap().text
}

fn compared(office: &mut Office, copy: &str) -> Vec<Finding> {
    let file = office.take_copy("copy.txt", copy);
    office.compare_copy(NOTICE, file, &request()).unwrap().findings
}

fn codes(office: &mut Office, copy: &str) -> Vec<&'static str> {
    compared(office, copy)
        .iter()
        .map(|finding| finding.code.name())
        .collect()
}

/// What an office program makes of a text: joined lines, other marks and spaces, hyphens and ligatures.
fn reflowed(text: &str) -> String {
    let mut paragraphs = Vec::new();
    for paragraph in text.split("\n\n") {
        let lines: Vec<&str> = paragraph.lines().map(str::trim).collect();
        paragraphs.push(lines.join(" "));
    }
    let swaps = [
        ("“", "\""),
        ("”", "\""),
        ("‘", "'"),
        ("’", "'"),
        ("fi", "ﬁ"),
        ("public", "pub\u{AD}lic"),
        (" and ", "\u{A0}and "),
        ("1. The", "•\tThe"),
        ("2. The", "•\tThe"),
        ("3. The", "o\tThe"),
        ("-", "\u{2011}"),
    ];
    swaps
        .iter()
        .fold(paragraphs.join("\r\n"), |text, (from, to)| text.replace(from, to))
}

#[test]
fn a_copy_that_was_only_reflowed_raises_nothing() {
    let mut office = office();
    for format in ["txt", "md"] {
        let text = document(&office, format);
        assert!(compared(&mut office, &text).is_empty(), "{format} as written");
        let copy = reflowed(&text);
        assert!(compared(&mut office, &copy).is_empty(), "{format} reflowed");
    }
}

#[test]
fn any_one_digit_changed_raises_exactly_one_finding_at_its_place() {
    let mut office = office();
    let text = reflowed(&document(&office, "txt"));
    let digits: Vec<usize> = text
        .match_indices(|c: char| c.is_ascii_digit())
        .map(|(at, _)| at)
        .collect();
    assert!(digits.len() > 40);
    // Every third one: all of them take a quarter of a minute.
    for at in digits.into_iter().step_by(3) {
        let mut copy = text.clone();
        let digit = u32::from(copy.as_bytes()[at] - b'0');
        let other = char::from_digit((digit + 1) % 10, 10).unwrap().to_string();
        copy.replace_range(at..=at, &other);
        let found = compared(&mut office, &copy);
        let context: String = copy[at..].chars().take(20).collect();
        assert_eq!(found.len(), 1, "at {at}: {context:?}: {found:#?}");
        let place = found[0].place.unwrap();
        assert!(
            place.start as usize <= at && at < place.end as usize,
            "{context:?}"
        );
        assert!(["copy-number-changed", "copy-unknown-number"].contains(&found[0].code.name()));
    }
}

#[test]
fn every_edit_is_told_once_and_as_what_it_is() {
    let mut offices: HashMap<&str, (Office, String)> = HashMap::new();
    let table = include_str!("edits.tsv");
    let mut wrong = Vec::new();
    for line in table.lines().filter(|line| !line.starts_with('#')) {
        let fields: Vec<&str> = line.split('\t').collect();
        let [name, from, to, codes] = fields.as_slice() else {
            panic!("four fields: {line}");
        };
        let (office, notice) = offices.entry(*name).or_insert_with(|| {
            let office = match *name {
                "shipped" => office(),
                golden => office_in(&root().join("tests/golden").join(golden)),
            };
            let composed = |notice: &String| office.compose(notice, &request()).release.is_some();
            let notice = office.notices().into_iter().find(composed).unwrap();
            (office, notice)
        });
        let release = office.compose(notice, &request()).release.unwrap();
        let text = office.lay_out(&release, "txt").unwrap().text;
        let (from, to) = (from.replace("\\n", "\n"), to.replace("\\n", "\n"));
        assert!(text.contains(&from), "not in the notice: {line}");
        let file = office.take_copy("copy.txt", &text.replacen(&from, &to, 1));
        let found = office.compare_copy(notice, file, &request()).unwrap().findings;
        let raised: Vec<&str> = found.iter().map(|finding| finding.code.name()).collect();
        let expected: Vec<&str> = codes.split(' ').filter(|code| *code != "-").collect();
        if raised != expected {
            wrong.push(format!("{line}: {raised:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_programs_add_is_no_edit() {
    let mut office = office();
    let text = document(&office, "txt");
    let quoted: Vec<String> = text.lines().map(|line| format!("AB> {line}")).collect();
    let paged = |number: &str| {
        text.replace("ENDS\n", &format!("{number}\n\nENDS\n"))
            .replace("because outside", &format!("because\n\n{number}\n\noutside"))
    };
    let paragraphs: Vec<&str> = text.split("\n\n").collect();
    let (first, second) = (paragraphs.len() - 3, paragraphs.len() - 4);
    let mut moved = paragraphs.clone();
    moved.swap(first, second);
    let copies = [
        ("initials", quoted.join("\n")),
        ("page numbers", paged("2")),
        ("page numbers in words", paged("Page 2 of 3")),
        ("page numbers by a bar", paged("2 | P a g e")),
        (
            "a mail's header",
            format!(
                "Hi all,\n\nthe notice below is the highest of 3.\n\nFrom: Press Desk\nSent: 12 June 2012 09:14\n\n{text}"
            ),
        ),
        (
            "a mail's end",
            format!("{text}\n-- \nAnna, 020 7946 0999, above the average\n"),
        ),
        (
            "entities",
            text.replace("78% of", "78%&nbsp;of").replace('’', "&rsquo;"),
        ),
        (
            "outline numbers",
            text.replace("\n1. ", "\n1.1 ")
                .replace("\n2. ", "\n1.2 ")
                .replace("\n3. ", "\n1.3 "),
        ),
        ("one line", text.split_whitespace().collect::<Vec<_>>().join(" ")),
        ("paragraphs moved", moved.join("\n\n")),
        ("capitals", text.to_uppercase()),
    ];
    for (what, copy) in copies {
        let found = compared(&mut office, &copy);
        assert!(found.is_empty(), "{what}: {found:#?}");
    }
}

#[test]
fn lines_before_and_after_the_notice_are_counted_and_hold_no_percentage_of_their_own() {
    let mut office = office();
    let text = document(&office, "txt");
    let mail = |greeting: &str, end: &str| format!("{greeting}\nFrom: Press Desk\n\n{text}\n{end}\n");
    let own = mail(
        "Hi all, with 78% for Control.",
        "-- \nAnna\nOn 100% recycled paper",
    );
    let file = office.take_copy("copy.txt", &own);
    let compared = office.compare_copy(NOTICE, file, &request()).unwrap();
    assert!(compared.findings.is_empty(), "{:#?}", compared.findings);
    assert_eq!((compared.lines_before, compared.lines_after), (2, 2));
    for (greeting, end) in [("Control is at 95%.", "Anna"), ("Hi all,", "It was 95 per cent.")] {
        assert_eq!(codes(&mut office, &mail(greeting, end)), ["copy-unknown-number"]);
    }
    let file = office.take_copy("copy.txt", &text);
    let compared = office.compare_copy(NOTICE, file, &request()).unwrap();
    assert_eq!((compared.lines_before, compared.lines_after), (0, 0));
}

#[test]
fn a_copy_without_its_embargo_is_the_public_edition_only_when_there_can_be_one() {
    let mut office = office();
    let text = document(&office, "txt");
    let line = "EMBARGOED UNTIL 00:01 – TUESDAY, 12 June 2012\n";
    let public = Request {
        edition: Wanted::Public,
        ..request()
    };
    let release = office.compose(NOTICE, &public).release.unwrap();
    let published = office.lay_out(&release, "txt").unwrap().text;
    let gone = text.replace(line, "");
    let relabelled = text
        .replacen(line, "Published 12 June 2012, 00:01\n", 1)
        .replace(line, "");
    for copy in [&gone, &relabelled, &published] {
        assert_eq!(
            codes(&mut office, copy),
            ["copy-embargo-changed", "copy-embargo-changed"]
        );
    }
    let file = office.take_copy("copy.txt", &published);
    let over = Request {
        now: chrono::DateTime::from_timestamp(1_339_455_660, 0).unwrap(),
        ..request()
    };
    let found = office.compare_copy(NOTICE, file, &over).unwrap().findings;
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn a_digit_changed_in_a_moved_paragraph_is_told_once() {
    let mut office = office();
    let text = document(&office, "txt");
    let mut paragraphs: Vec<String> = text.split("\n\n").map(str::to_owned).collect();
    let at = paragraphs
        .iter()
        .position(|one| one.contains("enough 78%"))
        .unwrap();
    paragraphs[at] = paragraphs[at].replacen("78%", "79%", 1);
    paragraphs.swap(at, at - 1);
    assert_eq!(
        codes(&mut office, &paragraphs.join("\n\n")),
        ["copy-number-changed"]
    );
}
