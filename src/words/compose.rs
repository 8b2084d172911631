//! Composes one notice: every part printed, in the order of a press notice, as a release.

use std::sync::Arc;

use indexmap::IndexMap;
use tera::Context;

use super::context::{Subject, names};
use super::{Effective, Fields, House, Printer, body, items, moved};
use crate::data::{Notice, Text};
use crate::figures::{Scope, Seen};
use crate::finding::{Code, Finding, list_names};
use crate::release::{
    Block, Contact, Edition, Embargo, Inline, Inlines, Moment, Notes, Origin, Release, Run, plain,
};

/// What one notice is composed from.
pub struct Script<'o> {
    /// The notice's name: `staffordshire`, or `series/staffordshire`.
    pub name: &'o str,
    /// The words.
    pub notice: &'o Notice,
    /// The parts in force.
    pub parts: Effective<'o>,
    /// What it is about.
    pub subject: Subject<'o>,
    /// The compiled fields.
    pub fields: &'o Fields,
    /// The house style.
    pub house: &'o Arc<House>,
    /// Draft, embargoed or public.
    pub edition: Edition,
}

/// The release, and all that the words can see (for the claims); `None` where not even a headline could be printed.
pub fn compose(script: &Script<'_>, findings: &mut Vec<Finding>) -> (Option<Release>, Scope) {
    items::begin(script.house);
    let names = names(&script.subject);
    let mut context = Context::new();
    for (name, value) in &names {
        if let Some(name) = name.as_str() {
            context.insert_value(name.to_owned(), value.clone());
        }
    }
    let mut printer = Printer {
        fields: script.fields,
        names: &names,
        context,
        house: Arc::clone(script.house),
        findings: Vec::new(),
    };
    let release = release(script, &mut printer);
    findings.append(&mut printer.findings);
    (release, scope(&names, script.house))
}

/// The names as a tree that needs no Tera.
fn scope(names: &tera::Map, house: &Arc<House>) -> Scope {
    let group = |map: &tera::Map| -> IndexMap<String, Seen> {
        let entries = map
            .iter()
            .filter_map(|(name, value)| Some((name.as_str()?.to_owned(), seen(value, house))));
        entries.collect()
    };
    Scope::new(group(names))
}

fn seen(value: &tera::Value, house: &Arc<House>) -> Seen {
    if let Some(map) = value.as_map() {
        Seen::Group(scope(map, house).names)
    } else if let Some(list) = value.as_array() {
        Seen::List(list.iter().map(|value| seen(value, house)).collect())
    } else {
        match items::item_of(value) {
            Some(items::Item::Figure(figure, _)) => Seen::Figure(figure),
            Some(item) => Seen::Text(item.print(house)),
            None => Seen::Text(value.to_string()),
        }
    }
}

fn release(script: &Script<'_>, printer: &mut Printer<'_>) -> Option<Release> {
    let organisation = script.subject.organisation;
    let parts = &script.parts;
    let house = Arc::clone(script.house);
    let partners = partners(script, printer);
    let optional = |printer: &mut Printer<'_>, text: Option<&Text>| text.map(|text| printer.line(text));

    let letterheads: Vec<Vec<Inlines>> = [&organisation.letterhead]
        .into_iter()
        .chain(partners.iter().map(|partner| &partner.letterhead))
        .filter(|lines| !lines.is_empty())
        .map(|lines| lines.iter().map(|line| printer.line(line)).collect())
        .collect();
    let kicker = optional(printer, parts.kicker).map(|kicker| in_capitals(kicker, &house));
    let headline = optional(printer, parts.headline);
    let mut boilerplate: Vec<Block> = Vec::new();
    for text in parts
        .boilerplate
        .or(organisation.boilerplate.as_ref())
        .into_iter()
    {
        boilerplate.extend(printer.blocks(text));
    }
    for text in partners.iter().filter_map(|partner| partner.boilerplate.as_ref()) {
        boilerplate.extend(printer.blocks(text));
    }
    let public = script.edition == Edition::Public;
    let instant = script.subject.instant.as_ref();
    let embargoed = parts.embargo.is_some() && !public;
    let label = organisation
        .media_enquiries_label
        .as_ref()
        .map_or("Media enquiries", |label| label.value.as_str());
    let moved = moved::moved(script, printer)
        .filter(|_| embargoed)
        .into_iter()
        .collect();
    Some(Release {
        name: script.name.to_owned(),
        language: organisation
            .languages
            .first()
            .map_or_else(|| "en".to_owned(), |tag| tag.value.clone()),
        edition: script.edition.clone(),
        media_enquiries: organisation
            .media_enquiries
            .as_ref()
            .map(|number| (label.to_owned(), number.value.clone())),
        letterheads,
        strapline: optional(printer, organisation.strapline.as_ref()),
        issued: script.subject.issued.map(|date| Moment {
            printed: house.language.date(date, house.day, house.dates),
            machine: date.to_string(),
        }),
        embargo: instant.filter(|_| embargoed).map(|instant| Embargo {
            line: house.embargo_line(instant),
            machine: instant.machine(),
        }),
        published: instant.filter(|_| !embargoed).map(|instant| Moment {
            printed: format!(
                "{}, {}",
                house.time(instant),
                house.language.date(instant.date(), house.day, house.dates)
            ),
            machine: instant.machine(),
        }),
        reference: optional(printer, parts.reference),
        kicker,
        standfirst: parts
            .standfirst
            .map(|text| printer.blocks(text))
            .unwrap_or_default(),
        body: body::body(printer, &script.subject, parts.body),
        ends: Some(house.ends.clone()).filter(|ends| !ends.is_empty()),
        notes: notes(script, printer, &house),
        contacts: contacts(script, printer),
        corrections: moved,
        next_release: optional(printer, parts.next_release),
        boilerplate,
        headline: headline.filter(|headline| !plain(headline).trim().is_empty())?,
    })
}

