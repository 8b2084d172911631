//! An embargo that moved after copies went out: the new copy says so to those who hold an old one.

use super::compose::Script;
use super::{Printer, instant, issued};
use crate::finding::{Code, Finding};
use crate::release::{Block, Correction, Inline, Part};

/// What `embargo-moved:` says, where the notice is still under embargo and has it.
pub(super) fn moved(script: &Script<'_>, printer: &mut Printer<'_>) -> Option<Correction> {
    let moved = script.parts.embargo_moved?;
    let reason = printer.line(&moved.reason);
    let house = script.house;
    let before = instant(&moved.from, script.subject.organisation, &mut printer.findings)?;
    let day = issued(&moved.day, &mut printer.findings)?;
    let now = script.subject.instant.as_ref()?;
    if before.utc == now.utc {
        printer.findings.push(
            Finding::new(
                Code::EmbargoDoubtful,
                moved.from.place(),
                "the embargo is said to have moved, and is where it was",
            )
            .advice("write the embargo of the earlier copies under `from:`, or take `embargo-moved:` out"),
        );
        return None;
    }
    let day = house.language.date(day, house.day, house.dates);
    let strong = |words: &str| Inline::Strong(vec![Inline::program(words)]);
    let was_and_now = vec![
        strong("It said:"),
        Inline::program(format!(" {}", house.embargo_line(&before))),
        Inline::Break,
        strong("It now says:"),
        Inline::program(format!(" {}", house.embargo_line(now))),
    ];
    Some(Correction {
        part: Part::ChangeOfEmbargo,
        heading: vec![Inline::program(format!("Change of embargo, {day}"))],
        blocks: vec![Block::Paragraph(reason), Block::Paragraph(was_and_now)],
        note: vec![Inline::program(format!(
            "The embargo of this notice was changed on {day}. Copies that carry another embargo are out of date."
        ))],
        notes: house.notes(),
    })
}
