//! Numbers and rates: "more good schools" of a greater share, "a higher proportion" of a greater number. Where the data
//! hold both, the words must be true of what they say.

use super::english::english;
use super::mentions::words_of;
use super::{Objection, Statement};
use crate::claims::beside::column_beside;
use crate::claims::kinds::Family;
use crate::claims::reading::Given;
use crate::figures::Figure;
use crate::quantity::{Exact, Unit};

impl Statement<'_> {
    /// Objects to a number said of shares, or a share said of numbers, where the other goes the other way.
    pub(super) fn judge_rates(&self, objections: &mut Vec<Objection>) {
        let (number, rate) = (self.says_number(), self.says_rate());
        if number == rate {
            return;
        }
        for licence in &self.licences {
            let sided = matches!(
                licence.test.kind.family,
                Family::Benchmark | Family::Time | Family::Multiple
            );
            if !sided || licence.case.listed {
                continue;
            }
            for row in &licence.case.rows {
                let with = ["than", "from", "with", "to"]
                    .iter()
                    .find_map(|name| row.arguments.get(*name));
                let Some(Given::Figure(with)) = with else { continue };
                let by = |amount: fn(&Self, &Figure) -> Option<Exact>| {
                    Some(amount(self, &row.figure)?.cmp(&amount(self, with)?))
                };
                let shares = matches!(row.figure.quantity().map(|own| &own.unit), Some(Unit::Percent));
                let counts = row.figure.subject.column == "count";
                let wrong = match (number && shares, rate && counts) {
                    (true, _) => {
                        by(Self::count_of).is_some_and(|count| by(Self::share_of_figure) != Some(count))
                    }
                    (_, true) => {
                        by(Self::share_of_figure).is_some_and(|share| by(Self::count_of) != Some(share))
                    }
                    _ => false,
                };
                if wrong {
                    let (says, compares) = if number {
                        ("number", "shares")
                    } else {
                        ("share", "numbers")
                    };
                    objections.push(Objection::differ(
                        format!("the words of `{{claim}}` say a {says}, the condition compares {compares}, and the two go different ways"),
                        "say \"a higher proportion\" of shares and \"more\" of numbers, such as `control.value.count`",
                    ));
                    return;
                }
            }
        }
    }

    /// Whether the words count things: "more good schools", "a higher number".
    fn says_number(&self) -> bool {
        let words = words_of(self.words);
        let counted = words
            .iter()
            .position(|word| word == "more" || word == "fewer")
            .is_some_and(|at| {
                let things = words[at + 1..].iter().take_while(|word| *word != "than").take(4);
                let things: Vec<&String> = things.collect();
                let none = things.first().is_none_or(|first| english().no_things.has(first));
                !none
                    && things.iter().any(|thing| {
                        thing.ends_with('s') || matches!(thing.as_str(), "people" | "children" | "staff")
                    })
            });
        counted || words.iter().any(|word| word == "number" || word == "numbers")
    }

    /// Whether the words, or their subject, are a share: "a higher proportion", "the rate of complaints was [higher][c]".
    fn says_rate(&self) -> bool {
        let is_rate = |words: &[String]| words.iter().any(|word| english().rates.has(word));
        let clause = self
            .before
            .rfind([',', ';', ':', '(', '–'])
            .map_or(0, |at| at + 1);
        let before = self.before.get(clause..).unwrap_or(self.before);
        let words = words_of(before);
        let subject = words
            .windows(2)
            .any(|pair| english().rates.has(&pair[0]) && pair[1] == "of");
        is_rate(&words_of(self.words)) || subject
    }

    /// How many it is: a count's own amount, a share's count.
    fn count_of(&self, figure: &Figure) -> Option<Exact> {
        match figure.subject.column.as_str() {
            "count" => Some(figure.quantity()?.amount.clone()),
            _ => figure.of().map(|(count, _)| Exact::from(count)),
        }
    }

    /// What share it is: a share's own amount, that of the value that a count is a part of.
    fn share_of_figure(&self, figure: &Figure) -> Option<Exact> {
        let value = match figure.subject.column.as_str() {
            "count" => column_beside(figure, "value", self.desk)?,
            _ => return Some(figure.quantity()?.amount.clone()),
        };
        (value.quantity()?.unit == Unit::Percent)
            .then(|| value.quantity().map(|value| value.amount.clone()))?
    }
}
