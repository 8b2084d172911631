//! Figures printed in a claim's words: they must be the condition's own, and printed differences those of the
//! printed numbers.

use std::ops::Range;
use std::sync::Arc;

use super::{Objection, Statement};
use crate::claims::kinds::{By, Family, by_of, decimals};
use crate::claims::reading::{Given, Reading, Row};
use crate::claims::resolve::CaseRow;
use crate::figures::Figure;
use crate::finding::Code;
use crate::lexicon::Sense;
use crate::quantity::Exact;

impl Statement<'_> {
    /// The figures printed inside the claim's words.
    pub(super) fn figures_inside(&self) -> Vec<&Arc<Figure>> {
        self.figures_with_ranges().map(|(_, figure)| figure).collect()
    }

    /// The same, each with its range in the passage.
    pub(super) fn figures_with_ranges(&self) -> impl Iterator<Item = (Range<usize>, &Arc<Figure>)> {
        let passage = &self.desk.passages[self.used.passage];
        let range = &self.used.range;
        passage
            .figures()
            .filter(|(at, _)| at.start >= range.start && at.end <= range.end)
    }

    /// Objects to figures of another measure, area or column, and warns of differences that readers cannot follow.
    pub(super) fn judge_figures(&self, objections: &mut Vec<Objection>) {
        let own = self.own_figures();
        let printed = self.figures_inside();
        let before = objections.len();
        for figure in &printed {
            if figure.subject.measure.is_none() {
                continue;
            }
            let same_subject = |other: &&Arc<Figure>| {
                other.subject.inspection == figure.subject.inspection
                    && measure_name(other) == measure_name(figure)
            };
            let column = figure.subject.column.replace('_', "-");
            let is_value =
                crate::figures::MEASURE_COLUMNS.contains(&column.as_str()) || column.starts_with("history");
            let what = if !own.iter().any(same_subject) {
                Some("another measure or area")
            } else if is_value
                && !own
                    .iter()
                    .any(|other| other.name == figure.name && same_subject(other))
            {
                Some("another column")
            } else {
                None
            };
            if let Some(what) = what {
                objections.push(Objection::differ(
                    format!(
                        "the words of `{{claim}}` print `{}`: a figure of {what} than the condition compares",
                        figure.name
                    ),
                    "print and compare the same figures",
                ));
            }
        }
        if objections.len() == before {
            self.judge_places(objections);
        }
        self.judge_size_after(objections);
        self.judge_difference(&printed, objections);
    }

    /// "Prices [rose][c] 4.0 per cent" of a change over another time: the size is another measure's change.
    fn judge_size_after(&self, objections: &mut Vec<Objection>) {
        let passage = &self.desk.passages[self.used.passage];
        let end = self.used.range.end;
        let Some((at, figure)) = passage.figures().find(|(at, _)| at.start >= end) else {
            return;
        };
        let is_change = |figure: &Figure| {
            figure
                .subject
                .measure
                .as_ref()
                .is_some_and(|own| own.is_movement())
        };
        let unit = |figure: &Figure| figure.quantity().map(|own| own.unit.clone());
        let right_after = matches!(passage.text[end..at.start].trim(), "" | "by");
        let moves = self
            .hits
            .last()
            .is_some_and(|hit| matches!(hit.sense, Sense::Rose | Sense::Fell));
        let own = self.own_figures();
        let of_change = own
            .iter()
            .all(|other| is_change(other) && unit(other) == unit(figure));
        let other = own
            .iter()
            .all(|other| measure_name(other) != measure_name(figure));
        if right_after && moves && of_change && other && is_change(figure) && !own.is_empty() {
            objections.push(Objection::differ(
                format!("the words of `{{claim}}` are followed by `{}`, of another measure than the condition compares", figure.name),
                "print and compare the same figures",
            ));
        }
    }

    fn own_figures(&self) -> Vec<&Arc<Figure>> {
        let mut own = Vec::new();
        for row in self.licences.iter().flat_map(|licence| &licence.case.rows) {
            own.push(&row.figure);
            for given in row.arguments.values() {
                match given {
                    Given::Figure(figure) => own.push(figure),
                    Given::Figures(figures) => own.extend(figures),
                    _ => {}
                }
            }
        }
        own
    }

    /// 77.6 less 69.4 is 8.2, printed 8; but the reader sees 78 and 69.
    fn judge_difference(&self, printed: &[&Arc<Figure>], objections: &mut Vec<Objection>) {
        let rounding = self.desk.numbers.rounding;
        for licence in &self.licences {
            if !matches!(licence.test.kind.family, Family::Time | Family::Revision) {
                continue;
            }
            for row in &licence.case.rows {
                let shown_change = printed
                    .iter()
                    .find(|figure| matches!(figure.subject.column.as_str(), "change" | "difference"))
                    .and_then(|figure| figure.quantity())
                    .map(|quantity| quantity.rounded(rounding).abs());
                let whole = Row {
                    kind: licence.test.kind,
                    figure: &row.figure,
                    arguments: &row.arguments,
                    beside: &row.beside,
                    reading: Reading::Printed,
                    rounding,
                };
                let by = match by_of(&whole) {
                    Ok(Some(By::Difference(by))) => Some(by),
                    _ => None,
                };
                if let (Some(said), Some((seen, exact))) = (by.or(shown_change), differences(row, &whole))
                    && said != seen
                    && said == exact.round(decimals(&said), rounding)
                {
                    objections.push(
                        Objection::new(
                            Code::DifferenceOfRounded,
                            "the difference in the words of `{claim}` is right, but it is not the difference of the numbers as printed",
                            "print more places, or add a note that figures are rounded",
                        )
                        .shown(format!("said {}, of the printed numbers {}", said.exact_text(), seen.exact_text())),
                    );
                }
            }
        }
    }
}

fn measure_name(figure: &Figure) -> Option<&str> {
    figure
        .subject
        .measure
        .as_ref()
        .map(|measure| measure.name.as_str())
}

/// The difference from `from=`: of the printed numbers, and the exact one.
fn differences(row: &CaseRow, printed: &Row<'_>) -> Option<(Exact, Exact)> {
    let Some(Given::Figure(from)) = row.arguments.get("from") else {
        return None;
    };
    let (own, from) = (row.figure.quantity()?, from.quantity()?);
    let seen = printed.read(own).minus(&printed.read(from)).abs();
    Some((seen, own.amount.minus(&from.amount).abs()))
}
