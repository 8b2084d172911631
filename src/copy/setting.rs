//! What an office or mail program adds to a text without anybody writing it: page numbers, list numbers, mail headers,
//! addresses spelt twice, lines repeated on each page, spaces between thousands. The copy's words without it.

use std::ops::Range;

use similar::DiffOp;

use super::beside::Beside;
use super::order::operations;
use super::original::{Original, breaks};
use super::word::{Kind, Word};

/// A line repeated at the head of a page has at least so many words.
const REPEATED: usize = 3;

/// As many words tell an item of a list.
const ITEM: usize = 3;

/// The copy's words without what nobody wrote. What stands before and after the notice goes to `beside`.
pub fn without(original: &Original, text: &str, copied: Vec<Word>, beside: &mut Beside) -> Vec<Word> {
    let operations = operations(original, &copied);
    let mut reader = Reader {
        original,
        text,
        struck: vec![false; copied.len()],
        copied: &copied,
        beside,
    };
    reader.list_numbers();
    for operation in &operations {
        let (old, new) = (operation.old_range(), operation.new_range());
        match operation {
            DiffOp::Insert { .. } => reader.inserted(old.start, new),
            DiffOp::Replace { .. } => reader.list_number(old.end, &new),
            _ => {}
        }
    }
    let struck = reader.struck;
    let mut kept: Vec<Word> = Vec::with_capacity(copied.len());
    let mut at = 0;
    for operation in &operations {
        let new = operation.new_range();
        if let DiffOp::Replace { .. } = operation {
            let old = &original.words[operation.old_range()];
            let stays = new.clone().filter(|word| !struck[*word]);
            let stays: Vec<Word> = stays.map(|word| copied[word].clone()).collect();
            kept.extend(regrouped(old, &stays, text));
        } else {
            let stays = new.clone().filter(|word| !struck[*word]);
            kept.extend(stays.map(|word| copied[word].clone()));
        }
        at = at.max(new.end);
    }
    debug_assert_eq!(at, copied.len());
    kept
}

struct Reader<'c> {
    original: &'c Original<'c>,
    text: &'c str,
    copied: &'c [Word],
    struck: Vec<bool>,
    beside: &'c mut Beside,
}

