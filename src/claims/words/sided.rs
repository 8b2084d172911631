//! Words that put the truth on one side of a number: "more than 1,204", "by less than three points". What is exactly
//! the number lies on neither side of it.
//!
//! The words are data, in `sided-en.txt`.

use std::ops::Range;
use std::sync::OnceLock;

use super::distances::DISTANCES;
use super::mentions::words_of;
use super::{Objection, Statement};
use crate::claims::kinds::{Family, Motion, decimals, motion};
use crate::claims::reading::{Given, Reading, Row};
use crate::claims::resolve::CaseRow;
use crate::claims::tolerance::NEARLY;
use crate::figures::Figure;
use crate::language::Lists;
use crate::lexicon::Sense;
use crate::lexicon::tokens::{Token, tokens};
use crate::quantity::{Exact, Rounding, Unit};

/// On which side of a number the truth lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    More,
    JustMore,
    Less,
    JustLess,
    OrMore,
    OrLess,
}

/// A side word in the words: which side, and where it begins.
struct Said {
    side: Side,
    start: usize,
}

static ENGLISH: Lists = Lists::of(include_str!("sided-en.txt"));

struct Sides {
    phrases: Vec<(Vec<String>, Side)>,
    turns: Vec<String>,
}

fn sides() -> &'static Sides {
    static READ: OnceLock<Sides> = OnceLock::new();
    READ.get_or_init(|| {
        let section = |name: &str| -> Vec<Vec<String>> { ENGLISH.list(name).lines().map(words_of).collect() };
        let mut phrases = Vec::new();
        for (heading, side) in [
            ("more than it", Side::More),
            ("more than it, by little", Side::JustMore),
            ("less than it", Side::Less),
            ("less than it, by little", Side::JustLess),
            ("it, or more", Side::OrMore),
            ("it, or less", Side::OrLess),
        ] {
            phrases.extend(section(heading).into_iter().map(|words| (words, side)));
        }
        let turns = ENGLISH.list("turned round").words();
        Sides {
            phrases,
            turns: turns.map(str::to_owned).collect(),
        }
    })
}

impl Side {
    /// Whether a value lies on this side of a number.
    fn holds(self, value: &Exact, number: &Exact) -> bool {
        match self {
            Side::More | Side::JustMore => value > number,
            Side::Less | Side::JustLess => value < number,
            Side::OrMore => value >= number,
            Side::OrLess => value <= number,
        }
    }

    /// Whether a value is as near to a number as the side asks: it rounds to it, or is nearly it.
    fn is_near(self, value: &Exact, number: &Exact, rounding: Rounding) -> bool {
        let near = value.minus(number).abs() <= number.times(&NEARLY.share()).abs();
        !matches!(self, Side::JustMore | Side::JustLess)
            || near
            || value.round(decimals(number), rounding) == *number
    }
}

