//! What a claim's condition says, read by splitting its text.

use super::data::Data;
use super::{How, Ratio, Says, Way};

/// A condition: what it says, of which figures, held against which.
#[derive(Debug)]
pub struct Condition {
    /// What it says.
    pub says: Says,
    /// The figures it speaks of.
    pub subject: Vec<String>,
    /// What they are held against.
    pub beside: Vec<String>,
}

/// Reads `PATH is [not] NAME(ARGUMENT=…)`; `None` where it cannot.
pub fn read(text: &str, data: &Data) -> Option<Condition> {
    let (path, rest) = text.trim().split_once(" is ")?;
    let (denied, rest) = match rest.strip_prefix("not ") {
        Some(rest) => (true, rest),
        None => (false, rest),
    };
    let (name, arguments) = match rest.split_once('(') {
        Some((name, arguments)) => (name, arguments.trim_end_matches(')')),
        None => (rest, ""),
    };
    let argument = |wanted: &str| {
        let (_, after) = arguments.split_once(&format!("{wanted}="))?;
        let end = if after.starts_with('[') {
            after.find(']').map(|at| at + 1)
        } else {
            after.find(',')
        };
        Some(after[..end.unwrap_or(after.len())].trim())
    };
    let subject = paths(path, data);
    let beside = ["than", "to", "with", "from", "among", "parts"]
        .iter()
        .find_map(|name| argument(name))
        .map(|path| paths(path, data))
        .unwrap_or_default();
    let counted = |name: &str| argument(name).and_then(|count| count.parse::<u64>().ok());
    let share = || {
        let (over, under) = argument("share")?.trim_matches('"').split_once('/')?;
        Some((over.parse().ok()?, under.parse().ok()?))
    };
    let year = counted("year");
    let against = |way: Way, how: How| {
        if subject.len() < 2 {
            return Says::Side(way, how);
        }
        match (counted("exactly"), counted("at_least"), argument("most")) {
            (Some(count), _, _) => Says::Rows(count, None, way),
            (_, Some(count), _) => Says::AtLeast(count, way),
            (_, _, Some("true")) => Says::MostRows(way),
            _ => Says::All(way),
        }
    };
    let of_share = |way: Way, how: How| share().map(|(over, under)| Says::Share(way, how, over, under));
    let says = match name.trim() {
        "above" => against(Way::Up, How::Any),
        "below" => against(Way::Down, How::Any),
        "just_above" => against(Way::Up, How::Just),
        "just_below" => against(Way::Down, How::Just),
        "well_above" => against(Way::Up, How::Well),
        "well_below" => against(Way::Down, How::Well),
        "in_line" => against(Way::Even, How::About),
        "equal" => against(Way::Even, How::Any),
        "more_than" => of_share(Way::Up, How::Any)?,
        "less_than" => of_share(Way::Down, How::Any)?,
        "just_over" => of_share(Way::Up, How::Just)?,
        "nearly" => of_share(Way::Down, How::Just)?,
        "about" => of_share(Way::Even, How::About)?,
        "exactly" => of_share(Way::Even, How::Any)?,
        "most" => Says::Share(Way::Up, How::Any, 1, 2),
        "highest" => Says::Rank(true, 1, false),
        "lowest" => Says::Rank(false, 1, false),
        "second_highest" => Says::Rank(true, 2, false),
        "second_lowest" => Says::Rank(false, 2, false),
        "highest_on_scale" => Says::Scale(true),
        "lowest_on_scale" => Says::Scale(false),
        "rose" => moved(Way::Up, argument("by")),
        "fell" => moved(Way::Down, argument("by")),
        "unchanged" => Says::Moved(Way::Even),
        "improved" => Says::Better(true),
        "worsened" => Says::Better(false),
        "doubled" => Says::Times(2, 1, false),
        "more_than_doubled" => Says::Times(2, 1, true),
        "halved" => Says::Times(1, 2, false),
        "revised" => Says::Revised,
        "record_high" => Says::Record(true, None),
        "record_low" => Says::Record(false, None),
        "highest_since" => Says::Record(true, Some(year?)),
        "lowest_since" => Says::Record(false, Some(year?)),
        "increase" => Says::Change(Way::Up),
        "decrease" => Says::Change(Way::Down),
        "sum_of" => Says::Sum,
        "no_clear_change" => Says::Change(Way::Even),
        _ => return None,
    };
    Some(Condition {
        says: if denied { Says::Not(Box::new(says)) } else { says },
        subject,
        beside,
    })
}

/// `by=2` is in the measure's own unit, `by="29%"` a share of the earlier value.
fn moved(way: Way, by: Option<&str>) -> Says {
    let size = by.and_then(Ratio::read);
    size.map_or(Says::Moved(way), |size| {
        Says::MovedBy(way, size, by.is_some_and(|by| by.contains('%')))
    })
}

/// The figures of a path or a list: `measures.value` and `inspections.safety.value` are one a row.
fn paths(text: &str, data: &Data) -> Vec<String> {
    let text = text.trim();
    if let Some(inner) = text.strip_prefix('[') {
        let each = inner.trim_end_matches(']').split(',');
        return each.map(|path| path.trim().to_owned()).collect();
    }
    if let Some(column) = text.strip_prefix("measures.") {
        let rows = data.measures.iter().map(|(name, _)| format!("{name}.{column}"));
        return rows.collect();
    }
    if let Some(rest) = text.strip_prefix("inspections.") {
        return data
            .prefixes
            .iter()
            .map(|prefix| format!("{prefix}{rest}"))
            .collect();
    }
    vec![text.to_owned()]
}
