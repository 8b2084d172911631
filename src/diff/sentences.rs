//! Sentences that changed, each old one beside the new one that took its place.

use similar::{Algorithm, DiffTag, capture_diff_slices};

use super::said::SaidLine;
use crate::language;
use crate::marked::{Piece, marked};

/// A sentence that changed, came or went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangedSentence {
    /// Which part of the notice it stands in, or stood in.
    pub part: String,
    /// As it was; `None` for one that came.
    pub before: Option<String>,
    /// As it is; `None` for one that went.
    pub after: Option<String>,
}

impl ChangedSentence {
    /// The change marked word by word.
    pub fn pieces(&self) -> Vec<Piece> {
        marked(
            self.before.as_deref().unwrap_or_default(),
            self.after.as_deref().unwrap_or_default(),
        )
    }
}

/// A sentence and the part it stands in.
#[derive(Debug, Clone, Copy)]
struct Sentence<'s> {
    part: &'s str,
    words: &'s str,
}

/// The sentences that changed. One that only moved to another paragraph did not, while the order stands.
pub fn changed(old: &[SaidLine], new: &[SaidLine]) -> Vec<ChangedSentence> {
    let (before, after) = (sentences(old), sentences(new));
    let words =
        |all: &[Sentence<'_>]| -> Vec<String> { all.iter().map(|one| one.words.to_owned()).collect() };
    let mut all = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, &words(&before), &words(&after)) {
        if op.tag() == DiffTag::Equal {
            continue;
        }
        let (gone, come) = (&before[op.old_range()], &after[op.new_range()]);
        for (then, now) in paired(gone, come) {
            all.push(ChangedSentence {
                part: now.or(then).map(|one| one.part.to_owned()).unwrap_or_default(),
                before: then.map(|one| one.words.to_owned()),
                after: now.map(|one| one.words.to_owned()),
            });
        }
    }
    all
}

/// The sentences of `lines`. A line break of the author's ends none.
fn sentences(lines: &[SaidLine]) -> Vec<Sentence<'_>> {
    let mut all = Vec::new();
    for line in lines {
        let words = language::sentences(&line.words).map(str::trim);
        all.extend(words.map(|words| Sentence {
            part: &line.part,
            words,
        }));
    }
    all
}

/// Pairs the sentences that went with those that came, in order, so that the pairs have most in common.
fn paired<'s>(
    gone: &[Sentence<'s>],
    come: &[Sentence<'s>],
) -> Vec<(Option<Sentence<'s>>, Option<Sentence<'s>>)> {
    // best[i][j]: the most that the sentences from i and j on can have in common.
    let mut best = vec![vec![0usize; come.len() + 1]; gone.len() + 1];
    let mut common = vec![vec![0usize; come.len()]; gone.len()];
    for i in (0..gone.len()).rev() {
        for j in (0..come.len()).rev() {
            common[i][j] = in_common(gone[i], come[j]);
            let with = match common[i][j] {
                0 => 0,
                shared => best[i + 1][j + 1] + shared,
            };
            best[i][j] = with.max(best[i + 1][j]).max(best[i][j + 1]);
        }
    }
    let (mut i, mut j) = (0, 0);
    let mut pairs = Vec::new();
    while i < gone.len() || j < come.len() {
        let both = i < gone.len() && j < come.len();
        if both && common[i][j] > 0 && best[i][j] == best[i + 1][j + 1] + common[i][j] {
            pairs.push((Some(gone[i]), Some(come[j])));
            i += 1;
            j += 1;
        } else if i < gone.len() && (!both || best[i][j] == best[i + 1][j]) {
            pairs.push((Some(gone[i]), None));
            i += 1;
        } else {
            pairs.push((None, Some(come[j])));
            j += 1;
        }
    }
    pairs
}

/// How much two sentences have in common, in thousandths of their words; 0 where they are not the same sentence.
/// The one headline, embargo line or date of a notice is always the same.
fn in_common(one: Sentence<'_>, other: Sentence<'_>) -> usize {
    let words = |sentence: Sentence<'_>| -> Vec<String> {
        sentence.words.split_whitespace().map(str::to_owned).collect()
    };
    let (before, after) = (words(one), words(other));
    let shared: usize = capture_diff_slices(Algorithm::Myers, &before, &after)
        .iter()
        .filter(|op| op.tag() == DiffTag::Equal)
        .map(|op| op.new_range().len())
        .sum();
    let thousandths = shared * 2000 / (before.len() + after.len()).max(1);
    let only_one = !one.part.contains(char::is_numeric) && one.part == other.part;
    if thousandths >= 350 {
        thousandths
    } else if only_one {
        1
    } else {
        0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(all: &[(&str, &str)]) -> Vec<SaidLine> {
        all.iter()
            .map(|(part, words)| SaidLine {
                part: (*part).to_owned(),
                words: (*words).to_owned(),
            })
            .collect()
    }

    #[test]
    fn the_sentence_that_changed_is_told_and_no_other() {
        let old = lines(&[
            ("headline", "Visits in Samplebury"),
            (
                "body 1",
                "The first stays. It was 78% of the 12 cases seen. The last stays.",
            ),
        ]);
        let new = lines(&[
            ("headline", "Visits in Samplebury"),
            ("body 1", "A new paragraph comes here."),
            (
                "body 2",
                "The first stays. It was 73% of the 12 cases seen. The last stays.",
            ),
        ]);
        let found = changed(&old, &new);
        assert_eq!(found.len(), 2, "{found:?}");
        assert_eq!(found[0].before, None);
        assert_eq!(found[0].after.as_deref(), Some("A new paragraph comes here."));
        assert_eq!(
            (found[1].part.as_str(), found[1].before.as_deref()),
            ("body 2", Some("It was 78% of the 12 cases seen."))
        );
    }

    #[test]
    fn an_abbreviation_ends_no_sentence() {
        let old = lines(&[("body 1", "It rose. Dr. Jones saw 78% of them (e.g. Park Lane).")]);
        let new = lines(&[("body 1", "It rose. Dr. Jones saw 73% of them (e.g. Park Lane).")]);
        let found = changed(&old, &new);
        let before: Vec<_> = found.iter().map(|one| one.before.as_deref()).collect();
        assert_eq!(before, [Some("Dr. Jones saw 78% of them (e.g. Park Lane).")]);
    }

    #[test]
    fn a_sentence_rewritten_whole_is_one_gone_and_one_come() {
        let old = lines(&[("body 1", "Nothing here remains at all.")]);
        let new = lines(&[("body 1", "Something else entirely stands now.")]);
        assert_eq!(changed(&old, &new).len(), 2);
        let old = lines(&[("headline", "Nothing here remains at all.")]);
        let new = lines(&[("headline", "Something else entirely stands now.")]);
        assert_eq!(changed(&old, &new).len(), 1);
    }
}
