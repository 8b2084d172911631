//! Hostile data: whatever stands in a text of the data, every format shows exactly that text and nothing more.

use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag};
use scraper::{Html, Node};
use unicode_width::UnicodeWidthStr;

use super::sample::{data, figure, words};
use super::*;
use crate::release::{Contact, Inline, Release, plain};

/// Strings made of what is markup somewhere, with words between.
fn hostile() -> impl Strategy<Value = String> {
    const PIECES: &[&str] = &[
        "a",
        "B",
        "ŵ",
        "東",
        "x y",
        " ",
        "  ",
        "1",
        "12.",
        "3)",
        "-",
        "--",
        "---",
        "- ",
        "+ ",
        "*",
        "**",
        "_",
        "__",
        "`",
        "```",
        "~~",
        "#",
        "# ",
        "## ",
        ">",
        "> ",
        "=",
        "===",
        "|",
        "| - |",
        ":-",
        "[",
        "]",
        "](",
        "[x](javascript:y)",
        "[x]: /y",
        "![",
        "!",
        "(",
        ")",
        "<",
        "<b>",
        "</td>",
        "<!--",
        "-->",
        "<script>alert(1)</script>",
        "</style>",
        "&",
        "&lt;",
        "&#60;",
        "&amp",
        ";",
        "\"",
        "'",
        "\\",
        "\\|",
        "\n",
        "\r\n",
        "\t",
        "    code",
        "https://x.example",
        "www.x.example",
        "javascript:z",
        "a@b.example",
        "{{ 7 * 7 }}",
        "{% if %}",
        "{#",
        "…",
        "“",
        "”",
        "‘",
        "’",
        "–",
        "\u{a0}",
        "\u{2028}",
        "ENDS",
        "^",
        "$",
        "%",
        "@",
        ",",
        ".",
        "?",
        "%0d%0aBcc:",
        "\" onload=\"z",
    ];
    proptest::collection::vec(proptest::sample::select(PIECES), 1..9).prop_map(|pieces| pieces.concat())
}

/// A line with that text as data, in emphasis, in a link and beside a figure.
fn line(text: &str, shape: u8) -> Vec<Inline> {
    match shape % 5 {
        0 => vec![data(text)],
        1 => vec![
            words("In "),
            data(text),
            words(" it was "),
            figure("a.value", "78%"),
            words("."),
        ],
        2 => vec![words("so"), Inline::Emphasis(vec![data(text)]), data(text)],
        3 => vec![
            Inline::Strong(vec![words("a"), data(text)]),
            Inline::Break,
            data(text),
        ],
        _ => vec![
            data(text),
            Inline::Link {
                address: "https://reports.example/a_b?c=d&e=(f)".to_owned(),
                text: vec![data(text)],
            },
        ],
    }
}

fn hostile_release(text: &str) -> Release {
    let mut release = sample::release();
    let table = super::sample::table();
    let mut row = table.rows[0].clone();
    row.label = vec![data(text)];
    row.gloss = vec![words("so "), data(text)];
    release.headline = vec![words("On "), data(text)];
    release.letterheads[0].push(vec![words("Mail "), data(text)]);
    release.kicker = Some(vec![words("K"), data(text)]);
    for block in &mut release.body {
        if let Block::Table(table) = block {
            table.rows.push(row.clone());
            table.groups[1].heading = vec![words("For "), data(text)];
            table.columns[0].heading = vec![words("L "), data(text)];
            table.title = format!("About {text}");
        }
        if let Block::Quotation(quotation) = block {
            quotation.paragraphs[1].push(words(" so "));
            quotation.paragraphs[1].push(data(text));
        }
    }
    release.corrections.push(sample::correction(text));
    if let Some(notes) = &mut release.notes {
        let item = || vec![crate::release::Block::Paragraph(vec![data(text), words("so")])];
        for start in [None, Some(1), Some(2012)] {
            notes.items.push(vec![crate::release::Block::List {
                start,
                items: vec![item(), item()],
            }]);
        }
        notes.items.push(item());
    }
    release.contacts.push(Contact {
        name: format!("Desk {text}"),
        role: Some(format!("of {text}")),
        telephone: Some(format!("020 7946 0111 {text}")),
        out_of_hours: None,
        email: Some(format!("a@b.example{text}")),
    });
    release
}

