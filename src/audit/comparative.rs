//! Comparisons, superlatives, shares and changes in the words that no claim answers for.

use std::ops::Range;
use std::sync::OnceLock;

use super::addresses::addresses;
use super::phrases::Phrases;
use super::raised::Raised;
use super::reading::Reading;
use super::slot::{self, Slot};
use super::spoken::Results;
use super::token::{Kind, Token};
use super::{hint, present, reason};
use crate::claims::Desk;
use crate::figures::Figure;
use crate::finding::Code;
use crate::language::Lists;
use crate::lexicon::{self, Hit, Sense};
use crate::release::{InTable, Part};

static ENGLISH: Lists = Lists::of(include_str!("comparative-en.txt"));

/// What to do where no claim can be marked.
const OUTSIDE: &str =
    "say it in a sentence of the notice, where it can be marked as a claim, and take it out here";

/// What to do in a passage that takes no claims.
pub fn outside(reading: &Reading<'_>) -> &'static str {
    match reason::is_reason(reading) {
        true => reason::ADVICE,
        false => OUTSIDE,
    }
}

/// Reads one passage for comparative words outside claims.
pub fn read(reading: &Reading<'_>, results: &Results, desk: &Desk<'_>, raised: &mut Vec<Raised>) {
    let passage = reading.passage;
    if reading.slot == Slot::Cell {
        return;
    }
    // "https://reports.example/rose-court" compares nothing.
    let addresses = addresses(&passage.text, &reading.tokens);
    let hits = lexicon::find(&passage.text).into_iter();
    for hit in hits.chain(results.said_of_columns(&passage.text)) {
        let inside =
            |address: &Range<usize>| address.start <= hit.range.start && hit.range.end <= address.end;
        if addresses.iter().any(inside) {
            continue;
        }
        let Some(typed) = typed_word(&hit, reading) else {
            continue;
        };
        if !(says_something(&hit, reading, results) || present::tells(&hit, reading, desk))
            || is_innocent(&hit, reading, desk)
            || telling(&hit, reading).any(|token| reading.in_claim(&token.range))
            || counted(&hit, reading)
            || is_unbound(&hit, reading, raised)
            || is_name(&hit, reading, desk)
            || is_of_a_label(&hit, reading, desk)
            || is_threshold(&hit, reading, desk)
        {
            continue;
        }
        let says = format!("{} in {} stands outside any claim", kind(hit.sense), passage.part);
        let finding = reading.finding(Code::ClaimWithoutCondition, &hit.range, says);
        let finding = match reading.takes_claims(&hit.range) {
            true => hint::advise(finding, hit.sense, reading, desk, &typed),
            false => finding.advice(outside(reading)),
        };
        if kind(hit.sense) == "a change" {
            drop_number_words(reading, &hit.range, raised);
        }
        raised.push(Raised::new(finding, reading, hit.range));
    }
}

/// Takes out a number in words that is part of a change: "fell by half" is one fault, and no figure can be printed
/// for its half.
fn drop_number_words(reading: &Reading<'_>, range: &Range<usize>, raised: &mut Vec<Raised>) {
    let in_words = |one: &Raised| {
        let within = range.start <= one.range.start && one.range.end <= range.end;
        let of_number = one.finding.code == Code::UnboundNumber && one.passage == reading.index;
        let digit = |c: char| c.is_ascii_digit();
        of_number && within && !reading.passage.text[one.range.clone()].contains(digit)
    };
    raised.retain(|one| !in_words(one));
}

/// The first word of a phrase that a person typed. Small words round what was chosen from the data do not count:
/// "{{ … | as_share }} of", "{{ … | against(…) }} the".
fn typed_word(hit: &Hit, reading: &Reading<'_>) -> Option<Range<usize>> {
    telling(hit, reading).find_map(|token| reading.typed(&token.range))
}

/// The words of a phrase that carry its meaning. One of them inside a claim makes the phrase that claim's: "was
/// [revised]", "[fewer] appeals than last year", "the gap [has narrowed]".
fn telling<'r>(hit: &Hit, reading: &'r Reading<'_>) -> impl Iterator<Item = &'r Token<'r>> {
    let phrase = hit.range.clone();
    reading
        .tokens
        .iter()
        .filter(move |token| phrase.start <= token.range.start && token.range.end <= phrase.end)
        .filter(|token| token.kind == Kind::Word && !token.is_in(ENGLISH.list("small")))
}

