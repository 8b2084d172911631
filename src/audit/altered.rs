//! Words and marks beside a figure that make another number of it: "{{ … }} thousand", "£" before loans, "twice {{ … }}".

use std::ops::Range;
use std::sync::Arc;

use super::bare;
use super::raised::Raised;
use super::reading::Reading;
use super::token::{Kind, Token, fold, percent_at};
use crate::claims::Desk;
use crate::figures::Figure;
use crate::finding::Code;
use crate::language::Lists;
use crate::quantity::{Quantity, Unit};

/// The phrases, by the place where they stand.
static ENGLISH: Lists = Lists::of(include_str!("altered-en.txt"));

const CURRENCIES: [&str; 4] = ["£", "$", "€", "¥"];

/// Reads one passage.
pub fn read(reading: &Reading<'_>, desk: &Desk<'_>, raised: &mut Vec<Raised>) {
    if !reading.is_sentences() {
        return;
    }
    let figures: Vec<(Range<usize>, &Arc<Figure>)> = reading.passage.figures().collect();
    for (range, figure) in &figures {
        let Some(quantity) = figure.quantity() else {
            continue;
        };
        let beside = Beside {
            reading,
            range,
            figure,
            quantity,
        };
        let joined = figures.iter().any(|(other, _)| other.start == range.end);
        let found = beside
            .after()
            .or_else(|| beside.before())
            .or_else(|| joined.then(|| (range.clone(), "two figures stand together without a gap")))
            .or_else(|| Some((range.clone(), bare::judge(reading, range, figure)?)));
        let Some((at, says)) = found else { continue };
        if reading.as_written(desk, &at) {
            continue;
        }
        let finding = reading.finding(Code::FigureAltered, &at, says).advice(
            "take it out, or give the number that is meant in the data and print that; a comparison is a claim's: \
             `[words][name]`",
        );
        raised.push(Raised::new(finding, reading, at));
    }
}

/// A figure and what stands round it.
struct Beside<'r> {
    reading: &'r Reading<'r>,
    range: &'r Range<usize>,
    figure: &'r Figure,
    quantity: &'r Quantity,
}

