//! What changed, for a terminal: `[-old-]{+new+}`.

use super::{Overview, flip, shown, value};
use crate::diff::{Change, Fate};
use crate::marked::in_one_line;
use crate::report::printable;

/// A block a notice that changed, then the tally.
pub fn text(overview: &Overview) -> String {
    let mut out = String::new();
    for (name, fate) in overview.touched() {
        match fate {
            Fate::Added => line(&mut out, 0, &format!("{name}: added")),
            Fate::Removed => line(&mut out, 0, &format!("{name}: removed")),
            Fate::Changed(change) => {
                line(&mut out, 0, &format!("{name}: changed"));
                notice(&mut out, change);
            }
            Fate::Untouched => {}
        }
        out.push('\n');
    }
    for layout in &overview.layouts {
        line(
            &mut out,
            0,
            &format!("{layout} differs: notices may look otherwise"),
        );
    }
    line(
        &mut out,
        0,
        &format!("compared with {}: {}", overview.base, overview.tally()),
    );
    out
}

/// One line: whatever would command the terminal is written out.
fn line(out: &mut String, indent: usize, words: &str) {
    out.push_str(&" ".repeat(indent));
    out.push_str(&printable(words));
    out.push('\n');
}

fn notice(out: &mut String, change: &Change) {
    if !change.figures.is_empty() {
        line(out, 2, "figures");
    }
    for figure in &change.figures {
        let mut words = format!(
            "{}: {} → {}",
            figure.name,
            value(figure, false),
            value(figure, true)
        );
        if let Some(change) = &figure.change {
            words.push_str(&format!(" ({change})"));
        }
        if !figure.in_words {
            words.push_str(", not printed in the notice");
        }
        line(out, 4, &words);
    }
    let scalars = change.scalars();
    if !scalars.is_empty() {
        // Against a record nobody knows what stood there before.
        let known = scalars.iter().any(|scalar| scalar.before.is_some());
        line(out, 2, if known { "moved by" } else { "resting on" });
    }
    for scalar in scalars {
        let after = shown(scalar.after.as_deref());
        let words = match &scalar.before {
            Some(before) => format!("{}: {before} → {after}", scalar.place),
            None => format!("{}: {after}", scalar.place),
        };
        line(out, 4, &words);
    }
    if !change.cells.is_empty() {
        line(out, 2, "table cells");
    }
    for cell in &change.cells {
        let (before, after) = (shown(cell.before.as_deref()), shown(cell.after.as_deref()));
        let words = format!(
            "{}, {}, {}: {before} → {after}",
            cell.table, cell.row, cell.column
        );
        line(out, 4, &words);
    }
    if !change.sentences.is_empty() {
        line(out, 2, "sentences");
    }
    for sentence in &change.sentences {
        line(out, 4, &sentence.part);
        line(out, 6, &in_one_line(&sentence.pieces()));
    }
    let mut list = |heading: &str, lines: Vec<String>| {
        if !lines.is_empty() {
            line(out, 2, heading);
        }
        lines.iter().for_each(|words| line(out, 4, words));
    };
    let flips = change.claims.iter();
    let flips = flips.map(|claim| format!("{}, “{}”: {}", claim.name, claim.before, flip(claim)));
    list("claims", flips.collect());
    list("sign-offs that lapse", change.lapsed.clone());
    list("errors that now refuse it", change.refusals.clone());
    list("errors that are gone", change.cleared.clone());
}