/// The shape of a page: its elements with the names of their attributes, in order.
fn elements(page: &str) -> Vec<String> {
    let html = Html::parse_document(page);
    let nodes = html.tree.nodes();
    nodes
        .filter_map(|node| match node.value() {
            Node::Element(element) => {
                let names: Vec<&str> = element.attrs().map(|(name, _)| name).collect();
                Some(format!("{} {}", element.name(), names.join(" ")))
            }
            Node::Comment(_) => Some("comment".to_owned()),
            _ => None,
        })
        .collect()
}

/// The blocks and marks of a Markdown document, in order.
fn events(document: &str) -> Vec<String> {
    let options = Options::ENABLE_GFM
        | Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS;
    Parser::new_ext(document, options)
        .filter_map(|event| match event {
            Event::Start(Tag::Link { dest_url, .. }) => Some(format!("link {dest_url}")),
            Event::Start(Tag::Table(_)) => Some("table".to_owned()),
            Event::Start(tag) => Some(format!("{tag:?}")),
            Event::Text(_) | Event::End(_) | Event::SoftBreak => None,
            other => Some(format!("{other:?}")),
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn markdown_reads_as_the_text_and_nothing_else(text in hostile(), shape in 0u8..5) {
        let format = named("md").expect("Markdown");
        let line = line(&text, shape);
        for setting in [Setting::Paragraph, Setting::Line] {
            let written = format.inlines(&line, setting);
            for (before, after) in [("", ""), ("# ", ""), ("1. ", ""), ("| h |\n| --- |\n| ", " |")] {
                if setting == Setting::Paragraph && !before.is_empty() {
                    continue;
                }
                let document = format!("{before}{written}{after}\n");
                let read: Vec<String> = format.read(&document).into_iter().map(|segment| segment.text).collect();
                let read = fold(&read.join(" "));
                let expected = fold(&plain(&line));
                let expected = if before.starts_with('|') { fold(&format!("h {expected}")) } else { expected };
                prop_assert_eq!(&read, &expected, "{}", document);
            }
        }
        let written = format.inlines(&line, Setting::Paragraph);
        for event in events(&written) {
            let allowed = ["Paragraph", "Emphasis", "Strong", "HardBreak", "link https://reports.example/a_b?c=d&e=%28f%29"];
            prop_assert!(allowed.contains(&event.as_str()), "{event} in {written}");
        }
    }

    #[test]
    fn html_shows_the_text_and_gains_no_element(text in hostile()) {
        let plain_page = document(&hostile_release("x"), "html");
        let page = document(&hostile_release(&text), "html");
        // Whether a telephone or a mail address becomes a link depends on the data alone being one.
        // A wide table may scroll.
        let shape = |page: &str| -> Vec<String> {
            let all = elements(page).into_iter().filter(|element| element != "a href");
            all.map(|element| element.replace("div aria-label class role tabindex", "div class")).collect()
        };
        prop_assert_eq!(shape(&plain_page), shape(&page));
    }

    #[test]
    fn text_keeps_its_columns(text in hostile()) {
        let written = document(&hostile_release(&text), "txt");
        let longest_word = text.split_whitespace().map(UnicodeWidthStr::width).max().unwrap_or_default();
        for line in written.lines() {
            prop_assert!(line.width() <= 72 || longest_word > 20, "{line}");
            prop_assert!(!line.ends_with(' '));
            let breaks = line.contains(|character: char| character.is_control() || character == '\u{2028}');
            prop_assert!(!breaks, "{line:?}");
        }
        prop_assert!(written.ends_with('\n') && !written.ends_with("\n\n"));
    }

    #[test]
    fn every_format_reads_back_whole(text in hostile()) {
        let release = hostile_release(&text);
        for format in all() {
            let document = layouts().lay_out(&release, *format).expect("laid out");
            let findings = read_back(&release, &document);
            prop_assert!(findings.is_empty(), "{:?}\n{}", findings, document.text);
        }
    }
}

fn layouts() -> &'static Layouts {
    static LAYOUTS: std::sync::OnceLock<Layouts> = std::sync::OnceLock::new();
    LAYOUTS.get_or_init(|| Layouts::new(&[]).expect("the built-in layouts are sound"))
}

fn document(release: &Release, extension: &str) -> String {
    let format = named(extension).expect("a format");
    layouts().lay_out(release, format).expect("laid out").text
}
