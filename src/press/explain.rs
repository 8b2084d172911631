//! Explains a composed notice: everything it was made of is brought together once more.

use super::{Composed, Office, Request};
use crate::explain::{Behind, Explanation, Framed, Nothing, Printed, choose, explain};
use crate::finding::Place;
use crate::release::{Part, Passage, Quotation, Release};
use crate::words::{Script, choices, kept};

impl Office {
    /// Explains every number, date, chosen word and claim of `notice` as `composed`, or what `asked` is about. `None`
    /// where there is no release to explain.
    ///
    /// # Errors
    /// Nothing of the notice is what was asked for.
    pub fn explain(
        &self,
        notice: &str,
        composed: &Composed,
        request: &Request,
        asked: Option<&str>,
    ) -> Option<Result<Explanation, Nothing>> {
        let entry = self.entries.get(notice)?;
        let release = composed.release.as_ref()?;
        let script = self.script(notice, entry, request, &mut Vec::new())?;
        let passages = release.passages();
        let desk = self.desk(&script, &passages, &composed.scope, &[]);
        let programme = &script.subject.inspections.first()?.0.programme.value;
        let published = self
            .inspections
            .iter()
            .filter(|(_, inspection)| inspection.programme.value == *programme)
            .map(|(name, inspection)| (name.as_str(), &inspection.published));
        let behind = Behind {
            desk: &desk,
            held: &composed.held,
            choices: choices(script.fields),
            kept: kept(&script),
            published: published.collect(),
            frame: frame(&script, release),
        };
        let whole = explain(notice, &behind);
        Some(match asked {
            Some(asked) => choose(&whole, asked, &behind),
            None => Ok(whole),
        })
    }
}

/// What the program sets round the words.
fn frame(script: &Script<'_>, release: &Release) -> Vec<Framed> {
    let mut frame = Vec::new();
    let mut set = |part: &str, text: &str, says: &str, place: Option<Place>| {
        frame.push(Framed {
            part: part.to_owned(),
            text: Printed::Whole(text.to_owned()),
            says: says.to_owned(),
            place,
        });
    };
    let organisation = script.subject.organisation;
    let instant = script.subject.instant_at;
    if let Some((label, number)) = &release.media_enquiries {
        let place = organisation.media_enquiries.as_ref().map(|text| text.place);
        set(
            "media enquiries",
            &format!("{label}: {number}"),
            "the number for the media",
            place,
        );
    }
    if let Some(issued) = &release.issued {
        set(
            "date of issue",
            &issued.printed,
            "the date of issue",
            script.subject.issued_at,
        );
    }
    if let Some(embargo) = &release.embargo {
        set("embargo line", &embargo.line, "the end of the embargo", instant);
    }
    if let Some(published) = &release.published {
        set(
            "publication line",
            &published.printed,
            "the hour of publication",
            instant,
        );
    }
    if let Some(notes) = release.notes.as_ref().filter(|notes| notes.numbered) {
        for (at, _) in notes.items.iter().enumerate() {
            let place = script.parts.notes.get(at).map(|note| note.place);
            let place = place.map(|place| Place {
                end: place.start,
                ..place
            });
            let number = (at + 1).to_string();
            let says = "the note's place under `notes:`";
            set(&format!("number of note {number}"), &number, says, place);
        }
    }
    let contacts = script.parts.contacts.iter();
    for contact in contacts.filter_map(|wanted| organisation.contacts.get(&wanted.value)) {
        let part = format!("contact {}", contact.name.value);
        for (says, text) in [
            ("the telephone number", &contact.telephone),
            ("the number outside office hours", &contact.out_of_hours),
            ("the address", &contact.email),
            ("the role", &contact.role),
        ] {
            let digits = |text: &&crate::data::Text| text.value.contains(|c: char| c.is_ascii_digit());
            if let Some(text) = text.as_ref().filter(digits) {
                set(&part, &text.value, says, Some(text.place));
            }
        }
    }
    frame.extend(lines(release));
    frame
}

/// Lines with words of their own: the letterhead, attributions, a change of the embargo.
fn lines(release: &Release) -> Vec<Framed> {
    let mut all = Vec::new();
    let mut words = |part: Part, inlines: &[crate::release::Inline]| {
        all.push(Framed {
            part: part.to_string(),
            text: Printed::Words(Passage::new(part, inlines)),
            says: String::new(),
            place: None,
        });
    };
    for (at, line) in release.letterheads.iter().flatten().enumerate() {
        words(Part::Letterhead(at + 1), line);
    }
    for (at, Quotation { attribution, .. }) in release.quotations().into_iter().enumerate() {
        words(Part::Attribution(at + 1), attribution);
    }
    for correction in &release.corrections {
        words(Part::ChangeOfEmbargoHeading, &correction.heading);
        for inlines in correction.others() {
            words(Part::ChangeOfEmbargo, inlines);
        }
    }
    all
}
