//! The verdict on an office: its data against their own rules, then every claim's words and condition.

use std::ops::{Range, RangeInclusive};

use super::data::Data;
use super::{Fault, How, Says, Verdict, Way, condition, phrase, weigh::weigh};
use super::{Ratio, truths::About};
use crate::office::Office;

/// Where a finding about a claim may stand: its words, or its line under `claims:`.
pub type Lines = Vec<(String, RangeInclusive<usize>)>;

/// Judges `office`, which was made from `original`.
pub fn judge(original: &Office, office: &Office) -> Verdict {
    let data = Data::read(office);
    let mut faults = Vec::new();
    let mut open = None;
    for (path, line) in &data.unreadable {
        faults.push(Fault {
            codes: vec![
                "bad-figure",
                "result-out-of-range",
                "yaml-syntax",
                "unknown-measure",
                "wrong-kind",
            ],
            lines: vec![(path.clone(), *line..=*line)],
        });
    }
    ranges(&data, &mut faults, &mut open);
    sums(office, &data, &mut faults);
    for (name, about) in &office.truths.claims {
        claim(original, office, &data, name, about, &mut faults, &mut open);
    }
    match (faults.is_empty(), open) {
        (false, _) => Verdict::Wrong(faults),
        (true, Some(why)) => Verdict::Open(why),
        (true, None) => Verdict::True,
    }
}

/// Results that cannot be, and benchmarks that contradict themselves.
fn ranges(data: &Data, faults: &mut Vec<Fault>, open: &mut Option<String>) {
    for (name, cell) in &data.cells {
        let hundred = cell.measure.unit == "%" && cell.exact > Ratio::whole(100);
        let above_base = cell.measure.unit != "%" && cell.base.is_some_and(|base| cell.exact > base);
        let negative = cell.exact < Ratio::whole(0);
        let maximum = cell.measure.out_of.is_some() && cell.base != cell.measure.out_of;
        if !cell.measure.change && (hundred || above_base || maximum || negative) && !name.contains("margin")
        {
            faults.push(Fault {
                codes: vec!["result-out-of-range"],
                lines: vec![(cell.path.clone(), cell.line..=cell.line)],
            });
        }
        let Some(row) = name.strip_suffix(".average") else {
            continue;
        };
        let at = |column: &str| data.cell(&format!("{row}.{column}")).map(|cell| cell.exact);
        let (lowest, highest) = (at("lowest"), at("highest"));
        let outside = |value: Option<Ratio>| {
            value.is_some_and(|value| {
                lowest.is_some_and(|lowest| value < lowest) || highest.is_some_and(|highest| value > highest)
            })
        };
        if outside(at("average")) || outside(at("value")) {
            *open = Some(format!("the benchmark of {row} contradicts itself"));
        }
    }
}

fn sums(office: &Office, data: &Data, faults: &mut Vec<Fault>) {
    let Some((whole, parts)) = &office.truths.sum else {
        return;
    };
    let cell = |name: &String| data.cell(&format!("{name}.value"));
    let total = parts
        .iter()
        .filter_map(cell)
        .fold(Ratio::whole(0), |sum, cell| sum.plus(cell.exact));
    if cell(whole).is_some_and(|whole| whole.exact == total) {
        return;
    }
    let mut lines: Lines = std::iter::once(whole)
        .chain(parts)
        .filter_map(cell)
        .map(|cell| (cell.path.clone(), cell.line..=cell.line))
        .collect();
    let programme = office.programme();
    if let Some(at) = office.text(programme).find("sums:") {
        let line = office.line(programme, at);
        lines.push((programme.to_owned(), line..=line));
    }
    faults.push(Fault {
        codes: vec!["parts-do-not-sum"],
        lines,
    });
}

