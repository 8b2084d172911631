//! Distances printed in the words, or right before them: each must be of what the claim compares.

use std::sync::Arc;

use super::{Objection, Statement};
use crate::claims::distance::is_distance;
use crate::claims::reading::Given;
use crate::figures::Figure;

/// Columns that are the distance of two values, and nothing else.
pub(super) const DISTANCES: [&str; 5] = ["change", "difference", "percent change", "percent_change", "size"];

/// The arguments that hold what a figure is compared with.
const COMPARED: [&str; 4] = ["from", "than", "with", "to"];

impl Statement<'_> {
    /// Objects to a distance that is not the one from what the condition compares with: the distance from the average
    /// before "below the target".
    pub(super) fn judge_distances(&self, objections: &mut Vec<Objection>) {
        let inside = self.figures_inside().into_iter();
        for figure in inside.chain(self.distance_before()) {
            let of_change = figure.subject.measure.as_ref().is_none_or(|own| own.is_change());
            if of_change || !is_of_distance(figure) {
                continue;
            }
            let mut pairs = Vec::new();
            for row in self.rows() {
                let same = row.figure.subject.inspection == figure.subject.inspection
                    && row.figure.subject.measure == figure.subject.measure;
                let with = COMPARED.iter().find_map(|name| row.arguments.get(*name));
                if let (true, Some(Given::Figure(with))) = (same, with) {
                    pairs.push((&row.figure, with));
                }
            }
            let fits =
                |(own, with): &(&Arc<Figure>, &Arc<Figure>)| is_distance(figure, own, with).unwrap_or(true);
            if !pairs.is_empty() && !pairs.iter().any(fits) {
                objections.push(Objection::differ(
                    format!("`{}` stands in the words of `{{claim}}` or right before them, and it is not the distance from what the condition compares with", figure.name),
                    "print the distance from the same figure, such as `{{ control.value | difference(from=control.target) | size }}`, or compare with the other",
                ));
                return;
            }
        }
    }

    /// The distance printed right before the words: "34.8 percentage points [below the target][claim]".
    fn distance_before(&self) -> Option<&Arc<Figure>> {
        let passage = &self.desk.passages[self.used.passage];
        let (range, figure) = passage
            .figures()
            .filter(|(at, _)| at.end <= self.used.range.start)
            .max_by_key(|(at, _)| at.end)?;
        let between = &passage.text[range.end..self.used.range.start];
        between.trim().is_empty().then_some(figure)
    }
}

/// Whether a figure is a distance; a size may be of any figure.
fn is_of_distance(figure: &Figure) -> bool {
    let column = figure.subject.column.as_str();
    let of_distance = figure.name.contains("difference") || figure.name.contains("change");
    DISTANCES.contains(&column) && (column != "size" || of_distance)
}
