//! Which quotations of a copy stand under another speaker: the notice's paragraphs are in the copy's order by now.

use super::align::Edit;
use super::original::Original;

/// The words of the copy at which quotations begin whose last speaker named is not their own.
pub fn under_another(original: &Original, edits: &[Edit]) -> Vec<usize> {
    let mut named: Option<&str> = None;
    let mut last: Option<&str> = None;
    let mut found = Vec::new();
    for (at, belongs) in original.belongs.iter().enumerate() {
        if belongs.attribution.is_some() {
            named = belongs.attribution.as_deref();
        }
        let speaker = belongs.speaker.as_deref();
        let wrong = speaker.filter(|_| named.is_some() && named != speaker);
        if wrong.is_some() && wrong != last {
            found.extend(place_of(at, edits));
        }
        last = wrong;
    }
    found
}

/// Where word `at` of the notice stands in the copy; `None` where it is not there.
fn place_of(at: usize, edits: &[Edit]) -> Option<usize> {
    if edits.iter().any(|edit| edit.old.contains(&at)) {
        return None;
    }
    let last = edits.iter().rfind(|edit| edit.old.end <= at);
    Some(last.map_or(at, |edit| edit.new.end + at - edit.old.end))
}
