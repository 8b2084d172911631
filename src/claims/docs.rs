//! docs/claims.md is true to the code: its tables are written from the kinds, the lexicon and the tolerances.

use super::kinds::{self, Family, Kind};
use super::tolerance;
use crate::claims::condition::parse;
use crate::lexicon::{Sense, lexicon};
use crate::quantity::Exact;

const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/claims.md");
const BEGIN: &str = "<!-- written from the code: begin -->\n";
const END: &str = "<!-- written from the code: end -->\n";

/// A few phrases that say a sense.
fn phrases(sense: Sense) -> String {
    let entries = lexicon()
        .entries
        .iter()
        .filter(|entry| entry.says() == Some(sense) || slots(entry.says(), sense));
    let mut words: Vec<&str> = entries
        .flat_map(|entry| entry.words.iter().take(5))
        .map(String::as_str)
        .collect();
    words.truncate(6);
    words.join(", ")
}

fn slots(entry: Option<Sense>, wanted: Sense) -> bool {
    matches!(
        (entry, wanted),
        (Some(Sense::Times(_)), Sense::Times(_))
            | (Some(Sense::YearsRunning(_)), Sense::YearsRunning(_))
            | (Some(Sense::EachYearSince(_)), Sense::EachYearSince(_))
    )
}

fn heading(family: Family) -> &'static str {
    match family {
        Family::Benchmark => "Against another figure",
        Family::Share => "Shares and numbers",
        Family::Rank => "Places in a set",
        Family::Scale => "Places on a scale of ratings",
        Family::Time => "Change",
        Family::Multiple => "Multiples",
        Family::Revision => "Revisions",
        Family::History => "Places in history",
        Family::Sum => "Wholes and parts",
        Family::Uncertainty => "Changes with an interval",
    }
}

fn row(kind: &Kind) -> String {
    let words = |senses: &[Sense]| {
        let all: Vec<String> = senses
            .iter()
            .map(|sense| phrases(*sense))
            .filter(|words| !words.is_empty())
            .collect();
        all.join("; ")
    };
    let mut licensed = words(kind.words);
    let (higher, lower) = kind.if_better;
    if !higher.is_empty() {
        licensed.push_str(&format!(" · where higher is better: {}", words(higher)));
    }
    if !lower.is_empty() {
        licensed.push_str(&format!(" · where lower is better: {}", words(lower)));
    }
    format!(
        "| `{}` | {} | `{}` | {licensed} |\n",
        kind.name, kind.holds, kind.example
    )
}

fn tables() -> String {
    let mut text = String::new();
    let mut told: Vec<Family> = Vec::new();
    for kind in kinds::all() {
        if told.contains(&kind.family) {
            continue;
        }
        told.push(kind.family);
        text.push_str(&format!("\n### {}\n\n", heading(kind.family)));
        text.push_str("| condition | holds when the figure is | example | words it licenses, among others |\n|---|---|---|---|\n");
        kinds::all()
            .filter(|other| other.family == kind.family)
            .for_each(|kind| text.push_str(&row(kind)));
    }
    text.push_str("\n## Tolerances\n\n");
    text.push_str("| words | means | between percentages | between other values | between ratings |\n|---|---|---|---|---|\n");
    for tolerance in tolerance::ALL {
        let over = |number: i64, whole: i64| {
            Exact::whole(number)
                .over(&Exact::whole(whole))
                .map(|part| part.exact_text())
                .unwrap_or_default()
        };
        text.push_str(&format!(
            "| {} | {} | {} points | {}% | {} steps |\n",
            tolerance.word,
            tolerance.means,
            over(tolerance.tenths_of_point, 10),
            over(tolerance.thousandths, 10),
            tolerance.steps
        ));
    }
    text.push('\n');
    text
}

#[test]
fn the_documentation_has_every_condition_and_tolerance() {
    let page = std::fs::read_to_string(PATH).expect("docs/claims.md");
    let (start, rest) = page.split_once(BEGIN).expect("the mark where the tables begin");
    let (written, after) = rest.split_once(END).expect("the mark where they end");
    let tables = tables();
    if std::env::var("PRESSROOM_DOCS").is_ok_and(|wish| wish == "write") {
        std::fs::write(PATH, format!("{start}{BEGIN}{tables}{END}{after}")).expect("written");
        return;
    }
    assert!(
        written == tables,
        "docs/claims.md is out of date: PRESSROOM_DOCS=write cargo test --lib docs"
    );
}

#[test]
fn every_example_can_be_read() {
    for kind in kinds::all() {
        let mut faults = Vec::new();
        assert!(
            parse(kind.example, &mut faults).is_some(),
            "{}: {faults:?}",
            kind.example
        );
    }
}
