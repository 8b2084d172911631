//! What was meant to be filled in and prints as it stands: a name of the data outside `{{ }}`, and a blank left open.

use std::ops::Range;

use super::raised::Raised;
use super::reading::Reading;
use super::token::{Kind, Token, percent_at};
use crate::claims::Desk;
use crate::finding::{Code, list_names};
use crate::language::Lists;

static BLANKS: Lists = Lists::of(include_str!("blanks-en.txt"));

/// What opens and closes an expression in other programs.
const BRACES: [(&str, &str); 8] = [
    ("[[", "]]"),
    ("<<", ">>"),
    ("${", "}"),
    ("{", "}"),
    ("((", "))"),
    ("%", "%"),
    ("$", "$"),
    ("«", "»"),
];

/// Reads one passage; `cleared` says that the notice is no draft, and so should have no blanks.
pub fn read(reading: &Reading<'_>, desk: &Desk<'_>, cleared: bool, raised: &mut Vec<Raised>) {
    let found = expressions(reading, desk, raised);
    if !cleared {
        return;
    }
    for range in blanks(reading) {
        let inside = found
            .iter()
            .any(|other| other.start < range.end && range.start < other.end);
        if inside || reading.typed(&range).is_none() || reading.as_written(desk, &range) {
            continue;
        }
        let finding = reading
            .finding(
                Code::BlankLeft,
                &range,
                format!("a blank is left open in {}", reading.passage.part),
            )
            .advice("print the figure with {{ }}, or write the words that belong here");
        raised.push(Raised::new(finding, reading, range));
    }
}

/// Names of the data that stand in other braces than `{{ }}`, or in none.
fn expressions(reading: &Reading<'_>, desk: &Desk<'_>, raised: &mut Vec<Raised>) -> Vec<Range<usize>> {
    let text = reading.passage.text.as_str();
    let mut found: Vec<Range<usize>> = Vec::new();
    if !text.contains(['{', '[', '<', '$', '%', '(', '«', '_']) && !text.contains('.') {
        return found;
    }
    for path in paths(text) {
        let name = &text[path.clone()];
        let braced = BRACES
            .iter()
            .find_map(|(open, close)| braced(text, &path, open, close));
        let known = is_known(name, desk);
        let range = match braced {
            Some(range) if known || text[range.clone()].starts_with(['{', '[']) => range,
            // `help.value` by itself is no English; an address is.
            None if known && name.contains('.') => path.clone(),
            _ => continue,
        };
        if found
            .iter()
            .any(|other| other.start < range.end && range.start < other.end)
            || !reading.all_typed(&range)
            || reading.as_written(desk, &range)
        {
            continue;
        }
        let (says, advice) = match known {
            true => (
                format!("`{name}` stands outside {{{{ }}}} and would print as it is"),
                format!("write `{{{{ {name} }}}}`"),
            ),
            false => (
                "an expression stands outside {{ }} and would print as it is".to_owned(),
                format!(
                    "write it between two braces on each side, `{{{{ … }}}}`; {}",
                    list_names(first_part(name), desk.scope.names.keys().map(String::as_str))
                ),
            ),
        };
        let finding = reading.finding(Code::BadTemplate, &range, says).advice(advice);
        raised.push(Raised::new(finding, reading, range.clone()));
        found.push(range);
    }
    found
}

fn first_part(path: &str) -> &str {
    path.split('.').next().unwrap_or_default()
}

/// Whether the words can print what a path names.
fn is_known(path: &str, desk: &Desk<'_>) -> bool {
    let parts: Vec<&str> = path.split('.').collect();
    desk.scope.find(&parts).is_ok()
}

/// What is spelt like a path: letters, digits and underscores, with full stops between.
fn paths(text: &str) -> Vec<Range<usize>> {
    let of_path = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '.';
    let mut found = Vec::new();
    let mut at = 0;
    for part in text.split_inclusive(|c: char| !of_path(c)) {
        let run = part.trim_end_matches(|c: char| !of_path(c));
        let name = run.trim_matches('.');
        if name.starts_with(|c: char| c.is_ascii_alphabetic()) && !name.contains("..") {
            let start = at + (run.len() - run.trim_start_matches('.').len());
            found.push(start..start + name.len());
        }
        at += part.len();
    }
    found
}

