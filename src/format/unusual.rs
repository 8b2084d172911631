//! Notices that are unusual but right: what the built-in layouts make of them, and that nothing is lost.

use super::tests::laid_out;
use super::*;
use crate::release::{Block, Edition, Inline, Moment};

#[test]
fn every_note_that_a_press_officer_may_number_reads_back() {
    let paragraph = |text: &str| Block::Paragraph(vec![sample::words(text)]);
    let long =
        "It was the year in which the programme began, and nobody who worked on it then is in post today.";
    let list = |start: Option<u64>, texts: &[&str]| Block::List {
        start,
        items: texts.iter().map(|text| vec![paragraph(text)]).collect(),
    };
    let mut release = sample::release();
    let items = vec![
        vec![list(Some(1), &["The report is here."])],
        vec![list(Some(2012), &[long])],
        vec![list(Some(1), &["The report is here.", long]), paragraph(long)],
        vec![list(None, &[long, "78 cases."])],
        vec![paragraph("The report:"), list(Some(3), &[long, "78 cases."])],
        vec![paragraph(&format!("2012. {long}"))],
        vec![paragraph("2012. It was.")],
        vec![Block::List {
            start: Some(8),
            items: vec![vec![list(Some(4), &[long, long])], vec![list(None, &["5. a"])]],
        }],
    ];
    release.body.extend(items.iter().flatten().cloned());
    if let Some(notes) = &mut release.notes {
        notes.items = items;
    }
    for numbered in [true, false] {
        if let Some(notes) = &mut release.notes {
            notes.numbered = numbered;
        }
        for format in all() {
            let document = laid_out(&release, format.extension());
            assert_eq!(read_back(&release, &document), [], "{}", document.text);
            let twice = document.text.contains("1. 1. The report");
            assert!(
                !twice || !numbered || release.notes.is_none(),
                "{}",
                document.text
            );
        }
    }
}

#[test]
fn every_mark_for_a_missing_value_reads_back() {
    for mark in ["n/a", "x", "0", "not rated", "-", "..", "1"] {
        let mut release = sample::release();
        for block in &mut release.body {
            if let Block::Table(table) = block {
                for cell in table.rows.iter_mut().flat_map(|row| &mut row.cells) {
                    if cell.missing.is_some() {
                        cell.content = vec![Inline::program(mark)];
                        cell.missing = Some("2 forces did not tell".to_owned());
                    }
                }
            }
        }
        for format in all() {
            let document = laid_out(&release, format.extension());
            assert_eq!(read_back(&release, &document), [], "{}", document.text);
        }
    }
}

#[test]
fn the_moment_of_publication_is_past_in_public_editions_alone() {
    let mut release = sample::release();
    release.embargo = None;
    release.published = Some(Moment {
        printed: "00:01, 12 June 2012".to_owned(),
        machine: "2012-06-12T00:01:00+01:00".to_owned(),
    });
    for format in all() {
        for (edition, begins) in [
            (Edition::Embargoed, "For release: "),
            (Edition::Draft { findings: 0 }, "For release: "),
            (Edition::Public, "Published "),
        ] {
            release.edition = edition;
            let read = format.read(&laid_out(&release, format.extension()).text);
            let line = format!("{begins}00:01, 12 June 2012");
            assert!(read.iter().any(|segment| segment.text == line), "{line}");
        }
    }
}

#[test]
fn notes_that_are_not_numbered_are_paragraphs_and_need_no_heading() {
    let mut release = sample::release();
    if let Some(notes) = &mut release.notes {
        notes.numbered = false;
        notes.heading = String::new();
    }
    for format in all() {
        let text = laid_out(&release, format.extension()).text;
        for mark in ["- The report", "##", "<li>", "<h2"] {
            assert!(!text.contains(mark), "{mark}: {text}");
        }
    }
}

#[test]
fn a_joint_notice_says_so_between_its_letterheads() {
    for format in all() {
        let text = laid_out(&sample::joint(), format.extension()).text;
        assert!(text.contains("issued jointly with"), "{text}");
        let text = laid_out(&sample::release(), format.extension()).text;
        assert!(!text.contains("issued jointly with"), "{text}");
    }
}
