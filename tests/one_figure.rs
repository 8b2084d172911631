//! Changing one score in the YAML changes prose, table and every format together, and nothing else.

mod office;

use std::path::Path;

use office::files::inputs;
use pressroom::moment::{DateTime, Utc};
use pressroom::press::{Office, Request, Wanted, formats};

/// The shipped office, with one piece of text replaced in its files.
fn office(from: &str, to: &str) -> Office {
    let mut inputs = inputs(Path::new(env!("CARGO_MANIFEST_DIR")));
    for file in &mut inputs {
        let text = String::from_utf8(std::mem::take(&mut file.bytes)).expect("UTF-8");
        file.bytes = text.replacen(from, to, 1).into_bytes();
    }
    let (office, findings) = Office::load(inputs);
    assert!(!pressroom::finding::any_error(&findings), "{findings:#?}");
    office
}

fn document(office: &Office, format: &str) -> String {
    let request = Request {
        edition: Wanted::Embargoed,
        now: DateTime::<Utc>::UNIX_EPOCH,
    };
    let composed = office.compose("staffordshire-and-west-midlands", &request);
    assert!(!composed.refused, "{:#?}", composed.findings);
    let release = composed.release.expect("a release");
    office.lay_out(&release, format).expect("laid out").text
}

#[test]
fn one_score_moves_prose_table_and_every_format_together() {
    let before = office("no such text", "");
    let after = office("control: {value: 78%", "control: {value: 77%");
    for format in formats() {
        let (before, after) = (document(&before, format), document(&after, format));
        let old: Vec<&str> = before.split_whitespace().collect();
        let new: Vec<&str> = after.split_whitespace().collect();
        assert_eq!(old.len(), new.len(), "{format}");
        let moved: Vec<(&str, &str)> = old.into_iter().zip(new).filter(|(old, new)| old != new).collect();
        assert_eq!(
            moved.len(),
            2,
            "once in the prose and once in the table of {format}: {moved:?}"
        );
        for (old, new) in moved {
            assert_eq!(old.replace("78", "77"), new, "{format}");
        }
    }
}

#[test]
fn the_same_inputs_give_the_same_bytes() {
    let (one, other) = (office("no such text", ""), office("no such text", ""));
    for format in formats() {
        assert_eq!(document(&one, format), document(&other, format), "{format}");
    }
}
