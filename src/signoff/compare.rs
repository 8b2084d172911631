//! What of an agreement is otherwise now, old and new side by side.

use super::{CopyWords, SignOff, Spoken};
use crate::marked::side_by_side;
use crate::release::PrintedFigure;

/// Before what was agreed.
const AGREED: &str = "agreed: ";

/// What of an agreed quotation is otherwise now: the kinds of change by name (safe in a public log), and the lines that
/// show them.
pub(super) fn of_spoken(agreed: &Spoken, now: &Spoken) -> Difference {
    let mut difference = Difference::default();
    let who = |spoken: &Spoken| {
        let name = spoken.name.as_deref().unwrap_or_default();
        let organisation = spoken.organisation.as_deref().unwrap_or_default();
        [name, organisation, spoken.speaker.as_str()].join(" ")
    };
    if who(agreed) != who(now) {
        difference.add("the speaker", side_by_side(AGREED, &who(agreed), &who(now)));
    }
    if agreed.role != now.role {
        difference.add("the role", side_by_side(AGREED, &agreed.role, &now.role));
    }
    if (&agreed.words, &agreed.verb) != (&now.words, &now.verb) {
        let text = |spoken: &Spoken| format!("{}:\n{}", spoken.verb, spoken.words.join("\n"));
        difference.add("the words", side_by_side(AGREED, &text(agreed), &text(now)));
    }
    difference.figures(&agreed.figures, &now.figures);
    difference
}

/// What of an agreed notice is otherwise now.
pub(super) fn of_notice(agreed: &SignOff, spoken: &[Spoken], copy: &[CopyWords]) -> Difference {
    let mut difference = Difference::default();
    let in_order = agreed.quotations.iter().zip(spoken);
    for (then, now) in in_order.filter(|(then, now)| !then.says_the_same(now)) {
        let of_this = of_spoken(then, now);
        for kind in of_this.kinds {
            difference.add(kind, Vec::new());
        }
        difference.lines.extend(of_this.lines);
    }
    if agreed.quotations.len() != spoken.len() {
        let line = format!(
            "agreed: {} quotations, now: {}",
            agreed.quotations.len(),
            spoken.len()
        );
        difference.add("the quotations", vec![line]);
    }
    let text = |copy: &[CopyWords]| {
        let words: Vec<&str> = copy.iter().map(|passage| passage.words.as_str()).collect();
        words.join("\n")
    };
    let (then, now) = (text(&agreed.copy), text(copy));
    if then != now {
        difference.add("the words", side_by_side(AGREED, &then, &now));
    }
    let figures = |copy: &[CopyWords]| -> Vec<PrintedFigure> {
        copy.iter().flat_map(|passage| passage.figures.clone()).collect()
    };
    difference.figures(&figures(&agreed.copy), &figures(copy));
    if difference.kinds.is_empty() && agreed.copy != copy {
        difference.add("the order", Vec::new());
    }
    difference
}

/// What is otherwise than agreed.
#[derive(Debug, Default)]
pub(super) struct Difference {
    /// `the words`, `a figure`.
    pub kinds: Vec<&'static str>,
    /// Old and new.
    pub lines: Vec<String>,
}

impl Difference {
    fn add(&mut self, kind: &'static str, lines: Vec<String>) {
        if !self.kinds.contains(&kind) {
            self.kinds.push(kind);
        }
        self.lines.extend(lines);
    }

    fn figures(&mut self, agreed: &[PrintedFigure], now: &[PrintedFigure]) {
        if agreed == now {
            return;
        }
        let told = |one: &PrintedFigure| format!("{} = {}, printed {}", one.name, one.exact, one.printed);
        let gone = agreed.iter().filter(|one| !now.contains(one));
        let come = now.iter().filter(|one| !agreed.contains(one));
        let mut lines: Vec<String> = gone.map(|one| format!("agreed: {}", told(one))).collect();
        lines.extend(come.map(|one| format!("now:    {}", told(one))));
        self.add("a figure", lines);
    }
}
