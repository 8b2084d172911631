//! The table of phrases round numbers: those that make a number no result, and those that make a word a number.
//!
//! The table is data (`numbers-en.txt`, `spans-en.txt` and `method-en.txt`): each rule with its reason and with sentences that must and
//! must not raise.

use std::ops::Range;
use std::sync::OnceLock;

use super::pattern::Pattern;
use super::token::Token;
use crate::language::Language;

const ENGLISH: &str = concat!(
    include_str!("numbers-en.txt"),
    include_str!("spans-en.txt"),
    include_str!("method-en.txt")
);

/// How far before a number a pattern may begin, in tokens.
const REACH: usize = 9;

/// One rule of the table.
#[derive(Debug, Default)]
pub struct Rule {
    /// Its name, for whoever reads a failed test or an explanation.
    pub name: String,
    /// Why its numbers are no results.
    pub why: String,
    /// Patterns whose numbers raise nothing.
    pub allow: Vec<Pattern>,
    /// Patterns whose numbers this rule does not excuse after all.
    pub deny: Vec<Pattern>,
    /// Patterns that make "one", an ordinal or a bare fraction a number.
    pub count: Vec<Pattern>,
    /// Sentences that raise nothing.
    pub clean: Vec<String>,
    /// Sentences that raise.
    pub dirty: Vec<String>,
}

/// The table of a language.
#[derive(Debug, Default)]
pub struct Phrases {
    /// The rules, in order.
    pub rules: Vec<Rule>,
    /// Words that say a number roughly, and count where a rule says so: `dozens`.
    pub words: Vec<String>,
}

impl Phrases {
    /// The table of English, read once.
    pub fn english() -> &'static Phrases {
        static TABLE: OnceLock<Phrases> = OnceLock::new();
        TABLE.get_or_init(|| Phrases::parse(ENGLISH).unwrap_or_default())
    }

    /// Reads a table.
    ///
    /// # Errors
    /// The line that cannot be read, and why.
    pub fn parse(text: &str) -> Result<Phrases, String> {
        let mut rules: Vec<Rule> = Vec::new();
        let mut words: Vec<String> = Vec::new();
        for (number, line) in text.lines().enumerate() {
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
            let rest = rest.trim();
            if word == "rule" {
                rules.push(Rule {
                    name: rest.to_owned(),
                    ..Rule::default()
                });
                continue;
            }
            if word == "roughly" {
                words.extend(rest.split_whitespace().map(str::to_owned));
                continue;
            }
            let say = |why: String| format!("line {}: {why}", number + 1);
            let rule = rules.last_mut().ok_or_else(|| say("no rule yet".to_owned()))?;
            match word {
                "why" => rule.why = rest.to_owned(),
                "allow" => rule.allow.push(Pattern::parse(rest).map_err(say)?),
                "deny" => rule.deny.push(Pattern::parse(rest).map_err(say)?),
                "count" => rule.count.push(Pattern::parse(rest).map_err(say)?),
                "clean" => rule.clean.push(rest.to_owned()),
                "dirty" => rule.dirty.push(rest.to_owned()),
                other => return Err(say(format!("there is no `{other}`"))),
            }
        }
        Ok(Phrases { rules, words })
    }

    /// Whether a phrase round the tokens `number` makes it no result.
    pub fn excuse(&self, tokens: &[Token<'_>], number: &Range<usize>, language: &dyn Language) -> bool {
        self.excusing(tokens, number, language).is_some()
    }

    /// The rule whose phrase round the tokens `number` makes it no result.
    pub fn excusing(
        &self,
        tokens: &[Token<'_>],
        number: &Range<usize>,
        language: &dyn Language,
    ) -> Option<&Rule> {
        self.rules.iter().find(|rule| {
            covers(&rule.allow, tokens, number, language) && !covers(&rule.deny, tokens, number, language)
        })
    }

    /// Whether a phrase round the tokens `word` makes it a number.
    pub fn count(&self, tokens: &[Token<'_>], word: &Range<usize>, language: &dyn Language) -> bool {
        self.rules.iter().any(|rule| {
            covers(&rule.count, tokens, word, language) && !covers(&rule.deny, tokens, word, language)
        })
    }
}

/// Whether one of `patterns` stands over all of `number`.
fn covers(
    patterns: &[Pattern],
    tokens: &[Token<'_>],
    number: &Range<usize>,
    language: &dyn Language,
) -> bool {
    patterns.iter().any(|pattern| {
        (number.start.saturating_sub(REACH)..=number.start).any(|at| {
            pattern
                .stands_at(tokens, at, language)
                .is_some_and(|end| end >= number.end)
        })
    })
}