impl Statement<'_> {
    /// Objects to a side word before a printed figure that is exactly what the words speak of: "more than 1,204" of
    /// 1,204, "by more than 3 percentage points" of a rise by 3.
    pub(super) fn judge_sided_figures(&self, objections: &mut Vec<Objection>) {
        for (range, figure) in self.figures_with_ranges() {
            let start = range.start - self.used.range.start;
            let Some(said) = self.side_before(start) else {
                continue;
            };
            let Some(quantity) = figure.quantity() else {
                continue;
            };
            if matches!(quantity.unit, Unit::Rating(_)) || !self.is_spoken_of(figure, &said) {
                continue;
            }
            // "below −0.3%" is said of the amount with its sign; a size has none.
            let signed = self.words[start..].starts_with(['-', '−', '–']);
            let read = |amount: &Exact| if signed { amount.clone() } else { amount.abs() };
            let printed = quantity.rounded(self.desk.numbers.rounding);
            // "At least 1,204" of the 1,204 that there are says less than is known.
            let (own, printed) = (read(&quantity.amount), read(&printed));
            if own == printed || !said.side.holds(&own, &printed) {
                objections.push(
                    Objection::differ(
                        format!("a word before `{}` in the words of `{{claim}}` puts the truth on one side of it, and it is that figure", figure.name),
                        "take the word out, or say it of a number that the figure is on that side of, such as `more_than(number=1000)`",
                    )
                    .shown(format!("the words: {}", &self.words[said.start..range.end - self.used.range.start])),
                );
                return;
            }
        }
    }

    /// Whether a typed number with a side word before it is one that the change lies on that side of: "fell by more than
    /// three percentage points". `None` where no such word stands there, or the number is of no change.
    pub(super) fn bears_out_side(&self, number: &Exact, range: &Range<usize>, after: &str) -> Option<bool> {
        let said = self.side_before(range.start)?;
        let led = match self.last_word(said.start).as_deref() {
            Some("by" | "up" | "down") => true,
            Some("to" | "from" | "at" | "of") => false,
            // "more than three points lower than the average"
            _ => self.hits.iter().any(|hit| {
                hit.range.start >= range.end
                    && matches!(
                        hit.sense,
                        Sense::Above
                            | Sense::Below
                            | Sense::Better
                            | Sense::Worse
                            | Sense::Rose
                            | Sense::Fell
                    )
            }),
        };
        if !led {
            return None;
        }
        let rows = self.licences.iter().filter(|licence| {
            matches!(licence.test.kind.family, Family::Time | Family::Benchmark)
                && !licence.case.listed
                && !licence.negated
        });
        let mut sizes = Vec::new();
        for licence in rows {
            for row in &licence.case.rows {
                let size = |reading| {
                    size_said(
                        row,
                        &licence.read(row, reading, self.desk.numbers.rounding),
                        after,
                    )
                };
                sizes.push((size(Reading::Exact)?, size(Reading::Printed)?));
            }
        }
        let rounding = self.desk.numbers.rounding;
        let fits = |(exact, printed): &(Exact, Exact)| {
            said.side.holds(exact, number)
                && said.side.holds(printed, number)
                && said.side.is_near(exact, number, rounding)
        };
        (!sizes.is_empty()).then(|| sizes.iter().any(fits))
    }

    /// What is wrong with a typed number that a side word is untrue of.
    pub(super) fn untrue_side(text: &str) -> Objection {
        Objection::differ(
            "a word before a number in the words of `{claim}` puts the change on one side of it, and the change is not there",
            "take the word out, or say a number that the change is more or less than",
        )
        .shown(format!("the number: {text}"))
    }

    /// The side word that ends right before this byte of the words.
    fn side_before(&self, end: usize) -> Option<Said> {
        let head = &self.words[..end];
        let plain = |c: char| c.is_whitespace() || "£$€-−–".contains(c);
        let all: Vec<Token> = tokens(head);
        let rest = all.last().map_or(head, |last| &head[last.range.end..]);
        if !rest.chars().all(plain) {
            return None;
        }
        let known = sides();
        let ends = |words: &[String]| {
            all.len() >= words.len()
                && all[all.len() - words.len()..]
                    .iter()
                    .zip(words)
                    .all(|(token, word)| token.text == *word)
        };
        let (words, side) = known
            .phrases
            .iter()
            .filter(|(words, _)| ends(words))
            .max_by_key(|(words, _)| words.len())?;
        let first = all.len() - words.len();
        let turned = first
            .checked_sub(1)
            .is_some_and(|before| known.turns.contains(&all[before].text));
        // "did not rise above 74%" denies it.
        let denied = self.denied || self.hits.iter().any(|hit| hit.sense == Sense::Negation);
        (!turned && !denied).then(|| Said {
            side: *side,
            start: all[first].range.start,
        })
    }

    /// The word before this byte, in the claim's words or the sentence before them.
    fn last_word(&self, end: usize) -> Option<String> {
        let text = format!("{}{}", self.before, &self.words[..end]);
        tokens(&text).pop().map(|token| token.text)
    }

    /// Whether the words say the side of the figure itself, and not of another that is compared with it: "higher than
    /// {{ control.average }}".
    fn is_spoken_of(&self, figure: &Figure, said: &Said) -> bool {
        let is = |other: &Figure| other.name == figure.name && other.subject == figure.subject;
        let compared = |row: &CaseRow| {
            let mut given = row.arguments.values();
            given.any(|given| matches!(given, Given::Figure(other) if is(other)))
        };
        if self.rows().any(compared) {
            return self.last_word(said.start).as_deref() == Some("from");
        }
        DISTANCES.contains(&figure.subject.column.as_str()) || self.rows().any(|row| is(&row.figure))
    }
}

/// How far a row's figure is from what it is compared with, in what the words after a number say it is in. `None` where
/// these name another unit, or none that is known.
fn size_said(row: &CaseRow, read: &Row<'_>, after: &str) -> Option<Exact> {
    let own = read.quantity().ok()?;
    let partner = ["from", "than"]
        .iter()
        .find(|name| row.arguments.contains_key(**name));
    let apart = match partner {
        Some(name) => read.amount().ok()?.minus(&read.compared(name).ok()?.amount).abs(),
        None if motion(&row.figure) != Motion::Value => read.amount().ok()?.abs(),
        None => return None,
    };
    let points = after.starts_with("percentage point") || after.starts_with("point");
    let per_cent = !points && (after == "%" || after.starts_with("per cent") || after.starts_with("percent"));
    match &own.unit {
        Unit::Percent if partner.is_none() => (per_cent || points).then_some(apart),
        Unit::Percent | Unit::PercentagePoints => points.then_some(apart),
        Unit::Rating(_) => None,
        _ if per_cent => {
            let from = read.compared(partner?).ok()?.amount.abs();
            Some(apart.over(&from)?.times(&Exact::whole(100)))
        }
        Unit::Number(noun) => {
            let first = after.split(' ').next().unwrap_or_default();
            let names = noun.as_ref().is_some_and(|noun| {
                [&noun.one, &noun.many]
                    .iter()
                    .any(|name| name.split(' ').next() == Some(first))
            });
            (names || matches!(first, "" | "fewer" | "more" | "less" | "higher" | "lower")).then_some(apart)
        }
        _ => None,
    }
}
