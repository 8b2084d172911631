//! What the data say of words that compare no measure by name, "the findings were above the average": how many of the
//! measures bear them out, and which do not.

use std::cmp::Ordering;
use std::sync::Arc;

use super::hint::column_compared_with;
use super::reading::Reading;
use crate::claims::Desk;
use crate::data::programme::Better;
use crate::figures::{Figure, Scope};
use crate::lexicon::Sense;

/// What to tell of the measures.
pub struct Told {
    /// Lines with names and values.
    pub shown: Vec<String>,
    /// What to do.
    pub advice: String,
}

/// Which way a word compares.
#[derive(Clone, Copy)]
enum Way {
    Above,
    Below,
    Better,
    Worse,
    Same,
}

/// What the measures say of words of a sense; `None` where they are not what it compares.
pub fn tell(
    sense: Sense,
    reading: &Reading<'_>,
    desk: &Desk<'_>,
    at: &std::ops::Range<usize>,
) -> Option<Told> {
    let (way, kind, verb) = way(sense)?;
    let earlier = !matches!(kind, "above" | "below");
    let inside = reading.sentence_range(at);
    let mut words = reading
        .tokens
        .iter()
        .filter(|token| inside.start <= token.range.start && token.range.end <= inside.end);
    if !words.any(|token| OF_ALL.iter().any(|word| token.is(word))) {
        return None;
    }
    if desk.inspections.len() != 1 {
        return None;
    }
    let column = match earlier {
        true => "previous".to_owned(),
        false => column_compared_with(reading, desk, at)?,
    };
    let rows = rows(desk.scope, &column);
    if rows.is_empty() && earlier {
        return Some(Told {
            shown: vec!["no measure has an earlier value that it could have moved from".to_owned()],
            advice: "give the earlier values under `previous:` in the results, mark the words, `[words][name]`, and \
                     write their condition under `claims:`; or, for evidence outside the data, `name: {source: …}`"
                .to_owned(),
        });
    }
    if rows.len() < 2 {
        return None;
    }
    let (held, others): (Vec<_>, Vec<_>) = rows.iter().partition(|(figure, other)| holds(way, figure, other));
    let print = |figure: &Figure| {
        figure
            .quantity()
            .map(|own| own.print(desk.numbers))
            .unwrap_or_default()
    };
    let mut shown = vec![format!(
        "{} of the {} measures {verb} their `{column}`",
        held.len(),
        rows.len()
    )];
    let not = others
        .iter()
        .filter_map(|(figure, other)| {
            let name = figure.name.strip_suffix(".value")?;
            Some(format!("not {name}: {} against {}", print(figure), print(other)))
        })
        .take(MOST);
    shown.extend(not);
    let own = if earlier { "from" } else { "than" };
    let condition = |count: &str| {
        format!(
            "measures.value is {kind}({own}=measures.{}{count})",
            column.replace('-', "_")
        )
    };
    if !others.is_empty() {
        shown.push(format!(
            "true is: {}",
            condition(&format!(", exactly={}", held.len()))
        ));
    }
    let name = kind.replace('_', "-");
    Some(Told {
        shown,
        advice: format!(
            "mark the words, `[words][measures-{name}]`, and write under `claims:`, for example, `measures-{name}: {}`, \
             with `exactly=`, `at_least=` or `most=true` where the words do not speak of all; for evidence outside the \
             data `measures-{name}: {{source: …}}`",
            condition("")
        ),
    })
}

/// Words that speak of what was measured without naming any of it.
const OF_ALL: [&str; 8] = [
    "finding",
    "findings",
    "found",
    "result",
    "results",
    "scores",
    "figures",
    "performance",
];
/// So many measures that do not bear the words out are shown.
const MOST: usize = 5;

/// Which way a sense compares, the test of it, and how it is said.
fn way(sense: Sense) -> Option<(Way, &'static str, &'static str)> {
    Some(match sense {
        Sense::Above | Sense::JustAbove | Sense::WellAbove | Sense::Met => (Way::Above, "above", "are above"),
        Sense::Below | Sense::JustBelow | Sense::WellBelow | Sense::Missed => {
            (Way::Below, "below", "are below")
        }
        Sense::Better => (Way::Better, "above", "are better than"),
        Sense::Worse => (Way::Worse, "below", "are worse than"),
        Sense::Rose => (Way::Above, "rose", "rose from"),
        Sense::Fell => (Way::Below, "fell", "fell from"),
        Sense::Improved => (Way::Better, "improved", "improved on"),
        Sense::Worsened => (Way::Worse, "worsened", "worsened from"),
        Sense::Unchanged => (Way::Same, "unchanged", "are the same as"),
        _ => return None,
    })
}

/// Every measure's value with what stands in a column beside it.
fn rows(scope: &Scope, column: &str) -> Vec<(Arc<Figure>, Arc<Figure>)> {
    let figures = scope.figures();
    let values = figures.iter().filter_map(|(path, figure)| {
        let row = path.strip_suffix(".value")?;
        let own = !row.contains('.') && figure.subject.column == "value" && figure.quantity().is_some();
        let (_, other) = figures
            .iter()
            .find(|(path, _)| own && *path == format!("{row}.{column}"))?;
        other.quantity()?;
        Some((Arc::clone(figure), Arc::clone(other)))
    });
    values.collect()
}

fn holds(way: Way, figure: &Figure, other: &Figure) -> bool {
    let (Some(own), Some(than)) = (figure.quantity(), other.quantity()) else {
        return false;
    };
    let order = own.amount.cmp(&than.amount);
    let better = figure.subject.measure.as_ref().map(|measure| measure.better);
    let good = match better {
        Some(Better::Lower) => Ordering::Less,
        _ => Ordering::Greater,
    };
    match way {
        Way::Above => order == Ordering::Greater,
        Way::Below => order == Ordering::Less,
        Way::Better => order == good,
        Way::Worse => order == good.reverse(),
        Way::Same => order == Ordering::Equal,
    }
}
