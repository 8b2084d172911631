//! Operators on what stands round the figures: dates, quotation marks, the table, the embargo, a number out of nowhere.

use super::place::{prose, words};
use super::{Change, Kind, Mutant};
use crate::office::Office;

const DAYS: [&str; 7] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];

/// Sentences with a number that nothing in the data bears out.
const SENTENCES: &[&str] = &[
    "Another 37 cases were put right.",
    "Some 4.5 per cent of staff had left.",
    "Forty-one staff were spoken to.",
    "The work cost £2.3 million.",
    "Inspectors spoke to 212 people.",
    "It took twelve weeks.",
];

/// Sentences that compare without a claim.
const COMPARISONS: &[&str] = &[
    "Results were better than those of other areas.",
    "Standards have fallen.",
    "This was the highest result on record.",
    "Most staff did well.",
    "The service has improved since the last visit.",
    "Scores were higher than last year.",
    "Two-thirds of the work was sound.",
];

/// Every mutant of marks, dates and the rest.
pub fn mutants(office: &Office) -> Vec<Mutant> {
    let path = office.notice();
    let text = office.text(path);
    let mut all = Vec::new();
    let mut put = |operator, range, new: String, codes: &[&'static str]| {
        let kind = Kind::Figures;
        all.push(Change::in_notice(office, operator, kind, range, new, codes));
    };
    for (at, day) in DAYS.iter().enumerate() {
        for range in prose(office, day) {
            for by in [1, 3] {
                put(
                    "weekday wrong",
                    range.clone(),
                    DAYS[(at + by) % 7].to_owned(),
                    &["weekday-mismatch"],
                );
            }
        }
    }
    for (open, close) in [("‘", "’"), ("“", "”")] {
        for range in prose(office, open) {
            let end = text[range.end..].find(close).map(|at| range.end + at);
            // A closing mark of its own line, and no apostrophe before it.
            if let Some(end) = end.filter(|end| !text[range.end..*end].contains('\n')) {
                put(
                    "quotation mark dropped",
                    end..end + close.len(),
                    String::new(),
                    &["quotation-not-closed"],
                );
                put(
                    "quotation mark dropped",
                    range.clone(),
                    String::new(),
                    &["stray-quotation-mark"],
                );
            }
        }
    }
    for at in sentence_ends(office) {
        put(
            "quotation mark added",
            at..at,
            "”".to_owned(),
            &["stray-quotation-mark"],
        );
        for sentence in SENTENCES {
            put(
                "number out of nowhere",
                at..at,
                format!(" {sentence}"),
                &["unbound-number"],
            );
        }
        for sentence in COMPARISONS {
            let codes = ["claim-without-condition", "unbound-number"];
            put(
                "comparison without a claim",
                at..at,
                format!(" {sentence}"),
                &codes,
            );
        }
    }
    // Where there are two, a mention may be of the other.
    if let Some(at) = text
        .find("  - table: ")
        .filter(|_| text.matches("  - table: ").count() == 1)
    {
        let end = at + text[at..].find('\n').unwrap_or(0) + 1;
        let mut mutant = Change {
            operator: "table removed while mentioned",
            kind: Kind::Figures,
            path,
            range: at..end,
            new: String::new(),
            codes: vec!["table-absent"],
        }
        .make(office);
        let mentions = text
            .lines()
            .enumerate()
            .filter(|(_, line)| line.contains("able") && !line.contains("- table:"));
        if let Some(fault) = &mut mutant.fault {
            // The sentence may be broken over lines: "The⏎table".
            fault.lines = mentions
                .map(|(line, _)| (path.to_owned(), line.saturating_sub(1)..=line + 2))
                .collect();
            if !fault.lines.is_empty() {
                all.push(mutant);
            }
        }
    }
    all.extend(clocks(office));
    all
}

/// The embargo in an hour that is not, that is twice, or that people read two ways.
fn clocks(office: &Office) -> Vec<Mutant> {
    let path = office.notice();
    let text = office.text(path);
    let london = office.text("data/organisation.yaml").contains("Europe/London");
    let (gap, fold) = if london {
        ("2012-03-25 01:30", "2012-10-28 01:30")
    } else {
        ("2013-03-10 02:30", "2013-11-03 01:30")
    };
    let Some(key) = text.find("embargo: ") else {
        return Vec::new();
    };
    let Some(start) = text[key..].find("20").map(|at| key + at) else {
        return Vec::new();
    };
    let cases = [
        ("embargo in an hour that is not", gap, "time-does-not-exist"),
        ("embargo in an hour that is twice", fold, "time-ambiguous"),
        ("embargo at midnight", "2012-06-12 00:00", "time-ambiguous"),
        ("embargo at midnight", "2012-06-12 24:00", "time-ambiguous"),
    ];
    cases
        .iter()
        .map(|(operator, new, code)| {
            Change {
                operator,
                kind: Kind::Figures,
                path,
                range: start..start + "2012-06-12 00:01".len(),
                new: (*new).to_owned(),
                codes: vec![code],
            }
            .make(office)
        })
        .collect()
}

/// The ends of up to four sentences of the body's texts and quotations.
fn sentence_ends(office: &Office) -> Vec<usize> {
    let text = office.text(office.notice());
    let words = words(office);
    let body = text[words.clone()]
        .find("body:")
        .map_or(words.start, |at| words.start + at);
    let mut ends = Vec::new();
    let mut from = body;
    while let Some(at) = text[from..words.end].find(".\n").map(|at| from + at + 1) {
        let line = text[..at].rsplit('\n').next().unwrap_or_default();
        if line.starts_with("      ") && !line.contains('“') {
            ends.push(at);
        }
        from = at;
    }
    let step = ends.len().div_ceil(4).max(1);
    ends.into_iter().step_by(step).collect()
}
