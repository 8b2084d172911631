//! The file line by line as a person sees it: key, value, item. For hints where YAML itself has lost the thread.

/// One line with something on it, outside block texts and quoted texts of several lines.
#[derive(Debug, Clone, Copy)]
pub struct Line<'t> {
    /// Where the line begins.
    pub start: usize,
    /// Where its first character other than a space stands.
    pub first: usize,
    /// Whether it begins an item, with `- `.
    pub item: bool,
    /// The key, if it has one.
    pub key: Option<&'t str>,
    /// Where the value begins, after key and dash.
    pub at: usize,
    /// The value, to the end of the line.
    pub value: &'t str,
}

/// The key that `text` begins with, and where its value begins: letters, digits, `-`, `_` and `.`, then a colon.
pub fn key_of(text: &str) -> Option<(&str, usize)> {
    let end = text.find(|letter: char| !(letter.is_alphanumeric() || "-_.".contains(letter)))?;
    let after = text[end..].strip_prefix(':')?;
    if end == 0 || !(after.is_empty() || after.starts_with([' ', '\t', '\r', '\n'])) {
        return None;
    }
    let blank = after.len() - after.trim_start_matches([' ', '\t']).len();
    Some((&text[..end], end + 1 + blank))
}

/// Where the quoted text that `text` begins with ends, its closing mark included.
pub fn closing(text: &str) -> Option<usize> {
    let mark = text.chars().next().filter(|mark| matches!(mark, '"' | '\''))?;
    let mut letters = text.char_indices().skip(1).peekable();
    while let Some((at, letter)) = letters.next() {
        if letter == '\\' && mark == '"' {
            letters.next();
        } else if letter == mark {
            if mark == '\'' && letters.peek().is_some_and(|(_, next)| *next == '\'') {
                letters.next();
            } else {
                return Some(at + 1);
            }
        }
    }
    None
}

/// Whether `value` opens a block text: `|`, `>-`, `|2 # comment`.
pub fn opens_block(value: &str) -> bool {
    let header = value.find(" #").map_or(value, |at| &value[..at]).trim_end();
    header.starts_with(['|', '>'])
        && header[1..].len() <= 2
        && header[1..].chars().all(|mark| "+-123456789".contains(mark))
}

/// The lines of a file.
pub fn lines(text: &str) -> Vec<Line<'_>> {
    let mut found = Vec::new();
    let mut start = 0;
    // Inside a block text: lines deeper than this belong to it. Inside a quoted text: until this offset.
    let mut block: Option<usize> = None;
    let mut quoted_until = 0;
    for whole in text.split_inclusive('\n') {
        let line = whole.trim_end_matches(['\r', '\n']);
        let (line_start, indent) = (start, line.len() - line.trim_start_matches(' ').len());
        start += whole.len();
        let blank = line.trim().is_empty();
        if blank || line_start < quoted_until || block.is_some_and(|depth| indent > depth) {
            continue;
        }
        block = None;
        let mut at = line_start + indent + leading_tabs(&line[indent..]);
        let first = at;
        let mut depth = indent;
        let mut item = false;
        while let Some(rest) = text[at..line_start + line.len()].strip_prefix("- ") {
            item = true;
            depth = at - line_start;
            at += 2 + rest.len() - rest.trim_start_matches(' ').len();
        }
        let rest = &line[at - line_start..];
        if rest.starts_with('#') {
            continue;
        }
        let key = key_of(rest).map(|(key, value)| {
            depth = at - line_start;
            at += value;
            key
        });
        let value = &line[at - line_start..];
        if opens_block(value) {
            block = Some(depth);
        }
        if value.starts_with(['"', '\'']) && closing(value).is_none() {
            quoted_until = end_of_quoted(text, at, depth);
        }
        found.push(Line {
            start: line_start,
            first,
            item,
            key,
            at,
            value,
        });
    }
    found
}

fn leading_tabs(line: &str) -> usize {
    line.len() - line.trim_start_matches(['\t', ' ']).len()
}

/// Where a quoted text of several lines ends; where it never does before a line as shallow as its key, its own place.
fn end_of_quoted(text: &str, at: usize, depth: usize) -> usize {
    let Some(length) = closing(&text[at..]) else {
        return at;
    };
    let inside = &text[at..at + length];
    let deeper = |line: &str| line.trim().is_empty() || line.len() - line.trim_start().len() > depth;
    if inside.lines().skip(1).all(deeper) {
        at + length
    } else {
        at
    }
}
