//! Slips of the keyboard that YAML reports as something else: a bullet for a hyphen, a sign before its number, the marks
//! of a merge that git could not finish.

use super::lines::{Line, key_of};
use super::traps::Trap;
use crate::finding::{Code, FileId, Finding, Place};

/// What people type, or a word processor sets, where an item begins with `- `.
const BULLETS: [char; 8] = ['•', '–', '—', '·', '●', '‣', '−', '-'];

fn slip(at: usize, length: usize, says: impl Into<String>, advice: impl Into<String>) -> Option<Trap> {
    Some(Trap {
        at,
        length,
        says: says.into(),
        advice: advice.into(),
    })
}

/// The slip that a line begins with: a merge mark, a bullet, a hyphen without its space, a full-width colon.
pub fn of_line(line: &str) -> Option<Trap> {
    if line.starts_with("<<<<<<<") || line.starts_with(">>>>>>>") || line == "=======" {
        return slip(
            0,
            7,
            "this line is left from a merge that git could not finish",
            "keep one of the two versions between `<<<<<<<` and `>>>>>>>`, and delete the other and all three marks",
        );
    }
    of_item(line).or_else(|| wide_colon(line))
}

/// `• table: scores`, `-table: scores`: an item of a list that YAML takes for a key.
pub fn of_item(key_and_value: &str) -> Option<Trap> {
    let bullet = key_and_value
        .chars()
        .next()
        .filter(|first| BULLETS.contains(first))?;
    let rest = &key_and_value[bullet.len_utf8()..];
    let name = rest.trim_start();
    let dot = matches!(bullet, '•' | '·' | '●' | '‣');
    let advice = match key_of(name) {
        _ if bullet == '-' && rest.len() != name.len() => return None,
        Some((key, _)) if key.starts_with(char::is_alphabetic) => format!("write `- {key}: …`"),
        // A line of prose may begin with a dash.
        _ if !dot => return None,
        _ => "write `- ` before the item".to_owned(),
    };
    match bullet {
        '-' => slip(
            0,
            1,
            "a space is missing after the hyphen that begins an item",
            advice,
        ),
        other => slip(
            0,
            other.len_utf8(),
            "an item of a list begins with a hyphen and a space, and this is another sign",
            advice,
        ),
    }
}

/// `kicker：` with the colon of another keyboard.
fn wide_colon(line: &str) -> Option<Trap> {
    let end = line.find(|c: char| !(c.is_alphanumeric() || c == '-' || c == '_'))?;
    let colon = line[end..]
        .chars()
        .next()
        .filter(|c| matches!(c, '：' | '﹕' | '∶'))?;
    slip(
        end,
        colon.len_utf8(),
        "this colon is a character of another keyboard, which YAML does not read as one",
        format!("type an ordinary colon and a space: `{}: …`", &line[..end]),
    )
}

/// The slip in a value that YAML could not read: a sign before its number, a lone hyphen, a comma left out.
pub fn of_value(value: &str) -> Option<Trap> {
    let value = value.trim_end();
    if !value.starts_with('{') {
        return lone(value, 0);
    }
    let mut at = 1;
    for entry in value[1..].split([',', '}']) {
        if let Some(found) = of_entry(entry, at) {
            return Some(found);
        }
        at += entry.len() + 1;
    }
    None
}

/// The slip in `value: %78`, which begins at `at`.
fn of_entry(entry: &str, at: usize) -> Option<Trap> {
    let (_, after) = entry.split_once(':')?;
    let text = after.trim();
    let start = at + entry.len() - after.trim_start().len();
    if let Some(found) = lone(text, start) {
        return Some(found);
    }
    // `78% lowest: 64%`
    let (before, _) = text.split_once(": ")?;
    let (_, key) = before.rsplit_once(' ')?;
    let is_key = key.starts_with(char::is_alphabetic) && key.chars().all(|c| c.is_alphanumeric() || c == '-');
    if !is_key || text.starts_with(['"', '\'']) {
        return None;
    }
    slip(
        start + before.len() - key.len(),
        key.len(),
        format!("a comma is missing before `{key}`"),
        format!("write a comma and a space before it: `…, {key}: …`"),
    )
}

