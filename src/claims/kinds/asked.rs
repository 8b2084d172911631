//! What the words of a claim ask of its kind. It is answered by the senses that the kind licenses, never by its name, so
//! that a new kind answers for itself.

use super::{Family, Kind};
use crate::lexicon::Sense;

impl Kind {
    fn says(&self, is: impl Fn(&Sense) -> bool) -> bool {
        self.words.iter().any(is)
    }

    fn compares_as(&self, sense: Sense) -> bool {
        self.family == Family::Benchmark && self.words.contains(&sense)
    }

    /// Whether it says the very value that it is given, so that a figure's name alone says it: `equal`, `exactly`.
    pub fn is_the_very_value(&self) -> bool {
        self.is_same() || self.words.contains(&Sense::ShareExactly)
    }

    /// Whether it holds of a share or number only where that is the figure's own: `exactly`.
    pub fn is_the_very_share(&self) -> bool {
        self.words.contains(&Sense::ShareExactly)
    }

    /// Whether it says that a figure and another are one: `equal`.
    pub fn is_same(&self) -> bool {
        self.compares_as(Sense::Equal)
    }

    /// Whether the two figures it compares may change places: `equal`, `in_line`.
    pub fn is_level(&self) -> bool {
        self.compares_as(Sense::InLine)
    }

    /// Whether it compares a figure with a lesser one, by little or much: `above`, `just_above`, `well_above`.
    pub fn is_above(&self) -> bool {
        self.compares_as(Sense::Above)
    }

    /// Whether it compares a figure with a greater one, by little or much: `below`, `just_below`, `well_below`.
    pub fn is_below(&self) -> bool {
        self.compares_as(Sense::Below)
    }

    /// Whether it says itself by how much: `just_above`, `well_below`.
    pub fn is_sized(&self) -> bool {
        use Sense::{JustAbove, JustBelow, WellAbove, WellBelow};
        self.says(|sense| matches!(sense, JustAbove | JustBelow | WellAbove | WellBelow))
    }

    /// Whether it is of the greater part: `most`.
    pub fn is_most(&self) -> bool {
        self.words.contains(&Sense::Majority)
    }

    /// Whether it says itself that it is not quite so: `nearly`, `about`, `nearly_doubled`.
    pub fn is_near(&self) -> bool {
        let near = |sense: &Sense| {
            matches!(
                sense,
                Sense::ShareNearly | Sense::ShareAbout | Sense::NearlyTimes(_) | Sense::NearlyHalved
            )
        };
        self.says(near)
    }

    /// Whether it is on either side of a share or number: `about`.
    pub fn is_about(&self) -> bool {
        self.words.contains(&Sense::ShareAbout) && !self.words.contains(&Sense::ShareNearly)
    }

    /// Whether it says that nothing differs, or nothing moved: `equal`, `unchanged`, `no_clear_change`.
    pub fn is_alike(&self) -> bool {
        self.is_level() || self.words.contains(&Sense::Unchanged)
    }

    /// Whether it is the first place of a set, from the top: `highest`, `joint_highest`.
    pub fn is_top_of_a_set(&self) -> bool {
        self.family == Family::Rank && self.words.contains(&Sense::FromTop(1))
    }

    /// Whether it is the first place of a set, from the bottom: `lowest`, `joint_lowest`.
    pub fn is_bottom_of_a_set(&self) -> bool {
        self.family == Family::Rank && self.words.contains(&Sense::FromBottom(1))
    }

    /// Whether it says that a figure was given out otherwise before: `revised`.
    pub fn is_revision(&self) -> bool {
        self.words.contains(&Sense::Revised)
    }

    /// Whether it says the same of year after year: `rose_each_year`, `fell_each_year`.
    pub fn is_run(&self) -> bool {
        self.says(|sense| matches!(sense, Sense::EachYearSince(_)))
    }

    /// Whether it is a place that others share: `joint_highest`.
    pub fn is_joint(&self) -> bool {
        self.words.contains(&Sense::Joint)
    }

    /// Whether it is a place counted from the top: `second_highest`.
    pub fn is_from_top(&self) -> bool {
        self.says(|sense| matches!(sense, Sense::FromTop(_)))
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Kind, all};

    /// Each question with the kinds it is true of: a kind that answers another question than its own stands out here.
    #[test]
    fn each_question_is_true_of_its_kinds() {
        type Asked = fn(&Kind) -> bool;
        let questions: [(Asked, &str); 15] = [
            (Kind::is_the_very_value, "equal exactly"),
            (Kind::is_the_very_share, "exactly"),
            (Kind::is_same, "equal"),
            (Kind::is_level, "equal in_line"),
            (Kind::is_above, "just_above well_above above"),
            (Kind::is_below, "just_below well_below below"),
            (Kind::is_sized, "just_above just_below well_above well_below"),
            (Kind::is_most, "most"),
            (
                Kind::is_near,
                "nearly about nearly_doubled nearly_trebled nearly_halved",
            ),
            (Kind::is_run, "rose_each_year fell_each_year"),
            (Kind::is_about, "about"),
            (Kind::is_alike, "equal in_line unchanged no_clear_change"),
            (Kind::is_top_of_a_set, "highest joint_highest"),
            (Kind::is_bottom_of_a_set, "lowest joint_lowest"),
            (Kind::is_revision, "revised"),
        ];
        for (asked, of) in questions {
            let found: Vec<&str> = all().filter(|kind| asked(kind)).map(|kind| kind.name).collect();
            assert_eq!(found.join(" "), of);
        }
    }

    #[test]
    fn places_that_are_shared_and_those_from_the_top_go_by_their_words() {
        for kind in all().filter(|kind| kind.family == super::Family::Rank) {
            assert_eq!(kind.is_joint(), kind.name.starts_with("joint_"), "{}", kind.name);
            assert_eq!(
                kind.is_from_top(),
                kind.name.ends_with("highest"),
                "{}",
                kind.name
            );
        }
    }
}
