//! Marks, offsets and braces of a text.

use super::template::*;

#[test]
fn literal_text_keeps_its_offsets_through_marks() {
    let text = "ŵork {{ control.value }} of the time";
    let template = Template::new(text).expect("well formed");
    let rendered = template
        .marked
        .replace("{{ ( control.value ) | print(at=0) }}", &marked(0, "\u{100000}"));
    let clean = template.unmark(&rendered);
    assert_eq!(clean.text, "ŵork \u{100000} of the time");
    let of = clean.text.find("of").expect("there");
    assert_eq!(clean.at(of), Piece::Literal(text.find("of").expect("there")));
    assert_eq!(
        clean.at(clean.text.find('\u{100000}').expect("there")),
        Piece::Tag(0)
    );
}

#[test]
fn text_after_a_test_knows_its_own_bytes() {
    let text = "It rose.{% if a is known %} It is not the lowest.{% endif %}";
    let template = Template::new(text).expect("well formed");
    let rendered: String = template
        .marked
        .replace("{% if a is known %}", "")
        .replace("{% endif %}", "");
    let clean = template.unmark(&rendered);
    let lowest = clean.text.find("lowest").expect("there");
    assert_eq!(
        clean.at(lowest),
        Piece::Literal(text.find("lowest").expect("there"))
    );
    assert_eq!(clean.piece_end(0), "It rose.".len());
    assert_eq!(clean.piece_end(lowest), clean.text.len());
}

#[test]
fn a_figures_parts_become_one_name() {
    let template = Template::new("{{ control.value.count }}").expect("well formed");
    assert!(
        template.marked.contains("control.value__count"),
        "{}",
        template.marked
    );
    let at = template.marked.find("count").expect("there");
    assert_eq!(&template.text[template.unmarked(at)..][..5], "count");
}

#[test]
fn a_comparison_that_is_denied_is_a_test_of_its_own() {
    let text = "{% if a.history.2011 is  not  above(than=b.value.count) or c is not known %}";
    let template = Template::new(text).expect("well formed");
    assert_eq!(
        template.marked,
        "{% if a.history[\"2011\"] is  not_above(than=b.value__count) or c is not known %}"
    );
    let at = template.marked.find("above").expect("there");
    assert_eq!(&template.text[template.unmarked(at)..][..5], "above");
}

#[test]
fn braces_that_do_not_close_are_told() {
    assert!(Template::new("{{ area").is_err());
    assert!(Template::new("{% if x }}").is_err());
    assert!(Template::new("{{ \"}}\" }} { }").is_ok());
}
