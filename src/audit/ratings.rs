//! Ratings typed in the words: "was rated Good", where a scale of the programme has a Good. A rating is a figure as
//! much as a number is, and follows the data only where it is printed from them.

use std::ops::Range;

use super::raised::Raised;
use super::reading::Reading;
use super::token::{Kind, Token, tokens};
use crate::claims::Desk;
use crate::finding::Code;
use crate::language::Lists;
use crate::quantity::Unit;

static ENGLISH: Lists = Lists::of(include_str!("ratings-en.txt"));

/// Reads one passage.
pub fn read(reading: &Reading<'_>, desk: &Desk<'_>, raised: &mut Vec<Raised>) {
    if !reading.is_sentences() {
        return;
    }
    let known = ratings(desk);
    let mut found: Vec<(Range<usize>, &(String, String))> = Vec::new();
    let mut at = 0;
    while at < reading.tokens.len() {
        let here = known
            .iter()
            .filter_map(|rating| Some((rating, length(&reading.tokens[at..], &rating.0)?)))
            .max_by_key(|(_, length)| *length);
        if let Some((rating, length)) = here {
            found.push((at..at + length, rating));
            at += length;
        } else {
            at += 1;
        }
    }
    for (place, (rating, figure)) in &found {
        let range = reading.bytes(place);
        let claimed = reading
            .passage
            .claims
            .iter()
            .any(|(claim, _, _)| claim.start < range.end && range.start < claim.end);
        let sentence = reading.sentence_range(&range);
        // A row of ratings tells the scale, and gives none: "Inadequate, Requires improvement, Good or Outstanding".
        let others = found
            .iter()
            .any(|(other, (name, _))| name != rating && is_row(reading, place, other));
        let open = reading.tokens.get(place.end).is_some_and(|next| next.is("or"));
        // "[Three of the five][claim] are rated good": a claim says it, of several.
        let lower = !reading.tokens[place.start].is_capital();
        let said = lower
            && reading
                .passage
                .claims
                .iter()
                .any(|(claim, _, _)| sentence.start <= claim.start && claim.end <= sentence.end);
        if claimed || others || open || said || !reading.all_typed(&range) || !is_given(reading, place, desk)
        {
            continue;
        }
        let finding = reading
            .finding(Code::UnboundRating, &range, "a rating is typed in the words")
            .advice(format!(
                "write `{{{{ {figure} }}}}`, so that it follows the data, or mark the words as a claim with a condition or a source"
            ));
        raised.push(Raised::new(finding, reading, range));
    }
}

/// Every rating of every scale in sight, with a figure on that scale: the one that has it, where there is one.
fn ratings(desk: &Desk<'_>) -> Vec<(String, String)> {
    let mut all: Vec<(String, String)> = Vec::new();
    let figures = desk.scope.figures();
    for own in [true, false] {
        for (path, figure) in figures {
            let Some(quantity) = figure.quantity() else {
                continue;
            };
            let Unit::Rating(scale) = &quantity.unit else {
                continue;
            };
            for rating in &scale.ratings {
                let is_own = quantity.rating() == Some(rating) || !own;
                if is_own && !all.iter().any(|(known, _)| known == rating) {
                    all.push((rating.clone(), path.clone()));
                }
            }
        }
    }
    all
}

