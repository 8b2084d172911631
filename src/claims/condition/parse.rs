//! Reads a condition, reporting every fault in it and not the first alone.

use std::ops::Range;

use super::super::kinds::{self, COUNTERS, Kind};
use super::tokens::{Kind as TokenKind, Token, tokens};
use super::{Argument, Condition, Fault, Test};
use crate::finding::{Code, did_you_mean, list_names};

/// Brackets and `not`s deeper than this are no sentence's.
const DEEPEST: usize = 20;

/// The condition that `text` is. `None` where there is a fault.
pub fn parse(text: &str, faults: &mut Vec<Fault>) -> Option<Condition> {
    let mut reader = Reader {
        text,
        tokens: tokens(text),
        at: 0,
        depth: 0,
        faults: Vec::new(),
    };
    let condition = reader.any();
    if reader.at < reader.tokens.len() && reader.faults.is_empty() {
        let range = reader.tokens[reader.at].range.start..text.len();
        reader.fault(
            range,
            "the condition goes on where it should end",
            "join tests with `and` or `or`",
        );
    }
    let sound = reader.faults.is_empty();
    faults.append(&mut reader.faults);
    condition.filter(|_| sound)
}

/// A condition being read.
pub(super) struct Reader<'t> {
    text: &'t str,
    pub(super) tokens: Vec<Token>,
    pub(super) at: usize,
    depth: usize,
    faults: Vec<Fault>,
}

