//! What to write for comparative words outside a claim: a condition over a figure that the sentence speaks of.

use std::ops::Range;

use super::reading::Reading;
use super::rows;
use crate::claims::Desk;
use crate::figures::Figure;
use crate::finding::Finding;
use crate::lexicon::Sense;
use crate::quantity::Unit;

/// Adds to a finding what to do about words of a sense: with an example where the sentence names a measure or prints a
/// figure, and with what all the measures say where it names none.
pub fn advise(
    finding: Finding,
    sense: Sense,
    reading: &Reading<'_>,
    desk: &Desk<'_>,
    at: &Range<usize>,
) -> Finding {
    let figure = figure_spoken_of(sense, reading, desk, at);
    if figure.is_none()
        && let Some(told) = rows::tell(sense, reading, desk, at)
    {
        let finding = told.shown.into_iter().fold(finding, Finding::shown);
        return finding.advice(told.advice);
    }
    finding.advice(advice(figure, sense, reading, desk, at))
}

fn advice(
    figure: Option<String>,
    sense: Sense,
    reading: &Reading<'_>,
    desk: &Desk<'_>,
    at: &Range<usize>,
) -> String {
    match figure {
        Some(path) => {
            let (name, condition) = condition(sense, &path, reading, desk, at);
            let counts = desk.scope.figures().iter().any(|(other, figure)| {
                let unit = figure.quantity().map(|quantity| &quantity.unit);
                *other == path && matches!(unit, Some(Unit::Number(_) | Unit::Money(_)))
            });
            // "Some 240 complaints": a share of what?
            let condition = match counts {
                true => condition.replace("(share=…)", "(number=…)"),
                false => condition,
            };
            format!(
                "mark the words, `[words][{name}]`, and write under `claims:`, for example, `{name}: {condition}`; for \
                 evidence outside the data `{name}: {{source: …}}`"
            )
        }
        None => "mark the words, `[words][name]`, and write their condition under `claims:`, `name: …`; \
                 docs/claims.md lists the conditions; for evidence outside the data `name: {source: …}`"
            .to_owned(),
    }
}

/// A likely name and condition for the words, over the figure at a path.
fn condition(
    sense: Sense,
    path: &str,
    reading: &Reading<'_>,
    desk: &Desk<'_>,
    at: &Range<usize>,
) -> (String, String) {
    let row = path.strip_suffix(".value").unwrap_or(path);
    let measure = row.rsplit('.').next().unwrap_or(row);
    let figures = desk.scope.figures();
    // A column that the data do not have is no help.
    let test = |name: &str, argument: &str, column: &str| {
        let other = format!("{row}.{column}");
        let there = figures.iter().any(|(path, _)| *path == other);
        format!("{name}({argument}={})", if there { &other } else { "…" })
    };
    let than = column_compared_with(reading, desk, at);
    let average = than.as_deref().unwrap_or("average");
    let target = than
        .as_deref()
        .filter(|than| *than != "average")
        .unwrap_or("target");
    let set = match desk.inspections.len() {
        0 | 1 => "measures.value".to_owned(),
        _ => format!("inspections.{measure}.value"),
    };
    let (word, test) = match sense {
        Sense::Above => ("above", test("above", "than", average)),
        Sense::Below => ("below", test("below", "than", average)),
        Sense::JustAbove => ("just-above", test("just_above", "than", average)),
        Sense::JustBelow => ("just-below", test("just_below", "than", average)),
        Sense::WellAbove => ("well-above", test("well_above", "than", average)),
        Sense::WellBelow => ("well-below", test("well_below", "than", average)),
        Sense::InLine => ("in-line", test("in_line", "with", average)),
        Sense::Equal => ("equal", test("equal", "to", average)),
        Sense::Met => ("met", test("above", "than", target)),
        Sense::Missed => ("missed", test("below", "than", target)),
        Sense::Better => ("better", test("above", "than", average)),
        Sense::Worse => ("worse", test("below", "than", average)),
        Sense::Rose => ("rose", test("rose", "from", "previous")),
        Sense::Fell => ("fell", test("fell", "from", "previous")),
        Sense::Unchanged => ("unchanged", test("unchanged", "from", "previous")),
        Sense::Improved => ("improved", test("improved", "from", "previous")),
        Sense::Worsened => ("worsened", test("worsened", "from", "previous")),
        Sense::Doubled => ("doubled", test("doubled", "from", "previous")),
        Sense::MoreThanDoubled => ("doubled", test("more_than_doubled", "from", "previous")),
        Sense::Halved => ("halved", test("halved", "from", "previous")),
        Sense::Trebled | Sense::Times(_) => ("times", test("trebled", "from", "previous")),
        Sense::Revised | Sense::RevisedUp | Sense::RevisedDown => {
            ("revised", test("revised", "from", "first_published"))
        }
        Sense::FromBottom(1) | Sense::Worst => ("lowest", format!("lowest(among={set})")),
        Sense::FromBottom(_) => ("rank", format!("second_lowest(among={set})")),
        Sense::FromTop(2..) => ("rank", format!("second_highest(among={set})")),
        Sense::FromTop(_) | Sense::Best => ("highest", format!("highest(among={set})")),
        Sense::HighOfYears => ("since", "highest_since(year=…)".to_owned()),
        Sense::LowOfYears => ("since", "lowest_since(year=…)".to_owned()),
        Sense::RecordHigh | Sense::Record => ("record", "record_high".to_owned()),
        Sense::RecordLow => ("record", "record_low".to_owned()),
        Sense::Fraction { .. } => ("share", "about(share=…)".to_owned()),
        Sense::ShareOver | Sense::ShareJustOver => ("over", "more_than(share=…)".to_owned()),
        Sense::ShareUnder => ("under", "less_than(share=…)".to_owned()),
        Sense::ShareNearly => ("nearly", "nearly(share=…)".to_owned()),
        Sense::ShareAbout => ("about", "about(share=…)".to_owned()),
        Sense::ShareExactly => ("exactly", "exactly(share=…)".to_owned()),
        Sense::NoneOf => ("none", "none".to_owned()),
        Sense::All => ("all", "all".to_owned()),
        Sense::NoClearChange => ("no-change", "no_clear_change".to_owned()),
        _ => ("most", "most".to_owned()),
    };
    (
        format!("{}-{word}", measure.replace('_', "-")),
        format!("{path} is {test}"),
    )
}

