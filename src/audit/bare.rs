//! A figure printed without what belongs to it: "381.2" of £381.2 billion, "growth was 0.3%" of −0.3%.

use std::ops::Range;

use super::reading::Reading;
use crate::figures::Figure;
use crate::language::Lists;
use crate::lexicon::{self, Sense};

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
    let after = &reading.passage.text[range.end..];
    let follows = |letters: &&str| {
        let rest = after.strip_prefix(*letters);
        rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    };
    if let Some(magnitude) = quantity.unit.magnitude()
        && !printed.contains(magnitude)
        && !quantity
            .unit
            .letters()
            .iter()
            .any(|letters| printed.ends_with(letters) || follows(letters))
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
