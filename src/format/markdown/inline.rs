//! Lines and paragraphs in Markdown: emphasis and links as marks, everything else as text.

use super::escape::{Beside, push};
use super::read;
use crate::format::address::is_allowed;
use crate::format::{Setting, fold};
use crate::release::{Inline, plain};

/// A line break that the author set.
const BREAK: &str = "\\\n";

/// A line as a flat row: neighbouring runs are one text, so that what is markup is decided over both.
enum Token<'i> {
    Text(String),
    Break,
    Mark(&'static str),
    Link(&'i str, bool),
}

/// Writes `inlines`. Where emphasis cannot be said so that every parser reads it (a mark inside a word, beside
/// punctuation), the marks are left out: the words count.
pub(super) fn write(inlines: &[Inline], setting: Setting) -> String {
    let written = spell(inlines, setting, true);
    let emphasised = inlines.iter().any(has_emphasis);
    if emphasised && fold(&read::text(&written)) != fold(&plain(inlines)) {
        return spell(inlines, setting, false);
    }
    written
}

fn has_emphasis(inline: &Inline) -> bool {
    match inline {
        Inline::Run(_) | Inline::Break => false,
        Inline::Emphasis(_) | Inline::Strong(_) => true,
        Inline::Link { text: inner, .. } | Inline::Claim { words: inner, .. } => {
            inner.iter().any(has_emphasis)
        }
    }
}

fn spell(inlines: &[Inline], setting: Setting, emphasis: bool) -> String {
    let mut tokens = Vec::new();
    flatten(inlines, emphasis, &mut tokens);
    let mut out = String::new();
    let mut line_start = true;
    let mut pending_break = false;
    for (at, token) in tokens.iter().enumerate() {
        if pending_break && !matches!(token, Token::Break) {
            pending_break = false;
            while out.ends_with(' ') {
                out.pop();
            }
            if !out.ends_with('\n') {
                out.push_str(if setting == Setting::Line { " " } else { BREAK });
            }
            line_start = setting == Setting::Paragraph;
        }
        match token {
            Token::Text(text) => {
                let beside = Beside {
                    line_start,
                    link_follows: matches!(tokens.get(at + 1), Some(Token::Link(_, true))),
                };
                let length = out.len();
                push(text, beside, &mut out);
                line_start &= out.len() == length;
            }
            Token::Break => pending_break = !out.is_empty(),
            Token::Mark(mark) => {
                out.push_str(mark);
                line_start = false;
            }
            Token::Link(_, true) => {
                out.push('[');
                line_start = false;
            }
            Token::Link(address, false) => {
                let start = out.rfind('[').unwrap_or_default();
                let text = &out[start + 1..];
                // `<https://…>` reads better than an address twice.
                if is_bare(address) && unescaped(text) == *address {
                    out.truncate(start);
                    out.push('<');
                    out.push_str(address);
                    out.push('>');
                } else {
                    out.push_str("](");
                    push_address(address, &mut out);
                    out.push(')');
                }
            }
        }
    }
    while let Some(shorter) = out.strip_suffix(' ').or(out.strip_suffix(BREAK)) {
        out.truncate(shorter.len());
    }
    out
}

fn flatten<'i>(inlines: &'i [Inline], emphasis: bool, tokens: &mut Vec<Token<'i>>) {
    for inline in inlines {
        match inline {
            Inline::Run(run) => match tokens.last_mut() {
                Some(Token::Text(text)) => text.push_str(&run.text),
                _ => tokens.push(Token::Text(run.text.clone())),
            },
            Inline::Break => tokens.push(Token::Break),
            Inline::Emphasis(inner) => marked("*", inner, emphasis, tokens),
            Inline::Strong(inner) => marked("**", inner, emphasis, tokens),
            Inline::Claim { words, .. } => flatten(words, emphasis, tokens),
            Inline::Link { address, text } if is_allowed(address) => {
                tokens.push(Token::Link(address, true));
                flatten(text, emphasis, tokens);
                tokens.push(Token::Link(address, false));
            }
            Inline::Link { text, .. } => flatten(text, emphasis, tokens),
        }
    }
}

fn marked<'i>(mark: &'static str, inner: &'i [Inline], emphasis: bool, tokens: &mut Vec<Token<'i>>) {
    if emphasis {
        tokens.push(Token::Mark(mark));
        flatten(inner, emphasis, tokens);
        tokens.push(Token::Mark(mark));
    } else {
        flatten(inner, emphasis, tokens);
    }
}

/// Whether an address can stand between `<` and `>` as it is.
fn is_bare(address: &str) -> bool {
    let allowed =
        |character: char| character.is_ascii_alphanumeric() || "-._/:?#@!$'()+,;=%".contains(character);
    address.chars().all(allowed)
}

fn unescaped(text: &str) -> String {
    let mut plain = String::new();
    let mut characters = text.chars();
    while let Some(character) = characters.next() {
        match character {
            '\\' => plain.extend(characters.next()),
            character => plain.push(character),
        }
    }
    plain
}

/// A link's target: what could end or change it is percent-encoded.
fn push_address(address: &str, out: &mut String) {
    for character in address.chars() {
        match character {
            ' ' | '<' | '>' | '(' | ')' | '[' | ']' | '\\' | '|' | '`' | '"' => {
                out.push_str(&format!("%{:02X}", u32::from(character)));
            }
            '&' | '*' | '_' | '~' => {
                out.push('\\');
                out.push(character);
            }
            character if character.is_control() => {}
            character => out.push(character),
        }
    }
}
