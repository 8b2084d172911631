//! What somebody asks about: a name, a number as printed, words of the notice, a claim, a place – whatever a person
//! copies.

use super::entry::{Claimed, Compared, Entry, Explanation, From, Part, Traced, What};
use super::trace::traced;
use super::{Behind, figures_at};
use crate::finding::{Place, did_you_mean};
use crate::quantity::percent_as_sign;
use crate::words::Kept;

/// Nothing of the notice is what was asked for; the nearest names that there are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Nothing {
    /// The nearest, best first; few.
    pub near: Vec<String>,
}

/// A way in which an entry may be what was asked for.
type Way<'w> = &'w dyn Fn(&Part, &Entry) -> bool;

/// How many names are suggested.
const FEW: usize = 3;

/// The entries of `whole` that `asked` is about. A name counts before a number, a number before words.
///
/// # Errors
/// There are none, and no figure of that name either.
pub fn choose(whole: &Explanation, asked: &str, behind: &Behind<'_>) -> Result<Explanation, Nothing> {
    let asked = bare(asked);
    if asked.is_empty() {
        return Ok(whole.clone());
    }
    // With and without filters: `crime.change | size` is what `crime.change | size | in_words` prints, too.
    let expression = format!("{}|", tight(&asked));
    let ways: [Way<'_>; 6] = [
        &|_, entry| claim_of(entry).is_some_and(|claim| folded(&claim.name) == folded(&asked)),
        &|_, entry| is_named(entry, &asked),
        &|_, entry| {
            let printed_by = entry.expression.as_ref();
            printed_by.is_some_and(|by| format!("{}|", tight(by)).starts_with(&expression))
        },
        &|_, entry| stands_at(entry, &asked, behind),
        &|part, entry| is_printed(&part.text[entry.range.clone()], entry, &asked, behind),
        &|part, entry| is_among(part, entry, &asked),
    ];
    for way in ways {
        let found = only(whole, way);
        if !found.parts.is_empty() {
            return Ok(found);
        }
    }
    let figures = seen(&folded(&asked), behind);
    if !figures.is_empty() {
        // A condition may use what no sentence prints: the claims that do are told with it.
        let mut found = only(whole, |_, entry| {
            claim_of(entry).is_some_and(|claim| uses(claim, &figures))
        });
        found.unprinted = figures;
        return Ok(found);
    }
    let name = folded(&asked);
    let kept: Vec<Kept> = behind
        .kept
        .iter()
        .filter(|kept| is_within(&kept.name, &name))
        .cloned()
        .collect();
    if !kept.is_empty() {
        let mut found = only(whole, |_, _| false);
        found.unprinted_data = kept;
        return Ok(found);
    }
    Err(Nothing {
        near: near(whole, &asked, behind),
    })
}

