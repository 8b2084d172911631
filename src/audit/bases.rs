//! What a rate is counted by: the 100,000 of "0.42 per 100,000 workers" is the measure's own, and no number of its own.

use super::number::Number;
use super::reading::Reading;
use super::token::{Kind, tokens};
use crate::claims::Desk;
use crate::figures::Measure;
use crate::language::Lists;
use crate::quantity::{Exact, Unit};

/// Words before "per" that speak of a rate where no figure stands there.
static ENGLISH: Lists = Lists::of(include_str!("bases-en.txt"));

/// Whether a number is the base of a rate: the data's own where they name one, else any round one beside a bare number.
pub fn is_base(reading: &Reading<'_>, number: &Number, desk: &Desk<'_>) -> bool {
    let Some(per) = number.tokens.start.checked_sub(1) else {
        return false;
    };
    let per = &reading.tokens[per];
    let Some(base) = number.value.as_ref().filter(|base| is_round(base)) else {
        return false;
    };
    if !per.is("per") {
        return false;
    }
    let mut figures = reading.passage.figures();
    let before = &reading.passage.text[..per.range.start];
    if let Some((_, figure)) = figures.find(|(range, _)| range.end == before.trim_end().len()) {
        let Some(measure) = figure.subject.measure.as_deref() else {
            return false;
        };
        let own = bases(measure);
        return own.contains(base) || own.is_empty() && measure.unit == Unit::Number(None);
    }
    let all = desk.scope.figures().iter();
    let known: Vec<Exact> = all
        .filter_map(|(_, figure)| figure.subject.measure.as_deref())
        .flat_map(bases)
        .collect();
    let word = before.split_whitespace().next_back().unwrap_or_default();
    let rate = ENGLISH.list("rates").has(&word.to_lowercase());
    known.contains(base) || known.is_empty() && rate
}

fn is_round(number: &Exact) -> bool {
    (1..=6).any(|zeros| *number == Exact::whole(10_i64.pow(zeros)))
}

/// The bases that a measure's unit, label, gloss and other names give.
fn bases(measure: &Measure) -> Vec<Exact> {
    let unit = measure.unit.name();
    let gloss = measure.gloss.as_ref().map(|gloss| gloss.value.as_str());
    let texts = [
        unit.as_str(),
        measure.label.value.as_str(),
        gloss.unwrap_or_default(),
    ];
    let other = measure.also_called.iter().map(String::as_str);
    let mut found = Vec::new();
    for text in texts.into_iter().chain(other) {
        let tokens = tokens(text);
        let pairs = tokens.windows(2);
        let based = pairs.filter(|two| two[0].is("per") && two[1].kind == Kind::Digits);
        found.extend(based.filter_map(|two| two[1].value()));
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::audit::bench::{body, told_in};

    fn unbound(measure: &str, text: &str) -> usize {
        let added = format!("  injuries: {measure}\n  growth: {{label");
        let changes = [
            ("  growth: {label", added.as_str()),
            ("  growth: 3%", "  growth: 3%\n  injuries: 0.4"),
        ];
        let told = told_in(&changes, &body(text)).into_iter();
        told.filter(|(code, _)| *code == "unbound-number").count()
    }

    #[test]
    fn the_base_of_a_rate_is_the_measures_own() {
        let bare = "{label: Injury rate, places: 1}";
        let declared = "{label: Injury rate, unit: \"per 100,000 workers\", places: 1}";
        let labelled = "{label: \"Injuries per 100,000 workers\", places: 1}";
        let sentence = "The injury rate is {{ injuries.value }} per 100,000 workers.";
        for measure in [bare, declared, labelled] {
            assert_eq!(unbound(measure, sentence), 0, "{measure}");
        }
        let other = "The injury rate is {{ injuries.value }} per 1,000 workers.";
        for measure in [declared, labelled] {
            assert_eq!(unbound(measure, other), 1, "{measure}");
        }
        assert_eq!(unbound(bare, "Rates are expressed per 1,000 workers."), 0);
        assert_eq!(unbound(declared, "Rates are expressed per 1,000 workers."), 1);
        assert_eq!(
            unbound(bare, "There were {{ reports.value }} reports per 1,000 workers."),
            1
        );
        assert_eq!(
            unbound(bare, "There were {{ reports.value }} per 1,000 workers."),
            1
        );
        assert_eq!(
            unbound(bare, "The injury rate is {{ injuries.value }} per 1,234 workers."),
            1
        );
    }
}