/// What was found, and what is wrong with it.
type Found = (Range<usize>, &'static str);

impl<'r> Beside<'r> {
    fn tokens(&self) -> &'r [Token<'r>] {
        &self.reading.tokens
    }

    fn printed(&self) -> &'r str {
        &self.reading.passage.text[self.range.clone()]
    }

    /// A token that a person typed.
    fn typed(&self, at: Option<usize>) -> Option<&'r Token<'r>> {
        let token = self.tokens().get(at?)?;
        self.reading.all_typed(&token.range).then_some(token)
    }

    fn after(&self) -> Option<Found> {
        let at = self
            .tokens()
            .partition_point(|token| token.range.start < self.range.end);
        let next = self.typed(Some(at))?;
        let glued = next.range.start == self.range.end;
        let rating = matches!(self.quantity.unit, Unit::Rating(_));
        if glued && !rating && next.text == "+" {
            return Some((next.range.clone(), "a plus sign after a figure makes more of it"));
        }
        if glued && !rating && next.kind == Kind::Word && !self.is_own_letters(next) {
            return Some((next.range.clone(), "letters stand close after a figure"));
        }
        if self.is_magnitude(next) {
            return Some((next.range.clone(), "a word after a figure multiplies it"));
        }
        if self.is_strange_percent(at) {
            return Some((next.range.clone(), "a figure that is no percentage is called one"));
        }
        ENGLISH
            .list("after a bound")
            .lines()
            .find_map(|phrase| self.stands(phrase, at))
            .filter(|range| !rating && !self.reading.in_claim(range) && !self.goes_on(range))
            .map(|range| (range, "words after a figure make a bound of it"))
            .or_else(|| self.made_other(at))
    }

    /// `17 points` of a count, `17 per day`, `17 times that of others`.
    fn made_other(&self, at: usize) -> Option<Found> {
        let noun = match &self.quantity.unit {
            Unit::Number(Some(noun)) => Some(noun),
            _ => None,
        };
        let measure = self.figure.subject.measure.as_ref();
        let own = |range: &Range<usize>| {
            let words = self.reading.passage.text[range.clone()].to_lowercase();
            let last = words
                .split_whitespace()
                .next_back()
                .unwrap_or_default()
                .to_owned();
            noun.is_some_and(|noun| noun.many.contains(&last))
                || measure.is_some_and(|measure| measure.label.value.to_lowercase().contains(&last))
        };
        // "{{ visits.value | number }} visits a day"
        let after_noun = noun.map_or(at, |noun| {
            let words = self.stands(&noun.many, at).or_else(|| self.stands(&noun.one, at));
            words.map_or(at, |words| {
                self.tokens()
                    .partition_point(|token| token.range.start < words.end)
            })
        });
        let found = |place: &'static str, at: usize| {
            ENGLISH
                .list(place)
                .lines()
                .find_map(|phrase| self.stands(phrase, at))
                .filter(|range| !self.reading.in_claim(range) && !own(range))
        };
        let counts = noun.is_some();
        let times = counts || self.quantity.unit == Unit::Percent;
        let points = found("after a count", at).filter(|_| counts);
        let rate = found("after a rate", after_noun).filter(|range| counts && !self.leads_on(range));
        let multiple = found("after a multiple", at).filter(|_| times);
        points
            .map(|range| (range, "a count is called points"))
            .or_else(|| rate.map(|range| (range, "words after a count make a rate of it")))
            .or_else(|| multiple.map(|range| (range, "words after a figure make a multiple of it")))
    }

    /// `a day later`: the words are of another time.
    fn leads_on(&self, range: &Range<usize>) -> bool {
        let at = self
            .tokens()
            .partition_point(|token| token.range.start < range.end);
        let next = self.tokens().get(at);
        next.is_some_and(|next| next.is_in(ENGLISH.list("no rate")) || next.text == "-")
    }

    /// `or more likely`, `plus 12`: the words belong to what follows.
    fn goes_on(&self, range: &Range<usize>) -> bool {
        let at = self
            .tokens()
            .partition_point(|token| token.range.start < range.end);
        let next = self.tokens().get(at);
        next.is_some_and(|token| {
            token.kind == Kind::Digits || ["likely", "than", "often"].iter().any(|word| token.is(word))
        })
    }

    /// `plus or minus` before a margin.
    fn is_both_ways(&self, at: usize) -> bool {
        self.figure.subject.column == "margin" && self.ends("plus or minus", at).is_some()
    }

    /// `went up to`, `from 12 up to`, and the highest of a row: no bound.
    fn reaches(&self, range: &Range<usize>) -> bool {
        if !self.reading.passage.text[range.clone()].eq_ignore_ascii_case("up to") {
            return false;
        }
        let before = self
            .tokens()
            .partition_point(|token| token.range.end <= range.start)
            .checked_sub(1);
        let before = before.and_then(|at| self.tokens().get(at));
        // A fact is a rule or a size that was set: "up to 20 samples a site".
        if self.figure.subject.measure.is_none() {
            return true;
        }
        let moved =
            before.is_some_and(|token| token.kind == Kind::Digits || token.is_in(ENGLISH.list("moved")));
        moved || ["highest", "target"].contains(&self.figure.subject.column.as_str())
    }

    /// Whether a word multiplies the figure: `thousand`, but not the million that a bare number of `£ million` wants.
    fn is_magnitude(&self, next: &Token<'_>) -> bool {
        let own = match &self.quantity.unit {
            Unit::Money(money) => money.magnitude.as_deref() == Some(next.text),
            Unit::Number(Some(noun)) => noun.many.split_whitespace().any(|word| next.is(word)),
            _ => false,
        };
        let unit = &self.quantity.unit;
        let own = own || unit.letters().contains(&next.text);
        let printed = self.printed();
        let multiplied = unit.magnitude().is_some_and(|word| printed.contains(word));
        let said = multiplied || unit.letters().iter().any(|letters| printed.ends_with(letters));
        next.is_in(ENGLISH.list("after")) && (!own || said)
    }

    /// `£{{ fines.value | number }}m` of £ million: what `| short` prints.
    fn is_own_letters(&self, next: &Token<'_>) -> bool {
        let digits = self.printed().ends_with(|last: char| last.is_ascii_digit());
        digits && self.quantity.unit.letters().contains(&next.text)
    }

    fn is_strange_percent(&self, at: usize) -> bool {
        let says = percent_at(self.tokens(), at) > 0;
        says && matches!(
            self.quantity.unit,
            Unit::Number(_) | Unit::Money(_) | Unit::Score { .. }
        )
    }

    fn before(&self) -> Option<Found> {
        let at = self
            .tokens()
            .partition_point(|token| token.range.end <= self.range.start)
            .checked_sub(1);
        let last = self.typed(at)?;
        let at = at?;
        let glued = last.range.end == self.range.start;
        let signless = self.quantity.amount.is_negative() && !self.printed().contains(['−', '-']);
        if glued && !signless && (fold(first(last)) == '-' || first(last) == '−') {
            let range = last.range.clone();
            return self
                .is_sign(at)
                .then_some((range, "a minus sign before a figure turns it round"));
        }
        if CURRENCIES.contains(&last.text) && glued {
            let own = match &self.quantity.unit {
                Unit::Money(money) => money.symbol == last.text && !self.printed().starts_with(last.text),
                _ => false,
            };
            return (!own).then(|| {
                let says = "a sign of money stands before a figure that is none, or has its own";
                (last.range.clone(), says)
            });
        }
        let in_claim = self.reading.in_claim(&last.range);
        let mark = last.kind == Kind::Mark;
        if mark && !in_claim && ENGLISH.list("marks before").has(last.text) {
            return Some((last.range.clone(), "a mark before a figure makes a bound of it"));
        }
        if last.text == "±" && self.figure.subject.column != "margin" {
            return Some((last.range.clone(), "± stands before a figure that is no margin"));
        }
        if in_claim {
            return None;
        }
        let multiplied = ENGLISH
            .list("before")
            .lines()
            .find_map(|phrase| self.ends(phrase, at))
            .filter(|range| !self.reaches(range) && !self.is_both_ways(at))
            .filter(|range| {
                !signless || !self.reading.passage.text[range.clone()].eq_ignore_ascii_case("minus")
            })
            .map(|range| (range, "a word before a figure makes another number of it"));
        let denied = || {
            ENGLISH
                .list("before, denied")
                .lines()
                .find_map(|phrase| self.ends(phrase, at))
                .filter(|_| !self.is_followed_by("but"))
                .map(|range| (range, "the words deny a figure"))
        };
        let other = || {
            let name = self.figure.name.to_lowercase();
            let label = |text: &str| text.to_lowercase().contains("median");
            let measure = self.figure.subject.measure.as_ref();
            let own = name.contains("median") || measure.is_some_and(|measure| label(&measure.label.value));
            ENGLISH
                .list("before, another")
                .lines()
                .find_map(|phrase| self.ends(phrase, at))
                .filter(|_| !own)
                .map(|range| (range, "a figure is called a median, and is none by its name"))
        };
        multiplied.or_else(denied).or_else(other)
    }

    /// Whether a dash is a sign: nothing stands close before it.
    fn is_sign(&self, at: usize) -> bool {
        let dash = &self.tokens()[at];
        let before = self.reading.passage.text[..dash.range.start].chars().next_back();
        before.is_none_or(|c| c.is_whitespace() || "([“‘\"".contains(c))
    }

    fn is_followed_by(&self, word: &str) -> bool {
        let at = self
            .tokens()
            .partition_point(|token| token.range.start < self.range.end);
        let mut rest = self.tokens()[at..].iter().filter(|token| token.text != ",");
        rest.next().is_some_and(|token| token.is(word))
    }

    /// The bytes of a phrase that begins at a token.
    fn stands(&self, phrase: &str, at: usize) -> Option<Range<usize>> {
        let words: Vec<&str> = phrase.split_whitespace().collect();
        let found = self.tokens().get(at..at + words.len())?;
        let same = found.iter().zip(&words).all(|(token, word)| token.is(word));
        let range = found.first()?.range.start..found.last()?.range.end;
        (same && self.reading.all_typed(&range)).then_some(range)
    }

    /// The bytes of a phrase that ends with a token.
    fn ends(&self, phrase: &str, at: usize) -> Option<Range<usize>> {
        let from = (at + 1).checked_sub(phrase.split_whitespace().count())?;
        self.stands(phrase, from)
    }
}

fn first(token: &Token<'_>) -> char {
    token.text.chars().next().unwrap_or(' ')
}
