//! Reads the expressions inside `{{ }}` and `{% %}` well enough to judge their names, each at its exact place.
//!
//! Tera runs the expressions; this only finds the paths, filters, tests and operators in them, so that every
//! misspelt name of a field is reported at once with its nearest right name.

use std::ops::Range;

/// A token of an expression, by byte range.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// What it is.
    pub kind: TokenKind,
    /// Where it stands in the text given.
    pub range: Range<usize>,
}

/// The kinds of token that matter here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenKind {
    /// A name or keyword.
    Name,
    /// Digits.
    Number,
    /// A quoted text, quotation marks included.
    Quoted,
    /// Punctuation and operators.
    Symbol,
}

/// The tokens of `text`.
pub fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut chars = text.char_indices().peekable();
    while let Some((start, first)) = chars.next() {
        let mut end = start + first.len_utf8();
        let mut take_while = |accept: &dyn Fn(char) -> bool| {
            while let Some((at, next)) = chars.peek().copied() {
                if !accept(next) {
                    break;
                }
                end = at + next.len_utf8();
                chars.next();
            }
            end
        };
        let (kind, end) = match first {
            c if c.is_whitespace() => continue,
            c if c.is_alphabetic() || c == '_' => {
                (TokenKind::Name, take_while(&|c| c.is_alphanumeric() || c == '_'))
            }
            c if c.is_ascii_digit() => (TokenKind::Number, take_while(&|c| c.is_ascii_digit())),
            '"' | '\'' | '`' => {
                take_while(&|c| c != first);
                let end = chars.next().map_or(text.len(), |(at, mark)| at + mark.len_utf8());
                (TokenKind::Quoted, end)
            }
            '=' | '!' | '<' | '>' => (TokenKind::Symbol, take_while(&|c| c == '=')),
            _ => (TokenKind::Symbol, end),
        };
        tokens.push(Token {
            kind,
            range: start..end,
        });
    }
    tokens
}

/// A dotted path: `control.value`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Path {
    /// Its parts with their ranges.
    pub parts: Vec<(String, Range<usize>)>,
    /// Whether an arithmetic or comparison operator stands beside it.
    pub operator: Option<String>,
}

impl Path {
    /// The whole range.
    pub fn range(&self) -> Range<usize> {
        let start = self.parts.first().map_or(0, |(_, range)| range.start);
        let end = self.parts.last().map_or(0, |(_, range)| range.end);
        start..end
    }

    /// `control.value`
    pub fn text(&self) -> String {
        self.parts
            .iter()
            .map(|(part, _)| part.as_str())
            .collect::<Vec<_>>()
            .join(".")
    }
}

/// What an expression or tag names.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Names {
    /// The paths, in order.
    pub paths: Vec<Path>,
    /// Names after `|`.
    pub filters: Vec<(String, Range<usize>)>,
    /// Names after `is`.
    pub tests: Vec<(String, Range<usize>)>,
    /// Names before `(` that are neither.
    pub functions: Vec<(String, Range<usize>)>,
    /// Names that the tag defines: of `for` and `set`.
    pub defined: Vec<String>,
}

const KEYWORDS: &[&str] = &[
    "and",
    "or",
    "not",
    "is",
    "in",
    "if",
    "elif",
    "else",
    "endif",
    "for",
    "endfor",
    "set",
    "set_global",
    "true",
    "false",
    "True",
    "False",
    "none",
    "None",
    "break",
    "continue",
    "filter",
    "endfilter",
    "endset",
];

const OPERATORS: &[&str] = &["<", ">", "<=", ">=", "==", "!=", "+", "-", "*", "/", "%"];

