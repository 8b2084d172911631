//! The built-in layouts on the hand-made release: what comes out, and that nothing is lost.

use super::*;
use crate::release::{Edition, Moment, Release};

pub(super) fn laid_out(release: &Release, extension: &str) -> Document {
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
    vec![
        sample::release(),
        draft,
        public,
        sample::joint(),
        sample::corrected(),
    ]
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
            Edition::Public if !release.corrections.is_empty() => "corrected",
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
    release_with_layout(&sample::release(), extension, from, to)
}

fn release_with_layout(release: &Release, extension: &str, from: &str, to: &str) -> Vec<String> {
    let format = named(extension).expect("a format");
    assert!(format.layout().contains(from), "{from}");
    let source = format.layout().replace(from, to);
    let own = Override {
        format,
        source: &source,
        file: crate::finding::FileId(7),
    };
    let found = match Layouts::new(&[own]).and_then(|layouts| layouts.lay_out(release, format)) {
        Ok(document) => read_back(release, &document),
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
        (
            "html",
            "<h1>",
            "<h1 style=\"color: red; Display:none\">",
            "headline",
        ),
        (
            "html",
            "<h1>",
            "<h1 style=\"visibility: hidden !important\">",
            "headline",
        ),
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
fn a_style_that_shows_its_element_hides_nothing() {
    let found = with_layout("html", "<h1>", "<h1 style=\"display: block; opacity: 0.8\">");
    assert_eq!(found, [""; 0]);
}

#[test]
fn one_fault_of_a_layout_is_told_once() {
    // The embargo line stands where it must, whatever became of the headline.
    let found = with_layout("txt", "{{ headline | wrap }}", "{{ headline | upper }}");
    assert_one(&found, "layout-lost", "lost the headline");
    let found = with_layout("md", "# {{ headline }}", "");
    assert_one(&found, "layout-lost", "lost the headline");
    for layout in ["", "Our notice will be here."] {
        let built_in = named("txt").expect("a format").layout();
        let found = with_layout("txt", built_in, layout);
        assert_one(&found, "layout-lost", "prints nothing of the notice");
    }
}

#[test]
fn a_layout_that_hides_a_correction_is_refused() {
    let release = sample::corrected();
    for (extension, from, to, part) in [
        (
            "md",
            "{% for correction in corrections %}",
            "{% for correction in corrections[1:] %}",
            "correction 1, heading",
        ),
        (
            "txt",
            "{{ correction.heading | wrap }}",
            "",
            "correction 1, heading",
        ),
        (
            "html",
            "<Blocks blocks={correction.items} />",
            "<Blocks blocks={correction.items[1:]} />",
            "correction 1, paragraph 1",
        ),
        (
            "html",
            "<Blocks blocks={correction.items} />",
            "<Blocks blocks={correction.items[:1]} />",
            "table was-and-now",
        ),
        (
            "html",
            "<Blocks blocks={body} />",
            "<Blocks blocks={body[:1]} />",
            "table scores",
        ),
    ] {
        let found = release_with_layout(&release, extension, from, to);
        assert!(
            found
                .iter()
                .any(|one| one.starts_with("layout-lost") && one.contains(part)),
            "{part}: {found:#?}"
        );
    }
}

#[test]
fn a_correction_about_the_rows_of_a_table_is_not_taken_for_the_table() {
    let mut release = sample::corrected();
    release
        .body
        .retain(|block| matches!(block, crate::release::Block::Table(_)));
    for format in all() {
        let document = laid_out(&release, format.extension());
        assert_eq!(read_back(&release, &document), [], "{}", document.text);
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
        (
            "txt",
            "{{ headline | wrap }}",
            "{{ headline | wrap }}\n\nForty-two per cent agree",
        ),
        ("md", "{{ headline }}", "{{ headline }}, twelve of them"),
        ("html", "<h1>", "<h1 title=\"two-thirds agree\">"),
    ] {
        assert_one(
            &with_layout(extension, from, to),
            "layout-added",
            "prints a number",
        );
    }
    for words in [
        "This one is for you, at Two Rivers House",
        "Our desk is there twenty-four hours a day",
        "Once more: {{ kicker }}",
    ] {
        let to = format!("{{{{ headline | wrap }}}}\n\n{words}");
        assert_eq!(
            with_layout("txt", "{{ headline | wrap }}", &to),
            [""; 0],
            "{words}"
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

/// How a `bad-layout` begins that points to the line of the built-in layout on which `text` stands.
fn at(extension: &str, text: &str) -> String {
    let layout = named(extension).expect("a format").layout();
    let before = layout.find(text).expect("in the layout");
    format!("bad-layout {}:", layout[..before].matches('\n').count() + 1)
}

#[test]
fn misspelt_names_are_found_before_any_notice_is_made() {
    let found = with_layout("md", "{% if strapline %}", "{% if straplin %}");
    assert_one(
        &found,
        &at("md", "{% if strapline %}"),
        "did you mean `strapline`?",
    );
    let found = with_layout("html", "{% if row.gloss %}", "{% if row.glos %}");
    assert_one(&found, "bad-layout", "did you mean `gloss`?");
    let found = with_layout("txt", "{{ ends | wrap }}", "{{ ends | wrapp }}");
    assert_one(&found, &at("txt", "{{ ends | wrap }}"), "did you mean `wrap`?");
    let found = with_layout("txt", "{{ ends | wrap }}", "{{ ends | wrap }");
    assert_one(&found, &at("txt", "{{ ends | wrap }}"), "");
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
