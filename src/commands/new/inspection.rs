//! `new inspection`: a file of results with a line for each measure of its programme.

use pressroom::data::Programme;
use pressroom::finding::list_names;

use super::spelling::spelt;
use super::write_new;
use crate::cli::Cli;
use crate::commands::bench::Bench;
use crate::commands::{Failure, voice::Voice};
use crate::folder;

/// Starts `data/inspections/NAME.yaml`. Every result is missing until somebody gives it, so that nothing is made up.
///
/// # Errors
/// The name cannot be used or is there already, or it is not clear which programme it belongs to.
pub fn start(cli: &Cli, name: &str, asked: Option<&str>, voice: &Voice) -> Result<(), Failure> {
    folder::usable(name)?;
    let bench = Bench::open(cli, voice)?;
    let programmes = bench.names("data/programmes/");
    let named = match (asked, programmes.as_slice()) {
        (Some(asked), _) if programmes.contains(&asked) => asked,
        (Some(asked), _) => {
            return Err(Failure::usage(
                format!("there is no programme `{asked}`"),
                list_names(asked, programmes.iter().copied()),
            ));
        }
        (None, [only]) => only,
        (None, several) => {
            return Err(Failure::usage(
                "it is not clear which programme the inspection belongs to",
                format!(
                    "say which with --programme NAME: {}",
                    list_names("", several.iter().copied())
                ),
            ));
        }
    };
    let programme: Programme = bench.document(&format!("data/programmes/{named}.yaml"))?;
    let mut text = format!(
        "# yaml-language-server: $schema=../../schemas/inspection.schema.json\n\
         #\n\
         # The results of one inspection, as the analyst delivers them.\n\
         programme: {}\n\
         area: {} # as it is to be printed\n\
         published: {} # the day of publication: its place in the programme's order\n\
         \n\
         # One result a measure: 78%, or 62 of 79, in the measure's unit. What is not there says why.\n\
         results:\n",
        spelt(named),
        spelt(&as_printed(name)),
        bench.today(),
    );
    for (measure, _, about) in programme.measures.iter() {
        let label = about.label.value.replace(['\r', '\n'], " ");
        text.push_str(&format!(
            "  {}: {{missing: not delivered yet}} # {label}\n",
            spelt(measure)
        ));
    }
    let path = format!("data/inspections/{name}.yaml");
    write_new(&cli.folder.join(&path), &text)?;
    voice.say(&format!(
        "started {path}: give its results, then `pressroom new notice {name}`"
    ));
    Ok(())
}

/// `north-pier` as an area's name: `North Pier`.
fn as_printed(name: &str) -> String {
    let words = name.split(['-', '_']).filter(|word| !word.is_empty());
    let capital = |word: &str| {
        let mut letters = word.chars();
        match letters.next() {
            Some(first) => first.to_uppercase().chain(letters).collect(),
            None => String::new(),
        }
    };
    let words: Vec<String> = words
        .map(|word| {
            if matches!(word, "and" | "of" | "the") {
                word.to_owned()
            } else {
                capital(word)
            }
        })
        .collect();
    words.join(" ")
}