/// How many tokens a rating is, where `here` begins with it.
fn length(here: &[Token<'_>], rating: &str) -> Option<usize> {
    let wanted = tokens(rating);
    let fits = !wanted.is_empty()
        && here.len() >= wanted.len()
        && wanted
            .iter()
            .zip(here)
            .all(|(wanted, token)| token.is(wanted.text));
    fits.then_some(wanted.len())
}

/// Whether nothing but a comma, a stroke or "or" parts two ratings.
fn is_row(reading: &Reading<'_>, one: &Range<usize>, other: &Range<usize>) -> bool {
    let between = match one.end <= other.start {
        true => one.end..other.start,
        false => other.end..one.start,
    };
    let mark = |token: &Token<'_>| matches!(token.text, "," | "/" | "‘" | "’" | "“" | "”") || token.is("or");
    reading
        .tokens
        .get(between)
        .is_some_and(|tokens| !tokens.is_empty() && tokens.iter().all(mark))
}

/// Whether the words before a rating give it to somebody: "was rated Good", "is now Good overall", "a Good rating".
fn is_given(reading: &Reading<'_>, place: &Range<usize>, desk: &Desk<'_>) -> bool {
    let start = place.start;
    let rating = &reading.tokens[place.clone()];
    let capital = rating.first().is_some_and(Token::is_capital);
    let next = |offset: usize| reading.tokens.get(place.end + offset);
    let before = &reading.tokens[..start];
    let last_is = |name: &str| before.last().is_some_and(|token| token.is_in(ENGLISH.list(name)));
    let got = before
        .iter()
        .rev()
        .skip(1)
        .take(3)
        .any(|token| token.is_in(ENGLISH.list("got")));
    let noun = next(0).is_some_and(|token| token.is_in(ENGLISH.list("nouns")));
    if capital && last_is("articles") && got && noun {
        return true;
    }
    if capital && next(0).is_some_and(|token| token.is("overall")) && last_is("is overall") {
        return true;
    }
    let lead: Vec<&Token<'_>> = before
        .iter()
        .rev()
        .skip_while(|token| token.kind == Kind::Mark && matches!(token.text, "‘" | "“" | "'" | "\""))
        .skip_while(|token| token.is_in(ENGLISH.list("links")))
        .collect();
    let is = |at: usize, name: &str| lead.get(at).is_some_and(|token| token.is_in(ENGLISH.list(name)));
    if is(0, "nouns") {
        let mut last = before.iter().rev().take(4);
        return last.any(|token| token.is_in(ENGLISH.list("is")));
    }
    // "rated by the inspectors as Good"
    let by = (0..lead.len()).find(|at| !is(*at, "raters")).unwrap_or(0);
    is(by, "rated")
        && (is(by + 1, "auxiliaries")
            || lead
                .get(by)
                .is_some_and(|verb| is_headline(reading, verb, place, desk)))
}

/// Whether a verb that rates stands as in headlines, without its auxiliary: "Stock rated Good in Tarn", after a name and
/// with no other verb behind it.
fn is_headline(reading: &Reading<'_>, verb: &Token<'_>, place: &Range<usize>, desk: &Desk<'_>) -> bool {
    let sentence = reading.sentence_range(&verb.range);
    let before = reading.passage.text[sentence.start..verb.range.start]
        .trim()
        .to_lowercase();
    let measures = desk.programme.measures.iter();
    let rated = measures.filter(|(_, _, measure)| !measure.scale.is_empty());
    let rated = rated.flat_map(|(_, _, measure)| measure.names().map(|name| name.value.to_lowercase()));
    let areas = desk
        .inspections
        .iter()
        .map(|(inspection, _)| inspection.area.value.to_lowercase());
    let named = rated.chain(areas).any(|name| before == name);
    let rest = reading.tokens[place.end..]
        .iter()
        .take_while(|token| token.range.end <= sentence.end);
    named
        && !rest
            .into_iter()
            .any(|token| token.is_in(ENGLISH.list("auxiliaries")))
}

#[cfg(test)]
mod tests {
    use crate::claims::office::Case;

    fn found(sentence: &str) -> Vec<&'static str> {
        let case = Case {
            results: "overall: {value: Requires improvement, previous: Inadequate}",
            inspection: "",
            sentence: &format!("{sentence} As [they said][c]."),
            claims: "  c: {source: the record}",
        };
        case.codes()
    }

    #[test]
    fn a_rating_typed_is_a_figure_typed() {
        for wrong in [
            "The pier was rated Good.",
            "The pier was rated ‘Requires improvement’.",
            "Its overall rating is Outstanding.",
            "It has been judged to be inadequate.",
            "Overall rated Good.",
            "Overall rated Outstanding in June.",
            "It was rated Outstanding; last time it was rated {{ overall.previous }}.",
            "The pier is now Outstanding overall.",
            "The pier was given an Outstanding rating.",
            "The pier was rated by inspectors as Outstanding.",
        ] {
            assert_eq!(found(wrong), ["unbound-rating"], "{wrong}");
        }
    }

    #[test]
    fn ordinary_words_are_no_ratings() {
        for right in [
            "The pier was rated {{ overall.value }}.",
            "Good work was found.",
            "Piers are rated Inadequate, Requires improvement, Good or Outstanding.",
            "Piers rated Good are visited every five years.",
            "A pier must be rated Good or better to be left alone.",
            "The good news is the sea.",
            "To keep a Good rating takes work.",
            "The scale runs from Inadequate to Outstanding.",
        ] {
            assert_eq!(found(right), Vec::<&str>::new(), "{right}");
        }
    }
}
