//! Characters that a reader of the file cannot see, and that may say something else than what is seen.

use super::lines;
use crate::finding::{Code, FileId, Finding, Place, Severity};

/// Further places of one character that are listed.
const MOST_PLACES: usize = 5;

/// How an invisible character counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sight {
    Seen,
    /// A character that text may well hold, but seldom on purpose.
    Doubtful(&'static str),
    Unseen(&'static str),
}

fn sight(letter: char) -> Sight {
    use Sight::{Doubtful, Seen, Unseen};
    match letter {
        '\t' | '\n' | '\r' | ' '..='~' => Seen,
        '\0' => Unseen("NULL"),
        '\u{1}'..='\u{1F}' | '\u{7F}' => Unseen("CONTROL CHARACTER"),
        '\u{85}' => Unseen("NEXT LINE"),
        '\u{80}'..='\u{9F}' => Unseen("CONTROL CHARACTER"),
        '\u{A0}' => Doubtful("NO-BREAK SPACE"),
        '\u{AD}' => Unseen("SOFT HYPHEN"),
        '\u{34F}' => Unseen("COMBINING GRAPHEME JOINER"),
        '\u{61C}' => Unseen("ARABIC LETTER MARK"),
        '\u{115F}' => Unseen("HANGUL CHOSEONG FILLER"),
        '\u{1160}' => Unseen("HANGUL JUNGSEONG FILLER"),
        '\u{17B4}' | '\u{17B5}' => Unseen("KHMER INHERENT VOWEL"),
        '\u{180E}' => Unseen("MONGOLIAN VOWEL SEPARATOR"),
        '\u{200B}' => Unseen("ZERO WIDTH SPACE"),
        '\u{200C}' => Unseen("ZERO WIDTH NON-JOINER"),
        '\u{200D}' => Unseen("ZERO WIDTH JOINER"),
        '\u{200E}' => Unseen("LEFT-TO-RIGHT MARK"),
        '\u{200F}' => Unseen("RIGHT-TO-LEFT MARK"),
        '\u{2028}' => Unseen("LINE SEPARATOR"),
        '\u{2029}' => Unseen("PARAGRAPH SEPARATOR"),
        '\u{202A}' => Unseen("LEFT-TO-RIGHT EMBEDDING"),
        '\u{202B}' => Unseen("RIGHT-TO-LEFT EMBEDDING"),
        '\u{202C}' => Unseen("POP DIRECTIONAL FORMATTING"),
        '\u{202D}' => Unseen("LEFT-TO-RIGHT OVERRIDE"),
        '\u{202E}' => Unseen("RIGHT-TO-LEFT OVERRIDE"),
        '\u{202F}' => Doubtful("NARROW NO-BREAK SPACE"),
        '\u{2060}' => Unseen("WORD JOINER"),
        '\u{2061}'..='\u{2064}' => Unseen("INVISIBLE OPERATOR"),
        '\u{2066}' => Unseen("LEFT-TO-RIGHT ISOLATE"),
        '\u{2067}' => Unseen("RIGHT-TO-LEFT ISOLATE"),
        '\u{2068}' => Unseen("FIRST STRONG ISOLATE"),
        '\u{2069}' => Unseen("POP DIRECTIONAL ISOLATE"),
        '\u{206A}'..='\u{206F}' => Unseen("DEPRECATED FORMAT CHARACTER"),
        '\u{3164}' => Unseen("HANGUL FILLER"),
        '\u{FEFF}' => Unseen("ZERO WIDTH NO-BREAK SPACE (BYTE ORDER MARK)"),
        '\u{FFA0}' => Unseen("HALFWIDTH HANGUL FILLER"),
        '\u{FFF9}'..='\u{FFFB}' => Unseen("INTERLINEAR ANNOTATION"),
        '\u{FFFC}' => Unseen("OBJECT REPLACEMENT CHARACTER"),
        '\u{FFFD}' => Unseen("REPLACEMENT CHARACTER"),
        '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFF}' => Unseen("PRIVATE USE"),
        '\u{E0000}'..='\u{E0FFF}' => Unseen("TAG OR SELECTOR"),
        '\u{FDD0}'..='\u{FDEF}' => Unseen("NONCHARACTER"),
        _ if u32::from(letter) & 0xFFFE == 0xFFFE => Unseen("NONCHARACTER"),
        _ => Seen,
    }
}

/// The sight of a letter after another: a selector belongs to a sign such as a heart, and is unseen beside a letter.
fn sight_after(letter: char, before: Option<char>) -> Sight {
    match letter {
        '\u{FE00}'..='\u{FE0F}' if before.is_none_or(|before| before.is_alphanumeric() || before == ' ') => {
            Sight::Unseen(SELECTOR)
        }
        _ => sight(letter),
    }
}

/// The name of a character that chooses how the sign before it looks.
const SELECTOR: &str = "VARIATION SELECTOR";

/// The advice for one character.
fn advice(letter: char) -> &'static str {
    match letter {
        '\u{A0}' | '\u{202F}' => {
            "type an ordinary space, unless the two words must not part at the end of a line"
        }
        '\u{AD}' => "delete it: it shows only where a line happens to end there",
        '\u{FFFD}' => {
            "a letter was lost when the file was saved or converted: type it again and save as UTF-8"
        }
        _ => "delete it and type the text round it again; it usually comes from pasting",
    }
}

