//! Where a sentence begins and ends.

use std::ops::Range;

/// The sentence of `text` that `inside` stands in; a claim that runs over several sentences is in all of them.
pub fn sentence_of(text: &str, inside: &Range<usize>) -> Range<usize> {
    let start = ends(text)
        .take_while(|end| *end <= inside.start)
        .last()
        .unwrap_or(0);
    let end = ends(text).find(|end| *end >= inside.end).unwrap_or(text.len());
    start..end
}

/// After each sentence: a full stop, question or exclamation mark with closing marks, before white space.
fn ends(text: &str) -> impl Iterator<Item = usize> {
    text.char_indices().filter_map(|(at, c)| {
        if !matches!(c, '.' | '!' | '?' | '\n') {
            return None;
        }
        let after = &text[at + c.len_utf8()..];
        let closing: usize = after
            .chars()
            .take_while(|c| matches!(c, '”' | '’' | '"' | '\'' | ')'))
            .map(char::len_utf8)
            .sum();
        let ends =
            c != '\n' && (after[closing..].is_empty() || after[closing..].starts_with(char::is_whitespace));
        // A line feed is a break inside a paragraph of the YAML, which ends no sentence.
        (ends && !is_abbreviation(&text[..at])).then_some(at + c.len_utf8() + closing)
    })
}

fn is_abbreviation(before: &str) -> bool {
    let word = before
        .rsplit(|c: char| !c.is_alphanumeric() && c != '.')
        .next()
        .unwrap_or_default();
    matches!(
        word,
        "Mr" | "Mrs" | "Ms" | "Dr" | "St" | "No" | "e.g" | "i.e" | "etc" | "p" | "vs"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_end_at_full_stops_before_white_space() {
        let text = "One is 3.5 high. “Two was\nabove it.” Mr. Example left.";
        let at = text.find("above").expect("there");
        assert_eq!(
            text[sentence_of(text, &(at..at + 5))].trim(),
            "“Two was\nabove it.”"
        );
        let at = text.find("left").expect("there");
        assert_eq!(text[sentence_of(text, &(at..at + 4))].trim(), "Mr. Example left.");
    }
}
