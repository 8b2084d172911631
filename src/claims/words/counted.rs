//! How many some phrases say, and whether a condition's count of rows says the same: "two of the three", "all but one".

use crate::claims::resolve::Count;
use crate::lexicon::{self, Hit, Sense};

/// What the words say of how many, against what the condition says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Says {
    /// The same.
    Same,
    /// Something else.
    Other,
    /// Nothing of the kind.
    Nothing,
}

/// What phrases say of how many of `rows` hold; `denied` where a negation stands before them.
pub(super) fn says(hits: &[Hit], words: &str, count: Count, rows: usize, denied: bool) -> Says {
    let mut said = Says::Nothing;
    let mut bound = Bound::None;
    for (at, hit) in hits.iter().enumerate() {
        let negated = is_negated(hits, at, words, denied);
        let found = match hit.sense {
            Sense::All if negated => {
                matches!(count, Count::Exactly(count) | Count::AtMost(count) if count < rows)
            }
            Sense::Count { .. } | Sense::Fraction { .. } | Sense::Majority if negated => false,
            Sense::ShareOver if words[hit.range.clone()].to_lowercase().contains("at least") => {
                bound = Bound::AtLeast;
                continue;
            }
            Sense::AtLeast => {
                bound = Bound::AtLeast;
                continue;
            }
            Sense::AtMost => {
                bound = Bound::AtMost;
                continue;
            }
            Sense::ShareUnder if words[hit.range.clone()].to_lowercase().contains("at most") => {
                bound = Bound::AtMost;
                continue;
            }
            Sense::ShareOver => {
                bound = Bound::Over;
                continue;
            }
            Sense::ShareUnder => {
                bound = Bound::Under;
                continue;
            }
            Sense::Count { of, out_of } => agrees(of, out_of, bound, count, rows),
            Sense::Fraction { of, out_of } => part(of, out_of, bound, count, rows as u64),
            Sense::AllBut(left) => {
                let wanted = u64::try_from(rows).ok().and_then(|rows| rows.checked_sub(left));
                matches!(count, Count::Exactly(count) if Some(count as u64) == wanted)
            }
            Sense::NearlyAll => match count {
                Count::Exactly(count) | Count::AtLeast(count) => count < rows && count * 10 >= rows * 9,
                _ => false,
            },
            Sense::All => count == Count::Every || count == Count::Exactly(rows),
            Sense::NoneOf => count == Count::Exactly(0) || count == Count::AtMost(0),
            Sense::Majority => match count {
                Count::Most | Count::Every => true,
                Count::Exactly(count) | Count::AtLeast(count) => count * 2 > rows,
                Count::AtMost(_) => false,
            },
            Sense::Minority => {
                matches!(count, Count::Exactly(count) | Count::AtMost(count) if count * 2 < rows)
            }
            _ => continue,
        };
        bound = Bound::None;
        let found = if found { Says::Same } else { Says::Other };
        said = if said == Says::Other { Says::Other } else { found };
    }
    match said {
        Says::Nothing => bare_number(words, count),
        said => said,
    }
}

/// "not two of the three": whether a negation stands directly before a phrase.
pub(super) fn is_negated(hits: &[Hit], at: usize, words: &str, denied: bool) -> bool {
    if at == 0 {
        return denied && words[..hits[at].range.start].trim().is_empty();
    }
    at.checked_sub(1).is_some_and(|before| {
        let gap = hits[before].range.end..hits[at].range.start;
        hits[before].sense == Sense::Negation && words[gap].trim().is_empty()
    })
}

/// What stands before a number of rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Bound {
    None,
    AtLeast,
    AtMost,
    Over,
    Under,
}

fn agrees(of: u64, out_of: Option<u64>, bound: Bound, count: Count, rows: usize) -> bool {
    let of = usize::try_from(of).unwrap_or(usize::MAX);
    if out_of.is_some_and(|all| all != rows as u64) {
        return false;
    }
    match (count, bound) {
        (Count::Every, Bound::None) => of == rows,
        (Count::Exactly(count), Bound::None) | (Count::AtLeast(count), Bound::AtLeast) => of == count,
        (Count::AtLeast(count), Bound::Over) => of + 1 == count,
        (Count::AtMost(count), Bound::AtMost) => of == count,
        (Count::AtMost(count), Bound::Under) => of == count + 1,
        // "at least two of the three" of exactly two: true, and weaker. A number is never "most": that may be more.
        (Count::Exactly(count), Bound::AtLeast) => of <= count,
        (Count::Exactly(count), Bound::AtMost) => of >= count && of < rows,
        _ => false,
    }
}

/// A fraction of the rows, and the side of it that holds.
fn part(of: u64, out_of: u64, bound: Bound, count: Count, rows: u64) -> bool {
    let held = |count: usize| (count as u64).saturating_mul(out_of);
    match (count, bound) {
        (Count::Most, Bound::Over) => of * 2 == out_of,
        // "more than half of the sites" of exactly four of six.
        (Count::Exactly(count) | Count::AtLeast(count), Bound::Over) => held(count) > of * rows,
        (Count::Exactly(count) | Count::AtMost(count), Bound::Under) => held(count) < of * rows,
        (Count::Exactly(count) | Count::AtLeast(count), Bound::AtLeast) => held(count) >= of * rows,
        (Count::Exactly(count) | Count::AtMost(count), Bound::AtMost) => held(count) <= of * rows,
        _ => {
            let scaled = of * rows;
            scaled.is_multiple_of(out_of) && agrees(scaled / out_of, None, bound, count, rows as usize)
        }
    }
}

/// "Two scores were above it", "Only enforcement was below it": a number with no phrase of the lexicon. Bare it is
/// exact: "two scores" are neither "some scores" nor "two or more".
fn bare_number(words: &str, count: Count) -> Says {
    let (wanted, open) = match count {
        Count::Exactly(wanted) => (wanted, false),
        Count::AtLeast(wanted) => (wanted, true),
        _ => return Says::Nothing,
    };
    let language = crate::language::of("en");
    let number = |word: &str| match lexicon::tokens::whole(word) {
        Some(number) => Some(number),
        None => language.and_then(|language| language.number_words_value(word)),
    };
    let tokens = lexicon::tokens::tokens(words);
    let stands = |phrase: [&str; 2]| {
        tokens
            .windows(2)
            .any(|pair| [pair[0].text.as_str(), pair[1].text.as_str()] == phrase)
    };
    let at_least = stands(["at", "least"]) || stands(["or", "more"]) || stands(["no", "fewer"]);
    let some = tokens
        .iter()
        .any(|token| token.text == "some" || token.text == "several" && wanted > 2);
    if open && some && wanted > 0 {
        return Says::Same;
    }
    let single = wanted == 1
        && !open
        && tokens
            .iter()
            .any(|token| matches!(token.text.as_str(), "only" | "alone" | "single"));
    let said = tokens
        .iter()
        .filter_map(|token| number(&token.text))
        .any(|number| number == wanted as u64);
    if single || said && (at_least || !open) {
        Says::Same
    } else if said {
        Says::Other
    } else {
        Says::Nothing
    }
}
