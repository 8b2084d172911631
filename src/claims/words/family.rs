//! Words of another family than any test of the condition: a share of what is ranked, or compared, and is a share of nothing.

use super::Statement;
use super::english::english;
use super::licence::Licence;
use super::mentions::words_of;
use crate::claims::kinds::Family;
use crate::lexicon::{Hit, Sense};

impl Statement<'_> {
    /// Whether the words say a part of a whole, and no test of the condition asks for one, nor counts rows: "[fewer than
    /// half of][claim] the records" of what is the highest. A number alone may count anything.
    pub(super) fn says_another_family(&self) -> bool {
        let families = [Family::Share, Family::Sum];
        let asked = |licence: &Licence<'_>| {
            licence.case.listed || families.contains(&licence.test.kind.family) || licence.is_zero()
        };
        // "Their most since 2019" is a place.
        let placed =
            |licence: &Licence<'_>| matches!(licence.test.kind.family, Family::Rank | Family::History);
        let place = self.licences.iter().any(placed);
        let is_part = |hit: &Hit| match hit.sense {
            Sense::Majority => !place,
            Sense::Fraction { .. }
            | Sense::Minority
            | Sense::All
            | Sense::NoneOf
            | Sense::NearlyAll
            | Sense::AllBut(_) => true,
            _ => false,
        };
        !self.licences.iter().any(asked)
            && self.hits.first().is_some_and(|first| {
                let opens = words_of(&self.words[..first.range.start]);
                let side = matches!(
                    first.sense,
                    Sense::ShareOver
                        | Sense::ShareUnder
                        | Sense::ShareNearly
                        | Sense::ShareAbout
                        | Sense::ShareJustOver
                );
                let part = is_part(first) || side && self.hits.get(1).is_some_and(is_part);
                part && opens.iter().all(|word| english().articles.has(word))
            })
    }
}
