//! Areas that a notice is not about and that its words name all the same: their results stand in the office's data,
//! so that a figure or a claim put in their mouth can be told.

use std::collections::HashMap;

/// The areas of an office by name, and which inspections are of each.
#[derive(Debug, Default)]
pub struct AreaNames {
    /// By name, apostrophes straight; no inspections under a name that is somebody else's as well.
    names: HashMap<String, Vec<String>>,
    /// The words of the longest name.
    longest: usize,
}

impl AreaNames {
    /// Gathers `areas`, pairs of an inspection's name and its area. Names of `others` (the issuer, measures,
    /// benchmarks) name no area, even where an area is called the same or stands inside them.
    pub fn new<'a>(
        areas: impl Iterator<Item = (&'a str, &'a str)>,
        others: impl Iterator<Item = &'a str>,
    ) -> Self {
        let mut gathered = AreaNames::default();
        for (inspection, area) in areas {
            gathered.entry(area).push(inspection.to_owned());
        }
        for name in others {
            gathered.entry(name).clear();
        }
        gathered
    }

    fn entry(&mut self, name: &str) -> &mut Vec<String> {
        let key = straight(name);
        let key = key.trim_matches(|c: char| !c.is_alphanumeric());
        self.longest = self.longest.max(words(key).len());
        self.names.entry(key.to_owned()).or_default()
    }

    /// The inspections of the areas that `text` names, the longest name at each place, in order and each once.
    /// Capitals count: "reading" is no town.
    pub fn named_in(&self, text: &str) -> Vec<&str> {
        let text = straight(text);
        let words = words(&text);
        let mut found: Vec<&str> = Vec::new();
        let mut at = 0;
        while at < words.len() {
            let spans = (1..=self.longest.min(words.len() - at)).rev();
            let named = spans.into_iter().find_map(|length| {
                let span = &text[words[at].0..words[at + length - 1].1];
                Some((length, self.names.get(span)?))
            });
            let Some((length, inspections)) = named else {
                at += 1;
                continue;
            };
            at += length;
            for inspection in inspections {
                if !found.contains(&inspection.as_str()) {
                    found.push(inspection);
                }
            }
        }
        found
    }
}

fn straight(text: &str) -> String {
    text.replace('’', "'")
}

/// Where each word begins and ends.
fn words(text: &str) -> Vec<(usize, usize)> {
    let mut words = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices() {
        match (c.is_alphanumeric(), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                words.push((from, at));
                start = None;
            }
            _ => {}
        }
    }
    words.extend(start.map(|from| (from, text.len())));
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names() -> AreaNames {
        let areas = [
            ("north", "Northshire"),
            ("north-2", "Northshire"),
            ("west", "West Midlands"),
            ("both", "Staffordshire and West Midlands"),
            ("asaph", "St Asaph’s (North)"),
            ("reading", "Reading"),
            ("dee", "Dee"),
        ];
        AreaNames::new(areas.into_iter(), ["Inspectorate of Dee", "Reading"].into_iter())
    }

    #[test]
    fn the_longest_name_at_each_place_is_the_one_named() {
        let named = |text: &str| names().named_in(text).join(" ");
        assert_eq!(named("In Northshire and West Midlands"), "north north-2 west");
        assert_eq!(named("in Staffordshire and West Midlands."), "both");
        assert_eq!(named("St Asaph's (North), too"), "asaph");
        assert_eq!(named("the Inspectorate of Dee"), "");
        assert_eq!(named("Dee’s results"), "dee");
        assert_eq!(named("Reading is a measure; northshire is no name"), "");
        assert_eq!(named(""), "");
    }
}
