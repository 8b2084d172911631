//! Where a sentence begins and ends: said here, and nowhere else.
//!
//! What a text is written in is not asked: a record or an edited copy does not tell. The abbreviations of every language
//! count in all of them.

use std::ops::Range;

use super::all;

/// What follows an abbreviation that no sentence ends with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Followed {
    /// Any word: `Dr.`, `e.g.`
    ByWord,
    /// A number: `No. 5`, `Sept. 2019`. Elsewhere it is a word like any other.
    ByNumber,
    /// A time zone: `8:30 a.m. EDT`.
    ByZone,
}

/// The sentence of `text` that `inside` stands in, with the spaces before it; the sentences, where it runs over
/// several. A stop at the very end of `inside` is the sentence's own.
pub fn sentence_of(text: &str, inside: &Range<usize>) -> Range<usize> {
    let mut start = 0;
    for end in ends(text) {
        if end <= inside.start {
            start = end;
        } else if end >= inside.end {
            return start..end;
        }
    }
    start..text.len()
}

/// The sentences of `text`, each with the spaces before it.
pub fn sentences(text: &str) -> impl Iterator<Item = &str> {
    let mut start = 0;
    let last = std::iter::once(text.len());
    ends(text).chain(last).filter_map(move |end| {
        let sentence = &text[start..end];
        start = end;
        (!sentence.trim().is_empty()).then_some(sentence)
    })
}

/// After each sentence that a mark ends, closing marks behind it included. A line break ends none: the author's lines
/// are no sentences.
fn ends(text: &str) -> impl Iterator<Item = usize> {
    text.char_indices().filter_map(|(at, mark)| {
        if !matches!(mark, '.' | '!' | '?') {
            return None;
        }
        let after = text[at + mark.len_utf8()..].trim_start_matches(CLOSING);
        let parted = after.is_empty() || after.starts_with(char::is_whitespace);
        (parted && stops(&text[..at], mark, after)).then_some(text.len() - after.len())
    })
}

/// Marks that close round a sentence.
const CLOSING: [char; 6] = ['”', '’', '"', '\'', ')', ']'];

/// Whether a sentence ends at `mark`, between `before` and `after`: not after `Dr.`, and not where the next word shows
/// that it goes on.
pub fn stops(before: &str, mark: char, after: &str) -> bool {
    let next = after
        .trim_start()
        .trim_start_matches(['“', '‘', '"', '\'', '(', '[', '*', '_']);
    let Some(first) = next.chars().next() else {
        return true;
    };
    let goes_on = first.is_lowercase() || matches!(first, '–' | '—' | '-' | ',' | ';' | ':');
    if goes_on || mark != '.' {
        return !goes_on;
    }
    let word = before
        .rsplit(|c: char| !c.is_alphanumeric() && c != '.')
        .next()
        .unwrap_or_default();
    match all().find_map(|language| language.abbreviation(word)) {
        Some(Followed::ByWord) => false,
        Some(Followed::ByNumber) => !first.is_ascii_digit() && !matches!(first, '£' | '$' | '€'),
        Some(Followed::ByZone) => !is_zone(next),
        None => true,
    }
}

/// Whether `text` begins with the short name of a time zone, as EDT, BST, CEST and UTC are.
fn is_zone(text: &str) -> bool {
    let word = text
        .split(|c: char| !c.is_alphanumeric())
        .next()
        .unwrap_or_default();
    let capitals = (3..=5).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_uppercase());
    word == "UTC" || (capitals && word.ends_with('T'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn parts(text: &str, wanted: &[&str]) {
        let found: Vec<&str> = sentences(text).map(str::trim).collect();
        assert_eq!(found, wanted);
    }

    #[test]
    fn one_sentence_each() {
        for whole in [
            "Dr. Jones and Mrs. Example of St. Anne’s said so.",
            "It fell (e.g. in Park Lane, i.e. The Lodge) by 3.5 points.",
            "See No. 5, para. 12 and fig. 3 of 8 Sept. 2019.",
            "It cost approx. £5 million.",
            "“Is it above?” he asked.",
            "“We saw it.” – the lead inspector",
            "EMBARGOED UNTIL 12:01 a.m. – TUESDAY, 12 June 2012",
            "EMBARGOED UNTIL 8:30 a.m. EDT – TUESDAY, June 12, 2012",
            "It ends at 8:30 p.m. UTC+03:00 on Tuesday.",
            "Papers, plans, etc. were read at 9 a.m. by all.",
            "Two\nlines of one sentence.",
            "no mark at all",
            "See https://a.example/x.y and v1.2.",
        ] {
            parts(whole, &[whole]);
        }
        parts("", &[]);
    }

    #[test]
    fn the_next_word_shows_where_one_ends() {
        parts(
            "One is 3.5 high. “Two was\nabove it.” Three! 4 of them? (Five.) Six",
            &[
                "One is 3.5 high.",
                "“Two was\nabove it.”",
                "Three!",
                "4 of them?",
                "(Five.)",
                "Six",
            ],
        );
        parts(
            "It shut at 9 p.m. NHS staff went home.",
            &["It shut at 9 p.m.", "NHS staff went home."],
        );
        parts(
            "Was it good? No. The visit ended at 9 a.m. Plans, papers, etc. The rest stays.",
            &[
                "Was it good?",
                "No.",
                "The visit ended at 9 a.m.",
                "Plans, papers, etc.",
                "The rest stays.",
            ],
        );
    }

    #[test]
    fn the_sentence_round_a_range() {
        let text = "“We looked. It was 78.5% of the time, e.g. often. Then more.”";
        let round = |words: &str| {
            let at = text.find(words).expect("there");
            text[sentence_of(text, &(at..at + words.len()))].trim()
        };
        assert_eq!(round("78.5%"), "It was 78.5% of the time, e.g. often.");
        assert_eq!(round("It was 78.5% of the time, e.g. often."), round("78.5%"));
        assert_eq!(round("more"), "Then more.”");
        assert_eq!(
            round("looked. It"),
            "“We looked. It was 78.5% of the time, e.g. often."
        );
        assert_eq!(sentence_of("78%", &(0..2)), 0..3);
    }
}
