//! Which words of the original became which words of the copy, with neighbours that look alike kept apart.

use std::ops::Range;

use similar::DiffOp;

use super::original::Original;
use super::word::Word;

/// As many unchanged words may stand between two edits that are one.
const BETWEEN: usize = 12;

/// A stretch of the original and what stands in its stead in the copy; either may be empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// Words of the original.
    pub old: Range<usize>,
    /// Words of the copy.
    pub new: Range<usize>,
}

/// The edits of a comparison. `74% 78%` that became `78% 78%` is one number changed, not one gone and one come:
/// where edits close together leave as many words as before, word is held against word.
pub fn edits(operations: &[DiffOp], original: &Original, copied: &[Word]) -> Vec<Edit> {
    let whole = original;
    let original = original.words.as_slice();
    let mut edits: Vec<Edit> = Vec::new();
    let mut group: Vec<Edit> = Vec::new();
    for operation in operations {
        let edit = Edit {
            old: operation.old_range(),
            new: operation.new_range(),
        };
        match operation {
            DiffOp::Equal { len, .. } if *len > BETWEEN => settle(&mut group, &mut edits, original, copied),
            DiffOp::Equal { .. } => {}
            _ => group.push(edit),
        }
    }
    settle(&mut group, &mut edits, original, copied);
    for edit in &mut edits {
        by_sentence(edit, whole, copied);
    }
    edits
}

/// A sentence put in or taken out, where it shares its first words with the next (or its last with the one before),
/// can be read as one that begins in the middle: it is moved to where whole sentences stand.
fn by_sentence(edit: &mut Edit, original: &Original, copied: &[Word]) {
    let own = &original.words;
    let back = |edit: &Edit| -> Option<Edit> {
        let (old, new) = (edit.old.start.checked_sub(1)?, edit.new.start.checked_sub(1)?);
        let last = match edit.old.end.checked_sub(1).filter(|_| !edit.old.is_empty()) {
            Some(last) => &own[last].key,
            None => &copied[edit.new.end - 1].key,
        };
        (own[old].key == *last).then(|| Edit {
            old: old..edit.old.end - 1,
            new: new..edit.new.end - 1,
        })
    };
    let on = |edit: &Edit| -> Option<Edit> {
        let (next, _) = own.get(edit.old.end).zip(copied.get(edit.new.end))?;
        let first = if edit.old.is_empty() {
            &copied[edit.new.start].key
        } else {
            &own[edit.old.start].key
        };
        (next.key == *first).then(|| Edit {
            old: edit.old.start + 1..edit.old.end + 1,
            new: edit.new.start + 1..edit.new.end + 1,
        })
    };
    let suits = |edit: &Edit| {
        if edit.new.is_empty() {
            return original.begins_sentence(edit.old.start) && original.begins_sentence(edit.old.end);
        }
        let last = &copied[edit.new.end - 1];
        let empty_line = |next: &Word| next.line > last.line + 1;
        let ends = last.ends || copied.get(edit.new.end).is_some_and(empty_line);
        original.begins_sentence(edit.old.start) && ends
    };
    if edit.old.is_empty() == edit.new.is_empty() || suits(edit) {
        return;
    }
    for step in [&back as &dyn Fn(&Edit) -> Option<Edit>, &on] {
        let moved = std::iter::successors(step(edit), step).find(|moved| suits(moved));
        if let Some(moved) = moved {
            *edit = moved;
            return;
        }
    }
}

fn settle(group: &mut Vec<Edit>, edits: &mut Vec<Edit>, original: &[Word], copied: &[Word]) {
    let group = std::mem::take(group);
    // The longest runs of edits first: a pair in the middle may balance where the whole does not.
    let mut from = 0;
    while from < group.len() {
        let balanced = (from + 2..=group.len())
            .rev()
            .find_map(|to| by_place(&group[from..to], original, copied).map(|found| (to, found)));
        match balanced {
            Some((to, found)) => {
                edits.extend(found);
                from = to;
            }
            None => {
                edits.push(group[from].clone());
                from += 1;
            }
        }
    }
}

/// The edits of a group word by word, where that makes no more of them.
fn by_place(group: &[Edit], original: &[Word], copied: &[Word]) -> Option<Vec<Edit>> {
    let (first, last) = (group.first()?, group.last()?);
    let old = first.old.start..last.old.end;
    let new = first.new.start..last.new.end;
    if old.len() != new.len() {
        return None;
    }
    let mut found: Vec<Edit> = Vec::new();
    for (was, now) in old.zip(new) {
        if original[was].key == copied[now].key {
            continue;
        }
        match found.last_mut() {
            Some(edit) if edit.old.end == was => {
                edit.old.end += 1;
                edit.new.end += 1;
            }
            _ => found.push(Edit {
                old: was..was + 1,
                new: now..now + 1,
            }),
        }
    }
    let words =
        |edits: &[Edit]| -> usize { edits.iter().map(|edit| edit.old.len().max(edit.new.len())).sum() };
    (words(&found) <= words(group)).then_some(found)
}
