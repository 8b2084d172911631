//! An explanation for people: each part, each sentence, and under it what stands there with everything behind it.

use super::entry::{
    Amount, Claimed, Compared, Counts, Day, Entry, Explanation, From, Part, TestedRow, Traced, What,
};
use crate::claims::RestsOn;
use crate::finding::{Place, Sources};

/// The explanation as text.
pub fn text(explanation: &Explanation, sources: &Sources) -> String {
    let mut page = Page {
        text: String::new(),
        sources,
    };
    for part in &explanation.parts {
        page.part(part);
    }
    for figure in &explanation.unprinted {
        page.line(0, &format!("{}, printed nowhere in the notice", figure.name));
        page.value(2, figure);
        page.from(2, &figure.from);
        page.text.push('\n');
    }
    for kept in &explanation.unprinted_data {
        page.line(0, &format!("{}, printed nowhere in the notice", kept.name));
        page.line(2, &format!("would print {}", kept.prints));
        page.given(2, sources.text(kept.place), kept.place, "");
        page.text.push('\n');
    }
    page.text
}

struct Page<'p> {
    text: String,
    sources: &'p Sources,
}

impl Page<'_> {
    fn line(&mut self, indent: usize, line: &str) {
        self.text.push_str(&" ".repeat(indent));
        self.text.push_str(&line.replace('\n', " "));
        self.text.push('\n');
    }

    fn part(&mut self, part: &Part) {
        self.line(0, &part.part);
        let mut last = None;
        for entry in &part.entries {
            if last.as_ref() != Some(&entry.sentence) {
                // A table's cell is its number and nothing else.
                if entry.sentence != entry.range {
                    self.line(2, &part.text[entry.sentence.clone()]);
                }
                last = Some(entry.sentence.clone());
            }
            self.line(4, &part.text[entry.range.clone()]);
            self.entry(6, entry);
        }
        self.text.push('\n');
    }

    fn entry(&mut self, indent: usize, entry: &Entry) {
        match &entry.what {
            What::Figure(figure) => {
                let at = self.printed_at(entry.at);
                self.line(indent, &format!("{}{at}", figure.name));
                if let Some(filtered) = entry
                    .expression
                    .as_ref()
                    .filter(|by| by.contains('|') && **by != figure.name)
                {
                    self.line(indent, &format!("by `{filtered}`"));
                }
                self.value(indent, figure);
                self.from(indent, &figure.from);
            }
            What::Data { name, place } => {
                let at = self.printed_at(entry.at);
                let by = entry.expression.as_ref().filter(|by| *by != name);
                let by = by.map_or_else(String::new, |by| format!(" by `{by}`"));
                if name.is_empty() {
                    self.line(indent, &format!("a text of the data{by}"));
                } else {
                    self.line(indent, &format!("{name}{at}{by}"));
                }
                self.given(indent, self.sources.text(*place), *place, "");
            }
            What::Chosen { by, figures } => {
                let by: Vec<String> = by
                    .iter()
                    .map(|(by, place)| match place {
                        Some(place) => format!("{by}, {}", self.sources.cite(*place)),
                        None => by.clone(),
                    })
                    .collect();
                self.line(indent, &format!("chosen by {}, from", by.join(", and ")));
                figures.iter().for_each(|figure| self.nested(indent + 2, figure));
            }
            What::Claim(claim) => self.claim(indent, entry, claim),
            What::Typed { recognised } => {
                let at = self.printed_at(entry.at);
                self.line(
                    indent,
                    &match recognised {
                        Some(recognised) => format!("{recognised}{at}"),
                        None => format!("typed in the words: no figure stands behind it{at}"),
                    },
                );
            }
            What::Program { says, place } => {
                self.line(indent, says);
                if let Some(place) = place {
                    self.given(indent, self.sources.text(*place), *place, "");
                }
            }
        }
    }

    fn printed_at(&self, at: Option<Place>) -> String {
        at.map_or_else(String::new, |place| {
            format!(", printed at {}", self.sources.cite(place))
        })
    }

    /// A figure under another entry: its name with what it prints, then what is behind it.
    fn nested(&mut self, indent: usize, figure: &Traced) {
        let prints = match &figure.value {
            Ok(amount) => format!(" prints {}", amount.printed),
            Err(_) => String::new(),
        };
        self.line(indent, &format!("{}{prints}", figure.name));
        self.value(indent + 2, figure);
        self.from(indent + 2, &figure.from);
    }

    fn value(&mut self, indent: usize, figure: &Traced) {
        match &figure.value {
            Err(reason) => self.line(indent, &format!("missing: {reason}")),
            Ok(Amount {
                exact,
                unit,
                of,
                rounding,
                ..
            }) => {
                let counted = of.map_or_else(String::new, |(count, base)| format!(", {count} of {base}"));
                self.line(indent, &format!("exactly {exact} ({unit}){counted}"));
                if let Some(rounding) = rounding {
                    self.line(indent, rounding);
                }
            }
        }
    }

    fn given(&mut self, indent: usize, typed: &str, place: Place, source: &str) {
        let cited = self.sources.cite(place);
        let given = match typed {
            // What counts is that it stands there: a note's number is its place in the list.
            "" => format!("from {cited}{source}"),
            _ => format!("given as {typed} at {cited}{source}"),
        };
        self.line(indent, &given);
    }

    fn from(&mut self, indent: usize, from: &From) {
        match from {
            From::Given { typed, place, source } => {
                let source = source
                    .as_ref()
                    .map_or_else(String::new, |source| format!(" ({source})"));
                self.given(indent, typed, *place, &source);
            }
            From::Derived { rule, steps } => {
                self.line(indent, &format!("computed: {rule}, from"));
                steps.iter().for_each(|step| self.nested(indent + 2, step));
            }
            From::Computed { rule, inputs, days } => {
                self.line(indent, &format!("computed: {rule}, from"));
                for input in inputs {
                    let cited = self.sources.cite(input.place);
                    self.line(indent + 2, &format!("{} {} at {cited}", input.label, input.typed));
                }
                days.iter().for_each(|day| self.day(indent, day));
            }
        }
    }

    fn day(&mut self, indent: usize, day: &Day) {
        let Day {
            inspection, typed, ..
        } = day;
        let cited = self.sources.cite(day.place);
        let says = match day.counts {
            Counts::UpTo => format!("up to the day of {inspection}, published {typed} at {cited}"),
            Counts::Counted => format!("  {inspection} counts, published {typed} at {cited}"),
            Counts::Later => format!("  {inspection} does not count yet, published {typed} at {cited}"),
        };
        self.line(indent, &says);
    }

    fn claim(&mut self, indent: usize, entry: &Entry, claim: &Claimed) {
        let at = entry.at.map(|place| self.sources.cite(place));
        let at = at.map_or_else(String::new, |at| format!(", {at}"));
        self.line(indent, &format!("the claim `{}`{at}", claim.name));
        if let Some((text, place)) = &claim.text {
            let cited = self.sources.cite(*place);
            self.line(
                indent,
                &match claim.rests_on {
                    RestsOn::Source => format!("cites {text}, {cited}"),
                    RestsOn::Reason => format!("as written: {text}, {cited}"),
                    RestsOn::Condition | RestsOn::Nothing => format!("rests on `{text}`, {cited}"),
                },
            );
        }
        match claim.rests_on {
            RestsOn::Nothing => self.line(indent, "rests on nothing: there is no such claim under `claims:`"),
            RestsOn::Condition => self.line(indent, judgement(claim)),
            RestsOn::Source | RestsOn::Reason => {}
        }
        for test in &claim.tests {
            let wanted = test.wanted.as_ref();
            let wanted = wanted.map_or_else(String::new, |wanted| format!(", {wanted} must hold"));
            if claim.tests.len() > 1 || !wanted.is_empty() {
                self.line(indent, &format!("`{}`{wanted}", test.test));
            }
            test.rows.iter().for_each(|row| self.row(indent + 2, row));
        }
    }

    fn row(&mut self, indent: usize, row: &TestedRow) {
        self.nested(indent, &row.figure);
        for (name, compared) in &row.with {
            match compared {
                Compared::Written(written) => self.line(indent, &format!("{name}: {written}")),
                Compared::Figures(figures) => {
                    self.line(indent, &format!("{name}:"));
                    figures.iter().for_each(|figure| self.nested(indent + 2, figure));
                }
            }
        }
        self.line(
            indent,
            match row.holds {
                Some((true, true)) => "→ holds",
                Some((false, false)) => "→ does not hold",
                Some((true, false)) => "→ holds before rounding, and not as printed",
                Some((false, true)) => "→ holds as printed, and not before rounding",
                None => "→ cannot be judged",
            },
        );
    }
}

/// Whether a claim with a condition holds, and what is in the way.
fn judgement(claim: &Claimed) -> &'static str {
    match (claim.holds, claim.truth) {
        (true, _) => "holds: the condition is true before rounding and as printed, and allows these words",
        (false, None) => "cannot be judged: `pressroom check` says why",
        (false, Some((true, true))) => "does not hold: the condition is true, and does not allow these words",
        (false, Some((true, false))) => "does not hold: true before rounding, and not as printed",
        (false, Some((false, true))) => "does not hold: true as printed, and not before rounding",
        (false, Some((false, false))) => "does not hold: the condition is not true",
    }
}
