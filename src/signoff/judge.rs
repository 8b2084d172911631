//! Judges a notice's sign-offs: which it needs, which it has, and which have lapsed because it says something else now.

use super::compare::{Difference, of_notice, of_spoken};
use super::{CopyWords, Covers, Filed, Need, Spoken};
use crate::finding::{Code, Finding, Severity};
use crate::report::Share;

/// Where the notice is on its way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Being written: a sign-off may still come.
    Preparing,
    /// To be published: it must be there.
    Publishing,
}

/// The sign-offs of a notice, judged.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Judged {
    /// Those it needs that are valid, and all that it needs: one a quotation.
    pub share: Share,
    /// What is missing or has lapsed.
    pub findings: Vec<Finding>,
}

/// Judges the sign-offs of `notice`: each quotation needs the agreement of its speaker, given in person or by somebody
/// on the speaker's behalf. `copy` gives the words outside the quotations, where a sign-off covers the whole notice.
pub fn judge(
    notice: &str,
    needs: &[Need],
    copy: impl FnOnce() -> Vec<CopyWords>,
    filed: &[Filed],
    stage: Stage,
) -> Judged {
    let whole = filed.iter().any(|one| one.record.covers == Covers::WholeNotice);
    let bench = Bench {
        spoken: needs.iter().map(|need| need.spoken.clone()).collect(),
        copy: if whole { copy() } else { Vec::new() },
    };
    let mut judged = Judged::default();
    let mut told: Vec<&Filed> = Vec::new();
    for need in needs {
        judged.share.all += 1;
        let mut own: Vec<&Filed> = filed
            .iter()
            .filter(|one| one.record.for_whom() == need.spoken.speaker)
            .collect();
        if own.iter().any(|one| bench.holds(one, need)) {
            judged.share.of += 1;
            continue;
        }
        if need.spoken.words.is_empty() {
            // The words could not be printed, and it was said why.
            continue;
        }
        own.retain(|one| !needs.iter().any(|other| bench.holds(one, other)));
        match bench.last_word(&own, need) {
            None => judged.findings.push(missing(notice, need, stage)),
            Some(one) if told.contains(&one) => {}
            Some(one) => {
                told.push(one);
                judged
                    .findings
                    .push(lapsed(notice, one, need, bench.difference(one, need), stage));
            }
        }
    }
    judged.findings.extend(bench.others(needs, filed));
    judged
}

/// What the notice says now.
struct Bench {
    spoken: Vec<Spoken>,
    copy: Vec<CopyWords>,
}

impl Bench {
    /// Whether the sign-off is of exactly what `need` says now.
    fn holds(&self, one: &Filed, need: &Need) -> bool {
        match one.record.covers {
            Covers::Quotation => {
                let agreed = one.record.quotations.first();
                agreed.is_some_and(|agreed| agreed.says_the_same(&need.spoken))
            }
            Covers::WholeNotice => self.is_whole(one),
        }
    }

    /// Whether a sign-off of the whole notice is of all that it says now.
    fn is_whole(&self, one: &Filed) -> bool {
        let agreed = &one.record;
        agreed.copy == self.copy
            && agreed.quotations.len() == self.spoken.len()
            && agreed
                .quotations
                .iter()
                .zip(&self.spoken)
                .all(|(then, now)| then.says_the_same(now))
    }

    /// The newest of the speaker's sign-offs that was of this quotation, as far as its number tells.
    fn last_word<'f>(&self, own: &[&'f Filed], need: &Need) -> Option<&'f Filed> {
        let numbered = |one: &&&Filed| {
            let agreed = &one.record;
            let number = agreed.quotations.first().map(|spoken| spoken.number);
            agreed.covers == Covers::WholeNotice || number == Some(need.spoken.number)
        };
        // A quotation that moved and changed has no number to tell it by.
        newest(own.iter().filter(numbered).copied()).or_else(|| newest(own.iter().copied()))
    }

    fn difference(&self, one: &Filed, need: &Need) -> Difference {
        match (one.record.covers, one.record.quotations.first()) {
            (Covers::Quotation, Some(agreed)) => of_spoken(agreed, &need.spoken),
            _ => of_notice(&one.record, &self.spoken, &self.copy),
        }
    }

    /// Agreement that nobody needs, and that lapsed, is worth a warning and stops nothing.
    fn others(&self, needs: &[Need], filed: &[Filed]) -> Vec<Finding> {
        let mut findings = Vec::new();
        let mut asked: Vec<&str> = Vec::new();
        for one in filed
            .iter()
            .filter(|one| one.record.covers == Covers::WholeNotice)
        {
            let whom = one.record.for_whom();
            if asked.contains(&whom) || needs.iter().any(|need| need.spoken.speaker == whom) {
                continue;
            }
            asked.push(whom);
            let theirs: Vec<&Filed> = filed.iter().filter(|one| one.record.for_whom() == whom).collect();
            if theirs
                .iter()
                .any(|one| one.record.covers == Covers::WholeNotice && self.is_whole(one))
            {
                continue;
            }
            let difference = of_notice(&one.record, &self.spoken, &self.copy);
            let mut finding = Finding::new(
                Code::SignOffLapsed,
                one.place(),
                format!(
                    "{} changed since `{whom}` agreed to the notice",
                    changed(&difference)
                ),
            )
            .at(Severity::Warning)
            .advice(format!(
                "ask again, or delete the record: `{whom}` is no speaker, so nothing waits for it"
            ));
            finding.shown = difference.lines;
            findings.push(finding);
        }
        findings
    }
}

fn newest<'f>(filed: impl Iterator<Item = &'f Filed>) -> Option<&'f Filed> {
    filed.max_by_key(|one| (crate::moment::parse_clock(&one.record.signed).ok(), one.file))
}

fn missing(notice: &str, need: &Need, stage: Stage) -> Finding {
    let Spoken { number, speaker, .. } = &need.spoken;
    let severity = match stage {
        Stage::Preparing => Severity::Note,
        Stage::Publishing => Severity::Error,
    };
    Finding::new(
        Code::SignOffMissing,
        need.place,
        format!("`{speaker}` has not agreed to quotation {number}"),
    )
    .at(severity)
    .advice(how_to_sign(notice, speaker))
}

fn lapsed(notice: &str, one: &Filed, need: &Need, difference: Difference, stage: Stage) -> Finding {
    let Spoken { number, speaker, .. } = &need.spoken;
    let severity = match stage {
        Stage::Preparing => Severity::Warning,
        Stage::Publishing => Severity::Error,
    };
    let of = match one.record.covers {
        Covers::Quotation => format!("quotation {number}"),
        Covers::WholeNotice => "the notice".to_owned(),
    };
    let mut finding = Finding::new(
        Code::SignOffLapsed,
        need.place,
        format!(
            "{} changed since `{speaker}` agreed to {of}",
            changed(&difference)
        ),
    )
    .at(severity)
    .also(one.place(), "agreed here")
    .advice(how_to_sign(notice, speaker));
    finding.shown = difference.lines;
    finding
}

/// `the words and a figure have`, `the role has`.
fn changed(difference: &Difference) -> String {
    match difference.kinds.as_slice() {
        [] => "something has".to_owned(),
        [only] if *only == "the words" || *only == "the quotations" => format!("{only} have"),
        [only] => format!("{only} has"),
        [first @ .., last] => format!("{} and {last} have", first.join(", ")),
    }
}

fn how_to_sign(notice: &str, speaker: &str) -> String {
    format!("show the words, then run `pressroom sign-off {notice} --by {speaker}`")
}
