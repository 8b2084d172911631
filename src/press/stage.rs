//! What counts at a stage: sign-offs, contacts and what was issued, gravest when a notice is to be published.

use super::{Entry, Office, Wanted};
use crate::data::notice::BodyItem;
use crate::finding::{Code, Finding, Place, Severity, any_error};
use crate::issued::Version;
use crate::marked::side_by_side;
use crate::release::Release;
use crate::report::Share;
use crate::signoff::{self, Judged, Need, Stage};
use crate::words::Effective;

impl Office {
    /// Every quotation of `release`, the composed notice `notice`, with what its speaker is to agree to.
    pub fn needs(&self, notice: &str, release: &Release) -> Vec<Need> {
        match (self.entries.get(notice), &self.organisation) {
            (Some(entry), Some(organisation)) => {
                Need::all(release, organisation, |place| self.verb(entry, place))
            }
            _ => Vec::new(),
        }
    }

    /// How the words at `place` are said.
    fn verb(&self, entry: &Entry, place: Place) -> String {
        let said = || self.house.as_ref().map_or("said", |house| house.language.said());
        let body = match self.files.get(&entry.file) {
            Some(file) => Effective::new(&file.notice, entry.inspection.as_deref()).body,
            None => &[],
        };
        let verb = body.iter().find_map(|item| match item {
            BodyItem::Quote(quote) if quote.words.place == place => quote.verb.as_ref(),
            _ => None,
        });
        verb.map_or_else(|| said().to_owned(), |verb| verb.value.clone())
    }

    /// Judges a composed notice for its stage, and weighs what was found before. Returns its sign-offs. With `changes`,
    /// it is issued again, and may say something else than it did.
    pub(super) fn judge_stage(
        &self,
        notice: &str,
        release: &Release,
        (wanted, changes): (Wanted, bool),
        findings: &mut Vec<Finding>,
    ) -> Share {
        let stage = match wanted {
            Wanted::Public => Stage::Publishing,
            Wanted::Draft | Wanted::Embargoed => Stage::Preparing,
        };
        let needs = self.needs(notice, release);
        let copy = || signoff::copy(release);
        let judged: Judged = signoff::judge(notice, &needs, copy, self.sign_offs(notice), stage);
        // What has errors cannot be agreed to yet: that nobody has is no news.
        let untimely = stage == Stage::Preparing && any_error(findings);
        // A draft is not cleared anyway.
        if wanted != Wanted::Draft {
            let timely = |one: &Finding| !(untimely && one.code == Code::SignOffMissing);
            findings.extend(judged.findings.into_iter().filter(timely));
            let otherwise = self.issued_otherwise(notice, release);
            let against_record = [
                otherwise.filter(|_| !changes),
                self.due_otherwise(notice),
                self.withdrawn(notice, stage),
            ];
            for mut finding in against_record.into_iter().flatten() {
                if stage == Stage::Publishing {
                    finding.severity = Severity::Error;
                }
                findings.push(finding);
            }
        }
        if stage == Stage::Publishing {
            for finding in findings.iter_mut().filter(|one| one.code == Code::ContactMissing) {
                finding.severity = Severity::Error;
            }
        }
        judged.share
    }

    /// Whether another instant is given for the notice than the one after which it was published. A withdrawal has none.
    fn due_otherwise(&self, notice: &str) -> Option<Finding> {
        let issued = self
            .issued(notice)?
            .latest()
            .filter(|issued| !issued.is_withdrawal())?;
        let due = self
            .due(notice)
            .filter(|due| due.instant.machine() != issued.due)?;
        let says = format!(
            "the notice has another embargo than version {}, which was published when that was over",
            issued.version
        );
        let place = self.due_place(notice);
        let finding = Finding::new(Code::IssuedDiffers, place, says)
            .shown(format!("issued: {}", issued.due))
            .shown(format!("now:    {}", due.instant.machine()))
            .advice("leave the embargo of a published notice as it was");
        Some(finding)
    }

    /// Whether the notice was taken back: an edition for the media would bring it back.
    fn withdrawn(&self, notice: &str, stage: Stage) -> Option<Finding> {
        let issued = self
            .issued(notice)?
            .latest()
            .filter(|issued| issued.is_withdrawal())?;
        let says = format!("the notice is withdrawn, as version {}", issued.version);
        let advice = format!(
            "do not send it out again; where it is to stand once more, run `pressroom correct {notice}` with --correction or \
             --revision"
        );
        // What is public says so itself.
        let finding = Finding::new(Code::IssuedDiffers, self.issued_place(notice), says).advice(advice);
        (stage == Stage::Preparing).then_some(finding)
    }

    /// Whether the notice says something else than its issued version.
    fn issued_otherwise(&self, notice: &str, release: &Release) -> Option<Finding> {
        let issued = self.issued(notice)?.latest()?;
        let now = Version::of(release, String::new(), String::new(), Vec::new());
        if issued.says_the_same(&now) {
            return None;
        }
        let says = format!(
            "the notice no longer says what was published as version {}",
            issued.version
        );
        let mut finding = Finding::new(Code::IssuedDiffers, self.issued_place(notice), says).advice(format!(
            "run `pressroom correct {notice}` with --correction or --revision, or restore what was published"
        ));
        finding.shown = differences(issued, &now);
        Some(finding)
    }
}

/// The passages that differ, old and new; then the figures.
fn differences(issued: &Version, now: &Version) -> Vec<String> {
    let text = |version: &Version| {
        let passages = version.words.iter().map(|words| words.text.as_str());
        passages.collect::<Vec<_>>().join("\n")
    };
    let mut lines = side_by_side("issued: ", &text(issued), &text(now));
    for figure in issued.figures.iter().filter(|one| !now.figures.contains(one)) {
        lines.push(format!(
            "issued: {} = {}, printed {}",
            figure.name, figure.exact, figure.printed
        ));
    }
    for figure in now.figures.iter().filter(|one| !issued.figures.contains(one)) {
        lines.push(format!(
            "now:    {} = {}, printed {}",
            figure.name, figure.exact, figure.printed
        ));
    }
    lines
}
