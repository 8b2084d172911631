//! What changed, for a pull request: `~~old~~ **new**`.

use super::{Overview, flip, shown, value};
use crate::diff::{Change, ChangedSentence, Fate, Piece};

/// A section a notice that changed, then the tally.
pub fn markdown(overview: &Overview) -> String {
    let mut out = String::from("## What the change does to the notices\n\n");
    for (name, fate) in overview.touched() {
        match fate {
            Fate::Added => out.push_str(&format!("### {} (added)\n\n", plain(name))),
            Fate::Removed => out.push_str(&format!("### {} (removed)\n\n", plain(name))),
            Fate::Changed(change) => {
                out.push_str(&format!("### {}\n\n", plain(name)));
                notice(&mut out, change);
            }
            Fate::Untouched => {}
        }
    }
    for layout in &overview.layouts {
        out.push_str(&format!(
            "{} differs: notices may look otherwise.\n\n",
            plain(layout)
        ));
    }
    out.push_str(&format!(
        "Compared with {}: {}.\n",
        plain(&overview.base),
        overview.tally()
    ));
    out
}

fn notice(out: &mut String, change: &Change) {
    if !change.figures.is_empty() {
        out.push_str("| Figure | Before | Now | Change | Moved at |\n|---|---|---|---|---|\n");
        for figure in &change.figures {
            let places: Vec<String> = figure.scalars.iter().map(|scalar| plain(&scalar.place)).collect();
            out.push_str(&format!(
                "| {} | {} | {} | {} | {} |\n",
                plain(&figure.name),
                plain(&value(figure, false)),
                plain(&value(figure, true)),
                plain(figure.change.as_deref().unwrap_or_default()),
                places.join("<br>")
            ));
        }
        out.push('\n');
    }
    if !change.cells.is_empty() {
        out.push_str("| Table | Row | Column | Before | Now |\n|---|---|---|---|---|\n");
        for cell in &change.cells {
            let texts = [
                &cell.table,
                &cell.row,
                &cell.column,
                shown(cell.before.as_deref()),
                shown(cell.after.as_deref()),
            ];
            let cells: Vec<String> = texts.into_iter().map(plain).collect();
            out.push_str(&format!("| {} |\n", cells.join(" | ")));
        }
        out.push('\n');
    }
    let sentences = change.sentences.iter();
    let sentences = sentences.map(|one| format!("{}: {}", plain(&one.part), marked(one)));
    list(out, "Sentences", sentences.collect());
    let claims = change.claims.iter().map(|claim| {
        format!(
            "{}, “{}”: **{}**",
            plain(&claim.name),
            plain(&claim.before),
            plain(&flip(claim))
        )
    });
    list(out, "Claims", claims.collect());
    let each = |lines: &[String]| lines.iter().map(|words| plain(words)).collect();
    list(out, "Sign-offs that lapse", each(&change.lapsed));
    list(out, "Errors that now refuse it", each(&change.refusals));
    list(out, "Errors that are gone", each(&change.cleared));
}

fn list(out: &mut String, heading: &str, items: Vec<String>) {
    if items.is_empty() {
        return;
    }
    out.push_str(&format!("**{heading}**\n\n"));
    for item in items {
        out.push_str(&format!("- {item}\n"));
    }
    out.push('\n');
}

fn marked(sentence: &ChangedSentence) -> String {
    let piece = |piece: Piece| match piece {
        Piece::Same(words) => plain(&words),
        Piece::Removed(words) => between("~~", &words),
        Piece::Added(words) => between("**", &words),
    };
    sentence.pieces().into_iter().map(piece).collect()
}

/// `words` between marks, the space at their ends outside: marks beside a space mark nothing.
fn between(mark: &str, words: &str) -> String {
    let inner = words.trim();
    if inner.is_empty() {
        return plain(words);
    }
    let start = words.len() - words.trim_start().len();
    let (before, after) = (&words[..start], &words[start + inner.len()..]);
    format!("{}{mark}{}{mark}{}", plain(before), plain(inner), plain(after))
}

/// `text` as nothing but text, on one line.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for character in text.chars() {
        match character {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '#' | '|' | '~' | '!' | '@' => {
                out.push('\\');
                out.push(character);
            }
            character if character.is_control() => out.push(' '),
            character => out.push(character),
        }
    }
    out
}
