//! The traps that YAML sets for prose: what a value begins with or holds, and what to write instead.

use super::lines::{closing, opens_block};
use crate::finding::{Code, FileId, Finding, Place};

/// A trap in one value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trap {
    /// Where in the value, in bytes.
    pub at: usize,
    /// How many bytes it is about.
    pub length: usize,
    /// What YAML does: safe in a public log.
    pub says: String,
    /// What to write instead: safe in a public log.
    pub advice: String,
}

impl Trap {
    /// The finding, for a value that begins at `at`.
    pub fn finding(self, file: FileId, at: usize) -> Finding {
        let start = at + self.at;
        Finding::new(
            Code::YamlSyntax,
            Place::new(file, start, start + self.length),
            self.says,
        )
        .advice(self.advice)
    }
}

fn trap(at: usize, length: usize, says: &str, advice: String) -> Option<Trap> {
    Some(Trap {
        at,
        length,
        says: says.to_owned(),
        advice,
    })
}

/// What YAML does with `!`.
pub const TAG: &str = "YAML takes a word that begins with `!` for a tag and drops it";

/// How to write a text of `key` so that YAML keeps it: with an example of its beginning.
fn quote_it(key: Option<&str>, beginning: &str) -> String {
    let key = key.map(|key| format!("{key}: ")).unwrap_or_default();
    format!("put the whole text in quotation marks: `{key}\"{beginning}…\"`, or begin a `|` block under it")
}

/// The trap that a value falls into, if YAML cannot read it as the text it looks like. `key` is its key, for the
/// example; `item` says that it is an item without a key.
pub fn of_value(value: &str, key: Option<&str>) -> Option<Trap> {
    let value = value.trim_end();
    let first = value.chars().next()?;
    match first {
        '{' if value.starts_with("{{") || value.starts_with("{%") || value.starts_with("{#") => trap(
            0,
            2,
            &format!("YAML takes a value that begins with `{}` for a mapping", &value[..2]),
            quote_it(key, &value[..2]),
        ),
        '{' | '[' => bracket(value, key),
        '*' => emphasis(value, key),
        '&' if value[1..].starts_with([' ', '\t']) || value.len() == 1 => trap(
            0,
            1,
            "YAML takes `&` at the beginning of a value for a mark of its own",
            quote_it(key, "& "),
        ),
        '!' => trap(0, 1, TAG, quote_it(key, "!")),
        '%' if value == "%" => trap(
            0,
            1,
            "YAML does not let a value begin with `%`",
            format!("put the sign in quotation marks: `{}\"%\"`", key.map(|key| format!("{key}: ")).unwrap_or_default()),
        ),
        '%' | '@' | '`' => trap(
            0,
            1,
            &format!("YAML does not let a value begin with {}", if first == '`' { "a backtick".to_owned() } else { format!("`{first}`") }),
            quote_it(key, &first.to_string()),
        ),
 ',' | ']' | '}' => trap(
            0,
            1,
            &format!("YAML does not let a value begin with `{first}`"),
            quote_it(key, &first.to_string()),
        ),
        '?' if value.starts_with("? ") => trap(
            0,
            1,
            "YAML takes `? ` at the beginning of a value for a mark of its own",
            quote_it(key, "? "),
        ),
        '>' | '|' if !opens_block(value) => trap(
            0,
            1,
            &format!("text stands on the same line as `{first}`, which begins a block on the next line"),
            "begin the text on the next line, indented; or put it in quotation marks".to_owned(),
        ),
        '-' if key.is_some() && value.starts_with("- ") => trap(
            0,
            1,
            "a list begins on the same line as its key",
            "begin each item on a line of its own, indented; or put a text that begins with a dash in quotation marks".to_owned(),
        ),
        '"' | '\'' => quoted(value, key),
        _ if key.is_some() => colon(value, key),
        _ => None,
    }
}

