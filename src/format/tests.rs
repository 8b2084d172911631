//! The built-in layouts on the hand-made release: what comes out, and that nothing is lost.

use super::*;
use crate::release::{Edition, Moment, Release};

fn laid_out(release: &Release, extension: &str) -> Document {
    let layouts = Layouts::new(&[]).expect("the built-in layouts are sound");
    let format = named(extension).expect("a format");
    layouts.lay_out(release, format).expect("laid out")
}

fn editions() -> Vec<Release> {
    let mut draft = sample::release();
    draft.edition = Edition::Draft { findings: 3 };
    let mut public = sample::release();
    public.edition = Edition::Public;
    public.embargo = None;
    public.published = Some(Moment {
        printed: "12 June 2012, 00:01".to_owned(),
        machine: "2012-06-12T00:01:00+01:00".to_owned(),
    });
    vec![sample::release(), draft, public, sample::joint()]
}

#[test]
fn every_edition_in_every_format_reads_back_whole() {
    for release in editions() {
        for format in all() {
            let document = laid_out(&release, format.extension());
            let findings = read_back(&release, &document);
            assert_eq!(
                findings,
                [],
                "{} {:?}\n{}",
                format.name(),
                release.edition,
                document.text
            );
        }
    }
}

/// Writes the sample into the system's temporary folder, to be looked at:
/// `cargo test --lib -q shows_the_sample -- --ignored`.
#[test]
#[ignore = "writes files to be looked at"]
fn shows_the_sample() {
    for release in editions() {
        let edition = match release.edition {
            Edition::Draft { .. } => "draft",
            Edition::Embargoed if release.name.starts_with("joint") => "joint",
            Edition::Embargoed => "embargoed",
            Edition::Public => "public",
        };
        for format in all() {
            let path = std::env::temp_dir().join(format!("notice-{edition}.{}", format.extension()));
            std::fs::write(path, laid_out(&release, format.extension()).text).expect("written");
        }
    }
}

/// The findings of the notice under another layout of `extension`: `from` in the built-in one becomes `to`.
fn with_layout(extension: &str, from: &str, to: &str) -> Vec<String> {
    let format = named(extension).expect("a format");
    assert!(format.layout().contains(from), "{from}");
    let source = format.layout().replace(from, to);
    let own = Override {
        format,
        source: &source,
        file: crate::finding::FileId(7),
    };
    let release = sample::release();
    let found = match Layouts::new(&[own]).and_then(|layouts| layouts.lay_out(&release, format)) {
        Ok(document) => read_back(&release, &document),
        Err(findings) => findings,
    };
    let told = |finding: &crate::finding::Finding| {
        let start = finding.place.map_or(0, |place| place.start as usize);
        assert_eq!(finding.place.map(|place| place.file), Some(own.file));
        let line = source[..start].lines().count();
        format!(
            "{} {line}: {} {}",
            finding.code.name(),
            finding.says,
            finding.advice
        )
    };
    found.iter().map(told).collect()
}

#[track_caller]
fn assert_one(found: &[String], code: &str, part: &str) {
    assert_eq!(found.len(), 1, "{found:#?}");
    assert!(
        found[0].starts_with(code) && found[0].contains(part),
        "{found:#?}"
    );
}

#[test]
fn what_a_layout_loses_is_named() {
    let lost = [
        ("md", "# {{ headline }}", "# Notice", "headline"),
        ("md", "{{ strapline }}", "", "strapline"),
        (
            "txt",
            "{{ notes.drawn }}",
            "{{ notes.items[1] | first | get(key=\"drawn\") }}",
            "note 1",
        ),
        (
            "html",
            "<p>{{ words }}</p>",
            "{% if loop.index != 2 %}<p>{{ words }}</p>{% endif %}",
            "quotation 1, paragraph 2",
        ),
        (
            "html",
            "{{ cell.text }}{% endif",
            "{{ cell.text | truncate(length=1) }}{% endif",
            "figure `guard.lowest`",
        ),
        (
            "html",
            " <i>{{ row.gloss }}</i>",
            "",
            "table scores, row 1, gloss",
        ),
        ("html", "noindex, nofollow, noarchive", "all", "`noindex` mark"),
        ("html", "<h1>", "<h1 hidden>", "headline"),
    ];
    for (extension, from, to, part) in lost {
        let found = with_layout(extension, from, to);
        assert!(!found.is_empty(), "{part}");
        assert!(
            found[0].starts_with("layout-lost") && found[0].contains(part),
            "{part}: {found:#?}"
        );
    }
}

