//! Words that say a column outright: "an average of 78%" of what is the area's own value, "last time it was 78%" of
//! this time's.

use std::ops::Range;

use super::clause::{begins_at, ends_at, is_list, tokens_between};
use super::columns::{OF_BENCHMARK, names_benchmark, of_column};
use super::placed::Placed;
use super::prints_otherwise;
use super::vocabulary::{is_in, list};
use crate::audit::reading::Reading;
use crate::audit::token::{Kind, Token};

/// "Last time it was 78%", where 78% is this time's.
pub fn said_earlier(placed: Placed<'_>) -> Option<String> {
    let Placed {
        reading,
        range,
        figure,
        desk,
        ..
    } = placed;
    let earlier = ["previous", "year-ago"]
        .into_iter()
        .find_map(|column| of_column(figure, column, desk))?;
    let says = || {
        format!(
            "`{}` stands where the words speak of `{}`",
            figure.name, earlier.name
        )
    };
    if !prints_otherwise(figure, earlier, desk) {
        return None;
    }
    if compared_with_earlier(reading, range) {
        return Some(says());
    }
    let gap = begins_at(reading, range)..range.start;
    let before: Vec<&Token<'_>> = tokens_between(reading, &gap).collect();
    let said = before.iter().rposition(|token| !is_in("of-an-earlier", token))?;
    let verb = before[said + 1..].iter().any(|token| is_in("verbs", token));
    let lead = &before[..said];
    let opens = lead.iter().all(|token| {
        token.kind == Kind::Mark
            || ["and", "but", "while", "whereas", "the", "a", "year", "at"]
                .iter()
                .any(|word| token.is(word))
    });
    (is_in("earlier", before[said]) && verb && opens).then(says)
}

/// "Compared with 12 a year earlier".
fn compared_with_earlier(reading: &Reading<'_>, range: &Range<usize>) -> bool {
    let sentence = reading.sentence_range(range);
    let before = tokens_between(reading, &(sentence.start..range.start)).last();
    let after: Vec<String> = tokens_between(reading, &(range.end..sentence.end))
        .take(3)
        .map(|token| token.text.to_lowercase())
        .collect();
    let after: Vec<&str> = after.iter().map(String::as_str).collect();
    let earlier = matches!(
        after.as_slice(),
        ["a" | "one" | "the", "year", "earlier" | "ago" | "before"] | ["last", "year" | "time", ..]
    );
    let compared = ["with", "to", "than", "from", "against", "after"];
    earlier && before.is_some_and(|word| compared.iter().any(|other| word.is(other)) && !word.is("to"))
}

/// Words that say a column outright, with the column.
const OUTRIGHT: [(&str, &str); 10] = [
    ("average", "average"),
    ("averages", "average"),
    ("averaged", "average"),
    ("mean", "average"),
    ("target", "target"),
    ("targets", "target"),
    ("lowest", "lowest"),
    ("minimum", "lowest"),
    ("highest", "highest"),
    ("maximum", "highest"),
];

/// "an average of 78%" of what is the area's own value; "the targets are 85%" of what is an average.
pub fn says_other(placed: Placed<'_>, column: &str) -> Option<String> {
    let Placed { figure, desk, .. } = placed;
    let right = match said_outright(placed) {
        Some(said) if said != column => of_column(figure, said, desk)?,
        Some(_) => return None,
        None if !OF_BENCHMARK.contains(&column) && speaks_of_benchmark(placed) => {
            of_column(figure, "average", desk)?
        }
        None => return None,
    };
    let measure = figure.subject.measure.as_ref()?;
    let mut called = measure.names();
    // A measure that is an average itself says so by its name.
    let own = |name: &String| {
        let name = name.to_lowercase();
        OUTRIGHT
            .iter()
            .any(|(word, said)| *said == right.subject.column && name.contains(word))
    };
    (!called.any(own) && prints_otherwise(figure, right, desk)).then(|| {
        format!(
            "`{}` stands where the words speak of `{}`",
            figure.name, right.name
        )
    })
}

/// The column that the words right before a figure say, or those before one that it stands in a row with.
fn said_outright(placed: Placed<'_>) -> Option<&'static str> {
    let Placed {
        subjects,
        reading,
        range,
        ..
    } = placed;
    let sentence = reading.sentence_range(range);
    let text = &reading.passage.text;
    let start = reading
        .passage
        .figures()
        .map(|(other, _)| other)
        .filter(|other| sentence.start <= other.start && other.end <= range.start)
        .last();
    let from = start.as_ref().map_or(sentence.start, |other| other.end);
    let named: Vec<Range<usize>> = subjects
        .names_in(&text[from..range.start].to_lowercase())
        .into_iter()
        .map(|named| from + named.range.start..from + named.range.end)
        .collect();
    let gap = from..range.start;
    let before: Vec<&Token<'_>> = tokens_between(reading, &gap).collect();
    let is_name = |token: &Token<'_>| {
        named
            .iter()
            .any(|name| name.start <= token.range.start && token.range.end <= name.end)
    };
    for (at, token) in before.iter().enumerate().rev() {
        if let Some((_, column)) = OUTRIGHT.iter().find(|(word, _)| token.is(word)) {
            let on = at > 0 && before[at - 1].is("on");
            // "Above the average: 46% against 51%": the claim ends there.
            let parted = before[at..].iter().any(|token| matches!(token.text, ":" | "("));
            let of_a_claim = parted && reading.in_claim(&token.range);
            return (!on && !of_a_claim).then_some(*column);
        }
        if !is_name(token) && !is_in("of-a-column", token) {
            break;
        }
    }
    // "The average was 74%; safety here was 78%": a sentence of its own, and no item of a list.
    let is_item = is_list(subjects, reading, &gap)
        && !before.iter().any(|token| is_in("verbs", token))
        && (!named.is_empty() || !before.iter().any(|token| token.text == ";"));
    let listed = start.filter(|_| is_item)?;
    let lead = reading.passage.text[sentence.start..listed.start].to_lowercase();
    let first = lead
        .split(|c: char| !c.is_alphabetic())
        .find(|word| !word.is_empty());
    let is_aside = first.is_some_and(|first| list("held-against").has(first));
    let listed = Placed {
        range: &listed,
        ..placed
    };
    said_outright(listed).filter(|_| !is_aside)
}

/// Whether the clause of a figure speaks of the benchmark, and not of the area.
fn speaks_of_benchmark(placed: Placed<'_>) -> bool {
    let Placed {
        reading, range, desk, ..
    } = placed;
    let (start, end) = (begins_at(reading, range), ends_at(reading, range));
    let claimed = reading
        .passage
        .claims
        .iter()
        .any(|(claim, _, _)| claim.start < end && start < claim.end);
    let figures = reading.passage.figures();
    let alone = figures
        .filter(|(other, _)| start <= other.start && other.end <= end)
        .count()
        == 1;
    let text = reading.passage.text[start..end].to_lowercase();
    let area = desk
        .inspections
        .iter()
        .any(|(inspection, _)| text.contains(&inspection.area.value.to_lowercase()));
    !claimed && alone && !area && names_benchmark(&text, desk)
}