fn lone(text: &str, at: usize) -> Option<Trap> {
    match text {
        "-" => slip(
            at,
            1,
            "a lone hyphen stands where a value must, and YAML takes it for an item of a list",
            "say that the value is missing, and why: `{missing: not inspected this year}`",
        ),
        "%" => slip(
            at,
            1,
            "YAML does not let a value begin with `%`",
            "put the sign in quotation marks: `\"%\"`",
        ),
        text if text.starts_with('%') && text[1..].starts_with(|c: char| c.is_ascii_digit()) => slip(
            at,
            1,
            "a percent sign stands before its number",
            "write it after the number: 78%",
        ),
        _ => None,
    }
}

/// The first slip on the lines near `at`, where the parser stood: its own line and the two above it.
pub fn near(file: FileId, text: &str, at: usize, lines: &[Line<'_>]) -> Option<Finding> {
    // The marks of a merge are told wherever they stand.
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if line.starts_with("<<<<<<< ") {
            return of_line(line.trim_end()).map(|slip| slip.finding(file, start));
        }
        start += line.len();
    }
    let number = lines.partition_point(|line| line.start <= at).saturating_sub(1);
    let near = lines.get(number.saturating_sub(2)..=number)?;
    near.iter().rev().find_map(|line| {
        let end = text[line.first..]
            .find(['\r', '\n'])
            .map_or(text.len(), |length| line.first + length);
        let whole = of_line(text[line.first..end].trim_end()).map(|slip| slip.finding(file, line.first));
        whole.or_else(|| of_value(line.value).map(|slip| slip.finding(file, line.at)))
    })
}

/// The finding for text after the end of a document: where `...` ended it, that is what to say.
pub fn after_the_end(text: &str, place: Place) -> Option<Finding> {
    let before = text[..place.start as usize].trim_end_matches([' ', '\t', '\r', '\n']);
    let line = before.rsplit('\n').next().unwrap_or_default();
    (line.trim() == "...").then(|| {
        let start = before.len() - line.len();
        Finding::new(
            Code::YamlSyntax,
            Place::new(place.file, start, start + line.len()),
            "three full stops on a line end the file for YAML, and there is more after them",
        )
        .advice("delete the line; as words, put the whole text in quotation marks or a `|` block")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn says(trap: Option<Trap>) -> String {
        trap.map(|trap| format!("{}: {}; {}", trap.at, trap.says, trap.advice))
            .unwrap_or_default()
    }

    #[test]
    fn slips_are_told_for_what_they_are() {
        for (line, part) in [
            ("<<<<<<< HEAD", "git"),
            ("• table: scores", "write `- table: …`"),
            ("– table: scores", "hyphen and a space"),
            ("— table: scores", "hyphen and a space"),
            ("-table: scores", "a space is missing"),
            ("kicker：News", "write"),
        ] {
            let told = says(of_line(line));
            assert!(told.contains(part) || told.contains("colon"), "{line}: {told}");
            assert!(!told.is_empty(), "{line}");
        }
        for (value, part) in [
            (
                "{value: %78, lowest: 64%}",
                "8: a percent sign stands before its number",
            ),
            ("{value: -, lowest: 64%}", "`{missing: not inspected this year}`"),
            ("-", "`{missing: not inspected this year}`"),
            (
                "{value: 78% lowest: 64%}",
                "12: a comma is missing before `lowest`",
            ),
            ("{unit: %}", "`\"%\"`"),
        ] {
            let told = says(of_value(value));
            assert!(told.contains(part), "{value}: {told}");
        }
    }

    #[test]
    fn what_is_well_typed_is_no_slip() {
        for line in [
            "- table: scores",
            "---",
            "kicker: News",
            "-5",
            "– it was –",
            "headline: a：b",
        ] {
            assert_eq!(of_line(line), None, "{line}");
        }
        for value in [
            "{value: 78%, lowest: 64%}",
            "{value: -5}",
            "{missing: \"so: it was\"}",
            "78%",
        ] {
            assert_eq!(of_value(value), None, "{value}");
        }
    }
}