/// Whether a phrase is a statement where it stands.
fn says_something(hit: &Hit, reading: &Reading<'_>, results: &Results) -> bool {
    match hit.sense {
        Sense::Negation | Sense::Joint | Sense::Since(_) | Sense::Sum => false,
        // Numbers are looked after by the search for unbound ones.
        Sense::Count { .. } => false,
        Sense::Majority => hit.entry.strict || is_share(hit, reading),
        _ => hit.entry.strict || results.makes_a_statement(hit, reading),
    }
}

/// Whether the words round a hit make it say nothing of a result: "the report below", "to reduce".
fn is_innocent(hit: &Hit, reading: &Reading<'_>, desk: &Desk<'_>) -> bool {
    let tokens = &reading.tokens;
    let first = tokens.partition_point(|token| token.range.end <= hit.range.start);
    let end = tokens.partition_point(|token| token.range.start < hit.range.end);
    let change = matches!(kind(hit.sense), "a change");
    // What is hoped for or feared has not been measured.
    // "Complaints in May rose": a month, unless it opens the sentence.
    let month = |at: usize| tokens[at].text == "May" && at > 0;
    // "Fees will be increased": the helping verb stands before "be".
    let before = first.checked_sub(1).map(|before| match tokens[before].is("be") {
        true => before.saturating_sub(1),
        false => before,
    });
    let ahead = before.is_some_and(|before| !month(before) && tokens[before].is_in(ENGLISH.list("ahead")));
    (change && ahead)
        || innocent().excuse(tokens, &(first..end), desk.language)
        || reason::excuses(reading, &(first..end), desk.language)
}

/// The table of innocent phrases, read once.
fn innocent() -> &'static Phrases {
    static TABLE: OnceLock<Phrases> = OnceLock::new();
    TABLE.get_or_init(|| Phrases::parse(include_str!("innocent-en.txt")).unwrap_or_default())
}

/// Whether "most" is most of something: most of the cases, most cases.
fn is_share(hit: &Hit, reading: &Reading<'_>) -> bool {
    let at = reading
        .tokens
        .partition_point(|token| token.range.start < hit.range.end);
    let before = reading
        .tokens
        .partition_point(|token| token.range.start < hit.range.start)
        .checked_sub(1);
    let article = before.is_some_and(|at| {
        let token = &reading.tokens[at];
        ["the", "a", "at", "of", "its", "our", "their", "his", "her"]
            .iter()
            .any(|word| token.is(word))
    });
    let Some(next) = reading.tokens.get(at).filter(|next| next.kind == Kind::Word) else {
        return false;
    };
    let many = next.text.len() > 3
        && next.text.ends_with('s')
        && !next.text.ends_with("ss")
        && !next.text.ends_with("us");
    let people = ["of", "people", "children", "women", "men", "staff", "work"]
        .iter()
        .any(|word| next.is(word));
    !article && (many || people)
}

/// Whether the numbers in a share were printed by figures: `9 of 41 cases` is no claim where both are.
fn counted(hit: &Hit, reading: &Reading<'_>) -> bool {
    let share = matches!(hit.sense, Sense::Fraction { .. } | Sense::All);
    let mut digits = reading
        .tokens
        .iter()
        .filter(|token| token.kind == Kind::Digits)
        .filter(|token| hit.range.start <= token.range.start && token.range.end <= hit.range.end)
        .peekable();
    share && digits.peek().is_some() && digits.all(|token| reading.typed(&token.range).is_none())
}

/// Whether a share has been raised as a number already: it is one fault.
fn is_unbound(hit: &Hit, reading: &Reading<'_>, raised: &[Raised]) -> bool {
    matches!(hit.sense, Sense::Fraction { .. })
        && raised.iter().any(|one| {
            one.finding.code == Code::UnboundNumber
                && one.passage == reading.index
                && one.range.start < hit.range.end
                && hit.range.start < one.range.end
        })
}