/// Every kind of invisible character in the text of `file`, once a kind, with its first places.
pub fn invisible(text: &str, file: FileId) -> Vec<Finding> {
    let plain = |byte: u8| matches!(byte, b'\t' | b'\n' | b'\r' | b' '..=b'~');
    if text.bytes().all(plain) {
        return Vec::new();
    }
    let mut kinds: Vec<(char, Vec<Place>, usize)> = Vec::new();
    let indents = wide_indents(text, file);
    let mut before = None;
    for (at, letter) in text.char_indices() {
        let sight = sight_after(letter, before.replace(letter));
        if letter.is_ascii_graphic() || sight == Sight::Seen {
            continue;
        }
        let told = |indent: &Finding| {
            indent
                .place
                .is_some_and(|place| (place.start..place.end).contains(&(at as u32)))
        };
        if indents.iter().any(told) {
            continue;
        }
        let place = Place::new(file, at, at + letter.len_utf8());
        match kinds.iter_mut().find(|(kind, ..)| *kind == letter) {
            Some((_, places, count)) => {
                *count += 1;
                if places.len() <= MOST_PLACES {
                    places.push(place);
                }
            }
            None => kinds.push((letter, vec![place], 1)),
        }
    }
    let kinds = kinds
        .into_iter()
        .map(|(letter, places, count)| told(letter, &places, count));
    indents.into_iter().chain(kinds).collect()
}

/// The first invisible character that stands in a text by an escape such as `\u202E` or `&shy;`.
pub fn escaped(decoded: &str, place: Place) -> Option<Finding> {
    let mut before = None;
    decoded
        .chars()
        .find(|letter| matches!(sight_after(*letter, before.replace(*letter)), Sight::Unseen(_)))
        .map(|letter| told(letter, &[place], 1))
}

fn told(letter: char, places: &[Place], count: usize) -> Finding {
    let (name, severity) = match sight(letter) {
        Sight::Doubtful(name) => (name, Severity::Warning),
        Sight::Unseen(name) => (name, Severity::Error),
        Sight::Seen => (SELECTOR, Severity::Error),
    };
    let more = match count {
        0 | 1 => String::new(),
        _ => format!(", and {} more in this file", count - 1),
    };
    let says = format!(
        "an invisible character stands here: U+{:04X} {name}{more}",
        u32::from(letter)
    );
    let mut finding = Finding::new(Code::InvisibleCharacter, places.first().copied(), says)
        .at(severity)
        .advice(advice(letter));
    for place in places.iter().skip(1) {
        finding = finding.also(*place, "here too");
    }
    finding
}

/// A finding for every line that is indented with spaces that YAML does not count. After ordinary spaces they may also
/// begin a line of text, unless a key or an item follows.
fn wide_indents(text: &str, file: FileId) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut line_start = 0;
    for line in text.split_inclusive('\n') {
        let indent: usize = line
            .chars()
            .take_while(|letter| is_space(*letter))
            .map(char::len_utf8)
            .sum();
        let rest = &line[indent..];
        let structure = rest.starts_with("- ") || lines::key_of(rest).is_some();
        if let Some(at) = line[..indent].find(is_wide).filter(|at| *at == 0 || structure)
            && !rest.trim().is_empty()
        {
            let start = line_start + at;
            findings.push(
                Finding::new(
                    Code::YamlSyntax,
                    Place::new(file, start, line_start + indent),
                    "this line is indented with no-break spaces, which YAML takes for letters",
                )
                .advice("delete the indent and type ordinary spaces"),
            );
        }
        line_start += line.len();
    }
    findings
}

fn is_wide(letter: char) -> bool {
    matches!(
        letter,
        '\u{A0}' | '\u{202F}' | '\u{2000}'..='\u{200A}' | '\u{3000}'
    )
}

fn is_space(letter: char) -> bool {
    matches!(letter, ' ' | '\t') || is_wide(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn says(text: &str) -> Vec<(Severity, u32, String)> {
        invisible(text, FileId(0))
            .into_iter()
            .map(|finding| {
                (
                    finding.severity,
                    finding.place.expect("has one").start,
                    finding.says,
                )
            })
            .collect()
    }

    #[test]
    fn what_cannot_be_seen_is_named_by_its_number() {
        for (letter, name) in [
            ('\u{202E}', "U+202E RIGHT-TO-LEFT OVERRIDE"),
            ('\u{200B}', "U+200B ZERO WIDTH SPACE"),
            ('\0', "U+0000 NULL"),
            ('\u{E000}', "U+E000 PRIVATE USE"),
            ('\u{FEFF}', "U+FEFF ZERO WIDTH NO-BREAK SPACE"),
        ] {
            let found = says(&format!("a: ŵ{letter}b"));
            assert_eq!((found.len(), found[0].0, found[0].1), (1, Severity::Error, 5));
            assert!(found[0].2.contains(name), "{found:?}");
        }
        assert_eq!(says("a: 10\u{A0}km")[0].0, Severity::Warning);
        assert_eq!(says("a: be\u{AD}low")[0].0, Severity::Error);
        assert_eq!(says("a: ab\u{FE0F}ove")[0].0, Severity::Error);
        assert!(says("a: “naïve” – 5 £ 😀 ❤\u{FE0F} Ŵ\tb\r\n").is_empty());
    }

    #[test]
    fn many_of_a_kind_are_one_finding() {
        let found = invisible("a\u{200B}b\u{200B}c\u{200B}", FileId(0));
        assert_eq!((found.len(), found[0].also.len()), (1, 2));
        assert!(found[0].says.contains("and 2 more"));
    }

    #[test]
    fn a_wide_indent_is_told_as_one() {
        let found = says("a:\n\u{A0}\u{A0}b: 1\n");
        assert_eq!((found.len(), found[0].0, found[0].1), (1, Severity::Error, 3));
        let found = says("a:\n  \u{A0}b: 1\n");
        assert_eq!((found.len(), found[0].0, found[0].1), (1, Severity::Error, 5));
        let found = says("a: |\n  \u{A0}text\n");
        assert_eq!((found.len(), found[0].0), (1, Severity::Warning));
    }
}