fn bracket(value: &str, key: Option<&str>) -> Option<Trap> {
    if let Some(at) = value.find("{{").or_else(|| value.find("{%")) {
        let before = value[..at].trim_end();
        let unquoted = value[..at].matches('"').count().is_multiple_of(2)
            && value[..at].matches('\'').count().is_multiple_of(2);
        if unquoted && before.ends_with([':', ',', '[']) {
            return trap(
                at,
                2,
                "YAML takes a value that begins with `{{` for a mapping",
                "put the value in quotation marks: `\"{{ … }}\"`".to_owned(),
            );
        }
    }
    if !value.starts_with('[') {
        return None;
    }
    let close = value.find(']')?;
    let after = &value[close + 1..];
    let text_follows = after.starts_with(['[', '('])
        || (value[..close].matches('[').count() == 1
            && after.starts_with(' ')
            && !after.trim_start().starts_with('#'));
    if text_follows {
        trap(
            0,
            1,
            "YAML takes a value that begins with `[` for a list",
            quote_it(key, "["),
        )
    } else {
        None
    }
}

fn emphasis(value: &str, key: Option<&str>) -> Option<Trap> {
    let name = value[1..]
        .find(" #")
        .map_or(&value[1..], |at| &value[1..1 + at])
        .trim_end();
    let is_alias = !name.is_empty()
        && name
            .chars()
            .all(|letter| letter.is_alphanumeric() || "-_.".contains(letter));
    if is_alias {
        return None;
    }
    if name.starts_with(' ') {
        return trap(
            0,
            1,
            "YAML does not let a value begin with `*`",
            "for an item of a list write `- `; for a text, put it in quotation marks".to_owned(),
        );
    }
    trap(
        0,
        1,
        "YAML takes a value that begins with `*` for a repeated part (an alias), not for emphasis",
        quote_it(key, "*"),
    )
}

fn quoted(value: &str, key: Option<&str>) -> Option<Trap> {
    let mark = &value[..1];
    let end = closing(value)?;
    let after = value[end..].trim_start();
    if after.is_empty()
        || (after.starts_with('#') && value[end..].starts_with([' ', '\t']))
        || after.starts_with(':')
    {
        return None;
    }
    let advice = if mark == "'" {
        let key = key.map(|key| format!("{key}: ")).unwrap_or_default();
        format!(
            "double an apostrophe inside single marks (''), or put the whole text in double ones: `{key}\"…\"`"
        )
    } else {
        "put the whole text in single quotation marks ('…'), or begin a `|` block under the key".to_owned()
    };
    trap(
        end,
        value.len() - end,
        "text goes on after the quotation mark that closes the value",
        advice,
    )
}

fn colon(value: &str, key: Option<&str>) -> Option<Trap> {
    let text = value.find(" #").map_or(value, |at| &value[..at]);
    let at = text
        .find(": ")
        .or_else(|| text.ends_with(':').then(|| text.len() - 1))?;
    let advice = if value.starts_with(['“', '‘']) {
        "curly quotation marks do not quote in YAML: put straight ones (\"…\") round the whole text"
            .to_owned()
    } else {
        quote_it(key, "")
    };
    trap(
        at,
        1,
        "YAML takes `: ` inside a text for the end of another key",
        advice,
    )
}

/// The trap of an item whose text holds `: `, which makes a mapping of it.
pub fn colon_in_item(line: &str) -> Option<Trap> {
    colon(line.trim_end(), None)
}

/// A key whose value follows its colon without a space, at the beginning of `text`.
pub fn colon_without_space(text: &str) -> Option<Trap> {
    let end = text.find(|letter: char| !(letter.is_alphanumeric() || "-_".contains(letter)))?;
    let after = text[end..].strip_prefix(':')?;
    if !text.starts_with(char::is_alphabetic) || after.is_empty() || after.starts_with([' ', '\t', '/']) {
        return None;
    }
    if after.starts_with([',', '}', ']']) {
        return trap(
            end,
            1,
            "a key has no value before the comma or brace",
            format!("give `{0}` its value, `{0}: …`, or delete it", &text[..end]),
        );
    }
    let advice = format!("write `{}: …`", &text[..end]);
    trap(end, 1, "a key needs a space after its colon", advice)
}
