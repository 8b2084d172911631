//! `new notice`: a file of words about an inspection, with what the office has to offer already in it.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use pressroom::data::{Inspection, Organisation, Programme};
use pressroom::finding::list_names;

use super::spelling::spelt;
use super::write_new;
use crate::cli::Cli;
use crate::commands::bench::Bench;
use crate::commands::{Failure, voice::Voice};
use crate::folder;

/// Starts `data/notices/NAME.yaml`.
///
/// # Errors
/// The name cannot be used or is there already, or there is no such inspection.
pub fn start(cli: &Cli, name: &str, asked: Option<&str>, voice: &Voice) -> Result<(), Failure> {
    folder::usable(name)?;
    let bench = Bench::open(cli, voice)?;
    let inspections = bench.names("data/inspections/");
    let about = asked.unwrap_or(name);
    if !inspections.contains(&about) {
        let advice = list_names(about, inspections.iter().copied());
        return Err(match asked {
            Some(_) => Failure::usage(format!("there is no inspection `{about}`"), advice),
            None => Failure::usage(
                format!("there is no inspection `{about}` for the notice to be about"),
                format!(
                    "say which with --inspection NAME: {advice}; or start it: `pressroom new inspection {about}`"
                ),
            ),
        });
    }
    let organisation: Organisation = bench.document("data/organisation.yaml")?;
    let inspection: Inspection = bench.document(&format!("data/inspections/{about}.yaml"))?;
    let programme = inspection.programme.value.as_str();
    let programme: Programme = bench.document(&format!("data/programmes/{programme}.yaml"))?;
    let published = inspection.published.value.as_str();
    let issued = published.parse().map_or_else(
        |_| published.to_owned(),
        |date| working_day_before(date).to_string(),
    );
    let mut text = format!(
        "# yaml-language-server: $schema=../../schemas/notice.schema.json\n\
         #\n\
         # The press office's words. Numbers are never typed: {{{{ MEASURE.value }}}} prints the figure of the inspection.\n\
         # `pressroom facts {name}` lists every name the words can use.\n\
         inspection: {}\n\
         issued: {issued}\n\
         embargo: {published} 00:01 # local time; the weekday is computed\n\
         headline: \"{{{{ area }}}} inspected\"\n\
         standfirst: A new report on {{{{ area }}}} is published today.\n\
         body:\n",
        spelt(about),
    );
    match organisation.people.names().next() {
        Some(person) => text.push_str(&format!(
            "  - quote:\n      by: {}\n      # Without quotation marks round the whole: the program sets them. A blank \
             line parts paragraphs.\n      words: |\n        We have inspected {{{{ area }}}}.\n",
            spelt(person)
        )),
        None => text.push_str("  - text: |\n      The work in {{ area }} has been inspected.\n"),
    }
    if let Some(table) = programme.tables.names().next() {
        text.push_str(&format!("  - table: {}\n", spelt(table)));
    }
    match organisation.contacts.names().next() {
        Some(contact) => text.push_str(&format!("contacts: [{}]\n", spelt(contact))),
        None => text.push_str("# contacts: [NAME] once data/organisation.yaml has one under `contacts:`\n"),
    }
    let path = format!("data/notices/{name}.yaml");
    write_new(&cli.folder.join(&path), &text)?;
    voice.say(&format!(
        "started {path}: write its words, then `pressroom check {name}`"
    ));
    Ok(())
}

/// The last Monday to Friday before `date`.
fn working_day_before(date: NaiveDate) -> NaiveDate {
    let mut day = date;
    while let Some(earlier) = day.checked_sub_days(Days::new(1)) {
        day = earlier;
        if !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) {
            break;
        }
    }
    day
}