/// The names in `text`, the inside of one `{{ }}` or `{% %}`.
pub fn names(text: &str) -> Names {
    let tokens = tokens(text);
    let spelt = |at: usize| tokens.get(at).map_or("", |token| &text[token.range.clone()]);
    let mut names = Names::default();
    let mut at = 0;
    while at < tokens.len() {
        let token = &tokens[at];
        let word = &text[token.range.clone()];
        if token.kind != TokenKind::Name {
            at += 1;
            continue;
        }
        let before = if at == 0 { "" } else { spelt(at - 1) };
        let named = || (word.to_owned(), token.range.clone());
        if at == 0 && matches!(word, "for" | "set" | "set_global") {
            at += 1;
            while at < tokens.len() && !matches!(spelt(at), "in" | "=") {
                if tokens[at].kind == TokenKind::Name {
                    names.defined.push(spelt(at).to_owned());
                }
                at += 1;
            }
        } else if before == "|" || (before == "filter" && at == 1) {
            names.filters.push(named());
        } else if before == "is" || (before == "not" && at >= 2 && spelt(at - 2) == "is") {
            if word != "not" {
                names.tests.push(named());
            }
        } else if KEYWORDS.contains(&word) {
        } else if spelt(at + 1) == "(" {
            names.functions.push(named());
        } else if spelt(at + 1) == "=" && matches!(before, "(" | ",") {
        } else {
            let path = path_from(&tokens, text, &mut at);
            names.paths.push(path);
            continue;
        }
        at += 1;
    }
    names
}

/// The path that starts at token `at`; leaves `at` after it.
fn path_from(tokens: &[Token], text: &str, at: &mut usize) -> Path {
    let spelt = |at: usize| tokens.get(at).map_or("", |token| &text[token.range.clone()]);
    let first = *at;
    let mut parts = vec![(spelt(first).to_owned(), tokens[first].range.clone())];
    *at += 1;
    loop {
        let next = tokens.get(*at + 1);
        match (spelt(*at), next.map(|token| token.kind)) {
            (".", Some(TokenKind::Name | TokenKind::Number)) => {
                parts.push((spelt(*at + 1).to_owned(), tokens[*at + 1].range.clone()));
                *at += 2;
            }
            ("[", Some(TokenKind::Quoted)) if spelt(*at + 2) == "]" => {
                let quoted = spelt(*at + 1);
                let inner = quoted.get(1..quoted.len().saturating_sub(1)).unwrap_or_default();
                parts.push((inner.to_owned(), tokens[*at + 1].range.clone()));
                *at += 3;
            }
            _ => break,
        }
    }
    let beside = |word: &str| OPERATORS.contains(&word).then(|| word.to_owned());
    let before = if first == 0 {
        None
    } else {
        beside(spelt(first - 1))
    };
    Path {
        parts,
        operator: before.or_else(|| beside(spelt(*at))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paths(text: &str) -> Vec<String> {
        names(text).paths.iter().map(Path::text).collect()
    }

    #[test]
    fn paths_filters_and_tests_are_told_apart() {
        let found = names(" control.value | against(than=control.average) ~ \" x.y \" ");
        assert_eq!(
            found.paths.iter().map(Path::text).collect::<Vec<_>>(),
            ["control.value", "control.average"]
        );
        assert_eq!(found.filters[0].0, "against");
        let found = names("if measures.value is not above(than=measures.average, exactly=2) and x");
        assert_eq!(found.tests[0].0, "above");
        assert_eq!(
            paths("if measures.value is above(than=measures.average)"),
            ["measures.value", "measures.average"]
        );
    }

    #[test]
    fn loops_define_names_and_operators_are_seen() {
        let found = names("for row in rows");
        assert_eq!(found.defined, ["row"]);
        assert_eq!(paths("for row in rows"), ["rows"]);
        assert_eq!(names("control.value > 5").paths[0].operator.as_deref(), Some(">"));
        assert_eq!(
            names("5 <= control.value").paths[0].operator.as_deref(),
            Some("<=")
        );
        assert_eq!(paths("control.history[\"2011\"]"), ["control.history.2011"]);
    }
}
