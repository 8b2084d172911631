//! "Did you mean": the nearest right name to a wrong one.

/// The nearest of `names` to `wrong`, if one is near enough to be a likely slip: an edit or two, or a
/// difference of case, hyphen or underscore only.
pub fn did_you_mean<'n>(wrong: &str, names: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    let fold = |name: &str| name.to_lowercase().replace(['-', ' '], "_");
    let wrong = fold(wrong);
    let allowed = match wrong.chars().count() {
        0..=2 => 1,
        3..=5 => 2,
        6..=9 => 3,
        _ => 4,
    };
    names
        .into_iter()
        .map(|name| (strsim::osa_distance(&wrong, &fold(name)), name))
        .filter(|(distance, name)| *distance <= allowed && *distance < name.chars().count().max(2))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name)
}

/// The most names that a message lists.
const MOST_LISTED: usize = 30;

/// "did you mean `x`? " if a name is near, then the names there are: `there are a, b and c`.
pub fn list_names<'n>(wrong: &str, names: impl IntoIterator<Item = &'n str>) -> String {
    let names: Vec<&str> = names.into_iter().collect();
    let nearest = did_you_mean(wrong, names.iter().copied());
    let listed = match names.as_slice() {
        [] => "there are none".to_owned(),
        [only] => format!("there is only `{only}`"),
        names if names.len() <= MOST_LISTED => format!("there are `{}`", names.join("`, `")),
        names => format!("there are {} of them", names.len()),
    };
    match nearest {
        // How many there are helps nobody who has the right one before them.
        Some(name) if names.len() > MOST_LISTED => format!("did you mean `{name}`?"),
        Some(name) => format!("did you mean `{name}`? ({listed})"),
        None => listed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_names_are_found_and_far_ones_are_not() {
        assert_eq!(did_you_mean("headlnie", ["kicker", "headline"]), Some("headline"));
        assert_eq!(
            did_you_mean("media_enquiries", ["media-enquiries"]),
            Some("media-enquiries")
        );
        assert_eq!(did_you_mean("zebra", ["kicker", "headline"]), None);
    }

    #[test]
    fn many_names_are_not_listed_nor_counted_beside_the_nearest() {
        let names: Vec<String> = (10..50).map(|at| format!("measure-{at}")).collect();
        let names = || names.iter().map(String::as_str);
        assert_eq!(list_names("measuer-10", names()), "did you mean `measure-10`?");
        assert_eq!(list_names("x", names()), "there are 40 of them");
        assert_eq!(
            list_names("nmae", ["name"]),
            "did you mean `name`? (there is only `name`)"
        );
    }
}
