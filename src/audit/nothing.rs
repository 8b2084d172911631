//! Numbers of what a measure counts that are said without a number: "no complaints were received", "XII deaths".

use super::raised::Raised;
use super::reading::Reading;
use super::slot::Slot;
use super::token::{Kind, Token};
use crate::claims::Desk;
use crate::finding::Code;
use crate::language::Lists;
use crate::quantity::Unit;

static ENGLISH: Lists = Lists::of(include_str!("nothing-en.txt"));

/// Reads one passage.
pub fn read(reading: &Reading<'_>, desk: &Desk<'_>, raised: &mut Vec<Raised>) {
    if reading.slot != Slot::Sentences {
        return;
    }
    let nouns = nouns(desk);
    let tokens = &reading.tokens;
    for at in 0..tokens.len() {
        let skipped = usize::from(
            tokens
                .get(at + 1)
                .is_some_and(|token| token.is_in(ENGLISH.list("between"))),
        );
        let noun = nouns
            .iter()
            .filter_map(|noun| stands(tokens, at + 1 + skipped, noun));
        let end = match noun.max() {
            Some(end) if tokens[at].is("no") && says_none(tokens, at, end) => end,
            Some(end) if skipped == 0 && is_roman(tokens, at) => end,
            _ => continue,
        };
        let range = tokens[at].range.start..tokens[end - 1].range.end;
        if !reading.all_typed(&range) || reading.in_claim(&range) || reading.as_written(desk, &range) {
            continue;
        }
        let says = format!("a number typed in {} comes from no figure", reading.passage.part);
        let finding = reading.finding(Code::UnboundNumber, &range, says).advice(
            "print the figure, `{{ x.value }}`, so that it follows the results; or mark the words as a claim, \
             `[words][name]`, with `name: x.value is none`",
        );
        raised.push(Raised::new(finding, reading, range));
    }
}

/// What the measures count, in the plural, without those of which there are none: of them the words are true.
fn nouns(desk: &Desk<'_>) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    let mut none: Vec<String> = Vec::new();
    for (_, figure) in desk.scope.figures() {
        let Some(quantity) = figure.quantity() else {
            continue;
        };
        if let Unit::Number(Some(noun)) = &quantity.unit {
            all.push(noun.many.clone());
            if quantity.amount.is_zero() && figure.subject.column == "value" {
                none.push(noun.many.clone());
            }
        }
    }
    all.retain(|noun| !none.contains(noun));
    all.sort_unstable();
    all.dedup();
    all
}

/// The token after `phrase`, where it stands at `at`.
fn stands(tokens: &[Token<'_>], at: usize, phrase: &str) -> Option<usize> {
    let words: Vec<&str> = phrase.split_whitespace().collect();
    let here = tokens.get(at..at + words.len())?;
    let same = here.iter().zip(&words).all(|(token, word)| token.is(word));
    (same && !words.is_empty()).then_some(at + words.len())
}

/// Whether the words round "no complaints" say that there were none: "no complaints of theft" are another matter.
fn says_none(tokens: &[Token<'_>], at: usize, end: usize) -> bool {
    let ends = |at: usize| tokens.get(at).is_none_or(|token| token.kind == Kind::Mark);
    let opens = at == 0 || ends(at - 1);
    let done = ENGLISH
        .list("done")
        .lines()
        .filter_map(|phrase| stands(tokens, end, phrase))
        .max();
    if opens && done.is_some() {
        return true;
    }
    let after = ends(end)
        || tokens
            .get(end)
            .is_some_and(|token| token.is_in(ENGLISH.list("after")));
    let before = ENGLISH.list("before").lines().any(|phrase| {
        let from = at.checked_sub(phrase.split_whitespace().count());
        from.is_some_and(|from| stands(tokens, from, phrase) == Some(at))
    });
    before && after
}

/// Whether a token is a number of the Romans, and no part of a name: "XII deaths", but not "Part XII complaints".
fn is_roman(tokens: &[Token<'_>], at: usize) -> bool {
    let token = &tokens[at];
    let letters = token.kind == Kind::Word && token.text.len() > 1;
    let named = at.checked_sub(1).is_some_and(|before| {
        let before = &tokens[before];
        before.is_capital() && before.range.end < token.range.start
    });
    letters && !named && token.text.bytes().all(|byte| b"IVXL".contains(&byte))
}
