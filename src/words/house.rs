//! The house style as the words use it: every choice of `house-style:` with its default, in one place.

use crate::data::Organisation;
use crate::data::organisation::{HeadingStyle, NotesStyle};
use crate::language::{self, DateOrder, DayStyle, Language, QuotationMarks, TimeStyle};
use crate::moment::{self, Instant};
use crate::quantity::NumberStyle;
use crate::release::Notes;

/// How the house prints.
#[derive(Clone)]
pub struct House {
    /// The language of the words.
    pub language: &'static dyn Language,
    /// Numbers and percentages.
    pub numbers: NumberStyle,
    /// The day in dates.
    pub day: DayStyle,
    /// The order of dates.
    pub dates: DateOrder,
    /// Times.
    pub times: TimeStyle,
    /// Whether the embargo line names the zone.
    pub zone: bool,
    /// The outer quotation marks.
    pub marks: QuotationMarks,
    /// A comma before "and".
    pub serial_comma: bool,
    /// Numbers up to this one in words, by the filter `house`.
    pub words_up_to: u8,
    /// What a missing value prints.
    pub missing_mark: String,
    /// Whether notes are numbered.
    pub numbered_notes: bool,
    /// The heading over the notes.
    pub notes_heading: String,
    /// Whether kicker and small headings are in capitals.
    pub capitals: bool,
    /// The line that ends the copy.
    pub ends: String,
    /// The words before the embargo time.
    pub embargo_words: String,
}

impl House {
    /// The house style of an organisation, in the language of its words; a language the program does not have
    /// falls back to English (the loader reports it).
    pub fn new(organisation: &Organisation) -> Self {
        let style = &organisation.house_style;
        let tag = organisation
            .languages
            .first()
            .map_or("en", |tag| tag.value.as_str());
        let text = |chosen: &Option<crate::data::Text>, default: &str| {
            chosen
                .as_ref()
                .map_or_else(|| default.to_owned(), |text| text.value.clone())
        };
        let defaults = NumberStyle::default();
        House {
            language: language::of(tag)
                .or_else(|| language::of("en"))
                .expect("English is always there"),
            numbers: NumberStyle {
                percent: style
                    .percent
                    .as_ref()
                    .map_or(defaults.percent, |percent| percent.value),
                rounding: style
                    .rounding
                    .as_ref()
                    .map_or(defaults.rounding, |rounding| rounding.value),
                // A space between thousands is never where a line ends.
                thousands: text(&style.thousands, &defaults.thousands).replace(' ', "\u{a0}"),
            },
            day: style.day.as_ref().map_or_else(DayStyle::default, |day| day.value),
            dates: style
                .dates
                .as_ref()
                .map_or_else(DateOrder::default, |order| order.value),
            times: style
                .times
                .as_ref()
                .map_or_else(TimeStyle::default, |times| times.value),
            zone: style.zone_in_embargo.as_ref().is_some_and(|zone| zone.value),
            marks: style
                .quotation_marks
                .as_ref()
                .map_or_else(QuotationMarks::default, |marks| marks.value),
            serial_comma: style.serial_comma.as_ref().is_some_and(|comma| comma.value),
            words_up_to: style.words_up_to.as_ref().map_or(9, |most| most.value),
            missing_mark: text(&style.missing_mark, "–"),
            numbered_notes: style
                .notes
                .as_ref()
                .is_none_or(|notes| notes.value == NotesStyle::Numbered),
            notes_heading: text(&style.notes_heading, "Notes to editors"),
            capitals: style
                .headings
                .as_ref()
                .is_none_or(|headings| headings.value == HeadingStyle::Capitals),
            ends: text(&style.ends, "ENDS"),
            embargo_words: text(&style.embargo_words, "EMBARGOED UNTIL"),
        }
    }

    /// The line of an embargo that ends at `instant`.
    pub fn embargo_line(&self, instant: &Instant) -> String {
        moment::embargo_line(
            &self.embargo_words,
            instant,
            self.language,
            self.day,
            self.dates,
            self.times,
            self.zone,
        )
    }

    /// The time of day at `instant`, wherever the notice prints one; with its zone where the clocks show it twice.
    pub fn time(&self, instant: &Instant) -> String {
        moment::printed_time(instant, self.language, self.times, false)
    }

    /// Notes to editors in the house's style, none written yet.
    pub fn notes(&self) -> Notes {
        Notes {
            heading: self.heading(&self.notes_heading),
            numbered: self.numbered_notes,
            items: Vec::new(),
        }
    }

    /// A small heading or kicker in the house's capitals.
    pub fn heading(&self, words: &str) -> String {
        if self.capitals {
            self.language.capitals(words)
        } else {
            words.to_owned()
        }
    }
}
