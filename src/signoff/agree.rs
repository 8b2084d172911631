//! What there is to agree to in a finished notice: its quotations with their speakers, and the rest of the copy.

use super::{CopyWords, Spoken};
use crate::data::Organisation;
use crate::finding::Place;
use crate::release::{Part, Passage, Quotation, Release};

/// A quotation that needs its speaker's agreement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Need {
    /// What there is to agree to.
    pub spoken: Spoken,
    /// Where the words stand.
    pub place: Place,
}

impl Need {
    /// Every quotation of `release`, in order. `verb` says for the place of a quotation's words how it was said.
    pub fn all(release: &Release, organisation: &Organisation, verb: impl Fn(Place) -> String) -> Vec<Need> {
        release
            .quotations()
            .into_iter()
            .enumerate()
            .map(|(at, quotation)| Need {
                spoken: spoken(at + 1, quotation, organisation, verb(quotation.place)),
                place: quotation.place,
            })
            .collect()
    }
}

fn spoken(number: usize, quotation: &Quotation, organisation: &Organisation, verb: String) -> Spoken {
    let person = organisation.people.get(&quotation.speaker);
    let partner = person
        .and_then(|person| person.organisation.as_ref())
        .and_then(|partner| organisation.partners.get(&partner.value));
    let passages: Vec<Passage> = quotation
        .paragraphs
        .iter()
        .zip(1..)
        .map(|(inlines, paragraph)| Passage::new(Part::Quotation { number, paragraph }, inlines))
        .collect();
    Spoken {
        number,
        speaker: quotation.speaker.clone(),
        name: person
            .and_then(|person| person.name.as_ref())
            .map(|name| name.value.clone()),
        role: person.map_or_else(String::new, |person| person.role.value.clone()),
        organisation: partner.map(|partner| partner.name.value.clone()),
        verb,
        figures: passages.iter().flat_map(Passage::printed_figures).collect(),
        words: passages.into_iter().map(|passage| passage.text).collect(),
    }
}

/// The words of the copy outside its quotations: kicker, headline, standfirst, texts and tables. Not the letterhead,
/// the notes to editors, the standing paragraphs or the contacts, which change without anybody's agreement.
pub fn copy(release: &Release) -> Vec<CopyWords> {
    let copy = Release {
        letterheads: Vec::new(),
        strapline: None,
        reference: None,
        notes: None,
        contacts: Vec::new(),
        next_release: None,
        boilerplate: Vec::new(),
        ..release.clone()
    };
    let passages = copy.public_passages().into_iter();
    passages
        .filter(|passage| passage.speaker.is_none() && !passage.text.trim().is_empty())
        .map(|passage| CopyWords {
            figures: passage.printed_figures(),
            part: passage.part.to_string(),
            words: passage.text,
        })
        .collect()
}