/// A claim's words and condition against the data.
fn claim(
    original: &Office,
    office: &Office,
    data: &Data,
    name: &str,
    about: &About,
    faults: &mut Vec<Fault>,
    open: &mut Option<String>,
) {
    let lines = claim_lines(office, name);
    let before = condition_text(original, name);
    let text = condition_text(office, name);
    let changed = text != before;
    let read = text.as_deref().and_then(|text| condition::read(text, data));
    let condition = read
        .as_ref()
        .and_then(|read| weigh(&read.says, &read.subject, &read.beside, data));
    let margin = about
        .subject
        .first()
        .is_some_and(|path| data.cell(&path.replace(".value", ".margin")).is_some());
    let mut words_false = false;
    for span in spans_of_claim(office, name) {
        let words = &office.text(office.notice())[span];
        let Some(says) = phrase::read(words, !about.beside.is_empty(), &about.unsaid, margin) else {
            *open = Some(format!("the oracle cannot read the words of {name}"));
            continue;
        };
        let before = spans_of_claim(original, name).first().and_then(|span| {
            let words = &original.text(original.notice())[span.clone()];
            phrase::read(words, !about.beside.is_empty(), &about.unsaid, margin)
        });
        let alike = |before: Says| settled(before, about, data) == settled(says.clone(), about, data);
        if !before.is_some_and(alike) && !changed {
            *open = Some(format!(
                "the words of {name} say something else than before, true or not"
            ));
        }
        match weigh(&says, &about.subject, &about.beside, data) {
            Some(true) if phrase::says_how_far(words) && is_otherwise(original, data, about) => {
                *open = Some(format!(
                    "how far the words of {name} may go is the house's to say"
                ));
            }
            Some(true) => {}
            Some(false) => words_false = true,
            None => *open = Some(format!("the words of {name}, {says:?}, are open")),
        }
    }
    let mut codes = Vec::new();
    match condition {
        Some(false) => codes.extend(["claim-not-supported", "claim-lost-in-rounding"]),
        None if read.is_none() => *open = Some(format!("the oracle cannot read the condition of {name}")),
        None => *open = Some(format!("the condition of {name} is open")),
        Some(true) => {}
    }
    if words_false && (condition != Some(false) || changed) {
        codes.push("claim-words-differ");
    }
    if condition == Some(false) && changed && !words_false {
        // The words are true; the condition beside them is not, and says something else.
        codes.push("claim-words-differ");
    }
    if condition == Some(true) && !words_false && changed && open.is_none() {
        *open = Some(format!(
            "the condition of {name} holds, and says something else than before"
        ));
    }
    if !codes.is_empty() {
        faults.push(Fault { codes, lines });
    }
}

/// Whether a figure that a claim is about is another than in the clean notice.
fn is_otherwise(original: &Office, data: &Data, about: &About) -> bool {
    let before = Data::read(original);
    let exact = |data: &Data, path: &str| data.cell(path).map(|cell| cell.exact);
    let mut paths = about.subject.iter().chain(&about.beside);
    paths.any(|path| exact(&before, path) != exact(data, path))
}

/// What is said, without its turn of phrase: better is more or less, and what rose is above what it was.
fn settled(says: Says, about: &About, data: &Data) -> Says {
    let better = || data.cell(about.subject.first()?)?.measure.better;
    match says {
        Says::Moved(way @ (Way::Up | Way::Down)) => Says::Side(way, How::Any),
        Says::Better(good) => match better() {
            Some(higher) if higher == good => Says::Side(Way::Up, How::Any),
            Some(_) => Says::Side(Way::Down, How::Any),
            None => Says::Better(good),
        },
        says => says,
    }
}

/// What a claim's words say where they first stand, and whether it holds.
pub fn said(office: &Office, name: &str, data: &Data) -> Option<(Says, Option<bool>)> {
    let about = office.truths.claims.get(name)?;
    let words = &office.text(office.notice())[spans_of_claim(office, name).first()?.clone()];
    let margin = data
        .cell(&about.subject.first()?.replace(".value", ".margin"))
        .is_some();
    let says = phrase::read(words, !about.beside.is_empty(), &about.unsaid, margin)?;
    let holds = weigh(&says, &about.subject, &about.beside, data);
    Some((says, holds))
}

/// The words of a claim in the notice: bytes inside the brackets.
pub fn spans_of_claim(office: &Office, name: &str) -> Vec<Range<usize>> {
    let text = office.text(office.notice());
    let tail = format!("][{name}]");
    let mut spans = Vec::new();
    let mut from = 0;
    while let Some(at) = text[from..].find(&tail).map(|at| from + at) {
        if let Some(start) = text[..at].rfind('[') {
            spans.push(start + 1..at);
        }
        from = at + tail.len();
    }
    spans
}

/// Where findings about a claim may stand.
pub fn claim_lines(office: &Office, name: &str) -> Lines {
    let path = office.notice();
    let lines = |range: &Range<usize>| office.line(path, range.start)..=office.line(path, range.end);
    let mut all: Lines = spans_of_claim(office, name)
        .iter()
        .map(|span| (path.to_owned(), lines(span)))
        .collect();
    if let Some(at) = office.text(path).find(&format!("\n  {name}:")) {
        let line = office.line(path, at + 1);
        all.push((path.to_owned(), line..=line));
    }
    all
}

fn condition_text(office: &Office, name: &str) -> Option<String> {
    let text = office.text(office.notice());
    let (_, after) = text.split_once(&format!("\n  {name}: "))?;
    Some(after.lines().next()?.to_owned())
}
