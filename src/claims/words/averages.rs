//! Whose average the words name: "[above the average of the big ports][claim]" of a benchmark that is called nothing of
//! the kind.

use super::english::{Phrase, english};
use super::mentions::words_of;
use super::whole::is_everything;
use super::{Objection, Statement};
use crate::data::Text;
use crate::lexicon::tokens::{Token, tokens};

impl Statement<'_> {
    /// Objects to an average of something that neither the benchmark nor anything else of the programme is called.
    pub(super) fn judge_whose_average(&self, objections: &mut Vec<Objection>) {
        let with_average = self.columns_compared().iter().all(|column| column == "average");
        if self.columns_compared().is_empty() || !with_average {
            return;
        }
        let unknown = self
            .named_of_average()
            .into_iter()
            .find(|word| !self.is_known(word));
        if let Some(word) = unknown {
            objections.push(
                Objection::differ(
                    "the words of `{claim}` name an average of something that the programme calls otherwise",
                    "use the benchmark's `name:`, or add these words to its `also-called:`",
                )
                .shown(format!("the word: {word}")),
            );
        }
    }

    /// The words after "the average of", up to where something else begins. None of an average of a number or of years.
    fn named_of_average(&self) -> Vec<String> {
        let text = format!("{}{}", self.words, self.after);
        let all = tokens(&text);
        let at = all.windows(2).position(|pair| {
            let average = matches!(pair[0].text.as_str(), "average" | "mean");
            average && pair[1].text == "of" && pair[0].range.end <= self.words.len()
        });
        let Some(at) = at else { return Vec::new() };
        let known = english();
        let parted =
            |token: &Token| text[all[at].range.end..token.range.start].contains([',', ';', ':', '(', '–']);
        let named: Vec<String> = all[at + 2..]
            .iter()
            .take_while(|token| !known.average_ends.has(&token.text) && !parted(token))
            .map(|token| token.text.clone())
            .collect();
        let counts =
            |word: &String| known.average_units.has(word) || word.starts_with(|c: char| c.is_ascii_digit());
        match named.iter().any(counts) {
            true => Vec::new(),
            false => named,
        }
    }

    /// Whether a word may stand in the name of a benchmark: the programme uses it, or it is said of any set.
    fn is_known(&self, word: &str) -> bool {
        let known = english();
        let programme = self.desk.programme;
        let measures: Vec<_> = programme.measures.iter().map(|(_, _, measure)| measure).collect();
        let benchmarks = programme
            .benchmark
            .iter()
            .chain(measures.iter().filter_map(|measure| measure.benchmark.as_ref()));
        let called = |text: &Text| text.value.clone();
        let mut names: Vec<String> = Vec::new();
        for benchmark in benchmarks {
            names.extend(benchmark.also_called.iter().chain([&benchmark.name]).map(called));
        }
        for measure in measures {
            names.extend(measure.also_called.iter().chain([&measure.label]).map(called));
            names.extend([&measure.unit, &measure.one].into_iter().flatten().map(called));
        }
        names.extend([&programme.name, &self.desk.organisation.name].map(called));
        let areas = self
            .desk
            .inspections
            .iter()
            .map(|(inspection, _)| &inspection.area);
        names.extend(areas.map(called));
        names.extend(self.desk.neighbours.iter().map(|one| one.area.clone()));
        let root = |word: &str| word.strip_suffix('s').unwrap_or(word).to_owned();
        let place = |(place, names): &(Phrase, Phrase)| place.contains(&word) || names.contains(&word);
        known.of_any_set.has(word)
            || known.articles.has(word)
            || self.desk.language.number_words_value(word).is_some()
            || known.places.iter().any(place)
            || is_everything(word)
            || names
                .iter()
                .any(|name| words_of(name).iter().any(|own| root(own) == root(word)))
    }
}
