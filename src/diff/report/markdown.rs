//! What changed, for a pull request: `~~old~~ **new**`.

use super::{Overview, flip, shown, value};
use crate::diff::{Change, ChangedSentence, Fate};
use crate::marked::Piece;

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
        Piece::Removed(words) => between("~~", "del", &words),
        Piece::Added(words) => between("**", "ins", &words),
    };
    sentence.pieces().into_iter().map(piece).collect()
}

/// `words` between marks, the space at their ends outside: marks beside a space mark nothing. Nor do they between a
/// letter and a full stop; there tags stand.
fn between(mark: &str, tag: &str, words: &str) -> String {
    let inner = words.trim();
    if inner.is_empty() {
        return plain(words);
    }
    let start = words.len() - words.trim_start().len();
    let (before, after) = (plain(&words[..start]), plain(&words[start + inner.len()..]));
    let edge = |character: char| !character.is_alphanumeric() && !matches!(character, '%' | '£' | '€');
    let inside = plain(inner);
    if inner.starts_with(edge) || inner.ends_with(edge) {
        return format!("{before}<{tag}>{inside}</{tag}>{after}");
    }
    format!("{before}{mark}{inside}{mark}{after}")
}

/// `text` as nothing but text, on one line.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for character in text.chars() {
        match character {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '#' | '|' | '~' | '!' | '@' | '$' | '^' => {
                out.push('\\');
                out.push(character);
            }
            character if character.is_control() => out.push(' '),
            character => out.push(character),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use pulldown_cmark::{Event, Options, Parser, Tag};

    use super::*;

    /// What a reader sees of a marked sentence: old and new words, read off the marks.
    fn read(markdown: &str) -> (String, String) {
        let (mut old, mut new) = (String::new(), String::new());
        let (mut in_old, mut in_new) = (true, true);
        for event in Parser::new_ext(markdown, Options::ENABLE_STRIKETHROUGH) {
            match event {
                Event::Start(Tag::Strikethrough) => in_new = false,
                Event::Start(Tag::Strong) => in_old = false,
                Event::InlineHtml(tag) if &*tag == "<del>" => in_new = false,
                Event::InlineHtml(tag) if &*tag == "<ins>" => in_old = false,
                Event::InlineHtml(_) | Event::End(_) => (in_old, in_new) = (true, true),
                Event::Text(text) => {
                    if in_old {
                        old.push_str(&text);
                    }
                    if in_new {
                        new.push_str(&text);
                    }
                }
                Event::Start(Tag::Paragraph) => {}
                other => panic!("{other:?} in {markdown}"),
            }
        }
        (old, new)
    }

    #[test]
    fn marks_hold_beside_punctuation() {
        let sentence = ChangedSentence {
            part: String::new(),
            before: Some("It ended at £3 and 78%.".to_owned()),
            after: Some("It ended, at £4 and 73%".to_owned()),
        };
        assert_eq!(
            marked(&sentence),
            "It ended<ins>,</ins> at ~~£3~~**£4** and <del>78%.</del>**73%**"
        );
    }

    proptest! {
        #[test]
        fn both_sentences_can_be_read_off(old in "x[ab7%£.,“” *_<>|`~$&\\[\\]()!#]{0,24}", new in "x[ab7%£.,“” *_<>|`~$&\\[\\]()!#]{0,24}") {
            let sentence = ChangedSentence { part: String::new(), before: Some(old.clone()), after: Some(new.clone()) };
            let fold = |text: &str| text.split_whitespace().collect::<String>();
            let (was, now) = read(&marked(&sentence));
            prop_assert_eq!(fold(&was), fold(&old), "{}", marked(&sentence));
            prop_assert_eq!(fold(&now), fold(&new), "{}", marked(&sentence));
        }
    }
}
