//! Which characters of a text would be markup in Markdown where they stand, and only those.

use crate::format::fold::{is_calm, tame};

/// What a text stands next to.
#[derive(Debug, Clone, Copy)]
pub(super) struct Beside {
    /// Whether the text begins a line.
    pub(super) line_start: bool,
    /// Whether a link follows it at once.
    pub(super) link_follows: bool,
}

/// Appends `text` to `out` so that a CommonMark parser reads exactly `text`, white space folded.
pub(super) fn push(text: &str, beside: Beside, out: &mut String) {
    if is_plain(text, beside.line_start) {
        out.push_str(text);
        return;
    }
    let characters: Vec<char> = text.chars().map(tame).collect();
    let mut line_start = beside.line_start;
    let mut digits_only = line_start;
    for (at, &character) in characters.iter().enumerate() {
        let before = at.checked_sub(1).map(|at| characters[at]);
        let rest = &characters[at + 1..];
        if character == ' ' && (line_start || before == Some(' ')) {
            continue;
        }
        let escaped = match character {
            '\\' | '`' | '*' | '[' | ']' | '<' | '|' | '~' => true,
            '_' => !(is_word(before) && is_word(rest.first().copied())),
            '&' => rest
                .first()
                .is_none_or(|next| next.is_ascii_alphanumeric() || *next == '#'),
            '!' => rest.is_empty() && beside.link_follows,
            '>' | '=' => line_start,
            // At the end of a heading, a run of `#` would vanish.
            '#' => line_start || rest.iter().all(|next| matches!(next, '#' | ' ')),
            '-' => line_start && rest.first().is_none_or(|next| matches!(next, ' ' | '-')),
            '+' => line_start && rest.first().is_none_or(|next| *next == ' '),
            // Bare addresses become links in many programs; `:-` begins a table's rule.
            ':' => rest.starts_with(&['/', '/']) || (line_start && rest.first() == Some(&'-')),
            '.' if ends_with_www(&characters[..at]) => true,
            '.' | ')' => digits_only && !line_start && rest.first().is_none_or(|next| *next == ' '),
            _ => false,
        };
        if escaped {
            out.push('\\');
        }
        out.push(character);
        digits_only &= character.is_ascii_digit();
        line_start = false;
    }
}

/// Whether no character of `text` could be markup anywhere: most prose, which is copied as it is.
fn is_plain(text: &str, line_start: bool) -> bool {
    let begins = !line_start || text.starts_with(char::is_alphabetic);
    let marked = |byte: u8| b"\\`*[]<|~_&!#".contains(&byte);
    begins
        && !text.bytes().any(marked)
        && !text.contains("://")
        && !text.contains("ww")
        && !text.contains("WW")
        && is_calm(text)
}

fn is_word(character: Option<char>) -> bool {
    character.is_some_and(char::is_alphanumeric)
}

fn ends_with_www(before: &[char]) -> bool {
    let Some(start) = before.len().checked_sub(3) else {
        return false;
    };
    let fresh = start == 0 || !before[start - 1].is_alphanumeric();
    fresh
        && before[start..]
            .iter()
            .all(|character| character.eq_ignore_ascii_case(&'w'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn escaped(text: &str) -> String {
        let mut out = String::new();
        let beside = Beside {
            line_start: true,
            link_follows: false,
        };
        push(text, beside, &mut out);
        out
    }

    #[test]
    fn ordinary_prose_is_left_alone() {
        for text in [
            "Work on ‘Control’ – done 78% of the time (up from 74%).",
            "Smith & Sons, Jones & Co",
            "-0.3% in snake_case",
            "a > b, 3 - 2 = 1, #1!",
            "press@probation.example",
            "$381.2 billion, after $400 billion (−$0.9 billion)",
        ] {
            assert_eq!(escaped(text), text);
        }
    }

    #[test]
    fn what_would_be_markup_is_escaped() {
        assert_eq!(escaped("# not a heading"), "\\# not a heading");
        assert_eq!(escaped("  - not a list"), "\\- not a list");
        assert_eq!(escaped("2012. It was"), "2012\\. It was");
        assert_eq!(escaped("[x](javascript:y)"), "\\[x\\](javascript:y)");
        assert_eq!(escaped("&lt;<b>"), "\\&lt;\\<b>");
        assert_eq!(escaped("a|b"), "a\\|b");
        assert_eq!(escaped("C #"), "C \\#");
        assert_eq!(escaped("http://x.example www.x"), "http\\://x.example www\\.x");
    }
}
