//! The names in the data that hold a number: where the words use one as it stands, its number is no result.

use std::ops::Range;

use super::token::fold;
use crate::claims::Desk;

/// The texts of the data that hold a digit or a number in words, longest first.
pub fn names(desk: &Desk<'_>) -> Vec<String> {
    let mut all: Vec<&str> = desk.scope.texts().into_iter().map(|(_, text)| text).collect();
    for (_, _, measure) in desk.programme.measures.iter() {
        all.push(&measure.label.value);
        all.extend(measure.gloss.iter().map(|gloss| gloss.value.as_str()));
        all.extend(measure.also_called.iter().map(|name| name.value.as_str()));
        all.extend(measure.scale.iter().map(|rating| rating.value.as_str()));
        let benchmark = measure.benchmark.iter();
        all.extend(benchmark.flat_map(benchmark_names));
    }
    all.extend(desk.programme.benchmark.iter().flat_map(benchmark_names));
    all.push(&desk.programme.name.value);
    let organisation = desk.organisation;
    all.push(&organisation.name.value);
    all.extend(organisation.letterhead.iter().map(|line| line.value.as_str()));
    all.extend(
        organisation
            .media_enquiries
            .iter()
            .map(|line| line.value.as_str()),
    );
    all.extend(
        organisation
            .partners
            .iter()
            .map(|(_, _, partner)| partner.name.value.as_str()),
    );
    for (_, _, person) in organisation.people.iter() {
        all.push(&person.role.value);
        all.extend(
            person
                .name
                .iter()
                .chain(&person.short)
                .map(|name| name.value.as_str()),
        );
    }
    for (_, _, contact) in organisation.contacts.iter() {
        all.push(&contact.name.value);
        let more = [&contact.role, &contact.telephone, &contact.out_of_hours];
        all.extend(more.into_iter().flatten().map(|text| text.value.as_str()));
    }
    let holds_number = |name: &&str| {
        let letters = name.chars().any(char::is_alphabetic);
        let digits = name.chars().filter(char::is_ascii_digit).count();
        let words = || {
            name.split([' ', '-'])
                .any(|word| desk.language.number_words_value(word).is_some())
        };
        (letters && (digits > 0 || words())) || digits >= 5
    };
    let labels = desk.programme.measures.iter();
    let limits = labels.flat_map(|(_, _, measure)| measure.names().flat_map(|name| limits(&name.value)));
    let whole = all.into_iter().filter(holds_number).map(folded);
    let mut names: Vec<String> = whole.chain(limits).collect();
    names.sort_by(|one, other| other.len().cmp(&one.len()).then_with(|| one.cmp(other)));
    names.dedup();
    names
}

/// The numbers of a label with a word on either side: "within 7 minutes" of "Calls answered within 7 minutes". Sentences
/// say a label with their own verb: "calls were answered within 7 minutes".
fn limits(label: &str) -> Vec<String> {
    let words: Vec<&str> = label.split_whitespace().collect();
    let around = words.windows(3).filter(|three| {
        three[1].chars().all(|c| c.is_ascii_digit()) && three[0].chars().all(char::is_alphabetic)
    });
    around.map(|three| folded(&three.join(" "))).collect()
}

fn benchmark_names(benchmark: &crate::data::programme::Benchmark) -> impl Iterator<Item = &str> {
    let also = benchmark.also_called.iter().map(|name| name.value.as_str());
    std::iter::once(benchmark.name.value.as_str()).chain(also)
}

fn folded(text: &str) -> String {
    text.chars().map(|c| fold_space(c).to_ascii_lowercase()).collect()
}

fn fold_space(c: char) -> char {
    if c.is_whitespace() { ' ' } else { fold(c) }
}

/// Where one of `names` stands in `text`, whole words only.
pub fn places(text: &str, names: &[String]) -> Vec<Range<usize>> {
    if names.is_empty() {
        return Vec::new();
    }
    let mut offsets: Vec<usize> = Vec::new();
    let mut plain = String::new();
    for (at, c) in text.char_indices() {
        let start = plain.len();
        plain.push(fold_space(c).to_ascii_lowercase());
        offsets.extend((start..plain.len()).map(|_| at));
    }
    offsets.push(text.len());
    let word_at = |at: usize| plain[at..].chars().next().is_some_and(char::is_alphanumeric);
    let word_before = |at: usize| plain[..at].chars().next_back().is_some_and(char::is_alphanumeric);
    let mut found = Vec::new();
    for name in names {
        for (start, _) in plain.match_indices(name.as_str()) {
            let end = start + name.len();
            let cut = |at: usize| word_before(at) && word_at(at);
            let whole = !cut(start) && !cut(end);
            if whole {
                found.push(offsets[start]..offsets[end]);
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_whole_and_whatever_their_typography() {
        let names = vec!["offender management inspection 2".to_owned()];
        let text = "Our Offender\u{A0}Management Inspection 2 – ‘it’";
        let found = places(text, &names);
        assert_eq!(&text[found[0].clone()], "Offender\u{A0}Management Inspection 2");
        assert!(places("Offender Management Inspection 23", &names).is_empty());
    }
}