impl Reader<'_> {
    pub(super) fn word(&self, at: usize) -> &str {
        self.tokens
            .get(at)
            .map_or("", |token| &self.text[token.range.clone()])
    }

    pub(super) fn kind(&self) -> Option<TokenKind> {
        self.tokens.get(self.at).map(|token| token.kind)
    }

    pub(super) fn here(&self) -> Range<usize> {
        let end = self.text.trim_end().len();
        self.tokens
            .get(self.at)
            .map_or(end..end, |token| token.range.clone())
    }

    pub(super) fn take(&mut self, word: &str) -> bool {
        let found = self.word(self.at) == word && self.kind() != Some(TokenKind::Quoted);
        self.at += usize::from(found);
        found
    }

    pub(super) fn fault(&mut self, range: Range<usize>, says: impl Into<String>, advice: impl Into<String>) {
        self.fault_of(Code::BadCondition, range, says, advice);
    }

    fn fault_of(
        &mut self,
        code: Code,
        range: Range<usize>,
        says: impl Into<String>,
        advice: impl Into<String>,
    ) {
        self.faults.push(Fault {
            code,
            range,
            says: says.into(),
            advice: advice.into(),
            because: None,
        });
    }

    fn any(&mut self) -> Option<Condition> {
        self.joined(
            "or",
            |reader| reader.joined("and", Reader::not, Condition::All),
            Condition::Any,
        )
    }

    fn joined(
        &mut self,
        word: &str,
        part: impl Fn(&mut Self) -> Option<Condition>,
        join: fn(Vec<Condition>) -> Condition,
    ) -> Option<Condition> {
        let mut parts = vec![part(self)];
        while self.take(word) {
            parts.push(part(self));
        }
        let mut parts = parts.into_iter().collect::<Option<Vec<_>>>()?;
        if parts.len() == 1 {
            parts.pop()
        } else {
            Some(join(parts))
        }
    }

    fn not(&mut self) -> Option<Condition> {
        self.depth += 1;
        if self.depth > DEEPEST {
            let here = self.here();
            self.fault(here, "the condition nests too deep", "write several claims");
            self.at = self.tokens.len();
            return None;
        }
        let found = if self.take("not") {
            self.not().map(|part| Condition::Not(Box::new(part)))
        } else if self.take("(") {
            let inner = self.any();
            if !self.take(")") {
                let here = self.here();
                self.fault(here, "a bracket is opened and not closed", "close it with `)`");
            }
            inner
        } else {
            self.test()
        };
        self.depth -= 1;
        found
    }

    fn test(&mut self) -> Option<Condition> {
        let start = self.here().start;
        let subject = match self.operand() {
            Some(subject) => subject,
            None => {
                self.skip();
                return None;
            }
        };
        if self.kind() == Some(TokenKind::Comparison) || matches!(self.word(self.at), "=" | "+" | "-" | "*") {
            let operator = self.word(self.at).to_owned();
            let here = self.here();
            self.fault_of(
                Code::OperatorOnFigures,
                here,
                format!("`{operator}` in a condition would compare letters, not figures"),
                instead_of(&operator),
            );
            self.skip();
            return None;
        }
        if !self.take("is") {
            let range = subject.range.clone();
            self.fault(
                range,
                "a figure alone is no condition",
                "say what it is, such as `control.value is above(than=control.average)`",
            );
            self.skip();
            return None;
        }
        let negated = self.take("not");
        let kind = self.kind_of_claim();
        let arguments = if self.take("(") {
            self.arguments(kind)
        } else {
            Some(Vec::new())
        };
        let end = self
            .tokens
            .get(self.at.wrapping_sub(1))
            .map_or(start, |token| token.range.end);
        let (kind, arguments) = (kind?, arguments?);
        self.check_required(kind, &arguments, start..end);
        Some(Condition::Test(Test {
            subject,
            negated,
            kind,
            arguments,
            range: start..end,
        }))
    }

    fn kind_of_claim(&mut self) -> Option<&'static Kind> {
        let here = self.here();
        let name = self.word(self.at).to_owned();
        self.at += 1;
        let found = kinds::named(&name);
        if found.is_none() {
            let names: Vec<&str> = kinds::all().map(|kind| kind.name).collect();
            let advice = did_you_mean(&name, names.iter().copied()).map_or_else(
                || "docs/claims.md lists every condition".to_owned(),
                |nearest| format!("did you mean `{nearest}`? (docs/claims.md lists every condition)"),
            );
            self.fault_of(
                Code::UnknownFilter,
                here,
                format!("there is no condition `{name}`"),
                advice,
            );
        }
        found
    }

    /// The arguments up to the closing bracket.
    fn arguments(&mut self, kind: Option<&Kind>) -> Option<Vec<Argument>> {
        let mut arguments: Vec<Argument> = Vec::new();
        let mut sound = true;
        while !self.take(")") {
            let at = self.here();
            let name = self.word(self.at).to_owned();
            if self.kind() != Some(TokenKind::Name) || self.word(self.at + 1) != "=" {
                let advice = kind.map_or_else(String::new, |kind| format!("write `{}`", kind.example));
                self.fault(at, "an argument has no name", advice);
                self.skip();
                return None;
            }
            self.at += 2;
            if let Some(kind) = kind
                && !kind.takes(&name)
            {
                let known: Vec<&str> = kind.argument_names().collect();
                let advice = match known.as_slice() {
                    [] => format!("`{}` takes none", kind.name),
                    known => list_names(&name, known.iter().copied()),
                };
                self.fault(
                    at.clone(),
                    format!("`{}` has no argument `{name}`", kind.name),
                    advice,
                );
            } else if arguments.iter().any(|other| other.name == name) {
                self.fault(
                    at.clone(),
                    format!("`{name}` is given twice"),
                    "keep one of the two",
                );
            }
            match self.operand() {
                Some(value) => arguments.push(Argument { name, at, value }),
                None => sound = false,
            }
            if !self.take(",") && self.word(self.at) != ")" {
                let here = self.here();
                self.fault(
                    here,
                    "the brackets of a test are not closed",
                    "close them with `)`",
                );
                self.skip();
                return None;
            }
        }
        sound.then_some(arguments)
    }

    fn check_required(&mut self, kind: &Kind, arguments: &[Argument], range: Range<usize>) {
        let lacking: Vec<&str> = kind.lacking(|name| arguments.iter().any(|given| given.name == name));
        if let Some(name) = lacking.first() {
            let says = format!("`{}` wants `{name}=`", kind.name);
            self.fault(range.clone(), says, format!("write, say, `{}`", kind.example));
        }
        let counters = arguments
            .iter()
            .filter(|given| COUNTERS.contains(&given.name.as_str()));
        if counters.count() > 1 {
            self.fault(
                range,
                "rows are counted in two ways",
                "keep one of `exactly`, `at_least`, `at_most`, `most`",
            );
        }
    }

    /// Passes over what cannot be read, to the next `and`, `or` or closing bracket, so that later faults are told too.
    fn skip(&mut self) {
        let mut depth = 0usize;
        while self.at < self.tokens.len() {
            match self.word(self.at) {
                "and" | "or" if depth == 0 => return,
                "(" | "[" => depth += 1,
                ")" | "]" if depth == 0 && self.depth > 1 => return,
                ")" | "]" => depth = depth.saturating_sub(1),
                _ => {}
            }
            self.at += 1;
        }
    }
}

fn instead_of(operator: &str) -> &'static str {
    match operator {
        ">" | ">=" => "write `is above(than=…)`, or for a change `is rose(from=…)`",
        "<" | "<=" => "write `is below(than=…)`, or for a change `is fell(from=…)`",
        "==" | "=" => "write `is equal(to=…)`",
        "!=" => "write `is not equal(to=…)`",
        "-" => "write `is rose(from=…, by=…)` or `is fell(from=…, by=…)`",
        _ => "write `is sum_of(parts=[…])`",
    }
}
