//! A text's characters in plain form: typography, entities and other traces of an office program taken off.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A character in plain form, with the bytes it stands for.
pub struct Plain {
    /// The character.
    pub c: char,
    /// Its bytes in the text.
    pub range: Range<usize>,
}

/// What a web page's text leaves behind where it was copied as source.
const ENTITIES: [(&str, char); 13] = [
    ("nbsp", '\u{A0}'),
    ("ensp", ' '),
    ("thinsp", '\u{2009}'),
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("minus", '\u{2212}'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("plusmn", '±'),
];

const MARKS: [(&str, char); 4] = [("lsquo", '‘'), ("rsquo", '’'), ("apos", '\''), ("hellip", '…')];

/// Every character in its plain form: ligatures apart, accents off, soft hyphens and joiners gone.
pub fn plain(text: &str) -> Vec<Plain> {
    let mut plain = Vec::with_capacity(text.len());
    let mut at = 0;
    while let Some(first) = text[at..].chars().next() {
        if let Some(length) = initials(text, at) {
            at += length;
            continue;
        }
        let (c, length) = entity(&text[at..]).unwrap_or((first, first.len_utf8()));
        let range = at..at + length;
        at += length;
        let escape = c == '\\' && text[at..].starts_with(|next: char| next.is_ascii_punctuation());
        if !escape {
            put(c, &range, &mut plain);
        }
    }
    plain
}

/// A text with its marks written out: `&ldquo;` is one.
pub fn with_marks(text: &str) -> String {
    let mut marks = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let (c, length) = entity(rest).unwrap_or((first, first.len_utf8()));
        marks.push(c);
        rest = &rest[length..];
    }
    marks
}

fn put(c: char, range: &Range<usize>, plain: &mut Vec<Plain>) {
    let dropped = matches!(
        c,
        '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' | '\u{FE0F}'
    );
    if dropped || is_combining_mark(c) {
        return;
    }
    let mut take = |c| {
        plain.push(Plain {
            c,
            range: range.clone(),
        });
    };
    if c.is_ascii() {
        take(c);
        return;
    }
    for part in std::iter::once(c).nfkd().filter(|part| !is_combining_mark(*part)) {
        take(match part {
            '\u{2010}' | '\u{2012}' | '–' | '\u{2212}' | '—' => '-',
            '’' | '‘' | 'ʼ' | '′' => '\'',
            '\u{2044}' => '/',
            '\u{2028}' | '\u{2029}' => '\n',
            other => other,
        });
    }
}

/// The character that an entity at the start of `text` stands for, and the entity's length.
fn entity(text: &str) -> Option<(char, usize)> {
    let name = text.strip_prefix('&')?;
    let end = name.find(';').filter(|end| *end <= 8)?;
    let name = &name[..end];
    let c = match name.strip_prefix('#') {
        Some(code) => match code.strip_prefix(['x', 'X']) {
            Some(hexadecimal) => char::from_u32(u32::from_str_radix(hexadecimal, 16).ok()?)?,
            None => char::from_u32(code.parse().ok()?)?,
        },
        None => ENTITIES.iter().chain(&MARKS).find(|(known, _)| *known == name)?.1,
    };
    Some((c, end + 2))
}

/// The initials that a mail program sets before each quoted line: `AB> `.
fn initials(text: &str, at: usize) -> Option<usize> {
    let begins = at == 0 || text[..at].ends_with(['\n', '\r']);
    let letters = || {
        text[at..]
            .bytes()
            .take_while(u8::is_ascii_uppercase)
            .take(4)
            .count()
    };
    let length = begins.then(letters).filter(|length| (1..=3).contains(length))?;
    text[at + length..].starts_with('>').then_some(length)
}