/// Whether `path` is the name, or in the group of that name.
fn is_within(path: &str, name: &str) -> bool {
    let path = folded(path);
    path.strip_prefix(name)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

/// The figures of that name, or of that group, which the words could see.
fn seen(name: &str, behind: &Behind<'_>) -> Vec<Traced> {
    let all = behind.desk.scope.figures();
    let own: Vec<Traced> = all
        .iter()
        .filter(|(path, _)| is_within(path, name))
        .map(|(_, figure)| traced(figure, behind))
        .collect();
    if own.is_empty() {
        figures_at(name, behind)
    } else {
        own
    }
}

/// The entries for which `way` says yes, in their parts.
fn only(whole: &Explanation, way: impl Fn(&Part, &Entry) -> bool) -> Explanation {
    let parts = whole.parts.iter().filter_map(|part| {
        let entries: Vec<Entry> = part
            .entries
            .iter()
            .filter(|entry| way(part, entry))
            .cloned()
            .collect();
        (!entries.is_empty()).then(|| Part {
            entries,
            ..part.clone()
        })
    });
    Explanation {
        notice: whole.notice.clone(),
        parts: parts.collect(),
        unprinted: Vec::new(),
        unprinted_data: Vec::new(),
    }
}

/// Without the marks, braces and brackets that are copied with a name, typography evened.
fn bare(asked: &str) -> String {
    let mut text = even(asked);
    // `[words][name]` asks for the claim.
    if let Some((_, name)) = text.strip_suffix(']').and_then(|text| text.rsplit_once("][")) {
        text = name.to_owned();
    }
    let inside = |text: &str, open: &str, close: &str| -> Option<String> {
        Some(text.strip_prefix(open)?.strip_suffix(close)?.trim().to_owned())
    };
    for (open, close) in [("\"", "\""), ("'", "'"), ("`", "`"), ("{{", "}}"), ("{%", "%}")] {
        text = inside(&text, open, close).unwrap_or(text);
    }
    text
}

/// Spaces and typographic marks evened.
fn even(text: &str) -> String {
    let plain: String = text
        .chars()
        .map(|c| match c {
            '‘' | '’' => '\'',
            '“' | '”' => '"',
            '\u{2212}' | '\u{2010}' | '\u{2011}' => '-',
            c if c.is_whitespace() => ' ',
            c => c,
        })
        .collect();
    plain
        .split(' ')
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// A name as names are compared: small, hyphens as underscores.
fn folded(name: &str) -> String {
    name.trim().to_lowercase().replace('-', "_")
}

/// Without spaces: `crime.change|size`.
fn tight(expression: &str) -> String {
    folded(expression)
        .chars()
        .filter(|c| !c.is_whitespace())
        .collect()
}

fn claim_of(entry: &Entry) -> Option<&Claimed> {
    match &entry.what {
        What::Claim(claim) => Some(claim),
        _ => None,
    }
}

/// The name of what an entry prints.
fn name_of(entry: &Entry) -> Option<&str> {
    match &entry.what {
        What::Figure(figure) => Some(&figure.name),
        What::Data { name, .. } if !name.is_empty() => Some(name),
        _ => None,
    }
}

/// Whether the entry prints `asked`, or something of the group `asked`; with several inspections also without the
/// inspection's name before it.
fn is_named(entry: &Entry, asked: &str) -> bool {
    let asked = folded(asked);
    let of = |name: &str| {
        name.strip_prefix(asked.as_str())
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    };
    name_of(entry).is_some_and(|name| {
        let name = folded(name);
        of(&name)
            || name
                .split_once('.')
                .is_some_and(|(_, rest)| rest.contains('.') && of(rest))
    })
}

/// Whether the entry stands at, or comes from, `file:line` or `file:line:column`.
fn stands_at(entry: &Entry, asked: &str, behind: &Behind<'_>) -> bool {
    let mut parts = asked.rsplitn(3, ':').collect::<Vec<_>>();
    parts.reverse();
    let number = |text: &str| text.parse::<usize>().ok();
    let (file, line, column) = match parts.as_slice() {
        [file, line, column] if number(line).is_some() => (*file, number(line), number(column)),
        [more, file, line] => (&asked[..more.len() + 1 + file.len()], number(line), None),
        [file, line] => (*file, number(line), None),
        _ => return false,
    };
    let Some(line) = line else { return false };
    let mut places = Vec::new();
    all_places(entry, &mut places);
    places.into_iter().any(|place| {
        let source = behind.desk.sources.get(place.file);
        let path = source.path();
        let named = path == file || path.ends_with(&format!("/{file}"));
        let (start, end) = (source.position(place.start), source.position(place.end));
        let on_line = (start.line..=end.line).contains(&line);
        let at = column.is_none_or(|column| {
            (line > start.line || column >= start.column) && (line < end.line || column <= end.column)
        });
        named && on_line && at
    })
}

/// Where the entry stands, and the scalars it comes from.
fn all_places(entry: &Entry, places: &mut Vec<Place>) {
    places.extend(entry.at);
    match &entry.what {
        What::Figure(figure) => of_figure(figure, places),
        What::Data { place, .. } => places.push(*place),
        What::Claim(claim) => {
            places.extend(claim.text.as_ref().map(|(_, place)| *place));
            figures_of(claim).for_each(|figure| of_figure(figure, places));
        }
        What::Program { place, .. } => places.extend(*place),
        What::Chosen { by, .. } => places.extend(by.iter().filter_map(|(_, place)| *place)),
        What::Typed { .. } => {}
    }
}

fn of_figure(figure: &Traced, places: &mut Vec<Place>) {
    match &figure.from {
        From::Given { place, .. } => places.push(*place),
        From::Derived { steps, .. } => steps.iter().for_each(|step| of_figure(step, places)),
        From::Computed { inputs, .. } => places.extend(inputs.iter().map(|input| input.place)),
    }
}

/// Whether the entry prints what was asked for: the same characters, or the same number.
fn is_printed(printed: &str, entry: &Entry, asked: &str, behind: &Behind<'_>) -> bool {
    if matches!(entry.what, What::Claim(_) | What::Chosen { .. }) {
        return false;
    }
    let (printed, asked) = (even(printed).to_lowercase(), asked.to_lowercase());
    if printed == asked {
        return true;
    }
    let number = |text: &str| number(text, behind);
    // "Inspection 2" is no number, whatever it holds.
    if !matches!(entry.what, What::Figure(_) | What::Typed { .. }) {
        return false;
    }
    match (number(&printed), number(&asked)) {
        (Some((one, of)), Some((other, of_other))) => {
            one == other && (of == of_other || of.is_empty() || of_other.is_empty())
        }
        _ => false,
    }
}

/// A number in digits or words with what it is of, the signs of per cent being one: `78 per cent` is 78 and `%`.
fn number(text: &str, behind: &Behind<'_>) -> Option<(String, String)> {
    let text = text.trim().trim_end_matches(['.', ',', ';']);
    let text = percent_as_sign(text);
    if let Some(first) = text.find(|c: char| c.is_ascii_digit()) {
        let in_number = |c: char| c.is_ascii_digit() || c == '.' || c == ',';
        let rest = &text[first..];
        let end = rest.find(|c| !in_number(c)).unwrap_or(rest.len());
        let digits = rest[..end].replace(',', "");
        let around = format!("{}{}", text[..first].trim(), rest[end..].trim());
        // A minus is of the number; "1 234" is left to be asked for as it prints.
        return Some((digits, around.trim_start_matches('-').to_owned()));
    }
    let (words, of) = match text.split_once('%') {
        Some((words, _)) => (words.trim(), "%"),
        None => (text.as_str(), ""),
    };
    let value = behind.desk.language.number_words_value(words)?;
    Some((value.to_string(), of.to_owned()))
}

/// Whether the entry stands in the words asked for, or they are in its sentence and nothing is in them.
fn is_among(part: &Part, entry: &Entry, asked: &str) -> bool {
    let asked = asked.to_lowercase();
    if asked.chars().count() < 3 {
        return false;
    }
    // Offsets in the evened text are those of the text where every character is as long; so the words are compared
    // stretch by stretch.
    let starts = || {
        part.text
            .char_indices()
            .map(|(at, _)| at)
            .filter(|at| even(&part.text[*at..]).to_lowercase().starts_with(&asked))
    };
    let within = |start: usize| -> std::ops::Range<usize> {
        let ends = part.text[start..]
            .char_indices()
            .map(|(at, c)| start + at + c.len_utf8());
        let end = ends
            .into_iter()
            .find(|end| even(&part.text[start..*end]).to_lowercase() == asked);
        start..end.unwrap_or(part.text.len())
    };
    let overlap = |one: &std::ops::Range<usize>, other: &std::ops::Range<usize>| {
        one.start < other.end && other.start < one.end
    };
    starts().any(|start| {
        let words = within(start);
        let any = part.entries.iter().any(|entry| overlap(&entry.range, &words));
        overlap(if any { &entry.range } else { &entry.sentence }, &words)
    })
}

/// Whether a claim's condition looks at one of `figures`.
fn uses(claim: &Claimed, figures: &[Traced]) -> bool {
    figures_of(claim).any(|figure| figures.contains(figure))
}

/// Every figure that a claim's condition looks at.
fn figures_of(claim: &Claimed) -> impl Iterator<Item = &Traced> {
    claim.tests.iter().flat_map(|test| &test.rows).flat_map(|row| {
        let with = row.with.iter().flat_map(|(_, compared)| match compared {
            Compared::Figures(all) => all.as_slice(),
            Compared::Written(_) => &[],
        });
        std::iter::once(&row.figure).chain(with)
    })
}

/// The nearest names of figures, texts and claims, best first.
fn near(whole: &Explanation, asked: &str, behind: &Behind<'_>) -> Vec<String> {
    let entries = whole.parts.iter().flat_map(|part| &part.entries);
    let mut names: Vec<String> = entries
        .filter_map(|entry| {
            name_of(entry)
                .map(str::to_owned)
                .or_else(|| claim_of(entry).map(|claim| claim.name.clone()))
        })
        .collect();
    names.extend(behind.desk.scope.figures().iter().map(|(path, _)| path.clone()));
    let groups: Vec<String> = names
        .iter()
        .filter_map(|name| name.rsplit_once('.').map(|(group, _)| group.to_owned()))
        .collect();
    names.extend(groups);
    let near = nearest(names, asked);
    if near.is_empty() {
        // Every row has texts beside its figures: they are not meant where a figure is near.
        return nearest(behind.kept.iter().map(|kept| kept.name.clone()).collect(), asked);
    }
    near
}

/// The few of `names` that are nearest to `asked`, best first.
fn nearest(mut names: Vec<String>, asked: &str) -> Vec<String> {
    names.sort();
    names.dedup();
    let mut near = Vec::new();
    while near.len() < FEW {
        let Some(name) = did_you_mean(asked, names.iter().map(String::as_str)).map(str::to_owned) else {
            break;
        };
        names.retain(|other| *other != name);
        near.push(name);
    }
    near
}