/// The range of a path with the braces round it; filters may follow it inside them.
fn braced(text: &str, path: &Range<usize>, open: &str, close: &str) -> Option<Range<usize>> {
    let before = text[..path.start].trim_end_matches(' ');
    let start = before.strip_suffix(open)?.len();
    let after = &text[path.end..];
    let end = after.find(close)?;
    let inside = after[..end].trim();
    // "5 % of help % of others" is no expression.
    let tight =
        !matches!(open, "%" | "$") || (path.start == start + open.len() && inside.is_empty() && end == 0);
    let filters = inside.is_empty() || inside.starts_with('|');
    let mut end = path.end + end + close.len();
    // `{area}}`
    if open == "{" && text[end..].starts_with('}') {
        end += 1;
    }
    (tight && filters).then_some(start..end)
}

/// The blanks of a passage.
fn blanks(reading: &Reading<'_>) -> Vec<Range<usize>> {
    let text = reading.passage.text.as_str();
    let tokens = &reading.tokens;
    let mut found = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let alone = token.kind == Kind::Word && is_blank_word(tokens, at);
        if alone || is_letter_for_a_number(tokens, at) {
            found.push(token.range.clone());
        }
    }
    // __%, ??%, …%
    for sign in ["__", "??", "…%", "...%"] {
        for (start, _) in text.match_indices(sign) {
            let rest = &text[start..];
            let length = rest.len() - rest.trim_start_matches(['_', '?', '…', '.']).len();
            let percent = rest[length..].starts_with('%');
            // "Really??" is loud, and no blank.
            let number = percent || rest.starts_with('_') || starts_a_word(text, start);
            let before = text[..start].ends_with(['_', '?', '…', '.']);
            if number && !before {
                found.push(start..start + length + usize::from(percent));
            }
        }
    }
    for (start, _) in text.match_indices('[') {
        let Some(length) = text[start..].find(']') else {
            continue;
        };
        let inside = text[start + 1..start + length].trim().to_lowercase();
        let whole = BLANKS.list("bracket").lines().any(|phrase| phrase == inside);
        let begins = BLANKS.list("begins").lines().any(|phrase| {
            let rest = inside.strip_prefix(phrase);
            rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        });
        if whole || begins {
            found.push(start..start + length + 1);
        }
    }
    found.sort_by_key(|range| range.start);
    let mut end = 0;
    found.retain(|range| {
        let own = range.start >= end;
        end = end.max(range.end);
        own
    });
    found
}

fn starts_a_word(text: &str, at: usize) -> bool {
    text[..at].is_empty() || text[..at].ends_with(char::is_whitespace)
}

/// `TBC`, or `XX` before something that is counted. After a name it is a Roman number: "Olympiad XXX".
fn is_blank_word(tokens: &[Token<'_>], at: usize) -> bool {
    let token = &tokens[at];
    let after_name = at > 0 && tokens[at - 1].is_capital() && token.spaced;
    let crosses = token.text.chars().all(|c| c == 'X') || token.text.chars().all(|c| c == 'x');
    if crosses {
        let counted = is_counted(tokens, at + 1);
        let money = at > 0 && matches!(tokens[at - 1].text, "£" | "$" | "€");
        return match token.text.len() {
            0 | 1 => false,
            2 => (counted || money) && !after_name,
            _ => !after_name,
        };
    }
    BLANKS.list("alone").has(token.text)
}

/// `N%`, `X per cent`: a letter where a number stands.
fn is_letter_for_a_number(tokens: &[Token<'_>], at: usize) -> bool {
    let token = &tokens[at];
    let letter = matches!(token.text, "N" | "X" | "x" | "n" | "NN" | "nn" | "xx" | "XX");
    letter && token.spaced && percent_at(tokens, at + 1) > 0
}

/// Whether what stands at a token is per cent, or a word in small letters: "XX homes".
fn is_counted(tokens: &[Token<'_>], at: usize) -> bool {
    let small = |token: &Token<'_>| {
        token.kind == Kind::Word
            && token.text.starts_with(char::is_lowercase)
            && !["and", "or", "chromosome", "chromosomes"]
                .iter()
                .any(|word| token.is(word))
    };
    percent_at(tokens, at) > 0 || tokens.get(at).is_some_and(small)
}