impl Reader<'_> {
    fn inserted(&mut self, old: usize, new: Range<usize>) {
        let copied = self.copied;
        if let Some(next) = copied.get(new.end)
            && old == 0
        {
            let before = new.clone().filter(|at| copied[*at].line < next.line);
            self.beside
                .before
                .extend(before.clone().map(|at| copied[at].clone()));
            self.strike(before);
        }
        if old == self.original.words.len()
            && let Some(last) = new.start.checked_sub(1).map(|at| &copied[at])
        {
            let after = new.clone().filter(|at| copied[*at].line > last.line);
            self.beside
                .after
                .extend(after.clone().map(|at| copied[at].clone()));
            self.strike(after);
        }
        let mut lines: Vec<Range<usize>> = Vec::new();
        for at in new.clone() {
            match lines.last_mut() {
                Some(line) if copied[line.start].line == copied[at].line => line.end = at + 1,
                _ => lines.push(at..at + 1),
            }
        }
        for line in lines {
            let whole =
                |at: usize, beside: Option<&Word>| beside.is_none_or(|beside| beside.line != copied[at].line);
            if whole(line.start, line.start.checked_sub(1).map(|at| &copied[at]))
                && whole(line.start, copied.get(line.end))
                && is_page_number(&copied[line.clone()])
            {
                self.strike(line);
            }
        }
        self.list_number(old, &new);
        self.known(&new);
    }

    fn strike(&mut self, words: impl Iterator<Item = usize>) {
        for at in words {
            self.struck[at] = true;
        }
    }

    /// The numbers of lists, told by the first words of the item after them, or by having a line alone.
    fn list_numbers(&mut self) {
        let items: Vec<&[Word]> = self
            .original
            .blocks
            .iter()
            .filter(|block| block.item)
            .map(|block| &self.original.words[block.words.clone()])
            .collect();
        for at in 0..self.copied.len() {
            let word = &self.copied[at];
            let set_off = self.text[word.range.end..]
                .trim_start_matches('\\')
                .starts_with(['.', ')', ']', ':', '\t']);
            if !set_off || !is_list_number(&word.key) {
                continue;
            }
            let next = &self.copied[at + 1..];
            let begins = |item: &&[Word]| {
                let length = ITEM.min(item.len());
                next.len() >= length
                    && next
                        .iter()
                        .zip(&item[..length])
                        .all(|(one, own)| one.key == own.key)
            };
            let alone = word.starts_line && next.first().is_none_or(|next| next.line != word.line);
            let empty = alone
                && self.text[word.range.end + 1..]
                    .trim_start_matches([' ', '\t'])
                    .starts_with(['\n', '\r']);
            let after_sentence = at == 0 || self.copied[at - 1].ends || self.after_empty_line(at);
            if items.iter().any(begins) || (empty && !items.is_empty() && after_sentence) {
                self.struck[at] = true;
            }
        }
    }

    fn after_empty_line(&self, at: usize) -> bool {
        at > 0 && breaks(&self.text[self.copied[at - 1].range.end..self.copied[at].range.start]) > 1
    }

    /// What stands before a paragraph on its own line and reads like a list's number.
    fn list_number(&mut self, old: usize, new: &Range<usize>) {
        let Some(next) = self.copied.get(new.end) else {
            return;
        };
        let start = new
            .clone()
            .rev()
            .take_while(|at| self.copied[*at].line == next.line)
            .last();
        let (Some(start), true) = (start, self.original.begins_block(old)) else {
            return;
        };
        let block = self.original.block_of(old);
        let item = block.is_some_and(|block| self.original.blocks[block].item);
        let words = &self.copied[start..new.end];
        if words[0].starts_line && self.numbers_a_paragraph(words, next, item) {
            self.strike(start..new.end);
        }
    }

    /// Whether words are `2.`, `(2)`, `1.2`, `Note 2:`, `b)` or `iv.`; before an item of a list also `2` and a bullet.
    fn numbers_a_paragraph(&self, words: &[Word], next: &Word, item: bool) -> bool {
        let (last, label) = match words {
            [last] => (last, true),
            [label, last] => (last, matches!(label.key.as_str(), "note" | "o")),
            _ => return false,
        };
        let gap = &self.text[last.range.end..next.range.start];
        let outline = is_list_number(&last.key);
        let letters = last.key.len() == 1 || last.key.chars().all(|c| "ivx".contains(c));
        let set_off = gap.starts_with(['.', ')', ']', ':', '\t']) || gap.trim_start().starts_with('-');
        let raised = !self.text[last.range.clone()].is_ascii();
        let parted = gap.starts_with(char::is_whitespace) && last.key.contains('.');
        label
            && (((outline || letters) && (set_off || (item && raised)))
                || (outline && parted)
                || (item && letters && gap.starts_with(char::is_whitespace)))
    }

    /// Addresses of the notice spelt once more, and whole lines of it repeated.
    fn known(&mut self, new: &Range<usize>) {
        for at in new.clone() {
            let word = &self.copied[at];
            let known =
                word.kind == Kind::Address && self.original.words.iter().any(|own| own.key == word.key);
            if known {
                self.struck[at] = true;
            }
        }
        let original = self.original;
        for block in &original.blocks {
            let own = &original.words[block.words.clone()];
            let spoken = original.belongs[block.words.start].speaker.is_some();
            if own.len() < REPEATED || own.len() > new.len() || spoken {
                continue;
            }
            for at in new.start..=new.end - own.len() {
                let stretch = &self.copied[at..at + own.len()];
                let first = at == 0 || self.copied[at - 1].line != stretch[0].line;
                if first && stretch.iter().zip(own).all(|(one, other)| one.key == other.key) {
                    self.strike(at..at + own.len());
                }
            }
        }
    }
}

