//! Which measure the words before a claim make its subject.

use super::Statement;
use super::english::english;
use super::measures::Names;
use super::mentions::{GAPS, Mention, mentions, nearest};
use crate::claims::kinds::Family;
use crate::lexicon::tokens::{Token, tokens};

impl Statement<'_> {
    /// The measures named as the claim's subject: the nearest name before it in its own clause, one joined to that
    /// by "and", or the only one of a sentence that the claim stands in apposition to.
    pub(super) fn subjects_named(&self, names: &Names) -> Vec<Mention> {
        self.subjects_in(self.before, names)
    }

    /// The same of the sentence up to a phrase of the claim.
    pub(super) fn subjects_in(&self, before: &str, names: &Names) -> Vec<Mention> {
        let mut named = mentions(before, names);
        if let Some(nearest) = nearest(before, &named) {
            let from = nearest.start;
            // "Against repairs it was [higher][c]": said of what the sentence before was about.
            let stands_in = |token: &Token| matches!(token.text.as_str(), "it" | "they");
            if tokens(&before[nearest.end..]).iter().any(stands_in) {
                return Vec::new();
            }
            named.retain(|mention| {
                mention.start == from
                    || mention.end <= from
                        && matches!(before[mention.end..from].trim(), "and" | "and the")
                        && begins_clause(&before[..mention.start])
            });
            return named;
        }
        let is_subject = named.last().is_some_and(|last| {
            let between = &before[last.end..];
            let opens = self.opens(&before[..named[0].start]);
            named.iter().all(|other| other.of == last.of)
                && (is_apposition(between) || opens && self.is_predicate() && carries_on(between))
        });
        if is_subject { named } else { Vec::new() }
    }

    /// Whether nothing stands before this byte of the sentence but an article and where it is: "At Ring Road repairs …".
    pub(super) fn opens_sentence(&self, at: usize) -> bool {
        self.opens(&self.before[..at])
    }

    fn opens(&self, before: &str) -> bool {
        let text = before.trim().trim_start_matches(['“', '‘', '"']);
        let lower = text.to_lowercase();
        let mut rest = lower.strip_suffix("the").unwrap_or(&lower).trim();
        let areas = self
            .desk
            .inspections
            .iter()
            .map(|(inspection, _)| inspection.area.value.to_lowercase());
        for area in areas {
            let bare = rest.strip_suffix(',').unwrap_or(rest);
            rest = bare.strip_suffix(&area).map_or(rest, str::trim_end);
        }
        matches!(rest, "" | "our" | "their" | "at" | "in")
    }

    /// Whether the claim's words can only say something of a subject before them: "[is above it][claim]", but not
    /// "[most homes][claim]".
    fn is_predicate(&self) -> bool {
        let words = tokens(self.words);
        let is_share = self
            .licences
            .iter()
            .any(|licence| licence.test.kind.family == Family::Share);
        let predicate = words.first().is_some_and(|first| {
            let number = first.text.starts_with(|c: char| c.is_ascii_digit());
            !number && !english().begin_a_subject.has(&first.text)
        });
        let copula = words
            .first()
            .is_some_and(|first| english().carry_on.has(&first.text));
        copula || (predicate && !is_share)
    }
}

/// Whether what stands between a name and a claim leaves the name its subject, in spite of a comma.
fn is_apposition(between: &str) -> bool {
    let Some((said, link)) = between.rsplit_once(", ") else {
        return false;
    };
    let links = matches!(
        link.trim(),
        "" | "which is" | "which was" | "which are" | "which were"
    );
    // The comma of 270,397 parts nothing.
    let parts = |gap: &str| said.contains(if gap == "," { ", " } else { gap });
    links && !GAPS.iter().any(|gap| parts(gap))
}

/// Whether everything between a name and a claim is still said of that name, whatever commas and "but" stand there:
/// "Repairs reached 75%, which is above the average of 70% but [short of the target]".
fn carries_on(between: &str) -> bool {
    // The comma of 270,397 parts nothing.
    let parted = GAPS
        .iter()
        .rev()
        .filter(|gap| !matches!(**gap, " while " | " whereas " | "("))
        .fold(between.to_owned(), |text, gap| {
            let gap = if *gap == "," { ", " } else { gap };
            text.replace(gap, "\n")
        });
    let mut parts = parted.split('\n').skip(1).peekable();
    parts.peek().is_some()
        && parts.all(|part| {
            let words = tokens(part);
            let first = words.first().map(|first| first.text.as_str());
            let number = part.trim_start();
            let number = number.strip_prefix("at ").unwrap_or(number);
            let is_number = number.starts_with(|c: char| c.is_ascii_digit()) && words.len() <= 4;
            is_number || first.is_none_or(|first| english().carry_on.has(first))
        })
}

/// Whether a clause begins after this text, an article aside.
fn begins_clause(before: &str) -> bool {
    let text = before.trim_end();
    let lower = text.to_lowercase();
    let bare = match lower.strip_suffix("the") {
        Some(rest) if rest.is_empty() || rest.ends_with(char::is_whitespace) => rest.trim_end(),
        _ => lower.as_str(),
    };
    bare.is_empty()
        || bare.ends_with([',', ';', ':', '–', '—', '(', '“', '‘', '"'])
        || [" and", " but", " while", " whereas"]
            .iter()
            .any(|link| bare.ends_with(link))
}
