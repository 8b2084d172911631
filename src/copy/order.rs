//! The notice's paragraphs in the order in which the copy has them: a paragraph that was moved is no edit.

use std::collections::{HashMap, HashSet};

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::original::Original;
use super::word::{Kind, Word};

/// As many words in a row tell where a paragraph stands.
const RUN: usize = 3;

/// What became of the original's words: stretches kept, put in, taken out and replaced.
pub fn operations(original: &Original, copied: &[Word]) -> Vec<DiffOp> {
    let copied: Vec<&str> = copied.iter().map(|word| word.key.as_str()).collect();
    capture_diff_slices(Algorithm::Myers, &original.keys(), &copied)
}

/// The original with its blocks in the copy's order. What the copy does not have stays behind what it stood behind.
pub fn as_in<'d>(original: Original<'d>, copied: &[Word]) -> Original<'d> {
    let mut stands = stands(&original, copied);
    let mut taken: HashSet<usize> = HashSet::new();
    let mut places: Vec<Option<usize>> = vec![None; original.blocks.len()];
    // What stands unchanged where it stood; then what stands unchanged elsewhere; then what is half there.
    let mut blocks: Vec<usize> = (0..original.blocks.len()).collect();
    blocks.sort_by_key(|at| std::cmp::Reverse(original.blocks[*at].words.len()));
    for block in &blocks {
        let words = original.blocks[*block].words.clone();
        let first = stands[words.start];
        let kept = |(offset, word): (usize, usize)| {
            first.is_some() && stands[word] == first.map(|first| first + offset)
        };
        if words.clone().enumerate().all(kept) {
            places[*block] = first;
            taken.extend(words.filter_map(|word| stands[word]));
        }
    }
    for block in &blocks {
        let words = &original.words[original.blocks[*block].words.clone()];
        if places[*block].is_none()
            && let Some(place) = unchanged(words, copied, &taken)
        {
            places[*block] = Some(place);
            taken.extend(place..place + words.len());
        }
    }
    blocks.retain(|block| places[*block].is_none());
    blocks.retain(|block| {
        let words = original.blocks[*block].words.clone();
        for word in words.clone() {
            stands[word] = stands[word].filter(|stands| !taken.contains(stands));
        }
        let kept: Vec<usize> = words.clone().filter_map(|word| stands[word]).collect();
        let displaced = words.len() > 1 && kept.len() * 5 < words.len() * 2;
        if !displaced {
            places[*block] = kept.first().copied();
            taken.extend(kept);
        }
        displaced
    });
    for block in blocks {
        let words = &original.words[original.blocks[block].words.clone()];
        if let Some(place) = find(words, copied, &taken) {
            taken.extend(place..(place + words.len()).min(copied.len()));
            places[block] = Some(place);
        }
    }
    let mut last = 0;
    let mut order: Vec<(usize, usize)> = Vec::new();
    for (block, place) in places.iter().enumerate() {
        last = place.unwrap_or(last);
        order.push((last, block));
    }
    order.sort_unstable();
    let order: Vec<usize> = order.into_iter().map(|(_, block)| block).collect();
    original.reordered(&order)
}

/// Where a block stands in the free words of the copy as it is. A single word must have a line of its own.
fn unchanged(block: &[Word], copied: &[Word], taken: &HashSet<usize>) -> Option<usize> {
    let last = copied.len().checked_sub(block.len())?;
    let alone = |at: usize| {
        at.checked_sub(1)
            .is_none_or(|before| copied[before].line != copied[at].line)
            && block[0].kind == Kind::Word
            && copied.get(at + 1).is_none_or(|next| next.line != copied[at].line)
    };
    (0..=last).find(|at| {
        (block.len() > 1 || alone(*at))
            && (0..block.len())
                .all(|next| !taken.contains(&(at + next)) && copied[at + next].key == block[next].key)
    })
}

/// Where each word of the original stands in the copy, in stretches long enough to mean it.
fn stands(original: &Original, copied: &[Word]) -> Vec<Option<usize>> {
    let mut stands = vec![None; original.words.len()];
    for operation in operations(original, copied) {
        let DiffOp::Equal {
            old_index,
            new_index,
            len,
        } = operation
        else {
            continue;
        };
        let whole = original
            .blocks
            .iter()
            .any(|block| old_index <= block.words.start && block.words.end <= old_index + len);
        if len >= RUN || whole {
            for offset in 0..len {
                stands[old_index + offset] = Some(new_index + offset);
            }
        }
    }
    stands
}

/// Where in the free words of the copy most runs of a block stand; all of a short one.
fn find(block: &[Word], copied: &[Word], taken: &HashSet<usize>) -> Option<usize> {
    let run = RUN.min(block.len());
    let same = |at: usize, offset: usize| {
        copied.len() >= at + run
            && (0..run).all(|next| {
                !taken.contains(&(at + next)) && copied[at + next].key == block[offset + next].key
            })
    };
    let mut starts: HashMap<&str, Vec<usize>> = HashMap::new();
    for (at, word) in copied.iter().enumerate() {
        starts.entry(&word.key).or_default().push(at);
    }
    let mut votes: HashMap<usize, usize> = HashMap::new();
    let runs = block.len() + 1 - run;
    for (offset, first) in block.iter().enumerate().take(runs) {
        let places = starts.get(first.key.as_str()).into_iter().flatten();
        for at in places.filter(|at| same(**at, offset)) {
            // Words put in or taken out before it move it a little.
            *votes.entry(at.saturating_sub(offset)).or_default() += 1;
        }
    }
    let (place, _) = votes
        .iter()
        .max_by_key(|(place, count)| (**count, std::cmp::Reverse(**place)))?;
    let near = |other: &usize| other.abs_diff(*place) <= 4;
    let all: usize = votes
        .iter()
        .filter(|(other, _)| near(other))
        .map(|(_, count)| count)
        .sum();
    (all * 5 >= runs * 2).then_some(*place)
}
