//! Clean rewrites: the same said otherwise, or in another order. No error may come of them.

use super::{Change, Kind, Mutant};
use crate::office::Office;

/// Sentences that compare nothing and count nothing, however they sound.
const INNOCENT: &[&str] = &[
    "Above all, we thank the staff.",
    "At first, one of us asked for more information.",
    "More information is at <https://reports.example/more>.",
    "The first of these visits was in May 2011.",
    "Staff went above and beyond, and no one was left out.",
    "The law changed in 2003, and again with the Courts Act 2007.",
    "Ring 020 7946 0199 for further details.",
    "Children under supervision deserve the best.",
    "Section 12 and Schedule 2 apply.",
    "This is an encouraging set of findings.",
    "It is the duty of everyone to put this right, not least ours.",
    "They don’t doubt it, and neither do the staff’s managers.",
];

/// Every clean rewrite of an office.
pub fn mutants(office: &Office) -> Vec<Mutant> {
    let path = office.notice();
    let text = office.text(path);
    let mut all = Vec::new();
    let mut put = |operator, range, new: String| {
        let kind = Kind::Clean;
        all.push(Change::in_notice(office, operator, kind, range, new, &[]));
    };
    for (old, new) in office.rewrites.iter() {
        let at = text.find(old.as_str());
        let at = at.unwrap_or_else(|| panic!("{}: `{old}` is not in the notice", office.name));
        put("the same said otherwise", at..at + old.len(), new.clone());
    }
    let body = text.find("body:").unwrap_or(0);
    let mut from = body;
    while let Some(at) = text[from..].find(".\n\n      ").map(|at| from + at + 1) {
        for sentence in INNOCENT {
            put("an innocent sentence added", at..at, format!(" {sentence}"));
        }
        // The paragraph before and the paragraph after change places.
        let start = text[..at]
            .rfind("\n\n")
            .or(text[..at].rfind("|\n").map(|at| at - 1))
            .map(|at| at + 2);
        let end = text[at + 2..].find("\n\n").map(|end| at + 2 + end);
        if let (Some(start), Some(end)) = (start, end)
            && text[at..end]
                .lines()
                .all(|line| line.is_empty() || line.starts_with("      "))
            && text[start..at].lines().all(|line| line.starts_with("      "))
        {
            let (first, second) = (text[start..at].to_owned(), text[at + 2..end].to_owned());
            put(
                "paragraphs in another order",
                start..end,
                format!("{second}\n\n{first}"),
            );
        }
        from = at;
    }
    for (name, file) in office
        .files
        .iter()
        .filter(|(name, _)| !name.contains("notices.lock"))
    {
        let mut changed = office.clone();
        changed.files.insert(name.clone(), file.replace('\n', "\r\n"));
        all.push(Mutant {
            operator: "line ends of another system",
            kind: Kind::Clean,
            what: format!("{}: {name} with CRLF", office.name),
            office: changed,
            original: office.clone(),
            fault: None,
        });
    }
    all
}