#[test]
fn a_lost_cell_is_named_even_where_others_read_the_same() {
    let found = with_layout(
        "html",
        "{% for cell in row.cells %}",
        "{% for cell in row.cells[:3] %}",
    );
    assert_eq!(found.len(), 3, "{found:#?}");
    assert!(
        found[0].contains("row 1, cell 4 (figure `guard.value`)"),
        "{found:#?}"
    );
}

#[test]
fn the_embargo_stands_at_head_and_foot() {
    let foot = "{% if embargo %}\n**{{ embargo.line }}**\n{% endif %}\n\n{% if draft %}";
    assert_one(
        &with_layout("md", foot, "{% if draft %}"),
        "layout-lost",
        "embargo line after the body",
    );
}

#[test]
fn paragraphs_out_of_order_are_found() {
    let found = with_layout(
        "html",
        "in block.paragraphs %}",
        "in block.paragraphs | reverse %}",
    );
    assert!(found[0].contains("out of its order"), "{found:#?}");
}

#[test]
fn numbers_that_a_layout_adds_are_found() {
    for (extension, from, to) in [
        ("md", "{{ headline }}", "{{ headline }}: 99% satisfied"),
        (
            "txt",
            "{{ headline | wrap }}",
            "{{ headline | wrap }}\n\nOver 78% agree",
        ),
        ("html", "<h1>", "<h1 title=\"99%\">"),
        ("html", "</style>", "h1::after { content: \" – 99%\" }</style>"),
        ("html", "<p class=\"ends\">", "<p>1 of 2</p><p class=\"ends\">"),
    ] {
        assert_one(
            &with_layout(extension, from, to),
            "layout-added",
            "prints a number",
        );
    }
    let found = with_layout("html", "{% else %}{{ cell.text }}", "{% else %}-{{ cell.text }}");
    assert!(found[0].starts_with("layout-lost"), "{found:#?}");
}

#[test]
fn a_part_may_stand_twice() {
    assert_eq!(
        with_layout(
            "md",
            "{{ headline }}",
            "{{ headline }}\n\n{{ kicker }} {{ issued.printed }}"
        ),
        [""; 0]
    );
}

#[test]
fn misspelt_names_are_found_before_any_notice_is_made() {
    let found = with_layout("md", "{% if strapline %}", "{% if straplin %}");
    assert_one(&found, "bad-layout", "did you mean `strapline`?");
    assert!(found[0].starts_with("bad-layout 15:"), "{found:#?}");
    let found = with_layout("html", "{% if row.gloss %}", "{% if row.glos %}");
    assert_one(&found, "bad-layout", "did you mean `gloss`?");
    let found = with_layout("txt", "{{ ends | wrap }}", "{{ ends | wrapp }}");
    assert_one(&found, "bad-layout 55:", "did you mean `wrap`?");
    let found = with_layout("txt", "{{ ends | wrap }}", "{{ ends | wrap }");
    assert_one(&found, "bad-layout 55:", "");
}

#[test]
fn layouts_serve_every_core() {
    fn shared<T: Send + Sync>(_: &T) {}
    shared(&Layouts::new(&[]).expect("sound"));
}

#[test]
fn what_fails_while_a_layout_runs_has_its_place() {
    let found = with_layout("txt", "{{ ends | wrap }}", "{{ contacts[9].name | wrap }}");
    assert_one(&found, "bad-layout", "");
    assert!(!found[0].starts_with("bad-layout 0:"), "{found:#?}");
}
