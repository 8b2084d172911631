//! A figure printed without what belongs to it: "381.2" of £381.2 billion, "growth was 0.3%" of −0.3%.

use std::ops::Range;

use super::reading::Reading;
use crate::figures::Figure;
use crate::language::Lists;
use crate::lexicon::{self, Sense};
use crate::quantity::{Quantity, Unit};

/// Words that multiply a number, and words that say a distance without a direction.
static ENGLISH: Lists = Lists::of(include_str!("bare-en.txt"));

/// What a figure lacks, if anything.
pub fn judge(reading: &Reading<'_>, range: &Range<usize>, figure: &Figure) -> Option<&'static str> {
    let quantity = figure.quantity()?;
    let printed = &reading.passage.text[range.clone()];
    let sentence = reading.sentence(range).to_lowercase();
    let says = |word: &str| {
        sentence
            .split(|c: char| !c.is_alphanumeric())
            .any(|said| said == word)
    };
    if let Some(magnitude) = magnitude(quantity)
        && !printed.contains(magnitude)
        && !says(magnitude)
    {
        return Some("a figure is printed without the million, thousand or billion of its unit");
    }
    let signless = quantity.amount.is_negative()
        && !quantity.rounded(crate::quantity::Rounding::default()).is_zero()
        && !printed.contains(['−', '-'])
        && quantity.rating().is_none();
    let claimed = || {
        let sentence = reading.sentence_range(range);
        let mut claims = reading.passage.claims.iter();
        claims.any(|(claim, _, _)| claim.start < sentence.end && sentence.start < claim.end)
    };
    let falls = || lexicon::find(&sentence).iter().any(|hit| is_downward(hit.sense));
    let distance = || ENGLISH.list("distance").words().any(says);
    (signless && !claimed() && !falls() && !distance())
        .then_some("a fall is printed without its sign, and no word says that it is one")
}

/// The word that multiplies the numbers of a unit: the billion of `£ billion`, the million of `million journeys`.
fn magnitude(quantity: &Quantity) -> Option<&str> {
    let name = match &quantity.unit {
        Unit::Money(money) => money.magnitude.as_deref(),
        Unit::Number(Some(noun)) => noun.many.split_whitespace().next(),
        _ => None,
    };
    name.filter(|name| ENGLISH.list("magnitude").has(name))
}

fn is_downward(sense: Sense) -> bool {
    matches!(
        sense,
        Sense::Fell
            | Sense::Below
            | Sense::JustBelow
            | Sense::WellBelow
            | Sense::Worse
            | Sense::Better
            | Sense::Improved
            | Sense::Worsened
            | Sense::Missed
            | Sense::Unchanged
            | Sense::Slowed
    )
}
