//! A figure that nothing but a verb parts from the name it is said of: "complaints came to 17" where 17 are reports.
//!
//! Here even a name that is also a noun counted is a name, and the unit makes no difference.

use super::clause::{after_the_last, joins_names, tokens_between};
use super::placed::Placed;
use super::subjects::Named;
use super::vocabulary::is_in;
use super::{differs, is_its_change, measure_of};

/// What is wrong with a figure, by the name it is said of.
pub fn judge(placed: Placed<'_>) -> Option<String> {
    let Placed {
        subjects,
        reading,
        range,
        figure,
        desk,
        ..
    } = placed;
    let own = measure_of(figure)?;
    let sentence = reading.sentence_range(range);
    let start = after_the_last(reading, range);
    let text = reading.passage.text[start..range.start].to_lowercase();
    if text.len() != range.start - start {
        return None;
    }
    let named = subjects.all_names_in(&text);
    let is_measure = |one: &Named<'_>| {
        subjects
            .measures
            .iter()
            .any(|measure| std::ptr::eq(measure, one.subject))
    };
    let at = named.iter().rposition(is_measure)?;
    let spoken = &named[at];
    let joined = at.checked_sub(1).is_some_and(|before| {
        is_measure(&named[before]) && joins_names(&text, named[before].range.end, spoken.range.start)
    });
    let together =
        tokens_between(reading, &(sentence.start..sentence.end)).any(|token| is_in("together", token));
    if joined && together && named.iter().any(|one| one.subject.name == own) {
        return Some(format!(
            "`{}` is one of those that the words take together",
            figure.name
        ));
    }
    if spoken.subject.name == own || joined || !opens(&text[..spoken.range.start], start == sentence.start) {
        return None;
    }
    let gap = start + spoken.range.end..range.start;
    let inside = |at: usize| {
        let places = named.iter().filter(|one| !is_measure(one));
        places.into_iter().any(|one| one.range.contains(&(at - start)))
    };
    let mut words = tokens_between(reading, &gap).peekable();
    words.peek()?;
    let linked = words.all(|token| {
        is_in("links", token)
            || inside(token.range.start)
            || ["in", "at", "for"].iter().any(|word| token.is(word))
    });
    if !linked || is_its_change(figure, &spoken.subject.name, &text, desk) {
        return None;
    }
    differs(figure, desk, |other| {
        measure_of(other) == Some(&spoken.subject.name) && other.subject.area == figure.subject.area
    })
    .then(|| {
        format!(
            "`{}` stands where the words speak of `{}`",
            figure.name, spoken.subject.name
        )
    })
}

/// Whether a name after these words begins what is spoken of: "the number of complaints", but not "the cost of repairs".
fn opens(before: &str, of_sentence: bool) -> bool {
    let before = before.trim_end();
    let bare = before.strip_suffix("the").map_or(before, str::trim_end);
    let bare = bare.trim_start_matches(['“', '‘', '"', '”', '’']);
    (bare.is_empty() && of_sentence)
        || bare.ends_with([',', ';', ':', '–', '—', '.'])
        || ["number of", "list of", " and", " but", " while", " whereas"]
            .iter()
            .any(|words| bare.ends_with(words))
}