/// The column that the words after a phrase compare with: "beat the target", "fell short of the goal".
pub fn column_compared_with(reading: &Reading<'_>, desk: &Desk<'_>, at: &Range<usize>) -> Option<String> {
    const REACH: usize = 5;
    const AIMS: [&str; 6] = ["target", "targets", "goal", "ambition", "standard", "threshold"];
    let after = reading
        .tokens
        .iter()
        .filter(|token| token.range.start >= at.start);
    let own = |word: &str| {
        let mut columns = desk.programme.columns.names();
        columns
            .find(|column| column.eq_ignore_ascii_case(word))
            .map(str::to_owned)
    };
    after.take(REACH).find_map(|token| {
        let aim = AIMS
            .iter()
            .any(|word| token.is(word))
            .then(|| "target".to_owned());
        own(token.text)
            .or(aim)
            .or_else(|| token.is("average").then(|| "average".to_owned()))
    })
}

/// The path of the figure that a sentence speaks of: of a measure that it names, or of one whose figure it prints.
fn figure_spoken_of(
    sense: Sense,
    reading: &Reading<'_>,
    desk: &Desk<'_>,
    at: &Range<usize>,
) -> Option<String> {
    let inside = reading.sentence_range(at);
    let words = reading.passage.text[inside.clone()].to_lowercase();
    let of_rating = matches!(
        sense,
        Sense::Improved
            | Sense::Worsened
            | Sense::Unchanged
            | Sense::Better
            | Sense::Worse
            | Sense::Best
            | Sense::Worst
            | Sense::Equal
            | Sense::Met
            | Sense::Missed
    );
    let suits = |figure: &Figure| {
        let unit = figure.quantity().map(|quantity| &quantity.unit);
        unit.is_some_and(|unit| of_rating || !matches!(unit, Unit::Rating(_)))
    };
    let own: Vec<(&String, &Figure)> = desk
        .scope
        .figures()
        .iter()
        .filter(|(path, figure)| {
            figure.subject.column == "value" && path.ends_with(".value") && suits(figure)
        })
        .map(|(path, figure)| (path, figure.as_ref()))
        .collect();
    let measure = |figure: &Figure| {
        figure
            .subject
            .measure
            .as_ref()
            .map(|measure| measure.name.clone())
    };
    let printed: Vec<Option<String>> = reading
        .passage
        .figures()
        .filter(|(range, _)| inside.start <= range.start && range.end <= inside.end)
        .map(|(_, figure)| measure(figure))
        .collect();
    let found = own
        .iter()
        .find(|(_, figure)| names(&words, figure))
        .or_else(|| own.iter().find(|(_, figure)| printed.contains(&measure(figure))));
    found.map(|(path, _)| (*path).clone())
}

/// Whether a sentence in lower case names a figure's measure, whole words only.
pub fn names(sentence: &str, figure: &Figure) -> bool {
    let Some(measure) = &figure.subject.measure else {
        return false;
    };
    let mut names = measure
        .also_called
        .iter()
        .chain([&measure.name, &measure.label.value]);
    names.any(|name| {
        let name = name.to_lowercase();
        let mut places = sentence.match_indices(&name);
        places.any(|(start, _)| {
            let (before, after) = (&sentence[..start], &sentence[start + name.len()..]);
            !name.is_empty()
                && !before.ends_with(char::is_alphanumeric)
                && !after.starts_with(char::is_alphanumeric)
        })
    })
}