/// Whether a phrase is part of the name of a measure: "complaints older than a year" where one is called so.
fn is_of_a_label(hit: &Hit, reading: &Reading<'_>, desk: &Desk<'_>) -> bool {
    let text = reading.passage.text.to_lowercase();
    // Byte places hold only where lower case is as long.
    reading.slot == Slot::Sentences
        && text.len() == reading.passage.text.len()
        && desk.scope.figures().iter().any(|(_, figure)| {
            let measure = figure.subject.measure.iter();
            let mut names = measure.flat_map(|measure| measure.names());
            names.any(|name| {
                let name = name.to_lowercase();
                let longer = name.len() > hit.range.len() || is_counted(&name, figure, hit, reading);
                let mut places = text.match_indices(&name);
                longer && places.any(|(at, _)| at <= hit.range.start && hit.range.end <= at + name.len())
            })
        })
}

/// Whether a name that is all of the hit, "lagging behind", stands in a sentence that prints how many are called so.
fn is_counted(name: &str, figure: &Figure, hit: &Hit, reading: &Reading<'_>) -> bool {
    let sentence = reading.sentence_range(&hit.range);
    let measure = figure.subject.measure.as_ref().map(|measure| &measure.name);
    let mut printed = reading.passage.figures();
    name.contains(' ')
        && name.len() == hit.range.len()
        && printed.any(|(range, other)| {
            let same = other.subject.measure.as_ref().map(|measure| &measure.name) == measure;
            same && sentence.start <= range.start && range.end <= hit.range.start
        })
}

/// Whether a word of rank or comparison belongs to a name: "Lowest", "Cases better than expected".
fn is_name(hit: &Hit, reading: &Reading<'_>, desk: &Desk<'_>) -> bool {
    let name = matches!(reading.slot, Slot::Name | Slot::Fact) || heads_a_caption(hit, reading);
    name && !slot::compares_with_benchmark(hit.sense, &reading.passage.text[hit.range.start..], desk)
}

/// Whether a phrase begins a caption that says nothing: "Revised estimate", "Highest scores by district".
fn heads_a_caption(hit: &Hit, reading: &Reading<'_>) -> bool {
    let says = |token: &Token<'_>| token.is_in(ENGLISH.list("says"));
    let begins = reading.passage.text[..hit.range.start].trim().is_empty();
    begins
        && matches!(reading.passage.part, Part::Table(_, InTable::Caption))
        && !reading.tokens.iter().any(says)
}

/// Whether a comparison says below which number nothing is shown: "fewer than 5 cases".
fn is_threshold(hit: &Hit, reading: &Reading<'_>, desk: &Desk<'_>) -> bool {
    let after = reading.passage.text[hit.range.end..].trim_start();
    let number = after
        .split(|c: char| !c.is_alphanumeric())
        .next()
        .is_some_and(|word| word.parse::<u32>().is_ok() || desk.language.number_words_value(word).is_some());
    reading.is_reason(&hit.range) && number && matches!(hit.sense, Sense::Below | Sense::ShareUnder)
}

/// What kind of words, for a message.
fn kind(sense: Sense) -> &'static str {
    match sense {
        Sense::Fraction { .. } | Sense::Majority | Sense::Minority | Sense::All | Sense::NoneOf => "a share",
        Sense::ShareOver
        | Sense::ShareJustOver
        | Sense::ShareUnder
        | Sense::ShareNearly
        | Sense::ShareAbout
        | Sense::ShareExactly => "a word that says on which side of a number the truth lies",
        Sense::FromTop(_)
        | Sense::FromBottom(_)
        | Sense::HighOfYears
        | Sense::LowOfYears
        | Sense::Best
        | Sense::Worst
        | Sense::RecordHigh
        | Sense::RecordLow
        | Sense::Record => "a superlative",
        Sense::Rose
        | Sense::Fell
        | Sense::Unchanged
        | Sense::Improved
        | Sense::Worsened
        | Sense::Doubled
        | Sense::Trebled
        | Sense::Halved
        | Sense::MoreThanDoubled
        | Sense::Times(_)
        | Sense::Revised
        | Sense::RevisedUp
        | Sense::RevisedDown
        | Sense::NoClearChange => "a change",
        _ => "a comparison",
    }
}
