//! Reads what a test is about or takes: a figure, a number, a share, a text, a list.

use super::parse::Reader;
use super::tokens::Kind as TokenKind;
use super::{Operand, What};
use crate::quantity::Exact;

impl Reader<'_> {
    /// A figure, number, text, flag or list; a fault where there is none.
    pub(super) fn operand(&mut self) -> Option<Operand> {
        let here = self.here();
        let text = self.word(self.at).to_owned();
        let negative = matches!(text.as_str(), "-" | "\u{2212}");
        self.at += usize::from(negative);
        match self.kind() {
            Some(TokenKind::Number) => self.number(here.start, negative),
            Some(TokenKind::Quoted) if !negative => {
                self.at += 1;
                let closed = text.len() > 1 && text.ends_with(text.chars().next().unwrap_or('"'));
                if !closed {
                    self.fault(
                        here.clone(),
                        "a quoted text is not closed",
                        "close it with the same mark",
                    );
                }
                let inner = text.get(1..text.len().saturating_sub(1)).unwrap_or_default();
                Some(Operand {
                    what: What::Text(inner.to_owned()),
                    range: here,
                })
            }
            Some(TokenKind::Name) if !negative => {
                let flag = match text.as_str() {
                    "true" => Some(true),
                    "false" => Some(false),
                    _ => None,
                };
                match flag {
                    Some(flag) => {
                        self.at += 1;
                        Some(Operand {
                            what: What::Flag(flag),
                            range: here,
                        })
                    }
                    None => Some(self.path()),
                }
            }
            _ if !negative && self.take("[") => self.list(here.start),
            _ => {
                let found = if text.is_empty() {
                    "nothing".to_owned()
                } else {
                    format!("`{text}`")
                };
                self.fault(
                    here,
                    format!("{found} stands where a figure must"),
                    "write a name such as `control.value`",
                );
                None
            }
        }
    }

    fn number(&mut self, start: usize, negative: bool) -> Option<Operand> {
        let read = |reader: &Self| Exact::parse(reader.word(reader.at));
        let first = read(self)?;
        self.at += 1;
        let what = if self.take("/") {
            let second = read(self)?;
            self.at += 1;
            What::Ratio(first, second)
        } else {
            What::Number(if negative { first.negated() } else { first })
        };
        let end = self
            .tokens
            .get(self.at - 1)
            .map_or(start, |token| token.range.end);
        Some(Operand {
            what,
            range: start..end,
        })
    }

    fn path(&mut self) -> Operand {
        let first = self.here();
        let mut parts = vec![(self.word(self.at).to_owned(), first.clone())];
        self.at += 1;
        loop {
            let next = self.tokens.get(self.at + 1).cloned();
            match (self.word(self.at), next) {
                (".", Some(token)) if matches!(token.kind, TokenKind::Name | TokenKind::Number) => {
                    parts.push((self.word(self.at + 1).to_owned(), token.range));
                    self.at += 2;
                }
                ("[", Some(token)) if token.kind == TokenKind::Quoted && self.word(self.at + 2) == "]" => {
                    let quoted = self.word(self.at + 1);
                    let inner = quoted.get(1..quoted.len() - 1).unwrap_or_default().to_owned();
                    parts.push((inner, token.range));
                    self.at += 3;
                }
                _ => break,
            }
        }
        let end = parts.last().map_or(first.end, |(_, range)| range.end);
        Operand {
            what: What::Path(parts),
            range: first.start..end,
        }
    }

    fn list(&mut self, start: usize) -> Option<Operand> {
        let mut items = Vec::new();
        while !self.take("]") {
            items.push(self.operand()?);
            if !self.take(",") && self.word(self.at) != "]" {
                let here = self.here();
                self.fault(here, "a list is not closed", "close it with `]`");
                return None;
            }
        }
        let end = self
            .tokens
            .get(self.at - 1)
            .map_or(start, |token| token.range.end);
        Some(Operand {
            what: What::List(items),
            range: start..end,
        })
    }
}
