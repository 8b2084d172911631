//! Whether an edited copy of the shipped notice is told from one that an office program only reflowed.

// A test says what went wrong by stopping.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::Path;

use pressroom::finding::Finding;
use pressroom::press::{InputFile, Office, Request, Wanted};

const NOTICE: &str = "staffordshire-and-west-midlands";

fn office() -> Office {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    let folders = ["data", "data/programmes", "data/inspections", "data/notices"];
    for folder in folders {
        for entry in fs::read_dir(root.join(folder)).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|end| end == "yaml") {
                let name = path.strip_prefix(root).unwrap().to_string_lossy().into_owned();
                let bytes = fs::read(&path).unwrap();
                files.push(InputFile { path: name, bytes });
            }
        }
    }
    files.sort_by(|one, other| one.path.cmp(&other.path));
    Office::load(files).0
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
    office.compare_copy(NOTICE, file, &request()).unwrap()
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
        // A digit inside a web address is no number.
        let word = text[..at].rfind(char::is_whitespace).map_or(0, |space| space + 1);
        if text[word..at].contains("://") {
            continue;
        }
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
fn edits_of_claims_quotations_and_dates_are_told_apart() {
    let mut office = office();
    let text = document(&office, "txt");
    let mut edited = |from: &str, to: &str| {
        assert!(text.contains(from), "{from}");
        codes(&mut office, &text.replacen(from, to, 1))
    };
    assert_eq!(
        edited("above the regional", "below the regional"),
        ["copy-claim-changed"]
    );
    assert_eq!(edited("just below it", "well below it"), ["copy-claim-changed"]);
    assert_eq!(
        edited("an encouraging set", "a splendid set"),
        ["copy-quotation-changed"]
    );
    assert_eq!(edited("TUESDAY", "WEDNESDAY"), ["copy-number-changed"]);
    assert_eq!(
        edited("78% of the time", "of the time"),
        ["copy-number-changed", "copy-number-changed"]
    );
    assert_eq!(edited("visits every area", "visited all areas"), [""; 0]);
    assert_eq!(
        edited("visits every area", "visits 42 areas"),
        ["copy-unknown-number"]
    );
    assert_eq!(
        edited("is published today.", "is published today, the highest of all."),
        ["copy-claim-changed"]
    );
}
