//! The body of a notice: texts, lists, quotations and tables, in the office's order.

use super::context::Subject;
use super::{Printer, quotation, table};
use crate::data::notice::{BodyItem, Quote};
use crate::finding::{Code, Finding, list_names};
use crate::release::{Block, Inlines, Quotation};

/// The body as blocks.
pub fn body(printer: &mut Printer<'_>, subject: &Subject<'_>, items: &[BodyItem]) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut heard: Vec<&str> = Vec::new();
    for item in items {
        match item {
            BodyItem::Text(text) => blocks.extend(printer.blocks(text)),
            BodyItem::Heading(text) => blocks.push(Block::Heading(printer.line(text))),
            BodyItem::List(items) => {
                let items = items
                    .iter()
                    .map(|item| vec![Block::Paragraph(printer.line(item))])
                    .collect();
                blocks.push(Block::List { start: None, items });
            }
            BodyItem::Quote(quote) => {
                let second = heard.contains(&quote.by.value.as_str());
                heard.push(&quote.by.value);
                blocks.extend(quotation(printer, subject, quote, second).map(Block::Quotation));
            }
            BodyItem::Table(wanted) => {
                let plan = table::plan(subject, wanted, &mut printer.findings);
                if let Some((plan, place)) = plan {
                    blocks.push(Block::Table(table::table(
                        printer,
                        subject,
                        &wanted.value,
                        plan,
                        place,
                    )));
                }
            }
        }
    }
    blocks
}

fn quotation(
    printer: &mut Printer<'_>,
    subject: &Subject<'_>,
    quote: &Quote,
    second: bool,
) -> Option<Quotation> {
    let people = &subject.organisation.people;
    let Some(person) = people.get(&quote.by.value) else {
        printer.findings.push(
            Finding::new(
                Code::UnknownName,
                quote.by.place,
                "the quotation is by somebody the office does not know",
            )
            .shown(format!("found: {}", quote.by.value))
            .advice(format!(
                "{}; people stand in data/organisation.yaml",
                list_names(&quote.by.value, people.names())
            )),
        );
        return None;
    };
    let verb = quote
        .verb
        .as_ref()
        .map_or(printer.house.language.said(), |verb| {
            verb.value.trim_end_matches([':', ' '])
        })
        .to_owned();
    let typed = quote.verb.as_ref().map(|verb| verb.place);
    let attribution = quotation::attribution(subject.organisation, person, (&verb, typed), second);
    let mut paragraphs: Vec<Inlines> = Vec::new();
    for block in printer.blocks(&quote.words) {
        spoken(printer, quote, block, &mut paragraphs);
    }
    Some(Quotation {
        attribution,
        speaker: quote.by.value.clone(),
        paragraphs: quotation::set_marks(paragraphs, &printer.house),
        place: quote.words.place,
    })
}

/// What is spoken has paragraphs and no lists: the points of a list are paragraphs of their own. A numbered list is
/// refused, because its numbers, which may be words of the speaker, would be lost.
fn spoken(printer: &mut Printer<'_>, quote: &Quote, block: Block, paragraphs: &mut Vec<Inlines>) {
    match block {
        Block::Paragraph(inlines) => paragraphs.push(inlines),
        Block::List { start: None, items } => {
            for block in items.into_iter().flatten() {
                spoken(printer, quote, block, paragraphs);
            }
        }
        _ => printer.findings.push(
            Finding::new(Code::MarkupRefused, quote.words.place, "a numbered list stands inside a quotation").advice(
                "a line that begins with a number and a full stop is a numbered list: put a \\ before the full stop \
                 (1984\\. That was …), or a word before the number",
            ),
        ),
    }
}
