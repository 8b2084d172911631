//! Each context that keeps an entry out is needed by a sentence under its `misses`: an exception that no sentence asks
//! for switches the entry off where nobody looked.
//!
//! `unasked-en.txt` lists those that no sentence asks for yet. It may only shrink: a line whose contexts are asked for,
//! or gone, must go.

use std::collections::BTreeSet;

use super::entry::{Entry, Phrase, lexicon};
use super::matcher::sole_blockers;

/// The sides on which a context stands.
const SIDES: [&str; 2] = ["not-preceded-by", "not-followed-by"];

fn contexts(entry: &Entry, side: usize) -> &[Phrase] {
    [&entry.not_preceded_by, &entry.not_followed_by][side]
}

/// The contexts of all entries that no `misses` asks for, as `entry side: context, context`. Entries that share a list
/// share the sentences.
fn unasked() -> BTreeSet<String> {
    let lexicon = lexicon();
    let mut asked: Vec<[BTreeSet<usize>; 2]> = Vec::new();
    for (number, entry) in lexicon.entries.iter().enumerate() {
        let mut own = [BTreeSet::new(), BTreeSet::new()];
        for sentence in &entry.misses {
            for (after, at) in sole_blockers(lexicon, number, sentence) {
                own[usize::from(after)].insert(at);
            }
        }
        asked.push(own);
    }
    let mut lines = BTreeSet::new();
    for entry in lexicon.entries.iter().filter(|entry| entry.sense.is_some()) {
        for (side, name) in SIDES.iter().enumerate() {
            let list = contexts(entry, side);
            let shared: BTreeSet<usize> = lexicon
                .entries
                .iter()
                .zip(&asked)
                .filter(|(other, _)| contexts(other, side) == list)
                .flat_map(|(_, asked)| asked[side].iter().copied())
                .collect();
            let rest = list.iter().enumerate().filter(|(at, _)| !shared.contains(at));
            let rest: Vec<String> = rest.map(|(_, context)| Entry::spelt(context)).collect();
            if !rest.is_empty() {
                lines.insert(format!("{} {name}: {}", entry.name, rest.join(", ")));
            }
        }
    }
    lines
}

#[test]
fn each_context_is_asked_for_by_a_sentence() {
    let known: BTreeSet<String> = include_str!("unasked-en.txt")
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(str::to_owned)
        .collect();
    let found = unasked();
    let new: Vec<&String> = found.difference(&known).collect();
    let gone: Vec<&String> = known.difference(&found).collect();
    assert!(
        new.is_empty() && gone.is_empty(),
        "write a sentence under `misses` for each context of\n{new:#?}\nand take out of unasked-en.txt, or shorten there,\n{gone:#?}"
    );
}