/// The kicker in the house's capitals: literal text only; a figure or name prints as it prints everywhere.
fn in_capitals(inlines: Inlines, house: &House) -> Inlines {
    let capitals = |inline: Inline| match inline {
        Inline::Run(Run {
            text,
            origin: origin @ (Origin::Literal(_) | Origin::Written { .. }),
        }) => Inline::Run(Run {
            text: house.heading(&text),
            origin,
        }),
        Inline::Emphasis(inner) => Inline::Emphasis(in_capitals(inner, house)),
        Inline::Strong(inner) => Inline::Strong(in_capitals(inner, house)),
        Inline::Link { address, text } => Inline::Link {
            address,
            text: in_capitals(text, house),
        },
        Inline::Claim { name, words, place } => Inline::Claim {
            name,
            words: in_capitals(words, house),
            place,
        },
        other => other,
    };
    inlines.into_iter().map(capitals).collect()
}

fn partners<'o>(
    script: &Script<'o>,
    printer: &mut Printer<'_>,
) -> Vec<&'o crate::data::organisation::Partner> {
    let known = &script.subject.organisation.partners;
    let mut partners = Vec::new();
    for wanted in &script.notice.jointly_with {
        match known.get(&wanted.value) {
            Some(partner) => partners.push(partner),
            None => printer.findings.push(
                Finding::new(
                    Code::UnknownName,
                    wanted.place,
                    format!("there is no partner `{}`", wanted.value),
                )
                .advice(format!(
                    "{}; partners stand in data/organisation.yaml",
                    list_names(&wanted.value, known.names())
                )),
            ),
        }
    }
    partners
}

fn notes(script: &Script<'_>, printer: &mut Printer<'_>, house: &House) -> Option<Notes> {
    let items: Vec<Vec<Block>> = script
        .parts
        .notes
        .iter()
        .map(|note| printer.blocks(note))
        .collect();
    (!items.is_empty()).then(|| Notes {
        items,
        ..house.notes()
    })
}

fn contacts(script: &Script<'_>, printer: &mut Printer<'_>) -> Vec<Contact> {
    let known = &script.subject.organisation.contacts;
    let mut contacts = Vec::new();
    for wanted in script.parts.contacts {
        let Some(contact) = known.get(&wanted.value) else {
            printer.findings.push(
                Finding::new(
                    Code::UnknownName,
                    wanted.place,
                    format!("there is no contact `{}`", wanted.value),
                )
                .advice(format!(
                    "{}; contacts stand in data/organisation.yaml",
                    list_names(&wanted.value, known.names())
                )),
            );
            continue;
        };
        let text = |value: &Option<Text>| value.as_ref().map(|text| text.value.clone());
        contacts.push(Contact {
            name: contact.name.value.clone(),
            role: text(&contact.role),
            telephone: text(&contact.telephone),
            out_of_hours: text(&contact.out_of_hours),
            email: text(&contact.email),
        });
    }
    if script.parts.contacts.is_empty() {
        printer.findings.push(
            Finding::new(
                Code::ContactMissing,
                script.parts.headline.map(|text| text.place),
                "the notice names no contact",
            )
            .at(crate::finding::Severity::Note)
            .advice("add `contacts: [NAME]`; publishing refuses without one"),
        );
    }
    contacts
}
