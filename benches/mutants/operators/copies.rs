//! Operators on an edited copy: a digit changed after the notice was made, in the table or the prose; and copies that
//! an office program only set otherwise.

use super::{Kind, Mutant};
use crate::office::{Copy, Office};
use crate::oracle::Fault;
use crate::run;

/// At most so many digits of a copy are changed, evenly spread.
const DIGITS: usize = 16;

/// Every mutant of the copies.
pub fn mutants(office: &Office) -> Vec<Mutant> {
    let mut all = Vec::new();
    for format in ["txt", "md"] {
        let Some(text) = run::document(office, format) else {
            continue;
        };
        let path = format!("copy.{format}");
        let mut put = |operator, kind, text: String, what: String, fault: Option<Fault>| {
            let mut changed = office.clone();
            changed.copy = Some(Copy {
                path: path.clone(),
                text,
            });
            all.push(Mutant {
                operator,
                kind,
                what: format!("{}: {what}", office.name),
                office: changed,
                original: office.clone(),
                fault,
            });
        };
        let digits = digits(&text);
        for at in digits.iter().step_by(digits.len().div_ceil(DIGITS).max(1)) {
            let mut changed = text.clone();
            let digit = text.as_bytes()[*at] - b'0';
            changed.replace_range(*at..=*at, &((digit + 1) % 10).to_string());
            let line = text[..*at].matches('\n').count() + 1;
            let shown = changed
                .lines()
                .nth(line - 1)
                .unwrap_or_default()
                .trim()
                .to_owned();
            let fault = Fault {
                codes: vec![
                    "copy-number-changed",
                    "copy-quotation-changed",
                    "copy-claim-changed",
                ],
                lines: vec![(path.clone(), line..=line)],
            };
            put(
                "digit changed in an edited copy",
                Kind::Figures,
                changed,
                format!("{path}:{line}: {shown}"),
                Some(fault),
            );
        }
        let said = |how: &str| format!("{path} {how}");
        put(
            "copy untouched or set otherwise",
            Kind::Clean,
            text.clone(),
            said("untouched"),
            None,
        );
        put(
            "copy untouched or set otherwise",
            Kind::Clean,
            joined(&text),
            said("with its lines joined"),
            None,
        );
        let straight = text.replace(['“', '”'], "\"").replace(['‘', '’'], "'");
        put(
            "copy untouched or set otherwise",
            Kind::Clean,
            straight,
            said("with straight marks"),
            None,
        );
        let wide = text.replace("% ", "%\u{a0}");
        put(
            "copy untouched or set otherwise",
            Kind::Clean,
            wide,
            said("with non-breaking spaces"),
            None,
        );
        put(
            "copy untouched or set otherwise",
            Kind::Clean,
            text.replace('\n', "\r\n"),
            said("with CRLF"),
            None,
        );
    }
    all
}

/// The bytes of digits between the headline and the end of the copy.
fn digits(text: &str) -> Vec<usize> {
    let start = text
        .find("EMBARGOED")
        .and_then(|at| Some(at + text[at..].find("\n\n")?))
        .unwrap_or(0);
    let end = text.find("ENDS").unwrap_or(text.len());
    let digit = |at: &usize| text.as_bytes()[*at].is_ascii_digit();
    (start..end).filter(digit).collect()
}

/// Each paragraph on one line, as a mail program leaves it; drawn tables stay.
fn joined(text: &str) -> String {
    let blocks = text.split("\n\n").map(|block| {
        let drawn = block
            .lines()
            .any(|line| line.contains("---") || line.contains('|') || line.contains("   "));
        if drawn {
            block.to_owned()
        } else {
            block.replace('\n', " ")
        }
    });
    blocks.collect::<Vec<_>>().join("\n\n")
}
