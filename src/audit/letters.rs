//! Letters that look like others: a Cyrillic а in an English word hides the word from every check, and from a search.

use std::ops::Range;

use super::raised::Raised;
use super::reading::Reading;
use crate::finding::Code;

/// The script of a letter, as far as it matters here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Script {
    Latin,
    /// A letter of another script that has a Latin twin: Cyrillic а, Greek Ο.
    Twin,
    /// A letter of another script that has none: Cyrillic ж, Greek Ω and µ.
    Other,
    /// A Latin letter in another dress: full-width, circled, mathematical, phonetic.
    Dressed,
}

fn script(letter: char) -> Script {
    const CYRILLIC: &str = "аеорсухіјѕһԁԛԝАВЕЗІЈКМНОРСТУХЅҮԌԚԜ";
    const GREEK: &str = "ονιυρΑΒΕΖΗΙΚΜΝΟΡΤΥΧ";
    match letter {
        '\u{251}' | '\u{261}' | '\u{1D00}'..='\u{1D2B}' => Script::Dressed,
        '\u{FF21}'..='\u{FF3A}' | '\u{FF41}'..='\u{FF5A}' => Script::Dressed,
        '\u{24B6}'..='\u{24E9}' | '\u{1D400}'..='\u{1D7FF}' => Script::Dressed,
        '\0'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}' => Script::Latin,
        _ if CYRILLIC.contains(letter) || GREEK.contains(letter) => Script::Twin,
        _ => Script::Other,
    }
}

/// Reads one passage; a finding a word.
pub fn read(reading: &Reading<'_>, raised: &mut Vec<Raised>) {
    let text = &reading.passage.text;
    if text.is_ascii() {
        return;
    }
    // A name in Cyrillic has letters that no Latin word has; twins alone only look like a word.
    let foreign = text
        .chars()
        .any(|c| c.is_alphabetic() && script(c) == Script::Other);
    for word in words(text) {
        let has = |wanted: Script| text[word.clone()].chars().any(|c| script(c) == wanted);
        let hides = has(Script::Dressed) || (has(Script::Twin) && (has(Script::Latin) || !foreign));
        let Some(typed) = reading.typed(&word).filter(|_| hides) else {
            continue;
        };
        let finding = reading
            .finding(
                Code::LookAlikeLetter,
                &typed,
                "a word has letters of another script that only look like the ones meant",
            )
            .advice(
                "type the word again on the keyboard: no check and no reader’s search can find it as it is",
            );
        raised.push(Raised::new(finding, reading, typed));
    }
}

/// The words of a text: letters without a break.
fn words(text: &str) -> Vec<Range<usize>> {
    let letter = |c: char| c.is_alphabetic() || script(c) == Script::Dressed;
    let mut found: Vec<Range<usize>> = Vec::new();
    for (at, c) in text.char_indices().filter(|(_, c)| letter(*c)) {
        let end = at + c.len_utf8();
        match found.last_mut() {
            Some(last) if last.end == at => last.end = end,
            _ => found.push(at..end),
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::bench;

    fn found(text: &str) -> Vec<String> {
        let told = bench::sentence(text).into_iter();
        told.filter(|(code, _)| *code == "look-alike-letter")
            .map(|(_, words)| words)
            .collect()
    }

    #[test]
    fn letters_of_another_script_in_a_word_are_found() {
        assert_eq!(found("It was \u{430}bove the rest."), ["\u{430}bove"]);
        assert_eq!(found("It was &#1072;bove the rest.").len(), 1);
        assert_eq!(found("It was ａｂｏｖｅ the rest."), ["ａｂｏｖｅ"]);
        assert_eq!(found("It was 𝐚𝐛𝐨𝐯𝐞 the rest.").len(), 1);
        assert_eq!(found("\u{410} visit took place."), ["\u{410}"]);
        assert_eq!(found("The t\u{3BF}wn is small."), ["t\u{3BF}wn"]);
    }

    #[test]
    fn accents_and_words_of_other_languages_are_none() {
        for text in [
            "The naïve café at Tŷ Ŵyr served crème brûlée.",
            "Readings were in μg, µm and kΩ, with α-particles and β-blockers.",
            "Œuvre, Ångström, Łódź, İzmir and Straße are words.",
            "The visitors from Київ were met.",
            "The office in Αθήνα was closed.",
            "The Māori and Gàidhlig editions are “ready” – ‘both’.",
        ] {
            assert_eq!(found(text), Vec::<String>::new(), "{text}");
        }
    }
}
