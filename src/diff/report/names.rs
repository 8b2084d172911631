//! What changed, for a public log: names, places and counts, and neither values nor words.

use super::Overview;
use crate::diff::{Change, Fate};

/// A line a notice that changed, as a Markdown list, then the tally.
pub fn names(overview: &Overview) -> String {
    let mut out = String::from("## What the change does to the notices\n\n");
    for (name, fate) in overview.touched() {
        match fate {
            Fate::Added => out.push_str(&format!("- `{name}`: added\n")),
            Fate::Removed => out.push_str(&format!("- `{name}`: removed\n")),
            Fate::Changed(change) => {
                out.push_str(&format!("- `{name}`: changed\n"));
                notice(&mut out, change);
            }
            Fate::Untouched => {}
        }
    }
    for layout in &overview.layouts {
        out.push_str(&format!("- `{layout}` differs: notices may look otherwise\n"));
    }
    if !overview.nothing() {
        out.push('\n');
    }
    out.push_str(&format!(
        "Compared with {}: {}.\n",
        overview.base,
        overview.tally()
    ));
    out
}

fn notice(out: &mut String, change: &Change) {
    let mut item = |what: &str, names: Vec<String>| {
        if !names.is_empty() {
            out.push_str(&format!("  - {what}: {}\n", names.join(", ")));
        }
    };
    let code = |name: &String| format!("`{name}`");
    item(
        "figures",
        change.figures.iter().map(|one| code(&one.name)).collect(),
    );
    let places = change.scalars().into_iter().map(|scalar| code(&scalar.place));
    item("moved at", places.collect());
    for (count, what) in [
        (change.cells.len(), "table cells"),
        (change.sentences.len(), "sentences"),
    ] {
        if count > 0 {
            item(what, vec![count.to_string()]);
        }
    }
    let flips = |holds: bool| change.claims.iter().filter(move |one| one.holds == holds);
    item(
        "claims that no longer hold",
        flips(false).map(|one| code(&one.name)).collect(),
    );
    item(
        "claims in other words",
        flips(true).map(|one| code(&one.name)).collect(),
    );
    item("sign-offs that lapse", change.lapsed.clone());
    item("errors that now refuse it", change.refusals.clone());
    item("errors that are gone", change.cleared.clone());
}
