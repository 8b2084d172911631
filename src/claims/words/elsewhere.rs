//! Whether the words speak of an area that the notice is not about: "Control in Northshire was [above the average]" of a
//! condition on Westshire's.

use super::mentions::{Mention, mentions, nearest, other, words_of};
use super::{Objection, Statement};
use crate::claims::reading::Given;
use crate::figures::Figure;

/// Small words that lead in an area.
const IN: [&str; 5] = ["in", "at", "for", "across", "throughout"];

impl Statement<'_> {
    /// Objects to an area that no figure of the condition is of.
    pub(super) fn judge_elsewhere(&self, objections: &mut Vec<Objection>) {
        if self.desk.neighbours.is_empty() || self.rests_on_others() {
            return;
        }
        let own = self.desk.inspections.iter();
        let own = own.map(|(inspection, _)| (words_of(&inspection.area.value), String::new()));
        let others = self.desk.neighbours.iter();
        let others = others.map(|one| (words_of(&one.area), one.area.clone()));
        let names: Vec<(Vec<String>, String)> = own.chain(others).collect();
        let foreign = |mention: &Mention| !mention.of.is_empty() && !self.is_theirs(&mention.of);
        let inside = mentions(self.words, &names).iter().any(foreign);
        let named = mentions(self.before, &names);
        let before = nearest(self.before, &named)
            .filter(|mention| self.leads_in(mention))
            .or_else(|| self.frame(&named));
        let after = self.names_after(&names);
        let compared = mentions(self.compared_after(), &names);
        if inside {
            objections.push(other("area", "inside its words"));
        } else if before.is_some_and(foreign) {
            objections.push(other("area", "just before its words"));
        } else if after.iter().any(foreign) || compared.first().is_some_and(foreign) {
            objections.push(other("area", "just after its words"));
        }
    }

    /// Whether the condition ranks its figure among those of other areas, or holds it against a benchmark's ends, which
    /// are other areas'.
    fn rests_on_others(&self) -> bool {
        let is_end = |figure: &Figure| matches!(figure.subject.column.as_str(), "lowest" | "highest");
        self.rows().any(|row| {
            let ends = row.arguments.values().any(|given| match given {
                Given::Figure(figure) => is_end(figure),
                _ => false,
            });
            ends || is_end(&row.figure)
        })
    }

    /// Whether the condition's figures are that area's as well: they print alike.
    fn is_theirs(&self, area: &str) -> bool {
        let own = |figure: &Figure| figure.quantity().map(|own| own.print(self.desk.numbers));
        let alike = |figure: &Figure| {
            let measure = figure.subject.measure.as_ref();
            let mut theirs = self.desk.neighbours.iter().filter(|one| one.area == area);
            theirs.any(|one| {
                let row = measure.and_then(|measure| one.rows.get(&measure.name));
                let value = row.and_then(|row| row.columns.get("value"));
                value.is_some_and(|value| own(value) == own(figure))
            })
        };
        self.rows().any(|row| {
            alike(&row.figure)
                || row.arguments.values().any(|given| match given {
                    Given::Figure(figure) => alike(figure),
                    _ => false,
                })
        })
    }

    /// Whether an area before the claim is what it is said of: "control in Northshire was", "and Northshire was", but
    /// not "unlike Northshire it was".
    fn leads_in(&self, mention: &Mention) -> bool {
        let lead = self.before[..mention.start].trim_end();
        let lead = lead.strip_suffix("the").map_or(lead, str::trim_end);
        let bare = lead.trim_end_matches(['“', '‘', '"']).trim_end();
        let last = words_of(bare).pop().unwrap_or_default();
        let between = words_of(&self.before[mention.end..]);
        let own = ["it", "we", "they", "here", "this", "that", "our", "us"];
        let clause = bare.is_empty() || bare.ends_with([',', ';', ':', '–', '—']);
        let joins = matches!(last.as_str(), "of" | "and" | "but" | "while" | "whereas");
        (clause || joins || IN.contains(&last.as_str()))
            && !between.iter().any(|word| own.contains(&word.as_str()))
    }
}
