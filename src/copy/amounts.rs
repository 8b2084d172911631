//! The numbers of an edit: which became which, each with its signs and units.

use std::ops::Range;

use super::word::{Kind, Word};

/// A number that is not what it was: its words in the notice, and in the copy. One of them may be absent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Words of the notice.
    pub old: Option<Range<usize>>,
    /// Words of the copy.
    pub new: Option<Range<usize>>,
}

/// The numbers that differ between some words of the notice and what stands in their stead.
pub fn changes(original: &[Word], old: &Range<usize>, copied: &[Word], new: &Range<usize>) -> Vec<Change> {
    let counts = |word: &Word| word.counts();
    // "one in three" is a number beside "two in three"; "one of them" is none.
    let with_one = |word: &Word| word.counts() || word.key == "one";
    let mut before = amounts(original, old, counts);
    let mut after = amounts(copied, new, counts);
    if before.len() < after.len() {
        before = amounts(original, old, with_one);
    } else if after.len() < before.len() {
        after = amounts(copied, new, with_one);
    }
    let key = |words: &[Word], range: &Range<usize>| -> Vec<String> {
        words[range.clone()].iter().map(|word| word.key.clone()).collect()
    };
    let same = |was: &Range<usize>, now: &Range<usize>| key(original, was) == key(copied, now);
    while let (Some(was), Some(now)) = (before.first(), after.first()) {
        if !same(was, now) {
            break;
        }
        before.remove(0);
        after.remove(0);
    }
    while let (Some(was), Some(now)) = (before.last(), after.last()) {
        if !same(was, now) {
            break;
        }
        before.pop();
        after.pop();
    }
    let pairs = before.len().min(after.len());
    let mut changes: Vec<Change> = before
        .iter()
        .zip(&after)
        .filter(|(was, now)| !same(was, now))
        .map(|(was, now)| Change {
            old: Some(was.clone()),
            new: Some(now.clone()),
        })
        .collect();
    if let [first, .., last] | [first @ last] = &before[pairs..] {
        changes.push(Change {
            old: Some(first.start..last.end),
            new: None,
        });
    }
    changes.extend(after[pairs..].iter().map(|now| Change {
        old: None,
        new: Some(now.clone()),
    }));
    changes
}

/// Runs of words that are one number each: `$ 381.2 billion`, `5 March 2021`.
fn amounts(words: &[Word], range: &Range<usize>, counts: impl Fn(&Word) -> bool) -> Vec<Range<usize>> {
    let mut amounts: Vec<Range<usize>> = Vec::new();
    let mut numbered = false;
    for at in range.clone() {
        let word = &words[at];
        if !counts(word) {
            continue;
        }
        let sign = word.kind == Kind::Unit && word.key.ends_with(['£', '$', '€']);
        let number = matches!(word.kind, Kind::Number | Kind::Word) || sign;
        // "Seventy-eight" is one number of two words.
        let spelt =
            |word: &Word| word.kind == Kind::Number && !word.key.contains(|c: char| c.is_ascii_digit());
        let compound = spelt(word) && at > range.start && spelt(&words[at - 1]);
        let dated = at > range.start && words[at - 1].kind == Kind::Date;
        let another = number && numbered && !dated && !compound;
        match amounts.last_mut() {
            Some(amount) if amount.end == at && !another => {
                amount.end = at + 1;
                numbered |= number && !sign;
            }
            _ => {
                amounts.push(at..at + 1);
                numbered = number && !sign;
            }
        }
    }
    amounts
}

#[cfg(test)]
mod tests {
    use super::super::word::{Whose, words};
    use super::*;

    fn changed(old: &str, new: &str) -> Vec<(String, String)> {
        let language = crate::language::of("en").unwrap();
        let read = |text: &str| words(text, Whose::Theirs, language);
        let (was, now) = (read(old), read(new));
        let shown = |words: &[Word], range: Option<Range<usize>>| {
            let words = words[range.unwrap_or(0..0)].iter();
            words.map(|word| word.key.clone()).collect::<Vec<_>>().join(" ")
        };
        changes(&was, &(0..was.len()), &now, &(0..now.len()))
            .into_iter()
            .map(|change| (shown(&was, change.old), shown(&now, change.new)))
            .collect()
    }

    #[test]
    fn a_number_is_changed_once_with_its_units() {
        let cases = [
            (
                "5 March 2021",
                "6 April 2022",
                vec![("5 march 2021", "6 april 2022")],
            ),
            ("64 83", "83 64", vec![("64", "83"), ("83", "64")]),
            ("78% of", "of", vec![("78 %", "")]),
            ("1%", "1 percentage point", vec![("1 %", "1 percentage point")]),
            ("one in three", "two in three", vec![("one", "two")]),
            ("one of them", "some of them", vec![]),
            ("79", "seventy-eight", vec![("79", "seventy eight")]),
            ("$3 bn", "£3 bn and 5", vec![("$ 3 bn", "£ 3 bn"), ("", "5")]),
        ];
        for (old, new, expected) in cases {
            let expected: Vec<(String, String)> = expected
                .into_iter()
                .map(|(was, now): (&str, &str)| (was.to_owned(), now.to_owned()))
                .collect();
            assert_eq!(changed(old, new), expected, "{old} → {new}");
        }
    }
}
