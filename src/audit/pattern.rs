//! Patterns over tokens, as the tables of phrases write them: `in|since <year>`, `section|sections <numbers>`.
//!
//! Parts are parted by spaces. A part is words with `|` between the choices, a class in angle brackets, or marks; what
//! stands together without a space must stand together in the text. `?` after a part makes it optional. A word
//! written with a capital must have one. Classes: `<n>` a number, `<numbers>` several, `<year>`, `<hour>` and `<minute>` of a clock, `<nth>` an ordinal
//! in words, `<month>`, `<Word>` any word with a capital, `<small>` one without, `<CAPS>` a word in capitals, `<word>` any word, `<plural>`
//! one that looks like many things, `<first>` the beginning of the text, `<start>` and `<end>` of a sentence or a part of one.

use super::token::{Kind, Token, fold};
use crate::language::Language;

/// A pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern {
    parts: Vec<Part>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Part {
    atoms: Vec<Atom>,
    optional: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Atom {
    Words(Vec<String>),
    Mark(char),
    Number,
    Numbers,
    Year,
    Hour,
    Minute,
    Nth,
    Month,
    Capital,
    Small,
    Capitals,
    AnyWord,
    Plural,
    First,
    Start,
    End,
}

impl Pattern {
    /// Reads a pattern.
    ///
    /// # Errors
    /// What cannot be read.
    pub fn parse(text: &str) -> Result<Pattern, String> {
        let parts: Result<Vec<Part>, String> = text.split_whitespace().map(part).collect();
        let parts = parts?;
        if parts.iter().all(|part| part.optional) {
            return Err(format!("`{text}` would match anywhere"));
        }
        Ok(Pattern { parts })
    }

    /// Whether the pattern stands at token `at`; the token after it.
    pub fn stands_at(&self, tokens: &[Token<'_>], at: usize, language: &dyn Language) -> Option<usize> {
        parts_at(&self.parts, tokens, at, language)
    }
}

fn part(text: &str) -> Result<Part, String> {
    let (text, optional) = match text.strip_suffix('?') {
        Some(rest) if !rest.is_empty() => (rest, true),
        _ => (text, false),
    };
    let mut atoms = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = if first == '<' {
            let end = rest
                .find('>')
                .ok_or_else(|| format!("`{text}` has a `<` without its `>`"))?;
            atoms.push(class(&rest[1..end])?);
            end + 1
        } else if first.is_alphanumeric() {
            let in_words = |c: char| c.is_alphanumeric() || c == '|' || c == '\'';
            let end = rest.find(|c| !in_words(c)).unwrap_or(rest.len());
            if rest[..end].split('|').any(str::is_empty) {
                return Err(format!("`{text}` has a choice that is no word"));
            }
            atoms.push(Atom::Words(rest[..end].split('|').map(str::to_owned).collect()));
            end
        } else if first == '|' && !atoms.is_empty() {
            return Err(format!("`{text}` has choices that are not words"));
        } else {
            atoms.push(Atom::Mark(first));
            first.len_utf8()
        };
        rest = &rest[length..];
    }
    Ok(Part { atoms, optional })
}

fn class(name: &str) -> Result<Atom, String> {
    Ok(match name {
        "n" => Atom::Number,
        "numbers" => Atom::Numbers,
        "year" => Atom::Year,
        "hour" => Atom::Hour,
        "minute" => Atom::Minute,
        "nth" => Atom::Nth,
        "month" => Atom::Month,
        "Word" => Atom::Capital,
        "small" => Atom::Small,
        "CAPS" => Atom::Capitals,
        "word" => Atom::AnyWord,
        "plural" => Atom::Plural,
        "first" => Atom::First,
        "start" => Atom::Start,
        "end" => Atom::End,
        other => return Err(format!("there is no class <{other}>")),
    })
}

fn parts_at(parts: &[Part], tokens: &[Token<'_>], at: usize, language: &dyn Language) -> Option<usize> {
    let Some((first, rest)) = parts.split_first() else {
        return Some(at);
    };
    let taken =
        atoms_at(&first.atoms, tokens, at, language).and_then(|next| parts_at(rest, tokens, next, language));
    match taken {
        None if first.optional => parts_at(rest, tokens, at, language),
        taken => taken,
    }
}

fn atoms_at(atoms: &[Atom], tokens: &[Token<'_>], mut at: usize, language: &dyn Language) -> Option<usize> {
    for (index, atom) in atoms.iter().enumerate() {
        let glued = index > 0;
        if matches!(atom, Atom::First | Atom::Start | Atom::End) {
            at = edge(atom, tokens, at)?;
            continue;
        }
        let token = tokens.get(at)?;
        // Marks may stand close to the word before them; what a part holds together must be together.
        let mark = matches!(atom, Atom::Mark(_));
        if (glued && token.spaced)
            || (!glued && !token.spaced && at > 0 && !mark && !follows_mark(tokens, at))
        {
            return None;
        }
        at = if *atom == Atom::Numbers {
            numbers(tokens, at, language)?
        } else if is(atom, token, language) {
            at + 1
        } else {
            return None;
        };
    }
    Some(at)
}

/// Whether a bracket, quotation mark or dash stands before the token: a part may begin after it.
fn follows_mark(tokens: &[Token<'_>], at: usize) -> bool {
    let before = &tokens[at - 1];
    before.kind == Kind::Mark && !matches!(before.text, "." | "/" | "-" | "£" | "$" | "€")
}

fn edge(atom: &Atom, tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let ends =
        |token: &Token<'_>| token.kind == Kind::Mark && !matches!(fold_of(token), '-' | '%' | '\'' | '/');
    let there = match atom {
        Atom::First => at == 0,
        Atom::Start => at == 0 || tokens.get(at - 1).is_some_and(ends),
        _ => tokens.get(at).is_none_or(ends),
    };
    there.then_some(at)
}

fn fold_of(token: &Token<'_>) -> char {
    token.text.chars().next().map_or(' ', fold)
}

fn is(atom: &Atom, token: &Token<'_>, language: &dyn Language) -> bool {
    match atom {
        Atom::Words(words) => words.iter().any(|word| {
            let capital = !word.starts_with(char::is_uppercase) || token.is_capital();
            token.text == word || (token.kind == Kind::Word && token.is(word) && capital)
        }),
        Atom::Mark(mark) => token.kind == Kind::Mark && fold_of(token) == fold(*mark),
        Atom::Number => is_number(token, language),
        Atom::Year => is_year(token),
        Atom::Hour => is_of_clock(token, 24) && token.text.len() <= 2,
        Atom::Minute => is_of_clock(token, 59) && token.text.len() == 2,
        Atom::Nth => token.kind == Kind::Word && language.ordinal_words_value(token.text).is_some(),
        Atom::Month => token.is_capital() && language.parse_month(token.text).is_some(),
        Atom::Capital => token.is_capital(),
        Atom::Small => token.kind == Kind::Word && token.text.starts_with(char::is_lowercase),
        Atom::Capitals => token.kind == Kind::Word && token.text.chars().all(char::is_uppercase),
        Atom::AnyWord => token.kind == Kind::Word,
        Atom::Plural => is_plural(token),
        Atom::Numbers | Atom::First | Atom::Start | Atom::End => false,
    }
}

/// Whether a word looks like a noun in the plural.
fn is_plural(token: &Token<'_>) -> bool {
    const OTHERS: [&str; 7] = ["people", "men", "women", "children", "staff", "police", "young"];
    let many = token.text.ends_with('s') && !["ss", "us", "is"].iter().any(|end| token.text.ends_with(end));
    let small = ["was", "has", "as", "does"].iter().any(|word| token.is(word));
    token.kind == Kind::Word && ((many && !small) || OTHERS.iter().any(|word| token.is(word)))
}

fn is_number(token: &Token<'_>, language: &dyn Language) -> bool {
    match token.kind {
        Kind::Digits => true,
        Kind::Word => language.number_words_value(token.text).is_some(),
        Kind::Mark => false,
    }
}

/// Whether digits are a number that a clock shows.
fn is_of_clock(token: &Token<'_>, most: u8) -> bool {
    token.kind == Kind::Digits && token.text.parse::<u8>().is_ok_and(|number| number <= most)
}

/// Whether digits can be a year: four of them, from 1700 to 2100.
pub fn is_year(token: &Token<'_>) -> bool {
    token.kind == Kind::Digits
        && token.text.len() == 4
        && token
            .text
            .parse::<u16>()
            .is_ok_and(|year| (1700..=2100).contains(&year))
}

/// `12`, `12, 13 and 14`, `3(2)`, `4 to 6`: the token after the last.
fn numbers(tokens: &[Token<'_>], at: usize, language: &dyn Language) -> Option<usize> {
    tokens.get(at).filter(|token| is_number(token, language))?;
    let mut end = at + 1;
    loop {
        let joined = match tokens.get(end) {
            Some(token) if matches!(token.text, "," | "&" | "/") || fold_of(token) == '-' => true,
            Some(token) => ["and", "to", "or", "through"].iter().any(|word| token.is(word)),
            None => false,
        };
        if joined
            && tokens
                .get(end + 1)
                .is_some_and(|token| is_number(token, language))
        {
            end += 2;
            continue;
        }
        let bracket =
            |offset: usize, mark: &str| tokens.get(end + offset).is_some_and(|token| token.text == mark);
        if bracket(0, "(") && bracket(2, ")") && !tokens[end].spaced {
            end += 3;
            continue;
        }
        return Some(end);
    }
}

#[cfg(test)]
mod tests {
    use super::super::token::tokens;
    use super::*;

    fn stands(pattern: &str, text: &str) -> bool {
        let language = crate::language::of("en").unwrap();
        let pattern = Pattern::parse(pattern).unwrap();
        let tokens = tokens(text);
        (0..tokens.len()).any(|at| pattern.stands_at(&tokens, at, language).is_some())
    }

    #[test]
    fn patterns_read_words_classes_and_what_stands_together() {
        assert!(stands("in|since <year>", "It began in 2011."));
        assert!(!stands("in|since <year>", "It began in 2,011 cases."));
        assert!(stands(
            "section|sections <numbers>",
            "under sections 12, 13(2) and 14 of the Act"
        ));
        assert!(stands("<n>-hour", "a 24-hour line"));
        assert!(!stands("<n>-hour", "a 24 hour line"));
        assert!(stands("<Word> Act? <year>", "the Prisons Act 1952"));
        assert!(!stands("the Act", "to the act"));
        assert!(Pattern::parse("in? the?").is_err());
        assert!(Pattern::parse("<nonsense>").is_err());
    }
}