/// Whether a number is `2`, `1.2`, `1.2.3`.
fn is_list_number(key: &str) -> bool {
    key.split('.')
        .all(|part| (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Whether a line's words are `3`, `Page 3 of 4`, `3/4`, `3 | P a g e`.
fn is_page_number(line: &[Word]) -> bool {
    let numbers: Vec<&Word> = line.iter().filter(|word| word.kind == Kind::Number).collect();
    let small = |word: &&Word| {
        let parts = || word.key.split('/');
        parts().count() <= 2
            && parts()
                .all(|part| (1..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit()))
    };
    let other = line.iter().filter(|word| word.kind != Kind::Number);
    let rest: String = other.map(|word| word.key.as_str()).collect();
    (1..=2).contains(&numbers.len())
        && numbers.iter().all(small)
        && matches!(rest.as_str(), "" | "page" | "pageof" | "of" | "p")
}

/// The copy's words for `old`, with thousands parted by a space put together, and the numbers of a line with commas
/// between its cells taken apart.
fn regrouped(old: &[Word], new: &[Word], text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut at = 0;
    while at < new.len() {
        if let Some(end) = thousands(old, &new[at..], text) {
            let mut whole = new[at].clone();
            for group in &new[at + 1..at + end] {
                whole.key.push_str(&group.key);
                whole.range.end = group.range.end;
                whole.ends = group.ends;
            }
            words.push(whole);
            at += end;
            continue;
        }
        words.extend(cells(old, &new[at], text));
        at += 1;
    }
    words
}

/// How many words at the start of `new` are the groups of one number as long as one of `old`.
fn thousands(old: &[Word], new: &[Word], text: &str) -> Option<usize> {
    let first = new.first().filter(|word| word.kind == Kind::Number)?;
    let digits = |key: &str| {
        let whole = key
            .trim_start_matches(['-', '+'])
            .split('.')
            .next()
            .unwrap_or_default();
        whole
            .bytes()
            .all(|byte| byte.is_ascii_digit())
            .then_some(whole.len())
    };
    let mut length = digits(&first.key).filter(|length| (1..=3).contains(length))?;
    let mut best = None;
    for end in 2..=new.len() {
        let (before, group) = (&new[end - 2], &new[end - 1]);
        let gap = &text[before.range.end..group.range.start];
        let joined =
            gap.chars().count() == 1 && gap.chars().all(char::is_whitespace) && !before.key.contains('.');
        if !joined || group.kind != Kind::Number || digits(&group.key) != Some(3) {
            break;
        }
        length += 3;
        let as_long = |word: &Word| word.kind == Kind::Number && digits(&word.key) == Some(length);
        if old.iter().any(as_long) {
            best = Some(end);
        }
    }
    best
}

/// A number that is as long as several of the notice's own with commas between them, as those.
fn cells(old: &[Word], word: &Word, text: &str) -> Vec<Word> {
    let raw = &text[word.range.clone()];
    let commas: Vec<usize> = raw.match_indices(',').map(|(at, _)| at).collect();
    if word.kind != Kind::Number || commas.is_empty() {
        return vec![word.clone()];
    }
    let digits = |text: &str| text.bytes().filter(|byte| *byte != b',').count();
    for from in 0..old.len() {
        let mut ends = Vec::new();
        let mut start = 0;
        for own in old[from..].iter().take_while(|own| own.kind == Kind::Number) {
            let ends_at = |end: &usize| digits(&raw[start..*end]) == own.key.len();
            let Some(end) = commas
                .iter()
                .copied()
                .chain([raw.len()])
                .filter(|end| *end > start)
                .find(ends_at)
            else {
                break;
            };
            ends.push(start..end);
            start = end + 1;
            if end == raw.len() {
                break;
            }
        }
        if ends.len() > 1 && ends.last().is_some_and(|last| last.end == raw.len()) {
            let part = |range: Range<usize>| Word {
                key: raw[range.clone()].replace(',', ""),
                range: word.range.start + range.start..word.range.start + range.end,
                ..word.clone()
            };
            return ends.into_iter().map(part).collect();
        }
    }
    vec![word.clone()]
}
