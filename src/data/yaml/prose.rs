//! Prose that YAML reads, but not as it was meant: cut by a comment, joined by folding, swallowed by the line above.

use granit_parser::ScalarStyle;

use crate::finding::{Code, Finding, Place, Severity};

/// Keys whose texts may have paragraphs or lists.
const PARAGRAPHS: &[&str] = &["boilerplate", "footnotes", "notes", "standfirst", "text", "words"];

/// Keys whose texts are sentences or titles that a press officer writes.
const SENTENCES: &[&str] = &[
    "also-called",
    "as-written",
    "boilerplate",
    "caption",
    "footnotes",
    "gloss",
    "heading",
    "headings",
    "headline",
    "kicker",
    "label",
    "list",
    "missing",
    "next-release",
    "notes",
    "reason",
    "rows-heading",
    "source",
    "standfirst",
    "strapline",
    "text",
    "words",
];

/// Keys whose texts are names and the like: a comment beside them is likelier than a `#` in them.
const NAMES: &[&str] = &[
    "area",
    "letterhead",
    "name",
    "period",
    "population",
    "reference",
    "role",
    "short",
];

/// Whether the texts of `key` are sentences or titles, in which a comma is only a comma.
pub fn is_sentence(key: &str) -> bool {
    SENTENCES.contains(&key)
}

/// A text that the comment at `comment` cut short, if it looks so: `text` is the file, `key` that of the plain scalar
/// which ends at `end`, on the same line.
///
/// A `#` after two spaces and before one is somebody's remark; one close to the text, or to what follows it, is not.
pub fn cut_by_comment(text: &str, key: &str, end: usize, comment: Place) -> Option<Finding> {
    let between = text.get(end..comment.start as usize)?;
    if between.is_empty() || !between.chars().all(|letter| matches!(letter, ' ' | '\t')) {
        return None;
    }
    let touches = !text[comment.start as usize..].starts_with("# ");
    let cut = if SENTENCES.contains(&key) {
        touches || between == " "
    } else {
        NAMES.contains(&key) && touches
    };
    cut.then(|| {
        Finding::new(
            Code::CommentCutText,
            comment,
            format!("YAML takes the rest of the line, from ` #`, for a comment: `{key}` ends before it"),
        )
        .advice("put the whole text in quotation marks, or begin a `|` block; put two spaces before `#` and one after it if it is a comment")
    })
}

/// A text in which folding joined what its blank lines, or the lines of its list, kept apart.
pub fn folded(text: &str, key: &str, style: ScalarStyle, place: Place) -> Option<Finding> {
    if style == ScalarStyle::Literal || !PARAGRAPHS.contains(&key) {
        return None;
    }
    let source = text.get(place.start as usize..place.end as usize)?.trim_end();
    let mut lines = source.lines().skip(1);
    let (mark, what) = match style {
        ScalarStyle::Folded => (block_mark(text, place), "a folded (`>`) text"),
        ScalarStyle::Plain => (place, "a text without a block mark"),
        _ => (place, "a text in quotation marks"),
    };
    let paragraphs = lines.clone().any(|line| line.trim().is_empty());
    let items = lines.any(|line| is_item(line.trim_start())) && style == ScalarStyle::Folded;
    let lost = match (paragraphs, items) {
        (true, _) => "its paragraphs: a blank line in it becomes a mere line break",
        (_, true) => "the lines of its list: they become one line",
        _ => return None,
    };
    Some(
        Finding::new(Code::FoldedText, mark, format!("{what} loses {lost}")).advice(
            format!("write `{key}: |` and begin the text on the next line, indented")
                .replace("notes: |", "- |")
                .replace("footnotes: |", "- |"),
        ),
    )
}

/// A text that is there and says nothing: as little use as an absent one, and harder to see.
pub fn empty(decoded: &str, key: &str, place: Place) -> Option<Finding> {
    let wanted = SENTENCES.contains(&key) || NAMES.contains(&key);
    (wanted && decoded.trim().is_empty()).then(|| {
        Finding::new(
            Code::WrongKind,
            place,
            format!("`{key}`: expected a text, found one without a letter"),
        )
        .advice(format!("write the text of `{key}`, or delete the key"))
    })
}

/// A title that stands in curly marks as a whole: they do not quote in YAML, and will print.
pub fn wrapped(text: &str, decoded: &str, key: &str, style: ScalarStyle, place: Place) -> Option<Finding> {
    // A colon after the marks is a worse trap, and told as such.
    let goes_on = text.get(place.end as usize..)?.starts_with(':');
    const TITLES: [&str; 8] = [
        "area",
        "caption",
        "gloss",
        "headline",
        "kicker",
        "label",
        "name",
        "strapline",
    ];
    let inside = decoded.strip_prefix('“')?.strip_suffix('”')?;
    let whole = !inside.contains(['“', '”']) && style == ScalarStyle::Plain;
    (whole && !goes_on && TITLES.contains(&key)).then(|| {
        Finding::new(
            Code::YamlSyntax,
            place,
            format!("`{key}` stands in curly quotation marks, which do not quote in YAML: they will print"),
        )
        .at(Severity::Note)
        .advice("take them out, or type straight ones, unless it is a quotation")
    })
}

/// The `>` that opens the block whose text is at `place`.
fn block_mark(text: &str, place: Place) -> Place {
    let header_end = text[..place.start as usize].trim_end().len();
    let header_start = text[..header_end].rfind('\n').map_or(0, |at| at + 1);
    let header = &text[header_start..header_end];
    let header = header.find(" #").map_or(header, |at| &header[..at]);
    match header.rfind('>') {
        Some(at) => Place::new(place.file, header_start + at, header_start + at + 1),
        None => place,
    }
}

fn is_item(line: &str) -> bool {
    let digits = line.trim_start_matches(|letter: char| letter.is_ascii_digit());
    line.starts_with("- ")
        || line.starts_with("* ")
        || (digits.len() < line.len() && (digits.starts_with(". ") || digits.starts_with(") ")))
}

/// A line that begins with a dash like an item, and yet goes on the plain text above.
pub fn swallowed_item(text: &str, place: Place) -> Option<Finding> {
    let mut at = place.start as usize;
    for (number, line) in text
        .get(at..place.end as usize)?
        .split_inclusive('\n')
        .enumerate()
    {
        let rest = line.trim_start();
        if number > 0 && rest.starts_with("- ") {
            let dash = at + line.len() - rest.len();
            return Some(
                Finding::new(
                    Code::YamlSyntax,
                    Place::new(place.file, dash, dash + 1),
                    "this line begins like an item of a list, but YAML joins it to the text above",
                )
                .advice("indent its dash exactly like the dashes of the other items; or put the whole text in quotation marks or a `|` block"),
            );
        }
        at += line.len();
    }
    None
}
