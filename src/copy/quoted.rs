//! Words of a copy that stand in quotation marks: who adds a quotation says that somebody spoke.

use std::ops::Range;

use super::original::{Original, breaks};
use super::plain;
use super::word::Word;

/// The kinds of marks: those that only open, those that only close, and the straight one that does both.
const KINDS: [Marks; 2] = [
    Marks {
        opening: "“„«",
        closing: "”»",
        straight: '"',
        // No word holds a double mark: what is not closed goes on to the paragraph's end.
        runs_on: true,
    },
    Marks {
        opening: "‘",
        closing: "’",
        straight: '\'',
        runs_on: false,
    },
];

struct Marks {
    opening: &'static str,
    closing: &'static str,
    straight: char,
    runs_on: bool,
}

/// What a mark does between two words.
enum Does {
    Opens,
    Closes,
}

/// The stretches of a copy's words in quotation marks which the notice has nowhere, in or out of marks.
pub fn invented(original: &Original, copy: &str, copied: &[Word]) -> Vec<Range<usize>> {
    let keys = |words: &[Word]| -> Vec<String> { words.iter().map(|word| word.key.clone()).collect() };
    let (own, theirs) = (keys(&original.words), keys(copied));
    let mut found = stretches(copy, copied);
    found.retain(|stretch| {
        let words = &theirs[stretch.clone()];
        !own.windows(words.len()).any(|printed| printed == words)
    });
    found
}

/// All stretches in quotation marks.
fn stretches(copy: &str, copied: &[Word]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut open: [Option<usize>; KINDS.len()] = [None; KINDS.len()];
    for at in 0..=copied.len() {
        let start = at.checked_sub(1).map_or(0, |before| copied[before].range.end);
        let end = copied.get(at).map_or(copy.len(), |word| word.range.start);
        let gap = plain::with_marks(&copy[start..end]);
        for (kind, open) in KINDS.iter().zip(&mut open) {
            for does in kind.read(&gap, at > 0, at < copied.len()) {
                let from = open.take();
                let closes = matches!(does, Does::Closes);
                found.extend(from.filter(|_| closes || kind.runs_on).map(|from| from..at));
                *open = (!closes).then_some(at);
            }
            if breaks(&gap) > 1 {
                let from = open.take_if(|from| *from < at);
                found.extend(from.filter(|_| kind.runs_on).map(|from| from..at));
            }
        }
    }
    found.retain(|stretch| !stretch.is_empty());
    found
}

impl Marks {
    /// What the marks of this kind do in a gap that may have a word before and a word after it.
    fn read(&self, gap: &str, after_word: bool, before_word: bool) -> Vec<Does> {
        let chars: Vec<char> = gap.chars().collect();
        let mut found = Vec::new();
        for (at, c) in chars.iter().enumerate() {
            if self.opening.contains(*c) {
                found.push(Does::Opens);
            } else if self.closing.contains(*c) {
                found.push(Does::Closes);
            } else if *c == self.straight {
                let free = match at.checked_sub(1).map(|before| chars[before]) {
                    Some(before) => !(is_stop(before) || self.closing.contains(before)),
                    None => !after_word,
                };
                let joined = chars
                    .get(at + 1)
                    .map_or(before_word, |next| !next.is_whitespace() && !is_stop(*next));
                found.push(if free && joined { Does::Opens } else { Does::Closes });
            }
        }
        found
    }
}

/// Whether a straight mark behind it closes.
fn is_stop(c: char) -> bool {
    matches!(c, '.' | ',' | ';' | '?' | '!' | '…' | ')' | ']')
}
